"""What does the record say of pain and of the neurological state, as they concern one lesion? F-23 and F-25.

What may not live here: which lesion a finding belongs to (`lesions`), how old an examination may be, and whether a
state is an emergency (gate 2 is the ward's).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import Final

from fhir_profiles.chart import Chart, Note
from fhir_profiles.codes.observations import PAIN_NRS, PAIN_REPORTED, PAIN_VAS
from fhir_profiles.reading.cord_signs import cord_signs
from fhir_profiles.reading.entries import Entry
from fhir_profiles.reading.facts import fact_of
from fhir_profiles.reading.findings import RawFinding
from fhir_profiles.reading.lesions import LesionScope
from fhir_profiles.reading.patient import PatientRecord, read_patient
from fhir_profiles.reading.standing import fact
from fhir_profiles.reading.wording import Said, said
from fhir_profiles.resources import members
from plugin.answer import Fact, Kind, Recorded, Standing
from plugin.evidence import CordSign, Deficit, Pain, PainCharacter, PainScale, Symptoms

_VAS, _NRS, _REPORTED = (codes.codes[0].code for codes in (PAIN_VAS, PAIN_NRS, PAIN_REPORTED))
_PAIN: Final = (_VAS, _NRS, _REPORTED)
_HIGHEST: Final = {PainScale.VAS_MM: 100.0, PainScale.NRS: 10.0, PainScale.UNSTATED: float("inf")}
_OLD_AND_STABLE: Final = {Deficit.MOTOR: Deficit.MOTOR_OLD, Deficit.SPHINCTER: Deficit.SPHINCTER_OLD}

_OLD: Final = re.compile(
    r"(?<!year )(?<!years )(?<!year-)(?<!jahre )\b(?:old|long-?standing|chronic|pre-?existing|for years"
    r"|alt(?:e[mnrs]?|bekannt\w*)?|vorbestehend\w*|chronisch\w*|seit jahren"
    r"|ancien(?:ne)?s?|chroniques?|depuis des annees)\b"
)
_STABLE: Final = re.compile(r"\b(?:stable|unchanged|stabil\w*|unverandert\w*|stables|inchangee?s?)\b")
_NEW: Final = re.compile(
    r"\b(?:new|newly|acute|progressi\w+|worsening|worse|neu\w*|akut\w*|zunehmend\w*|progredient\w*"
    r"|nouve(?:au|lle)s?|aigue?s?|aggrav\w+)\b"
)


def read_symptoms(chart: Chart, lesion: LesionScope, as_of: datetime) -> Symptoms:
    """Pain and neurological state of this lesion."""
    return symptoms_noted(chart, lesion, as_of)[0]


def symptoms_noted(
    chart: Chart, lesion: LesionScope, as_of: datetime, patient: PatientRecord | None = None
) -> tuple[Symptoms, tuple[Note, ...]]:
    """The same, with what could not be read; `patient` is what was read of the patient already."""
    patient = patient or read_patient(chart, as_of)
    pain, notes = _pain(chart, lesion)
    signs = (*cord_signs(_mine(patient.cord, lesion)), *map(_compression, lesion.of("cord-compression")))
    compressed = any(sign.value is CordSign.COMPRESSION for sign in signs)
    deficit = tuple(_deficit(finding) for finding in _examined(lesion, compressed=compressed))
    no_deficit = chart.unread("deficit")
    symptoms = Symptoms(
        pain=pain,
        pain_coded=Recorded(facts=_pain_coded(patient, lesion), unread=chart.unread("pain")),
        pain_character=_character(chart, lesion),
        deficit=Recorded(facts=deficit, unread=no_deficit or "neurological-deficit" in lesion.unusable),
        cord_sign=Recorded(facts=signs, unread=no_deficit),
    )
    return symptoms, notes


# --- pain -------------------------------------------------------------------------------------------------------------


def _pain(chart: Chart, lesion: LesionScope) -> tuple[Recorded[Pain], tuple[Note, ...]]:
    found = [(finding, _pain_value(finding)) for finding in lesion.of(*_PAIN)]
    notes = tuple(
        Note(key="findings", resource=finding.seen_in, problem="pain value whose unit or range is not known: not read")
        for finding, pain in found
        if pain is None
    )
    facts = tuple(fact_of(finding, pain) for finding, pain in found if pain is not None)
    # What may be the newest value and was not read leaves an older one unsettled (C.7).
    unread = bool(notes) or chart.unread("pain") or not lesion.unusable.isdisjoint(_PAIN)
    return Recorded(facts=facts, unread=unread), notes


def _pain_value(finding: RawFinding) -> Pain | None:
    """The value on its scale; the scale is never guessed and never converted (CR-05)."""
    value = finding.value
    scale = _scale(finding)
    if scale is None or isinstance(value, bool | str) or not 0 <= value <= _HIGHEST[scale]:
        return None
    return Pain(float(value), scale)


def _scale(finding: RawFinding) -> PainScale | None:
    """The scale that code and unit tell together; None: another unit, not read."""
    if finding.code == _REPORTED:
        return PainScale.UNSTATED
    if finding.code == _VAS:
        return {"mm": PainScale.VAS_MM, "": PainScale.UNSTATED}.get(finding.unit)
    if not finding.unit:
        return PainScale.NRS if isinstance(finding.value, int) else PainScale.UNSTATED
    return PainScale.NRS if finding.unit == "{score}" else None


def _pain_coded(patient: PatientRecord, lesion: LesionScope) -> tuple[Fact[bool], ...]:
    """Pain from neoplasm (G89.3) in the problem list; without a body site it counts for the patient."""
    without_place = (each for each in patient.tumour_pain if not members(each.resource, "bodySite"))
    found = {id(each): each for each in (*without_place, *_mine(patient.tumour_pain, lesion))}
    return tuple(fact(each.resource, True, Kind.CONDITION, each.counts) for each in found.values())


def _mine(conditions: tuple[Entry, ...], lesion: LesionScope) -> tuple[Entry, ...]:
    """Those that belong to the lesion."""
    if not conditions:
        return ()
    mine = {id(condition) for condition in (*lesion.conditions, *lesion.unplaced)}
    return tuple(each for each in conditions if id(each.resource) in mine)


def _character(chart: Chart, lesion: LesionScope) -> Recorded[PainCharacter]:
    code = "pain-character"
    known = set(PainCharacter)
    facts = tuple(fact_of(each, PainCharacter(str(each.value))) for each in lesion.of(code) if each.value in known)
    return Recorded(facts=facts, unread=chart.unread("pain") or code in lesion.unusable)


# --- neurological state -----------------------------------------------------------------------------------------------


def _examined(lesion: LesionScope, *, compressed: bool) -> list[RawFinding]:
    """Deficits that concern the lesion; of one day what is said of its own level goes before what is said of the patient.

    Where cord or cauda is compressed, any deficit of the patient does (gate 2).
    """
    found = [each for each in lesion.of("neurological-deficit") if compressed or _concerns(each, lesion)]
    placed = {each.on and each.on.date() for each in found if each.place is not None}
    return [each for each in found if each.place is not None or (each.on and each.on.date()) not in placed]


def _concerns(finding: RawFinding, lesion: LesionScope) -> bool:
    """Of several lesions none owns a motor or sphincter deficit without a level; only the patient does (gate 2)."""
    if finding.place is not None or lesion.place is None or not lesion.others:
        return True
    return finding.value not in _OLD_AND_STABLE


def _compression(finding: RawFinding) -> Fact[CordSign]:
    """A report of cord or cauda compression is such a sign; one that it only doubts may not wait either."""
    counts = Standing.TENTATIVE if finding.standing is Standing.DOUBTED else finding.standing
    return replace(fact_of(finding, CordSign.COMPRESSION), standing=counts)


def _deficit(finding: RawFinding) -> Fact[Deficit]:
    recorded = Deficit(str(finding.value))
    value = _OLD_AND_STABLE.get(recorded, recorded) if _is_old_and_stable(finding.text) else recorded
    return fact_of(finding, value) if finding.kind is Kind.REPORT else replace(fact_of(finding, value), modality="exam")


def _is_old_and_stable(text: str) -> bool:
    """Only when the words say both, and nothing new beside it (contract 5.3)."""
    both = said((text,), _OLD) is Said.STATED and said((text,), _STABLE) is Said.STATED
    return both and said((text,), _NEW) in (None, Said.DENIED)
