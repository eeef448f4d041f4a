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

from plugin.advice import Advice, ItemAdvice
from plugin.advising import advise_all
from plugin.answer import Answer
from plugin.evidence import Scope
from plugin.explain import Visits
from plugin.grammar import Case, ChecklistItem, Criterion, Expression, Knowledge, OrderItem, Outcome, Rule
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
            _ask_the_stops(Case(story.evidence, story.practice), knowledge)
            advices = advise_all(story.evidences, story.practice, knowledge)
            for advice in advices:
                _note(advice, notebook)
            if not advices:
                notebook.note(f"outcome {Outcome.OUT_OF_SCOPE.value}", Answer.YES)
    return Visits(
        stories=tuple(story.id for story in stories()),
        reached={thing: {a: tuple(found) for a, found in by.items()} for thing, by in notebook.log.items()},
    )


def _note(advice: Advice, notebook: _Notebook) -> None:
    """Outcome and gate reached, items shown ("yes") or not where a list or a set is made ("no")."""
    notebook.note(f"outcome {advice.outcome.value}", Answer.YES)
    notebook.note(f"gate {advice.gate}", Answer.YES)
    lists = ((KNOWLEDGE.anaesthesia, advice.anaesthesia), (KNOWLEDGE.protection, advice.protection))
    sets = ((KNOWLEDGE.order_items, order_set.items) for order_set in advice.order_sets)
    for known, made in (*(lists if advice.anaesthesia else ()), *sets):
        shown = {name_of(item) for item in made}
        for name in (name_of(item) for item in known):
            notebook.note(f"item {name}", Answer.of(name in shown))


def name_of(item: ChecklistItem | OrderItem | ItemAdvice) -> str:
    """The id of an item; the second part of one that has two with its part ("OS-09-nsaid")."""
    part = "" if isinstance(item, ChecklistItem) else item.part
    return f"{item.id}-{part}" if part else item.id


def _ask_the_stops(case: Case, knowledge: Knowledge) -> None:
    """The single causes of a gate, which the advice itself asks only where the gate has decided."""
    if case.evidence.scope is Scope.SPINE:
        for rule in (rule for gate in knowledge.gates for rule in gate.reasons):
            rule.when.ask(case)


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
