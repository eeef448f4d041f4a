"""SECURITY.md promises nothing that is not there: every file, every test and every property that it names."""

import re
from collections.abc import Iterator

import pytest

from tests.house.tree import ROOT
from tests.support.rows import test_names as names_in

PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
STRIDE = ["S", "T", "R", "I", "D", "E"]
PARTS = [
    *("1. Receive and trust", "2. Gather the chart", "3. Read the evidence", "4. Advise", "5. Make the cards"),
    *("Ledger", "Key sets", "Configuration", "Supply chain"),
]


def rows(text: str) -> list[list[str]]:
    """The rows of all tables, cell by cell, without heads."""
    lines = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("|") and "---" not in line]
    return [[cell.strip() for cell in cells] for cells in lines]


def properties(text: str) -> list[list[str]]:
    return [row for row in rows(text) if row[0].startswith("SEC-")]


def named(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def missing(cell: str) -> Iterator[str]:
    """What a cell names and is not there: a file, or a test in it."""
    for each in named(cell):
        name, _, test = each.partition("::")
        file = ROOT / name
        if not file.is_file() or (test and test not in names_in(file.read_text(encoding="utf-8"))):
            yield each


PROPERTIES = properties(PAGE)
THREATS = PAGE.partition("## Threat model")[2].partition("\n## ")[0]


def test_properties_are_numbered_without_a_gap() -> None:
    assert [row[0] for row in PROPERTIES] == [f"SEC-{number:02}" for number in range(1, len(PROPERTIES) + 1)]
    assert len(PROPERTIES) > 40


@pytest.mark.parametrize("row", PROPERTIES, ids=lambda row: row[0])
def test_a_property_names_the_code_that_keeps_it_and_the_test_that_guards_it(row: list[str]) -> None:
    _, promise, kept, guarded = row
    assert promise
    assert named(kept)
    assert named(guarded)
    assert all("::test_" in each for each in named(guarded))
    assert [*missing(kept), *missing(guarded)] == []


def test_every_threat_is_answered_by_a_property_that_there_is_and_every_property_answers_one() -> None:
    assert set(re.findall(r"SEC-\d\d", THREATS)) == {row[0] for row in PROPERTIES}


def test_all_six_kinds_of_threat_are_looked_at_everywhere() -> None:
    parts = re.findall(r"^### (.+?)\n(.*?)(?=^### |\Z)", THREATS, re.MULTILINE | re.DOTALL)
    assert [name for name, _ in parts] == PARTS
    for name, text in parts:
        assert [row[0] for row in rows(text) if row[0]] == STRIDE, name
        assert all(len(row) == 4 and all(row) for row in rows(text) if row[0]), name


def test_links_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)", PAGE)
    assert links
    assert [link for link in links if not (ROOT / link).is_file()] == []


def test_what_is_not_there_is_noticed() -> None:
    assert list(missing("`cds_hooks/nothing.py`")) == ["cds_hooks/nothing.py"]
    assert list(missing("`tests/house/test_security.py::test_nothing`")) == [
        "tests/house/test_security.py::test_nothing"
    ]
    assert list(missing("`tests/house/test_security.py::test_links_lead_somewhere`")) == []
