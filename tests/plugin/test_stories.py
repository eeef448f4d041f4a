"""Every story, told to the clinician's room alone: what it says is what the story expects."""

import pytest

from plugin.advice import Advice
from plugin.advising import advise_all
from plugin.evidence import Evidence, Technique
from tests.support.checking import Summary, differences, summary_of_advice
from tests.support.stories import stories, story

TOLD = [each.id for each in stories() if not each.decided_at_the_order]
BEFORE = [each.id for each in stories() if each.decided_at_the_order]


def _of(evidence: Evidence, advices: tuple[Advice, ...]) -> Summary:
    """What was said of this lesion; nothing at all is what OUT_OF_SCOPE looks like."""
    found = [advice for advice in advices if advice.place == evidence.place]
    assert len(found) <= 1, f"{len(found)} advices for {evidence.place}"
    return summary_of_advice(found[0]) if found else Summary(outcome="OUT_OF_SCOPE")


@pytest.mark.parametrize("name", TOLD)
def test_what_is_said_is_what_the_story_expects(name: str) -> None:
    told = story(name)
    advices = advise_all(told.evidences, told.practice)
    wrong = differences(told.expected, _of(told.evidence, advices))
    for evidence, expected in zip(told.elsewhere, told.expected_elsewhere, strict=True):
        wrong += [f"{evidence.place}: {line}" for line in differences(expected, _of(evidence, advices))]
    assert not wrong, "\n".join(("", told.sentence, *wrong))


@pytest.mark.parametrize("name", BEFORE)
def test_decided_before_plugin(name: str) -> None:
    """The selected order alone decides, nothing is read; the journeys through HTTP show it."""
    told = story(name)
    assert told.decided_at_the_order
    assert told.expected.outcome == "OUT_OF_SCOPE"
    assert told.expected.suggestions == []
    assert told.evidence.place is None


def test_the_vignettes_of_part_g_are_all_told() -> None:
    assert {f"V-{number:02d}" for number in range(1, 25)} <= {each.id for each in stories()}
    assert BEFORE == ["V-18", "V-19"]


def test_no_two_stories_have_one_name() -> None:
    names = [each.id for each in stories()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("name", "reasons"), [("WISHES/thyroid-and-cavitation", ()), ("V-09", ("TR-06",))])
def test_a_rule_that_would_better_the_start_is_no_reason_for_a_state(name: str, reasons: tuple[str, ...]) -> None:
    """TR-06 makes cryoablation acceptable; in cavitation it starts in caution, and that is C.1's."""
    (advice,) = advise_all(story(name).evidences, story(name).practice)
    assert [each.rules for each in advice.techniques if each.technique is Technique.CRYO] == [reasons]
