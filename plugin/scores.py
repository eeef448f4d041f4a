"""Arithmetic with names: the stability score SINS as a range when components are missing (X-10 … X-12).

A missing component is never 0: some components give a range, none makes the score not computable. What may not live here:
what a score leads to (that is `knowledge.criteria`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

SINS_POINTS: Mapping[str, tuple[int, ...]] = {
    "location": (0, 1, 2, 3),
    "pain": (0, 1, 3),
    "lesion": (0, 1, 2),
    "alignment": (0, 2, 4),
    "collapse": (0, 1, 2, 3),
    "posterolateral": (0, 1, 3),
}
"""X-10: the points that each component can have; another value is not read."""

SINS_MAX = 18


@dataclass(frozen=True, slots=True)
class Range:
    """Lowest and highest value that the record still allows."""

    low: int
    high: int

    def within(self, low: int, high: int) -> bool:
        """Wholly inside the limits, both included."""
        return low <= self.low and self.high <= high

    def meets(self, low: int, high: int) -> bool:
        """Some value lies inside the limits."""
        return self.low <= high and low <= self.high


def sins(components: Mapping[str, int | None], total: int | None) -> Range | None:
    """SINS from its components and a total; None: not computable, or the two contradict each other.

    All six components give the sum, and a differing total beside them is a contradiction; some give a range, which a total
    must lie in; a total alone is the total. Values outside X-10's points count as missing.
    """
    known = {name: v for name, v in components.items() if v is not None and v in SINS_POINTS[name]}
    if not known:
        return Range(total, total) if total is not None and 0 <= total <= SINS_MAX else None
    missing = [points for name, points in SINS_POINTS.items() if name not in known]
    low = sum(known.values()) + sum(min(points) for points in missing)
    high = sum(known.values()) + sum(max(points) for points in missing)
    if total is None:
        return Range(low, high)
    return Range(total, total) if low <= total <= high else None
