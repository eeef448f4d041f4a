"""How far does a cue reach? Which polarity the words around a finding give it.

A cue acts on what stands in its own stretch of the sentence: no further than a hard border ("but", ";"), and over a comma or
an "and" only while the same enumeration goes on. What may not live here: which words are cues (`languages`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from fhir_profiles.reading.reports.enumerations import goes_on, is_one_list, joined
from fhir_profiles.reading.reports.lexicon import Cue, Direction, Form, Language
from fhir_profiles.reading.reports.mention import Polarity

_WEAK: Final = re.compile(r",")
_HEADS: Final = re.compile(r"\s*,")
_LEVEL_NEXT: Final = re.compile(r"\s*,\s*[ctls]\d")
"""Another one at another level ("L1 old, L3 recent fracture")."""
_STRONGEST_FIRST: Final = (
    Polarity.OTHER_PERSON,
    Polarity.CONDITIONAL,
    Polarity.HISTORICAL,
    Polarity.UNCERTAIN,
    Polarity.ABSENT,
)


class Hit(NamedTuple):
    """One finding's name in a sentence."""

    start: int
    end: int
    form: Form
    value: str | float | int | None


class Found(NamedTuple):
    """One cue in a sentence."""

    start: int
    end: int
    cue: Cue


def cues_in(plain: str, language: Language) -> list[Found]:
    """The cues of a sentence that act on findings."""
    return [each for each in all_cues_in(plain, language) if each.cue.polarity is not None]


def all_cues_in(plain: str, language: Language) -> list[Found]:
    """Every cue of a sentence, also those that only look like one; no words belong to two, the earlier listed take them first."""
    found: list[Found] = []
    taken: list[tuple[int, int]] = []
    for cue in language.cues_at(plain):
        named = "at" if "at" in cue.form.groupindex else 0
        for match in cue.form.finditer(plain):
            begin, until = match.span(named)
            if not any(start < until and begin < end for start, end in taken):
                taken.append((begin, until))
                found.append(Found(begin, until, cue))
    return sorted(found, key=lambda each: each.start)


def polarity_of(
    hit: Hit, plain: str, hits: Sequence[Hit], found: Sequence[Found], language: Language
) -> tuple[Polarity, bool]:
    """What the sentence makes of one finding's name, and whether it says that the finding has gone."""
    acting = [each for each in found if acts(each, hit, plain, hits, language) and not _is_anothers(each, hit, hits)]
    acting = [
        each for each in acting if not _is_overtaken(each, acting, plain) and not _is_settled(each, acting, hit, plain)
    ]
    polarities = {each.cue.polarity for each in acting}
    resolved = any(each.cue.resolves for each in acting)
    if resolved and hit.form.code in language.past_when_gone:
        gone = min(each.start for each in acting if each.cue.resolves)
        resolved = not any(each.cue.polarity is Polarity.HISTORICAL and each.end <= gone for each in acting)
        polarities -= {Polarity.ABSENT} if not resolved else set()
    if resolved and Polarity.OTHER_PERSON not in polarities and Polarity.CONDITIONAL not in polarities:
        return Polarity.ABSENT, True
    for polarity in _STRONGEST_FIRST:
        if polarity in polarities and not (polarity is Polarity.ABSENT and hit.form.denied):
            return polarity, False
    if hit.form.past:
        return Polarity.HISTORICAL, False
    return (Polarity.ABSENT if hit.form.denied else Polarity.PRESENT), False


def _is_anothers(each: Found, hit: Hit, hits: Sequence[Hit]) -> bool:
    """Does a denial belong to the words of another finding, which is there because of it ("not confined to bone")?"""
    return each.cue.polarity is Polarity.ABSENT and any(
        other.form.closed and not other.form.denied and other.start <= each.start and each.end <= other.end <= hit.start
        for other in hits
    )


def _is_overtaken(one: Found, acting: Sequence[Found], plain: str) -> bool:
    """Behind "and" a second cue begins anew ("no convincing mass effect and no epidural tumour")."""
    if one.cue.polarity is not Polarity.UNCERTAIN or one.cue.direction is not Direction.AFTER_IT:
        return False
    later = [each for each in acting if each.start > one.end and each.cue.polarity is Polarity.ABSENT]
    return any(
        each.cue.direction is Direction.AFTER_IT and _ENDS_JOINED.search(plain[one.end : each.start]) for each in later
    )


