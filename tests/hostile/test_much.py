"""Much of everything, and records made to cost more than their length: whoever sends them is answered like anyone else.

No time is asserted: each of these took minutes once, or would have. What may not live here: JSON itself (`test_json`).
"""

from __future__ import annotations

import base64
import copy
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.support import calls
from tests.support.calls import Answered, Json, advice_of


@cache
def service() -> FlaskClient:
    return calls.client()


def post(body: Json) -> Answered:
    return calls.post(service(), body)


# --- too much of everything --------------------------------------------------------------------------------------------

Change = Callable[[Json], None]


def _selections(count: int) -> Change:
    def change(body: Json) -> None:
        body["context"]["selections"] += [f"ServiceRequest/{number}" for number in range(count)]

    return change


def _orders(count: int, selected: int) -> Change:
    """All of them ours."""

    def change(body: Json) -> None:
        context = body["context"]
        order = context["draftOrders"]["entry"][0]["resource"]
        copies = [copy.deepcopy(order) | {"id": f"x{number}"} for number in range(count)]
        context["draftOrders"]["entry"] += [{"resource": each} for each in copies]
        context["selections"] += [f"{each['resourceType']}/{each['id']}" for each in copies[:selected]]

    return change


def _again(count: int) -> Change:
    """Each entry of each Bundle so often, under ids of their own."""

    def change(body: Json) -> None:
        for value in body["prefetch"].values():
            if entries := value.get("entry"):
                value["entry"] = [
                    {"resource": each["resource"] | {"id": f"{each['resource']['id']}-{number}"}}
                    for number in range(count)
                    for each in entries
                ]

    return change


def _bundle_in_bundle(depth: int) -> Change:
    def change(body: Json) -> None:
        for key, value in body["prefetch"].items():
            if value["resourceType"] == "Bundle":
                inside = value
                for _ in range(depth):
                    inside = {"resourceType": "Bundle", "type": "searchset", "entry": [{"resource": inside}]}
                body["prefetch"][key] = inside

    return change


def _bundles_of_themselves(body: Json) -> None:
    bundle: Json = {"resourceType": "Bundle", "entry": []}
    for _ in range(12):
        bundle = {"resourceType": "Bundle", "entry": [{"resource": bundle}, {"resource": bundle}]}
    body["prefetch"]["labs"] = bundle
    body["context"]["draftOrders"]["entry"].append({"resource": bundle})


def _sentences(count: int) -> Change:
    def change(body: Json) -> None:
        report = body["prefetch"]["reports"]["entry"][0]["resource"]
        report["conclusion"] = "Lytic metastasis of T8, 12 mm, no epidural extension, SINS 9. " * count

    return change


def _one_sentence(words: int) -> Change:
    def change(body: Json) -> None:
        report = body["prefetch"]["reports"]["entry"][0]["resource"]
        report["conclusion"] = "No lesion, T8 " * words

    return change


def _each_of(key: str, count: int, **more: Any) -> Change:
    """So many resources of one kind."""

    def change(body: Json) -> None:
        owner = {"reference": f"Patient/{body['context']['patientId']}"}
        kind = {"statements": "MedicationStatement", "reports": "DiagnosticReport", "conditions": "Condition"}[key]
        body["prefetch"][key]["entry"] = [
            {"resource": {"resourceType": kind, "id": f"{key}-{number}", "status": "active", "subject": owner, **more}}
            for number in range(count)
        ]

    return change


MUCH: dict[str, Change] = {
    "10,000 selections": _selections(10_000),
    "10,000 draft orders": _orders(10_000, selected=0),
    "1,000 selected draft orders": _orders(1_000, selected=1_000),
    "every entry 100 times": _again(100),
    "5,000 drugs": _each_of("statements", 5_000, medicationCodeableConcept={"text": "warfarin 5 mg"}),
    "5,000 reports": _each_of(
        "reports", 5_000, code={"text": "MR spine"}, conclusion="T8: metastasis.", status="final"
    ),
    "5,000 Conditions": _each_of("conditions", 5_000, code={"text": "metastasis of T8"}),
    "Bundle in Bundle": _bundle_in_bundle(15),
    "Bundles of themselves": _bundles_of_themselves,
    "a report of 2,000 sentences": _sentences(2_000),
    "a sentence of 30,000 words": _one_sentence(10_000),
}


@pytest.mark.parametrize("much", MUCH)
@pytest.mark.parametrize("name", ["V-02", "V-24"])
def test_much_of_everything_is_answered(name: str, much: str) -> None:
    body = calls.call(name, change=MUCH[much])
    answer = post(body)
    assert answer.status == 200
    assert len(answer.cards) <= 8
    assert len(answer.raw) < 2_000_000


