"""The patients that both judges see: each told once, handed to ours as a record and to the oracle as a tuple of the CQL.

Only what a fact's absence means is translated here (no size recorded is null, no nature recorded is "unknown"); every
conclusion is left to the two judges. What may not live here: an expected outcome or state.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any

from plugin.answer import Recorded
from plugin.evidence import Evidence, Scope
from plugin.grammar import LocalPractice
from tests.support.stories import ANSWERS, MISSING, evidence_of, evidence_with

INPUTS = ("INTENT", "CANAL", "CONS", "SOFT", "SIZE")
NIDUS = ("osteoid-osteoma", "osteoblastoma")
LIMITS = {
    "few_lesions": 3,
    "close_to_neural_structure_mm": 10,
    "close_to_viscus_mm": 10,
    "small_lesion_mm": 20,
}
"""The thresholds of C.6 that gates and states use, as that table gives them."""

Choices = Mapping[Any, float]
Told = dict[str, Any]

_EVEN: dict[str, Choices] = {
    "INTENT": {"curative": 4, "palliative": 4, "unknown": 2},
    "CANAL": {"yes": 3, "no": 5, "unknown": 2},
    "CONS": {"yes": 4, "no": 4, "unknown": 2},
    "SOFT": {"yes": 4, "no": 4, "unknown": 2},
    "SIZE": {"yes": 3, "no": 5, "unknown": 1},
    "PAIN": {"painful": 6, "painless": 2, "unknown": 2},
    "DEFICIT": {"none": 6, "root": 2, "motor": 1, "sphincter": 1, "unknown": 2, "motor, old and stable": 1},
    "scope": {"spine": 18, "unknown": 1, "outside": 1},
    "nature": {
        "metastasis": 8,
        "primary-malignant": 1,
        "plasmacytoma": 1,
        "osteoid-osteoma": 2,
        "osteoblastoma": 1,
        "benign-treatable": 1,
        "benign-not-indicated": 1,
        "infection": 0.5,
        "osteoporotic": 0.5,
        "unknown": 2,
    },
    "refusal": {None: 12, "declined-procedure": 1, "declined-active-treatment": 1},
    "cord-sign": {None: 12, "cord-compression": 2, "cauda-equina-syndrome": 1},
    "emergency-elsewhere": {False: 12, True: 1},
    "sins-total": {None: 10, 13: 1, 14: 1, 18: 1, 12: 2, 6: 2},
    "pregnant": {None: 15, True: 1, False: 1},
    "infection": {None: 15, "systemic infection": 1, "spinal infection at the level": 1, "infection elsewhere": 1},
    "lesion-count": {None: 6, 1: 3, 3: 2, 4: 2, 9: 1},
    "few_lesions": {3: 6, 1: 1, 5: 1},
    "primary": {"breast": 3, "kidney": 2, "thyroid": 3, "prostate": 1, "unknown": 1},
    "histology-primary": {None: 5, "kidney": 1, "prostate": 1},
    "matrix": {"lytic": 3, "mixed": 2, "sclerotic": 2, "unknown": 2},
    "allergy": {None: 8, "acrylic or PMMA": 1, "latex": 1, "unread": 1},
    "age": {60: 12, 11: 1, 12: 1, None: 1},
    "level": {"T9": 3, "L3": 2, "T12": 1, "T12-L1": 1, "S1-S3": 1, "coccyx": 1},
    "distance-to-neural-structure": {None: 1, 4: 1, 10: 1, 10.5: 1, 15: 3},
    "close_to_neural_structure_mm": {10: 6, 5: 1, 20: 1},
    "posterior-wall": {"intact": 5, "breached": 1, "unknown": 1},
    "distance-to-viscus": {None: 3, 3: 1, 10: 1, 11: 1, 25: 3},
    "close_to_viscus_mm": {10: 6, 30: 1},
    "metal": {"absent": 4, "distance-unknown": 1, "removed": 1, "unknown": 2, "unread": 1},
    "cied": {"no": 6, "pacemaker": 1, "defibrillator": 1, "neurostimulator": 1, "unread": 1},
    "size": {None: 1, 12: 1, 20: 1, 21: 1, 60: 1},
    "small_lesion_mm": {20: 6, 10: 1},
    "compression-elsewhere": {False: 5, True: 1},
}
"""Every fact that gates and states use, with the values that it takes and how often."""

_ALONG_THE_WAY: dict[str, Choices] = {
    **_EVEN,
    **{name: {value: n for value, n in _EVEN[name].items() if value != "unknown"} for name in INPUTS},
    "PAIN": {"painful": 4, "painless": 1},
    "DEFICIT": {"none": 5, "root": 1},
    "scope": {"spine": 1},
    "nature": {"metastasis": 5, "plasmacytoma": 1, "osteoid-osteoma": 2, "osteoblastoma": 1, "benign-treatable": 1},
    **{name: {None: 1} for name in ("refusal", "cord-sign", "sins-total", "pregnant", "infection", "lesion-count")},
    "primary": {"breast": 2, "thyroid": 3, "prostate": 1, "kidney": 1},
    "allergy": {None: 6, "acrylic or PMMA": 1, "unread": 1},
    "age": {60: 1},
    "metal": {"absent": 6, "distance-unknown": 1, "removed": 1, "unread": 1},
    "cied": {"no": 8, "pacemaker": 1, "unread": 1},
}
"""The same facts, weighted so that most patients come as far as a pathway and its states."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patient:
    """One patient as both judges see them."""

    name: str
    evidence: Evidence
    elsewhere: tuple[Evidence, ...] = ()
    practice: LocalPractice = field(default_factory=LocalPractice)
    case: Told


