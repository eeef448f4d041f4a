"""The picture of a decision: the flowchart with a way marked in it, and the way in words below.

Three doors: `decisions` marks nothing and may name stories, `decision_to` marks every way to an outcome, `decision_of` one
lesion's own, what is still possible dashed. What may not live here: which way it is (`plugin.explain`), and how it is drawn
(`flowchart`).
"""

from __future__ import annotations

from collections.abc import Iterable

from cds_hooks.pictures import boxes, svg
from cds_hooks.pictures.flowchart import Legend, flowchart
from cds_hooks.words import Words
from plugin.advice import Advice
from plugin.explain import Arrow, BoxKind, Chart, chart, track, ways_to
from plugin.grammar import Outcome


def decisions(drawn: Chart, words: Words, style: str) -> str:
    """The whole flowchart, for a page about it."""
    legend = Legend(title=words("picture.whole"), description=words("picture.description"), ways=())
    return flowchart(drawn, legend, words, svg.element("style", style))


def decision_to(outcome: Outcome, words: Words, style: str) -> str:
    """The picture of an outcome, for everyone: no patient in it."""
    drawn = chart(words.knowledge)
    ways = ways_to(drawn, outcome)
    legend = Legend(
        title=words("picture.title", outcome=words.title(outcome), code=outcome.value),
        description=words("picture.description"),
        ways=(*(way_in_words(way, drawn, words) for way in ways), *_where_open(outcome, words)),
        taken=frozenset(arrow for way in ways for arrow in way),
        lines=words("picture.lines"),
    )
    return flowchart(drawn, legend, words, svg.element("style", style))


def decision_of(advice: Advice, place: str, words: Words, name: str = "decision") -> str:
    """The picture of one lesion's own way; `name` tells several on one page apart."""
    drawn = chart(words.knowledge)
    found = track(advice, drawn, words.knowledge)
    asked = (words("picture.asks", fact=question.fact, words=question.words) for question in advice.questions)
    legend = Legend(
        title=words("picture.own-title", place=place, outcome=words.title(advice.outcome), code=advice.outcome.value),
        description=words("picture.description"),
        ways=(way_in_words(found.taken, drawn, words), *_open_ends(advice, words), *asked),
        taken=frozenset(found.taken),
        possible=frozenset(found.possible),
        asked=found.asked,
        lines=words("picture.lines-own"),
        name=name,
    )
    return flowchart(drawn, legend, words)


def way_in_words(way: Iterable[Arrow], drawn: Chart, words: Words) -> str:
    """A way as one sentence: the gate that applies, or the answers of the tree."""
    steps, gates = [], len(drawn.gates)
    for arrow in way:
        start = drawn.box(arrow.start)
        if start.kind is BoxKind.QUESTION:
            steps.append(f"{words.name('input', start.code)}: {words.name('answer', arrow.answer)}")
        elif arrow.answer == "yes":
            steps.append(words("picture.applies", gate=boxes.question(start, words)))
        elif (gates := gates - 1) == 0:
            steps.append(words("picture.no-gate"))
    ends = [drawn.box(arrow.end) for arrow in way if drawn.box(arrow.end).kind is BoxKind.OUTCOME]
    return " → ".join((*steps, *(f"{end.code} ({end.words})" for end in ends)))


def _where_open(outcome: Outcome, words: Words) -> tuple[str, ...]:
    return (words("picture.or-open"),) if outcome is Outcome.NEED_DATA else ()


def _open_ends(advice: Advice, words: Words) -> tuple[str, ...]:
    named = ", ".join(f"{each.value} ({words.title(each)})" for each in advice.possible)
    return (words("picture.open", outcomes=named),) if named else ()
