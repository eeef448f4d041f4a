"""Law 3: what is read as "none" from a record read in full is the closed list F.4, in the code as on the page."""

from __future__ import annotations

from plugin.answer import Answer
from plugin.evidence import Evidence
from plugin.grammar import (
    AnyOf,
    Case,
    Conflicting,
    Contradicting,
    Disagreeing,
    Expression,
    Known,
    LocalPractice,
    Missing,
    PainContradicts,
    SinsContradicts,
    Unread,
    Unrecorded,
    Varies,
)
from plugin.knowledge import KNOWLEDGE
from tests.proofs.declarations import questions_of
from tests.proofs.drawn import drawn
from tests.proofs.patient import place_of
from tests.support.stories import AS_OF

F4 = {
    "F-04 fitness.refusal",
    "F-10 lesion.debulking_need",
    "F-15 lesion.radioiodine_planned",
    "F-15 lesion.size_reduction_need",
    "F-30 bleeding.drugs",
    "F-32 hazards.devices",
    "F-34 hazards.infection",
    "F-35 fitness.allergies",
}
"""The rows of F.4 whose second column says "none", "no" or "asks": SIZE and its 131-I plan, debulking, refusal, and the rest."""

OF_THE_RECORD = (
    Known,
    Missing,
    Conflicting,
    Contradicting,
    Varies,
    Disagreeing,
    Unread,
    Unrecorded,
    SinsContradicts,
    PainContradicts,
    AnyOf,
)
"""Questions about the record itself, which is then indeed silent; they say nothing of the patient."""


def _leaves() -> list[Expression]:
    """Questions that look at items themselves."""
    return [each for each in questions_of(KNOWLEDGE) if type(each).__module__.endswith(("records", "scales"))]


def _read_as_none(case: Case) -> set[str]:
    found = set()
    for question in _leaves():
        item = getattr(question, "item", None)
        if item is not None and not isinstance(question, OF_THE_RECORD) and question.ask(case) is Answer.NO:
            found.add(f"{item.fact} {place_of(item)}")
    return found


def test_absence_is_read_as_none_for_the_closed_list_and_nothing_else() -> None:
    silent = Case(evidence=Evidence(as_of=AS_OF, place=None), practice=LocalPractice())
    switched_off = {"F-23 symptoms.pain"}  # PainAtLeast without a limit of the site's own: wording only (H-26)
    assert _read_as_none(silent) - switched_off == F4


def test_an_input_of_the_tree_is_never_answered_by_silence_but_for_a_wish() -> None:
    silent = Case(evidence=Evidence(as_of=AS_OF, place=None), practice=LocalPractice())
    answered = {each.id for each in KNOWLEDGE.inputs if each.criterion.ask(silent) is not Answer.UNKNOWN}
    assert answered == {"SIZE"}


def test_no_question_answers_no_for_what_could_not_be_read() -> None:
    """Whatever the patient: a leaf that asks of the patient answers "no" to an unread item only where the order decides."""
    for seed in range(40):
        one = drawn(seed, KNOWLEDGE)
        case = Case(evidence=one.evidence, practice=one.practice)
        for question in _leaves():
            item = getattr(question, "item", None)
            if item is None or isinstance(question, OF_THE_RECORD) or not case.reading(item).unread:
                continue
            stated = item.order is not None and bool(item.order.first)
            assert stated or item.many or case.reading(item).value is None
            assert (
                stated or item.many or question.ask(case) is not Answer.NO or "PainAtLeast" in type(question).__name__
            )
