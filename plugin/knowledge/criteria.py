"""The questions of the clinic: each once, with its words and sources, made of facts and thresholds.

The seven inputs of the tree come first (B.3), then what gates, rules and checklists ask. What may not live here: what follows
from an answer (`gates`, `indication`, `techniques`, `safety`, `conflicts`, `checklists`, `order_sets`).
"""

from plugin.answer import Answer
from plugin.evidence import (
    HIGH_GRADES,
    Allergy,
    CordSign,
    Deficit,
    DrugClass,
    EpiduralGrade,
    ImplantedDevice,
    Infection,
    Intent,
    Matrix,
    Metal,
    Nature,
    PainCharacter,
    PainScale,
    Part,
    Primary,
    Radiotherapy,
    Refusal,
    Technique,
    Viscus,
    Wall,
)
from plugin.grammar import (
    AgeBetween,
    AgeKnown,
    AgeUnder,
    Agreeing,
    Alarm,
    AlarmNumber,
    AnyOf,
    Conflicting,
    Contradicting,
    Criterion,
    Disagreeing,
    Drugs,
    FirstThat,
    Found,
    Gender,
    Is,
    Known,
    Levels,
    Missing,
    Number,
    OnScale,
    Outside,
    PainAtLeast,
    PainContradicts,
    Painful,
    PartKnown,
    Parts,
    Perhaps,
    SinsContradicts,
    SinsWithin,
    Step,
    Surely,
    Undocumented,
    Unread,
    Varies,
    Wished,
)
from plugin.knowledge import facts, thresholds

# --- nature -------------------------------------------------------------------------------------------------------------
OSTEOID_OSTEOMA = Criterion(
    id="osteoid-osteoma",
    question="Is it an osteoid osteoma?",
    sources=("S-21",),
    expression=Is(facts.NATURE, (Nature.OSTEOID_OSTEOMA,)),
)
OSTEOBLASTOMA = Criterion(
    id="osteoblastoma",
    question="Is it an osteoblastoma?",
    sources=("S-21",),
    expression=Is(facts.NATURE, (Nature.OSTEOBLASTOMA,)),
)
NIDUS = Criterion(
    id="nidus",
    question="Is it an osteoid osteoma or an osteoblastoma?",
    sources=("S-21", "S-25"),
    expression=Is(facts.NATURE, (Nature.OSTEOID_OSTEOMA, Nature.OSTEOBLASTOMA)),
)
METASTASIS = Criterion(
    id="metastasis",
    question="Is it a metastasis?",
    sources=("S-22",),
    expression=Is(facts.NATURE, (Nature.METASTASIS,)),
)
PRIMARY_OR_PLASMACYTOMA = Criterion(
    id="primary-malignant-or-plasmacytoma",
    question="Is it a primary malignant bone tumour or a plasmacytoma?",
    sources=("S-23", "S-24"),
    expression=Is(facts.NATURE, (Nature.PRIMARY_MALIGNANT, Nature.PLASMACYTOMA)),
)
BENIGN = Criterion(
    id="benign",
    question="Is it benign?",
    sources=("X-12",),
    expression=Is(
        facts.NATURE,
        (
            Nature.OSTEOID_OSTEOMA,
            Nature.OSTEOBLASTOMA,
            Nature.BENIGN_TREATABLE,
            Nature.BENIGN_NOT_INDICATED,
            Nature.BENIGN_UNSPECIFIED,
        ),
    ),
)
NOT_A_TARGET = Criterion(
    id="not-a-target",
    question="Is it benign without an indication, an infection or an osteoporotic fracture?",
    sources=(),
    expression=Is(facts.NATURE, (Nature.BENIGN_NOT_INDICATED, Nature.INFECTION, Nature.OSTEOPOROTIC)),
    fact="F-07",
)
IS_INFECTION = Criterion(
    id="is-infection",
    question="Is the lesion an infection?",
    sources=(),
    fact="F-07",
    expression=Is(facts.NATURE, (Nature.INFECTION,)),
)
IS_OSTEOPOROTIC = Criterion(
    id="is-osteoporotic",
    question="Is the lesion an osteoporotic fracture?",
    sources=(),
    fact="F-07",
    expression=Is(facts.NATURE, (Nature.OSTEOPOROTIC,)),
)
NATURE_OPEN = Criterion(
    id="nature-open",
    question="Is the nature of the lesion not known, or contradictory?",
    sources=(),
    expression=Missing(facts.NATURE) | Is(facts.NATURE, (Nature.BENIGN_UNSPECIFIED,)),
    fact="F-07",
)
BENIGN_AND_MALIGNANT = Criterion(
    id="benign-and-malignant",
    question="Is the same level recorded as benign and as malignant?",
    sources=(),
    expression=Contradicting(
        facts.NATURE,
        (
            Nature.OSTEOID_OSTEOMA,
            Nature.OSTEOBLASTOMA,
            Nature.BENIGN_TREATABLE,
            Nature.BENIGN_NOT_INDICATED,
            Nature.BENIGN_UNSPECIFIED,
        ),
        (Nature.METASTASIS, Nature.PRIMARY_MALIGNANT, Nature.PLASMACYTOMA),
    ),
)