@pytest.mark.parametrize(("sentences", "unread"), [(500, []), (5_000, ["reports"])])
def test_contract7_more_text_than_is_read_is_said(sentences: int, unread: list[str]) -> None:
    answer = post(calls.call("V-24", change=_sentences(sentences)))
    assert [key for card in answer.cards for key in advice_of(card).get("unread", [])] == unread


def test_10000_selections_change_nothing() -> None:
    many = post(calls.call("V-01", change=_selections(10_000)))
    assert many.without_ids == post(calls.call("V-01")).without_ids


def test_G6_a_bundle_in_a_bundle_is_read_as_one() -> None:
    nested = post(calls.call("V-05", change=_bundle_in_bundle(3)))
    assert [advice_of(card)["kind"] for card in nested.cards]


# --- the record's own words --------------------------------------------------------------------------------------------

NUMBERS = [
    "1" * 5_000,
    "9" * 400,
    "0" * 400,
    "-1",
    "1e999",
    "٣",
    "²",
    "½",
    "Ⅷ",
    "１２",
    "1_0",
    "0x1F",
    "1,2,3,4",
    "1.2.3",
    "∞",
    "NaN",
]


def _numbers_of(value: Any, number: str) -> Any:
    if isinstance(value, dict):
        return {name: one if name in ("id", "reference") else _numbers_of(one, number) for name, one in value.items()}
    if isinstance(value, list):
        return [_numbers_of(one, number) for one in value]
    if isinstance(value, str):
        return "".join(_with_number(value, number))
    return value


def _with_number(text: str, number: str) -> Iterator[str]:
    inside = False
    for character in text:
        if not character.isdigit():
            yield character
        elif not inside:
            yield number
        inside = character.isdigit()


@pytest.mark.parametrize("number", NUMBERS, ids=lambda number: number[:8])
@pytest.mark.parametrize("name", ["V-01", "V-05", "V-09", "V-17"])
def test_P10_no_number_in_words_breaks_the_call(name: str, number: str) -> None:
    body = calls.call(name)
    kept = body["prefetch"]["patient"]
    body["prefetch"] = _numbers_of(body["prefetch"], number) | {"patient": kept}
    assert post(body).status in (200, 400)


def test_P10_a_version_of_5000_digits_is_a_version() -> None:
    body = calls.call("V-05")
    entry = body["prefetch"]["conditions"]["entry"][0]["resource"]
    newer = copy.deepcopy(entry) | {"meta": {"versionId": "1" + "0" * 5_000}}
    older = copy.deepcopy(entry) | {
        "meta": {"versionId": "9" * 4_999},
        "verificationStatus": None,
        "code": {"text": "none"},
    }
    alone = post(body).without_ids
    body["prefetch"]["conditions"]["entry"] += [{"resource": newer}, {"resource": older}]
    assert post(body).without_ids == alone


# --- text that costs more than its length ------------------------------------------------------------------------------

ENDLESS: dict[str, str] = {
    "one word": "a",
    "one number": "1",
    "letters that grow": "İ",
    "words of one kind": "metastasis ",
    "wishes": "no debulking ",
    "wishes in one word": "ablation",
    "denied words": "no metastasis ",
    "short lines": "ab\n",
    "lines that go on": "and\n",
    "open tags": "<p",
    "open comments": "<!--",
    "open quotes": "<a href='",
    "open sections": "<![",
    "references": "&#",
}


@pytest.mark.parametrize("piece", ENDLESS)
def test_P10_no_text_costs_more_than_its_length(piece: str) -> None:
    text = ENDLESS[piece] * (200_000 // len(ENDLESS[piece]))
    data = base64.b64encode(text.encode()).decode()
    body = calls.call("V-24")
    report = body["prefetch"]["reports"]["entry"][0]["resource"]
    condition = body["prefetch"]["conditions"]["entry"][0]["resource"]
    report["conclusion"] = f"{report['conclusion']} {text[:90_000]}"
    condition["code"]["text"] = f"no {text[:30_000]}"
    order = body["context"]["draftOrders"]["entry"][0]["resource"]
    order["code"]["text"] = f"Radiofrequency ablation of the spine {text[:30_000]}"
    order["note"] = [{"text": text[:30_000]}]
    assert post(body).status == 200
    for form in ("text/plain", "text/html"):
        report["presentedForm"] = [{"contentType": form, "data": data}]
        assert post(body).status == 200
    del report["presentedForm"], report["conclusion"]
    report["text"] = {"status": "generated", "div": text}
    assert post(body).status == 200
