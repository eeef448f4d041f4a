"""How old is the patient, in completed years? Also from a birth date of which only the year or the month is known.

What may not live here: which ages matter to a rule.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Final

from fhir_profiles.resources import Json, Moment, Precision, moment

_AGE_BANDS: Final = (12, 18, 56)
"""Where an age begins to decide something else (C.6: children, 12-55, adults); only used to refuse a guess."""


def completed_years(patient: Json, today: date) -> int | None:
    """Completed years. A birth date in part gives an age only if every day it may mean decides the same."""
    born = moment(patient.get("birthDate"))
    if born is None:
        return None
    oldest, youngest = _years(born.day, today), _years(_last_day(born), today)
    if youngest < 0 or _band(youngest) != _band(oldest):
        return None
    return youngest


def _last_day(born: Moment) -> date:
    """The last day that a birth date in part may mean."""
    if born.precision is Precision.YEAR:
        return born.day.replace(month=12, day=31)
    if born.precision is Precision.MONTH:
        return born.day.replace(day=monthrange(born.day.year, born.day.month)[1])
    return born.day


def _years(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _band(age: int) -> int:
    return sum(age >= limit for limit in _AGE_BANDS)
