"""Where is that? The place that a body site, a code or a few words name: levels with side and part, a region, or elsewhere.

Codes of part E.7 in both families, or words. What may not live here: to which lesion a place belongs (`lesions`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from fhir_profiles.codes.sites import (
    BONE_ELSEWHERE,
    LEVELS_BY_CODE,
    NEURAL_STRUCTURE,
    ORGAN_ELSEWHERE,
    PART_BY_CODE,
    REGION_BY_CODE,
    REGION_LEVELS,
    SIDE_BY_CODE,
)
from fhir_profiles.codes.systems import MCODE_BODY_LOCATION_QUALIFIER, MCODE_LATERALITY_QUALIFIER
from fhir_profiles.reading import place_words, slips
from fhir_profiles.reading.level_words import levels
from fhir_profiles.reading.numbered import is_rib, is_site_of_an_organ
from fhir_profiles.reading.wording import folded
from fhir_profiles.resources import Coding, Json, codings, extensions, member, members, texts
from plugin.evidence import LEVELS, Part, Place, Side

_INDEX: Final = {level: place for place, level in enumerate(LEVELS)}


_ELSEWHERE: Final = (NEURAL_STRUCTURE, ORGAN_ELSEWHERE, BONE_ELSEWHERE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What is said of a place.

    `places` are levels or ranges of adjoining levels; `region` the name of a region that is named instead ("spine" is the
    whole of it). `outside`: a place that is not of the bony spine is named, and no level. `outside_bone`: that place is a bone.
    `bone`: bone in general. `implied` places have their part only from a code of the vertebral body, which hospitals also
    use for the level as such; a part that is stated goes before. `unread` is what is written of a place and names none that we
    know, as it is written: that is not the same as nothing. `no_such_level`: it is written like a level that no spine has ("L9").
    """

    places: tuple[Place, ...] = ()
    region: str = ""
    outside: bool = False
    outside_bone: bool = False
    bone: bool = False
    implied: frozenset[Place] = frozenset()
    unread: str = ""
    no_such_level: bool = False

    @property
    def spinal(self) -> bool:
        return bool(self.places or self.region)

    @property
    def stated(self) -> bool:
        """Is anything said of a place at all, other than bone in general?"""
        return bool(self.places or self.region or self.outside)


NOWHERE: Final = Site()


class _Bit(NamedTuple):
    """What one concept says."""

    levels: tuple[str, ...] = ()
    sides: frozenset[Side] = frozenset()
    part: Part | None = None
    body_code: bool = False
    region: str = ""
    outside: bool = False
    outside_bone: bool = False
    bone: bool = False
    elsewhere: bool = False
    """A code names an organ or another bone."""
    unread: str = ""
    no_such_level: bool = False

    @property
    def says_where(self) -> bool:
        """Is anything read of it, be it a side?"""
        return bool(self.levels or self.region or self.outside or self.bone or self.sides or self.part)


def span(levels_of: Sequence[str]) -> str:
    """One level, or the range from the first to the last."""
    return levels_of[0] if len(levels_of) == 1 else f"{levels_of[0]}-{levels_of[-1]}"


def region_place(region: str) -> Place:
    """The levels of a region as one range."""
    return Place(level=span(REGION_LEVELS[region])) if region in REGION_LEVELS else Place(level=region)


def body_site(resource: Json) -> Site:
    """What `bodySite` says; it may repeat, and each may carry mCODE's qualifiers."""
    concepts = members(resource, "bodySite")
    return _combined([_of_concept(each) for each in concepts]) if concepts else NOWHERE


def site_in_words(*said: str) -> Site:
    """What words say."""
    return _combined([_of_words(folded(each)) for each in said if each])


def _of_concept(concept: Json) -> _Bit:
    qualifiers = [
        coding
        for url in (MCODE_BODY_LOCATION_QUALIFIER, MCODE_LATERALITY_QUALIFIER)
        for extension in extensions(concept, url)
        for coding in codings(member(extension, "valueCodeableConcept"))
    ]
    coded = _of_codings((*codings(concept), *qualifiers))
    words = _of_site_words(folded(" ; ".join(texts(concept))))
    if coded.elsewhere:  # "Liver, segment S4"
        words = words._replace(levels=())
    inside = bool(words.levels) and set(words.levels) <= set(coded.levels)
    by_code = coded.levels or coded.region
    found = _Bit(
        levels=words.levels if inside or not by_code else coded.levels,  # "S1-S3" says more than the code of the sacrum
        sides=coded.sides or words.sides,
        part=coded.part or words.part,
        body_code=coded.body_code,
        region=coded.region or words.region,
        outside=coded.outside or (words.outside and not by_code),
        outside_bone=coded.outside_bone or (words.outside_bone and not by_code),
        bone=words.bone,
        no_such_level=words.no_such_level,
    )
    if found.says_where and not found.no_such_level:
        return found
    return found._replace(unread=_as_written(concept))


