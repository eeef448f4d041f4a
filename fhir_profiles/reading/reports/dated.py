"""Which of several lengths of one thing is of today, and which of a former day ("19 mm in April, 12 mm today")?

A length takes the time right behind it, else the one right before it. What may not live here: the words (`languages`), and of
what a length is (`measuring`).
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from fhir_profiles.reading.reports.lengths import Length
from fhir_profiles.reading.reports.lexicon import NEVER, Language


class Time(Enum):
    """What the words beside a length say of its day."""

    NOW = "today"
    THEN = "a former day"


def times_of(plain: str, lengths: Sequence[Length], language: Language) -> list[Time | None]:
    """The time of each length of a sentence; None: none stands beside it."""
    words = language.measures
    if words.time_after is NEVER or not lengths:
        return [None] * len(lengths)
    times: list[Time | None] = []
    begin = 0
    for place, length in enumerate(lengths):
        until = lengths[place + 1].start if place + 1 < len(lengths) else len(plain)
        after = plain[length.end : until]
        found = words.time_after.match(after)
        if found and "(" in found[0] and ")" not in after:
            found = None  # "24 mm (in May 20 mm)"
        head = words.time_before.search(plain[begin : length.start]) if found is None else None
        begin = length.end + (found.end() if found else 0)
        told = found or head
        times.append(None if told is None else Time.NOW if told["now"] else Time.THEN)
    return times


def sorted_by_day(times: Sequence[Time | None], *, goes_on: bool) -> list[Time | None]:
    """The days of the lengths of one thing, all of them known where they differ; `goes_on`: the sentence comes back to today.

    A length without a time beside former ones is of today.
    """
    if len(times) > 1 and Time.THEN in times and set(times) != {Time.THEN}:
        return [each or Time.NOW for each in times]
    return list(times) if list(times) == [Time.THEN] and goes_on else [None] * len(times)
