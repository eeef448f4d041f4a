"""The calls that an EHR would make for our sample patients: with the record as prefetch, or with the address of its server.

What may not live here: what is answered, and anything the service needs to answer a real call.
"""

import uuid
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

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
