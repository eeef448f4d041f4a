"""Most patterns are never tried on most sentences: none that would have found anything may be left out."""

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fhir_profiles.reading.reports.first_look import FirstLook
from fhir_profiles.reading.reports.languages import languages
from fhir_profiles.reading.reports.needed import needed_by
from fhir_profiles.reading.reports.sentence import _plain
from tests.corpus.scoring import LANGUAGE, cases

OWN = [
    (each.form, language.code)
    for language in languages()
    for listed in (language.forms, language.cues)
    for each in listed
    if not each.needs
]


@pytest.mark.parametrize(
    ("pattern", "stems"),
    [
        (r"(?<!\w)(?:rib|ribs|sternum)(?!\w)", ("rib", "stern")),
        (r"ha?emangiomas?", ("haema", "heman")),
        (r"(?:no|nil) (?:sign|trace)s? of", ("no si", "no tr", "nil s", "nil t")),
        (r"\w*metasta\w+", ("metas",)),
        (r"(?:old )+fracture", ("fract",)),
        (r"(?:\w+ ){1,3}collapse|wedged{2}", ("colla", "wedge")),
        (r"(?<=grade )\d", ("grade",)),
        (r"\d mm(?= from the cord)", ("from ",)),
        (r"(?!not )(?<!no )cord", ("cord",)),
        (r"a(?:bc|\d)?d", ("a",)),
        (r"(?:oedema)?", ()),
        (r"oedema|\d+", ()),
        (r"[^a-z]{3}", ()),
        (r"\s+", ()),
        (r"(?i:cord)", ()),
        (r"(c)ord\1", ("cord",)),
    ],
)
def test_a_pattern_tells_what_it_needs(pattern: str, stems: tuple[str, ...]) -> None:
    assert set(needed_by(re.compile(pattern))) == set(stems)


def test_a_pattern_that_ignores_case_tells_nothing() -> None:
    assert needed_by(re.compile("cord", re.IGNORECASE)) == ()


LETTERS = "abdeilorsx "
PIECES = st.sampled_from(
    ["rib", "s?", "(?:al|er)", "[ae]", r"[a-d]", " ", "(?:lord )?", "(?=b)", "(?<=b )", "x{2}", "|", r"\w*"]
)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(pieces=st.lists(PIECES, min_size=1, max_size=6), data=st.data())
def test_whatever_a_pattern_finds_holds_what_it_needs(pieces: list[str], data: st.DataObject) -> None:
    form = re.compile("".join(pieces))
    around = st.text(LETTERS, max_size=8)
    made = st.from_regex(form, alphabet=st.sampled_from(LETTERS))
    text = "".join((data.draw(around), data.draw(made), data.draw(around)))
    stems = needed_by(form)
    assert form.search(text) is None or not stems or any(stem in text for stem in stems)


@cache
def sentences(code: str) -> tuple[str, ...]:
    return tuple(_plain(case.text, LANGUAGE[code]) for case in cases(code, "development"))


@pytest.mark.parametrize(("form", "code"), OWN, ids=[f"{code}-{form.pattern[:30]}" for form, code in OWN])
def test_no_form_or_cue_of_a_language_is_lost(form: re.Pattern[str], code: str) -> None:
    stems = needed_by(form)
    assert not [
        text for text in sentences(code) if form.search(text) and stems and not any(stem in text for stem in stems)
    ]


def test_the_first_look_keeps_the_order_and_what_needs_nothing() -> None:
    look = FirstLook([("third", ("x",)), ("first", ("rib", "sternum")), ("always", ()), ("last", ("ribcage",))])
    assert look.at("a rib") == ["first", "always"]
    assert look.at("ribcage, x") == ["third", "first", "always", "last"]
    assert look.at("st") == ["always"]
    assert look.at("") == ["always"]
