"""One box of the flowchart: what stands in it, what it rests on, and what decides there.

What may not live here: where a box stands, and which are marked (`flowchart`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cds_hooks.pictures import svg
from cds_hooks.words import Words
from plugin.explain import Box, BoxKind
from plugin.grammar import Basis, Outcome, OutcomeClass

Place = tuple[float, float, float, float]
"""Left, top, width, height."""

_LETTER: Final = 6.9
"""Width of a letter, in the widest font that a browser may take."""


def drawn(box: Box, place: Place, marked: str, asked: tuple[str, ...], words: Words) -> str:
    """The box as a group; `marked` is the class of its way, `asked` are the facts that decide here."""
    left, top, width, height = place
    kind = "urgent" if box.code == Outcome.URGENT_REFERRAL else _class(box.outcome_class)
    classes = " ".join(filter(None, ("box", kind, marked)))
    fork = box.kind is BoxKind.QUESTION
    letters = int((width - (4 if fork else 20)) / _LETTER)
    x, anchor = (left + width / 2, "middle") if fork else (left + 12, "start")
    said = svg.paragraph(_lines(box, letters, words), x, top + height / 2, text_anchor=anchor)
    shape = svg.box(left, top, width, height, class_=classes)
    return svg.element("g", shape, said, *_badge(asked, place), data_box=box.id)


def question(gate: Box, words: Words) -> str:
    """What a gate asks; one that is completed says how, for it may ask what another has asked of known facts."""
    return words("picture.completed", question=gate.words) if gate.completed else gate.words


def _lines(box: Box, letters: int, words: Words) -> Iterator[tuple[str, str]]:
    """A heading, the words, what they rest on, and stories that come here."""
    if box.kind is BoxKind.QUESTION:
        yield from svg.wrapped(words.name("input", box.code), letters, "words")
    elif box.kind is BoxKind.GATE:
        yield words("picture.gate", gate=box.code), "quiet"
        yield from svg.wrapped(question(box, words), letters, "words")
    else:
        yield box.code, "code"
        yield from svg.wrapped(box.words, letters, "words")
    yield from svg.wrapped(_rests_on(box, words), letters, "quiet")
    if box.stories:
        yield from svg.wrapped(words("picture.stories", stories=", ".join(box.stories)), letters, "quiet")


def _rests_on(box: Box, words: Words) -> str:
    """The sources, those unverified marked, and whether they are none of the deck's; without any it is our own choice."""
    mark = words.name("basis", Basis.UNVERIFIED.name)
    named = [f"{source} {mark}" if source in words.unverified else source for source in box.sources]
    if not any(source.startswith("S-") for source in box.sources):
        named.append(words.name("basis", (Basis.BEYOND if box.sources else Basis.OURS).name))
    return " ".join(named)


def _badge(facts: tuple[str, ...], place: Place) -> tuple[str, ...]:
    """The facts that decide here, on the box's upper edge."""
    if not facts:
        return ()
    said = f"? {' '.join(facts)}"
    left, top, width, _ = place
    size = 8 * len(said) + 12
    start = left + width - size + 4
    return (
        svg.box(start, top - 12, size, 22, class_="badge"),
        svg.words(said, start + size / 2, top + 3, "badge-words", text_anchor="middle"),
    )


def _class(outcome_class: OutcomeClass | None) -> str:
    return "" if outcome_class is None else outcome_class.value.replace(" ", "-")
