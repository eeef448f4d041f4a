"""The changes that are tried: each branch, gate, state, effect, threshold, rule and item of the knowledge, one at a time.

Nothing is listed by name: what is declared is what is changed, so a new row brings its mutants with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from plugin.grammar import (
    Always,
    Ask,
    ChecklistItem,
    Effect,
    Expression,
    Knowledge,
    Never,
    OrderItem,
    Rule,
    TechniqueState,
)
from tests.mutation.equivalent import CHANGES_NOTHING
from tests.support.mutants import Mutant

_WORSE = {state: list(TechniqueState)[(state.rank + 1) % 4] for state in TechniqueState}
"""Each state's neighbour; avoid becomes preferred."""


def mutants(knowledge: Knowledge) -> list[Mutant]:
    """Every change, in the order of the knowledge, but for those that change nothing."""
    return [each for each in all_mutants(knowledge) if each.id not in CHANGES_NOTHING]


def all_mutants(knowledge: Knowledge) -> list[Mutant]:
    """Those that change nothing included."""
    return [
        *_tree(knowledge.tree),
        *_gates(knowledge),
        *_starting_states(knowledge),
        *(each for rule in _rules(knowledge) for each in _rule(rule)),
        *_thresholds(knowledge),
        *_items(knowledge),
        *_questions(knowledge),
    ]


def _rules(knowledge: Knowledge) -> Iterator[Rule]:
    yield from knowledge.technique_rules
    yield from knowledge.safety_rules
    yield from knowledge.holds
    yield from knowledge.consistency_rules
    yield from knowledge.conditions_for_suggestions
    yield from knowledge.release_after


def _tree(node: Ask, way: str = "") -> Iterator[Mutant]:
    """Each fork with one branch in place of both."""
    name = f"tree {way}{node.criterion.id}"
    yield Mutant(f"{name}: yes leads where no leads", node, "yes", node.no)
    yield Mutant(f"{name}: no leads where yes leads", node, "no", node.yes)
    for answer, branch in (("yes", node.yes), ("no", node.no)):
        if isinstance(branch, Ask):
            yield from _tree(branch, f"{way}{node.criterion.id} {answer}, ")


def _gates(knowledge: Knowledge) -> Iterator[Mutant]:
    """Each gate never closing, with another gate's outcome, and after its successor."""
    gates = knowledge.gates
    for number, gate in enumerate(gates):
        other = gates[(number + 1) % len(gates)]
        name = f"gate {gate.id}{' completed' if gate.completed else ''}"
        about = (gate.outcome.value, gate.id)
        yield Mutant(f"{name} never", gate, "when", Never(), about)
        if other.outcome is not gate.outcome:
            yield Mutant(f"{name} ends as {other.outcome}", gate, "outcome", other.outcome, about)
        if number + 1 < len(gates):
            swapped = (*gates[:number], other, gate, *gates[number + 2 :])
            behind = f"{other.id}{' completed' if other.completed else ''}"
            yield Mutant(f"{name} after {behind}", knowledge, "gates", swapped, about)
        yield from _each_away(gate, name, ("words", "asks", "reasons"), about)


def _starting_states(knowledge: Knowledge) -> Iterator[Mutant]:
    """Each cell of C.1 one worse (avoid: preferred), each technique not offered, each condition away."""
    for number, row in enumerate(knowledge.starting_states):
        name = f"row {number} {row.outcomes[0]}"
        about = tuple(outcome.value for outcome in row.outcomes)
        for technique, state in row.states.items():
            other = {**row.states, technique: _WORSE[state]}
            yield Mutant(f"{name}: {technique} {_WORSE[state]}", row, "states", other, about)
            others = {t: s for t, s in row.states.items() if t is not technique}
            yield Mutant(f"{name}: {technique} not offered", row, "states", others, about)
        if row.offered_if:
            yield Mutant(f"{name}: offered without condition", row, "offered_if", {}, about)
        if row.when is not None:
            yield Mutant(f"{name}: for nobody", row, "when", Never(), about)


def _rule(rule: Rule) -> Iterator[Mutant]:
    """The rule's condition denied; each effect one worse and away; what else it does, not done."""
    about = (rule.id.removesuffix("-UNREAD"),)
    yield Mutant(f"{rule.id}: condition denied", rule, "when", ~rule.when, about)
    for number, effect in enumerate(rule.effects):
        for what, other in _effect(effect):
            effects = (*rule.effects[:number], other, *rule.effects[number + 1 :])
            yield Mutant(f"{rule.id}: {what}", rule, "effects", effects, about)
    for field, nothing in _UNDONE.items():
        if getattr(rule, field) != nothing:
            yield Mutant(f"{rule.id}: no {field}", rule, field, nothing, about)
    yield from _each_away(rule, rule.id, ("notes", "contrasts", "holds_drugs"), about)
    if not rule.pathway_only:
        yield Mutant(f"{rule.id}: on pathways only", rule, "pathway_only", True, about)


_UNDONE: dict[str, object] = {"also": (), "mdt": False, "card": "", "first": None, "withholds": False}


def _effect(effect: Effect) -> Iterator[tuple[str, Effect]]:
    yield f"{_WORSE[effect.state]} for {effect.state}", replace(effect, state=_WORSE[effect.state])
    for technique in effect.techniques:
        rest = tuple(t for t in effect.techniques if t is not technique)
        yield f"nothing for {technique}", replace(effect, techniques=rest)


def _thresholds(knowledge: Knowledge) -> Iterator[Mutant]:
    """Each number a step down and a step up."""
    for threshold in knowledge.thresholds:
        if not threshold.off_by_default:
            step = 0.1 if threshold.unit == "1" else 1
            for value in (threshold.default - step, threshold.default + step):
                yield Mutant(f"{threshold.id} = {value:g}", threshold, "default", value, (threshold.id,))


def _items(knowledge: Knowledge) -> Iterator[Mutant]:
    """Each item of the lists and sets with its conditions denied."""
    items: tuple[ChecklistItem | OrderItem, ...] = (
        *knowledge.anaesthesia,
        *knowledge.protection,
        *knowledge.order_items,
    )
    for item in items:
        name = f"{item.id}{getattr(item, 'part', '')}"
        yield from _item(item, name)


def _item(item: ChecklistItem | OrderItem, name: str) -> Iterator[Mutant]:
    about = (item.id, name)
    for field in ("when", "board", "plain"):
        condition: Expression | None = getattr(item, field, None)
        if condition is not None:
            denied: Any = Never() if isinstance(condition, Always) else ~condition
            yield Mutant(f"{name}: {field} denied", item, field, denied, about)
    yield from _each_away(item, name, ("left_out_if", "notes", "variants", "shows", "settled_by", "unless"), about)


def _questions(knowledge: Knowledge) -> Iterator[Mutant]:
    """Each optional question denied; each wish asked on pathways only."""
    for text in knowledge.facts:
        if text.optional is not None:
            yield Mutant(f"{text.fact}: optional denied", text, "optional", ~text.optional, (text.fact,))
        if text.wish:
            yield Mutant(f"{text.fact}: no wish", text, "wish", False, (text.fact,))


def _each_away(declaration: object, name: str, among: tuple[str, ...], about: tuple[str, ...]) -> Iterator[Mutant]:
    """The lists of a declaration with one of their lines away."""
    for field in among:
        listed: tuple[Any, ...] = getattr(declaration, field, ())
        for number in range(len(listed)):
            rest = (*listed[:number], *listed[number + 1 :])
            yield Mutant(f"{name}: {field} {number} away", declaration, field, rest, about)
