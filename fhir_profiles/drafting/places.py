"""Where in the spine is a draft meant to be? Its body site, written and read.

What may not live here: which orders name a level (the knowledge says so), and the words that
name levels (`reading.level_words`).
"""

from __future__ import annotations

from typing import Any, Final

from fhir_profiles.codes.sites import LEVELS_BY_CODE
from fhir_profiles.drafting.occasion import Json
from fhir_profiles.reading.level_words import levels as levels_named
from fhir_profiles.reading.wording import folded
from fhir_profiles.resources import codings, members, texts
from plugin.evidence import Place


def body_site(place: Place, words: str) -> list[dict[str, Any]]:
    """The level as a code where there is one, and the place in words."""
    site: dict[str, Any] = {"text": words or place.level}
    coding = _VERTEBRA.get(place.levels)
    return [{"coding": [coding], **site} if coding else site]


def means_place(draft: Json, place: Place | None) -> bool:
    """Does a draft mean this lesion? Only one whose body site names other levels does not."""
    levels = _levels(draft)
    return place is None or not levels or not levels.isdisjoint(place.levels)


def names_only(draft: Json, place: Place) -> bool:
    """Does the body site of a draft name the levels of this place, and no others?"""
    return _levels(draft) == set(place.levels)


def _levels(draft: Json) -> set[str]:
    """Every level that a code or the words of its body site name: a site that contradicts itself names two."""
    sites = members(draft, "bodySite")
    coded = {level for site in sites for each in codings(site) for level in LEVELS_BY_CODE.get(each.key, ())}
    return coded | {level for site in sites for text in texts(site) for level in levels_named(folded(text))}


def _vertebrae() -> dict[tuple[str, ...], Json]:
    """Bone codes come first in the table of E.7, so the first code of a level is the vertebra's, not its body's."""
    found: dict[tuple[str, ...], Json] = {}
    for (system, code), levels in LEVELS_BY_CODE.items():
        found.setdefault(levels, {"system": system, "code": code})
    return found


_VERTEBRA: Final = _vertebrae()
