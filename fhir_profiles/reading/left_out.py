"""What would have said something of a lesion, but was left out or only noted for its status (CR-10, F.5 rule 1)?

Conditions of tumours and fractures, our own findings, and reports. What may not live here: how a status counts (`standing`), and
what follows from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from fhir_profiles.chart import Chart
from fhir_profiles.reading.attribution import Record
from fhir_profiles.reading.conditions import read_condition
from fhir_profiles.reading.entries import entry
from fhir_profiles.reading.first_look import Conditions, telling
from fhir_profiles.reading.lesions import overlap
from fhir_profiles.reading.places import Site, body_site
from fhir_profiles.reading.problems import Problem
from fhir_profiles.reading.reports import withdrawn
from fhir_profiles.reading.standing import standing
from fhir_profiles.resources import name_of, status_code
from plugin.answer import Standing
from plugin.evidence import Place


class LeftOut(NamedTuple):
    """One entry that does not count, or not firmly, and the place that it names."""

    name: str
    site: Site


def left_out(chart: Chart, conditions: Conditions, record: Record, as_of: datetime) -> tuple[LeftOut, ...]:
    """Every such entry of the chart."""
    reports = (LeftOut(name, site) for name, site in withdrawn(chart))
    return (*_conditions(chart, conditions, record, as_of), *_findings(chart, record), *reports)


def names_at(entries: Iterable[LeftOut], place: Place | None) -> tuple[str, ...]:
    """Those that name this place, or no other one."""
    return tuple(dict.fromkeys(each.name for each in entries if _may_be_at(each.site, place)))


def _conditions(chart: Chart, conditions: Conditions, record: Record, as_of: datetime) -> Iterator[LeftOut]:
    counted = {id(each.resource) for each in conditions.every}
    over = (entry(each, Standing.FIRM) for each in chart.of("conditions") if id(each) not in counted)
    unsure = (each for each in record.problems if standing(each.resource, as_of) is Standing.TENTATIVE)
    for problem in (*map(read_condition, telling(over)), *unsure):
        if _says_something(problem):
            yield LeftOut(problem.seen_in, problem.site)


def _says_something(problem: Problem) -> bool:
    return bool(problem.natures or problem.primary or problem.malignant or problem.fracture)


def _findings(chart: Chart, record: Record) -> Iterator[LeftOut]:
    seen = {each.seen_in for each in record.seen}
    for resource in chart.of("findings"):
        if status_code(resource, "status") in ("entered-in-error", "cancelled") and name_of(resource) not in seen:
            yield LeftOut(name_of(resource), body_site(resource))
    for each in record.seen:
        if each.finding is not None and each.finding.standing is Standing.TENTATIVE:
            yield LeftOut(each.seen_in, each.site)


def _may_be_at(site: Site, place: Place | None) -> bool:
    if site.places and place is not None:
        return any(overlap(each, place) for each in site.places)
    return not site.outside
