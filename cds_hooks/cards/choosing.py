"""Which cards does a call get, and in which order? Emergency first, then lesion by lesion, at most eight (contract 4).

What may not live here: what stands on a card.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from cds_hooks.cards.further import degraded_paragraphs, degraded_sheet, further_sheets, unread_keys
from cds_hooks.cards.lead import lead_sheet
from cds_hooks.cards.phrases import place_order, place_words
from cds_hooks.cards.situation import Desk, Kind, Sheet
from cds_hooks.messages import Indicator
from plugin.advice import Advice, urgent
from plugin.grammar import Outcome

MOST_CARDS = 8
_LOUDEST_FIRST = {Indicator.CRITICAL: 0, Indicator.WARNING: 1, Indicator.INFO: 2}
_KEPT_FIRST = {Kind.DEGRADED: 1, Kind.CONFLICT: 2, Kind.HOLD: 3}
_KEPT_LAST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The cards that are shown, in their order, and those that there was no room for."""

    shown: tuple[Sheet, ...]
    left_out: tuple[Sheet, ...] = ()


def sheets_of(advice: Advice, desk: Desk) -> list[Sheet]:
    """The cards of one lesion at order-select."""
    return [lead_sheet(advice, desk), *further_sheets(advice, desk)]


def chosen_sheets(desk: Desk, of_lesion: Callable[[Advice, Desk], list[Sheet]]) -> Chosen:
    """Every card of the call, cut to the number that a physician can be asked to read; `of_lesion` makes those of a lesion."""
    lesions, aside = _lesions(desk)
    if not lesions:
        return Chosen(shown=_nothing_but_gaps(desk))
    sheets: list[Sheet] = []
    for advice in lesions:
        sheets += of_lesion(advice, desk)
    sheets = _with_aside(sheets, aside, desk)
    return _cut(_with_gaps(sheets, desk))


def _lesions(desk: Desk) -> tuple[list[Advice], list[Advice]]:
    """The lesions with cards, in their order, and those that an order without a site did not mean (contract 5.2)."""
    meant = [
        each
        for each in desk.situation.advices
        if each.outcome is not Outcome.OUT_OF_SCOPE and (each.ordered or urgent(each))
    ]
    meant.sort(key=lambda each: (not urgent(each), place_order(each.place)))
    if desk.situation.order_has_site:
        return meant, []
    targets = [each for each in meant if each.outcome is not Outcome.NOT_A_TARGET]
    return (targets, [each for each in meant if each not in targets]) if targets else (meant, [])


def _with_aside(sheets: list[Sheet], aside: Sequence[Advice], desk: Desk) -> list[Sheet]:
    if not aside or not sheets:
        return sheets
    places = "; ".join(place_words(each.place, desk.words) for each in aside)
    said = desk.words("detail.not-a-target", places=places)
    return [replace(sheets[0], paragraphs=(*sheets[0].paragraphs, said)), *sheets[1:]]


def _with_gaps(sheets: list[Sheet], desk: Desk) -> list[Sheet]:
    """What was not read stands on a card of its own, unless a single question can say it."""
    leads = [each for each in sheets if each.is_lead]
    if len(leads) != 1 or leads[0].kind is not Kind.QUESTION:
        return [*sheets, *_nothing_but_gaps(desk, also_after_leads=True)]
    paragraphs = degraded_paragraphs(desk.situation, desk.words)
    keys = unread_keys(desk.situation)
    member = {**leads[0].member, "unread": keys} if keys else leads[0].member
    question = replace(leads[0], paragraphs=(*leads[0].paragraphs, *paragraphs), member=member)
    return [question if each is leads[0] else each for each in sheets]


def _nothing_but_gaps(desk: Desk, *, also_after_leads: bool = False) -> tuple[Sheet, ...]:
    """The degraded card; alone only where there is no advice at all, for out of scope means no card."""
    if desk.situation.advices and not also_after_leads:
        return ()
    sheet = degraded_sheet(desk.situation, desk.words)
    return (sheet,) if sheet else ()


def _cut(sheets: Iterable[Sheet]) -> Chosen:
    ranked = list(enumerate(sheets))
    if len(ranked) <= MOST_CARDS:
        return Chosen(shown=tuple(sheet for _, sheet in ranked))
    kept = {number for number, _ in sorted(ranked, key=_rank)[:MOST_CARDS]}
    return Chosen(
        shown=tuple(sheet for number, sheet in ranked if number in kept),
        left_out=tuple(sheet for number, sheet in ranked if number not in kept),
    )


def _rank(numbered: tuple[int, Sheet]) -> tuple[int, int, int]:
    number, sheet = numbered
    if sheet.is_lead:
        return (0, _LOUDEST_FIRST[sheet.indicator], number)
    return (_KEPT_FIRST.get(sheet.kind, _KEPT_LAST), 0, number)
