"""Finer changes: each piece of a question away, one at a time. Many, so the report tries them only when asked to (`--deep`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugin.grammar import Always, Expression, Knowledge, Never
from plugin.grammar.expressions import AnyOf, Both, Either, FirstThat, Opposite, Surely
from tests.proofs.declarations import parts_of
from tests.support.mutants import Mutant

_OTHER = {">": ">=", ">=": ">", "<": "<=", "<=": "<"}


def pieces(knowledge: Knowledge) -> Iterator[Mutant]:
    """Each side of "and" and "or", each "not", each line of a derivation, each value, each comparison."""
    for part in parts_of(knowledge):
        if isinstance(part, Both | Either):
            nothing = Never() if isinstance(part, Either) else Always()
            yield from (Mutant(f"{_told(part)}: without its {side}", part, side, nothing) for side in ("left", "right"))
        elif isinstance(part, Opposite | Surely):
            yield Mutant(f"{_told(part)}: of the opposite", part, "inner", ~part.inner)
        elif isinstance(part, FirstThat):
            yield from _without_one(part, "steps")
        elif isinstance(part, AnyOf):
            yield from _without_one(part, "listed")
        elif isinstance(part, Expression):
            yield from _without_one(part, "values")
            how = getattr(part, "how", "")
            if how:
                yield Mutant(f"{_told(part)}: {_OTHER[how]} for {how}", part, "how", _OTHER[how])


def _without_one(question: Expression, field: str) -> Iterator[Mutant]:
    listed: tuple[Any, ...] = getattr(question, field, ())
    for number, one in enumerate(listed):
        rest = (*listed[:number], *listed[number + 1 :])
        name = one if field == "values" else number
        yield Mutant(f"{_told(question)}: without {field} {name}", question, field, rest)


def _told(question: Expression) -> str:
    """A question in words: its kind and what it is made of, as far as names go."""
    names = [getattr(part, "id", None) or getattr(part, "name", None) for part in parts_of(question)]
    listed = [str(name) for name in names if name]
    return f"{type(question).__name__}({', '.join(listed[:4])}{' …' if len(listed) > 4 else ''})"
