"""Which findings and Conditions belong to which lesion (contract 5.1)? And what is not used, because that cannot be told.

What may not live here: which lesions there are (`lesions`), and what a finding or Condition means for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from fhir_profiles.chart import Chart, Note
from fhir_profiles.codes.observations import ECOG, KARNOFSKY, PAIN_NRS, PAIN_REPORTED, PAIN_VAS, PREGNANCY_STATUS
from fhir_profiles.codes.procedures import INTERVENTIONS, RADIOTHERAPY
from fhir_profiles.reading.conditions import read_condition
from fhir_profiles.reading.findings import Seen, read_findings
from fhir_profiles.reading.first_look import Conditions
from fhir_profiles.reading.lesions import Documented, LesionScope, Mentions, add, belongs, documented, mentions, overlap
from fhir_profiles.reading.order_words import is_ours_in_words
from fhir_profiles.reading.places import NOWHERE, Site, body_site, region_place, site_in_words
from fhir_profiles.reading.problems import Problem, Weight
from fhir_profiles.reading.reports import ReadReport, read_report, reports
from fhir_profiles.reading.standing import standing
from fhir_profiles.reading.told import seen_in_reports, with_reports
from fhir_profiles.resources import Json, codings, member, name_of, tail, texts
from plugin.answer import Kind
from plugin.evidence import HIGH_GRADES, Place

_PATIENT: Final = frozenset(
    {
        "neurological-deficit",
        "pain-character",
        "primary",
        *(
            code.code
            for codes in (PAIN_VAS, PAIN_NRS, PAIN_REPORTED, ECOG, KARNOFSKY, PREGNANCY_STATUS)
            for code in codes.codes
        ),
    }
)
"""What counts for the patient when it names no level."""
_ALARM: Final = frozenset({"escc", "cord-compression"})
"""What may raise gate 2 without a level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What the chart says of lesions, read once: Conditions, findings, the lesions they document, and what was not read."""

    problems: tuple[Problem, ...] = ()
    seen: tuple[Seen, ...] = ()
    lesions: tuple[Documented, ...] = ()
    coded: tuple[Documented, ...] = ()
    """Those that Conditions, Observations or Procedures document, before any report is read."""
    told: tuple[ReadReport, ...] = ()
    notes: list[Note] = field(default_factory=list)

    @property
    def known(self) -> tuple[Documented, ...]:
        """The lesions that count where "exactly one lesion is known" is asked."""
        return tuple(each for each in self.lesions if each.known)

    @property
    def general(self) -> tuple[Problem, ...]:
        """Conditions that name the spine or bone in general, without a level."""
        return tuple(each for each in self.problems if each.general)

    @property
    def names_the_spine(self) -> bool:
        return any(each.region for each in self.general)

    @property
    def other_bone(self) -> bool:
        """Is another bone site documented?"""
        return any(each.elsewhere for each in self.problems) or any(each.site.outside_bone for each in self.seen)


def read_record(chart: Chart, conditions: Conditions, as_of: datetime) -> Record:
    """Conditions, findings and reports of the chart, and the lesions that they document: coded ones first (contract 5.1)."""
    problems = [read_condition(each) for each in conditions.of_interest]
    named = {f"Condition/{each.resource.get('id')}": each for each in conditions.every}

    def place_of(address: str) -> Site:
        pointed = chart.included(address)
        found = named.get(f"Condition/{pointed.get('id')}" if pointed else tail(address) or "")
        if found is None:
            return NOWHERE
        problem = read_condition(found)
        return replace(problem.site, bone=True) if problem.general else problem.site

    seen, notes = read_findings(chart, as_of, place_of)
    lesions = documented(mentions(problems, seen))
    if not any(each.known for each in lesions):
        lesions = documented(_treated(chart, as_of, mentions(problems, seen)))
    told = tuple(read_report(each) for each in reports(chart, as_of))
    return Record(
        problems=tuple(problems),
        seen=(*seen, *seen_in_reports(told)),
        lesions=tuple(with_reports(lesions, told)),
        coded=tuple(lesions),
        told=told,
        notes=notes,
    )


def _treated(chart: Chart, as_of: datetime, found: Mentions) -> Mentions:
    """The levels of our own procedures, where nothing else names one: the last in the order of 5.1."""
    for procedure in chart.of("procedures"):
        concept = member(procedure, "code")
        ours = any(coding.key in INTERVENTIONS or coding.key in RADIOTHERAPY for coding in codings(concept))
        if (ours or is_ours_in_words(texts(concept))) and standing(procedure, as_of) is not None:
            own = body_site(procedure)
            site = own if own.stated else site_in_words(*texts(concept))
            add(found, site, Weight.WEAK, name_of(procedure), target=True)
    return found


# --- what belongs to one lesion ---------------------------------------------------------------------------------------


def scope_of(record: Record, place: Place, *, others: Sequence[Place], only: bool) -> LesionScope:
    """What belongs to the lesion at this place; `only`: it is the only lesion known."""
    mine = [each for each in record.seen if _is_mine(each, place, others, only=only)]
    problems = [each for each in record.problems if _names(each, place, others)]
    if only and not record.other_bone:
        problems += [each for each in record.general if _in_region(each, place)]
    taken = {id(each) for each in problems}
    unplaced = [each.resource for each in record.problems if each.somewhere and id(each) not in taken] if only else []
    return _scope(place, others, mine, problems, unplaced)


def alarm_scope(record: Record, others: Sequence[Place]) -> LesionScope:
    """What may be an emergency and names no level: deficit, cord signs, epidural grade."""
    mine = [each for each in record.seen if not _has_level(each.site) and each.code in _PATIENT | _ALARM]
    unplaced = [each.resource for each in record.problems if each.somewhere]
    return _scope(None, others, mine, [], unplaced)


def problems_of(record: Record, scope: LesionScope) -> tuple[Problem, ...]:
    """The Conditions of a scope as they were read."""
    mine = {id(each) for each in scope.conditions}
    return tuple(each for each in record.problems if id(each.resource) in mine)


def problems_at(record: Record, level: str) -> tuple[Problem, ...]:
    """Every Condition at a level, on whichever side."""
    place = Place(level=level)
    return tuple(each for each in record.problems if any(overlap(own, place) for own in each.site.places))


def _scope(
    place: Place | None,
    others: Sequence[Place],
    mine: Sequence[Seen],
    problems: Sequence[Problem],
    unplaced: Sequence[Json],
) -> LesionScope:
    findings = tuple(each.finding for each in mine if each.finding is not None)
    return LesionScope(
        place=place,
        others=tuple(others),
        findings=findings,
        conditions=tuple(each.resource for each in problems),
        unplaced=tuple(unplaced),
        unusable=frozenset(each.code for each in mine if each.finding is None and not each.absent),
        absent=frozenset(each.code for each in mine if each.absent),
    )


def _has_level(site: Site) -> bool:
    return bool(site.places) or site.outside


def _alarms(seen: Seen) -> bool:
    """Does it raise gate 2 by itself, at whatever level?"""
    return seen.finding is not None and (seen.code == "cord-compression" or seen.finding.value in HIGH_GRADES)


def _is_mine(seen: Seen, place: Place, others: Sequence[Place], *, only: bool) -> bool:
    if seen.site.places:
        return any(belongs(each, place, others) for each in seen.site.places)
    if seen.site.outside:
        return False
    if seen.site.unread:
        return seen.code in _PATIENT or (only and seen.code in _ALARM and _alarms(seen))
    if seen.site.region and seen.site.region != "spine":
        return only and overlap(region_place(seen.site.region), place)
    return only or seen.code in _PATIENT


def _names(problem: Problem, place: Place, others: Sequence[Place]) -> bool:
    return any(belongs(each, place, others) for each in problem.site.places)


def _in_region(problem: Problem, place: Place) -> bool:
    return not problem.region or overlap(region_place(problem.region), place)


_UNREAD_PLACE: Final = "names a place that cannot be read: not used"


def _key(seen: Seen) -> str:
    return "reports" if seen.finding is not None and seen.finding.kind is Kind.REPORT else "findings"


def unused(record: Record, scopes: Sequence[LesionScope]) -> list[Note]:
    """One note for each Observation or report with a finding that no lesion could be given (contract 5.1)."""
    used = {id(each) for scope in scopes for each in scope.findings}
    left: dict[str, Seen] = {}
    for each in record.seen:
        found = each.finding
        if found is not None and id(found) not in used and not each.site.outside and not each.site.places:
            left.setdefault(found.seen_in, each)
    reason = "several lesions are" if len(record.known) > 1 else "no lesion is"
    words = f"names no level while {reason} known: not used"
    return [
        Note(key=_key(each), resource=seen_in, problem=_UNREAD_PLACE if each.site.unread else words)
        for seen_in, each in left.items()
    ]
