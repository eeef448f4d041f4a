"""Every link of every document leads somewhere: to a file that is there, and to a place in it that is there."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.house.tree import ROOT, files, relative
from tests.support.told import beside, headings, named_files

DOCUMENTS = [file for file in files() if file.suffix == ".md"]
INDEX = ROOT / "docs" / "README.md"
# The generated clinicians' pages have an index of their own, and the index leads to it.
OWN_INDEX = "docs/knowledge/"


@cache
def places(file: Path) -> set[str]:
    """What a link may name behind `#`: anchors, and headings as repository browsers name them."""
    if file.suffix != ".md":
        return set()
    text = file.read_text(encoding="utf-8")
    return {*re.findall(r'<a id="([^"]+)"></a>', text), *_slugs(headings(text))}


def _slugs(words: Iterator[str]) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for each in words:
        slug = re.sub(r"[^\w\- ]", "", each.strip().lower()).replace(" ", "-")
        yield f"{slug}-{seen[slug]}" if seen[slug] else slug
        seen[slug] += 1


def leads_nowhere(page: Path, link: str) -> bool:
    """Addresses of other machines are nobody's to promise."""
    if re.match(r"[a-z][a-z+.-]*:", link):
        return False
    name, _, place = unquote(link).partition("#")
    file = beside(page, name) if name else page
    return not file.exists() or (bool(place) and place not in places(file))


@pytest.mark.parametrize("page", DOCUMENTS, ids=relative)
def test_every_link_leads_somewhere(page: Path) -> None:
    links = dict.fromkeys(named_files(page.read_text(encoding="utf-8")))
    assert [link for link in links if leads_nowhere(page, link)] == []


def test_the_index_leads_to_every_document() -> None:
    named = {beside(INDEX, link.partition("#")[0]) for link in named_files(INDEX.read_text(encoding="utf-8"))}
    documents = [file for file in DOCUMENTS if relative(file).startswith("docs/") and file != INDEX]
    assert [
        relative(file) for file in documents if file not in named and not relative(file).startswith(OWN_INDEX)
    ] == []
    assert INDEX.parent / "knowledge" / "README.md" in named


def test_every_page_of_how_to_says_first_what_one_has_at_the_end() -> None:
    for file in sorted((ROOT / "docs" / "how-to").glob("*.md")):
        title, _, rest = file.read_text(encoding="utf-8").partition("\n\n")
        first = rest.removeprefix("<!-- set-up").partition("-->\n")[2].strip() if rest.startswith("<!--") else rest
        assert title.startswith("# "), relative(file)
        assert first.startswith("At the end"), relative(file)


def test_a_link_to_nowhere_is_noticed() -> None:
    assert leads_nowhere(ROOT / "README.md", "docs/nothing.md")
    assert leads_nowhere(ROOT / "README.md", "SECURITY.md#nothing")
    assert not leads_nowhere(ROOT / "README.md", "SECURITY.md#who-is-let-in")
    assert not leads_nowhere(ROOT / "README.md", "#a-card")
    assert not leads_nowhere(ROOT / "README.md", "docs/knowledge/risks.md#h-25")