def rows() -> list[Patient]:
    """The 243 rows of B.3: gates passed, no deficit, pain present."""
    return [_row(dict(zip(INPUTS, row, strict=True))) for row in product(*(ANSWERS[name] for name in INPUTS))]


def patients(count: int, seed: int) -> list[Patient]:
    """So many patients, the same every time: one half over the whole space, one half along the way to a pathway."""
    chance = random.Random(seed)  # noqa: S311 - no secret, the same every time
    return [_patient(number, chance, _ALONG_THE_WAY if number % 2 else _EVEN) for number in range(count)]


def _row(answers: dict[str, str]) -> Patient:
    told = {
        **answers,
        "PAIN": "painful",
        "DEFICIT": "none",
        "scope": "spine",
        "nature": "metastasis",
        "primary": "breast",
        "level": "T9",
        "age": 60,
        "escc": None,
        "metal": "unknown",
        "cied": "no",
    }
    return _both("/".join(answers.values()), {**dict.fromkeys(_EVEN), **LIMITS, **told})


def _patient(number: int, chance: random.Random, space: Mapping[str, Choices]) -> Patient:
    told = {name: chance.choices(list(values), list(values.values()))[0] for name, values in space.items()}
    told["escc"] = chance.choice(_GRADES[told["CANAL"]])
    if told["CONS"] == "unknown" and told["sins-total"] in (6, 12):
        told["sins-total"] = None  # it would answer CONS (B.3); the oracle is given answers
    return _both(f"patient-{number}", told)


_GRADES: Mapping[str, tuple[str | None, ...]] = {
    "yes": (None, None, None, "1a", "1b", "1c", "1c", "2", "3"),
    "no": (None, "0"),
    "unknown": (None,),
}


def _both(name: str, told: Told) -> Patient:
    return Patient(
        name=name,
        evidence=_evidence(told),
        elsewhere=tuple(_elsewhere(told)),
        practice=LocalPractice(thresholds={limit: told[limit] for limit in LIMITS}),
        case=_case(name, told),
    )


# --- as a record, for ours -----------------------------------------------------------------------------------------------

_SCOPES = {"spine": Scope.SPINE, "unknown": Scope.NOT_FOUND, "outside": Scope.OUTSIDE}
_PLAIN = (
    *("nature", "primary", "escc", "refusal", "cord-sign", "sins-total", "pregnant", "infection", "lesion-count"),
    *("histology-primary", "matrix", "distance-to-neural-structure", "posterior-wall", "distance-to-viscus", "size"),
)
"""What is recorded as it is told; None and "unknown" are not recorded."""


