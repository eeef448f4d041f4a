"""What did the advice look at? A row for each fact, known, not known or contradictory (contract 4, `evidence`); and the
thresholds of the site's own that something was compared with (C.6).

What may not live here: what follows from the facts (`walking`, `planning`), and how a row is shown.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from plugin.advice import EvidenceRow, LocalValue
from plugin.answer import Answer, Fact, Kind, Status
from plugin.evidence import AdministrativeGender, Nature
from plugin.grammar import (
    AgeBetween,
    AgeKnown,
    AgeUnder,
    AlarmNumber,
    Case,
    Expression,
    Gender,
    Item,
    Knowledge,
    Number,
    Outcome,
    PartKnown,
    Parts,
    Saying,
    Threshold,
    expressions_in,
    items_of,
)
from plugin.knowledge import criteria as ask
from plugin.knowledge import facts, sayings


def evidence_rows(case: Case, knowledge: Knowledge, *, pathway: bool) -> tuple[EvidenceRow, ...]:
    """A row for each item; one that says nothing and has no code of its own only where its fact has no other row."""
    rows = [*_of_person_and_place(case, knowledge, pathway=pathway)]
    rows += [_row(case, item) for item in _looked_at(knowledge, pathway=pathway)]
    telling = {row.fact for row in rows if row.code or _tells(row)}
    silent = {row.fact: row for row in reversed(rows) if row.fact not in telling}
    return tuple(row for row in rows if row.code or _tells(row) or silent.get(row.fact) is row)


def local_values(case: Case, knowledge: Knowledge, outcome: Outcome, *, pathway: bool) -> tuple[LocalValue, ...]:
    """The site's own thresholds that a value or a date of this lesion was compared with."""
    if not case.practice.thresholds:
        return ()
    asked = (_asked(knowledge, pathway=pathway), _offered_if(case, knowledge, outcome))
    compared = frozenset(limit for each in asked for limit in _compared(case, each))
    return tuple(
        LocalValue(
            id=each.id,
            title=case.speech.title(each),
            value=case.practice.value(each),
            default=each.default,
            unit=each.unit,
        )
        for each in knowledge.thresholds
        if each in compared and case.practice.is_local(each) and each.is_told
    )


def _offered_if(case: Case, knowledge: Knowledge, outcome: Outcome) -> tuple[Expression, ...]:
    """On what the start of a pathway (C.1) makes a technique depend."""
    rows = (row for row in knowledge.starting_states if outcome in row.outcomes)
    fits = (row for row in rows if row.when is None or row.when.ask(case) is Answer.YES)
    row = next(fits, None)
    return () if row is None else tuple(row.offered_if.values())


def _compared(case: Case, asked: tuple[object, ...]) -> Iterator[Threshold]:
    numbers, items = _comparisons(asked)
    yield from (each.bound for each in numbers if isinstance(each.bound, Threshold) and _has_value(case, each.item))
    for item in items:
        reading = case.reading(item)
        if any(fact.on is not None and fact.kind in item.limited for fact in (*reading.facts, *reading.aside)):
            yield from (limit for limit in (item.days, item.hours) if limit is not None)


@cache
def _comparisons(asked: tuple[object, ...]) -> tuple[tuple[Number | AlarmNumber, ...], tuple[Item[Any], ...]]:
    """The numbers that questions compare, and the items whose age has a limit."""
    numbers = tuple(each for each in expressions_in(asked) if isinstance(each, Number | AlarmNumber))
    return numbers, tuple(item for item in items_of(asked) if item.days or item.hours)


def _has_value(case: Case, item: Item[Any]) -> bool:
    reading = case.reading(item)
    return reading.value is not None or bool(reading.alarms)


@cache
def _asked(knowledge: Knowledge, *, pathway: bool) -> tuple[object, ...]:
    """The questions of the outcome; on a pathway those of techniques, safety, holds and contradictions as well."""
    asked = (*(gate.when for gate in knowledge.gates), *(each.criterion for each in knowledge.inputs))
    if not pathway:
        return asked
    rules = (*knowledge.technique_rules, *knowledge.safety_rules, *knowledge.holds, *knowledge.consistency_rules)
    return (*asked, *(rule.when for rule in rules))


@cache
def _looked_at(knowledge: Knowledge, *, pathway: bool) -> tuple[Item[Any], ...]:
    """Every item that outcome, techniques and holds look at, in the order of the facts."""
    seen = items_of(_asked(knowledge, pathway=pathway))
    return tuple(item for item in knowledge.items if item in seen and item.listed)


@cache
def _kinds(knowledge: Knowledge, *, pathway: bool) -> frozenset[type]:
    return frozenset(type(each) for each in expressions_in(_asked(knowledge, pathway=pathway)))


def _of_person_and_place(case: Case, knowledge: Knowledge, *, pathway: bool) -> Iterator[EvidenceRow]:
    """Age, gender (F-03) and part (F-06), which are no items of the record, where a question asks for them."""
    kinds, person, place = _kinds(knowledge, pathway=pathway), case.evidence.fitness, case.evidence.place
    if not kinds.isdisjoint((AgeUnder, AgeBetween, AgeKnown)):
        yield _plain(case, "F-03", sayings.AGE, person.age, "a")
    if Gender in kinds and person.gender in _GENDERS:
        yield _plain(case, "F-03", sayings.GENDER, AdministrativeGender(person.gender))
    if not kinds.isdisjoint((Parts, PartKnown)):
        part = None if place is None else place.part
        yield _plain(case, "F-06", sayings.PART, part)


_GENDERS = frozenset(AdministrativeGender)


def _plain(case: Case, fact: str, name: Saying, value: Hashable | None, unit: str = "") -> EvidenceRow:
    """A row whose value stands alone: as it is at the moment of the call."""
    seen = case.evidence.fitness.seen_in if fact == "F-03" else ""
    told = Fact(value=value, seen_in=seen, on=case.evidence.as_of, kind=Kind.RECORD)
    return EvidenceRow(
        fact=fact,
        name=case.speech.say(name),
        code="",
        status=Status.UNKNOWN if value is None else Status.KNOWN,
        value=value,
        unit=unit,
        facts=(told,) if seen and value is not None else (),
    )


def _sum_of_sins(case: Case) -> Fact[Any]:
    """The sum of the components beside a total that contradicts it, as a fact of its own (F-14)."""
    parts = [fact for _, item in ask.SINS.components for fact in case.reading(item).facts[:1]]
    return replace(parts[0], value=sum(part.value for part in parts))


def _tells(row: EvidenceRow) -> bool:
    return bool(row.facts or row.aside) or row.status is not Status.UNKNOWN


def _row(case: Case, item: Item[Any]) -> EvidenceRow:
    reading = case.reading(item)
    if item is facts.SINS_TOTAL and ask.SINS_DISAGREES.ask(case) is Answer.YES:
        reading = replace(reading, status=Status.CONFLICT, value=None, facts=(*reading.facts, _sum_of_sins(case)))
    if item is facts.NATURE and reading.value is Nature.BENIGN_UNSPECIFIED:
        # "Benign" alone is no nature of the list (contract 5.3): gate 4u asks for it, and the entry is shown.
        reading = replace(reading, status=Status.UNKNOWN, value=None)
    return EvidenceRow(
        fact=item.fact,
        name=case.speech.name(item),
        code=item.code,
        status=reading.status,
        value=reading.value,
        unit=item.unit,
        many=item.many,
        facts=reading.facts,
        aside=reading.aside,
    )
