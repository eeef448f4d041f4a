"""Small charts for the tests of reading: a resource in a line or two."""

from collections.abc import Mapping
from datetime import UTC, datetime

from fhir_profiles.chart import Chart, Gap, GapReason
from fhir_profiles.codes import ICD10CM, LOINC
from fhir_profiles.reading.lesions import LesionScope
from fhir_profiles.resources import Json
from plugin.evidence import Place

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
TODAY = "2026-11-22"
L3 = LesionScope(place=Place(level="L3"))
L3_OF_TWO = LesionScope(place=Place(level="L3"), others=(Place(level="T8"),))
NO_LEVEL_OF_TWO = LesionScope(place=None, others=(Place(level="L3"), Place(level="T8")))

_KEYS = {
    "Patient": "patient",
    "Condition": "conditions",
    "ImagingStudy": "imaging",
    "Procedure": "procedures",
    "Device": "devices",
    "MedicationRequest": "medications",
    "MedicationStatement": "statements",
    "AllergyIntolerance": "allergies",
    "Consent": "consents",
}


def chart(
    *resources: Json, labs: tuple[Json, ...] = (), findings: tuple[Json, ...] = (), lost: tuple[str, ...] = ()
) -> Chart:
    """A chart of these resources; `lost` are keys that could not be read."""
    by_key: dict[str, tuple[Json, ...]] = {"labs": labs, "findings": findings}
    for each in resources:
        key = _KEYS[str(each["resourceType"])]
        by_key[key] = (*by_key.get(key, ()), each)
    gaps = tuple(Gap(key=key, reason=next(iter(GapReason))) for key in lost)
    return Chart(patient_id="p", resources=by_key, gaps=gaps)


def concept(code: str = "", system: str = ICD10CM, text: str = "") -> dict[str, object]:
    made: dict[str, object] = {"coding": [{"system": system, "code": code}]} if code else {}
    return made | ({"text": text} if text else {})


def condition(code: str = "", text: str = "", *, system: str = ICD10CM, **more: object) -> dict[str, object]:
    return {
        "resourceType": "Condition",
        "id": "c1",
        "clinicalStatus": {"coding": [{"code": "active"}]},
        "code": concept(code, system, text),
        "recordedDate": TODAY,
    } | more


def unconfirmed(made: Mapping[str, object]) -> dict[str, object]:
    return {**made, "verificationStatus": {"coding": [{"code": "unconfirmed"}]}}


def procedure(text: str = "", code: Mapping[str, object] | None = None, **more: object) -> dict[str, object]:
    return {
        "resourceType": "Procedure",
        "id": "p1",
        "status": "completed",
        "code": code or {"text": text},
        "performedDateTime": TODAY,
    } | more


def measured(code: str, value: float, unit: str = "", on: str = TODAY, **more: object) -> dict[str, object]:
    quantity: dict[str, object] = {"value": value} | ({"code": unit} if unit else {})
    return {
        "resourceType": "Observation",
        "id": f"o-{on}",
        "status": "final",
        "code": concept(code, LOINC),
        "effectiveDateTime": on,
        "valueQuantity": quantity,
    } | more
