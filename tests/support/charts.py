"""Charts written by hand, one resource a line, and what the service answers to an order in them.

What may not live here: the sample patients (`calls`), and what is expected of an answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from typing import Any

from flask.testing import FlaskClient

from tests.support import calls
from tests.support.calls import Answered, Json, advice_of

Said = list[tuple[str | None, str]]
"""Level and outcome of each lead card."""

_SYSTEMS = {
    "icd": "http://hl7.org/fhir/sid/icd-10-cm",
    "pcs": "http://www.cms.gov/Medicare/Coding/ICD10",
    "sct": "http://snomed.info/sct",
    "loinc": "http://loinc.org",
    "rx": "http://www.nlm.nih.gov/research/umls/rxnorm",
    "cpt": "http://www.ama-assn.org/go/cpt",
    "o3": "http://terminology.hl7.org/CodeSystem/icd-o-3",
    "atc": "http://www.whocc.no/atc",
    "dcm": "http://dicom.nema.org/resources/ontology/DCM",
    "f": "https://spinal-tumour-cds.example/fhir/CodeSystem/spinal-lesion-finding",
    "v": "https://spinal-tumour-cds.example/fhir/CodeSystem/spinal-lesion-value",
    "o": "https://spinal-tumour-cds.example/fhir/CodeSystem/order-concept",
}
_HL7 = "http://terminology.hl7.org/CodeSystem/"
_INTENT = "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-procedure-intent"
_KEYS = {
    "Condition": ("conditions",),
    "Observation": ("findings", "labs"),
    "DiagnosticReport": ("reports",),
    "ImagingStudy": ("imaging",),
    "Procedure": ("procedures",),
    "Device": ("devices",),
    "MedicationRequest": ("medications",),
    "MedicationStatement": ("statements",),
    "AllergyIntolerance": ("allergies",),
    "Consent": ("consents",),
}
_SUBJECT = {"reference": "Patient/p1"}
_LEADS = ("indication", "question", "referral", "nocare")
_numbers = count(1)

PATIENT: Json = {"resourceType": "Patient", "id": "p1", "gender": "male", "birthDate": "1962-03-04"}
CALM: dict[str, Any] = {
    "matrix": "lytic",
    "escc": "0",
    "soft-tissue-extension": False,
    "consolidation-need": False,
    "posterior-wall": "intact",
    "distance-to-neural-structure": (15, "mm"),
    "size": (25, "mm"),
}
"""Findings with which nothing but pain speaks for a treatment."""

# --- pieces -----------------------------------------------------------------------------------------------------------


def codes(*named: str, text: str | None = None) -> Json:
    """A CodeableConcept: `codes("icd:C79.51", text="…")`."""
    pairs = (each.split(":", 1) for each in named)
    coding = [{"system": _SYSTEMS[system], "code": code} for system, code in pairs]
    return ({"coding": coding} if coding else {}) | ({"text": text} if text else {})


def ago(days: float) -> str:
    return (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="seconds")


def intent(code: str) -> Json:
    return {"url": _INTENT, "valueCodeableConcept": codes("sct:" + code)}


PALLIATIVE, CURATIVE = intent("363676003"), intent("373808002")


def _sites(site: Any) -> list[Json]:
    listed = site if isinstance(site, list) else [site]
    return [codes(text=each) if isinstance(each, str) else each for each in listed]


def _value(value: Any) -> Json:
    match value:
        case bool():
            return {"valueBoolean": value}
        case int():
            return {"valueInteger": value}
        case str():
            return {"valueCodeableConcept": codes("v:" + value)}
        case (number, ""):
            return {"valueQuantity": {"value": number}}
        case (number, unit):
            return {
                "valueQuantity": {"value": number, "unit": unit, "system": "http://unitsofmeasure.org", "code": unit}
            }
        case _:
            found: Json = value
            return found


def _resource(kind: str, *, subject: str = "subject", **members: Any) -> Json:
    return {"resourceType": kind, "id": f"x{next(_numbers)}", subject: _SUBJECT} | members


# --- resources --------------------------------------------------------------------------------------------------------


def condition(
    *named: str,
    site: Any = None,
    text: str | None = None,
    status: str = "active",
    verification: str = "confirmed",
    days: float = 30,
    **more: Any,
) -> Json:
    found = _resource(
        "Condition",
        code=codes(*named, text=text),
        recordedDate=ago(days),
        clinicalStatus={"coding": [{"system": _HL7 + "condition-clinical", "code": status}]},
        verificationStatus={"coding": [{"system": _HL7 + "condition-ver-status", "code": verification}]},
    )
    return found | ({"bodySite": _sites(site)} if site else {}) | more


def _observation(code: Json, value: Any, site: Any, days: float, more: Mapping[str, Any]) -> Json:
    found = _resource("Observation", status="final", code=code, effectiveDateTime=ago(days))
    return found | _value(value) | ({"bodySite": _sites(site)[0]} if site else {}) | dict(more)


def finding(code: str, value: Any, site: Any = None, *, days: float = 5, **more: Any) -> Json:
    """One of our findings as an Observation of its own."""
    return _observation(codes("f:" + code), value, site, days, more)


def loinc(code: str, value: Any, *, site: Any = None, days: float = 5, **more: Any) -> Json:
    return _observation(codes("loinc:" + code), value, site, days, more)


def panel(findings: Mapping[str, Any], *, site: Any = "T8", days: float = 5, **more: Any) -> Json:
    """Several findings as components; None leaves one out."""
    parts = [{"code": codes("f:" + code)} | _value(value) for code, value in findings.items() if value is not None]
    return _observation(codes("f:spinal-lesion-assessment"), {}, site, days, more | {"component": parts})


def neuro(deficit: str, site: Any = None, *, days: float = 1, **more: Any) -> Json:
    return finding("neurological-deficit", deficit, site, days=days, **more)


def procedure(*named: str, site: Any = "T8", text: str | None = None, days: float = 20, **more: Any) -> Json:
    found = _resource("Procedure", status="completed", code=codes(*named, text=text), performedDateTime=ago(days))
    return found | {"bodySite": _sites(site)} | more


def device(*named: str, text: str | None = None) -> Json:
    return _resource("Device", subject="patient", status="active", type=codes(*named, text=text))


def medication(*named: str, text: str | None = None, status: str = "active", **more: Any) -> Json:
    concept = codes(*named, text=text)
    return _resource("MedicationRequest", status=status, intent="order", medicationCodeableConcept=concept) | more


def allergy(*, text: str, status: str = "active", verification: str = "confirmed") -> Json:
    return _resource(
        "AllergyIntolerance",
        subject="patient",
        code=codes(text=text),
        clinicalStatus={"coding": [{"system": _HL7 + "allergyintolerance-clinical", "code": status}]},
        verificationStatus={"coding": [{"system": _HL7 + "allergyintolerance-verification", "code": verification}]},
    )


def consent(*, scope: str = "treatment", kind: str = "deny", status: str = "active", code: Json | None = None) -> Json:
    return _resource(
        "Consent",
        subject="patient",
        status=status,
        scope={"coding": [{"system": _HL7 + "consentscope", "code": scope}]},
        provision={"type": kind} | ({"code": [code]} if code else {}),
    )


def order(*named: str, site: Any = "T8", text: str | None = None, aim: Json | None = PALLIATIVE, **more: Any) -> Json:
    """A draft ServiceRequest; without code and text a percutaneous ablation."""
    if not named and not text:
        text = "Percutaneous tumour ablation"
    found = _resource("ServiceRequest", status="draft", intent="order", code=codes(*named, text=text))
    return found | ({"bodySite": _sites(site)} if site else {}) | ({"extension": [aim]} if aim else {}) | more


def base(
    *,
    site: Any = "T8",
    findings_at: Any = None,
    tumour: Json | None = None,
    findings: Mapping[str, Any] = CALM,
    primary: str | None = "icd:C34.90",
) -> list[Json]:
    """A painful lytic metastasis, everything known; the Condition comes first."""
    place = findings_at or site
    return [
        (tumour or condition("icd:C79.51", "sct:94602001", site=site)) | {"id": "met"},
        *([condition(primary)] if primary else []),
        panel(findings, site=place[0] if isinstance(place, list) else place),
        neuro("none"),
        loinc("38214-3", (60, "mm"), days=1),
        loinc("6301-6", (1.0, "1")),
        loinc("777-3", (250, "10*9/L")),
    ]


def without(chart: Sequence[Json], *left_out: str) -> list[Json]:
    """The chart without the resources that carry one of these codes."""
    return [each for each in chart if not {c["code"] for c in each["code"].get("coding", [])} & set(left_out)]


# --- asking -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the cards say."""

    answered: Answered

    @property
    def cards(self) -> list[Json]:
        return self.answered.cards

    @property
    def advice(self) -> list[Json]:
        return [advice_of(card) for card in self.cards]

    @property
    def kinds(self) -> list[str]:
        return [each["kind"] for each in self.advice]

    @property
    def leads(self) -> list[Json]:
        return [each for each in self.advice if each["kind"] in _LEADS]

    @property
    def lead(self) -> Json:
        return {"rules": []} | self.leads[0]

    @property
    def inputs(self) -> dict[str, str]:
        found: dict[str, str] = self.lead["inputs"]
        return found

    @property
    def holds(self) -> list[str]:
        found: list[str] = self.lead.get("holds", [])
        return found

    @property
    def levels(self) -> list[str | None]:
        return [each.get("lesion", {}).get("level") for each in self.leads]

    @property
    def outcomes(self) -> Said:
        return [(each.get("lesion", {}).get("level"), each["outcome"]) for each in self.leads]

    @property
    def text(self) -> str:
        return "\n".join(card.get("detail", "") for card in self.cards)

    @property
    def suggests(self) -> bool:
        return any(card.get("suggestions") for card in self.cards)

    def evidence(self, fact: str) -> list[Json]:
        """The rows of this fact on the first lead card."""
        return [row for row in self.lead.get("evidence", []) if row["fact"] == fact]

    def told(self, fact: str) -> list[Json]:
        """Those of them that say something: a fact may rest on more than one finding."""
        return [row for row in self.evidence(fact) if row["status"] != "unknown"]


