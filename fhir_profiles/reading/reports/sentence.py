"""What does one sentence say? Its findings with polarity, levels and side (CR-08).

What may not live here: the words (`languages`), the reach of denial and doubt (`scope`), lengths (`measuring`), which level a
finding is at (`at_levels`), and which of two sentences counts (`within`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from fhir_profiles.reading.level_words import LevelSpan, level_spans, spelled_alike
from fhir_profiles.reading.reports.at_levels import levels_of, spans_of_lesions
from fhir_profiles.reading.reports.beside import part_beside, side_beside
from fhir_profiles.reading.reports.elsewhere import is_elsewhere
from fhir_profiles.reading.reports.guard import is_at_another, is_excepted, is_guarded, turned_around
from fhir_profiles.reading.reports.lexicon import Form, Language
from fhir_profiles.reading.reports.measuring import measures_in
from fhir_profiles.reading.reports.mention import Mention, Polarity, Section
from fhir_profiles.reading.reports.opposites import (
    DENIED_BY_NOT_ALONE,
    denied_elsewhere,
    excepted,
    is_only_denied,
    without_both,
)
from fhir_profiles.reading.reports.passages import Sentence
from fhir_profiles.reading.reports.scope import Hit, all_cues_in, polarity_of
from fhir_profiles.reading.reports.undated import MEASURED, without_undated
from fhir_profiles.reading.wording import folded

_COMMA: Final = re.compile(r",")
_SPACES: Final = re.compile(r"\s+")
_SPACE_BEFORE: Final = re.compile(r"(?<=[ctls]\d) (?=[.,;:)/-])|(?<=[ctls]1\d) (?=[.,;:)/-])")
"""Those that spelling the levels alike has left."""
_COVERS: Final = (("fracture-risk", "collapse"), ("fracture-risk", "wish-told"))
"""A hit of the first code takes the words of the second away: a risk of fracture is no fracture."""


def mentions_in(
    sentence: Sentence, language: Language, carried: tuple[str, ...]
) -> tuple[list[Mention], tuple[str, ...]]:
    """The findings of a sentence, and the levels that the next one is about if it names none."""
    plain = _plain(sentence.text, language)
    spans = spans_of_lesions(plain, language)
    hits = _hits(plain, language)
    lasting = [each for each in spans if not language.exceptions.search(plain[: each.end])] or spans
    after = lasting[-1].levels if lasting else carried
    if not hits:
        return [], after
    every = all_cues_in(plain, language)
    found = [each for each in every if each.cue.polarity is not None]
    mentions: dict[tuple[object, ...], Mention] = {}
    held: list[Mention] = []  # what is said of all but a level
    of_all = language.excepted.sub(lambda match: " " * len(match[0]), plain)
    for hit in hits:
        polarity, resolved = polarity_of(hit, plain, hits, found, language)
        polarity = turned_around(hit, polarity, plain, language)
        polarity = _in_section(hit, polarity, sentence)
        if _says_nothing(hit, polarity, sentence):
            continue
        if is_guarded(hit, polarity, plain, hits, every, language):
            if of_all != plain and not is_guarded(hit, polarity, of_all, hits, every, language):
                held.append(Mention(code=hit.form.code, value=hit.value, polarity=polarity, sentence=sentence.text))
            continue
        if _is_of_another(hit, polarity, plain, hits, spans, language):
            continue
        for levels in levels_of(hit, plain, spans, hits, carried, language):
            if is_excepted(hit, levels, plain, language):
                held.append(Mention(code=hit.form.code, value=hit.value, polarity=polarity, sentence=sentence.text))
                continue
            mention = Mention(
                code=hit.form.code,
                value=_value(hit, polarity),
                polarity=polarity,
                levels=levels,
                side=side_beside(plain, hit.start, hit.end),
                part=part_beside(plain, hit.start, hit.end),
                section=sentence.section,
                sentence=sentence.text,
                resolved=resolved,
            )
            mentions.setdefault((mention.code, mention.value, mention.polarity, mention.levels), mention)
    said = list(mentions.values())
    denied = [*denied_elsewhere(said, plain, spans, language), *excepted(held, plain, language)]
    for mention in denied:
        mentions.setdefault((mention.code, mention.value, mention.polarity, mention.levels), mention)
    told = [each for each in mentions.values() if not is_only_denied(each, denied)]
    told = list(_without_exceptions(told, plain, language))
    told = list(without_both(list(without_undated(told, plain, hits, language))))
    return [each for each in told if not _is_outdone(each, told)], after


def _says_nothing(hit: Hit, polarity: Polarity, sentence: Sentence) -> bool:
    """A denial that says nothing, or a measure of slices."""
    one_sided = polarity is Polarity.ABSENT and hit.form.one_sided
    return one_sided or (sentence.section is Section.TECHNIQUE and hit.form.code in MEASURED)


def _is_of_another(
    hit: Hit, polarity: Polarity, plain: str, hits: Sequence[Hit], spans: Sequence[LevelSpan], language: Language
) -> bool:
    """Is it told of another bone, of an organ, or of a vertebra that bears no number?"""
    if polarity is not Polarity.OTHER_PERSON and is_elsewhere(hit, plain, hits):
        return True
    return not spans and is_at_another(hit, plain, language)


_IS_OR_WAS: Final = frozenset({Polarity.PRESENT, Polarity.HISTORICAL})


def _without_exceptions(told: Sequence[Mention], plain: str, language: Language) -> Iterator[Mention]:
    """Behind "apart from epidural tumour at T10," the same is not denied of that level."""
    excepting = language.exceptions.search(plain.partition(",")[0].rstrip(" .")) is not None
    there = {
        (each.code, each.value, levels) for each in told if each.polarity in _IS_OR_WAS for levels in ((), each.levels)
    }
    for each in told:
        if not (excepting and each.polarity is Polarity.ABSENT and (each.code, each.value, each.levels) in there):
            yield each


def _is_outdone(one: Mention, told: Sequence[Mention]) -> bool:
    """Does the sentence tell more of the same: how irradiation worked, a doubt, the metal apart from which there is none?"""
    doubted = one.value is None and one.polarity is Polarity.PRESENT
    more = _OUTDONE_BY.get((one.code, one.value, one.polarity), _DOUBTED if doubted else frozenset())
    return any(
        other.code == one.code and (other.value, other.polarity) in more and other.levels == one.levels
        for other in told
    )


_DOUBTED: Final = frozenset({(None, Polarity.UNCERTAIN)})
_OUTDONE_BY: Final[dict[tuple[str, object, Polarity], frozenset[tuple[object, Polarity]]]] = {
    ("previous-radiotherapy", "given", Polarity.PRESENT): frozenset(
        {("responded", Polarity.PRESENT), ("failed", Polarity.PRESENT)}
    ),
    ("metal-near-level", None, Polarity.ABSENT): frozenset({(None, Polarity.PRESENT), (None, Polarity.UNCERTAIN)}),
}
"""What says the least of a finding in a sentence, and what says more."""


def _plain(text: str, language: Language) -> str:
    """The text in the one spelling that patterns are written for."""
    words = language.umlauts.sub(_without_e, folded(text).replace("\u00ad", ""))
    spelled = _evenly_spaced(spelled_alike(words))
    said = spelled
    for needs, form, instead in language.rewritten:
        if needs in said if isinstance(needs, str) else any(part in said for part in needs):
            said = form.sub(instead, said)
    said = language.fillers.sub(" ", said)
    return said if said == spelled else _evenly_spaced(said)


def _evenly_spaced(text: str) -> str:
    """One space between words, none before a stop behind a level: patterns need not allow for more."""
    return _SPACE_BEFORE.sub("", _SPACES.sub(" ", text)).strip()


def _without_e(found: re.Match[str]) -> str:
    return found[0].replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _value(hit: Hit, polarity: Polarity) -> str | float | int | None:
    """That a level was not irradiated has no result."""
    irradiated = hit.form.code == "previous-radiotherapy"
    return None if irradiated and polarity is Polarity.ABSENT else hit.value


def _in_section(hit: Hit, polarity: Polarity, sentence: Sentence) -> Polarity:
    """What stands in the referrer's question is only asked, a treatment in the recommendation only meant."""
    section, text = sentence.section, sentence.text
    if section is Section.ADVICE and (hit.form.code, hit.value) == ("previous-radiotherapy", "given"):
        return Polarity.CONDITIONAL if polarity is Polarity.PRESENT else polarity
    known = hit.form.code == "primary" and polarity is Polarity.PRESENT and "?" not in text
    if known:  # "prostate cancer, rule out metastasis": only the metastasis is asked about
        return polarity
    if section is Section.QUESTION and polarity in (Polarity.PRESENT, Polarity.UNCERTAIN):
        return Polarity.CONDITIONAL
    asked = section is Section.CLINICAL and "?" in text
    return Polarity.CONDITIONAL if asked and polarity is Polarity.UNCERTAIN else polarity


