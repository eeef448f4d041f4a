"""What was done and examined at a lesion's level before: metal (F-20), radiotherapy (F-21), and CT or MR on record.

What may not live here: how it is recognised (`past`, `metal`), coded findings of the same facts (`lesion`), and how old an
examination may be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from fhir_profiles.chart import Chart
from fhir_profiles.reading.lesions import LesionScope
from fhir_profiles.reading.metal import metal_seen
from fhir_profiles.reading.past import Course, Study
from fhir_profiles.reading.patient import PatientRecord, read_patient
from fhir_profiles.reading.places import Site
from fhir_profiles.reading.reports import ReadReport
from fhir_profiles.reading.standing import fact
from fhir_profiles.reading.whereabouts import Where, where
from plugin.answer import Fact, Kind, Recorded
from plugin.evidence import Metal, Place, Radiotherapy


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What was there before; for the parts of `Lesion` that other sources tell as well."""

    metal: Recorded[Metal] = field(default_factory=Recorded)
    radiotherapy: Recorded[Radiotherapy] = field(default_factory=Recorded)
    ct_of_level: Recorded[bool] = field(default_factory=Recorded)
    mr_of_level: Recorded[bool] = field(default_factory=Recorded)


def read_history(
    chart: Chart,
    lesion: LesionScope,
    as_of: datetime,
    patient: PatientRecord | None = None,
    told: Sequence[ReadReport] = (),
) -> History:
    """What was done and examined at this level; `patient` and `told` are what was read of patient and reports already."""
    past = (patient or read_patient(chart, as_of)).past
    no_imaging = chart.unread("imaging")
    return History(
        metal=Recorded(facts=tuple(metal_seen(past.metal, lesion)), unread=chart.unread("metal")),
        radiotherapy=Recorded(facts=tuple(_courses(past.courses, lesion)), unread=chart.unread("radiotherapy")),
        ct_of_level=Recorded(facts=tuple(_examined(past.studies, told, lesion, "CT")), unread=no_imaging),
        mr_of_level=Recorded(facts=tuple(_examined(past.studies, told, lesion, "MR")), unread=no_imaging),
    )


def _courses(courses: Iterable[Course], lesion: LesionScope) -> Iterator[Fact[Radiotherapy]]:
    """A course at this level; one that names no place only where there is no other lesion, Z92.3 always."""
    for course in courses:
        seen = where(course.site, lesion)
        if seen is Where.HERE or (seen is Where.UNSAID and (course.anywhere or not lesion.others)):
            yield fact(course.entry.resource, Radiotherapy.GIVEN, course.kind, course.entry.counts)


def _examined(
    studies: Iterable[Study], told: Iterable[ReadReport], lesion: LesionScope, modality: str
) -> Iterator[Fact[bool]]:
    """Studies, and reports on studies that may not be on record themselves."""
    yield from _imaged(studies, lesion, modality)
    for each in told:
        report = each.report
        if report.modality == modality and not report.tissue and _is_of(each, lesion):
            yield Fact(
                value=True,
                seen_in=report.name,
                on=report.on,
                kind=Kind.REPORT,
                standing=report.counts,
                modality=modality,
            )


def _is_of(each: ReadReport, lesion: LesionScope) -> bool:
    """Its title names a part of the spine that holds the level, or its words name the level."""
    named = any(where(Site(places=(Place(level=level),)), lesion) is Where.HERE for level in each.levels)
    return named or where(each.report.site, lesion) is Where.HERE


def _imaged(studies: Iterable[Study], lesion: LesionScope, modality: str) -> Iterator[Fact[bool]]:
    """Studies of this modality whose part of the spine holds the level."""
    for study in studies:
        if study.modality == modality and any(where(site, lesion) is Where.HERE for site in study.sites):
            yield fact(study.resource, True, Kind.RECORD, study.counts)
