"""What an expression is made of: the items it looks at, the thresholds it uses. Found by walking it as data.

What may not live here: any answer.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from plugin.grammar.expressions import Expression, Step
from plugin.grammar.items import Item, Threshold


def items_of(expression: object) -> frozenset[Item[Any]]:
    """Every item that an expression looks at, found by walking it as data."""
    if isinstance(expression, Item):
        return frozenset({expression})
    if isinstance(expression, tuple):
        return frozenset().union(*(items_of(part) for part in expression))
    if isinstance(expression, Expression | Step):
        return frozenset().union(*(items_of(getattr(expression, f.name)) for f in fields(expression)))  # type: ignore[arg-type]
    return frozenset()


def thresholds_of(expression: object) -> frozenset[Threshold]:
    """Every threshold that an expression uses, age limits of its items included."""
    if isinstance(expression, Threshold):
        return frozenset({expression})
    if isinstance(expression, Item):
        return frozenset(t for t in (expression.days, expression.hours) if t is not None)
    if isinstance(expression, tuple):
        return frozenset().union(*(thresholds_of(part) for part in expression))
    if isinstance(expression, Expression | Step):
        return frozenset().union(*(thresholds_of(getattr(expression, f.name)) for f in fields(expression)))  # type: ignore[arg-type]
    return frozenset()
