"""What if: the record with one fact answered otherwise, and the service then sees it so."""

from datetime import UTC, datetime
from typing import Any

import orjson
import pytest
from flask.testing import FlaskClient

from cds_hooks.demo import SERVICE_PATH
from cds_hooks.workbench.supposing import SUPPOSITIONS
from fhir_profiles import examples
from plugin.knowledge import KNOWLEDGE
from tests.support.calls import Json, advice_of, call, client, post

INPUTS = {each.id: each for each in KNOWLEDGE.inputs}
PATIENTS = [name for name in examples.names() if name not in ("V-18", "V-19")]  # their orders are not ours
WHAT_STAYS = {"SIZE": "no"}
"""Where silence means no (F.4), "not known" cannot be had by silence."""


@pytest.fixture(scope="module")
def service() -> FlaskClient:
    return client()


def suppose(service: FlaskClient, body: Json, **choices: str) -> Json:
    answer = service.post("/workbench/suppose", json={"call": body, "choices": choices})
    assert answer.status_code == 200, answer.text
    found: Json = answer.json or {}
    return found


def lead(service: FlaskClient, body: Json) -> Json:
    return advice_of(post(service, body).cards[0])


@pytest.mark.parametrize("name", PATIENTS)
@pytest.mark.parametrize("answer", ["yes", "no"])
def test_a_supposed_answer_is_the_answer(service: FlaskClient, name: str, answer: str) -> None:
    for choice, declared in INPUTS.items():
        found = lead(service, suppose(service, call(name), **{choice: answer}))
        wanted = declared.yes if answer == "yes" else declared.no
        assert found["inputs"][choice] == wanted, choice


@pytest.mark.parametrize("name", PATIENTS)
def test_what_is_supposed_not_to_be_known_is_known_no_more_where_silence_leaves_it_open(
    service: FlaskClient, name: str
) -> None:
    before = lead(service, call(name))
    for choice in INPUTS:
        found = lead(service, suppose(service, call(name), **{choice: "unknown"}))["inputs"][choice]
        if found not in ("unknown", WHAT_STAYS.get(choice)):
            assert found == before["inputs"][choice]  # what else the record holds says it
            assert choice in ("INTENT", "CONS")
    assert lead(service, suppose(service, call(name), CANAL="unknown"))["inputs"]["CANAL"] == "unknown"


def test_need_data_becomes_a_pathway(service: FlaskClient) -> None:
    assert lead(service, call("V-24"))["outcome"] == "NEED_DATA"
    found = lead(service, suppose(service, call("V-24"), INTENT="no", CANAL="no", CONS="yes"))
    assert found["outcome"].startswith("PAL_")
    assert found["techniques"]


def test_metal_and_wall_change_techniques(service: FlaskClient) -> None:
    def states(body: Json) -> dict[str, str]:
        return {each["code"]: each["state"] for each in lead(service, body)["techniques"]}

    assert states(suppose(service, call("V-06"), METAL="no"))["RFA_BIPOLAR"] == "preferred"
    assert states(suppose(service, call("V-06"), METAL="yes"))["RFA_BIPOLAR"] == "avoid"
    assert states(suppose(service, call("V-06"), WALL="yes"))["RFA_MONO"] == "avoid"


def test_the_call_itself_stays_as_it_was_and_nothing_else_is_changed(service: FlaskClient) -> None:
    body = call("V-06")
    before = orjson.dumps(body)
    changed = suppose(service, body, SOFT="no")
    assert orjson.dumps(body) == before
    assert suppose(service, body) == orjson.loads(before)
    others = set(changed["prefetch"]) - {"findings"}
    assert all(changed["prefetch"][key] == body["prefetch"][key] for key in others)
    assert changed["context"] == body["context"]


@pytest.mark.parametrize("wrong", [{}, {"call": {}}, {"call": [], "choices": {}}, {"call": {}, "choices": {}}])
def test_what_is_no_call_is_refused(service: FlaskClient, wrong: Any) -> None:
    assert service.post("/workbench/suppose", json=wrong).status_code == 400


@pytest.mark.parametrize("choices", [{"NATURE": "yes"}, {"PAIN": "maybe"}, {"PAIN": 1}])
def test_what_cannot_be_supposed_is_refused(service: FlaskClient, choices: Any) -> None:
    answer = service.post("/workbench/suppose", json={"call": call("V-06"), "choices": choices})
    assert answer.status_code == 400


def test_every_input_of_the_tree_can_be_supposed() -> None:
    assert INPUTS.keys() <= SUPPOSITIONS.keys()
    assert all(SUPPOSITIONS[name].fact == declared.fact for name, declared in INPUTS.items())


def test_a_supposed_finding_is_of_today(service: FlaskClient) -> None:
    changed = suppose(service, call("V-06"), SOFT="no")
    finding = changed["prefetch"]["findings"]["entry"][-1]["resource"]
    assert datetime.fromisoformat(finding["effectiveDateTime"]).date() == datetime.now(UTC).date()
    assert finding["bodySite"] == {"text": "T4"}
    assert SERVICE_PATH.startswith("/cds-services/")
