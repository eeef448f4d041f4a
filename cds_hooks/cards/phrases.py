"""How is a lesion, a rule, an item or a source put into words? The small phrases that all cards share.

What may not live here: which of them stand on a card.
"""

from __future__ import annotations

from functools import lru_cache

from cds_hooks.cards.markdown import plain, safe
from cds_hooks.words import Words
from plugin.advice import Advice, ItemAdvice, RuleRaised
from plugin.evidence import LEVELS, Part, Place, Side
from plugin.grammar import Basis

LONGEST_SUMMARY = 139
"""K2: strictly fewer than 140 characters."""

_LONGEST_NOTE = 1000
_LONGEST_RULE = 2000
"""The rows of the hold table stand behind a rule's own words, one for each drug; none may be lost."""

_SIDES = {side: rank for rank, side in enumerate(Side)}
_PARTS = {part: rank for rank, part in enumerate(Part)}
_OUTSIDE = frozenset(basis for basis in Basis if basis.outside_the_deck)
_LEVELS = {level: rank for rank, level in enumerate(LEVELS)}


def place_order(place: Place | None) -> tuple[int, int, int]:
    """C1 to coccyx; within a level by side, then part; what is not stated last. Without a level before all others."""
    if place is None:
        return (-1, 0, 0)
    side = len(_SIDES) if place.side is None else _SIDES[place.side]
    part = len(_PARTS) if place.part is None else _PARTS[place.part]
    return (_LEVELS[place.level.partition("-")[0]], side, part)


def place_words(place: Place | None, words: Words) -> str:
    """As in "T8, left pedicle"; without a level it says so."""
    if place is None:
        return words("place.unknown")
    side = words.name("side", place.side) if place.side else ""
    part = words.name("part", place.part) if place.part else ""
    where = words("place.part", side=side, part=part) if side and part else side or part
    return f"{place.level}, {where}" if where else place.level


def summary(place: Place | None, words: Words, *statements: str) -> str:
    """Level first, then as many statements as the length allows; the first always, cut if it must be."""
    text = words("summary.start", place=place_words(place, words), statement=plain(statements[0]))
    if len(text) > LONGEST_SUMMARY:
        return plain(text, LONGEST_SUMMARY)
    for statement in statements[1:]:
        longer = f"{text}; {plain(statement)}"
        if len(longer) > LONGEST_SUMMARY:
            break
        text = longer
    return text


def capitalised(text: str) -> str:
    """The beginning of a label: names of techniques are written small."""
    return text[:1].upper() + text[1:]


def uncapitalised(text: str) -> str:
    """The beginning of a sentence in the middle of another; abbreviations keep their capitals."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def basis_words(basis: Basis, said: str, words: Words) -> str:
    """What does not stand in the deck says so (part C); once, where the words before say it already."""
    if basis not in _OUTSIDE:
        return ""
    name = words.name("basis", basis.name)
    return "" if name.strip("()") in said else f" {name}"


def rule_words(rule: RuleRaised, words: Words) -> str:
    """A rule with its id, basis, sources, and the site's own numbers that it used."""
    local = f" {words('rule.local', values=safe(', '.join(rule.local)))}" if rule.local else ""
    said = f"{safe(rule.words, _LONGEST_RULE)}{basis_words(rule.basis, rule.words, words)}"
    return f"{said}{local}{_trace(rule.id, rule.sources, words)}"


def item_words(item: ItemAdvice, words: Words, only_for: str = "") -> str:
    """A line of a checklist with the techniques that it is for alone, its note, basis and sources."""
    said, rests_on = _framed(item.id, item.words, item.basis, item.sources, words)
    note = f" – {safe(item.note, _LONGEST_NOTE)}" if item.note else ""
    return f"{said}{only_for}{note}{rests_on}"


# Words of the knowledge and numbers of the site, the same for every call: what a patient's record says stands in the note.
@lru_cache(maxsize=4096)
def _framed(own_id: str, said: str, basis: Basis, sources: tuple[str, ...], words: Words) -> tuple[str, str]:
    """What stands before an item's note, and what behind it; the same for every call."""
    return safe(said), f"{basis_words(basis, said, words)}{_trace(own_id, sources, words)}"


@lru_cache(maxsize=4096)  # ids and sources of the knowledge alone
def _trace(own_id: str, sources: tuple[str, ...], words: Words) -> str:
    cited = words.cited(sources)
    shown = own_id.replace("_", "\\_")  # ids and sources are our own words
    return f" · {shown}: {cited}" if cited else f" · {shown}"


def order_words(advice: Advice) -> str:
    """The orders that a card belongs to, in the physician's own words."""
    return "; ".join(safe(each.words or each.reference) for each in advice.planned)
