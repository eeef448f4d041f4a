"""Suggestions of contract 6, its table row by row, and what happens to the selected draft."""

from dataclasses import replace
from typing import Any

import pytest

from cds_hooks.cards import Situation, cards_for
from cds_hooks.messages import Action, Card, Json, Suggestion
from cds_hooks.profiles import EPIC, GENERIC, Profile
from cds_hooks.words import load_words
from fhir_profiles.chart import Gap, GapReason
from fhir_profiles.codes import ORDER_CONCEPT
from fhir_profiles.drafting import Drafter
from fhir_profiles.orderables import Orderables
from plugin.advice import Advice, OrderSetAdvice
from plugin.evidence import OrderKind, Place, PlannedTechnique, Technique
from plugin.grammar import Outcome
from plugin.knowledge import KNOWLEDGE
from tests.support.advices import (
    ACCEPTABLE,
    AVOID,
    L3,
    T8,
    advice,
    item,
    order_set,
    pathway,
    planned,
    rule,
    technique,
)
from tests.support.validators import shape_faults

WORDS = load_words("en", KNOWLEDGE)
DRAFTER = Drafter(KNOWLEDGE.order_items)
LEAD = "indication"
DRAFT: dict[str, Any] = {
    "resourceType": "ServiceRequest",
    "id": "o1",
    "status": "draft",
    "intent": "order",
    "priority": "urgent",
    "code": {"text": "ablation"},
    "subject": {"reference": "Patient/p1"},
}


def cards(*advices: Advice, profile: Profile = GENERIC, **more: Any) -> tuple[Card, ...]:
    situation = Situation(advices=advices, **{"patient_id": "p1", "drafts": (DRAFT,), **more})
    return cards_for(situation, profile, WORDS, DRAFTER, lambda: "uuid")


def suggested(*advices: Advice, **more: Any) -> tuple[Suggestion, ...]:
    return cards(*advices, **more)[0].suggestions


def drafted(concept: str, **more: Any) -> dict[str, Any]:
    coding = [{"system": ORDER_CONCEPT, "code": concept}]
    return {**DRAFT, "id": concept.lower(), "code": {"coding": coding}, **more}


def concept(action: Action) -> str:
    resource: Json = action.resource or {}
    code = resource.get("code") or resource.get("medicationCodeableConcept") or {}
    return str(code.get("coding", [{}])[-1].get("code", action.resource_id))


def told(suggestion: Suggestion) -> list[tuple[str, str]]:
    return [(action.type.value, concept(action)) for action in suggestion.actions]


# --- which suggestions there are --------------------------------------------------------------------------------------


def test_each_technique_is_a_whole_order_set_and_the_preferred_one_comes_first() -> None:
    cryo, heat = suggested(pathway(planned=()))
    assert told(cryo) == [("create", "OS-07"), ("create", "OS-03-CRYO"), ("create", "OS-14")]
    assert told(heat) == [("create", "OS-07"), ("create", "OS-03-RFA_BIPOLAR"), ("create", "OS-14")]
    assert (cryo.is_recommended, heat.is_recommended) == (True, None)
    assert cryo.label == "Cryoablation, T8"
    assert heat.label == "Bipolar radiofrequency ablation, T8"


def test_only_a_preferred_technique_is_recommended() -> None:
    states = (technique(Technique.CRYO, ACCEPTABLE), technique(Technique.RFA_BIPOLAR, ACCEPTABLE))
    assert [each.is_recommended for each in suggested(pathway(techniques=states))] == [None, None]


def test_cement_is_named_with_or_without_after_ablation() -> None:
    sets = (order_set(Technique.CRYO, "OS-03-CRYO", "OS-04"),)
    cavity = (order_set(Technique.CAV, "OS-05", "OS-04"),)
    alone = (order_set(Technique.CEMENT, "OS-04"),)
    labels = [
        suggested(advice(outcome, order_sets=each))[0].label
        for outcome, each in (
            (Outcome.PAL_ABL_CEM, sets),
            (Outcome.PAL_CAV_CEM, cavity),
            (Outcome.PAL_CEM, alone),
        )
    ]
    assert labels == [
        "Cryoablation, with or without cementoplasty (+/-), T8",
        "Cavitation (coblation), then cementoplasty, T8",
        "Cementoplasty, T8",
    ]


