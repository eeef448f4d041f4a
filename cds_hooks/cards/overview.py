"""What stands on the first screen of an indication? Every technique under its state, the holds, and what is suggested.

Who reads no further has read what matters; reasons and orders follow below (`detail`, `orders`). What may not live here:
reasons, and anything that decides.
"""

from __future__ import annotations

from collections.abc import Iterator

from cds_hooks.cards.markdown import bullets, safe
from cds_hooks.cards.offering import Offer, set_title
from cds_hooks.cards.ordered import means_both_forms, offers, ordered_name, unsuitable_order
from cds_hooks.cards.phrases import capitalised
from cds_hooks.cards.situation import Desk
from cds_hooks.words import Words
from plugin.advice import Advice, OrderSetAdvice, TechniqueAdvice
from plugin.grammar import TechniqueState


def overview(advice: Advice, offer: Offer, desk: Desk) -> str:
    """One short list, its lines in the order in which they matter."""
    words = desk.words
    return bullets(
        (*_states(advice, words), *_order(advice, words), *_holds(advice, words), *_offer(advice, offer, desk))
    )


def board_line(advice: Advice, words: Words) -> tuple[str, ...]:
    """The MDT comment of part C."""
    rules = ", ".join(rule.id for rule in advice.rules if rule.mdt)
    return (words("detail.board", rules=rules),) if rules else ()


def _states(advice: Advice, words: Words) -> Iterator[str]:
    for state in TechniqueState:
        named = [_technique(each, advice, words) for each in advice.techniques if each.state is state]
        if named:
            name = capitalised(words.name("state", state))
            yield words("overview.state", state=name, techniques="; ".join(named))


def _technique(each: TechniqueAdvice, advice: Advice, words: Words) -> str:
    name = words.name("technique", each.technique)
    ordered = each.technique in advice.ordered_techniques or means_both_forms(advice, each.technique)
    return name + words("detail.ordered") if ordered else name


def _order(advice: Advice, words: Words) -> Iterator[str]:
    unsuitable = unsuitable_order(advice)
    if unsuitable is not None:
        name = ordered_name(advice, unsuitable, words)
        yield words("detail.avoid" if offers(advice, unsuitable) else "detail.not-offered", technique=name)


def _holds(advice: Advice, words: Words) -> Iterator[str]:
    if advice.holds:
        yield words("overview.hold", holds="; ".join(f"{hold.id} {safe(hold.title)}" for hold in advice.holds))


def _offer(advice: Advice, offer: Offer, desk: Desk) -> Iterator[str]:
    words = desk.words
    if offer.withheld:
        yield words("orders.withheld", reason=offer.withheld)
    elif offer.sets:
        yield words("overview.suggested", sets="; ".join(_set(each, advice, desk) for each in offer.sets))
    if advice.no_technique:
        yield safe(advice.no_technique)
    yield from board_line(advice, words)


def _set(order_set: OrderSetAdvice, advice: Advice, desk: Desk) -> str:
    title = set_title(order_set, advice, desk)
    return title + desk.words("orders.recommended") if order_set.recommended else title