@cache
def service(*, triggers: bool = True) -> FlaskClient:
    """The service with all triggers, or with interventions only."""
    if triggers:
        return calls.client()
    return calls.client(SPINAL_CDS__TRIGGERS__IMAGING="false", SPINAL_CDS__TRIGGERS__OPIOIDS="false")


def call(
    chart: Sequence[Json],
    *orders: Json,
    patient: Json = PATIENT,
    drafts: Sequence[Json] = (),
    selections: Sequence[str] | None = None,
) -> Json:
    """The hook call: these orders selected, `drafts` beside them, the chart as prefetch."""
    ordered = orders or (order(),)
    named = [f"{each['resourceType']}/{each['id']}" for each in ordered]
    return {
        "hook": "order-select",
        "hookInstance": "3b1d6c6e-6f0f-4b57-9d53-0a4f2f3b7c11",
        "context": {
            "userId": "Practitioner/1",
            "patientId": "p1",
            "selections": named if selections is None else list(selections),
            "draftOrders": {
                "resourceType": "Bundle",
                "type": "collection",
                "entry": [{"resource": each} for each in (*ordered, *drafts)],
            },
        },
        "prefetch": {"patient": patient, **dict(_prefetch(chart))},
    }


def ask(chart: Sequence[Json], *orders: Json, triggers: bool = True, **more: Any) -> Answer:
    return answer_to(call(chart, *orders, **more), triggers=triggers)


def answer_to(body: Json, *, triggers: bool = True) -> Answer:
    answered = calls.post(service(triggers=triggers), body)
    assert answered.status == 200, answered.raw
    return Answer(answered=answered)


def _prefetch(chart: Sequence[Json]) -> Iterator[tuple[str, Json]]:
    for kind, keys in _KEYS.items():
        entries = [{"resource": each, "search": {"mode": "match"}} for each in chart if each["resourceType"] == kind]
        for key in keys:
            yield key, {"resourceType": "Bundle", "type": "searchset", "entry": entries}
