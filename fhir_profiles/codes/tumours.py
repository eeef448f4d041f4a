"""Which codes say what a lesion is, and where it comes from? Parts E.2, E.5 and E.6.

Natures that only a site and words decide (osteoid osteoma in ICD) are not forced into a nature here. What is unverified
in part E stands in a set whose name says what it may do. What may not live here: what follows from a nature.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from fhir_profiles.codes.code import CodeSet, Key, codes, groups, union
from fhir_profiles.codes.systems import ICD10CM, ICDO3, SNOMED
from plugin.evidence import Primary

# --- Metastasis. E.2 "secondary bone", E.6 "secondary" ----------------------------------------------------------------

METASTASIS_SPINE: Final = CodeSet(
    name="metastasis, spine named",  # the last one is a fracture of a vertebra at a metastasis
    codes=codes(SNOMED, "94602001", "94250008", "94274006", "94389000", "94527001", "285619009", "866087009"),
)
METASTASIS_BONE: Final = CodeSet(
    name="metastasis, bone in general",
    codes=codes(ICD10CM, "C79.51", "C7B.03") + codes(SNOMED, "94222008"),
)
METASTASIS_MARROW: Final = CodeSet(
    name="metastasis, bone marrow", codes=codes(ICD10CM, "C79.52") + codes(SNOMED, "94217008")
)
METASTASIS_FROM: Final[Mapping[Primary, CodeSet]] = {  # names its primary, not its site
    Primary.THYROID: CodeSet(name="metastasis from thyroid", codes=codes(SNOMED, "315007008")),
    Primary.KIDNEY: CodeSet(name="metastasis from kidney", codes=codes(SNOMED, "314996003")),
    Primary.PROSTATE: CodeSet(name="metastasis from prostate", codes=codes(SNOMED, "314994000")),
    Primary.LUNG: CodeSet(name="metastasis from lung", codes=codes(SNOMED, "315006004")),
    Primary.BREAST: CodeSet(name="metastasis from breast", codes=codes(SNOMED, "315004001")),
}
METASTASIS_ELSEWHERE_OR_UNSAID: Final = union(
    "metastasis, site not named",
    CodeSet(name="metastatic disease", codes=codes(SNOMED, "128462008")),
    *METASTASIS_FROM.values(),
)
METASTASIS: Final = union(
    "metastasis", METASTASIS_SPINE, METASTASIS_BONE, METASTASIS_MARROW, METASTASIS_ELSEWHERE_OR_UNSAID
)

# --- Primary malignant. E.2 "primary malignant", E.5, E.6 -------------------------------------------------------------

CHORDOMA: Final = CodeSet(
    name="chordoma",
    codes=codes(SNOMED, "895111002", "830196006", "833295000", "833285007", "447730004")
    + codes(ICDO3, "9370/3", "9371/3"),
)
PRIMARY_MALIGNANT_SPINE: Final = CodeSet(
    name="primary malignant, spine named",
    codes=codes(ICD10CM, "C41.2")
    + codes(SNOMED, "372028007", "93751003", "372019006", "93878007", "93996004")
    + codes(SNOMED, "895111002", "830196006", "833295000", "833285007", "447730004", "1153427006", "448776002"),
)
PRIMARY_MALIGNANT_PELVIS: Final = CodeSet(  # sacral chordoma is coded here, but so is the ilium
    name="primary malignant, pelvic bones, sacrum or coccyx", codes=codes(ICD10CM, "C41.4")
)
PRIMARY_MALIGNANT_BONE: Final = CodeSet(name="primary malignant, bone in general", codes=codes(ICD10CM, "C41.9"))
PRIMARY_MALIGNANT_MORPHOLOGY: Final = CodeSet(
    name="primary malignant, morphology",
    codes=codes(ICDO3, "9370/3", "9371/3", "9250/3", "9220/3", "9180/3", "9260/3"),
)
PRIMARY_MALIGNANT: Final = union(
    "primary malignant",
    PRIMARY_MALIGNANT_SPINE,
    PRIMARY_MALIGNANT_PELVIS,
    PRIMARY_MALIGNANT_BONE,
    PRIMARY_MALIGNANT_MORPHOLOGY,
)

# --- Plasma cell. E.2, E.5, E.6 ---------------------------------------------------------------------------------------

PLASMACYTOMA: Final = CodeSet(
    name="plasmacytoma",
    codes=codes(ICD10CM, "C90.30", "C90.31", "C90.32")
    + codes(SNOMED, "415112005", "426336007", "415110002")
    + codes(ICDO3, "9731/3"),
)
MYELOMA: Final = CodeSet(
    name="myeloma",
    codes=codes(ICD10CM, "C90.00", "C90.01", "C90.02") + codes(SNOMED, "1162576007", "94705007"),
)
PLASMA_CELL: Final = union("plasma cell tumour", PLASMACYTOMA, MYELOMA)
EXTRAMEDULLARY_PLASMACYTOMA: Final = CodeSet(  # not in bone, so no nature of a vertebral lesion
    name="extramedullary plasmacytoma", codes=codes(ICD10CM, "C90.20") + codes(ICDO3, "9734/3")
)

# --- Malignant or not, undecided by the code. E.2 "uncertain/unspecified", E.6 ----------------------------------------

MALIGNANT_SPINE: Final = CodeSet(  # primary or secondary is not said: SNOMED keeps both below these
    name="malignant, spine named",
    codes=codes(SNOMED, "363438000", "187916000", "187917009", "187918004", "187956003"),
)
UNCERTAIN_SPINE: Final = CodeSet(
    name="neoplasm of uncertain or unsaid behaviour, spine named",
    codes=codes(SNOMED, "126552007", "95110007", "94791006", "94814007", "94918009", "95036002"),
)
UNCERTAIN_BONE: Final = CodeSet(
    name="neoplasm of uncertain or unsaid behaviour, bone in general", codes=codes(ICD10CM, "D48.0", "D49.2", "D47.2")
)

# --- Benign. E.2 "benign", E.5, E.6 -----------------------------------------------------------------------------------

OSTEOID_OSTEOMA: Final = CodeSet(name="osteoid osteoma", codes=codes(SNOMED, "302859004") + codes(ICDO3, "9191/0"))
OSTEOBLASTOMA: Final = CodeSet(name="osteoblastoma", codes=codes(ICDO3, "9200/0"))  # SNOMED id unverified
HAEMANGIOMA: Final = CodeSet(
    name="haemangioma",
    codes=codes(ICD10CM, "D18.09", "D18.00") + codes(SNOMED, "400210000") + codes(ICDO3, "9120/0"),
)
BENIGN_TREATABLE: Final = CodeSet(  # giant cell tumour, aneurysmal bone cyst, eosinophilic granuloma
    name="other benign tumour that may be treated",
    codes=codes(SNOMED, "697970009", "203468000") + codes(ICDO3, "9752/1"),
)
BENIGN_SPINE: Final = CodeSet(name="benign, spine named, tumour not", codes=codes(ICD10CM, "D16.6"))
BENIGN_PELVIS: Final = CodeSet(name="benign, pelvis, sacrum or coccyx", codes=codes(ICD10CM, "D16.8"))
BENIGN_BONE: Final = CodeSet(name="benign, bone in general", codes=codes(ICD10CM, "D16.9"))
BENIGN_UNSPECIFIED: Final = union("benign, tumour not named", BENIGN_SPINE, BENIGN_PELVIS, BENIGN_BONE)

QUESTION_ONLY_NATURE: Final = CodeSet(
    name="unverified natures: may raise a question, nothing else",
    # haemangioma of the spine (one weak source); myeloma, aggressive osteoblastoma, giant cell tumour (E.5)
    codes=codes(SNOMED, "448232005") + codes(ICDO3, "9732/3", "9200/1", "9250/1"),
)

# --- Not bone. E.2 "not bone (scope-out)" and C79.49 ------------------------------------------------------------------

OUTSIDE_BONE: Final = CodeSet(
    name="cord, meninges, other nervous system, liver",
    codes=codes(ICD10CM, "C72.0", "C70.1", "D32.1", "D42.1", "D33.4", "C22.0", "C79.49"),
)

# --- Primaries and their history. E.2 "primaries", E.5, E.6 -----------------------------------------------------------

_OTHER_PRIMARIES: Final = (  # ours: the solid tumours of ICD-10-CM C00-C76 but bone, brain, skin other than melanoma
    *(f"C{n:02}" for n in (*range(27), *range(30, 34), 37, 38, 39, 43, *range(45, 50))),
    *(f"C{n}" for n in (*range(51, 59), 60, 62, 63, *range(65, 70), 74, 75)),
)
PRIMARIES: Final[Mapping[Primary, CodeSet]] = {
    Primary.THYROID: CodeSet(
        name="thyroid primary", codes=codes(ICD10CM, "C73", "Z85.850") + codes(SNOMED, "363478007")
    ),
    Primary.KIDNEY: CodeSet(
        name="kidney primary",
        codes=codes(ICD10CM, "Z85.528") + codes(SNOMED, "363518003", "702391001", "254915003") + codes(ICDO3, "8312/3"),
        groups=groups(ICD10CM, "C64"),
    ),
    Primary.PROSTATE: CodeSet(
        name="prostate primary", codes=codes(ICD10CM, "C61", "Z85.46") + codes(SNOMED, "399068003")
    ),
    Primary.LUNG: CodeSet(
        name="lung primary",
        codes=codes(ICD10CM, "Z85.118") + codes(SNOMED, "363358000", "254637007"),
        groups=groups(ICD10CM, "C34"),
    ),
    Primary.BREAST: CodeSet(
        name="breast primary",
        codes=codes(ICD10CM, "Z85.3") + codes(SNOMED, "254837009"),
        groups=groups(ICD10CM, "C50"),
    ),
    Primary.OTHER: CodeSet(
        name="other primary", codes=codes(ICD10CM, "Z85.830"), groups=groups(ICD10CM, *_OTHER_PRIMARIES)
    ),
}

# --- The part of the spine that a disorder's code names; values as in sites.REGION_LEVELS -----------------------------

_SPINE: Final = (
    METASTASIS_SPINE, PRIMARY_MALIGNANT_SPINE, MALIGNANT_SPINE, UNCERTAIN_SPINE, BENIGN_SPINE
)  # fmt: skip
REGION_OF_TUMOUR: Final[Mapping[Key, str]] = {
    **{code.key: "spine" for part in _SPINE for code in part.codes},
    **{(SNOMED, code): "cervical" for code in ("94250008", "93751003", "187916000", "830196006", "94791006")},
    **{(SNOMED, code): "thoracic" for code in ("94274006", "372019006", "187917009", "833295000", "94814007")},
    **{(SNOMED, code): "lumbar" for code in ("94389000", "93878007", "187918004", "833285007", "94918009")},
    **{(SNOMED, code): "sacrum" for code in ("94527001", "93996004", "187956003", "447730004", "95036002")},
}
"""Spinal tumour codes to a region: "spine" where the code says no more than that."""
