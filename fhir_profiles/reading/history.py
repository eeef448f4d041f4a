"""What was done and examined at a lesion's level before: metal (F-20), radiotherapy (F-21), and CT or MR on record.

What may not live here: coded findings of the same facts (`lesion`), and how old an examination may be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from fhir_profiles.chart import Chart
from fhir_profiles.codes import CodeSet
from fhir_profiles.codes.disorders import IRRADIATED
from fhir_profiles.codes.observations import REGION_OF_IMAGING
from fhir_profiles.codes.procedures import RADIOTHERAPY
from fhir_profiles.reading.lesions import LesionScope
from fhir_profiles.reading.metal import read_metal
from fhir_profiles.reading.places import Site, body_site, site_in_words
from fhir_profiles.reading.standing import fact, standing
from fhir_profiles.reading.whereabouts import Where, site_of, where
from fhir_profiles.reading.wording import Said, folded, said
from fhir_profiles.resources import Json, codings, member, members, texts, word
from plugin.answer import Fact, Kind, Recorded
from plugin.evidence import Metal, Radiotherapy

_RADIOTHERAPY: Final = re.compile(
    r"\bradio-?therap|\bradiation (?:therap|treatment|of)|\bexternal beam|\birradiation\b|\bsbrt\b|\bsabr\b"
    r"|stereotactic (?:body|radiosurg)|\bradiosurg|strahlentherap|bestrahl|\bradiatio\b|\bradiochirurg"
)
_ONLY_TALKED_OF: Final = re.compile(r"consult|planning|simulation|planung|gesprach|vorstellung|\bavis\b|dosimetr")


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What was there before; for the parts of `Lesion` that other sources tell as well."""

    metal: Recorded[Metal] = field(default_factory=Recorded)
    radiotherapy: Recorded[Radiotherapy] = field(default_factory=Recorded)
    ct_of_level: Recorded[bool] = field(default_factory=Recorded)
    mr_of_level: Recorded[bool] = field(default_factory=Recorded)


def read_history(chart: Chart, lesion: LesionScope, as_of: datetime) -> History:
    """What was done and examined at this level."""
    radiotherapy = (
        *(found for entry in chart.of("procedures") for found in _course(entry, lesion, as_of)),
        *(found for entry in chart.of("conditions") for found in _irradiated(entry, lesion, as_of)),
    )
    return History(
        metal=read_metal(chart, lesion, as_of),
        radiotherapy=Recorded(facts=radiotherapy, unread=chart.unread("radiotherapy")),
        ct_of_level=_imaged(chart, lesion, as_of, "CT"),
        mr_of_level=_imaged(chart, lesion, as_of, "MR"),
    )


def _course(entry: Json, lesion: LesionScope, as_of: datetime) -> Iterator[Fact[Radiotherapy]]:
    """A course at this level; one that names no place only where there is no other lesion (contract 5.1)."""
    counts = standing(entry, as_of)
    words = texts(member(entry, "code"))
    if counts is None or not (_has(entry, RADIOTHERAPY) or said(words, _RADIOTHERAPY, lasting=True) is Said.STATED):
        return
    if any(_ONLY_TALKED_OF.search(folded(text)) for text in words):
        return
    seen = where(site_of(entry), lesion)
    if seen is Where.HERE or (seen is Where.UNSAID and not lesion.others):
        yield fact(entry, Radiotherapy.GIVEN, Kind.PROCEDURE, counts)


def _irradiated(entry: Json, lesion: LesionScope, as_of: datetime) -> Iterator[Fact[Radiotherapy]]:
    """Irradiation history (Z92.3), which never names a place, unless its words do."""
    counts = standing(entry, as_of)
    if counts is not None and _has(entry, IRRADIATED) and where(site_of(entry), lesion) is not Where.ELSEWHERE:
        yield fact(entry, Radiotherapy.GIVEN, Kind.CONDITION, counts)


def _has(entry: Json, wanted: CodeSet) -> bool:
    return any(coding.key in wanted for coding in codings(member(entry, "code")))


def _imaged(chart: Chart, lesion: LesionScope, as_of: datetime, modality: str) -> Recorded[bool]:
    """Studies of this modality whose region of the spine holds the level."""
    facts = tuple(
        fact(study, True, Kind.RECORD, counts)
        for study in chart.of("imaging")
        if (counts := standing(study, as_of)) is not None and _shows(study, lesion, modality)
    )
    return Recorded(facts=facts, unread=chart.unread("imaging"))


def _shows(study: Json, lesion: LesionScope, modality: str) -> bool:
    """A series of the modality at the level; where the series name none, the study's own words and code tell."""
    series = [each for each in members(study, "series") if _is_of(each, "modality", modality)]
    if not series and not _is_of(study, "modality", modality):
        return False
    sites = [_series_site(each) for each in series]
    if any(site.spinal for site in sites):
        return any(where(site, lesion) is Where.HERE for site in sites)
    return any(where(site, lesion) is Where.HERE for site in _study_sites(study))


def _is_of(source: Json, name: str, modality: str) -> bool:
    return any(coding.code == modality for each in members(source, name) for coding in codings(each))


def _series_site(series: Json) -> Site:
    site = body_site(series)
    return site if site.spinal else site_in_words(word(series, "description") or "")


def _study_sites(study: Json) -> Iterator[Site]:
    yield body_site(study)
    yield site_in_words(word(study, "description") or "")
    for concept in members(study, "procedureCode"):
        yield from (Site(region=region) for c in codings(concept) if (region := REGION_OF_IMAGING.get(c.key)))
        yield site_in_words(*texts(concept))
