"""What is offered for a lesion? Its order sets, or the reason why there is none; and what is drafted already.

Contract 6, first column of the table: the presenter withholds too, whatever the advice holds. What may not live here:
the items' words (`orders`), and the actions (`suggestions`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from cds_hooks.cards.markdown import safe
from cds_hooks.cards.member import rule_ids
from cds_hooks.cards.phrases import place_order, place_words
from cds_hooks.cards.situation import Desk
from fhir_profiles.drafting import concept_of, means_place
from fhir_profiles.queries import QUERIES
from plugin.advice import Advice, ItemAdvice, OrderSetAdvice
from plugin.evidence import MismatchKind, Technique
from plugin.grammar import Outcome, OutcomeClass

_NOTHING = frozenset({Outcome.DECLINED, Outcome.NOT_A_TARGET, Outcome.NO_INDICATION_NOW, Outcome.NEED_DATA})
_MAY_HOLD_A_REFUSAL = tuple(query.key for query in QUERIES if "refusal" in query.reads_into)
_OPTIONAL_CEMENT = frozenset({Outcome.CUR_ABL_CEM, Outcome.PAL_ABL_CEM})


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """`withheld` says why nothing is suggested, safe for Markdown.

    `drafted` are order concepts among the drafts, each with the words of those drafts.

    `own` are the items of each set that stand in no other, or not in all; `shared` those of every one of several sets.
    """

    withheld: str = ""
    sets: tuple[OrderSetAdvice, ...] = ()
    own: tuple[tuple[ItemAdvice, ...], ...] = ()
    shared: tuple[ItemAdvice, ...] = ()
    drafted: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def is_drafted(self, item: ItemAdvice) -> bool:
        """Does it stand among the drafts? Not where every draft of its concept is the other part (OS-09) by its words."""
        words = self.drafted.get(concept_of(item.id))
        if words is None:
            return False
        others = {each.words for each in self.items if each.id == item.id and each.part != item.part}
        return not words <= others

    @property
    def items(self) -> Iterator[ItemAdvice]:
        """All items in the order in which a card shows them."""
        for each in self.own:
            yield from each
        yield from self.shared


def offer_for(advice: Advice, desk: Desk) -> Offer:
    """What card and suggestions of this lesion are made of."""
    reason = withheld(advice, desk)
    sets = () if reason else tuple(each for each in advice.order_sets if each.items)
    if not sets:
        return Offer(withheld=reason)
    common = set.intersection(*({_key(item) for item in each.items} for each in sets)) if len(sets) > 1 else set()
    return Offer(
        sets=sets,
        own=tuple(tuple(item for item in each.items if _key(item) not in common) for each in sets),
        shared=tuple(item for item in sets[0].items if _key(item) in common),
        drafted=_drafted(advice, desk),
    )


def _key(item: ItemAdvice) -> tuple[str, str, str]:
    return item.id, item.part, item.note


def set_title(order_set: OrderSetAdvice, advice: Advice, desk: Desk) -> str:
    """As in "cryoablation, then cementoplasty"; a set without treatment has a name of its own."""
    words = desk.words
    if order_set.technique is None:
        return words("set.board" if advice.outcome.outcome_class is OutcomeClass.REFERRAL else "set.plain")
    title = words.name("technique", order_set.technique)
    with_cement = any(concept_of(item.id) == "OS-04" for item in order_set.items)
    if not with_cement or order_set.technique is Technique.CEMENT:
        return title
    return words("set.optional-cement" if advice.outcome in _OPTIONAL_CEMENT else "set.cement", technique=title)


def withheld(advice: Advice, desk: Desk) -> str:
    """Why nothing is suggested for a lesion, safe for Markdown; "" where something may be."""
    words, situation = desk.words, desk.situation
    if situation.urgent:
        urgent = sorted({each.place for each in situation.urgent}, key=place_order)
        return words("withheld.urgent", places="; ".join(place_words(place, words) for place in urgent))
    if "CR-03" in rule_ids(advice):
        illegible = any(each.kind is MismatchKind.UNREAD for each in advice.mismatches)
        return words("withheld.unread" if illegible else "withheld.place")
    unread = {gap.key for gap in situation.unread}
    if lost := [key for key in _MAY_HOLD_A_REFUSAL if key in unread]:
        return words("withheld.refusal", what=", ".join(words(f"key.{key}") for key in lost))
    if advice.outcome in _NOTHING:
        return safe(advice.no_suggestion) or words("withheld.outcome")
    return safe(advice.no_suggestion)


def _drafted(advice: Advice, desk: Desk) -> Mapping[str, frozenset[str]]:
    """At this place for what names a level, anywhere for the rest."""
    found: dict[str, frozenset[str]] = {}
    for draft in desk.situation.standing:
        here = means_place(draft, advice.place)
        for concept in desk.drafter.concepts(draft, desk.situation.orderables.concepts):
            if here or not desk.drafter.at_level(concept):
                found[concept] = found.get(concept, frozenset()) | {desk.drafter.words_of(draft)}
    return found
