"""The ways in which a claim's mutant changes the knowledge: one declaration, one field."""

from __future__ import annotations

from typing import Any

from plugin.evidence import Technique
from plugin.grammar import Always, Gate, Never, Outcome, Rule, TechniqueState
from plugin.knowledge import KNOWLEDGE
from tests.support.mutants import Mutant

K = KNOWLEDGE


def rule(name: str) -> Rule:
    """The rule of this id."""
    rules = (*K.technique_rules, *K.safety_rules, *K.holds, *K.consistency_rules, *K.conditions_for_suggestions)
    return next(each for each in rules if each.id == name)


def gate(name: str, *, completed: bool = False) -> Gate:
    """The gate of this id."""
    return next(each for each in K.gates if each.id == name and each.completed is completed)


def item(name: str, part: str = "") -> Any:
    """The item of a set or list of this id."""
    listed: tuple[Any, ...] = (*K.order_items, *K.protection, *K.anaesthesia)
    return next(each for each in listed if each.id == name and getattr(each, "part", "") == part)


def never(declaration: Any, field: str = "when") -> Mutant:
    """The declaration never applies."""
    return Mutant(f"{getattr(declaration, 'id', '?')} never", declaration, field, Never())


def always(declaration: Any, field: str = "when") -> Mutant:
    """The declaration always applies."""
    return Mutant(f"{getattr(declaration, 'id', '?')} always", declaration, field, Always())


def states(outcome: Outcome, technique: Technique, state: TechniqueState) -> Mutant:
    """The last row of a pathway starts a technique in another state."""
    row = [each for each in K.starting_states if outcome in each.outcomes][-1]
    return Mutant(f"{outcome} {technique} starts {state}", row, "states", {**row.states, technique: state})


def swapped(first: str, second: str) -> Mutant:
    """Two items of the plan change places."""
    items = list(K.order_items)
    a, b = items.index(item(first)), items.index(item(second))
    items[a], items[b] = items[b], items[a]
    return Mutant(f"{first} and {second} swapped", K, "order_items", tuple(items))