# --- stability ----------------------------------------------------------------------------------------------------------
_SINS_PARTS = (
    ("location", facts.SINS_LOCATION),
    ("pain", facts.SINS_PAIN),
    ("lesion", facts.SINS_LESION),
    ("alignment", facts.SINS_ALIGNMENT),
    ("collapse", facts.SINS_COLLAPSE),
    ("posterolateral", facts.SINS_POSTEROLATERAL),
)
SINS = SinsWithin(facts.SINS_TOTAL, _SINS_PARTS, 0, thresholds.SINS_MAX)
"""The stability score itself, for its range."""
SINS_DISAGREES = SinsContradicts(facts.SINS_TOTAL, _SINS_PARTS)
SINS_STABLE = Criterion(
    id="sins-stable",
    question="Does the stability score lie wholly within 0 to 6 (not for benign lesions)?",
    sources=("X-11", "X-12"),
    expression=SinsWithin(facts.SINS_TOTAL, _SINS_PARTS, 0, thresholds.SINS_STABLE_TO) & ~Surely(BENIGN),
)
SINS_UNDECIDED = Criterion(
    id="sins-potentially-unstable",
    question="Does the stability score lie wholly within 7 to 12 (not for benign lesions)?",
    sources=("X-11", "X-12"),
    expression=SinsWithin(
        facts.SINS_TOTAL, _SINS_PARTS, thresholds.SINS_STABLE_TO + 1, thresholds.SINS_UNSTABLE_FROM - 1
    )
    & ~Surely(BENIGN),
)
SINS_UNSTABLE = Criterion(
    id="sins-unstable",
    question="Is the lowest possible stability score 13 or more (not for benign lesions)?",
    sources=("X-11", "X-12"),
    expression=SinsWithin(
        facts.SINS_TOTAL, _SINS_PARTS, thresholds.SINS_UNSTABLE_FROM, thresholds.SINS_MAX, alarming=True
    )
    & ~Surely(BENIGN),
)

