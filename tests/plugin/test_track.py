"""The way that is drawn is the way that was walked: every story's, against a second walk over its completions."""

from __future__ import annotations

from itertools import pairwise

import pytest

from plugin.advice import Advice
from plugin.advising import advise, advise_all
from plugin.answer import Answer
from plugin.evidence import Evidence
from plugin.explain import Arrow, Chart, chart, track, ways_to
from plugin.grammar import Ask, Case, Conclusion, Outcome
from plugin.knowledge import KNOWLEDGE
from plugin.walking import _ends
from tests.support.stories import Story, stories

CHART = chart(KNOWLEDGE)
TOLD = [story for story in stories() if not story.decided_at_the_order]


def every_way(evidence: Evidence, story: Story) -> list[list[Arrow]]:
    """Each way that a completion of the record takes; gate 4u adds its own end, and that the lesion is no target."""
    case = Case(evidence=evidence, practice=story.practice, speech=KNOWLEDGE.speech)
    before: list[Arrow] = []
    extra: list[list[Arrow]] = []
    for name, gate in zip(CHART.gates, KNOWLEDGE.gates, strict=True):
        out, on = CHART.after(name)
        if gate.completed or gate.when.ask(case) is not Answer.YES:
            before.append(on)
        elif gate.id == "4u":
            extra = [[*before, out], [*before[:-1], CHART.after(CHART.gates[4])[0]]]
            before.append(on)
        else:
            return [[*before, out]]
    ways = []
    for completion, _ in _ends(case, KNOWLEDGE, frozenset(), {}):
        ways.append(_completed(case.supposing(completion)))
    return [*extra, *ways]


def _completed(case: Case) -> list[Arrow]:
    way: list[Arrow] = []
    for name, gate in zip(CHART.gates, KNOWLEDGE.gates, strict=True):
        out, on = CHART.after(name)
        if gate.completed and gate.when.ask(case) is Answer.YES:
            return [*way, out]
        way.append(on)
    node: Ask | Conclusion = KNOWLEDGE.tree
    box = CHART.root
    while isinstance(node, Ask):
        yes = node.criterion.ask(case) is Answer.YES
        arrow = CHART.after(box)[0 if yes else 1]
        way.append(arrow)
        node, box = (node.yes if yes else node.no), arrow.end
    return way


@pytest.mark.parametrize("story", TOLD, ids=lambda story: story.id)
def test_path_open_branches_and_questions_agree_with_the_advice(story: Story) -> None:
    for evidence in story.evidences:
        if not evidence.ordered:
            continue
        advice = advise(evidence, story.practice)
        found = track(advice, CHART, KNOWLEDGE)
        ways = every_way(evidence, story)
        through_4u = advice.gate == "4u"
        certain = set(ways[0]) if through_4u else set.intersection(*map(set, ways))
        assert set(found.taken) == certain
        assert set(found.possible) == set.union(*map(set, ways)) - certain
        assert ends(CHART, found.taken, found.possible) == expected_ends(advice)
        asked = {fact for facts in found.asked.values() for fact in facts}
        assert asked == {question.fact for question in advice.questions}


def ends(drawn: Chart, *arrows: tuple[Arrow, ...]) -> set[str]:
    return {box.code for each in arrows for arrow in each if (box := drawn.box(arrow.end)).outcome_class is not None}


def expected_ends(advice: Advice) -> set[str]:
    if advice.gate in ("1u", "4u"):
        return {advice.outcome.value, *(each.value for each in advice.possible)}
    return {each.value for each in advice.possible or (advice.outcome,)}


def test_an_emergency_elsewhere_goes_to_gate_2() -> None:
    """It is advised without a walk of its own."""
    elsewhere = next(
        (advice, story)
        for story in TOLD
        for advice in advise_all(story.evidences, story.practice)
        if not advice.ordered
    )[0]
    assert ends(CHART, track(elsewhere, CHART, KNOWLEDGE).taken) == {"URGENT_REFERRAL"}


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_way_leads_to_its_outcome(outcome: Outcome) -> None:
    found = ways_to(CHART, outcome)
    assert found
    for way in found:
        assert way[0].start == CHART.gates[0]
        assert all(one.end == other.start for one, other in pairwise(way))
        assert CHART.box(way[-1].end).code == outcome.value
    assert len(found) == sum(box.code == outcome.value for box in CHART.boxes)
