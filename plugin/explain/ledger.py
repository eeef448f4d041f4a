"""The ledger: for each fact of the deck where it is used, or why no rule follows from it.

What may not live here: the facts' words themselves (`sources`).
"""

from __future__ import annotations

from plugin.answer import Answer
from plugin.explain import markdown as md
from plugin.explain.declared import Use, uses
from plugin.explain.visits import Visits, named
from plugin.grammar import Knowledge, Source

_WHAT = """Nothing of the deck is lost: each of its facts with every rule, item, text, question and number that names it, and
stories that show it; or, for what is structure or a reference, the reason why nothing follows from it."""
_KINDS = ("rule", "item", "start", "leaf", "text", "gate", "threshold", "question")
_CALLED = {"start": "starting state", "leaf": "leaf of the tree"}


def ledger_page(knowledge: Knowledge, visits: Visits) -> str:
    """The whole page."""
    used = uses(knowledge)
    facts = deck(knowledge)
    heads = ("fact", "what the deck says", "where it is used", "stories")
    return md.page(
        "Ledger of the deck",
        _WHAT,
        f"{len(facts)} facts: {len(facts) - len(knowledge.not_rules)} used, {len(knowledge.not_rules)} with a reason.",
        md.table(heads, (_row(fact, knowledge, used.get(fact.id, ()), visits) for fact in facts)),
    )


def deck(knowledge: Knowledge) -> tuple[Source, ...]:
    """The facts of the source deck."""
    return tuple(source for source in knowledge.sources if source.id.startswith("S-"))


def unaccounted(knowledge: Knowledge) -> list[str]:
    """Facts that nothing names and that have no reason, and reasons for facts that are used."""
    used = uses(knowledge).keys()
    excused = {each.fact for each in knowledge.not_rules}
    facts = {fact.id for fact in deck(knowledge)}
    return sorted((facts - used - excused) | (excused & used) | (excused - facts))


def _row(fact: Source, knowledge: Knowledge, used: tuple[Use, ...], visits: Visits) -> tuple[str, ...]:
    why = " ".join(each.why for each in knowledge.not_rules if each.fact == fact.id)
    return (
        f"{md.anchor(fact.id)}{md.link(fact.id, 'sources.md', fact.id)}",
        fact.says,
        f"*No rule.* {why}" if why else md.lines(_grouped(used)),
        named(_stories(used, visits)),
    )


def _grouped(used: tuple[Use, ...]) -> list[str]:
    groups = {kind: [use for use in used if use.kind == kind] for kind in _KINDS}
    return [
        f"{_CALLED.get(kind, kind)}: " + ", ".join(md.link(use.id, use.page, use.place) for use in found)
        for kind, found in groups.items()
        if found
    ]


def _stories(used: tuple[Use, ...], visits: Visits) -> tuple[str, ...]:
    """Of each rule, item or outcome the most telling story, then the others."""
    reached = [visits.of(use.thing, Answer.YES) for use in used if use.thing]
    first = (stories[0] for stories in reached if stories)
    rest = (story for stories in reached for story in stories)
    return tuple(dict.fromkeys((*first, *rest)))
