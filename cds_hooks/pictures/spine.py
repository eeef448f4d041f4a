"""The vertebral column from C1 to the coccyx, seen from the front, with a patient's lesions at their level and side.

Each mark has a shape for its outcome's class and its words beside it, so that no colour need be seen. What may not live here:
which lesions there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cds_hooks.pictures import svg
from cds_hooks.words import Words
from plugin.evidence import LEVELS, Place, Side
from plugin.grammar import Outcome, OutcomeClass

_WIDTH: Final = 372
_TOP: Final = 60
_MIDDLE: Final = 110
_LABEL: Final = 184
_LETTERS: Final = 27
_LINE: Final = 15
_PITCH: Final = {"C": 15, "T": 19, "L": 24, "S": 19, "c": 22}
_HALF: Final = {"C": 20, "T": 25, "L": 33, "S": 38, "c": 9}
"""Half the width of a vertebra by the first letter of its name."""
_SHAPES: Final = {
    "pathway": "M-8 0a8 8 0 1 0 16 0a8 8 0 1 0 -16 0z",
    "urgent": "M0 -10L10 8H-10z",
    "referral": "M0 -10L10 0L0 10L-10 0z",
    "question": "M-8 -8H8V8H-8z",
    "no-action": "M-9 -4H9V4H-9z",
    "elsewhere": "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A lesion: where it is in words, and its outcome; None for one that the order does not mean."""

    place: Place
    words: str
    outcome: Outcome | None = None


def spine(marks: Sequence[Mark], words: Words) -> str:
    """The column with these lesions."""
    tops = _tops()
    bottom = max(tops.values()) + _PITCH["c"] + 20
    listed = sorted(marks, key=lambda mark: _middle(mark.place, tops))
    said = [_said(mark, words) for mark in listed]
    lines = [svg.wrapped(told, _LETTERS, "words") for told in said]
    labels = _labels([_middle(mark.place, tops) for mark in listed], [len(each) for each in lines])
    return svg.picture(
        svg.element("rect", width="100%", height="100%", class_="paper"),
        svg.words(words("picture.spine"), 12, 24, "code"),
        svg.words(words.name("side", Side.RIGHT), _MIDDLE - 45, 46, "quiet", text_anchor="end"),
        svg.words(words.name("side", Side.LEFT), _MIDDLE + 45, 46, "quiet"),
        *(_vertebra(level, tops[level]) for level in LEVELS),
        *(_mark(mark, tops, label, told) for mark, label, told in zip(listed, labels, lines, strict=True)),
        size=(_WIDTH, bottom),
        title=words("picture.spine"),
        description=" ".join(f"{line}." for line in said) or words("picture.no-lesion"),
        language=words.language,
        class_="picture",
        id="spine",
    )


def _tops() -> dict[str, float]:
    tops, y = {}, float(_TOP)
    for level in LEVELS:
        tops[level] = y
        y += _PITCH[level[0]]
    return tops


def _middle(place: Place, tops: dict[str, float]) -> float:
    """Of a range the middle of its first and last level."""
    first, _, last = place.level.partition("-")
    ends = [tops[level] + _PITCH[level[0]] / 2 for level in (first, last or first)]
    return sum(ends) / 2


def _labels(wanted: Sequence[float], lines: Sequence[int]) -> list[float]:
    """As close to their lesions as they find room below each other, each with its lines."""
    found: list[float] = []
    free = 0.0
    for y, count in zip(wanted, lines, strict=True):
        found.append(max(y, free + count * _LINE / 2))
        free = found[-1] + count * _LINE / 2 + 4
    return found


def _vertebra(level: str, top: float) -> str:
    half, height = _HALF[level[0]], _PITCH[level[0]] - 3
    if level[0] == "S":
        half -= 5 * (int(level[1]) - 1)  # the sacrum narrows
    shape = svg.element(
        "rect", x=f"{_MIDDLE - half:g}", y=f"{top:g}", width=f"{2 * half:g}", height=f"{height:g}", rx=4, class_="bone"
    )
    name = "Co" if level == LEVELS[-1] else level
    return shape + svg.words(name, 34, top + height / 2 + 4, "quiet", text_anchor="end")


def _mark(mark: Mark, tops: dict[str, float], label: float, told: list[tuple[str, str]]) -> str:
    y = _middle(mark.place, tops)
    half = _HALF[mark.place.level[0]]
    aside = {Side.LEFT: half * 0.75, Side.RIGHT: -half * 0.75}.get(mark.place.side, 0.0) if mark.place.side else 0.0
    xs = (_MIDDLE - half * 0.75, _MIDDLE + half * 0.75) if mark.place.side is Side.BOTH else (_MIDDLE + aside,)
    kind = _kind(mark.outcome)
    shapes = (
        svg.element("path", d=_SHAPES[kind], transform=f"translate({x:g} {y:g})", class_=f"lesion {kind}") for x in xs
    )
    pointer = f"M{xs[-1] + 12:g} {y:g}L{_LABEL - 12:g} {label:g}H{_LABEL - 4:g}"
    lines = (svg.element("path", d=pointer, class_="arrow"), *_range(mark.place, tops))
    return svg.element("g", *lines, *shapes, svg.paragraph(told, _LABEL, label, _LINE), class_="mark")


def _range(place: Place, tops: dict[str, float]) -> tuple[str, ...]:
    """A bar along all levels of a lesion that has several."""
    first, _, last = place.level.partition("-")
    if not last:
        return ()
    x, end = _MIDDLE + _HALF[first[0]] + 6, tops[last] + _PITCH[last[0]] - 3
    return (svg.element("path", d=f"M{x:g} {tops[first]:g}V{end:g}", class_="arrow taken"),)


def _said(mark: Mark, words: Words) -> str:
    told = words.title(mark.outcome) if mark.outcome else words("picture.not-ordered")
    return f"{mark.words}: {told}"


def _kind(outcome: Outcome | None) -> str:
    if outcome is None:
        return "elsewhere"
    if outcome is Outcome.URGENT_REFERRAL:
        return "urgent"
    return {
        OutcomeClass.PATHWAY: "pathway",
        OutcomeClass.REFERRAL: "referral",
        OutcomeClass.QUESTION: "question",
        OutcomeClass.NO_ACTION: "no-action",
    }[outcome.outcome_class]
