"""The words that ask: each is a question with the answers yes, no, not known.

Questions are joined only by `&` (and), `|` (or) and `~` (not). The same expressions are asked of a patient, drawn for the
pages and handed to the solver, so each is plain data. `Expression` is the one base class of this house: it lends the three
operators. What may not live here: any medicine.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, fields
from enum import Enum
from functools import cache
from typing import Any, Generic, TypeVar, cast

from plugin.answer import Answer, Status, answer_if
from plugin.evidence import LEVELS, Drug, DrugClass, Pain, PainScale, Part, Scope, Technique
from plugin.grammar.case import Case
from plugin.grammar.items import Item, Threshold
from plugin.grammar.outcomes import Outcome, TechniqueState
from plugin.scores import Range, sins

V = TypeVar("V", bound=Hashable)


class Expression:
    """A question; subclasses say how it is answered."""

    __slots__ = ()

    def ask(self, case: Case) -> Answer:
        """The answer for this case."""
        raise NotImplementedError

    def __and__(self, other: Expression) -> Expression:
        """Both."""
        return Both(self, other)

    def __or__(self, other: Expression) -> Expression:
        """Either."""
        return Either(self, other)

    def __invert__(self) -> Expression:
        """Not."""
        return Opposite(self)


@dataclass(frozen=True, slots=True, eq=False)
class Both(Expression):
    """Yes if both are."""

    left: Expression
    right: Expression

    def ask(self, case: Case) -> Answer:
        """Kleene's "and"."""
        first = self.left.ask(case)
        return first if first is Answer.NO else first & self.right.ask(case)


@dataclass(frozen=True, slots=True, eq=False)
class Either(Expression):
    """Yes if one is."""

    left: Expression
    right: Expression

    def ask(self, case: Case) -> Answer:
        """Kleene's "or"."""
        first = self.left.ask(case)
        return first if first is Answer.YES else first | self.right.ask(case)


@dataclass(frozen=True, slots=True, eq=False)
class Opposite(Expression):
    """Yes if it is not."""

    inner: Expression

    def ask(self, case: Case) -> Answer:
        """Not known stays not known."""
        return ~self.inner.ask(case)


@dataclass(frozen=True, slots=True, eq=False)
class Surely(Expression):
    """Yes only if known to be; "not known" counts as no. For what may not be triggered by a gap."""

    inner: Expression

    def ask(self, case: Case) -> Answer:
        """Yes or no, never unknown."""
        return Answer.of(self.inner.ask(case) is Answer.YES)


@dataclass(frozen=True, slots=True, eq=False)
class Perhaps(Expression):
    """Yes unless known not to be; "not known" counts as yes. For what must be guarded against in doubt."""

    inner: Expression

    def ask(self, case: Case) -> Answer:
        """Yes or no, never unknown."""
        return Answer.of(self.inner.ask(case) is not Answer.NO)


@dataclass(frozen=True, slots=True, eq=False)
class Agreeing(Expression):
    """Two ways of saying the same: one known is enough, two that disagree are not known."""

    left: Expression
    right: Expression

    def ask(self, case: Case) -> Answer:
        """The common answer."""
        first, second = self.left.ask(case), self.right.ask(case)
        if Answer.UNKNOWN in (first, second):
            return second if first is Answer.UNKNOWN else first
        return first if first is second else Answer.UNKNOWN


