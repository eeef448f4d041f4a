"""Does an enumeration that began before still go on: over commas and "and", in the words of a language?

What may not live here: cues and findings (`scope`), and the words (`languages`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import Language

_WEAK: Final = re.compile(r",")
_OPENS_LIST: Final = re.compile(r"\s*:")
"""A list without "and" ("Differential: metastasis, plasmacytoma")."""
_AND: Final = re.compile(r"\b(?:and|und|et)\b")


def is_one_list(between: str, rest: str, language: Language) -> bool:
    """Does the enumeration that begins behind a cue still go on?"""
    pieces = _WEAK.split(between)
    for place, piece in enumerate(pieces[1:], 1):
        after = piece if place < len(pieces) - 1 else piece + rest
        if language.fresh.match(after.strip()):
            return False
    if len(pieces) > 1 and not _OPENS_LIST.match(between):
        until = _WEAK.split(rest)
        tail = " ".join((*pieces[1:], *until[:4]))
        return joined(tail, language)
    for link in language.joins.finditer(between):
        if language.alternatives.fullmatch(link[0]):
            continue
        if language.fresh.match((between[link.end() :] + rest).strip()):
            return False
    return True


def goes_on(between: str, rest: str, language: Language, begin: re.Pattern[str]) -> bool:
    """The same, in a language whose lists under a denial show by their first word that they go on ("ni", "de")."""
    if ":" in between:
        return False
    begins = [found.end() for border in (_WEAK, _AND) for found in border.finditer(between)]
    after = ((between[at:] + rest).strip() for at in begins)
    return all(begin.match(each) and not language.fresh.match(each) for each in after)


def joined(piece: str, language: Language) -> bool:
    """Does a word join this stretch to another?"""
    return language.joins.search(piece) is not None
