"""Where is an order for? By `bodySite`, else by the words of its code, then of its notes, else by the region of its code.

Contract 5.2. What may not live here: whether the order is one of ours (`order_kinds`), and which lesion it means (`ordering`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from fhir_profiles.codes.code import Key
from fhir_profiles.codes.observations import REGION_OF_IMAGING
from fhir_profiles.codes.procedures import REGION_OF_PROCEDURE
from fhir_profiles.reading import slips
from fhir_profiles.reading.meant_levels import meant_levels
from fhir_profiles.reading.places import NOWHERE, Site, body_site, site_in_words
from fhir_profiles.reading.wording import folded
from fhir_profiles.resources import Json, notes

# Where a metastasis comes from, not where it is: "renal cell carcinoma metastasis", "metastasis from kidney cancer".
_CANCER_OF: Final = re.compile(
    r"\b[\w-]{2,30} (?:cell )?(?:cancer|carcinoma|ca)\b(?= (?:\w{1,20} )?metasta)|\b\w{2,30}(?:karzinom|krebs)-?metasta\w+"
    r"|(?<=metastasis )(?:of|from) (?:an? )?[\w-]{2,30} (?:cell )?(?:cancer|carcinoma)\b|(?<=metastase )(?:d'un|eines) \w+"
)
_REGION_OF_CODE: Final = (REGION_OF_PROCEDURE, REGION_OF_IMAGING)


def site_of_order(order: Json, keys: Sequence[Key], said: Sequence[str], *, of_the_spine: bool) -> Site:
    """The place that an order names; `said` is what it calls itself.

    `of_the_spine`: its code says so by itself, and an organ in its words is where the tumour comes from. What is written as
    its site and cannot be read stays `unread`, unless other words of the order name the place.
    """
    own = body_site(order)
    if own.stated:
        return own
    worded = _in_words(keys, said, notes(order), of_the_spine=of_the_spine)
    if worded.stated and not own.no_such_level:
        return worded
    if own.unread:
        return replace(worded, unread=own.unread, no_such_level=own.no_such_level)
    return worded


def _in_words(keys: Sequence[Key], said: Sequence[str], noted: Sequence[str], *, of_the_spine: bool) -> Site:
    name = folded(" ; ".join(said))
    for words in (name, folded(" ; ".join(noted))):
        site = _named(slips.of_an_order(words)) if words else NOWHERE
        if site.spinal:
            return _narrower(keys, site) if site.region == "spine" else site
        if not of_the_spine and site.outside and (site.outside_bone or not site.bone):
            return site
    found = _narrower(keys, NOWHERE)
    none_such = "" if found.spinal else slips.orders_no_such_level(name)
    return Site(unread=none_such, no_such_level=True) if none_such else found


def _named(words: str) -> Site:
    """The place in these words, without the levels that they deny or tell the past of."""
    plain = _CANCER_OF.sub(" ", words)
    meant = meant_levels(plain)
    if meant is None:
        return site_in_words(plain)
    site = site_in_words(meant)
    return site if site.spinal else Site(region="spine")  # it speaks of levels, and names none that is meant


def _narrower(keys: Sequence[Key], site: Site) -> Site:
    region = next((codes[key] for key in keys for codes in _REGION_OF_CODE if key in codes), "")
    return Site(region=region) if region else site
