"""From where is the tissue in which a pathology report names a tumour's origin? Only a biopsy of this lesion proves it.

A nephrectomy, a femur, another vertebra, or a cancer that is only told as background prove nothing (C.7, CR-01). What may not
live here: which tumour is named (`sentence`), and what the proof means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from fhir_profiles.reading import place_words, tumour_words
from fhir_profiles.reading.level_words import levels
from fhir_profiles.reading.places import NOWHERE, Site, span
from fhir_profiles.reading.reports.documents import Report
from fhir_profiles.reading.reports.languages import language_of
from fhir_profiles.reading.reports.mention import Mention, Section
from fhir_profiles.reading.reports.passages import sentences
from fhir_profiles.reading.wording import folded
from plugin.evidence import Place

SPECIMEN: Final = "specimen-primary"
"""The code of a primary that the tissue of a lesion shows; at no level where the report names the spine alone."""

FOUND: Final = frozenset({Section.IMPRESSION, Section.FINDINGS})
"""What was found; indications and clinical information are what was known before."""
_CANCER: Final = r"\w{0,40}(?:carcinom|karzinom|krebs|cancer|tumou?r)\w*"
_ORGAN: Final = "|".join(form.pattern for _, form in tumour_words.PRIMARIES)
_ORIGIN: Final = re.compile(
    rf"(?:{_ORGAN})(?:[ -](?:non|small|clear|cell|type))*[ -]?(?:{_CANCER}|origin\b|primary\b)"
    rf"|(?:{_CANCER}|\borigin\w*|\bprimary),? (?:(?:of|from|de|du|des|der|vom|the|la|les|a|cellules|claires) )*(?:\w+ )?"
    rf"(?:{_ORGAN})"
    rf"|\bmetasta\w+ (?:from|von|vom) (?:\w+ )?(?:{_ORGAN})"
)
"""Where the tumour comes from; the organ in its name is not where the tissue was taken."""
_REMOVED: Final = re.compile(r"\b(?!lamin|corp|vertebr|spondyl|facet|sacr)\w{3,40}e[ck]tom\w+")
"""A nephrectomy is tissue of the kidney, a laminectomy one of the spine."""
_BACKGROUND: Final = re.compile(
    r"(?:^|[,;:(])\W*(?:known|bekannt\w*)\b|\bconnue?s?\b"
    r"|\b(?:with|bei|mit|chez|avec)\b[^:;.]{0,40}\b(?:known|bekannt\w*|previous|fruher\w*)"
    r"|\b(?:in|of) an? (?:patient|man|woman)\b|\bpatient\w* (?:with|mit|avec)\b|\bhistory\b|\bclinical\w*|\bindication\w*"
    r"|\brather than\b|\binstead of\b|\bversus\b|\bvs\b|\banstelle\b|\bstatt\b|\bplutot que?\b"
    r"|\bz\. ?n\.|\bzustand nach\b|\banamnes\w*|\bantecedents?\b|\bstatus post\b|\bs/p\b|\bknown (?:case|to have)\b"
)
"""What was known before or is weighed against it, not what the tissue shows."""


def of_specimens(report: Report, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of a report, those of a primary that the tissue of a spinal lesion shows (or not) marked as such."""
    if not report.tissue or not any(each.code == "primary" for each in mentions):
        return list(mentions)
    pieces = [list(_pieces(section, text)) for section, text in report.blocks]
    return [_marked(report, pieces, each) if each.code == "primary" else each for each in mentions]


def is_background(text: str) -> bool:
    """Does it tell only what was known before?"""
    return _BACKGROUND.search(folded(text)) is not None


def taken_from(text: str) -> Site:
    """Where the words of a histology say that the tissue was taken; the organ in the tumour's name is no such place."""
    named = _named(folded(text))
    if not named:
        return NOWHERE
    return Site(outside=True) if named == _ELSEWHERE else Site(places=(Place(level=named[0]),))


def _pieces(section: Section, text: str) -> Iterator[tuple[str, str]]:
    """What stands between stops and semicolons: the sentence, and the piece in folded words."""
    for sentence in sentences(text, language_of(text), section):
        for piece in folded(sentence.text).split(";"):
            yield sentence.text, piece


def _marked(report: Report, blocks: Sequence[Sequence[tuple[str, str]]], mention: Mention) -> Mention:
    form = next(form for primary, form in tumour_words.PRIMARIES if primary == mention.value)
    for number, block in enumerate(blocks):
        at = next((i for i, (s, piece) in enumerate(block) if s == mention.sentence and form.search(piece)), None)
        if at is None:
            continue
        if mention.section not in FOUND or _BACKGROUND.search(block[at][1]):
            return mention
        others = [piece for i, each in enumerate(blocks) if i != number for _, piece in each]
        found = _place([piece for _, piece in block[at::-1]], report, others)
        return mention if found is None else replace(mention, code=SPECIMEN, levels=found)
    return mention


def _place(backwards: Sequence[str], report: Report, others: Sequence[str]) -> tuple[str, ...] | None:
    """The nearest place before the name, else that of the title, else the only one of the other texts; None: not of the spine."""
    for piece in backwards:
        found = _named(piece)
        if found is not None:
            return None if found == _ELSEWHERE else found
    if report.site.stated:
        return None if report.site.outside else tuple(each.level for each in report.site.places)
    there = {found for piece in others if (found := _named(piece)) is not None}
    return there.pop() if len(there) == 1 and _ELSEWHERE not in there else None


_ELSEWHERE: Final = ("elsewhere",)


def _named(piece: str) -> tuple[str, ...] | None:
    """The level that words name (as a range), () for the spine as such, `_ELSEWHERE`, or None."""
    words = _ORIGIN.sub(" ", piece)
    named = levels(words)
    if named:
        return (span(named),)
    if place_words.OUTSIDE.search(words) or _REMOVED.search(words):
        return _ELSEWHERE
    return () if place_words.region(words) else None
