"""The formulas say what the engine says: the same answers, outcomes, states, sets and lists for the same patients.

So a proof about the formulas is a proof about the engine ("criteria are expressions over a finite set of facts, so the same
expressions are handed to an SMT solver", design).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
import z3  # type: ignore[import-untyped]

from plugin.advising import advise
from plugin.grammar import Case, Criterion, Outcome, OutcomeClass
from plugin.knowledge import KNOWLEDGE
from tests.proofs.comparison import answers_of, plan_of, way_of_engine
from tests.proofs.declarations import node_types, questions_of
from tests.proofs.drawn import Drawn, drawn
from tests.proofs.patient import Patient, as_recorded, patient
from tests.proofs.plans import Pathway, pathway
from tests.proofs.way import Way, way_of
from tests.proofs.world import TRANSLATIONS, World
from tests.support.stories import stories

SEEDS = range(240)
PATHWAYS = [outcome for outcome in Outcome if outcome.outcome_class is OutcomeClass.PATHWAY]
Pair = tuple[str, z3.BoolRef, bool]


@cache
def anyone() -> Patient:
    return patient(KNOWLEDGE)


@cache
def world() -> World:
    return World(anyone())


@cache
def way() -> Way:
    return way_of(anyone(), KNOWLEDGE)


@cache
def plan(outcome: Outcome) -> Pathway:
    return pathway(world(), KNOWLEDGE, outcome)


def test_every_kind_of_question_has_a_translation() -> None:
    assert node_types() - TRANSLATIONS.keys() == set()


def told() -> list[Drawn]:
    return [Drawn(each.evidence, each.practice) for each in stories() if not each.decided_at_the_order]


def model_of(one: Drawn) -> z3.ModelRef:
    """The patient as a model: sat, for every reading of the engine keeps the rules of `readings`."""
    solver = _solver()
    case = Case(evidence=one.evidence, practice=one.practice)
    solver.push()
    solver.add(*(variable == value for variable, value in as_recorded(anyone(), case, KNOWLEDGE)))
    assert solver.check() == z3.sat
    model = solver.model()
    solver.pop()
    return model


@cache
def _solver() -> z3.Solver:
    solver = z3.Solver()
    solver.add(*anyone().given)
    return solver


def unlike(model: z3.ModelRef, pairs: Iterator[Pair]) -> list[str]:
    """What the two do not agree on."""
    listed = list(pairs)
    same = z3.And([formula == said for _, formula, said in listed])
    if z3.is_true(model.eval(same, model_completion=True)):
        return []
    return [name for name, formula, said in listed if z3.is_true(model.eval(formula, model_completion=True)) != said]


def compared(one: Drawn) -> tuple[list[str], Outcome]:
    case = Case(evidence=one.evidence, practice=one.practice)
    model = model_of(one)
    criteria = [each for each in questions_of(KNOWLEDGE) if isinstance(each, Criterion)]
    wrong = unlike(model, answers_of(world(), case, criteria))
    wrong += unlike(model, way_of_engine(way(), case, KNOWLEDGE))
    advice = advise(one.evidence, one.practice)
    if advice.outcome in PATHWAYS:
        wrong += unlike(model, plan_of(plan(advice.outcome), advice))
    return wrong, advice.outcome


@pytest.mark.parametrize("part", range(4))
def test_formulas_and_engine_agree_on_drawn_patients(part: int) -> None:
    reached = set()
    for seed in SEEDS[part::4]:
        wrong, outcome = compared(drawn(seed, KNOWLEDGE))
        assert not wrong, f"seed {seed}: {wrong}"
        reached.add(outcome)
    assert len(reached) >= 6


def test_formulas_and_engine_agree_on_every_story() -> None:
    reached = set()
    for one in told():
        wrong, outcome = compared(one)
        assert not wrong, f"{one.evidence.place}: {wrong}"
        reached.add(outcome)
    assert reached == set(Outcome)
