"""The sample patients: which there are, and each of them with its dates set to a given day.

A file `V-01.json` beside this module holds one patient: `story`, `title`, `hook` (the selections and draft orders of
the physician) and `bundle` (a FHIR transaction that puts the patient's record onto a server). Findings grow old, so
the files name days relative to the day they are loaded:

    @today  @today-10d  @today+3d     a date
    @now  @now-2h  @now-3d            a time, UTC
    @birth-18y                        a date of birth 18 years and 100 days ago

No reading of what the record means may live here, and no patient but invented ones.
"""

import json
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, cast

_FOLDER = Path(__file__).parent
_PLACEHOLDER = re.compile(r"@(?P<word>today|now|birth)(?P<shift>[+-]\d+)?(?P<unit>[a-z]\b)?")
_UNITS = {"today": "d", "now": "dh", "birth": "y"}
# A patient of 18 years is past the birthday whenever the test runs, and well before the next.
_PAST_THE_BIRTHDAY = timedelta(days=100)


def names() -> tuple[str, ...]:
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.json")))


def load(name: str, now: datetime) -> dict[str, Any]:
    """One sample patient by name; KeyError for a name that is not among them."""
    if name not in names():
        raise KeyError(name)
    return render((_FOLDER / f"{name}.json").read_text(encoding="utf-8"), now)


def render(bundle_text: str, now: datetime) -> dict[str, Any]:
    """The JSON text with its placeholders replaced; ValueError for a placeholder that makes no sense."""
    moment = now.astimezone(UTC).replace(microsecond=0)
    return cast("dict[str, Any]", json.loads(_PLACEHOLDER.sub(lambda found: _rendered(found, moment), bundle_text)))


def _rendered(found: re.Match[str], now: datetime) -> str:
    word, shift, unit = found["word"], found["shift"], found["unit"]
    if (shift is None) != (unit is None) or (unit is not None and unit not in _UNITS[word]):
        raise ValueError(f"not a placeholder: {found.group()}")
    match word:
        case "now":
            return (now + _span(shift, unit)).isoformat().replace("+00:00", "Z")
        case "today":
            return (now.date() + _span(shift, unit)).isoformat()
        case _:
            return _birth(now.date(), years=-int(shift or 0)).isoformat()


def _span(shift: str | None, unit: str | None) -> timedelta:
    return timedelta(hours=int(shift or 0)) if unit == "h" else timedelta(days=int(shift or 0))


def _birth(today: date, years: int) -> date:
    if years <= 0:
        raise ValueError("@birth needs an age, as in @birth-18y")
    day = today - _PAST_THE_BIRTHDAY
    if (day.month, day.day) == (2, 29):
        day = day.replace(day=28)
    return day.replace(year=day.year - years)
