"""The ward's nouns: every value that a fact of the record can have, as an enum.

What may not live here: facts themselves (`record`), and numbers that decide.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

LEVELS: tuple[str, ...] = (
    *(f"C{n}" for n in range(1, 8)),
    *(f"T{n}" for n in range(1, 13)),
    *(f"L{n}" for n in range(1, 6)),
    *(f"S{n}" for n in range(1, 6)),
    "coccyx",
)
"""The levels from top to bottom; a range is written "S1-S3" (contract 5.1)."""


class Side(StrEnum):
    """Side of a lesion, in the order in which cards are sorted."""

    LEFT = "left"
    MIDLINE = "midline"
    RIGHT = "right"
    BOTH = "both"


class AdministrativeGender(StrEnum):
    """A gender as the record states it (F-03); "unknown" states none."""

    MALE = "male"
    FEMALE = "female"
    OTHER = "other"


class Part(StrEnum):
    """Part of the vertebra that a lesion sits in (F-06)."""

    BODY = "body"
    PEDICLE = "pedicle"
    LAMINA = "lamina"
    FACET = "facet"
    TRANSVERSE_PROCESS = "transverse-process"
    SPINOUS_PROCESS = "spinous-process"
    SACRAL_ALA = "sacral-ala"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a lesion is: one level or a range of adjoining ones, with side and part where the record gives them."""

    level: str
    side: Side | None = None
    part: Part | None = None

    @property
    def levels(self) -> tuple[str, ...]:
        """Every single level of the place, from top to bottom."""
        first, _, last = self.level.partition("-")
        return LEVELS[LEVELS.index(first) : LEVELS.index(last or first) + 1]


class Nature(StrEnum):
    """What the lesion is (F-07)."""

    METASTASIS = "metastasis"
    PRIMARY_MALIGNANT = "primary-malignant"
    PLASMACYTOMA = "plasmacytoma"
    OSTEOID_OSTEOMA = "osteoid-osteoma"
    OSTEOBLASTOMA = "osteoblastoma"
    BENIGN_TREATABLE = "benign-treatable"
    BENIGN_NOT_INDICATED = "benign-not-indicated"
    INFECTION = "infection"
    OSTEOPOROTIC = "osteoporotic"
    BENIGN_UNSPECIFIED = "benign-unspecified"
    """A benign code that names no tumour (D16.6 alone): the nature stays unknown, but it contradicts malignancy (CR-07)."""


class Primary(StrEnum):
    """The primary tumour behind a metastasis (F-08)."""

    THYROID = "thyroid"
    KIDNEY = "kidney"
    PROSTATE = "prostate"
    LUNG = "lung"
    BREAST = "breast"
    OTHER = "other"


class Intent(StrEnum):
    """Cure of this lesion, or palliation (F-02)."""

    CURATIVE = "curative"
    PALLIATIVE = "palliative"


class Matrix(StrEnum):
    """Bone matrix of the lesion (F-09)."""

    LYTIC = "lytic"
    MIXED = "mixed"
    SCLEROTIC = "sclerotic"


class EpiduralGrade(StrEnum):
    """Epidural spinal cord compression grade, ESCC (X-14)."""

    G0 = "0"
    G1A = "1a"
    G1B = "1b"
    G1C = "1c"
    G2 = "2"
    G3 = "3"


HIGH_GRADES: Final = (EpiduralGrade.G2, EpiduralGrade.G3)
"""The cord is compressed (X-14): what gate 2 asks for."""


class Wall(StrEnum):
    """Posterior wall; outside the body the cortex towards canal or foramen (F-11)."""

    INTACT = "intact"
    BREACHED = "breached"


class Viscus(StrEnum):
    """A viscus that a report says the tumour touches (F-19); vessels and ureter are named structures, not bowel."""

    BOWEL = "bowel"
    OTHER = "another viscus"


class WishTold(StrEnum):
    """A wish or plan that a report tells; a wish is the clinician's own, so it is only asked about (F.5)."""

    DEBULKING = "debulking"
    SIZE_REDUCTION = "size-reduction"
    RADIOIODINE = "radioiodine"


class Metal(StrEnum):
    """Metal at or near the level (F-20)."""

    PRESENT = "present"
    ABSENT = "absent"
    REMOVED = "removed"


