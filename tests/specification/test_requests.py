"""What a request must hold, and what becomes of one that does not: rows R, C, and what they borrow from H and FA.

The whole service stands behind the door. What may not live here: bodies that are no JSON (tests/cds_hooks), values of prefetch
(tests/journeys), and requests of real clients (tests/clients).
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

import orjson
import pytest
from flask.testing import FlaskClient

from cds_hooks.demo import SERVICE_PATH
from tests.support import calls, charts
from tests.support.calls import Answered, Json, advice_of
from tests.support.hospital import Hospital, hospital
from tests.support.validators import shape_faults

SECRET: Final = "CANARY8d1"
GONE: Final = object()
GRANT: Final[Json] = {
    "access_token": SECRET,
    "token_type": "Bearer",
    "expires_in": 300,
    "scope": "user/*.read",
    "subject": "us",
}
SIGN: Final = "/cds-services/spinal-tumour-order-sign"


@cache
def whole() -> Json:
    """A call that is answered with cards."""
    return charts.call(charts.base())


@pytest.fixture(scope="module")
def service() -> FlaskClient:
    return calls.client()


@pytest.fixture(scope="module")
def beside() -> Iterator[Hospital]:
    with hospital(whole()["prefetch"]) as found:
        yield found


def changed(place: str, value: object) -> Json:
    """The whole call with one member at another value, or gone: `context.userId`."""
    body = copy.deepcopy(whole())
    *path, name = place.split(".")
    inside = body
    for each in path:
        inside = inside[each]
    if value is GONE:
        del inside[name]
    else:
        inside[name] = value
    return body


def refusal(answered: Answered, status: int = 400) -> str:
    """What one refusal says, which is no word of what was sent."""
    assert answered.status == status, answered.raw
    assert SECRET.encode() not in answered.raw
    assert answered.body["resourceType"] == "OperationOutcome"
    (issue,) = answered.body["issue"]
    text: str = issue["details"]["text"]
    return text


def same_as_whole(service: FlaskClient, body: Mapping[str, Any]) -> bool:
    return calls.post(service, body).without_ids == calls.post(service, whole()).without_ids


# --- the envelope -------------------------------------------------------------------------------------------------------

CONTEXT = ("context.userId", "context.patientId", "context.selections", "context.draftOrders")
ODD: tuple[object, ...] = (GONE, None, 7, True, [], {}, [None], "")
CAN_BE_ANSWERED: tuple[tuple[str, object], ...] = (("context.selections", []), ("context.draftOrders", {}))
"""Nothing selected, nothing drafted."""
ILL = [
    (place, value)
    for place in ("hook", "hookInstance", "context", *CONTEXT)
    for value in ODD
    if (place, value) not in CAN_BE_ANSWERED
]


@pytest.mark.parametrize(("place", "value"), ILL, ids=lambda each: "gone" if each is GONE else str(each))
def test_H6_a_missing_or_ill_typed_field_is_400_and_named(service: FlaskClient, place: str, value: object) -> None:
    expected = "context." if (place, value) == ("context", {}) else f"{place}:"
    assert expected in refusal(calls.post(service, changed(place, value)))


@pytest.mark.parametrize("value", [GONE, None, 7, ["order-select"]])
def test_R1_a_call_names_its_hook(service: FlaskClient, value: object) -> None:
    assert "hook:" in refusal(calls.post(service, changed("hook", value)))


@pytest.mark.parametrize("hook", ["patient-view", "order-sign", "order-dispatch", "Order-Select", f"x-{SECRET}"])
def test_R2_a_call_of_another_hook_is_400_and_gets_no_cards(service: FlaskClient, hook: str) -> None:
    assert refusal(calls.post(service, changed("hook", hook))) == "hook: this service answers order-select only"


@pytest.mark.parametrize("value", ["", "42", SECRET, "urn:uuid:3b1d6c6e-6f0f-4b57-9d53-0a4f2f3b7c11", "3b1d6c6e6f0f"])
def test_R3_an_instance_is_a_uuid(service: FlaskClient, value: str) -> None:
    assert "hookInstance: must be a UUID" in refusal(calls.post(service, changed("hookInstance", value)))


@pytest.mark.parametrize("value", ["3B1D6C6E-6F0F-4B57-9D53-0A4F2F3B7C11", "00000000-0000-0000-0000-000000000000"])
def test_R3_any_version_in_any_case(service: FlaskClient, value: str) -> None:
    assert same_as_whole(service, whole() | {"hookInstance": value})


def test_R4_cds_r_1_a_grant_without_a_server_is_400(service: FlaskClient) -> None:
    assert "fhirServer: missing" in refusal(calls.post(service, whole() | {"fhirAuthorization": GRANT}))


def test_cds_r_2_a_scope_of_one_patient_need_not_name_him_but_may_not_name_another(beside: Hospital) -> None:
    grant = GRANT | {"scope": "patient/*.read"}
    body = whole() | {"fhirServer": beside.base_url}
    assert same_as_whole(calls.client(beside.base_url), body | {"fhirAuthorization": grant})
    other = calls.post(calls.client(beside.base_url), body | {"fhirAuthorization": grant | {"patient": SECRET}})
    assert "fhirAuthorization.patient: differs" in refusal(other)


def test_R6_R8_a_call_may_be_without_grant_and_prefetch(service: FlaskClient, beside: Hospital) -> None:
    """Everything is then read from an open server, which is for development; without one what is required is missing."""
    bare = {name: value for name, value in whole().items() if name != "prefetch"}
    assert same_as_whole(calls.client(beside.base_url), bare | {"fhirServer": beside.base_url})
    assert refusal(calls.post(service, bare), 412)
    nulls = {"prefetch": None, "fhirServer": None, "fhirAuthorization": None}
    assert refusal(calls.post(service, bare | nulls), 412)


@pytest.mark.parametrize("value", [["x"], "x", 7, True])
@pytest.mark.parametrize("place", ["prefetch", "fhirAuthorization", "context"])
def test_R6_R7_R8_what_is_there_is_an_object(service: FlaskClient, place: str, value: object) -> None:
    body = changed(place, value) | {"fhirServer": "https://fhir.example"}
    assert f"{place}: must be an object" in refusal(calls.post(service, body))


EPIC = {
    "com.epic.cdshooks.request.bpa-trigger-action": 22,
    "com.epic.cdshooks.request.cds-hooks-specification-version": "1.1",
}


@pytest.mark.parametrize("extension", [EPIC, {}, {"x": {"y": [1, None]}}, [], "text", 7])
def test_R9_an_extension_of_the_request_is_ignored(service: FlaskClient, extension: object) -> None:
    assert same_as_whole(service, whole() | {"extension": extension})


# --- the grant ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("field", sorted(GRANT))
def test_FA3_a_grant_with_a_hole_is_400(beside: Hospital, field: str) -> None:
    grant = {name: value for name, value in GRANT.items() if name != field}
    body = whole() | {"fhirServer": beside.base_url, "fhirAuthorization": grant}
    before = len(beside.seen)
    assert refusal(calls.post(calls.client(beside.base_url), body)) == f"fhirAuthorization.{field}: missing"
    assert len(beside.seen) == before


@pytest.mark.parametrize(
    "scope", ["[Patient.Read (Demographics) (R4)] [Condition.Search (Problems) (R4)]", "none of ours"]
)
def test_FA5_a_scope_decides_nothing(beside: Hospital, scope: str) -> None:
    body = {name: value for name, value in whole().items() if name != "prefetch"}
    body |= {"fhirServer": beside.base_url, "fhirAuthorization": GRANT | {"scope": scope}}
    assert same_as_whole(calls.client(beside.base_url), body)


# --- the context --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("field", ["userId", "patientId"])
def test_C1_user_and_patient_are_required(service: FlaskClient, field: str) -> None:
    assert f"context.{field}: missing" in refusal(calls.post(service, changed(f"context.{field}", GONE)))


@pytest.mark.parametrize("encounter", [GONE, None, "e1"])
def test_C1_T7_an_encounter_may_be_missing(service: FlaskClient, encounter: object) -> None:
    """Its orders are then in no encounter; nothing else differs."""
    body = copy.deepcopy(whole())
    if encounter is not GONE:
        body["context"]["encounterId"] = encounter
    answered = calls.post(service, body)
    made = [one["resource"] for card in answered.cards for s in card.get("suggestions", ()) for one in s["actions"]]
    assert {each.get("encounter", {}).get("reference") for each in made} == {
        "Encounter/e1" if encounter == "e1" else None
    }


@pytest.mark.parametrize("user", ["Practitioner/1", "PractitionerRole/1", "Patient/p1", "RelatedPerson/1", "somebody"])
def test_C2_any_user_is_answered(service: FlaskClient, user: str) -> None:
    assert same_as_whole(service, changed("context.userId", user))


def test_C3_a_reference_stands_for_its_id(service: FlaskClient) -> None:
    assert same_as_whole(service, changed("context.patientId", "Patient/p1"))


@pytest.mark.parametrize("missing", [("selections",), ("draftOrders",), ("selections", "draftOrders")])
def test_C9_without_what_was_ordered_there_is_a_clear_refusal(service: FlaskClient, missing: tuple[str, ...]) -> None:
    """Epic leaves the drafts out where the order scopes were not granted, the sandbox both at a second click."""
    body = copy.deepcopy(whole())
    for name in missing:
        del body["context"][name]
    told = refusal(calls.post(service, body))
    assert [name for name in missing if f"context.{name}: missing" not in told] == []


def test_C10_whatever_stands_among_the_drafts_is_tolerated(service: FlaskClient) -> None:
    body = copy.deepcopy(whole())
    (order,) = body["context"]["draftOrders"]["entry"]
    others = [
        {"resource": {"resourceType": "Medication", "id": "m"}},
        {"resource": {"code": 5}},
        {"fullUrl": "x"},
        None,
        7,
    ]
    body["context"]["draftOrders"] = {"resourceType": "Bundle", "entry": [*others, order | {"fullUrl": "urn:uuid:1"}]}
    assert same_as_whole(service, body)


@pytest.mark.parametrize("own_id", ["e" + "x" * 193, "e‑with‑odd‑hyphens"])
def test_C11_long_and_odd_ids_pass(service: FlaskClient, own_id: str) -> None:
    """As ids of a patient and of an order; what is suggested names them as they came."""
    order = charts.order(text="Monopolar radiofrequency ablation") | {"id": own_id}
    text = orjson.dumps(charts.call(charts.base(), order)).replace(b'"p1"', orjson.dumps(own_id))
    body: Json = orjson.loads(text.replace(b'"Patient/p1"', orjson.dumps(f"Patient/{own_id}")))
    answered = calls.post(service, body)
    actions = [one for card in answered.cards for s in card.get("suggestions", ()) for one in s["actions"]]
    assert {one["resource"]["id"] for one in actions if one["type"] == "update"} == {own_id}
    made = {one["resource"]["subject"]["reference"] for one in actions if one["resource"]["resourceType"] != "Task"}
    assert made == {f"Patient/{own_id}"}


@pytest.mark.parametrize("hook", ["order-dispatch", "patient-view"])
def test_C12_C13_hooks_that_are_not_ours_are_not_served(service: FlaskClient, hook: str) -> None:
    listed = service.get("/cds-services").get_json()["services"]
    assert hook not in {each["hook"] for each in listed}
    context = {"userId": "Practitioner/1", "patientId": "p1", "dispatchedOrders": [], "performer": "Organization/1"}
    for path in (SERVICE_PATH, SIGN):
        assert "hook:" in refusal(calls.post(service, {**whole(), "hook": hook, "context": context}, path))
    refusal(calls.post(service, {**whole(), "hook": hook}, f"/cds-services/spinal-tumour-{hook}"), 404)


# --- the orders ---------------------------------------------------------------------------------------------------------


def kinds(answered: Answered) -> list[str]:
    return [advice_of(card)["kind"] for card in answered.cards]


def test_C4_a_selection_that_names_no_draft_is_ignored(service: FlaskClient) -> None:
    body = copy.deepcopy(whole())
    body["context"]["selections"] += ["ServiceRequest/nowhere", "nonsense", ""]
    assert same_as_whole(service, body)


COMPANY = ("NutritionOrder", "VisionPrescription", "DeviceRequest", "CommunicationRequest")


def test_C5_orders_of_other_kinds_may_stand_beside_ours(service: FlaskClient) -> None:
    drafts = [{"resourceType": kind, "id": "beside", "status": "draft"} for kind in COMPANY]
    drafts.append(charts.medication(text="paracetamol") | {"id": "beside"})
    body = copy.deepcopy(whole())
    body["context"]["draftOrders"]["entry"] += [{"resource": each} for each in drafts]
    assert same_as_whole(service, body)
    body["context"]["selections"] = [f"{each['resourceType']}/beside" for each in drafts]
    assert calls.post(service, body).body == {"cards": []}


def test_C5_C6_only_the_selected_order_is_answered(service: FlaskClient) -> None:
    chart = [*charts.base(), charts.condition("icd:C79.51", "sct:94602001", site="L3")]
    body = charts.call(chart, charts.order(), drafts=[charts.order(site="L3")])
    levels = {advice_of(card)["lesion"]["level"] for card in calls.post(service, body).cards}
    assert levels == {"T8"}


def test_C6_what_is_drafted_already_is_not_suggested(service: FlaskClient) -> None:
    consult = charts.order("o:OS-07", site=None)
    assert "OS-07" in suggested(calls.post(service, whole()))
    assert "OS-07" not in suggested(calls.post(service, charts.call(charts.base(), drafts=[consult])))


def suggested(answered: Answered) -> str:
    return orjson.dumps([card.get("suggestions") for card in answered.cards]).decode()


def test_C7_an_order_may_be_no_more_than_its_code(service: FlaskClient) -> None:
    bare = {"resourceType": "ServiceRequest", "id": "bare", "code": {"text": "Percutaneous tumour ablation"}}
    answered = calls.post(service, charts.call(charts.base(), bare))
    assert answered.status == 200
    assert advice_of(answered.cards[0])["lesion"]["level"] == "T8"


@pytest.mark.parametrize("status", ["active", "on-hold", "draft", "unknown"])
def test_C8_at_signature_drafts_and_signed_orders_may_be_mixed(service: FlaskClient, status: str) -> None:
    """Nothing is selected there: each order in the list is looked at."""
    near_a_nerve = charts.CALM | {"distance-to-neural-structure": (2, "mm")}
    orders = [charts.order(text="Monopolar radiofrequency ablation"), charts.order("o:OS-12", site=None)]
    body = charts.call(charts.base(findings=near_a_nerve), *orders) | {"hook": "order-sign"}
    del body["context"]["selections"]
    plain = calls.post(service, body, SIGN)
    assert kinds(plain)[0] == "indication"
    body["context"]["draftOrders"]["entry"][0]["resource"]["status"] = status
    mixed = calls.post(service, body, SIGN)
    assert (mixed.status, kinds(mixed)) == (200, kinds(plain))


def test_K15_of_several_orders_each_card_names_its_own_in_words(service: FlaskClient) -> None:
    chart = [*charts.base(), charts.condition("icd:C79.51", "sct:94602001", site="L3")]
    orders = [charts.order(text="Cryoablation T8"), charts.order(text="Vertebroplasty L3", site="L3")]
    for card in calls.post(service, charts.call(chart, *orders)).cards:
        mine, other = ("Cryoablation T8", "Vertebroplasty L3")
        if advice_of(card)["lesion"]["level"] == "L3":
            mine, other = other, mine
        assert mine in card["detail"]
        assert f"order: {other}" not in card["detail"]


# --- bytes, refusals ----------------------------------------------------------------------------------------------------


def test_G7_accents_and_signs_of_any_script_survive(service: FlaskClient) -> None:
    words = "Ablation percutanée – Wirbelkörper T8 腫瘍"
    body = charts.call(charts.base(), charts.order(text=words), charts.order())
    response = service.post(SERVICE_PATH, data=orjson.dumps(body), content_type="application/json")
    assert response.content_type == "application/json"
    assert words in response.get_json()["cards"][0]["detail"]


REFUSED: dict[str, tuple[int, str, bytes, str]] = {
    "no JSON": (400, SERVICE_PATH, b"{", "application/json"),
    "a hole": (400, SERVICE_PATH, orjson.dumps(changed("context", {})), "application/json"),
    "another patient": (
        400,
        SERVICE_PATH,
        orjson.dumps(changed("prefetch.patient.id", SECRET)),
        "application/json",
    ),
    "no such service": (404, "/cds-services/none", b"{}", "application/json"),
    "discovery": (405, "/cds-services", b"{}", "application/json"),
    "nothing to read": (412, SERVICE_PATH, orjson.dumps(changed("prefetch", {})), "application/json"),
    "too large": (413, SERVICE_PATH, b" " * (10 * 1024 * 1024 + 1), "application/json"),
    "XML": (415, SERVICE_PATH, b"<x/>", "application/xml"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_ST1_ST2_every_refusal_is_an_operation_outcome_and_repeats_nothing(service: FlaskClient, case: str) -> None:
    status, path, data, media_type = REFUSED[case]
    response = service.post(path, data=data, content_type=media_type)
    assert refusal(Answered(status=response.status_code, raw=response.data), status)
    assert shape_faults(orjson.loads(response.data)) == []
    assert response.headers["Cache-Control"] == "no-store"
    assert b".py" not in response.data
