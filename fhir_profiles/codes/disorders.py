"""Which codes of a problem list matter besides the tumour itself? Part E.2 by rows, and E.6, E.7 for SNOMED CT.

What may not live here: natures and primaries (`tumours`), and what follows from a disorder.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from fhir_profiles.codes.code import CodeSet, Key, codes, groups
from fhir_profiles.codes.systems import ICD10CM, SNOMED
from plugin.evidence import DrugClass, ImplantedDevice

# --- Fractures. E.2 "fracture", E.6 -----------------------------------------------------------------------------------

FRACTURE_AT_TUMOUR: Final = CodeSet(
    name="pathological fracture of a vertebra in neoplastic disease",
    codes=codes(ICD10CM, "M84.58XA", "M84.58XD", "M84.58XG", "M84.58XK", "M84.58XP", "M84.58XS")
    + codes(SNOMED, "866087009"),
)
FRACTURE_SITE_UNSAID: Final = CodeSet(
    name="pathological fracture, site not named", codes=codes(ICD10CM, "M84.50XA") + codes(SNOMED, "268029009")
)
OSTEOPOROTIC_FRACTURE: Final = CodeSet(
    name="osteoporotic fracture of a vertebra", codes=codes(ICD10CM, "M80.08XA", "M80.88XA")
)
COLLAPSED_VERTEBRA: Final = CodeSet(  # the fifth character is the region; no cause is named
    name="collapsed vertebra not elsewhere classified", codes=codes(ICD10CM, *(f"M48.5{n}XA" for n in range(9)))
)

# --- Cord and cauda. E.2 "neuro", E.6 ---------------------------------------------------------------------------------

CORD_COMPRESSION: Final = CodeSet(name="cord compression", codes=codes(ICD10CM, "G95.20", "G95.29", "G99.2"))
CAUDA_EQUINA: Final = CodeSet(name="cauda equina syndrome", codes=codes(ICD10CM, "G83.4"))
ALARM_ONLY_CORD_COMPRESSION: Final = CodeSet(
    name="cord compression, unverified: may raise gate 2, a hold or a question", codes=codes(SNOMED, "71286001")
)

# --- Pain. E.2 "pain" -------------------------------------------------------------------------------------------------

TUMOUR_PAIN: Final = CodeSet(name="pain from neoplasm", codes=codes(ICD10CM, "G89.3"))
BACK_PAIN: Final = CodeSet(
    name="back or neck pain", codes=codes(ICD10CM, "M54.2", "M54.50", "M54.59", "M54.6", "M54.9")
)
RADICULOPATHY: Final = CodeSet(name="radiculopathy", codes=codes(ICD10CM, "M54.14", "M54.16", "M54.17"))

# --- Coagulation. E.2 "coagulation" -----------------------------------------------------------------------------------

BLEEDING_DISORDER: Final = CodeSet(
    name="bleeding disorder or low platelets",
    codes=codes(ICD10CM, "D65", "D66", "D67", "D68.00", "D68.01", "D68.1", "D68.2", "D68.32", "D68.4", "D68.8")
    + codes(ICD10CM, "D68.9", "D69.3", "D69.59", "D69.6"),
)
THROMBOPHILIA: Final = CodeSet(name="thrombophilia", codes=codes(ICD10CM, "D68.59", "D68.61", "D68.62"))

# --- Long-term drugs without a name. E.2 "drugs, long-term" -----------------------------------------------------------

LONG_TERM_DRUG: Final[Mapping[Key, DrugClass]] = {
    code.key: drug_class
    for code, drug_class in zip(
        codes(ICD10CM, "Z79.01", "Z79.02", "Z79.82", "Z79.1", "Z79.891"),
        (
            DrugClass.ANTICOAGULANT,
            DrugClass.ANTIPLATELET,
            DrugClass.ANTIPLATELET,  # aspirin
            DrugClass.NSAID,
            DrugClass.OPIOID,
        ),
        strict=True,
    )
}
LONG_TERM_ASPIRIN: Final = CodeSet(name="long-term aspirin", codes=codes(ICD10CM, "Z79.82"))
LONG_TERM_OPIOID: Final = CodeSet(name="long-term opioid", codes=codes(ICD10CM, "Z79.891"))

# --- Implants. E.2 "devices", E.7 -------------------------------------------------------------------------------------

IMPLANTED: Final[Mapping[ImplantedDevice, CodeSet]] = {  # a neurostimulator has no verified code: by words
    ImplantedDevice.PACEMAKER: CodeSet(
        name="pacemaker", codes=codes(ICD10CM, "Z95.0") + codes(SNOMED, "441509002", "14106009")
    ),
    ImplantedDevice.DEFIBRILLATOR: CodeSet(  # 703396000 is a combined one
        name="defibrillator",
        codes=codes(ICD10CM, "Z95.810") + codes(SNOMED, "441769002", "443325000", "703396000", "72506001"),
    ),
}
METAL: Final = CodeSet(  # where it is, no code says: fusion status, bone screw, bone plate
    name="internal fixation", codes=codes(ICD10CM, "Z98.1") + codes(SNOMED, "68183006", "271003")
)
IMPLANT_UNSPECIFIC: Final = CodeSet(
    name="an implant of some kind", codes=codes(ICD10CM, "Z96.89", "Z96.9", "Z97.8") + codes(SNOMED, "40388003")
)
METAL_REMOVED: Final = CodeSet(name="spinal fixation removed", codes=codes(SNOMED, "86782006", "608884004"))
FIXATION_REMOVAL_ANYWHERE: Final = CodeSet(name="removal of a fixation device", codes=codes(ICD10CM, "Z47.2"))

# --- Infection and fever. E.2 "infection / fever", E.6 ----------------------------------------------------------------

SPINAL_INFECTION: Final = CodeSet(
    name="vertebral osteomyelitis, disc infection, intraspinal abscess",
    codes=codes(ICD10CM, "G06.1") + codes(SNOMED, "444760002", "445063003"),
    groups=groups(ICD10CM, "M46.2", "M46.3", "M46.4"),
)
SYSTEMIC_INFECTION: Final = CodeSet(name="systemic infection", codes=codes(ICD10CM, "A41.9"))
FEVER: Final = CodeSet(name="fever", codes=codes(ICD10CM, "R50.9", "R50.82"))

# --- The person. E.2 "other", E.7 -------------------------------------------------------------------------------------

PREGNANT: Final = CodeSet(
    name="pregnant", codes=codes(ICD10CM, "Z33.1", "Z34.90", "O09.90") + codes(SNOMED, "77386006")
)
NOT_PREGNANT: Final = CodeSet(name="not pregnant", codes=codes(SNOMED, "60001007"))
PALLIATIVE_CARE: Final = CodeSet(name="palliative care", codes=codes(ICD10CM, "Z51.5") + codes(SNOMED, "103735009"))
DO_NOT_RESUSCITATE: Final = CodeSet(name="do not resuscitate", codes=codes(ICD10CM, "Z66"))  # never a refusal (F-04)
PROCEDURE_DECLINED: Final = CodeSet(
    name="procedure not done, patient's decision", codes=codes(ICD10CM, "Z53.20", "Z53.29")
)
REFUSAL: Final = CodeSet(name="refused by the patient", codes=codes(SNOMED, "105480006", "413311005"))
IRRADIATED: Final = CodeSet(name="irradiation history", codes=codes(ICD10CM, "Z92.3"))
CHEMOTHERAPY_GIVEN: Final = CodeSet(name="chemotherapy history", codes=codes(ICD10CM, "Z92.21"))
LATEX_ALLERGY: Final = CodeSet(name="latex allergy", codes=codes(ICD10CM, "Z91.040"))
CONTRAST_ALLERGY: Final = CodeSet(name="contrast allergy", codes=codes(ICD10CM, "Z91.041"))
ANAESTHETIC_ALLERGY: Final = CodeSet(name="anaesthetic allergy", codes=codes(ICD10CM, "Z88.4"))
KIDNEY_FAILURE: Final = CodeSet(name="end-stage kidney disease or dialysis", codes=codes(ICD10CM, "N18.6", "Z99.2"))
SLEEP_APNOEA: Final = CodeSet(name="obstructive sleep apnoea", codes=codes(ICD10CM, "G47.33"))
HYPERCALCAEMIA: Final = CodeSet(name="hypercalcaemia", codes=codes(ICD10CM, "E83.52"))
ASA_CLASS: Final[Mapping[Key, int]] = {
    code.key: grade
    for grade, code in enumerate(
        codes(SNOMED, "413495001", "413496000", "413497009", "413498004", "413499007", "413500003"), start=1
    )
}
