"""The facts as questions to a clinician, and when one is asked although it cannot change the outcome (part F, H-34).

What may not live here: which facts decide the outcome (the walk finds that), and where a fact is read from.
"""

from plugin.evidence import WishTold
from plugin.grammar import Alarm, Ends, FactText, InPlay, Missing, Outcome, Perhaps, Surely, Unrecorded
from plugin.knowledge import criteria as ask
from plugin.knowledge import facts

_CURATIVE = Ends((Outcome.CUR_ABL, Outcome.CUR_ABL_CEM))
_ABLATION_OR_CAVITATION = InPlay((*ask.THERMAL, *ask.CHEM, *ask.CAV))

FACTS = (
    FactText(fact="F-07", title="Nature", asks="What is the lesion (metastasis, primary tumour, benign, other)?"),
    FactText(
        fact="F-25",
        title="Neurological deficit",
        asks="What does a current neurological examination show?",
        optional=Missing(facts.DEFICIT_RECORDED),
    ),
    FactText(fact="F-02", title="Intent", asks="Is the aim cure of this lesion, or palliation?"),
    FactText(
        fact="F-10",
        title="Canal",
        asks="Does the tumour extend into the canal (epidural grade), or is debulking needed?",
        optional=Alarm(facts.WISHES_TOLD, (WishTold.DEBULKING,)),
    ),
    FactText(
        fact="F-13", title="Consolidation", asks="Is consolidation needed (fracture, collapse, risk of fracture)?"
    ),
    FactText(
        fact="F-12",
        title="Surrounding tissues",
        asks="Does the tumour extend into the surrounding tissues?",
        optional=Missing(facts.SOFT_TISSUE) & Missing(facts.DISTANCE_VISCUS),
    ),
    FactText(
        fact="F-15",
        title="Size reduction",
        asks="Is reduction of the tumour's size wanted?",
        optional=Unrecorded(facts.SIZE_REDUCTION) & ~ask.RADIOIODINE_PLANNED,
        wish=True,
    ),
    FactText(
        fact="F-23",
        title="Pain",
        asks="Is the lesion painful (value and scale)?",
        optional=(Perhaps(ask.PAIN) & ~Surely(ask.PAIN)) | ask.PAIN_WITHOUT_SCALE,
    ),
    FactText(
        fact="F-03",
        title="Age and gender",
        asks="What are the patient's age and administrative gender?",
        optional=ask.AGE_MISSING,
    ),
    FactText(fact="F-05", title="Level", asks="At which level of the spine is the lesion documented?"),
    FactText(
        fact="F-06",
        title="Part and side",
        asks="In which part and on which side of the vertebra is it?",
        optional=ask.PART_MISSING,
    ),
    FactText(
        fact="F-08",
        title="Primary tumour",
        asks="Which primary tumour does the metastasis come from?",
        optional=ask.METASTASIS & Missing(facts.PRIMARY),
    ),
    FactText(
        fact="F-09",
        title="Bone matrix",
        asks="Is the lesion lytic, mixed or sclerotic?",
        optional=Missing(facts.MATRIX),
    ),
    FactText(
        fact="F-11",
        title="Posterior wall",
        asks="Is the posterior wall (cortex towards the canal) intact?",
        optional=Missing(facts.POSTERIOR_WALL),
    ),
    FactText(
        fact="F-14",
        title="SINS",
        asks="What are the six components of the stability score (SINS)?",
        optional=Missing(facts.SINS_TOTAL) & ~Perhaps(ask.BENIGN) & ~ask.SINS_COMPUTED,
    ),
    FactText(
        fact="F-16",
        title="Size",
        asks="What is the largest diameter of the lesion?",
        optional=Missing(facts.SIZE_MM) & (_CURATIVE | ask.METASTASIS),
    ),
    FactText(
        fact="F-18",
        title="Distance to nerve",
        asks="How far is the nearest neural structure?",
        optional=Missing(facts.DISTANCE_NEURAL) & _ABLATION_OR_CAVITATION,
    ),
    FactText(
        fact="F-19",
        title="Distance to viscus",
        asks="How far is the nearest bowel or other viscus?",
        optional=Missing(facts.DISTANCE_VISCUS) & Perhaps(ask.SOFT) & InPlay(ask.THERMAL),
    ),
    FactText(
        fact="F-20",
        title="Metal",
        asks="Is there metal at or near the level?",
        optional=Missing(facts.METAL) & _ABLATION_OR_CAVITATION,
    ),
    FactText(
        fact="F-21",
        title="Earlier radiotherapy",
        asks="Was the level irradiated, and with what result?",
        optional=Missing(facts.RADIOTHERAPY) & ask.METASTASIS,
    ),
    FactText(
        fact="F-22",
        title="Joint",
        asks="Does the nidus lie inside a joint?",
        optional=Missing(facts.INTRA_ARTICULAR) & ask.OSTEOID_OSTEOMA,
    ),
    FactText(
        fact="F-26",
        title="Probes",
        asks="How many probes and positionings are planned?",
        optional=Missing(facts.PROBES) & InPlay(ask.CRYO),
    ),
    FactText(fact="F-27", title="INR", asks="What is the current INR?", optional=ask.INR_MISSING),
    FactText(
        fact="F-28", title="Platelets", asks="What is the current platelet count?", optional=ask.PLATELETS_MISSING
    ),
    FactText(
        fact="F-29",
        title="Kidney",
        asks="What is the creatinine clearance or eGFR?",
        optional=Missing(facts.EGFR) & (ask.ANTICOAGULANT | InPlay(ask.THERMAL)),
    ),
    FactText(fact="F-33", title="Pregnancy", asks="Is pregnancy excluded?", optional=ask.PREGNANCY_OPEN),
)
"""In the order in which questions are asked (contract 4)."""
