"""Which patterns could find anything in a text at all? One look for the stems of hundreds, before any of them is tried.

Most sentences of most reports hold nothing of ours, and every pattern that is tried costs more than this whole look. What may
not live here: the stems themselves (`languages`, `needed`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final, Generic, TypeVar

T = TypeVar("T")

_BEGINNING: Final = 3
"""Letters by which stems are found: a sentence holds few of the beginnings."""


class FirstLook(Generic[T]):
    """Things to look for, each with stems of which a text must hold one; none: it is always looked for."""

    __slots__ = ("_by_stem", "_longer", "_short", "_things", "_without")

    def __init__(self, things: Iterable[tuple[T, Iterable[str]]]) -> None:
        listed = [(thing, frozenset(needs)) for thing, needs in things]
        self._things = tuple(thing for thing, _ in listed)
        self._without = tuple(place for place, (_, needs) in enumerate(listed) if not needs)
        self._by_stem = _grouped((stem, place) for place, (_, needs) in enumerate(listed) for stem in needs)
        self._short = tuple(sorted(stem for stem in self._by_stem if len(stem) < _BEGINNING))
        longer = sorted(stem for stem in self._by_stem if len(stem) >= _BEGINNING)
        self._longer = _grouped((stem[:_BEGINNING], stem) for stem in longer)

    def at(self, plain: str) -> list[T]:
        """Those of whose stems one stands in these words, in their own order."""
        places = set(self._without)
        for stem in self._short:
            if stem in plain:
                places.update(self._by_stem[stem])
        beginnings = {plain[at : at + _BEGINNING] for at in range(len(plain) - _BEGINNING + 1)}
        for beginning in self._longer.keys() & beginnings:
            for stem in self._longer[beginning]:
                if stem in plain:
                    places.update(self._by_stem[stem])
        return [self._things[place] for place in sorted(places)]


K = TypeVar("K")
V = TypeVar("V")


def _grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    groups: defaultdict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
