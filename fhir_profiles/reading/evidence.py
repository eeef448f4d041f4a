"""What is the evidence of each lesion? Chart and selected orders go in; one `Evidence` for each lesion comes out.

What may not live here: how any single part is read, and anything that is decided (gates, states, age limits).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from fhir_profiles.chart import Chart, Note
from fhir_profiles.reading.attribution import Record, alarm_scope, problems_of, read_record, scope_of, unused
from fhir_profiles.reading.bleeding import bleeding_noted
from fhir_profiles.reading.disease import read_disease
from fhir_profiles.reading.facts import fact_of
from fhir_profiles.reading.findings import RawFinding
from fhir_profiles.reading.first_look import read_conditions
from fhir_profiles.reading.fitness import fitness_noted
from fhir_profiles.reading.hazards import hazards_noted
from fhir_profiles.reading.history import read_history
from fhir_profiles.reading.left_out import LeftOut, left_out, names_at
from fhir_profiles.reading.lesion import read_lesion
from fhir_profiles.reading.lesions import LesionScope, overlap
from fhir_profiles.reading.ordering import Target, targets
from fhir_profiles.reading.orders import Selected, seen_from
from fhir_profiles.reading.patient import PatientRecord, read_patient
from fhir_profiles.reading.reports import ReadReport
from fhir_profiles.reading.scope import is_out_of_scope, number_of_tumours, still_ours
from fhir_profiles.reading.symptoms import symptoms_noted
from fhir_profiles.reading.told import could_show
from plugin.answer import Fact, Kind, Recorded
from plugin.evidence import Bleeding, CordSign, Deficit, EpiduralGrade, Evidence, Place, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What was read of one patient for one call.

    `evidence` is sorted as cards are, what has no level last. `notes` say what was not read or not used, without patient data.
    `out_of_scope` is gate 1 after reading: no card at all.
    """

    evidence: tuple[Evidence, ...]
    notes: tuple[Note, ...] = ()
    out_of_scope: bool = False


def read_evidence(chart: Chart, selected: Selected, as_of: datetime) -> Read:
    """One Evidence for each lesion of the patient, marked by the orders that mean it; see contract 5.1 and 5.2."""
    conditions = read_conditions(chart, as_of)
    record = read_record(chart, conditions, as_of)
    patient = read_patient(chart, as_of, conditions)
    selected = still_ours(chart, record, selected, as_of, patient)
    if is_out_of_scope(chart, record, selected):
        return Read(evidence=(), notes=tuple(record.notes), out_of_scope=True)
    found = targets(record, selected)
    reader = _Reader(chart=chart, selected=selected, record=record, found=found, patient=patient, as_of=as_of)
    reader.left_out = left_out(chart, conditions, record, as_of)
    evidence = reader.evidence()
    noted = (*record.notes, *reader.notes, *unused(record, reader.scopes), *_not_readable(record, found))
    return Read(evidence=tuple(evidence), notes=tuple(dict.fromkeys(noted)))


def _not_readable(record: Record, found: Sequence[Target]) -> Iterator[Note]:
    """The reports that could tell something of an ordered lesion in a form that is not read (PDF, contract 5.3)."""
    places = [each.place for each in found if each.orders]
    for each in record.told:
        report = each.report
        if not any(place is None or could_show(report.site, place) for place in places):
            continue
        if report.unreadable:
            yield Note(key="reports", resource=report.name, problem="holds a PDF or another form that is not read")
        if each.too_long:
            yield Note(key="reports", resource=report.name, problem="a sentence without an end: not read")


_SEVERE: Final = frozenset({EpiduralGrade.G2, EpiduralGrade.G3})
_LOST: Final = frozenset({Deficit.MOTOR, Deficit.SPHINCTER})


