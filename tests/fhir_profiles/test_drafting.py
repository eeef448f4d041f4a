from dataclasses import dataclass, replace
from typing import Any

import pytest
from pydantic import ValidationError

from fhir_profiles.codes import BASE, SNOMED
from fhir_profiles.drafting import Checklist, Drafter, Filled, Occasion, Planned, asks_for, concept_of, means_place
from plugin.answer import Answer
from plugin.evidence import Place, Side, Technique
from plugin.grammar import OrderItem, ResourceKind
from plugin.knowledge import KNOWLEDGE
from tests.support.validators import faults, shape_faults

ITEMS = KNOWLEDGE.order_items
DRAFTER = Drafter(ITEMS)
T8 = Occasion(
    patient_id="p1",
    encounter_id="e1",
    reason="Condition/12",
    place=Place(level="T8", side=Side.LEFT),
    site="T8, left",
    notes=("release after: SR-13",),
)
BARE = Occasion(patient_id="p1")
ORDERABLE = {"system": "https://ehr.example/orderables", "code": "4711", "display": "Cryo spine"}


@dataclass(frozen=True, slots=True)
class Odd:
    id: str = "OS-01"
    words: str = ""
    resource: ResourceKind = ResourceKind.SERVICE
    at_level: bool = False


def item(item_id: str) -> OrderItem:
    return next(each for each in ITEMS if each.id == item_id)


def draft(item_id: str, occasion: Occasion = T8, **more: Any) -> dict[str, Any]:
    return DRAFTER.draft(item(item_id), occasion, temporary_id="x", **more)


@pytest.mark.parametrize("occasion", [T8, BARE], ids=["everything given", "patient only"])
@pytest.mark.parametrize("each", ITEMS, ids=lambda each: each.id + each.part)
def test_a9_every_draft_is_valid_and_a_proposal(each: OrderItem, occasion: Occasion) -> None:
    made = DRAFTER.draft(each, occasion, temporary_id="x", orderable=ORDERABLE)
    assert faults(made) == []
    assert (made["status"], made["intent"]) == ("draft", "proposal")
    assert made["subject"] == {"reference": "Patient/p1"}


def test_the_validators_would_notice() -> None:
    wrong = draft("OS-07")
    assert faults({**wrong, "status": "not-a-status"})
    assert faults({**wrong, "subject": {"reference": "Medication/1"}})
    assert shape_faults({**wrong, "note": [{"words": "x"}]})


def test_every_order_concept_has_a_template() -> None:
    numbers = {concept[:5] for concept in map(concept_of, (each.id for each in ITEMS))}
    assert numbers == {f"OS-{number:02}" for number in range(1, 18)}


def test_encounter_and_reason_stand_only_where_they_are_known() -> None:
    assert draft("OS-07")["encounter"] == {"reference": "Encounter/e1"}
    assert draft("OS-07")["reasonReference"] == [{"reference": "Condition/12"}]
    assert set(draft("OS-03-CRYO", BARE)) == {"resourceType", "status", "intent", "id", "code", "subject"}


def test_our_concept_is_a_coding_and_the_sites_orderable_stands_in_front() -> None:
    ours = {"system": f"{BASE}/CodeSystem/order-concept", "code": "OS-03-CRYO"}
    assert draft("OS-03-CRYO")["code"]["coding"] == [ours]
    assert draft("OS-03-CRYO", orderable=ORDERABLE)["code"]["coding"] == [ORDERABLE, ours]


def test_drugs_are_medication_requests_by_class() -> None:
    both = [DRAFTER.draft(each, T8, temporary_id="x") for each in ITEMS if each.id in {"OS-09", "OS-11"}]
    assert [each["resourceType"] for each in both] == ["MedicationRequest"] * 3
    assert all("dosageInstruction" not in each for each in both)
    assert {each["medicationCodeableConcept"]["coding"][0]["code"] for each in both} == {"OS-09", "OS-11"}


@pytest.mark.parametrize("item_id", ["OS-02", "OS-03-LASER", "OS-04", "OS-05", "OS-06"])
def test_these_name_the_level(item_id: str) -> None:
    assert draft(item_id)["bodySite"] == [{"coding": [{"system": SNOMED, "code": "11068009"}], "text": "T8, left"}]
    assert "bodySite" not in draft("OS-07")


def test_a_range_is_named_in_words_only() -> None:
    occasion = replace(T8, place=Place(level="S1-S3"), site="S1-S3")
    assert draft("OS-05", occasion)["bodySite"] == [{"text": "S1-S3"}]


