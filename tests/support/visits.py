"""What the stories reach: every rule, question, outcome, gate and item, with the answer that each story gives it.

The clinician's room is told every story with a knowledge whose rules and gates write down how they are answered; questions write
down the record's own answer, not one that a completion supposes. For the clinicians' pages, and for whoever asks what no
story visits.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from unittest.mock import patch

from plugin.advice import Advice
from plugin.advising import advise_all
from plugin.answer import Answer
from plugin.explain import Visits
from plugin.grammar import Case, Criterion, Expression, Knowledge, Rule
from plugin.knowledge import KNOWLEDGE
from tests.support.stories import stories

_Log = dict[str, dict[Answer, dict[str, None]]]


@dataclass(slots=True)
class _Notebook:
    """Thing -> answer -> the stories that give it, in their order."""

    story: str = ""
    log: _Log = field(default_factory=dict)

    def note(self, thing: str, answer: Answer) -> None:
        self.log.setdefault(thing, {}).setdefault(answer, {})[self.story] = None


@dataclass(frozen=True, slots=True, eq=False)
class _Watched(Expression):
    """A rule's condition that writes down its answers."""

    inner: Expression
    thing: str
    notebook: _Notebook

    def ask(self, case: Case) -> Answer:
        answer = self.inner.ask(case)
        self.notebook.note(self.thing, answer)
        return answer


@cache
def visits() -> Visits:
    """Every story told once."""
    notebook = _Notebook()
    knowledge = _watched(KNOWLEDGE, notebook)
    told = [story for story in stories() if not story.decided_at_the_order]
    with _questions_watched(notebook):
        for story in told:
            notebook.story = story.id
            for advice in advise_all(story.evidences, story.practice, knowledge):
                _note(advice, notebook)
    return Visits(
        stories=tuple(story.id for story in stories()),
        reached={thing: {a: tuple(found) for a, found in by.items()} for thing, by in notebook.log.items()},
    )


def _note(advice: Advice, notebook: _Notebook) -> None:
    """Outcome, gate and items: reached or not, without an answer of their own."""
    sets = [item for order_set in advice.order_sets for item in order_set.items]
    items = (*advice.anaesthesia, *advice.protection, *sets)
    names = {f"{item.id}-{item.part}" if item.part else item.id for item in items}
    for thing in (
        f"outcome {advice.outcome.value}",
        f"gate {advice.gate}",
        *(f"item {name}" for name in sorted(names)),
    ):
        notebook.note(thing, Answer.YES)


@contextmanager
def _questions_watched(notebook: _Notebook) -> Iterator[None]:
    ask = Criterion.ask

    def noted(self: Criterion, case: Case) -> Answer:
        answer = ask(self, case)
        if not case.completion:
            notebook.note(f"question {self.id}", answer)
        return answer

    with patch.object(Criterion, "ask", noted):
        yield


def _watched(knowledge: Knowledge, notebook: _Notebook) -> Knowledge:
    def watched(rules: tuple[Rule, ...], kind: str = "rule") -> tuple[Rule, ...]:
        return tuple(replace(rule, when=_Watched(rule.when, f"{kind} {rule.id}", notebook)) for rule in rules)

    return replace(
        knowledge,
        gates=tuple(replace(gate, reasons=watched(gate.reasons, "stop")) for gate in knowledge.gates),
        technique_rules=watched(knowledge.technique_rules),
        safety_rules=watched(knowledge.safety_rules),
        holds=watched(knowledge.holds),
        consistency_rules=watched(knowledge.consistency_rules),
        conditions_for_suggestions=watched(knowledge.conditions_for_suggestions),
        release_after=watched(knowledge.release_after),
    )