# --- findings -----------------------------------------------------------------------------------------------------------


def _hits(plain: str, language: Language) -> list[Hit]:
    found = [
        Hit(*_span_of(match), form, value)
        for form in language.forms_at(plain)
        for match in _matches(form.form, plain, language)
        if _fits(form, match, plain, language)
        for value in _values(form, match)
    ]
    found += list(measures_in(plain, language))
    found += list(_named_again(plain, found, language))
    found = [each for each in found if not each.form.loose or not _is_named(each, found, plain, language)]
    return sorted((each for each in found if not _is_covered(each, found)), key=lambda each: (each.start, each.end))


def _matches(form: re.Pattern[str], plain: str, language: Language) -> Iterator[re.Match[str]]:
    """Where the words of a form stand; not across "at T8 and", where what follows has words and a level of its own."""
    for match in form.finditer(plain):
        rests = (
            (end, plain[end : match.end()].lstrip()) for end in (match.start() + s.end for s in level_spans(match[0]))
        )
        border = next((end for end, rest in rests if rest[:1] == "," or language.joins.match(rest)), None)
        own = form.search(plain, border) if border is not None else None
        apart = own and own.start() < match.end() <= own.end() and level_spans(plain[own.end() :])
        yield own if own and apart else match


def _span_of(match: re.Match[str]) -> tuple[int, int]:
    """Where the finding stands: the group `at`, if the words before it are only what it goes back to (", rechtes frei")."""
    return match.span("at" if "at" in match.re.groupindex and match["at"] else 0)


