"""The page of the techniques: the states that each pathway starts from, and every rule that changes one or speaks of one.

What may not live here: holds and closeness (`safety`).
"""

from __future__ import annotations

from plugin.evidence import Technique
from plugin.explain import markdown as md
from plugin.explain import names
from plugin.explain import rules as show
from plugin.explain.citing import cited
from plugin.explain.phrases import Phrases, phrases
from plugin.explain.visits import Visits
from plugin.grammar import Knowledge, StartingStates

_WHAT = """Which techniques a pathway offers, and how each stands for this lesion: preferred, acceptable, caution or avoid. A
pathway starts from the row of the first table; each rule below may make a state worse, and the worst of all rules wins. No rule
ever makes a state better."""
_IN_PLAY = """**In play** is the technique that the order names, unless it is to be avoided; otherwise every preferred and
acceptable one; if there is none, those in caution. “RFA” in an order means the better of its two forms. What is not in the row of
a pathway, or what the hospital does not have, is not offered."""


def techniques_page(knowledge: Knowledge, visits: Visits) -> str:
    """The whole page."""
    say = phrases(knowledge)
    heads = ("pathway", "for", *(names.TECHNIQUES[t] for t in Technique), "sources")
    return md.page(
        "Techniques",
        _WHAT,
        md.anchor("starting-states"),
        "## Where each pathway starts",
        md.table(heads, (_start(row, say) for row in knowledge.starting_states)),
        _IN_PLAY,
        "## The rules in short",
        show.overview(knowledge.technique_rules, say),
        "## The rules in full",
        *(show.section(rule, say, visits) for rule in knowledge.technique_rules),
    )


def _start(row: StartingStates, say: Phrases) -> tuple[str, ...]:
    return (
        "<br>".join(f"`{outcome.value}`" for outcome in row.outcomes),
        "every lesion not named above" if row.when is None else say.say(row.when),
        *(_state(row, technique, say) for technique in Technique),
        cited(row.sources),
    )


def _state(row: StartingStates, technique: Technique, say: Phrases) -> str:
    if technique not in row.states:
        return "–"
    condition = f" if {say.say(row.offered_if[technique])}, else not offered" if technique in row.offered_if else ""
    return row.states[technique].value + condition
