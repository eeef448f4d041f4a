"""The clinicians' pages are current and stand alone. Where they lead: `tests/docs`."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from docs import pages
from docs.summary import summary_page
from plugin.explain import Visits, chart
from plugin.explain.declared import rules
from plugin.explain.markdown import CLOSING
from plugin.knowledge import KNOWLEDGE
from tests.house.tree import ROOT

FOLDER = ROOT / "docs" / "knowledge"
PAGES = sorted(FOLDER.glob("*.md"))
_READER = MarkdownIt("commonmark").enable("table")
_ANCHOR = re.compile(r'<a id="([^"]+)"></a>')


def tokens(text: str) -> Iterator[Token]:
    for token in _READER.parse(text):
        yield token
        yield from token.children or ()


def links(text: str) -> list[str]:
    return [str(token.attrs["href"]) for token in tokens(text) if token.type == "link_open"]


def test_no_page_is_stale() -> None:
    assert pages.stale(pages.every_page()) == [], "run `make pages`, and look at what changed"


def test_a_stale_page_is_noticed() -> None:
    wanted = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.glob("*")}
    assert pages.stale(wanted) == []
    assert pages.stale({**wanted, "safety.md": wanted["safety.md"] + "x"}) == ["safety.md"]
    assert pages.stale({**wanted, "new.md": ""}) == ["new.md"]
    del wanted["risks.md"]
    assert pages.stale(wanted) == ["risks.md"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_stands_alone(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    title, what = text.split("\n\n")[:2]
    assert title.startswith("# ")
    assert what.endswith((".", ")."))
    assert text.endswith(f"**{CLOSING}**\n")


def test_the_first_page_names_the_version_of_the_knowledge() -> None:
    assert f"**{KNOWLEDGE.version}**" in (FOLDER / "README.md").read_text(encoding="utf-8")
    changes = (ROOT / "plugin" / "knowledge" / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = changes.partition("\n## ")[2]
    assert newest.startswith(KNOWLEDGE.version)
    for part in ("Kind", "Rules affected", "Patients affected", "Source"):
        assert f"- **{part}:**" in newest.partition("\n## ")[0]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_place_has_two_anchors_and_no_placeholder_is_left(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    anchors = _ANCHOR.findall(text)
    assert [each for each in anchors if anchors.count(each) > 1] == []
    assert re.findall(r"\{\w+\}|\bNone\b(?! of)|<\w+ object", text) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_table_is_read_as_one(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    written = len(re.findall(r"^\| --- ", text, re.MULTILINE))
    assert sum(token.type == "table_open" for token in tokens(text)) == written
    assert [t.content for t in tokens(text) if t.type == "inline" and t.content.startswith("| ")] == []


def test_the_first_page_leads_to_every_other() -> None:
    named = {link.partition("#")[0] for link in links((FOLDER / "README.md").read_text(encoding="utf-8"))}
    assert {page.name for page in PAGES} - named == {"README.md"} - named


def test_the_summary_counts_what_is_declared() -> None:
    less = replace(KNOWLEDGE, thresholds=KNOWLEDGE.thresholds[1:], technique_rules=KNOWLEDGE.technique_rules[1:])
    whole, smaller = (summary_page(each, Visits(stories=("V-01",))) for each in (KNOWLEDGE, less))
    for what, count in (
        ("thresholds", len(KNOWLEDGE.thresholds)),
        ("rules in all", len({r.id for r in rules(KNOWLEDGE)})),
    ):
        assert re.search(rf"^\| \**{what}\** \| {count} \|", whole, re.MULTILINE)
        assert re.search(rf"^\| \**{what}\** \| {count - 1} \|", smaller, re.MULTILINE)
    assert "| stories: patients told, with what must be said | 1 |" in whole
    assert f"| 0 of {len({r.id for r in rules(KNOWLEDGE)})} |" in whole


def test_the_picture_is_the_same_each_time_and_can_be_read_aloud() -> None:
    drawn = pages.picture()
    assert drawn == pages.picture()
    assert re.search("<title[^>]*>Indication", drawn)
    assert re.search("<desc[^>]*>Flowchart", drawn)
    for box in chart(KNOWLEDGE).boxes:
        assert f'data-box="{box.id}"' in drawn
    assert "for instance V-01" in drawn
