"""Which facts there are: each item of the record with its place in Evidence, its age limit, and how two values are weighed.

Lambdas here are plain attribute chains and nothing else (a test sees to it): they name the place, they decide nothing. What
may not live here: questions about the items (`criteria`).
"""

from typing import Final

from plugin.answer import Kind, Order
from plugin.evidence import Deficit, EpiduralGrade, Wall
from plugin.grammar import Item
from plugin.knowledge import thresholds as limit

# --- what the lesion is -------------------------------------------------------------------------------------------------
NATURE = Item(
    fact="F-07",
    name="nature",
    code="nature",
    read=lambda e: e.disease.nature,
    order=Order(agree=frozenset({Kind.CONDITION})),
)
PRIMARY = Item(
    fact="F-08",
    name="primary tumour",
    read=lambda e: e.disease.primary,
    order=Order(agree=frozenset({Kind.CONDITION})),
)
HISTOLOGY = Item(fact="F-07", name="histology", read=lambda e: e.disease.histology, listed=False)
HISTOLOGY_PRIMARY = Item(
    fact="F-08", name="primary by histology of this lesion", read=lambda e: e.disease.histology_primary
)
INTENT_STATED = Item(
    fact="F-02",
    name="intent",
    read=lambda e: e.fitness.intent,
    kinds=frozenset({Kind.STATEMENT, Kind.PROCEDURE}),
    order=Order(first=(Kind.STATEMENT, Kind.PROCEDURE)),
)
PALLIATIVE_CARE = Item(
    fact="F-02",
    name="palliative care in the problem list",
    read=lambda e: e.fitness.intent,
    kinds=frozenset({Kind.CONDITION}),
)

