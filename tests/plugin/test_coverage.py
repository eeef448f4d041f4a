"""What no story visits: the list must be empty (rules, outcomes, tree, gates, limits, items), but for the named exceptions.

The stories are told with everything watched that decides. What an answer, a number or an age could be is worked out from the
declarations themselves, so that a new rule or limit without its stories is found here.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from itertools import product
from typing import Any, TypeVar, cast
from unittest.mock import patch

import pytest

from plugin.advice import Advice
from plugin.advising import advise_all
from plugin.answer import Answer, Fact, Reading, days_between
from plugin.evidence import Evidence
from plugin.grammar import (
    AgeBetween,
    AgeUnder,
    Agreeing,
    AlarmNumber,
    Always,
    AnyOf,
    Ask,
    Case,
    Conclusion,
    Criterion,
    Disagreeing,
    Expression,
    FirstThat,
    Gate,
    Item,
    LocalPractice,
    Never,
    Number,
    Outcome,
    PainAtLeast,
    Perhaps,
    Plan,
    Rule,
    SinsWithin,
    Surely,
    Threshold,
)
from plugin.grammar.expressions import Both, Either, Opposite
from plugin.knowledge import KNOWLEDGE, facts, thresholds
from tests.support.stories import AS_OF, Story, stories
from tests.support.visits import name_of, visits

V = TypeVar("V", bound=Hashable)

Coverage = tuple[set[str], set[str]]
"""What must be visited, and what is."""

_TOLD = [story for story in stories() if not story.decided_at_the_order]
_WORDS = {Answer.YES: "yes", Answer.NO: "no", Answer.UNKNOWN: "not known"}

_NATURE_FIRST = "the nature is not known only before gate 4u, which asks for it: no plan, so the rule is never asked"
_CONSOLIDATION_SPLITS = (
    "no two rows of B.3 that differ in CONS alone end alike in a pathway: NEED_DATA before any rule is asked"
)
_INTENT_SPLITS = (
    "no pathway is both curative and palliative, and gate 4u has settled the nature: NEED_DATA comes before"
)
_LEVEL_FIRST = "an order without a level ends at gate 1u (F-05), an emergency without one in its referral: never asked"

EXCEPTIONS = {
    "rule TR-03: not known": _NATURE_FIRST,
    "rule TR-05: not known": _NATURE_FIRST,
    "rule H-04: not known": _NATURE_FIRST,
    "rule TR-22: not known": _CONSOLIDATION_SPLITS,
    "rule COUNSEL-RFA: not known": _INTENT_SPLITS,
    "rule COUNSEL-CRYO: not known": _INTENT_SPLITS,
    "rule TR-24: not known": _LEVEL_FIRST,
    "rule TR-25: not known": _LEVEL_FIRST,
    "rule TR-29: yes": "cement is offered only where CONS = yes, and there the allergy stops at gate 5 (stop TR-29 is visited)",
    "item OS-03-CHEM: yes": "alcohol is never better than caution (C.1), so its order stands in no set",
    "age from 12: below": "a child under twelve stops at gate 5 (or earlier), and holds are computed for pathways only",
}
"""What no story can visit, and why."""


def _left(wanted: set[str], visited: set[str]) -> list[str]:
    """What is missing without being a named exception, and exceptions that a story visits after all."""
    missing = wanted - visited - EXCEPTIONS.keys()
    vain = wanted & visited & EXCEPTIONS.keys()
    return sorted((*(f"no story: {each}" for each in missing), *(f"no exception: {each}" for each in vain)))


# --- which answers can an expression give at all? -----------------------------------------------------------------------


class _Blank(Case):
    """A case of which nothing is known: every item could not be read."""

    __slots__ = ()

    def _read(self, item: Item[V]) -> Reading[V]:  # noqa: ARG002 - the same for every item
        return Reading(unread=True)


def _blank() -> Case:
    """After the tree, without a place and an age; limits that are off by default are set."""
    limits = {each.id: each.default for each in KNOWLEDGE.thresholds if each.off_by_default}
    evidence = Evidence(as_of=AS_OF, place=None)
    return _Blank(evidence, LocalPractice(thresholds=limits), plan=Plan(outcome=Outcome.PAL_PAIN))


def possible(expression: Expression) -> frozenset[Answer]:
    """The answers that an expression can give, from its parts; a plain question can be unknown if nothing at all settles it."""
    match expression:
        case Always():
            return frozenset({Answer.YES})
        case Never():
            return frozenset({Answer.NO})
        case Criterion():
            return possible(expression.expression)
        case Surely() | Perhaps() | Disagreeing():
            return frozenset({Answer.YES, Answer.NO})
        case Opposite(inner=inner):
            return frozenset(~answer for answer in possible(inner))
        case Both(left=left, right=right):
            return frozenset(a & b for a, b in product(possible(left), possible(right)))
        case Either(left=left, right=right):
            return frozenset(a | b for a, b in product(possible(left), possible(right)))
        case AnyOf(listed=listed):
            open_ = any(Answer.UNKNOWN in possible(each) for each, _ in listed)
            return frozenset(Answer) if open_ else frozenset({Answer.YES, Answer.NO})
        case Agreeing() | FirstThat():
            return frozenset(Answer)
        case _:
            return frozenset({Answer.YES, Answer.NO, expression.ask(_blank())})


def test_what_can_be_unknown_is_read_from_the_expression() -> None:
    by_id = {rule.id: possible(rule.when) for rule in _rules()}
    assert by_id["SR-15"] == by_id["TR-29-UNREAD"] == by_id["CR-03"] == {Answer.YES, Answer.NO}
    assert by_id["TR-10"] == by_id["SR-10"] == frozenset(Answer)
    assert possible(Always()) == {Answer.YES}


# --- rules, outcomes, items ---------------------------------------------------------------------------------------------


def _rules() -> tuple[Rule, ...]:
    return (
        *KNOWLEDGE.technique_rules,
        *KNOWLEDGE.safety_rules,
        *KNOWLEDGE.holds,
        *KNOWLEDGE.consistency_rules,
        *KNOWLEDGE.conditions_for_suggestions,
        *KNOWLEDGE.release_after,
    )


def _visited(kind: str) -> set[str]:
    return {
        f"{thing}: {_WORDS[answer]}"
        for thing, by in visits().reached.items()
        for answer in by
        if thing.startswith(f"{kind} ")
    }


def _answers(kind: str, name: str, expression: Expression) -> set[str]:
    return {f"{kind} {name}: {_WORDS[answer]}" for answer in possible(expression)}


def _every_rule_answered_in_every_way() -> Coverage:
    return {each for rule in _rules() for each in _answers("rule", rule.id, rule.when)}, _visited("rule")


def _every_cause_of_a_gate_answered_in_every_way() -> Coverage:
    causes = {rule.id: rule.when for gate in KNOWLEDGE.gates for rule in gate.reasons}
    return {each for name, when in causes.items() for each in _answers("stop", name, when)}, _visited("stop")


def _every_outcome_reached() -> Coverage:
    return {f"outcome {outcome.value}: yes" for outcome in Outcome}, _visited("outcome")


def _every_item_of_a_checklist_shown_and_not_shown() -> Coverage:
    items = (*KNOWLEDGE.anaesthesia, *KNOWLEDGE.protection)
    wanted = {f"item {item.id}: yes" for item in items}
    wanted |= {f"item {item.id}: no" for item in items if Answer.NO in possible(item.when)}
    return wanted, _visited("item")


def _every_item_of_an_order_set_in_one_and_left_out() -> Coverage:
    names = {name_of(item) for item in KNOWLEDGE.order_items}
    return {f"item {name}: {word}" for name in names for word in ("yes", "no")}, _visited("item")


# --- the tree and the gates ---------------------------------------------------------------------------------------------


def _every_fork_both_ways_and_every_leaf() -> Coverage:
    visited = {
        step
        for story in _TOLD
        for advice in _advices(story)[:1]
        if not advice.gate
        for step in _path(Case(story.evidence, story.practice), advice.outcome)
    }
    return set(_ways(KNOWLEDGE.tree, "tree")), visited


def _ways(node: Ask | Conclusion, way: str) -> Iterator[str]:
    """The name of every fork's two ways, and of every leaf."""
    if isinstance(node, Conclusion):
        yield f"{way} = {node.outcome.value}"
        return
    for answer, following in ((Answer.YES, node.yes), (Answer.NO, node.no)):
        step = f"{way} > {node.criterion.id} {_WORDS[answer]}"
        yield step
        yield from _ways(following, step)


