"""The facts of the deck that no rule, item or text follows from, each with the reason (seed facts S-01 to S-91).

Every other fact is named by the declaration that follows from it; the ledger page shows both. What may not live here: facts
that something does follow from (a test refuses them).
"""

from plugin.grammar import NotARule

NOT_RULES = (
    NotARule(fact="S-08", why="Structure of the slide: the product has one way in, its gates and its tree."),
    NotARule(fact="S-19", why="Why the arrows had to be reconstructed; every pathway card says that they were (H-01)."),
    NotARule(
        fact="S-26",
        why="A reference. Its result could not be read, so nothing rests on it; what is said of heat comes from X-20 to X-24.",
    ),
    NotARule(fact="S-40", why="Repeats S-04, from which the palliative techniques are taken."),
    NotARule(fact="S-56", why="A reference, on renal masses: nothing about the spine follows from it."),
    NotARule(fact="S-63", why="A reference to the trial behind S-62; the figure is quoted from S-62."),
    NotARule(
        fact="S-76",
        why="A reference, to the feasibility of RF ablation of painful metastases; S-72 and S-73 are quoted.",
    ),
    NotARule(fact="S-77", why="A reference, to a multicentre study of RF ablation; S-72 and S-73 are quoted."),
    NotARule(
        fact="S-79",
        why="Another name of coblation without a statement; what cavitation is for stands in S-06, S-07 and S-13.",
    ),
    NotARule(fact="S-85", why="A saying at the end of the deck; it is no instruction."),
    NotARule(fact="S-86", why="An outlook. It names no condition and no technique."),
)
