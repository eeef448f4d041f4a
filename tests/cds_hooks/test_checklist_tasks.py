"""The Task of each checklist card (contract 6, "Task"): for whom, what is in it, and when there is none."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from cds_hooks.cards import Situation, cards_for
from cds_hooks.messages import Card, Json, SelectionBehavior, Suggestion
from cds_hooks.profiles import EPIC, GENERIC, ORACLE, PROFILES, SANDBOX, Profile
from cds_hooks.words import load_words
from fhir_profiles.chart import Gap, GapReason
from fhir_profiles.drafting import Checklist, Drafter, asks_for
from plugin.advice import Advice
from plugin.advising import advise_all
from plugin.answer import Answer
from plugin.evidence import Technique
from plugin.grammar import Outcome
from plugin.knowledge import KNOWLEDGE
from tests.support.advices import (
    ACCEPTABLE,
    CAUTION,
    L3,
    advice,
    chart_answer,
    item,
    order_set,
    pathway,
    rule,
    technique,
)
from tests.support.stories import Story, stories
from tests.support.validators import rule_faults, shape_faults

WORDS = load_words("en", KNOWLEDGE)
DRAFTER = Drafter(KNOWLEDGE.order_items)
DRAFT: dict[str, Any] = {
    "resourceType": "ServiceRequest",
    "id": "o1",
    "status": "draft",
    "intent": "order",
    "code": {"text": "ablation"},
    "subject": {"reference": "Patient/p1"},
}


def cards(*advices: Advice, profile: Profile = GENERIC, **more: Any) -> tuple[Card, ...]:
    situation = Situation(advices=advices, **{"patient_id": "p1", "drafts": (DRAFT,), **more})
    return cards_for(situation, profile, WORDS, DRAFTER, lambda: "uuid")


CHECKLISTS = {"anaesthesia": Checklist.ANAESTHESIA, "thermalprotection": Checklist.THERMALPROTECTION}


def tasks(*advices: Advice, **more: Any) -> dict[str, Suggestion]:
    """The Task of each checklist card."""
    found = [card for card in cards(*advices, **more) if card.source.topic_code in CHECKLISTS and card.suggestions]
    assert all(len(card.suggestions) == len(card.suggestions[0].actions) == 1 for card in found)
    return {card.source.topic_code: card.suggestions[0] for card in found}


def resource(suggestion: Suggestion) -> Json:
    (action,) = suggestion.actions
    assert action.type == "create"
    assert action.resource is not None
    return action.resource


@pytest.mark.parametrize("profile", [GENERIC, SANDBOX], ids=lambda each: each.name)
def test_each_checklist_card_offers_its_task(profile: Profile) -> None:
    found = tasks(pathway(), profile=profile, encounter_id="e1")
    assert list(found) == list(CHECKLISTS)
    for kind, each in found.items():
        task = resource(each)
        assert asks_for(task, CHECKLISTS[kind])
        assert task["for"] == {"reference": "Patient/p1"}
        assert task["encounter"] == {"reference": "Encounter/e1"}
    assert {card.selection_behavior for card in cards(pathway(), profile=profile)} == {SelectionBehavior.AT_MOST_ONE}


def test_the_form_of_a_task_has_the_lines_of_its_card() -> None:
    shown: dict[str, Any] = {card.source.topic_code: card.advice["items"] for card in cards(pathway())}
    for kind, each in tasks(pathway()).items():
        (form,) = resource(each)["contained"]
        told = {line["linkId"]: line["answer"] for line in below(form) if ".words" in line["linkId"]}
        assert told == {f"{line}.words": [{"valueString": f"words of {line}"}] for line in shown[kind]}


def below(item: Json) -> Iterator[Json]:
    for each in item.get("item", ()):
        yield each
        yield from below(each)


def test_the_form_of_a_task_says_what_is_in_play() -> None:
    states = (technique(Technique.RFA_BIPOLAR), technique(Technique.CRYO), technique(Technique.CEMENT, CAUTION))
    known = {"neural-structure-close": Answer.YES}
    one = pathway(techniques=states, in_play=(Technique.CRYO,), checklist_answers=known)
    assert in_plan(one) == {"plan.technique": ["OS-03-CRYO"], "plan.neural-structure-close": ["Y"]}
    with_cement = replace(one, techniques=(*states[:2], technique(Technique.CEMENT, ACCEPTABLE)))
    assert in_plan(with_cement)["plan.technique"] == ["OS-03-CRYO", "OS-04"]


def in_plan(one: Advice) -> dict[str, list[str]]:
    (form,) = resource(tasks(one)["thermalprotection"])["contained"]
    plan = form["item"][0]
    return {each["linkId"]: [a["valueCoding"]["code"] for a in each["answer"]] for each in plan["item"]}


ANSWERED = (
    item("AN-01", answers=(chart_answer("ASA class: 2"),), settled=True),
    item("AN-08", answers=(chart_answer("INR: 1.3"), chart_answer("<b>aspirin</b>", "too old"))),
    item("AN-14"),
)


def test_a_settled_line_is_ticked_and_what_the_chart_holds_stands_below_its_line() -> None:
    card = next(each for each in cards(pathway(anaesthesia=ANSWERED)) if each.source.topic_code == "anaesthesia")
    assert card.summary == "T8: anaesthesia checklist, 3 items; 1 settled by the chart"
    assert (
        "- [x] words of AN-01 · AN-01: S-01\n"
        "  - ASA class: 2, 12 days old\n"
        "- [ ] words of AN-08 · AN-08: S-01\n"
        "  - INR: 1.3, 12 days old\n"
        "  - &lt;b&gt;aspirin&lt;/b&gt;, 12 days old\n"
        "- [ ] words of AN-14 · AN-14: S-01"
    ) in card.detail


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda each: each.name)
def test_the_lines_are_the_same_for_every_client(profile: Profile) -> None:
    generic, here = (cards(pathway(anaesthesia=ANSWERED), profile=each)[1].detail for each in (GENERIC, profile))
    assert here == generic


def test_the_form_holds_the_same_answers_with_their_dates_and_leaves_open_lines_open() -> None:
    (form,) = resource(tasks(pathway(anaesthesia=ANSWERED))["anaesthesia"])["contained"]
    lines = {each["linkId"]: each.get("item", []) for each in form["item"]}
    below = {own["linkId"]: own["answer"] for own in (*lines["AN-01"], *lines["AN-08"])}
    assert below["AN-01.settled"] == [{"valueBoolean": True}]
    assert below["AN-01.chart"] == [{"valueString": "ASA class: 2, 2026-11-21"}]
    assert below["AN-08.chart"] == [
        {"valueString": "INR: 1.3, 2026-11-21"},
        {"valueString": "<b>aspirin</b>, 2026-11-21"},
    ]
    assert not below.keys() & {"AN-08.settled", "AN-14.settled"}
    assert not any(own["linkId"].startswith("AN-14.") for own in lines["AN-14"] if not own["linkId"].endswith(".words"))


def test_a_task_is_called_by_its_checklist_and_place() -> None:
    found = tasks(pathway())
    assert [each.label for each in found.values()] == [
        "Task: Anaesthesia checklist, T8",
        "Task: Thermal-protection checklist, T8",
    ]
    assert [resource(each)["id"] for each in found.values()] == [
        "anaesthesia-checklist-t8",
        "thermal-protection-checklist-t8",
    ]
    assert [each.is_recommended for each in found.values()] == [None, None]


@pytest.mark.parametrize("profile", [EPIC, ORACLE], ids=lambda each: each.name)
def test_no_task_for_a_client_that_does_not_list_it(profile: Profile) -> None:
    assert tasks(pathway(), profile=profile) == {}


@pytest.mark.parametrize(
    "more",
    [
        {"conflicts": (rule("CR-03", card="warning"),)},
        {"no_suggestion": "A reason."},
    ],
    ids=["CR-03", "the advice withholds"],
)
def test_no_task_where_nothing_is_suggested(more: dict[str, Any]) -> None:
    assert tasks(pathway(**more)) == {}


def test_no_task_in_an_emergency_or_when_a_refusal_cannot_be_excluded() -> None:
    assert tasks(pathway(), advice(Outcome.URGENT_REFERRAL, L3, ordered=False)) == {}
    assert tasks(pathway(), unread=(Gap(key="consents", reason=GapReason.FAILED),)) == {}


def test_no_task_for_what_is_not_a_pathway() -> None:
    assert tasks(advice(Outcome.MDT_BOARD, order_sets=(order_set(None, "OS-13"),))) == {}


def test_a_task_that_is_drafted_already_is_not_offered_again() -> None:
    there = resource(tasks(pathway())["anaesthesia"])
    assert list(tasks(pathway(), drafts=(DRAFT, there))) == ["thermalprotection"]


def test_the_id_of_a_task_is_free_among_the_drafts() -> None:
    taken = {**DRAFT, "id": "anaesthesia-checklist-t8"}
    assert resource(tasks(pathway(), drafts=(taken,))["anaesthesia"])["id"] == "anaesthesia-checklist-t8-2"


def resources_of(told: Story) -> list[Json]:
    found = cards(*advise_all(told.evidences, told.practice), encounter_id="e1", drafts=())
    return [a.resource for card in found for each in card.suggestions for a in each.actions if a.resource]


@pytest.mark.parametrize("told", stories(), ids=lambda story: story.id)
def test_every_resource_of_every_story_is_valid(told: Story) -> None:
    assert [fault for each in resources_of(told) for fault in shape_faults(dict(each))] == []


def test_tasks_with_every_line_of_the_stories_are_valid_by_the_rules_too() -> None:
    seen: set[str] = set()
    for task in (each for told in stories() for each in resources_of(told) if each["resourceType"] == "Task"):
        lines = {line["linkId"] for line in below(task["contained"][0])}
        if not lines <= seen:
            assert rule_faults(dict(task)) == []
        seen |= lines
    assert seen