# --- the inputs of the tree ---------------------------------------------------------------------------------------------
INTENT = Criterion(
    id="INTENT",
    question="Is the aim cure of this lesion (and not palliation)?",
    sources=("S-02", "S-04", "S-09", "X-02"),
    fact="F-02",
    expression=FirstThat(
        (
            Step(Is(facts.INTENT_STATED, (Intent.CURATIVE,)), Answer.YES),
            Step(Is(facts.INTENT_STATED, (Intent.PALLIATIVE,)), Answer.NO),
            Step(Conflicting(facts.INTENT_STATED) | Unread(facts.INTENT_STATED), Answer.UNKNOWN),
            Step(NIDUS & Is(facts.PALLIATIVE_CARE, (Intent.PALLIATIVE,)), Answer.UNKNOWN),
            Step(NIDUS, Answer.YES),
            Step(Is(facts.PALLIATIVE_CARE, (Intent.PALLIATIVE,)), Answer.NO),
        )
    ),
)
_ESCC_EPIDURAL = Is(
    facts.ESCC,
    (EpiduralGrade.G1A, EpiduralGrade.G1B, EpiduralGrade.G1C, EpiduralGrade.G2, EpiduralGrade.G3),
)
_EXTENDS = Agreeing(_ESCC_EPIDURAL, Is(facts.CANAL_EXTENSION, (True,)))
DEBULKING_WANTED = Criterion(
    id="debulking-wanted",
    question="Has a clinician asked for debulking?",
    sources=("S-13",),
    fact="F-10",
    expression=Wished(facts.DEBULKING),
)
CANAL = Criterion(
    id="CANAL",
    question="Does the tumour extend into the canal, or is debulking needed?",
    sources=("S-13", "X-03", "X-14"),
    fact="F-10",
    expression=FirstThat(
        (
            Step(DEBULKING_WANTED, Answer.YES),
            Step(Conflicting(facts.ESCC) | Conflicting(facts.CANAL_EXTENSION), Answer.UNKNOWN),
            Step(_EXTENDS, Answer.YES),
            Step(~DEBULKING_WANTED & ~_EXTENDS, Answer.NO),
        )
    ),
)
_POSTERIOR_ELEMENT = Parts((Part.PEDICLE, Part.LAMINA, Part.FACET, Part.TRANSVERSE_PROCESS, Part.SPINOUS_PROCESS))
POSTERIOR_ELEMENT = Criterion(
    id="posterior-element",
    question="Does the lesion sit in a pedicle, lamina, facet or process?",
    sources=("S-25", "S-82"),
    fact="F-06",
    expression=_POSTERIOR_ELEMENT,
)
FRACTURE_DOCUMENTED = Criterion(
    id="fracture-documented",
    question="Is a pathological fracture or collapse documented at the level?",
    sources=("S-87",),
    fact="F-13",
    expression=Is(facts.FRACTURE, (True,))
    | Is(facts.COLLAPSE, (True,))
    | Is(facts.SINS_COLLAPSE, (2, 3))
    | Is(facts.FRACTURE_RISK, (True,)),
)
CONS = Criterion(
    id="CONS",
    question="Is there a need for consolidation?",
    sources=("S-10", "S-87", "X-01", "X-11"),
    fact="F-13",
    expression=FirstThat(
        (
            Step(Conflicting(facts.CONSOLIDATION_STATED) | Unread(facts.CONSOLIDATION_STATED), Answer.UNKNOWN),
            Step(Is(facts.CONSOLIDATION_STATED, (False,)) & FRACTURE_DOCUMENTED, Answer.UNKNOWN),
            Step(Is(facts.CONSOLIDATION_STATED, (True,)), Answer.YES),
            Step(Is(facts.CONSOLIDATION_STATED, (False,)), Answer.NO),
            Step(
                Conflicting(facts.COLLAPSE) | Conflicting(facts.FRACTURE_RISK) | Conflicting(facts.SINS_COLLAPSE),
                Answer.UNKNOWN,
            ),
            Step(FRACTURE_DOCUMENTED, Answer.YES),
            Step((Conflicting(facts.SINS_TOTAL) | SINS_DISAGREES) & ~Surely(BENIGN), Answer.UNKNOWN),
            Step(SINS_UNDECIDED & Conflicting(facts.MATRIX) & Parts((Part.BODY,)), Answer.UNKNOWN),
            Step(SINS_UNDECIDED & Is(facts.MATRIX, (Matrix.LYTIC,)) & Parts((Part.BODY,)), Answer.YES),
            Step(SINS_STABLE, Answer.NO),
            Step(
                OSTEOID_OSTEOMA
                & _POSTERIOR_ELEMENT
                & ~Surely(Number(facts.SIZE_MM, ">", thresholds.POSTERIOR_NIDUS_MAX_MM)),
                Answer.NO,
            ),
            Step(Is(facts.FRACTURE_RISK, (False,)), Answer.NO),
        )
    ),
)
SOFT = Criterion(
    id="SOFT",
    question="Does the tumour extend into the surrounding tissues?",
    sources=("S-14",),
    fact="F-12",
    expression=Is(facts.SOFT_TISSUE, (True,)),
)
THYROID = Criterion(
    id="thyroid-primary",
    question="Is the primary a thyroid cancer?",
    sources=("S-35",),
    fact="F-08",
    expression=Is(facts.PRIMARY, (Primary.THYROID,)),
)
RADIOIODINE_PLANNED = Criterion(
    id="radioiodine-planned",
    question="Is 131-I planned for a thyroid primary (nature metastasis or not known)?",
    sources=("S-35", "S-36", "S-37"),
    fact="F-15",
    expression=Surely(THYROID & Wished(facts.RADIOIODINE_PLAN) & (METASTASIS | Missing(facts.NATURE))),
)
SIZE = Criterion(
    id="SIZE",
    question="Is there a need for reduction of the tumour's size?",
    sources=("S-03", "S-16", "S-35", "S-36", "S-37"),
    fact="F-15",
    expression=FirstThat(
        (
            Step(
                RADIOIODINE_PLANNED & (Is(facts.SIZE_REDUCTION, (False,)) | Conflicting(facts.SIZE_REDUCTION)),
                Answer.UNKNOWN,
            ),
            Step(RADIOIODINE_PLANNED | Wished(facts.SIZE_REDUCTION), Answer.YES),
            Step(~Wished(facts.SIZE_REDUCTION), Answer.NO),
        )
    ),
)
_PAIN_MEASURED = Agreeing(Painful(facts.PAIN_VALUE), Is(facts.PAIN_CODED, (True,)))
PAIN = Criterion(
    id="PAIN",
    question="Is the lesion painful?",
    sources=("S-41", "S-72", "S-87"),
    fact="F-23",
    expression=FirstThat(
        (
            Step(PainContradicts(facts.PAIN_VALUE), Answer.UNKNOWN),
            Step(_PAIN_MEASURED, Answer.YES),
            Step(~_PAIN_MEASURED, Answer.NO),
            Step(
                Missing(facts.PAIN_VALUE)
                & ~Conflicting(facts.PAIN_VALUE)
                & ~Unread(facts.PAIN_VALUE)
                & Alarm(facts.PAIN_CHARACTER, (PainCharacter.MECHANICAL, PainCharacter.SUPINE, PainCharacter.NIGHT)),
                Answer.YES,
            ),
        )
    ),
)
UNEXAMINED_ELSEWHERE = Criterion(
    id="compression-elsewhere-unexamined",
    question="Is cord or cauda compressed at another level, and no current examination says whether there is a deficit?",
    sources=("X-14",),
    fact="F-25",
    expression=Surely(Alarm(facts.CORD_SIGN, (CordSign.UNEXAMINED_ELSEWHERE,))),
)
_MOTOR_OR_SPHINCTER = Alarm(facts.DEFICIT_RECORDED, (Deficit.MOTOR, Deficit.SPHINCTER))
DEFICIT = Criterion(
    id="DEFICIT",
    question="Is there a motor or sphincter deficit that is not old and stable?",
    sources=("X-14", "X-15"),
    fact="F-25",
    expression=FirstThat(
        (
            Step(_MOTOR_OR_SPHINCTER, Answer.YES),
            Step(UNEXAMINED_ELSEWHERE, Answer.UNKNOWN),
            Step(~_MOTOR_OR_SPHINCTER, Answer.NO),
        )
    ),
)

