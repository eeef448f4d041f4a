"""The flowchart as SVG: boxes of `plugin.explain.chart` laid out and drawn with schemdraw; the same chart gives the same bytes.

Gates stand in a column with their outcomes beside them; below, the tree runs from left to right and ends in a column of
outcomes. White background and dark text, so that it reads in a light and in a dark browser; title and description for those who
cannot see it. What may not live here: what a box says, and any file.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import Any, Literal
from xml.etree import ElementTree as ET  # only to write, never to read

import schemdraw
from schemdraw import flow
from schemdraw.elements import Label, Line, Wire

from plugin.explain import Arrow, Box, BoxKind, Chart
from plugin.grammar import Outcome, OutcomeClass

_Align = Literal["left", "center"]
_INK, _LINE, _QUIET = "#1f2933", "#52667a", "#5b6773"
_COLOURS = {
    OutcomeClass.PATHWAY: ("#e6f2e8", "#3f7d4e"),
    OutcomeClass.REFERRAL: ("#fdf1df", "#96590f"),
    OutcomeClass.QUESTION: ("#e8eef7", "#48699a"),
    OutcomeClass.NO_ACTION: ("#f1f1f1", "#5f5f5f"),
}
_URGENT = ("#fbe4e2", "#a8322a")

_FONT = "Arial, Helvetica, sans-serif"
_LIFT = 0.18
"""schemdraw sets a label this much too high."""
_LINE_HEIGHT = 0.4
_GATE = (11.2, 2.0)
_FORK = (4.2, 2.5)
_END = (7.4, 2.3)
_COLUMN, _ROW, _GATE_ROW = 6.4, 2.6, 2.8
_GAP = _GATE_ROW - _END[1]
_LEAVES_AT = 5 * _COLUMN


@dataclass(frozen=True, slots=True)
class _Place:
    """Left edge and middle of a box."""

    x: float
    y: float


def draw(chart: Chart, title: str, description: str) -> str:
    """The chart as one SVG."""
    places = {**_gates(chart), **_tree(chart)}
    schemdraw.svgconfig.text = "text"  # letters stay letters, whatever else is installed
    drawing = schemdraw.Drawing(canvas="svg", show=False)
    drawing.config(fontsize=11, font=_FONT, color=_LINE, lw=1.2, bgcolor="white", margin=0.4)
    with drawing:
        for arrow in chart.arrows:
            _arrow(arrow, chart, places)
        for box in chart.boxes:
            _box(box, places[box.id])
    return _finished(drawing, title, description)


def _gates(chart: Chart) -> dict[str, _Place]:
    """One row for each gate, its outcome beside it."""
    first = _GATE_ROW * len(chart.gates) + 0.6
    places: dict[str, _Place] = {}
    for row, name in enumerate(chart.gates):
        y = first - row * _GATE_ROW
        places[name] = _Place(0, y)
        places[f"{name}-end"] = _Place(_GATE[0] + 2.6, y)
    return places


def _tree(chart: Chart) -> dict[str, _Place]:
    """Leaves in a column from top to bottom, each question in the middle of what follows from it."""
    places: dict[str, _Place] = {}
    rows = iter(range(len(chart.boxes)))

    def lay(name: str, depth: int) -> float:
        following = chart.after(name)
        if not following:
            y = -_ROW * next(rows) - 1.0
            places[name] = _Place(_LEAVES_AT, y)
            return y
        ends = [lay(arrow.end, depth + 1) for arrow in following]
        y = sum(ends) / len(ends)
        places[name] = _Place(depth * _COLUMN, y)
        return y

    lay(chart.root, 0)
    return places


def _size(box: Box) -> tuple[float, float]:
    return {BoxKind.GATE: _GATE, BoxKind.QUESTION: _FORK, BoxKind.OUTCOME: _END}[box.kind]


def _box(box: Box, place: _Place) -> None:
    width, height = _size(box)
    fill, edge = _colours(box)
    flow.Box(w=width, h=height).at((place.x, place.y)).anchor("W").fill(fill).color(edge)
    if box.kind is BoxKind.OUTCOME:
        title = [(line, 11, _INK) for line in textwrap.wrap(box.words, 48)]
        lines = [(box.code, 12, edge), *title, (" ".join(box.sources), 9, _QUIET), (_patients(box), 9, _QUIET)]
        _paragraph([line for line in lines if line[0]], place.x + 0.25, place.y, halign="left")
        return
    wrapped = textwrap.wrap(box.words, 56 if box.kind is BoxKind.GATE else 21)
    _paragraph([(box.code, 11, edge), *((line, 11, _INK) for line in wrapped)], place.x + width / 2, place.y)


def _patients(box: Box) -> str:
    return f"for instance {', '.join(box.stories)}" if box.stories else ""


def _paragraph(lines: list[tuple[str, int, str]], x: float, y: float, *, halign: _Align = "center") -> None:
    """Lines below each other (words, size, colour), the whole in the middle of its box."""
    top = y + _LINE_HEIGHT * (len(lines) - 1) / 2
    for number, (words, size, colour) in enumerate(lines):
        _text(words, x, top - number * _LINE_HEIGHT, size=size, halign=halign, colour=colour)


def _colours(box: Box) -> tuple[str, str]:
    if box.outcome_class is None:
        return "white", _LINE
    return _URGENT if box.code == Outcome.URGENT_REFERRAL else _COLOURS[box.outcome_class]


def _arrow(arrow: Arrow, chart: Chart, places: dict[str, _Place]) -> None:
    start, end = places[arrow.start], places[arrow.end]
    width, height = _size(chart.box(arrow.start))
    if arrow.start in chart.gates and not arrow.end.endswith("-end"):
        middle = start.x + _FORK[0] / 2
        below = end.y + _size(chart.box(arrow.end))[1] / 2
        Wire("-", arrow="->").at((middle, start.y - height / 2)).to((middle, below))
        _text(arrow.answer, middle + 0.15, start.y - height / 2 - _GAP / 2, size=10, halign="left", colour=_QUIET)
        return
    out = start.x + width
    bend = out + 0.3
    Line().at((out, start.y)).to((bend, start.y))
    Line().at((bend, start.y)).to((bend, end.y))
    Wire("-", arrow="->").at((bend, end.y)).to((end.x, end.y))
    _text(arrow.answer, bend + 0.08, end.y + 0.24, size=10, halign="left", colour=_QUIET)


def _text(words: str, x: float, y: float, *, size: int, halign: _Align = "center", colour: str = _INK) -> None:
    Label().theta(0).at((x, y - _LIFT)).label(
        words, loc="center", ofst=0, fontsize=size, halign=halign, valign="center", color=colour
    )


def _finished(drawing: Any, title: str, description: str) -> str:
    """White paper under it, and the words for those who cannot see it."""
    svg = ET.fromstring(drawing.get_imagedata("svg"))  # noqa: S314 - our own drawing
    x, y, width, height = (svg.get("viewBox") or "").split()
    for place, (tag, words) in enumerate((("title", title), ("desc", description))):
        element = ET.Element(f"{{http://www.w3.org/2000/svg}}{tag}", {"id": tag})
        element.text = words
        svg.insert(place, element)
    paper = {"x": x, "y": y, "width": width, "height": height, "fill": "white"}
    svg.insert(2, ET.Element("{http://www.w3.org/2000/svg}rect", paper))
    svg.set("role", "img")
    svg.set("aria-labelledby", "title desc")
    for element in svg:
        element.tail = "\n"  # one element a line, so that a change shows as one
    return ET.tostring(svg, encoding="unicode") + "\n"
