"""SVG elements as text; whatever is not written by us is escaped here.

What may not live here: where anything stands in a picture.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Final

STYLE: Final = (Path(__file__).parent / "pictures.css").read_text(encoding="utf-8")
"""Colours and lines of all pictures."""


def element(tag: str, *children: str, **attributes: object) -> str:
    """One element; `class_` and `text_anchor` are written as SVG has them."""
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(str(value))}"' for name, value in attributes.items()
    )
    return f"<{tag}{written}>{''.join(children)}</{tag}>" if children else f"<{tag}{written}/>"


def words(said: str, x: float, y: float, class_: str = "", **attributes: object) -> str:
    """A line of text."""
    return element("text", escape(said), x=f"{x:g}", y=f"{y:g}", class_=class_ or "words", **attributes)


def paragraph(
    lines: Iterable[tuple[str, str]], x: float, middle: float, pitch: float = 15, **attributes: object
) -> str:
    """Lines below each other, each with its class, the whole about the middle."""
    listed = list(lines)
    top = middle - pitch * (len(listed) - 1) / 2 + pitch / 3
    return "".join(
        words(said, x, top + number * pitch, class_, **attributes) for number, (said, class_) in enumerate(listed)
    )


def wrapped(said: str, width: int, class_: str) -> list[tuple[str, str]]:
    """A text in lines of so many letters."""
    return [(line, class_) for line in textwrap.wrap(said, width)]


def box(x: float, y: float, width: float, height: float, **attributes: object) -> str:
    """A rectangle with round corners."""
    return element("rect", x=f"{x:g}", y=f"{y:g}", width=f"{width:g}", height=f"{height:g}", rx=6, **attributes)


def picture(*parts: str, size: tuple[float, float], title: str, description: str, language: str, **more: object) -> str:
    """The whole picture; title and description for those who cannot see it."""
    own = str(more.pop("id", "picture"))
    return element(
        "svg",
        element("title", escape(title), id=f"{own}-title"),
        element("desc", escape(description), id=f"{own}-desc"),
        "\n".join(parts),
        xmlns="http://www.w3.org/2000/svg",
        id=own,
        viewBox=f"0 0 {size[0]:g} {size[1]:g}",
        role="img",
        lang=language,
        aria_labelledby=f"{own}-title",
        aria_describedby=f"{own}-desc",
        **more,
    )