# --- gates --------------------------------------------------------------------------------------------------------------
OUTSIDE = Criterion(
    id="outside",
    question="Is the lesion something else than a vertebral, sacral or coccygeal bone tumour?",
    sources=("S-01",),
    fact="F-05",
    expression=Outside(),
)
UNDOCUMENTED = Criterion(
    id="undocumented",
    question="Is no lesion documented at the place of the order?",
    sources=(),
    fact="F-05",
    expression=Undocumented(),
)
CORD_COMPRESSION = Criterion(
    id="cord-compression",
    question="Does the problem list name a compression of cord or cauda?",
    sources=("X-14",),
    fact="F-25",
    expression=Surely(Alarm(facts.CORD_SIGN, (CordSign.COMPRESSION,))),
)
CAUDA_EQUINA = Criterion(
    id="cauda-equina",
    question="Does the problem list name a cauda equina syndrome?",
    sources=("X-15",),
    fact="F-25",
    expression=Surely(Alarm(facts.CORD_SIGN, (CordSign.CAUDA_EQUINA,))),
)
HIGH_GRADE = Criterion(
    id="high-grade-compression",
    question="Is the epidural grade ESCC 2 or 3?",
    sources=("X-14", "X-15"),
    fact="F-10",
    expression=Surely(Alarm(facts.ESCC, HIGH_GRADES)),
)
ANY_DEFICIT = Criterion(
    id="any-deficit",
    question="Is there any neurological deficit?",
    sources=("X-14",),
    fact="F-25",
    expression=Alarm(facts.DEFICIT_RECORDED, facts.DEFICITS),
)
DEFICIT_AT_ANOTHER_LEVEL = Criterion(
    id="deficit-elsewhere",
    question="Is there any neurological deficit at another level?",
    sources=("X-14",),
    fact="F-25",
    expression=Surely(Alarm(facts.DEFICIT_ELSEWHERE, facts.DEFICITS)),
)
DEFICIT_OPEN = Criterion(
    id="deficit-matters",
    question="Would a deficit change the way (canal involved or not known, or compression in the problem list)?",
    sources=("X-14",),
    fact="F-25",
    expression=Perhaps(CANAL) | CORD_COMPRESSION | UNEXAMINED_ELSEWHERE,
)
EMERGENCY = Criterion(
    id="emergency",
    question="Is there a sign of an emergency anywhere in the spine?",
    sources=("X-14", "X-15"),
    fact="F-25",
    expression=DEFICIT | HIGH_GRADE | CAUDA_EQUINA | (CORD_COMPRESSION & (ANY_DEFICIT | DEFICIT_AT_ANOTHER_LEVEL)),
)
REFUSED = Criterion(
    id="refused",
    question="Has the patient declined the procedure or all active treatment?",
    sources=(),
    fact="F-04",
    expression=Found(facts.REFUSAL, (Refusal.PROCEDURE, Refusal.ACTIVE_TREATMENT)),
)
REFUSAL_NOT_READ = Criterion(
    id="refusal-not-read",
    question="Could a record that may hold a refusal not be read in full?",
    sources=(),
    fact="F-04",
    expression=Unread(facts.REFUSAL),
)
PREGNANT = Criterion(
    id="pregnant",
    question="Is a pregnancy documented that is not followed by a newer negative test?",
    sources=(),
    fact="F-33",
    expression=Alarm(facts.PREGNANT, (True,)) | Conflicting(facts.PREGNANT),
)
TUMOUR_SITE_OR_SYSTEMIC_INFECTION = Criterion(
    id="spinal-or-systemic-infection",
    question="Is there a spinal infection at the level, or a systemic infection?",
    sources=("X-45",),
    fact="F-34",
    expression=Found(facts.INFECTION, (Infection.SPINAL, Infection.SYSTEMIC)),
)
INFECTION_ELSEWHERE = Criterion(
    id="infection-elsewhere",
    question="Is there an active infection elsewhere?",
    sources=("X-45",),
    fact="F-34",
    expression=Found(facts.INFECTION, (Infection.ELSEWHERE,)),
)
FEVER = Criterion(
    id="fever",
    question="Was the temperature in the fever range recently?",
    sources=("X-45",),
    fact="F-34",
    expression=AlarmNumber(facts.TEMPERATURE, ">=", thresholds.FEVER),
)
BEYOND_FEW = Criterion(
    id="beyond-few",
    question="Are there more lesions than a few?",
    sources=("S-22",),
    fact="F-17",
    expression=Number(facts.LESION_COUNT, ">", thresholds.FEW_LESIONS) | Surely(Is(facts.MULTIPLE, (True,))),
)
PROSTATE = Criterion(
    id="prostate-primary",
    question="Is the primary a prostate cancer?",
    sources=("S-51",),
    fact="F-08",
    expression=Is(facts.PRIMARY, (Primary.PROSTATE,)),
)
SCLEROTIC = Criterion(
    id="sclerotic",
    question="Is the matrix sclerotic?",
    sources=("S-49", "S-58"),
    fact="F-09",
    expression=Is(facts.MATRIX, (Matrix.SCLEROTIC,)),
)
MIXED = Criterion(
    id="mixed",
    question="Is the matrix mixed?",
    sources=("S-58",),
    fact="F-09",
    expression=Is(facts.MATRIX, (Matrix.MIXED,)),
)
LYTIC = Criterion(
    id="lytic",
    question="Is the matrix lytic?",
    sources=("S-41",),
    fact="F-09",
    expression=Is(facts.MATRIX, (Matrix.LYTIC,)),
)
DISCORDANT = Criterion(
    id="kidney-and-sclerotic",
    question="Is it a sclerotic metastasis of kidney cancer that no biopsy of this lesion has proven?",
    sources=("S-50", "X-60"),
    fact="F-08",
    expression=Surely(
        Alarm(facts.PRIMARY, (Primary.KIDNEY,))
        & Alarm(facts.MATRIX, (Matrix.SCLEROTIC,))
        & ~Surely(Is(facts.HISTOLOGY_PRIMARY, (Primary.KIDNEY,)))
    ),
)
PMMA_ALLERGY = Criterion(
    id="pmma-allergy",
    question="Is there an allergy to acrylic bone cement?",
    sources=("X-45",),
    fact="F-35",
    expression=Found(facts.ALLERGIES, (Allergy.PMMA,)),
)
CHILD = Criterion(
    id="child",
    question="Is the patient a child under 12 years?",
    sources=(),
    fact="F-03",
    expression=AgeUnder(thresholds.CHILD_BELOW_YEARS),
)
MINOR = Criterion(
    id="minor",
    question="Is the patient under 18 years?",
    sources=(),
    fact="F-03",
    expression=AgeUnder(thresholds.ADULT_FROM_YEARS),
)

