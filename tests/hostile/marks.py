"""Marked words: each is given out once and remembered with its place, and can be found again wherever it was left.

What may not live here: where a marked word may be.
"""

from __future__ import annotations

import base64
import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

PREFIX: Final = "CANARYBIRD"


def _in_base64(before: int) -> bytes:
    """What of its base64 is always the same when it begins so many bytes behind a multiple of three."""
    whole = (before + len(PREFIX)) // 3
    return base64.b64encode(bytes(before) + PREFIX.encode())[4 * (before > 0) : 4 * whole]


_FORMS: Final = (
    PREFIX.encode(),
    PREFIX.encode("utf-16-le"),
    PREFIX.encode().hex().encode(),
    *map(_in_base64, range(3)),
)

Steps = tuple[str | int, ...]


class Marks:
    """`places` says of each word where it was put."""

    def __init__(self) -> None:
        self.places: dict[str, str] = {}

    def word(self, place: str) -> str:
        word = f"{PREFIX}x{len(self.places):05d}"
        self.places[word] = place
        return word

    def in_all(self, value: Any, place: str) -> Any:
        """The same value with a word of its own behind every string."""
        if isinstance(value, dict):
            return {name: self.in_all(one, f"{place}.{name}") for name, one in value.items()}
        if isinstance(value, list):
            return [self.in_all(one, place) for one in value]
        return f"{value} {self.word(place)}" if isinstance(value, str) else value

    def one_by_one(self, body: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
        """The body as often as it has strings; each time another one is a marked word."""
        for path in list(_strings(body)):
            changed = copy.deepcopy(body)
            inside: Any = changed
            for step in path[:-1]:
                inside = inside[step]
            word = self.word(".".join(str(step) for step in path if isinstance(step, str)))
            inside[path[-1]] = word
            yield word, changed


def _strings(value: Any, before: Steps = ()) -> Iterator[Steps]:
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in members:
        if isinstance(one, str):
            yield (*before, key)
        else:
            yield from _strings(one, (*before, key))


def holds_a_mark(data: bytes) -> bool:
    return any(form in data for form in _FORMS)


def files_with_a_mark(folder: Path) -> list[str]:
    """Every file below the folder that holds a marked word, also as base64, in hexadecimal or in UTF-16."""
    files = sorted(each for each in folder.rglob("*") if each.is_file())
    return [each.relative_to(folder).as_posix() for each in files if holds_a_mark(each.read_bytes())]
