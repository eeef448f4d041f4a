"""Which numbers were measured, in units that we know? One item at a time, out of the Observations of `labs`.

What may not live here: which value is too high or too low, and how old is too old.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from heapq import nlargest
from typing import Final, NamedTuple

from fhir_profiles.chart import Chart, Note
from fhir_profiles.codes import CodeSet, Key
from fhir_profiles.reading.entries import keys
from fhir_profiles.reading.standing import dated, standing
from fhir_profiles.resources import Json, member, name_of, quantity
from plugin.answer import Fact, Kind, Recorded, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One item: its codes, and its units with the way to ours ("" is none). No units at all: any, it is only shown.

    `bounds` are the comparators that may be read as the number itself, since the true value is no worse than the bound
    (an eGFR "> 60"). Any other may raise an alarm ("INR > 8") but settles nothing.
    """

    codes: CodeSet
    units: Mapping[str, Callable[[float], float]] | None = None
    unit: str = ""
    bounds: frozenset[str] = frozenset()
    part: str = "labs"


_LONG_AGO: Final = timedelta(days=366)
_FORMER_KEPT: Final = 5
"""Of values from before that, which no age limit of C.6 allows, the newest; a record holds hundreds, and they are only shown."""


class _Value(NamedTuple):
    number: float
    unit: str
    exact: bool


def by_code(chart: Chart) -> Mapping[Key, tuple[Json, ...]]:
    """The Observations of `labs` by their codes, so that each item need not look at all of them."""
    found: defaultdict[Key, list[Json]] = defaultdict(list)
    for resource in chart.of("labs"):
        for key in keys(resource.get("code")):
            found[key].append(resource)
    return {key: tuple(listed) for key, listed in found.items()}


def of_codes(labs: Mapping[Key, tuple[Json, ...]], wanted: CodeSet) -> tuple[Json, ...]:
    """Those of one set of codes, each once."""
    found = {id(each): each for code in wanted.codes for each in labs.get(code.key, ())}
    return tuple(found.values())


def read_measured(
    chart: Chart, labs: Mapping[Key, tuple[Json, ...]], item: Measured, as_of: datetime
) -> tuple[Recorded[float], tuple[Note, ...]]:
    """Every value of the item that counts, and a note for each that could not be read."""
    facts: list[Fact[float]] = []
    former: list[tuple[datetime, int, Json, _Value]] = []
    open_ones: list[Json] = []
    notes: list[Note] = []
    for resource in of_codes(labs, item.codes):
        counts = standing(resource, as_of)
        if counts is None or "dataAbsentReason" in resource:
            continue
        value = _value(resource, item)
        if value is None or not value.exact:
            open_ones.append(resource)
        if value is None:
            problem = f"{item.codes.name}: another unit or no number, not read"
            notes.append(Note(key="labs", resource=name_of(resource), problem=problem))
            continue
        counts, on = counts if value.exact else Standing.TENTATIVE, dated(resource)
        if counts is Standing.FIRM and on is not None and on < as_of - _LONG_AGO:
            former.append((on, len(former), resource, value))
        else:
            facts.append(_fact(resource, value, counts, on))
    facts += [_fact(each, value, Standing.FIRM, on) for on, _, each, value in nlargest(_FORMER_KEPT, former)]
    unread = chart.unread(item.part) or _may_be_newest(open_ones, facts)
    return Recorded(facts=tuple(facts), unread=unread), tuple(notes)


def _fact(resource: Json, value: _Value, counts: Standing, on: datetime | None) -> Fact[float]:
    seen_in = name_of(resource)
    return Fact(value=value.number, seen_in=seen_in, on=on, kind=Kind.FINDING, standing=counts, unit=value.unit)


def _value(resource: Json, item: Measured) -> _Value | None:
    """The number in our unit, if it has one that we know."""
    found = quantity(member(resource, "valueQuantity"))
    if found is None:
        return None
    exact = not found.comparator or found.comparator in item.bounds
    if item.units is None:
        return _Value(found.value, found.units[0] if found.units else "", exact)
    for unit in found.units or ("",):
        convert = item.units.get(unit)
        if convert is not None:
            return _Value(convert(found.value), item.unit, exact)
    return None


def _may_be_newest(open_ones: Iterable[Json], facts: Iterable[Fact[float]]) -> bool:
    """A value that is not known leaves the older ones unsettled: it may say the opposite (C.7)."""
    newest = max((each.on for each in facts if each.on is not None and each.standing is Standing.FIRM), default=None)
    return any(on is None or newest is None or on >= newest for on in map(dated, open_ones))
