"""At which levels is a finding of one sentence? Levels that belong to a lesion, those named together, and the one meant.

What may not live here: how levels are written (`level_words`), and what is found there (`sentence`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from fhir_profiles.reading.level_words import LevelSpan, level_spans
from fhir_profiles.reading.reports.level_groups import listed, named_together
from fhir_profiles.reading.reports.lexicon import OF_THE_PATIENT, Language
from fhir_profiles.reading.reports.scope import Hit
from plugin.evidence import LEVELS

_COMMA: Final = re.compile(r",")


def spans_of_lesions(plain: str, language: Language) -> list[LevelSpan]:
    """The levels of a sentence that are places of a lesion, those that are named together as one."""
    return named_together(plain, _of_lesions(plain, language), language)


def _of_lesions(plain: str, language: Language) -> list[LevelSpan]:
    """The levels that are named as places of a lesion: not those of discs, roots and dermatomes, nor one that is not meant."""
    not_meant = {found.start("level") for found in _NOT_MEANT.finditer(plain)}
    return [
        span
        for span in level_spans(plain)
        if span.start not in not_meant
        and not language.no_level.match(plain, span.end)
        and not ((len(span.levels) > 1 or "-" in span.levels[0]) and _is_between(span, plain, language))
        and not language.no_level_before.search(plain[max(0, span.start - 40) : span.start])
    ]


_NOT_MEANT: Final = re.compile(
    r"(?:^|[.;:] )(?:(?:in|bei|an|at|the|der|die|das|le|la|en) )*[ctls]\d{1,2},? ?\(?(?:and |und |et )?(?:not|nicht|non|pas)"
    r"(?: [\w-]+){0,6}? (?P<level>[ctls]\d{1,2})(?: [\w-]+){0,5}?[,)] ?(?=\w)"
)
"""Where a sentence begins with a level and says which one it is not ("C6 (not C7 as requested) is …")."""


def _is_between(span: LevelSpan, plain: str, language: Language) -> bool:
    """Is "L4/5" the space between two vertebrae?"""
    before = language.no_level_of_two_before.search(plain[max(0, span.start - 40) : span.start])
    after = language.no_level_of_two.match(plain, span.end)
    if len(span.levels) == 1 and after and after[0].strip() == ":":
        return False  # "S1-S3: …"
    return before is not None or after is not None


def levels_of(
    hit: Hit, plain: str, spans: Sequence[LevelSpan], hits: Sequence[Hit], carried: tuple[str, ...], language: Language
) -> list[tuple[str, ...]]:
    """One entry for each level or range that the finding is at."""
    if hit.form.code in OF_THE_PATIENT:
        return [("patient",)]
    span = _of_the_space(hit, plain, spans, language) or _level_of(hit, plain, spans, hits, language)
    levels = _those_of(span, hit, plain, language) if span else _meant(carried, 0, hit, plain, language)
    return [(level,) for level in levels] or [()]


def _of_the_space(hit: Hit, plain: str, spans: Sequence[LevelSpan], language: Language) -> LevelSpan | None:
    """The vertebra named elsewhere of the two whose space a finding's own words name ("T9 … fills the T9/10 foramen")."""
    for between in level_spans(plain):
        own = hit.start <= between.end and between.start < hit.end
        if own and len(between.levels) > 1 and _is_between(between, plain, language):
            return next((span for span in spans if len(span.levels) == 1 and span.levels[0] in between.levels), None)
    return None


def _those_of(span: LevelSpan, hit: Hit, plain: str, language: Language) -> tuple[str, ...]:
    one = len(span.levels) == 1 or hit.start <= span.end
    meant = span.levels if one else _meant(span.levels, span.end, hit, plain, language)
    return meant if meant != span.levels else listed(span, hit, plain) or meant


