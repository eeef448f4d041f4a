"""The calls an EHR would make for our sample patients, and what comes back, as text for a terminal.

It answers without a network: the whole record goes along as prefetch. What may not live here: anything the service
needs to answer a real call.
"""

import textwrap
import uuid
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

import orjson

from cds_hooks.app import create_app
from cds_hooks.site import load_site
from fhir_profiles import examples

SERVICE_PATH = "/cds-services/spinal-tumour-order-select"

# Which resources a search for each prefetch key would bring. `findings` and `labs` both bring every Observation: the
# service keeps to its own lists of codes, whoever filled the prefetch.
_RESOURCE_TYPES = {
    "conditions": "Condition",
    "findings": "Observation",
    "labs": "Observation",
    "reports": "DiagnosticReport",
    "imaging": "ImagingStudy",
    "procedures": "Procedure",
    "devices": "Device",
    "medications": "MedicationRequest",
    "statements": "MedicationStatement",
    "allergies": "AllergyIntolerance",
    "consents": "Consent",
}

_SITE = {
    "SPINAL_CDS__MODE": "development",
    "SPINAL_CDS__PUBLIC_URL": "http://127.0.0.1:8000",
    "SPINAL_CDS__STORE__URL": "sqlite:///:memory:",
    "SPINAL_CDS__TRIGGERS__IMAGING": "true",
    "SPINAL_CDS__TRIGGERS__OPIOIDS": "true",
}


class DemoFailed(Exception):
    """The service did not answer its own demonstration with cards."""


def hook_call(name: str, now: datetime, fhir_server: str | None = None) -> dict[str, Any]:
    """The order-select call for one sample patient: with the record as prefetch, or with the address of its server."""
    patient = examples.load(name, now)
    call = {
        "hook": "order-select",
        "hookInstance": str(uuid.uuid4()),
        "context": {"userId": "Practitioner/sandbox", "patientId": patient["story"], **patient["hook"]},
    }
    if fhir_server is None:
        return call | {"prefetch": dict(_prefetch(patient["bundle"]))}
    return call | {"fhirServer": fhir_server}


def answer(name: str, now: datetime, language: str = "en") -> dict[str, Any]:
    client = create_app(load_site(None, _SITE | {"SPINAL_CDS__LANGUAGE": language})).test_client()
    body = orjson.dumps(hook_call(name, now))
    response = client.post(SERVICE_PATH, data=body, content_type="application/json")
    if response.status_code != 200:  # noqa: PLR2004  OK
        raise DemoFailed(f"{name}: status {response.status_code}: {response.get_data(as_text=True)}")
    cards: dict[str, Any] = orjson.loads(response.data)
    return cards


def as_text(answered: Mapping[str, Any]) -> str:
    if not answered["cards"]:
        return "No cards: this order is not ours, or there is nothing to say."
    return "\n\n".join("\n".join(_card(card)) for card in answered["cards"])


def _card(card: Mapping[str, Any]) -> Iterator[str]:
    yield f"[{card['indicator']}] {card['summary']}"
    for paragraph in card.get("detail", "").splitlines():
        yield textwrap.fill(paragraph, width=100, initial_indent="    ", subsequent_indent="    ")
    for suggestion in card.get("suggestions", []):
        yield f"    -> {suggestion['label']}" + ("  (recommended)" if suggestion.get("isRecommended") else "")
        for action in suggestion.get("actions", []):
            yield f"       {action['type']}: {action['description']}"
    for link in card.get("links", []):
        yield f"    see {link['label']}: {link['url']}"


def _prefetch(bundle: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    resources = [entry["resource"] for entry in bundle["entry"]]
    yield "patient", next(resource for resource in resources if resource["resourceType"] == "Patient")
    for key, resource_type in _RESOURCE_TYPES.items():
        found = [resource for resource in resources if resource["resourceType"] == resource_type]
        yield (
            key,
            {
                "resourceType": "Bundle",
                "type": "searchset",
                "total": len(found),
                "entry": [{"resource": resource, "search": {"mode": "match"}} for resource in found],
            },
        )
