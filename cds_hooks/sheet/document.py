"""What is a sheet made of? Headings, sentences and tables, the same for Markdown and for print.

What may not live here: what the sheet says, and how it looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 begins the sheet of one client."""

    words: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Cells are plain text; `wide` says how much room each column needs, in parts of the whole."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    wide: tuple[int, ...]


Block: TypeAlias = Heading | Text | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    title: str
    blocks: tuple[Block, ...]


def table(heads: Sequence[str], wide: Sequence[int], rows: Iterable[Sequence[str]]) -> Table:
    return Table(heads=tuple(heads), wide=tuple(wide), rows=tuple(tuple(row) for row in rows))
