"""How does a sheet become a card? Closing sentences in the order of contract 4, source, override reasons, uuids.

What may not live here: what a card has to say (`lead`, `further`), and which cards there are (`choosing`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from cds_hooks.cards.choosing import Chosen
from cds_hooks.cards.markdown import safe
from cds_hooks.cards.phrases import order_words, place_words
from cds_hooks.cards.situation import Desk, Kind, Sheet
from cds_hooks.messages import Card, Link, OverrideReason, Source
from cds_hooks.words import Words
from plugin.grammar import OutcomeClass

OVERRIDES = ("decided-by-board", "contraindication", "patient-preference", "other-therapy", "data-wrong", "other")
WITH_OVERRIDES = frozenset({Kind.INDICATION, Kind.REFERRAL, Kind.HOLD, Kind.CONFLICT})


def laid_out(chosen: Chosen, desk: Desk, new_id: Callable[[], str]) -> tuple[Card, ...]:
    """The cards of the call; each gets new uuids."""
    cards = []
    for sheet in chosen.shown:
        last = sheet is chosen.shown[-1]
        closing = _closing(sheet, chosen.left_out if last else (), desk)
        cards.append(_card(sheet, "\n\n".join((*sheet.paragraphs, *closing)), desk, new_id))
    return tuple(cards)


def _card(sheet: Sheet, detail: str, desk: Desk, new_id: Callable[[], str]) -> Card:
    words = desk.words
    return Card(
        uuid=new_id(),
        summary=sheet.summary,
        indicator=sheet.indicator,
        source=Source(
            label=words("card.source"), topic_code=sheet.kind.value, topic_display=words.name("topic", sheet.kind)
        ),
        detail=detail,
        suggestions=tuple(replace(each, uuid=new_id()) for each in sheet.suggestions),
        selection_behavior=desk.profile.behavior if sheet.suggestions else None,
        override_reasons=_overrides(words) if sheet.kind in WITH_OVERRIDES else (),
        links=_links(sheet, desk),
        advice=sheet.member,
    )


def _links(sheet: Sheet, desk: Desk) -> tuple[Link, ...]:
    """From the first card of a lesion to the picture of its decision, which holds the outcome's code and nothing else (L6)."""
    if sheet.about is None or not sheet.is_lead:
        return ()
    address = f"{desk.situation.pictures}/{sheet.about.outcome.value}.svg"
    return (Link(label=desk.words("picture.link"), url=address),)


def _overrides(words: Words) -> tuple[OverrideReason, ...]:
    return tuple(OverrideReason(code=code, display=words.name("override", code)) for code in OVERRIDES)


def _closing(sheet: Sheet, left_out: tuple[Sheet, ...], desk: Desk) -> Iterator[str]:
    words, situation, about = desk.words, desk.situation, sheet.about
    if len(situation.selected) > 1 and about is not None and about.planned:
        yield words("closing.order", orders=order_words(about))
    if situation.not_available:
        keys = ", ".join(words.name("key", key) for key in situation.not_available)
        yield words("closing.not-checked", keys=keys)
    if left_out:
        yield words("closing.left-out", cards="; ".join(_name(each, desk) for each in left_out))
    is_pathway = about is not None and about.outcome.outcome_class is OutcomeClass.PATHWAY
    ending = words("closing.every-card")
    yield f"{words('closing.pathway')} {ending}" if is_pathway else ending


def _name(sheet: Sheet, desk: Desk) -> str:
    """What a card that there was no room for was about."""
    if sheet.is_lead or sheet.about is None:
        return safe(sheet.summary)
    return f"{desk.words.name('topic', sheet.kind)} {place_words(sheet.about.place, desk.words)}"
