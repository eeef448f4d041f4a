"""Years of unrelated history as records hold it: problems, drugs, operations, allergies, consents, and the dates of all that.

Unrelated by the medicine: no second tumour, nothing of the spine, no pain of the back, no infection that is active, nothing
that bleeds or thins the blood, no implant with a current, no metal near a vertebra, no pregnancy. Codes of other systems than
those that the service reads stand among them, words without a code, and dates of every precision and zone.
What may not live here: measured values and reports (`results`), and what exports do wrong (`mistakes`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any, Final, TypeVar

Json = dict[str, Any]
V = TypeVar("V")

ICD: Final = "http://hl7.org/fhir/sid/icd-10-cm"
RXNORM: Final = "http://www.nlm.nih.gov/research/umls/rxnorm"
ATC: Final = "http://www.whocc.no/atc"
LOCAL: Final = "urn:oid:1.2.276.0.76.3.1.999.5"
_HL7: Final = "http://terminology.hl7.org/CodeSystem"

PROBLEMS: Final = (
    ("I10", "Essential hypertension"),
    ("E11.9", "Type 2 diabetes mellitus"),
    ("E78.5", "Hyperlipidaemia"),
    ("K21.9", "Gastro-oesophageal reflux"),
    ("E03.9", "Hypothyroidism"),
    ("J45.909", "Asthma"),
    ("G43.909", "Migraine"),
    ("H25.9", "Age-related cataract"),
    ("F32.9", "Depressive episode"),
    ("L20.9", "Atopic dermatitis"),
    ("H91.90", "Hearing loss"),
    ("M17.11", "Osteoarthritis of the right knee"),
    ("N40.0", "Enlarged prostate without obstruction"),
    ("", "Bluthochdruck, medikamentös eingestellt"),
    ("", "Diabète de type 2"),
    ("", "wears glasses"),
    ("", "Z. n. Appendektomie 1984"),
    ("", "former smoker, 20 pack years"),
    ("", "seasonal rhinitis"),
)
RESOLVED: Final = (
    ("N39.0", "Urinary tract infection"),
    ("J18.9", "Pneumonia, treated at home"),
    ("S52.501A", "Fracture of the right wrist"),
    ("K80.20", "Gallstones"),
    ("J02.9", "Sore throat"),
    ("", "sprained ankle"),
    ("", "Otitis media als Kind"),
)
DRUGS: Final = (
    ("6809", "A10BA02", "Metformin 500 mg tablet"),
    ("29046", "C09AA03", "Lisinopril 10 mg tablet"),
    ("83367", "C10AA05", "Atorvastatin 40 mg tablet"),
    ("7646", "A02BC01", "Omeprazole 20 mg capsule"),
    ("10582", "H03AA01", "Levothyroxine 75 microgram tablet"),
    ("17767", "C08CA01", "Amlodipine 5 mg tablet"),
    ("435", "R03AC02", "Salbutamol 100 microgram inhaler"),
    ("", "", "Vitamin D3 1000 I.E."),
    ("", "", "collyre larmes artificielles"),
    ("", "", "hand cream"),
)
OPERATIONS: Final = (
    "Appendectomy",
    "Colonoscopy with polypectomy",
    "Phacoemulsification with lens implant, left eye",
    "Cholecystectomy, laparoscopic",
    "Influenza vaccination",
    "Tonsillektomie",
    "Extraction dentaire",
    "Arthroscopy of the right knee",
    "Excision of a naevus of the forearm",
)
THINGS: Final = (
    "Reading glasses",
    "Hearing aid, left",
    "Intraocular lens",
    "CPAP mask",
    "Dental crown",
    "Walking stick",
)
ALLERGENS: Final = ("House dust mite", "Birch pollen", "Cat dander", "Peanut", "Hühnereiweiß", "wool")
SCOPES: Final = ("patient-privacy", "research", "adr")


class Pen:
    """Writes resources of one patient: numbers them, dates them, and chooses; the same seed writes the same."""

    def __init__(self, patient_id: str, seed: int, now: datetime, *, years: int = 15) -> None:
        self.random = Random(seed)  # noqa: S311 - not for secrets
        self.now = now
        self._patient, self._days, self._written = patient_id, years * 365, 0

    def resource(self, kind: str, *, owner: str = "subject", **members: Any) -> Json:
        self._written += 1
        named = {
            "reference": self.choose((f"Patient/{self._patient}", f"https://ehr.example/r4/Patient/{self._patient}"))
        }
        made: Json = {"resourceType": kind, "id": f"n{self._written}-{kind.lower()[:4]}", owner: named, **members}
        if self.chance(0.3):
            made["meta"] = {"versionId": str(self.random.randint(1, 9)), "lastUpdated": self.date(full=True)}
        return made

    def choose(self, among: Sequence[V]) -> V:
        return self.random.choice(among)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def date(self, *, full: bool = False) -> str:
        """A day of the past years, mostly of the last; as year, month, day or time, in one of several zones."""
        at = self.now - timedelta(minutes=1 + int(self.random.random() ** 2 * self._days * 1440))
        if full or self.chance(0.6):
            zone = self.choose(("Z", "+01:00", "-05:00", "+09:30"))
            return at.strftime("%Y-%m-%dT%H:%M:%S") + self.choose(("", ".125")) + zone
        return at.strftime(self.choose(("%Y-%m-%d", "%Y-%m-%d", "%Y-%m", "%Y")))

    def concept(self, system: str, code: str, text: str) -> Json:
        """Code and words, words alone, or a code of the house with words."""
        if not code or self.chance(0.15):
            return {"text": text}
        coding = {"system": system, "code": code, "display": text}
        if self.chance(0.2):
            house = {"system": LOCAL, "code": f"H{self.random.randint(100, 999)}", "display": text.upper()}
            return {"coding": [house, coding], "text": text}
        return {"coding": [coding]} if self.chance(0.3) else {"coding": [coding], "text": text}


def _status(name: str, code: str) -> Json:
    return {"coding": [{"system": f"{_HL7}/{name}", "code": code}]}


def problem(pen: Pen) -> Json:
    """An entry of the problem list, active or over; now and then one that was entered in error."""
    over = pen.chance(0.35)
    code, text = pen.choose(RESOLVED if over else PROBLEMS)
    found = pen.resource("Condition", code=pen.concept(ICD, code, text), recordedDate=pen.date())
    found["clinicalStatus"] = _status("condition-clinical", pen.choose(("resolved", "inactive")) if over else "active")
    wrong = pen.chance(0.05)
    found["verificationStatus"] = _status("condition-ver-status", "entered-in-error" if wrong else "confirmed")
    if pen.chance(0.2):
        found["note"] = [{"text": "Seen by the family doctor; <b>no</b> change. Größe unverändert – état stable."}]
    return found


def operation(pen: Pen) -> Json:
    found = pen.resource("Procedure", status="completed", code={"text": pen.choose(OPERATIONS)})
    if pen.chance(0.3):
        return found | {"performedPeriod": {"start": pen.date(full=True)}}
    return found | {"performedDateTime": pen.date()}


def drug(pen: Pen) -> Json:
    """A prescription of another drug; most of the old ones are over."""
    code, group, text = pen.choose(DRUGS)
    system, coded = pen.choose(((RXNORM, code), (ATC, group)))
    concept = pen.concept(system, coded, text)
    status = pen.choose(("active", "active", "completed", "stopped", "on-hold", "cancelled"))
    return pen.resource(
        "MedicationRequest", status=status, intent="order", medicationCodeableConcept=concept, authoredOn=pen.date()
    )


def statement(pen: Pen) -> Json:
    text = pen.choose(DRUGS)[2]
    status = pen.choose(("active", "completed", "intended", "not-taken"))
    concept = {"text": text.lower()}
    return pen.resource(
        "MedicationStatement", status=status, medicationCodeableConcept=concept, effectivePeriod={"start": pen.date()}
    )


def thing(pen: Pen) -> Json:
    return pen.resource("Device", owner="patient", status="active", type={"text": pen.choose(THINGS)})


def allergy(pen: Pen) -> Json:
    found = pen.resource("AllergyIntolerance", owner="patient", code={"text": pen.choose(ALLERGENS)})
    found["clinicalStatus"] = _status("allergyintolerance-clinical", "active")
    return found | {"recordedDate": pen.date()}


def consent(pen: Pen) -> Json:
    """Of another scope than treatment: those never count."""
    scope = _status("consentscope", pen.choose(SCOPES))
    found = pen.resource("Consent", owner="patient", status="active", scope=scope, dateTime=pen.date())
    return found | {"provision": {"type": pen.choose(("deny", "permit"))}}
