"""All that may be known of one patient and one lesion: the record's facts, sorted by topic.

Every field is a `Recorded`: the facts as they were found, with their source and date; which of them counts is decided by
the reading order (`answer.weigh`), not here. What may not live here: conclusions (need for consolidation, closeness), and any
word of FHIR.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from plugin.answer import Recorded
from plugin.evidence.vocabulary import (
    Allergy,
    CordSign,
    Deficit,
    Drug,
    EpiduralGrade,
    ImplantedDevice,
    Infection,
    Intent,
    Matrix,
    Metal,
    Nature,
    OrderKind,
    Pain,
    PainCharacter,
    Place,
    PlannedTechnique,
    Primary,
    Radiotherapy,
    Refusal,
    Viscus,
    Wall,
    WishTold,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedProcedure:
    """One selected order of ours: what it is, the technique it names if any, and its reference and words in the draft list."""

    kind: OrderKind
    reference: str
    technique: PlannedTechnique | None = None
    words: str = ""


class MismatchKind(Enum):
    """In what an order, a condition or a report disagree about the place, or why that cannot be told (CR-03)."""

    SIDE = "side"
    LEVEL = "level"
    UNREAD = "site of the order not readable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mismatch:
    """One disagreement about the place: what was ordered or told, and what is documented: level or side in words, or ""."""

    kind: MismatchKind
    said: str
    documented: str
    seen_in: tuple[str, ...] = ()


class Scope(Enum):
    """What the search for a spinal bone tumour found (gates 1 and 1u)."""

    SPINE = "spinal lesion documented"
    NOT_FOUND = "nothing documented at the place of the order"
    OUTSIDE = "not a vertebral, sacral or coccygeal bone tumour"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disease:
    """What the lesion is, and where it comes from."""

    nature: Recorded[Nature] = field(default_factory=Recorded)
    primary: Recorded[Primary] = field(default_factory=Recorded)
    histology: Recorded[str] = field(default_factory=Recorded)
    """Histology of this lesion ("renal cell carcinoma"), from a biopsy report or a coded histology observation."""
    histology_primary: Recorded[Primary] = field(default_factory=Recorded)
    """The primary that the histology of this lesion proves (CR-01)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesion:
    """What examinations say about this lesion; everything here belongs to its level."""

    matrix: Recorded[Matrix] = field(default_factory=Recorded)
    escc: Recorded[EpiduralGrade] = field(default_factory=Recorded)
    canal_extension: Recorded[bool] = field(default_factory=Recorded)
    debulking_need: Recorded[bool] = field(default_factory=Recorded)
    posterior_wall: Recorded[Wall] = field(default_factory=Recorded)
    soft_tissue_extension: Recorded[bool] = field(default_factory=Recorded)
    consolidation_need: Recorded[bool] = field(default_factory=Recorded)
    collapse: Recorded[bool] = field(default_factory=Recorded)
    fracture: Recorded[bool] = field(default_factory=Recorded)
    """A pathological fracture in the problem list at this level (True only; its absence is no "no")."""
    fracture_risk: Recorded[bool] = field(default_factory=Recorded)
    """A report's words: at risk of fracture (True) or no risk of fracture (False)."""
    sins_total: Recorded[int] = field(default_factory=Recorded)
    sins_location: Recorded[int] = field(default_factory=Recorded)
    sins_pain: Recorded[int] = field(default_factory=Recorded)
    sins_lesion: Recorded[int] = field(default_factory=Recorded)
    sins_alignment: Recorded[int] = field(default_factory=Recorded)
    sins_collapse: Recorded[int] = field(default_factory=Recorded)
    sins_posterolateral: Recorded[int] = field(default_factory=Recorded)
    size_reduction_need: Recorded[bool] = field(default_factory=Recorded)
    radioiodine_planned: Recorded[bool] = field(default_factory=Recorded)
    """A plan of 131-I, from the order's words or another draft order (True only)."""
    size_mm: Recorded[float] = field(default_factory=Recorded)
    lesion_count: Recorded[int] = field(default_factory=Recorded)
    """The documented number of spinal lesions; where no finding says it, the number of lesions that the record documents."""
    multiple: Recorded[bool] = field(default_factory=Recorded)
    """A report says "multiple" without a number (True only): more than few (F.5, reading words)."""
    distance_to_neural_mm: Recorded[float] = field(default_factory=Recorded)
    distance_to_viscus_mm: Recorded[float] = field(default_factory=Recorded)
    touches_nerve: Recorded[bool] = field(default_factory=Recorded)
    """A report says that the tumour touches root, cord or sac, or lies in a foramen (True); that it keeps away (False)."""
    touches_viscus: Recorded[Viscus] = field(default_factory=Recorded)
    """A report says that the tumour touches a viscus."""
    psoas_part: Recorded[bool] = field(default_factory=Recorded)
    """A report says that the part outside the bone reaches psoas or iliacus (True only)."""
    wishes_told: Recorded[WishTold] = field(default_factory=Recorded)
    """Wishes and plans that a report tells (debulking, size reduction, 131-I): no wish, only asked about (F.5)."""
    metal: Recorded[Metal] = field(default_factory=Recorded)
    radiotherapy: Recorded[Radiotherapy] = field(default_factory=Recorded)
    intra_articular: Recorded[bool] = field(default_factory=Recorded)
    planned_probes: Recorded[int] = field(default_factory=Recorded)
    planned_positionings: Recorded[int] = field(default_factory=Recorded)
    ct_of_level: Recorded[bool] = field(default_factory=Recorded)
    """A CT of the level is on record (True, dated)."""
    mr_of_level: Recorded[bool] = field(default_factory=Recorded)
    """An MR of the level is on record (True, dated)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Symptoms:
    """Pain and neurological state, as they concern this lesion."""

    pain: Recorded[Pain] = field(default_factory=Recorded)
    pain_coded: Recorded[bool] = field(default_factory=Recorded)
    """A code that proves pain without a number (G89.3, 38208-5 above 0, "painful" pain character): True only."""
    pain_character: Recorded[PainCharacter] = field(default_factory=Recorded)
    """May hold several values at once; read with `weigh` only for its alarms."""
    deficit: Recorded[Deficit] = field(default_factory=Recorded)
    deficit_elsewhere: Recorded[Deficit] = field(default_factory=Recorded)
    """Deficits at other levels, where cord or cauda is compressed at this one; weighed there, so each counts. Never `none`."""
    cord_sign: Recorded[CordSign] = field(default_factory=Recorded)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitness:
    """The person: age, gender, wishes, general state."""

    age: int | None = None
    """Completed years, or None."""
    gender: str = ""
    """Administrative gender: male, female, other, unknown, or empty."""
    seen_in: str = ""
    """Where age and gender stand ("Patient/p1")."""
    refusal: Recorded[Refusal] = field(default_factory=Recorded)
    intent: Recorded[Intent] = field(default_factory=Recorded)
    pregnant: Recorded[bool] = field(default_factory=Recorded)
    """Documented pregnancy or its exclusion: Conditions, status, tests (True or False, dated)."""
    negative_pregnancy_test: Recorded[bool] = field(default_factory=Recorded)
    """A laboratory test that was negative (True, dated)."""
    allergies: Recorded[Allergy] = field(default_factory=Recorded)
    ecog: Recorded[int] = field(default_factory=Recorded)
    karnofsky: Recorded[int] = field(default_factory=Recorded)
    asa: Recorded[int] = field(default_factory=Recorded)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bleeding:
    """Coagulation, blood count, kidney, and the drugs that act on them."""

    inr: Recorded[float] = field(default_factory=Recorded)
    platelets: Recorded[float] = field(default_factory=Recorded)
    """10^9/L."""
    haemoglobin: Recorded[float] = field(default_factory=Recorded)
    creatinine: Recorded[float] = field(default_factory=Recorded)
    egfr: Recorded[float] = field(default_factory=Recorded)
    """mL/min; always an estimate, never a creatinine clearance (F-29)."""
    drugs: Recorded[Drug] = field(default_factory=Recorded)
    """Every drug of F-24 and F-30 on the lists; each fact stands for itself."""
    coagulation_disorder: Recorded[str] = field(default_factory=Recorded)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hazards:
    """What else may harm: implants, infection, fever."""

    devices: Recorded[ImplantedDevice] = field(default_factory=Recorded)
    infection: Recorded[Infection] = field(default_factory=Recorded)
    temperature_c: Recorded[float] = field(default_factory=Recorded)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """All we may know of one patient and one lesion, at one moment.

    `place` is None only for an emergency that has no level. `ordered` says whether the selected orders mean this lesion; one
    that is not ordered is looked at only for an emergency. `scope` is what the search for the lesion found.
    `documented_levels` are all levels with a documented lesion; `ordered_lesions` counts the lesions that the orders mean.
    """

    as_of: datetime
    place: Place | None
    ordered: bool = True
    scope: Scope = Scope.SPINE
    planned: tuple[PlannedProcedure, ...] = ()
    mismatches: tuple[Mismatch, ...] = ()
    documented_levels: tuple[str, ...] = ()
    ordered_lesions: int = 1
    level_from_order: bool = False
    """The level comes from the order because no record names one (contract 5.1)."""
    disease: Disease = field(default_factory=Disease)
    lesion: Lesion = field(default_factory=Lesion)
    symptoms: Symptoms = field(default_factory=Symptoms)
    unexamined_levels: tuple[str, ...] = ()
    """The other levels with a compression of cord or cauda that nobody has examined for a deficit, where they are named."""
    fitness: Fitness = field(default_factory=Fitness)
    bleeding: Bleeding = field(default_factory=Bleeding)
    hazards: Hazards = field(default_factory=Hazards)
    ignored: tuple[str, ...] = ()
    """What would have said something but was left out or only noted for its status: refuted, preliminary … (CR-10)."""
    words_not_counted: tuple[str, ...] = ()
    """Orders whose words were denied, historical, conditional or about another level (CR-08)."""