# --- closeness and anatomy ----------------------------------------------------------------------------------------------
WALL_SUSPECT = Criterion(
    id="wall-suspect",
    question="Is the posterior wall (or cortex) breached or not known?",
    sources=("X-04", "X-46"),
    fact="F-11",
    expression=~Surely(Is(facts.POSTERIOR_WALL, (Wall.INTACT,))),
)
NEURAL_CLOSE = Criterion(
    id="neural-structure-close",
    question="Is a neural structure close, or its distance or the cortex not known?",
    sources=("S-43", "X-31", "X-32"),
    fact="F-18",
    expression=~Surely(
        Number(facts.DISTANCE_NEURAL, ">", thresholds.CLOSE_TO_NEURAL) & Is(facts.POSTERIOR_WALL, (Wall.INTACT,))
    )
    | Surely(Alarm(facts.TOUCHES_NERVE, (True,)))
    | Conflicting(facts.TOUCHES_NERVE),
)
_VISCUS_BY_DISTANCE = (
    Known(facts.DISTANCE_VISCUS) & Number(facts.DISTANCE_VISCUS, "<=", thresholds.CLOSE_TO_VISCUS)
) | (~Known(facts.DISTANCE_VISCUS) & SOFT)
VISCUS_CLOSE = Criterion(
    id="viscus-close",
    question="Is a viscus close (its distance not known: is there a part outside the vertebra)?",
    sources=("S-44",),
    fact="F-19",
    expression=_VISCUS_BY_DISTANCE | Surely(Alarm(facts.TOUCHES_VISCUS, (Viscus.BOWEL, Viscus.OTHER))),
)
BOWEL_LEVEL = Criterion(
    id="bowel-level",
    question="Does the lesion reach a level from L1 to the coccyx?",
    sources=("S-44",),
    fact="F-05",
    expression=Levels("L1", "coccyx"),
)
BOWEL_CLOSE = Criterion(
    id="bowel-close",
    question="Is bowel close (only at L1 to the coccyx)?",
    sources=("S-44",),
    fact="F-19",
    expression=BOWEL_LEVEL & (_VISCUS_BY_DISTANCE | Surely(Alarm(facts.TOUCHES_VISCUS, (Viscus.BOWEL,)))),
)
SACRAL_ROOTS = Criterion(
    id="sacral-roots",
    question="Is the lesion in the sacrum?",
    sources=("S-84",),
    fact="F-05",
    expression=Levels("S1", "S5"),
)
LATERAL_FEMORAL_NERVE = Criterion(
    id="lateral-femoral-cutaneous-nerve",
    question="Is the lesion at L2 or L3, or does its soft-tissue part reach psoas or iliacus?",
    sources=("S-83",),
    fact="F-05",
    expression=Levels("L2", "L3") | Surely(Alarm(facts.PSOAS_PART, (True,))),
)
BODY_OR_UNKNOWN = Criterion(
    id="vertebral-body",
    question="Is the lesion in the vertebral body?",
    sources=("X-24", "X-46"),
    fact="F-06",
    expression=Parts((Part.BODY,)),
)