def _is_settled(one: Found, acting: Sequence[Found], hit: Hit, plain: str) -> bool:
    """Does the verdict follow a doubt ("the suspected extension is excluded"), and not "whether … is not known"?"""
    doubt = one.cue.polarity is Polarity.UNCERTAIN and not _WHETHER.match(plain, one.start)
    return doubt and any(
        each.cue.polarity is Polarity.ABSENT and each.start >= max(one.end, hit.end) for each in acting
    )


_WHETHER: Final = re.compile(r"(?:whether|if|ob|si)\b")
_ENDS_JOINED: Final = re.compile(r"(?:,|\b(?:and|und|et))\s*$")


def acts(each: Found, hit: Hit, plain: str, hits: Sequence[Hit], language: Language) -> bool:
    """Does a cue act on this finding?"""
    cue = each.cue
    if is_immune(hit.form, cue):
        return False
    if cue.direction is Direction.SENTENCE:
        return not _is_of_the_patient_again(each, hit, plain, language)
    if each.start < hit.end and hit.start < each.end:
        return True
    if each.end <= hit.start:
        between = plain[each.end : hit.start]
        if cue.direction is Direction.BEFORE_IT:
            return False
        return _reaches_on(between, each, hit, plain, hits, language)
    between = plain[hit.end : each.start]
    if cue.direction is Direction.AFTER_IT:
        return False
    if hit.form.code == "size" and any(
        other.form.code == "size" and hit.end <= other.start < each.start for other in hits
    ):
        return False  # each size has its own date: "12 mm (9 mm in 2022)"
    if hit.form.code in _GIVEN and _leads_to_another(each, hit, plain, hits):
        return False
    if cue.nearest and _is_another_between(each, hit, plain, hits, language):
        return False
    return _reaches_back(between, each, hit, plain, hits, language)


def _leads_to_another(each: Found, hit: Hit, plain: str, hits: Sequence[Hit]) -> bool:
    """Does a date behind a comma head another value of the same kind ("20 mm, in 2019 12 mm")?"""
    return "," in plain[hit.end : each.start] and any(
        other.form.code == hit.form.code and each.end <= other.start <= each.end + _HEADED for other in hits
    )


_HEADED: Final = 12


def is_immune(form: Form, cue: Cue) -> bool:
    """Is a cue about other findings, or does it change nothing of this form?"""
    if cue.of and form.code not in cue.of:
        return True
    if cue.resolves and form.code == "previous-radiotherapy":
        return True  # that the pain has gone since then does not undo it
    return (form.closed and cue.polarity is Polarity.ABSENT) or (form.lasting and cue.polarity is Polarity.HISTORICAL)


def _is_another_between(each: Found, hit: Hit, plain: str, hits: Sequence[Hit], language: Language) -> bool:
    """Does another finding stand between this one and the cue, other than as one of its list?"""
    after = [other for other in hits if hit.end <= other.start < each.start]
    if not after:
        return False
    between = plain[hit.end : after[0].start]
    return "," not in between and not joined(between, language)


def _is_of_the_patient_again(each: Found, hit: Hit, plain: str, language: Language) -> bool:
    """Does the sentence speak of another person elsewhere, and of the patient here?"""
    if each.cue.polarity is not Polarity.OTHER_PERSON:
        return False
    if each.end <= hit.start:
        return language.returns.search(plain, each.end, hit.start) is not None
    return hit.end <= each.start and ";" in plain[hit.end : each.start]


def _reaches_on(between: str, each: Found, hit: Hit, plain: str, hits: Sequence[Hit], language: Language) -> bool:
    """From a cue to the words after it."""
    if language.hard.search(between) or between.count(")") > between.count("("):
        return False
    if (
        hit.form.code in _GIVEN and "(" in between and each.cue.polarity is Polarity.ABSENT
    ):  # "does not indent the sac (Bilsky 1a)"
        return False
    if each.cue.polarity is Polarity.UNCERTAIN and language.with_.search(between):
        return False
    if each.cue.far:
        return True
    if _is_stopped(between, each, hit, plain, hits, language):
        return False
    if _is_only_where(each.end, hit, plain, hits, language):
        return False
    if (
        _HEADS.match(between) and not _LEVEL_NEXT.match(between) and not any(other.start < each.end for other in hits)
    ):  # "In 2019, fracture of L2"
        between = between.replace(",", " ", 1)
    if language.list_goes_on and each.cue.polarity is Polarity.ABSENT:
        return goes_on(between, plain[hit.start :], language, language.list_goes_on)
    return is_one_list(between, plain[hit.start :], language)


