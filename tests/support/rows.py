"""Which rows does the protocol have, and which tests prove each? Declared in `tests/specification/rows.toml`, proven by names.

A test proves the rows whose ids its name begins with: `test_K9_cds_resp_6_...`, in any case. What may not live here: what a row
asks for.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
DECLARED: Final = ROOT / "tests" / "specification" / "rows.toml"
FAMILIES: Final = ("G", "D", "H", "R", "P", "T", "FA", "ST", "C", "K", "U", "A", "Y", "L", "B", "J", "O", "X", "N")
_ONE: Final = rf"(?:{'|'.join(FAMILIES)})\d+|cds_(?:resp|r|fb)_\d+"
_LEADING: Final = re.compile(rf"test((?:_(?:{_ONE}))+)(?=_|$)", re.IGNORECASE)
_ID: Final = re.compile(rf"(?<=_)(?:{_ONE})(?=_|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row. `why_not` says why no test can prove it."""

    id: str
    part: str
    level: str
    title: str
    why_not: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Proof:
    """One test function, by its file below the repository."""

    file: str
    name: str


@cache
def rows() -> tuple[Row, ...]:
    """Every row, in the order of the file."""
    told = tomllib.loads(DECLARED.read_text(encoding="utf-8"))
    return tuple(Row(id=name, part=part, **row) for part, inside in told.items() for name, row in inside.items())


@cache
def proofs() -> dict[str, tuple[Proof, ...]]:
    """Every test of a row, by the id of the row; also of rows that nobody declared."""
    found: dict[str, list[Proof]] = {}
    for proof in _tests():
        for each in ids_in(proof.name):
            found.setdefault(each, []).append(proof)
    return {each: tuple(sorted(inside)) for each, inside in found.items()}


def ids_in(name: str) -> tuple[str, ...]:
    """The ids that the name of a test begins with, as the rows are spelt: K9, cds-resp-6."""
    leading = _LEADING.match(name)
    return tuple(_spelt(each) for each in _ID.findall(leading[1])) if leading else ()


def _spelt(found: str) -> str:
    return found.lower().replace("_", "-") if found.lower().startswith("cds") else found.upper()


def _tests() -> Iterator[Proof]:
    """Every test function that pytest would collect, without importing any."""
    for file in sorted((ROOT / "tests").rglob("test_*.py")):
        if not any(part.endswith("_cache") for part in file.parts):
            yield from (Proof(file.relative_to(ROOT).as_posix(), name) for name in test_names(file.read_text("utf-8")))


def test_names(source: str) -> Iterator[str]:
    """Functions of a module, and methods of its test classes."""
    yield from _named(ast.parse(source).body)


def _named(body: Iterable[ast.stmt]) -> Iterator[str]:
    for each in body:
        if isinstance(each, ast.ClassDef) and each.name.startswith("Test"):
            yield from _named(each.body)
        elif isinstance(each, ast.FunctionDef) and each.name.startswith("test_"):
            yield each.name
