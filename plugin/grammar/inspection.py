"""What an expression is made of: items it looks at, thresholds it uses, questions it joins. Found by walking it as data.

What may not live here: any answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any, Final

from plugin.answer import Answer
from plugin.grammar.case import Case
from plugin.grammar.context import MoreThanOneLevel, WithCryoFluid
from plugin.grammar.expressions import (
    Agreeing,
    Both,
    Criterion,
    Either,
    Expression,
    FirstThat,
    Opposite,
    Perhaps,
    Step,
    Surely,
)
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


def expressions_in(expression: object) -> frozenset[Expression]:
    """The expression itself and every one that it is made of."""
    if isinstance(expression, tuple):
        return frozenset().union(*(expressions_in(part) for part in expression))
    if isinstance(expression, Expression | Step):
        inner = (expressions_in(getattr(expression, f.name)) for f in fields(expression))  # type: ignore[arg-type]
        found: frozenset[Expression] = frozenset().union(*inner)
        return found | {expression} if isinstance(expression, Expression) else found
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


@cache  # the few conditions of the checklists, gone through for every lesion
def questions_in(condition: Expression) -> tuple[tuple[str, Expression], ...]:
    """What a condition asks beside techniques and plan, each question with its id: those that a form can put to a person."""
    match condition:
        case Criterion(id=identifier):
            return ((identifier, condition),)
        case Both(left=left, right=right) | Either(left=left, right=right):
            return (*questions_in(left), *questions_in(right))
        case Opposite(inner=inner) | Surely(inner=inner) | Perhaps(inner=inner):
            return questions_in(inner)
        case _:
            known = _IDS.get(type(condition))
            return ((known, condition),) if known else ()


_IDS: Final[Mapping[type[Expression], str]] = {MoreThanOneLevel: "several-levels", WithCryoFluid: "cryo-fluid"}


def grounds(expression: Expression, case: Case) -> tuple[Item[Any], ...]:
    """The items that an answer rests on: of a derivation the line that decided, of "or" and "and" the side that did."""
    return tuple(dict.fromkeys(_grounds(expression, case)))


def _grounds(expression: Expression, case: Case) -> tuple[Item[Any], ...]:
    match expression:
        case Criterion() | Surely() | Perhaps() | Opposite():
            inner = expression.expression if isinstance(expression, Criterion) else expression.inner
            return _grounds(inner, case)
        case FirstThat(steps=steps):
            deciding = (step.when for step in steps if step.when.ask(case) is Answer.YES)
            return next((_grounds(when, case) for when in deciding), ())
        case Both(left=left, right=right) | Either(left=left, right=right) | Agreeing(left=left, right=right):
            answer = expression.ask(case)
            sides = [side for side in (left, right) if side.ask(case) is answer]
            return tuple(item for side in sides for item in _grounds(side, case))
        case _:
            return _sorted_items(expression)


@cache  # hangs on the declarations alone
def _sorted_items(expression: Expression) -> tuple[Item[Any], ...]:
    return tuple(sorted(items_of(expression), key=lambda item: (item.fact, item.name)))
