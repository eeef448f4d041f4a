"""What does a sentence say of another level by the opposite alone: "T12 does not", "unlike T7", "apart from T9"?

What may not live here: the words for it (`languages`), and what is said of a level in words of its own (`sentence`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from fhir_profiles.reading.level_words import LevelSpan, level_spans
from fhir_profiles.reading.reports.lexicon import Language
from fhir_profiles.reading.reports.mention import Mention, Polarity


def denied_elsewhere(
    told: Sequence[Mention], plain: str, spans: Sequence[LevelSpan], language: Language
) -> Iterator[Mention]:
    """What is said of one level, and denied of another by "not" alone ("T11 shows epidural tumour; T12 does not")."""
    for found in language.contrast.finditer(plain):
        levels = next((span.levels for span in level_spans(plain) if span.start == found.start("level")), ())
        for one in told:
            turned = _OTHERWISE.get(one.polarity)
            if turned and one.code in DENIED_BY_NOT_ALONE and one.value is None:
                given = "given" if one.code == "previous-radiotherapy" and turned is Polarity.PRESENT else None
                yield from (replace(one, value=given, polarity=turned, levels=(level,), side=None) for level in levels)
    for found in language.ellipsis.finditer(plain):
        named = found.start("level")
        latter = [span.levels[-1:] for span in spans if span.end <= found.start()][-1:] if named < 0 else []
        # "nicht BWK 8, sondern BWK 9 ...": the first is no place of what follows, so it is none of `spans`
        named_too = level_spans(plain) if found.groupdict().get("rather") else ()
        levels = next(
            (span.levels for span in (*spans, *named_too) if span.start == named), latter[0] if latter else ()
        )
        last = named == found.start()  # "T12 does not", where something else may be what is denied
        used = {each.levels for each in told if last and each.polarity is Polarity.ABSENT}
        for one in told:
            if one.polarity is Polarity.PRESENT and one.code in DENIED_BY_NOT_ALONE and not _is_contact(one, told):
                value = None if one.code == "previous-radiotherapy" else one.value
                yield from (
                    replace(one, value=value, polarity=Polarity.ABSENT, levels=(level,), side=None)
                    for level in levels
                    if (level,) not in used and one.levels != (level,)
                )


def _is_contact(one: Mention, told: Sequence[Mention]) -> bool:
    """Is tumour in the canal only told by its contact with the sac, which denied says nothing of the canal?"""
    return one.code == "canal-extension" and any(
        each.code == "close-to-neural-structure" and each.polarity is one.polarity and each.levels == one.levels
        for each in told
    )


_OTHERWISE: Final = {Polarity.PRESENT: Polarity.ABSENT, Polarity.ABSENT: Polarity.PRESENT}
DENIED_BY_NOT_ALONE: Final = frozenset(
    {
        "canal-extension",
        "cord-compression",
        "soft-tissue-extension",
        "foraminal-extension",
        "collapse",
        "posterior-wall",
        "fracture-risk",
        "close-to-neural-structure",
        "close-to-viscus",
        "intra-articular",
        "previous-radiotherapy",
        "metal-near-level",
    }
)


def excepted(told: Sequence[Mention], plain: str, language: Language) -> Iterator[Mention]:
    """The one thing that is said of all, turned around at the level that is excepted ("no fractures apart from T9")."""
    for found in language.excepted.finditer(plain):
        one = told[0] if len({(each.code, each.polarity) for each in told}) == 1 else None
        turned = _OTHERWISE.get(one.polarity) if one else None
        if one and turned and one.code in DENIED_BY_NOT_ALONE and one.value is None:
            begin = found.start("level")
            for level in next((span.levels for span in level_spans(plain) if span.start == begin), ()):
                yield replace(one, polarity=turned, levels=(level,), side=None)


def is_only_denied(one: Mention, denied: Sequence[Mention]) -> bool:
    """Is what is said of no level of its own denied at one that is named ("the lumbar spine was irradiated, not T8")?"""
    return one.polarity is Polarity.PRESENT and any(
        each.code == one.code and each.polarity is Polarity.ABSENT and one.levels in ((), each.levels)
        for each in denied
    )


def without_both(told: Sequence[Mention]) -> Iterator[Mention]:
    """Where a sentence says and denies one thing of one level, it was not understood, and says neither.

    Only of what has no sides and no neighbours: one foramen may be free and the other not.
    """
    said = {(each.code, each.levels, each.polarity) for each in told if each.code in _ONE_OF_A_LEVEL}
    for each in told:
        opposite = _OTHERWISE.get(each.polarity)
        if opposite is None or (each.code, each.levels, opposite) not in said:
            yield each


_ONE_OF_A_LEVEL: Final = frozenset({"canal-extension", "cord-compression"})
