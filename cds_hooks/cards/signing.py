"""Which cards of a lesion are left before signature? What forbids, holds or is missing; nothing that was said before (4.1).

What may not live here: how a card reads (`lead`, `further`), and which lesions there are (`choosing`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from cds_hooks.cards import member
from cds_hooks.cards.checklist_tasks import is_drafted
from cds_hooks.cards.further import further_sheets
from cds_hooks.cards.lead import lead_sheet
from cds_hooks.cards.markdown import bullets, safe, titled
from cds_hooks.cards.ordered import unsuitable_order
from cds_hooks.cards.phrases import order_words, rule_words, summary
from cds_hooks.cards.replacing import TREATMENTS
from cds_hooks.cards.situation import Desk, Kind, Sheet
from cds_hooks.messages import Action, ActionType, Indicator, Suggestion
from plugin.advice import Advice
from plugin.grammar import OutcomeClass

_ANAESTHESIA_CONSULTATION: Final = "OS-07"


def sheets_at_signature(advice: Advice, desk: Desk) -> list[Sheet]:
    """The cards of one lesion; the first of them carries what belongs to the lead card."""
    lead = lead_sheet(advice, desk)
    sheets = [*_lead(lead, advice, desk), *_further(advice, desk)]
    if sheets and not sheets[0].is_lead:
        first = sheets[0]
        sheets[0] = replace(first, member={**lead.member, **first.member, "rules": member.rule_ids(advice)})
    return sheets


def _lead(lead: Sheet, advice: Advice, desk: Desk) -> Iterator[Sheet]:
    """A pathway is spoken of again only where a signed technique does not suit it."""
    if lead.kind is not Kind.INDICATION:
        yield replace(lead, suggestions=())
    elif advice.ordered_not_offered or unsuitable_order(advice) is not None:
        yield replace(lead, suggestions=tuple(_replacing(lead.suggestions, desk)))


def _replacing(suggestions: Iterable[Suggestion], desk: Desk) -> Iterator[Suggestion]:
    """Those that take the place of a signed order; a client of single actions gets the deletion and the new treatment."""
    for each in suggestions:
        replaces = any(action.type is not ActionType.CREATE for action in each.actions)
        if replaces or (desk.profile.single_actions and all(_is_treatment(action, desk) for action in each.actions)):
            yield each


def _is_treatment(action: Action, desk: Desk) -> bool:
    concepts = desk.drafter.concepts(action.resource, desk.situation.orderables.concepts) if action.resource else ()
    return any(concept in TREATMENTS for concept in concepts)


def _further(advice: Advice, desk: Desk) -> Iterator[Sheet]:
    sheets = further_sheets(advice, desk)
    yield from (each for each in sheets if each.kind is Kind.CONFLICT)
    if advice.holds and advice.outcome.outcome_class is OutcomeClass.PATHWAY:
        yield _hold(advice, desk)
    yield from (each for each in sheets if each.kind is not Kind.CONFLICT and not _is_arranged(each.kind, advice, desk))


def _hold(advice: Advice, desk: Desk) -> Sheet:
    """One for each lesion: what to settle, and the orders to be released after it."""
    words = desk.words
    ids = [hold.id for hold in advice.holds]
    after = "; ".join(safe(each) for each in advice.release_after)
    return Sheet(
        kind=Kind.HOLD,
        about=advice,
        indicator=Indicator.WARNING,
        summary=summary(advice.place, words, words("summary.hold", rules=", ".join(ids))),
        paragraphs=(
            *titled(words("detail.holds"), bullets(rule_words(hold, words) for hold in advice.holds)),
            words("hold.orders", orders=order_words(advice), after=after),
        ),
        member=member.about(Kind.HOLD, advice, holds=ids, rules=ids),
    )


def _is_arranged(kind: Kind, advice: Advice, desk: Desk) -> bool:
    """Is the lesion's checklist Task, or the anaesthetist, in the list already?"""
    if is_drafted(kind, advice, desk):
        return True
    if kind is not Kind.ANAESTHESIA:
        return False
    mapped = desk.situation.orderables.concepts
    return any(_ANAESTHESIA_CONSULTATION in desk.drafter.concepts(draft, mapped) for draft in desk.situation.standing)
