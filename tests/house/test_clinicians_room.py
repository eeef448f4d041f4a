"""What import-linter cannot see of `plugin`: nobody asks for the time there, and nobody prints or opens anything."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tree import ROOT, relative

CLOCKS = {"now", "utcnow", "today"}
OUTSIDE = {"open", "print", "input", "exec", "eval", "__import__"}


def offences(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Attribute(attr=name)) if name in CLOCKS:
                yield f"line {node.lineno}: .{name}() asks a clock"
            case ast.Call(func=ast.Name(id=name)) if name in OUTSIDE:
                yield f"line {node.lineno}: {name}() leaves the room"


@pytest.mark.parametrize("file", sorted((ROOT / "plugin").rglob("*.py")), ids=relative)
def test_the_room_has_no_clock_and_no_door(file: Path) -> None:
    assert list(offences(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("source", ["datetime.now(UTC)", "date.today()", "print(1)", "open('x')", "eval('1')"])
def test_clock_and_door_are_noticed(source: str) -> None:
    assert list(offences(source))
