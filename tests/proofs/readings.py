"""One item of the record as variables: all that `plugin.answer.Reading` can say of it, and nothing that it cannot.

`rules_of` states what the reading order of F.5 makes possible (a known value is one that was found, a contradiction has two
values, what could not be read settles nothing unless the order itself says it). `test_translation` shows that every reading
of the engine keeps them, so a proof over these variables is a proof over every record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import z3  # type: ignore[import-untyped]

from plugin.answer import Kind, Reading, Status
from plugin.evidence import PainScale
from tests.proofs.declarations import AnyItem, Asked
from tests.proofs.kleene import FALSE, Formula, at_most_one, every, isnt, one_of, some

Size: TypeAlias = Any
"""A number of the solver (z3 has no types of its own)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A reading, as formulas. `value`, `fact` and `alarm` have one formula for each value that the item can have."""

    item: AnyItem
    known: Formula
    conflict: Formula
    unread: Formula
    facts: Formula
    aside: Formula
    disagree: Formula
    alarmed: Formula
    value: Mapping[Any, Formula] = field(default_factory=dict)
    fact: Mapping[Any, Formula] = field(default_factory=dict)
    alarm: Mapping[Any, Formula] = field(default_factory=dict)
    number: Size = None
    lowest: Size = None
    highest: Size = None
    """Lowest and highest of the numbers that may raise an alarm."""
    all_above: Formula = FALSE
    all_zero: Formula = FALSE
    """Of numbers that contradict each other: every one is above 0, or every one is 0 (on two scales)."""

    @property
    def stated(self) -> bool:
        """A clinician's statement on the order decides this item even where another source was not read (F.5 rule 4)."""
        return self.item.order is not None and self.item.order.first[:1] == (Kind.STATEMENT,)


def seen(asked: Asked, name: str) -> Seen:
    """Fresh variables for one item."""

    def flag(what: str) -> Formula:
        return z3.Bool(f"{name}: {what}")

    def number(what: str) -> Size:
        return z3.Int(f"{name}: {what}") if asked.whole else z3.Real(f"{name}: {what}")

    choices: tuple[Any, ...] = tuple(PainScale) if asked.pain else asked.choices
    drugs = (*sorted(asked.drug_classes), *sorted(asked.drug_names))
    sized = asked.number or asked.pain
    return Seen(
        item=asked.item,
        **{each: flag(each) for each in ("known", "conflict", "unread", "facts", "aside", "disagree", "alarmed")},
        value={choice: flag(f"is {choice}") for choice in choices},
        fact={choice: flag(f"told {choice}") for choice in asked.choices},
        alarm={choice: flag(f"alarm {choice}") for choice in (*asked.choices, *drugs)},
        number=number("number") if sized else None,
        lowest=number("lowest") if sized else None,
        highest=number("highest") if sized else None,
        all_above=flag("all above 0") if asked.pain else FALSE,
        all_zero=flag("all 0") if asked.pain else FALSE,
    )


def rules_of(one: Seen) -> Iterator[Formula]:
    """What holds for every reading of the engine."""
    implies = z3.Implies
    yield isnt(every((one.known, one.conflict)))
    yield implies(one.known, one.facts)
    yield from _many(one) if one.item.many else _weighed(one)
    if one.value:
        yield implies(one.known, one_of(one.value.values()))
        yield implies(isnt(one.known), isnt(some(one.value.values())))
    if one.fact:
        yield one.facts == some(one.fact.values())
        yield one.alarmed == some(one.alarm.values())
    if one.number is not None and one.lowest is not None and one.highest is not None:
        yield one.lowest <= one.highest
        yield implies(one.known, every((one.lowest <= one.number, one.number <= one.highest)))
    yield implies(some((one.all_above, one.all_zero)), one.conflict)
    yield isnt(every((one.all_above, one.all_zero)))
    for choice, told in one.fact.items():
        yield implies(every((told, isnt(one.conflict))), one.alarm[choice])
        yield implies(every((one.alarm[choice], some((isnt(told), one.conflict)))), one.aside)