def _path(case: Case, outcome: Outcome) -> Iterator[str]:
    """The way of one lesion as far as its record answers; none where the tree has not decided."""
    node: Ask | Conclusion = KNOWLEDGE.tree
    way, steps = "tree", []
    while isinstance(node, Ask):
        answer = node.criterion.ask(case)
        if answer is Answer.UNKNOWN:
            return
        way = f"{way} > {node.criterion.id} {_WORDS[answer]}"
        steps.append(way)
        node = node.yes if answer is Answer.YES else node.no
    if node.outcome is outcome:
        yield from (*steps, f"{way} = {outcome.value}")


def _gate_name(gate: Gate) -> str:
    return f"gate {gate.id}{' in the completions' if gate.completed else ''}"


def _every_gate_taken_and_passed() -> Coverage:
    wanted = {f"{_gate_name(gate)}: {word}" for gate in KNOWLEDGE.gates for word in ("taken", "passed")}
    visited = {each for story in _TOLD for each in _at_gates(story)}
    return {*wanted, "gate 2u: taken", "gate 2u: passed"}, visited


def _at_gates(story: Story) -> Iterator[str]:
    """What each gate did, in their order; one of the completions is taken where its outcome is at least possible."""
    case = Case(story.evidence, story.practice)
    ends: set[Outcome] = set()
    for advice in _advices(story)[:1]:
        ends.update((advice.outcome, *advice.possible))
        yield f"gate 2u: {'taken' if advice.urgent_question else 'passed'}"
    for gate in KNOWLEDGE.gates:
        answer = gate.when.ask(case)
        if gate.completed and answer is not Answer.NO and gate.outcome in ends:
            yield f"{_gate_name(gate)}: taken"
        elif not gate.completed and answer is Answer.YES:
            yield f"{_gate_name(gate)}: taken"
            return
        if answer is Answer.NO:
            yield f"{_gate_name(gate)}: passed"