@pytest.mark.parametrize(
    "outcome", [Outcome.DECLINED, Outcome.NOT_A_TARGET, Outcome.NO_INDICATION_NOW, Outcome.NEED_DATA]
)
def test_these_outcomes_suggest_nothing_whatever_the_advice_holds(outcome: Outcome) -> None:
    assert suggested(advice(outcome, order_sets=pathway().order_sets)) == ()


def test_a_board_outcome_has_one_suggestion_and_replaces_nothing() -> None:
    (one,) = suggested(advice(Outcome.MDT_BOARD, order_sets=(order_set(None, "OS-13", "OS-16"),)))
    assert told(one) == [("create", "OS-13"), ("create", "OS-16")]
    assert one.label == "Preparation for the tumour board, T8"
    assert one.is_recommended is None


def test_an_emergency_anywhere_silences_every_lesion() -> None:
    urgent = advice(Outcome.URGENT_REFERRAL, L3, ordered=False, order_sets=(order_set(None, "OS-13"),))
    found = cards(pathway(), urgent)
    assert all(card.suggestions == () for card in found)
    assert "No order is suggested: there is an emergency (L3)" in found[1].detail
    assert "items" not in found[1].advice


def test_cr_03_withholds() -> None:
    mismatched = pathway(conflicts=(rule("CR-03", card="warning"),))
    assert suggested(mismatched) == ()
    assert "No order is suggested: level or side differ" in cards(mismatched)[0].detail


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "a refusal cannot be excluded, for not everything that may hold one could be read: {}."),
        ("fr", "un refus ne peut pas être exclu, car ce qui peut en contenir un n'a pas pu être lu en entier : {}."),
        ("de", "eine Ablehnung ist nicht auszuschließen, denn nicht alles, was eine enthalten kann, war zu lesen: {}."),
    ],
)
@pytest.mark.parametrize("keys", [("consents",), ("procedures",), ("procedures", "consents"), ("conditions",)])
def test_what_may_hold_a_refusal_withholds_and_is_named(language: str, said: str, keys: tuple[str, ...]) -> None:
    unread = tuple(Gap(key=key, reason=GapReason.TIMED_OUT) for key in (*reversed(keys), "devices"))
    words = load_words(language, KNOWLEDGE)
    situation = Situation(advices=(pathway(),), patient_id="p1", drafts=(DRAFT,), unread=unread)
    found = cards_for(situation, GENERIC, words, DRAFTER, lambda: "uuid")
    named = ", ".join(words(f"key.{key}") for key in keys)
    assert all(card.suggestions == () for card in found)
    assert said.format(named) in found[0].detail.replace("\N{NO-BREAK SPACE}", " ")


def test_the_advice_may_withhold_for_a_reason_of_its_own() -> None:
    found = cards(pathway(no_suggestion="A <b>reason</b>."))
    assert found[0].suggestions == ()
    assert "No order is suggested: A &lt;b&gt;reason&lt;/b&gt;." in found[0].detail


def test_one_urgent_lesion_without_a_level_silences_too() -> None:
    found = cards(pathway(), advice(Outcome.URGENT_REFERRAL, None, ordered=False))
    assert all(card.suggestions == () for card in found)
    assert found[0].summary.startswith("Spine, level not known: ")


# --- what is drafted already ------------------------------------------------------------------------------------------


def test_nothing_is_suggested_that_is_drafted_already() -> None:
    cryo, _ = suggested(pathway(planned=()), drafts=(drafted("OS-07"), drafted("OS-03-CRYO")))
    assert told(cryo) == [("create", "OS-14")]


def test_one_part_of_analgesia_does_not_stand_for_the_other() -> None:
    """OS-09 is one concept of two orders; which of them is drafted, its words say."""
    parts = (item("OS-09", "opioid"), item("OS-09", "NSAID", part="nsaid"))
    sets = (OrderSetAdvice(technique=None, items=parts, recommended=False),)
    opioid, unknown = drafted("OS-09"), drafted("OS-09")
    opioid["code"]["text"] = "opioid"
    card = cards(pathway(order_sets=sets), drafts=(opioid,))[0]
    assert [action.description for action in card.suggestions[0].actions] == ["NSAID"]
    assert card.detail.count("(already drafted)") == 1
    assert suggested(pathway(order_sets=sets), drafts=(unknown,)) == ()


