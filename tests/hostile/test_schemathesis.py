"""schemathesis against our own description: what it says is taken is taken, what it says is refused is refused.

In process, the same cases in every run. What real clients send is asked elsewhere; this asks what the description promises.
"""

from __future__ import annotations

from typing import Any

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis import Case, CheckFunction, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    positive_data_acceptance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from tests.support import calls

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    unsupported_method,
]
SCHEMA = schemathesis.openapi.from_wsgi("/openapi.json", calls.client().application)
SCHEMA.config.generation.update(modes=[GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
BOUNDED = settings(
    max_examples=60, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)


def promised(case: Case[Any]) -> list[CheckFunction]:
    """What is described is taken; what is not is refused, but in feedback, where a bad entry does not spoil the others (6.3)."""
    checks = list(CHECKS)
    if case.method != "POST":
        return checks
    if not case.path.endswith("/feedback") and not holds_null(
        case.body
    ):  # null counts as missing: tolerance, no promise
        checks.append(negative_data_rejection)
    if not names_two_patients(case.body):  # no schema can say that two members must be equal
        checks.append(positive_data_acceptance)
    return checks


def holds_null(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(holds_null, value.values()))
    return any(map(holds_null, value)) if isinstance(value, list) else value is None


def names_two_patients(body: Any) -> bool:
    granted = body.get("fhirAuthorization") if isinstance(body, dict) else None
    return isinstance(granted, dict) and "patient" in granted


@SCHEMA.parametrize()
@BOUNDED
def test_the_service_does_what_its_description_says(case: Case[Any]) -> None:
    case.call_and_validate(checks=promised(case))
