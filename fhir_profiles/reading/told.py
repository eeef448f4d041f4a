"""What do the reports add to the record: findings, lesions that nobody coded, sides and parts, and other places (CR-03)?

What may not live here: how a report is read (`reports`), and what belongs to one lesion (`attribution`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from fhir_profiles.reading.findings import RawFinding, Seen
from fhir_profiles.reading.lesions import Documented, alike, in_order, overlap
from fhir_profiles.reading.places import NOWHERE, Site, region_place
from fhir_profiles.reading.problems import Weight
from fhir_profiles.reading.reports import NO_TUMOUR, ReadReport
from plugin.answer import Kind, Standing
from plugin.evidence import Mismatch, MismatchKind, Place

_ALARMS: Final = frozenset({"cord-compression", "neurological-deficit"})
"""What may raise gate 2 at a level where no tumour is told."""
_LONG_AGO: Final = datetime.min.replace(tzinfo=UTC)


def seen_in_reports(told: Iterable[ReadReport]) -> Iterator[Seen]:
    """Every finding of the reports, as one of the record."""
    for each in told:
        report = each.report
        for one in each.told:
            finding = RawFinding(
                code=one.code,
                value=one.value,
                seen_in=report.name,
                unit="mm" if one.code == "size" or one.code.startswith("distance-") else "",
                on=report.on,
                standing=one.standing,
                kind=Kind.REPORT,
                modality=report.modality,
                text=one.text,
                resolved=one.resolved,
                place=one.place,
            )
            site = Site(places=(one.place,)) if one.place else _region(report.site)
            yield Seen(code=one.code, site=site, seen_in=report.name, finding=finding)


def _region(site: Site) -> Site:
    return Site(region=site.region) if site.region else NOWHERE


# --- lesions ------------------------------------------------------------------------------------------------------------


def with_reports(coded: Sequence[Documented], told: Sequence[ReadReport]) -> list[Documented]:
    """The lesions of the record, with the side and part that only a report gives, and those that only a report documents."""
    known = [each for each in coded if each.known]
    lesions = [_completed(each, told) if each.known else each for each in coded]
    newest = newest_about(told, known)
    for report in told:
        others = _misplaced(report, known) if report is newest else ()
        for place in report.lesions:
            weight = Weight.WEAK if report.report.counts is Standing.FIRM and place not in others else Weight.FAINT
            _add(lesions, place, weight, report.report.name, target=weight is Weight.WEAK)
        for one in report.told:
            if one.place is None:
                continue
            if one.code in _ALARMS:
                _add(lesions, one.place, Weight.FAINT, report.report.name, target=False)
            elif one.code == "nature" and one.value in NO_TUMOUR and one.standing is Standing.FIRM:
                _add(lesions, one.place, Weight.FAINT, report.report.name, target=True)  # gate 4 if it is ordered
    return sorted(lesions, key=lambda each: in_order(each.place))


def _add(lesions: list[Documented], place: Place, weight: Weight, name: str, *, target: bool) -> None:
    """A place that nothing else documents; a firmer word for a place that was only watched takes its stead."""
    here = [each for each in lesions if overlap(each.place, place)]
    if any(each.weight >= weight for each in here):
        return
    seen_in = tuple(dict.fromkeys((*(source for each in here for source in each.seen_in), name)))
    lesions[:] = [each for each in lesions if each not in here]
    lesions.append(Documented(place=place, weight=weight, seen_in=seen_in, target=target))


def _completed(lesion: Documented, told: Sequence[ReadReport]) -> Documented:
    """Side and part given once hold for the level (contract 5.1); the coded ones go before."""
    here = [
        place
        for each in told
        if each.report.counts is Standing.FIRM
        for place in each.lesions
        if overlap(place, lesion.place) and (lesion.place.side is None or place.side in (None, lesion.place.side))
    ]
    sides, parts = {p.side for p in here if p.side}, {p.part for p in here if p.part}
    side = lesion.place.side or (next(iter(sides)) if len(sides) == 1 else None)
    part = lesion.place.part or (next(iter(parts)) if len(parts) == 1 else None)
    return replace(lesion, place=Place(level=lesion.place.level, side=side, part=part))


# --- other places (CR-03) -----------------------------------------------------------------------------------------------


def newest_about(told: Sequence[ReadReport], known: Sequence[Documented]) -> ReadReport | None:
    """The newest final report that tells of a tumour and shows the place of the only coded lesion."""
    if len(known) != 1:
        return None
    about = [
        each
        for each in told
        if each.lesions
        and each.report.counts is Standing.FIRM
        and (each.report.site.places or could_show(each.report.site, known[0].place))
    ]
    return max(about, key=lambda each: each.report.on or _LONG_AGO, default=None)


def could_show(site: Site, place: Place) -> bool:
    """Was that place in the picture, as far as a title tells? One of another organ may show the spine all the same."""
    if site.places:
        return any(overlap(each, place) for each in site.places)
    return not site.region or overlap(region_place(site.region), place)


def _misplaced(each: ReadReport, known: Sequence[Documented]) -> tuple[Place, ...]:
    """The one tumour of a report that does not name the only coded lesion's level at all."""
    place = known[0].place
    named = any(overlap(Place(level=level), place) for level in each.levels)
    return () if named or len(each.lesions) != 1 else each.lesions


def told_elsewhere(told: Sequence[ReadReport], coded: Sequence[Documented], place: Place) -> Iterator[Mismatch]:
    """Where the newest report that tells of this lesion puts it at another level or on another side than the record."""
    known = [each for each in coded if each.known]
    newest = newest_about(told, known)
    if newest is not None and overlap(known[0].place, place):
        for other in _misplaced(newest, known):
            yield _mismatch(MismatchKind.LEVEL, other.level, known[0].place.level, newest, known[0].seen_in)
    yield from _other_side(told, coded, place)


def _other_side(told: Sequence[ReadReport], coded: Sequence[Documented], place: Place) -> Iterator[Mismatch]:
    here = [each for each in coded if each.known and overlap(each.place, place) and alike(each.place, place)]
    recorded = here[0] if len(here) == 1 else None
    for each in sorted(told, key=lambda one: one.report.on or _LONG_AGO, reverse=True):
        if each.report.counts is not Standing.FIRM:
            continue
        sided = [one for one in each.lesions if one.side is not None and overlap(one, place)]
        for level in each.two_sides:
            if overlap(Place(level=level), place):
                yield _mismatch(MismatchKind.SIDE, "another side in the impression", "the findings", each, ())
                return
        if sided:
            side = recorded.place.side if recorded else None
            if side is not None and sided[0].side is not side:
                sources = recorded.seen_in if recorded else ()
                yield _mismatch(MismatchKind.SIDE, str(sided[0].side), str(side), each, sources)
            return


def _mismatch(kind: MismatchKind, said: str, documented: str, each: ReadReport, sources: tuple[str, ...]) -> Mismatch:
    return Mismatch(kind=kind, said=said, documented=documented, seen_in=(each.report.name, *sources))
