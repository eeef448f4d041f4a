"""The gates before the tree, in their order (part B.4): the first whose question is answered yes decides.

1, 1u, 2, 3, 4 and 4u look at known facts; 2 again, 5 and 6 share the completions of rule 12 with the tree. Most of gate 1
(scope) is decided earlier, where orders are read: they name a site outside the spine. What may not live here: the tree, and
the questions' own meaning.
"""

from plugin.grammar import Always, Basis, Criterion, Gate, Outcome, Rule, RuleKind, Surely
from plugin.knowledge import criteria as ask

_BEYOND_FEW_CURATIVE = Criterion(
    id="beyond-few-and-curative",
    question="Are there more lesions than a few, and is cure the aim?",
    sources=("S-22",),
    fact="F-17",
    expression=Surely(ask.BEYOND_FEW) & ask.INTENT,
)
_PMMA_AND_CONS = Criterion(
    id="pmma-allergy-and-consolidation",
    question="Is there an allergy to acrylic cement, and is consolidation needed?",
    sources=("X-45",),
    fact="F-35",
    expression=Surely(ask.PMMA_ALLERGY) & ask.CONS,
)

STOPS = (
    Rule(
        id="SR-02",
        title="Unstable spine",
        words="The stability score (SINS) is at least 13: surgical stability assessment first.",
        when=Surely(ask.SINS_UNSTABLE),
        basis=Basis.BEYOND,
        sources=("X-11",),
        kind=RuleKind.SAFETY,
        pathway_only=False,
    ),
    Rule(
        id="SR-05",
        title="Pregnancy",
        words="A pregnancy is documented: guidance uses ionising radiation, and 131-I is never suggested.",
        when=Surely(ask.PREGNANT),
        basis=Basis.UNVERIFIED,
        sources=(),
        kind=RuleKind.SAFETY,
        pathway_only=False,
    ),
    Rule(
        id="SR-04",
        title="Infection",
        words="Spinal infection at the level, or systemic infection: elective treatment is deferred.",
        when=Surely(ask.TUMOUR_SITE_OR_SYSTEMIC_INFECTION),
        basis=Basis.UNVERIFIED,
        sources=("X-45",),
        kind=RuleKind.SAFETY,
        pathway_only=False,
    ),
    Rule(
        id="STOP-FEW",
        title="More lesions than a few",
        words="More than {few_lesions} spinal lesions are documented, and cure is the aim.",
        when=_BEYOND_FEW_CURATIVE,
        basis=Basis.OURS,
        sources=("S-22",),
        kind=RuleKind.SAFETY,
        pathway_only=False,
    ),
    Rule(
        id="CR-01",
        title="Kidney cancer and sclerotic matrix",
        words="A sclerotic metastasis of kidney cancer is implausible: verify the primary, consider earlier radiotherapy or a "
        "second (prostate) primary, review or obtain a biopsy. The choice of technique is suspended until then.",
        when=ask.DISCORDANT,
        basis=Basis.SEED_AND_BEYOND,
        sources=("S-50", "X-60"),
        kind=RuleKind.CONSISTENCY,
        card="warning",
        pathway_only=False,
    ),
    Rule(
        id="TR-29",
        title="Allergy to bone cement",
        words="Allergy to acrylic bone cement, and consolidation is needed.",
        when=_PMMA_AND_CONS,
        basis=Basis.UNVERIFIED,
        sources=("X-45",),
        kind=RuleKind.SAFETY,
        pathway_only=False,
    ),
    Rule(
        id="STOP-CHILD",
        title="Child",
        words="The patient is under 12 years old.",
        when=Surely(ask.CHILD),
        basis=Basis.OURS,
        sources=(),
        kind=RuleKind.SAFETY,
        pathway_only=False,
    ),
)
"""The hard relative stops of gate 5. Those named STOP-… are rows of the gate without a rule id of their own."""

_STOP = Criterion(
    id="hard-relative-stop",
    question="Is there a reason for the tumour board first (a hard relative stop)?",
    sources=("X-11", "X-45", "S-22", "S-50"),
    expression=STOPS[0].when
    | STOPS[1].when
    | STOPS[2].when
    | STOPS[3].when
    | STOPS[4].when
    | STOPS[5].when
    | STOPS[6].when,
)
_NO_NEED_NOW = Criterion(
    id="painless-and-no-need",
    question="Is the lesion painless, the aim palliation, and nothing else needed?",
    sources=("S-41", "S-87"),
    fact="F-23",
    expression=~ask.INTENT & ~ask.PAIN & ~ask.CONS & ~ask.SIZE & ~ask.CANAL,
)
_EMERGENCY_SIGNS = (
    Rule(
        id="SR-01",
        title="Emergency",
        words="A motor or sphincter deficit, a high epidural grade (ESCC 2 or 3), a cauda equina syndrome, or a compression "
        "of cord or cauda with a deficit is recorded.",
        when=ask.EMERGENCY,
        basis=Basis.BEYOND,
        sources=("X-14", "X-15"),
        kind=RuleKind.SAFETY,
        pathway_only=False,
    ),
)

GATES = (
    Gate(id="1", title="Scope", when=ask.OUTSIDE, outcome=Outcome.OUT_OF_SCOPE, sources=("S-01",)),
    Gate(
        id="1u",
        title="No lesion documented here",
        when=ask.UNDOCUMENTED,
        outcome=Outcome.NEED_DATA,
        sources=(),
        asks=("F-07", "F-05"),
        words=((Always(), "No lesion is documented at the place of the order."),),
    ),
    Gate(
        id="2",
        title="Emergency",
        when=ask.EMERGENCY,
        outcome=Outcome.URGENT_REFERRAL,
        sources=("X-14", "X-15"),
        reasons=_EMERGENCY_SIGNS,
    ),
    Gate(id="3", title="Refusal", when=ask.REFUSED, outcome=Outcome.DECLINED, sources=()),
    Gate(
        id="4",
        title="Not a target",
        when=ask.NOT_A_TARGET,
        outcome=Outcome.NOT_A_TARGET,
        sources=(),
        words=(
            (ask.IS_INFECTION, "Spinal infection needs its own work-up now."),
            (ask.IS_OSTEOPOROTIC, "An osteoporotic fracture is not a tumour."),
            (Always(), "Benign without an indication; a painful or aggressive one belongs before the board."),
        ),
    ),
    Gate(
        id="4u",
        title="Nature not known",
        when=ask.NATURE_OPEN,
        outcome=Outcome.NEED_DATA,
        sources=("X-11", "X-12"),
        asks=("F-07",),
        words=(
            (
                ask.SINS_UNSTABLE,
                (
                    "The nature of the lesion is not known, or contradictory. The stability score (SINS) is at least 13: unless "
                    "the lesion proves benign, for which the score is not computed, the board comes first (outside the source "
                    "deck; this order is our own choice)."
                ),
            ),
            (Always(), "The nature of the lesion is not known, or contradictory."),
        ),
    ),
    Gate(
        id="2",
        title="Emergency, in the completions",
        when=ask.EMERGENCY,
        outcome=Outcome.URGENT_REFERRAL,
        sources=("X-14", "X-15"),
        completed=True,
    ),
    Gate(
        id="5",
        title="Hard relative stops",
        when=_STOP,
        outcome=Outcome.MDT_BOARD,
        sources=("X-11", "X-45", "S-50", "S-91"),
        completed=True,
        reasons=STOPS,
    ),
    Gate(
        id="6",
        title="Indication now",
        when=_NO_NEED_NOW,
        outcome=Outcome.NO_INDICATION_NOW,
        sources=("S-41", "S-87"),
        completed=True,
    ),
)