class Radiotherapy(StrEnum):
    """Earlier radiotherapy of the level, and its result (F-21)."""

    NONE = "none"
    GIVEN = "given"
    RESPONDED = "responded"
    FAILED = "failed"


class PainCharacter(StrEnum):
    """How the pain behaves (F-23)."""

    MECHANICAL = "mechanical"
    SUPINE = "supine"
    NIGHT = "night"


class PainScale(StrEnum):
    """The scale a pain value was given on; the two are never converted into each other (CR-05)."""

    VAS_MM = "mm VAS"
    NRS = "of 10"
    UNSTATED = "scale not stated"


@dataclass(frozen=True, slots=True)
class Pain:
    """A pain value on its scale: 0-100 mm, or 0-10; on an unstated scale only "more than none" may be read (CR-05)."""

    value: float
    scale: PainScale


class Deficit(StrEnum):
    """Neurological deficit (F-25)."""

    NONE = "none"
    ROOT = "root"
    MOTOR = "motor"
    SPHINCTER = "sphincter"
    MOTOR_OLD = "motor, old and stable"
    SPHINCTER_OLD = "sphincter, old and stable"
    """Recorded in words as old and stable: no emergency (gate 2)."""


class CordSign(StrEnum):
    """What the problem list says of cord and cauda (F-25)."""

    CAUDA_EQUINA = "cauda-equina-syndrome"
    COMPRESSION = "cord-compression"
    COMPRESSION_ELSEWHERE = "cord-compression-elsewhere"
    """At another level, and it is documented whether there is a deficit: shown here, raises nothing here."""
    UNEXAMINED_ELSEWHERE = "cord-compression-elsewhere-unexamined"
    """The same, and no current examination says whether there is a deficit: asked for here too (gate 2u)."""


class Refusal(StrEnum):
    """What the patient declined (F-04)."""

    PROCEDURE = "declined-procedure"
    ACTIVE_TREATMENT = "declined-active-treatment"


class DrugClass(StrEnum):
    """Drugs that matter before a procedure (F-24, F-30)."""

    ANTICOAGULANT = "anticoagulant"
    ANTIPLATELET = "antiplatelet"
    STRONG_OPIOID = "strong-opioid"
    OPIOID = "opioid"
    NSAID = "nsaid"


@dataclass(frozen=True, slots=True)
class Drug:
    """One drug of the list: international name, class, and whether it is recorded as on hold."""

    name: str
    drug_class: DrugClass
    on_hold: bool = False


class ImplantedDevice(StrEnum):
    """Electrically active implants (F-32)."""

    PACEMAKER = "pacemaker"
    DEFIBRILLATOR = "defibrillator"
    NEUROSTIMULATOR = "neurostimulator"


class Infection(StrEnum):
    """Where an infection is (F-34)."""

    SPINAL = "spinal infection at the level"
    SYSTEMIC = "systemic infection"
    ELSEWHERE = "infection elsewhere"


class Allergy(StrEnum):
    """Allergies that change a plan (F-35)."""

    PMMA = "acrylic or PMMA"
    CONTRAST = "contrast medium"
    LATEX = "latex"
    ANTIBIOTIC = "antibiotic"
    NSAID = "NSAID"
    LOCAL_ANAESTHETIC = "local anaesthetic"


class Technique(StrEnum):
    """The techniques, in the order of part C.1; 131-I has no state, it is an order item."""

    LASER = "LASER"
    RFA_BIPOLAR = "RFA_BIPOLAR"
    RFA_MONO = "RFA_MONO"
    CRYO = "CRYO"
    CHEM = "CHEM"
    CAV = "CAV"
    CEMENT = "CEMENT"


class PlannedTechnique(StrEnum):
    """What a selected order names; "RFA" without a form means the better of its two forms (contract 5.2)."""

    LASER = "LASER"
    RFA = "RFA"
    RFA_BIPOLAR = "RFA_BIPOLAR"
    RFA_MONO = "RFA_MONO"
    CRYO = "CRYO"
    CHEM = "CHEM"
    CAV = "CAV"
    CEMENT = "CEMENT"


class OrderKind(StrEnum):
    """What sort of order woke the service (contract 5.2); only a treatment order may be replaced."""

    TREATMENT = "treatment"
    BIOPSY = "biopsy"
    IMAGING = "imaging"
    REFERRAL = "referral"
    DRUG = "drug"
