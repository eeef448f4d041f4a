"""Which infections stand in the problem list, and is one of them at this lesion (F-34)?

The code groups are ours (C.3 SR-14 says "any other active infection"). What may not live here: fever as a measurement
(`hazards`), infection as the nature of a lesion (`disease`), and what is put off because of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from fhir_profiles.chart import Chart
from fhir_profiles.codes import ICD10CM
from fhir_profiles.codes.disorders import FEVER, SPINAL_INFECTION, SYSTEMIC_INFECTION
from fhir_profiles.reading.lesions import LesionScope
from fhir_profiles.reading.places import Site
from fhir_profiles.reading.standing import fact, standing
from fhir_profiles.reading.whereabouts import Where, site_of, where
from fhir_profiles.reading.wording import Said, said
from fhir_profiles.resources import Coding, Json, codings, member, texts
from plugin.answer import Fact, Kind, Recorded, Standing
from plugin.evidence import Infection

_SEQUELAE: Final = frozenset(f"B{n}" for n in range(90, 95))  # of an infection that is over
_CATEGORIES: Final = (
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


def read_infections(chart: Chart, lesion: LesionScope, as_of: datetime) -> Recorded[Infection]:
    """Every active infection, each as it concerns this lesion."""
    facts = tuple(found for condition in chart.of("conditions") for found in _facts(condition, lesion, as_of))
    return Recorded(facts=facts, unread=chart.unread("infection"))


def _facts(condition: Json, lesion: LesionScope, as_of: datetime) -> Iterator[Fact[Infection]]:
    counts = standing(condition, as_of)
    if counts is None:
        return
    for infection, says in _infections(condition, lesion).items():
        doubted = Standing.TENTATIVE if says is Said.DOUBTED else counts
        yield fact(condition, infection, Kind.CONDITION, doubted)


def _infections(condition: Json, lesion: LesionScope) -> dict[Infection, Said]:
    """By code or by words; where an ICD code says what it is, words add a spinal infection only."""
    coded = codings(member(condition, "code"))
    words = texts(member(condition, "code"))
    found: dict[Infection, Said] = {}
    spinal = _said(words, _SPINAL_WORDS, any(coding.key in SPINAL_INFECTION for coding in coded))
    if spinal:
        found[_seen_from(condition, coded, lesion)] = spinal
    unclassified = all(coding.system != ICD10CM for coding in coded)
    systemic = _said(words if unclassified else (), _SYSTEMIC_WORDS, any(map(_is_sepsis, coded)))
    if systemic:
        found[Infection.SYSTEMIC] = systemic
    if not found:
        other = _said(words if unclassified else (), _OTHER_WORDS, any(map(_is_other, coded)))
        if other:
            found[Infection.ELSEWHERE] = other
    return found


def _said(words: tuple[str, ...], wanted: re.Pattern[str], coded: bool) -> Said | None:  # noqa: FBT001 - a plain "or"
    """Words that doubt or deny go before a code; None also for what is denied."""
    says = said(words, wanted)
    if says is None:
        return Said.STATED if coded else None
    return None if says is Said.DENIED else says


def _seen_from(condition: Json, coded: tuple[Coding, ...], lesion: LesionScope) -> Infection:
    """A spinal infection counts at the level, or where no level is named; at another level it is one elsewhere."""
    site = site_of(condition)
    regions = (_REGION_OF_M46.get(c.code[5:6], "") for c in coded if c.system == ICD10CM and c.code.startswith("M46."))
    region = "" if site.places else next((each for each in regions if each), "")
    seen = where(Site(region=region) if region else site, lesion)
    return Infection.ELSEWHERE if seen is Where.ELSEWHERE else Infection.SPINAL


def _is_sepsis(coding: Coding) -> bool:
    return coding.key in SYSTEMIC_INFECTION or (coding.system == ICD10CM and coding.code.startswith(_SEPSIS))


def _is_other(coding: Coding) -> bool:
    if coding.system != ICD10CM:
        return False
    return coding.key in FEVER or coding.code[:3] in _CATEGORIES or coding.code.startswith(_SUBCATEGORIES)
