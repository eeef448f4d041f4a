"""Small records and orders for the tests of the two doors: a Condition, an Observation, an order in a line each."""

from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import count
from types import SimpleNamespace

from fhir_profiles.chart import Chart, Gap, GapReason
from fhir_profiles.codes import FINDING, ICD10CM, SNOMED, VALUE
from fhir_profiles.reading import Read, Selected, planned_procedures, read_evidence
from fhir_profiles.resources import Json
from plugin.evidence import Evidence, Place

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
DAY = "2026-11-12"
EVERYTHING = SimpleNamespace(interventions=True, imaging=True, opioids=True)
INTERVENTIONS = SimpleNamespace(interventions=True, imaging=False, opioids=False)

_NUMBERS = count(1)
_KEYS = {
    "Condition": "conditions",
    "Observation": "findings",
    "Procedure": "procedures",
    "DiagnosticReport": "reports",
    "Patient": "patient",
}


def site(place: str | None) -> dict[str, object]:
    """A body site in words; digits alone are a SNOMED CT code."""
    if place is None:
        return {}
    return {"coding": [{"system": SNOMED, "code": place}]} if place.isdigit() else {"text": place}


def condition(code: str = "", place: str | None = None, text: str = "", **more: object) -> dict[str, object]:
    """`code` is ICD-10-CM, or SNOMED CT when it is digits alone."""
    system = SNOMED if code.isdigit() else ICD10CM
    concept: dict[str, object] = {"coding": [{"system": system, "code": code}]} if code else {}
    made: dict[str, object] = {
        "resourceType": "Condition",
        "id": f"c{next(_NUMBERS)}",
        "clinicalStatus": {"coding": [{"code": "active"}]},
        "code": concept | ({"text": text} if text else {}),
        "recordedDate": DAY,
    }
    return made | ({"bodySite": [site(place)]} if place is not None else {}) | more


def value(given: object) -> dict[str, object]:
    """The value[x] that 5.3 wants for a plain Python value; a mapping is taken as it is."""
    if isinstance(given, Mapping):
        return dict(given)
    if isinstance(given, bool):
        return {"valueBoolean": given}
    if isinstance(given, int):
        return {"valueInteger": given}
    if isinstance(given, float):
        return {"valueQuantity": {"value": given, "code": "mm"}}
    return {"valueCodeableConcept": {"coding": [{"system": VALUE, "code": given}]}}


def finding(code: str, given: object, place: str | None = None, **more: object) -> dict[str, object]:
    """A stand-alone Observation of our own."""
    system = "http://loinc.org" if code[0].isdigit() and "-" in code else FINDING
    made: dict[str, object] = {
        "resourceType": "Observation",
        "id": f"o{next(_NUMBERS)}",
        "status": "final",
        "code": {"coding": [{"system": system, "code": code}]},
        "effectiveDateTime": DAY,
        **value(given),
    }
    return made | ({"bodySite": site(place)} if place is not None else {}) | more


def panel(place: str | None = None, **findings: object) -> dict[str, object]:
    """The assessment, its findings as components ("soft_tissue_extension=True")."""
    components = [
        {"code": {"coding": [{"system": FINDING, "code": name.replace("_", "-")}]}, **value(given)}
        for name, given in findings.items()
    ]
    made = finding("spinal-lesion-assessment", {}, place)
    return made | {"component": components}


def procedure(text: str, place: str | None = None, **more: object) -> dict[str, object]:
    made: dict[str, object] = {
        "resourceType": "Procedure",
        "id": f"p{next(_NUMBERS)}",
        "status": "completed",
        "code": {"text": text},
        "performedDateTime": DAY,
    }
    return made | ({"bodySite": [site(place)]} if place is not None else {}) | more


def report(text: str = "MR of the spine", **more: object) -> dict[str, object]:
    made: dict[str, object] = {
        "resourceType": "DiagnosticReport",
        "id": f"r{next(_NUMBERS)}",
        "status": "final",
        "code": {"text": text},
        "conclusion": "Metastasis of T8, epidural extension.",
    }
    return made | more


def chart(*resources: Json, lost: tuple[str, ...] = ()) -> Chart:
    """A chart of these resources; `lost` are keys that could not be read in full."""
    by_key: dict[str, tuple[Json, ...]] = {}
    for each in resources:
        key = _KEYS[str(each["resourceType"])]
        by_key[key] = (*by_key.get(key, ()), each)
    return Chart(
        patient_id="p",
        resources=by_key,
        gaps=tuple(Gap(key=key, reason=next(iter(GapReason))) for key in lost),
        addresses={f"{each['resourceType']}/{each['id']}": each for each in resources},
    )


def order(text: str = "", place: str | None = None, *codings: tuple[str, str], **more: object) -> dict[str, object]:
    coded = {"coding": [{"system": system, "code": code} for system, code in codings]} if codings else {}
    made: dict[str, object] = {
        "resourceType": "ServiceRequest",
        "id": f"d{next(_NUMBERS)}",
        "status": "draft",
        "intent": "proposal",
        "code": coded | ({"text": text} if text else {}),
    }
    return made | ({"bodySite": [site(place)]} if place is not None else {}) | more


def drug(name: str, **more: object) -> dict[str, object]:
    return {
        "resourceType": "MedicationRequest",
        "id": f"m{next(_NUMBERS)}",
        "status": "draft",
        "intent": "proposal",
        "medicationCodeableConcept": {"text": name},
    } | more


def selected(*drafts: Json, triggers: SimpleNamespace = EVERYTHING) -> Selected:
    """All of these drafts, selected."""
    names = [f"{each['resourceType']}/{each['id']}" for each in drafts]
    return planned_procedures(drafts, names, triggers, {})


def read(orders: Json | Selected, *resources: Json, lost: tuple[str, ...] = ()) -> Read:
    meant = orders if isinstance(orders, Selected) else selected(orders)
    return read_evidence(chart(*resources, lost=lost), meant, NOW)


def ablation(place: str | None = None) -> dict[str, object]:
    return order("percutaneous ablation", place)


def named(place: Place | None) -> str:
    """A place in short: "T8 left pedicle"."""
    return "-" if place is None else " ".join(filter(None, (place.level, place.side, place.part)))


def places(found: Read) -> list[str]:
    return [named(each.place) for each in found.evidence]


def ordered(found: Read) -> list[str]:
    return [named(each.place) for each in found.evidence if each.ordered]


def at(found: Read, place: str) -> Evidence:
    return next(each for each in found.evidence if named(each.place) == place)