# --- findings of the lesion ---------------------------------------------------------------------------------------------
MATRIX = Item(
    fact="F-09",
    name="bone matrix",
    code="matrix",
    read=lambda e: e.lesion.matrix,
    days=limit.IMAGING_MAX_AGE,
)
ESCC = Item(
    fact="F-10",
    name="epidural grade (ESCC)",
    code="escc",
    read=lambda e: e.lesion.escc,
    days=limit.IMAGING_MAX_AGE,
    order=Order(
        sticky=frozenset({EpiduralGrade.G1A, EpiduralGrade.G1B, EpiduralGrade.G1C, EpiduralGrade.G2, EpiduralGrade.G3}),
        by=frozenset({"MR"}),
    ),
)
CANAL_EXTENSION = Item(
    fact="F-10",
    name="extension to the canal",
    code="canal-extension",
    read=lambda e: e.lesion.canal_extension,
    days=limit.IMAGING_MAX_AGE,
    order=Order(sticky=frozenset({True}), by=frozenset({"MR"})),
)
DEBULKING = Item(
    fact="F-10",
    name="need for debulking",
    code="debulking-need",
    read=lambda e: e.lesion.debulking_need,
    order=Order(first=(Kind.STATEMENT,)),
)
POSTERIOR_WALL = Item(
    fact="F-11",
    name="posterior wall or cortex",
    code="posterior-wall",
    read=lambda e: e.lesion.posterior_wall,
    days=limit.IMAGING_MAX_AGE,
    order=Order(sticky=frozenset({Wall.BREACHED})),
)
SOFT_TISSUE = Item(
    fact="F-12",
    name="extension to surrounding tissues",
    code="soft-tissue-extension",
    read=lambda e: e.lesion.soft_tissue_extension,
    days=limit.IMAGING_MAX_AGE,
    order=Order(sticky=frozenset({True})),
)
CONSOLIDATION_STATED = Item(
    fact="F-13",
    name="need for consolidation, as stated",
    code="consolidation-need",
    read=lambda e: e.lesion.consolidation_need,
)
COLLAPSE = Item(
    fact="F-13",
    name="collapse or fracture at the level",
    code="collapse",
    read=lambda e: e.lesion.collapse,
    days=limit.IMAGING_MAX_AGE,
)
FRACTURE = Item(fact="F-13", name="pathological fracture in the problem list", read=lambda e: e.lesion.fracture)
FRACTURE_RISK = Item(
    fact="F-13",
    name="risk of fracture, as reported",
    read=lambda e: e.lesion.fracture_risk,
    days=limit.IMAGING_MAX_AGE,
)
SINS_TOTAL = Item(
    fact="F-14",
    name="SINS",
    code="sins",
    read=lambda e: e.lesion.sins_total,
    days=limit.IMAGING_MAX_AGE,
)
SINS_LOCATION = Item(
    fact="F-14",
    name="SINS location",
    code="sins-location",
    read=lambda e: e.lesion.sins_location,
    days=limit.IMAGING_MAX_AGE,
)
SINS_PAIN = Item(
    fact="F-14",
    name="SINS pain",
    code="sins-pain",
    read=lambda e: e.lesion.sins_pain,
    days=limit.IMAGING_MAX_AGE,
)
SINS_LESION = Item(
    fact="F-14",
    name="SINS bone lesion",
    code="sins-lesion",
    read=lambda e: e.lesion.sins_lesion,
    days=limit.IMAGING_MAX_AGE,
)
SINS_ALIGNMENT = Item(
    fact="F-14",
    name="SINS alignment",
    code="sins-alignment",
    read=lambda e: e.lesion.sins_alignment,
    days=limit.IMAGING_MAX_AGE,
)
SINS_COLLAPSE = Item(
    fact="F-14",
    name="SINS collapse",
    code="sins-collapse",
    read=lambda e: e.lesion.sins_collapse,
    days=limit.IMAGING_MAX_AGE,
)
SINS_POSTEROLATERAL = Item(
    fact="F-14",
    name="SINS posterolateral elements",
    code="sins-posterolateral",
    read=lambda e: e.lesion.sins_posterolateral,
    days=limit.IMAGING_MAX_AGE,
)
SIZE_REDUCTION = Item(
    fact="F-15",
    name="need for tumour size reduction",
    code="size-reduction-need",
    read=lambda e: e.lesion.size_reduction_need,
    order=Order(first=(Kind.STATEMENT,)),
)
RADIOIODINE_PLAN = Item(
    fact="F-15", name="plan of 131-I therapy", read=lambda e: e.lesion.radioiodine_planned, listed=False
)
SIZE_MM = Item(
    fact="F-16",
    name="size",
    code="size",
    unit="mm",
    read=lambda e: e.lesion.size_mm,
    days=limit.IMAGING_MAX_AGE,
)
LESION_COUNT = Item(
    fact="F-17",
    limited=frozenset({Kind.FINDING, Kind.REPORT}),
    name="number of spinal lesions",
    code="lesion-count",
    read=lambda e: e.lesion.lesion_count,
    days=limit.IMAGING_MAX_AGE,
    order=Order(first=(Kind.FINDING, Kind.REPORT, Kind.RECORD)),
)
DISTANCE_NEURAL = Item(
    fact="F-18",
    name="distance to a neural structure",
    code="distance-to-neural-structure",
    unit="mm",
    read=lambda e: e.lesion.distance_to_neural_mm,
    days=limit.IMAGING_MAX_AGE,
)
DISTANCE_VISCUS = Item(
    fact="F-19",
    name="distance to bowel or another viscus",
    code="distance-to-viscus",
    unit="mm",
    read=lambda e: e.lesion.distance_to_viscus_mm,
    days=limit.IMAGING_MAX_AGE,
)
TOUCHES_NERVE = Item(
    fact="F-18",
    name="tumour touches a neural structure, as reported",
    read=lambda e: e.lesion.touches_nerve,
    days=limit.IMAGING_MAX_AGE,
)
TOUCHES_VISCUS = Item(
    fact="F-19",
    name="tumour touches a viscus, as reported",
    read=lambda e: e.lesion.touches_viscus,
    days=limit.IMAGING_MAX_AGE,
    many=True,
)
MULTIPLE = Item(
    fact="F-17",
    name="multiple lesions, as reported",
    read=lambda e: e.lesion.multiple,
    days=limit.IMAGING_MAX_AGE,
)
PSOAS_PART = Item(
    fact="F-12",
    name="soft-tissue part in psoas or iliacus, as reported",
    read=lambda e: e.lesion.psoas_part,
    days=limit.IMAGING_MAX_AGE,
)
WISHES_TOLD = Item(
    fact="F-15",
    name="wish told in a report",
    read=lambda e: e.lesion.wishes_told,
    days=limit.IMAGING_MAX_AGE,
    many=True,
)
METAL = Item(
    fact="F-20",
    name="metal at or near the level",
    code="metal-near-level",
    read=lambda e: e.lesion.metal,
)
RADIOTHERAPY = Item(
    fact="F-21",
    name="earlier radiotherapy of the level",
    code="previous-radiotherapy",
    read=lambda e: e.lesion.radiotherapy,
)
INTRA_ARTICULAR = Item(
    fact="F-22",
    name="nidus inside a joint",
    code="intra-articular",
    read=lambda e: e.lesion.intra_articular,
    days=limit.IMAGING_MAX_AGE,
)
PROBES = Item(fact="F-26", name="planned probes", code="planned-probes", read=lambda e: e.lesion.planned_probes)
POSITIONINGS = Item(
    fact="F-26", name="planned positionings", code="planned-positionings", read=lambda e: e.lesion.planned_positionings
)
CT_OF_LEVEL = Item(
    fact="F-39",
    name="CT of the level",
    read=lambda e: e.lesion.ct_of_level,
    days=limit.IMAGING_MAX_AGE,
    listed=False,
)
MR_OF_LEVEL = Item(
    fact="F-39",
    name="MR of the level",
    read=lambda e: e.lesion.mr_of_level,
    days=limit.IMAGING_MAX_AGE,
    listed=False,
)

