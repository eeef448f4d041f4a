"""What was done and examined before, as far as it may concern a lesion: metal, radiotherapy, stated aims, CT and MR.

Found once for the patient, each with its place. What may not live here: whether it is at a lesion's level (`history`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple

from fhir_profiles.chart import Chart
from fhir_profiles.codes.disorders import IRRADIATED
from fhir_profiles.codes.observations import REGION_OF_IMAGING
from fhir_profiles.codes.procedures import RADIOTHERAPY
from fhir_profiles.codes.sites import INTENT_BY_CODE
from fhir_profiles.codes.systems import MCODE_PROCEDURE_INTENT
from fhir_profiles.reading.entries import Entry
from fhir_profiles.reading.first_look import Conditions
from fhir_profiles.reading.metal import Sign, signs_of_metal
from fhir_profiles.reading.places import Site, body_site, site_in_words
from fhir_profiles.reading.standing import standing
from fhir_profiles.reading.whereabouts import site_of
from fhir_profiles.reading.wording import Said, said
from fhir_profiles.resources import Json, codings, extensions, members, texts, word
from plugin.answer import Kind, Standing
from plugin.evidence import Intent

_RADIOTHERAPY: Final = re.compile(
    r"\bradio-?therap|\bradiation (?:therap|treatment|of)|\bexternal beam|\birradiation\b|\bsbrt\b|\bsabr\b"
    r"|stereotactic (?:body|radiosurg)|\bradiosurg|strahlentherap|bestrahl|\bradiatio\b|\bradiochirurg"
)
_ONLY_TALKED_OF: Final = re.compile(r"consult|planning|simulation|planung|gesprach|vorstellung|\bavis\b|dosimetr")
_STEMS: Final = ("radi", "sbrt", "sabr", "external beam", "strahl", "stereotact")
_MODALITIES: Final = ("CT", "MR")
_UNDER_WAY: Final = ("preparation", "in-progress", "on-hold")


class Course(NamedTuple):
    """Radiotherapy that was given. `anywhere`: its entry can name no place (Z92.3)."""

    entry: Entry
    kind: Kind
    site: Site
    anywhere: bool


class Aimed(NamedTuple):
    """A Procedure that states its intent."""

    resource: Json
    counts: Standing
    intent: Intent
    site: Site


class Study(NamedTuple):
    """What a study examined with one modality."""

    resource: Json
    counts: Standing
    modality: str
    sites: tuple[Site, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What was there before."""

    metal: tuple[Sign, ...]
    courses: tuple[Course, ...]
    aimed: tuple[Aimed, ...]
    studies: tuple[Study, ...]


def read_past(
    chart: Chart,
    procedures: tuple[Entry, ...],
    devices: tuple[Entry, ...],
    conditions: Conditions,
    as_of: datetime,
) -> Past:
    """Everything of the past that may concern a lesion."""
    irradiated = conditions.every.coded(IRRADIATED)
    return Past(
        metal=signs_of_metal(procedures, devices, conditions.of_interest),
        courses=(
            *(Course(each, Kind.PROCEDURE, site_of(each.resource), False) for each in procedures if _is_course(each)),
            *(Course(each, Kind.CONDITION, site_of(each.resource), True) for each in irradiated),
        ),
        aimed=tuple(_aimed(chart, as_of)),
        studies=tuple(_studies(chart, as_of)),
    )


def _is_course(procedure: Entry) -> bool:
    if not procedure.has(RADIOTHERAPY):
        worded = procedure.mentions(_STEMS) and said(procedure.words, _RADIOTHERAPY, lasting=True) is Said.STATED
        if not worded:
            return False
    return not _ONLY_TALKED_OF.search(procedure.plain)


def _aimed(chart: Chart, as_of: datetime) -> Iterator[Aimed]:
    """A Procedure that is only planned states its aim as firmly as one that was done; one that was given up does not."""
    for each in chart.of("procedures"):
        intent = _intent(each) if "extension" in each else None
        counts = Standing.FIRM if each.get("status") in _UNDER_WAY else standing(each, as_of)
        if intent is not None and counts is not None:
            yield Aimed(each, counts, intent, site_of(each))


def _intent(procedure: Json) -> Intent | None:
    """What mCODE's extension says; supportive and diagnostic procedures have no intent of ours."""
    found = {
        INTENT_BY_CODE[coding.key]
        for extension in extensions(procedure, MCODE_PROCEDURE_INTENT)
        for coding in codings(extension.get("valueCodeableConcept"))
        if coding.key in INTENT_BY_CODE
    }
    return found.pop() if len(found) == 1 else None


# --- examinations -----------------------------------------------------------------------------------------------------


def _studies(chart: Chart, as_of: datetime) -> Iterator[Study]:
    for study in chart.of("imaging"):
        counts = standing(study, as_of)
        for modality in _MODALITIES if counts is not None else ():
            sites = _sites(study, modality)
            if sites and counts is not None:
                yield Study(study, counts, modality, sites)


def _sites(study: Json, modality: str) -> tuple[Site, ...]:
    """The places of its series of this modality; where the series name none of the spine, the study's own words tell."""
    series = [each for each in members(study, "series") if _is_of(each, modality)]
    if not series and not _is_of(study, modality):
        return ()
    named = tuple(site for each in series if (site := _series_site(each)).spinal)
    return named or tuple(site for site in _study_sites(study) if site.spinal)


def _is_of(source: Json, modality: str) -> bool:
    return any(coding.code == modality for each in members(source, "modality") for coding in codings(each))


def _series_site(series: Json) -> Site:
    site = body_site(series)
    return site if site.spinal else site_in_words(word(series, "description") or "")


def _study_sites(study: Json) -> Iterator[Site]:
    yield body_site(study)
    yield site_in_words(word(study, "description") or "")
    for concept in members(study, "procedureCode"):
        yield from (Site(region=region) for c in codings(concept) if (region := REGION_OF_IMAGING.get(c.key)))
        yield site_in_words(*texts(concept))
