"""The techniques: the states that each pathway starts from (C.1), and the rules that change them or speak of them (C.2).

States combine by the worst; a rule never improves one. What may not live here: holds and closeness (`safety`), contradictions
(`conflicts`), items of lists (`checklists`, `order_sets`).
"""

from plugin.evidence import Technique
from plugin.grammar import (
    Allowed,
    Basis,
    Effect,
    Ends,
    InPlay,
    Known,
    Outcome,
    Perhaps,
    Rule,
    SeveralPlanned,
    StartingStates,
    Surely,
    TechniqueState,
    WithCryoFluid,
)
from plugin.knowledge import criteria as ask
from plugin.knowledge import facts

_PREFERRED = TechniqueState.PREFERRED
_ACCEPTABLE = TechniqueState.ACCEPTABLE
_CAUTION = TechniqueState.CAUTION
_AVOID = TechniqueState.AVOID

STARTING_STATES = (
    StartingStates(
        outcomes=(Outcome.CUR_ABL,),
        when=ask.NIDUS,
        states={
            Technique.LASER: _PREFERRED,
            Technique.RFA_BIPOLAR: _ACCEPTABLE,
            Technique.RFA_MONO: _ACCEPTABLE,
            Technique.CRYO: _ACCEPTABLE,
        },
        sources=("S-11", "S-21", "S-25", "X-31"),
    ),
    StartingStates(
        outcomes=(Outcome.CUR_ABL,),
        when=None,
        states={
            Technique.LASER: _CAUTION,
            Technique.RFA_BIPOLAR: _PREFERRED,
            Technique.RFA_MONO: _ACCEPTABLE,
            Technique.CRYO: _PREFERRED,
        },
        offered_if={Technique.LASER: ask.SMALL},
        sources=("S-11", "S-22", "S-23", "S-24"),
    ),
    StartingStates(
        outcomes=(Outcome.CUR_ABL_CEM,),
        when=ask.NIDUS,
        states={
            Technique.LASER: _PREFERRED,
            Technique.RFA_BIPOLAR: _ACCEPTABLE,
            Technique.RFA_MONO: _ACCEPTABLE,
            Technique.CRYO: _ACCEPTABLE,
            Technique.CEMENT: _PREFERRED,
        },
        sources=("S-05", "S-11", "S-15"),
    ),
    StartingStates(
        outcomes=(Outcome.CUR_ABL_CEM,),
        when=None,
        states={
            Technique.LASER: _CAUTION,
            Technique.RFA_BIPOLAR: _PREFERRED,
            Technique.RFA_MONO: _ACCEPTABLE,
            Technique.CRYO: _PREFERRED,
            Technique.CEMENT: _PREFERRED,
        },
        offered_if={Technique.LASER: ask.SMALL},
        sources=("S-05", "S-11", "S-15"),
    ),
    StartingStates(
        outcomes=(Outcome.PAL_CEM,),
        when=None,
        states={Technique.CEMENT: _PREFERRED},
        sources=("S-04", "S-15"),
    ),
    StartingStates(
        outcomes=(Outcome.PAL_ABL_CEM,),
        when=None,
        states={
            Technique.RFA_BIPOLAR: _PREFERRED,
            Technique.RFA_MONO: _ACCEPTABLE,
            Technique.CRYO: _PREFERRED,
            Technique.CEMENT: _PREFERRED,
        },
        sources=("S-05", "S-14"),
    ),
    StartingStates(
        outcomes=(Outcome.PAL_CAV_CEM,),
        when=None,
        states={
            Technique.RFA_BIPOLAR: _CAUTION,
            Technique.RFA_MONO: _AVOID,
            Technique.CRYO: _CAUTION,
            Technique.CHEM: _AVOID,
            Technique.CAV: _PREFERRED,
            Technique.CEMENT: _PREFERRED,
        },
        sources=("S-06", "S-12", "S-13"),
    ),
    StartingStates(
        outcomes=(Outcome.PAL_CAV,),
        when=None,
        states={
            Technique.RFA_BIPOLAR: _CAUTION,
            Technique.RFA_MONO: _AVOID,
            Technique.CRYO: _CAUTION,
            Technique.CHEM: _AVOID,
            Technique.CAV: _PREFERRED,
        },
        sources=("S-07", "S-90"),
    ),
    StartingStates(
        outcomes=(Outcome.PAL_REDUCE,),
        when=None,
        states={
            Technique.RFA_BIPOLAR: _PREFERRED,
            Technique.RFA_MONO: _ACCEPTABLE,
            Technique.CRYO: _PREFERRED,
        },
        sources=("S-16", "S-36"),
    ),
    StartingStates(
        outcomes=(Outcome.PAL_PAIN_SOFT,),
        when=None,
        states={
            Technique.RFA_BIPOLAR: _PREFERRED,
            Technique.RFA_MONO: _ACCEPTABLE,
            Technique.CRYO: _PREFERRED,
        },
        sources=("S-41", "S-87"),
    ),
    StartingStates(
        outcomes=(Outcome.PAL_PAIN,),
        when=None,
        states={
            Technique.RFA_BIPOLAR: _PREFERRED,
            Technique.RFA_MONO: _ACCEPTABLE,
            Technique.CRYO: _PREFERRED,
            Technique.CHEM: _CAUTION,
        },
        sources=("S-18", "S-42"),
    ),
)
"""The first row that fits outcome and nature is the start; what it does not name is not offered."""

