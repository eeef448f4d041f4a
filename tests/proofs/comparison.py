"""What the engine says of a patient beside the formula for it: answers, way, plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import z3  # type: ignore[import-untyped]

from plugin.advice import Advice, OrderSetAdvice
from plugin.answer import Answer
from plugin.evidence import Technique
from plugin.grammar import Case, Criterion, Knowledge, Outcome, TechniqueState
from plugin.walking import walk
from tests.proofs.plans import Pathway, in_set
from tests.proofs.way import Way
from tests.proofs.world import World

Pair = tuple[str, z3.BoolRef, bool]


def answers_of(world: World, case: Case, criteria: Iterable[Criterion]) -> Iterator[Pair]:
    """Every criterion's yes and no."""
    for criterion in criteria:
        formulas, said = world.ask(criterion), criterion.ask(case)
        yield f"{criterion.id} yes", formulas.yes, said is Answer.YES
        yield f"{criterion.id} no", formulas.no, said is Answer.NO


def way_of_engine(way: Way, case: Case, knowledge: Knowledge) -> Iterator[Pair]:
    """The outcome, and the outcomes that are possible."""
    found = walk(case, knowledge)
    possible = found.ends if found.outcome is Outcome.NEED_DATA else (found.outcome,)
    for outcome in Outcome:
        yield f"outcome {outcome}", way.outcome[outcome], found.outcome is outcome
        yield f"possible {outcome}", way.possible[outcome], outcome in possible


def plan_of(plan: Pathway, advice: Advice) -> Iterator[Pair]:
    """States, techniques in play, rules, sets and lists."""
    ordered = plan.ordered
    fixed = [(flag, z3.BoolVal(t in advice.ordered_techniques)) for t, flag in ordered.items()]
    for name, formula, said in _plan(plan, advice):
        yield name, z3.substitute(formula, *fixed), said


def _plan(plan: Pathway, advice: Advice) -> Iterator[Pair]:
    states = {each.technique: each.state for each in advice.techniques}
    rules = {rule.id for rule in advice.rules}
    yield from _techniques(plan, advice, states)
    yield from ((f"rule {name}", formula, name in rules) for name, formula in plan.plan.fired.items())
    yield "withheld", plan.withheld, bool(advice.no_suggestion)
    for items, shown in (
        (plan.knowledge.anaesthesia, advice.anaesthesia),
        (plan.knowledge.protection, advice.protection),
    ):
        ids = {item.id for item in shown}
        yield from ((f"list {item.id}", plan.listed(item), item.id in ids) for item in items)
    if not advice.no_suggestion:
        yield from _sets(plan, {each.technique: each for each in advice.order_sets})


def _techniques(plan: Pathway, advice: Advice, states: dict[Technique, TechniqueState]) -> Iterator[Pair]:
    for technique, standing in plan.states.items():
        yield f"{technique} offered", standing.offered, technique in states
        yield f"{technique} in play", plan.plan.in_play[technique], technique in advice.in_play
        for state in TechniqueState:
            yield f"{technique} {state}", standing.is_rank(state.rank), states.get(technique) is state
        if technique in advice.protection_by_technique:
            own = advice.protection_by_technique[technique]
            for item in plan.knowledge.protection:
                yield f"{technique} list {item.id}", plan.shown(item, technique), item.id in own


def _sets(plan: Pathway, sets: dict[Technique | None, OrderSetAdvice]) -> Iterator[Pair]:
    yield "plain", plan.plain, None in sets
    for technique in Technique:
        yield f"set {technique}", plan.has_set(technique), technique in sets
        if technique in sets:
            said = {(item.id, item.part) for item in sets[technique].items}
            world = plan.within(technique)
            for item in plan.knowledge.order_items:
                yield f"set {technique} {item.id}{item.part}", in_set(world, item), (item.id, item.part) in said
