"""Expressions in words that a radiologist can read: "bone matrix is sclerotic, and RFA or cryoablation is offered".

A question that is one plain look at the record is written out; one that is made of several is named, with a link to the page
of questions, where it is written out in turn. Inputs of the tree are written as the card shows them ("CANAL is yes"). What may
not live here: the words of single questions (`leaves`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugin.answer import Answer
from plugin.explain import names
from plugin.explain.leaves import leaf
from plugin.grammar import Agreeing, Criterion, Disagreeing, Expression, FirstThat, Input, Knowledge, Perhaps, Surely
from plugin.grammar.expressions import AnyOf, Both, Either, Opposite

ANSWERS = {Answer.YES: "yes", Answer.NO: "no", Answer.UNKNOWN: "not known"}


@dataclass(frozen=True, slots=True)
class Phrases:
    """The renderer for one knowledge; `inputs` are the questions that the card shows by their short names."""

    inputs: Mapping[str, Input]

    def say(self, expression: Expression, *, so: bool = True) -> str:
        """The statement that the question is answered yes (`so`) or no."""
        if isinstance(expression, Criterion):
            return self._named(expression, so=so)
        words = leaf(expression)
        return words[0 if so else 1] if words else self._joined(expression, so=so)

    def written_out(self, criterion: Criterion) -> list[str]:
        """How a question is answered, as lines of a Markdown list; the first level only."""
        expression = criterion.expression
        if isinstance(expression, FirstThat):
            steps = [f"{n}. {self.say(s.when)} → **{ANSWERS[s.then]}**" for n, s in enumerate(expression.steps, 1)]
            return ["The first line that is known to hold decides; none: not known.", "", *steps]
        if isinstance(expression, Either | AnyOf):
            return ["Yes if one of these holds:", "", *(f"- {self.say(part)}" for part in _either(expression))]
        return [f"Yes if {self.say(expression)}."]

    def _named(self, criterion: Criterion, *, so: bool) -> str:
        if criterion.id in self.inputs:
            tree_input = self.inputs[criterion.id]
            return f"[{criterion.id}]({_anchor(criterion)}) is {tree_input.yes if so else tree_input.no}"
        words = leaf(criterion.expression)
        if words and len(words[0]) < _SHORT_ENOUGH:
            return f"[{words[0 if so else 1]}]({_anchor(criterion)})"
        return f"{'' if so else 'not '}[{names.question(criterion.id)}]({_anchor(criterion)})"

    def _joined(self, expression: Expression, *, so: bool) -> str:
        match expression:
            case Opposite(inner=inner):
                return self.say(inner, so=not so)
            case Surely(inner=inner):
                return f"it is {'known' if so else 'not known'} that {self._inner(inner)}"
            case Perhaps(inner=inner):
                return (
                    f"{self._inner(inner)}, or that is not known" if so else f"it is known: {self.say(inner, so=False)}"
                )
            case Both() | Either():
                return self._parts(expression, so=so)
            case AnyOf():
                return f"{'one' if so else 'none'} of these holds: " + "; ".join(
                    self.say(p) for p in _either(expression)
                )
            case Agreeing(left=left, right=right):
                return f"{self.say(left, so=so)}, or (said otherwise) {self.say(right, so=so)}, and the two do not contradict"
            case Disagreeing(left=left, right=right):
                clash = "contradict" if so else "do not contradict"
                return f"two ways of recording it {clash} each other ({self.say(left)}; {self.say(right)})"
            case _:
                raise TypeError(f"no words for {type(expression).__name__}: add them to plugin/explain/leaves.py")

    def _parts(self, expression: Both | Either, *, so: bool) -> str:
        kind = type(expression)
        together = (kind is Both) is so
        parts = [self._inner(part, so=so, within=kind) for part in _flat(expression, kind)]
        return ", and ".join(parts) if together else " or ".join(parts)

    def _inner(self, part: Expression, *, so: bool = True, within: type[Expression] | None = None) -> str:
        words = self.say(part, so=so)
        bare = part.inner if isinstance(part, Opposite) else part
        mixed = isinstance(bare, Both | Either | Agreeing) and type(bare) is not within
        return f"({words})" if mixed or (isinstance(bare, Perhaps) and within) else words


_SHORT_ENOUGH = 110


def phrases(knowledge: Knowledge) -> Phrases:
    """The renderer for this knowledge."""
    return Phrases({tree_input.criterion.id: tree_input for tree_input in knowledge.inputs})


def _flat(expression: Expression, kind: type[Both | Either]) -> list[Expression]:
    if isinstance(expression, kind):
        return [*_flat(expression.left, kind), *_flat(expression.right, kind)]
    return [expression]


def _either(expression: Either | AnyOf) -> list[Expression]:
    if isinstance(expression, AnyOf):
        return [part for part, _ in expression.listed]
    return _flat(expression, Either)


def _anchor(criterion: Criterion) -> str:
    return f"questions.md#{criterion.id.lower()}"
