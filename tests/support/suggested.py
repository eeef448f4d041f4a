"""Everything that is suggested in any story, to any kind of client, in any language: each distinct resource once.

With the profile that it must meet. Distinct means: not counting ids, and whom and when it is for. What may not live here: what
is suggested.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from cds_hooks.cards import Situation, cards_for
from cds_hooks.messages import Action, ActionType, Card
from cds_hooks.profiles import PROFILES, Profile
from cds_hooks.site import LANGUAGES
from cds_hooks.words import Words, load_words
from fhir_profiles.codes import BASE
from fhir_profiles.drafting import Drafter
from plugin.advising import advise_all
from plugin.knowledge import KNOWLEDGE
from tests.support.stories import Story, stories

Json = dict[str, Any]

DRAFTER: Final = Drafter(KNOWLEDGE.order_items)
_SAID_OF_A_CALL: Final = ("id", "subject", "for", "encounter", "reasonReference", "meta")
_PROFILE_OF: Final = {
    ("ServiceRequest", ActionType.CREATE): "draft-service-request",
    ("ServiceRequest", ActionType.UPDATE): "replaced-service-request",
    ("MedicationRequest", ActionType.CREATE): "draft-medication-request",
    ("Task", ActionType.CREATE): "checklist-task",
}


def claiming(resource: Mapping[str, Any], profile: str) -> Json:
    """The resource as one that says which profile of ours it meets."""
    return {**resource, "meta": {"profile": [f"{BASE}/StructureDefinition/{profile}"]}}


def cards_of(story: Story, profile: Profile, words: Words) -> tuple[Card, ...]:
    """The cards of a story, its orders among the drafts as an EHR has them."""
    orders = {order.reference: order for each in story.evidences for order in each.planned}
    situation = Situation(
        advices=advise_all(story.evidences, story.practice, words.knowledge),
        patient_id="p1",
        encounter_id="e1",
        drafts=tuple(_draft(reference, order.words) for reference, order in orders.items()),
        selected=tuple(orders),
    )
    return cards_for(situation, profile, words, DRAFTER, lambda: "uuid")


def _draft(reference: str, words: str) -> Json:
    kind, _, identifier = reference.partition("/")
    return {
        "resourceType": kind,
        "id": identifier,
        "status": "draft",
        "intent": "order",
        "code": {"text": words or "procedure"},
        "subject": {"reference": "Patient/p1"},
        "requester": {"reference": "Practitioner/9"},
    }


@cache
def distinct_suggestions() -> tuple[Json, ...]:
    """Each once, with the profile that it must meet."""
    found: dict[str, Json] = {}
    for action in _every_action():
        if action.resource is not None:
            profile = _PROFILE_OF[action.resource["resourceType"], action.type]
            found.setdefault(_fingerprint(action.resource, profile), claiming(action.resource, profile))
    return tuple(found.values())


def _every_action() -> Iterator[Action]:
    for language in LANGUAGES:
        words = load_words(language, KNOWLEDGE)
        for story in stories():
            for profile in PROFILES.values():
                for card in cards_of(story, profile, words):
                    yield from (action for each in card.suggestions for action in each.actions)


def _fingerprint(resource: Mapping[str, Any], profile: str) -> str:
    kept = {name: value for name, value in resource.items() if name not in _SAID_OF_A_CALL}
    return f"{profile} {json.dumps(kept, sort_keys=True)}"
