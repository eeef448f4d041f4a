"""What does one report say in sum? Its sentences weighed against each other, as findings of the lesions that it names.

The impression goes before the findings; an impression that denies what the findings describe leaves both standing, which is a
conflict (F.5 rule 6). What may not live here: which of two reports counts (`plugin.answer`), and to which lesion of the record
a finding belongs (`attribution`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from fhir_profiles.codes.observations import HISTOLOGY
from fhir_profiles.reading.reports.documents import Report
from fhir_profiles.reading.reports.languages import language_of
from fhir_profiles.reading.reports.lexicon import Language
from fhir_profiles.reading.reports.mention import Mention, Polarity, Section
from fhir_profiles.reading.reports.passages import has_too_long, sentences
from fhir_profiles.reading.reports.placing import PATIENT, Placing, lesions_told, two_sides
from fhir_profiles.reading.reports.sentence import mentions_in
from fhir_profiles.reading.reports.sins import totals_in
from fhir_profiles.reading.reports.specimen import FOUND, SPECIMEN, is_background, of_specimens
from fhir_profiles.reading.wording import folded
from plugin.answer import Standing
from plugin.evidence import Deficit, Place

Value = str | bool | int | float


class Told(NamedTuple):
    """One finding as a report tells it in sum: a code of contract 5.3 or `lexicon.REPORT_ONLY`, and its value.

    `place` None: the report names no level for it. `standing`: doubted, or as firm as the report is.
    """

    code: str
    value: Value
    place: Place | None
    standing: Standing
    text: str
    resolved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadReport:
    """What one report says.

    `lesions` are the places at which it says that a tumour is; `levels` every level that it names for anything. `not_counted`
    are the places (None: no level) of what it denies, doubts, tells of the past, of somebody else, or only asks (CR-08).
    `two_sides` are levels whose lesion is on one side by the impression and on another by the findings.
    """

    report: Report
    told: tuple[Told, ...] = ()
    lesions: tuple[Place, ...] = ()
    levels: frozenset[str] = frozenset()
    not_counted: tuple[Place | None, ...] = ()
    two_sides: frozenset[str] = frozenset()
    too_long: bool = False
    """It holds a sentence without an end, which is not read."""


_DENIABLE: Final = frozenset(
    {"canal-extension", "posterior-wall", "soft-tissue-extension", "collapse", "neurological-deficit"}
)
"""Findings that an impression may not deny against the findings of the same report (F.5 rule 6)."""
_RANKS: Final = {Section.IMPRESSION: 0, Section.FINDINGS: 1, Section.ADVICE: 1, Section.TECHNIQUE: 1}
_LEAST: Final = 2
"""What the referrer tells counts only where the radiologist says nothing."""
_SAID: Final = frozenset({Polarity.PRESENT, Polarity.ABSENT, Polarity.UNCERTAIN})
_TRUTHS: Final = frozenset(
    {
        "canal-extension",
        "soft-tissue-extension",
        "collapse",
        "fracture-risk",
        "intra-articular",
        "close-to-neural-structure",
    }
)
_NEAREST: Final = frozenset({"distance-to-neural-structure", "distance-to-viscus"})
_WIDEST: Final = frozenset({"size"})


def read_report(report: Report) -> ReadReport:
    """Everything that a report says of lesions of the spine."""
    blocks = [(section, text, language_of(text)) for section, text in report.blocks]
    mentions = of_specimens(report, [mention for block in blocks for mention in _mentions(*block)])
    too_long = any(has_too_long(text, language) for _, text, language in blocks)
    if not mentions:
        return ReadReport(report=report, too_long=too_long)
    placed = Placing(report, mentions)
    kept = [(mention, place) for mention in mentions if (place := placed.of(mention)) is not placed.NOT_OF_THE_SPINE]
    return ReadReport(
        report=report,
        told=tuple(_told(report, kept)),
        lesions=tuple(lesions_told(kept)),
        levels=frozenset(level for mention in mentions for level in mention.levels if level != PATIENT),
        not_counted=tuple(dict.fromkeys(place for mention, place in kept if mention.polarity is not Polarity.PRESENT)),
        two_sides=two_sides(kept),
        too_long=too_long,
    )


def is_unsure(text: str, primary: str) -> bool:
    """Do the words of a histology deny, doubt, or tell of another time the primary that they name, or name it as background?"""
    found = [each for each in _mentions(Section.FINDINGS, text, language_of(text)) if each.code == "primary"]
    return is_background(text) or any(
        each.value == primary and (each.polarity is not Polarity.PRESENT or each.section not in FOUND) for each in found
    )


def _mentions(section: Section, text: str, language: Language) -> Iterator[Mention]:
    carried: tuple[str, ...] = ()
    for sentence in sentences(text, language, section):
        before = () if sentence.starts else carried
        found, carried = mentions_in(sentence, language, before)
        yield from found
        yield from totals_in(sentence, language, before)


# --- findings -----------------------------------------------------------------------------------------------------------


def _told(report: Report, kept: Sequence[tuple[Mention, Place | None]]) -> Iterator[Told]:
    groups: dict[tuple[str, str], list[tuple[Mention, Place | None]]] = {}
    for mention, place in kept:
        if mention.polarity in _SAID and mention.section is not Section.QUESTION:
            groups.setdefault((mention.code, place.level if place else ""), []).append((mention, place))
    for (code, _), group in groups.items():
        counted = _counting(code, group)
        for mention, place in counted:
            level = Place(level=place.level) if place else None
            for name, value in _values(mention):
                doubted = mention.polarity is Polarity.UNCERTAIN
                yield Told(
                    code=name,
                    value=value,
                    place=level,
                    standing=Standing.DOUBTED if doubted else report.counts,
                    text=mention.sentence,
                    resolved=mention.resolved,
                )


def _counting(code: str, group: Sequence[tuple[Mention, Place | None]]) -> list[tuple[Mention, Place | None]]:
    """The mentions of one finding at one level that count."""
    ranks = [_RANKS.get(mention.section, _LEAST) for mention, _ in group]
    best = [each for each, rank in zip(group, ranks, strict=True) if rank == min(ranks)]
    rest = [each for each, rank in zip(group, ranks, strict=True) if rank > min(ranks)]
    if code in _DENIABLE and all(_denies(mention) for mention, _ in best):
        best += [each for each in rest if _describes(each[0]) and each[0].section is Section.FINDINGS]
    sure = {mention.value for mention, _ in best if mention.polarity is Polarity.PRESENT}
    best = [each for each in best if each[0].polarity is not Polarity.UNCERTAIN or each[0].value not in sure]
    lost = any(_describes(mention) for mention, _ in best)
    if code == "neurological-deficit" and lost:  # "no sensory or motor loss" denies no retention
        best = [each for each in best if each[0].polarity is not Polarity.ABSENT]
    return _measured(code, best)


def _denies(mention: Mention) -> bool:
    return mention.polarity is Polarity.ABSENT or (
        mention.polarity is Polarity.PRESENT and mention.value == Deficit.NONE
    )


def _describes(mention: Mention) -> bool:
    return mention.polarity is Polarity.PRESENT and mention.value != Deficit.NONE


def _measured(code: str, group: list[tuple[Mention, Place | None]]) -> list[tuple[Mention, Place | None]]:
    """Of several distances the nearest, of several sizes the largest."""
    if code not in _NEAREST | _WIDEST or len(group) <= 1:
        return group
    choose = min if code in _NEAREST else max
    sure = [each for each in group if each[0].polarity is Polarity.PRESENT] or group
    return [choose(sure, key=lambda each: float(each[0].value or 0))]


def _values(mention: Mention) -> Iterator[tuple[str, Value]]:
    """The findings of the record that a mention stands for."""
    code, denied = mention.code, mention.polarity is Polarity.ABSENT
    if code in _TRUTHS:
        yield code, not denied
        if code == "soft-tissue-extension" and not denied and _PSOAS.search(folded(mention.sentence)):
            yield "psoas-part", True
    elif code in _CODED:
        affirmed, denial = _CODED[code]
        yield code, denial if denied else str(mention.value or affirmed)
    elif code in _ASSERTED:
        yield from _of_presence(mention)
    elif not denied:
        yield code, True if mention.value is None else mention.value
    elif code == "neurological-deficit" and (mention.resolved or _NOTHING_LOST.search(folded(mention.sentence))):
        yield code, Deficit.NONE


_PSOAS: Final = re.compile(r"psoas|\biliacus\b|\bm\. iliacus|muscle iliaque|muskulus iliacus")
"""The part outside the bone that the lateral femoral cutaneous nerve runs through (TR-25)."""
_AND: Final = r"(?:\W+(?:or|and|nor|oder|und|noch|ou|ni|et|de|any)\b)*\W*"
_NOTHING_LOST: Final = re.compile(
    rf"\bsens\w*?{_AND}mot(?:or|eu?r|ric)|\bmot(?:or|eu?r|ric)\w*?{_AND}sens"
    rf"|\bnumbness{_AND}weakness|\bweakness{_AND}numbness"
)
"""Denied together, so that nothing is lost: "without sensory or motor loss" (F.5)."""
_CODED: Final = {
    "posterior-wall": ("breached", "intact"),
    "metal-near-level": ("present", "absent"),
    "previous-radiotherapy": ("given", "none"),
}
"""Coded findings whose value list has a word for "no"."""
_ASSERTED: Final = frozenset({"foraminal-extension", SPECIMEN, "primary", "lesion-count"})
"""What says something only where it is asserted."""


def _of_presence(mention: Mention) -> Iterator[tuple[str, Value]]:
    if mention.polarity is not Polarity.PRESENT:
        return
    match mention.code:
        case "foraminal-extension":  # F.5: soft tissue, and close to a neural structure; nothing about the canal
            yield "soft-tissue-extension", True
            yield "close-to-neural-structure", True
        case "primary":
            yield "primary", str(mention.value)
        case "specimen-primary":
            yield HISTOLOGY.codes[0].code, str(mention.value)
        case _:
            many = mention.value == "multiple"
            yield ("multiple", True) if many else ("lesion-count", int(mention.value or 0))
