"""Every fact has one entry, every id that the knowledge names has one, and no figure of the deck got lost."""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from enum import Enum

import pytest

from plugin.knowledge import KNOWLEDGE
from plugin.knowledge.sources import SOURCES
from plugin.knowledge.sources.beyond import BEYOND
from plugin.knowledge.sources.deck import DECK

# fmt: off
BEYOND_IDS = [
    "X-01", "X-02", "X-03", "X-04", "X-05",
    "X-10", "X-11", "X-12", "X-14", "X-15",
    "X-20", "X-21", "X-22", "X-23", "X-24", "X-25", "X-26", "X-27", "X-28", "X-29",
    "X-30", "X-31", "X-32", "X-33", "X-34", "X-35",
    "X-40", "X-41", "X-42", "X-43",
    "X-45", "X-46", "X-48", "X-50", "X-51", "X-52", "X-53", "X-54", "X-55", "X-56",
    "X-60", "X-61", "X-65", "X-66",
    "X-70", "X-71",
]
# fmt: on

UNVERIFIED = {"X-26", "X-35", "X-42", "X-43", "X-45", "X-48", "X-51"}

# The figures of the deck, as listed behind part A.14.
FIGURES = {
    "S-25": ["T12"],
    "S-26": ["2008", "247(2)", "374-80"],
    "S-27": ["18 years", "T8", "3 g"],
    "S-28": ["204"],
    "S-29": ["24 to 48 hours"],
    "S-30": ["8 %", "1 to 2 weeks"],
    "S-33": ["6 %"],
    "S-34": ["L5", "day +1", "day +3"],
    "S-37": ["131"],
    "S-39": ["131"],
    "S-53": ["30 minutes"],
    "S-54": ["25"],
    "S-55": ["25"],
    "S-56": ["2007", "18:383-392"],
    "S-62": ["75 %"],
    "S-63": ["2006"],
    "S-69": ["D5 %", "2000", "175:1263-1266"],
    "S-70": ["6 to 48 hours"],
    "S-72": ["82 mm", "28 mm"],
    "S-73": ["147", "87 %", "128"],
    "S-75": ["5.8 months"],
    "S-76": ["2002"],
    "S-77": ["2004"],
    "S-78": ["52 years"],
    "S-81": ["12 %", "39 °C", "3 days"],
    "S-82": ["1 case", "second degree"],
    "S-84": ["S2–S4"],
}

# An id, but neither the tail of another word nor a longer number.
_ID = re.compile(r"(?<![\w-])[SX]-\d+(?!\d)")


def texts(value: object, seen: set[int]) -> Iterator[str]:
    """All strings in a declaration, however deep; a criterion shared by many is entered once."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Enum) or id(value) in seen:
        return
    else:
        seen.add(id(value))
        for part in parts(value):
            yield from texts(part, seen)


def parts(value: object) -> list[object]:
    if isinstance(value, Mapping):
        return [*value.keys(), *value.values()]
    if isinstance(value, (tuple, list, set, frozenset)):
        return list(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return [getattr(value, field.name) for field in dataclasses.fields(value)]
    return []


def named(value: object) -> set[str]:
    return {found for text in texts(value, set()) for found in _ID.findall(text)}


def test_the_deck_has_91_facts_without_gaps() -> None:
    assert [each.id for each in DECK] == [f"S-{number:02}" for number in range(1, 92)]


def test_the_sources_beyond_the_deck_are_those_of_the_page() -> None:
    assert [each.id for each in BEYOND] == BEYOND_IDS


def test_the_knowledge_carries_them_all() -> None:
    assert KNOWLEDGE.sources == SOURCES == DECK + BEYOND


@pytest.mark.parametrize("field", dataclasses.fields(KNOWLEDGE), ids=lambda field: field.name)
def test_every_id_that_is_named_is_declared(field: dataclasses.Field[object]) -> None:
    declared = {each.id for each in SOURCES}
    assert named(getattr(KNOWLEDGE, field.name)) - declared == set()


def test_an_id_is_found_however_deep_it_stands() -> None:
    assert {"S-02", "S-21", "X-40", "X-42"} <= named(dataclasses.replace(KNOWLEDGE, sources=()))
    assert named(({"a": ("see X-99",)}, "TR-10", "OS-09")) == {"X-99"}


def test_each_says_something_and_where() -> None:
    assert [each.id for each in SOURCES if not each.says.endswith(".") or not each.where] == []
    assert len({each.says for each in SOURCES}) == len(SOURCES)


@pytest.mark.parametrize("source", FIGURES)
def test_no_figure_of_the_deck_is_lost(source: str) -> None:
    says = {each.id: each.says for each in DECK}[source]
    assert [figure for figure in FIGURES[source] if not re.search(rf"(?<!\d){re.escape(figure)}(?!\d)", says)] == []


def test_the_deck_is_dated_only_where_it_cites() -> None:
    years = {each.id: each.year for each in DECK if each.year is not None}
    assert years == {"S-26": 2008, "S-56": 2007, "S-63": 2006, "S-69": 2000, "S-76": 2002, "S-77": 2004}


def test_what_was_not_read_is_marked_and_says_why() -> None:
    marked = {each.id: each.where for each in SOURCES if not each.verified}
    assert marked.keys() == UNVERIFIED
    assert [each for each, where in marked.items() if "unverified: " not in where] == []


HOLDS = """
warfarin: 5 days, until INR 1.8 or less; next day
apixaban: 4 doses, below 50: 6 doses; 24 h
dabigatran: 4 doses, below 50: 6 to 8 doses; 24 h
rivaroxaban: 2 doses, below 30: 3 doses (15 to 29); 24 h
edoxaban: 2 doses; 24 h
betrixaban: 3 doses
heparin: IV 4 to 6 h, SC 6 h; 6 to 8 h
enoxaparin: prophylactic 1 dose, therapeutic 2 doses or 24 h; 12 h
dalteparin: 1 dose; 12 h
fondaparinux: 2 to 3 days, below 50: 3 to 5 days; 24 h
argatroban: 2 to 4 h
bivalirudin: 2 to 4 h
clopidogrel: 5 days; 6 h for 75 mg, 24 h after loading
ticagrelor: 5 days
prasugrel: 7 days
aspirin: 3–5 days (individual decision); next day
cilostazol: none (do not hold)
""".strip().splitlines()
"""X-42, written down a second time from the source: drug, hold, hold below a clearance in mL/min, restart."""


def test_the_hold_table_is_that_of_the_source() -> None:
    told = [
        f"{row.drug}: {row.hold}"
        + (f", below {row.below:g}: {row.low}" if row.below is not None else "")
        + (f"; {row.restart}" if row.restart else "")
        for row in KNOWLEDGE.drug_holds
    ]
    assert told == HOLDS
