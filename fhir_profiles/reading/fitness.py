"""Who is the patient, what do they wish, and what can they bear? Age, gender, intent, scores of the general state.

Refusal, pregnancy and allergies are read in files of their own. What may not live here: which ages matter to a rule,
and the inference of an intent from the nature of a lesion (that is the ward's).
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from fhir_profiles.chart import Chart, Note
from fhir_profiles.codes import CodeSet
from fhir_profiles.codes.disorders import ASA_CLASS, PALLIATIVE_CARE
from fhir_profiles.codes.observations import ECOG, KARNOFSKY
from fhir_profiles.codes.sites import INTENT_BY_CODE
from fhir_profiles.codes.systems import MCODE_PROCEDURE_INTENT
from fhir_profiles.reading.allergies import read_allergies
from fhir_profiles.reading.lesions import LesionScope
from fhir_profiles.reading.orders import Selected
from fhir_profiles.reading.pregnancy import read_pregnancy
from fhir_profiles.reading.refusals import read_refusals
from fhir_profiles.reading.standing import fact, standing
from fhir_profiles.reading.whereabouts import Where, site_of, where
from fhir_profiles.resources import Json, Moment, Precision, codings, extensions, member, moment, word
from plugin.answer import Fact, Kind, Recorded, Standing
from plugin.evidence import Fitness, Intent

_AGE_BANDS: Final = (12, 18, 56)
"""Where an age begins to decide something else (C.6: children, 12-55, adults); only used to refuse a guess."""
_ECOG: Final = range(6)
_KARNOFSKY: Final = range(0, 101, 10)


def read_fitness(chart: Chart, lesion: LesionScope, selected: Selected, as_of: datetime) -> Fitness:
    """The person behind this lesion."""
    return fitness_noted(chart, lesion, selected, as_of)[0]


def fitness_noted(
    chart: Chart, lesion: LesionScope, selected: Selected, as_of: datetime
) -> tuple[Fitness, tuple[Note, ...]]:
    """The same, with what could not be read."""
    patient: Json = next(iter(chart.of("patient")), {})
    pregnant, negative_test, notes = read_pregnancy(chart, as_of)
    fitness = Fitness(
        age=_age(patient, as_of.date()),
        gender=word(patient, "gender") or "",
        refusal=read_refusals(chart, lesion, as_of),
        intent=Recorded(facts=tuple(_intents(chart, lesion, selected, as_of)), unread=chart.unread("intent")),
        pregnant=pregnant,
        negative_pregnancy_test=negative_test,
        allergies=read_allergies(chart, as_of),
        ecog=_score(chart, lesion, ECOG, _ECOG),
        karnofsky=_score(chart, lesion, KARNOFSKY, _KARNOFSKY),
        asa=Recorded(facts=tuple(_asa(chart, as_of)), unread=chart.unread("history")),
    )
    return fitness, notes


# --- age --------------------------------------------------------------------------------------------------------------


def _age(patient: Json, today: date) -> int | None:
    """Completed years. A birth date in part gives an age only if every day it may mean decides the same."""
    born = moment(patient.get("birthDate"))
    if born is None:
        return None
    oldest, youngest = _years(born.day, today), _years(_last_day(born), today)
    if youngest < 0 or _band(youngest) != _band(oldest):
        return None
    return youngest


def _last_day(born: Moment) -> date:
    """The last day that a birth date in part may mean."""
    if born.precision is Precision.YEAR:
        return born.day.replace(month=12, day=31)
    if born.precision is Precision.MONTH:
        return born.day.replace(day=monthrange(born.day.year, born.day.month)[1])
    return born.day


def _years(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _band(age: int) -> int:
    return sum(age >= limit for limit in _AGE_BANDS)


# --- intent -----------------------------------------------------------------------------------------------------------


def _intents(chart: Chart, lesion: LesionScope, selected: Selected, as_of: datetime) -> Iterator[Fact[Intent]]:
    """The order's intent, that of Procedures of this lesion, and palliative care in the problem list (contract 5)."""
    for order in selected.orders:
        if order.intent is not None:
            stated = fact(order.resource, order.intent, Kind.STATEMENT, Standing.FIRM)
            yield replace(stated, seen_in=order.planned.reference)
    for procedure in chart.of("procedures"):
        intent, counts = _intent(procedure), standing(procedure, as_of)
        if intent is not None and counts is not None and _is_of(procedure, lesion):
            yield fact(procedure, intent, Kind.PROCEDURE, counts)
    for condition in chart.of("conditions"):
        counts = standing(condition, as_of)
        if counts is not None and _has(condition, PALLIATIVE_CARE):
            yield fact(condition, Intent.PALLIATIVE, Kind.CONDITION, counts)


def _intent(procedure: Json) -> Intent | None:
    """What mCODE's extension says; supportive and diagnostic procedures have no intent of ours."""
    found = {
        INTENT_BY_CODE[coding.key]
        for extension in extensions(procedure, MCODE_PROCEDURE_INTENT)
        for coding in codings(extension.get("valueCodeableConcept"))
        if coding.key in INTENT_BY_CODE
    }
    return found.pop() if len(found) == 1 else None


def _is_of(procedure: Json, lesion: LesionScope) -> bool:
    seen = where(site_of(procedure), lesion)
    return seen is Where.HERE or (seen is Where.UNSAID and not lesion.others)


# --- scores -----------------------------------------------------------------------------------------------------------


def _score(chart: Chart, lesion: LesionScope, codes: CodeSet, allowed: range) -> Recorded[int]:
    wanted = tuple(code.code for code in codes.codes)
    facts = tuple(
        Fact(value=int(each.value), seen_in=each.seen_in, on=each.on, kind=each.kind, standing=each.standing)
        for each in lesion.of(*wanted)
        if not isinstance(each.value, bool | str) and each.value in allowed
    )
    return Recorded(facts=facts, unread=chart.unread("findings") or not lesion.unusable.isdisjoint(wanted))


def _asa(chart: Chart, as_of: datetime) -> Iterator[Fact[int]]:
    """The anaesthesia risk class, where a Procedure or an Observation is coded as one."""
    for key, kind in (("procedures", Kind.PROCEDURE), ("findings", Kind.FINDING)):
        for entry in chart.of(key):
            concepts = (member(entry, "code"), member(entry, "valueCodeableConcept"))
            grades = {ASA_CLASS[c.key] for concept in concepts for c in codings(concept) if c.key in ASA_CLASS}
            counts = standing(entry, as_of)
            if len(grades) == 1 and counts is not None:
                yield fact(entry, grades.pop(), kind, counts)


def _has(entry: Json, wanted: CodeSet) -> bool:
    return any(coding.key in wanted for coding in codings(member(entry, "code")))
