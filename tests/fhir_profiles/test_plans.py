"""The PlanDefinitions say what we suggest, and we suggest what they say: for every story, in their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from cds_hooks.cards import Situation, cards_for
from cds_hooks.profiles import GENERIC
from cds_hooks.words import load_words
from fhir_profiles.publishing import published
from fhir_profiles.publishing.activities import activity_id
from fhir_profiles.publishing.conditions import OrderSet, in_words, within
from fhir_profiles.publishing.plans import BOARD, PLAIN, plan_id
from fhir_profiles.queries import QUERIES
from plugin.advice import Advice, OrderSetAdvice
from plugin.advising import advise_all
from plugin.answer import Answer
from plugin.evidence import Technique
from plugin.grammar import Always, Basis, Case, OrderItem, Outcome, OutcomeClass, Plan
from plugin.knowledge import KNOWLEDGE
from tests.support.stories import Story, stories
from tests.support.suggested import DRAFTER

Json = Mapping[str, Any]

WORDS = load_words("en", KNOWLEDGE)
TOLD = [each for each in stories() if not each.decided_at_the_order]
ITEMS = {activity_id(item): item for item in KNOWLEDGE.order_items}
PLANS = {name: one for (kind, name), one in published().items() if kind == "PlanDefinition"}
SERVICE = "spinal-tumour-treatment"


def below(action: Json) -> Iterator[Json]:
    for each in action.get("action", ()):
        yield each
        yield from below(each)


def action_of(plan: Json, identifier: str) -> Json:
    return next(each for each in below(plan) if each["id"] == identifier)


def ordered(action: Json) -> str:
    """The concept that an action orders; "" for one that orders nothing (the wait)."""
    coding = action["code"][0]["coding"][0] if "definitionCanonical" in action else {}
    return str(coding.get("code", ""))


# --- what a plan makes of a story -------------------------------------------------------------------------------------


def case_of(story: Story, advice: Advice) -> Case:
    """The story as the plan's conditions are asked of it."""
    evidence = next(each for each in story.evidences if each.place == advice.place)
    plan = Plan(
        outcome=advice.outcome,
        states={each.technique: each.state for each in advice.techniques},
        in_play=frozenset(advice.in_play),
        fired=frozenset(rule.id for rule in advice.rules),
        mdt=any(rule.mdt for rule in advice.rules),
    )
    return Case(evidence=evidence, practice=story.practice).planning(plan)


def condition_of(item: OrderItem, name: str, advice: Advice, *, cement: bool) -> Any:
    """What the plan leaves open of the item's condition in this set."""
    if name == BOARD:
        return within(item.board, OrderSet(outcome=None)) if item.board else None
    if name == PLAIN:
        return within(item.plain, OrderSet(outcome=advice.outcome)) if item.plain else None
    technique = Technique(name.replace("-", "_"))
    return within(item.when, OrderSet(outcome=advice.outcome, technique=technique, cement=cement))


def kept(action: Json, name: str, advice: Advice, case: Case) -> bool:
    """Whether the action's conditions hold. Their words are those of the expressions that are asked here."""
    item = ITEMS[action["definitionCanonical"].partition("|")[0].rpartition("/")[2]]
    cement = any(ordered(each) == "OS-04" for each in below(PLANS[plan_id(advice.outcome)]))
    left = condition_of(item, name, advice, cement=cement)
    open_ones = [] if isinstance(left, Always) else [(left, in_words(left))]
    reasons = [(when, in_words(when, so=False)) for when, _ in item.left_out_if]
    said = [each["expression"]["description"] for each in action.get("condition", ())]
    assert said == [words for _, words in (*open_ones, *reasons)]
    holds = all(when.ask(case) is Answer.YES for when, _ in open_ones)
    return holds and not any(when.ask(case) is Answer.YES for when, _ in reasons)


def planned(name: str, advice: Advice, case: Case) -> list[str]:
    """The concepts that the plan orders in this set, in its order."""
    actions = action_of(PLANS[plan_id(advice.outcome)], name)["action"]
    return [ordered(each) for each in actions if ordered(each) and kept(each, name, advice, case)]


def set_name(order_set: OrderSetAdvice, advice: Advice) -> str:
    if order_set.technique is not None:
        return order_set.technique.value.replace("_", "-")
    return BOARD if advice.outcome.outcome_class is OutcomeClass.REFERRAL else PLAIN


def suggested(advice: Advice) -> list[list[str]]:
    """The concepts of each suggestion of the lead card, where nothing is drafted yet."""
    situation = Situation(advices=(advice,), patient_id="p1", encounter_id="e1")
    lead = cards_for(situation, GENERIC, WORDS, DRAFTER, lambda: "uuid")[0]
    resources = [[action.resource or {} for action in each.actions] for each in lead.suggestions]
    codes = [[each.get("code") or each["medicationCodeableConcept"] for each in one] for one in resources]
    return [[code["coding"][-1]["code"] for code in one] for one in codes]


@pytest.mark.parametrize("story", TOLD, ids=lambda story: story.id)
def test_the_plans_and_the_suggestions_agree(story: Story) -> None:
    """Both ways: what is suggested is what the plan orders, and whatever it orders is suggested."""
    for advice in advise_all(story.evidences, story.practice):
        case = case_of(story, advice)
        assert suggested(advice) == [planned(set_name(each, advice), advice, case) for each in advice.order_sets]