@dataclass(slots=True, kw_only=True)
class _Reader:
    """The parts of one call: what is read once for the patient, and each lesion's own."""

    chart: Chart
    selected: Selected
    record: Record
    found: Sequence[Target]
    patient: PatientRecord
    as_of: datetime
    notes: list[Note] = field(default_factory=list)
    scopes: list[LesionScope] = field(default_factory=list)
    left_out: tuple[LeftOut, ...] = ()
    _bleeding: Bleeding | None = None

    def evidence(self) -> list[Evidence]:
        """The evidence of each target; of a place without a lesion that nobody ordered only where it could raise an alarm."""
        read = [self._evidence(each, self._scope(each)) for each in self.found]
        unplaced = self._without_a_level(compressed=any(_is_compressed(each) for each in read))
        compressed = any(_is_compressed(each) for each in (*read, *unplaced))
        kept: list[Evidence] = []
        for target, each in zip(self.found, read, strict=True):
            if target.lesion is not None or target.orders:
                kept.append(each)
            elif _is_alarming(each, compressed=compressed):
                kept.append(replace(each, scope=Scope.SPINE))
        return [*kept, *unplaced]

    def _without_a_level(self, *, compressed: bool) -> list[Evidence]:
        """An emergency that names no level, where it could be any lesion's."""
        if len(self.found) == 1 or any(self._is_only(each) or each.place is None for each in self.found):
            return []
        target = Target(place=None)
        read = self._evidence(target, alarm_scope(self.record, self._places()))
        if not _is_alarming(read, compressed=compressed):
            self.scopes.pop()  # what it looked at was not used
            return []
        return [read]

    def _places(self, but: Target | None = None) -> tuple[Place, ...]:
        """The other lesions; where none is known, the other places that were ordered."""
        known = self.record.known
        asked = [each for each in self.found if each.lesion in known or not known]
        return tuple(each.place for each in asked if each is not but and each.place is not None)

    def _is_only(self, target: Target) -> bool:
        """Is it the only lesion known?"""
        return target.level_from_order or (len(self.record.known) == 1 and target.lesion is self.record.known[0])

    def _scope(self, target: Target) -> LesionScope:
        others = self._places(target)
        if target.place is None:  # an emergency without a level is the only lesion's, where there is one
            only = any(self._is_only(each) for each in self.found)
            return LesionScope(place=None, others=others) if only else alarm_scope(self.record, others)
        only = self._is_only(target)
        own = scope_of(self.record, target.place, others=others, only=only)
        if only or len(self.found) > 1:
            return own
        alarm = alarm_scope(self.record, others)
        more = tuple(each for each in alarm.findings if each not in own.findings)
        return replace(own, findings=(*own.findings, *more), unplaced=alarm.unplaced)

    def _evidence(self, target: Target, scope: LesionScope) -> Evidence:
        chart, as_of = self.chart, self.as_of
        self.scopes.append(scope)
        problems = problems_of(self.record, scope)
        selected = replace(self.selected, orders=tuple(seen_from(each, target.place) for each in target.orders))
        symptoms, noted = symptoms_noted(chart, scope, as_of, patient=self.patient)
        fitness, more = fitness_noted(chart, scope, selected, as_of, patient=self.patient)
        hazards, most = hazards_noted(chart, scope, as_of, patient=self.patient)
        self.notes += [*noted, *more, *most]
        return Evidence(
            as_of=as_of,
            place=target.place,
            ordered=bool(target.orders),
            scope=target.scope,
            planned=tuple(order.planned for order in target.orders),
            mismatches=tuple(dict.fromkeys(target.mismatches)),
            documented_levels=tuple(dict.fromkeys(each.place.level for each in self.record.known)),
            ordered_lesions=sum(bool(each.orders) for each in self.found),
            level_from_order=target.level_from_order,
            disease=read_disease(chart, self.record, scope, problems),
            lesion=read_lesion(
                chart=chart,
                lesion=scope,
                problems=problems,
                selected=selected,
                history=read_history(chart, scope, as_of, patient=self.patient, told=self.record.told),
                count=self._count(target, scope),
                as_of=as_of,
            ),
            symptoms=symptoms,
            fitness=fitness,
            bleeding=self._bleeding_once(),
            hazards=hazards,
            ignored=names_at(self.left_out, target.place),
            words_not_counted=(
                *(order.planned.reference for order in selected.orders if order.words_not_counted),
                *self._told_but_not_counted(scope),
            ),
        )

    def _told_but_not_counted(self, scope: LesionScope) -> Iterator[str]:
        """The reports that deny, doubt or tell of another time what they name at this lesion, or tell of no lesion's level."""
        for each in self.record.told:
            if any(scope.holds(place) for place in each.not_counted) or self._tells_elsewhere(each):
                yield each.report.name

    def _tells_elsewhere(self, told: ReadReport) -> bool:
        """Does it say anything of a level at which there is no lesion, so that it counts for none (CR-08)?"""
        lesions = [each.place for each in self.found if each.place is not None]
        return any(one.place and not any(overlap(one.place, each) for each in lesions) for one in told.told)

    def _bleeding_once(self) -> Bleeding:
        if self._bleeding is None:
            self._bleeding, noted = bleeding_noted(self.chart, self.selected, self.as_of, patient=self.patient)
            self.notes += noted
        return self._bleeding

    def _count(self, target: Target, scope: LesionScope) -> Recorded[int]:
        """The documented number of lesions, at whichever of them it stands; else how many are documented (F-17)."""
        unread = self.chart.unread("findings") or "lesion-count" in scope.unusable
        stated = {id(f): f for f in scope.of("lesion-count")}
        stated |= {id(s.finding): s.finding for s in self.record.seen if s.finding and _is_told_count(s.finding)}
        stated |= {
            id(s.finding): s.finding
            for s in self.record.seen
            if s.code == "lesion-count" and s.finding and s.site.places
        }
        facts = tuple(fact_of(each, int(each.value)) for each in stated.values())
        number = number_of_tumours(self.record) or int(target.level_from_order)
        if facts or not number:
            return Recorded(facts=facts, unread=unread)
        return Recorded(facts=(Fact(value=number, seen_in="", on=self.as_of, kind=Kind.RECORD),), unread=unread)


def _is_told_count(finding: RawFinding) -> bool:
    """A report counts the lesions of the patient, at whatever level it stands."""
    return finding.code == "lesion-count" and finding.kind is Kind.REPORT


def _is_compressed(read: Evidence) -> bool:
    return any(fact.value is CordSign.COMPRESSION for fact in read.symptoms.cord_sign.facts)


def _is_alarming(read: Evidence, *, compressed: bool) -> bool:
    """Could gate 2 be raised by what is here? Where cord or cauda is compressed anywhere, by whatever is said of a deficit."""
    deficit = any(compressed or fact.value in _LOST for fact in read.symptoms.deficit.facts)
    return deficit or bool(read.symptoms.cord_sign.facts) or any(f.value in _SEVERE for f in read.lesion.escc.facts)
