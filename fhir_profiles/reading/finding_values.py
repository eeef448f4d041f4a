"""What is the value of one finding? By the type, list and unit that its row in contract 5.3 allows, or why it is not read.

What may not live here: codes and lists (`fhir_profiles.codes.findings`), and what a value means.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from fhir_profiles.codes.findings import Finding, FindingKind
from fhir_profiles.codes.observations import TUMOUR_SIZE
from fhir_profiles.codes.systems import LOINC, VALUE
from fhir_profiles.resources import Json, codings, member, number, quantity, texts, truth, whole, word


class Value(NamedTuple):
    """A value that was read, its unit, and what its text says."""

    value: str | bool | int | float
    unit: str = ""
    text: str = ""


class Problem(NamedTuple):
    """Why there is no value: the record says that it is not known (`absent`), or what could not be read, in words."""

    words: str
    absent: bool = False


_TO_MM: Final = {"mm": 1.0, "cm": 10.0}
_SIZES: Final = frozenset(code.code for code in TUMOUR_SIZE.codes)
_ABOVE_ZERO: Final = frozenset({"size"})

_BOTH: Final = Problem("has a value and a reason for having none: not read")
_OTHER_TYPE: Final = Problem("value of another type: not read")
_OUTSIDE: Final = Problem("value outside the list: not read")
_ABSENT: Final = Problem("", absent=True)


def value_of(row: Finding | None, element: Json) -> Value | Problem:
    """The value of an Observation or component; `row` is its row in 5.3, None for LOINC."""
    given = [name for name in element if name.startswith("value")]
    if "dataAbsentReason" in element:
        return _BOTH if given else _ABSENT
    if not given:
        return Problem("no value: not read")
    if row is None:
        return _size(element) if _is_size(element) else _any(element, given)
    if given != [row.kind.value]:
        return _OTHER_TYPE
    match row.kind:
        case FindingKind.CODED:
            return _coded(row, element)
        case FindingKind.TRUTH:
            read = truth(element, "valueBoolean")
            return _OTHER_TYPE if read is None else Value(read)
        case FindingKind.WHOLE:
            return _whole(row, element)
        case FindingKind.LENGTH:
            return _length(element, above_zero=row.code in _ABOVE_ZERO)


def _coded(row: Finding, element: Json) -> Value | Problem:
    concept = member(element, "valueCodeableConcept")
    listed = {each.code for each in codings(concept) if each.system == VALUE and each.code in row.values}
    if len(listed) != 1:
        return _OUTSIDE
    text = word(concept, "text") if concept else None
    return Value(listed.pop(), "", text or "")


def _whole(row: Finding, element: Json) -> Value | Problem:
    read = whole(element, "valueInteger")
    if read is None:
        return _OTHER_TYPE
    return _OUTSIDE if read < 0 or (row.points and read not in row.points) else Value(read)


def _length(element: Json, *, above_zero: bool) -> Value | Problem:
    read = quantity(member(element, "valueQuantity"))
    if read is None:
        return _OTHER_TYPE
    if read.comparator:  # "< 15 mm" is no length, and may be near or far
        return Problem("a bound, not a length: not read")
    factor = _TO_MM.get(read.units[0]) if read.units else None
    if factor is None:
        return Problem("another unit than mm or cm: not read")
    millimetres = round(read.value * factor, 6)
    if millimetres < 0 or (above_zero and millimetres == 0):
        return _OUTSIDE
    return Value(millimetres, "mm")


def _is_size(element: Json) -> bool:
    return any(each.system == LOINC and each.code in _SIZES for each in codings(element.get("code")))


def _size(element: Json) -> Value | Problem:
    """Tumour size in mCODE's form: as our own `size`."""
    return _length(element, above_zero=True) if "valueQuantity" in element else _OTHER_TYPE


def _any(element: Json, given: list[str]) -> Value | Problem:
    """A LOINC finding: whatever it carries, once; its reader knows what to make of it."""
    if len(given) != 1:
        return _OTHER_TYPE
    name = given[0]
    measured = quantity(member(element, name))
    if measured is not None:
        return _OUTSIDE if measured.comparator else Value(measured.value, measured.units[0] if measured.units else "")
    concept = member(element, name)
    if concept is not None:
        said = texts(concept)
        code = next((each.code for each in codings(concept)), said[0] if said else "")
        return Value(code, "", "; ".join(said)) if code else _OTHER_TYPE
    read = truth(element, name)
    if read is not None:
        return Value(read)
    count = whole(element, name) if name == "valueInteger" else number(element, name)
    if count is not None:
        return Value(count)
    text = word(element, name)
    return Value(text, "", text) if text else _OTHER_TYPE
