"""How a journey calls the service: the sample patients' orders, with prefetch, with FHIR reads, or half and half.

What may not live here: what is expected of an answer (`checking`), and the sample patients themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

import orjson
from flask.testing import FlaskClient

from cds_hooks.app import create_app
from cds_hooks.demo import SERVICE_PATH, hook_call
from cds_hooks.site import load_site
from tests.support.answers import faults

Json = dict[str, Any]

DEVELOPMENT = {
    "SPINAL_CDS__MODE": "development",
    "SPINAL_CDS__PUBLIC_URL": "http://127.0.0.1:8000",
    "SPINAL_CDS__STORE__URL": "sqlite:///:memory:",
    "SPINAL_CDS__TRIGGERS__IMAGING": "true",
    "SPINAL_CDS__TRIGGERS__OPIOIDS": "true",
    # A test machine may be slow; how fast reads are is measured by the benchmark, not asserted here.
    "SPINAL_CDS__FHIR__DEADLINE_MS": "1500",
}
READ_LATER = ("labs", "reports", "procedures", "devices", "statements", "consents")
"""The keys that the half-and-half journey leaves to the FHIR server."""

_UUID = re.compile(rb"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What came back: the status, the body as bytes and as JSON."""

    status: int
    raw: bytes

    @property
    def body(self) -> Json:
        """The JSON object."""
        found: Json = orjson.loads(self.raw)
        return found

    @property
    def cards(self) -> list[Json]:
        """The cards, or none."""
        found: list[Json] = self.body.get("cards", [])
        return found

    @property
    def without_ids(self) -> bytes:
        """The body with every uuid struck out, so that two answers can be compared."""
        return _UUID.sub(b"-", self.raw)


def advice_of(card: Mapping[str, Any]) -> Json:
    """The machine-readable part of a card."""
    found: Json = card["extension"]["example.spinal-tumour-cds.advice"]
    return found


def client(fhir_server: str | None = None, **settings: str) -> FlaskClient:
    """The service in development mode; it may read from this FHIR server only."""
    environ = dict(DEVELOPMENT)
    if fhir_server is not None:
        environ["SPINAL_CDS__CLIENT__0__ISSUER"] = "https://sandbox.example"
        environ["SPINAL_CDS__CLIENT__0__FHIR_SERVERS"] = f'["{fhir_server}"]'
    environ.update(settings)
    return create_app(load_site(None, environ)).test_client()


def post(service: FlaskClient, body: Mapping[str, Any], path: str = SERVICE_PATH) -> Answered:
    """One call, of order-select where nothing else is said; every answer with cards is held against the protocol."""
    response = service.post(path, data=orjson.dumps(body), content_type="application/json")
    if response.status_code == HTTPStatus.OK:
        assert faults(response.data, body) == []
    return Answered(status=response.status_code, raw=response.data)


def call(name: str, *, change: Callable[[Json], None] | None = None) -> Json:
    """The call for one sample patient with the whole record as prefetch; `change` may edit it."""
    body = hook_call(name, datetime.now(UTC))
    if change is not None:
        change(body)
    return body


def from_server(name: str, fhir_server: str) -> Json:
    """The same call without prefetch: everything is read from the FHIR server."""
    return hook_call(name, datetime.now(UTC), fhir_server)


def half_and_half(name: str, fhir_server: str) -> Json:
    """The same call with half of the keys as prefetch."""
    body = call(name)
    kept = {key: value for key, value in body["prefetch"].items() if key not in READ_LATER}
    return body | {"fhirServer": fhir_server, "prefetch": kept}
