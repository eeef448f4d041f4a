"""When was something found, done or written? FHIR dates of every precision, with their time zone.

What may not live here: how old is too old.
"""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from datetime import UTC, date, datetime, timedelta
from enum import IntEnum
from typing import Final, NamedTuple

from fhir_profiles.resources.shape import Json, member


class Precision(IntEnum):
    """How much of a date was written."""

    YEAR = 1
    MONTH = 2
    DAY = 3
    TIME = 4


class Moment(NamedTuple):
    """A date as recorded. `at` knows its time zone, and is the beginning of what was written ("2026-11": 1 November).

    A date without a time has no time zone of its own; it is taken as UTC.
    """

    at: datetime
    precision: Precision

    @property
    def day(self) -> date:
        """The day as it was written, in the writer's own time zone."""
        return self.at.date()

    @property
    def end(self) -> datetime:
        """The last moment of what was written: of that day, month or year; a time is its own end."""
        if self.precision is Precision.TIME:
            return self.at
        days = {Precision.DAY: 1, Precision.MONTH: monthrange(self.at.year, self.at.month)[1]}
        whole = days.get(self.precision, 366 if isleap(self.at.year) else 365)
        try:
            return self.at + timedelta(days=whole) - timedelta(microseconds=1)
        except OverflowError:  # the last day of the calendar
            return self.at


_FORM: Final = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(:\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?", re.ASCII
)


_EDGES: Final = ("0001", "9999")


def moment(value: object) -> Moment | None:
    """A FHIR date, dateTime or instant; None when it cannot be read. A time without a zone is taken as UTC."""
    form = _FORM.fullmatch(value.strip()) if isinstance(value, str) else None
    if form is None:
        return None
    year, month, day, clock, seconds, zone = form.groups()
    written = form.string  # whole, as nearly all are; what is missing is filled in
    if zone is None:
        written = f"{year}-{month or '01'}-{day or '01'}T{clock or '00:00'}{seconds or ':00'}Z"
    try:
        at = datetime.fromisoformat(written)
        if year in _EDGES:  # the first and the last day of the calendar have zones that leave it
            at.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    precision = Precision.TIME if clock else Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
    return Moment(at, precision)


def period_start(value: object) -> Moment | None:
    """The start of a Period, else its end."""
    if not isinstance(value, dict):
        return None
    return moment(value.get("start")) or moment(value.get("end"))


def _one_of(resource: Json, *names: str) -> Moment | None:
    for name in names:
        value = resource.get(name)
        found = moment(value) if isinstance(value, str) else period_start(value)
        if found is not None:
            return found
    return None


def found_on(resource: Json) -> Moment | None:
    """The date of a finding: `effective`, `performed`, else `issued` (contract 2.1)."""
    return _one_of(
        resource,
        "effectiveDateTime",
        "effectiveInstant",
        "effectivePeriod",
        "performedDateTime",
        "performedPeriod",
        "issued",
    )


def sorted_on(resource: Json) -> Moment | None:
    """The date that a search sorted by `date` or `started` goes by; without it a place in the order proves nothing."""
    return _one_of(resource, "effectiveDateTime", "effectiveInstant", "effectivePeriod", "started")


def recorded_on(resource: Json) -> Moment | None:
    """The best date of any resource, to tell newer from older: of the finding, the record, else the last change."""
    return (
        found_on(resource)
        or _one_of(resource, "started", "recordedDate", "onsetDateTime", "authoredOn", "dateAsserted", "dateTime")
        or last_updated(resource)
    )


def last_updated(resource: Json) -> Moment | None:
    """When the server last changed the resource."""
    return moment((member(resource, "meta") or {}).get("lastUpdated"))
