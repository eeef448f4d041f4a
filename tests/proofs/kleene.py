"""Yes, no and not known as two formulas: what `plugin.answer.Answer` is, for the solver.

Constants are folded on the way, so that the formulas of a fixed pathway stay small.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

import z3  # type: ignore[import-untyped]

TRUE, FALSE = z3.BoolVal(True), z3.BoolVal(False)
Formula: TypeAlias = Any
"""A formula of the solver (z3 has no types of its own)."""


def every(parts: Iterable[Formula]) -> Formula:
    """All of these; none: true."""
    kept = [part for part in parts if part is not TRUE]
    if any(part is FALSE for part in kept):
        return FALSE
    return z3.And(kept) if len(kept) > 1 else kept[0] if kept else TRUE


def some(parts: Iterable[Formula]) -> Formula:
    """One of these; none: false."""
    kept = [part for part in parts if part is not FALSE]
    if any(part is TRUE for part in kept):
        return TRUE
    return z3.Or(kept) if len(kept) > 1 else kept[0] if kept else FALSE


def isnt(part: Formula) -> Formula:
    """Not so."""
    if part is TRUE or part is FALSE:
        return FALSE if part is TRUE else TRUE
    return z3.Not(part)


def either(condition: Formula, yes: Formula, no: Formula) -> Formula:
    """`yes` where the condition holds, `no` elsewhere."""
    return some((every((condition, yes)), every((isnt(condition), no))))


def one_of(parts: Iterable[Formula]) -> Formula:
    """Exactly one."""
    listed = list(parts)
    return every((some(listed), at_most_one(listed)))


def at_most_one(parts: Iterable[Formula]) -> Formula:
    """One or none."""
    listed = list(parts)
    return every(isnt(every((a, b))) for n, a in enumerate(listed) for b in listed[n + 1 :])


@dataclass(frozen=True, slots=True)
class Kleene:
    """An answer: the formula under which it is yes, and the one under which it is no; never both."""

    yes: Formula
    no: Formula

    @property
    def unknown(self) -> Formula:
        """Neither."""
        return every((isnt(self.yes), isnt(self.no)))

    @property
    def perhaps(self) -> Formula:
        """Not known to be no."""
        return isnt(self.no)

    def __and__(self, other: Kleene) -> Kleene:
        return Kleene(every((self.yes, other.yes)), some((self.no, other.no)))

    def __or__(self, other: Kleene) -> Kleene:
        return Kleene(some((self.yes, other.yes)), every((self.no, other.no)))

    def __invert__(self) -> Kleene:
        return Kleene(self.no, self.yes)

    def where(self, condition: Formula, other: Kleene) -> Kleene:
        """This where the condition holds, the other elsewhere."""
        return Kleene(either(condition, self.yes, other.yes), either(condition, self.no, other.no))


def settled(truth: Formula) -> Kleene:
    """Yes or no, never unknown."""
    return Kleene(truth, isnt(truth))


YES, NO, UNKNOWN = settled(TRUE), settled(FALSE), Kleene(FALSE, FALSE)
