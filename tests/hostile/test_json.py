"""What can be done with JSON: numbers, characters, depth, width, size, names that come twice; and with a record's words."""

from __future__ import annotations

import base64
import copy
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import orjson
import pytest
from flask.testing import FlaskClient

from cds_hooks.demo import SERVICE_PATH
from tests.hostile.mutations import SIGN_PATH
from tests.support import calls
from tests.support.calls import Answered, Json, advice_of

PATHS = [SERVICE_PATH, SIGN_PATH, f"{SERVICE_PATH}/feedback"]


@cache
def service() -> FlaskClient:
    return calls.client()


def post(body: bytes, path: str = SERVICE_PATH) -> Answered:
    response = service().post(path, data=body, content_type="application/json")
    return Answered(status=response.status_code, raw=response.data)


def with_member(value: bytes) -> bytes:
    """A good call with one more member, which nobody reads."""
    return orjson.dumps(calls.call("V-01"))[:-1] + b',"pad":' + value + b"}"


def with_measure(value: bytes) -> bytes:
    """A good call in whose record a size of the lesion is this."""
    body = calls.call("V-01")
    coding = {"system": "https://spinal-tumour-cds.example/fhir/CodeSystem/spinal-lesion-finding", "code": "size"}
    size = {
        "resourceType": "Observation",
        "id": "size",
        "status": "final",
        "code": {"coding": [coding]},
        "subject": {"reference": "Patient/V-01"},
        "valueQuantity": {"value": "@", "unit": "mm", "system": "http://unitsofmeasure.org", "code": "mm"},
    }
    body["prefetch"]["findings"]["entry"].append({"resource": size})
    return orjson.dumps(body).replace(b'"@"', value)


# --- numbers and characters --------------------------------------------------------------------------------------------

REFUSED: dict[str, bytes] = {
    "NaN": b"NaN",
    "infinity": b"-Infinity",
    "beyond a double": b"1e400",
    "5,001 digits": b"1" + b"0" * 5_000,
    "a leading zero": b"01",
    "a plus": b"+1",
    "hexadecimal": b"0x10",
    "half a character": b'"\\ud800"',
    "two halves the wrong way": b'"\\udc00\\ud800"',
    "a surrogate in UTF-8": b'"\xed\xa0\x80"',
    "overlong UTF-8": b'"\xc0\xae\xc0\xae"',
    "five bytes for one character": b'"\xf8\x88\x80\x80\x80"',
    "beyond Unicode": b'"\xf4\x90\x80\x80"',
    "Latin-1": b'"M\xfcller"',
    "a NUL": b'"\x00"',
    "a line break in a string": b'"a\nb"',
    "a tab in a string": b'"a\tb"',
    "a comment": b"1 // one",
    "a trailing comma": b"[1,]",
    "single quotes": b"'a'",
    "a name without quotes": b"{a: 1}",
    "undefined": b"undefined",
    "65 levels": b"[" * 64 + b"]" * 64,
    "65 levels of objects": b'{"a":' * 64 + b"1" + b"}" * 64,
    "brackets without an end": b"[" * 200_000,
    "brackets that do not match": b"[}" * 100,
}
TAKEN: dict[str, bytes] = {
    "minus nothing": b"-0",
    "minus nothing point nothing": b"-0.0",
    "5,000 digits behind the point": b"0." + b"1" * 5_000,
    "the smallest": b"5e-324",
    "below the smallest": b"1e-400",
    "the largest": b"1.7976931348623157e308",
    "beyond 64 bits": b"18446744073709551616",
    "64 levels": b"[" * 63 + b"]" * 63,
    "brackets in a string": b'"' + b"[{" * 100_000 + b'"',
    "quotes and backslashes in a string": b'"' + b'\\"[\\\\' * 20_000 + b'"',
    "a NUL, written": b'"\\u0000"',
    "a pair of halves": b'"\\ud83d\\ude00"',
    "an empty name": b'{"":{"":[]}}',
    "names of Python": b'{"__class__":1,"__init__":{"__globals__":1},"self":1,"constructor":{"prototype":1}}',
    "a long name": b'{"' + b"x" * 1_000_000 + b'":1}',
    "a long string": b'"' + b"x" * 9_000_000 + b'"',
    "many names": b"{" + b",".join(b'"%d":0' % number for number in range(200_000)) + b"}",
    "many members": b"[" + b",".join([b"0"] * 1_000_000) + b"]",
    "many brackets side by side": b"[" + b",".join([b"[[[]]]"] * 200_000) + b"]",
}


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("value", REFUSED)
def test_H5_what_is_no_json_is_400(value: str, path: str) -> None:
    answer = post(with_member(REFUSED[value]), path)
    assert answer.status == 400
    assert answer.body["issue"][0]["details"]["text"] == "The body must be valid JSON of at most 64 levels."


@pytest.mark.parametrize("value", TAKEN)
def test_G6_what_is_json_but_odd_changes_nothing_where_nobody_reads_it(value: str) -> None:
    assert post(with_member(TAKEN[value])).without_ids == post(with_member(b"1")).without_ids


