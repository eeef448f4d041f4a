"""Which reports are there to be read, and what is their text? Status, date, examination, and the blocks of their words.

From conclusion, `presentedForm` (plain, HTML, XHTML; inline or fetched) and, where nothing else is there, the narrative
(contract 5.3). What may not live here: what the words say (`sentence`, `within`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, NamedTuple

from fhir_profiles.chart import Chart
from fhir_profiles.codes import Key
from fhir_profiles.codes.observations import (
    CT_DOCUMENT,
    CT_SPINE,
    MR_SPINE,
    MR_SPINE_DOCUMENT,
    REGION_OF_IMAGING,
    REPORT_DOCUMENT,
)
from fhir_profiles.reading.modality import modality_in_words
from fhir_profiles.reading.places import Site, site_in_words
from fhir_profiles.reading.reports.markup import text_of
from fhir_profiles.reading.reports.mention import Section
from fhir_profiles.reading.standing import dated, standing
from fhir_profiles.reading.wording import folded
from fhir_profiles.resources import (
    READABLE,
    Document,
    Json,
    codings,
    inline_document,
    media_type,
    member,
    members,
    name_of,
    status_code,
    texts,
    word,
)
from plugin.answer import Standing

_MR: Final = (MR_SPINE, MR_SPINE_DOCUMENT)
_CT: Final = (CT_SPINE, CT_DOCUMENT)
_DEAD: Final = frozenset({"entered-in-error", "cancelled"})
_LABORATORY: Final = frozenset({"LAB", "CH", "HM", "MB", "IMM", "SR", "BLB", "LP20774-5", "LP7839-6"})
_TISSUE: Final = re.compile(
    r"\bpatholog\w*|\bhistolog\w*|\bbiops\w*|\bhistopatholog\w*|\bcytolog\w*|\banatomopatholog\w*"
)
_OTHER_EXAMINATION: Final = re.compile(
    r"\becg\b|\bekg\b|\bechocardiog\w*|\becho\b|\bspirometr\w*|\bendoscop\w*|\bcoloscop\w*|\bcolonoscop\w*|\bmammogra\w*|\beeg\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report as far as it can be read.

    `site` is what its title says of the place; `tissue`: it is a report on a specimen. `blocks` are its texts, each with the
    section that it begins in. `unreadable`: it holds something that is not read (PDF, a document that could not be decoded).
    """

    name: str
    counts: Standing
    on: datetime | None
    modality: str
    site: Site
    tissue: bool
    blocks: tuple[tuple[Section, str], ...] = field(repr=False)
    unreadable: bool = False


class _Title(NamedTuple):
    """What the code of a report says of the examination: its words, folded, and its codes."""

    words: str
    keys: tuple[Key, ...]


def reports(chart: Chart, as_of: datetime) -> Iterator[Report]:
    """Every report that counts and could concern the spine, in the order of the record."""
    sites: dict[_Title, Site] = {}  # most reports bear one of a few titles
    for resource in chart.of("reports"):
        counts = standing(resource, as_of)
        title = _title(resource)
        if counts is not None and _is_of_interest(resource, title):
            if title not in sites:
                sites[title] = _site(title)
            yield _report(chart, resource, counts, title, sites[title])


def is_of_interest(resource: Json) -> bool:
    """Could it say anything of bone? Laboratory values and examinations of other organs do not."""
    return _is_of_interest(resource, _title(resource))


def _is_of_interest(resource: Json, title: _Title) -> bool:
    if any(key in REPORT_DOCUMENT for key in title.keys) or _TISSUE.search(title.words):
        return True
    if _OTHER_EXAMINATION.search(title.words):
        return False
    return not any(each.code in _LABORATORY for c in members(resource, "category") for each in codings(c))


def withdrawn(chart: Chart) -> Iterator[tuple[str, Site]]:
    """The reports that were cancelled or entered in error, and what their titles say of the place (CR-10)."""
    for resource in chart.of("reports"):
        if status_code(resource, "status") in _DEAD and is_of_interest(resource):
            yield name_of(resource), _site(_title(resource))


def _title(resource: Json) -> _Title:
    concept = member(resource, "code")
    return _Title(folded(" ; ".join(texts(concept))), tuple([each.key for each in codings(concept)]))


def _site(title: _Title) -> Site:
    """The place that a title names, by LOINC or in words."""
    region = next((REGION_OF_IMAGING[key] for key in title.keys if key in REGION_OF_IMAGING), "")
    if region:
        return Site(region=region)
    worded = site_in_words(title.words)
    spine = any(key in codes for key in title.keys for codes in (*_MR, CT_SPINE))
    return Site(region="spine") if spine and not worded.spinal else worded


def _report(chart: Chart, resource: Json, counts: Standing, title: _Title, site: Site) -> Report:
    blocks, unreadable = blocks_of(chart, resource)
    return Report(
        name=name_of(resource),
        counts=counts,
        on=dated(resource),
        modality=_modality(title),
        site=site,
        tissue=_TISSUE.search(title.words) is not None,
        blocks=blocks,
        unreadable=unreadable,
    )


def blocks_of(chart: Chart, resource: Json) -> tuple[tuple[tuple[Section, str], ...], bool]:
    """The texts of a report, and whether it holds something that is not read."""
    documents, unreadable = _forms(chart, resource)
    blocks = [(Section.IMPRESSION, each) for each in (word(resource, "conclusion"),) if each]
    blocks += [(Section.FINDINGS, _plain(each)) for each in documents]
    narrative = word(member(resource, "text") or {}, "div")
    if not blocks and not unreadable and narrative:
        blocks.append((Section.FINDINGS, text_of(narrative)))
    return tuple(dict.fromkeys(blocks)), unreadable


def _modality(title: _Title) -> str:
    if any(key in codes for key in title.keys for codes in _MR):
        return "MR"
    if any(key in codes for key in title.keys for codes in _CT):
        return "CT"
    return modality_in_words(title.words)


def _forms(chart: Chart, resource: Json) -> tuple[list[Document], bool]:
    """The documents of a report, and whether one of them is not read."""
    found: list[Document] = []
    unreadable = False
    for form in members(resource, "presentedForm"):
        url, inside = word(form, "url"), word(form, "data")
        document = inline_document(form)
        if url and inside is None:
            document = chart.attached(resource, url)
        if document is not None:
            found.append(document)
        elif media_type(word(form, "contentType")) not in READABLE or not (url or inside):
            unreadable = True  # a text that was lost is said already, where the chart was gathered
    return found, unreadable


def _plain(document: Document) -> str:
    return document.text if document.media_type == "text/plain" else text_of(document.text)
