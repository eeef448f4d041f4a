"""Which lengths and counts does a sentence name, and of what: the tumour's size, a distance, a number of lesions?

What may not live here: how lengths are written (`lengths`), the words around them (`languages`), and their polarity (`scope`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from fhir_profiles.reading.reports.dated import Time, sorted_by_day, times_of
from fhir_profiles.reading.reports.lengths import LENGTH, Length, lengths_in, plain_number
from fhir_profiles.reading.reports.lexicon import Form, Language
from fhir_profiles.reading.reports.of_the_tumour import (
    BORDER,
    PART,
    PIECE,
    WORD,
    end_of_last,
    is_of_the_tumour,
    start_of_first,
)
from fhir_profiles.reading.reports.scope import Hit

_SECOND: Final = re.compile(r"\d (?:and|und|et|bzw\.|resp\.|respektive) $")
"""Before the second of two lengths of two things ("measure 11 and 24 mm respectively")."""
_AT: Final = re.compile(r"(?:\s*(?:\b(?:at|bei|a)|[:=]))?\s*$")
_WIDE: Final = re.compile(r"[ck]anal|foram|loch|epidural")
_FORMER_REACH: Final = 40
SIZE: Final = Form("size", LENGTH, closed=True)
TO_NERVE: Final = Form("distance-to-neural-structure", LENGTH, closed=True)
TO_VISCUS: Final = Form("distance-to-viscus", LENGTH, closed=True)
COUNT: Final = Form("lesion-count", LENGTH)


class _Measured(NamedTuple):
    """One length with what it is a length of, and when it was measured."""

    length: Length
    form: Form
    time: Time | None


def measures_in(plain: str, language: Language) -> Iterator[Hit]:
    """Every size, distance and count that a sentence names."""
    for length, form, time in _in_time(list(_measured(plain, language)), plain, language):
        named = form._replace(lasting=True) if time is Time.NOW else form._replace(past=True) if time else form
        yield Hit(length.number, length.end, named, plain_number(length.millimetres))
        if length.former is not None:
            yield Hit(length.start, length.number - 1, form._replace(past=True), plain_number(length.former))
    yield from _counts(plain, language)


def _measured(plain: str, language: Language) -> Iterator[_Measured]:
    """The lengths of the tumour and to what is around it; of several diameters of one lesion the largest."""
    words, lengths = language.measures, lengths_in(plain)
    times = times_of(plain, lengths, language)
    form: Form | None = None
    held: _Measured | None = None
    for place, length in enumerate(lengths):
        before = lengths[place - 1].end if place else 0
        after = lengths[place + 1].start if place + 1 < len(lengths) else len(plain)
        between = plain[before : length.start]
        if held and form is SIZE and held.time is times[place] and _is_one_more(between, language):
            held = held._replace(length=_larger(held.length, length))
            continue
        to_another = words.distance_after.match(plain[length.end : after].strip())
        denied = words.denied.search(plain, 0, length.number) is not None
        again = place > 0 and _is_again(between, times[place - 1 : place + 1], language)
        if form is None and again and any(times[place - 1 : place + 1]):
            continue  # "kidney tumour of 40 mm in April, 45 mm today"
        if form is None or to_another or not (denied or again):
            next_ = _next_distance(form, plain[:before], between, language)
            next_ = next_ or _what(plain, length, before, after, form, language)
            same = again and next_ is None and not denied  # "9 mm from the sigmoid in May, now 20 mm away"
            if not same and not (next_ is SIZE and form in (TO_NERVE, TO_VISCUS) and _is_elliptic(between, language)):
                form = next_
        if held is not None:
            yield held
        held = None
        if form is not None:
            held = _Measured(length, form._replace(denied=True) if denied else form, times[place])
    if held is not None:
        yield held


def _is_one_more(between: str, language: Language) -> bool:
    """Is this another diameter of the same lesion ("34 mm craniocaudal, 21 mm axial")?"""
    dimensions = language.measures.dimensions
    return dimensions is not None and WORD.search(between) is not None and dimensions.fullmatch(between) is not None


def _goes_on(length: Length, plain: str, language: Language) -> bool:
    """Does the sentence come back to today behind a length, or tell nothing but it and its day ("In March 20 mm.")?"""
    head = language.measures.time_before.match(plain[: length.start])
    alone = head is not None and not plain[length.end :].strip(" .")
    return alone or language.now.search(plain, length.end) is not None


def _larger(one: Length, other: Length) -> Length:
    return one._replace(millimetres=max(one.millimetres, other.millimetres))


def _in_time(measured: list[_Measured], plain: str, language: Language) -> list[_Measured]:
    """The same, each with its day if the sentence tells of several days."""
    for code in {each.form.code for each in measured}:
        places = [place for place, each in enumerate(measured) if each.form.code == code]
        goes_on = _goes_on(measured[places[-1]].length, plain, language)
        times = sorted_by_day([measured[place].time for place in places], goes_on=goes_on)
        for place, time in zip(places, times, strict=True):
            measured[place] = measured[place]._replace(time=time)
    return measured


def _is_elliptic(between: str, language: Language) -> bool:
    """Is only a time told behind the comma of a distance ("4 mm from the cord, earlier 6 mm")?"""
    near, words = between[end_of_last(BORDER, between) :], language.measures
    told = "," in between and (words.former.search(near) or language.now.search(near))
    return bool(told) and all(
        words.sized.fullmatch(each[0]) or words.former.fullmatch(each[0]) for each in words.tumour.finditer(near)
    )


def _next_distance(form: Form | None, earlier: str, left: str, language: Language) -> Form | None:
    """The second of "shortest distance to the sigmoid 6 mm, to the root 4 mm"."""
    words = language.measures
    near = left[end_of_last(BORDER, left) :]
    distances = form in (TO_NERVE, TO_VISCUS) or (
        earlier and words.distance_before.search(earlier[end_of_last(PIECE, earlier) :])
    )
    if not distances or words.tumour.search(near) or words.not_tumour.search(near):
        return None
    return TO_NERVE if words.neural.search(near) else TO_VISCUS if words.viscus.search(near) else None


def _what(plain: str, length: Length, before: int, after: int, last: Form | None, language: Language) -> Form | None:
    words = language.measures
    if _SECOND.search(plain[max(0, length.start - 12) : length.start]):
        return None
    left, right = plain[before : length.start], plain[length.end : after]
    near_left = left[end_of_last(PIECE, left) :]
    near_right = right[: start_of_first(PIECE, right)]
    if words.tools.search(near_left) or words.tools.search(near_right):
        return None
    if _is_of_a_tool(plain[: length.start], near_right, language):
        return None
    shared = _shared(plain, length, left, last, language)
    if shared is not None:
        return shared
    if words.distance_after.match(near_right.strip()) or words.distance_before.search(near_left):
        form = _to_what(near_left, near_right, left, right, language)
        if form is not None:
            return form
        if words.other_structure.search(near_right) or words.other_structure.search(near_left):
            return None
        if not words.tumour.search(near_left + near_right):
            return None
        if _OFF_IT.match(near_right.strip()):
            return last if last in (TO_NERVE, TO_VISCUS) else None
    return SIZE if is_of_the_tumour(plain, length, near_left, near_right, language) else None


def _is_of_a_tool(left: str, near_right: str, language: Language) -> bool:
    """Is a tool what the statement is about, before its comma too ("thermocouple in the foramen, 3 mm from the root")?"""
    words, said = language.measures, left[end_of_last(PART, left) :]
    return bool(words.tools.match(said.lstrip())) and words.tumour.search(said + near_right) is None


def _shared(plain: str, length: Length, left: str, last: Form | None, language: Language) -> Form | None:
    """A structure right before the length, and "from" behind a later one ("oesophagus 13 mm and aorta 3 mm from it")."""
    words = language.measures
    bare = _AT.sub("", left)
    for form, pattern in ((TO_NERVE, words.neural), (TO_VISCUS, words.viscus)):
        match = next((each for each in pattern.finditer(bare) if each.end() == len(bare)), None)
        if match is not None and not _is_of_an_organ(bare[: match.start()], language):
            named = match[0]
            if not _WIDE.search(named):  # of a canal or foramen the width may be meant
                return form
            goes_on = last in (TO_NERVE, TO_VISCUS) or words.distance_after.search(plain, length.end)
            return form if goes_on else None
    return None


def _is_of_an_organ(before: str, language: Language) -> bool:
    """Is what is measured something in the organ ("cyst of the right kidney 31 mm")?"""
    words, clause = language.measures, before[end_of_last(BORDER, before) :]
    return words.not_tumour.search(clause) is not None and words.distance_before.search(clause) is None


def _to_what(near_left: str, near_right: str, left: str, right: str, language: Language) -> Form | None:
    """The structure named nearest: behind "from", else before the length, else anywhere around."""
    words = language.measures
    close_right = near_right[: start_of_first(BORDER, near_right)]
    for text, backwards in ((close_right, False), (near_left, True), (near_right, False), (right, False), (left, True)):
        found = [
            (match.start(), form)
            for form, pattern in ((TO_NERVE, words.neural), (TO_VISCUS, words.viscus), (None, words.other_structure))
            for match in pattern.finditer(text)
        ]
        if found:
            return (max if backwards else min)(found, key=lambda each: each[0])[1]
    return None


def _is_again(between: str, times: Sequence[Time | None], language: Language) -> bool:
    """Is this the length of what was measured just before, on another day ("5 mm instead of 2 mm", "9 mm in May, 5 mm today")?"""
    words = language.measures
    if len(between) > _FORMER_REACH or not (any(times) or words.former.search(between)):
        return False
    others = (words.neural, words.viscus, words.other_structure, words.not_tumour, words.tumour)
    named = (found for each in others for found in each.finditer(between))
    if not any(times):
        return next(named, None) is None
    return all(words.sized.fullmatch(each[0]) or _FROM_IT.search(between[: each.start()]) for each in named)


_OFF_IT: Final = re.compile(
    r"(?:away |entfernt )?(?:from|von|vom) (?:it\b|(?:the |der |dem )?(?:[ctls]\d{1,2} )?(?:lesion|tumou?r|metasta|nidus))"
)
"""A distance from the tumour is none of its sizes."""
_FROM_IT: Final = re.compile(r"\b(?:from|von|de|du)(?: (?:the|its|der|dem|la))? $")


def _counts(plain: str, language: Language) -> Iterator[Hit]:
    words = language.measures
    for found in words.counts.finditer(plain):
        name, told = next(((name, told) for name, told in found.groupdict().items() if told), ("", ""))
        if name.startswith("many"):
            yield Hit(found.start(), found.end(), COUNT, "multiple")
        elif name.startswith("one"):
            yield Hit(found.start(), found.end(), COUNT, 1)
        elif name:
            begin = found.start(name) if name == "n2" else found.start()  # "lesions: not 2, but 4"
            yield Hit(begin, found.end(), COUNT, int(told) if told.isdigit() else words.numbers[told])
