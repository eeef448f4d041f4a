"""What can go wrong with a call, and the one table: exception -> status and OperationOutcome.

No status is chosen anywhere else. Texts name fields and keys, never values: a body holds patient data. Missing
clinical data is no failure; it ends in a question on a card.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from uuid import uuid4

import orjson

from cds_hooks.logs import described
from fhir_profiles.chart import RequiredMissing, WrongPatient, read_results

LOG = logging.getLogger("spinal_cds.failures")
RETRY_AFTER_S = 10
NO_HEADERS: Mapping[str, str] = MappingProxyType({})


class Malformed(Exception):
    """The request breaks the specification; ``problem`` names the field and what it must be."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


class NotTrusted(Exception):
    """The caller did not prove who it is. Why is told to the audit log only, in a fixed word, never to the caller (J12)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NotFound(Exception):
    """No such path, service or published thing."""


class MethodNotAllowed(Exception):
    def __init__(self, allowed: tuple[str, ...]) -> None:
        super().__init__()
        self.allowed = allowed


class TooLarge(Exception):
    """The body is larger than we read."""


class WrongMediaType(Exception):
    """The body does not claim to be JSON."""


class TooSlow(Exception):
    """The body did not come within its time."""


class Busy(Exception):
    """More is being sent to us at once than we keep, or than we can answer in time."""


class TookTooLong(Exception):
    """The answer did not come about in the time within which each call is answered."""


class NotReady(Exception):
    """Not all is there yet that this instance needs, or it is about to end; calls should be sent to another."""


class LedgerUnavailable(Exception):
    """What outlives a call cannot be written or read now; the call may be made again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the table. ``code`` is of FHIR's issue-type."""

    status: int
    code: str
    text: str
    severity: str = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureAnswer:
    """What goes out instead of cards."""

    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=lambda: NO_HEADERS)


OUR_FAULT = Row(status=500, code="exception", severity="fatal", text="Internal error.")

TABLE: Mapping[type[BaseException], Row] = {
    Malformed: Row(status=400, code="invalid", text="The request is not valid."),
    WrongPatient: Row(status=400, code="business-rule", text="Patient.id in the data differs from context.patientId."),
    NotTrusted: Row(status=401, code="login", text="Not authorised."),
    NotFound: Row(status=404, code="not-found", text="There is nothing at this address."),
    MethodNotAllowed: Row(status=405, code="not-supported", text="This address does not take this method."),
    RequiredMissing: Row(
        status=412,
        code="required",
        text="Required FHIR data came neither with prefetch nor from the FHIR server.",
    ),
    TooSlow: Row(status=408, code="timeout", text="The request body did not come in time."),
    TooLarge: Row(status=413, code="too-long", text="The request body is too large."),
    WrongMediaType: Row(
        status=415,
        code="not-supported",
        text="The request body must be application/json, and not packed (Content-Encoding).",
    ),
    Busy: Row(status=503, code="throttled", text="Too much is being sent at once. Please send it again later."),
    TookTooLong: Row(
        status=503,
        code="timeout",
        text="The answer took too long, so the call was given up. Please try again later.",
    ),
    NotReady: Row(status=503, code="transient", text="This instance takes no calls now. Please ask another."),
    LedgerUnavailable: Row(
        status=503,
        code="transient",
        text="Nothing can be stored now, so nothing was done. Please try again later.",
    ),
}


def answer_to(failure: BaseException) -> FailureAnswer:
    """The answer for any exception at all; what the table does not name is our own fault and is logged."""
    row = TABLE.get(type(failure))
    if row is None:
        return _answer(OUR_FAULT, OUR_FAULT.text, diagnostics=f"Reference {_logged(failure)}")
    match failure:
        case Malformed():
            return _answer(row, failure.problem)
        case RequiredMissing():
            return _answer(row, row.text, diagnostics=f"Missing prefetch key: {failure.key}")
        case MethodNotAllowed():
            return _answer(row, row.text, headers={"Allow": ", ".join(failure.allowed)})
        case NotTrusted():
            return _answer(row, row.text, headers={"WWW-Authenticate": "Bearer"})
        case LedgerUnavailable() | Busy() | TookTooLong() | NotReady():
            return _answer(row, row.text, headers={"Retry-After": str(RETRY_AFTER_S)})
        case _:
            return _answer(row, row.text)


def word_for(failure: BaseException) -> str:
    """Why a call was refused or failed, in a fixed word for the trail; an exception's own message may hold patient data."""
    match failure:
        case NotTrusted():
            return failure.reason
        case RequiredMissing():
            return f"missing-{failure.key}"
        case _:
            return type(failure).__name__


def reads_of(failure: BaseException) -> dict[str, str]:
    """What came of the reads that were made before a call failed for want of one, by prefetch key."""
    return read_results(failure.reads) if isinstance(failure, RequiredMissing) else {}


def _answer(
    row: Row, text: str, *, diagnostics: str | None = None, headers: Mapping[str, str] = NO_HEADERS
) -> FailureAnswer:
    issue: dict[str, object] = {"severity": row.severity, "code": row.code, "details": {"text": text}}
    if diagnostics:
        issue["diagnostics"] = diagnostics
    body = orjson.dumps({"resourceType": "OperationOutcome", "issue": [issue]})
    return FailureAnswer(status=row.status, body=body, headers=headers)


def _logged(failure: BaseException) -> str:
    reference = uuid4().hex
    LOG.error("fault %s: %s", reference, described(type(failure), failure.__traceback__))
    return reference
