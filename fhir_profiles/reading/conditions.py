"""What does one Condition say of bone tumours: its place, its nature, the primary that it names or is, and how sure it is?

What may not live here: which codes and words name a nature (`natures`), to which lesion a Condition belongs (`lesions`), and
everything of a problem list that is no tumour, infection or fracture of a vertebra.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from fhir_profiles.codes import disorders, tumours
from fhir_profiles.codes.code import CodeSet, Group, Key, groups, union
from fhir_profiles.codes.sites import REGION_LEVELS
from fhir_profiles.codes.systems import ICD10CM, MCODE_HISTOLOGY
from fhir_profiles.reading import numbered, place_words, tumour_words
from fhir_profiles.reading.cord_signs import is_cord_sign
from fhir_profiles.reading.entries import Entry
from fhir_profiles.reading.level_words import names_a_level
from fhir_profiles.reading.natures import NATURE_SETS, Named, natures_named, primary_itself, primary_of
from fhir_profiles.reading.places import NOWHERE, Site, body_site, site_in_words, span
from fhir_profiles.reading.problems import Problem, Weight
from fhir_profiles.reading.standing import dated
from fhir_profiles.reading.wording import Said, folded, said
from fhir_profiles.resources import Json, codings, extensions, member, members, name_of, texts
from plugin.answer import Standing
from plugin.evidence import Nature, Place, Primary


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
        return tumour_words.ANY.search(self.words) is not None or self.coded(OF_INTEREST)


_SPINAL_BONE: Final = frozenset({Nature.OSTEOID_OSTEOMA, Nature.OSTEOBLASTOMA, Nature.BENIGN_TREATABLE})
"""Tumours of bone by their very name."""
_BONE_BY_NAME: Final = _SPINAL_BONE | {Nature.PLASMACYTOMA, Nature.PRIMARY_MALIGNANT}
"""Tumours that arise in bone, so that one without a site is a bone tumour without a site (gate 1)."""
_GENERAL_BONE: Final = (
    tumours.METASTASIS_BONE,
    tumours.METASTASIS_MARROW,
    tumours.PRIMARY_MALIGNANT_BONE,
    tumours.BENIGN_BONE,
    tumours.UNCERTAIN_BONE,
)
_PELVIS: Final = (tumours.PRIMARY_MALIGNANT_PELVIS, tumours.BENIGN_PELVIS)
_CORD: Final = (disorders.CORD_COMPRESSION, disorders.CAUDA_EQUINA, disorders.ALARM_ONLY_CORD_COMPRESSION)
OF_INTEREST: Final = union(
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
_LOOKED_FOR: Final = union(
    "every code that is asked for here or among the natures",
    OF_INTEREST,
    *tumours.METASTASIS_FROM.values(),
    disorders.SPINAL_INFECTION,
    CodeSet(name="secondary tumours", codes=(), groups=groups(ICD10CM, "C77", "C78", "C79", "C80", "C7B")),
)
_SEAT_ELSEWHERE: Final = ("C77", "C78", "C79.0", "C79.1", "C79.2", "C79.3", "C79.6", "C79.7", "C79.81", "C79.82")
"""Metastases whose code names the organ that they sit in."""
_WEAK: Final = frozenset({Nature.INFECTION, Nature.OSTEOPOROTIC})
_NOT_BY_VERTEBRA: Final = frozenset({Nature.BENIGN_NOT_INDICATED, Nature.INFECTION})
"""Haemangioma and osteomyelitis are many organs' and bones': without a vertebra they are none of ours."""


def read_condition(entry: Entry) -> Problem:
    """What the Condition says. One that says nothing of ours has a place at most."""
    told = _told(entry)
    cord = is_cord_sign(entry)
    if not told.of_interest and not cord:
        return _of_no_interest(entry.resource, told, entry.counts)
    return _of_interest(entry.resource, told, entry.counts, cord=cord)


def _of_interest(condition: Json, told: _Said, counts: Standing, *, cord: bool) -> Problem:
    named = natures_named(told.keys, told.texts)
    fracture = _fracture(told)
    site = _site(condition, told, in_bone=_of_bone(told, named, fracture))
    not_bone = told.coded(tumours.OUTSIDE_BONE) or (_in_the_canal(told) and not named.natures)
    primary = _primary(told, named, site, fracture=fracture, not_bone=not_bone)
    natures = _natures(named, site, told, primary) if not not_bone else ()
    doubted = named.doubted or (primary is not None and said(told.texts, tumour_words.CANCER) is Said.DOUBTED)
    problem = Problem(
        resource=condition,
        seen_in=name_of(condition),
        on=dated(condition),
        standing=Standing.TENTATIVE if doubted else counts,
        site=site,
        natures=natures,
        primary=primary,
        names_primary=primary_of(told.keys, told.words) if Nature.METASTASIS in natures else None,
        malignant=named.malignant,
        fracture=fracture,
        region=_region(told, site, cord=cord),
        not_bone=not_bone,
        cord=cord,
    )
    return _placed(problem, told, tumour=bool(natures) or named.undecided or fracture)


def _placed(problem: Problem, told: _Said, *, tumour: bool) -> Problem:
    """What follows from its place: whether it documents a lesion, or speaks of spine or bone in general."""
    site = problem.site
    elsewhere = tumour and _elsewhere(problem.resource, told, site)
    unplaced = not site.places and not site.outside and not elsewhere
    bone = site.bone or told.coded(*_GENERAL_BONE) or bool(_SPINAL_BONE & set(problem.natures))
    return replace(
        problem,
        weight=_weight(told, problem, tumour=tumour or _a_lesion(told, problem.primary)),
        general=tumour and unplaced and not problem.not_bone and bool(problem.region or bone),
        unsited=not problem.not_bone and _is_unsited(told, problem, bone=bone, unplaced=unplaced, tumour=tumour),
        elsewhere=elsewhere,
        unplaced=unplaced,
    )


def _is_unsited(told: _Said, problem: Problem, *, bone: bool, unplaced: bool, tumour: bool) -> bool:
    """A bone tumour without a site; one of pelvis, sacrum or coccyx (C41.4, D16.8) may be of the sacrum where none is given."""
    site = problem.site
    pelvis = told.coded(*_PELVIS) and not (site.places or site.outside or members(problem.resource, "bodySite"))
    if not (unplaced or pelvis):
        return False
    worded = (
        said(told.texts, tumour_words.CANCER) in (Said.STATED, Said.DOUBTED) and site.bone and problem.primary is None
    )
    by_name = not _BONE_BY_NAME.isdisjoint(problem.natures) or problem.fracture or pelvis
    tumour = tumour or worded or _a_lesion(told, problem.primary)
    return tumour and bool(bone or by_name or problem.region)


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


def _told(entry: Entry) -> _Said:
    condition = entry.resource
    histology = (member(each, "valueCodeableConcept") for each in extensions(condition, MCODE_HISTOLOGY))
    found = (coding.key for each in (member(condition, "code"), *histology) for coding in codings(each))
    keys = tuple(key for key in found if key in _LOOKED_FOR or key in tumours.REGION_OF_TUMOUR)
    return _Said(keys, entry.words, entry.plain)


def _of_bone(told: _Said, named: Named, fracture: bool) -> bool:  # noqa: FBT001 - what was read of the Condition
    """Do its codes say by themselves that it is in bone? Then an organ in its words is where it comes from."""
    spine = any(key in tumours.REGION_OF_TUMOUR for key in told.keys)
    return spine or fracture or told.coded(*_GENERAL_BONE, *_PELVIS) or bool(_SPINAL_BONE & set(named.natures))


def _site(condition: Json, told: _Said, *, in_bone: bool) -> Site:
    """`bodySite`, else the words of the code; a code of the sacrum is a level of its own."""
    own = body_site(condition)
    if _numbers_another_organ(condition, told, in_bone=in_bone):
        return Site(outside=True, outside_bone=numbered.is_rib(told.words))
    if own.stated:
        return own
    worded = site_in_words(numbered.without_nerves(told.words)) if told.words else NOWHERE
    if worded.spinal or (worded.outside and (worded.outside_bone or not (in_bone or worded.bone))):
        return worded
    if any(tumours.REGION_OF_TUMOUR.get(key) == "sacrum" for key in told.keys):
        return Site(places=(Place(level=span(REGION_LEVELS["sacrum"])),))
    return Site(bone=own.bone or worded.bone, unread=own.unread)


def _numbers_another_organ(condition: Json, told: _Said, *, in_bone: bool) -> bool:
    """Do code or words say that it sits elsewhere, so that "S4" is a segment of the liver and "T6" a rib?"""
    if numbered.is_rib(told.words):
        return True
    if in_bone:
        return False
    coded = any(system == ICD10CM and code.startswith(_SEAT_ELSEWHERE) for system, code in told.keys)
    sites = folded(" ; ".join(text for each in members(condition, "bodySite") for text in texts(each)))
    return numbered.sits_in_an_organ(told.words) or (coded and not numbered.names_the_spine(f"{told.words} ; {sites}"))


def _region(told: _Said, site: Site, *, cord: bool) -> str:
    if site.places:
        return ""
    coded = next((tumours.REGION_OF_TUMOUR[key] for key in told.keys if key in tumours.REGION_OF_TUMOUR), "")
    if coded in ("", "spine") and site.region:
        return site.region
    return coded or ("spine" if cord or told.coded(disorders.FRACTURE_AT_TUMOUR) else "")


def _natures(named: Named, site: Site, told: _Said, primary: Primary | None) -> tuple[Nature, ...]:
    if primary is not None and not (site.spinal or site.bone):
        return ()  # "metastatic breast cancer" is the breast cancer; "with bone metastases" is both
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


def _in_the_canal(told: _Said) -> bool:
    return place_words.NOT_BONE.search(told.words) is not None


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


def _weight(told: _Said, problem: Problem, *, tumour: bool) -> Weight:
    natures = set(problem.natures)
    if not problem.site.places:
        return Weight.NONE
    if problem.not_bone or told.coded(*_CORD):
        return Weight.FAINT
    if tumour_words.DEGENERATIVE.search(told.words) and natures <= {Nature.BENIGN_NOT_INDICATED}:
        return Weight.FAINT
    if natures - _WEAK:
        return Weight.STRONG
    if natures or told.coded(disorders.FRACTURE_SITE_UNSAID):
        return Weight.WEAK
    if tumour:
        return Weight.STRONG
    return Weight.FAINT if problem.cord else Weight.NONE  # told in words: a place to look at, as by its code
