"""Gates that look beyond one lesion, and their order (part B.4)."""

import pytest

from plugin.advising import advise, advise_all
from plugin.evidence import Evidence, Scope
from plugin.grammar import LocalPractice, Outcome
from plugin.knowledge import KNOWLEDGE
from tests.support.stories import evidence_of, evidence_with

PRACTICE = LocalPractice()
PLAIN = {"INTENT": "palliative", "CANAL": "no", "CONS": "no", "SOFT": "no"}
SIGNS = {"ESCC 3": {"escc": "3"}, "motor deficit": {"neurological-deficit": "motor"}}


def elsewhere(level: str, record: dict[str, object]) -> Evidence:
    return evidence_of({"place": {"level": level}, "record": {"nature": "metastasis", **record}}, ordered=False)


def test_the_gates_stand_in_the_order_of_part_b4() -> None:
    order = ["1", "1u", "2", "3", "4", "4u", "2", "5", "6"]
    assert [gate.id for gate in KNOWLEDGE.gates] == order
    assert [gate.completed for gate in KNOWLEDGE.gates] == [False] * 6 + [True] * 3


@pytest.mark.parametrize("record", SIGNS.values(), ids=SIGNS)
def test_beside_gate_1u_an_emergency_is_said_on_its_own(record: dict[str, object]) -> None:
    """The deficit is the patient's: no lesion is documented that it could belong to."""
    nothing_here = evidence_of({"place": {"level": "L3"}, "scope": Scope.NOT_FOUND, "record": record})
    first, second = advise_all([nothing_here], PRACTICE)
    assert (first.place, first.outcome) == (None, Outcome.URGENT_REFERRAL)
    assert (second.place, second.outcome, second.gate) == (nothing_here.place, Outcome.NEED_DATA, "1u")
    assert not first.order_sets
    assert not second.order_sets


def test_a_lesion_that_was_not_ordered_is_silent_without_an_emergency() -> None:
    advices = advise_all([evidence_with(PLAIN), elsewhere("T5", {"canal-extension": True})], PRACTICE)
    assert [advice.outcome for advice in advices] == [Outcome.PAL_PAIN]
    assert advices[0].order_sets


@pytest.mark.parametrize("record", SIGNS.values(), ids=SIGNS)
def test_an_emergency_elsewhere_leaves_the_outcome_and_takes_the_suggestions(record: dict[str, object]) -> None:
    advices = {
        advice.outcome: advice for advice in advise_all([evidence_with(PLAIN), elsewhere("T5", record)], PRACTICE)
    }
    assert set(advices) == {Outcome.PAL_PAIN, Outcome.URGENT_REFERRAL}
    assert not any(advice.order_sets for advice in advices.values())
    assert all(advice.no_suggestion for advice in advices.values())


def test_refusal_comes_before_nature_and_nature_before_neurology() -> None:
    open_everywhere = {"NATURE": "unknown", "CANAL": "yes", "DEFICIT": "unknown"}
    refused = evidence_with({**open_everywhere, "NATURE": "not a target"}, record={"refusal": "declined-procedure"})
    assert advise(refused, PRACTICE).gate == "3"
    assert advise(evidence_with({**open_everywhere, "NATURE": "not a target"}), PRACTICE).gate == "4"
    assert advise(evidence_with(open_everywhere), PRACTICE).gate == "4u"
    assert advise(evidence_with({**open_everywhere, "NATURE": "metastasis"}), PRACTICE).gate == "2u"


def test_a_question_says_what_each_answer_leaves() -> None:
    advice = advise(evidence_with({**PLAIN, "CONS": "unknown"}), PRACTICE)
    assert [(question.fact, dict(question.leaves)) for question in advice.questions] == [
        ("F-13", {"yes": (Outcome.PAL_CEM,), "no": (Outcome.PAL_PAIN,)})
    ]


def test_the_neurological_question_names_the_emergency() -> None:
    advice = advise(evidence_with({**PLAIN, "CANAL": "yes", "DEFICIT": "unknown"}), PRACTICE)
    assert advice.urgent_question
    assert dict(advice.questions[0].leaves) == {
        "motor": (Outcome.URGENT_REFERRAL,),
        "none": (Outcome.PAL_CAV,),
    }


def test_questions_stand_in_the_order_of_the_contract() -> None:
    everything_open = dict.fromkeys(("NATURE", "INTENT", "CANAL", "CONS", "SOFT", "SIZE", "PAIN", "DEFICIT"), "unknown")
    asked = [question.fact for question in advise(evidence_with(everything_open), PRACTICE).questions]
    assert asked == ["F-07", "F-25", "F-02", "F-10", "F-13", "F-12", "F-15", "F-23"]
