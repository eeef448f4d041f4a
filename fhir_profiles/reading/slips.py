"""How are levels written on slips and in forms ("T02", "L.3", "L III", "S1—S3", "atlas"), and which such words are none?

On folded text (`wording.folded`) of a body site or an order, where such words are a place and nothing else; prose has dots,
dashes and zeros of its own. What may not live here: the notations of the ward, which prose uses too (`level_words`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.level_words import ROMAN, arabic

_COUNT: Final = {"c": 7, "t": 12, "d": 12, "l": 5, "s": 5, "h": 7, "b": 12}
_NUMBER: Final = r"(?:1[0-2]|[1-9])"
_ZERO: Final = re.compile(rf"(?<![\w.'])((?:th|[ctdls]|[hbls]wk)[\s-]?)0(?={_NUMBER}(?![\w%])(?!\.\d))")
_TIGHT_DASH: Final = re.compile(r"(?<=\d)(?:[\u2012\u2014\u2015]|\s?\u2212\s?)(?=(?:th|[ctdls])?\s?\d)")
_DASH: Final = re.compile(r"\s*[\u2012\u2014\u2015\u2212]\s*")
_DOT: Final = re.compile(rf"(?<![\w.'])(th|[ctdls])\.\s?(?=(?:{_NUMBER}|{ROMAN})(?![\w%])(?!\.\d))")
_ATLAS: Final = re.compile(r"\batlas(?:wirbel)?\b")
_AXIS: Final = re.compile(  # the second vertebra, not the axis of a needle
    r"(?:^|\b(?:of|of the|vertebra|ablation|the body of|de l'|des)\s?)\baxis\b(?! (?:of|de|des|deviation))"
)
_LETTER_ROMAN: Final = re.compile(  # alone in a body site, single letters are numbers too, and long ones need no space
    rf"(?<![\w.'])(?P<letter>th|[ctdls])(?:[\s-]+(?P<n>{ROMAN})|(?P<joined>(?=\w{{3,4}}(?!\w)){ROMAN})|(?<=th)(?P<th>{ROMAN}))(?!\w)"
)
_GOES_ON: Final = re.compile(rf"(?<=\d)(\s*(?:[-/,&]|\b(?:to|bis|a|au|and|und|et)\b)\s*)({ROMAN})(?!\w)")
_LIKE_A_LEVEL: Final = re.compile(
    rf"(?<![\w.'])(?P<letter>th|[ctdls]|[hbls]wk)(?:[\s.-]?\s?)0?(?P<n>\d{{1,2}}|{ROMAN})(?![\w%])(?!\.\d)"
)
_CODED_LIKE_A_LEVEL: Final = re.compile(r"(?<![\w.'])(?P<letter>th|[ctdls]|[hbls]wk ?)(?P<n>\d{1,2})(?![\w%])(?!\.\d)")
_NO_PLACE: Final = re.compile(
    r"\W*(?:unknown|unspecified|other|none|not (?:stated|specified|known|applicable|given)|n/?a|nos|no information|tbd"
    r"|to be determined|see (?:\w+ )?(?:notes?|text|report|comments?|order|below)|siehe \w+|unbekannt|keine angaben?|k\. ?a\.?"
    r"|nicht (?:angegeben|bekannt|spezifiziert)|inconnue?|non (?:precisee?|renseignee?|specifiee?)|voir \w+)?\W*"
)


def of_a_body_site(words: str) -> str:
    """Folded words of a body site with every level written as the ward does."""
    plain = _DOT.sub(r"\1 ", _DASH.sub("-", words))
    return of_an_order(_GOES_ON.sub(_next, _LETTER_ROMAN.sub(_roman, plain)))


def of_an_order(words: str) -> str:
    """The same for what an order calls itself and notes."""
    plain = _ATLAS.sub(" c1 ", _TIGHT_DASH.sub("-", _ZERO.sub(r"\1", words)))
    return _AXIS.sub(" c2 ", plain)


def names_no_such_level(words: str) -> bool:
    """Is something written like a level that no spine has ("L9", "T13", "LWK 7")?"""
    return any(_is_none(found) for found in _LIKE_A_LEVEL.finditer(words))


def orders_no_such_level(words: str) -> str:
    """The same in the name of an order, where letters and numbers also count other things: as written, or nothing."""
    return next((found[0].upper() for found in _CODED_LIKE_A_LEVEL.finditer(words) if _is_none(found)), "")


def says_no_place(words: str) -> bool:
    """Do the words of a body site say only that it is not said there ("unknown", "see note")?"""
    return _NO_PLACE.fullmatch(words) is not None


def _is_none(found: re.Match[str]) -> bool:
    number = found["n"]
    return not 1 <= int(number if number.isdigit() else arabic(number)) <= _COUNT[found["letter"][0]]


def _roman(found: re.Match[str]) -> str:
    return f"{found['letter']}{arabic(found['n'] or found['joined'] or found['th'])}"


def _next(found: re.Match[str]) -> str:
    return f"{found[1]}{arabic(found[2])}"