@pytest.mark.parametrize("level", ["C1", "C2", "L5", "S1", "S5", "coccyx"])
def test_every_level_has_a_code(level: str) -> None:
    site = draft("OS-05", replace(T8, place=Place(level=level)))["bodySite"][0]
    assert site["coding"][0]["system"] == SNOMED


def test_a_hold_stands_in_the_note() -> None:
    assert draft("OS-07")["note"] == [{"text": "release after: SR-13"}]


def test_a_template_is_checked_when_it_is_made() -> None:
    with pytest.raises(ValidationError):
        Drafter([Odd()])  # a code without words
    with pytest.raises(ValueError, match="no item of an order set"):
        Drafter([Odd(id="AN-01", words="x")])


def test_a_draft_is_not_shared_between_calls() -> None:
    first, second = draft("OS-03-CRYO"), draft("OS-03-CRYO")
    first["code"]["coding"].append("mine")
    first["note"].append("mine")
    assert second == draft("OS-03-CRYO")


# --- replacing --------------------------------------------------------------------------------------------------------

RECEIVED = {
    "resourceType": "ServiceRequest",
    "id": "o1",
    "meta": {"tag": [{"code": "kept"}]},
    "extension": [{"url": "https://ehr.example/x", "valueString": "kept"}],
    "status": "draft",
    "intent": "order",
    "priority": "urgent",
    "code": {"text": "RFA of T8"},
    "subject": {"reference": "Patient/p1"},
    "requester": {"reference": "Practitioner/9"},
    "note": [{"text": "first things first"}],
}


def test_a4_a_replacement_keeps_every_other_element() -> None:
    made = DRAFTER.replace(RECEIVED, item("OS-03-CRYO"), T8)
    changed = {name for name in made if made.get(name) != RECEIVED.get(name)}
    assert changed == {"code", "bodySite", "note", "encounter", "reasonReference"}
    assert made["code"] == draft("OS-03-CRYO")["code"]
    assert made["note"] == [{"text": "first things first"}, {"text": "release after: SR-13"}]
    assert RECEIVED["note"] == [{"text": "first things first"}]
    assert shape_faults(made) == []  # pyrofile knows no extension of an EHR


def test_a_replacement_keeps_a_body_site_that_is_there() -> None:
    received = {**RECEIVED, "bodySite": [{"text": "T8 left pedicle"}]}
    assert DRAFTER.replace(received, item("OS-03-CRYO"), T8)["bodySite"] == [{"text": "T8 left pedicle"}]


@pytest.mark.parametrize(
    "site",
    [
        [{"text": "lumbar spine"}],
        [{"text": "T8"}, {"text": "L2"}],
        [{"text": "T8, T9"}],
        [{"text": "L2"}],
        [{"coding": [{"system": SNOMED, "code": "181836007"}]}],
        [{"coding": [{"system": SNOMED, "code": "11068009"}], "text": "L2"}],
    ],
)
def test_a_replacement_names_the_level_of_the_lesion_and_no_other(site: list[dict[str, Any]]) -> None:
    """Contract 6: OS-02 to OS-06 name the level in `bodySite`."""
    made = DRAFTER.replace({**RECEIVED, "bodySite": site}, item("OS-03-CRYO"), T8)
    assert made["bodySite"] == draft("OS-03-CRYO")["bodySite"]
    assert shape_faults(made) == []


def test_a_level_inside_a_range_becomes_the_range() -> None:
    sacrum = replace(T8, place=Place(level="S1-S3"), site="S1-S3")
    made = DRAFTER.replace({**RECEIVED, "bodySite": [{"text": "S2"}]}, item("OS-03-CRYO"), sacrum)
    assert made["bodySite"] == [{"text": "S1-S3"}]


def test_a_replacement_of_an_order_for_several_lesions_names_its_own_side_too() -> None:
    received = {**RECEIVED, "bodySite": [{"text": "T8"}]}  # which means both sides
    assert DRAFTER.replace(received, item("OS-03-CRYO"), T8, shared=True)["bodySite"][0]["text"] == "T8, left"


def test_a_replacement_loses_what_tells_the_old_code_again() -> None:
    old = {
        "text": {"status": "generated", "div": "<div>RFA of T8</div>"},
        "instantiatesUri": ["https://ehr.example/rfa"],
    }
    made = DRAFTER.replace({**RECEIVED, **old, "orderDetail": [{"text": "prone"}]}, item("OS-03-CRYO"), T8)
    assert not {"text", "instantiatesUri"} & set(made)
    assert made["orderDetail"] == [{"text": "prone"}]


