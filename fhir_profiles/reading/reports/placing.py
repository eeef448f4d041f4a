"""At which places does one report say that a tumour is, and where is a finding that names no level?

What may not live here: what is found there (`within`), and how the places of reports join those of the record (`told`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeVar

from fhir_profiles.reading import place_words
from fhir_profiles.reading.reports.documents import Report
from fhir_profiles.reading.reports.mention import Mention, Polarity, Section
from fhir_profiles.reading.reports.specimen import SPECIMEN
from fhir_profiles.reading.wording import folded
from plugin.evidence import Nature, Part, Place, Side

V = TypeVar("V")

PATIENT: Final = "patient"
"""The level of what concerns no level."""
_TUMOUR: Final = frozenset({"nature", "matrix", "size", "escc"})
"""What is said of a tumour, so that there is one."""
NO_TUMOUR: Final = frozenset({Nature.BENIGN_NOT_INDICATED, Nature.INFECTION, Nature.OSTEOPOROTIC})
"""What is at a level and is no target (gate 4)."""


class Placing:
    """Where a mention without a level is: at the only level of the report, at the one of its title, or nowhere."""

    NOT_OF_THE_SPINE: Final = Place(level="")
    """What names no level in a report on something else."""

    def __init__(self, report: Report, mentions: Sequence[Mention]) -> None:
        tumours = dict.fromkeys(level for each in mentions if is_tumour(each) for level in each.levels)
        titled = report.site.places
        self._default: Place | None = None
        if len(tumours) == 1:
            self._default = Place(level=next(iter(tumours)))
        elif not tumours and len(titled) == 1:
            self._default = Place(level=titled[0].level)
        self._spinal = self._default is not None or _is_of_the_spine(report, mentions)

    def of(self, mention: Mention) -> Place | None:
        """The place of a mention; None: of the patient, or no level is named."""
        if mention.levels == (PATIENT,):
            return None
        if mention.code == SPECIMEN and not mention.levels:
            return None  # of the spine, and no more is said
        if mention.levels:
            side, part = (mention.side, mention.part) if is_tumour(mention) else (None, None)
            return Place(level=mention.levels[0], side=side, part=part)
        return self._default if self._spinal else self.NOT_OF_THE_SPINE


def _is_of_the_spine(report: Report, mentions: Sequence[Mention]) -> bool:
    """May its findings without a level be of the spine? Its title says so, or its words do and the title nothing else."""
    if report.site.spinal:
        return True
    if report.site.outside:
        return False
    levels = any(level != PATIENT for each in mentions for level in each.levels)
    return levels or any(place_words.region(folded(text)) for _, text in report.blocks)


def is_tumour(mention: Mention) -> bool:
    return (
        mention.code in _TUMOUR
        and mention.polarity is Polarity.PRESENT
        and mention.levels != (PATIENT,)
        and mention.value not in NO_TUMOUR
    )


def lesions_told(kept: Iterable[tuple[Mention, Place | None]]) -> Iterator[Place]:
    """The tumours that the report names with a level; side and part where they are said once."""
    sides: dict[str, set[Side]] = {}
    parts: dict[str, set[Part]] = {}
    for mention, place in kept:
        if place is not None and is_tumour(mention):
            sides.setdefault(place.level, set()).update(filter(None, (mention.side,)))
            parts.setdefault(place.level, set()).update(filter(None, (mention.part,)))
    for level, named in sides.items():
        yield Place(level=level, side=_only(named), part=_only(parts[level]))


def _only(named: set[V]) -> V | None:
    return next(iter(named)) if len(named) == 1 else None


def two_sides(kept: Iterable[tuple[Mention, Place | None]]) -> frozenset[str]:
    told: dict[str, dict[bool, set[Side]]] = {}
    for mention, place in kept:
        if place is not None and mention.side is not None and is_tumour(mention):
            by_section = told.setdefault(place.level, {})
            by_section.setdefault(mention.section is Section.IMPRESSION, set()).add(mention.side)
    return frozenset(
        level
        for level, by_section in told.items()
        if len(by_section) == len((True, False)) and by_section[True].isdisjoint(by_section[False])
    )
