"""What does an entry of a list say at first sight? Its standing, the keys of its codes, and its words, found once.

A chart holds hundreds of entries and every reader looks at all of them, so this is made for speed. What may not live
here: what any code or word means.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from fhir_profiles.codes import CodeSet, Key
from fhir_profiles.reading.standing import standing
from fhir_profiles.reading.wording import folded
from fhir_profiles.resources import Json, texts
from plugin.answer import Standing


class Entry(NamedTuple):
    """One entry that counts. `plain` are all its words, folded, for a first look; `words` are the texts themselves."""

    resource: Json
    counts: Standing
    keys: tuple[Key, ...]
    words: tuple[str, ...]
    plain: str

    def has(self, codes: CodeSet) -> bool:
        """Is it coded as a member of the set?"""
        return any(key in codes for key in self.keys)

    def mentions(self, stems: tuple[str, ...]) -> bool:
        """Does any of these beginnings occur in its words? A first look only: it may be denied."""
        plain = self.plain
        for stem in stems:  # noqa: SIM110 - asked thousands of times; `any` takes twice as long
            if stem in plain:
                return True
        return False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of the chart: its entries, and which of them bear a code."""

    entries: tuple[Entry, ...]
    _by_key: Mapping[Key, list[Entry]]

    def coded(self, codes: CodeSet) -> tuple[Entry, ...]:
        """The entries coded as a member of the set (one without groups), each once and in no order of their own."""
        return tuple({id(e): e for code in codes.codes for e in self._by_key.get(code.key, ())}.values())

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)


def listing(resources: Iterable[Json], as_of: datetime) -> Listing:
    """The entries that count, and an index of their codes."""
    found = tuple(entries(resources, as_of))
    by_key: defaultdict[Key, list[Entry]] = defaultdict(list)
    for each in found:
        for key in each.keys:
            by_key[key].append(each)
    return Listing(found, by_key)


def entries(resources: Iterable[Json], as_of: datetime, member: str = "code") -> Iterator[Entry]:
    """The entries that count; `member` is the concept that says what each of them is."""
    for resource in resources:
        counts = standing(resource, as_of)
        if counts is not None:
            yield entry(resource, counts, member)


def entry(resource: Json, counts: Standing, member: str = "code", more_words: tuple[str, ...] = ()) -> Entry:
    """One entry; `more_words` stand in other members."""
    concept = resource.get(member)
    words = tuple(dict.fromkeys((*texts(concept), *more_words)))  # text and displays mostly say the same
    return Entry(resource, counts, keys(concept), words, folded(" ; ".join(words)))


def keys(concept: object) -> tuple[Key, ...]:
    """System and code of every coding of a concept; odd data gives none."""
    listed = concept.get("coding") if isinstance(concept, dict) else None
    if not isinstance(listed, list):
        return ()
    return tuple([(str(each.get("system")), str(each.get("code"))) for each in listed if isinstance(each, dict)])
