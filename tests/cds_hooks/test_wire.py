"""JSON <-> messages, row by row of the wire document: strict where it says 400, tolerant where real clients stray."""

from collections.abc import Callable, Iterator
from typing import Any

import orjson
import pytest

from cds_hooks import wire
from cds_hooks.failures import Malformed
from cds_hooks.messages import (
    Action,
    ActionType,
    Card,
    Indicator,
    Link,
    LinkType,
    OverrideReason,
    SelectionBehavior,
    Source,
    Suggestion,
)

INSTANCE = "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea"
BASE = "https://spinal-tumour-cds.example/fhir"
ORDER = {"resourceType": "ServiceRequest", "id": "1", "code": {"text": "CANARY-order"}}
GRANT = {
    "access_token": "CANARY-token",
    "token_type": "Bearer",
    "expires_in": 300,
    "scope": "user/*.read",
    "subject": "client",
}


def body(**changes: Any) -> dict[str, Any]:
    return {
        "hook": "order-select",
        "hookInstance": INSTANCE,
        "context": {
            "userId": "Practitioner/1",
            "patientId": "CANARY-patient",
            "encounterId": "e1",
            "selections": ["ServiceRequest/1"],
            "draftOrders": {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": ORDER}]},
        },
    } | changes


def with_context(**changes: Any) -> dict[str, Any]:
    return body(context=body()["context"] | changes)


def without(key: str, inside: str | None = None) -> dict[str, Any]:
    changed = body()
    del (changed[inside] if inside else changed)[key]
    return changed


def granted(**changes: Any) -> dict[str, Any]:
    return body(fhirServer="https://fhir.example/r4", fhirAuthorization=GRANT | changes)


# --- bytes -> JSON ----------------------------------------------------------------------------------------------------

LONG = b'{"pad":"' + b"x" * 50_000 + b'","a":%s}'
SHORT = b'{"pad":"","a":%s}'


def nested(levels: int, inside: bytes = b"") -> bytes:
    return b"[" * levels + inside + b"]" * levels


@pytest.mark.parametrize("form", [SHORT, LONG], ids=["short", "long"])
class TestDepth:
    def test_64_levels_are_read(self, form: bytes) -> None:
        assert wire.parse(form % nested(63))["a"]

    @pytest.mark.parametrize("levels", [65, 100, 900, 5_000, 100_000])
    def test_more_are_400(self, form: bytes, levels: int) -> None:
        with pytest.raises(Malformed, match="64 levels"):
            wire.parse(form % nested(levels - 1))

    def test_objects_count_like_arrays(self, form: bytes) -> None:
        with pytest.raises(Malformed):
            wire.parse(form % (b'{"a":' * 64 + b"1" + b"}" * 64))
        assert wire.parse(form % (b'{"a":' * 63 + b"1" + b"}" * 63))

    @pytest.mark.parametrize("text", [b'"]]]]"', b'"}\\"}"', b'"\\\\"', b'"[[[", "]]]"', b'"\\\\\\"]"', b'"","]"'])
    def test_brackets_in_strings_neither_count_nor_hide(self, form: bytes, text: bytes) -> None:
        assert wire.parse(form % nested(63, text))
        with pytest.raises(Malformed):
            wire.parse(form % (nested(64, text) if b"," in text else b"[%s," % text * 64 + b"1" + b"]" * 64))

    def test_many_brackets_in_one_string_are_no_depth(self, form: bytes) -> None:
        assert wire.parse(form % (b'"' + b"[{" * 500 + b'"'))

    @pytest.mark.parametrize("text", [b"1],[2", b"1}, {", b"]", b"[", b"1]]", b"", b"1 2"])
    def test_broken_json_does_not_slip_through(self, form: bytes, text: bytes) -> None:
        with pytest.raises(Malformed):
            wire.parse(form % text)


@pytest.mark.parametrize("text", [b"", b"{", b"nonsense", b'{"a":1,}', b"{'a':1}", b'{"a":"\xff"}', b"\xef\xbb\xbf{}"])
def test_H5_body_not_json_is_400(text: bytes) -> None:
    with pytest.raises(Malformed, match="valid JSON"):
        wire.parse(text)


@pytest.mark.parametrize("text", [b"[]", b'"text"', b"1", b"null", b"[" + b'{"a":1},' * 9_000 + b"1]"])
def test_H5_body_not_an_object_is_400(text: bytes) -> None:
    with pytest.raises(Malformed, match="must be a JSON object"):
        wire.parse(text)


@pytest.mark.parametrize("number", [b"NaN", b"Infinity", b"-Infinity", b"01"])
def test_H5_numbers_that_json_does_not_know_are_400(number: bytes) -> None:
    with pytest.raises(Malformed):
        wire.parse(b'{"a":%s}' % number)


def test_G7_accents_survive() -> None:
    assert wire.parse('{"name":"Åsa Müller – 腫瘍"}'.encode()) == {"name": "Åsa Müller – 腫瘍"}


# --- JSON -> HookRequest ----------------------------------------------------------------------------------------------


def test_H1_a_whole_request_is_read() -> None:
    request = wire.read_request(
        granted(patient="CANARY-patient", scope="patient/*.read") | {"prefetch": {"labs": None}}
    )
    assert request.hook_instance == INSTANCE
    assert request.patient_id == "CANARY-patient"
    assert request.user == "Practitioner/1"
    assert request.encounter_id == "e1"
    assert request.selections == ("ServiceRequest/1",)
    assert request.draft_orders == (ORDER,)
    assert request.prefetch == {"labs": None}
    assert request.fhir_server == "https://fhir.example/r4"
    assert request.authorization is not None
    assert request.authorization.access_token == "CANARY-token"
    assert request.authorization.subject == "client"
    assert request.notes == ()


REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("R1_hook_missing", without("hook"), "hook: missing"),
    ("R1_hook_no_string", body(hook=["order-select"]), "hook: must be"),
    ("R2_hook_mismatch", body(hook="patient-view"), "hook: this service answers order-select only"),
    ("R3_instance_missing", without("hookInstance"), "hookInstance: missing"),
    ("R3_instance_empty", body(hookInstance=""), "hookInstance: must be a UUID"),
    ("R3_instance_no_uuid", body(hookInstance="42"), "hookInstance: must be a UUID"),
    ("R3_instance_number", body(hookInstance=42), "hookInstance: must be a UUID"),
    ("R4_cds-r-1_grant_without_server", body(fhirAuthorization=GRANT), "fhirServer: missing"),
    ("R6_grant_no_object", body(fhirServer="https://f.example", fhirAuthorization="x"), "fhirAuthorization: must be"),
    ("R7_context_missing", without("context"), "context: missing"),
    ("R7_context_null", body(context=None), "context: missing"),
    ("R7_context_array", body(context=[]), "context: must be an object"),
    ("R8_prefetch_array", body(prefetch=[]), "prefetch: must be an object"),
    ("R8_prefetch_string", body(prefetch="CANARY"), "prefetch: must be an object"),
    ("C1_userId_missing", without("userId", "context"), "context.userId: missing"),
    ("C1_patientId_missing", without("patientId", "context"), "context.patientId: missing"),
    ("C9_selections_missing", without("selections", "context"), "context.selections: missing"),
    ("C9_draftOrders_missing", without("draftOrders", "context"), "context.draftOrders: missing"),
    ("H6_patientId_number", with_context(patientId=1), "context.patientId: must be one FHIR id"),
    ("H6_patientId_empty", with_context(patientId=""), "context.patientId: must be one FHIR id"),
    ("H6_patientId_other_type", with_context(patientId="Group/1"), "context.patientId: must be one FHIR id"),
    ("H6_userId_number", with_context(userId=1), "context.userId: must be"),
    ("H6_encounterId_list", with_context(encounterId=["e"]), "context.encounterId: must be"),
    ("H6_selections_string", with_context(selections="ServiceRequest/1"), "context.selections: must be an array"),
    ("H6_selections_numbers", with_context(selections=[1]), "context.selections: must be an array"),
    ("H6_draftOrders_list", with_context(draftOrders=[ORDER]), "context.draftOrders: must be a Bundle"),
    ("H6_draftOrders_resource", with_context(draftOrders=ORDER), "context.draftOrders: must be a Bundle"),
    ("H6_entry_object", with_context(draftOrders={"entry": {"resource": ORDER}}), "whose entry is an array"),
    ("H6_fhirServer_number", body(fhirServer=1), "fhirServer: must be"),
    ("H6_fhirServer_empty", body(fhirServer=""), "fhirServer: must be"),
    ("FA3_token_with_line_break", granted(access_token="a\r\nX: CANARY"), "fhirAuthorization.access_token: must be"),
    ("FA3_token_type_other", granted(token_type="MAC"), 'fhirAuthorization.token_type: must be "Bearer"'),
    ("FA3_expires_in_text", granted(expires_in="300"), "fhirAuthorization.expires_in: must be an integer"),
    ("FA3_expires_in_flag", granted(expires_in=True), "fhirAuthorization.expires_in: must be an integer"),
    ("P9_grant_for_other_patient", granted(patient="CANARY-other"), "fhirAuthorization.patient: differs"),
    *[
        (f"C11_patientId_{ord(sign)}", with_context(patientId=f"1{sign}2"), "context.patientId: must be one FHIR id")
        for sign in "/?#&,|$\\% \n<\"'"
    ],
    ("C11_patientId_dots", with_context(patientId=".."), "context.patientId: must be one FHIR id"),
]


