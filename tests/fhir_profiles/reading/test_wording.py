"""Short texts of the record: stated, doubted or denied."""

import re

import pytest

from fhir_profiles.reading.wording import Said, folded, said

THING = re.compile(r"cauda[ -]equina(?:[ -]syndrome?)?|queue de cheval|pacemaker|compression")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cauda equina syndrome", Said.STATED),
        ("No cauda equina syndrome", Said.DENIED),
        ("Cauda equina syndrome excluded", Said.DENIED),
        ("Cauda equina syndrome (excluded)", Said.DENIED),
        ("Cauda equina syndrome, infection excluded", Said.STATED),
        ("Suspected cauda equina syndrome", Said.DOUBTED),
        ("Cauda equina syndrome?", Said.DOUBTED),
        ("cannot exclude cauda equina syndrome", Said.DOUBTED),
        ("cauda equina syndrome not excluded", Said.DOUBTED),
        ("History of cauda equina syndrome", Said.DENIED),
        ("History of breast cancer with compression", Said.STATED),
        ("Risk of cauda equina syndrome", Said.DENIED),
        ("Non-small cell lung cancer, compression of the cord", Said.STATED),
        ("Fracture of T8 without compression", Said.DENIED),
        ("Kein Cauda-equina-Syndrom", Said.DENIED),
        ("V.a. Cauda-equina-Syndrom", Said.DOUBTED),
        ("Cauda-equina-Syndrom ausgeschlossen", Said.DENIED),
        ("Cauda-equina-Syndrom nicht ausgeschlossen", Said.DOUBTED),
        ("pas de syndrome de la queue de cheval", Said.DENIED),
        ("Syndrome de la queue de cheval à éliminer", Said.DOUBTED),
        ("Pacemaker explanted", Said.DENIED),
        ("Headache", None),
    ],
)
def test_what_a_text_says(text: str, expected: Said | None) -> None:
    assert said((text,), THING) is expected


def test_the_strongest_of_several_mentions_counts() -> None:
    assert said(("no compression", "compression"), THING) is Said.STATED


@pytest.mark.parametrize("repeated", ["pacemaker ", "no pacemaker, ", "no pacemaker "])
def test_a_text_without_end_states_what_it_repeats(repeated: str) -> None:
    """Each mention was once read with the whole text: a text of this length then took hours, and nobody else was answered."""
    assert said((repeated * 50_000,), THING) is Said.STATED


def test_a_mention_is_read_with_what_stands_around_it() -> None:
    far_off = "x " * 250
    assert said((f"no {far_off}pacemaker {far_off}excluded",), THING) is Said.STATED
    assert said((f"{far_off}, no pacemaker, {far_off}",), THING) is Said.DENIED


def test_one_spelling_serves_three_languages() -> None:
    assert folded("Rückenmarks\u2011Kompression") == "ruckenmarks-kompression"
    assert folded("Paraparésie fuß") == "paraparesie fuss"