@dataclass(frozen=True, slots=True, eq=False)
class Disagreeing(Expression):
    """Two ways of saying the same contradict each other (CR-04)."""

    left: Expression
    right: Expression

    def ask(self, case: Case) -> Answer:
        """Yes if both are known and differ."""
        first, second = self.left.ask(case), self.right.ask(case)
        return Answer.of(Answer.UNKNOWN not in (first, second) and first is not second)


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One line of a `FirstThat`: where this is known to be so, that is the answer."""

    when: Expression
    then: Answer


@dataclass(frozen=True, slots=True, eq=False)
class FirstThat(Expression):
    """The first line that is known to hold decides; none: not known. A derivation in a fixed order (B.3)."""

    steps: tuple[Step, ...]

    def ask(self, case: Case) -> Answer:
        """The first line's answer."""
        for step in self.steps:
            if step.when.ask(case) is Answer.YES:
                return step.then
        return Answer.UNKNOWN


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Criterion(Expression):
    """One question of the clinic, with its words and sources; inputs of the tree can be supposed in a completion."""

    id: str
    question: str
    sources: tuple[str, ...]
    expression: Expression
    fact: str = ""

    def ask(self, case: Case) -> Answer:
        """The supposed answer in this completion, else the record's."""
        if not case.completion:
            return case.settled(self)
        supposed = case.completion.get(self.id)
        if supposed is not None:
            return supposed
        if criteria_in(self).isdisjoint(case.completion):
            return case.settled(self)
        return self.expression.ask(case)


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


_COMPARE: dict[Compare, Callable[[float, float], bool]] = {
    Compare.ABOVE: lambda v, b: v > b,
    Compare.AT_LEAST: lambda v, b: v >= b,
    Compare.BELOW: lambda v, b: v < b,
    Compare.AT_MOST: lambda v, b: v <= b,
}


@dataclass(frozen=True, slots=True, eq=False)
class Number(Expression):
    """The item's number compared with a threshold: `Number(SIZE, ">=", LARGE)`."""

    item: Item[float] | Item[int]
    how: str
    bound: Threshold | float

    def ask(self, case: Case) -> Answer:
        """Not known where no number is settled."""
        limit, compare = case.number(self.bound), _COMPARE[Compare(self.how)]
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
        limit, compare = case.number(self.bound), _COMPARE[Compare(self.how)]
        if any(compare(v, limit) for v in reading.alarms):
            return Answer.YES
        return Answer.NO if reading.status is Status.KNOWN else Answer.UNKNOWN


@dataclass(frozen=True, slots=True, eq=False)
class Painful(Expression):
    """The pain value is above 0, on whatever scale; painless is 0 (CR-05)."""

    item: Item[Pain]

    def ask(self, case: Case) -> Answer:
        """Not known where no value is settled."""
        return answer_if(case.reading(self.item), lambda pain: pain.value > 0)


@dataclass(frozen=True, slots=True, eq=False)
class OnScale(Expression):
    """The pain value was given on this scale."""

    item: Item[Pain]
    scale: PainScale

    def ask(self, case: Case) -> Answer:
        """Not known where no value is settled."""
        return answer_if(case.reading(self.item), lambda pain: pain.scale is self.scale)


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


@dataclass(frozen=True, slots=True, eq=False)
class Levels(Expression):
    """The lesion reaches one of the levels from `first` to `last`."""

    first: str
    last: str

    def ask(self, case: Case) -> Answer:
        """Not known without a level."""
        place = case.evidence.place
        if place is None:
            return Answer.UNKNOWN
        span = LEVELS[LEVELS.index(self.first) : LEVELS.index(self.last) + 1]
        return Answer.of(any(level in span for level in place.levels))


@dataclass(frozen=True, slots=True, eq=False)
class Parts(Expression):
    """The lesion sits in one of these parts of the vertebra."""

    parts: tuple[Part, ...]

    def ask(self, case: Case) -> Answer:
        """Not known where the part is not recorded."""
        place = case.evidence.place
        if place is None or place.part is None:
            return Answer.UNKNOWN
        return Answer.of(place.part in self.parts)


@dataclass(frozen=True, slots=True, eq=False)
class PartKnown(Expression):
    """The part of the vertebra is recorded."""

    def ask(self, case: Case) -> Answer:
        """Yes or no."""
        return Answer.of(case.evidence.place is not None and case.evidence.place.part is not None)