def _meant(levels: tuple[str, ...], begin: int, hit: Hit, plain: str, language: Language) -> tuple[str, ...]:
    """Of levels named together one alone, if the words behind them say so ("the latter with a soft-tissue part")."""
    first, last = (
        max((each.start() for each in words.finditer(plain, begin) if each.start() < hit.end), default=-1)
        for words in (language.foremost, language.latter)
    )
    return levels if first == last else levels[:1] if first > last else levels[-1:]


def _level_of(
    hit: Hit, plain: str, spans: Sequence[LevelSpan], hits: Sequence[Hit], language: Language
) -> LevelSpan | None:
    """The level inside the finding's own words, the one right behind them, the last one before, else the first after."""
    for span in spans:
        if hit.start <= span.start and span.end <= hit.end:
            return _of_the_second(hit, span, plain, spans, language) or _reach_of(hit, span, plain, spans) or span
    earlier = (span for span in reversed(spans) if span.end <= hit.start)
    before = next((span for span in earlier if _carries(span, hit, plain, hits, language)), None)
    after = [span for span in spans if span.start >= hit.end]
    if after and _belongs_to_what_follows(hit, plain, after[0], before is not None, hits, language):
        return after[0]
    if before and after and _is_of_its_clause(hit, plain, before, after[0], hits, language):
        return after[0]
    if before:
        return _reach_of(hit, before, plain, spans) or before
    return after[0] if after and not language.hard.search(plain, hit.end, after[0].start) else None


def _of_the_second(
    hit: Hit, span: LevelSpan, plain: str, spans: Sequence[LevelSpan], language: Language
) -> LevelSpan | None:
    """The level right behind words that go on from the one within them ("tumour in the canal (T5) and in the foramen (T8)")."""
    after = next((each for each in spans if each.start >= hit.end), None)
    rest = plain[span.end : hit.end].lstrip(" )")
    goes_on = rest[:1] == "," or language.joins.match(rest)
    return after if after and goes_on and _RIGHT_BEHIND.fullmatch(plain[hit.end : after.start]) else None


_RIGHT_BEHIND: Final = re.compile(r" \(?(?:(?:at|of|in|on|bei|von|en|de|a) )?")


def _is_of_its_clause(
    hit: Hit, plain: str, before: LevelSpan, after: LevelSpan, hits: Sequence[Hit], language: Language
) -> bool:
    """Has the finding, behind a comma, a level of its own in the same piece ("T8 and T9 irradiated, untreated so far is T10")?"""
    lead, between = plain[before.end : hit.start], plain[hit.end : after.start]
    if not _COMMA.search(lead) or _COMMA.search(between) or language.hard.search(between) or _BRACKETS.search(between):
        return False
    if plain[after.end : after.end + 1] == ":" or _COMPARES.search(between) or language.joins.search(between):
        return False
    return not any(hit.end <= other.start < after.start for other in hits) and not _BRACKETS.search(lead)


_BRACKETS: Final = re.compile(r"[():]")
_COMPARES: Final = re.compile(
    r"\b(?:bis|wie|als|gegenuber|vergleich|verglichen|unterschied|gegensatz|ausser|to|like|than|compared|unlike|except|jusqu\w*|comme"
    r"|que|compare|outre|sauf)\b"
)


def _reach_of(hit: Hit, span: LevelSpan, plain: str, spans: Sequence[LevelSpan]) -> LevelSpan | None:
    """The range right behind a finding's own words, which name the lesion ("T9 with extension into the canal from T8 to T10")."""
    after = next((each for each in spans if each.start >= hit.end), None)
    if after is None or len(span.levels) > 1 or not _OVER.fullmatch(plain[hit.end : after.start]):
        return None
    first, _, last = after.levels[0].partition("-")
    named = span.levels[0]
    if (
        last
        and {first, named, last} <= set(LEVELS)
        and LEVELS.index(first) <= LEVELS.index(named) <= LEVELS.index(last)
    ):
        return after
    return None


_OVER: Final = re.compile(r"(?: \w+)? (?:from|over|along|von|uber|de) ")


