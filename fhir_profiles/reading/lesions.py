"""Which spinal lesions does the record document, and what does it mean that something belongs to one (contract 5.1)?

What may not live here: what a code or a word says of a place (`places`), which findings and Conditions belong to which lesion
(`attribution`), which lesion the order means (`ordering`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from fhir_profiles.reading.findings import RawFinding, Seen
from fhir_profiles.reading.places import Site, span
from fhir_profiles.reading.problems import Problem, Weight
from fhir_profiles.resources import Json
from plugin.answer import Kind
from plugin.evidence import LEVELS, Part, Place, Side


@dataclass(frozen=True, slots=True, kw_only=True)
class LesionScope:
    """One lesion, and what of the record belongs to it.

    `place` is None where the record has no lesion with a level, or for an emergency without one. `others` are the other
    documented lesions. `findings` are those of 5.3 and the LOINC findings of contract 3 that belong here: those at this place,
    those without a place that count for the patient (pain, deficit, ECOG, Karnofsky, pregnancy), and any other without a place
    if this is the only lesion. `conditions` are the Conditions that name this place, or that are this lesion's by 5.1;
    `unplaced` are the patient's Conditions without any place, given only where they can mean no other lesion (the only lesion, or
    the scope without a place): cord and cauda signs are looked for in both. Entered-in-error, refuted and inactive ones are
    left out already. `unusable` are the codes of this lesion's findings with an entry that could not be read (another type,
    outside the list, another unit): their items count as unread; `absent` those with a `dataAbsentReason`.
    """

    place: Place | None
    others: tuple[Place, ...] = ()
    findings: tuple[RawFinding, ...] = ()
    conditions: tuple[Json, ...] = ()
    unplaced: tuple[Json, ...] = ()
    unusable: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()

    def of(self, *codes: str) -> tuple[RawFinding, ...]:
        """The findings of these codes that belong to this lesion."""
        return tuple(f for f in self.findings if f.code in codes)

    def holds(self, place: Place | None) -> bool:
        """Does something at that place belong to this lesion? Something without a place: only if there is no other lesion."""
        if place is None or self.place is None:
            return not self.others
        return belongs(place, self.place, self.others)


@dataclass(frozen=True, slots=True, kw_only=True)
class Documented:
    """One place at which the record documents something: by what, and how much it weighs.

    `target` is False for a place with nothing but a cord sign, an examination, or a tumour that is not one of bone.
    """

    place: Place
    weight: Weight
    seen_in: tuple[str, ...]
    target: bool = True

    @property
    def known(self) -> bool:
        """Does it count as a lesion where "exactly one lesion is known" is asked?"""
        return self.weight >= Weight.WEAK


def belongs(place: Place, lesion: Place, others: Iterable[Place]) -> bool:
    """At a level of the lesion, and on no side or part that another lesion of that level has and this one has not."""
    if not overlap(lesion, place):
        return False
    return alike(lesion, place) or not any(overlap(other, place) and alike(other, place) for other in others)


def overlap(one: Place, other: Place) -> bool:
    """Do two places share a level? A level inside a range does."""
    if one.level == other.level:
        return True
    first, last = _ends(one)
    other_first, other_last = _ends(other)
    return first <= other_last and other_first <= last


def alike(one: Place, other: Place) -> bool:
    """Do side and part not contradict each other? What is not stated contradicts nothing."""
    return _same(one.side, other.side) and _same(one.part, other.part)


def in_order(place: Place | None) -> tuple[int, int, int, int]:
    """Where a place stands on the card list: from C1 to coccyx, by side, by part, and what has no place last."""
    if place is None:
        return len(LEVELS), 0, 0, 0
    first, last = _ends(place)
    return first, _rank(place.side, _SIDES), _rank(place.part, _PARTS), last


_INDEX: Final = {level: place for place, level in enumerate(LEVELS)}
_SIDES: Final[tuple[Side, ...]] = tuple(Side)
_PARTS: Final[tuple[Part, ...]] = tuple(Part)


def _rank(value: Side | Part | None, ranks: Sequence[Side | Part]) -> int:
    return len(ranks) if value is None else ranks.index(value)


def _ends(place: Place) -> tuple[int, int]:
    first, _, last = place.level.partition("-")
    return _INDEX[first], _INDEX[last or first]


def _same(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


# --- which lesions there are ------------------------------------------------------------------------------------------


class Mention(NamedTuple):
    """One place as entries name it; `implied`: its part comes only from a code of the vertebral body."""

    place: Place
    implied: bool
    weight: Weight
    target: bool


Mentions = dict[Mention, list[str]]
"""Each place that is named, and the entries that name it."""


# A deficit, a pain, metal or earlier radiotherapy at a level documents no tumour there.
NO_LESION: Final = frozenset(
    {"neurological-deficit", "pain-character", "metal-near-level", "previous-radiotherapy", "lesion-count"}
)


def mentions(problems: Iterable[Problem], seen: Iterable[Seen]) -> Mentions:
    """Every place that a Condition or one of our Observations documents."""
    found: Mentions = {}
    for problem in problems:
        if problem.weight and not problem.elsewhere:
            target = problem.weight > Weight.FAINT or (bool(problem.natures) and not problem.not_bone)
            add(found, problem.site, problem.weight, problem.seen_in, target=target)
    for each in seen:
        if each.finding is not None and each.finding.kind is Kind.REPORT:
            continue  # `told` weighs what reports document
        if each.site.places and (not each.code[0].isdigit() or each.code in _SIZES):
            faint = each.code in NO_LESION
            add(found, each.site, Weight.FAINT if faint else Weight.STRONG, each.seen_in, target=not faint)
    return found


_SIZES: Final = frozenset({"21889-1", "33728-7"})


def add(found: Mentions, site: Site, weight: Weight, seen_in: str, *, target: bool) -> None:
    """One entry names the places of this site."""
    for place in site.places:
        found.setdefault(Mention(place, place in site.implied, weight, target), []).append(seen_in)


def documented(named: Mentions) -> list[Documented]:
    """The lesions of all mentions, in the order of cards. Lighter mentions join a heavier one and never widen it."""
    groups: list[list[Mention]] = []
    for mention in sorted(named, key=lambda m: (-m.weight, in_order(m.place))):
        joined = [g for g in groups if any(overlap(m.place, mention.place) for m in g if m.weight == g[0].weight)]
        if joined and mention.weight < joined[0][0].weight:
            joined[0].append(mention)
            continue
        groups = [g for g in groups if g not in joined]
        groups.append([*(m for g in joined for m in g), mention])
    return sorted((lesion for group in groups for lesion in _lesions(group, named)), key=lambda d: in_order(d.place))


def _lesions(group: Sequence[Mention], named: Mentions) -> list[Documented]:
    """The lesions of one level or range: one for each side and part that contradicts another."""
    weight = group[0].weight
    own = [mention for mention in group if mention.weight == weight]
    ends = [_ends(mention.place) for mention in own]
    first, last = min(each for each, _ in ends), max(each for _, each in ends)
    sources = tuple(dict.fromkeys(source for mention in group for source in named[mention]))
    target = any(mention.target for mention in group)
    places = (Place(level=span(LEVELS[first : last + 1]), side=side, part=part) for side, part in _apart(own))
    return [Documented(place=place, weight=weight, seen_in=sources, target=target) for place in places]


def _apart(group: Sequence[Mention]) -> list[tuple[Side | None, Part | None]]:
    """Sides and parts that are lesions of their own; one that is given once holds for the level."""
    stated = {mention.place.part for mention in group if mention.place.part and not mention.implied}
    parts = stated or {mention.place.part for mention in group if mention.place.part}
    sides = {mention.place.side for mention in group if mention.place.side}
    only_side = next(iter(sides)) if len(sides) == 1 else None
    only_part = next(iter(parts)) if len(parts) == 1 else None
    pairs = {(m.place.side or only_side, (None if m.implied and stated else m.place.part) or only_part) for m in group}
    apart = {pair for pair in pairs if not any(_within(pair, other) for other in pairs if other != pair)}
    return sorted(apart, key=lambda pair: (_rank(pair[0], _SIDES), _rank(pair[1], _PARTS)))


def _within(pair: tuple[Side | None, Part | None], other: tuple[Side | None, Part | None]) -> bool:
    """Does the other say the same and more?"""
    return all(own is None or own == others for own, others in zip(pair, other, strict=True))