@cache
def _advices_of(name: str) -> tuple[Advice, ...]:
    told = next(story for story in _TOLD if story.id == name)
    return advise_all(told.evidences, told.practice)


def _advices(story: Story) -> tuple[Advice, ...]:
    """What was said of the lesion that is ordered comes first."""
    found = _advices_of(story.id)
    return tuple(sorted(found, key=lambda advice: advice.place != story.evidence.place))


# --- numbers and ages ---------------------------------------------------------------------------------------------------

_COMPARISONS = (Number, AlarmNumber, PainAtLeast, SinsWithin, AgeUnder, AgeBetween)


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit of a comparison: its name, its value, and how far from it a number is still beside it."""

    name: str
    value: float
    step: float


def _limits(asked: Expression) -> Iterator[Limit]:
    """The limits of a comparison."""
    match asked:
        case Number() | AlarmNumber():
            yield _limit(f"{asked.item.name} {asked.how}", asked.bound)
        case PainAtLeast():
            yield _limit(f"{asked.item.name} >=", asked.limit)
        case SinsWithin(low=low, high=high):
            if low > 0:
                yield Limit(f"stability score from {low}", low, 1)
            if high < thresholds.SINS_MAX:
                yield Limit(f"stability score to {high}", high, 1)
        case AgeUnder(years=years):
            yield Limit(f"age under {years}", years, 1)
        case AgeBetween(low=low, high=high):
            yield Limit(f"age from {low}", low, 1)
            yield Limit(f"age to {high}", high, 1)
        case _:
            raise AssertionError(asked)


def _limit(name: str, bound: Threshold | float) -> Limit:
    """Our own limit; one written with decimals is met to a tenth, one without to a unit."""
    value = bound.default if isinstance(bound, Threshold) else bound
    called = bound.id if isinstance(bound, Threshold) else f"{bound:g}"
    return Limit(f"{name} {called}", value, 1 if isinstance(value, int) else 0.1)


def _values(asked: Expression, case: Case) -> tuple[float, ...]:
    """The numbers that are compared."""
    age = case.evidence.fitness.age
    match asked:
        case Number():
            value = case.reading(cast("Item[float]", asked.item)).value
            return () if value is None else (value,)
        case AlarmNumber():
            return tuple(case.reading(cast("Item[float]", asked.item)).alarms)
        case PainAtLeast():
            pain = case.reading(asked.item).value
            return () if pain is None else (pain.value,)
        case SinsWithin():
            found = asked.range(case)
            return (found.low,) if found is not None and found.low == found.high else ()
        case _:
            return () if age is None else (age,)


def _beside(asked: Expression, case: Case, answer: Answer) -> Iterator[str]:
    """Which of our own limits a number stands right beside, and on which side."""
    bound = getattr(asked, "bound", None)
    if isinstance(bound, Threshold) and case.practice.is_local(bound):
        return
    for limit in _limits(asked):
        for value in _values(asked, case):
            if answer is not Answer.UNKNOWN and abs(value - limit.value) <= limit.step + 1e-9:
                side = "at the limit" if value == limit.value else "above" if value > limit.value else "below"
                yield f"{limit.name}: {side}"


def _sides(asked: Expression) -> Iterator[str]:
    """At the limit, and on its other side: above where the limit's own value still belongs to what lies below."""
    for limit in _limits(asked):
        including = isinstance(asked, AgeBetween | SinsWithin) and " to " in limit.name
        how = getattr(asked, "how", "")
        yield f"{limit.name}: at the limit"
        yield f"{limit.name}: {'above' if including or how in ('>', '<=') else 'below'}"