def _is_stopped(between: str, each: Found, hit: Hit, plain: str, hits: Sequence[Hit], language: Language) -> bool:
    """Does what a cue says end before the finding: behind a colon, behind "now", at the verb of the statement?"""
    if each.cue.polarity is Polarity.HISTORICAL and language.now.search(between):
        return True
    denial = each.cue.polarity is Polarity.ABSENT
    if denial and _is_in_opening(each, hit, plain, language):
        return True
    if ":" not in between:
        return False
    until = each.end + between.index(":")
    if denial and any(each.start <= other.start < until for other in hits):
        return True  # "neither solitary nor lytic: several mixed metastases"
    return language.retracted.search(plain, 0, until) is not None  # what is taken back does not go on behind its colon


def _is_in_opening(each: Found, hit: Hit, plain: str, language: Language) -> bool:
    """Does a denial stand in the phrase that opens a sentence, and the finding behind the verb that follows?"""
    opening = language.opening.search(plain, 0, hit.start)
    return opening is not None and opening.start() <= each.start and each.end <= opening.end()


def _reaches_back(between: str, each: Found, hit: Hit, plain: str, hits: Sequence[Hit], language: Language) -> bool:
    """From a cue to the words before it."""
    borders = language.hard.finditer(plain, hit.end, each.start)
    if any(not language.goes_on.match(plain, border.start()) for border in borders):
        return False
    if _is_only_where(0, hit, plain, hits, language):
        return False
    if language.says.search(between):
        return False
    if "(" in between:
        until = plain.find(")", each.end) % (len(plain) + 1)
        if any(hit.end <= other.start < until and "(" in plain[hit.end : other.start] for other in hits):
            return False  # "22 mm (16 mm in 2022)", "14 mm (2019: 10 mm)"
    if (
        _SECOND_OF_TWO.match(between) and between.count(",") == 1
    ):  # "There is a fracture, and epidural tumour is unlikely"
        return False
    if _has_own_subject(hit.end, each.start, plain, hits, language):
        return False
    pieces = _WEAK.split(between)
    if len(pieces) == 1 or not pieces[-1].strip():  # "the mass, formerly 4 cm, has vanished"
        return True
    if language.relative.fullmatch(pieces[-1].strip()):
        return not any(hit.end <= other.start and other.end <= each.start for other in hits)
    return all(not language.fresh.match(piece.strip()) for piece in pieces[1:]) and joined(pieces[-1], language)


def _has_own_subject(begin: int, end: int, plain: str, hits: Sequence[Hit], language: Language) -> bool:
    """Has what a cue stands behind a statement of its own ("a fracture is seen, epidural tumour is not")?"""
    colon = plain.find(":", begin, end)
    if colon >= 0 and any(colon < other.start < end for other in hits):
        return True
    said = language.predicate.search(plain, begin, end)
    if said is None:
        return False
    begins = [*_WEAK.finditer(plain, said.end(), end), *language.joins.finditer(plain, said.end(), end)]
    return any(found.end() <= other.start < end for found in begins for other in hits)


_SECOND_OF_TWO: Final = re.compile(r"[^,]*,\s*(?:and|und|et)\b")
_GIVEN: Final = frozenset({"escc", "size", "distance-to-neural-structure", "distance-to-viscus"})


def _is_only_where(begin: int, hit: Hit, plain: str, hits: Sequence[Hit], language: Language) -> bool:
    """Does the name only say where another finding is ("no extension of the metastasis")?"""
    begin = max((border.end() for border in language.hard.finditer(plain, begin, hit.start)), default=begin)
    lead = plain[begin : hit.start]
    found = list(language.modifies.finditer(lead))
    last = found[-1] if found else None
    begun = lead[last.end() :] if last else ""
    if last is None or ":" in begun or any(each.search(begun) for each in (_WEAK, language.hard, language.joins)):
        return False
    at = begin + last.start()
    others = [other for other in hits if other is not hit and other.start < at]
    # "no contact of the metastasis with the aorta"
    within = any(begin <= other.start and hit.end <= other.end and other.form.code != hit.form.code for other in others)
    return within or any(begin < other.end <= at and "," not in plain[other.end : at] for other in others)
