"""Most Conditions and words are looked at no further: none that any reader would have found may be among them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fhir_profiles.codes import ICD10CM, tumours
from fhir_profiles.codes.code import CodeSet, Key
from fhir_profiles.reading import place_words
from fhir_profiles.reading.first_look import read_conditions
from tests.fhir_profiles.reading.charts import NOW, chart, condition

SETS = [each for each in vars(tumours).values() if isinstance(each, CodeSet)]
NATURES = sorted({code.key for each in SETS for code in each.codes if each is not tumours.EXTRAMEDULLARY_PLASMACYTOMA})


def looked_at(code: str = "", text: str = "", system: str = ICD10CM, **more: object) -> bool:
    listed = read_conditions(chart(condition(code, text, system=system, **more)), NOW)
    assert len(listed.every.entries) == 1
    return len(listed.of_interest) == 1


@pytest.mark.parametrize("key", NATURES)
def test_every_code_of_a_tumour_is_looked_at(key: Key) -> None:
    assert looked_at(key[1], system=key[0])


@pytest.mark.parametrize(
    "code",
    [
        "C34.90",
        "M80.08XA",
        "M46.26",
        "J18.9",
        "T81.44XA",
        "A41.9",
        "R50.9",
        "G95.20",
        "G89.3",
        "Z95.0",
        "Z98.1",
        "Z47.2",
        "Z91.040",
    ],
)
def test_every_code_that_a_reader_looks_for_is_looked_at(code: str) -> None:
    assert looked_at(code)


@pytest.mark.parametrize(
    "text",
    [
        "Métastase T8",
        "Latexallergie",
        "Schrittmacher",
        "status post fusion L4/5",
        "Rückenmarkskompression",
        "Fièvre",
        "Spondylodiszitis",
    ],
)
def test_every_word_that_a_reader_looks_for_is_looked_at(text: str) -> None:
    assert looked_at(text=text)


def test_a_histology_beside_an_unknown_code_is_looked_at() -> None:
    assert looked_at("R69", extension=[{"url": "x"}])


@pytest.mark.parametrize(
    ("code", "text"), [("I10", "Essential hypertension"), ("E11.9", "Type 2 diabetes"), ("H52.4", "")]
)
def test_what_nobody_looks_for_is_looked_at_no_further(code: str, text: str) -> None:
    assert not looked_at(code, text)


PLACES: list[tuple[re.Pattern[str], tuple[str, ...]]] = [
    (form, place_words._SIDE_STEMS) for _, form in place_words._SIDES
]
PLACES += [(form, place_words._PART_STEMS) for _, form in place_words._PARTS]
PLACES += [(form, place_words._REGION_STEMS) for _, form in place_words._REGION]


@pytest.mark.parametrize(("form", "stems"), PLACES, ids=[form.pattern[:25] for form, _ in PLACES])
@settings(max_examples=12, derandomize=True, deadline=None)
@given(data=st.data())
def test_the_first_look_loses_no_place(form: re.Pattern[str], stems: tuple[str, ...], data: st.DataObject) -> None:
    """Whatever a form of ours finds, a look for its stem has found before; the words are made from the form itself."""
    words = data.draw(st.from_regex(form, alphabet=st.characters(max_codepoint=126)).map(str.lower).filter(form.search))
    assert place_words._holds(words, stems)
