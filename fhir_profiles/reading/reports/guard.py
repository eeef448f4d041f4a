"""Does a finding's own stretch of the sentence hold a word of doubt, denial or the past that nothing has made sense of?

Then it is not read at all: not known is an answer, a guess is none. What may not live here: the words (`languages`), and what
the cues that were made sense of do (`scope`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from fhir_profiles.reading.level_words import level_spans
from fhir_profiles.reading.reports.lexicon import NEVER, OF_THE_PATIENT, Direction, Language
from fhir_profiles.reading.reports.mention import Polarity
from fhir_profiles.reading.reports.opposites import DENIED_BY_NOT_ALONE
from fhir_profiles.reading.reports.scope import Found, Hit, acts, is_immune

_COMMA: Final = re.compile(r",(?!\d)")
_COLON: Final = re.compile(r":")


def is_guarded(
    hit: Hit, polarity: Polarity, plain: str, hits: Sequence[Hit], every: Sequence[Found], language: Language
) -> bool:
    """Is the finding only seemingly present, or only seemingly absent, as far as its words tell?

    `every`: all cues of the sentence, also those that only look like one: the words they stand on are accounted for, as are
    those of every finding. A cue that acts on no finding at all is not accounted for ("not yet Bilsky 2"), unless it denies
    what comes after it and stands behind as an attribute ("screws without loosening").
    """
    if language.retracted is not NEVER and language.retracted.search(plain, *_statement(hit, plain, language)):
        return True
    unlike = language.not_present if polarity is Polarity.PRESENT and not hit.form.lasting else NEVER
    if unlike is not NEVER and unlike.search(plain, *_statement(hit, plain, language)):
        return True
    if polarity is Polarity.PRESENT and _is_denied(hit, plain, hits, every, language):
        return True
    words = {Polarity.PRESENT: language.guarded, Polarity.ABSENT: language.overturned}.get(polarity)
    if words is None:
        return False
    denied = polarity is Polarity.ABSENT and hit.form.denied
    if denied and (_is_upset(hit, plain, language) or _is_answered_no(hit, plain, every)):
        return True
    begin, end = _stretch(hit, plain, language)
    if polarity is Polarity.ABSENT and language.excepting.match(plain, end) and not level_spans(plain[begin:end]):
        return True
    taken = [(c.start, c.end) for c in every if polarity is Polarity.ABSENT or _accounts_for(c, hit, plain)]
    taken += [(other.start, other.end) for other in hits if not _is_loosely(hit, other, polarity, language)]
    if any(_is_untaken(found, taken) for found in words.finditer(plain, begin, end)):
        return True
    if polarity is not Polarity.PRESENT or words is NEVER:
        return False
    behind = between((language.hard,), hit, plain)[1]
    near = (
        each
        for each in every
        if (begin <= each.start and each.end <= end)
        or (hit.end <= each.start < behind and _looks_back(each, hit, plain, language))
        if _would_act(hit, each, plain, hits, language) and not _is_over(each, hit, plain, language)
    )
    return any(not _has_work(each, plain, hits, language) for each in near)


def _is_answered_no(hit: Hit, plain: str, every: Sequence[Found]) -> bool:
    """Is what makes a finding absent denied right behind it ("posterior wall intact: no")?"""
    return any(
        each.cue.direction is Direction.BEFORE_IT
        and each.cue.polarity is Polarity.ABSENT
        and hit.end <= each.start
        and not plain[hit.end : each.start].strip(" :?-")
        for each in every
    )


def _accounts_for(each: Found, hit: Hit, plain: str) -> bool:
    """Does a cue make sense of its words for this finding?

    Not a cue of other findings, nor one that only looks like a cue and shares words with the finding's own: "no growth of the
    epidural tumour" denies no tumour, "no growth into the foramen" does.
    """
    lasts = hit.form.lasting and each.cue.polarity is Polarity.HISTORICAL
    if lasts or hit.form.code not in _STRICT:
        return True
    shares = each.cue.polarity is None and not hit.form.lasting and hit.start < each.end and each.start < hit.end
    if shares and not _OF.search(plain, each.start, each.end + 4):
        return False
    return not each.cue.of or hit.form.code in each.cue.of


_OF: Final = re.compile(r"\s(?:of|than|de|du|des|der|von|que)\b|\sd'")


def _looks_back(each: Found, hit: Hit, plain: str, language: Language) -> bool:
    """Is what stands before it denied, whatever commas stand between, but not of another level ("…, T9 does not")?"""
    if each.cue.direction is not Direction.BEFORE_IT or each.cue.polarity is not Polarity.ABSENT:
        return False
    elsewhere = language.ellipsis.finditer(plain, hit.end)
    return not any(found.start() < each.end and each.start < found.end() for found in elsewhere)


def _is_over(each: Found, hit: Hit, plain: str, language: Language) -> bool:
    """Does the sentence come back from the past to today before the finding ("after surgery in 2021 the patient now has")?"""
    past = each.cue.polarity is Polarity.HISTORICAL and each.end <= hit.start
    return past and language.now.search(plain, each.end, hit.start) is not None


def _is_loosely(hit: Hit, other: Hit, polarity: Polarity, language: Language) -> bool:
    """May the finding's own words hold words of doubt that are not its own ("der Tumor könnte in das Foramen wachsen")?"""
    same = (hit.start, hit.end) == (other.start, other.end)
    within = language.guards_within or hit.form.code in language.guards_within_of
    return within and same and polarity is Polarity.PRESENT and not hit.form.closed


