"""Which commands do our documents tell a reader to type, and what do they promise will come out? Read from the Markdown.

A block tagged `sh` is run (`tests/docs`), unless the line above it says `<!-- not run: REASON -->`. A `text` block below it is
what came out, and under `<!-- exact -->` it is compared. `<!-- set-up … -->` before the first block holds lines that run
first and that a reader does not see. What may not live here: how a page is run, and what is refused of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.house.tree import files, relative

SHELL: Final = "sh"
OUTPUT: Final = "text"
_NOT_RUN: Final = re.compile(r"<!-- not run: (?P<reason>.+?) -->")
_EXACT: Final = "<!-- exact -->"
_SET_UP: Final = re.compile(r"<!-- set-up\n(?P<lines>.*?)\n?-->", re.DOTALL)
_READER: Final = MarkdownIt("commonmark").enable("table")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One fenced block. `line` is where its first line of text stands; `comment` is what stands right above it."""

    tag: str
    line: int
    text: str
    comment: str = ""

    @property
    def why_not(self) -> str:
        """Why it is not run; empty where it is."""
        found = _NOT_RUN.fullmatch(self.comment)
        return found["reason"] if found else ""

    @property
    def is_run(self) -> bool:
        return self.tag == SHELL and not self.why_not


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One Markdown file, as far as commands go."""

    name: str
    set_up: str
    blocks: tuple[Block, ...]

    @property
    def is_run(self) -> bool:
        return any(block.is_run for block in self.blocks)

    @property
    def promised(self) -> dict[int, str]:
        """What must come out exactly, by the line of the block that was run right before it."""
        pairs = pairwise(self.blocks)
        return {ran.line: said.text for ran, said in pairs if said.comment == _EXACT and ran.is_run}


@cache
def told() -> tuple[Page, ...]:
    """Every Markdown file of the project."""
    pages = [file for file in files() if file.suffix == ".md"]
    return tuple(page(relative(file), file.read_text(encoding="utf-8")) for file in pages)


def page(name: str, text: str) -> Page:
    """What one page tells."""
    tokens = _READER.parse(text)
    hidden = _SET_UP.search(text)
    return Page(name=name, set_up=hidden["lines"] if hidden else "", blocks=tuple(_blocks(tokens)))


def named_files(text: str) -> Iterator[str]:
    """Where the links of a page lead, as they are written."""
    for token in _READER.parse(text):
        for inner in token.children or ():
            if inner.type in {"link_open", "image"}:
                yield str(inner.attrs.get("href") or inner.attrs.get("src"))


def headings(text: str) -> Iterator[str]:
    """The words of each heading, without marks."""
    for before, token in pairwise(_READER.parse(text)):
        if before.type == "heading_open":
            yield "".join(inner.content for inner in token.children or () if inner.type in {"text", "code_inline"})


def beside(file: Path, link: str) -> Path:
    """The file that a relative link of this file leads to."""
    return (file.parent / link).resolve()


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    for before, token in pairwise([Token("", "", 0), *tokens]):
        if token.type in {"fence", "code_block"} and token.map is not None:
            comment = before.content.strip() if before.type == "html_block" else ""
            tag = token.info.strip() if token.type == "fence" else "indented"
            yield Block(tag=tag, line=token.map[0] + 2, text=token.content, comment=comment)