def _carries(span: LevelSpan, hit: Hit, plain: str, hits: Sequence[Hit], language: Language) -> bool:
    """Over a hard border a level holds on if it heads the line, or is the place of a finding of its own."""
    if _COMMA.search(plain, span.end, hit.start) and language.exceptions.search(plain[: span.end]):
        clause = language.clause_of.match(plain, span.end)
        return clause is not None and plain.find(",", clause.end(), hit.start) < 0
    border = language.hard.search(plain, span.end, hit.start)
    if border is None or not plain[: span.start].strip() or plain[span.end : span.end + 1] == ":":
        return True
    if border[0].strip(", ").replace(" ", "").isalpha() and not plain[span.end : border.start()].strip():
        return True  # "BWK 12 hingegen ...", "L1, with ..."
    if _OF_ITSELF.fullmatch(plain[span.end : border.start()]) and _BECOMES.fullmatch(border[0].strip(", ")):
        return True  # "the L4 lesion turned out to be ..."
    if any(words.search(plain, border.start(), hit.end) for words in (language.latter, language.foremost)):
        return True  # "Lesions of T8 and L1; the latter ..."
    begin = max((each.end() for each in language.hard.finditer(plain, 0, span.start)), default=0)
    metal = "metal-near-level"  # "screws at T7 cause artefacts, so that the wall cannot be judged"
    held = (other for other in hits if hit.form.code == metal or other.form.code != metal)
    return any(begin <= other.start < border.start() for other in held)


_OF_ITSELF: Final = re.compile(r"\s*(?:lesion|focus|tumou?r|mass|finding|deposit|herd|lasion|foyer)?\s*")
_BECOMES: Final = re.compile(r"(?:proved|turned out|proves|turns out) to be")


def _besides(within: Sequence[Hit], plain: str, start: int, end: int) -> str:
    """What stands between, apart from other findings' words."""
    for other in sorted(within, key=lambda each: each.start, reverse=True):
        plain = plain[: other.start] + " " * (min(other.end, end) - other.start) + plain[min(other.end, end) :]
    return plain[start:end]


def _belongs_to_what_follows(
    hit: Hit,
    plain: str,
    span: LevelSpan,
    has_before: bool,  # noqa: FBT001
    hits: Sequence[Hit],
    language: Language,
) -> bool:
    between = plain[hit.end : span.start]
    if not has_before:
        return language.hard.search(between) is None
    if between.count(")") > between.count("("):  # "the lysis of T10 (16 mm) and a haemangioma in T12"
        return False
    if language.hard.search(between) or _COMMA.search(between) or plain[span.end : span.end + 1] == ":":
        return False
    beside = not between.strip() and any(
        other.end < hit.start for other in hits
    )  # "besides the fracture of L1 metastasis T10"
    if _IS_BESIDE.search(plain[: hit.start]) and not beside:  # "T8 metastasis with a mass from T7 to T9"
        return False
    within = [other for other in hits if hit.end <= other.start < span.start]
    again = next((other for other in within if other.form.code == hit.form.code), None)
    if again and not language.joins.fullmatch(plain[hit.end : again.start].strip()):  # not "rods and screws T10-L2"
        return False
    if not within and language.joins.match(between.lstrip()):  # "at T8 epidural tumour and at L2 a fracture"
        return False
    if _BESIDE.fullmatch(_besides(within, plain, hit.end, span.start)):  # "osteoplastische Metastase LWK 2"
        return True
    if language.joins.search(between):  # "T8 is due to a haemangioma and that in T10 to …"
        return False
    return len(between.split()) <= _NEAR and language.modifies.search(between) is not None


_NEAR: Final = 6
_IS_BESIDE: Final = re.compile(r"\b(?:[ctls]\d{1,2}(?:-[ctls]\d{1,2})?|sacr(?:al|um)) $")
_BESIDE: Final = re.compile(r"\s*(?:\w+\s*)?\(|\s*(?:lesion|herd|lasion|tumou?r|focus|deposit|foyer)?\s*")
"""Nothing, a bracket, or the lesion: "epidural tumour (T8), sclerotic lesion (T10)", "lytischer Herd T8"."""