_SENSITIVE_CLOSE = ask.NEURAL_CLOSE | ask.VISCUS_CLOSE
_ABLATION_PATHWAYS = (
    Outcome.CUR_ABL,
    Outcome.CUR_ABL_CEM,
    Outcome.PAL_ABL_CEM,
    Outcome.PAL_REDUCE,
    Outcome.PAL_PAIN_SOFT,
    Outcome.PAL_PAIN,
)

RULES = (
    Rule(
        id="TR-01",
        title="Best indication",
        words="Painful lytic lesion: a best indication for thermal ablation, with or without soft-tissue invasion.",
        when=ask.LYTIC & ask.PAIN & Allowed(ask.THERMAL),
        basis=Basis.SEED,
        sources=("S-41", "S-87"),
    ),
    Rule(
        id="TR-02",
        title="Thermal before chemical",
        words="Thermal techniques come first: alcohol makes a much less predictable lesion; "
        "next to a neural structure it is to be avoided.",
        when=Ends((Outcome.PAL_PAIN,)) & Allowed(ask.CHEM),
        basis=Basis.SEED_AND_BEYOND,
        sources=("S-42", "X-02"),
        also=((ask.NEURAL_CLOSE, Effect(techniques=ask.CHEM, state=_AVOID)),),
    ),
    Rule(
        id="TR-03",
        title="Osteoid osteoma",
        words="Osteoid osteoma: laser is preferred, RFA and cryoablation are alternatives. In the deck's series of 204 thermal "
        "ablations most patients were pain free after 24 to 48 hours, with recurrence in 6 %.",
        when=ask.OSTEOID_OSTEOMA & Allowed(ask.THERMAL),
        basis=Basis.SEED_AND_BEYOND,
        sources=("S-11", "S-21", "S-25", "S-28", "S-29", "S-33", "X-31"),
    ),
    Rule(
        id="TR-04",
        title="Nidus inside a joint",
        words="Nidus inside a facet joint: relief may take 1 to 2 weeks (8 % of the patients in the deck's series).",
        when=ask.OSTEOID_OSTEOMA & ask.INTRA_ARTICULAR & Allowed(ask.THERMAL),
        basis=Basis.SEED,
        sources=("S-30",),
    ),
    Rule(
        id="TR-05",
        title="Osteoblastoma",
        words="Osteoblastoma: as for an osteoid osteoma; the lesion is larger, so more than one placement may be needed; "
        "early imaging after treatment (the deck shows day 1 and day 3) is an option.",
        when=ask.OSTEOBLASTOMA & Allowed(ask.THERMAL),
        basis=Basis.SEED_AND_BEYOND,
        sources=("S-21", "S-34"),
    ),
    Rule(
        id="TR-06",
        title="Thyroid metastasis to be reduced",
        words="Thyroid metastasis with need for size reduction: RFA is the technique named, followed by 131-I, never before. "
        "Ask for histology and iodine avidity; iodinated contrast and pregnancy matter (unverified).",
        when=ask.METASTASIS & ask.THYROID & ask.SIZE,
        basis=Basis.SEED,
        sources=("S-35", "S-36", "S-37", "S-39"),
        effects=(Effect(techniques=ask.CRYO, state=_ACCEPTABLE),),
        first=Technique.RFA_BIPOLAR,
    ),
    Rule(
        id="TR-07",
        title="Large metastasis",
        words="Large metastasis ({large_lesion_mm} mm or more): palliative thermal ablation is a named indication; cryoablation "
        "with several probes is favoured over a single electrode (preference: our own choice).",
        when=ask.METASTASIS & ask.LARGE & ~ask.INTENT & Allowed(ask.THERMAL),
        basis=Basis.SEED_AND_BEYOND,
        sources=("S-39", "S-54", "S-55", "S-88"),
    ),
    Rule(
        id="TR-08",
        title="RFA next to a nerve",
        words="A neural structure is close, or distance or cortex are not known: avoid monopolar RFA; bipolar RFA with "
        "thermocouple and insulation by non-ionic fluid (5 % dextrose) or CO2.",
        when=ask.NEURAL_CLOSE & Allowed(ask.RFA),
        basis=Basis.SEED_AND_BEYOND,
        sources=("S-43", "S-45", "S-46", "S-47", "X-20", "X-22"),
        effects=(Effect(techniques=(Technique.RFA_MONO,), state=_AVOID),),
    ),
    Rule(
        id="TR-09",
        title="RFA next to bowel",
        words="Bowel is close: avoid monopolar RFA; bipolar RFA with thermocouple, and insulate or displace (CO2, balloon, "
        "fluid) before heating.",
        when=Surely(ask.BOWEL_CLOSE) & Allowed(ask.RFA),
        basis=Basis.SEED_AND_BEYOND,
        sources=("S-44", "S-45", "S-46", "S-47", "S-65", "S-66", "S-67", "S-69"),
        effects=(Effect(techniques=(Technique.RFA_MONO,), state=_AVOID),),
    ),
    Rule(
        id="TR-10",
        title="Metal at the level",
        words="Osteosynthesis or metal at or near the level: avoid RFA, above all with the electrode near the metal; "
        "a distance not known counts as near (our own choice). Discuss with the board.",
        when=ask.METAL_PRESENT,
        basis=Basis.SEED_AND_BEYOND,
        sources=("S-48",),
        effects=(
            Effect(techniques=ask.RFA, state=_AVOID),
            Effect(techniques=ask.CAV, state=_CAUTION),
        ),
        mdt=True,
    ),
    Rule(
        id="TR-10-UNREAD",
        title="Metal could not be checked",
        words="Procedures or devices could not be read, so metal at the level is not excluded: RFA with caution.",
        when=ask.METAL_NOT_READ & Allowed(ask.RFA),
        basis=Basis.OURS,
        sources=("S-48",),
        effects=(Effect(techniques=ask.RFA, state=_CAUTION),),
    ),
    Rule(
        id="TR-11",
        title="Sclerotic matrix",
        words="Sclerotic matrix: not a best indication. Discuss with the board.",
        when=ask.SCLEROTIC,
        notes=(
            (
                Allowed((*ask.RFA, *ask.CRYO)),
                "The ice ball is poorly controlled and poorly seen, and RFA responds poorly in purely blastic bone.",
            ),
        ),
        basis=Basis.SEED_AND_BEYOND,
        sources=("S-41", "S-49", "S-58", "X-30"),
        effects=(Effect(techniques=(*ask.RFA, *ask.CRYO), state=_CAUTION),),
        mdt=True,
    ),
    Rule(
        id="TR-12",
        title="Mixed matrix",
        words="Mixed matrix: the ice ball may be less well controlled in the sclerotic part.",
        when=ask.MIXED & Allowed(ask.CRYO),
        basis=Basis.SEED,
        sources=("S-58",),
        effects=(Effect(techniques=ask.CRYO, state=_CAUTION),),
    ),
    Rule(
        id="TR-13",
        title="Cryoablation next to a sensitive structure",
        words="Cryoablation with a sensitive structure close needs CO2 and a thermocouple.",
        when=Surely(_SENSITIVE_CLOSE) & Allowed(ask.CRYO),
        basis=Basis.SEED,
        sources=("S-59",),
    ),
    Rule(
        id="TR-14",
        title="No 5 % dextrose with cryoablation",
        words="No hydrodissection with 5 % dextrose in cryoablation (contested: other sources describe warm fluid).",
        when=InPlay(ask.CRYO) & ~WithCryoFluid(),
        basis=Basis.SEED,
        sources=("S-69", "X-33"),
    ),
    Rule(
        id="CRYO-FLUID",
        title="5 % dextrose with cryoablation, by local choice",
        words="This hospital allows hydrodissection with 5 % dextrose in cryoablation. The deck calls it not suitable; other "
        "sources describe warm fluid.",
        when=InPlay(ask.CRYO) & WithCryoFluid(),
        basis=Basis.SEED_AND_BEYOND,
        sources=("S-69", "X-33"),
    ),
    Rule(
        id="TR-15",
        title="Wait before cement",
        words="After cryoablation wait before injecting cement: ice ball gone, thaw complete (criterion: our own choice).",
        when=InPlay(ask.CRYO) & Allowed(ask.CEMENT, _ACCEPTABLE),
        basis=Basis.SEED_AND_BEYOND,
        sources=("S-60",),
    ),
    Rule(
        id="TR-16",
        title="Time of cryoablation",
        words="Cryoablation takes 30 minutes per positioning; probes work at the same time, up to 25.",
        when=InPlay(ask.CRYO),
        notes=((Known(facts.POSITIONINGS), "{planned_positionings} planned: {cryo_minutes} minutes."),),
        basis=Basis.SEED,
        sources=("S-52", "S-53", "S-54", "S-55"),
    ),
    Rule(
        id="TR-17",
        title="Block and analgesia",
        words="Propose a block technique; analgesia for the first 6 to 48 hours (opioid and NSAID; no NSAID where "
        "the order set leaves it out).",
        when=InPlay(ask.THERMAL),
        basis=Basis.SEED,
        sources=("S-31", "S-32", "S-70", "S-71"),
    ),
    Rule(
        id="TR-18",
        title="High risk of pain afterwards",
        words="A strong or long-term opioid is taken: cryoablation is named first, as the less painful technique "
        "(trigger: our own choice).",
        when=ask.STRONG_OPIOID & Allowed(ask.RFA, _ACCEPTABLE) & Allowed(ask.CRYO, _ACCEPTABLE),
        basis=Basis.SEED_AND_BEYOND,
        sources=("S-31", "S-61", "S-62", "S-70"),
        first=Technique.CRYO,
    ),
    Rule(
        id="TR-19",
        title="Radiotherapy failed",
        words="Radiotherapy of the level has failed: no exclusion, it supports the indication.",
        when=ask.RADIOTHERAPY_FAILED,
        basis=Basis.SEED,
        sources=("S-78",),
    ),
    Rule(
        id="TR-20",
        title="Canal involved",
        words="Canal extension or debulking: cavitation is the step against the tumour; thermal techniques only for a remote "
        "soft-tissue part.",
        when=Ends((Outcome.PAL_CAV, Outcome.PAL_CAV_CEM)),
        basis=Basis.SEED_AND_BEYOND,
        sources=("S-12", "S-13", "X-03", "X-04", "X-23"),
    ),
    Rule(
        id="TR-21",
        title="Cement after ablation",
        words="Consolidation is needed: cementoplasty after ablation is pre-selected, with or without (+/-); ablation alone is "
        "not covered by the deck, which speaks of tumours without risk of fracture.",
        when=Ends((Outcome.CUR_ABL_CEM, Outcome.PAL_ABL_CEM)),
        basis=Basis.SEED_AND_BEYOND,
        sources=("S-05", "S-15", "S-87", "X-05"),
    ),
    Rule(
        id="TR-22",
        title="No cement",
        words="No need for consolidation: cementoplasty is not offered.",
        when=~ask.CONS,
        basis=Basis.SEED,
        sources=("S-10", "S-87"),
    ),
    Rule(
        id="TR-23",
        title="Cement alone",
        words="Cementoplasty alone is symptomatic treatment: it does not treat the tumour.",
        when=Ends((Outcome.PAL_CEM,)),
        basis=Basis.BEYOND,
        sources=("X-02",),
    ),
    Rule(
        id="TR-24",
        title="Sacral roots",
        words="Sacral level: map the sacral roots S2 to S4; accidental destruction of S2–S4 is among the deck's complications.",
        when=ask.SACRAL_ROOTS,
        basis=Basis.SEED,
        sources=("S-84",),
        pathway_only=False,
    ),
    Rule(
        id="TR-25",
        title="Lateral femoral cutaneous nerve",
        words="L2 or L3, or a part in psoas or iliacus: consider the lateral femoral cutaneous nerve (anatomical trigger: our "
        "own choice).",
        when=ask.LATERAL_FEMORAL_NERVE,
        basis=Basis.SEED_AND_BEYOND,
        sources=("S-83",),
    ),
    Rule(
        id="TR-26",
        title="Skin",
        words="Posterior element, or monopolar RFA with pads: protect the skin (trigger: our own choice).",
        when=Surely(ask.POSTERIOR_ELEMENT) | InPlay((Technique.RFA_MONO,)),
        basis=Basis.SEED_AND_BEYOND,
        sources=("S-82",),
    ),
    Rule(
        id="TR-27",
        title="Electrically active implant",
        words="Pacemaker, ICD or neurostimulator: avoid monopolar RFA, bipolar RFA and coblation with caution (coblation: our "
        "own choice); cryoablation and laser raise no electrical objection.",
        when=Surely(ask.IMPLANT) & Allowed((*ask.RFA, *ask.CAV)),
        basis=Basis.BEYOND,
        sources=("X-02", "X-56"),
        effects=(
            Effect(techniques=(Technique.RFA_MONO,), state=_AVOID),
            Effect(techniques=(Technique.RFA_BIPOLAR, *ask.CAV), state=_CAUTION),
        ),
    ),
    Rule(
        id="TR-27-UNREAD",
        title="Implants could not be checked",
        words="Devices could not be read, so an implant is not excluded: RFA and coblation with caution.",
        when=Perhaps(ask.IMPLANT) & ~Surely(ask.IMPLANT) & Allowed((*ask.RFA, *ask.CAV)),
        basis=Basis.OURS,
        sources=("X-56",),
        effects=(Effect(techniques=(*ask.RFA, *ask.CAV), state=_CAUTION),),
    ),
    Rule(
        id="TR-28",
        title="Several techniques",
        words="Several techniques are selected: read them as one plan in its order, not as competing orders.",
        when=SeveralPlanned(),
        basis=Basis.SEED,
        sources=("S-89",),
    ),
    Rule(
        id="TR-29",
        title="Allergy to bone cement",
        words="Allergy to acrylic bone cement: avoid cementoplasty.",
        when=Surely(ask.PMMA_ALLERGY) & Allowed(ask.CEMENT),
        basis=Basis.UNVERIFIED,
        sources=("X-45",),
        effects=(Effect(techniques=ask.CEMENT, state=_AVOID),),
    ),
    Rule(
        id="TR-29-UNREAD",
        title="Allergies could not be checked",
        words="Allergies could not be read: cementoplasty with caution.",
        when=Perhaps(ask.PMMA_ALLERGY) & ~Surely(ask.PMMA_ALLERGY) & Allowed(ask.CEMENT),
        basis=Basis.OURS,
        sources=("X-45",),
        effects=(Effect(techniques=ask.CEMENT, state=_CAUTION),),
    ),
    Rule(
        id="TR-30",
        title="Prostate cancer and blastic matrix",
        words="A blastic metastasis of prostate cancer is plausible.",
        when=ask.PROSTATE & ask.SCLEROTIC,
        basis=Basis.SEED,
        sources=("S-51",),
    ),
)