def test_a_set_that_is_all_there_is_no_suggestion() -> None:
    there = tuple(drafted(each) for each in ("OS-07", "OS-03-CRYO", "OS-14"))
    (heat,) = suggested(pathway(planned=()), drafts=there)
    assert told(heat) == [("create", "OS-03-RFA_BIPOLAR")]
    assert heat.is_recommended is None


def test_the_sites_own_orderable_counts() -> None:
    orderable = {"system": "https://ehr.example/o", "code": "4711"}
    cryo, _ = suggested(
        pathway(planned=()),
        drafts=({**DRAFT, "code": {"coding": [orderable]}},),
        orderables=Orderables(concepts={(orderable["system"], orderable["code"]): "OS-07"}),
    )
    assert ("create", "OS-07") not in told(cryo)


@pytest.mark.parametrize("level", ["L3", "LWK 3", "3. Lendenwirbelkörper", "troisième vertèbre lombaire"])
def test_an_order_for_another_level_is_another_order(level: str) -> None:
    other = drafted("OS-03-CRYO", bodySite=[{"text": level}])
    anywhere = drafted("OS-07", bodySite=[{"text": "L3"}])
    cryo, _ = suggested(pathway(planned=()), drafts=(other, anywhere))
    assert told(cryo) == [("create", "OS-03-CRYO"), ("create", "OS-14")]


def test_what_is_drafted_stays_on_the_card_and_says_so() -> None:
    card = cards(pathway(planned=()), drafts=(drafted("OS-07"),))[0]
    assert "OS-07" in str(card.advice["items"])
    assert "words of OS-07 · OS-07: S-01 (already drafted)" in card.detail


# --- the selected draft -----------------------------------------------------------------------------------------------


def selected(which: PlannedTechnique | None, **more: Any) -> Advice:
    return pathway(planned=(planned(which, **more),))


def test_a_draft_of_the_sets_technique_stays_and_only_the_rest_is_suggested() -> None:
    cryo, heat = suggested(selected(PlannedTechnique.CRYO))
    assert told(cryo) == [("create", "OS-07"), ("create", "OS-14")]
    assert told(heat) == [("create", "OS-07"), ("update", "OS-03-RFA_BIPOLAR"), ("create", "OS-14")]


@pytest.mark.parametrize("which", [None, PlannedTechnique.LASER, PlannedTechnique.RFA_MONO])
def test_a_draft_of_another_technique_or_of_none_is_replaced(which: PlannedTechnique | None) -> None:
    for each in suggested(selected(which)):
        (update,) = [action for action in each.actions if action.type == "update"]
        assert update.resource is not None
        assert update.resource["id"] == "o1"
        assert update.resource["priority"] == "urgent"  # A4
        assert update.resource["bodySite"][0]["text"] == "T8"
        assert update.description.startswith("Instead of the selected order: ")


def test_rfa_without_a_form_is_the_better_of_its_forms() -> None:
    cryo, heat = suggested(selected(PlannedTechnique.RFA))
    assert ("update", "OS-03-CRYO") in told(cryo)
    assert told(heat) == [("create", "OS-07"), ("create", "OS-14")]


def test_a_draft_of_the_set_that_is_to_be_avoided_is_replaced_all_the_same() -> None:
    states = (technique(Technique.CRYO), technique(Technique.CEMENT, AVOID))
    sets = (order_set(Technique.CRYO, "OS-03-CRYO", "OS-04"),)
    (one,) = suggested(pathway(techniques=states, order_sets=sets, planned=(planned(PlannedTechnique.CEMENT),)))
    assert ("update", "OS-03-CRYO") in told(one)


@pytest.mark.parametrize("kind", [OrderKind.BIOPSY, OrderKind.IMAGING, OrderKind.REFERRAL, OrderKind.DRUG])
def test_other_orders_are_never_replaced(kind: OrderKind) -> None:
    cryo, _ = suggested(selected(None, kind=kind))
    assert [kind for kind, _ in told(cryo)] == ["create"] * 3


