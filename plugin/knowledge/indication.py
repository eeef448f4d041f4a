"""The indication: the tree of part B.2, seven inputs, ten ends. Reconstructed from the deck's algorithm slide (H-01).

A reviewer can lay the printed figure next to it: each fork is one question of `criteria`. What may not live here: the
questions' own meaning, the gates before the tree, and any technique.
"""

from plugin.grammar import Ask, Conclusion, Input, Outcome, OutcomeText
from plugin.knowledge import criteria as ask

INPUTS = (
    Input(
        id="INTENT",
        criterion=ask.INTENT,
        yes="curative",
        no="palliative",
        fact="F-02",
        asks="Is the aim cure of this lesion, or palliation?",
    ),
    Input(
        id="CANAL",
        criterion=ask.CANAL,
        yes="yes",
        no="no",
        fact="F-10",
        asks="Does the tumour extend into the canal (epidural grade), or is debulking needed?",
    ),
    Input(
        id="CONS",
        criterion=ask.CONS,
        yes="yes",
        no="no",
        fact="F-13",
        asks="Is consolidation needed (fracture, collapse, risk of fracture)?",
    ),
    Input(
        id="SOFT",
        criterion=ask.SOFT,
        yes="yes",
        no="no",
        fact="F-12",
        asks="Does the tumour extend into the surrounding tissues?",
    ),
    Input(
        id="SIZE",
        criterion=ask.SIZE,
        yes="yes",
        no="no",
        fact="F-15",
        asks="Is reduction of the tumour's size wanted?",
    ),
    Input(
        id="PAIN",
        criterion=ask.PAIN,
        yes="painful",
        no="painless",
        fact="F-23",
        asks="Is the lesion painful (value and scale)?",
    ),
    Input(
        id="DEFICIT",
        criterion=ask.DEFICIT,
        yes="motor",
        no="none",
        fact="F-25",
        asks="What does a current neurological examination show?",
        only_if=ask.DEFICIT_OPEN,
    ),
)

_CURATIVE = Ask(
    criterion=ask.CANAL,
    yes=Conclusion(outcome=Outcome.MDT_CURATIVE_CANAL, sources=("S-13",)),
    no=Ask(
        criterion=ask.CONS,
        yes=Conclusion(outcome=Outcome.CUR_ABL_CEM, sources=("S-05", "S-15", "S-17", "X-05")),
        no=Conclusion(outcome=Outcome.CUR_ABL, sources=("S-02", "S-11", "S-21", "S-22", "S-23", "S-24")),
    ),
)
_CONSOLIDATE = Ask(
    criterion=ask.CANAL,
    yes=Conclusion(outcome=Outcome.PAL_CAV_CEM, sources=("S-06", "S-12", "S-13", "X-03", "X-04")),
    no=Ask(
        criterion=ask.SOFT,
        yes=Conclusion(outcome=Outcome.PAL_ABL_CEM, sources=("S-05", "S-14", "S-15", "S-17")),
        no=Ask(
            criterion=ask.SIZE,
            yes=Conclusion(outcome=Outcome.PAL_ABL_CEM, sources=("S-05", "S-15", "S-16", "S-17")),
            no=Conclusion(outcome=Outcome.PAL_CEM, sources=("S-04", "S-15")),
        ),
    ),
)
_NO_CONSOLIDATION = Ask(
    criterion=ask.CANAL,
    yes=Conclusion(outcome=Outcome.PAL_CAV, sources=("S-07", "S-13", "S-90")),
    no=Ask(
        criterion=ask.SIZE,
        yes=Conclusion(outcome=Outcome.PAL_REDUCE, sources=("S-16", "S-17", "S-35", "S-36", "S-37", "S-38")),
        no=Ask(
            criterion=ask.SOFT,
            yes=Conclusion(outcome=Outcome.PAL_PAIN_SOFT, sources=("S-14", "S-41", "S-87")),
            no=Conclusion(outcome=Outcome.PAL_PAIN, sources=("S-18", "S-42")),
        ),
    ),
)
TREE = Ask(
    criterion=ask.INTENT,
    yes=_CURATIVE,
    no=Ask(criterion=ask.CONS, yes=_CONSOLIDATE, no=_NO_CONSOLIDATION),
)