@pytest.mark.parametrize(("sent", "problem"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_400(sent: dict[str, Any], problem: str) -> None:
    with pytest.raises(Malformed) as refusal:
        wire.read_request(sent)
    assert problem in refusal.value.problem
    assert "CANARY" not in refusal.value.problem


@pytest.mark.parametrize("field", sorted(GRANT))
def test_FA3_each_missing_field_is_400(field: str) -> None:
    grant = {key: value for key, value in GRANT.items() if key != field}
    with pytest.raises(Malformed, match=f"fhirAuthorization.{field}: missing"):
        wire.read_request(body(fhirServer="https://fhir.example", fhirAuthorization=grant))


def test_H6_all_problems_are_named_at_once() -> None:
    with pytest.raises(Malformed, match=r"context.patientId: missing; context.userId: missing"):
        wire.read_request(body(context={"selections": [], "draftOrders": {}}))


TOLERATED: list[tuple[str, dict[str, Any]]] = [
    ("G6_unknown_keys", body(x=1, extension={"com.epic": {}}) | {"context": body()["context"] | {"y": [None]}}),
    ("R3_upper_case", body(hookInstance=INSTANCE.upper())),
    ("R3_any_version", body(hookInstance="00000000-0000-0000-0000-000000000000")),
    ("R6_nulls_for_what_may_be_missing", body(prefetch=None, fhirServer=None, fhirAuthorization=None)),
    ("R6_server_without_grant", body(fhirServer="http://127.0.0.1:8090/fhir")),
    ("C2_other_user", with_context(userId="Patient/1")),
    ("C4_unmatched_selection", with_context(selections=["ServiceRequest/1", "ServiceRequest/none"])),
    ("C10_bundle_without_type", with_context(draftOrders={"resourceType": "Bundle", "entry": [{"resource": ORDER}]})),
    ("C10_bundle_without_resource_type", with_context(draftOrders={"entry": [{"resource": ORDER}]})),
    ("FA5_epic_scope", granted(scope="[Patient.Read (R4)] [Condition.Search (Problems) (R4)]")),
    ("FA3_bearer_in_lower_case", granted(token_type="bearer")),
]


@pytest.mark.parametrize("sent", [case[1] for case in TOLERATED], ids=[case[0] for case in TOLERATED])
def test_200(sent: dict[str, Any]) -> None:
    assert wire.read_request(sent).draft_orders == (ORDER,)


def test_C10_what_is_no_resource_is_passed_over() -> None:
    entries: list[Any] = [
        None,
        1,
        {},
        {"resource": None},
        {"resource": []},
        {"fullUrl": "urn:uuid:1", "resource": ORDER},
    ]
    assert wire.read_request(with_context(draftOrders={"entry": entries})).draft_orders == (ORDER,)


@pytest.mark.parametrize("entry", [None, []])
def test_C10_a_bundle_may_hold_nothing(entry: Any) -> None:
    assert wire.read_request(with_context(draftOrders={"resourceType": "Bundle", "entry": entry})).draft_orders == ()


@pytest.mark.parametrize("patient", ["e" + "x" * 193, "a‑b‑c", "1.2-3", "eOG_x"])
def test_C11_long_and_odd_ids_pass(patient: str) -> None:
    assert wire.read_request(with_context(patientId=patient)).patient_id == patient


def test_C3_a_reference_where_an_id_is_due_is_normalised_and_noted() -> None:
    request = wire.read_request(with_context(patientId="Patient/1", encounterId="Encounter/2"))
    assert (request.patient_id, request.encounter_id) == ("1", "2")
    assert request.notes == ("patientId-was-a-reference", "encounterId-was-a-reference")


def test_C2_another_kind_of_user_is_noted() -> None:
    assert wire.read_request(with_context(userId="Patient/1")).notes == ("userId-is-no-practitioner",)


@pytest.mark.parametrize("selection", ["ServiceRequest/none", "MedicationRequest/1", "urn:uuid:1", ""])
def test_C4_a_selection_that_names_no_draft_is_noted(selection: str) -> None:
    """It is ignored; of the orders that are there nothing is lost."""
    request = wire.read_request(with_context(selections=["ServiceRequest/1", selection]))
    assert (request.notes, request.draft_orders) == (("selection-without-draft",), (ORDER,))


@pytest.mark.parametrize("selection", ["ServiceRequest/1", "https://ehr.example/r4/ServiceRequest/1"])
def test_C4_a_selection_may_be_an_address(selection: str) -> None:
    assert wire.read_request(with_context(selections=[selection])).notes == ()


def test_cds_r_2_patient_scope_without_patient_is_served_and_noted() -> None:
    assert wire.read_request(granted(scope="patient/*.read")).notes == ("cds-r-2",)
    assert wire.read_request(granted(scope="patient/*.read", patient="Patient/CANARY-patient")).notes == ()


# --- cards -> JSON ----------------------------------------------------------------------------------------------------


def card(**changes: Any) -> Card:
    values: dict[str, Any] = {
        "uuid": "c1",
        "summary": "Ablation is an option at T8.",
        "indicator": Indicator.INFO,
        "source": Source(label="Seed", topic_code="indication", topic_display="Indication"),
        "detail": "Text.",
        "advice": {"kind": "indication", "knowledgeVersion": "0.1.0"},
    }
    return Card(**values | changes)


def dumped(one: Card) -> dict[str, Any]:
    (only,) = orjson.loads(wire.dump_cards([one]))["cards"]
    assert isinstance(only, dict)
    return only


def empties(value: Any) -> Iterator[Any]:
    if value is None or value in ("", [], {}):
        yield value
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for child in children:
        yield from empties(child)


def test_K1_no_cards_is_the_one_empty_list() -> None:
    assert wire.dump_cards(()) == b'{"cards":[]}'


def test_K2_K3_K4_K6_K7_the_plain_card() -> None:
    assert dumped(card()) == {
        "uuid": "c1",
        "summary": "Ablation is an option at T8.",
        "indicator": "info",
        "source": {
            "label": "Seed",
            "topic": {"system": f"{BASE}/CodeSystem/card-topic", "code": "indication", "display": "Indication"},
        },
        "detail": "Text.",
        "extension": {"example.spinal-tumour-cds.advice": {"kind": "indication", "knowledgeVersion": "0.1.0"}},
    }


CREATE = Action(type=ActionType.CREATE, description="Order it", resource={"resourceType": "ServiceRequest"})
DELETE = Action(type=ActionType.DELETE, description="Drop it", resource_id="ServiceRequest/1")
SUGGESTION = Suggestion(uuid="s1", label="Order set", is_recommended=True, actions=(CREATE, DELETE))


def test_K9_U1_U2_A1_A2_suggestions() -> None:
    sent = dumped(card(suggestions=(SUGGESTION,), selection_behavior=SelectionBehavior.ANY))
    assert sent["selectionBehavior"] == "any"
    assert sent["suggestions"] == [
        {
            "uuid": "s1",
            "label": "Order set",
            "isRecommended": True,
            "actions": [
                {"type": "create", "description": "Order it", "resource": {"resourceType": "ServiceRequest"}},
                {"type": "delete", "description": "Drop it", "resourceId": "ServiceRequest/1"},
            ],
        }
    ]


def test_cds_resp_6_selection_behavior_stands_with_suggestions_only() -> None:
    assert dumped(card(suggestions=(SUGGESTION,)))["selectionBehavior"] == "at-most-one"
    assert "selectionBehavior" not in dumped(card(selection_behavior=SelectionBehavior.ANY))


def test_cds_resp_4_override_reasons_are_whole_codings() -> None:
    sent = dumped(card(override_reasons=(OverrideReason(code="other", display="Other"),)))
    assert sent["overrideReasons"] == [
        {"code": "other", "system": f"{BASE}/CodeSystem/override-reason", "display": "Other"}
    ]


def test_cds_resp_3_app_context_on_smart_links_only() -> None:
    links = (
        Link(label="Picture", url="https://cds.example/p", app_context="no"),
        Link(label="App", url="https://app.example", type=LinkType.SMART, app_context="yes"),
    )
    plain, smart = dumped(card(links=links))["links"]
    assert plain == {"label": "Picture", "url": "https://cds.example/p", "type": "absolute"}
    assert smart["appContext"] == "yes"


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"detail": "", "advice": {}},
        {"advice": {"kind": "indication", "rules": (), "lesion": {"level": "T8", "side": None}, "evidence": [{}]}},
        {"suggestions": (Suggestion(uuid="s", label="l"),)},
        {
            "suggestions": (
                Suggestion(
                    uuid="s",
                    label="l",
                    actions=(
                        Action(
                            type=ActionType.UPDATE,
                            description="d",
                            resource={"code": {"coding": [{}]}, "reasonCode": [], "note": None, "id": "1"},
                        ),
                    ),
                ),
            )
        },
    ],
)
def test_G2_nothing_is_null_and_nothing_empty(changes: dict[str, Any]) -> None:
    assert list(empties(dumped(card(**changes)))) == []