def _evidence(told: Told) -> Evidence:
    answers = {name: told[name] for name in (*INPUTS, "PAIN")}
    record = {name: MISSING if told.get(name) in (None, "unknown") else told[name] for name in _PLAIN}
    record["neurological-deficit"] = MISSING if told["DEFICIT"] == "unknown" else told["DEFICIT"]
    if told["metal"] in _RECORDED_METAL:
        record["metal-near-level"] = _RECORDED_METAL[told["metal"]]
    if told["allergy"] not in (None, "unread"):
        record["allergies"] = told["allergy"]
    if told["cied"] not in ("no", "unread"):
        record["devices"] = told["cied"]
    evidence = evidence_with(
        answers,
        record=record,
        scope=_SCOPES[told["scope"]],
        place={"level": told["level"], "part": "body"},
        patient={"age": MISSING if told["age"] is None else told["age"], "gender": "male"},
    )
    return _with_failed_reads(evidence, told)


_RECORDED_METAL = {"absent": "absent", "removed": "removed", "distance-unknown": "present"}


def _with_failed_reads(evidence: Evidence, told: Told) -> Evidence:
    """Nothing found, and the source could not be read (the second column of F.4)."""
    failed: Recorded[Any] = Recorded(unread=True)
    if told["metal"] == "unread":
        evidence = replace(evidence, lesion=replace(evidence.lesion, metal=failed))
    if told["cied"] == "unread":
        evidence = replace(evidence, hazards=replace(evidence.hazards, devices=failed))
    if told["allergy"] == "unread":
        evidence = replace(evidence, fitness=replace(evidence.fitness, allergies=failed))
    return evidence


def _elsewhere(told: Told) -> Iterator[Evidence]:
    """An emergency at C5, a compression at C2; an examination that names no level counts for that too."""
    if told["emergency-elsewhere"]:
        record = {"nature": "metastasis", "neurological-deficit": "motor"}
        yield evidence_of({"place": {"level": "C5"}, "record": record}, ordered=False)
    if told["compression-elsewhere"]:
        deficit = MISSING if told["DEFICIT"] == "unknown" else told["DEFICIT"]
        record = {"cord-sign": "cord-compression", "neurological-deficit": deficit}
        yield evidence_of({"place": {"level": "C2"}, "record": record}, ordered=False)


# --- as a tuple, for the oracle -------------------------------------------------------------------------------------------


def _case(name: str, told: Told) -> Told:
    return {
        "id": name,
        "scope": told["scope"],
        "emergencyElsewhere": bool(told["emergency-elsewhere"]),
        "deficitElsewhere": bool(told["emergency-elsewhere"]),
        "compressionElsewhere": bool(told["compression-elsewhere"]),
        "refusal": told["refusal"] is not None,
        "nature": told["nature"],
        "intent": _intent(told),
        **{key: told[key.upper()] for key in ("canal", "cons", "soft", "size", "pain")},
        "deficit": told["DEFICIT"].partition(",")[0],
        "deficitOldAndStable": "old" in told["DEFICIT"],
        "escc": told["escc"],
        "caudaEquina": told["cord-sign"] == "cauda-equina-syndrome",
        "cordCompression": told["cord-sign"] == "cord-compression",
        "sinsLow": told["sins-total"],
        "pregnant": told["pregnant"] is True,
        "infectionSystemic": told["infection"] == "systemic infection",
        "infectionAtLevel": told["infection"] == "spinal infection at the level",
        "lesionCount": told["lesion-count"],
        "fewLesions": told["few_lesions"],
        "primaryTumour": told["primary"],
        "matrix": told["matrix"] or "unknown",
        "histologyOfLesion": told["histology-primary"],
        "pmmaAllergy": told["allergy"] == "acrylic or PMMA",
        "allergiesRead": told["allergy"] != "unread",
        "age": told["age"],
        **_distances(told),
        "metal": told["metal"],
        "cied": told["cied"] if told["cied"] in ("no", "unread") else "yes",
        "lesionSize": told["size"],
        "smallLesion": told["small_lesion_mm"],
    }


def _distances(told: Told) -> Told:
    return {
        "neuralDistance": told["distance-to-neural-structure"],
        "neuralWord": None,
        "neuralLimit": told["close_to_neural_structure_mm"],
        "cortex": told["posterior-wall"] or "unknown",
        "viscusDistance": told["distance-to-viscus"],
        "viscusWord": None,
        "viscusLimit": told["close_to_viscus_mm"],
        "atBowelLevel": told["level"] in ("L3", "T12-L1", "S1-S3", "coccyx"),
    }


def _intent(told: Told) -> str:
    """B.3, derivation allowed: "benign osteoid osteoma/osteoblastoma → curative"."""
    answer: str = told["INTENT"]
    return "curative" if answer == "unknown" and told["nature"] in NIDUS else answer