@pytest.mark.parametrize("value", TAKEN)
def test_P10_an_odd_value_in_the_record_breaks_nothing(value: str) -> None:
    answer = post(with_measure(TAKEN[value]))
    if value == "64 levels":
        assert answer.status == 400  # it stands deeper here
    else:
        assert answer.status == 200
        assert b"null" not in answer.raw


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", b"\x00", b"\x0c", b")]}',\n", b"\x1e"])
def test_H5_nothing_may_stand_before_the_body(start: bytes) -> None:
    assert post(start + with_member(b"1")).status == 400


@pytest.mark.parametrize("end", [b"\x00", b"{}", b",", b"]", b"\x1a", b"//"])
def test_H5_nothing_may_stand_behind_the_body(end: bytes) -> None:
    assert post(with_member(b"1") + end).status == 400
    padded = with_member(b'"' + b"x" * 100_000 + b'"')
    assert post(padded + end).status == 400


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "utf-7", "cp037"])
def test_H5_utf_8_and_nothing_else(encoding: str) -> None:
    assert post(with_member(b"1").decode().encode(encoding)).status == (200 if encoding == "utf-7" else 400)


# --- names that come twice ---------------------------------------------------------------------------------------------
# The specification is silent, and JSON lets it be. The last one counts, everywhere alike: whatever is checked is what was parsed,
# so no check of ours sees another value than the one that is used.


def _twice(body: bytes, name: bytes, first: bytes) -> bytes:
    return body.replace(name + b":", name + b":" + first + b"," + name + b":", 1)


def test_of_two_members_of_one_name_the_last_one_counts() -> None:
    body = orjson.dumps(calls.call("V-01"))
    alone = post(body).without_ids
    for name, first in ((b'"patientId"', b'"other"'), (b'"hook"', b'"patient-view"'), (b'"prefetch"', b"[]")):
        assert post(_twice(body, name, first)).without_ids == alone


def test_P9_a_second_patient_is_the_one_that_is_checked() -> None:
    """The order is then another patient's, and so is the record."""
    body = orjson.dumps(calls.call("V-01")).replace(b'"patientId":"V-01"', b'"patientId":"V-01","patientId":"V-02"')
    assert [advice_of(card)["kind"] for card in post(body).cards] == ["degraded"]


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
    answer = post(orjson.dumps(body))
    assert answer.status == 200
    assert len(answer.cards) <= 8
    assert len(answer.raw) < 2_000_000


@pytest.mark.parametrize(("sentences", "unread"), [(500, []), (5_000, ["reports"])])
def test_contract7_more_text_than_is_read_is_said(sentences: int, unread: list[str]) -> None:
    answer = post(orjson.dumps(calls.call("V-24", change=_sentences(sentences))))
    assert [key for card in answer.cards for key in advice_of(card).get("unread", [])] == unread


def test_10000_selections_change_nothing() -> None:
    many = post(orjson.dumps(calls.call("V-01", change=_selections(10_000))))
    assert many.without_ids == post(orjson.dumps(calls.call("V-01"))).without_ids


def test_G6_a_bundle_in_a_bundle_is_read_as_one() -> None:
    nested = post(orjson.dumps(calls.call("V-05", change=_bundle_in_bundle(3))))
    assert [advice_of(card)["kind"] for card in nested.cards]


@pytest.mark.parametrize(
    ("length", "status"),
    [("1" * 5_000, 413), ("9" * 19, 413), ("-1", 400), ("1e3", 400), ("٣", 400), ("1.5", 400), ("0x9", 400)],
)
def test_contract7_a_length_that_is_none_is_refused(length: str, status: int) -> None:
    """As other servers than ours may let it through."""
    sent = {"data": b"{}", "content_type": "application/json", "environ_overrides": {"CONTENT_LENGTH": length}}
    assert service().post(SERVICE_PATH, **sent).status_code == status


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
    assert post(orjson.dumps(body)).status in (200, 400)


def test_P10_a_version_of_5000_digits_is_a_version() -> None:
    body = calls.call("V-05")
    entry = body["prefetch"]["conditions"]["entry"][0]["resource"]
    newer = copy.deepcopy(entry) | {"meta": {"versionId": "1" + "0" * 5_000}}
    older = copy.deepcopy(entry) | {
        "meta": {"versionId": "9" * 4_999},
        "verificationStatus": None,
        "code": {"text": "none"},
    }
    alone = post(orjson.dumps(body)).without_ids
    body["prefetch"]["conditions"]["entry"] += [{"resource": newer}, {"resource": older}]
    assert post(orjson.dumps(body)).without_ids == alone


# --- text that costs more than its length ------------------------------------------------------------------------------
# No time is asserted: each of these took minutes or did not end at all, and the run's own patience is the limit.

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
    assert post(orjson.dumps(body)).status == 200
    for form in ("text/plain", "text/html"):
        report["presentedForm"] = [{"contentType": form, "data": data}]
        assert post(orjson.dumps(body)).status == 200
    del report["presentedForm"], report["conclusion"]
    report["text"] = {"status": "generated", "div": text}
    assert post(orjson.dumps(body)).status == 200