@dataclass(frozen=True, slots=True, eq=False)
class MoreThanOneLevel(Expression):
    """The lesion spans several levels, or the orders mean several lesions."""

    def ask(self, case: Case) -> Answer:
        """Yes or no."""
        place = case.evidence.place
        spans = place is not None and len(place.levels) > 1
        return Answer.of(spans or case.evidence.ordered_lesions > 1)


@dataclass(frozen=True, slots=True, eq=False)
class AgeUnder(Expression):
    """The patient is younger than this, in completed years."""

    years: int

    def ask(self, case: Case) -> Answer:
        """Not known without an age."""
        age = case.evidence.fitness.age
        return Answer.UNKNOWN if age is None else Answer.of(age < self.years)


@dataclass(frozen=True, slots=True, eq=False)
class AgeBetween(Expression):
    """The patient's age lies between these, both included."""

    low: int
    high: int

    def ask(self, case: Case) -> Answer:
        """Not known without an age."""
        age = case.evidence.fitness.age
        return Answer.UNKNOWN if age is None else Answer.of(self.low <= age <= self.high)


@dataclass(frozen=True, slots=True, eq=False)
class AgeKnown(Expression):
    """The record gives an age."""

    def ask(self, case: Case) -> Answer:
        """Yes or no."""
        return Answer.of(case.evidence.fitness.age is not None)


@dataclass(frozen=True, slots=True, eq=False)
class Gender(Expression):
    """The administrative gender is recorded as this one."""

    code: str

    def ask(self, case: Case) -> Answer:
        """Yes or no: a gender not recorded is not this one."""
        return Answer.of(case.evidence.fitness.gender == self.code)


@dataclass(frozen=True, slots=True, eq=False)
class SinsWithin(Expression):
    """The stability score lies wholly between these limits; a range that crosses one decides nothing."""

    total: Item[int]
    components: tuple[tuple[str, Item[int]], ...]
    low: int
    high: int

    def ask(self, case: Case) -> Answer:
        """Not known where the score is not computable, or its range crosses a limit."""
        found = self.range(case)
        if found is None:
            return Answer.UNKNOWN
        if found.within(self.low, self.high):
            return Answer.YES
        return Answer.UNKNOWN if found.meets(self.low, self.high) else Answer.NO

    def range(self, case: Case) -> Range | None:
        """The score's range in this case; an item that contradicts itself or was not read in full is missing."""
        parts = {name: case.reading(item).value for name, item in self.components}
        total = case.reading(self.total)
        if total.status is Status.CONFLICT:
            return None
        return sins(parts, total.value)


@dataclass(frozen=True, slots=True, eq=False)
class SinsContradicts(Expression):
    """The components of the stability score and its recorded total contradict each other (F-14)."""

    total: Item[int]
    components: tuple[tuple[str, Item[int]], ...]

    def ask(self, case: Case) -> Answer:
        """Yes or no."""
        parts = {name: case.reading(item).value for name, item in self.components}
        total = case.reading(self.total).value
        return Answer.of(total is not None and sins(parts, None) is not None and sins(parts, total) is None)


@dataclass(frozen=True, slots=True, eq=False)
class Undocumented(Expression):
    """No lesion is documented at the place of the order (gate 1u)."""

    def ask(self, case: Case) -> Answer:
        """Yes or no."""
        return Answer.of(case.evidence.scope is Scope.NOT_FOUND)


@dataclass(frozen=True, slots=True, eq=False)
class Mismatched(Expression):
    """Level or side differ between order, condition and report (CR-03)."""

    def ask(self, case: Case) -> Answer:
        """Yes or no."""
        return Answer.of(bool(case.evidence.mismatches))


@dataclass(frozen=True, slots=True, eq=False)
class WithCryoFluid(Expression):
    """This hospital allows hydrodissection with 5 % dextrose in cryoablation (H-08)."""

    def ask(self, case: Case) -> Answer:
        """Yes or no."""
        return Answer.of(case.practice.cryo_hydrodissection_d5w)


