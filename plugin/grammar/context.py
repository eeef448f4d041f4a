"""Questions about the place, the person, the hospital and the plan.

What may not live here: questions about recorded items (`records`), and any medicine.
"""

from __future__ import annotations

from dataclasses import dataclass

from plugin.answer import Answer
from plugin.evidence import LEVELS, Part, Scope, Technique
from plugin.grammar.case import Case
from plugin.grammar.expressions import Expression
from plugin.grammar.outcomes import Outcome, TechniqueState


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
class SeveralPlanned(Expression):
    """The selected orders of the lesion name two or more techniques."""

    def ask(self, case: Case) -> Answer:
        """Yes or no."""
        named = {order.technique for order in case.evidence.planned if order.technique is not None}
        return Answer.of(len(named) > 1)


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
class Undocumented(Expression):
    """No lesion is documented at the place of the order (gate 1u)."""

    def ask(self, case: Case) -> Answer:
        """Yes or no."""
        return Answer.of(case.evidence.scope is Scope.NOT_FOUND)


@dataclass(frozen=True, slots=True, eq=False)
class Outside(Expression):
    """What is documented is not a vertebral, sacral or coccygeal bone tumour (gate 1)."""

    def ask(self, case: Case) -> Answer:
        """Yes or no."""
        return Answer.of(case.evidence.scope is Scope.OUTSIDE)


@dataclass(frozen=True, slots=True, eq=False)
class Mismatched(Expression):
    """Level or side differ between order, condition and report, or the site of the order cannot be read (CR-03)."""

    def ask(self, case: Case) -> Answer:
        """Yes or no."""
        return Answer.of(bool(case.evidence.mismatches))


@dataclass(frozen=True, slots=True, eq=False)
class LeftOut(Expression):
    """Something of this lesion was left out, or only noted, for its status (CR-10)."""

    def ask(self, case: Case) -> Answer:
        """Yes or no."""
        return Answer.of(bool(case.evidence.ignored))


@dataclass(frozen=True, slots=True, eq=False)
class WordsNotCounted(Expression):
    """The order's words were denied, historical, conditional or about another level (CR-08)."""

    def ask(self, case: Case) -> Answer:
        """Yes or no."""
        return Answer.of(bool(case.evidence.words_not_counted))


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
