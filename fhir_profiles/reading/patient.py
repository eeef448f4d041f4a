"""What is read once for the patient, whichever lesion is looked at? And which entries may concern a lesion, at first sight.

A chart is long and lesions are several, so what hangs on no lesion is found once, and each lesion looks at few entries.
What may not live here: anything that hangs on a lesion's level (`fitness`, `hazards`, `history`, `symptoms`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from fhir_profiles.chart import Chart, Note
from fhir_profiles.codes import Key
from fhir_profiles.codes.disorders import ASA_CLASS, PALLIATIVE_CARE, TUMOUR_PAIN
from fhir_profiles.codes.observations import PREGNANCY_TEST, TEMPERATURE
from fhir_profiles.reading.age import completed_years
from fhir_profiles.reading.allergies import allergies
from fhir_profiles.reading.cord_signs import may_be_cord_sign
from fhir_profiles.reading.entries import Entry, Listing, entries, entry, keys
from fhir_profiles.reading.first_look import Conditions, read_conditions
from fhir_profiles.reading.implants import implants
from fhir_profiles.reading.infections import may_be_infection
from fhir_profiles.reading.laboratory import Measured, by_code, of_codes, read_measured
from fhir_profiles.reading.past import Past, read_past
from fhir_profiles.reading.pregnancy import read_pregnancy
from fhir_profiles.reading.refusals import declined_procedures, refusals_of_patient
from fhir_profiles.reading.standing import fact, standing
from fhir_profiles.resources import Json, members, name_of, word
from plugin.answer import Fact, Kind, Recorded
from plugin.evidence import Fitness, Hazards, Intent

_TEMPERATURE: Final = Measured(
    codes=TEMPERATURE,
    units={
        "Cel": lambda value: value,
        "°C": lambda value: value,
        "[degF]": lambda value: round((value - 32) * 5 / 9, 2),
    },
    unit="Cel",
    bounds=frozenset({"<", "<="}),
    part="temperature",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PatientRecord:
    """What is the same for every lesion, and the entries that each lesion has to look at.

    `fitness` and `hazards` lack what hangs on the lesion; `notes` say what could not be read.
    """

    conditions: Listing
    labs: Mapping[Key, tuple[Json, ...]]
    fitness: Fitness
    hazards: Hazards
    past: Past
    tumour_pain: tuple[Entry, ...]
    infections: tuple[Entry, ...]
    cord: tuple[Entry, ...]
    declined: tuple[Json, ...]
    notes: tuple[Note, ...]


def read_patient(chart: Chart, as_of: datetime, listed: Conditions | None = None) -> PatientRecord:
    """Every list of the chart, looked through once; `listed` is the problem list, if it was looked through already."""
    listed = listed or read_conditions(chart, as_of)
    conditions, telling = listed.every, listed.of_interest
    devices = tuple(_devices(chart, as_of))
    labs = by_code(chart)
    temperature, notes = read_measured(chart, labs, _TEMPERATURE, as_of)
    fitness, more = _fitness(chart, listed, of_codes(labs, PREGNANCY_TEST), as_of)
    implanted = (*implants(devices, Kind.DEVICE), *implants(telling, Kind.CONDITION))
    return PatientRecord(
        conditions=conditions,
        labs=labs,
        fitness=fitness,
        hazards=Hazards(
            devices=Recorded(facts=implanted, unread=chart.unread("devices")),
            temperature_c=temperature,
        ),
        past=read_past(chart, tuple(entries(chart.of("procedures"), as_of)), devices, listed, as_of),
        tumour_pain=conditions.coded(TUMOUR_PAIN),
        infections=tuple(each for each in telling if may_be_infection(each)),
        cord=tuple(each for each in telling if may_be_cord_sign(each)),
        declined=declined_procedures(chart),
        notes=(*notes, *more),
    )


def _devices(chart: Chart, as_of: datetime) -> Iterator[Entry]:
    """A device is named by its type, and by names of its own."""
    for device in chart.of("devices"):
        counts = standing(device, as_of)
        if counts is not None:
            names = tuple(name for each in members(device, "deviceName") if (name := word(each, "name")))
            yield entry(device, counts, "type", names)


def _fitness(
    chart: Chart, listed: Conditions, tests: tuple[Json, ...], as_of: datetime
) -> tuple[Fitness, tuple[Note, ...]]:
    conditions = listed.every
    patient: Json = next(iter(chart.of("patient")), {})
    pregnant, negative_test, notes = read_pregnancy(chart, conditions, tests, as_of)
    allergic = (
        *allergies(entries(chart.of("allergies"), as_of), Kind.RECORD),
        *allergies(listed.of_interest, Kind.CONDITION),
    )
    fitness = Fitness(
        age=completed_years(patient, as_of.date()),
        gender=word(patient, "gender") or "",
        seen_in=name_of(patient) if patient else "",
        refusal=Recorded(facts=refusals_of_patient(chart, conditions, as_of), unread=chart.unread("refusal")),
        intent=Recorded(facts=tuple(_palliative(conditions)), unread=chart.unread("intent")),
        pregnant=pregnant,
        negative_pregnancy_test=negative_test,
        allergies=Recorded(facts=allergic, unread=chart.unread("allergies")),
        asa=Recorded(facts=tuple(_asa(chart, as_of)), unread=chart.unread("history")),
    )
    return fitness, notes


def _palliative(conditions: Listing) -> Iterator[Fact[Intent]]:
    for each in conditions.coded(PALLIATIVE_CARE):
        yield fact(each.resource, Intent.PALLIATIVE, Kind.CONDITION, each.counts)


def _asa(chart: Chart, as_of: datetime) -> Iterator[Fact[int]]:
    """The anaesthesia risk class, where a Procedure or an Observation is coded as one."""
    for name, kind in (("procedures", Kind.PROCEDURE), ("findings", Kind.FINDING)):
        for resource in chart.of(name):
            coded = (*keys(resource.get("code")), *keys(resource.get("valueCodeableConcept")))
            grades = {ASA_CLASS[key] for key in coded if key in ASA_CLASS}
            counts = standing(resource, as_of) if len(grades) == 1 else None
            if counts is not None:
                yield fact(resource, grades.pop(), kind, counts)