@dataclass(frozen=True, slots=True, eq=False)
class Ends(Expression):
    """The outcome is one of these."""

    outcomes: tuple[Outcome, ...]

    def ask(self, case: Case) -> Answer:
        """Yes or no; before the tree has ended: not known."""
        return Answer.UNKNOWN if case.plan is None else Answer.of(case.plan.outcome in self.outcomes)


@dataclass(frozen=True, slots=True, eq=False)
class Allowed(Expression):
    """Pathway and hospital offer one of these techniques, in a state no worse than this."""

    techniques: tuple[Technique, ...]
    worst: TechniqueState = TechniqueState.AVOID

    def ask(self, case: Case) -> Answer:
        """Yes or no."""
        states = {} if case.plan is None else case.plan.states
        return Answer.of(any(t in states and states[t].rank <= self.worst.rank for t in self.techniques))


@dataclass(frozen=True, slots=True, eq=False)
class InPlay(Expression):
    """One of these techniques is in play (for an order set: stands in the set)."""

    techniques: tuple[Technique, ...]

    def ask(self, case: Case) -> Answer:
        """Yes or no."""
        return Answer.of(case.plan is not None and not case.plan.in_play.isdisjoint(self.techniques))


@dataclass(frozen=True, slots=True, eq=False)
class Always(Expression):
    """Without condition."""

    def ask(self, case: Case) -> Answer:  # noqa: ARG002 - the same for every case
        """Yes."""
        return Answer.YES


@dataclass(frozen=True, slots=True, eq=False)
class Never(Expression):
    """In no case."""

    def ask(self, case: Case) -> Answer:  # noqa: ARG002 - the same for every case
        """No."""
        return Answer.NO


@dataclass(frozen=True, slots=True, eq=False)
class MdtComment(Expression):
    """A rule that calls for the board has fired for the lesion."""

    def ask(self, case: Case) -> Answer:
        """Yes or no."""
        return Answer.of(case.plan is not None and case.plan.mdt)


@dataclass(frozen=True, slots=True, eq=False)
class Fired(Expression):
    """One of these rules fired for the lesion."""

    rules: tuple[str, ...]

    def ask(self, case: Case) -> Answer:
        """Yes or no."""
        return Answer.of(case.plan is not None and not case.plan.fired.isdisjoint(self.rules))


@cache
def criteria_in(criterion: Criterion) -> frozenset[str]:
    """The ids of all criteria that this one is made of, itself included."""
    return frozenset({criterion.id}) | _criteria_of(criterion.expression)


def _criteria_of(expression: object) -> frozenset[str]:
    if isinstance(expression, Criterion):
        return criteria_in(expression)
    if isinstance(expression, tuple):
        return frozenset().union(*(_criteria_of(part) for part in expression))
    if isinstance(expression, Expression | Step):
        return frozenset().union(*(_criteria_of(getattr(expression, f.name)) for f in fields(expression)))  # type: ignore[arg-type]
    return frozenset()


def items_of(expression: object) -> frozenset[Item[Any]]:
    """Every item that an expression looks at, found by walking it as data."""
    if isinstance(expression, Item):
        return frozenset({expression})
    if isinstance(expression, tuple):
        return frozenset().union(*(items_of(part) for part in expression))
    if isinstance(expression, Expression | Step):
        return frozenset().union(*(items_of(getattr(expression, f.name)) for f in fields(expression)))  # type: ignore[arg-type]
    return frozenset()


def thresholds_of(expression: object) -> frozenset[Threshold]:
    """Every threshold that an expression uses, age limits of its items included."""
    if isinstance(expression, Threshold):
        return frozenset({expression})
    if isinstance(expression, Item):
        return frozenset(t for t in (expression.days, expression.hours) if t is not None)
    if isinstance(expression, tuple):
        return frozenset().union(*(thresholds_of(part) for part in expression))
    if isinstance(expression, Expression | Step):
        return frozenset().union(*(thresholds_of(getattr(expression, f.name)) for f in fields(expression)))  # type: ignore[arg-type]
    return frozenset()
