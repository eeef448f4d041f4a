"""What does the chart answer to a line of a checklist, and is the line settled by it?

A value that is too old, undated, tentative, contradicted, of another examination, or from a source not read in full is told
with the reason and settles nothing. What may not live here: which items answer a line, and what settles it (the declarations).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from plugin.advice import ChartAnswer
from plugin.answer import Fact, Reading, Standing, Status, days_between
from plugin.evidence import Drug
from plugin.grammar import Case, ChecklistItem, Item, Saying, Settled
from plugin.knowledge import sayings
from plugin.wording import readable

_MOST_FACTS: Final = 3
"""Of an item that has one value; drugs and allergies are all told."""


def is_settled(case: Case, line: ChecklistItem) -> bool:
    """Is every row of the declaration so, from sources that were read in full, with nothing recorded against it?"""
    rows = line.settled_by
    return (
        bool(rows) and all(_holds(case, row) for row in rows) and not any(_recorded(case, each) for each in line.unless)
    )


def _holds(case: Case, row: Settled) -> bool:
    reading = case.reading(row.item)
    if reading.status is not Status.KNOWN or reading.unread or reading.disagree or reading.alarms - {reading.value}:
        return False
    if row.values and reading.value not in row.values:
        return False
    return bool(reading.facts) and not any(_short_of(case, fact, row) for fact in reading.facts)


def _recorded(case: Case, item: Item[Any]) -> bool:
    """Anything of it, counting or not; what was not read in full may hold it."""
    reading = case.reading(item)
    return bool(reading.facts or reading.aside or reading.unread)


def answered(case: Case, line: ChecklistItem) -> tuple[ChartAnswer, ...]:
    """What the record holds of the items that answer the line, what counts before what does not."""
    rows = {row.item: row for row in line.settled_by}
    told = []
    for item in (*line.shows, *(each for each in line.unless if each not in line.shows)):
        reading = case.reading(item)
        for fact, counts in islice(_worth_telling(reading, line), None if item.many else _MOST_FACTS):
            why_not = _why_not(case, item, fact, rows.get(item), counts=counts)
            told.append(_answer(case, item, fact, why_not or _against(case, item, line)))
    return tuple(told)


def _worth_telling(reading: Reading[Any], line: ChecklistItem) -> Iterator[tuple[Fact[Any], bool]]:
    """Each fact, and whether it counts. Not an older entry that says the same as the one that counts, nor a drug of a class
    that the line does not speak of.
    """
    for fact in reading.facts:
        if _speaks_of(line, fact):
            yield fact, True
    values = {fact.value for fact in reading.facts} if reading.aside else ()
    for fact in reading.aside:
        repeats = fact.value in values and fact.standing is Standing.FIRM
        if not repeats and _speaks_of(line, fact):
            yield fact, False


def _speaks_of(line: ChecklistItem, fact: Fact[Any]) -> bool:
    return not line.drugs or not isinstance(fact.value, Drug) or fact.value.drug_class in line.drugs


def _against(case: Case, item: Item[Any], line: ChecklistItem) -> str:
    return case.speech.say(sayings.OPEN_AGAINST) if item in line.unless else ""


def _why_not(case: Case, item: Item[Any], fact: Fact[Any], row: Settled | None, *, counts: bool) -> str:
    """Why the fact does not count, or does not settle its row; "" where nothing stands against it."""
    reading, say = case.reading(item), case.speech.say
    if reading.unread:
        return say(sayings.OPEN_UNREAD)
    if reading.status is Status.CONFLICT and counts:
        return say(sayings.OPEN_CONFLICT)
    if fact.standing is not Standing.FIRM:
        return say(sayings.OPEN_TENTATIVE if fact.standing is Standing.TENTATIVE else sayings.OPEN_DOUBTED)
    if not counts:
        return _too_old(case, item, fact) or say(sayings.OPEN_REPLACED)
    would_settle = row is not None and (not row.values or fact.value in row.values)
    return _short_of(case, fact, row) if row is not None and would_settle else ""


def _too_old(case: Case, item: Item[Any], fact: Fact[Any]) -> str:
    limit, saying = (item.days, sayings.OPEN_OLD) if item.days is not None else (item.hours, sayings.OPEN_OLD_HOURS)
    if limit is None or fact.kind not in item.limited:
        return ""
    if fact.on is None:
        return case.speech.say(sayings.OPEN_UNDATED)
    hours = (case.evidence.as_of - fact.on).total_seconds() / 3600
    age = days_between(fact.on, case.evidence.as_of) if item.days is not None else hours
    return _beyond(case, age, case.practice.value(limit), saying)


def _short_of(case: Case, fact: Fact[Any], row: Settled) -> str:
    """What the row asks for and this fact lacks."""
    wrong_kind = row.kinds is not None and fact.kind not in row.kinds
    if wrong_kind or (row.by is not None and fact.modality not in row.by):
        return case.speech.say(sayings.OPEN_SOURCE)
    if row.days is None:
        return ""
    if fact.on is None:
        return case.speech.say(sayings.OPEN_UNDATED)
    age = days_between(fact.on, case.evidence.as_of)
    return _beyond(case, age, case.practice.value(row.days), sayings.OPEN_OLD)


def _beyond(case: Case, age: float, limit: float, saying: Saying) -> str:
    return case.speech.say(saying, limit=case.speech.number(limit)) if age > limit else ""


def _answer(case: Case, item: Item[Any], fact: Fact[Any], why_not: str) -> ChartAnswer:
    unit = item.unit or fact.unit
    days = max(0, days_between(fact.on, case.evidence.as_of)) if fact.on is not None else None
    say, value = case.speech.say, readable(fact.value, case.speech)
    told = {
        "name": case.speech.name(item),
        "value": f"{value} {case.speech.unit(unit)}" if unit and unit != "1" else value,
        "source": fact.seen_in or fact.kind.value,
    }
    date = fact.on.date().isoformat() if fact.on is not None else say(sayings.AGE_UNKNOWN)
    return ChartAnswer(
        item=item.key,
        value=fact.value,
        unit=unit,
        seen_in=fact.seen_in,
        on=fact.on,
        days=days,
        why_not=why_not,
        words=_open(case, say(sayings.CHART_ANSWER, age=_age(case, days), **told), why_not),
        dated=_open(case, say(sayings.CHART_ANSWER_DATED, date=date, **told), why_not),
    )


def _open(case: Case, answer: str, why_not: str) -> str:
    return case.speech.say(sayings.CHART_ANSWER_OPEN, answer=answer, why=why_not) if why_not else answer


def _age(case: Case, days: int | None) -> str:
    if days is None:
        return case.speech.say(sayings.AGE_UNKNOWN)
    if not days:
        return case.speech.say(sayings.AGE_TODAY)
    return case.speech.say(sayings.AGE_ONE_DAY if days == 1 else sayings.AGE_DAYS, days=days)