def test_every_plan_and_every_set_is_suggested_in_a_story() -> None:
    """The set without a treatment in one pathway or another: any may have lost all its techniques."""
    reached: Counter[tuple[str, str]] = Counter()
    for story in TOLD:
        for advice in advise_all(story.evidences, story.practice):
            reached.update((plan_id(advice.outcome), set_name(each, advice)) for each in advice.order_sets)
    sets = {
        (name, each["id"])
        for name, plan in PLANS.items()
        for each in below(plan)
        if each.get("selectionBehavior") == "all"
    }
    assert {name for _, name in sets - set(reached)} <= {PLAIN}
    assert PLAIN in {name for _, name in reached}
    assert set(reached) <= sets


# --- what stands in a plan --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_is_of_one_piece(name: str) -> None:
    actions = list(below(PLANS[name]))
    ids = [each["id"] for each in actions]
    assert len(ids) == len(set(ids))
    for each in actions:
        assert all(ids.index(after["actionId"]) < ids.index(each["id"]) for after in each.get("relatedAction", ()))
        if "definitionCanonical" in each:
            url, _, version = each["definitionCanonical"].partition("|")
            kind, identifier = url.rsplit("/", 2)[1:]
            assert published()[kind, identifier]["version"] == version == KNOWLEDGE.version


def test_cement_comes_last_and_after_the_wait_and_131_i_after_the_ablation() -> None:
    for name, plan in PLANS.items():
        for one in (each for each in below(plan) if each.get("selectionBehavior") == "all"):
            concepts = [ordered(each) for each in one["action"]]
            by_id = {each["id"]: each for each in one["action"]}
            step = next((each["id"] for each in one["action"] if ordered(each)[:5] in {"OS-03", "OS-05"}), None)
            if step and "OS-04" in concepts:
                assert concepts[-1] == "OS-04", name
                (after,) = one["action"][-1]["relatedAction"]
                assert after["relationship"] == "after-end"
                assert after["actionId"] == ("CRYO.wait" if one["id"] == "CRYO" else step)
            if step and "OS-10" in concepts:
                (after,) = by_id[f"{one['id']}.OS-10"]["relatedAction"]
                assert after == {"actionId": step, "relationship": "after-end"}
            assert ("CRYO.wait" in by_id) == (one["id"] == "CRYO" and "OS-04" in concepts)


def test_a_condition_is_in_words_and_orders_nothing_by_itself() -> None:
    for plan in PLANS.values():
        for each in (condition for action in below(plan) for condition in action.get("condition", ())):
            expression = each["expression"]
            assert (expression["language"], expression["expression"]) == ("text/fhirpath", "{}")
            assert expression["description"]
            assert not set("[]`†‡") & set(expression["description"])


def test_everything_that_is_ordered_says_what_it_rests_on() -> None:
    for plan in PLANS.values():
        for action in (each for each in below(plan) if "ActivityDefinition" in each.get("definitionCanonical", "")):
            item = ITEMS[action["definitionCanonical"].partition("|")[0].rpartition("/")[2]]
            assert tuple(each["label"] for each in action.get("documentation", ())) == item.sources
            assert ("outside the source deck" in action["description"]) == (item.basis is Basis.BEYOND)
            assert ("our own choice" in action["description"]) >= (item.basis is Basis.OURS)


def test_the_service_asks_for_its_prefetch_and_leads_to_every_plan() -> None:
    (advice,) = PLANS[SERVICE]["action"]
    assert [each["name"] for each in advice["trigger"]] == ["order-select", "order-sign"]
    asked = {each["id"]: each for each in advice["input"]}
    assert [(key, each["type"]) for key, each in asked.items()] == [(q.key, q.resource_type) for q in QUERIES]
    for query in QUERIES:
        filters = {each["path"]: each["code"] for each in asked[query.key].get("codeFilter", ())}
        assert {(each["system"], each["code"]) for each in filters.get("code", ())} == query.codes
        assert {each["code"] for each in filters.get("status", ())} == query.statuses
        assert ("sort" in asked[query.key]) == query.is_sorted
    outcomes = {each["id"] for each in advice["action"]}
    assert outcomes == {each.value.lower().replace("_", "-") for each in Outcome if each is not Outcome.OUT_OF_SCOPE}
    led = {
        each["definitionCanonical"].partition("|")[0].rpartition("/")[2]
        for each in below(PLANS[SERVICE])
        if "definitionCanonical" in each
    }
    assert led == set(PLANS) - {SERVICE}


def test_every_item_has_its_activity_and_drugs_name_no_dose() -> None:
    activities = {name: one for (kind, name), one in published().items() if kind == "ActivityDefinition"}
    assert set(activities) == set(ITEMS)
    for name, one in activities.items():
        item = ITEMS[name]
        assert (one["kind"], one["intent"]) == (item.resource.value, "proposal")
        assert [each["label"] for each in one.get("relatedArtifact", ())] == list(item.sources)
        assert not {"dosage", "quantity", "productReference"} & set(one)
