"""Which commands do our documents tell a reader to type, and what do they promise will come out? Read from the Markdown.

A block tagged `sh` is run (`tests/docs`), unless the line above it says `<!-- not run: REASON -->`. A `text` block below it is
what came out, and under `<!-- exact -->` it is compared. `<!-- set-up … -->` before the first block holds lines that run
first and that a reader does not see; `<!-- needs: kubectl psql -->` names programs that a machine may lack. What may not live
here: how a page is run, and what is refused of one.
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
_NEEDS: Final = re.compile(r"<!-- needs: (?P<programs>[\w .-]+) -->")
_OURS: Final = re.compile(r"<!-- *(?:set-?up|needs|not[ -]run|exact)\b.*?(?:-->|\Z)", re.DOTALL | re.IGNORECASE)
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
    needs: tuple[str, ...]
    blocks: tuple[Block, ...]
    misspelt: tuple[str, ...] = ()
    """Comments that look like ours and are none, or that stand where they do nothing."""

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
    hidden, needed = _SET_UP.search(text), _NEEDS.search(text)
    blocks = tuple(_blocks(_READER.parse(text)))
    return Page(
        name=name,
        set_up=hidden["lines"] if hidden else "",
        needs=tuple(needed["programs"].split()) if needed else (),
        blocks=blocks,
        misspelt=tuple(_misspelt(text, blocks)),
    )


def named_files(text: str) -> Iterator[str]:
    """Where the links of a page lead, as they are written."""
    for token in _READER.parse(text):
        for inner in token.children or ():
            if inner.type in {"link_open", "image"}:
                yield str(inner.attrs.get("href") or inner.attrs.get("src"))


def spans(text: str) -> Iterator[str]:
    """What stands between backticks in running text."""
    for token in _READER.parse(text):
        yield from (inner.content for inner in token.children or () if inner.type == "code_inline")


def headings(text: str) -> Iterator[str]:
    """The words of each heading, without marks."""
    for before, token in pairwise(_READER.parse(text)):
        if before.type == "heading_open":
            yield "".join(inner.content for inner in token.children or () if inner.type in {"text", "code_inline"})


def beside(file: Path, link: str) -> Path:
    """The file that a relative link of this file leads to."""
    return (file.parent / link).resolve()


def _misspelt(text: str, blocks: tuple[Block, ...]) -> Iterator[str]:
    in_place = [block.comment for block in blocks if block.why_not and block.tag == SHELL]
    in_place += [
        said.comment for ran, said in pairwise(blocks) if said.comment == _EXACT and ran.is_run and said.tag == OUTPUT
    ]
    for comment in _OURS.findall(_without_code(text)):
        if comment in in_place:
            in_place.remove(comment)
        elif not (_SET_UP.fullmatch(comment) or _NEEDS.fullmatch(comment)):
            yield comment


def _without_code(text: str) -> str:
    """Whoever explains the comments quotes them."""
    return re.sub(r"`[^`\n]+`", "", text)


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    for before, token in pairwise([Token("", "", 0), *tokens]):
        if token.type in {"fence", "code_block"} and token.map is not None:
            comment = before.content.strip() if before.type == "html_block" else ""
            tag = token.info.strip() if token.type == "fence" else "indented"
            yield Block(tag=tag, line=token.map[0] + 2, text=token.content, comment=comment)
