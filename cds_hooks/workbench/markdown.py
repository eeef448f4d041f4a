"""What an EHR makes of a card's text: the part of GitHub Flavored Markdown that our cards use, as HTML.

Paragraphs, lists one in the other, boxes to be ticked, bold, code, escapes. Everything else stays the text that it is: no raw
HTML can come through, for each piece of text is escaped on its way out. What may not live here: what a card says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from typing import Final

_ITEM: Final = re.compile(r"( *)- (?:\[([ x])\] )?(.*)")
_HEADING: Final = re.compile(r"\*\*[^*\n]+\*\*")
_PIECE: Final = re.compile(r"\\([!-/:-@\[-`{-~])|\*\*(.+?)(?<!\\)\*\*|`([^`]+)`|&(?:[a-zA-Z]+|#\d+);")


def html_of(text: str) -> str:
    """A card's detail as HTML."""
    return "".join(_block(block) for block in text.split("\n\n") if block.strip())


def folded(text: str) -> tuple[str, str, str]:
    """A long detail in three, each as HTML: what precedes its first heading, what may be folded, the closing sentences."""
    blocks = [block for block in text.split("\n\n") if block.strip()]
    start = next((number for number, block in enumerate(blocks) if _HEADING.fullmatch(block)), len(blocks))
    end = len(blocks)
    while end > start and not blocks[end - 1].startswith(("- ", "**")):
        end -= 1
    first, more, last = ("\n\n".join(part) for part in (blocks[:start], blocks[start:end], blocks[end:]))
    return html_of(first), html_of(more), html_of(last)


def _block(block: str) -> str:
    lines = block.split("\n")
    if _ITEM.match(lines[0]):
        return _list(lines)
    return f"<p>{'<br>'.join(inline(line) for line in lines)}</p>"


def _list(lines: list[str]) -> str:
    """Items with what is indented below each."""
    items: list[tuple[str, str, list[str]]] = []
    for line in lines:
        found = _ITEM.match(line)
        if found and not found[1]:
            items.append((found[2] or "", found[3], []))
        else:
            items[-1][2].append(line.removeprefix("  "))
    return f"<ul>{''.join(_item(tick, text, below) for tick, text, below in items)}</ul>"


def _item(tick: str, text: str, below: list[str]) -> str:
    inside = _list(below) if below and _ITEM.match(below[0]) else "".join(f"<br>{inline(line)}" for line in below)
    if not tick:
        return f"<li>{inline(text)}{inside}</li>"
    mark = "☑" if tick == "x" else "☐"
    return f'<li class="task"><span class="tick">{mark}</span> {inline(text)}{inside}</li>'


def inline(text: str) -> str:
    """A line of text with its bold and code pieces."""
    return "".join(_pieces(text))


def _pieces(text: str) -> Iterator[str]:
    end = 0
    for found in _PIECE.finditer(text):
        yield escape(text[end : found.start()])
        end = found.end()
        if found[1]:
            yield escape(found[1])
        elif found[2]:
            yield f"<strong>{inline(found[2])}</strong>"
        elif found[3]:
            yield f"<code>{escape(found[3])}</code>"
        else:
            yield escape(unescape(found[0]))
    yield escape(text[end:])