# --- what rules ask -----------------------------------------------------------------------------------------------------
METAL_PRESENT = Criterion(
    id="metal-present",
    question="Is there metal at or near the level?",
    sources=("S-48",),
    fact="F-20",
    expression=Alarm(facts.METAL, (Metal.PRESENT,)),
)
METAL_NOT_READ = Criterion(
    id="metal-not-read",
    question="Could a record that would show metal not be read?",
    sources=(),
    fact="F-20",
    expression=Unread(facts.METAL) & ~Surely(METAL_PRESENT),
)
IMPLANT = Criterion(
    id="implant",
    question="Is there a pacemaker, an ICD or a neurostimulator?",
    sources=("X-56",),
    fact="F-32",
    expression=Found(
        facts.DEVICES, (ImplantedDevice.PACEMAKER, ImplantedDevice.DEFIBRILLATOR, ImplantedDevice.NEUROSTIMULATOR)
    ),
)
LARGE = Criterion(
    id="large-lesion",
    question="Is the lesion large?",
    sources=("S-39", "S-88"),
    fact="F-16",
    expression=Number(facts.SIZE_MM, ">=", thresholds.LARGE_LESION),
)
SMALL = Criterion(
    id="small-lesion",
    question="Is the lesion small?",
    sources=(),
    fact="F-16",
    expression=Number(facts.SIZE_MM, "<=", thresholds.SMALL_LESION),
)
INTRA_ARTICULAR = Criterion(
    id="intra-articular",
    question="Does the nidus lie inside a joint?",
    sources=("S-30",),
    fact="F-22",
    expression=Is(facts.INTRA_ARTICULAR, (True,)),
)
RADIOTHERAPY_FAILED = Criterion(
    id="radiotherapy-failed",
    question="Has radiotherapy of the level failed?",
    sources=("S-78",),
    fact="F-21",
    expression=Is(facts.RADIOTHERAPY, (Radiotherapy.FAILED,)),
)
IRRADIATED = Criterion(
    id="irradiated",
    question="Was the level irradiated before?",
    sources=("X-14", "X-15"),
    fact="F-21",
    expression=Is(facts.RADIOTHERAPY, (Radiotherapy.GIVEN, Radiotherapy.RESPONDED, Radiotherapy.FAILED)),
)
STRONG_OPIOID = Criterion(
    id="strong-opioid",
    question="Is a strong or long-term opioid taken?",
    sources=("S-31", "S-61", "S-70"),
    fact="F-24",
    expression=Drugs(facts.DRUGS, (DrugClass.STRONG_OPIOID,)),
)
SUPINE_PAIN = Criterion(
    id="supine-pain",
    question="Is the pain worse lying on the back?",
    sources=("S-78",),
    fact="F-23",
    expression=Surely(Alarm(facts.PAIN_CHARACTER, (PainCharacter.SUPINE,))),
)
GRADE_1C = Criterion(
    id="escc-1c",
    question="Is the epidural grade ESCC 1c?",
    sources=("X-14",),
    fact="F-10",
    expression=Surely(Alarm(facts.ESCC, (EpiduralGrade.G1C,))),
)
SECONDARY_WITHOUT_PRIMARY = Criterion(
    id="secondary-without-primary",
    question="Is a secondary neoplasm coded without a primary?",
    sources=(),
    fact="F-08",
    expression=Surely(METASTASIS) & Missing(facts.PRIMARY) & ~Conflicting(facts.PRIMARY),
)
HISTOLOGY_MISSING = Criterion(
    id="no-histology",
    question="Is there no histology of this lesion on record?",
    sources=(),
    fact="F-07",
    expression=Missing(facts.HISTOLOGY),
)
TOO_MANY_PROBES = Criterion(
    id="too-many-probes",
    question="Are more probes planned than can be used at once?",
    sources=("S-54", "S-55"),
    fact="F-26",
    expression=Number(facts.PROBES, ">", thresholds.MAX_PROBES),
)
MODERATE_PAIN = Criterion(
    id="moderate-pain",
    question="Does the pain reach the site's own limit for moderate pain?",
    sources=("X-65",),
    fact="F-23",
    expression=PainAtLeast(facts.PAIN_VALUE, thresholds.MODERATE_PAIN),
)
MULTI_PROBE = Criterion(
    id="multi-probe",
    question="Are several probes planned?",
    sources=(),
    fact="F-26",
    expression=Number(facts.PROBES, ">=", thresholds.MULTI_PROBE_FROM),
)
PAIN_WITHOUT_SCALE = Criterion(
    id="pain-without-scale",
    question="Is the pain value recorded without its scale?",
    sources=("S-72",),
    fact="F-23",
    expression=Surely(OnScale(facts.PAIN_VALUE, PainScale.UNSTATED)),
)
DISAGREEMENTS = (
    (Varies((facts.MATRIX,)), (facts.MATRIX,)),
    (Varies((facts.ESCC,)), (facts.ESCC,)),
    (Varies((facts.CANAL_EXTENSION,)), (facts.CANAL_EXTENSION,)),
    (Varies((facts.POSTERIOR_WALL,)), (facts.POSTERIOR_WALL,)),
    (Varies((facts.SOFT_TISSUE,)), (facts.SOFT_TISSUE,)),
    (Varies((facts.CONSOLIDATION_STATED,)), (facts.CONSOLIDATION_STATED,)),
    (Varies((facts.COLLAPSE,)), (facts.COLLAPSE,)),
    (Varies((facts.FRACTURE_RISK,)), (facts.FRACTURE_RISK,)),
    (Varies((facts.SINS_TOTAL,)), (facts.SINS_TOTAL,)),
    (Conflicting(facts.SINS_COLLAPSE), (facts.SINS_COLLAPSE,)),
    (Conflicting(facts.TOUCHES_NERVE), (facts.TOUCHES_NERVE,)),
    (Varies((facts.INTRA_ARTICULAR,)), (facts.INTRA_ARTICULAR,)),
    (Varies((facts.DEFICIT_RECORDED,)), (facts.DEFICIT_RECORDED,)),
    (Varies((facts.NATURE,)) & ~BENIGN_AND_MALIGNANT, (facts.NATURE,)),
    (Conflicting(facts.METAL), (facts.METAL,)),
    (Conflicting(facts.RADIOTHERAPY), (facts.RADIOTHERAPY,)),
    (Conflicting(facts.SIZE_MM), (facts.SIZE_MM,)),
    (Conflicting(facts.DISTANCE_NEURAL), (facts.DISTANCE_NEURAL,)),
    (Conflicting(facts.DISTANCE_VISCUS), (facts.DISTANCE_VISCUS,)),
    (Conflicting(facts.INTENT_STATED), (facts.INTENT_STATED,)),
    (Conflicting(facts.SIZE_REDUCTION), (facts.SIZE_REDUCTION,)),
    (Conflicting(facts.DEBULKING), (facts.DEBULKING,)),
    (Disagreeing(_ESCC_EPIDURAL, Is(facts.CANAL_EXTENSION, (True,))), (facts.ESCC, facts.CANAL_EXTENSION)),
    (
        Surely(Is(facts.CONSOLIDATION_STATED, (False,)) & FRACTURE_DOCUMENTED),
        (facts.CONSOLIDATION_STATED, facts.COLLAPSE, facts.FRACTURE, facts.FRACTURE_RISK, facts.SINS_COLLAPSE),
    ),
    (SINS_DISAGREES, (facts.SINS_TOTAL,)),
    (
        Disagreeing(Painful(facts.PAIN_VALUE), Is(facts.PAIN_CODED, (True,))),
        (facts.PAIN_VALUE, facts.PAIN_CODED),
    ),
    (PainContradicts(facts.PAIN_VALUE), (facts.PAIN_VALUE,)),
)
"""Each way in which sources can disagree about a finding, and the items that show it. What grows or shrinks in time (sizes,
distances) and what may be undone (metal, radiotherapy) disagrees only where nothing says which source is the newer one."""
SOURCES_DISAGREE = Criterion(
    id="sources-disagree",
    question="Do sources disagree about a finding?",
    sources=(),
    expression=AnyOf(DISAGREEMENTS),
)

