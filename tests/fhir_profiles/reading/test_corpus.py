"""The corpus of report sentences: is it what it should be, and is it read no worse than before?

What is reached is held here; the page of figures says what it means.
"""

from __future__ import annotations

import pytest

from tests.corpus.figures import PAGE, page
from tests.corpus.scoring import CODES, HALVES, PRACTICE, cases, score

HELD: dict[tuple[str, str], tuple[float, float, int]] = {
    ("en", "development"): (0.998, 0.995, 0),
    ("fr", "development"): (0.995, 0.995, 0),
    ("de", "development"): (0.998, 0.998, 0),
    ("en", "held-out"): (0.978, 0.935, 0),
    ("fr", "held-out"): (0.985, 0.960, 0),
    ("de", "held-out"): (0.980, 0.945, 0),
    ("en", "practice"): (0.996, 0.994, 1),
    ("en", "second"): (0.985, 0.955, 0),
    ("en", "third"): (0.994, 0.947, 0),
    ("en", "fourth"): (0.997, 0.959, 0),
    ("en", "fifth"): (0.957, 0.855, 0),
    ("en", "sixth"): (0.980, 0.950, 0),
    ("en", "seventh"): (0.998, 0.998, 0),
    ("en", "eighth"): (0.998, 0.978, 0),
    ("en", "ninth"): (0.995, 0.926, 0),
    ("en", "tenth"): (0.985, 0.970, 1),
    ("fr", "practice"): (0.995, 0.995, 0),
    ("fr", "second"): (0.995, 0.985, 0),
    ("fr", "third"): (0.995, 0.985, 0),
    ("fr", "fourth"): (0.980, 0.745, 0),
    ("de", "practice"): (0.994, 0.979, 0),
    ("de", "second"): (0.996, 0.996, 0),
    ("de", "third"): (0.995, 0.970, 0),
    ("de", "fourth"): (0.996, 0.996, 0),
    ("de", "fifth"): (0.999, 0.930, 0),
    ("de", "sixth"): (0.999, 0.989, 0),
    ("de", "seventh"): (0.999, 0.830, 0),
    ("de", "eighth"): (0.994, 0.960, 0),
    ("de", "ninth"): (0.968, 0.912, 1),
}
"""Precision and recall that were reached, and how many sentences are still misread as present: raised, never lowered."""
LEAST = {"en": 300, "fr": 100, "de": 100}


@pytest.mark.parametrize("code", CODES)
def test_the_corpus_is_large_enough_and_half_of_it_are_traps(code: str) -> None:
    every = [case for half in HALVES for case in cases(code, half)]
    assert len(every) >= LEAST[code]
    assert 0.45 <= sum(case.trap for case in every) / len(every) <= 0.55
    development, held_out = (len(cases(code, half)) for half in HALVES)
    assert abs(development - held_out) <= 1
    assert len({case.text for case in every}) == len(every)


def test_every_file_of_the_corpus_is_held() -> None:
    assert set(HELD) == {(code, half) for code in CODES for half in (*HALVES, *PRACTICE[code])}


@pytest.mark.parametrize(("code", "half"), HELD)
def test_precision_and_recall_do_not_fall(code: str, half: str) -> None:
    precision, recall = score(code, half).precision, score(code, half).recall
    assert precision >= HELD[code, half][0]
    assert recall >= HELD[code, half][1]


@pytest.mark.parametrize(("code", "half"), HELD)
def test_no_more_that_is_denied_past_conditional_or_elsewhere_is_read_as_present(code: str, half: str) -> None:
    misread = len(score(code, half).misread)  # a number: which sentences they are, a held-out half does not tell
    assert misread <= HELD[code, half][2]


def test_the_page_of_figures_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `python -m tests.corpus.figures`"