# --- symptoms -----------------------------------------------------------------------------------------------------------
PAIN_VALUE = Item(fact="F-23", name="pain", read=lambda e: e.symptoms.pain)
PAIN_CODED = Item(fact="F-23", name="pain in the problem list", read=lambda e: e.symptoms.pain_coded)
PAIN_CHARACTER = Item(
    fact="F-23",
    name="character of the pain",
    code="pain-character",
    read=lambda e: e.symptoms.pain_character,
    many=True,
)
DEFICITS: Final = (Deficit.ROOT, Deficit.MOTOR, Deficit.SPHINCTER, Deficit.MOTOR_OLD, Deficit.SPHINCTER_OLD)
"""Every deficit, old and stable or not."""
DEFICIT_RECORDED = Item(
    fact="F-25",
    name="neurological deficit",
    code="neurological-deficit",
    read=lambda e: e.symptoms.deficit,
    days=limit.NEURO_EXAM_MAX_AGE,
    order=Order(sticky=frozenset(DEFICITS)),
)
DEFICIT_ELSEWHERE = Item(
    fact="F-25",
    name="neurological deficit at another level",
    read=lambda e: e.symptoms.deficit_elsewhere,
    many=True,
)
CORD_SIGN = Item(
    fact="F-25",
    name="compression of cord or cauda, or cauda equina syndrome",
    read=lambda e: e.symptoms.cord_sign,
    days=limit.IMAGING_MAX_AGE,
    limited=frozenset({Kind.REPORT}),
    many=True,
)

# --- the person ---------------------------------------------------------------------------------------------------------
REFUSAL = Item(fact="F-04", name="patient's decision", read=lambda e: e.fitness.refusal, many=True)
PREGNANT = Item(
    fact="F-33",
    name="pregnancy",
    read=lambda e: e.fitness.pregnant,
    days=limit.PREGNANCY_RECORD_MAX_AGE,
    limited=frozenset({Kind.CONDITION, Kind.FINDING, Kind.RECORD}),
    order=Order(series=True),
)
NEGATIVE_PREGNANCY_TEST = Item(
    fact="F-33",
    name="negative pregnancy test",
    read=lambda e: e.fitness.negative_pregnancy_test,
    days=limit.PREGNANCY_TEST_MAX_AGE,
)
ALLERGIES = Item(fact="F-35", name="allergies", read=lambda e: e.fitness.allergies, many=True)
ECOG = Item(fact="F-36", name="ECOG", read=lambda e: e.fitness.ecog, listed=False)
KARNOFSKY = Item(fact="F-36", name="Karnofsky", read=lambda e: e.fitness.karnofsky, listed=False)
ASA = Item(fact="F-37", name="ASA class", read=lambda e: e.fitness.asa, listed=False)