def _weighed(one: Seen) -> Iterator[Formula]:
    """`plugin.answer.weigh`: values of one item that exclude each other."""
    open_ = every((isnt(one.known), isnt(one.conflict)))
    yield z3.Implies(one.conflict, every((one.facts, one.disagree)))
    if not one.stated:
        yield z3.Implies(one.known, isnt(one.unread))
    yield z3.Implies(every((open_, one.facts)), one.unread)
    yield z3.Implies(one.disagree, some((one.conflict, one.aside)))
    yield z3.Implies(every((one.facts, isnt(one.conflict))), one.alarmed)
    yield z3.Implies(every((one.alarmed, some((isnt(one.facts), one.conflict)))), one.aside)
    if one.fact:
        yield z3.Implies(isnt(one.conflict), at_most_one(one.fact.values()))
        yield z3.Implies(one.conflict, isnt(at_most_one(one.fact.values())))
        yield from (z3.Implies(one.known, told == one.value[choice]) for choice, told in one.fact.items())


def _many(one: Seen) -> Iterator[Formula]:
    """`plugin.grammar.case._each`: every value stands for itself."""
    yield isnt(one.conflict)
    yield isnt(one.disagree)
    yield one.known == one.facts
    yield z3.Implies(one.facts, one.alarmed)
    yield z3.Implies(some(one.alarm.values()), one.alarmed)
    yield from (z3.Implies(is_it, one.fact[choice]) for choice, is_it in one.value.items() if choice in one.fact)


def empty(one: Seen, *, unread: Formula = FALSE) -> Seen:
    """The same item with nothing found."""
    nothing = dict.fromkeys(one.fact, FALSE)
    return Seen(
        item=one.item,
        **dict.fromkeys(("known", "conflict", "facts", "aside", "disagree", "alarmed"), FALSE),
        unread=unread,
        value=dict.fromkeys(one.value, FALSE),
        fact=nothing,
        alarm=dict.fromkeys(one.alarm, FALSE),
        number=one.number,
        lowest=one.lowest,
        highest=one.highest,
    )


def as_read(one: Seen, reading: Reading[Any]) -> Iterator[tuple[z3.ExprRef, Any]]:
    """The engine's reading as values of the variables."""
    told = {fact.value for fact in reading.facts}
    value = reading.value
    yield one.known, reading.status is Status.KNOWN
    yield one.conflict, reading.status is Status.CONFLICT
    yield from ((getattr(one, each), bool(getattr(reading, each))) for each in ("unread", "facts", "aside", "disagree"))
    yield one.alarmed, bool(reading.alarms)
    yield from (
        (flag, getattr(value, "scale", value) == choice and value is not None) for choice, flag in one.value.items()
    )
    yield from ((flag, choice in told) for choice, flag in one.fact.items())
    yield from ((flag, _raises(choice, reading)) for choice, flag in one.alarm.items())
    yield from _numbers(one, reading)


def _raises(choice: Any, reading: Reading[Any]) -> bool:
    """A value among the alarms; of a drug: its class or its name."""
    return any(
        choice in (alarm, getattr(alarm, "drug_class", alarm), getattr(alarm, "name", alarm))
        for alarm in reading.alarms
    )


def _numbers(one: Seen, reading: Reading[Any]) -> Iterator[tuple[z3.ExprRef, Any]]:
    if one.number is None:
        return
    alarms = [getattr(alarm, "value", alarm) for alarm in reading.alarms]
    known = getattr(reading.value, "value", reading.value)
    if one.all_above is not FALSE:
        above = {fact.value.value > 0 for fact in reading.facts} if reading.status is Status.CONFLICT else set()
        yield one.all_above, above == {True}
        yield one.all_zero, above == {False}
    yield one.number, known if known is not None else 0
    yield one.lowest, min(alarms, default=0)
    yield one.highest, max(alarms, default=0)
