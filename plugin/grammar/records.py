"""Questions about what the record says of one item: its value, its number, its gaps and contradictions.

What may not live here: questions about the person, the place or the plan (`context`), and any medicine.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, TypeVar, cast

from plugin.answer import Answer, Status, answer_if
from plugin.evidence import Drug, DrugClass
from plugin.grammar.case import Case
from plugin.grammar.expressions import Expression
from plugin.grammar.items import Item, Threshold

V = TypeVar("V", bound=Hashable)


@dataclass(frozen=True, slots=True, eq=False)
class Is(Expression, Generic[V]):
    """The item is known to have one of these values."""

    item: Item[V]
    values: tuple[V, ...]

    def ask(self, case: Case) -> Answer:
        """Not known where the record settles nothing."""
        return answer_if(case.reading(self.item), lambda v: v in self.values)


class Compare(Enum):
    """How a number is compared."""

    ABOVE = ">"
    AT_LEAST = ">="
    BELOW = "<"
    AT_MOST = "<="


_COMPARE: Mapping[str, Callable[[float, float], bool]] = {
    Compare.ABOVE.value: lambda v, b: v > b,
    Compare.AT_LEAST.value: lambda v, b: v >= b,
    Compare.BELOW.value: lambda v, b: v < b,
    Compare.AT_MOST.value: lambda v, b: v <= b,
}


@dataclass(frozen=True, slots=True, eq=False)
class Number(Expression):
    """The item's number compared with a threshold: `Number(SIZE, ">=", LARGE)`."""

    item: Item[float] | Item[int]
    how: str
    bound: Threshold | float

    def ask(self, case: Case) -> Answer:
        """Not known where no number is settled."""
        limit, compare = case.number(self.bound), _COMPARE[self.how]
        return answer_if(case.reading(cast("Item[float]", self.item)), lambda v: compare(v, limit))


@dataclass(frozen=True, slots=True, eq=False)
class AlarmNumber(Expression):
    """A number that may not wait: counts also from a source read in part (contract 7)."""

    item: Item[float] | Item[int]
    how: str
    bound: Threshold | float

    def ask(self, case: Case) -> Answer:
        """Yes if a current value is; no only where the item is settled otherwise."""
        reading = case.reading(cast("Item[float]", self.item))
        limit, compare = case.number(self.bound), _COMPARE[self.how]
        if any(compare(v, limit) for v in reading.alarms):
            return Answer.YES
        return Answer.NO if reading.status is Status.KNOWN else Answer.UNKNOWN


@dataclass(frozen=True, slots=True, eq=False)
class Known(Expression):
    """The record settles the item."""

    item: Item[Any]

    def ask(self, case: Case) -> Answer:
        """Yes or no."""
        return Answer.of(case.reading(self.item).status is Status.KNOWN)


@dataclass(frozen=True, slots=True, eq=False)
class Conflicting(Expression):
    """Sources contradict each other about the item."""

    item: Item[Any]

    def ask(self, case: Case) -> Answer:
        """Yes or no."""
        return Answer.of(case.reading(self.item).status is Status.CONFLICT)


@dataclass(frozen=True, slots=True, eq=False)
class Contradicting(Expression, Generic[V]):
    """The record says one of these and one of those, which exclude each other."""

    item: Item[V]
    these: tuple[V, ...]
    those: tuple[V, ...]

    def ask(self, case: Case) -> Answer:
        """Yes or no."""
        reading = case.reading(self.item)
        values = {fact.value for fact in reading.facts} if reading.status is Status.CONFLICT else set()
        return Answer.of(not values.isdisjoint(self.these) and not values.isdisjoint(self.those))


@dataclass(frozen=True, slots=True, eq=False)
class Varies(Expression):
    """Sources disagree, or a newer fact replaced a different older one (CR-04)."""

    items: tuple[Item[Any], ...]

    def ask(self, case: Case) -> Answer:
        """Yes or no."""
        return Answer.of(any(case.reading(item).disagree for item in self.items))


