"""The vignettes through the front door: with prefetch, with FHIR reads only, and half and half, the answer is the same."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from cds_hooks.sandbox import Sandbox
from fhir_profiles import examples
from fhir_profiles.codes import BASE
from tests.support import calls
from tests.support.calls import Json, advice_of
from tests.support.checking import differences, summary_of_cards
from tests.support.stories import story

VIGNETTES = examples.names()
OUT_OF_SCOPE = ("V-18", "V-19")


@pytest.fixture(scope="module")
def service() -> FlaskClient:
    return calls.client()


@pytest.fixture(scope="module")
def reading_service(fhir_server: Sandbox) -> FlaskClient:
    return calls.client(fhir_server.base_url)


@pytest.mark.parametrize("name", VIGNETTES)
def test_the_cards_say_what_the_story_expects(service: FlaskClient, name: str) -> None:
    answered = calls.post(service, calls.call(name))
    assert answered.status == 200
    told = story(name)
    if told.decided_at_the_order:
        assert answered.body == {"cards": []}
        return
    level = told.evidence.place.level if told.evidence.place else None
    wrong = differences(told.expected, summary_of_cards(answered.body, level, told.ordered_technique))
    assert not wrong, "\n".join(("", told.sentence, *wrong))


@pytest.mark.sandbox
@pytest.mark.parametrize("name", VIGNETTES)
def test_P2_three_ways_of_reading_give_one_answer(
    service: FlaskClient, reading_service: FlaskClient, fhir_server: Sandbox, name: str
) -> None:
    by_prefetch = calls.post(service, calls.call(name))
    by_reads = calls.post(reading_service, calls.from_server(name, fhir_server.base_url))
    by_both = calls.post(reading_service, calls.half_and_half(name, fhir_server.base_url))
    assert by_reads.status == by_both.status == by_prefetch.status == 200
    assert by_reads.without_ids == by_prefetch.without_ids
    assert by_both.without_ids == by_prefetch.without_ids


@pytest.mark.sandbox
@pytest.mark.parametrize("name", OUT_OF_SCOPE)
def test_an_irrelevant_order_reads_nothing(reading_service: FlaskClient, fhir_server: Sandbox, name: str) -> None:
    before = _requests(fhir_server.log)
    answered = calls.post(reading_service, calls.from_server(name, fhir_server.base_url))
    assert (answered.status, answered.body) == (200, {"cards": []})
    assert _requests(fhir_server.log) == before


def test_v01_has_the_holds_and_states_that_the_issue_names(service: FlaskClient) -> None:
    cards = calls.post(service, calls.call("V-01")).cards
    lead = advice_of(cards[0])
    states = {each["code"]: each["state"] for each in lead["techniques"]}
    assert lead["outcome"] == "CUR_ABL"
    assert (states["LASER"], states["RFA_MONO"]) == ("preferred", "avoid")
    assert lead["holds"] == ["SR-13", "SR-15", "SR-16"]
    kinds = [advice_of(card)["kind"] for card in cards]
    assert kinds.count("anaesthesia") == kinds.count("thermalprotection") == 1


def test_v17_is_one_critical_card_without_suggestions(service: FlaskClient) -> None:
    cards = calls.post(service, calls.call("V-17")).cards
    assert [(card["indicator"], advice_of(card)["kind"]) for card in cards] == [("critical", "referral")]
    assert "suggestions" not in cards[0]


def test_v24_asks_exactly_what_decides(service: FlaskClient) -> None:
    lead = advice_of(calls.post(service, calls.call("V-24")).cards[0])
    assert lead["questions"] == ["F-02", "F-10", "F-13"]
    assert lead["possibleOutcomes"] == [
        "MDT_CURATIVE_CANAL",
        "CUR_ABL",
        "CUR_ABL_CEM",
        "PAL_CEM",
        "PAL_CAV_CEM",
        "PAL_CAV",
        "PAL_PAIN",
    ]
    assert "holds" not in lead


def test_an_emergency_elsewhere_comes_first_and_stops_every_suggestion(service: FlaskClient) -> None:
    """ESCC 3 at T5 is documented, cryoablation of L3 is ordered."""

    def order_l3(body: Json) -> None:
        order = body["context"]["draftOrders"]["entry"][0]["resource"]
        order["code"] = {"text": "Cryoablation L3"}
        order["bodySite"] = [{"text": "L3"}]
        body["prefetch"]["conditions"]["entry"].append(
            {
                "resource": {
                    "resourceType": "Condition",
                    "id": "l3",
                    "subject": {"reference": "Patient/V-17"},
                    "clinicalStatus": {"coding": [{"code": "active"}]},
                    "code": {"coding": [{"system": "http://snomed.info/sct", "code": "94602001"}]},
                    "bodySite": [{"text": "L3"}],
                }
            }
        )

    cards = calls.post(service, calls.call("V-17", change=order_l3)).cards
    first = advice_of(cards[0])
    assert (cards[0]["indicator"], first["outcome"], first["lesion"]["level"]) == ("critical", "URGENT_REFERRAL", "T5")
    assert any(advice_of(card).get("lesion", {}).get("level") == "L3" for card in cards)
    assert not any("suggestions" in card for card in cards)


def _requests(log: Path) -> int:
    """How many requests the FHIR server has logged."""
    return len(re.findall(r'"(?:GET|POST) /fhir', log.read_text(encoding="utf-8", errors="replace")))


def test_the_hospitals_own_orderable_is_read_and_comes_first(tmp_path: Path) -> None:
    """Contract 5.2 and 6: the selected order carries the hospital's code, the suggestion puts it in front of ours."""
    own = {"system": "https://hospital.example/orderables", "code": "4711"}
    element = {"code": "OS-03-CRYO", "target": [{"code": own["code"], "equivalence": "equivalent"}]}
    file = tmp_path / "orders.conceptmap.json"
    file.write_text(
        json.dumps(
            {
                "resourceType": "ConceptMap",
                "status": "draft",
                "group": [
                    {"source": f"{BASE}/CodeSystem/order-concept", "target": own["system"], "element": [element]}
                ],
            }
        ),
        encoding="utf-8",
    )

    def order_by_own_code(body: Json) -> None:
        body["context"]["draftOrders"]["entry"][0]["resource"]["code"] = {"coding": [own]}

    service = calls.client(SPINAL_CDS__ORDERS__CONCEPT_MAP=str(file))
    cards = calls.post(service, calls.call("V-05", change=order_by_own_code)).cards
    assert advice_of(cards[1])["kind"] == "anaesthesia"
    assert "itemsByTechnique" not in advice_of(cards[2]), "the order names one technique, so one is in play"
    unnamed = calls.post(service, calls.call("V-05")).cards[0]["suggestions"]
    codes = [a["resource"]["code"]["coding"] for s in unnamed for a in s["actions"] if "code" in a.get("resource", {})]
    assert [own, {"system": f"{BASE}/CodeSystem/order-concept", "code": "OS-03-CRYO"}] in codes
