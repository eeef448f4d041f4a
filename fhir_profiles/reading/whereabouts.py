"""Is an entry of the record at a lesion's level, at another place, or does it not say? By levels alone, not by side.

What may not live here: what a code or a word says of a place (`places`), and which lesion owns a finding (`lesions`).
"""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from fhir_profiles.codes.sites import REGION_LEVELS
from fhir_profiles.reading.lesions import LesionScope
from fhir_profiles.reading.places import Site, body_site, site_in_words
from fhir_profiles.resources import Json, member, texts
from plugin.evidence import LEVELS


class Where(Enum):
    """Where something is, seen from one lesion."""

    HERE = "at the level"
    UNSAID = "no place is named"
    ELSEWHERE = "at another place"


def site_of(resource: Json) -> Site:
    """The place that an entry names: its body site, else the words of its code."""
    site = body_site(resource)
    if site.stated:
        return site
    worded = site_in_words(*texts(member(resource, "code")))
    return replace(worded, unread=site.unread, no_such_level=site.no_such_level) if site.unread else worded


def where(site: Site, lesion: LesionScope, *, filled: bool = False) -> Where:
    """A region that holds the level is here; `filled`: levels between the named ones count (a fusion of L3 and L5)."""
    if lesion.place is None:
        return Where.ELSEWHERE if site.outside else Where.UNSAID
    named = _levels(site)
    if filled and named:
        order = sorted(LEVELS.index(level) for level in named)
        named = frozenset(LEVELS[order[0] : order[-1] + 1])
    if named:
        return Where.ELSEWHERE if named.isdisjoint(lesion.place.levels) else Where.HERE
    return Where.ELSEWHERE if site.outside else Where.UNSAID


def _levels(site: Site) -> frozenset[str]:
    if site.places:
        return frozenset(level for place in site.places for level in place.levels)
    return frozenset(REGION_LEVELS.get(site.region, (site.region,) if site.region else ()))
