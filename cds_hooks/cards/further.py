"""Which cards follow a lead card? Conflicts, and for a pathway two checklists; for the whole call what was not read.

What may not live here: their order among the cards (`choosing`).
"""

from __future__ import annotations

from collections.abc import Iterable

from cds_hooks.cards import member
from cds_hooks.cards.checklist_tasks import task_suggestions
from cds_hooks.cards.markdown import Task, bullets, safe, tasks
from cds_hooks.cards.phrases import item_words, rule_words, summary
from cds_hooks.cards.situation import Desk, Kind, Sheet, Situation
from cds_hooks.messages import Indicator
from cds_hooks.words import Words
from plugin.advice import Advice, ItemAdvice, RuleRaised, urgent
from plugin.answer import Status
from plugin.evidence import Mismatch, MismatchKind
from plugin.grammar import OutcomeClass

_LONGEST_LIST = 10


def further_sheets(advice: Advice, desk: Desk) -> tuple[Sheet, ...]:
    """The cards after the lead card; none for a lesion that is there for its emergency alone."""
    if not advice.ordered or (urgent(advice) and advice.place is None):
        return ()
    sheets = [*_conflicts(advice, desk)]
    if advice.outcome.outcome_class is OutcomeClass.PATHWAY:
        sheets += _checklists(advice, desk)
    return tuple(sheets)


def _conflicts(advice: Advice, desk: Desk) -> Iterable[Sheet]:
    words = desk.words
    for rule in advice.conflicts:
        paragraphs = [rule_words(rule, words)]
        if rule.id == "CR-03":
            paragraphs += [_mismatch(each, words) for each in advice.mismatches]
        yield Sheet(
            kind=Kind.CONFLICT,
            about=advice,
            indicator=Indicator(rule.card) if rule.card else Indicator.WARNING,
            summary=summary(advice.place, words, rule.title, *_about(advice, rule)),
            paragraphs=tuple(paragraphs),
            member=member.conflict(advice, rule),
        )


def _mismatch(each: Mismatch, words: Words) -> str:
    said = safe(words.value(each.said))
    if each.kind is MismatchKind.UNREAD:
        return words("conflict.unread", said=said)
    return words("conflict.place", said=said, documented=safe(words.value(each.documented)))


def _about(advice: Advice, rule: RuleRaised) -> Iterable[str]:
    """Which facts disagree, where that is what the card is about."""
    if rule.id == "CR-04":
        yield from dict.fromkeys(row.name for row in advice.evidence if row.status is Status.CONFLICT)


def _checklists(advice: Advice, desk: Desk) -> Iterable[Sheet]:
    if advice.anaesthesia:
        yield _checklist(Kind.ANAESTHESIA, advice, advice.anaesthesia, desk)
    if advice.protection:
        yield _checklist(Kind.THERMALPROTECTION, advice, advice.protection, desk)


def _checklist(kind: Kind, advice: Advice, items: tuple[ItemAdvice, ...], desk: Desk) -> Sheet:
    words = desk.words
    lines = [
        Task(line=item_words(item, words, _only_for(item, kind, advice, words)), done=item.settled, below=_told(item))
        for item in items
    ]
    settled = sum(item.settled for item in items)
    statements = (words("checklist.settled", count=settled),) if settled else ()
    text = words(f"{kind.value}.summary", count=len(items))
    return Sheet(
        kind=kind,
        about=advice,
        indicator=Indicator.INFO,
        summary=summary(advice.place, words, text, *statements),
        paragraphs=(_what_for(advice, items, words), tasks(lines)),
        member=member.checklist(kind, advice, items),
        suggestions=task_suggestions(kind, advice, items, desk),
    )


def _told(item: ItemAdvice) -> tuple[str, ...]:
    """What the chart answers, below its line."""
    return tuple(safe(each.words) for each in item.answers)


def _what_for(advice: Advice, items: tuple[ItemAdvice, ...], words: Words) -> str:
    """Outcome and techniques, and how the lines are to be read where the chart answers any of them."""
    techniques = ", ".join(words.name("technique", each) for each in advice.in_play)
    said = words("checklist.in-play", outcome=safe(words.title(advice.outcome)), techniques=techniques)
    return f"{said} {words('checklist.ticks')}" if any(item.answers for item in items) else said


def _only_for(item: ItemAdvice, kind: Kind, advice: Advice, words: Words) -> str:
    """An item of the thermal list that is not for every technique in play says for which it is."""
    lists = advice.protection_by_technique
    if kind is not Kind.THERMALPROTECTION or len(lists) <= 1:
        return ""
    meant = [technique for technique, ids in lists.items() if item.id in ids]
    if not meant or len(meant) == len(lists):
        return ""
    return words("checklist.only-for", techniques=", ".join(words.name("technique", each) for each in meant))


def degraded_paragraphs(situation: Situation, words: Words) -> tuple[str, ...]:
    """What could not be read, was cut, dropped or is not readable; empty where there is nothing to say."""
    lines = [
        words("degraded.key", key=words.name("key", gap.key), reason=words.name("gap", gap.reason.name))
        for gap in situation.unread
    ]
    if situation.foreign:
        lines.append(words("degraded.foreign", count=situation.foreign))
    lines += [_note(resource, problem, words) for resource, problem in situation.notes[:_LONGEST_LIST]]
    if len(situation.notes) > _LONGEST_LIST:
        lines.append(words("degraded.more", count=len(situation.notes) - _LONGEST_LIST))
    if not lines:
        return ()
    return (words("degraded.lead"), bullets(lines))


def _note(resource: str, problem: str, words: Words) -> str:
    return words("degraded.note", resource=safe(words.problem(resource)), problem=safe(words.problem(problem)))


def unread_keys(situation: Situation) -> list[str]:
    """The prefetch keys that were not read in full, each once."""
    return list(dict.fromkeys(gap.key for gap in situation.unread))


def degraded_sheet(situation: Situation, words: Words) -> Sheet | None:
    """The one card of the call that says what was not read."""
    paragraphs = degraded_paragraphs(situation, words)
    if not paragraphs:
        return None
    keys = unread_keys(situation)
    return Sheet(
        kind=Kind.DEGRADED,
        indicator=Indicator.INFO,
        summary=words("degraded.summary-keys", count=len(keys)) if keys else words("degraded.summary"),
        paragraphs=paragraphs,
        member=member.bare(Kind.DEGRADED, words.knowledge_version, unread=keys),
    )
