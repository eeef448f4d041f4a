"""What does one Condition say of bone tumours: its place, its nature, the primary that it names or is, and how sure it is?

What may not live here: which codes and words name a nature (`natures`), to which lesion a Condition belongs (`lesions`), and
everything of a problem list that is no tumour, infection or fracture of a vertebra.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Final, NamedTuple

from fhir_profiles.codes import disorders, tumours
from fhir_profiles.codes.code import CodeSet, Group, Key, union
from fhir_profiles.codes.sites import REGION_LEVELS
from fhir_profiles.codes.systems import ICD10CM, MCODE_HISTOLOGY
from fhir_profiles.reading import place_words, tumour_words
from fhir_profiles.reading.level_words import names_a_level
from fhir_profiles.reading.natures import NATURE_SETS, Named, natures_named, primary_itself, primary_of
from fhir_profiles.reading.places import NOWHERE, Site, body_site, site_in_words, span
from fhir_profiles.reading.standing import dated, standing
from fhir_profiles.reading.wording import Said, folded, said
from fhir_profiles.resources import Json, codings, extensions, member, members, name_of, texts
from plugin.answer import Standing
from plugin.evidence import Nature, Place, Primary


class Weight(IntEnum):
    """What a Condition at a level does to the list of lesions."""

    NONE = 0
    FAINT = 1
    """Degenerative change, a cord sign, a tumour that is not one of bone: a place only where nothing else is documented."""
    WEAK = 2
    """Infection, fracture: a lesion of its own, but it does not widen the range of a tumour."""
    STRONG = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One active Condition, read.

    `general`: it names no level, but the spine or bone in general; `region` is the part of the spine it names, if any.
    `elsewhere`: a bone tumour at a bone outside the spine, or at a site that we do not know. `not_bone`: a tumour of cord,
    meninges or nerves. `primary` is the tumour that the Condition is; `names_primary` the one that a metastasis names.
    `malignant`: malignant, but whether primary or secondary is left open.
    """

    resource: Json
    seen_in: str
    on: datetime | None
    standing: Standing
    site: Site = NOWHERE
    natures: tuple[Nature, ...] = ()
    weight: Weight = Weight.NONE
    primary: Primary | None = None
    names_primary: Primary | None = None
    malignant: bool = False
    fracture: bool = False
    region: str = ""
    general: bool = False
    elsewhere: bool = False
    not_bone: bool = False
    unplaced: bool = False
    """It names no place at all."""


class _Said(NamedTuple):
    """Codes, words and folded words of one Condition."""

    keys: tuple[Key, ...]
    texts: tuple[str, ...]
    words: str

    def coded(self, *sets: CodeSet) -> bool:
        return any(key in codes for key in self.keys for codes in sets)

    @property
    def of_interest(self) -> bool:
        """Could a code or a word of it be one that we look for?"""
        return tumour_words.ANY.search(self.words) is not None or self.coded(_OF_INTEREST)


_SPINAL_BONE: Final = frozenset({Nature.OSTEOID_OSTEOMA, Nature.OSTEOBLASTOMA, Nature.BENIGN_TREATABLE})
"""Tumours of bone by their very name."""
_GENERAL_BONE: Final = (
    tumours.METASTASIS_BONE,
    tumours.METASTASIS_MARROW,
    tumours.PRIMARY_MALIGNANT_BONE,
    tumours.BENIGN_BONE,
    tumours.UNCERTAIN_BONE,
)
_PELVIS: Final = (tumours.PRIMARY_MALIGNANT_PELVIS, tumours.BENIGN_PELVIS)
_CORD: Final = (disorders.CORD_COMPRESSION, disorders.CAUDA_EQUINA, disorders.ALARM_ONLY_CORD_COMPRESSION)
_OF_INTEREST: Final = union(
    "what says something of a tumour, infection or fracture of a vertebra",
    *NATURE_SETS,
    *tumours.PRIMARIES.values(),
    *_GENERAL_BONE,
    *_PELVIS,
    *_CORD,
    tumours.OUTSIDE_BONE,
    disorders.FRACTURE_AT_TUMOUR,
    disorders.FRACTURE_SITE_UNSAID,
    CodeSet(name="osteoporosis with fracture", codes=(), groups=(Group(ICD10CM, "M80"),)),
)
_WEAK: Final = frozenset({Nature.INFECTION, Nature.OSTEOPOROTIC})
_NOT_BY_VERTEBRA: Final = frozenset({Nature.BENIGN_NOT_INDICATED, Nature.INFECTION})
"""Haemangioma and osteomyelitis are many organs' and bones': without a vertebra they are none of ours."""


