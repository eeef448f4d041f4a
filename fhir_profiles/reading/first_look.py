"""Could an entry of the problem list be one that any reader looks for? Most are not, and are looked at no further.

One look-up for each code and one search of the words, made from the readers' own lists, so that no reader loses what it would
have found. What may not live here: what any code or word means, and anything that outlives a call.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from fhir_profiles.chart import Chart
from fhir_profiles.codes.code import CodeSet, Key, union
from fhir_profiles.codes.disorders import TUMOUR_PAIN
from fhir_profiles.codes.systems import ICD10CM
from fhir_profiles.reading import allergies, conditions, cord_signs, implants, infections, metal, tumour_words
from fhir_profiles.reading.entries import Entry, Listing, listing

_CODED: Final[CodeSet] = union(
    "what any reader of the problem list looks for",
    conditions.OF_INTEREST,
    allergies.CODED,
    implants.CODED,
    metal.CODED,
    cord_signs.CODED,
    infections.CODED,
    TUMOUR_PAIN,
)
_KEYS: Final[frozenset[Key]] = frozenset(code.key for code in _CODED.codes)
_STARTS: Final = tuple(
    sorted({group.start for group in _CODED.groups if group.system == ICD10CM} | set(infections.STARTS))
)
_STEMS: Final = frozenset((*implants.STEMS, *infections.STEMS, *metal.STEMS, *cord_signs.STEMS))
_WORDS: Final = re.compile(
    "|".join((tumour_words.ANY.pattern, allergies.SAYS_ALLERGY.pattern, *map(re.escape, sorted(_STEMS))))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """The problem list: all entries that count, by their codes, and those that some reader may look for."""

    every: Listing
    of_interest: tuple[Entry, ...]


def read_conditions(chart: Chart, as_of: datetime) -> Conditions:
    """The problem list, looked through once; the same words are searched once for each call."""
    every = listing(chart.of("conditions"), as_of)
    return Conditions(every=every, of_interest=telling(every))


def telling(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Those that some reader may look for."""
    searched: dict[str, bool] = {}
    found = []
    for entry in entries:
        worded = searched.get(entry.plain)
        if worded is None:
            worded = searched[entry.plain] = _WORDS.search(entry.plain) is not None
        if worded or "extension" in entry.resource or _is_coded(entry.keys):
            found.append(entry)
    return tuple(found)


def _is_coded(keys: tuple[Key, ...]) -> bool:
    for key in keys:  # a plain loop: every code of the record comes here
        if key in _KEYS:
            return True
        if key[0] == ICD10CM and (key[1][:3] in infections.CATEGORIES or key[1].startswith(_STARTS)):
            return True
    return False
