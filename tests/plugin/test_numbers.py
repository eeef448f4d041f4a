"""No clinical number stands in a text unless a source of that text says it, or the question beside it uses it."""

import dataclasses
import re
from collections.abc import Iterator, Mapping

import pytest

from plugin.explain import Sentence, sentences
from plugin.explain.declared import questions
from plugin.grammar import Criterion, Expression, Item, Threshold
from plugin.knowledge import KNOWLEDGE
from plugin.knowledge.sources import SOURCES

SAYS = {source.id: source.says for source in SOURCES}

# What looks like a number and is none: ids, levels, gas, an isotope, grades of ESCC.
_NAMES = re.compile(
    r"\b(?:S|X|F|H|AN|TP|OS|TR|SR|CR)-\d+\b|\{\w+\}|10\*9|10⁹|\bCO2\b|\b131-I\b|"
    r"\b[CTLS]\d+\b|\b(?:ESCC|grade) \d[abc]?(?: or \d)?\b"
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")

ALLOWED: Mapping[tuple[str, str], str] = {
    ("AN-07", "2017"): "the year of the guideline that the item names",
    ("AN-08", "10"): "ours, fixed (C.6): longer than the longest hold of X-42",
    ("AN-15", "38.5"): "ours, and the item says so",
    ("AN-19", "13"): "what is left of the 87 % of S-73",
    ("CR-05", "0"): "the two pain scales by their names",
    ("CR-05", "10"): "the two pain scales by their names",
    ("CR-05", "100"): "the two pain scales by their names",
    ("hold-caveat", "2019"): "the year of the guideline that the caveat names",
}
"""(whose, number) -> why it may stand there."""


def numbers(text: str) -> set[str]:
    return {found.replace(",", ".") for found in _NUMBER.findall(_NAMES.sub(" ", text))}


def declared(expression: object, seen: set[int]) -> Iterator[str]:
    """Every number that a question uses, limits of age included."""
    if id(expression) in seen or isinstance(expression, bool):
        return
    seen.add(id(expression))
    if isinstance(expression, int | float):
        yield f"{expression:g}"
    elif isinstance(expression, Threshold):
        yield f"{expression.default:g}"
    elif isinstance(expression, Item):
        yield from declared((expression.days, expression.hours), seen)
    elif isinstance(expression, tuple):
        for part in expression:
            yield from declared(part, seen)
    elif dataclasses.is_dataclass(expression) and not isinstance(expression, type):
        for field in dataclasses.fields(expression):
            yield from declared(getattr(expression, field.name), seen)


def held(sources: tuple[str, ...], beside: tuple[Expression, ...]) -> set[str]:
    said = set().union(*(numbers(SAYS[source]) for source in sources)) if sources else set()
    return said | set(declared(beside, set()))


def loose(sentence: Sentence) -> set[str]:
    """Numbers of a sentence that nothing holds."""
    found = numbers(sentence.words) - held(sentence.sources, sentence.beside)
    return {number for number in found if (sentence.whose, number) not in ALLOWED}


TOLD = [sentence for sentence in sentences(KNOWLEDGE) if numbers(sentence.words)]


@pytest.mark.parametrize("sentence", TOLD, ids=lambda each: f"{each.whose}: {each.words[:40]}")
def test_every_number_of_a_text_is_held(sentence: Sentence) -> None:
    assert loose(sentence) == set(), sentence.words


@pytest.mark.parametrize("criterion", questions(KNOWLEDGE), ids=lambda each: each.id)
def test_every_number_of_a_question_is_held(criterion: Criterion) -> None:
    assert numbers(criterion.question) <= held(criterion.sources, (criterion,))


def test_no_allowance_is_left_over() -> None:
    needed = {
        (sentence.whose, number)
        for sentence in TOLD
        for number in numbers(sentence.words) - held(sentence.sources, sentence.beside)
    }
    assert ALLOWED.keys() - needed == set()


@pytest.mark.parametrize(
    ("words", "sources", "number"),
    [
        ("recurrence in 7 %", ("S-33",), {"7"}),
        ("recurrence in 6 %", (), {"6"}),
        ("after 24 to 72 hours", ("S-29",), {"72"}),
        ("for 5.8 months", ("S-74",), {"5.8"}),
    ],
)
def test_a_number_of_nobody_is_noticed(words: str, sources: tuple[str, ...], number: set[str]) -> None:
    sentence = Sentence(whose="TR-99", page="", place="", kind="", words=words, sources=sources)
    assert loose(sentence) == number


def test_levels_ids_and_gas_are_no_numbers() -> None:
    assert numbers("TR-14, S-69: CO2 at T12, S2–S4 within {close_to_viscus_mm} mm, grade 1c, 5 % and 1,668") == {
        "5",
        "1.668",
    }