# --- bleeding -----------------------------------------------------------------------------------------------------------
INR = Item(fact="F-27", name="INR", read=lambda e: e.bleeding.inr, days=limit.LABS_MAX_AGE)
INR_ON_WARFARIN = Item(
    fact="F-27", name="INR on warfarin", read=lambda e: e.bleeding.inr, days=limit.LABS_MAX_AGE_WARFARIN, listed=False
)
PLATELETS = Item(
    fact="F-28", name="platelets", unit="10*9/L", read=lambda e: e.bleeding.platelets, days=limit.LABS_MAX_AGE
)
HAEMOGLOBIN = Item(fact="F-28", name="haemoglobin", read=lambda e: e.bleeding.haemoglobin, listed=False)
CREATININE = Item(fact="F-29", name="creatinine", read=lambda e: e.bleeding.creatinine, listed=False)
EGFR = Item(fact="F-29", name="eGFR (not creatinine clearance)", unit="mL/min", read=lambda e: e.bleeding.egfr)
DRUGS = Item(fact="F-30", name="drugs that matter", read=lambda e: e.bleeding.drugs, many=True)
COAGULATION_DISORDER = Item(
    fact="F-31", name="coagulation disorder", read=lambda e: e.bleeding.coagulation_disorder, many=True, listed=False
)

# --- hazards ------------------------------------------------------------------------------------------------------------
DEVICES = Item(fact="F-32", name="pacemaker, ICD or neurostimulator", read=lambda e: e.hazards.devices, many=True)
INFECTION = Item(fact="F-34", name="infection", read=lambda e: e.hazards.infection, many=True)
TEMPERATURE = Item(
    fact="F-34", name="temperature", unit="Cel", read=lambda e: e.hazards.temperature_c, hours=limit.FEVER_MAX_AGE
)

ITEMS = (
    NATURE,
    PRIMARY,
    HISTOLOGY,
    HISTOLOGY_PRIMARY,
    INTENT_STATED,
    PALLIATIVE_CARE,
    MATRIX,
    ESCC,
    CANAL_EXTENSION,
    DEBULKING,
    POSTERIOR_WALL,
    SOFT_TISSUE,
    CONSOLIDATION_STATED,
    COLLAPSE,
    FRACTURE,
    FRACTURE_RISK,
    SINS_TOTAL,
    SINS_LOCATION,
    SINS_PAIN,
    SINS_LESION,
    SINS_ALIGNMENT,
    SINS_COLLAPSE,
    SINS_POSTEROLATERAL,
    SIZE_REDUCTION,
    RADIOIODINE_PLAN,
    SIZE_MM,
    LESION_COUNT,
    DISTANCE_NEURAL,
    DISTANCE_VISCUS,
    TOUCHES_NERVE,
    TOUCHES_VISCUS,
    MULTIPLE,
    PSOAS_PART,
    WISHES_TOLD,
    METAL,
    RADIOTHERAPY,
    INTRA_ARTICULAR,
    PROBES,
    POSITIONINGS,
    CT_OF_LEVEL,
    MR_OF_LEVEL,
    PAIN_VALUE,
    PAIN_CODED,
    PAIN_CHARACTER,
    DEFICIT_RECORDED,
    DEFICIT_ELSEWHERE,
    CORD_SIGN,
    REFUSAL,
    PREGNANT,
    NEGATIVE_PREGNANCY_TEST,
    ALLERGIES,
    ECOG,
    KARNOFSKY,
    ASA,
    INR,
    INR_ON_WARFARIN,
    PLATELETS,
    HAEMOGLOBIN,
    CREATININE,
    EGFR,
    DRUGS,
    COAGULATION_DISORDER,
    DEVICES,
    INFECTION,
    TEMPERATURE,
)
