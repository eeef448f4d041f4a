"""What could be ordered for this lesion, in words? The same items as the suggestions, for ordering by hand (K14).

What may not live here: the actions of a suggestion (`suggestions`).
"""

from __future__ import annotations

from cds_hooks.cards.markdown import bullets, safe, titled
from cds_hooks.cards.offering import Offer, set_title
from cds_hooks.cards.phrases import item_words
from cds_hooks.cards.situation import Desk
from fhir_profiles.drafting import concept_of
from plugin.advice import Advice, ItemAdvice, OrderSetAdvice


def orders_paragraphs(advice: Advice, offer: Offer, desk: Desk) -> tuple[str, ...]:
    """The order sets, or the sentence why there is none."""
    words = desk.words
    if offer.withheld:
        return (words("orders.withheld", reason=offer.withheld),)
    paragraphs: list[str] = []
    for each, own in zip(offer.sets, offer.own, strict=True):
        paragraphs += titled(_title(each, advice, desk), bullets(_line(item, offer, desk) for item in own))
    paragraphs += titled(words("orders.shared"), bullets(_line(item, offer, desk) for item in offer.shared))
    paragraphs += _left_out(offer)
    if paragraphs and advice.release_after:
        paragraphs.append(words("orders.release", after=safe("; ".join(advice.release_after), 1000)))
    return tuple(paragraphs)


def _title(order_set: OrderSetAdvice, advice: Advice, desk: Desk) -> str:
    title = set_title(order_set, advice, desk)
    if order_set.technique is not None:
        title = desk.words("orders.set", title=title)
    return title + desk.words("orders.recommended") if order_set.recommended else title


def _left_out(offer: Offer) -> tuple[str, ...]:
    """Each reason once, though every set has it."""
    reasons = dict.fromkeys(safe(reason) for each in offer.sets for reason in each.left_out)
    return (bullets(reasons),) if reasons else ()


def _line(item: ItemAdvice, offer: Offer, desk: Desk) -> str:
    line = item_words(item, desk.words)
    return desk.words("orders.drafted", item=line) if concept_of(item.id) in offer.drafted else line
