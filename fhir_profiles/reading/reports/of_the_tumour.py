"""Is a length one of the tumour itself, and not of a part beside it, of an organ, or of how much it has changed?

What may not live here: to what a distance is measured, and counts (`measuring`); the words (`languages`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lengths import Length
from fhir_profiles.reading.reports.lexicon import Language

STOP: Final = r"(?<!\b[a-z])(?<!\bca)(?<!\baa)(?<!\bvv)\.(?=\s)"
"""A full stop that is none of an abbreviation ("ca. 4 mm", "A. iliaca")."""
BORDER: Final = re.compile(rf"[,;)]|\b(?:with|mit|avec)\b|\s-\s|\b(?:and|und|et|but|aber|mais)\b|{STOP}")
PIECE: Final = re.compile(rf"[;]|{STOP}|,(?!\d)")
PART: Final = re.compile(rf";|{STOP}")
_HEADING: Final = 3
_RESCUE: Final = 22
_LEVEL_HEAD: Final = re.compile(r"\b[ctls]\d{1,2}\s*:\s*$")
""""T9: 11 mm, confined to the body"."""
_LEVEL: Final = re.compile(r"\b[ctls]\d{1,2}\b")
WORD: Final = re.compile(r"[a-z]")


def is_of_the_tumour(plain: str, length: Length, near_left: str, near_right: str, language: Language) -> bool:
    words = language.measures
    if length.former is None and _BY.search(plain[: length.start]):
        return False
    close_left = near_left[end_of_last(BORDER, near_left) :]
    close_right = near_right[: start_of_first(BORDER, near_right)]
    other_after = _of_something_else(close_right, language)
    if words.not_tumour.search(close_left) or other_after:
        rescued = any(
            not words.sized.fullmatch(each[0]) and not language.modifies.search(close_right[: each.start()])
            for each in words.tumour.finditer(close_right[:_RESCUE])
        )
        return rescued and not other_after
    if _is_appended(near_left, plain[: length.start], language):
        return False
    if _LEVEL_HEAD.search(plain[: length.start]):
        return True
    if not _is_alone(close_left, close_right, language):
        return False
    if words.tumour.search(plain) or words.sized.search(plain):
        return not _is_named_last(plain[: length.start], close_right, language)
    elsewhere = (words.not_tumour, words.neural, words.viscus, words.other_structure)
    return not plain[length.end :].strip(" .") and not any(each.search(plain) for each in elsewhere)


def _is_alone(close_left: str, close_right: str, language: Language) -> bool:
    """Do the nearest words name the tumour, or say no more than where and when ("L2 (11 mm)", "today 14 mm")?"""
    words = language.measures
    around = f"{close_left} | {close_right}"
    if words.tumour.search(around) or words.sized.search(around):
        return True
    for each in (_LEVEL, words.former, language.now, words.between):
        around = each.sub(" ", around)
    return WORD.search(around) is None


_BY: Final = re.compile(
    r"\b(?:(?:diminu|augment|regress|progress|grandi|grossi|redui|reduct|major)\w*(?: [\w']+)? (?:de|d')"
    r"|(?:increas|decreas|gr[eo]w|shr[aiu]nk|reduc|enlarg)\w*(?: \w+)? by|um) (?:environ |pres de |about |etwa |ca\. )?$"
)
"""Before the difference of two sizes ("has shrunk by 7 mm")."""


def _is_named_last(left: str, close_right: str, language: Language) -> bool:
    """Is what is named last before the length, with no tumour behind it, something else than the tumour?"""
    words = language.measures
    if any(not words.sized.fullmatch(each[0]) for each in words.tumour.finditer(close_right)):
        return False
    tumours = [each.end() for each in words.tumour.finditer(left) if not words.sized.fullmatch(each[0])]
    others = [each.end() for each in words.not_tumour.finditer(left)]
    return bool(others) and max(others) >= max(tumours, default=0)


def _is_appended(near_left: str, left: str, language: Language) -> bool:
    """Does the length stand alone behind the comma of something else ("paravertebral component, 31 mm"), or under its colon?"""
    words = language.measures
    clause = left[end_of_last(PART, left) :]
    heading = clause[: clause.index(":")].rpartition(",")[2] if ":" in clause else ""
    if len(heading.split()) <= _HEADING and words.not_tumour.search(heading):
        return True
    if near_left.strip() or not left.rstrip().endswith(","):
        return False
    named = left.rstrip(" ,")
    part = next((match for match in words.tumour.finditer(named) if match.end() == len(named)), None)
    if part is not None:  # "soft-tissue mass, 5 cm"
        named = named[: part.start()].rstrip()
    return any(match.end() == len(named) for match in words.not_tumour.finditer(named))


def _of_something_else(close_right: str, language: Language) -> bool:
    words = language.measures
    if words.not_tumour_after is not None:
        return words.not_tumour_after.match(close_right) is not None
    return words.not_tumour.search(close_right[: min(40, start_of_first(language.with_, close_right))]) is not None


def end_of_last(border: re.Pattern[str], text: str) -> int:
    end = 0
    for match in border.finditer(text):
        end = match.end()
    return end


def start_of_first(border: re.Pattern[str], text: str) -> int:
    found = border.search(text)
    return found.start() if found else len(text)
