"""On which line of a JSON file does a value begin? So that a mistake in a hospital's map can be found by hand.

What may not live here: reading the file's meaning. Only text that a JSON reader has accepted before is given to this one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Final, TypeAlias

Path: TypeAlias = tuple[str | int, ...]
"""Names and positions from the whole down to a value: ("group", 0, "element", 3, "code")."""

_MARK: Final = re.compile(r'\n|"(?:[^"\\]|\\.)*"|[{}\[\],]|[^\s{}\[\],:"]+')


def lines_of(text: str) -> Mapping[Path, int]:
    """Every value of the text, and the line on which it begins, from 1."""
    found: dict[Path, int] = {}
    path: list[str | int | None] = []  # None: inside an object, before its next name
    line = 1
    for mark in _MARK.findall(text):
        if mark == "\n":
            line += 1
        elif mark in ("}", "]"):
            path.pop()
        elif mark == ",":
            path[-1] = path[-1] + 1 if isinstance(path[-1], int) else None
        elif path and path[-1] is None:
            path[-1] = json.loads(mark)
        else:
            found[tuple(each for each in path if each is not None)] = line
            if mark in ("{", "["):
                path.append(0 if mark == "[" else None)
    return found
