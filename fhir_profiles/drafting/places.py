"""Where in the spine is a draft meant to be? Its body site, written and read.

What may not live here: which orders name a level (the knowledge says so).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from fhir_profiles.codes.sites import LEVELS_BY_CODE
from fhir_profiles.drafting.occasion import Json
from fhir_profiles.resources import codings, members, texts
from plugin.evidence import LEVELS, Place

_LEVEL_WORD: Final = re.compile(r"\b(C[1-7]|(?:T|Th|D)(?:1[0-2]|[1-9])|L[1-5]|S[1-5])\b")
_SPAN: Final = re.compile(r"[0-9]\s*[-–]\s*[A-Z]")


def body_site(place: Place, words: str) -> list[dict[str, Any]]:
    """The level as a code where there is one, and the place in words."""
    site: dict[str, Any] = {"text": words or place.level}
    coding = _VERTEBRA.get(place.levels)
    return [{"coding": [coding], **site} if coding else site]


def means_place(draft: Json, place: Place | None) -> bool:
    """Does a draft mean this lesion? Only one whose body site names other levels does not."""
    levels = set(_levels(draft))
    return place is None or not levels or not levels.isdisjoint(place.levels)


def names_only(draft: Json, place: Place) -> bool:
    """Does the body site of a draft name the levels of this place, and no others?"""
    return set(_levels(draft)) == set(place.levels)


def _levels(draft: Json) -> Iterable[str]:
    for site in members(draft, "bodySite"):
        for coding in codings(site):
            yield from LEVELS_BY_CODE.get(coding.key, ())
        for text in texts(site):
            yield from _levels_in(text)


def _levels_in(text: str) -> tuple[str, ...]:
    named = [LEVELS.index(re.sub(r"^(?:Th|D)", "T", each)) for each in _LEVEL_WORD.findall(text)]
    if len(named) == 2 and _SPAN.search(text):  # noqa: PLR2004 - from one level to another
        return LEVELS[min(named) : max(named) + 1]
    return tuple(LEVELS[each] for each in named)


def _vertebrae() -> dict[tuple[str, ...], Json]:
    """Bone codes come first in the table of E.7, so the first code of a level is the vertebra's, not its body's."""
    found: dict[tuple[str, ...], Json] = {}
    for (system, code), levels in LEVELS_BY_CODE.items():
        found.setdefault(levels, {"system": system, "code": code})
    return found


_VERTEBRA: Final = _vertebrae()
