"""What does the patient wish for this lesion, and what can they bear? Refusal, intent, and the scores of the general state.

What is the same for every lesion (age, pregnancy, allergies) is read once, in `patient`. What may not live here: the
inference of an intent from the nature of a lesion (that is the ward's).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final, TypeVar

from fhir_profiles.chart import Chart, Note
from fhir_profiles.codes import CodeSet
from fhir_profiles.codes.observations import ECOG, KARNOFSKY
from fhir_profiles.reading.facts import fact_of
from fhir_profiles.reading.lesions import LesionScope
from fhir_profiles.reading.orders import Selected
from fhir_profiles.reading.past import Aimed
from fhir_profiles.reading.patient import PatientRecord, read_patient
from fhir_profiles.reading.refusals import refusals_seen
from fhir_profiles.reading.standing import fact
from fhir_profiles.reading.whereabouts import Where, where
from plugin.answer import Fact, Kind, Recorded, Standing
from plugin.evidence import Fitness, Intent

V = TypeVar("V", bound=Hashable)

_ECOG: Final = range(6)
_KARNOFSKY: Final = range(0, 101, 10)


def read_fitness(chart: Chart, lesion: LesionScope, selected: Selected, as_of: datetime) -> Fitness:
    """The person behind this lesion."""
    return fitness_noted(chart, lesion, selected, as_of)[0]


def fitness_noted(
    chart: Chart, lesion: LesionScope, selected: Selected, as_of: datetime, patient: PatientRecord | None = None
) -> tuple[Fitness, tuple[Note, ...]]:
    """The same, with what could not be read; `patient` is what was read of the patient already."""
    patient = patient or read_patient(chart, as_of)
    general = patient.fitness
    stated = (*_of_orders(selected), *_of_procedures(patient.past.aimed, lesion))
    fitness = replace(
        general,
        refusal=_more(general.refusal, *refusals_seen(patient.declined, lesion)),
        intent=_more(general.intent, *stated),
        ecog=_score(chart, lesion, ECOG, _ECOG),
        karnofsky=_score(chart, lesion, KARNOFSKY, _KARNOFSKY),
    )
    return fitness, patient.notes


def _more(recorded: Recorded[V], *facts: Fact[V]) -> Recorded[V]:
    return replace(recorded, facts=(*facts, *recorded.facts))


def _of_orders(selected: Selected) -> Iterator[Fact[Intent]]:
    """The intent that a selected order states; it goes before all others (contract 5)."""
    for order in selected.orders:
        if order.intent is not None:
            stated = fact(order.resource, order.intent, Kind.STATEMENT, Standing.FIRM)
            yield replace(stated, seen_in=order.planned.reference)


def _of_procedures(aimed: tuple[Aimed, ...], lesion: LesionScope) -> Iterator[Fact[Intent]]:
    """The intent of Procedures of this lesion; one without a place is the only lesion's."""
    for each in aimed:
        seen = where(each.site, lesion)
        if seen is Where.HERE or (seen is Where.UNSAID and not lesion.others):
            yield fact(each.resource, each.intent, Kind.PROCEDURE, each.counts)


def _score(chart: Chart, lesion: LesionScope, codes: CodeSet, allowed: range) -> Recorded[int]:
    wanted = tuple(code.code for code in codes.codes)
    facts = tuple(
        fact_of(each, int(each.value))
        for each in lesion.of(*wanted)
        if not isinstance(each.value, bool | str) and each.value in allowed
    )
    return Recorded(facts=facts, unread=chart.unread("findings") or not lesion.unusable.isdisjoint(wanted))
