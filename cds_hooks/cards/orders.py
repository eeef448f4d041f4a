"""What could be ordered for this lesion, in words? The same items as the suggestions, for ordering by hand (K14).

What may not live here: the actions of a suggestion (`suggestions`).
"""

from __future__ import annotations

from collections.abc import Iterator

from cds_hooks.cards.markdown import bullets, safe, titled
from cds_hooks.cards.offering import Offer, set_title
from cds_hooks.cards.phrases import item_words
from cds_hooks.cards.situation import Desk
from cds_hooks.words import Words
from plugin.advice import Advice, ItemAdvice, OrderSetAdvice
from plugin.grammar import OutcomeClass


def orders_paragraphs(advice: Advice, offer: Offer, desk: Desk) -> tuple[str, ...]:
    """The order sets, or the sentence why there is none."""
    words = desk.words
    if offer.withheld:
        return () if advice.outcome.outcome_class is OutcomeClass.PATHWAY else _withheld(offer, words)
    paragraphs = [*_own(advice, offer, desk)]
    paragraphs += titled(words("orders.shared"), bullets(_line(item, offer, desk) for item in offer.shared))
    paragraphs += _left_out(offer)
    if paragraphs and _waits_for_more_than_holds(advice):
        paragraphs.append(words("orders.release", after=safe("; ".join(advice.release_after), 1000)))
    return tuple(paragraphs)


def _own(advice: Advice, offer: Offer, desk: Desk) -> Iterator[str]:
    """What is each set's own; one list where that is one order each."""
    words = desk.words
    pairs = [*zip(offer.sets, offer.own, strict=True)]
    if len(pairs) > 1 and all(len(own) == 1 for _, own in pairs):
        lines = (
            _line(item, offer, desk) + (words("orders.recommended") if each.recommended else "")
            for each, (item,) in pairs
        )
        yield from titled(words("orders.one-of"), bullets(lines))
        return
    for each, own in pairs:
        yield from titled(_title(each, advice, desk), bullets(_line(item, offer, desk) for item in own))


def _withheld(offer: Offer, words: Words) -> tuple[str, ...]:
    """On an indication the overview has said so."""
    return (words("orders.withheld", reason=offer.withheld),)


def _waits_for_more_than_holds(advice: Advice) -> bool:
    """What a hold waits for stands with the hold."""
    return bool(set(advice.release_after) - {f"{hold.id} {hold.title}" for hold in advice.holds})


def _title(order_set: OrderSetAdvice, advice: Advice, desk: Desk) -> str:
    title = set_title(order_set, advice, desk)
    if order_set.technique is not None:
        title = desk.words("orders.set", title=title)
    return title + desk.words("orders.recommended") if order_set.recommended else title


def _left_out(offer: Offer) -> tuple[str, ...]:
    """Each reason once, though every set has it."""
    reasons = dict.fromkeys(safe(reason) for each in offer.sets for reason in each.left_out)
    return (f"{'; '.join(reasons)}.",) if reasons else ()


def _line(item: ItemAdvice, offer: Offer, desk: Desk) -> str:
    line = item_words(item, desk.words)
    return desk.words("orders.drafted", item=line) if offer.is_drafted(item) else line