def test_a6_a_draft_of_another_type_is_deleted_and_its_successor_created() -> None:
    task = {**DRAFT, "resourceType": "Task"}
    cryo, _ = suggested(selected(None, reference="Task/o1"), drafts=(task,))
    assert told(cryo) == [
        ("create", "OS-07"),
        ("delete", "Task/o1"),
        ("create", "OS-03-CRYO"),
        ("create", "OS-14"),
    ]
    assert all(action.resource is None for action in cryo.actions if action.type == "delete")  # A5


def test_a_set_without_treatment_replaces_nothing() -> None:
    (one,) = suggested(pathway(order_sets=(order_set(None, "OS-13", "OS-07"),), planned=(planned(),)))
    assert told(one) == [("create", "OS-13"), ("create", "OS-07")]
    assert one.label == "Tumour board and preparation, T8"


def test_a_suitable_second_technique_is_a_combination_and_stays() -> None:
    both = (planned(PlannedTechnique.CRYO), planned(PlannedTechnique.RFA_BIPOLAR, "ServiceRequest/o2"))
    cryo, _ = suggested(pathway(planned=both), drafts=(DRAFT, {**DRAFT, "id": "o2"}))
    assert told(cryo) == [("create", "OS-07"), ("create", "OS-14")]


def test_an_unsuitable_second_order_is_removed() -> None:
    both = (planned(PlannedTechnique.CRYO), planned(PlannedTechnique.RFA_MONO, "ServiceRequest/o2"))
    cryo, heat = suggested(pathway(planned=both), drafts=(DRAFT, {**DRAFT, "id": "o2"}))
    assert told(cryo)[-1] == ("delete", "ServiceRequest/o2")
    assert ("delete", "ServiceRequest/o2") in told(heat)
    assert [kind for kind, _ in told(heat)].count("update") == 1


def test_an_order_for_several_lesions_gives_way_only_once() -> None:
    found = cards(pathway(T8), pathway(L3), pathway(Place(level="C7"), planned=()))
    by_place = {card.summary.split(":")[0]: card.suggestions[0] for card in found if card.source.topic_code == LEAD}
    assert [kind for kind, _ in told(by_place["T8"])].count("update") == 1
    assert [kind for kind, _ in told(by_place["L3"])] == ["create"] * 3
    assert [kind for kind, _ in told(by_place["C7"])] == ["create"] * 3


SHARED = {
    **DRAFT,
    "bodySite": [{"text": "T8"}, {"text": "L3"}],
    "text": {"status": "generated", "div": "<div>T8, L3</div>"},
}
CRYO_ONLY = (order_set(Technique.CRYO, "OS-03-CRYO"),)
HEAT_ONLY = (order_set(Technique.RFA_BIPOLAR, "OS-03-RFA_BIPOLAR"),)


def shared(*advices: Advice, profile: Profile = GENERIC) -> dict[str, Suggestion]:
    found = cards(*advices, profile=profile, drafts=(SHARED,))
    leads = [card for card in found if card.source.topic_code == LEAD and card.suggestions]
    return {card.summary.split(":")[0]: card.suggestions[0] for card in leads}


def at(place: Place, sets: tuple[OrderSetAdvice, ...], which: PlannedTechnique | None) -> Advice:
    return pathway(place, planned=(planned(which),), order_sets=sets)


def sites(action: Action) -> list[str]:
    return [each["text"] for each in (action.resource or {}).get("bodySite", [])]


def test_an_order_for_several_lesions_becomes_that_of_the_first_alone_and_says_so() -> None:
    found = shared(at(T8, CRYO_ONLY, None), at(L3, HEAT_ONLY, None))
    (update,) = found["T8"].actions
    assert (update.type, sites(update)) == ("update", ["T8"])
    assert (
        update.description
        == "Instead of the selected order: words of OS-03-CRYO, T8 (it no longer stands for L3: see there)"
    )
    assert update.resource is not None
    assert "text" not in update.resource
    (create,) = found["L3"].actions
    assert (create.type, sites(create)) == ("create", ["L3"])
    assert "the selected order may still stand for L3 too: check it" in create.description


