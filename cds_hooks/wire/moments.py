"""A moment as RFC 3339 writes it in section 5.6, read into UTC. Nothing looser: a moment without a zone is none (B6)."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Any, Final

from marshmallow import ValidationError, fields

_FORM: Final = re.compile(
    r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt](?P<time>(?:[01][0-9]|2[0-3]):[0-5][0-9]:)(?P<second>[0-9]{2})"
    r"(?P<fraction>\.[0-9]+)?(?P<zone>[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
)
_LONGEST: Final = 64  # characters
_LEAP: Final = "60"


def read_moment(words: str) -> datetime:
    """The moment, in UTC; of a fraction the microseconds. Raises ValueError."""
    found = _FORM.fullmatch(words) if len(words) <= _LONGEST else None
    if found is None:
        raise ValueError
    leap = found["second"] == _LEAP
    second = "59" if leap else found["second"]
    zone = "+00:00" if found["zone"] in "Zz" else found["zone"]
    try:
        read = datetime.fromisoformat(f"{found['date']}T{found['time']}{second}{(found['fraction'] or '')[:7]}{zone}")
        moment = read.astimezone(UTC)
        if not leap:
            return moment
        if (moment.hour, moment.minute) != (23, 59):
            raise ValueError  # seconds are added at the end of a day of UTC, and nowhere else
        return moment.replace(microsecond=0) + timedelta(seconds=1)
    except OverflowError:
        raise ValueError from None


class Moment(fields.Field[datetime]):
    """A field that holds one."""

    described = MappingProxyType({"type": "string", "format": "date-time"})
    """The same as JSON Schema."""

    default_error_messages = {  # noqa: RUF012  the library's form
        "required": "missing",
        "null": "missing",
        "invalid": "must be a date and time with its zone, as RFC 3339 writes it: 2026-11-29T12:00:00Z",
    }

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> datetime:
        try:
            return read_moment(value)
        except (TypeError, ValueError):
            raise ValidationError(self.error_messages["invalid"]) from None