def test_a_replacement_gets_encounter_and_reason_when_they_are_known() -> None:
    made = DRAFTER.replace(RECEIVED, item("OS-03-CRYO"), T8)
    assert made["encounter"] == {"reference": "Encounter/e1"}
    assert made["reasonReference"] == [{"reference": "Condition/12"}]
    bare = DRAFTER.replace(RECEIVED, item("OS-03-CRYO"), BARE)
    assert not {"encounter", "reasonReference"} & set(bare)


@pytest.mark.parametrize(
    "own",
    [{"reasonReference": [{"reference": "Condition/3"}]}, {"reasonCode": [{"text": "pain"}]}],
    ids=["a reference", "in words"],
)
def test_a_replacement_keeps_the_encounter_and_the_reason_that_are_there(own: dict[str, Any]) -> None:
    received = {**RECEIVED, "encounter": {"reference": "Encounter/e9"}, **own}
    made = DRAFTER.replace(received, item("OS-03-CRYO"), T8)
    assert made["encounter"] == {"reference": "Encounter/e9"}
    assert {name: made[name] for name in ("reasonReference", "reasonCode") if name in made} == own


def test_only_a_draft_of_the_same_type_can_be_replaced() -> None:
    assert DRAFTER.replaces(RECEIVED, item("OS-04"))
    assert not DRAFTER.replaces({**RECEIVED, "resourceType": "Task"}, item("OS-04"))


# --- what is drafted already ------------------------------------------------------------------------------------------


def test_a_draft_of_ours_is_known_by_our_coding_and_by_the_sites() -> None:
    assert DRAFTER.concepts(draft("OS-07"), {}) == {"OS-07"}
    theirs = {
        "resourceType": "ServiceRequest",
        "code": {"coding": [{"system": "https://ehr.example/orderables", "code": "4711"}]},
    }
    assert DRAFTER.concepts(theirs, {(ORDERABLE["system"], "4711"): "OS-03-CRYO", ("x", "4711"): "OS-07"}) == {
        "OS-03-CRYO"
    }
    assert DRAFTER.concepts(draft("OS-09"), {}) == {"OS-09"}


@pytest.mark.parametrize("odd", [{}, {"code": None}, {"code": {"coding": "x"}}, {"code": {"coding": [{"code": 7}]}}])
def test_an_odd_draft_stands_for_nothing(odd: dict[str, Any]) -> None:
    assert DRAFTER.concepts(odd, {("", ""): "OS-07"}) == set()


def test_an_unknown_concept_names_no_level() -> None:
    assert not DRAFTER.at_level("OS-99")
    assert DRAFTER.at_level("OS-03-CRYO")


@pytest.mark.parametrize(
    ("site", "meant"),
    [
        ([{"text": "T8 left pedicle"}], True),
        ([{"text": "D8"}], True),
        ([{"text": "Th 9"}], False),
        ([{"text": "LWK 2"}], False),
        ([{"text": "2. Lendenwirbel"}], False),
        ([{"text": "BWK VIII"}], True),
        ([{"text": "huitième vertèbre dorsale"}], True),
        ([{"text": "the old place"}], True),  # not readable as a level: it may mean this one
        ([{"text": "T9"}], False),
        ([{"text": "T7-T9"}], True),
        ([{"text": "T9 – T11"}], False),
        ([{"text": "T7, T9"}], False),
        ([{"coding": [{"system": SNOMED, "code": "11068009"}]}], True),
        ([{"coding": [{"system": SNOMED, "code": "82687006"}]}], False),
        ([{"text": "spine"}], True),
        ([], True),
        ("odd", True),
    ],
)
def test_a_draft_means_this_place_unless_it_names_another(site: Any, meant: bool) -> None:  # noqa: FBT001
    assert means_place({"bodySite": site}, Place(level="T8")) is meant
    assert means_place({"bodySite": site}, None)


# --- checklists as Tasks ----------------------------------------------------------------------------------------------

CRYO = Planned(techniques=(Technique.CRYO, Technique.CEMENT), answers={"neural-structure-close": Answer.UNKNOWN})


def task(checklist: Checklist = Checklist.ANAESTHESIA, occasion: Occasion = T8) -> dict[str, Any]:
    filled = Filled(checklist=checklist, title="Checklist, T8", planned=CRYO, items=checklist.items)
    return DRAFTER.checklist(filled, occasion, temporary_id="x")


