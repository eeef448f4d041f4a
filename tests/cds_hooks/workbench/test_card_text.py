"""A card's text as HTML: what a GFM renderer makes of it, for every card of every sample patient; nothing gets through raw."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cds_hooks.cards.markdown import safe
from cds_hooks.site import LANGUAGES
from cds_hooks.workbench.markdown import folded, html_of
from fhir_profiles import examples
from tests.support.calls import call, client, post

GFM = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
SPACE = re.compile(r"\s+")
OURS = {"p", "ul", "li", "strong", "code", "br", "span"}


class Shape(HTMLParser):
    """Elements and text, without that in which two renderers may differ: white space, tight lists, boxes to tick."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self._pieces: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in ("p", "span", "br"):
            self._pieces.append(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("p", "span", "br"):
            self._pieces.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self._pieces.append(data.replace("☑", "[x]").replace("☐", "[ ]"))

    @property
    def told(self) -> str:
        return SPACE.sub("", "".join(self._pieces))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", examples.names())
def test_it_is_what_a_gfm_renderer_shows(name: str, language: str) -> None:
    for card in post(client(SPINAL_CDS__LANGUAGE=language), call(name)).cards:
        ours, theirs = Shape(html_of(card["detail"])), Shape(GFM.render(card["detail"]))
        assert ours.told == theirs.told
        assert ours.tags <= OURS


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["V-01", "V-06", "V-07", "V-10"])
def test_what_is_folded_lies_between_the_beginning_and_the_closing_sentences(name: str, language: str) -> None:
    lead = post(client(SPINAL_CDS__LANGUAGE=language), call(name)).cards[0]
    first, more, last = folded(lead["detail"])
    assert first + more + last == html_of(lead["detail"])
    assert Shape(first).told.startswith("<strong>")
    assert "<li>" in first
    assert len(more) > len(first)
    assert more.startswith("<p><strong>")
    assert Shape(last).told == SPACE.sub("", lead["detail"].rpartition("\n\n")[2])


def test_a_text_without_headings_is_not_folded() -> None:
    assert folded("a\n\n- b\n\nc") == ("<p>a</p><ul><li>b</li></ul><p>c</p>", "", "")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)>",
        "- [x] <b>bold</b>\n  - <i>below</i>",
        "**<b>**`<i>`",
        "&lt;script&gt; &#60;b&#62;",
        "[link](javascript:alert(1))",
        "<!-- x",
    ],
)
def test_no_markup_gets_through(text: str) -> None:
    assert Shape(html_of(text)).tags <= OURS


@settings(max_examples=300, derandomize=True, database=None, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab <>&;#lt\"'\\*`[]-x\n "), max_size=60))
def test_whatever_stands_there_is_text(text: str) -> None:
    assert Shape(html_of(text)).tags <= OURS


@pytest.mark.parametrize("text", ["5 < 6 & 7 > 3", r"a_b*c*`d`\e[f]", "1. not a list", "**not bold**", "~~x~~ {y} | z"])
def test_what_was_made_safe_is_read_as_it_was(text: str) -> None:
    assert SPACE.sub("", text) == Shape(html_of(safe(text))).told