def test_an_order_that_stays_for_another_lesion_is_narrowed_to_it() -> None:
    """In the set of L3 it stays, so it must not be lost there, nor stay for T8."""
    found = shared(at(T8, HEAT_ONLY, PlannedTechnique.CRYO), at(L3, CRYO_ONLY, PlannedTechnique.CRYO))
    create, narrowed = found["T8"].actions
    assert (create.type, sites(create), concept(create)) == ("create", ["T8"], "OS-03-RFA_BIPOLAR")
    assert (narrowed.type, sites(narrowed), concept(narrowed)) == ("update", ["L3"], "OS-03-CRYO")
    assert narrowed.description.startswith("The selected order stays for L3 alone: ")
    assert narrowed.resource is not None
    assert (narrowed.resource["id"], narrowed.resource["code"]["text"]) == ("o1", "ablation")
    assert "L3" not in found


def test_it_is_replaced_in_the_first_lesion_that_has_another_set_not_in_the_first_of_all() -> None:
    found = shared(at(T8, CRYO_ONLY, PlannedTechnique.CRYO), at(L3, HEAT_ONLY, PlannedTechnique.CRYO))
    create, narrowed = found["L3"].actions
    assert (create.type, sites(create), narrowed.type, sites(narrowed)) == ("create", ["L3"], "update", ["T8"])


@pytest.mark.parametrize("outcome", [Outcome.NEED_DATA, Outcome.MDT_BOARD])
def test_it_stays_where_something_is_asked_first_and_goes_where_nothing_is_to_treat(outcome: Outcome) -> None:
    cryo = (planned(PlannedTechnique.CRYO),)
    waiting = shared(at(T8, HEAT_ONLY, PlannedTechnique.CRYO), advice(outcome, L3, planned=cryo))
    assert [(each.type, sites(each)) for each in waiting["T8"].actions] == [("create", ["T8"]), ("update", ["L3"])]
    benign = advice(Outcome.NOT_A_TARGET, L3, planned=cryo)
    (update,) = shared(at(T8, HEAT_ONLY, PlannedTechnique.CRYO), benign)["T8"].actions
    assert (update.type, sites(update)) == ("update", ["T8"])
    assert "no longer stands for L3" in update.description


def test_an_order_that_names_no_one_technique_is_left_to_the_hand() -> None:
    """It cannot be coded as one of ours, so it is not written anew."""
    for which in (None, PlannedTechnique.RFA):
        asked = advice(Outcome.NEED_DATA, L3, planned=(planned(which),))
        (create,) = shared(at(T8, CRYO_ONLY, which), asked)["T8"].actions
        assert (create.type, sites(create)) == ("create", ["T8"])
        assert "the selected order may still stand for T8 too: check it" in create.description


def test_no_draft_is_changed_twice_and_no_level_is_lost() -> None:
    """Each pair of sets, each technique ordered: what is drafted at the end stands for every level."""
    for sets in ((CRYO_ONLY, CRYO_ONLY), (CRYO_ONLY, HEAT_ONLY), (HEAT_ONLY, CRYO_ONLY), (HEAT_ONLY, HEAT_ONLY)):
        for which in (None, *PlannedTechnique):
            found = shared(at(T8, sets[0], which), at(L3, sets[1], which))
            actions = [action for each in found.values() for action in each.actions]
            changed = [each for each in actions if each.type != "create"]
            assert len(changed) <= 1
            left = {level for each in actions for level in sites(each)} | (set() if changed else {"T8", "L3"})
            assert left == {"T8", "L3"}


def test_where_nothing_can_be_updated_a_narrowed_order_is_deleted_and_made_anew() -> None:
    found = cards(
        at(T8, HEAT_ONLY, PlannedTechnique.CRYO),
        at(L3, CRYO_ONLY, PlannedTechnique.CRYO),
        profile=EPIC,
        drafts=(SHARED,),
    )
    actions = [each.actions[0] for card in found for each in card.suggestions]
    assert [each.type for each in actions] == ["create", "delete", "create"]
    new = dict(actions[-1].resource or {})
    assert (sites(actions[-1]), new["intent"], new["id"] != "o1") == (["L3"], "proposal", True)
    assert shape_faults(new) == []


def test_a_selected_order_that_is_not_among_the_drafts_is_left_alone() -> None:
    assert [kind for kind, _ in told(suggested(pathway(), drafts=())[0])] == ["create"] * 3


