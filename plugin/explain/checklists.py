"""The page of the two checklists: anaesthesia and thermal protection.

What may not live here: orders (`order_sets`).
"""

from __future__ import annotations

from collections.abc import Iterable

from plugin.explain import markdown as md
from plugin.explain.citing import cited
from plugin.explain.filling import filled
from plugin.explain.phrases import Phrases, phrases
from plugin.explain.visits import Visits
from plugin.grammar import ChecklistItem, Knowledge, OrderItem, Settled

_WHAT = """Two lists that follow a pathway. An item is shown if its condition is true **or not known** for at least one technique
in play. The deck's slide on anaesthesia is lost (S-20): what does not rest on another of its slides is marked as outside the
deck."""
_HEADS = ("item", "words", "shown when", "basis", "sources", "stories")


def checklists_page(knowledge: Knowledge, visits: Visits) -> str:
    """The whole page."""
    say = phrases(knowledge)
    return md.page(
        "Checklists",
        _WHAT,
        "## Anaesthesia",
        md.table(_HEADS, _rows(knowledge.anaesthesia, say, visits)),
        "## Thermal protection",
        "With more than one technique in play, the card keeps each technique's list apart.",
        md.table(_HEADS, _rows(knowledge.protection, say, visits)),
    )


def _rows(items: Iterable[ChecklistItem], say: Phrases, visits: Visits) -> Iterable[tuple[str, ...]]:
    for item in items:
        yield (
            f"{md.anchor(item.id)}{item.id}",
            "<br>".join((filled(item.words), *_variant(item, say), *_added(item, say))),
            say.say(item.when),
            f"[{item.basis.value}]",
            cited(item.sources),
            visits.named(f"item {item.id}"),
        )


def _variant(item: ChecklistItem, say: Phrases) -> list[str]:
    return [f"*where {say.say(when)}:* {filled(words)}" for when, words in item.variants]


def _added(item: ChecklistItem, say: Phrases) -> Iterable[str]:
    yield from (f"*added where {say.say(when)}:* {filled(words)}" for when, words in item.notes)
    yield from shows(item)
    if item.drugs:
        yield f"*of the drugs:* {', '.join(each.value for each in item.drugs)}"
    if item.settled_by:
        yield f"*ticked by the chart (our own choice):* {'; '.join(_settles(each) for each in item.settled_by)}"
    if item.unless:
        yield f"*never where this is recorded:* {', '.join(each.name for each in item.unless)}"


def _settles(row: Settled) -> str:
    values = f" ({', '.join(str(getattr(value, 'value', value)) for value in row.values)})" if row.values else ""
    by = f", by {' or '.join(sorted(filter(None, row.by)))} where the source says by what" if row.by else ""
    kinds = f", as {' or '.join(sorted(kind.value for kind in row.kinds))}" if row.kinds else ""
    age = f", no older than {row.days.default:g} days" if row.days else ""
    return f"{row.item.name}{values}{kinds}{by}{age}"


def shows(item: ChecklistItem | OrderItem) -> Iterable[str]:
    """Which recorded values are told with an item."""
    if item.shows:
        yield f"*as recorded:* {', '.join(each.name for each in item.shows)}"
