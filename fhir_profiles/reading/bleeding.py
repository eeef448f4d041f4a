"""Does the patient bleed easily, and by which drug? Laboratory values, coagulation disorders, and the lists of drugs.

F-24 and F-27 to F-31. What may not live here: how a drug is recognised (`drugs`), and what is held or corrected.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from fhir_profiles.chart import Chart, Note
from fhir_profiles.codes import Code, CodeSet, Key
from fhir_profiles.codes import observations as loinc
from fhir_profiles.codes.disorders import BLEEDING_DISORDER, LONG_TERM_ASPIRIN, LONG_TERM_DRUG, LONG_TERM_OPIOID
from fhir_profiles.reading.drugs import drugs_named, is_nameless
from fhir_profiles.reading.entries import Listing
from fhir_profiles.reading.laboratory import Measured, read_measured
from fhir_profiles.reading.orders import Selected
from fhir_profiles.reading.patient import PatientRecord, read_patient
from fhir_profiles.reading.standing import fact
from fhir_profiles.resources import (
    Json,
    codings,
    contained,
    kind_of,
    member,
    members,
    name_of,
    reference,
    status_code,
    tail,
    texts,
    truth,
)
from plugin.answer import Fact, Kind, Recorded, Standing
from plugin.evidence import Bleeding, Drug, DrugClass


def _as_is(value: float) -> float:
    return value


_AT_LEAST: Final = frozenset({">", ">="})
_AT_MOST: Final = frozenset({"<", "<="})
_PER_AREA: Final = ("{1.73_m2}", "1.73m2", "1.73 m2", "1.73m²", "1.73 m²")

_INR: Final = Measured(codes=loinc.INR, units=dict.fromkeys(("1", "{INR}", ""), _as_is), bounds=_AT_MOST)
_PLATELETS: Final = Measured(  # 10^3 per microlitre is the same number as 10^9 per litre
    codes=loinc.PLATELETS, units=dict.fromkeys(("10*9/L", "10*3/uL"), _as_is), unit="10*9/L", bounds=_AT_LEAST
)
_HAEMOGLOBIN: Final = Measured(codes=loinc.HAEMOGLOBIN)
_CREATININE: Final = Measured(codes=loinc.CREATININE)
_EGFR: Final = Measured(
    codes=loinc.EGFR,
    units=dict.fromkeys(("mL/min", *(f"mL/min/{area}" for area in _PER_AREA)), _as_is),
    unit="mL/min",
    bounds=_AT_LEAST,
)

# A drug of the problem list has a class, but no name.
_LONG_TERM_NAME: Final[Mapping[DrugClass, str]] = {
    DrugClass.ANTICOAGULANT: "long-term anticoagulant",
    DrugClass.ANTIPLATELET: "long-term antithrombotic or antiplatelet",
    DrugClass.NSAID: "long-term NSAID",
}
_LONG_TERM: Final = CodeSet(name="long-term drug", codes=tuple(Code(*key) for key in LONG_TERM_DRUG))
_LISTED: Final = ("medications", "statements")
_TAKEN: Final = frozenset({"active", "on-hold", "intended"})
_DRAFTED: Final = frozenset({"draft", *_TAKEN})


def read_bleeding(chart: Chart, selected: Selected, as_of: datetime) -> Bleeding:
    """Coagulation, blood count, kidney, and the drugs that act on them."""
    return bleeding_noted(chart, selected, as_of)[0]


def bleeding_noted(
    chart: Chart, selected: Selected, as_of: datetime, patient: PatientRecord | None = None
) -> tuple[Bleeding, tuple[Note, ...]]:
    """The same, with what could not be read; `patient` is what was read of the patient already."""
    patient = patient or read_patient(chart, as_of)
    measured = [
        read_measured(chart, patient.labs, each, as_of) for each in (_INR, _PLATELETS, _HAEMOGLOBIN, _CREATININE, _EGFR)
    ]
    inr, platelets, haemoglobin, creatinine, egfr = (recorded for recorded, _ in measured)
    drugs, notes = _drugs(chart, selected, patient.conditions)
    bleeding = Bleeding(
        inr=inr,
        platelets=platelets,
        haemoglobin=haemoglobin,
        creatinine=creatinine,
        egfr=egfr,
        drugs=drugs,
        coagulation_disorder=Recorded(facts=tuple(_disorders(patient.conditions)), unread=chart.unread("history")),
    )
    return bleeding, (*(note for _, found in measured for note in found), *notes)


# --- drugs ------------------------------------------------------------------------------------------------------------


def _drugs(chart: Chart, selected: Selected, conditions: Listing) -> tuple[Recorded[Drug], tuple[Note, ...]]:
    facts: list[Fact[Drug]] = []
    notes: list[Note] = []
    read: dict[object, tuple[Drug, ...]] = {}
    for key, entry in _taken(chart, selected):
        concepts = _concepts(chart, selected, entry)
        if not concepts or all(map(is_nameless, concepts)):
            # An unknown drug may be the anticoagulant: the list was not read in full (C.3, C.7).
            notes.append(Note(key=key, resource=name_of(entry), problem="names no drug that can be read"))
        named = {drug.name: drug for concept in concepts for drug in _named_once(concept, read)}
        on_hold = status_code(entry, "status") == "on-hold"
        facts.extend(fact(entry, replace(drug, on_hold=on_hold), Kind.RECORD, Standing.FIRM) for drug in named.values())
    facts.extend(_long_term(conditions))
    return Recorded(facts=tuple(facts), unread=chart.unread("antithrombotics") or bool(notes)), tuple(notes)


def _named_once(concept: Json, read: dict[object, tuple[Drug, ...]]) -> tuple[Drug, ...]:
    """The drugs of a concept; lists of drugs repeat themselves, so the same words are read once for each call."""
    spelled = (codings(concept), texts(concept))
    found = read.get(spelled)
    if found is None:
        found = read[spelled] = drugs_named(concept)
    return found


def _taken(chart: Chart, selected: Selected) -> Iterator[tuple[str, Json]]:
    """Requests, statements and draft orders that say that a drug is or will be given; a missing status says so too."""
    for key in _LISTED:
        for entry in chart.of(key):
            if _says_given(entry, _TAKEN):
                yield key, entry
    for entry in selected.drafts:
        if kind_of(entry) == "MedicationRequest" and _says_given(entry, _DRAFTED):
            yield "medications", entry


def _says_given(entry: Json, statuses: frozenset[str]) -> bool:
    return status_code(entry, "status") in (None, *statuses) and truth(entry, "doNotPerform") is not True


def _concepts(chart: Chart, selected: Selected, entry: Json) -> tuple[Json, ...]:
    """What names the drug: the concept itself, or that of the Medication it points at, with its ingredients."""
    concept = member(entry, "medicationCodeableConcept")
    if concept is not None:
        return (concept,)
    pointer = member(entry, "medicationReference") or {}
    medication = _medication(chart, selected, entry, reference(pointer))
    found = [member(medication, "code")] if medication else []
    found += [member(part, "itemCodeableConcept") for part in members(medication or {}, "ingredient")]
    # A Reference's own display names the drug as well as a concept's does.
    found += [{"text": pointer["display"]}] if texts(pointer) else []
    return tuple(each for each in found if each)


def _medication(chart: Chart, selected: Selected, entry: Json, address: str | None) -> Json | None:
    """The Medication, if it is contained, came with the Bundles or is drafted; nothing is fetched for it (C.3)."""
    if address is None:
        return None
    drafted = (each for each in selected.drafts if name_of(each) == tail(address))
    return contained(entry, address) or chart.included(address) or next(drafted, None)


def _long_term(conditions: Listing) -> Iterator[Fact[Drug]]:
    for condition in conditions.coded(_LONG_TERM):
        for key in condition.keys:
            if key in LONG_TERM_DRUG:
                yield fact(condition.resource, _long_term_drug(key), Kind.CONDITION, condition.counts)


def _long_term_drug(key: Key) -> Drug:
    """What a Z79 code says; a long-term opioid counts as a strong one (TR-18)."""
    drug_class = LONG_TERM_DRUG[key]
    if key in LONG_TERM_OPIOID:
        return Drug("long-term opioid", DrugClass.STRONG_OPIOID)
    if key in LONG_TERM_ASPIRIN:
        return Drug("aspirin", drug_class)
    return Drug(_LONG_TERM_NAME[drug_class], drug_class)


def _disorders(conditions: Listing) -> Iterator[Fact[str]]:
    """Coagulation disorders that bleed (F-31); a thrombophilia clots."""
    for condition in conditions.coded(BLEEDING_DISORDER):
        name = next(iter(condition.words), condition.keys[0][1])
        yield fact(condition.resource, name, Kind.CONDITION, condition.counts)
