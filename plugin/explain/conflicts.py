"""The page of contradictions and implausible facts.

What may not live here: how a record is read.
"""

from __future__ import annotations

from plugin.explain import markdown as md
from plugin.explain import rules as show
from plugin.explain.phrases import phrases
from plugin.explain.visits import Visits
from plugin.grammar import Knowledge

_WHAT = """What the record says twice and differently, or what does not go together. Some make a card of their own, the others are
only named. A contradiction about a fact makes that fact not known, and both sides are shown."""


def conflicts_page(knowledge: Knowledge, visits: Visits) -> str:
    """The whole page."""
    say = phrases(knowledge)
    rules = knowledge.consistency_rules
    return md.page(
        "Contradictions",
        _WHAT,
        show.overview(rules, say),
        "## The rules in full",
        *(show.section(rule, say, visits) for rule in rules),
    )
