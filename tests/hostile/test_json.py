"""What can be done with JSON itself: numbers, characters, depth, size, encodings, names that come twice, lengths that lie."""

from __future__ import annotations

from functools import cache

import orjson
import pytest
from flask.testing import FlaskClient

from cds_hooks.demo import SERVICE_PATH
from tests.hostile.mutations import SIGN_PATH
from tests.support import calls
from tests.support.calls import Answered, advice_of

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


@pytest.mark.parametrize(
    ("length", "status"),
    [("1" * 5_000, 413), ("9" * 19, 413), ("-1", 400), ("1e3", 400), ("٣", 400), ("1.5", 400), ("0x9", 400)],
)
def test_contract7_a_length_that_is_none_is_refused(length: str, status: int) -> None:
    """As other servers than ours may let it through."""
    sent = {"data": b"{}", "content_type": "application/json", "environ_overrides": {"CONTENT_LENGTH": length}}
    assert service().post(SERVICE_PATH, **sent).status_code == status