def read_condition(condition: Json, as_of: datetime) -> Problem | None:
    """What the Condition says; None when it does not count (entered in error, refuted, over), or says nothing of ours."""
    counts = standing(condition, as_of)
    if counts is None:
        return None
    told = _told(condition)
    if not told.of_interest:
        return _of_no_interest(condition, told, counts)
    named = natures_named(told.keys, told.texts)
    fracture = _fracture(told)
    site = _site(condition, told, in_bone=_of_bone(told, named, fracture))
    not_bone = told.coded(tumours.OUTSIDE_BONE) or (
        place_words.NOT_BONE.search(told.words) is not None and not named.natures
    )
    primary = _primary(told, named, site, fracture=fracture, not_bone=not_bone)
    natures = _natures(named, site, told) if not not_bone else ()
    if primary is not None and not (site.spinal or site.bone):
        natures = ()  # "metastatic breast cancer" is the breast cancer; "with bone metastases" is both
    region = _region(told, site)
    tumour = bool(natures) or named.undecided or fracture
    elsewhere = tumour and _elsewhere(condition, told, site)
    bone = site.bone or told.coded(*_GENERAL_BONE) or bool(_SPINAL_BONE & set(natures))
    unplaced = not site.places and not site.outside and not elsewhere
    return Problem(
        resource=condition,
        seen_in=name_of(condition),
        on=dated(condition),
        standing=Standing.TENTATIVE if named.doubted or (primary is not None and _is_doubted(told)) else counts,
        site=site,
        natures=natures,
        weight=_weight(told, site, natures, tumour=tumour or _a_lesion(told, primary), not_bone=not_bone),
        primary=primary,
        names_primary=primary_of(told.keys, told.words) if Nature.METASTASIS in natures else None,
        malignant=named.malignant,
        fracture=fracture,
        region=region,
        general=tumour and unplaced and not not_bone and bool(region or bone),
        elsewhere=elsewhere,
        not_bone=not_bone,
        unplaced=unplaced,
    )


def _of_no_interest(condition: Json, told: _Said, counts: Standing) -> Problem:
    """No tumour, infection or fracture; only its place may matter, to those who read other things from it."""
    own = body_site(condition) if "bodySite" in condition else NOWHERE
    site = own if own.stated or not names_a_level(told.words) else site_in_words(told.words)
    return Problem(
        resource=condition,
        seen_in=name_of(condition),
        on=None,
        standing=counts,
        site=site,
        unplaced=not site.places and not site.outside,
    )


def _told(condition: Json) -> _Said:
    concept = member(condition, "code")
    histology = (member(each, "valueCodeableConcept") for each in extensions(condition, MCODE_HISTOLOGY))
    keys = tuple(coding.key for each in (concept, *histology) for coding in codings(each))
    words = texts(concept)
    return _Said(keys, words, folded(" ; ".join(words)))


def _of_bone(told: _Said, named: Named, fracture: bool) -> bool:  # noqa: FBT001 - what was read of the Condition
    """Do its codes say by themselves that it is in bone? Then an organ in its words is where it comes from."""
    spine = any(key in tumours.REGION_OF_TUMOUR for key in told.keys)
    return spine or fracture or told.coded(*_GENERAL_BONE, *_PELVIS) or bool(_SPINAL_BONE & set(named.natures))