# --- bleeding, fever, pregnancy -----------------------------------------------------------------------------------------
WARFARIN = Criterion(
    id="warfarin",
    question="Is warfarin on the list?",
    sources=("X-42",),
    fact="F-30",
    expression=Drugs(facts.DRUGS, names=("warfarin",)),
)
ANTICOAGULANT = Criterion(
    id="anticoagulant",
    question="Is an anticoagulant on the list?",
    sources=("X-42",),
    fact="F-30",
    expression=Drugs(facts.DRUGS, (DrugClass.ANTICOAGULANT,)),
)
ANTIPLATELET = Criterion(
    id="antiplatelet",
    question="Is an antiplatelet drug on the list?",
    sources=("S-27", "X-42"),
    fact="F-30",
    expression=Drugs(facts.DRUGS, (DrugClass.ANTIPLATELET,)),
)
DRUGS_NOT_READ = Criterion(
    id="drugs-not-read",
    question="Could the list of drugs not be read in full?",
    sources=(),
    fact="F-30",
    expression=Unread(facts.DRUGS),
)
INR_HIGH = Criterion(
    id="inr-high",
    question="Is the current INR too high?",
    sources=("X-40",),
    fact="F-27",
    expression=AlarmNumber(facts.INR, ">", thresholds.INR_MAX) & ~(Surely(WARFARIN) & Missing(facts.INR_ON_WARFARIN)),
)
INR_UPPER = Criterion(
    id="inr-upper",
    question="Does the current INR lie at the upper limit of the accepted range?",
    sources=("X-40",),
    fact="F-27",
    expression=Number(facts.INR, ">=", thresholds.INR_UPPER_FROM) & ~INR_HIGH,
)
INR_MISSING = Criterion(
    id="inr-missing",
    question="Is there no current INR?",
    sources=("X-40",),
    fact="F-27",
    expression=Missing(facts.INR) | (Surely(WARFARIN) & Missing(facts.INR_ON_WARFARIN)),
)
PLATELETS_LOW = Criterion(
    id="platelets-low",
    question="Is the current platelet count too low?",
    sources=("X-40",),
    fact="F-28",
    expression=AlarmNumber(facts.PLATELETS, "<", thresholds.PLATELETS_MIN),
)
PLATELETS_MISSING = Criterion(
    id="platelets-missing",
    question="Is there no current platelet count?",
    sources=("X-40",),
    fact="F-28",
    expression=Missing(facts.PLATELETS),
)
PREGNANCY_POSSIBLE = Criterion(
    id="pregnancy-possible",
    question="Is pregnancy possible by age and gender?",
    sources=(),
    fact="F-33",
    expression=~Gender("male")
    & AgeBetween(thresholds.PREGNANCY_POSSIBLE_FROM_YEARS, thresholds.PREGNANCY_POSSIBLE_TO_YEARS),
)
PREGNANCY_OPEN = Criterion(
    id="pregnancy-not-excluded",
    question="Is pregnancy possible and not excluded by a recent test?",
    sources=(),
    fact="F-33",
    expression=Surely(Perhaps(PREGNANCY_POSSIBLE) & Missing(facts.NEGATIVE_PREGNANCY_TEST)),
)
ANTIBIOTIC_ALLERGY = Criterion(
    id="antibiotic-allergy",
    question="Is there an allergy to an antibiotic?",
    sources=(),
    fact="F-35",
    expression=Found(facts.ALLERGIES, (Allergy.ANTIBIOTIC,)),
)
NSAID_ALLERGY = Criterion(
    id="nsaid-allergy",
    question="Is there an allergy to NSAIDs?",
    sources=(),
    fact="F-35",
    expression=Found(facts.ALLERGIES, (Allergy.NSAID,)),
)
KIDNEY_FUNCTION_LOW = Criterion(
    id="egfr-low",
    question="Is the eGFR too low for an NSAID?",
    sources=(),
    fact="F-29",
    expression=AlarmNumber(facts.EGFR, "<", thresholds.NSAID_EGFR_MIN),
)
PLATELETS_LOW_FOR_NSAID = Criterion(
    id="platelets-low-for-nsaid",
    question="Is the platelet count too low for an NSAID?",
    sources=(),
    fact="F-28",
    expression=AlarmNumber(facts.PLATELETS, "<", thresholds.NSAID_PLATELETS_MIN),
)
IMAGING_CURRENT = Criterion(
    id="imaging-current",
    question="Are a current CT and a current MR of the level on record?",
    sources=(),
    fact="F-39",
    expression=Surely(Known(facts.CT_OF_LEVEL) & Known(facts.MR_OF_LEVEL)),
)

