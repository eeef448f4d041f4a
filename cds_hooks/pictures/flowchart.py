"""The flowchart of the indication: gates from top to bottom, below them the tree from left to right; some arrows are marked.

What may not live here: which arrows are marked and what is said of them (`decision`), and colours (`pictures.css`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from cds_hooks.pictures import boxes, svg
from cds_hooks.pictures.boxes import Place
from cds_hooks.words import Words
from plugin.explain import Arrow, Box, Chart

_WIDTH: Final = 1308
_GATE: Final = (20, 560, 70)
_GATE_END: Final = (740, 548, 70)
_GATE_PITCH: Final = 88
_FIRST_GATE: Final = 132
_COLUMNS: Final = (20, 248, 438, 628, 818)
"""Left edges of the questions; between them an answer has room, behind the first the longest ones."""
_FORK: Final = (144, 80)
_LEAF: Final = (1008, 280, 80)
_LEAF_PITCH: Final = 90
_LINE: Final = 19
_LETTERS: Final = 160
"""How many letters a line of the ways has room for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """What is marked and what is said: the arrows, the deciding boxes with their facts, the ways in words."""

    title: str
    description: str
    ways: tuple[str, ...]
    taken: frozenset[Arrow] = frozenset()
    possible: frozenset[Arrow] = frozenset()
    asked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lines: str = ""
    """What thick and dashed lines mean, where there are any."""
    name: str = "decision"


def flowchart(drawn: Chart, legend: Legend, words: Words, *before: str) -> str:
    """The picture; `before` is what it carries inside, its style."""
    places = {**_gates(drawn), **_tree(drawn)}
    bottom = max(top + height for _, top, _, height in places.values()) + 40
    said = [line for way in legend.ways for line in svg.wrapped(way, _LETTERS, "words")]
    height = bottom + _LINE * (len(said) + 2)
    heading = (
        svg.words(legend.title, 20, 36, "headline"),
        *((svg.words(legend.lines, 20, 62, "quiet"),) if legend.lines else ()),
        svg.words(words("closing.pathway") + " " + words("closing.every-card"), 20, 82, "quiet"),
        svg.words(words("picture.gates"), 20, 116, "code"),
        svg.words(words("picture.tree"), 84, _FIRST_GATE + len(drawn.gates) * _GATE_PITCH + 16, "code"),
    )
    arrows = sorted(drawn.arrows, key=lambda arrow: (arrow in legend.taken, arrow in legend.possible))
    return svg.picture(
        *before,
        svg.element("rect", width="100%", height="100%", class_="paper"),
        *heading,
        *(_arrow(arrow, drawn, places, legend, words) for arrow in arrows),
        *(_box(box, drawn, places[box.id], legend, words) for box in drawn.boxes),
        *(svg.words(line, 20, bottom + _LINE * number, class_) for number, (line, class_) in enumerate(said)),
        size=(_WIDTH, height),
        title=legend.title,
        description=" ".join((legend.description, *legend.ways)),
        language=words.language,
        class_="picture",
        id=legend.name,
    )


def _gates(drawn: Chart) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for row, name in enumerate(drawn.gates):
        top = _FIRST_GATE + row * _GATE_PITCH
        places[name] = (_GATE[0], top, _GATE[1], _GATE[2])
        places[f"{name}-end"] = (_GATE_END[0], top, _GATE_END[1], _GATE_END[2])
    return places


def _tree(drawn: Chart) -> dict[str, Place]:
    """Ends in a column, each question in the middle of what follows from it."""
    first = _FIRST_GATE + len(drawn.gates) * _GATE_PITCH + 70
    places: dict[str, Place] = {}
    rows = iter(range(len(drawn.boxes)))

    def lay(name: str, depth: int) -> float:
        following, middle = drawn.after(name), 0.0
        if not following:
            middle = first + _LEAF_PITCH * next(rows)
            places[name] = (_LEAF[0], middle - _LEAF[2] / 2, _LEAF[1], _LEAF[2])
            return middle
        ends = [lay(arrow.end, depth + 1) for arrow in following]
        middle = sum(ends) / len(ends)
        places[name] = (_COLUMNS[depth], middle - _FORK[1] / 2, *_FORK)
        return middle

    lay(drawn.root, 0)
    return places


def _box(box: Box, drawn: Chart, place: Place, legend: Legend, words: Words) -> str:
    return boxes.drawn(box, place, _marked(box, drawn, legend), legend.asked.get(box.id, ()), words)


def _marked(box: Box, drawn: Chart, legend: Legend) -> str:
    touching = [arrow for arrow in drawn.arrows if box.id in (arrow.start, arrow.end)]
    if any(arrow in legend.taken for arrow in touching):
        return "taken"
    return "possible" if any(arrow in legend.possible for arrow in touching) else ""


def _arrow(arrow: Arrow, drawn: Chart, places: Mapping[str, Place], legend: Legend, words: Words) -> str:
    kind = "taken" if arrow in legend.taken else "possible" if arrow in legend.possible else ""
    left, top, width, height = places[arrow.start]
    end_left, end_top, _, end_height = places[arrow.end]
    answer = words.name("answer", arrow.answer)
    if arrow.start in drawn.gates and not arrow.end.endswith("-end"):
        x = left + 40
        down = f"M{x:g} {top + height:g}V{end_top - 7:g}"
        head = f"M{x - 5:g} {end_top - 9:g}h10l-5 9z"
        said = svg.words(answer, x + 12, top + height + 13, "answer")
    else:
        start, middle, end = left + width, top + height / 2, end_top + end_height / 2
        down = f"M{start:g} {middle:g}H{start + 12:g}V{end:g}H{end_left - 8:g}"
        head = f"M{end_left - 9:g} {end - 5:g}v10l9 -5z"
        said = svg.words(answer, start + 16, end - 6, "answer")
    path = svg.element("path", d=down, class_=f"arrow {kind}".strip())
    return svg.element(
        "g",
        path,
        svg.element("path", d=head, class_=f"head {kind}".strip()),
        said,
        data_way=f"{arrow.end} {arrow.answer}",
    )