def _comparisons(thing: object) -> Iterator[Expression]:
    """Every comparison that the knowledge holds, found by walking it as data."""
    if isinstance(thing, _COMPARISONS):
        yield thing
    if isinstance(thing, Item | Threshold):
        return
    if is_dataclass(thing) and not isinstance(thing, type):
        for each in fields(thing):
            yield from _comparisons(getattr(thing, each.name))
    elif isinstance(thing, tuple | list):
        for part in thing:
            yield from _comparisons(part)
    elif isinstance(thing, dict):
        yield from _comparisons(tuple(thing.values()))


@dataclass(frozen=True, slots=True)
class _Limits:
    """What the stories reach: limits from both sides, ages just within and just beyond."""

    beside: frozenset[str]
    ages: frozenset[str]


@cache
def _told() -> _Limits:
    """Every story told once, with its comparisons and the ages of its facts watched."""
    beside: set[str] = set()
    ages: set[str] = set()
    read = Case._read

    def noted_read(self: Case, item: Item[Any]) -> Any:
        ages.update(f"{item.name}: {side}" for f in item.read(self.evidence).facts for side in _age(self, item, f))
        return read(self, item)

    with ExitStack() as stack:
        stack.enter_context(patch.object(Case, "_read", noted_read))
        for kind in _COMPARISONS:
            stack.enter_context(patch.object(kind, "ask", _noting(kind, beside)))
        for story in _TOLD:
            advise_all(story.evidences, story.practice)
    return _Limits(frozenset(beside), frozenset(ages))


def _noting(kind: type[Expression], beside: set[str]) -> Any:
    ask = kind.ask

    def noted(self: Expression, case: Case) -> Answer:
        answer = ask(self, case)
        beside.update(_beside(self, case, answer))
        return answer

    return noted


