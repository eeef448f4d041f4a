"""How is plain JSON read when nothing about its shape can be relied on? Member by member, and never raising.

What may not live here: any name of FHIR. Odd data reads as "not there"; the reader decides what that means.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias

Json: TypeAlias = Mapping[str, object]
"""A JSON object as it was parsed; it is never copied and never changed."""


_BEYOND_MEASURE: Final = 1e15
"""Nothing in a record is that large; it keeps infinities and endless integers out."""


def member(resource: Json, name: str) -> Json | None:
    """A member that is an object; None for anything else."""
    value = resource.get(name)
    return value if isinstance(value, dict) else None


def members(resource: Json, name: str) -> tuple[Json, ...]:
    """The objects of a member that repeats; one bare object counts as a list of one."""
    value = resource.get(name)
    if isinstance(value, dict):
        return (value,)
    if not isinstance(value, list):
        return ()
    return tuple([each for each in value if isinstance(each, dict)])


def word(resource: Json, name: str) -> str | None:
    """A member that is a string with something in it."""
    value = resource.get(name)
    return value if isinstance(value, str) and value.strip() else None


def truth(resource: Json, name: str) -> bool | None:
    """A member that is true or false."""
    value = resource.get(name)
    return value if isinstance(value, bool) else None


def number(resource: Json, name: str) -> float | None:
    """A member that is a number; true and false are none, nor is a number in quotes."""
    value = resource.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < _BEYOND_MEASURE:
        return None
    return float(value)


def whole(resource: Json, name: str) -> int | None:
    """A member that is a whole number, also written as 7.0."""
    value = number(resource, name)
    return int(value) if value is not None and value.is_integer() else None
