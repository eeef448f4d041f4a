"""`plugin.walking` as formulas: gates, all 128 completions of the tree's inputs, and the outcomes that follow.

Nothing of the knowledge stands here: gates, inputs and tree are the declarations themselves. A completion answers every input;
where the record answers it, the record's answer counts, so completions that differ only there have one end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from plugin.grammar import Ask, Conclusion, Knowledge, Outcome
from tests.proofs import joined, recorded
from tests.proofs.kleene import FALSE, NO, TRUE, YES, Formula, Kleene, at_most_one, every, isnt, some
from tests.proofs.patient import Patient
from tests.proofs.world import World

Ends = Mapping[Outcome, Formula]
TRANSLATED_BY = (joined, recorded)
"""The modules whose import makes the translations known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Where the walk can end: before the completions (`stopped`), in each completion (`ends`), and so altogether."""

    stopped: Mapping[str, Formula]
    """Gate -> it is the first of those that look at known facts only which is answered yes."""
    passed: Formula
    """None of them is."""
    ends: tuple[Ends, ...]
    stuck: tuple[Formula, ...]
    """A completion came to a fork without an answer."""
    outcome: Mapping[Outcome, Formula]
    possible: Mapping[Outcome, Formula]
    """Settled as this outcome, or open with this among the ends (B.4, "Unknowns")."""


def way_of(one: Patient, knowledge: Knowledge, answers: Mapping[str, Kleene] | None = None) -> Way:
    """The way of a patient. `answers` stand in for the record's own answers to inputs (law 1)."""
    plain = World(one)
    answers = answers if answers is not None else record_answers(plain, knowledge)
    stopped = _stopped(plain.supposing(answers), knowledge)
    ends, stuck = [], []
    for chosen in product((YES, NO), repeat=len(knowledge.inputs)):
        world = plain.supposing(completed(plain, knowledge, answers, chosen))
        found, nowhere = _end(world, knowledge)
        ends.append(found)
        stuck.append(nowhere)
    return _way(knowledge, stopped, tuple(ends), tuple(stuck))


def _way(
    knowledge: Knowledge, stopped: Mapping[str, Formula], ends: tuple[Ends, ...], stuck: tuple[Formula, ...]
) -> Way:
    passed, early = isnt(some(stopped.values())), _early(knowledge, stopped)
    among = {each: some(one.get(each, FALSE) for one in ends) for each in Outcome}
    through = {each: every(one.get(each, FALSE) for one in ends) for each in Outcome}
    through[Outcome.NEED_DATA] = isnt(at_most_one(among.values()))
    open_nature = stopped.get("4u", FALSE)
    return Way(
        stopped=stopped,
        passed=passed,
        ends=ends,
        stuck=stuck,
        outcome={each: some((early.get(each, FALSE), every((passed, through[each])))) for each in Outcome},
        possible={
            each: some(
                (
                    early.get(each, FALSE) if each is not Outcome.NEED_DATA else FALSE,
                    open_nature if each is Outcome.NOT_A_TARGET else FALSE,
                    every((some((passed, open_nature)), among[each])),
                )
            )
            for each in Outcome
        },
    )


def record_answers(world: World, knowledge: Knowledge) -> dict[str, Kleene]:
    """What the record says to each input."""
    return {each.criterion.id: world.ask(each.criterion.expression) for each in knowledge.inputs}


def completed(
    plain: World, knowledge: Knowledge, answers: Mapping[str, Kleene], chosen: tuple[Kleene, ...]
) -> dict[str, Kleene]:
    """The answers in one completion; an input with a condition is completed only where that is known to hold."""
    supposed = dict(answers)
    for tree_input, choice in zip(knowledge.inputs, chosen, strict=True):
        own = answers[tree_input.criterion.id]
        asked = TRUE if tree_input.only_if is None else plain.supposing(dict(supposed)).ask(tree_input.only_if).yes
        supposed[tree_input.criterion.id] = choice.where(every((own.unknown, asked)), own)
    return supposed


def _stopped(world: World, knowledge: Knowledge) -> dict[str, Formula]:
    stopped: dict[str, Formula] = {}
    for gate in knowledge.gates:
        if not gate.completed:
            stopped[gate.id] = every((world.ask(gate.when).yes, isnt(some(stopped.values()))))
    return stopped


def _early(knowledge: Knowledge, stopped: Mapping[str, Formula]) -> dict[Outcome, Formula]:
    early: dict[Outcome, list[Formula]] = {}
    for gate in knowledge.gates:
        if not gate.completed:
            early.setdefault(gate.outcome, []).append(stopped[gate.id])
    return {outcome: some(formulas) for outcome, formulas in early.items()}


def _end(world: World, knowledge: Knowledge) -> tuple[dict[Outcome, Formula], Formula]:
    gates = [gate for gate in knowledge.gates if gate.completed]
    reached: dict[Outcome, list[Formula]] = {}
    on = TRUE
    for gate in gates:
        reached.setdefault(gate.outcome, []).append(every((on, world.ask(gate.when).yes)))
        on = every((on, isnt(world.ask(gate.when).yes)))
    stuck = [FALSE]
    for outcome, formula in _leaves(world, knowledge.tree, on, stuck):
        reached.setdefault(outcome, []).append(formula)
    return {outcome: some(formulas) for outcome, formulas in reached.items()}, some(stuck)


def _leaves(
    world: World, node: Ask | Conclusion, on: Formula, stuck: list[Formula]
) -> Iterator[tuple[Outcome, Formula]]:
    if isinstance(node, Conclusion):
        yield node.outcome, on
        return
    answer = world.ask(node.criterion)
    stuck.append(every((on, answer.unknown)))
    yield from _leaves(world, node.yes, every((on, answer.yes)), stuck)
    yield from _leaves(world, node.no, every((on, answer.no)), stuck)
