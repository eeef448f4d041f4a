"""Every answer that goes out keeps every rule that the protocol has for answers: each row has a test of its name.

The answers are those to every sample patient at both hooks, for each kind of EHR and in each language, and to orders that are
replaced, deleted, several at once or somebody else's. Journeys and clients pass all of theirs through the same rules. What may
not live here: the rules (`tests.support.answers`), and what a card says.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from functools import cache
from typing import Any

import orjson
import pytest

from cds_hooks.profiles import PROFILES
from cds_hooks.site import LANGUAGES
from fhir_profiles import examples
from tests.support import calls, charts
from tests.support.answers import RULES, Answer, faults
from tests.support.calls import Json, advice_of
from tests.support.validators import shape_faults

SELECT, SIGN = "/cds-services/spinal-tumour-order-select", "/cds-services/spinal-tumour-order-sign"
BESIDE = [
    {"resourceType": "VisionPrescription", "id": "v1", "status": "draft"},
    {"resourceType": "NutritionOrder", "id": "n1", "status": "draft"},
]


def _settings(profile: str, language: str) -> dict[str, str]:
    return {
        "SPINAL_CDS__CLIENT__0__ISSUER": "https://ehr.example",
        "SPINAL_CDS__CLIENT__0__PROFILE": profile,
        "SPINAL_CDS__CLIENT__0__LANGUAGE": language,
    }


def _orders() -> dict[str, Json]:
    """Calls whose drafts are replaced, deleted, left alone, or named by several cards."""
    monopolar = charts.order(text="Monopolar radiofrequency ablation", note=[{"text": "soon"}], priority="urgent")
    with_encounter = charts.call(charts.base(), monopolar)
    with_encounter["context"]["encounterId"] = "e1"
    return {
        "an unsuitable technique": charts.call(charts.base(), monopolar),
        "in an encounter": with_encounter,
        "two orders for one lesion": charts.call(charts.base(), monopolar, charts.order(text="Laser ablation")),
        "beside orders of other kinds": charts.call(charts.base(), drafts=BESIDE),
        "an empty record": charts.call([]),
        "a drug": charts.call(charts.base(), charts.medication(text="morphine 10 mg")),
        "nothing of ours": charts.call(charts.base(), charts.order(text="Chest X-ray")),
    }


@cache
def answers() -> tuple[tuple[str, Answer], ...]:
    """Every answer with what it answers."""
    found: list[tuple[str, Answer]] = []
    for profile in PROFILES:
        for language in LANGUAGES if profile == "generic" else LANGUAGES[:1]:
            service = calls.client(**_settings(profile, language))
            bodies = {name: calls.call(name) for name in examples.names()} | _orders()
            for name, body in bodies.items():
                for path in (SELECT, SIGN):
                    asked = body | {"hook": path.removeprefix("/cds-services/spinal-tumour-")}
                    response = service.post(path, data=orjson.dumps(asked), content_type="application/json")
                    assert response.status_code == 200, (name, response.data)
                    found.append((f"{name}, {asked['hook']}, {profile}, {language}", Answer(response.data, asked)))
    return tuple(found)


def broken(rows: str) -> dict[str, list[str]]:
    """What is wrong by one rule, answer by answer."""
    problems = {name: list(RULES[rows](answer)) for name, answer in answers()}
    return {name: each for name, each in problems.items() if each}


def test_the_answers_hold_everything_that_an_answer_can_hold() -> None:
    every = [answer for _, answer in answers()]
    assert {action["type"] for answer in every for action in answer.actions} == {"create", "update", "delete"}
    assert {card["indicator"] for answer in every for card in answer.cards} == {"info", "warning", "critical"}
    assert {"any", "at-most-one"} <= {card.get("selectionBehavior") for answer in every for card in answer.cards}
    assert len({advice_of(card)["kind"] for answer in every for card in answer.cards}) == 8
    assert any("overrideReasons" in card for answer in every for card in answer.cards)
    assert any(each.get("isRecommended") for answer in every for each in answer.suggestions)
    assert any(not answer.cards for answer in every)


# --- the whole ----------------------------------------------------------------------------------------------------------


def test_G2_G3_nothing_is_null_and_nothing_empty() -> None:
    assert broken("G2 G3") == {}


def test_G4_json_without_comments_commas_too_many_or_names_that_stand_twice() -> None:
    assert broken("G4") == {}


def test_G5_A3_every_resource_is_valid_r4() -> None:
    made = {orjson.dumps(each["resource"]) for _, answer in answers() for each in answer.actions if "resource" in each}
    ours = [orjson.loads(each) for each in made]
    assert [problem for each in ours for problem in shape_faults(each)] == []


def test_N3_no_white_space_that_says_nothing() -> None:
    assert broken("N3") == {}


def test_K1_cards_and_nothing_unknown_beside_them() -> None:
    assert broken("K1") == {}


def test_Y1_Y2_Y3_Y4_no_action_behind_the_user_s_back() -> None:
    assert broken("Y1 Y2 Y3 Y4") == {}


def test_A11_D13_cds_resp_7_no_selection_among_actions() -> None:
    assert broken("A11 D13 cds-resp-7") == {}


def test_X1_extensions_are_objects_under_a_name_of_our_domain() -> None:
    assert broken("X1") == {}


# --- cards --------------------------------------------------------------------------------------------------------------


def test_K2_a_summary_is_one_line_of_less_than_140_characters() -> None:
    assert broken("K2") == {}


def test_K3_an_indicator_is_one_of_three() -> None:
    assert broken("K3") == {}


def test_K4_a_source_has_a_label() -> None:
    assert broken("K4") == {}


def test_K5_addresses_of_a_source_are_whole() -> None:
    assert broken("K5") == {}


def test_K6_U2_every_card_and_suggestion_has_a_uuid_of_its_own() -> None:
    assert broken("K6 U2") == {}
    every = [each["uuid"] for _, answer in answers() for each in (*answer.cards, *answer.suggestions)]
    assert len(set(every)) == len(every)


def test_K7_no_raw_html_in_a_detail() -> None:
    assert broken("K7") == {}


def test_K9_cds_resp_6_selection_behavior_stands_beside_suggestions() -> None:
    assert broken("K9 cds-resp-6") == {}


def test_K10_cds_resp_1_of_those_that_exclude_each_other_one_is_recommended() -> None:
    assert broken("K10 cds-resp-1") == {}


def test_K11_N6_cds_resp_4_codings_are_whole() -> None:
    assert broken("K11 N6 cds-resp-4") == {}


def test_K14_few_cards_loud_only_in_danger_and_links_where_they_belong() -> None:
    assert broken("K14") == {}


def test_K17_topics_are_static_words() -> None:
    assert broken("K17") == {}


# --- suggestions, actions, links ----------------------------------------------------------------------------------------


def test_U1_a_suggestion_has_a_label() -> None:
    assert broken("U1") == {}


def test_U3_is_recommended_is_a_flag() -> None:
    assert broken("U3") == {}


def test_U4_a_suggestion_has_actions() -> None:
    assert broken("U4") == {}


def test_U5_actions_of_a_suggestion_may_be_done_in_any_order() -> None:
    assert broken("U5") == {}


def test_A1_an_action_is_one_of_three() -> None:
    assert broken("A1") == {}


def test_A2_cds_resp_5_an_action_says_what_it_does() -> None:
    assert broken("A2 cds-resp-5") == {}


def test_A3_a_resource_is_an_object() -> None:
    assert broken("A3") == {}


def test_A4_an_update_is_the_whole_draft() -> None:
    assert broken("A4") == {}


def test_A5_cds_resp_2_a_deletion_names_its_resource() -> None:
    assert broken("A5 cds-resp-2") == {}


def test_A6_only_draft_orders_are_updated_or_deleted() -> None:
    assert broken("A6") == {}


def test_A6_a_deletion_and_what_takes_its_place_are_of_one_type_in_one_suggestion() -> None:
    for name, answer in answers():
        for each in answer.suggestions:
            gone = {one["resourceId"].partition("/")[0] for one in each["actions"] if one["type"] == "delete"}
            made = {one["resource"]["resourceType"] for one in each["actions"] if "resource" in one}
            assert gone <= made or "epic" in name, "Epic takes single actions only"


def test_A7_what_comes_in_addition_is_only_created() -> None:
    assert broken("A7") == {}


def test_A8_temporary_ids_are_free_and_lead_somewhere() -> None:
    assert broken("A8") == {}


def test_A9_what_is_created_is_a_draft_for_this_patient() -> None:
    assert broken("A9") == {}


@pytest.mark.parametrize("profile", ["epic", "oracle"])
def test_A10_no_task_for_those_who_do_not_list_it(profile: str) -> None:
    """The checklist stands in the detail all the same."""
    mine = [answer for name, answer in answers() if f", {profile}, " in name]
    assert not any(each.get("resource", {}).get("resourceType") == "Task" for a in mine for each in a.actions)
    lists = [c for a in mine for c in a.cards if advice_of(c)["kind"] in ("anaesthesia", "thermalprotection")]
    assert lists
    assert all("- [ ] " in card["detail"] for card in lists)


def test_L1_L2_L3_L4_L6_cds_resp_3_links_are_whole_and_name_no_patient() -> None:
    for rows in ("L1", "L2", "L3 cds-resp-3", "L4", "L6"):
        assert broken(rows) == {}


def test_L5_no_app_is_launched_by_a_task() -> None:
    assert broken("L5") == {}


# --- the rules themselves -----------------------------------------------------------------------------------------------

LINK = {"label": "l", "url": "https://ehr.example/x", "type": "absolute"}


def _card(**changes: Any) -> Callable[[Json], None]:
    def change(body: Json) -> None:
        body["cards"][0].update(changes)

    return change


def _suggestion(**changes: Any) -> Callable[[Json], None]:
    return lambda body: body["cards"][0]["suggestions"][0].update(changes)


def _action(**changes: Any) -> Callable[[Json], None]:
    return lambda body: body["cards"][0]["suggestions"][0]["actions"][-1].update(changes)


def _resource(**changes: Any) -> Callable[[Json], None]:
    return lambda body: body["cards"][0]["suggestions"][0]["actions"][-1]["resource"].update(changes)


def _replaced(**changes: Any) -> Callable[[Json], None]:
    def change(body: Json) -> None:
        actions = [each for one in body["cards"][0]["suggestions"] for each in one["actions"]]
        next(each for each in actions if each["type"] == "update")["resource"].update(changes)

    return change


def _without(name: str) -> Callable[[Json], None]:
    return lambda body: body["cards"][0].pop(name)


def _twice(body: Json) -> None:
    actions = body["cards"][0]["suggestions"][0]["actions"]
    actions.append(actions[-1])


def _every_one_recommended(body: Json) -> None:
    body["cards"][0]["suggestions"] *= 2
    for each in body["cards"][0]["suggestions"]:
        each["isRecommended"] = True


def _nine(body: Json) -> None:
    body["cards"] *= 9


TOPIC = {"system": "s", "code": "two words", "display": "d"}
MUTANTS: list[tuple[str, Callable[[Json], None]]] = [
    ("G2 G3", _card(detail="")),
    ("G2 G3", _card(links=[])),
    ("G2 G3", _card(extension={"example.spinal-tumour-cds.advice": {"kind": "x", "lesion": None}})),
    ("K1", lambda body: body.update(more=1)),
    ("K1", lambda body: body.update(cards={"first": body["cards"][0]})),
    ("Y1 Y2 Y3 Y4", lambda body: body.update(systemActions=[])),
    ("A11 D13 cds-resp-7", _suggestion(actionSelectionBehavior="any")),
    ("X1", _card(extension={"advice": {}})),
    ("X1", _card(extension=["x"])),
    ("K2", _card(summary="x" * 140)),
    ("K2", _card(summary="")),
    ("K2", _card(summary="two\nlines")),
    ("K3", _card(indicator="hard-stop")),
    ("K4", _card(source={"topic": TOPIC})),
    ("K5", _card(source={"label": "l", "url": "/about"})),
    ("K5", _card(source={"label": "l", "icon": "icon.png"})),
    ("K6 U2", _card(uuid="urn:uuid:6fa459ea-ee8a-4ca4-894e-db77e160355e")),
    ("K6 U2", _without("uuid")),
    ("K6 U2", _suggestion(uuid="")),
    ("K6 U2", _nine),
    ("K7", _card(detail="a <b>bold</b> word")),
    ("K9 cds-resp-6", _without("selectionBehavior")),
    ("K9 cds-resp-6", _without("suggestions")),
    ("K9 cds-resp-6", _card(selectionBehavior="all")),
    ("K10 cds-resp-1", _every_one_recommended),
    ("K11 N6 cds-resp-4", _card(overrideReasons=[{"code": "c", "display": "d"}])),
    ("K11 N6 cds-resp-4", _card(source={"label": "l", "topic": {"code": "c", "display": "d"}})),
    ("K14", _card(indicator="critical")),
    ("K14", _nine),
    ("K14", _card(detail="[more](https://elsewhere.example)")),
    ("K17", _card(source={"label": "l", "topic": TOPIC})),
    ("U1", _suggestion(label="")),
    ("U3", _suggestion(isRecommended="true")),
    ("U4", _suggestion(actions=[])),
    ("U5", _twice),
    ("A1", _action(type="Create")),
    ("A2 cds-resp-5", _action(description="")),
    ("A3", _action(resource="{}")),
    ("A3", _action(resource={})),
    ("A4", _replaced(priority="routine")),
    ("A4", _replaced(performer=[])),
    ("A5 cds-resp-2", _action(type="delete")),
    ("A5 cds-resp-2", _action(type="delete", resourceId="1")),
    ("A5 cds-resp-2", _action(resourceId="ServiceRequest/1")),
    ("A6", _action(type="delete", resourceId="ServiceRequest/elsewhere")),
    ("A6", _replaced(id="elsewhere")),
    ("A7", lambda body: body["cards"][-1].update(suggestions=[{"actions": [{"type": "delete", "resourceId": "A/1"}]}])),
    ("A8", _resource(basedOn=[{"reference": "ServiceRequest/elsewhere"}])),
    ("A9", _resource(subject={"reference": "Patient/other"})),
    ("A9", _resource(status="active")),
    ("A9", _resource(intent="plan")),
    ("A9", _resource(code={"coding": []})),
    ("L1", _card(links=[{"url": "https://ehr.example"}])),
    ("L2", _card(links=[LINK | {"type": "relative"}])),
    ("L2", _card(links=[LINK | {"url": "/x"}])),
    ("L3 cds-resp-3", _card(links=[LINK | {"appContext": "x"}])),
    ("L3 cds-resp-3", _card(links=[LINK | {"type": "smart", "appContext": {}}])),
    ("L4", _card(links=[LINK | {"autolaunchable": True}])),
    ("L5", _resource(resourceType="Task", code={"coding": [{"code": "launch-smart-app"}]})),
    ("L6", _card(links=[LINK | {"url": "https://ehr.example/p1"}])),
]


def _rich() -> tuple[Json, Json]:
    """A request, and an answer to it that keeps every rule: an update, creations, override reasons."""
    name = "an unsuitable technique, order-select, generic, en"
    answer = dict(answers())[name]
    return dict(answer.request), copy.deepcopy(answer.body)


@pytest.mark.parametrize(("rows", "change"), MUTANTS, ids=[f"{rows}-{n}" for n, (rows, _) in enumerate(MUTANTS)])
def test_each_rule_refuses_what_breaks_it(rows: str, change: Callable[[Json], None]) -> None:
    request, body = _rich()
    assert faults(orjson.dumps(body), request) == []
    change(body)
    assert list(RULES[rows](Answer(orjson.dumps(body), request)))


@pytest.mark.parametrize(
    ("rows", "raw"),
    [
        ("G4", b'{"cards":[],"cards":[]}'),
        ("G4", b'{"cards":[NaN]}'),
        ("G4", b'{"cards":[],}'),
        ("G4", b'{"cards":[]} // none'),
        ("N3", b'{"cards": []}'),
    ],
)
def test_each_rule_of_bytes_refuses_what_breaks_it(rows: str, raw: bytes) -> None:
    assert list(RULES[rows](Answer(raw, {})))


def test_every_rule_has_a_mutant() -> None:
    assert RULES.keys() - {rows for rows, _ in MUTANTS} == {"G4", "N3"}


def test_the_null_that_fhir_puts_into_a_list_is_no_emptiness() -> None:
    request, body = _rich()
    _resource(_given=[None, {"id": "x"}])(body)
    assert list(RULES["G2 G3"](Answer(json.dumps(body).encode(), request))) == []
