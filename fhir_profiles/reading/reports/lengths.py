"""Which lengths does a sentence name: one, two of one lesion, or a former and a present one?

What may not live here: of what a length is (`measuring`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

_NUMBER: Final = r"\d{1,3}(?:[.,]\d{1,2})?"
LENGTH: Final = re.compile(
    rf"(?<![\w.,])(?P<first>{_NUMBER})(?:\s?(?P<unit1>mm|cm))?"
    rf"(?:\s?(?:x|×|by|sur|par|mal|auf(?: nunmehr| jetzt| aktuell)?|-|–|a|bis|to)\s?(?P<second>{_NUMBER})(?:\s?(?:mm|cm))?)?"
    rf"(?:\s?(?:x|×|by|sur|par|mal)\s?(?P<third>{_NUMBER}))?\s?-?(?P<unit>mm|cm|millimet(?:er|re)s?|centimet(?:er|re)s?)(?!\w"
    rf"|2|²|3|³|·)"
)
_FROM_TO: Final = re.compile(
    r"\b(?:pass|augment|progress|agrandi|grandi|diminu|regress|redui|grow|grew|increas|enlarg|decreas|shr[aiu]nk|reduc"
    r"|doubl|tripl|trebl|halv|chang|risen|rise|rose|fall|dropp|went|gone|expan|widen|narrow|mov"
    r"|zunahme|zugenommen"
    r"|abnahme|abgenommen|gewachsen|wachst|gross|vergross|verklein|ruckgang)\w*\b"
    r"[^;.]{0,40}?\b(?:from|von|de) \d{1,3}(?:[.,]\d{1,2})?(?: ?[mc]m)? (?:to|auf|a) $"
    r"|\bvon (?:vormals |zuvor |ehemals |initial )?\d{1,3}(?:[.,]\d{1,2})?(?: ?[mc]m)? auf (?:nunmehr |jetzt |aktuell )?$"
)
_MOST: Final = 40
"""Lengths of one sentence that are read; no sentence has more."""


class Length(NamedTuple):
    """One length, with where it stands."""

    start: int
    end: int
    number: int
    """Where the number that counts begins: the second of "has grown from 18 to 24 mm"."""
    millimetres: float
    former: float | None
    """The first of "has grown from 18 to 24 mm"."""


def lengths_in(plain: str) -> list[Length]:
    """The lengths of a sentence in their order."""
    return [length for found in islice(LENGTH.finditer(plain), _MOST) for length in _lengths(found)]


def _lengths(found: re.Match[str]) -> Iterator[Length]:
    """One length, or two: "a nidus of 6 mm at 12 mm from the sac" is no range, where "at" and "to" are one word ("a")."""
    at = (
        found["unit1"]
        and found["second"]
        and not found["third"]
        and _AT_SECOND.search(found.string[: found.start("second")])
    )
    if at and not _FROM_TO.search(found.string[: found.start("second")]):
        for name, end in (("first", found.end("unit1")), ("second", found.end())):
            millimetres = float(found[name].replace(",", ".")) * (
                10 if (found["unit1"] if name == "first" else found["unit"])[0] == "c" else 1
            )
            yield Length(found.start(name), end, found.start(name), round(millimetres, 3), None)
    else:
        yield _length(found)


_BY: Final = re.compile(r"\b(?:um|by) (?:ca\. |etwa |about )?$")
"""The first is the difference: "um 9 mm auf 31 mm"."""
_AT_SECOND: Final = re.compile(r"[mc]m a $")


def _length(found: re.Match[str]) -> Length:
    factor = 10 if (found["unit"] or "mm").startswith("c") else 1
    if found["second"] and not found["third"] and _BY.search(found.string[: found.start()]):
        now = round(float(found["second"].replace(",", ".")) * factor, 3)
        return Length(found.start("second"), found.end(), found.start("second"), now, None)
    sizes = [float(found[name].replace(",", ".")) for name in ("first", "second", "third") if found[name]]
    if found["second"] and not found["third"] and _FROM_TO.search(found.string[: found.start("second")]):
        now, former = round(sizes[1] * factor, 3), round(sizes[0] * factor, 3)
        return Length(found.start(), found.end(), found.start("second"), now, former)
    return Length(found.start(), found.end(), found.start(), round(max(sizes) * factor, 3), None)


def plain_number(value: float) -> float | int:
    return int(value) if value.is_integer() else value
