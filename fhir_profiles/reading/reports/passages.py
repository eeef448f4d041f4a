"""Which sentences does a report have, and in which section does each stand? Sections, paragraphs, sentences.

What may not live here: what a sentence says, and where the text comes from (`documents`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from fhir_profiles.reading.reports.lexicon import Language
from fhir_profiles.reading.reports.mention import Section
from fhir_profiles.reading.wording import folded


class Sentence(NamedTuple):
    """One sentence as it was written. `starts`: it begins a paragraph, so that no level carries over from before."""

    text: str
    section: Section
    starts: bool


LONGEST: Final = 2_000
"""Characters of one sentence that are read; what goes on without a stop is cut into pieces of this length."""
_LINES: Final = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*•]|\d{1,2}[.)])\s)|\r\n|\n")
_BULLET: Final = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+")
_STOP: Final = re.compile(r"(?<=[.!?])[\"')\]]?\s+(?=[\"'(\[]?[A-Z0-9ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜ?>~-])|\s+(?=\?\s?\w)")
_LAST_WORD: Final = re.compile(r"([\w.]+)\.$")
_INITIAL: Final = re.compile(r"^(?:[a-z]|\d{1,2})$")


def sentences(text: str, language: Language, section: Section) -> Iterator[Sentence]:
    """The sentences of one text in their order; `section` is the one before any heading."""
    starts = True
    for line in text.splitlines():
        if not line.strip():
            starts = True
            continue
        bare = _BULLET.sub("", line).strip()
        starts = starts or bare != line.strip()
        section, rest, headed = _headed(bare, language, section)
        starts = starts or headed
        for sentence in _split(rest, language):
            yield Sentence(sentence, section, starts)
            starts = False
        starts = starts or not rest


def _headed(line: str, language: Language, section: Section) -> tuple[Section, str, bool]:
    """The section that a line's heading opens, and what stands behind the heading."""
    plain = folded(line[:80])
    for named, form in language.headings:
        found = form.match(plain)
        if found:
            return named, line[found.end() :].strip(), True
    return section, line, False


def _split(line: str, language: Language) -> Iterator[str]:
    begun = ""
    for piece in _STOP.split(line):
        begun = f"{begun} {piece}".strip() if begun else piece.strip()
        if begun and not _is_abbreviated(begun, language):
            yield from _short_enough(begun)
            begun = ""
    if begun:
        yield from _short_enough(begun)


def _is_abbreviated(piece: str, language: Language) -> bool:
    """Does the full stop belong to an abbreviation or a number ("V. a.", "8. Brustwirbel"), and not to the sentence?"""
    last = _LAST_WORD.search(piece)
    if last is None:
        return False
    word = folded(last[1])
    return word in language.abbreviations or _INITIAL.match(word) is not None


def _short_enough(sentence: str) -> Iterator[str]:
    for start in range(0, len(sentence), LONGEST):
        yield sentence[start : start + LONGEST]