@pytest.mark.parametrize("occasion", [T8, BARE], ids=["everything given", "patient only"])
@pytest.mark.parametrize("checklist", Checklist)
def test_a_checklist_is_a_valid_task_with_a_valid_form(checklist: Checklist, occasion: Occasion) -> None:
    made = task(checklist, occasion)
    (form,) = made["contained"]
    assert faults(made) == []
    assert faults(form) == []
    assert (made["status"], made["intent"]) == ("draft", "proposal")
    assert made["for"] == form["subject"] == {"reference": "Patient/p1"}
    assert made["input"][0]["valueCanonical"] == form["questionnaire"] == f"{BASE}/Questionnaire/{checklist.value}"


def test_the_task_asks_for_the_questionnaire_in_the_words_of_sdc() -> None:
    made = task()
    system = "http://hl7.org/fhir/uv/sdc/CodeSystem/temp"
    assert made["code"] == {"coding": [{"system": system, "code": "complete-questionnaire"}], "text": "Checklist, T8"}
    assert made["input"][0]["type"]["coding"] == [{"system": system, "code": "questionnaire"}]


def test_the_form_says_what_is_planned_and_known_and_has_the_lines() -> None:
    (form,) = task()["contained"]
    assert form["status"] == "in-progress"
    plan, *lines = form["item"]
    concepts = {"system": f"{BASE}/CodeSystem/order-concept"}
    unknown = {"system": "http://terminology.hl7.org/CodeSystem/data-absent-reason", "code": "unknown"}
    assert plan["item"] == [
        {
            "linkId": "plan.technique",
            "answer": [{"valueCoding": concepts | {"code": code}} for code in ("OS-03-CRYO", "OS-04")],
        },
        {"linkId": "plan.neural-structure-close", "answer": [{"valueCoding": unknown}]},
    ]
    assert lines[0] == {"linkId": "AN-01", "text": KNOWLEDGE.anaesthesia[0].words}
    assert "authored" not in form  # there is no clock here


def test_a_line_stands_in_the_groups_that_the_questionnaire_has() -> None:
    (form,) = task(Checklist.THERMALPROTECTION)["contained"]
    grouped = next(each for each in form["item"] if each["linkId"] == "TP-05.if-1")
    (inner,) = grouped["item"]
    assert inner["linkId"] == "TP-05.if-2"
    assert [each["linkId"] for each in inner["item"]] == ["TP-05"]


def test_a_line_repeats_the_text_of_the_questionnaire_or_says_its_own_words_as_an_answer() -> None:
    own = Filled(
        checklist=Checklist.ANAESTHESIA,
        title="x",
        planned=Planned(),
        items=(replace(KNOWLEDGE.anaesthesia[0], words="Vor der Narkose"), KNOWLEDGE.anaesthesia[1]),
    )
    (form,) = DRAFTER.checklist(own, BARE, temporary_id="x")["contained"]
    assert form["item"][1:] == [
        {"linkId": "AN-01", "item": [{"linkId": "AN-01.words", "answer": [{"valueString": "Vor der Narkose"}]}]},
        {"linkId": "AN-02", "text": KNOWLEDGE.anaesthesia[1].words},
    ]


def test_nothing_planned_and_nothing_known_is_an_empty_plan() -> None:
    bare = Filled(checklist=Checklist.ANAESTHESIA, title="x", planned=Planned(), items=())
    (form,) = DRAFTER.checklist(bare, BARE, temporary_id="x")["contained"]
    assert form["item"] == [{"linkId": "plan"}]


def test_the_encounter_of_a_task_stands_only_where_it_is_known() -> None:
    assert task()["encounter"] == task()["contained"][0]["encounter"] == {"reference": "Encounter/e1"}
    assert "encounter" not in task(occasion=BARE)
    assert "encounter" not in task(occasion=BARE)["contained"][0]


def test_a_task_is_known_by_its_questionnaire() -> None:
    made = task()
    later = {**made, "input": [{"valueCanonical": f"{Checklist.ANAESTHESIA.canonical}|2.0.0"}]}
    assert asks_for(made, Checklist.ANAESTHESIA)
    assert asks_for(later, Checklist.ANAESTHESIA)
    assert not asks_for(made, Checklist.THERMALPROTECTION)


@pytest.mark.parametrize("odd", [{}, {"input": "x"}, {"input": [{"valueCanonical": 7}]}, {"resourceType": "Basic"}])
def test_an_odd_task_asks_for_nothing(odd: dict[str, Any]) -> None:
    assert not asks_for({"resourceType": "Task", **odd}, Checklist.ANAESTHESIA)
    assert not asks_for({**task(), "resourceType": "Basic"}, Checklist.ANAESTHESIA)