def _named_again(plain: str, found: Sequence[Hit], language: Language) -> Iterator[Hit]:
    """The finding that a pronoun before another level takes up again ("the fracture of L1 is old, that of L3 is recent")."""
    for again in language.anaphors.finditer(plain):
        named = [hit for hit in found if hit.end <= again.start() and hit.form.code in DENIED_BY_NOT_ALONE]
        if named:
            last = max(named, key=lambda hit: hit.end)
            yield Hit(again.start(), again.end(), last.form, last.value)


def _values(form: Form, match: re.Match[str]) -> list[str | int | None]:
    named = match.groupdict()
    if "value" in named or "second" in named:
        return [named[name] for name in ("value", "second") if named.get(name)]
    return [form.value]


def _fits(form: Form, match: re.Match[str], plain: str, language: Language) -> bool:
    if form.unless is None:
        return True
    return form.unless.search(_stretch(match.start(), match.end(), plain, language, wide=form.wide)) is None


def _stretch(start: int, end: int, plain: str, language: Language, *, wide: bool) -> str:
    """What stands around, up to the next comma or hard border; `wide`: begun at a hard border, whatever commas follow."""
    begin = 0
    for border in (language.hard,) if wide else (_COMMA, language.hard):
        for each in border.finditer(plain, 0, start):
            begin = max(begin, each.end())
    ends = [each.start() for border in (_COMMA, language.hard) for each in [border.search(plain, end)] if each]
    return plain[begin : min(ends, default=len(plain))]


def _is_named(one: Hit, found: Sequence[Hit], plain: str, language: Language) -> bool:
    """Is the finding of a loose form named by a stricter one up to the next hard borders?"""
    begin = max((each.end() for each in language.hard.finditer(plain, 0, one.start)), default=0)
    border = language.hard.search(plain, one.end)
    end = border.start() if border else len(plain)
    return any(not each.form.loose and each.form.code == one.form.code and begin <= each.start < end for each in found)


def _is_covered(one: Hit, found: Sequence[Hit]) -> bool:
    """Do longer words of the same finding, or of one that takes its words away, stand over this one?"""
    for other in found:
        if other is one or not (other.start < one.end and one.start < other.end):
            continue
        longer = (other.end - other.start, -other.start) > (one.end - one.start, -one.start)
        same = (
            other.form.code == one.form.code
            and not _side_by_side(one, other)
            and (other.start, other.end) != (one.start, one.end)
        )
        if same and (longer or _takes_back(other, one)) and not _takes_back(one, other):
            return True
        if (other.form.code, one.form.code) in _COVERS:
            return True
    return False


def _takes_back(one: Hit, other: Hit) -> bool:
    """Do the last words of the other begin a statement of their own ("invades the pedicle and the canal is free")?"""
    return other.start < one.start and other.end < one.end and one.form.denied is not other.form.denied


def _side_by_side(one: Hit, other: Hit) -> bool:
    """Two viscera that are named behind one word ("touches the aorta and the duodenum") are both meant."""
    return one.form.code == "close-to-viscus" and one.value != other.value
