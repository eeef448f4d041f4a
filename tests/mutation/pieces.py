"""Finer changes: each piece of a question away, one at a time. Many, so the report tries them only when asked to (`--deep`).

A piece is named by what it stands in ("TR-10 when: left of Both"). What may not live here: which pieces change nothing
(`equivalent`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from plugin.grammar import Always, Criterion, Expression, Item, Knowledge, Never, Outcome, Step, Threshold
from plugin.grammar.expressions import AnyOf, Both, Either, FirstThat, Opposite, Surely
from tests.mutation.equivalent import CHANGES_NOTHING
from tests.support.mutants import Mutant

_OTHER = {">": ">=", ">=": ">", "<": "<=", "<=": "<"}


def pieces(knowledge: Knowledge) -> list[Mutant]:
    """Each side of "and" and "or", each "not", each line of a derivation, each value, each comparison."""
    return [each for each in all_pieces(knowledge) if each.id not in CHANGES_NOTHING]


def all_pieces(knowledge: Knowledge) -> list[Mutant]:
    """Those that change nothing included."""
    return [mutant for question, where, about in questions(knowledge) for mutant in _pieces(question, where, about)]


def questions(knowledge: Knowledge) -> Iterator[tuple[Expression, str, tuple[str, ...]]]:
    """Every question and every part of one, once, with the way to it and the ids that a story may name."""
    yield from _walk(knowledge, "", (), set())


def _walk(
    thing: object, way: str, about: tuple[str, ...], seen: set[int]
) -> Iterator[tuple[Expression, str, tuple[str, ...]]]:
    if id(thing) in seen or isinstance(thing, Item | Threshold):
        return
    if name := _name(thing):
        way, about = name, _about(thing)
    if isinstance(thing, Expression) and not isinstance(thing, Criterion):
        yield thing, way.strip(), about
    if is_dataclass(thing):
        seen.add(id(thing))
    for step, part in _parts(thing):
        yield from _walk(part, f"{way} {step}" if step else way, about, seen)


def _parts(thing: object) -> Iterator[tuple[str, object]]:
    """What a declaration is made of, each with the step to it; no step where there is nothing to tell apart."""
    if isinstance(thing, tuple | list):
        yield from ((str(number) if len(thing) > 1 else "", part) for number, part in enumerate(thing))
    elif isinstance(thing, Mapping):
        yield from ((str(key), part) for key, part in thing.items())
    elif is_dataclass(thing):
        silent = isinstance(thing, _SILENT) or len(fields(thing)) == 1
        yield from (("" if silent else each.name, getattr(thing, each.name)) for each in fields(thing))


_SILENT: tuple[type, ...] = (Criterion, Knowledge, Step)


def _name(thing: object) -> str:
    """What a declaration is called; a part of one has no name of its own."""
    own = getattr(thing, "id", "") or getattr(thing, "fact", "")
    outcomes: tuple[Outcome, ...] = getattr(thing, "outcomes", ())
    if outcomes and not isinstance(thing, Expression | Knowledge):
        return f"row {outcomes[0]}"
    return f"{own}{getattr(thing, 'part', '')}" if own and not isinstance(thing, Knowledge) else ""


def _about(thing: object) -> tuple[str, ...]:
    return tuple(str(name) for name in (getattr(thing, "id", ""), getattr(thing, "fact", "")) if name)


def _pieces(part: Expression, where: str, about: tuple[str, ...]) -> Iterator[Mutant]:
    if isinstance(part, Both | Either):
        nothing = Never() if isinstance(part, Either) else Always()
        for side in ("left", "right"):
            yield Mutant(f"{where}: without {side} of {type(part).__name__}", part, side, nothing, about)
    elif isinstance(part, Opposite | Surely):
        yield Mutant(f"{where}: {type(part).__name__} of the opposite", part, "inner", ~part.inner, about)
    elif isinstance(part, FirstThat):
        yield from _without_one(part, "steps", where, about)
    elif isinstance(part, AnyOf):
        yield from _without_one(part, "listed", where, about)
    else:
        yield from _without_one(part, "values", where, about)
        how = getattr(part, "how", "")
        if how:
            yield Mutant(f"{where}: {_OTHER[how]} for {how}", part, "how", _OTHER[how], about)


def _without_one(question: Expression, field: str, where: str, about: tuple[str, ...]) -> Iterator[Mutant]:
    listed: tuple[Any, ...] = getattr(question, field, ())
    for number, one in enumerate(listed):
        rest = (*listed[:number], *listed[number + 1 :])
        name = f"{getattr(getattr(question, 'item', None), 'name', '')} {one}" if field == "values" else number
        yield Mutant(f"{where}: without {field} {name}", question, field, rest, about)