@dataclass(frozen=True, slots=True, eq=False)
class Unread(Expression):
    """A source of the item could not be read, or not in full."""

    item: Item[Any]

    def ask(self, case: Case) -> Answer:
        """Yes or no."""
        return Answer.of(case.reading(self.item).unread)


@dataclass(frozen=True, slots=True, eq=False)
class Alarm(Expression, Generic[V]):
    """A value that may not wait: counts also from a source read in part, or a preliminary one (F.5 rule 1, contract 7)."""

    item: Item[V]
    values: tuple[V, ...]

    def ask(self, case: Case) -> Answer:
        """Yes if one of the values is current; no only where the item is settled otherwise."""
        reading = case.reading(self.item)
        if not reading.alarms.isdisjoint(self.values):
            return Answer.YES
        if reading.status is Status.CONFLICT and all(fact.value in self.values for fact in reading.facts):
            return Answer.YES  # they contradict each other only in which of the alarms it is
        return Answer.NO if reading.status is Status.KNOWN else Answer.UNKNOWN


@dataclass(frozen=True, slots=True, eq=False)
class Found(Expression, Generic[V]):
    """One of these is on record; a record read in full without it means "none".

    The only word that reads absence as "no": its items are the closed list F.4, and a test compares the two.
    """

    item: Item[V]
    values: tuple[V, ...] = ()

    def ask(self, case: Case) -> Answer:
        """Yes if recorded, no if read in full and not recorded, not known otherwise."""
        reading = case.reading(self.item)
        wanted = [v for v in reading.alarms if not self.values or v in self.values]
        firm = [f for f in reading.facts if f.value in wanted]
        if (wanted and reading.unread) or (firm and reading.status is Status.KNOWN):
            return Answer.YES
        doubtful = reading.unread or wanted or reading.status is Status.CONFLICT
        return Answer.UNKNOWN if doubtful else Answer.NO


@dataclass(frozen=True, slots=True, eq=False)
class Wished(Expression):
    """A clinician has asked for it; a record read in full in which nobody asked means "not asked for" (F.4: SIZE, debulking)."""

    item: Item[bool]

    def ask(self, case: Case) -> Answer:
        """The wish as recorded; not known where sources contradict each other, are tentative, or could not be read."""
        reading = case.reading(self.item)
        if reading.status is Status.KNOWN:
            return Answer.of(bool(reading.value))
        open_ = reading.unread or reading.status is Status.CONFLICT or reading.aside
        return Answer.UNKNOWN if open_ else Answer.NO


@dataclass(frozen=True, slots=True, eq=False)
class Unrecorded(Expression):
    """Nobody has recorded anything about the item."""

    item: Item[Any]

    def ask(self, case: Case) -> Answer:
        """Yes or no."""
        reading = case.reading(self.item)
        return Answer.of(not reading.facts and not reading.aside)


@dataclass(frozen=True, slots=True, eq=False)
class Missing(Expression):
    """The item has no settled value: nothing recorded, too old, contradictory or unread."""

    item: Item[Any]

    def ask(self, case: Case) -> Answer:
        """Yes or no."""
        return Answer.of(case.reading(self.item).status is not Status.KNOWN)


@dataclass(frozen=True, slots=True, eq=False)
class Drugs(Expression):
    """A drug of one of these classes, or of this name, is on the lists; what raises a hold is never read as stopped."""

    item: Item[Drug]
    classes: tuple[DrugClass, ...] = ()
    names: tuple[str, ...] = ()

    def ask(self, case: Case) -> Answer:
        """Yes if listed; a list read in full without it: no (F.4 F-30: the item AN-08 still asks)."""
        reading = case.reading(self.item)
        if any(d.drug_class in self.classes or d.name in self.names for d in reading.alarms):
            return Answer.YES
        return Answer.UNKNOWN if reading.unread else Answer.NO
