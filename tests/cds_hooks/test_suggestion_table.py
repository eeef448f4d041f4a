"""The table of contract 6 and what is said below it, for every story and each kind of client at once.

Each law names the stories that break it. What one case looks like stands in `test_suggestions`.
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

import pytest

from cds_hooks.cards import Situation, cards_for
from cds_hooks.messages import Action, ActionType, Card, Json, SelectionBehavior, Suggestion
from cds_hooks.profiles import EPIC, GENERIC, ORACLE, PROFILES, SANDBOX, Profile
from cds_hooks.words import load_words
from fhir_profiles.codes import ORDER_CONCEPT
from fhir_profiles.drafting import Drafter, concept_of
from plugin.advice import Advice
from plugin.advising import advise_all
from plugin.evidence import OrderKind, Technique
from plugin.grammar import Outcome, OutcomeClass, TechniqueState
from plugin.knowledge import KNOWLEDGE
from plugin.planning import SUGGESTED
from tests.support.stories import stories

WORDS = load_words("en", KNOWLEDGE)
DRAFTER = Drafter(KNOWLEDGE.order_items)
ABLATION_OR_CAVITY = tuple(each for each in Technique if each is not Technique.CEMENT)
TREATMENT = {Technique.CEMENT: "OS-04", Technique.CAV: "OS-05"}
NOTHING = (Outcome.DECLINED, Outcome.NOT_A_TARGET, Outcome.NO_INDICATION_NOW, Outcome.NEED_DATA)
BOARD = {"OS-01", "OS-02", "OS-06", "OS-12", "OS-13", "OS-16"}
PLAIN = {"OS-01", "OS-02", "OS-07", "OS-13"}


class Told(NamedTuple):
    """One ordered lesion of a story, its lead card, and all the cards of the call."""

    story: str
    advice: Advice
    lead: Card
    cards: tuple[Card, ...]
    urgent: bool

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        return self.lead.suggestions

    @property
    def actions(self) -> Iterator[Action]:
        for each in self.suggestions:
            yield from each.actions


@cache
def told(profile: Profile) -> tuple[Told, ...]:
    return tuple(each for story in stories() for each in _of(story.id, profile))


def _of(name: str, profile: Profile) -> Iterator[Told]:
    advices = _advices(name)
    orders = {order.reference: order.words for each in advices for order in each.planned}
    situation = Situation(
        advices=advices,
        patient_id="p1",
        drafts=tuple(_draft(reference, words) for reference, words in orders.items()),
        selected=tuple(orders),
    )
    cards = cards_for(situation, profile, WORDS, DRAFTER, lambda: "uuid")
    for each in advices:
        leads = [card for card in cards if card.source.topic_code in ("indication", "referral", "question", "nocare")]
        mine = [card for card in leads if card.advice.get("outcome") == each.outcome.value] if each.ordered else []
        if len(mine) == 1:
            yield Told(name, each, mine[0], cards, bool(situation.urgent))


@cache
def _advices(name: str) -> tuple[Advice, ...]:
    (story,) = (each for each in stories() if each.id == name)
    return advise_all(story.evidences, story.practice)


def _draft(reference: str, words: str) -> Json:
    kind, _, identifier = reference.partition("/")
    return {"resourceType": kind, "id": identifier, "status": "draft", "intent": "order", "code": {"text": words}}


def concept(action: Action) -> str:
    code = (action.resource or {}).get("code") or (action.resource or {}).get("medicationCodeableConcept") or {}
    return next((each["code"] for each in code.get("coding", ()) if each["system"] == ORDER_CONCEPT), "")


def concepts(suggestion: Suggestion) -> list[str]:
    return [concept(each) for each in suggestion.actions if each.type is not ActionType.DELETE]


def treatment(technique: Technique) -> str:
    return TREATMENT.get(technique, f"OS-03-{technique.value}")


def suited(advice: Advice) -> list[Technique]:
    states = {each.technique: each.state for each in advice.techniques}
    if advice.outcome is Outcome.PAL_CEM:
        return [Technique.CEMENT] if states.get(Technique.CEMENT) in SUGGESTED else []
    return [each for each in ABLATION_OR_CAVITY if states.get(each) in SUGGESTED]


def withheld(one: Told) -> bool:
    """For an emergency, the outcome, CR-03, or consents that could not be read."""
    mismatched = any(each.id == "CR-03" for each in one.advice.rules)
    return one.urgent or one.advice.outcome in NOTHING or mismatched or bool(one.advice.no_suggestion)


def pathway(one: Told) -> bool:
    return one.advice.outcome.outcome_class is OutcomeClass.PATHWAY and not withheld(one)


def breaking(profile: Profile, applies: Callable[[Told], bool], law: Callable[[Told], bool]) -> list[str]:
    """The stories to which the law applies and that break it; a law that applies to none would prove nothing."""
    cases = [each for each in told(profile) if applies(each)]
    assert cases
    return [each.story for each in cases if not law(each)]


# --- the table, row by row --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda each: each.name)
def test_where_nothing_may_be_suggested_nothing_is_on_any_card(profile: Profile) -> None:
    assert breaking(profile, lambda one: one.urgent, lambda one: not any(each.suggestions for each in one.cards)) == []
    assert breaking(profile, withheld, lambda one: not one.suggestions) == []


def test_a_referral_has_one_suggestion_without_treatment() -> None:
    def referral(one: Told) -> bool:
        board = (Outcome.MDT_BOARD, Outcome.MDT_CURATIVE_CANAL)
        return one.advice.outcome in board and not withheld(one)

    def law(one: Told) -> bool:
        (each,) = one.suggestions
        biopsy_asked = any(rule.id == "CR-01" for rule in one.advice.rules)
        allowed = BOARD if biopsy_asked else BOARD - {"OS-06"}
        return "OS-13" in concepts(each) and set(concepts(each)) <= allowed and not each.is_recommended

    assert breaking(GENERIC, referral, law) == []


def test_each_suited_technique_is_one_whole_set() -> None:
    """Its treatment is suggested, takes the place of the selected order, or is the selected order."""

    def law(one: Told) -> bool:
        techniques = suited(one.advice)
        if len(one.suggestions) != len(techniques):
            return False
        return all(
            sum(treatment(each) in concepts(suggestion) for suggestion in one.suggestions) == 1
            or any(order.technique is not None for order in one.advice.planned)
            for each in techniques
        )

    assert breaking(GENERIC, lambda one: pathway(one) and bool(suited(one.advice)), law) == []


def test_preferred_comes_before_acceptable_and_only_a_preferred_first_is_recommended() -> None:
    def law(one: Told) -> bool:
        states = {each.technique: each.state for each in one.advice.techniques}
        order = [states[each.technique].rank for each in one.advice.order_sets if each.technique is not None]
        best = min((states[each].rank for each in suited(one.advice)), default=None)
        marked = [bool(each.is_recommended) for each in one.suggestions]
        return order == sorted(order) and marked == [
            number == 0 and best == TechniqueState.PREFERRED.rank for number in range(len(marked))
        ]

    assert breaking(GENERIC, lambda one: pathway(one) and bool(suited(one.advice)), law) == []


def test_where_no_technique_suits_there_is_the_board_and_the_sentence_why() -> None:
    def law(one: Told) -> bool:
        (each,) = one.suggestions
        said = one.advice.no_technique.split(".")[0]
        return "OS-13" in concepts(each) and set(concepts(each)) <= PLAIN and bool(said) and said in one.lead.detail

    assert breaking(GENERIC, lambda one: pathway(one) and not suited(one.advice), law) == []


# --- below the table --------------------------------------------------------------------------------------------------


def test_a_set_follows_the_plan() -> None:
    """The tumour is treated, then 131-I; cement is last, and after cryoablation its note says to wait (TR-15)."""

    def law(one: Told) -> bool:
        return all(_in_order(each) for each in one.suggestions)

    assert breaking(GENERIC, pathway, law) == []


def _in_order(suggestion: Suggestion) -> bool:
    found = concepts(suggestion)
    first = next((n for n, each in enumerate(found) if each.startswith(("OS-03", "OS-05"))), -1)
    cement = next((each for each in suggestion.actions if concept(each) == "OS-04"), None)
    if "OS-10" in found and found.index("OS-10") < first:
        return False
    if cement is None or first < 0:
        return True
    notes = " ".join(note["text"] for note in (cement.resource or {}).get("note", ()))
    return found[-1] == "OS-04" and ("OS-03-CRYO" not in found or "wait before cement" in notes)


def test_under_a_hold_each_order_says_after_what_it_is_released() -> None:
    def law(one: Told) -> bool:
        made = [each.resource for each in one.actions if each.resource is not None]
        return all(any(n["text"].startswith("release after: ") for n in each.get("note", ())) for each in made)

    assert breaking(GENERIC, lambda one: pathway(one) and bool(one.advice.holds), law) == []


def test_a_set_leaves_no_selected_treatment_that_is_not_its_own() -> None:
    """Once in each suggestion: by an update, or deleted; another kind of order never."""

    def law(one: Told) -> bool:
        treatments = {each.reference for each in one.advice.planned if each.kind is OrderKind.TREATMENT}
        return all(
            _touched(each) <= treatments and len(_touched(each)) == len(_touches(each)) for each in one.suggestions
        )

    def unnamed(one: Told) -> bool:
        kinds = {(each.kind, each.technique) for each in one.advice.planned}
        return pathway(one) and bool(suited(one.advice)) and kinds == {(OrderKind.TREATMENT, None)}

    assert breaking(GENERIC, pathway, law) == []
    assert breaking(GENERIC, unnamed, lambda one: all(len(_touched(each)) == 1 for each in one.suggestions)) == []


def _touches(suggestion: Suggestion) -> list[str]:
    changed = [each for each in suggestion.actions if each.type is not ActionType.CREATE]
    return [
        each.resource_id or f"{(each.resource or {})['resourceType']}/{(each.resource or {})['id']}" for each in changed
    ]


def _touched(suggestion: Suggestion) -> set[str]:
    return set(_touches(suggestion))


def test_whatever_was_taken_is_not_suggested_again() -> None:
    """Each set in turn stands among the drafts: of its concepts none is suggested a second time."""
    broken = []
    for one in told(GENERIC):
        for taken in one.suggestions:
            drafts = tuple(each.resource for each in taken.actions if each.resource is not None)
            situation = Situation(advices=_advices(one.story), patient_id="p1", drafts=drafts)
            for card in cards_for(situation, GENERIC, WORDS, DRAFTER, lambda: "uuid"):
                again = {concept(action) for each in card.suggestions for action in each.actions}
                if card.advice.get("lesion") == one.lead.advice.get("lesion") and again & set(concepts(taken)):
                    broken.append(one.story)
    assert broken == []


def test_what_stands_against_a_drug_leaves_it_out_with_the_reason() -> None:
    def lacks_nsaid(one: Told) -> bool:
        return pathway(one) and any(each.left_out for each in one.advice.order_sets)

    def law(one: Told) -> bool:
        parts = [concepts(each).count("OS-09") for each in one.suggestions]
        reasons = {words for each in one.advice.order_sets for words in each.left_out}
        return max(parts) <= 1 and all(words in one.lead.detail for words in reasons)

    assert breaking(GENERIC, lacks_nsaid, law) == []


def test_no_drug_has_a_dose_or_a_product() -> None:
    drugs = [
        action.resource
        for one in told(GENERIC)
        for action in one.actions
        if action.resource is not None and action.resource["resourceType"] == "MedicationRequest"
    ]
    assert drugs
    assert all(not {"dosageInstruction", "dispenseRequest", "medicationReference"} & each.keys() for each in drugs)
    assert {concept_of(each["medicationCodeableConcept"]["coding"][0]["code"]) for each in drugs} == {"OS-09", "OS-11"}


# --- kinds of client --------------------------------------------------------------------------------------------------


def test_the_sandbox_is_as_generic() -> None:
    assert [one.cards for one in told(SANDBOX)] == [one.cards for one in told(GENERIC)]


def test_epic_takes_single_actions_of_two_types() -> None:
    def law(one: Told) -> bool:
        types = {
            str((each.resource or {}).get("resourceType", (each.resource_id or "").split("/")[0]))
            for each in one.actions
        }
        return (
            all(len(each.actions) == 1 for each in one.suggestions)
            and one.lead.selection_behavior is SelectionBehavior.ANY
            and {each.type for each in one.actions} <= {ActionType.CREATE, ActionType.DELETE}
            and types <= {"ServiceRequest", "MedicationRequest"}
            and not any(
                card.suggestions for card in one.cards if card.source.topic_code in ("anaesthesia", "thermalprotection")
            )
        )

    assert breaking(EPIC, lambda one: bool(one.suggestions), law) == []


def test_epic_is_offered_what_generic_is_and_the_recommended_sets_items_are_marked() -> None:
    generic = {(one.story, one.advice.place): one for one in told(GENERIC)}

    def law(one: Told) -> bool:
        whole = generic[one.story, one.advice.place]
        offered = {concept(each) for each in one.actions} - {""}
        recommended = {c for each in whole.suggestions if each.is_recommended for c in concepts(each)}
        marked = {concept(each.actions[0]) for each in one.suggestions if each.is_recommended} - {""}
        return offered == {c for each in whole.suggestions for c in concepts(each)} and marked == recommended

    assert breaking(EPIC, lambda one: bool(one.suggestions), law) == []


@pytest.mark.parametrize("profile", [ORACLE, EPIC], ids=lambda each: each.name)
def test_what_a_client_cannot_take_stands_in_words(profile: Profile) -> None:
    generic = {(one.story, one.advice.place): one for one in told(GENERIC)}

    def law(one: Told) -> bool:
        whole = generic[one.story, one.advice.place]
        same = {card.source.topic_code: card.detail for card in one.cards} == {
            card.source.topic_code: card.detail for card in whole.cards
        }
        needed = {c for each in whole.suggestions for c in concepts(each)}
        return same and all(each.replace("_", "\\_") in one.lead.detail for each in needed)

    assert breaking(profile, lambda one: bool(one.cards), law) == []


def test_oracle_has_no_suggestion_and_no_app_context() -> None:
    for one in told(ORACLE):
        assert not any(card.suggestions or card.selection_behavior for card in one.cards)
        assert not any(link.app_context for card in one.cards for link in card.links)
