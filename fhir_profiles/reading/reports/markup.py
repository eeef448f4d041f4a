"""What does a page of HTML or XHTML say, line by line? Its text alone, with a line for each block.

What may not live here: what the text means. Scripts, styles and heads are dropped; nothing is fetched.
"""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

_BLOCKS: Final = frozenset(
    {
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "tr",
        "table",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "pre",
        "hr",
        "dt",
        "dd",
        "article",
    }
)
_CELLS: Final = frozenset({"td", "th"})
_SILENT: Final = frozenset({"script", "style", "head", "title", "template", "noscript"})


_MOST_OPEN: Final = 100
"""Tags and comments without an end that a page may have at its end ("INR < 1.8"): the library looks for the end of each anew."""


def text_of(markup: str) -> str:
    """The text of a page; broken markup gives what can be read of it."""
    reader = _Reader()
    # The library fails on a marked section without a name; as a comment it is as silent, and what stands in between is kept.
    reader.feed(_without_open_end(markup).replace("<![", "<! ["))
    reader.close()
    return reader.text()


def _without_open_end(markup: str) -> str:
    """Without an end of nothing but openings, which no page has that was made to be read."""
    for opens, closes in (("<!--", "-->"), ("<", ">")):
        last = markup.rfind(closes) + 1
        if markup.count(opens, last) > _MOST_OPEN:
            markup = markup[:last]
    return markup


class _Reader(HTMLParser):
    """Collects text; the library's own class asks for inheritance."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._pieces: list[str] = []
        self._silent = 0
        self._as_written = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the library's form
        if tag in _SILENT:
            self._silent += 1
        if tag == "pre":
            self._as_written += 1
        self._separate(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        if tag == "pre":
            self._as_written = max(0, self._as_written - 1)
        self._separate(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as above
        self._separate(tag)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._pieces.append(data if self._as_written else " ".join(data.split("\n")))

    def text(self) -> str:
        lines = ("".join(self._pieces)).split("\n")
        return "\n".join(" ".join(line.split()) for line in lines).strip()

    def _separate(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._pieces.append("\n")
        elif tag in _CELLS:
            self._pieces.append(" ")