# --- what is in a suggestion ------------------------------------------------------------------------------------------


def test_a_hold_is_a_note_on_each_order_of_the_set() -> None:
    held = pathway(holds=(rule("SR-13"),), release_after=("SR-13 Antiplatelet drug", "SR-15 Tests"))
    note = {"text": "release after: SR-13 Antiplatelet drug; SR-15 Tests"}
    for action in suggested(held)[0].actions:
        assert action.resource is not None
        assert action.resource["note"] == [note]
    assert "Release these orders only after: SR-13 Antiplatelet drug; SR-15 Tests." in cards(held)[0].detail


def test_an_items_own_note_comes_first() -> None:
    sets = (OrderSetAdvice(technique=None, items=(item("OS-07", note="Mind the gap."),), recommended=False),)
    (one,) = suggested(pathway(order_sets=sets, release_after=("SR-13",)))
    assert one.actions[0].resource is not None
    assert one.actions[0].resource["note"] == [{"text": "Mind the gap."}, {"text": "release after: SR-13"}]


def test_the_two_parts_of_analgesia_are_two_orders_with_ids_of_their_own() -> None:
    parts = (item("OS-09", "opioid"), item("OS-09", "NSAID", part="nsaid"))
    sets = (OrderSetAdvice(technique=None, items=parts, recommended=False),)
    (one,) = suggested(pathway(order_sets=sets))
    assert [action.resource["id"] for action in one.actions if action.resource] == ["os-09-t8", "os-09-nsaid-t8"]
    assert cards(pathway(order_sets=sets))[0].advice["items"] == ["OS-09"]


def test_a8_temporary_ids_are_free_among_the_drafts() -> None:
    taken = (DRAFT, {**DRAFT, "id": "os-07-t8"}, {**DRAFT, "id": "os-03-rfa-bipolar-t8"})
    cryo, heat = suggested(pathway(planned=()), drafts=taken)
    assert [a.resource["id"] for a in cryo.actions if a.resource] == ["os-07-t8-2", "os-03-cryo-t8", "os-14-t8"]
    assert [a.resource["id"] for a in heat.actions if a.resource][1] == "os-03-rfa-bipolar-t8-2"


def test_patient_encounter_and_reason_are_those_of_the_call() -> None:
    found = suggested(pathway(planned=()), encounter_id="e1", reason={T8: "Condition/7"}, drafts=())
    for action in found[0].actions:
        assert action.resource is not None
        assert action.resource["subject"] == {"reference": "Patient/p1"}
        assert action.resource["encounter"] == {"reference": "Encounter/e1"}
        assert action.resource["reasonReference"] == [{"reference": "Condition/7"}]
        assert shape_faults(dict(action.resource)) == []


def test_the_sites_orderable_stands_in_front() -> None:
    orderable = {"system": "https://ehr.example/o", "code": "4711", "display": "Cryo"}
    cryo, _ = suggested(pathway(planned=()), orderables=Orderables(codings={"OS-03-CRYO": orderable}), drafts=())
    resource = cryo.actions[1].resource
    assert resource is not None
    assert resource["code"]["coding"][0] == orderable
    assert resource["code"]["coding"][1]["code"] == "OS-03-CRYO"


def test_a_replaced_draft_gets_encounter_and_reason_too() -> None:
    (update,) = (
        action
        for action in suggested(selected(None), encounter_id="e1", reason={T8: "Condition/7"})[0].actions
        if action.type == "update"
    )
    assert update.resource is not None
    assert update.resource["encounter"] == {"reference": "Encounter/e1"}
    assert update.resource["reasonReference"] == [{"reference": "Condition/7"}]


def test_the_received_draft_is_never_changed() -> None:
    before = {**DRAFT, "code": dict(DRAFT["code"])}
    suggested(replace(pathway(), release_after=("SR-13",)))
    assert before == DRAFT


def test_what_is_left_out_is_said_once() -> None:
    sets = tuple(replace(each, left_out=("NSAID left out: allergy",)) for each in pathway().order_sets)
    assert cards(pathway(order_sets=sets))[0].detail.count("NSAID left out: allergy") == 1