def _age(case: Case, item: Item[Any], fact: Fact[Any]) -> Iterator[str]:
    """Is the fact as old as it may be by our own limit, or just older (a day; an hour where the limit is in hours)?"""
    limit = item.days or item.hours
    if limit is None or fact.on is None or fact.kind not in item.limited or case.practice.is_local(limit):
        return
    if item.days is not None:
        beyond: float = days_between(fact.on, case.evidence.as_of) - limit.default
    else:
        beyond = (case.evidence.as_of - fact.on).total_seconds() / 3600 - limit.default
    if beyond == 0:
        yield "as old as it may be"
    if 0 < beyond <= 1:
        yield "just older"


def _every_limit_from_both_sides() -> Coverage:
    return {side for asked in _comparisons(KNOWLEDGE) for side in _sides(asked)}, set(_told().beside)


def _every_age_limit_from_both_sides() -> Coverage:
    aged = {item.name for item in KNOWLEDGE.items if item.days is not None or item.hours is not None}
    return {f"{name}: {side}" for name in aged for side in ("as old as it may be", "just older")}, set(_told().ages)


def _every_limit_of_the_hold_table_from_both_sides() -> Coverage:
    """The eGFR that marks one column of a drug's row or the other (F-29)."""
    wanted = {
        f"{row.drug}, eGFR {row.below:g}: {side}"
        for row in KNOWLEDGE.drug_holds
        if row.below is not None
        for side in ("at the limit", "below")
    }
    visited = set()
    for story in _TOLD:
        if not any("SR-12" in {hold.id for hold in advice.holds} for advice in _advices(story)):
            continue
        case = Case(story.evidence, story.practice)
        egfr = case.reading(facts.EGFR).value
        on_the_list = {drug.name for drug in case.reading(facts.DRUGS).alarms}
        for row in KNOWLEDGE.drug_holds:
            if row.drug in on_the_list and row.below is not None and egfr is not None and 0 <= row.below - egfr <= 1:
                visited.add(f"{row.drug}, eGFR {row.below:g}: {'at the limit' if egfr == row.below else 'below'}")
    return wanted, visited


# --- the list must be empty ---------------------------------------------------------------------------------------------

COVERED: dict[str, Callable[[], Coverage]] = {
    "rules": _every_rule_answered_in_every_way,
    "causes of gates": _every_cause_of_a_gate_answered_in_every_way,
    "outcomes": _every_outcome_reached,
    "checklists": _every_item_of_a_checklist_shown_and_not_shown,
    "order sets": _every_item_of_an_order_set_in_one_and_left_out,
    "tree": _every_fork_both_ways_and_every_leaf,
    "gates": _every_gate_taken_and_passed,
    "limits": _every_limit_from_both_sides,
    "hold table": _every_limit_of_the_hold_table_from_both_sides,
    "ages": _every_age_limit_from_both_sides,
}


@pytest.mark.parametrize("name", COVERED)
def test_nothing_is_left_that_no_story_visits(name: str) -> None:
    wanted, visited = COVERED[name]()
    assert wanted
    left = _left(wanted, visited)
    assert not left, "\n".join(("", *left))


def test_every_exception_is_about_something_that_is_wanted() -> None:
    wanted = {each for of in COVERED.values() for each in of()[0]}
    assert EXCEPTIONS.keys() - wanted == set()


@pytest.mark.parametrize("name", COVERED)
def test_each_thing_without_its_story_would_be_noticed(name: str) -> None:
    wanted, visited = COVERED[name]()
    for each in wanted - EXCEPTIONS.keys():
        assert _left(wanted, visited - {each}) == [f"no story: {each}"]


def test_an_exception_that_a_story_visits_would_be_noticed() -> None:
    assert _left(set(EXCEPTIONS), set(EXCEPTIONS)) == sorted(f"no exception: {each}" for each in EXCEPTIONS)
