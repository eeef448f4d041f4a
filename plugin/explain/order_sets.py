"""The page of the order sets: what can be ordered with one click, when it belongs to a set, and what is left out.

What may not live here: codes of orders (`fhir_profiles`).
"""

from __future__ import annotations

from collections.abc import Iterator

from plugin.explain import markdown as md
from plugin.explain.checklists import shows
from plugin.explain.citing import cited
from plugin.explain.filling import filled
from plugin.explain.phrases import Phrases, phrases
from plugin.explain.visits import Visits
from plugin.grammar import Expression, Knowledge, OrderItem

_WHAT = """One order set for each technique that is preferred or acceptable, cement within it where it belongs. Drugs by class and
local protocol, never dose or product. The steps stand in the order of the plan: the tumour first, 131-I after ablation, cement
last. Nothing is ordered by the product: every order is a suggestion that a physician accepts or not."""


def order_sets_page(knowledge: Knowledge, visits: Visits) -> str:
    """The whole page."""
    say = phrases(knowledge)
    heads = ("item", "what", "belongs to a technique's set when", "other sets", "basis", "sources", "stories")
    return md.page(
        "Order sets",
        _WHAT,
        "“Board set” is the one suggestion that goes with a referral to the tumour board; “plain set” is the one of a pathway "
        "for which no technique is preferred or acceptable.",
        md.table(heads, (_row(item, say, visits) for item in knowledge.order_items)),
        "## What is left out, and what is added",
        md.table(
            ("item", "where", "what happens"), (row for item in knowledge.order_items for row in _exceptions(item, say))
        ),
    )


def _row(item: OrderItem, say: Phrases, visits: Visits) -> tuple[str, ...]:
    name = _name(item)
    level = ", at the level of the lesion" if item.at_level else ""
    return (
        md.anchor(name) + name,
        md.lines((f"**{item.title}** ({item.resource.value}{level})", *shows(item))),
        say.say(item.when),
        md.lines((*_set("board set", item.board, say), *_set("plain set", item.plain, say))),
        f"[{item.basis.value}]",
        cited(item.sources),
        visits.named(f"item {name}"),
    )


def _name(item: OrderItem) -> str:
    return f"{item.id}-{item.part}" if item.part else item.id


def _exceptions(item: OrderItem, say: Phrases) -> Iterator[tuple[str, ...]]:
    for when, words in item.left_out_if:
        yield md.link(_name(item), "", _name(item)), say.say(when), f"**left out**, with the words: {filled(words)}"
    for when, words in item.notes:
        yield md.link(_name(item), "", _name(item)), say.say(when), f"added: {filled(words)}"


def _set(name: str, when: Expression | None, say: Phrases) -> list[str]:
    words = "never" if when is None else say.say(when)
    return [] if words == "never" else [f"{name}: {words}"]
