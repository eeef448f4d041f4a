"""Which infections stand in the problem list, and is one of them at this lesion (F-34)?

The code groups are ours (C.3 SR-14 says "any other active infection"). What may not live here: fever as a measurement
(`hazards`), infection as the nature of a lesion (`disease`), and what is put off because of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from fhir_profiles.codes import ICD10CM, Key
from fhir_profiles.codes.code import union
from fhir_profiles.codes.disorders import FEVER, SPINAL_INFECTION, SYSTEMIC_INFECTION
from fhir_profiles.reading.entries import Entry
from fhir_profiles.reading.lesions import LesionScope
from fhir_profiles.reading.places import Site
from fhir_profiles.reading.standing import fact
from fhir_profiles.reading.whereabouts import Where, site_of, where
from fhir_profiles.reading.wording import Said, said
from plugin.answer import Fact, Kind, Standing
from plugin.evidence import Infection

_SEQUELAE: Final = frozenset(f"B{n}" for n in range(90, 95))  # of an infection that is over
CATEGORIES: Final = (
    frozenset(f"{letter}{n:02}" for letter in "AB" for n in range(100))
    | frozenset(f"J{n:02}" for n in range(23))  # airways and lungs
    | frozenset(f"L{n:02}" for n in range(9))  # skin
    | frozenset({"G00", "G06", "I33", "J85", "J86", "K65", "M00", "M86", "N10"})
) - _SEQUELAE
_SUBCATEGORIES: Final = (
    "N30.0",
    "N39.0",
    "T80.2",
    "T81.4",
    "T82.6",
    "T82.7",
    "T83.5",
    "T84.5",
    "T84.6",
    "T84.7",
    "T85.7",
)
_SEPSIS: Final = ("A40", "A41", "R65.2")
CODED: Final = union("an infection, by its own code", SPINAL_INFECTION, SYSTEMIC_INFECTION, FEVER)
STARTS: Final = (*_SUBCATEGORIES, *_SEPSIS)
_REGION_OF_M46: Final = {  # the fifth character of M46.2-, M46.3-, M46.4-; 0 and 9 name no region
    "1": "cervical", "2": "cervical", "3": "cervicothoracic", "4": "thoracic", "5": "thoracolumbar", "6": "lumbar",
    "7": "lumbosacral", "8": "sacrococcygeal",
}  # fmt: skip

_SPINAL_WORDS: Final = re.compile(
    r"spondylodis[ck]it|spondylodiszit|\bdis[ck]itis\b|\bdiszitis\b|\bdiscite\b"
    r"|(?:epidural|intraspinal|spinal)\w* a(?:bs[cz]|bc)es|\babces epidura"
    r"|(?:vertebral|spinal) osteomyelit|osteomyelit\w* (?:of )?(?:the )?(?:spin|vertebra)|osteomyelite vertebra"
    r"|wirbel(?:korper)?osteomyelit|osteomyelitis der wirbel|infectious spondylit|spondylite infect"
)
_SYSTEMIC_WORDS: Final = re.compile(
    r"\b(?:uro)?sepsis\b|\bsepti(?:c shock|caemia|cemia|cemie)|\bseptischer schock|\bchoc septique|\bbacter(?:a?emi)"
)
_OTHER_WORDS: Final = re.compile(
    r"(?<!dis)(?<!des)(?<!post)(?<!post-)infe[ck]t|\babs[cz]es|\babces|pneumoni|lungenentzundung|\bcellulit|erysipel|osteomyelit|pyelonephrit|empyem"
    r"|endocardit|endokardit|meningit|peritonit|septic arthrit|^(?:fever|fieber|fievre|pyrexia)\b"
)
STEMS: Final = (
    "infe", "abs", "abc", "pneumon", "lungenentz", "cellulit", "erysipel", "osteomyel", "pyelon", "empyem", "endo", "mening",
    "periton", "septi", "sepsis", "bacter", "disc", "disk", "disz", "spondyl", "fever", "fieber", "fievre", "pyrex",
)  # fmt: skip
"""For a first look: without one of these the words name no infection."""


def may_be_infection(condition: Entry) -> bool:
    """A first look: is it coded or worded as something like an infection?"""
    return any(map(is_coded, condition.keys)) or condition.mentions(STEMS)


def infections_seen(conditions: Iterable[Entry], lesion: LesionScope) -> Iterator[Fact[Infection]]:
    """Every active infection among these, each as it concerns this lesion."""
    for condition in conditions:
        for infection, says in _infections(condition, lesion).items():
            doubted = Standing.TENTATIVE if says is Said.DOUBTED else condition.counts
            yield fact(condition.resource, infection, Kind.CONDITION, doubted)


def _infections(condition: Entry, lesion: LesionScope) -> dict[Infection, Said]:
    """By code or by words; where an ICD code says what it is, words add a spinal infection only."""
    found: dict[Infection, Said] = {}
    spinal = _said(condition.words, _SPINAL_WORDS, condition.has(SPINAL_INFECTION))
    if spinal:
        found[_seen_from(condition, lesion)] = spinal
    words = () if any(system == ICD10CM for system, _ in condition.keys) else condition.words
    systemic = _said(words, _SYSTEMIC_WORDS, any(map(_is_sepsis, condition.keys)))
    if systemic:
        found[Infection.SYSTEMIC] = systemic
    if not found:
        other = _said(words, _OTHER_WORDS, any(map(_is_other, condition.keys)))
        if other:
            found[Infection.ELSEWHERE] = other
    return found


def _said(words: tuple[str, ...], wanted: re.Pattern[str], coded: bool) -> Said | None:  # noqa: FBT001 - a plain "or"
    """Words that doubt or deny go before a code; None also for what is denied."""
    says = said(words, wanted)
    if says is None:
        return Said.STATED if coded else None
    return None if says is Said.DENIED else says


def _seen_from(condition: Entry, lesion: LesionScope) -> Infection:
    """A spinal infection counts at the level, or where no level is named; at another level it is one elsewhere."""
    site = site_of(condition.resource)
    regions = (_REGION_OF_M46.get(code[5:6], "") for system, code in condition.keys if _is_m46(system, code))
    region = "" if site.places else next((each for each in regions if each), "")
    seen = where(Site(region=region) if region else site, lesion)
    return Infection.ELSEWHERE if seen is Where.ELSEWHERE else Infection.SPINAL


def _is_m46(system: str, code: str) -> bool:
    return system == ICD10CM and code.startswith("M46.")


def is_coded(key: Key) -> bool:
    """Is it the code of an infection?"""
    return key in SPINAL_INFECTION or _is_sepsis(key) or _is_other(key)


def _is_sepsis(key: Key) -> bool:
    system, code = key
    return key in SYSTEMIC_INFECTION or (system == ICD10CM and code.startswith(_SEPSIS))


def _is_other(key: Key) -> bool:
    system, code = key
    if system != ICD10CM:
        return False
    return key in FEVER or code[:3] in CATEGORIES or code.startswith(_SUBCATEGORIES)
