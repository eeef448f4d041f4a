"""What has to be said of a meter: its name, what it counts, its labels, and how several workers' values become one.

What may not live here: which meters there are (``declared``).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum


class Type(StrEnum):
    COUNTER = "counter"
    HISTOGRAM = "histogram"
    GAUGE = "gauge"


class Across(Enum):
    """How the workers' values of a gauge become one, by the library's names; a worker that has ended has no part in it."""

    SUM = "livesum"
    LEAST = "livemin"
    MOST = "livemax"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """``values`` is None where the site file says which there are; nothing that a call brings ever becomes a value."""

    name: str
    says: str
    values: frozenset[str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meter:
    name: str
    type: Type
    says: str
    labels: tuple[Label, ...] = ()
    bounds: tuple[float, ...] = ()
    across: Across = Across.SUM


def label(name: str, says: str, *values: str) -> Label:
    return Label(name=name, says=says, values=frozenset(values))
