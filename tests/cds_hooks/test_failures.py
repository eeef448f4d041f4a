"""The table: exception -> status and OperationOutcome. What goes out and what is logged holds no patient data."""

import logging
import re

import orjson
import pytest

from cds_hooks import failures
from fhir_profiles.chart import RequiredMissing, WrongPatient

CASES = [
    (failures.Malformed("context.patientId: missing"), 400, "invalid", "context.patientId: missing"),
    (WrongPatient(), 400, "business-rule", "Patient.id in the data differs from context.patientId."),
    (failures.NotTrusted("expired"), 401, "login", "Not authorised."),
    (failures.NotFound(), 404, "not-found", "There is nothing at this address."),
    (failures.MethodNotAllowed(("GET",)), 405, "not-supported", "This address does not take this method."),
    (failures.TooSlow(), 408, "timeout", None),
    (RequiredMissing("conditions"), 412, "required", None),
    (failures.TooLarge(), 413, "too-long", None),
    (failures.WrongMediaType(), 415, "not-supported", None),
    (failures.Busy(), 503, "throttled", None),
    (failures.TookTooLong(), 503, "timeout", None),
    (failures.NotReady(), 503, "transient", None),
    (
        failures.LedgerUnavailable(),
        503,
        "transient",
        "Nothing can be stored now, so nothing was done. Please try again later.",
    ),
]


@pytest.mark.parametrize(("failure", "status", "code", "text"), CASES, ids=lambda one: type(one).__name__)
def test_ST1_each_row_of_the_table(failure: Exception, status: int, code: str, text: str | None) -> None:
    answer = failures.answer_to(failure)
    assert answer.status == status
    outcome = orjson.loads(answer.body)
    assert outcome["resourceType"] == "OperationOutcome"
    (issue,) = outcome["issue"]
    assert issue["severity"] == "error"
    assert issue["code"] == code
    assert issue["details"]["text"] == (text or issue["details"]["text"])


def test_every_row_has_a_case() -> None:
    assert set(failures.TABLE) == {type(case[0]) for case in CASES}


def test_ST1_412_names_the_missing_key() -> None:
    (issue,) = orjson.loads(failures.answer_to(RequiredMissing("conditions")).body)["issue"]
    assert issue["diagnostics"] == "Missing prefetch key: conditions"


def test_405_says_what_is_allowed() -> None:
    assert failures.answer_to(failures.MethodNotAllowed(("OPTIONS", "POST"))).headers["Allow"] == "OPTIONS, POST"


def test_503_says_when_to_come_again() -> None:
    assert failures.answer_to(failures.LedgerUnavailable()).headers["Retry-After"] == "10"


def test_J12_401_gives_no_reason() -> None:
    answer = failures.answer_to(failures.NotTrusted("expired"))
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert b"diagnostics" not in answer.body


def _fault(secret: str) -> Exception:
    try:
        int(secret)  # its message repeats what it was given
    except ValueError as error:
        return error
    raise AssertionError


def test_ST2_our_own_fault_shows_an_opaque_reference_only(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR, logger="spinal_cds.failures")
    answer = failures.answer_to(_fault("CANARY"))
    assert answer.status == 500
    (issue,) = orjson.loads(answer.body)["issue"]
    assert issue["severity"] == "fatal"
    assert issue["details"]["text"] == "Internal error."
    assert re.fullmatch(r"Reference [0-9a-f]{32}", issue["diagnostics"])
    (record,) = caplog.records
    assert issue["diagnostics"].removeprefix("Reference ") in record.getMessage()
    assert "ValueError" in record.getMessage()
    assert "cds_hooks/test_failures.py:" in record.getMessage()
    assert record.exc_info is None
    assert "CANARY" not in caplog.text
    assert b"CANARY" not in answer.body
