"""How does a string of the record become harmless text in GitHub Flavored Markdown? And lists, all of one form.

Cards are shown by clients that render raw HTML and turn addresses into links (K8), so whatever was not written by us is
escaped. What may not live here: sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

LONGEST = 400
"""Characters of one string that a card repeats; sentences of reports can be endless."""

_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_CONTROLS = "".join(map(chr, [*range(32), *range(0x7F, 0xA0)])) + "\u2028\u2029"
_CLEAN = str.maketrans({**dict.fromkeys(_BIDI + _INVISIBLE, ""), **dict.fromkeys(_CONTROLS, " ")})
_NEEDS_CLEANING = re.compile(f"[{re.escape(_BIDI + _INVISIBLE + _CONTROLS)}]|  |^ | $")
_ESCAPE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;"} | {each: f"\\{each}" for each in "\\`*_[]|~#!{}"},
)
# Some renderers look for addresses after they have undone all escapes: only a gap keeps them from it.
_ADDRESS = re.compile(r"(?<=:)(?=//)|(?<=\bwww)(?=\.)|(?<=\S)(?=@)", re.IGNORECASE)
# One look decides for nearly every text that there is nothing to do; most of the time of a card went there (measured).
_SUSPECT = re.compile(
    rf"[{re.escape(_BIDI + _INVISIBLE + _CONTROLS)}&<>\\`*_\[\]|~#!{{}}@]|://|[wW]{{3}}\.|  |^[ +=-]|^\d+[.)]| $"
)
_BLOCK_START = re.compile(r"^([-+=])|^(\d{1,9})([.)])(?!\d)")


def plain(text: str, longest: int = LONGEST) -> str:
    """One line without control and bidirectional characters, bounded: for summaries, labels and drafts."""
    if _NEEDS_CLEANING.search(text):
        text = " ".join(text.translate(_CLEAN).split())
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def safe(text: str, longest: int = LONGEST) -> str:
    """The same line for Markdown: no HTML, no emphasis, no link, no block of its own."""
    if len(text) <= longest and not _SUSPECT.search(text):
        return text
    text = _ADDRESS.sub(" ", plain(text, longest).translate(_ESCAPE))
    return _BLOCK_START.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", text)


def bullets(lines: Iterable[str]) -> str:
    """A list; the lines are safe already."""
    return "\n".join(f"- {line}" for line in lines)


class Task(NamedTuple):
    """A line to be ticked off, with what is told below it; all of it safe already."""

    line: str
    done: bool = False
    below: tuple[str, ...] = ()


def tasks(lines: Iterable[Task]) -> str:
    """A list to be ticked off."""
    return "\n".join(
        "\n".join((f"- [{'x' if each.done else ' '}] {each.line}", *(f"  - {told}" for told in each.below)))
        for each in lines
    )


def titled(title: str, body: str) -> tuple[str, ...]:
    """A paragraph under its title, or nothing where there is nothing to say."""
    return (f"**{title}**\n\n{body}",) if body else ()
