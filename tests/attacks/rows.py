"""One line of the attack table: what was tried, and what came of it.

What may not live here: which attacks there are (`tokens`, `addresses`), and how they are played.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`elsewhere` counts what a listener saw that the site file does not name."""

    id: str
    attack: str
    answer: str
    reason: str
    elsewhere: int
