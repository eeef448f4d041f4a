"""Which codes order or record one of our procedures, and which technique and place do they name?

Parts E.3, E.4, E.7 and E.8. CPT ids stand without any wording of their owner (H-24). What may not live here: procedures
in words, and which setting makes an order ours (contract 5.2).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from fhir_profiles.codes.code import CodeSet, Key, codes, union
from fhir_profiles.codes.systems import CPT, ICD10PCS, LOINC, SNOMED
from plugin.evidence import PlannedTechnique

# --- E.3 and E.4 by what is done --------------------------------------------------------------------------------------

DESTRUCTION: Final = CodeSet(  # any energy, so no technique is named; 58747-7 is "ablation, unspecified"
    name="destruction of a vertebra",
    codes=codes(ICD10PCS, "0P533ZZ", "0P543ZZ", "0Q503ZZ", "0Q513ZZ", "0Q5S3ZZ") + codes(LOINC, "58747-7"),
)
RADIOFREQUENCY: Final = CodeSet(
    name="radiofrequency ablation",
    codes=codes(CPT, "20982") + codes(SNOMED, "879916008") + codes(LOINC, "89930-2"),
)
CRYOABLATION: Final = CodeSet(name="cryoablation", codes=codes(CPT, "20983"))
CRYOABLATION_OUTSIDE_SPINE: Final = CodeSet(name="cryoablation of the pelvis", codes=codes(LOINC, "89958-3"))
AUGMENTATION: Final = CodeSet(  # vertebroplasty, kyphoplasty, cement as a supplement, and kyphoplasty's second code
    name="vertebral augmentation",
    codes=codes(CPT, "22510", "22511", "22512", "22513", "22514", "22515")
    + codes(ICD10PCS, "0PU33JZ", "0PU43JZ", "0QU03JZ", "0QU13JZ", "0PS33ZZ", "0PS43ZZ", "0QS03ZZ")
    + codes(LOINC, "35933-1", "35935-6", "35934-9", "35936-4", "70923-8", "70925-3", "70924-6", "72553-1", "72552-3"),
)
BIOPSY: Final = CodeSet(
    name="biopsy of a vertebra",
    codes=codes(ICD10PCS, "0PB33ZX", "0PB43ZX", "0QB03ZX", "0QB13ZX")
    + codes(LOINC, "24986-2", "35904-2", "35906-7", "35905-9"),
)
BIOPSY_SITE_UNSAID: Final = CodeSet(name="CT-guided biopsy, site not named", codes=codes(SNOMED, "277591006"))
CEMENT_OUTSIDE_SPINE: Final = CodeSet(
    name="cementoplasty of the acetabulum", codes=codes(SNOMED, "430435008", "432431008")
)

INTERVENTIONS: Final = union("our interventions", DESTRUCTION, RADIOFREQUENCY, CRYOABLATION, AUGMENTATION, BIOPSY)

TECHNIQUE_BY_CODE: Final[Mapping[Key, PlannedTechnique]] = {
    **{code.key: PlannedTechnique.RFA for code in RADIOFREQUENCY.codes},
    **{code.key: PlannedTechnique.CRYO for code in CRYOABLATION.codes},
    **{code.key: PlannedTechnique.CEMENT for code in AUGMENTATION.codes},
}
"""The technique that a code names; codes of `INTERVENTIONS` that are missing here name none."""

# --- The place that a procedure's code names; values as in sites.REGION_LEVELS, or "coccyx" ---------------------------

REGION_OF_PROCEDURE: Final[Mapping[Key, str]] = {
    **{(ICD10PCS, code): "cervical" for code in ("0P533ZZ", "0PU33JZ", "0PS33ZZ", "0PB33ZX")},
    **{(ICD10PCS, code): "thoracic" for code in ("0P543ZZ", "0PU43JZ", "0PS43ZZ", "0PB43ZX")},
    **{(ICD10PCS, code): "lumbar" for code in ("0Q503ZZ", "0QU03JZ", "0QS03ZZ", "0QB03ZX")},
    **{(ICD10PCS, code): "sacrum" for code in ("0Q513ZZ", "0QU13JZ", "0QB13ZX")},
    (ICD10PCS, "0Q5S3ZZ"): "coccyx",
    **{(CPT, code): "cervicothoracic" for code in ("22510",)},
    **{(CPT, code): "lumbosacral" for code in ("22511",)},
    **{(CPT, code): "thoracic" for code in ("22513",)},
    **{(CPT, code): "lumbar" for code in ("22514",)},
    **{(CPT, code): "spine" for code in ("22512", "22515")},  # "each further level"
    **{(LOINC, code): "spine" for code in ("35933-1", "35936-4", "24986-2")},
    **{(LOINC, code): "cervical" for code in ("70923-8", "35904-2")},
    **{(LOINC, code): "thoracic" for code in ("35935-6", "70925-3", "72553-1", "35906-7")},
    **{(LOINC, code): "lumbar" for code in ("35934-9", "70924-6", "72552-3", "35905-9")},
}

RADIOTHERAPY: Final = CodeSet(name="radiotherapy course", codes=codes(SNOMED, "1217123003"))
