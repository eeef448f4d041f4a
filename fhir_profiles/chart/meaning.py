"""What does the value of one key mean: data, none, a failure, or nothing usable? The table of wire 2.5.

It holds for what prefetch brings and for what a server answers. What may not live here: single entries (`sift`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import Enum
from itertools import pairwise
from typing import Final

from fhir_profiles.queries import Query
from fhir_profiles.resources import Entry, Json, entries, kind_of, next_link, severities, sorted_on, total, word

_FAILURES: Final = frozenset({"error", "fatal"})
_DAY: Final = timedelta(days=1)


class Meaning(Enum):
    """What can be done with a value."""

    DATA = "data"
    """A Bundle of any type, or one bare resource of the right type (P8)."""
    NONE = "none"
    """`null`: the client looked, and there is nothing; not asked again."""
    FAILED = "failed"
    """The client or the server says that it failed; not asked again at once."""
    UNUSABLE = "unusable"
    """Another type, a string, a list, a number: as if the key were absent."""


def meaning(value: object, query: Query) -> Meaning:
    """What a value of this query's key means."""
    if value is None:
        return Meaning.NONE
    if not isinstance(value, dict):
        return Meaning.UNUSABLE
    kind = kind_of(value)
    if kind == "OperationOutcome":
        return Meaning.FAILED if severities(value) & _FAILURES else Meaning.UNUSABLE
    if kind == query.resource_type:  # a Patient without an id cannot be told from another's
        return Meaning.DATA if kind != "Patient" or word(value, "id") else Meaning.UNUSABLE
    if kind != "Bundle" or not isinstance(value.get("entry", []), list | None):
        return Meaning.UNUSABLE
    return Meaning.FAILED if _only_failures(entries(value)) else Meaning.DATA


def _only_failures(listed: Iterable[Entry]) -> bool:
    """Whether a Bundle holds outcomes alone, and an error among them; warnings alone mean "no data" (Epic's 4101)."""
    failed = False
    for each in listed:
        if each.resource is None or kind_of(each.resource) != "OperationOutcome":
            return False
        failed = failed or bool(severities(each.resource) & _FAILURES)
    return failed


def goes_on(pages: Sequence[Json], query: Query, oldest_needed: date | None) -> str | None:
    """The address of the next page; None when there is none, or when older entries could not matter."""
    link = next_link(pages[-1])
    return None if link is None or reaches_back(pages, query, oldest_needed) else link


def holds_back(pages: Sequence[Json], matches: int, query: Query, oldest_needed: date | None) -> bool:
    """Whether a search counts more matches than its pages hold, although it names no next page."""
    counted = total(pages[0]) if pages else None
    return counted is not None and counted > matches and not reaches_back(pages, query, oldest_needed)


def reaches_back(pages: Sequence[Json], query: Query, oldest_needed: date | None) -> bool:
    """Whether a sorted search already reached entries too old for every fact it feeds (contract 7).

    The order is looked at, for a server may ignore `_sort` (FA9). Dates of unlike precision or time zone may be a day
    apart without being out of order, so that day is added to the limit.
    """
    if not query.is_sorted or oldest_needed is None:
        return False
    found = [entry.resource for page in pages for entry in entries(page) if entry.resource]
    dates = [sorted_on(each) for each in found if kind_of(each) == query.resource_type]
    moments = [each.at for each in dates if each is not None]
    if not moments or len(moments) < len(dates):
        return False
    in_order = all(later <= earlier + _DAY for earlier, later in pairwise(moments))
    return in_order and moments[-1].date() + _DAY < oldest_needed
