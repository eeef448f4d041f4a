"""How questions are joined: and, or, not, and the few ways of dealing with "not known".

The same expressions are asked of a patient, drawn for the pages and handed to the solver, so each is plain data. `Expression`
is the one base class of this house: it lends the three operators. What may not live here: what is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from plugin.answer import Answer
from plugin.grammar.case import Case


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
class AnyOf(Expression):
    """Yes if one of several is, each listed with the items that show it; "or" over a list that is also told one by one."""

    listed: tuple[tuple[Expression, tuple[object, ...]], ...]

    def ask(self, case: Case) -> Answer:
        """Kleene's "or"."""
        answer = Answer.NO
        for expression, _ in self.listed:
            answer = answer | expression.ask(case)
        return answer


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
        if case.completion:
            supposed = case.completion.get(self.id)
            if supposed is not None:
                return supposed
            if not criteria_in(self).isdisjoint(case.completion):
                return self.expression.ask(case)
        return case.answers.get(self) or case.settled(self)  # most questions have been asked before


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
