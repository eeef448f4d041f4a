"""The two Questionnaires: every line is there, and shows where the card shows it. enableWhen is judged here by R4's own words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from fhir_profiles import forms
from fhir_profiles.drafting import Checklist
from fhir_profiles.publishing import published
from plugin.advice import Advice
from plugin.advising import advise_all
from plugin.evidence import Technique
from plugin.explain.filling import filled
from plugin.grammar import Basis, MdtComment
from plugin.planning import SUGGESTED
from tests.support.stories import stories

Json = Mapping[str, Any]
Answers = Mapping[str, list[Json]]

PATHWAYS = [each.id for each in stories() if not each.decided_at_the_order]


def questionnaire(checklist: Checklist) -> Json:
    return published()["Questionnaire", checklist.value]


def below(item: Json) -> Iterator[Json]:
    for each in item.get("item", ()):
        yield each
        yield from below(each)


def items(checklist: Checklist) -> dict[str, Json]:
    return {each["linkId"]: each for each in below(questionnaire(checklist))}


# --- enableWhen as R4 has it ------------------------------------------------------------------------------------------


def holds(condition: Json, answers: Answers) -> bool:
    given = [(each["system"], each["code"]) for each in answers.get(condition["question"], ())]
    wanted = condition["answerCoding"]["system"], condition["answerCoding"]["code"]
    return wanted in given if condition["operator"] == "=" else wanted not in given


def shows(item: Json, answers: Answers) -> bool:
    conditions = [holds(each, answers) for each in item.get("enableWhen", ())]
    if len(conditions) > 1:
        return {"any": any, "all": all}[item["enableBehavior"]](conditions)
    return all(conditions)


def shown(item: Json, answers: Answers) -> Iterator[str]:
    for each in item.get("item", ()):
        if shows(each, answers):
            yield each["linkId"]
            yield from shown(each, answers)


def lines(checklist: Checklist, answers: Answers) -> set[str]:
    found = set(shown(questionnaire(checklist), answers))
    return {each.id for each in checklist.items} & found


def given(advice: Advice, checklist: Checklist) -> Answers:
    """What the form that goes out with the card says of the plan."""
    suggested = {each.technique for each in advice.techniques if each.state in SUGGESTED}
    techniques = {*advice.in_play, *(suggested & {Technique.CEMENT})}
    plan = forms.Planned(techniques=tuple(techniques), answers=advice.checklist_answers)
    filled_in = forms.filled_in(plan, checklist.items)
    return {each["linkId"]: [one["valueCoding"] for one in each["answer"]] for each in filled_in.get("item", ())}


@pytest.mark.parametrize("name", PATHWAYS)
def test_a_line_shows_where_the_card_shows_it(name: str) -> None:
    story = next(each for each in stories() if each.id == name)
    for advice in advise_all(story.evidences, story.practice):
        if advice.anaesthesia:
            for checklist, on_card in (
                (Checklist.ANAESTHESIA, advice.anaesthesia),
                (Checklist.THERMALPROTECTION, advice.protection),
            ):
                assert lines(checklist, given(advice, checklist)) == {each.id for each in on_card}


@pytest.mark.parametrize("checklist", Checklist)
def test_until_it_is_answered_a_finding_is_not_known_and_hides_nothing(checklist: Checklist) -> None:
    first: Answers = {
        each["linkId"]: [option["valueCoding"] for option in each["answerOption"] if option.get("initialSelected")]
        for each in below(questionnaire(checklist))
        if "answerOption" in each and each["linkId"] != forms.TECHNIQUE
    }
    assert all(len(options) == 1 for options in first.values())
    every: Answers = {forms.TECHNIQUE: [forms.coding(each) for each in Technique]}
    hidden = {each.id for each in checklist.items} - lines(checklist, {**first, **every})
    assert hidden == set()
    assert lines(checklist, every) == lines(checklist, {**first, **every}) == {each.id for each in checklist.items}


# --- what a line says -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("checklist", Checklist)
def test_every_line_has_its_words_and_says_what_it_rests_on(checklist: Checklist) -> None:
    there = items(checklist)
    for item in checklist.items:
        line = there[item.id]
        assert (line["text"], line["prefix"]) == (filled(item.words), item.id)
        basis = there[f"{item.id}.basis"]["text"]
        assert all(source in basis for source in item.sources)
        assert ("outside the source deck" in basis) == (item.basis is Basis.BEYOND)
        parts = ("words", "settled", "chart")
        assert [there[f"{item.id}.{part}"]["type"] for part in parts] == ["string", "boolean", "string"]


@pytest.mark.parametrize("checklist", Checklist)
def test_no_two_items_have_one_link_id_and_every_question_is_asked_before(checklist: Checklist) -> None:
    ids = [each["linkId"] for each in below(questionnaire(checklist))]
    assert len(ids) == len(set(ids))
    for each in below(questionnaire(checklist)):
        for condition in each.get("enableWhen", ()):
            assert ids.index(condition["question"]) < ids.index(each["linkId"])


def test_a_condition_that_a_form_cannot_ask_is_refused() -> None:
    with pytest.raises(TypeError, match="cannot ask MdtComment"):
        forms.clauses(MdtComment())
