"""Which way through the flowchart? One lesion's own, from its advice, and every way that leads to an outcome.

An arrow is taken for certain, or still possible because an answer is not known. What may not live here: how anything was decided
(`walking`), and how a way is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields

from plugin.advice import Advice
from plugin.explain.chart import Arrow, Box, Chart
from plugin.grammar import Criterion, Expression, Gate, Input, Knowledge, Outcome, Step

_NATURE_OPEN = "4u"
"""The gate that ends the walk and yet leaves all that follows possible (B.4, "Unknowns")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """Arrows of a chart, each in its order; `asked` are the boxes where the way forks for want of an answer, with the facts."""

    taken: tuple[Arrow, ...] = ()
    possible: tuple[Arrow, ...] = ()
    asked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def ways_to(chart: Chart, outcome: Outcome) -> tuple[tuple[Arrow, ...], ...]:
    """Every way from the first gate to a box of this outcome."""

    def ways(box: str) -> Iterator[tuple[Arrow, ...]]:
        if chart.box(box).code == outcome.value:
            yield ()
        for arrow in chart.after(box):
            yield from ((arrow, *rest) for rest in ways(arrow.end))

    return tuple(ways(chart.gates[0]))


def track(advice: Advice, chart: Chart, knowledge: Knowledge) -> Track:
    """The way of one lesion."""
    return _Walker(advice, chart, knowledge).track()


class _Walker:
    """Goes through the chart once, with the advice in hand."""

    def __init__(self, advice: Advice, chart: Chart, knowledge: Knowledge) -> None:
        self._advice, self._chart = advice, chart
        self._gates = dict(zip(chart.gates, knowledge.gates, strict=True))
        self._inputs = {each.id: each for each in knowledge.inputs}
        self._left = frozenset(advice.possible or (advice.outcome,))
        self._marked: dict[Arrow, bool] = {}
        """Each arrow of the way, and whether it is taken for certain."""

    def track(self) -> Track:
        self._through_gates()
        forks = [box for box in self._chart.boxes if sum(arrow in self._marked for arrow in self._after(box)) > 1]
        asked = {box.id: facts for box in (*forks, *self._asking_gate()) if (facts := self._facts(box))}
        return Track(
            taken=tuple(arrow for arrow, certain in self._marked.items() if certain),
            possible=tuple(arrow for arrow, certain in self._marked.items() if not certain),
            asked=asked,
        )

    def _through_gates(self) -> None:
        certain = True
        for name, gate in self._gates.items():
            out, on = self._chart.after(name)
            if self._ends_at(gate):
                self._marked[out] = certain
                if gate.id != _NATURE_OPEN:
                    return
                certain = False
            elif self._may_end_at(gate):
                self._marked[out] = False
                certain = certain and not gate.completed  # before gate 4u the walk went on for certain
            if not self._goes_on(name):
                return
            self._marked[on] = certain
        self._through_tree(self._chart.root, certain=certain)

    def _ends_at(self, gate: Gate) -> bool:
        return gate.id == self._advice.gate and gate.outcome is self._advice.outcome

    def _may_end_at(self, gate: Gate) -> bool:
        if gate.outcome not in self._advice.possible:
            return False
        return gate.completed or gate.outcome is Outcome.NOT_A_TARGET  # the one that a nature not known leaves open

    def _goes_on(self, name: str) -> bool:
        """Does something lie behind this gate? Not where every outcome that is left was passed already."""
        if self._advice.gate and self._advice.outcome is not Outcome.NEED_DATA:
            return True  # a gate that is still to come has decided
        following = self._chart.after(name)[1].end
        return not self._advice.possible or any(self._leads(following, outcome) for outcome in self._left)

    def _leads(self, box: str, outcome: Outcome) -> bool:
        if self._chart.box(box).code == outcome.value:
            return True
        return any(self._leads(arrow.end, outcome) for arrow in self._chart.after(box))

    def _through_tree(self, box: str, *, certain: bool) -> None:
        following = self._chart.after(box)
        if not following:
            return
        answer = self._advice.inputs[self._chart.box(box).code]
        known = [arrow for arrow in following if arrow.answer == answer]
        ways = known or [a for a in following if any(self._leads(a.end, outcome) for outcome in self._left)]
        for arrow in ways:
            self._marked[arrow] = certain and bool(known)
            self._through_tree(arrow.end, certain=certain and bool(known))

    def _after(self, box: Box) -> tuple[Arrow, ...]:
        return self._chart.after(box.id)

    def _asking_gate(self) -> tuple[Box, ...]:
        """The gate that decided, where it is one that asks for something."""
        asking = (name for name, gate in self._gates.items() if self._ends_at(gate) and gate.asks)
        return tuple(self._chart.box(name) for name in asking)

    def _facts(self, box: Box) -> tuple[str, ...]:
        """The facts of the advice's questions that the box hangs on."""
        gate = self._gates.get(box.id)
        if gate is None:
            facts = {self._inputs[box.code].fact}
        else:
            facts = {*gate.asks, *(self._inputs[each].fact for each in _inputs_in(gate.when, self._inputs))}
        return tuple(question.fact for question in self._advice.questions if question.fact in facts)


def _inputs_in(expression: object, inputs: Mapping[str, Input]) -> Iterator[str]:
    """The inputs of the tree that an expression asks, found by walking it as data."""
    if isinstance(expression, Criterion) and expression.id in inputs:
        yield expression.id
    elif isinstance(expression, tuple):
        for part in expression:
            yield from _inputs_in(part, inputs)
    elif isinstance(expression, Expression | Step):
        for part in fields(expression):  # type: ignore[arg-type]
            yield from _inputs_in(getattr(expression, part.name), inputs)