def _site(condition: Json, told: _Said, *, in_bone: bool) -> Site:
    """`bodySite`, else the words of the code; a code of the sacrum is a level of its own."""
    own = body_site(condition)
    if own.stated:
        return own
    worded = site_in_words(told.words) if told.words else NOWHERE
    if worded.spinal or (worded.outside and (worded.outside_bone or not (in_bone or worded.bone))):
        return worded
    if any(tumours.REGION_OF_TUMOUR.get(key) == "sacrum" for key in told.keys):
        return Site(places=(Place(level=span(REGION_LEVELS["sacrum"])),))
    return Site(bone=own.bone or worded.bone)


def _region(told: _Said, site: Site) -> str:
    if site.places:
        return ""
    coded = next((tumours.REGION_OF_TUMOUR[key] for key in told.keys if key in tumours.REGION_OF_TUMOUR), "")
    if coded in ("", "spine") and site.region:
        return site.region
    return coded or ("spine" if told.coded(disorders.FRACTURE_AT_TUMOUR) else "")


def _natures(named: Named, site: Site, told: _Said) -> tuple[Nature, ...]:
    kept = tuple(
        nature
        for nature in named.natures
        if nature not in _NOT_BY_VERTEBRA or site.spinal or told.coded(disorders.SPINAL_INFECTION)
    )
    if kept or named.undecided or not site.places:
        return kept
    worn = said(told.texts, tumour_words.DEGENERATIVE) is Said.STATED
    return (Nature.BENIGN_NOT_INDICATED,) if worn else ()


def _primary(told: _Said, named: Named, site: Site, *, fracture: bool, not_bone: bool) -> Primary | None:
    """A primary tumour itself; in words never one of bone or cord, and never a metastasis with a place."""
    if told.coded(*tumours.PRIMARIES.values()) and not told.coded(tumours.METASTASIS, tumours.PRIMARY_MALIGNANT):
        return primary_itself(told.keys, "")
    others = set(named.natures) - {Nature.METASTASIS}
    in_bone = site.spinal or site.bone or site.outside_bone or told.coded(tumours.METASTASIS, *_GENERAL_BONE, *_PELVIS)
    if others or named.undecided or fracture or in_bone or not_bone:
        return None
    return primary_itself(told.keys, told.words)


def _is_doubted(told: _Said) -> bool:
    return said(told.texts, tumour_words.CANCER) is Said.DOUBTED


def _fracture(told: _Said) -> bool:
    """A pathological fracture, not one of osteoporosis."""
    if told.coded(disorders.FRACTURE_AT_TUMOUR, disorders.FRACTURE_SITE_UNSAID):
        return said(told.texts, tumour_words.FRACTURE_AT_TUMOUR) is not Said.DENIED
    worded = said(told.texts, tumour_words.FRACTURE_AT_TUMOUR) is Said.STATED
    return worded and not tumour_words.OSTEOPOROSIS.search(told.words)


def _elsewhere(condition: Json, told: _Said, site: Site) -> bool:
    """A bone outside the spine; a body site that we cannot place might be one."""
    if site.spinal:
        return False
    unknown_site = bool(members(condition, "bodySite")) and not site.stated and not site.bone
    return site.outside_bone or told.coded(*_PELVIS) or unknown_site


def _a_lesion(told: _Said, primary: Primary | None) -> bool:
    return primary is None and said(told.texts, tumour_words.LESION) in (Said.STATED, Said.DOUBTED)


def _weight(told: _Said, site: Site, natures: Sequence[Nature], *, tumour: bool, not_bone: bool) -> Weight:
    if not site.places:
        return Weight.NONE
    if not_bone or told.coded(*_CORD):
        return Weight.FAINT
    if tumour_words.DEGENERATIVE.search(told.words) and set(natures) <= {Nature.BENIGN_NOT_INDICATED}:
        return Weight.FAINT
    if set(natures) - _WEAK:
        return Weight.STRONG
    if natures or told.coded(disorders.FRACTURE_SITE_UNSAID):
        return Weight.WEAK
    return Weight.STRONG if tumour else Weight.NONE
