"""One patient's lesion while it is being thought about: readings looked up once, answers remembered, one completion at a time.

What may not live here: any question (`records`, `context`) or any medicine (`knowledge`).
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, TypeVar

from plugin.answer import NOTHING_READ, Age, Answer, Reading, Recorded, Standing, Status
from plugin.evidence import Evidence, Technique
from plugin.grammar.items import Item, LocalPractice, Threshold
from plugin.grammar.outcomes import Outcome, TechniqueState
from plugin.grammar.speech import Speech
from plugin.weighing import weigh

if TYPE_CHECKING:
    from plugin.grammar.expressions import Criterion, Expression

V = TypeVar("V", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Where the thinking stands after the tree: the outcome, the techniques' states, and those in play or in one set."""

    outcome: Outcome
    states: Mapping[Technique, TechniqueState] = field(default_factory=dict)
    in_play: frozenset[Technique] = frozenset()
    fired: frozenset[str] = frozenset()
    mdt: bool = False
    """A rule that calls for the board has fired."""


@dataclass(slots=True)
class Case:
    """The evidence, the hospital's practice, and what has been worked out so far.

    `completion` holds the answers that are supposed for inputs not known; `plan` is there once the tree has ended.
    """

    evidence: Evidence
    practice: LocalPractice
    completion: Mapping[str, Answer] = field(default_factory=dict)
    plan: Plan | None = None
    readings: dict[Item[Any], Reading[Any]] = field(default_factory=dict)
    answers: dict[Criterion, Answer] = field(default_factory=dict)
    speech: Speech = field(default_factory=Speech)

    def number(self, bound: Threshold | float) -> float:
        """A threshold's value here, or the number itself."""
        return self.practice.value(bound) if isinstance(bound, Threshold) else bound

    def reading(self, item: Item[V]) -> Reading[V]:
        """What the reading order makes of this item; worked out once for each case."""
        found = self.readings.get(item)
        if found is None:
            found = self.readings[item] = self._read(item)
        return found

    def _read(self, item: Item[V]) -> Reading[V]:
        recorded = item.read(self.evidence)
        if item.kinds is not None:
            recorded = replace(recorded, facts=tuple(f for f in recorded.facts if f.kind in item.kinds))
        if not recorded.facts:
            return NOTHING_READ[recorded.unread]
        recorded = _until(recorded, self.evidence.as_of + _TO_COME)
        age = None
        if item.days is not None or item.hours is not None:
            age = Age(
                now=self.evidence.as_of,
                days=None if item.days is None else int(self.practice.value(item.days)),
                hours=None if item.hours is None else int(self.practice.value(item.hours)),
                kinds=item.limited,
            )
        return _each(recorded, age) if item.many else weigh(recorded, age=age, order=item.order)

    def answer(self, expression: Expression) -> Answer:
        """The answer to a question, in this completion; remembered where it does not hang on a completion."""
        return expression.ask(self)

    def settled(self, criterion: Criterion) -> Answer:
        """The record's own answer to a criterion, no completion supposed."""
        found = self.answers.get(criterion)
        if found is None:
            bare = self.supposing({}) if self.completion else self
            found = self.answers[criterion] = criterion.expression.ask(bare)
        return found

    def supposing(self, completion: Mapping[str, Answer]) -> Case:
        """The same case with these answers supposed; readings are shared."""
        return Case(self.evidence, self.practice, completion, self.plan, self.readings, self.answers, self.speech)

    def planning(self, plan: Plan) -> Case:
        """The same case after the tree. Readings and answers are shared: no criterion asks for the plan (a test sees to it)."""
        return Case(self.evidence, self.practice, self.completion, plan, self.readings, self.answers, self.speech)


_TO_COME: Final = timedelta(days=1)
"""Clocks and time zones differ by less."""


def _until(recorded: Recorded[V], limit: datetime) -> Recorded[V]:
    """A date that is still to come is a mistake, and so no date: it neither goes before another nor is within a limit (ours)."""
    if not [fact for fact in recorded.facts if fact.on is not None and fact.on > limit]:
        return recorded
    return replace(
        recorded,
        facts=tuple(replace(f, on=None) if f.on is not None and f.on > limit else f for f in recorded.facts),
    )


def _each(recorded: Recorded[V], age: Age | None) -> Reading[V]:
    """Values that stand for themselves: every fresh one counts, none contradicts another."""
    fresh = tuple(f for f in recorded.facts if f.standing is not Standing.DOUBTED and (age is None or age.allows(f)))
    firm = tuple(f for f in fresh if f.standing is Standing.FIRM)
    counting = set(map(id, firm))  # two facts that are equal count alike
    return Reading(
        status=Status.KNOWN if firm else Status.UNKNOWN,
        value=firm[0].value if firm else None,
        facts=firm,
        aside=tuple([f for f in recorded.facts if id(f) not in counting]),
        alarms=frozenset(f.value for f in fresh),
        unread=recorded.unread,
    )
