"""Contradictions and implausible facts (C.4): what makes a conflict card, what is only named.

CR-01 stands in `gates` since it stops; CR-03 also withholds suggestions, CR-07 leads to gate 4u. What may not live here: any
reading of a record.
"""

from plugin.grammar import Basis, LeftOut, Mismatched, Rule, RuleKind, WordsNotCounted
from plugin.knowledge import criteria as ask
from plugin.knowledge.gates import STOPS

RULES = (
    STOPS[4],
    Rule(
        id="CR-02",
        title="Prostate cancer and lytic matrix",
        words="A purely lytic metastasis of prostate cancer is atypical: please check.",
        when=ask.PROSTATE & ask.LYTIC,
        basis=Basis.SEED_AND_BEYOND,
        sources=("S-51",),
        kind=RuleKind.CONSISTENCY,
        card="info",
        pathway_only=False,
    ),
    Rule(
        id="CR-03",
        title="Level or side differ, or cannot be read",
        words="Level or side differ between the order and the record, or the site of the order cannot be read: nothing is "
        "suggested until this is resolved.",
        when=Mismatched(),
        basis=Basis.OURS,
        sources=(),
        kind=RuleKind.CONSISTENCY,
        card="warning",
        pathway_only=False,
        withholds=True,
    ),
    Rule(
        id="CR-04",
        title="Sources disagree",
        words="Sources disagree about a finding; both are shown.",
        when=ask.SOURCES_DISAGREE,
        contrasts=ask.DISAGREEMENTS,
        basis=Basis.OURS,
        sources=(),
        kind=RuleKind.CONSISTENCY,
        card="warning",
        pathway_only=False,
    ),
    Rule(
        id="CR-05",
        title="Pain without a scale",
        words="A pain value is recorded without its scale: it is not converted; please state the scale (0-10, or 0-100 mm).",
        when=ask.PAIN_WITHOUT_SCALE,
        basis=Basis.SEED,
        sources=("S-72",),
        kind=RuleKind.CONSISTENCY,
        pathway_only=False,
    ),
    Rule(
        id="CR-06",
        title="Primary not known",
        words="A secondary neoplasm is recorded without its primary: biopsy and work-up of the primary.",
        when=ask.SECONDARY_WITHOUT_PRIMARY,
        basis=Basis.OURS,
        sources=(),
        kind=RuleKind.CONSISTENCY,
        pathway_only=False,
    ),
    Rule(
        id="CR-07",
        title="Benign and malignant at one level",
        words="The same level is recorded with natures that exclude each other: which one is it?",
        when=ask.BENIGN_AND_MALIGNANT,
        basis=Basis.OURS,
        sources=(),
        kind=RuleKind.CONSISTENCY,
        card="warning",
        pathway_only=False,
    ),
    Rule(
        id="CR-08",
        title="Words not counted",
        words="Words that deny, look back, suppose or speak of another level are not counted as a finding or a wish.",
        when=WordsNotCounted(),
        basis=Basis.OURS,
        sources=(),
        kind=RuleKind.CONSISTENCY,
        pathway_only=False,
    ),
    Rule(
        id="CR-09",
        title="More than 25 probes",
        words="More than 25 probes at once are recorded: the value is not used.",
        when=ask.TOO_MANY_PROBES,
        basis=Basis.SEED,
        sources=("S-54", "S-55"),
        kind=RuleKind.CONSISTENCY,
        card="warning",
        pathway_only=False,
    ),
    Rule(
        id="CR-10",
        title="Left out for its status",
        words="An entry that is refuted, inactive, entered in error, unconfirmed or preliminary was left out or only noted.",
        when=LeftOut(),
        basis=Basis.OURS,
        sources=(),
        kind=RuleKind.CONSISTENCY,
        pathway_only=False,
    ),
)
