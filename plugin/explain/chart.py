"""The flowchart of the indication as plain data: boxes and arrows, gates first, then the tree.

What may not live here: where a box is drawn, and with what (`cds_hooks/pictures`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from plugin.explain.visits import Visits
from plugin.grammar import Ask, Conclusion, Gate, Input, Knowledge, Outcome, OutcomeClass, OutcomeText

_NAMED = 3


class BoxKind(Enum):
    """What a box stands for."""

    GATE = "gate"
    QUESTION = "question"
    OUTCOME = "outcome"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One box: its name in the chart, its words, its code (of a gate its id, of a question its input), and its sources."""

    id: str
    kind: BoxKind
    words: str
    code: str = ""
    outcome_class: OutcomeClass | None = None
    completed: bool = False
    """A gate that follows answers that are not known both ways; the others look at known facts only."""
    sources: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    """The first few stories whose patients come here, variants under the name of their story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """One way from a box to another, with the answer that takes it."""

    start: str
    end: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Boxes and arrows; `gates` in their order, and `root`, the first question of the tree."""

    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    gates: tuple[str, ...]
    root: str

    def box(self, name: str) -> Box:
        """The box of this name."""
        return next(box for box in self.boxes if box.id == name)

    def after(self, name: str) -> tuple[Arrow, ...]:
        """The arrows that leave a box, "yes" first."""
        return tuple(arrow for arrow in self.arrows if arrow.start == name)


def chart(knowledge: Knowledge, visits: Visits | None = None) -> Chart:
    """The gates in their order, then the tree; with `visits` each outcome names stories that come to it."""
    texts = {text.outcome: text for text in knowledge.outcomes}
    inputs = {each.criterion.id: each for each in knowledge.inputs}
    gates = [(f"gate-{place}", gate) for place, gate in enumerate(knowledge.gates)]
    visits = visits or Visits()
    parts = [*_gates(gates, texts, visits), *_tree(knowledge.tree, "tree", texts, inputs, visits)]
    return Chart(
        boxes=tuple(part for part in parts if isinstance(part, Box)),
        arrows=tuple(part for part in parts if isinstance(part, Arrow)),
        gates=tuple(name for name, _ in gates),
        root="tree",
    )


def _gates(gates: list[tuple[str, Gate]], texts: dict[Outcome, OutcomeText], visits: Visits) -> Iterator[Box | Arrow]:
    for place, (name, gate) in enumerate(gates):
        following = gates[place + 1][0] if place + 1 < len(gates) else "tree"
        yield Box(
            id=name,
            kind=BoxKind.GATE,
            words=gate.when.question,
            code=gate.id,
            completed=gate.completed,
            sources=gate.sources,
        )
        stories = visits.of(f"gate {gate.id}") or visits.of(f"outcome {gate.outcome.value}")
        text = texts[gate.outcome]
        yield _outcome(f"{name}-end", text, text.sources, stories)
        yield Arrow(start=name, end=f"{name}-end", answer="yes")
        yield Arrow(start=name, end=following, answer="no")


def _tree(
    node: Ask | Conclusion, name: str, texts: dict[Outcome, OutcomeText], inputs: dict[str, Input], visits: Visits
) -> Iterator[Box | Arrow]:
    if isinstance(node, Conclusion):
        yield _outcome(name, texts[node.outcome], node.sources, visits.of(f"outcome {node.outcome.value}"))
        return
    asked = inputs[node.criterion.id]
    yield Box(
        id=name,
        kind=BoxKind.QUESTION,
        words=node.criterion.question,
        code=node.criterion.id,
        sources=node.criterion.sources,
    )
    for way, answer, following in (("y", asked.yes, node.yes), ("n", asked.no, node.no)):
        yield Arrow(start=name, end=f"{name}{way}", answer=answer)
        yield from _tree(following, f"{name}{way}", texts, inputs, visits)


def _outcome(name: str, text: OutcomeText, sources: tuple[str, ...], stories: tuple[str, ...]) -> Box:
    return Box(
        id=name,
        kind=BoxKind.OUTCOME,
        words=text.title,
        code=text.outcome.value,
        outcome_class=text.outcome.outcome_class,
        sources=sources,
        stories=tuple(dict.fromkeys(story.partition("/")[0] for story in stories))[:_NAMED],
    )