OUTCOMES = (
    OutcomeText(outcome=Outcome.OUT_OF_SCOPE, title="Out of scope", words="", sources=("S-01",)),
    OutcomeText(
        outcome=Outcome.NEED_DATA,
        title="Not rateable yet",
        words="Facts are missing that decide between the outcomes named below.",
        sources=(),
    ),
    OutcomeText(
        outcome=Outcome.URGENT_REFERRAL,
        title="Urgent referral",
        words="Signs of cord or cauda compression: contact spine surgery and radiotherapy urgently.",
        sources=("X-14", "X-15"),
    ),
    OutcomeText(
        outcome=Outcome.DECLINED,
        title="Declined by the patient",
        words="The record documents that the patient declined this procedure or active treatment.",
        sources=(),
    ),
    OutcomeText(
        outcome=Outcome.NOT_A_TARGET,
        title="Not a target",
        words="The lesion is not one that is treated by these techniques.",
        sources=("S-21", "S-22", "S-23", "S-24"),
    ),
    OutcomeText(
        outcome=Outcome.NO_INDICATION_NOW,
        title="No indication now",
        words="Painless, no need for consolidation, no other need recorded: follow-up.",
        sources=("S-41", "S-87"),
    ),
    OutcomeText(
        outcome=Outcome.MDT_BOARD,
        title="Tumour board first",
        words="Discuss with the tumour board before ordering.",
        sources=("S-91",),
    ),
    OutcomeText(
        outcome=Outcome.MDT_CURATIVE_CANAL,
        title="Tumour board first: cure with canal involved",
        words="Complete ablation with a margin cannot be promised next to the dura; "
        "the palliative alternative is cavitation, with cement where consolidation is needed.",
        sources=("S-13",),
    ),
    OutcomeText(
        outcome=Outcome.CUR_ABL,
        title="Curative ablation",
        words="Thermal ablation, complete ablation intended.",
        sources=("S-02", "S-11", "S-21", "S-22", "S-23", "S-24", "S-25"),
    ),
    OutcomeText(
        outcome=Outcome.CUR_ABL_CEM,
        title="Curative ablation with or without cement",
        words="Thermal ablation, complete ablation intended, then cementoplasty (+/-).",
        sources=("S-05", "S-15"),
    ),
    OutcomeText(outcome=Outcome.PAL_CEM, title="Cementoplasty", words="Cementoplasty alone.", sources=("S-04", "S-15")),
    OutcomeText(
        outcome=Outcome.PAL_ABL_CEM,
        title="Palliative ablation with or without cement",
        words="Thermal ablation, then cementoplasty (+/-).",
        sources=("S-05", "S-14", "S-15"),
    ),
    OutcomeText(
        outcome=Outcome.PAL_CAV_CEM,
        title="Cavitation, then cement",
        words="Cavitation (coblation) to decompress, then cementoplasty.",
        sources=("S-06", "S-13"),
    ),
    OutcomeText(
        outcome=Outcome.PAL_CAV,
        title="Cavitation",
        words="Cavitation (coblation) alone, to decompress; an evolving technique.",
        sources=("S-07", "S-90"),
    ),
    OutcomeText(
        outcome=Outcome.PAL_REDUCE,
        title="Ablation to reduce the tumour",
        words="Thermal ablation to reduce volume; for thyroid metastases followed by 131-I.",
        sources=("S-16", "S-35", "S-36", "S-37", "S-38", "S-39"),
    ),
    OutcomeText(
        outcome=Outcome.PAL_PAIN_SOFT,
        title="Palliative ablation",
        words="Thermal ablation against pain, soft-tissue part included.",
        sources=("S-14", "S-41", "S-87"),
    ),
    OutcomeText(
        outcome=Outcome.PAL_PAIN,
        title="Palliative ablation",
        words="Thermal ablation against pain (chemical ablation with caution).",
        sources=("S-18", "S-42"),
    ),
)
"""What a clinician reads for each outcome (part B.5)."""
