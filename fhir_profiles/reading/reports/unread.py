"""Which reports could concern the spine? Their text is not read in this version; a card says so.

What may not live here: any finding. A report contributes nothing else.
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.chart import Chart
from fhir_profiles.codes.observations import REGION_OF_IMAGING, REPORT_DOCUMENT
from fhir_profiles.reading.lesions import overlap
from fhir_profiles.reading.places import Site, region_place, site_in_words
from fhir_profiles.reading.wording import folded
from fhir_profiles.resources import Json, codings, member, members, name_of, status_code, texts
from plugin.evidence import Place

_IGNORED: Final = frozenset({"entered-in-error", "cancelled", "registered"})
_LABORATORY: Final = frozenset({"LAB", "CH", "HM", "MB", "IMM", "SR", "BLB", "LP20774-5", "LP7839-6"})
_ABOUT_TISSUE: Final = re.compile(r"\bpatholog\w*|\bhistolog\w*|\bbiops\w*")
_OTHER_EXAMINATION: Final = re.compile(
    r"\becg\b|\bekg\b|\bechocardiog\w*|\becho\b|\bspirometr\w*|\bendoscop\w*|\bcoloscop\w*|\bcolonoscop\w*|\bmammogra\w*|\beeg\b"
)


def unread_reports(chart: Chart, place: Place | None) -> tuple[str, ...]:
    """The reports whose text could say something of the lesion at this place."""
    sites: dict[str, Site] = {}  # most reports bear one of a few titles
    return tuple(name_of(report) for report in chart.of("reports") if _could_concern(report, place, sites))


def _could_concern(report: Json, place: Place | None, sites: dict[str, Site]) -> bool:
    if status_code(report, "status") in _IGNORED or not _has_text(report):
        return False
    concept = member(report, "code")
    words = folded(" ; ".join(texts(concept)))
    coded = codings(concept)
    if any(each.key in REPORT_DOCUMENT for each in coded):
        return True
    if _ABOUT_TISSUE.search(words):
        return True
    laboratory = any(each.code in _LABORATORY for c in members(report, "category") for each in codings(c))
    if laboratory or _OTHER_EXAMINATION.search(words):
        return False
    region = next((REGION_OF_IMAGING[each.key] for each in coded if each.key in REGION_OF_IMAGING), "")
    if not region and words not in sites:
        sites[words] = site_in_words(words)
    return _covers(Site(region=region) if region else sites[words], place)


def _has_text(report: Json) -> bool:
    text = member(report, "text") or {}
    return bool(report.get("conclusion") or members(report, "presentedForm") or text.get("div"))


def _covers(site: Site, place: Place | None) -> bool:
    """A report of another level or region does not; one of another organ may show the spine all the same."""
    if place is None:
        return True
    if site.places:
        return any(overlap(each, place) for each in site.places)
    return not site.region or overlap(region_place(site.region), place)
