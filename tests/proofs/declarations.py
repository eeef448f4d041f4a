"""What stands in the knowledge, found by walking it as data: every question in it, and what is asked of each item.

The solver's variables are made from this, so that no second list of items or values exists.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from enum import Enum
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from plugin import grammar
from plugin.evidence import DrugClass
from plugin.grammar import (
    Drugs,
    Expression,
    Item,
    Knowledge,
    OnScale,
    PainAtLeast,
    PainContradicts,
    Painful,
    SinsContradicts,
    SinsWithin,
    Wished,
)

AnyItem = Item[Any]


def parts_of(thing: object) -> Iterator[object]:
    """Everything that a declaration is made of, itself included; what stands in it twice comes once."""
    seen: set[int] = set()
    waiting: list[object] = [thing]
    while waiting:
        one = waiting.pop()
        if isinstance(one, tuple | list | frozenset):
            waiting.extend(one)
        elif isinstance(one, Mapping):
            waiting.extend(one.values())
        elif is_dataclass(one) and not isinstance(one, type) and id(one) not in seen:
            seen.add(id(one))
            yield one
            waiting.extend(getattr(one, each.name) for each in fields(one))


def questions_of(thing: object) -> list[Expression]:
    """Every expression in a declaration, and in what it is made of."""
    return [part for part in parts_of(thing) if isinstance(part, Expression)]


@dataclass(slots=True)
class Asked:
    """What the knowledge asks of one item: single values, its size, or only whether it is there."""

    item: AnyItem
    values: set[Any] = field(default_factory=set)
    number: bool = False
    whole: bool = False
    pain: bool = False
    drug_classes: set[DrugClass] = field(default_factory=set)
    drug_names: set[str] = field(default_factory=set)

    @property
    def choices(self) -> tuple[Any, ...]:
        """All values that the item can have, where it is a choice; else none."""
        if self.number or not self.values:
            return ()
        kind: Any = type(next(iter(self.values)))
        return (True, False) if kind is bool else tuple(kind)


def asked_of(knowledge: Knowledge) -> dict[int, Asked]:
    """What is asked of each item, by the item's identity."""
    found = {id(item): Asked(item) for item in knowledge.items}
    for question in questions_of(knowledge):
        for item in _items(question):
            _note(found.setdefault(id(item), Asked(item)), question)
    return found


def _items(question: Expression) -> list[AnyItem]:
    if isinstance(question, SinsWithin | SinsContradicts):
        return [question.total, *(item for _, item in question.components)]
    named = [getattr(question, each.name) for each in fields(question)]  # type: ignore[arg-type]
    return [one for one in named if isinstance(one, Item)]


def _note(asked: Asked, question: Expression) -> None:
    if isinstance(question, SinsWithin | SinsContradicts):
        asked.number = asked.whole = True
    elif isinstance(question, Painful | PainAtLeast | PainContradicts | OnScale):
        asked.pain = True
    elif isinstance(question, Drugs):
        asked.drug_classes |= set(question.classes)
        asked.drug_names |= set(question.names)
    elif isinstance(question, Wished):
        asked.values.add(True)
    elif hasattr(question, "bound"):
        asked.number = True
    for name in ("values", "these", "those"):
        asked.values |= set(getattr(question, name, ()))
    if any(isinstance(v, int) and not isinstance(v, bool | Enum) for v in asked.values):
        asked.number = asked.whole = True


def node_types() -> set[type[Expression]]:
    """Every kind of question that the grammar has."""
    modules = [import_module(f"{grammar.__name__}.{each.name}") for each in iter_modules(grammar.__path__)]
    named = [each for module in modules for each in vars(module).values()]
    return {each for each in named if isinstance(each, type) and issubclass(each, Expression)} - {Expression}
