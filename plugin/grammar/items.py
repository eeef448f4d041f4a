"""What can be asked for, and with which numbers? Items of the record, thresholds, and a hospital's own practice.

What may not live here: which items and numbers there are (`knowledge.facts`, `knowledge.thresholds`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final, Generic, TypeVar

from plugin.answer import Kind, Order, Recorded
from plugin.evidence import Evidence, Technique

V = TypeVar("V", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """A number that decides: its value, unit and source, and the range in which a site may set it (part C.6).

    `off_by_default` thresholds only change wording, and only where a site has set them. `fixed` ones have no site setting.
    """

    id: str
    title: str
    default: float
    low: float
    high: float
    unit: str
    sources: tuple[str, ...] = ()
    """Empty: the number is our own choice ("ours")."""
    since: str = "0.1.0"
    fixed: bool = False
    off_by_default: bool = False
    whole: bool = False

    @property
    def is_told(self) -> bool:
        """Does a card name it where a site has set it? Not what no site can set, nor what changes a wording only."""
        return not (self.fixed or self.off_by_default)


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalPractice:
    """What a hospital has and has set: techniques not offered, thresholds of its own, D5 % with cryoablation (H-08)."""

    not_offered: frozenset[Technique] = frozenset()
    thresholds: Mapping[str, float] = field(default_factory=dict)
    cryo_hydrodissection_d5w: bool = False

    def value(self, threshold: Threshold) -> float:
        """The number in force here."""
        return threshold.default if threshold.fixed else self.thresholds.get(threshold.id, threshold.default)

    def is_local(self, threshold: Threshold) -> bool:
        """Has the site set it to another value than ours?"""
        return self.value(threshold) != threshold.default


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Item(Generic[V]):
    """One item of the record: the fact it belongs to (F-09), its code in the contract (5.3), and where it stands in Evidence.

    `days` or `hours` limit the age of its facts; `order` is how two facts are weighed. `many`: each value stands for itself
    (drugs, allergies), so values never contradict each other.
    """

    fact: str
    name: str
    read: Callable[[Evidence], Recorded[V]]
    code: str = ""
    unit: str = ""
    days: Threshold | None = None
    hours: Threshold | None = None
    limited: frozenset[Kind] = frozenset({Kind.FINDING, Kind.REPORT, Kind.RECORD})
    """The kinds that the age limit holds for; an active entry of the problem list has none as a rule."""
    order: Order[V] | None = None
    many: bool = False
    kinds: frozenset[Kind] | None = None
    """Only facts of these kinds belong to the item; None: of all."""
    listed: bool = True
    """Shown as a row of the evidence."""

    @property
    def key(self) -> str:
        """The name as an id ("need-for-debulking"), under which other languages call it."""
        return _as_id(self.name)


@cache  # the names of the knowledge, for every answer of a chart
def _as_id(name: str) -> str:
    return _NO_LETTER.sub("-", name.lower()).strip("-")


_NO_LETTER: Final = re.compile(r"[^a-z0-9]+")