def turned_around(hit: Hit, polarity: Polarity, plain: str, language: Language) -> Polarity:
    """Present, where the words that make a finding absent are denied themselves ("the canal is not free")."""
    denied = polarity is Polarity.ABSENT and hit.form.denied
    if denied and any(hit.start < f.end() and f.start() < hit.end for f in language.turned.finditer(plain)):
        return Polarity.PRESENT
    return polarity


def is_excepted(hit: Hit, levels: tuple[str, ...], plain: str, language: Language) -> bool:
    """Is it said of all but these levels, or of all but one while it names none ("no vertebra except T8 is fractured")?"""
    for found in language.all_but.finditer(plain):
        begin, end = found.span()
        border = _COMMA.search(plain, end) or language.hard.search(plain, end)
        within = begin <= hit.start and (border is None or hit.end <= border.start())
        if within or found["clause"] or levels == ("patient",):
            continue
        named = {level for each in level_spans(found["level"]) for level in each.levels}
        if not levels or named & set(levels):
            return True
    return False


def is_at_another(hit: Hit, plain: str, language: Language) -> bool:
    """Is another vertebra meant, that bears no number ("the level below is fractured")?"""
    return hit.form.code not in OF_THE_PATIENT and bool(
        language.other_place.search(plain, *_stretch(hit, plain, language))
    )


def _is_upset(hit: Hit, plain: str, language: Language) -> bool:
    """Is what says that a finding is absent said in part only, or denied ("free apart from", "no free canal")?"""
    begin = max((each.end() for each in _COMMA.finditer(plain, 0, hit.start)), default=0)
    begin = max((each.end() for each in language.hard.finditer(plain, begin, hit.start)), default=begin)
    after = _COMMA.search(plain, hit.end)
    return language.upset.search(plain, begin, after.start() if after else len(plain)) is not None


_STRICT: Final = frozenset({"canal-extension", "foraminal-extension", "soft-tissue-extension", "previous-radiotherapy"})
"""Findings of which every word of doubt or denial is to be understood for them, not for another."""
_DENIABLE: Final = DENIED_BY_NOT_ALONE - {"previous-radiotherapy", "metal-near-level"}


def _is_denied(hit: Hit, plain: str, hits: Sequence[Hit], every: Sequence[Found], language: Language) -> bool:
    """Is what is present in words of denial denied by others ("no loss of the posterior wall")?"""
    if hit.form.denied or not hit.form.closed or hit.form.code not in _DENIABLE:
        return False
    opened = hit._replace(form=hit.form._replace(closed=False))
    return any(
        each.cue.polarity is Polarity.ABSENT
        and not (each.start < hit.end and hit.start < each.end)
        and acts(each, opened, plain, hits, language)
        for each in every
    )


def _would_act(hit: Hit, each: Found, plain: str, hits: Sequence[Hit], language: Language) -> bool:
    if each.cue.direction is Direction.BEFORE_IT and any(
        other.form.code == hit.form.code == "size" and hit.end <= other.start < each.start for other in hits
    ):
        return False  # each size has its own date
    behind = each.cue.direction is Direction.AFTER_IT and hit.end <= each.start
    if behind and each.cue.polarity is Polarity.ABSENT and not language.predicate.match(plain, each.start):
        return False  # "screws without loosening"; but "instability is not an issue"
    return each.cue.polarity is not None and not is_immune(hit.form, each.cue)


def _has_work(each: Found, plain: str, hits: Sequence[Hit], language: Language) -> bool:
    """Does a cue act on a finding of the sentence, stand in the words of one, or before one that lasts ("s/p breast cancer")?"""
    return any(
        acts(each, hit, plain, hits, language)
        or (hit.start < each.end and each.start < hit.end)
        or (
            hit.form.lasting
            and each.cue.polarity is Polarity.HISTORICAL
            and 0 <= hit.start - each.end <= _BESIDE
            and not _COMMA.search(plain, each.end, hit.start)
        )
        for hit in hits
    )


_BESIDE: Final = 25
"""Characters between a word of the past and what lasts all the same."""


def _stretch(hit: Hit, plain: str, language: Language) -> tuple[int, int]:
    """From comma to comma, within hard borders; from one hard border to the next where the language says so."""
    return between((language.hard,) if language.guards_far else (_COMMA, language.hard), hit, plain)


def _statement(hit: Hit, plain: str, language: Language) -> tuple[int, int]:
    """From one hard border or colon to the next."""
    return between((_COLON, language.hard), hit, plain)


def between(borders: Sequence[re.Pattern[str]], hit: Hit, plain: str) -> tuple[int, int]:
    """The stretch that a finding stands in: from the last of these borders before it to the first behind."""
    begin = max((each.end() for border in borders for each in border.finditer(plain, 0, hit.start)), default=0)
    ends = (border.search(plain, hit.end) for border in borders)
    return begin, min((each.start() for each in ends if each), default=len(plain))


def _is_untaken(found: re.Match[str], taken: Iterable[tuple[int, int]]) -> bool:
    return not any(start < found.end() and found.start() < end for start, end in taken)
