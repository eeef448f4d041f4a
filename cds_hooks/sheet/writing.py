"""The sheet as Markdown that shows in any repository browser. What may not live here: what it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from cds_hooks.sheet.document import Block, Document, Heading, Table, Text
from plugin.explain import markdown as md


def as_markdown(document: Document) -> str:
    parts = [f"# {document.title}", *(_block(each) for each in document.blocks)]
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * (block.level + 1)} {block.words}"
        case Text():
            return block.words
        case Table():
            return md.table(block.heads, _rows(block))
        case _:
            assert_never(block)


def _rows(block: Table) -> Iterator[tuple[str, ...]]:
    for row in block.rows:
        yield tuple(cell.replace("\n", "<br>") for cell in row)
