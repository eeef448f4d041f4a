"""What each kind of EHR can take (contract 6, table of profiles)."""

from typing import Any

import pytest

from cds_hooks.cards import Situation, cards_for
from cds_hooks.messages import ActionType, Card, SelectionBehavior
from cds_hooks.profiles import EPIC, GENERIC, ORACLE, PROFILES, SANDBOX, Profile
from cds_hooks.site.settings import Profile as Named
from cds_hooks.words import load_words
from fhir_profiles.drafting import Drafter
from plugin.advice import Advice
from plugin.evidence import PlannedTechnique
from plugin.knowledge import KNOWLEDGE
from tests.support.advices import pathway, planned

WORDS = load_words("en", KNOWLEDGE)
DRAFTER = Drafter(KNOWLEDGE.order_items)
DRAFT = {
    "resourceType": "ServiceRequest",
    "id": "o1",
    "status": "draft",
    "intent": "order",
    "subject": {"reference": "Patient/p1"},
    "code": {"text": "laser"},
}


def lead(profile: Profile, found: Advice, **more: Any) -> Card:
    situation = Situation(advices=(found,), patient_id="p1", **{"drafts": (DRAFT,), **more})
    return cards_for(situation, profile, WORDS, DRAFTER, lambda: "uuid")[0]


LASER = pathway(planned=(planned(PlannedTechnique.LASER),))


def test_every_profile_of_the_site_file_is_known() -> None:
    assert set(PROFILES) == {each.value for each in Named}
    assert all(PROFILES[each].name == each.value for each in Named)


def test_the_sandbox_is_as_generic() -> None:
    assert lead(SANDBOX, LASER) == lead(GENERIC, LASER)


def test_oracle_takes_no_suggestion_and_loses_no_word() -> None:
    card = lead(ORACLE, LASER)
    assert card.suggestions == ()
    assert card.selection_behavior is None
    assert card.detail == lead(GENERIC, LASER).detail
    assert card.advice == lead(GENERIC, LASER).advice


def test_epic_takes_single_actions() -> None:
    card = lead(EPIC, LASER)
    assert card.selection_behavior is SelectionBehavior.ANY
    assert all(len(each.actions) == 1 for each in card.suggestions)
    assert all(each.label == each.actions[0].description for each in card.suggestions)
    assert [each.label for each in card.suggestions] == [
        "words of OS-07",
        "Remove the selected order: order ServiceRequest/o1",
        "words of OS-03-CRYO, T8",
        "words of OS-14",
        "words of OS-03-RFA_BIPOLAR, T8",
    ]


def test_epic_recommends_the_items_of_the_recommended_set() -> None:
    marked = [each.is_recommended for each in lead(EPIC, LASER).suggestions]
    assert marked == [True, True, True, True, None]


def test_epic_gets_no_update_and_only_two_types() -> None:
    task = {**DRAFT, "resourceType": "Task"}
    of_task = pathway(planned=(planned(None, "Task/o1"),))
    for card in (lead(EPIC, LASER), lead(EPIC, of_task, drafts=(task,))):
        actions = [action for each in card.suggestions for action in each.actions]
        assert {action.type for action in actions} <= {ActionType.CREATE, ActionType.DELETE}
        types = {str(a.resource["resourceType"]) if a.resource else str(a.resource_id).split("/")[0] for a in actions}
        assert types <= {"ServiceRequest", "MedicationRequest"}


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda each: each.name)
def test_a10_only_listed_types_are_suggested(profile: Profile) -> None:
    actions = [action for each in lead(profile, LASER).suggestions for action in each.actions]
    created = {str(action.resource["resourceType"]) for action in actions if action.resource}
    assert created <= {"ServiceRequest", "MedicationRequest"}


def test_tasks_are_for_those_who_list_them() -> None:
    assert {name for name, profile in PROFILES.items() if profile.tasks} == {"generic", "sandbox"}