def test_G5_a_null_that_holds_a_place_in_a_list_stays() -> None:
    resource = {"given": [None, "A"], "_given": [{"id": "x"}, None], "gone": [None, None]}
    action = Action(type=ActionType.UPDATE, description="d", resource=resource)
    sent = dumped(card(suggestions=(Suggestion(uuid="s", label="l", actions=(action,)),)))
    kept = sent["suggestions"][0]["actions"][0]["resource"]
    assert kept == {"given": [None, "A"], "_given": [{"id": "x"}, None]}


def test_false_and_zero_are_no_emptiness() -> None:
    suggestion = Suggestion(uuid="s", label="l", is_recommended=False, actions=(CREATE,))
    sent = dumped(card(advice={"value": False, "number": 0}, suggestions=(suggestion,)))
    assert sent["extension"]["example.spinal-tumour-cds.advice"] == {"value": False, "number": 0}
    assert sent["suggestions"][0]["isRecommended"] is False


@pytest.mark.parametrize("dump", [lambda: wire.dump_cards([card(), card(suggestions=(SUGGESTION,))])])
def test_K17_the_same_cards_give_the_same_bytes(dump: Callable[[], bytes]) -> None:
    assert dump() == dump()
    assert b"\n" not in dump()


def test_D3_a_service_in_the_specification_s_spelling() -> None:
    entry = wire.service(hook="order-select", identifier="id", title="t", description="d", usage="u", prefetch={})
    assert orjson.loads(wire.dump_services([entry])) == {
        "services": [{"hook": "order-select", "id": "id", "title": "t", "description": "d", "usageRequirements": "u"}]
    }
