"""What is the first card of a lesion? Its kind, how loud it is, its one sentence; the body stands in `detail`.

What may not live here: how any of it was decided.
"""

from __future__ import annotations

from cds_hooks.cards import member
from cds_hooks.cards.detail import body
from cds_hooks.cards.offering import offer_for
from cds_hooks.cards.ordered import offers, ordered_name, unsuitable_order
from cds_hooks.cards.phrases import summary, uncapitalised
from cds_hooks.cards.situation import Desk, Kind, Sheet, lead_kind
from cds_hooks.cards.suggestions import suggestions_for
from cds_hooks.messages import Indicator
from plugin.advice import Advice
from plugin.grammar import Outcome, TechniqueState

_ENDS = ". "
"""Two sentences are too many for a summary, which is one."""


def lead_sheet(advice: Advice, desk: Desk) -> Sheet:
    """The lead card of a lesion that is in scope."""
    kind = lead_kind(advice.outcome)
    offer = offer_for(advice, desk)
    return Sheet(
        kind=kind,
        about=advice,
        indicator=indicator(advice, kind),
        summary=_summary(advice, kind, desk),
        paragraphs=body(advice, kind, offer, desk),
        member=member.lead(kind, advice, items=offer.items if kind is Kind.INDICATION else ()),
        suggestions=suggestions_for(advice, offer, desk),
    )


def indicator(advice: Advice, kind: Kind) -> Indicator:
    """Contract 4, the table of lead cards."""
    if advice.outcome is Outcome.URGENT_REFERRAL:
        return Indicator.CRITICAL
    if kind is Kind.REFERRAL:
        return Indicator.WARNING
    if kind is Kind.QUESTION:
        return Indicator.WARNING if advice.urgent_question else Indicator.INFO
    if kind is Kind.INDICATION and _warns(advice):
        return Indicator.WARNING
    return Indicator.INFO


def _warns(advice: Advice) -> bool:
    unsuitable = advice.ordered_not_offered or unsuitable_order(advice) is not None
    return bool(advice.holds) or unsuitable or "CR-03" in member.rule_ids(advice)


def _summary(advice: Advice, kind: Kind, desk: Desk) -> str:
    words = desk.words
    statements = [words.title(advice.outcome)]
    if kind is Kind.INDICATION:
        statements += _pathway_statements(advice, desk)
    if kind is Kind.QUESTION and advice.questions:
        titles = ", ".join(words.fact(fact).title for fact in member.asked(advice.questions))
        statements.append(words("summary.missing", facts=titles))
    if kind in (Kind.REFERRAL, Kind.NOCARE):
        reasons = [reason.rstrip(".") for reason in advice.why if _ENDS not in reason]
        statements += [*map(uncapitalised, reasons)] if words.starts_small else reasons
    return summary(advice.place, words, *statements)


def _pathway_statements(advice: Advice, desk: Desk) -> list[str]:
    words = desk.words
    statements = []
    unsuitable = unsuitable_order(advice)
    if unsuitable is not None:
        name = ordered_name(advice, unsuitable, words)
        statements.append(
            words("summary.avoid" if offers(advice, unsuitable) else "summary.not-offered", technique=name)
        )
    if advice.holds:
        statements.append(words("summary.hold", rules=", ".join(hold.id for hold in advice.holds)))
    preferred = [each.technique for each in advice.techniques if each.state is TechniqueState.PREFERRED]
    if preferred:
        names = ", ".join(words.name("technique", each) for each in preferred)
        statements.append(words("summary.preferred", techniques=names))
    return statements