_LONGEST: Final = 100
_NULL: Final = ("v3-NullFlavor", "data-absent-reason")


def _as_written(concept: Json) -> str:
    """The words of a body site, else its codes; nothing where they only say that the place is not known."""
    written = list(dict.fromkeys(texts(concept))) or [c.code for c in codings(concept) if not c.system.endswith(_NULL)]
    return "; ".join(each for each in written if not slips.says_no_place(folded(each)))[:_LONGEST]


def _of_codings(found: Iterable[Coding]) -> _Bit:
    keys = [each.key for each in found]
    named = {level for key in keys for level in LEVELS_BY_CODE.get(key, ())}
    parts = [PART_BY_CODE[key] for key in keys if key in PART_BY_CODE and key not in LEVELS_BY_CODE]
    return _Bit(
        levels=tuple(sorted(named, key=_INDEX.__getitem__)),
        sides=_one_side({SIDE_BY_CODE[key] for key in keys if key in SIDE_BY_CODE}),
        part=next(iter(parts), None),
        body_code=any(key in LEVELS_BY_CODE and PART_BY_CODE.get(key) is Part.BODY for key in keys),
        region=next((REGION_BY_CODE[key] for key in keys if key in REGION_BY_CODE), ""),
        outside=not named and any(key in each for key in keys for each in _ELSEWHERE),
        elsewhere=not named and any(key in ORGAN_ELSEWHERE or key in BONE_ELSEWHERE for key in keys),
        outside_bone=not named and any(key in BONE_ELSEWHERE for key in keys),
    )


def _of_site_words(words: str) -> _Bit:
    """A body site names no origin: an organ in its words is where it is, and its numbers are the organ's own."""
    words = slips.of_a_body_site(words)
    found = _of_words(words)
    if slips.names_no_such_level(words) and not found.outside and not is_site_of_an_organ(words):
        found = found._replace(no_such_level=True)
    if found.levels and is_site_of_an_organ(words):
        return found._replace(levels=(), outside=True, outside_bone=is_rib(words))
    return found


def _of_words(words: str) -> _Bit:
    named = levels(words)
    region = "" if named else place_words.region(words)
    outside = not named and not region and place_words.OUTSIDE.search(words) is not None
    return _Bit(
        levels=named,
        sides=place_words.sides(words),
        part=place_words.part(words),
        region=region,
        outside=outside or (not named and place_words.NOT_BONE.search(words) is not None),
        outside_bone=outside and place_words.OUTSIDE_BONE.search(words) is not None,
        bone=place_words.BONE.search(words) is not None,
    )


def _one_side(found: set[Side]) -> frozenset[Side]:
    return frozenset({Side.BOTH}) if {Side.LEFT, Side.RIGHT} <= found else frozenset(found)


def _combined(bits: Sequence[_Bit]) -> Site:
    """Several concepts of one resource: adjoining levels are one place; a side or part without a level holds for all."""
    runs = _runs({level for bit in bits for level in bit.levels})
    general = [bit for bit in bits if not bit.levels]
    places, implied = [], set()
    for run in runs:
        here = [bit for bit in bits if not set(bit.levels).isdisjoint(run)]
        place, is_implied = _place(run, here, general)
        places.append(place)
        if is_implied:
            implied.add(place)
    return Site(
        places=tuple(places),
        region="" if places else next((bit.region for bit in bits if bit.region), ""),
        outside=not places and any(bit.outside for bit in bits),
        outside_bone=not places and any(bit.outside_bone for bit in bits),
        bone=any(bit.bone for bit in bits),
        implied=frozenset(implied),
        unread=_unread(bits),
        no_such_level=any(bit.no_such_level for bit in bits),
    )


def _unread(bits: Sequence[_Bit]) -> str:
    """What is not readable beside what is counts only where it is written like a level: it may be another one."""
    none_such = [bit for bit in bits if bit.no_such_level]
    if not none_such and any(bit.says_where for bit in bits):
        return ""
    return "; ".join(dict.fromkeys(bit.unread for bit in none_such or bits if bit.unread))


def _place(run: Sequence[str], here: Sequence[_Bit], general: Sequence[_Bit]) -> tuple[Place, bool]:
    sides = _one_side({side for bit in (*here, *general) for side in bit.sides})
    parts = {bit.part for bit in (*here, *general) if bit.part}
    implied = not parts and any(bit.body_code for bit in here)
    part = Part.BODY if implied or Part.BODY in parts else next(iter(sorted(parts)), None)
    return Place(level=span(run), side=next(iter(sides)) if len(sides) == 1 else None, part=part), implied


def _runs(named: set[str]) -> list[list[str]]:
    runs: list[list[str]] = []
    for level in sorted(named, key=_INDEX.__getitem__):
        if runs and _INDEX[level] == _INDEX[runs[-1][-1]] + 1:
            runs[-1].append(level)
        else:
            runs.append([level])
    return runs
