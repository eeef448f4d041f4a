"""Which side and which part of the vertebra stand beside a finding in its sentence?

What may not live here: the words for them (`place_words`), and levels (`sentence`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading import place_words
from plugin.evidence import Part, Side

_SIDE_REACH: Final = 30
_PART_REACH: Final = 48
"""Characters before and behind the finding's own words."""
_WEAR: Final = re.compile(r"\b(?:facet|facett\w*|articula\w+)[- ](?:joint )?(?:arthr|degener|hypertroph|effusion)\w*")
"""Wear of a joint is not where a tumour is."""


def side_beside(plain: str, start: int, end: int) -> Side | None:
    """The one side that is named; None where none or two are."""
    named = place_words.sides(plain[max(0, start - _SIDE_REACH) : end + _SIDE_REACH])
    return next(iter(named)) if len(named) == 1 else None


def part_beside(plain: str, start: int, end: int) -> Part | None:
    """The part that is named, up to the next full stop or semicolon."""
    before = re.split(r"[;.]\s", plain[max(0, start - _PART_REACH) : start])[-1]
    behind = re.split(r"[;.](?:\s|$)", plain[end : end + _PART_REACH], maxsplit=1)[0]
    return place_words.part(_WEAR.sub(" ", f"{before} {plain[start:end]} {behind}"))
