"""What can one sentence of a report say? A finding, with its polarity, its place, its section and its own words.

What may not live here: how it is read, and what it means for the record (`within`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum

from plugin.evidence import Part, Side


class Polarity(StrEnum):
    """What the words make of a finding that they name (CR-08)."""

    PRESENT = "present"
    ABSENT = "absent"
    UNCERTAIN = "uncertain"
    """Hedged either way: "cannot exclude", "no definite", "suspicious for"."""
    HISTORICAL = "historical"
    """Told of the past only."""
    CONDITIONAL = "conditional"
    """Only if something happens, or only asked."""
    OTHER_PERSON = "other-person"


class Section(Enum):
    """The part of a report that a sentence stands in."""

    IMPRESSION = "impression"
    FINDINGS = "findings"
    CLINICAL = "clinical information"
    QUESTION = "question"
    TECHNIQUE = "technique"
    ADVICE = "recommendation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One finding that a sentence names.

    `code` is a code of contract 5.3, or one of the words that only reports have (`lexicon.REPORT_ONLY`). `value` belongs to
    it: a code of the value list, millimetres, a count; None where naming it says all. `levels` are the levels that the words
    give it, a range written as one; empty: none is named. `resolved`: the words say that it has gone.
    """

    code: str
    polarity: Polarity
    value: str | float | int | None = None
    levels: tuple[str, ...] = ()
    side: Side | None = None
    part: Part | None = None
    section: Section = Section.FINDINGS
    sentence: str = ""
    resolved: bool = False
