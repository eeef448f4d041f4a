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
"""Characters of one sentence; a longer one is not read, for a piece of it may have lost its "no"."""
_WRAPPED: Final = 56
"""Characters from which a line may have been broken only because the page was full."""
_ENDED: Final = re.compile(r"[.:;!?]\s*$")
_GOES_ON: Final = re.compile(
    r"(?:[,(/]|(?<!: )\b(?:and|or|of|the|with|no|without|in|to|at|und|oder|der|die|das|mit|ohne|kein\w*|et|ou|de|du|la|le|avec"
    r"|sans))\s*$"
)
_BULLET: Final = re.compile(
    r"^\s*(?:[-*•–]|\d{1,2}[.)](?!\s+(?:und|bis|sowie|oder|(?:\w*[Ww]irbel\w*|[BHLS]WK?)(?!\s?\d))\b))\s+"
)
"""Not "9. und 10. Brustwirbel", "8. BWK": the number is the vertebra's."""
_BEGINS: Final = r"[\"')\]]?\s+(?=[\"'(\[]?[A-Z0-9ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜ?>~-])"
_STOP: Final = re.compile(
    rf"(?<=[.!]){_BEGINS}|(?<=\?)(?<!^\?)(?<![.;:]\s\?){_BEGINS}(?!(?:Yes|Oui|Non|No|Not|None|Nein|Kein\w*|Aucune?|Ja|Intakt|Frei"
    rf"|Erhalten|Soweit)\b)"
)
"""Where a sentence ends; an answer stays with its question ("Presacral extension? Not on this study")."""
_LAST_WORD: Final = re.compile(r"([\w.]+)\.$")
_LONGEST_WORD: Final = 80
"""Characters at the end of a text that say how it ends; whoever looks through all of it each time does not come to an end."""
_INITIAL: Final = re.compile(r"^[a-z]$")
_ORDINAL: Final = 2
"""Digits that an ordinal may have."""
_COUNTED: Final = re.compile(
    r"(?:\w*wirbel|[bhls]wk?\b|rippe|tag|woche|monat|lebensjahr|jahr|linie|zyklus|segment|etage"
    r"|januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember|\d)"
)
"""What a German ordinal may stand before, and the rest of a date."""


def sentences(text: str, language: Language, section: Section) -> Iterator[Sentence]:
    """The sentences of one text in their order; `section` is the one before any heading."""
    starts, under = True, False
    for line in _unwrapped(text, language):
        if not line.strip():
            starts = True
            continue
        bare = _BULLET.sub("", line).strip()
        starts = starts or (bare != line.strip() and not under)
        under = bare.endswith(":") or (under and bare != line.strip())
        section, rest, headed = _headed(bare, language, section)
        starts = starts or headed
        for sentence in _split(rest, language):
            section, said, headed = _headed(sentence, language, section)  # a report may come as one line
            starts = starts or headed
            if said:
                yield Sentence(said, section, starts)
                starts = False
        starts = starts or not rest


def _unwrapped(text: str, language: Language) -> list[str]:
    """The lines, with those joined again that were broken in the middle of a sentence."""
    lines: list[str] = []
    for line in text.splitlines():
        if lines and _continues(lines[-1], line, language):
            lines[-1] = f"{lines[-1].rstrip()} {line.strip()}"
        else:
            lines.append(line)
    return lines


def _continues(before: str, line: str, language: Language) -> bool:
    bare = line.strip()
    end = before.rstrip()[-_LONGEST_WORD:]
    if not bare or not end or _ENDED.search(end) or _BULLET.match(line):
        return False
    if _headed(bare, language, Section.FINDINGS)[2]:
        return False
    return bare[0].islower() or len(before) >= _WRAPPED or _GOES_ON.search(end.lower()) is not None


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
    pieces = _STOP.split(line)
    for piece, following in zip(pieces, [*pieces[1:], ""], strict=True):
        begun = f"{begun} {piece}".strip() if begun else piece.strip()
        if begun and not _is_abbreviated(begun, following, language) and not _asks_ahead(begun, language):
            yield from _short_enough(begun)
            begun = ""
    if begun:
        yield from _short_enough(begun)


def _asks_ahead(piece: str, language: Language) -> bool:
    """Is the mark of a question put before what is asked ("back pain, ? T9 metastasis")? French writes it so behind as well."""
    return piece.endswith(" ?") and language.code != "fr"


def _is_abbreviated(piece: str, following: str, language: Language) -> bool:
    """Does the full stop belong to an abbreviation or a number ("V. a.", "8. Brustwirbel"), and not to the sentence?"""
    last = _LAST_WORD.search(piece[-_LONGEST_WORD:])
    if last is None:
        return False
    word = folded(last[1])
    if word.isdigit():  # "BWK 8." ends a sentence
        return len(word) <= _ORDINAL and _COUNTED.match(folded(following)) is not None
    return word in language.abbreviations or _INITIAL.match(word) is not None


def _short_enough(sentence: str) -> Iterator[str]:
    if len(sentence) <= LONGEST:
        yield sentence


def has_too_long(text: str, language: Language) -> bool:
    """Does a sentence go on without a stop for longer than is read?"""
    if len(text) <= LONGEST:
        return False
    return any(len(piece) > LONGEST for line in _unwrapped(text, language) for piece in _STOP.split(line))
