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

_BIDI = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# What takes no place of its own, or looks like an empty one: joiners, fillers, selectors of variants, tags, annotations.
_INVISIBLE = (
    r"\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164"
    r"\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_CONTROLS = r"\x00-\x1f\x7f-\x9f\u2028\u2029"
_MARKS = (
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u06d6-\u06ed\u0e31-\u0e3a\u0e47-\u0e4e"
    r"\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
"""Signs that stand above and below letters; a tower of them covers other lines."""
_MOST_MARKS = 4
_ODD = _BIDI + _INVISIBLE + _CONTROLS + _MARKS
_ODD_SIGN = re.compile(f"[{_ODD}]")
_DROPPED = re.compile(f"[{_BIDI}{_INVISIBLE}]")
_TOWER = re.compile(f"(?<=[{_MARKS}]{{{_MOST_MARKS}}})[{_MARKS}]+")
_BROKEN = re.compile(f"[{_CONTROLS}]")
_ESCAPE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;"} | {each: f"\\{each}" for each in "\\`*_[]|~#!{}"},
)
# Some renderers look for addresses after they have undone all escapes: only a gap keeps them from it.
_ADDRESS = re.compile(r"(?<=:)(?=//)|(?<![^\W_]www)(?<=www)(?=\.)|(?<=\S)(?=@)", re.IGNORECASE)
# A short look decides for nearly every text that there is nothing to do; most of the time of a card went there (measured). One
# class of signs and a few plain searches take a third of the time of one pattern with alternatives.
_SUSPECT_SIGN = re.compile(rf"[{_ODD}&<>\\`*_\[\]|~#!{{}}@]")
_SUSPECT_START = re.compile(r"[ +=-]|\d+[.)]")
_BLOCK_START = re.compile(r"^([-+=])|^(\d{1,9})([.)])(?!\d)")


def plain(text: str, longest: int = LONGEST) -> str:
    """One line without control and bidirectional characters, bounded: for summaries, labels and drafts."""
    if _ODD_SIGN.search(text) or "  " in text or text.startswith(" ") or text.endswith(" "):
        text = " ".join(_TOWER.sub("", _BROKEN.sub(" ", _DROPPED.sub("", text))).split())
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def safe(text: str, longest: int = LONGEST) -> str:
    """The same line for Markdown: no HTML, no emphasis, no link, no block of its own."""
    if len(text) <= longest and not _is_suspect(text):
        return text
    text = _ADDRESS.sub(" ", plain(text, longest).translate(_ESCAPE))
    return _BLOCK_START.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", text)


def _is_suspect(text: str) -> bool:
    """May there be anything to escape or to clean?"""
    if _SUSPECT_SIGN.search(text) or _SUSPECT_START.match(text) or "  " in text or text.endswith(" "):
        return True
    return "://" in text or "www." in text.lower()


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
