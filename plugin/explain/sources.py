"""The page of sources: what each says in our own words, where it was read, and what follows from it.

What may not live here: what is decided on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plugin.explain import markdown as md
from plugin.explain.declared import Use, uses
from plugin.grammar import Knowledge, Source

_WHAT = """Where everything comes from. S-01 to S-91 are the facts of the source deck “Percutaneous Spinal Tumour Management”; its
drawings are lost, only its text is left. X-… stands outside the deck. Everything is told in our own words, with exact figures. An
entry marked **unverified** could not be read where it should stand, and is never shown as sourced."""


def sources_page(knowledge: Knowledge) -> str:
    """The whole page."""
    used = uses(knowledge)
    deck = [source for source in knowledge.sources if source.id.startswith("S-")]
    beyond = [source for source in knowledge.sources if not source.id.startswith("S-")]
    return md.page(
        "Sources",
        _WHAT,
        "## The source deck",
        "Each fact with what follows from it: [the ledger](ledger.md).",
        _table(deck, used),
        "## Outside the deck",
        _table(beyond, used),
    )


def _table(sources: Iterable[Source], used: Mapping[str, tuple[Use, ...]]) -> str:
    heads = ("id", "what it says", "where it stands", "year", "used by")
    return md.table(heads, (_row(source, used.get(source.id, ())) for source in sources))


def _row(source: Source, used: tuple[Use, ...]) -> tuple[str, ...]:
    mark = "" if source.verified else "**unverified** "
    links = " ".join(dict.fromkeys(_link(use) for use in used if use.kind in {"rule", "item", "threshold"}))
    others = sum(use.kind not in {"rule", "item", "threshold"} for use in used)
    more = f"{others} more" if others else ""
    return (
        f"{md.anchor(source.id)}{source.id}",
        mark + source.says,
        source.where,
        str(source.year or ""),
        ", ".join(part for part in (links, more) if part) or "background",
    )


def _link(use: Use) -> str:
    return md.link(use.id, use.page, use.place)