AGE_MISSING = Criterion(
    id="age-missing", question="Is the age not known?", sources=(), fact="F-03", expression=~AgeKnown()
)
PART_MISSING = Criterion(
    id="part-missing",
    question="Is the part of the vertebra not recorded?",
    sources=(),
    fact="F-06",
    expression=~PartKnown(),
)
SINS_COMPUTED = Criterion(
    id="sins-computed",
    question="Do all components of the stability score stand in the record?",
    sources=("X-10",),
    fact="F-14",
    expression=Surely(
        Known(facts.SINS_LOCATION)
        & Known(facts.SINS_PAIN)
        & Known(facts.SINS_LESION)
        & Known(facts.SINS_ALIGNMENT)
        & Known(facts.SINS_COLLAPSE)
        & Known(facts.SINS_POSTEROLATERAL)
    ),
)

# --- groups of techniques -----------------------------------------------------------------------------------------------
RFA = (Technique.RFA_BIPOLAR, Technique.RFA_MONO)
HEAT = (Technique.LASER, Technique.RFA_BIPOLAR, Technique.RFA_MONO)
THERMAL = (Technique.LASER, Technique.RFA_BIPOLAR, Technique.RFA_MONO, Technique.CRYO)
CRYO = (Technique.CRYO,)
CEMENT = (Technique.CEMENT,)
CAV = (Technique.CAV,)
CHEM = (Technique.CHEM,)
LASER = (Technique.LASER,)
