"""Nothing that a caller sends becomes a part of a request of ours that it was not meant for: no parameter, path or header."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cds_hooks.failures import Malformed
from cds_hooks.wire import read_request
from fhir_profiles.queries import QUERIES, fhir_query
from tests.support import calls
from tests.support.hospital import Hospital, hospital

TOKEN = {"access_token": "x", "token_type": "Bearer", "expires_in": 300, "scope": "patient/*.read", "subject": "us"}
IDS = [
    "1&_count=1",
    "1&patient=2",
    "1?patient=2",
    "1;patient=2",
    "1#",
    "1%26patient=2",
    "1%0d%0aX-Injected:1",
    "1\r\nX-Injected: 1",
    "1\nX-Injected: 1",
    "1\u2028X-Injected: 1",
    "1\x00",
    "1 HTTP/1.1\r\nHost: evil.example\r\n\r\nGET /",
    "1/../2",
    "../Observation/2",
    "..",
    ".",
    "...",
    "1/$everything",
    "1$everything",
    "1|2",
    "1,2",
    "1\\,2",
    "1\\..\\2",
    "http://evil.example/Patient/1",
    "//evil.example/1",
    "Patient/Patient/1",
    "Observation/1",
    "1\uff06patient\uff1d2",
    "\uff0e\uff0e\uff0f2",
    "\u2024\u2024\u2215patient",
    "{{context.userId}}",
    "1" * 1_025,
]
READ_FOR = {
    "1;patient=2",
    "1\uff06patient\uff1d2",
    "\uff0e\uff0e\uff0f2",
    "\u2024\u2024\u2215patient",
    "{{context.userId}}",
}
"""What is an id for us: real ones have signs that FHIR does not foresee (C11)."""
TOKENS = [
    "x\r\nX-Injected: 1",
    "x\nHost: evil.example",
    "x\rX-Injected: 1",
    "x\r\n\r\nGET /r4/Patient/2 HTTP/1.1\r\n",
    "x\x00",
    "x y",
    " x",
    "x\t",
    "\u0445",
    "x\u010d\u010a",  # ends in CR and LF where somebody cuts characters to bytes
    "",
]


@pytest.fixture
def there() -> Iterator[Hospital]:
    with hospital(calls.call("V-05")["prefetch"]) as found:
        yield found


def assert_asks_for(path: str, patient_id: str) -> None:
    """One of our queries as it stands in contract 3, for this patient, and nothing more."""
    address = urlsplit(path)
    assert not address.fragment
    if not address.query:
        assert address.path.count("/") == 3  # an encoded slash is none
        assert unquote(address.path) == f"/r4/Patient/{patient_id}"
        return
    parameters = parse_qs(address.query, keep_blank_values=True, strict_parsing=True)
    assert parameters.pop("patient") == [patient_id]
    templates = [query for query in QUERIES if address.path == f"/r4/{query.resource_type}"]
    assert parameters in [parse_qs(query.parameters) for query in templates]


@pytest.mark.parametrize("patient_id", IDS)
def test_C3_an_id_stays_an_id(there: Hospital, patient_id: str) -> None:
    body = calls.from_server("V-05", there.base_url) | {"fhirAuthorization": TOKEN}
    body["context"]["patientId"] = patient_id
    for entry in body["context"]["draftOrders"]["entry"]:
        del entry["resource"]["subject"]  # otherwise the order is another patient's, and nothing is read
    answered = calls.post(calls.client(there.base_url), body)
    assert answered.status in (400, 412)  # no id, or not that of the server's Patient; or none that a path can hold
    assert bool(there.seen) is (patient_id in READ_FOR)
    for path, token in there.seen:
        assert_asks_for(path, patient_id)
        assert token == "Bearer x"


def test_an_id_that_is_none_is_noticed() -> None:
    for path in (
        "/r4/Patient/1/2",
        "/r4/Patient/1?patient=1",
        "/r4/Condition?patient=1&patient=2",
        "/r4/Condition?patient=2",
    ):
        with pytest.raises(AssertionError):
            assert_asks_for(path, "1")
    assert_asks_for("/r4/Patient/1", "1")
    assert_asks_for("/r4/Consent?patient=1", "1")


@given(st.text(min_size=1) | st.text("1./\\?&#%|,$;=\r\n\uff0e", min_size=1))
def test_C3_whatever_is_taken_for_an_id_stays_one(patient_id: str) -> None:
    body = calls.call("V-05")
    body["context"]["patientId"] = patient_id
    try:
        taken = read_request(body).patient_id
    except Malformed:
        return
    for query in QUERIES:
        try:
            address = fhir_query(query, taken)
        except ValueError:
            return
        assert_asks_for(f"/r4/{address}", taken)


@pytest.mark.parametrize("token", TOKENS)
def test_FA3_a_token_that_no_header_can_hold_is_refused(there: Hospital, token: str) -> None:
    body = calls.from_server("V-05", there.base_url) | {"fhirAuthorization": TOKEN | {"access_token": token}}
    answered = calls.post(calls.client(there.base_url), body)
    assert answered.status == 400
    assert there.seen == []
