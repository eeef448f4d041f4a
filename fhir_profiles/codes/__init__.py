"""Which codes do we know? A terminology of our own, as data: sets and maps of part E, one file for each topic.

Code sets are asked with `(system, code) in SET` or `SET.has(system, code)`; maps are keyed by `(system, code)`. A code
stands here only with a source in part E; unverified ones stand in sets named ALARM_ONLY_… or QUESTION_ONLY_…, which
decide nothing. What may not live here: rules, and reading.

- `systems`: addresses of coding systems, our canonical base, mCODE's extensions
- `code`: `Code`, `Group`, `CodeSet`, and the check digits
- `tumours`: natures, primaries, what is outside bone; `disorders`: everything else of a problem list
- `sites`: levels, parts, sides, regions, intent
- `findings`: our own findings (contract 5.3); `observations`: LOINC
- `procedures`: ICD-10-PCS, CPT, SNOMED CT and LOINC of our interventions; `drugs`: ingredients and names
"""

from fhir_profiles.codes.code import Code, CodeSet, Group, Key
from fhir_profiles.codes.systems import (
    ATC,
    BASE,
    CARD_TOPIC,
    CPT,
    DICOM,
    FINDING,
    ICD10CM,
    ICD10PCS,
    ICDO3,
    LOINC,
    ORDER_CONCEPT,
    OVERRIDE_REASON,
    RXNORM,
    SNOMED,
    UCUM,
    VALUE,
)

__all__ = [
    "ATC",
    "BASE",
    "CARD_TOPIC",
    "CPT",
    "DICOM",
    "FINDING",
    "ICD10CM",
    "ICD10PCS",
    "ICDO3",
    "LOINC",
    "ORDER_CONCEPT",
    "OVERRIDE_REASON",
    "RXNORM",
    "SNOMED",
    "UCUM",
    "VALUE",
    "Code",
    "CodeSet",
    "Group",
    "Key",
]
