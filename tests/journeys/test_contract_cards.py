"""The contract's sentences on cards, each as one small change to one patient who comes in by the front door.

`Story` is that patient: a man of 60 with lung cancer and one painful lytic metastasis of the body of T8, everything known and
nothing in the way, so PAL_PAIN without a hold. What is expected was written from the contract (`§`) and the clinical knowledge
(B.3, C.2 …) before the code was read. Every answer also goes through `_check_every_card`: what holds for each card.

What may not live here: a rule that the code computes, read back from the code.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.support import calls
from tests.support.calls import Json, advice_of

BASE = "https://spinal-tumour-cds.example/fhir"
FINDING = f"{BASE}/CodeSystem/spinal-lesion-finding"
VALUE = f"{BASE}/CodeSystem/spinal-lesion-value"
ORDER = f"{BASE}/CodeSystem/order-concept"
SNOMED = "http://snomed.info/sct"
LOINC = "http://loinc.org"
ICD = "http://hl7.org/fhir/sid/icd-10-cm"
ATC = "http://www.whocc.no/atc"
ICDO = "http://terminology.hl7.org/CodeSystem/icd-o-3"
DICOM = "http://dicom.nema.org/resources/ontology/DCM"
UCUM = "http://unitsofmeasure.org"
HL7 = "http://terminology.hl7.org/CodeSystem"
INTENT = "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-procedure-intent"
INTENTS = {"curative": "373808002", "palliative": "363676003"}
VERTEBRA = {
    "C5": "36978003", "T1": "64864005", "T3": "1626008", "T5": "56401006", "T8": "11068009", "T9": "82687006",
    "T10": "7610001", "T12": "23215003", "L1": "66794005", "L2": "14293000", "L3": "36470004", "L4": "11994002",
}  # fmt: skip
LUNG, KIDNEY, PROSTATE, THYROID = "C34.90", "C64.9", "C61", "C73"
HISTOLOGY = "31206-6"
UNREADABLE: Json = {"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": "exception"}]}
ME = {"reference": "Patient/p1"}
KEYS = (
    "conditions", "findings", "labs", "reports", "imaging", "procedures", "devices", "medications", "statements",
    "allergies", "consents",
)  # fmt: skip
OUTCOMES = (
    "NEED_DATA", "URGENT_REFERRAL", "DECLINED", "NOT_A_TARGET", "NO_INDICATION_NOW", "MDT_BOARD", "MDT_CURATIVE_CANAL",
    "CUR_ABL", "CUR_ABL_CEM", "PAL_CEM", "PAL_ABL_CEM", "PAL_CAV_CEM", "PAL_CAV", "PAL_REDUCE", "PAL_PAIN_SOFT", "PAL_PAIN",
)  # fmt: skip
PATHWAYS = frozenset(OUTCOMES[7:])
LEAD = frozenset({"indication", "referral", "question", "nocare"})
OVERRIDES = ["decided-by-board", "contraindication", "patient-preference", "other-therapy", "data-wrong", "other"]
CLOSING = "Not a guideline; not reviewed by a clinician. Option within multidisciplinary care."
FREE = {"RFA_BIPOLAR": "preferred", "RFA_MONO": "acceptable", "CRYO": "preferred", "CHEM": "caution"}
RFA_WITH_CAUTION = FREE | {"RFA_BIPOLAR": "caution", "RFA_MONO": "caution"}


@cache
def _service(**settings: str) -> FlaskClient:
    return calls.client(**settings)


def concept(system: str, code: str, text: str | None = None) -> Json:
    found: Json = {"coding": [{"system": system, "code": code}]}
    return found | ({"text": text} if text else {})


def days_ago(days: float) -> str:
    return (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="seconds")


def born(years: int) -> str:
    """The birthday was five days ago."""
    now = datetime.now(UTC)
    return (now.replace(year=now.year - years, day=min(now.day, 28)) - timedelta(days=5)).date().isoformat()


def _site(level: str, words: str | None = None) -> Json:
    text = words or level
    return concept(SNOMED, VERTEBRA[level], text) if level in VERTEBRA else {"text": text}


def _value(value: object) -> Json:
    match value:
        case bool():
            return {"valueBoolean": value}
        case int():
            return {"valueInteger": value}
        case (number, unit):
            return {"valueQuantity": {"value": number, "unit": unit, "system": UCUM, "code": unit}}
        case _:
            return {"valueCodeableConcept": concept(VALUE, str(value))}


class Story:
    """The patient of this file. Each method changes or adds one thing and gives the story back."""

    def __init__(
        self,
        level: str = "T8",
        *,
        primary: str | None = LUNG,
        intent: str | None = "palliative",
        words: str | None = None,
        disease: tuple[str, str] = (ICD, "C79.51"),
    ) -> None:
        self.level = level
        self.patient: Json = {"resourceType": "Patient", "id": "p1", "gender": "male", "birthDate": born(60)}
        self.record: dict[str, list[Json]] = {key: [] for key in KEYS}
        self.context: Json = {}
        self.drafts: list[Json] = []
        self.selected: list[str] = []
        self._count = 0
        self._unread: set[str] = set()
        self._cut: set[str] = set()
        if primary:
            self.condition(primary)
        self.lesion(level, words=words, disease=disease)
        self.pain(60).finding("neurological-deficit", "none", days=1)
        self.lab("6301-6", 1.0, "1").lab("777-3", 250, "10*9/L").lab("718-7", 14, "g/dL").lab("2160-0", 0.9, "mg/dL")
        self.egfr(90).lab("8310-5", 36.8, "Cel", days=0.2)
        self.order(intent=intent)

    def add(self, key: str, resource: Json) -> Story:
        self._count += 1
        self.record[key].append({"id": f"{key}-{self._count}", **resource})
        return self

    def empty(self, *keys: str) -> Story:
        for key in keys:
            self.record[key] = []
        return self

    def unread(self, *keys: str) -> Story:
        """The prefetch value of these keys says that the EHR could not read them."""
        self._unread.update(keys)
        return self

    def cut(self, *keys: str) -> Story:
        """A further page of these keys exists and cannot be fetched."""
        self._cut.update(keys)
        return self

    def lesion(
        self, level: str, *, words: str | None = None, disease: tuple[str, str] = (ICD, "C79.51"), **changed: object
    ) -> Story:
        self.condition(disease[1], system=disease[0], level=level, words=words or f"{level} vertebral body")
        known: dict[str, object] = {
            "matrix": "lytic", "escc": "0", "soft-tissue-extension": False, "posterior-wall": "intact", "sins": 5,
            "distance-to-neural-structure": (20, "mm"), "distance-to-viscus": (30, "mm"), "metal-near-level": "absent",
            "previous-radiotherapy": "none", "size": (30, "mm"),
        }  # fmt: skip
        for name, value in (known | changed).items():
            self.finding(name, value, level)
        for modality in ("CT", "MR"):
            self.imaged(modality, level)
        return self

    def imaged(self, modality: str, level: str) -> Story:
        coded = {"system": DICOM, "code": modality}
        place = {"system": SNOMED, "code": VERTEBRA.get(level, "54735007"), "display": level}
        series = {"uid": f"1.2.{self._count}", "modality": coded, "bodySite": place}
        study = {"resourceType": "ImagingStudy", "status": "available", "subject": ME, "started": days_ago(10)}
        return self.add("imaging", {**study, "modality": [coded], "series": [series]})

    def condition(
        self,
        code: str,
        *,
        level: str | None = None,
        words: str | None = None,
        text: str | None = None,
        system: str = ICD,
        verified: str = "confirmed",
        recorded: float = 30,
    ) -> Story:
        found: Json = {
            "resourceType": "Condition",
            "subject": ME,
            "code": concept(system, code, text),
            "clinicalStatus": concept(f"{HL7}/condition-clinical", "active"),
            "verificationStatus": concept(f"{HL7}/condition-ver-status", verified),
            "recordedDate": days_ago(recorded),
        }
        return self.add("conditions", found | ({"bodySite": [_site(level, words)]} if level else {}))

    def without(self, name: str, level: str | None = None) -> Story:
        place = _site(level or self.level)
        self.record["findings"] = [
            each
            for each in self.record["findings"]
            if _code(each) != name or each.get("bodySite", {}).get("coding") != place.get("coding")
        ]
        return self

    def finding(self, name: str, value: object, level: str | None = None, *, days: float = 10, **more: Any) -> Story:
        """The one finding of this code at this level."""
        return self.without(name, level).another(name, value, level, days=days, **more)

    def another(self, name: str, value: object, level: str | None = None, *, days: float = 10, **more: Any) -> Story:
        """One more finding beside those that are there."""
        found: Json = {
            "resourceType": "Observation",
            "status": "final",
            "code": concept(FINDING, name),
            "subject": ME,
            "effectiveDateTime": days_ago(days),
            "bodySite": _site(level or self.level),
        }
        return self.add("findings", found | _value(value) | more)

    def anywhere(self, name: str, value: object) -> Story:
        """A finding that names no level."""
        self.without(name).another(name, value)
        del self.record["findings"][-1]["bodySite"]
        return self

    def sins(self, *points: int | None, total: int | None = None) -> Story:
        names = ("location", "pain", "lesion", "alignment", "collapse", "posterolateral")
        given = [(name, point) for name, point in zip(names, points, strict=True) if point is not None]
        parts = [{"code": concept(FINDING, f"sins-{name}"), **_value(point)} for name, point in given]
        self.finding("sins", 0, component=parts)
        del self.record["findings"][-1]["valueInteger"]
        if total is not None:
            self.record["findings"][-1]["valueInteger"] = total
        return self

    def pain(self, number: float | None, code: str = "38214-3", unit: str | None = "mm") -> Story:
        scales = {"38214-3", "72514-3", "38208-5"}
        self.record["findings"] = [each for each in self.record["findings"] if _code(each) not in scales]
        return self if number is None else self._measured("findings", code, number, unit, days=1)

    def egfr(self, number: float) -> Story:
        return self.lab("98979-8", number, "mL/min/{1.73_m2}")

    def lab(self, code: str, number: float | None, unit: str = "1", *, days: float = 5) -> Story:
        self.record["labs"] = [each for each in self.record["labs"] if _code(each) != code]
        return self if number is None else self._measured("labs", code, number, unit, days=days)

    def _measured(self, key: str, code: str, number: float, unit: str | None, *, days: float) -> Story:
        quantity = {"valueQuantity": {"value": number, "unit": unit, "system": UCUM, "code": unit}}
        value = quantity if unit else {"valueInteger": number}
        return self.add(key, self._observed(code, days) | value)

    def _observed(self, code: str, days: float) -> Json:
        found = {"resourceType": "Observation", "status": "final", "code": concept(LOINC, code), "subject": ME}
        return {**found, "effectiveDateTime": days_ago(days)}

    def person(self, gender: str | None, age: int | None) -> Story:
        self.patient |= {"gender": gender, "birthDate": born(age) if age is not None else None}
        self.patient = {name: value for name, value in self.patient.items() if value is not None}
        return self

    def pregnancy_test(self, result: str, *, days: float) -> Story:
        return self.add("labs", self._observed("2106-3", days) | {"valueCodeableConcept": {"text": result}})

    def pregnant(self, *, days: float) -> Story:
        status = {"valueCodeableConcept": concept(SNOMED, "77386006")}
        return self.add("findings", self._observed("82810-3", days) | status)

    def histology(self, level: str) -> Story:
        value = {"valueCodeableConcept": concept(ICDO, "8312/3", "renal cell carcinoma"), "bodySite": _site(level)}
        return self.add("findings", self._observed(HISTOLOGY, 60) | value)

    def drug(self, name: str, *, status: str = "active", key: str = "medications", coding: Json | None = None) -> Story:
        kind = "MedicationRequest" if key == "medications" else "MedicationStatement"
        found = {"resourceType": kind, "status": status, "subject": ME, "intent": "order"}
        return self.add(key, {**found, "medicationCodeableConcept": {"text": name} | (coding or {})})

    def device(self, code: str) -> Story:
        return self.add(
            "devices", {"resourceType": "Device", "status": "active", "patient": ME, "type": concept(SNOMED, code)}
        )

    def procedure(self, code: Json, level: str, **more: Any) -> Story:
        done = {"resourceType": "Procedure", "status": "completed", "subject": ME, "performedDateTime": days_ago(40)}
        return self.add("procedures", {**done, "code": code, "bodySite": [_site(level)], **more})

    def allergy(self, text: str) -> Story:
        active = concept(f"{HL7}/allergyintolerance-clinical", "active")
        found = {"resourceType": "AllergyIntolerance", "patient": ME, "clinicalStatus": active}
        return self.add("allergies", {**found, "code": {"text": text}})

    def consent(
        self, *, scope: str = "treatment", status: str = "active", of: str | None = None, kind: str = "deny"
    ) -> Story:
        provision: Json = {"type": kind} | ({"code": [{"text": of}]} if of else {})
        found = {"resourceType": "Consent", "status": status, "patient": ME, "dateTime": days_ago(3)}
        return self.add("consents", {**found, "scope": concept(f"{HL7}/consentscope", scope), "provision": provision})

    def order(self, code: Json | None = None, *, intent: str | None = "palliative", **more: Any) -> Story:
        """The only selected draft: an ablation of the lesion that names no technique, unless said otherwise."""
        self.drafts, self.selected = [], []
        return self.also(code, intent=intent, **more)

    def also(
        self,
        code: Json | None = None,
        *,
        level: str | None = "",
        intent: str | None = "palliative",
        words: str | None = None,
        selected: bool = True,
        **more: Any,
    ) -> Story:
        """One more draft."""
        name = f"draft-{len(self.drafts) + 1}"
        found: Json = {
            "resourceType": "ServiceRequest",
            "id": name,
            "status": "draft",
            "intent": "proposal",
            "subject": ME,
        }
        found |= {"code": code or concept(LOINC, "58747-7", "ablation")} | more
        if intent:
            found["extension"] = [{"url": INTENT, "valueCodeableConcept": concept(SNOMED, INTENTS[intent])}]
        place = self.level if level == "" else level
        if place:
            found["bodySite"] = [_site(place, words)]
        self.drafts.append(found)
        if selected:
            self.selected.append(f"ServiceRequest/{name}")
        return self

    def ours(self, item: str, **more: Any) -> Story:
        return self.order(concept(ORDER, item), **more)

    def note(self, words: str) -> Story:
        """Words of the clinician on the selected order."""
        return self.order(note=[{"text": words}])

    def drug_ordered(self, name: str) -> Story:
        self.drafts = [
            {"resourceType": "MedicationRequest", "id": "m1", "status": "draft", "intent": "order", "subject": ME}
            | {"medicationCodeableConcept": {"text": name}}
        ]
        self.selected = ["MedicationRequest/m1"]
        return self

    def body(self) -> Json:
        bundles = {key: self._bundle(key) for key in KEYS}
        drafts = {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": each} for each in self.drafts]}
        context = {"userId": "Practitioner/x", "patientId": "p1", "selections": self.selected, "draftOrders": drafts}
        return {
            "hook": "order-select",
            "hookInstance": "b0a5c1d2-0000-4000-8000-000000000001",
            "context": context | self.context,
            "prefetch": {"patient": self.patient} | bundles,
        }

    def _bundle(self, key: str) -> Json:
        if key in self._unread:
            return UNREADABLE
        found: Json = {"resourceType": "Bundle", "type": "searchset"}
        if key in self._cut:
            found["link"] = [{"relation": "next", "url": "https://elsewhere.example/next"}]
        return found | {"entry": [{"resource": each} for each in self.record[key]]}

    def cards(self, **settings: str) -> list[Json]:
        answered = calls.post(
            _service(**{f"SPINAL_CDS__{name}": value for name, value in settings.items()}), self.body()
        )
        assert answered.status == 200, answered.raw
        _check_every_card(answered.cards)
        return answered.cards

    def lead(self, **settings: str) -> Json:
        """What the first card says to a machine."""
        return advice_of(self.cards(**settings)[0])


def _code(observation: Json) -> str:
    found: str = observation["code"]["coding"][0]["code"]
    return found


def states(lead: Json) -> dict[str, str]:
    return {each["code"]: each["state"] for each in lead.get("techniques", [])}


def kinds(cards: Sequence[Json]) -> list[str]:
    return [advice_of(card)["kind"] for card in cards]


def card_of(cards: Sequence[Json], kind: str) -> Json:
    return next(card for card in cards if advice_of(card)["kind"] == kind)


def items(story: Story, kind: str, **settings: str) -> list[str]:
    found: list[str] = advice_of(card_of(story.cards(**settings), kind))["items"]
    return found


def suggestions(cards: Sequence[Json]) -> list[Json]:
    """The suggestions of the lead cards; the Tasks of the checklists are not among them."""
    return [each for card in cards if advice_of(card)["kind"] in LEAD for each in card.get("suggestions", [])]


def item_of(resource: Json) -> str:
    code = resource.get("code") or resource.get("medicationCodeableConcept") or {}
    return next((each["code"] for each in code.get("coding", []) if each.get("system") == ORDER), "-")


def items_of(suggestion: Json) -> list[str]:
    return [item_of(action["resource"]) for action in suggestion["actions"] if "resource" in action]


def treatments(cards: Sequence[Json]) -> list[list[str]]:
    """What each suggestion orders of OS-03, OS-04 and OS-05."""
    return [
        [item for item in items_of(each) if item.startswith("OS-03") or item in {"OS-04", "OS-05"}]
        for each in suggestions(cards)
    ]


def drafted(cards: Sequence[Json]) -> list[Json]:
    return [action["resource"] for each in suggestions(cards) for action in each["actions"] if "resource" in action]


def told(cards: Sequence[Json]) -> str:
    return "\n".join(card["detail"] for card in cards)


def unread_members(cards: Sequence[Json]) -> list[list[str]]:
    return [advice_of(card)["unread"] for card in cards if "unread" in advice_of(card)]


def _empty(value: object, where: str) -> Iterator[str]:
    if value is None or value in ("", [], {}):
        yield where
    elif isinstance(value, Mapping):
        for name, each in value.items():
            yield from _empty(each, f"{where}.{name}")
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _empty(each, f"{where}[{number}]")


def _check_every_card(cards: Sequence[Json]) -> None:
    """§4 on every card of every answer in this file."""
    assert len(cards) <= 8
    for card in cards:
        advice = advice_of(card)
        kind = advice["kind"]
        assert len(card["summary"]) < 140
        assert card["source"]["topic"]["code"] == kind
        assert card["source"]["topic"]["system"] == f"{BASE}/CodeSystem/card-topic"
        assert re.fullmatch(r"\d+\.\d+\.\d+", advice["knowledgeVersion"])
        assert not list(_empty(advice, "advice"))
        assert card["detail"].rstrip().endswith(CLOSING)
        assert kind != "hold", "separate hold cards are for order-sign only"
        reasons = [reason["code"] for reason in card.get("overrideReasons", [])]
        assert reasons == (OVERRIDES if kind in {"indication", "referral", "conflict"} else [])
        assert {reason["system"] for reason in card.get("overrideReasons", [])} <= {
            f"{BASE}/CodeSystem/override-reason"
        }
        (_check_lead_card if kind in LEAD else _check_other_card)(card, advice)


def _check_lead_card(card: Json, advice: Json) -> None:
    outcome = advice["outcome"]
    pathway = outcome in PATHWAYS
    assert "evidence" in advice
    assert ("techniques" in advice) == pathway
    assert ("Arrows of the algorithm reconstructed." in card["detail"]) == pathway
    assert ("pathwayForInformation" in advice) == (outcome in {"MDT_BOARD", "MDT_CURATIVE_CANAL"})
    assert pathway or "holds" not in advice
    assert outcome == "NEED_DATA" or "possibleOutcomes" not in advice
    assert outcome != "NEED_DATA" or advice["questions"]
    assert card.get("selectionBehavior", "at-most-one") == "at-most-one"
    assert ("suggestions" in card) == ("selectionBehavior" in card)


def _check_other_card(_card: Json, advice: Json) -> None:
    lead_only = {"inputs", "techniques", "possibleOutcomes", "pathwayForInformation", "holds", "evidence"}
    assert not lead_only & set(advice)
    if advice["kind"] == "degraded":
        assert not {"lesion", "outcome"} & set(advice)


# --- What many scenarios start from -----------------------------------------------------------------------------------


def cement() -> Story:
    return Story().finding("consolidation-need", True)


def ablation_and_cement() -> Story:
    return cement().finding("soft-tissue-extension", True)


def cavity() -> Story:
    return Story().finding("escc", "1a")


def curative() -> Story:
    return Story(intent="curative")


def thyroid(intent: str = "palliative") -> Story:
    return Story(primary=THYROID, intent=intent).finding("size-reduction-need", True)


def sclerotic(primary: str = PROSTATE) -> Story:
    return Story(primary=primary).finding("matrix", "sclerotic")


def nidus(intent: str | None = None) -> Story:
    story = Story(primary=None, intent=intent, words="left pedicle of T8", disease=(SNOMED, "302859004"))
    return story.without("sins").finding("size", (8, "mm"))


def unstable() -> Story:
    return Story().finding("sins", 14)


def near(distance: float = 5) -> Story:
    return Story().finding("distance-to-neural-structure", (distance, "mm"))


def two_lesions(escc_of_l3: str = "0") -> Story:
    return Story().lesion("L3", escc=escc_of_l3).order()


def woman(age: int = 30) -> Story:
    return Story().person("female", age)


def of_nature(nature: str, intent: str = "palliative") -> Story:
    story = Story(primary=None, intent=intent, disease=(ICD, "D49.2"))
    return story.finding("nature", nature)


Told = Callable[[], Story]


def rows(*cases: tuple[Any, ...]) -> Any:
    """Rows whose first member is the name of the scenario."""
    return [pytest.param(*case[1:], id=case[0]) for case in cases]


# --- §4: the lead card ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("story", "expected"),
    rows(
        ("URGENT_REFERRAL", lambda: Story().finding("escc", "2"), ("URGENT_REFERRAL", "referral", "critical")),
        ("MDT_BOARD", unstable, ("MDT_BOARD", "referral", "warning")),
        ("MDT_CURATIVE", lambda: curative().finding("escc", "1a"), ("MDT_CURATIVE_CANAL", "referral", "warning")),
        ("NEED_DATA", lambda: Story(intent=None), ("NEED_DATA", "question", "info")),
        (
            "gate 2u",
            lambda: Story().without("escc").without("neurological-deficit"),
            ("NEED_DATA", "question", "warning"),
        ),
        ("DECLINED", lambda: Story().consent(), ("DECLINED", "nocare", "info")),
        ("NOT_A_TARGET", lambda: of_nature("benign-not-indicated"), ("NOT_A_TARGET", "nocare", "info")),
        ("NO_INDICATION_NOW", lambda: Story().pain(0), ("NO_INDICATION_NOW", "nocare", "info")),
        ("a pathway", Story, ("PAL_PAIN", "indication", "info")),
        ("with a hold", lambda: Story().lab("6301-6", 1.9), ("PAL_PAIN", "indication", "warning")),
        ("selected is avoid", lambda: near().ours("OS-03-RFA_MONO"), ("PAL_PAIN", "indication", "warning")),
        ("selected is not offered", lambda: Story().ours("OS-03-LASER"), ("PAL_PAIN", "indication", "warning")),
        ("cement not offered", lambda: Story().ours("OS-04"), ("PAL_PAIN", "indication", "warning")),
        ("selected is caution", lambda: Story().ours("OS-03-CHEM"), ("PAL_PAIN", "indication", "info")),
        (
            "with CR-03",
            lambda: Story(words="left pedicle of T8").order(words="right pedicle of T8"),
            ("PAL_PAIN", "indication", "warning"),
        ),
    ),
)
def test_outcome_kind_and_indicator_of_the_lead_card(story: Told, expected: tuple[str, str, str]) -> None:
    """§4: the table "outcome | lead card | indicator"."""
    card = story().cards()[0]
    advice = advice_of(card)
    assert (advice["outcome"], advice["kind"], card["indicator"]) == expected


def test_a_selected_technique_that_the_site_lacks_makes_the_card_a_warning() -> None:
    """§4: "warning … when the selected technique is `avoid` or not offered"; §2 `[offered]`."""
    story = curative().finding("size", (15, "mm")).ours("OS-03-LASER", intent="curative")
    assert story.cards()[0]["indicator"] == "info"
    assert story.cards(OFFERED__LASER="false")[0]["indicator"] == "warning"


def test_a_pathway_is_followed_by_its_two_checklists() -> None:
    """§4: "A pathway is followed by one `anaesthesia` card (info) and … one `thermalprotection` card (info)."."""
    cards = Story().cards()
    assert kinds(cards) == ["indication", "anaesthesia", "thermalprotection"]
    assert [card["indicator"] for card in cards] == ["info"] * 3


# --- B.3, B.4: the outcome and what stays possible --------------------------------------------------------------------

DOMAINS = (("curative", "palliative"), *(("no", "yes"),) * 4, ("painful", "painless"), ("none", "motor"))
FACTS = ("F-02", "F-10", "F-13", "F-12", "F-15", "F-23", "F-25")
ASKED = ("F-07", "F-25", "F-02", "F-10", "F-13", "F-12", "F-15", "F-23")
Row = tuple[str, ...]
Gate = Callable[[Row], str]


def _tree(row: Row) -> str:
    """B.3, rows 1 to 11."""
    intent, canal, cons, soft, size, *_ = row
    if intent == "curative":
        return "MDT_CURATIVE_CANAL" if canal == "yes" else {"no": "CUR_ABL", "yes": "CUR_ABL_CEM"}[cons]
    if canal == "yes":
        return {"no": "PAL_CAV", "yes": "PAL_CAV_CEM"}[cons]
    if cons == "yes":
        return "PAL_ABL_CEM" if "yes" in {soft, size} else "PAL_CEM"
    if size == "yes":
        return "PAL_REDUCE"
    return "PAL_PAIN_SOFT" if soft == "yes" else "PAL_PAIN"


def _without_stop(row: Row) -> str:
    """B.4, gates 2 and 6 and the tree."""
    intent, canal, cons, _, size, pain, deficit = row
    if canal == "yes" and deficit == "motor":
        return "URGENT_REFERRAL"
    if intent == "palliative" and pain == "painless" and canal == cons == size == "no":
        return "NO_INDICATION_NOW"
    return _tree(row)


def _with_stop(stops: Callable[[Row], bool]) -> Gate:
    """B.4, gate 5 between them."""

    def outcome(row: Row) -> str:
        free = _without_stop(row)
        return "MDT_BOARD" if free != "URGENT_REFERRAL" and stops(row) else free

    return outcome


def _completions(row: Row) -> list[Row]:
    choices = [domain if given == "unknown" else (given,) for given, domain in zip(row, DOMAINS, strict=True)]
    return list(itertools.product(*choices))


def _in_order(outcomes: set[str]) -> list[str]:
    return [outcome for outcome in OUTCOMES if outcome in outcomes]


def _asked(row: Row, gate: Gate) -> list[str]:
    """The unknown inputs of which one value instead of another gives another outcome."""
    deciding = set()
    for number, domain in enumerate(DOMAINS):
        if row[number] != "unknown":
            continue
        for full in _completions(row):
            answers = {gate((*full[:number], value, *full[number + 1 :])) for value in domain}
            if len(answers) > 1:
                deciding.add(FACTS[number])
    return [fact for fact in ASKED if fact in deciding]


def _patient_of(row: Row) -> Story:
    intent, canal, cons, soft, size, pain, deficit = row
    story = Story(intent=None if intent == "unknown" else intent).without("sins")
    story = story.without("escc") if canal == "unknown" else story.finding("escc", {"yes": "1a", "no": "0"}[canal])
    if cons != "unknown":
        story.finding("consolidation-need", cons == "yes")
    story.without("soft-tissue-extension")
    if soft != "unknown":
        story.finding("soft-tissue-extension", soft == "yes")
    if size == "yes":
        story.finding("size-reduction-need", True)
    if deficit == "unknown":
        story.without("neurological-deficit")
    return story.pain({"painful": 60, "painless": 0, "unknown": None}[pain])


ROWS = list(
    itertools.product(
        ("curative", "palliative", "unknown"),
        *(("no", "yes", "unknown"),) * 3,
        ("no", "yes"),
        ("painful", "painless", "unknown"),
        ("none", "unknown"),
    )
)
STOPS: dict[str, tuple[Gate, Callable[[Story], Story]]] = {
    "no stop": (_without_stop, lambda story: story),
    "beyond few": (_with_stop(lambda row: row[0] == "curative"), lambda story: story.finding("lesion-count", 4)),
    "PMMA allergy": (_with_stop(lambda row: row[2] == "yes"), lambda story: story.allergy("PMMA bone cement")),
    "pregnancy": (_with_stop(lambda _row: True), lambda story: story.condition("Z33.1")),
}


@pytest.mark.parametrize("share", range(4))
@pytest.mark.parametrize("stop", list(STOPS))
def test_rule_12_leaves_exactly_this_set(stop: str, share: int) -> None:
    """B.4 "Unknowns": "One result → that outcome; several → NEED_DATA, and `possibleOutcomes` is exactly that set".

    A sample of the 972 rows of INTENT, CANAL, CONS, SOFT, SIZE, PAIN and DEFICIT for each stop of gate 5; all of them held.
    """
    gate, change = STOPS[stop]
    for row in ROWS[share * 7 :: 37]:
        card = change(_patient_of(row)).cards()[0]
        advice = advice_of(card)
        possible = {gate(full) for full in _completions(row)}
        no_examination = row[6] == "unknown" and row[1] != "no"
        if len(possible) > 1 or no_examination:
            assert advice["outcome"] == "NEED_DATA", row
            assert advice["possibleOutcomes"] == _in_order(possible), row
            assert advice["questions"] == _asked(row, gate), row
            assert card["indicator"] == ("warning" if no_examination else "info"), row
        else:
            assert [advice["outcome"]] == list(possible), row


@pytest.mark.parametrize(
    ("story", "expected"),
    rows(
        (
            "SINS 14, intent unknown",
            lambda: unstable().order(intent=None),
            ["CUR_ABL", "CUR_ABL_CEM", "PAL_CEM", "PAL_PAIN"],
        ),
        ("PMMA", lambda: cement().allergy("acrylic bone cement (PMMA)"), ["PAL_CEM"]),
        ("four lesions", lambda: curative().finding("lesion-count", 4), ["CUR_ABL"]),
        ("CR-01", lambda: sclerotic(KIDNEY), ["PAL_PAIN"]),
        ("sepsis", lambda: Story().condition("A41.9"), ["PAL_PAIN"]),
        ("canal, curative", lambda: curative().finding("escc", "1a"), ["PAL_CAV"]),
        (
            "canal, curative, CONS unknown",
            lambda: curative().finding("escc", "1a").without("sins"),
            ["PAL_CAV_CEM", "PAL_CAV"],
        ),
    ),
)
def test_the_board_sees_the_pathway_without_gate_5(story: Told, expected: list[str]) -> None:
    """§4 `pathwayForInformation`: "what rule 12 gives without gate 5; for `MDT_CURATIVE_CANAL` … with palliative intent"."""
    assert story().lead()["pathwayForInformation"] == expected


@pytest.mark.parametrize(
    ("story", "outcomes", "questions"),
    rows(
        ("nature unknown", lambda: Story(primary=None, disease=(ICD, "D49.2")), ["NOT_A_TARGET", "PAL_PAIN"], ["F-07"]),
        (
            "and painless",
            lambda: Story(primary=None, disease=(ICD, "D49.2")).pain(0),
            ["NOT_A_TARGET", "NO_INDICATION_NOW"],
            ["F-07"],
        ),
        (
            "and intent unknown",
            lambda: Story(primary=None, disease=(ICD, "D49.2"), intent=None),
            ["NOT_A_TARGET", "CUR_ABL", "PAL_PAIN"],
            ["F-07", "F-02"],
        ),
        (
            "CR-07",
            lambda: Story().condition("D16.6", level="T8", words="T8 vertebral body"),
            ["NOT_A_TARGET", "PAL_PAIN"],
            ["F-07"],
        ),
    ),
)
def test_gate_4u(story: Told, outcomes: list[str], questions: list[str]) -> None:
    """§4 `possibleOutcomes`: "at gate 4u also `NOT_A_TARGET`"; B.4: "4u: NOT_A_TARGET plus the completions"."""
    lead = story().lead()
    assert (lead["outcome"], lead["possibleOutcomes"], lead["questions"]) == ("NEED_DATA", outcomes, questions)


def test_gate_1u_names_no_outcomes() -> None:
    """§4: `possibleOutcomes` on "outcome `NEED_DATA`, but for gate 1u"; the text may not refer to a list that is not there."""
    story = Story().empty("findings", "imaging")
    story.record["conditions"] = story.record["conditions"][:1]
    card = story.cards()[0]
    assert (advice_of(card)["outcome"], card["indicator"]) == ("NEED_DATA", "info")
    assert "possibleOutcomes" not in advice_of(card)
    assert "outcomes named below" not in card["detail"]


# --- B.3, §5.3: what the inputs rest on -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("story", "cons", "conflict"),
    rows(
        ("total 6", lambda: Story().finding("sins", 6), "no", False),
        ("total 7, lytic body", lambda: Story().finding("sins", 7), "yes", False),
        ("total 12, lytic body", lambda: Story().finding("sins", 12), "yes", False),
        ("total 8, mixed", lambda: Story().finding("sins", 8).finding("matrix", "mixed"), "unknown", False),
        ("total 8, pedicle", lambda: Story(words="left pedicle of T8").finding("sins", 8), "unknown", False),
        ("total 8, part unknown (C.7)", lambda: Story(words="T8").finding("sins", 8), "unknown", False),
        ("total 19 is not read", lambda: Story().finding("sins", 19), "unknown", False),
        ("six: 1+3+2+0+3+3", lambda: Story().sins(1, 3, 2, 0, 3, 3), "yes", False),
        ("range 5-8 crosses 6/7", lambda: Story().sins(1, 1, 2, 0, 1, None), "unknown", False),
        ("range 3-6", lambda: Story().sins(1, 0, 2, 0, 0, None), "no", False),
        ("range 8-11", lambda: Story().sins(2, 3, 2, 0, 1, None), "yes", False),
        ("pain 2 is none of X-10's points", lambda: Story().sins(1, 2, 2, 0, 1, 0), "unknown", False),
        ("own collapse component outweighs total 6", lambda: Story().sins(1, 1, 2, 0, 2, 0), "yes", False),
        ("total beside other six", lambda: Story().sins(1, 1, 2, 0, 1, 0, total=9), "unknown", True),
        ("a need stated", cement, "yes", False),
        (
            "no need stated, SINS 9",
            lambda: Story().finding("sins", 9).finding("consolidation-need", False),
            "no",
            False,
        ),
        (
            "no need stated beside a collapse",
            lambda: Story().finding("consolidation-need", False).finding("collapse", True),
            "unknown",
            True,
        ),
        ("collapse", lambda: Story().finding("collapse", True), "yes", False),
        ("collapse false alone", lambda: Story().finding("collapse", False).without("sins"), "unknown", False),
        ("M84.58XA", lambda: Story().condition("M84.58XA", level="T8"), "yes", False),
        ("866087009", lambda: Story().condition("866087009", system=SNOMED, level="T8"), "yes", False),
        ("M84.58XA elsewhere", lambda: Story().condition("M84.58XA", level="L3"), "no", False),
        ("nidus in a pedicle", nidus, "no", False),
        ("its size unknown", lambda: nidus().without("size"), "no", False),
        ("21 mm", lambda: nidus().finding("size", (21, "mm")), "unknown", False),
        ("benign: SINS is not computed", lambda: of_nature("benign-treatable", "curative"), "unknown", False),
    ),
)
def test_need_for_consolidation(story: Told, cons: str, conflict: bool) -> None:  # noqa: FBT001  a column of the table
    """B.3 CONS: "first that applies: explicit statement … › fracture or collapse … › SINS range …", and "More on CONS"."""
    lead = story().lead()
    assert (lead["inputs"]["CONS"], "CR-04" in lead.get("rules", [])) == (cons, conflict)


@pytest.mark.parametrize(
    ("points", "outcome"),
    [
        ((3, 3, 2, 2, 0, 3), "MDT_BOARD"),
        ((3, 3, 2, 2, 3, None), "MDT_BOARD"),
        ((1, 3, 2, 2, None, 3), "NEED_DATA"),
        ((1, 3, 2, 0, 3, 3), "PAL_CEM"),
    ],
)
def test_gate_5_takes_the_lowest_possible_sins(points: tuple[int | None, ...], outcome: str) -> None:
    """B.4 gate 5: "lowest possible SINS ≥ 13"."""
    assert Story().sins(*points).lead()["outcome"] == outcome


@pytest.mark.parametrize(
    ("story", "canal", "conflict"),
    rows(
        ("0", Story, "no", False),
        ("1a", cavity, "yes", False),
        ("0 and extension", lambda: Story().finding("canal-extension", True), "unknown", True),
        ("1a and no extension", lambda: cavity().finding("canal-extension", False), "unknown", True),
        ("0 and no extension", lambda: Story().finding("canal-extension", False), "no", False),
        ("debulking", lambda: Story().finding("debulking-need", True), "yes", False),
        ("no debulking", lambda: Story().finding("debulking-need", False).without("escc"), "unknown", False),
        ("90 days", lambda: Story().finding("escc", "0", days=91), "unknown", False),
        ("newer yes", lambda: Story().finding("escc", "0", days=20).another("escc", "1a", days=3), "yes", True),
        ("newer no", lambda: Story().finding("escc", "1a", days=20).another("escc", "0", days=3), "unknown", True),
    ),
)
def test_canal(story: Told, canal: str, conflict: bool) -> None:  # noqa: FBT001  a column of the table
    """§5.3 CANAL: "`debulking-need` true → yes, whatever the extension …"; F.5 rule 5 for a newer "no"."""
    lead = story().lead()
    assert (lead["inputs"]["CANAL"], "CR-04" in lead.get("rules", [])) == (canal, conflict)


def test_a_conflict_card_names_what_disagrees() -> None:
    """C.4 CR-04: "the fact is `conflict` and counts as unknown; both are named"."""
    card = card_of(Story().finding("canal-extension", True).cards(), "conflict")
    assert card["indicator"] == "warning"
    assert all(source in card["detail"] for source in ("findings-4", "findings-23"))


@pytest.mark.parametrize(
    ("words", "name", "expected"),
    [
        ("debulking requested", "CANAL", "yes"),
        ("no debulking", "CANAL", "no"),
        ("cannot exclude need for debulking", "CANAL", "no"),
        ("debulking of L3 requested", "CANAL", "no"),
        ("previous debulking in 2019", "CANAL", "no"),
        ("tumour size reduction wanted", "SIZE", "yes"),
        ("size reduction not wanted", "SIZE", "no"),
        ("consolidation needed", "CONS", "yes"),
        ("no need for consolidation", "CONS", "no"),
        ("need for consolidation cannot be excluded", "CONS", "no"),
        ("pulmonary consolidation on CT", "CONS", "no"),
        ("patient has lung consolidation", "CONS", "no"),
    ],
)
def test_wishes_in_the_words_of_the_order(words: str, name: str, expected: str) -> None:
    """§5.3: "Wishes … are also read from words in the selected order's `note` … by CR-08"; a doubt is no wish.

    The patient's SINS of 5 makes CONS "no" and ESCC 0 makes CANAL "no" unless a wish is read.
    """
    assert Story().note(words).lead()["inputs"][name] in ({"no", "unknown"} if expected == "no" else {expected})


@pytest.mark.parametrize(
    ("story", "expected"),
    rows(
        ("thyroid and 131-I", lambda: Story(primary=THYROID).note("followed by 131-I therapy"), ("PAL_REDUCE", "yes")),
        ("lung and 131-I", lambda: Story().note("followed by 131-I therapy"), ("PAL_PAIN", "no")),
        ("nobody asked", Story, ("PAL_PAIN", "no")),
        ("coded wish", lambda: Story().finding("size-reduction-need", True), ("PAL_REDUCE", "yes")),
    ),
)
def test_size_reduction_is_a_wish(story: Told, expected: tuple[str, str]) -> None:
    """B.3 SIZE: "`yes` on a clinician's request, or a thyroid primary with a plan of 131-I"."""
    lead = story().lead()
    assert (lead["outcome"], lead["inputs"]["SIZE"]) == expected


def _of_intent(intent: str) -> Json:
    return {"extension": [{"url": INTENT, "valueCodeableConcept": concept(SNOMED, INTENTS[intent])}]}


@pytest.mark.parametrize(
    ("story", "expected"),
    rows(
        ("Z51.5", lambda: Story(intent=None).condition("Z51.5"), "palliative"),
        ("103735009", lambda: Story(intent=None).condition("103735009", system=SNOMED), "palliative"),
        ("order wins over Z51.5", lambda: curative().condition("Z51.5"), "curative"),
        ("procedure", lambda: Story(intent=None).procedure({"text": "RT"}, "T8", **_of_intent("curative")), "curative"),
        (
            "procedure before inference",
            lambda: Story(intent=None).procedure({"text": "RT"}, "T8", **_of_intent("curative")).condition("Z51.5"),
            "curative",
        ),
        (
            "order before procedure",
            lambda: Story().procedure({"text": "RT"}, "T8", **_of_intent("curative")),
            "palliative",
        ),
        (
            "procedure of another level",
            lambda: Story(intent=None).procedure({"text": "RT"}, "L3", **_of_intent("curative")),
            "unknown",
        ),
        ("osteoid osteoma", nidus, "curative"),
        ("order before osteoid osteoma", lambda: nidus("palliative"), "palliative"),
        ("one lesion infers nothing", lambda: Story(intent=None).finding("lesion-count", 1), "unknown"),
        ("benign-treatable infers nothing", lambda: of_nature("benign-treatable").order(intent=None), "unknown"),
    ),
)
def test_intent(story: Told, expected: str) -> None:
    """§5.3 "Intent (F-02), first that applies": the selected order, Procedures of the lesion, the two inferences."""
    assert story().lead()["inputs"]["INTENT"] == expected


# --- B.4: the gates ---------------------------------------------------------------------------------------------------


def _preliminary(grade: str) -> Story:
    story = Story().finding("escc", grade)
    story.record["findings"][-1]["status"] = "preliminary"
    return story


def _deficit(value: str, days: float = 1, **more: Any) -> Story:
    return Story().finding("neurological-deficit", value, days=days, **more)


@pytest.mark.parametrize(
    ("story", "outcome"),
    rows(
        ("motor", lambda: _deficit("motor"), "URGENT_REFERRAL"),
        ("sphincter", lambda: _deficit("sphincter"), "URGENT_REFERRAL"),
        ("root", lambda: _deficit("root"), "PAL_PAIN"),
        ("old and stable", lambda: _deficit("motor", note=[{"text": "old and stable since 2019"}]), "PAL_PAIN"),
        ("only old", lambda: _deficit("motor", note=[{"text": "old"}]), "URGENT_REFERRAL"),
        ("ESCC 2", lambda: Story().finding("escc", "2"), "URGENT_REFERRAL"),
        ("ESCC 1c", lambda: Story().finding("escc", "1c"), "PAL_CAV"),
        ("G83.4", lambda: Story().condition("G83.4"), "URGENT_REFERRAL"),
        ("G83.4 provisional", lambda: Story().condition("G83.4", verified="provisional"), "URGENT_REFERRAL"),
        ("G83.4 refuted", lambda: Story().condition("G83.4", verified="refuted"), "PAL_PAIN"),
        ("G95.20, no deficit", lambda: Story().condition("G95.20", level="T8"), "PAL_PAIN"),
        ("G95.20 and root", lambda: _deficit("root").condition("G95.20", level="T8"), "URGENT_REFERRAL"),
        (
            "G95.20, not examined (C.7)",
            lambda: Story().condition("G95.20", level="T8").without("neurological-deficit"),
            "NEED_DATA",
        ),
        ("before a refusal", lambda: Story().finding("escc", "3").consent(), "URGENT_REFERRAL"),
        ("preliminary raises", lambda: _preliminary("3"), "URGENT_REFERRAL"),
        ("preliminary settles no 'no'", lambda: _preliminary("0"), "NEED_DATA"),
    ),
)
def test_gate_2(story: Told, outcome: str) -> None:
    """B.4 gate 2: "`motor` or `sphincter` deficit (unless recorded as old and stable); ESCC 2–3; cauda equina syndrome …"."""
    assert story().lead()["outcome"] == outcome


def _leads(cards: Sequence[Json]) -> list[tuple[str, str | None, str]]:
    found = [(advice_of(card), card["indicator"]) for card in cards if advice_of(card)["kind"] in LEAD]
    return [(advice["outcome"], advice.get("lesion", {}).get("level"), indicator) for advice, indicator in found]


def test_an_emergency_at_another_level_comes_first() -> None:
    """§4: "looked for anywhere in this patient's spine"; §6: "none, for no lesion of this patient"."""
    cards = two_lesions("3").cards()
    assert _leads(cards) == [("URGENT_REFERRAL", "L3", "critical"), ("PAL_PAIN", "T8", "info")]
    assert not suggestions(cards)


def test_an_emergency_without_a_level() -> None:
    """§4: "the outcome of the patient's only lesion, and with several lesions a card of its own without `lesion`"."""
    assert _leads(Story().condition("G83.4").cards()) == [("URGENT_REFERRAL", "T8", "critical")]
    several = two_lesions().condition("G83.4").cards()
    assert _leads(several) == [("URGENT_REFERRAL", None, "critical"), ("PAL_PAIN", "T8", "info")]
    assert not {"lesion", "inputs"} & set(advice_of(several[0]))
    assert not suggestions(several)


def test_an_emergency_beside_an_order_for_an_undocumented_level() -> None:
    """B.4 gate 2: "evaluated in every call that passes gate 1, also beside 1u"."""
    cards = Story().finding("escc", "3").order(level="L3").cards()
    assert _leads(cards) == [("URGENT_REFERRAL", "T8", "critical"), ("NEED_DATA", "L3", "info")]


ABLATION = concept(LOINC, "58747-7", "ablation")


@pytest.mark.parametrize(
    ("story", "declined"),
    rows(
        ("consent", lambda: Story().consent(), True),
        ("naming ours", lambda: Story().consent(of="radiofrequency ablation of the spine"), True),
        ("naming another", lambda: Story().consent(of="blood transfusion"), False),
        ("privacy", lambda: Story().consent(scope="patient-privacy"), False),
        ("research", lambda: Story().consent(scope="research"), False),
        ("advance directive", lambda: Story().consent(scope="adr"), False),
        ("inactive", lambda: Story().consent(status="inactive"), False),
        ("permit", lambda: Story().consent(kind="permit"), False),
        ("do not resuscitate", lambda: Story().condition("Z66"), False),
        ("Z53.20, 29 days", lambda: Story().condition("Z53.20", recorded=29), True),
        ("Z53.29, 3 days", lambda: Story().condition("Z53.29", recorded=3), True),
        ("Z53.20, 32 days", lambda: Story().condition("Z53.20", recorded=32), False),
        (
            "not done, 105480006",
            lambda: Story().procedure(ABLATION, "T8", status="not-done", statusReason=concept(SNOMED, "105480006")),
            True,
        ),
        (
            "not done, 413311005",
            lambda: Story().procedure(ABLATION, "T8", status="not-done", statusReason=concept(SNOMED, "413311005")),
            True,
        ),
        (
            "not done, other reason",
            lambda: Story().procedure(ABLATION, "T8", status="not-done", statusReason={"text": "scanner broken"}),
            False,
        ),
        (
            "not done at another level",
            lambda: Story().procedure(ABLATION, "L3", status="not-done", statusReason=concept(SNOMED, "105480006")),
            False,
        ),
        (
            "another procedure",
            lambda: Story().procedure(
                {"text": "appendicectomy"}, "T8", status="not-done", statusReason=concept(SNOMED, "105480006")
            ),
            False,
        ),
    ),
)
def test_gate_3(story: Told, declined: bool) -> None:  # noqa: FBT001  a column of the table
    """F-04: "Counts: … Never counts: scope patient-privacy, research, adr; DNR (Z66)"."""
    assert story().lead()["outcome"] == ("DECLINED" if declined else "PAL_PAIN")


@pytest.mark.parametrize(
    "story",
    rows(
        ("haemangioma", lambda: Story(primary=None, disease=(ICD, "D18.09"))),
        ("infection", lambda: of_nature("infection")),
        ("vertebral osteomyelitis", lambda: Story(primary=None, disease=(ICD, "M46.24"))),
        ("osteoporotic", lambda: of_nature("osteoporotic")),
        ("M80.08XA", lambda: Story(primary=None, disease=(ICD, "M80.08XA"))),
    ),
)
def test_gate_4(story: Told) -> None:
    """B.4 gate 4 and C.7: "the lesion is a spinal infection or an osteoporotic fracture: gate 4 (NOT_A_TARGET)"."""
    lead = story().lead()
    assert lead["outcome"] == "NOT_A_TARGET"


@pytest.mark.parametrize(
    ("story", "outcome"),
    rows(
        ("three lesions", lambda: curative().finding("lesion-count", 3), "CUR_ABL"),
        ("four lesions", lambda: curative().finding("lesion-count", 4), "MDT_BOARD"),
        ("four, palliative", lambda: Story().finding("lesion-count", 4), "PAL_PAIN"),
        (
            "four documented",
            lambda: curative().lesion("L1").lesion("L3").lesion("T5").order(intent="curative"),
            "MDT_BOARD",
        ),
        ("PMMA, no cement needed", lambda: Story().allergy("PMMA"), "PAL_PAIN"),
        ("infection at the level", lambda: Story().condition("M46.24", level="T8"), "MDT_BOARD"),
        ("11 years", lambda: Story().person("male", 11), "MDT_BOARD"),
        ("12 years", lambda: Story().person("male", 12), "PAL_PAIN"),
        ("pregnant 299 days", lambda: woman().pregnant(days=299), "MDT_BOARD"),
        ("pregnant 302 days", lambda: woman().pregnant(days=302), "PAL_PAIN"),
        ("Condition 299 days", lambda: woman().condition("Z33.1", recorded=299), "MDT_BOARD"),
        ("Condition 302 days", lambda: woman().condition("Z33.1", recorded=302), "PAL_PAIN"),
        ("test positive", lambda: woman().pregnancy_test("positive", days=20), "MDT_BOARD"),
        ("newer negative", lambda: woman().pregnant(days=20).pregnancy_test("negative", days=2), "PAL_PAIN"),
        ("older negative", lambda: woman().pregnant(days=2).pregnancy_test("negative", days=4), "MDT_BOARD"),
        ("RCC, sclerotic", lambda: sclerotic(KIDNEY), "MDT_BOARD"),
        ("RCC, mixed", lambda: Story(primary=KIDNEY).finding("matrix", "mixed"), "PAL_PAIN"),
        ("RCC, history of", lambda: sclerotic("Z85.528"), "MDT_BOARD"),
        ("RCC proven here", lambda: sclerotic(KIDNEY).histology("T8"), "PAL_PAIN"),
        ("RCC proven elsewhere", lambda: sclerotic(KIDNEY).histology("L3"), "MDT_BOARD"),
    ),
)
def test_gate_5(story: Told, outcome: str) -> None:
    """B.4 gate 5, SR-04, SR-05, CR-01, TR-29, H-17."""
    assert story().lead()["outcome"] == outcome


# --- C.1 and C.2: techniques ------------------------------------------------------------------------------------------

CAVITY = {"RFA_BIPOLAR": "caution", "RFA_MONO": "avoid", "CRYO": "caution", "CHEM": "avoid", "CAV": "preferred"}
ABLATION_STATES = {"RFA_BIPOLAR": "preferred", "RFA_MONO": "acceptable", "CRYO": "preferred"}
SMALL_NIDUS = {"LASER": "preferred", "RFA_BIPOLAR": "acceptable", "RFA_MONO": "acceptable", "CRYO": "acceptable"}


def viscus(level: str, distance: float | None, *, soft: bool) -> Story:
    story = Story(level).finding("soft-tissue-extension", soft).without("distance-to-viscus")
    return story if distance is None else story.finding("distance-to-viscus", (distance, "mm"))


@pytest.mark.parametrize(
    ("story", "outcome", "expected"),
    rows(
        ("PAL_PAIN", Story, "PAL_PAIN", FREE),
        ("PAL_CEM", cement, "PAL_CEM", {"CEMENT": "preferred"}),
        ("PAL_ABL_CEM", ablation_and_cement, "PAL_ABL_CEM", ABLATION_STATES | {"CEMENT": "preferred"}),
        ("PAL_CAV", cavity, "PAL_CAV", CAVITY),
        (
            "PAL_CAV_CEM",
            lambda: cavity().finding("consolidation-need", True),
            "PAL_CAV_CEM",
            CAVITY | {"CEMENT": "preferred"},
        ),
        ("PAL_REDUCE", lambda: Story().finding("size-reduction-need", True), "PAL_REDUCE", ABLATION_STATES),
        (
            "PAL_PAIN_SOFT",
            lambda: Story().finding("soft-tissue-extension", True),
            "PAL_PAIN_SOFT",
            ABLATION_STATES,
        ),
        ("CUR_ABL, nidus", nidus, "CUR_ABL", SMALL_NIDUS),
        (
            "CUR_ABL, 20 mm",
            lambda: curative().finding("size", (20, "mm")),
            "CUR_ABL",
            {"LASER": "caution", **ABLATION_STATES},
        ),
        ("CUR_ABL, 21 mm", lambda: curative().finding("size", (21, "mm")), "CUR_ABL", ABLATION_STATES),
        ("CUR_ABL, size unknown", lambda: curative().without("size"), "CUR_ABL", ABLATION_STATES),
        (
            "CUR_ABL, benign treatable",
            lambda: of_nature("benign-treatable", "curative").finding("consolidation-need", False),
            "CUR_ABL",
            ABLATION_STATES,
        ),
        ("TR-11", sclerotic, "PAL_PAIN", dict.fromkeys(FREE, "caution")),
        ("TR-12", lambda: Story().finding("matrix", "mixed"), "PAL_PAIN", FREE | {"CRYO": "caution"}),
        (
            "TR-27 device",
            lambda: Story().device("14106009"),
            "PAL_PAIN",
            FREE | {"RFA_BIPOLAR": "caution", "RFA_MONO": "avoid"},
        ),
        (
            "TR-27 condition",
            lambda: Story().condition("Z95.0"),
            "PAL_PAIN",
            FREE | {"RFA_BIPOLAR": "caution", "RFA_MONO": "avoid"},
        ),
        ("TR-27 and CAV", lambda: cavity().device("14106009"), "PAL_CAV", CAVITY | {"CAV": "caution"}),
        (
            "TR-10 and CAV",
            lambda: cavity().finding("metal-near-level", "present"),
            "PAL_CAV",
            CAVITY | {"CAV": "caution", "RFA_BIPOLAR": "avoid"},
        ),
        ("TR-06", thyroid, "PAL_REDUCE", ABLATION_STATES | {"CRYO": "acceptable"}),
        ("TR-06 in either intent", lambda: thyroid("curative"), "CUR_ABL", ABLATION_STATES | {"CRYO": "acceptable"}),
    ),
)
def test_technique_states(story: Told, outcome: str, expected: dict[str, str]) -> None:
    """C.1 and C.2; §4 `techniques`: "in this order … what pathway or site does not offer is left out"."""
    lead = story().lead()
    assert (lead["outcome"], list(states(lead).items())) == (outcome, list(expected.items()))


@pytest.mark.parametrize(
    ("story", "rule", "fires", "mono"),
    rows(
        ("TR-08 at 10 mm", lambda: near(10), "TR-08", True, "avoid"),
        ("TR-08 at 11 mm", lambda: near(11), "TR-08", False, "acceptable"),
        ("TR-08 unknown", lambda: Story().without("distance-to-neural-structure"), "TR-08", True, "avoid"),
        ("TR-08 wall breached", lambda: Story().finding("posterior-wall", "breached"), "TR-08", True, "avoid"),
        ("SR-06 breached", lambda: Story().finding("posterior-wall", "breached"), "SR-06", True, "avoid"),
        ("SR-06 not known", lambda: Story().without("posterior-wall"), "SR-06", True, "avoid"),
        ("SR-06 intact", Story, "SR-06", False, "acceptable"),
        ("TR-09 L3, 10 mm", lambda: viscus("L3", 10, soft=False), "TR-09", True, "avoid"),
        ("TR-09 L3, 11 mm", lambda: viscus("L3", 11, soft=True), "TR-09", False, "acceptable"),
        ("TR-09 L3, unknown, no soft part", lambda: viscus("L3", None, soft=False), "TR-09", False, "acceptable"),
        ("TR-09 L3, unknown, soft part", lambda: viscus("L3", None, soft=True), "TR-09", True, "avoid"),
        ("TR-09 T12, 5 mm", lambda: viscus("T12", 5, soft=True), "TR-09", False, "acceptable"),
        ("TR-10 present", lambda: Story().finding("metal-near-level", "present"), "TR-10", True, "avoid"),
        ("TR-10 removed", lambda: Story().finding("metal-near-level", "removed"), "TR-10", False, "acceptable"),
        ("TR-10 unknown", lambda: Story().without("metal-near-level"), "TR-10", False, "acceptable"),
        ("TR-01", Story, "TR-01", True, "acceptable"),
        ("TR-01 mixed", lambda: Story().finding("matrix", "mixed"), "TR-01", False, "acceptable"),
        ("TR-07 at 50 mm", lambda: Story().finding("size", (50, "mm")), "TR-07", True, "acceptable"),
        ("TR-07 at 49 mm", lambda: Story().finding("size", (49, "mm")), "TR-07", False, "acceptable"),
        ("TR-07 curative", lambda: curative().finding("size", (60, "mm")), "TR-07", False, "acceptable"),
        ("TR-19 failed", lambda: Story().finding("previous-radiotherapy", "failed"), "TR-19", True, "acceptable"),
        ("TR-19 given", lambda: Story().finding("previous-radiotherapy", "given"), "TR-19", False, "acceptable"),
        ("TR-04", lambda: nidus().finding("intra-articular", True), "TR-04", True, "acceptable"),
        ("TR-04 not stated", nidus, "TR-04", False, "acceptable"),
        ("TR-30", sclerotic, "TR-30", True, "caution"),
        ("TR-22", Story, "TR-22", True, "acceptable"),
        ("TR-21", ablation_and_cement, "TR-21", True, "acceptable"),
        ("TR-15", ablation_and_cement, "TR-15", True, "acceptable"),
        ("CR-06", lambda: Story(primary=None), "CR-06", True, "acceptable"),
        ("CR-05", lambda: Story().pain(7, "38208-5", None), "CR-05", True, "acceptable"),
        ("CR-10", lambda: Story().condition("C41.2", level="T8", verified="refuted"), "CR-10", True, "acceptable"),
        (
            "TR-28",
            lambda: ablation_and_cement().ours("OS-03-CRYO").also(concept(ORDER, "OS-04")),
            "TR-28",
            True,
            "acceptable",
        ),
    ),
)
def test_a_rule_on_both_sides(story: Told, rule: str, fires: bool, mono: str) -> None:  # noqa: FBT001  a column
    """C.2, C.3, C.4 row by row; §4 `rules`: "ids of every TR/SR/CR rule that fired for this card"."""
    lead = story().lead()
    assert (rule in lead["rules"], states(lead)["RFA_MONO"]) == (fires, mono)


@pytest.mark.parametrize(
    ("story", "setting", "technique"),
    rows(
        ("laser", nidus, "OFFERED__LASER", "LASER"),
        ("coblation", cavity, "OFFERED__COBLATION", "CAV"),
        ("chemical", Story, "OFFERED__CHEMICAL", "CHEM"),
    ),
)
def test_what_the_hospital_does_not_have_is_left_out(story: Told, setting: str, technique: str) -> None:
    """§4 `techniques`: "what pathway or site does not offer is left out"."""
    assert technique in states(story().lead())
    assert technique not in states(story().lead(**{setting: "false"}))


@pytest.mark.parametrize(
    ("story", "setting", "value", "technique", "expected"),
    rows(
        ("closer", lambda: near(8), "CLOSE_TO_NEURAL_STRUCTURE_MM", "5", "RFA_MONO", "acceptable"),
        ("wider", lambda: near(12), "CLOSE_TO_NEURAL_STRUCTURE_MM", "15", "RFA_MONO", "avoid"),
        ("viscus", lambda: viscus("L3", 15, soft=False), "CLOSE_TO_VISCUS_MM", "20", "RFA_MONO", "avoid"),
        ("small", lambda: curative().finding("size", (18, "mm")), "SMALL_LESION_MM", "15", "LASER", None),
    ),
)
def test_a_local_threshold_counts(story: Told, setting: str, value: str, technique: str, expected: str | None) -> None:
    """§2.1: thresholds "only those, only within their range"."""
    assert states(story().lead(**{f"THRESHOLDS__{setting}": value})).get(technique) == expected


# --- C.3: holds -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("story", "expected"),
    rows(
        ("nothing", Story, []),
        ("INR 1.8", lambda: Story().lab("6301-6", 1.8), []),
        ("INR 1.81", lambda: Story().lab("6301-6", 1.81), ["SR-10"]),
        ("platelets 50", lambda: Story().lab("777-3", 50, "10*3/uL"), []),
        ("platelets 49", lambda: Story().lab("777-3", 49, "10*3/uL"), ["SR-11"]),
        ("platelets in another unit", lambda: Story().lab("777-3", 250000, "/uL"), ["SR-15"]),
        ("37.9 °C", lambda: Story().lab("8310-5", 37.9, "Cel", days=0.2), []),
        ("38.0 °C", lambda: Story().lab("8310-5", 38.0, "Cel", days=0.2), ["SR-14"]),
        ("100.4 °F", lambda: Story().lab("8310-5", 100.4, "[degF]", days=0.2), ["SR-14"]),
        ("38.5 °C, 47 h", lambda: Story().lab("8310-5", 38.5, "Cel", days=47 / 24), ["SR-14"]),
        ("38.5 °C, 49 h", lambda: Story().lab("8310-5", 38.5, "Cel", days=49 / 24), []),
        ("INR of 29 days", lambda: Story().lab("6301-6", 1.0, days=29), []),
        ("INR of 32 days", lambda: Story().lab("6301-6", 1.0, days=32), ["SR-15"]),
        ("platelets of 32 days", lambda: Story().lab("777-3", 250, "10*9/L", days=32), ["SR-15"]),
        ("out of limits and too old (C.7)", lambda: Story().lab("6301-6", 2.5, days=32), ["SR-15"]),
        ("no INR", lambda: Story().lab("6301-6", None), ["SR-15"]),
        ("no haemoglobin", lambda: Story().lab("718-7", None), []),
        ("warfarin, INR of 6 days", lambda: Story().drug("warfarin 5 mg").lab("6301-6", 1.0, days=6), ["SR-12"]),
        (
            "warfarin, INR of 9 days",
            lambda: Story().drug("warfarin 5 mg").lab("6301-6", 1.0, days=9),
            ["SR-12", "SR-15"],
        ),
        (
            "warfarin, platelets of 20 days",
            lambda: Story().drug("warfarin").lab("777-3", 250, "10*9/L", days=20),
            ["SR-12"],
        ),
        ("apixaban", lambda: Story().drug("apixaban 5 mg"), ["SR-12"]),
        ("on hold", lambda: Story().drug("apixaban 5 mg", status="on-hold"), ["SR-12"]),
        ("stopped", lambda: Story().drug("apixaban 5 mg", status="stopped"), []),
        ("intended", lambda: Story().drug("apixaban", status="intended", key="statements"), ["SR-12"]),
        ("aspirin by ATC", lambda: Story().drug("x", coding=concept(ATC, "N02BA01")), ["SR-13"]),
        ("clopidogrel", lambda: Story().drug("clopidogrel"), ["SR-13"]),
        ("Z79.01", lambda: Story().condition("Z79.01"), ["SR-12"]),
        ("Z79.02", lambda: Story().condition("Z79.02"), ["SR-13"]),
        ("fever coded", lambda: Story().condition("R50.9", recorded=1), ["SR-14"]),
        ("spinal infection elsewhere", lambda: Story().condition("M46.26", level="L3"), ["SR-14"]),
        ("woman 12", lambda: woman(12), ["SR-16"]),
        ("woman 55", lambda: woman(55), ["SR-16"]),
        ("woman 56", lambda: woman(56), []),
        ("man 30", lambda: Story().person("male", 30), []),
        ("other", lambda: Story().person("other", 30), ["SR-16"]),
        ("gender unknown", lambda: Story().person("unknown", 30), ["SR-16"]),
        ("gender missing", lambda: Story().person(None, 30), ["SR-16"]),
        ("age missing", lambda: Story().person("female", None), ["SR-16"]),
        ("man, age missing", lambda: Story().person("male", None), []),
        ("test of 6 days", lambda: woman().pregnancy_test("negative", days=6), []),
        ("test of 9 days", lambda: woman().pregnancy_test("negative", days=9), ["SR-16"]),
        (
            "in the order of their ids",
            lambda: (
                Story()
                .lab("6301-6", 2.5)
                .lab("777-3", 30, "10*9/L")
                .drug("apixaban")
                .drug("aspirin")
                .condition("R50.9")
            ),
            ["SR-10", "SR-11", "SR-12", "SR-13", "SR-14"],
        ),
    ),
)
def test_holds(story: Told, expected: list[str]) -> None:
    """C.3 SR-10 … SR-16 on each side of each limit of C.6; §4 `holds`."""
    assert story().lead().get("holds", []) == expected


@pytest.mark.parametrize(
    ("story", "setting", "value", "expected"),
    rows(
        ("INR", lambda: Story().lab("6301-6", 1.6), "INR_MAX", "1.5", ["SR-10"]),
        ("platelets", lambda: Story().lab("777-3", 80, "10*9/L"), "PLATELETS_MIN", "100", ["SR-11"]),
        ("fever", lambda: Story().lab("8310-5", 38.2, "Cel", days=0.2), "FEVER_C", "38.5", []),
        ("age of tests", lambda: Story().lab("6301-6", 1.0, days=12), "LABS_MAX_AGE_DAYS", "10", ["SR-15"]),
        (
            "age of the pregnancy test",
            lambda: woman().pregnancy_test("negative", days=10),
            "PREGNANCY_TEST_MAX_AGE_DAYS",
            "14",
            [],
        ),
    ),
)
def test_holds_by_local_threshold(story: Told, setting: str, value: str, expected: list[str]) -> None:
    """§2.1."""
    assert story().lead(**{f"THRESHOLDS__{setting}": value}).get("holds", []) == expected


def test_a_drug_among_the_drafts_raises_its_hold() -> None:
    """C.3: "drafts in `draftOrders` count"."""
    story = Story()
    drug = {"resourceType": "MedicationRequest", "id": "m2", "status": "draft", "intent": "order", "subject": ME}
    story.drafts.append({**drug, "medicationCodeableConcept": {"text": "enoxaparin 80 mg"}})
    assert story.lead()["holds"] == ["SR-12"]


def test_an_inr_within_the_range_is_called_its_upper_limit() -> None:
    """C.3 SR-10: "1.5–1.8 shown as 'upper limit of the accepted range'"."""
    words = "upper limit of the accepted range"
    assert words in Story().lab("6301-6", 1.6).cards()[0]["detail"]
    assert words not in Story().cards()[0]["detail"]


def test_every_order_of_a_set_under_a_hold_says_what_it_waits_for() -> None:
    """§6: "`note` of each order of the set says 'release after: …'"; medications that could not be read: the same."""
    for story, noted in ((Story().lab("6301-6", 2.5), True), (Story().unread("medications"), True), (Story(), False)):
        notes = ["".join(each["text"] for each in order.get("note", [])) for order in drafted(story.cards())]
        assert {note.startswith("release after: ") for note in notes} == {noted}


# --- C.5: checklists --------------------------------------------------------------------------------------------------

ALWAYS = ["AN-01", "AN-02", "AN-03", "AN-07", "AN-08", "AN-09", "AN-14", "AN-18", "AN-19"]


def _with(base: list[str], *more: str) -> list[str]:
    return sorted({*base, *more})


@pytest.mark.parametrize(
    ("story", "expected"),
    rows(
        ("no technique named", Story, _with(ALWAYS, "AN-04", "AN-05", "AN-06", "AN-15", "AN-16")),
        (
            "cryo ordered",
            lambda: Story().ours("OS-03-CRYO"),
            _with(ALWAYS, "AN-04", "AN-05", "AN-06", "AN-15", "AN-16"),
        ),
        ("RFA ordered", lambda: Story().ours("OS-03-RFA_BIPOLAR"), _with(ALWAYS, "AN-05", "AN-06", "AN-15")),
        ("cement only", cement, _with(ALWAYS, "AN-13")),
        (
            "close to the cord",
            lambda: near().ours("OS-03-RFA_BIPOLAR"),
            _with(ALWAYS, "AN-05", "AN-06", "AN-10", "AN-15"),
        ),
        (
            "two probes",
            lambda: Story().finding("planned-probes", 2).ours("OS-03-CRYO"),
            _with(ALWAYS, "AN-04", "AN-05", "AN-06", "AN-15"),
        ),
        (
            "three probes",
            lambda: Story().finding("planned-probes", 3).ours("OS-03-CRYO"),
            _with(ALWAYS, "AN-04", "AN-05", "AN-06", "AN-15", "AN-16"),
        ),
        ("woman of 30, cement", lambda: cement().person("female", 30), _with(ALWAYS, "AN-11", "AN-13")),
        ("17 years, cement", lambda: cement().person("male", 17), _with(ALWAYS, "AN-13", "AN-20")),
        ("18 years, cement", lambda: cement().person("male", 18), _with(ALWAYS, "AN-13")),
        ("age unknown, cement", lambda: cement().person("male", None), _with(ALWAYS, "AN-13", "AN-20")),
        ("pacemaker, cement", lambda: cement().device("14106009"), _with(ALWAYS, "AN-12", "AN-13")),
    ),
)
def test_anaesthesia_checklist(story: Told, expected: list[str]) -> None:
    """C.5 AN-01 … AN-20; C: "An item is shown if its condition is true or not known for at least one technique in play"."""
    assert items(story(), "anaesthesia") == expected


def close_at_l3() -> Story:
    return Story("L3").finding("distance-to-neural-structure", (5, "mm")).finding("distance-to-viscus", (5, "mm"))


@pytest.mark.parametrize(
    ("story", "expected"),
    rows(
        ("nothing close", Story, "01 06 10 11 12 15 16 19"),
        ("cryo ordered", lambda: Story().ours("OS-03-CRYO"), "01 06 15 16 19"),
        ("RFA ordered", lambda: Story().order({"text": "RFA of T8"}), "01 10 11 15"),
        ("SNOMED RFA", lambda: Story().order(concept(SNOMED, "879916008")), "01 10 11 15"),
        ("cryo, all close", lambda: close_at_l3().ours("OS-03-CRYO"), "01 02 03 04 06 07 08 14 15 16 18 19"),
        ("RFA, all close", lambda: close_at_l3().ours("OS-03-RFA_BIPOLAR"), "01 02 03 04 05 07 09 10 11 14 15 18"),
        ("cement, wall intact", cement, "15"),
        ("cement, wall breached", lambda: cement().finding("posterior-wall", "breached"), "15 20"),
        ("cement, pedicle", lambda: Story(words="left pedicle of T8").finding("consolidation-need", True), "12"),
        ("cryo, pedicle", lambda: Story(words="left pedicle of T8").ours("OS-03-CRYO"), "01 06 12 16 19"),
        ("cryo, metal", lambda: Story().finding("metal-near-level", "present").ours("OS-03-CRYO"), "01 06 11 15 16 19"),
        ("cryo at S2", lambda: Story("S2").ours("OS-03-CRYO"), "01 06 13 15 16 19"),
        ("cryo at L2", lambda: Story("L2").ours("OS-03-CRYO"), "01 06 14 15 16 19"),
        ("cryo at L4", lambda: Story("L4").ours("OS-03-CRYO"), "01 06 15 16 19"),
    ),
)
def test_thermal_protection_checklist(story: Told, expected: str) -> None:
    """C.5 TP-01 … TP-20, TR-24 … TR-26, SR-21."""
    assert items(story(), "thermalprotection") == [f"TP-{number}" for number in expected.split()]


def test_d5w_with_cryo_only_if_the_site_allows_it() -> None:
    """C.5 TP-05, TP-06: "in CRYO's list only if the site allows it (H-08)"."""
    story = close_at_l3().ours("OS-03-CRYO")
    allowed = items(story, "thermalprotection", OFFERED__CRYO_HYDRODISSECTION_D5W="true")
    assert ("TP-05" in allowed, "TP-06" in allowed) == (True, False)
    strict = items(story, "thermalprotection")
    assert ("TP-05" in strict, "TP-06" in strict) == (False, True)


@pytest.mark.parametrize(
    ("story", "expected"),
    rows(
        ("none ordered", Story, ["RFA_BIPOLAR", "RFA_MONO", "CRYO"]),
        ("ordered one is avoid", lambda: near().ours("OS-03-RFA_MONO"), ["RFA_BIPOLAR", "CRYO"]),
        ("only caution left", sclerotic, ["RFA_BIPOLAR", "RFA_MONO", "CRYO", "CHEM"]),
        ("one ordered", lambda: Story().ours("OS-03-CRYO"), []),
    ),
)
def test_techniques_in_play(story: Told, expected: list[str]) -> None:
    """C "Techniques in play"; §4 `itemsByTechnique`: "with more than one technique in play …; `items` is the union"."""
    advice = advice_of(card_of(story().cards(), "thermalprotection"))
    by_technique = advice.get("itemsByTechnique", {})
    assert list(by_technique) == expected
    if by_technique:
        assert set(advice["items"]) == {item for each in by_technique.values() for item in each}


def test_the_wait_before_cement_is_cryos_alone() -> None:
    """C.5 TP-17: "CRYO + CEMENT"; TR-15."""
    by_technique = advice_of(card_of(ablation_and_cement().cards(), "thermalprotection"))["itemsByTechnique"]
    assert ("TP-17" in by_technique["CRYO"], "TP-17" in by_technique["RFA_BIPOLAR"]) == (True, False)


# --- C.5, §6: order sets and suggestions ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("story", "expected"),
    rows(
        ("first three", Story, [["OS-03-RFA_BIPOLAR"], ["OS-03-CRYO"], ["OS-03-RFA_MONO"]]),
        ("TR-18", lambda: Story().drug("morphine 30 mg"), [["OS-03-CRYO"], ["OS-03-RFA_BIPOLAR"], ["OS-03-RFA_MONO"]]),
        (
            "TR-18 Z79.891",
            lambda: Story().condition("Z79.891"),
            [["OS-03-CRYO"], ["OS-03-RFA_BIPOLAR"], ["OS-03-RFA_MONO"]],
        ),
        (
            "tramadol is weak",
            lambda: Story().drug("tramadol"),
            [["OS-03-RFA_BIPOLAR"], ["OS-03-CRYO"], ["OS-03-RFA_MONO"]],
        ),
        ("TR-06", thyroid, [["OS-03-RFA_BIPOLAR"], ["OS-03-RFA_MONO"], ["OS-03-CRYO"]]),
        ("PAL_CEM", cement, [["OS-04"]]),
        (
            "cement after ablation",
            ablation_and_cement,
            [["OS-03-RFA_BIPOLAR", "OS-04"], ["OS-03-CRYO", "OS-04"], ["OS-03-RFA_MONO", "OS-04"]],
        ),
        ("PAL_CAV", cavity, [["OS-05"]]),
        ("PAL_CAV_CEM", lambda: cavity().finding("consolidation-need", True), [["OS-05", "OS-04"]]),
        ("nothing preferred or acceptable", sclerotic, [[]]),
        ("emergency", lambda: Story().finding("escc", "3"), []),
        ("declined", lambda: Story().consent(), []),
        ("not a target", lambda: of_nature("infection"), []),
        ("no indication now", lambda: Story().pain(0), []),
        ("data needed", lambda: Story(intent=None), []),
        ("CR-03", lambda: Story(words="left pedicle of T8").order(words="right pedicle of T8"), []),
        ("consents unread", lambda: Story().unread("consents"), []),
        ("consents cut", lambda: Story().cut("consents"), []),
        ("board", unstable, [[]]),
    ),
)
def test_treatments_suggested(story: Told, expected: list[list[str]]) -> None:
    """§6: the table "first that applies | suggestions of that lesion" and "**Order**"."""
    assert treatments(story().cards()) == expected


def test_only_the_first_is_recommended_and_only_if_preferred() -> None:
    """§6: "`at-most-one`; the first is `isRecommended` if its state is `preferred`"."""
    assert [each.get("isRecommended", False) for each in suggestions(Story().cards())] == [True, False, False]


@pytest.mark.parametrize(
    ("story", "expected"),
    rows(
        ("MDT_BOARD", unstable, {"OS-12", "OS-13", "OS-16"}),
        ("labs missing", lambda: unstable().lab("6301-6", None), {"OS-01", "OS-12", "OS-13", "OS-16"}),
        ("imaging missing", lambda: unstable().empty("imaging"), {"OS-02", "OS-12", "OS-13", "OS-16"}),
        ("MDT_CURATIVE_CANAL", lambda: curative().finding("escc", "1a"), {"OS-12", "OS-13", "OS-16"}),
        ("CR-01", lambda: sclerotic(KIDNEY), {"OS-06", "OS-13", "OS-16"}),
        ("any other pathway", sclerotic, {"OS-07", "OS-13"}),
        (
            "any other pathway, nothing on file",
            lambda: sclerotic().lab("6301-6", None).empty("imaging"),
            {"OS-01", "OS-02", "OS-07", "OS-13"},
        ),
    ),
)
def test_the_one_suggestion_without_treatment(story: Told, expected: set[str]) -> None:
    """§6: "**one** suggestion with OS-12, OS-13, OS-16, OS-01, OS-02 as they apply …; no treatment, no other item"."""
    found = suggestions(story().cards())
    assert [set(items_of(each)) for each in found] == [expected]


def test_coblation_that_the_site_lacks_leaves_the_board() -> None:
    """§6, row 5: "an ablation or cavitation technique that is `preferred` or `acceptable` **and offered**", else row 6."""
    found = suggestions(cavity().cards(OFFERED__COBLATION="false"))
    assert [set(items_of(each)) for each in found] == [{"OS-07", "OS-13"}]


def plasmacytoma(intent: str = "palliative") -> Story:
    return Story(primary=None, disease=(ICD, "C90.30"), intent=intent)


@pytest.mark.parametrize(
    ("story", "present", "absent"),
    rows(
        ("PAL_PAIN", Story, "03-CRYO 07 08 09 14 15 16 17", "01 02 04 05 06 10 11 12 13"),
        ("PAL_CEM", cement, "04 07 11 14 15 16", "01 02 05 08 09 10 17"),
        ("PAL_CAV", cavity, "05 07 12 13 14 15", "04 11"),
        ("SR-03", lambda: Story().finding("sins", 8), "12", "13"),
        ("SR-10", lambda: Story().lab("6301-6", 2.5), "01", "13"),
        ("SR-12 needs no tests", lambda: Story().drug("apixaban"), "07", "01"),
        ("irradiated", lambda: Story().finding("previous-radiotherapy", "given"), "07", "16"),
        ("TR-10", lambda: Story().finding("metal-near-level", "present"), "13", "12"),
        ("SR-06", lambda: Story().without("posterior-wall"), "13", "12"),
        ("CR-06", lambda: Story(primary=None), "06", "13"),
        ("TR-06", thyroid, "10", "04"),
        ("thyroid without the wish", lambda: Story(primary=THYROID), "07", "10"),
        ("H-04", plasmacytoma, "13 16", "12"),
        ("H-04 irradiated", lambda: plasmacytoma("curative").finding("previous-radiotherapy", "given"), "13 16", "12"),
        ("imaging missing", lambda: Story().empty("imaging"), "02", "01"),
    ),
)
def test_items_of_the_order_set(story: Told, present: str, absent: str) -> None:
    """C.5 OS-01 … OS-17 on the indication card."""
    found = set(items(story(), "indication"))
    assert {f"OS-{each}" for each in present.split()} <= found
    assert not {f"OS-{each}" for each in absent.split()} & found


def test_cement_stands_last_and_radioiodine_after_the_ablation() -> None:
    """§6: "CEMENT `preferred` (+/-) stands last in it, after the wait of TR-15"; OS-10 "131-I **after** ablation"."""
    assert {items_of(each)[-1] for each in suggestions(ablation_and_cement().cards())} == {"OS-04"}
    for each in suggestions(thyroid().finding("consolidation-need", True).cards()):
        found = items_of(each)
        ablation = next(item for item in found if item.startswith("OS-03"))
        assert found.index(ablation) < found.index("OS-10")
        assert "OS-04" in found


@pytest.mark.parametrize(
    ("story", "drugs"),
    rows(
        ("both", Story, 2),
        ("eGFR 30", lambda: Story().egfr(30), 2),
        ("eGFR 29", lambda: Story().egfr(29), 1),
        ("platelets 49", lambda: Story().lab("777-3", 49, "10*9/L"), 1),
        ("anticoagulant", lambda: Story().drug("apixaban"), 1),
        ("antiplatelet", lambda: Story().drug("clopidogrel"), 1),
        ("allergy", lambda: Story().allergy("ibuprofen"), 1),
    ),
)
def test_the_nsaid_is_left_out(story: Told, drugs: int) -> None:
    """C.5 OS-09: "The NSAID part is left out, with the reason, if NSAID allergy, eGFR < 30, platelets < 50 …"."""
    first = suggestions(story().cards())[0]
    found = [action for action in first["actions"] if action["resource"]["resourceType"] == "MedicationRequest"]
    assert len(found) == drugs


def _replacements(cards: Sequence[Json]) -> list[list[str]]:
    return [
        [item_of(action["resource"]) for action in each["actions"] if action["type"] == "update"]
        for each in suggestions(cards)
    ]


@pytest.mark.parametrize(
    ("story", "expected"),
    rows(
        ("none named", Story, [["OS-03-RFA_BIPOLAR"], ["OS-03-CRYO"], ["OS-03-RFA_MONO"]]),
        ("of the set", lambda: Story().ours("OS-03-CRYO"), [["OS-03-RFA_BIPOLAR"], [], ["OS-03-RFA_MONO"]]),
        ("avoid", lambda: near().ours("OS-03-RFA_MONO"), [["OS-03-RFA_BIPOLAR"], ["OS-03-CRYO"]]),
        ("biopsy", lambda: Story().ours("OS-06"), [[], [], []]),
        ("imaging", lambda: Story().order(concept(LOINC, "24980-5", "MR thoracic spine")), [[], [], []]),
    ),
)
def test_what_becomes_of_the_selected_draft(story: Told, expected: list[list[str]]) -> None:
    """§6 "**The selected draft**" … "A biopsy, imaging, referral or drug order is never replaced."."""
    assert _replacements(story().cards()) == expected


def test_C6_nothing_is_drafted_twice() -> None:
    """§6: "Nothing is suggested that already stands in `draftOrders`."."""
    story = Story().also(concept(ORDER, "OS-07"), selected=False).also(concept(ORDER, "OS-16"), selected=False)
    assert not {"OS-07", "OS-16"} & {item_of(each) for each in drafted(story.cards())}
    same_item_elsewhere = Story().also(concept(ORDER, "OS-03-CRYO"), level="L3", selected=False)
    assert "OS-03-CRYO" in {item_of(each) for each in drafted(same_item_elsewhere.cards())}


def test_what_every_drafted_order_carries() -> None:
    """§6: "status `draft`, `intent` `proposal`, the patient …, the `encounter` when given, `reasonReference` …"."""
    story = Story()
    story.context = {"encounterId": "e7"}
    orders = [
        action["resource"]
        for each in suggestions(story.cards())
        for action in each["actions"]
        if action["type"] == "create"
    ]
    assert {(each["status"], each["intent"], each["subject"]["reference"]) for each in orders} == {
        ("draft", "proposal", "Patient/p1")
    }
    assert {each.get("encounter", {}).get("reference") for each in orders} == {"Encounter/e7"}
    assert {each["reasonReference"][0]["reference"] for each in orders if "reasonReference" in each} == {
        "Condition/conditions-2"
    }
    assert all("reasonReference" in each for each in orders)
    assert all("bodySite" in each for each in orders if re.match(r"OS-0[2-6]", item_of(each)))


def test_drafts_say_what_the_receiver_must_know() -> None:
    """C.5 OS-11: "allergies named"; OS-10: "asks histology and iodine avidity (H-28)"."""
    antibiotic = next(each for each in drafted(cement().allergy("penicillin").cards()) if item_of(each) == "OS-11")
    assert "penicillin" in str(antibiotic)
    referral = next(each for each in drafted(thyroid().cards()) if item_of(each) == "OS-10")
    assert "avidity" in str(referral)


def test_each_checklist_carries_one_task() -> None:
    """§6 "**Task**": "the checklist cards carry one Task each"; profile `generic`: "Task listed"."""
    for kind in ("anaesthesia", "thermalprotection"):
        offered = card_of(Story().cards(), kind).get("suggestions", [])
        tasks = [action["resource"] for each in offered for action in each["actions"]]
        assert [(task["resourceType"], task["status"], task["intent"]) for task in tasks] == [
            ("Task", "draft", "proposal")
        ]


# --- C.4: conflicts ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("story", "rule", "indicator", "outcome"),
    rows(
        ("CR-01", lambda: sclerotic(KIDNEY), "CR-01", "warning", "MDT_BOARD"),
        ("CR-02", lambda: Story(primary=PROSTATE), "CR-02", "info", "PAL_PAIN"),
        ("CR-03 level", lambda: Story().order(level="L3"), "CR-03", "warning", "NEED_DATA"),
        (
            "CR-03 side",
            lambda: Story(words="left pedicle of T8").order(words="right pedicle of T8"),
            "CR-03",
            "warning",
            "PAL_PAIN",
        ),
        ("CR-04", lambda: Story().another("matrix", "mixed", days=40), "CR-04", "warning", "PAL_PAIN"),
        ("CR-07", lambda: Story().condition("D16.6", level="T8"), "CR-07", "warning", "NEED_DATA"),
        ("CR-09", lambda: Story().finding("planned-probes", 26), "CR-09", "warning", "PAL_PAIN"),
    ),
)
def test_conflict_cards(story: Told, rule: str, indicator: str, outcome: str) -> None:
    """§4: "CR-01, 03, 04, 07, 09: one `conflict` card each, warning. CR-02: `conflict`, info."."""
    cards = story().cards()
    found = [(advice_of(card)["rules"], card["indicator"]) for card in cards if advice_of(card)["kind"] == "conflict"]
    assert found == [([rule], indicator)]
    assert kinds(cards)[1] == "conflict", "the lead card is followed by its conflict cards"
    assert advice_of(cards[0])["outcome"] == outcome


@pytest.mark.parametrize(
    "story",
    rows(
        ("CR-05", lambda: Story().pain(7, "38208-5", None)),
        ("CR-06", lambda: Story(primary=None)),
        ("25 probes", lambda: Story().finding("planned-probes", 25)),
        ("TR-30", sclerotic),
    ),
)
def test_no_conflict_card(story: Told) -> None:
    """§4: "CR-05, 06, 08, 10: only named in `rules` of the lead card."."""
    assert "conflict" not in kinds(story().cards())


def test_a_pain_number_without_a_scale_proves_pain_only() -> None:
    """CR-05: "38208-5 proves pain > 0, but its number is not shown; a painless record is 0"."""
    lead = Story().pain(7, "38208-5", None).lead()
    assert lead["inputs"]["PAIN"] == "painful"
    assert 7 not in [row.get("value") for row in lead["evidence"] if row["fact"] == "F-23"]
    assert Story().pain(0, "38208-5", None).lead()["outcome"] == "NO_INDICATION_NOW"


def test_an_undocumented_level_is_asked_about_and_the_documented_one_named() -> None:
    """§5.2: "`NEED_DATA` for the ordered level, plus CR-03 naming the other"."""
    cards = Story().order(level="L3").cards()
    assert _leads(cards) == [("NEED_DATA", "L3", "info")]
    assert "T8" in card_of(cards, "conflict")["detail"]
    assert not suggestions(cards)


# --- C.6: local values ------------------------------------------------------------------------------------------------

LOCAL = "**Local values of this hospital:** "


@pytest.mark.parametrize(
    ("setting", "value", "story", "said"),
    [
        ("SMALL_LESION_MM", "10", lambda: Story(intent="curative"), "A lesion is small up to: 10 mm (default: 20 mm)"),
        (
            "CLOSE_TO_NEURAL_STRUCTURE_MM",
            "5",
            lambda: Story().another("distance-to-neural-structure", (7, "mm"), days=1),
            "A neural structure this near counts as close: 5 mm (default: 10 mm)",
        ),
        ("FEW_LESIONS", "5", lambda: Story(intent="curative"), "Up to this many lesions are few: 5 (default: 3)"),
        ("IMAGING_MAX_AGE_DAYS", "60", Story, "A finding from imaging counts for: 60 days (default: 90 days)"),
        ("INR_MAX", "1.5", Story, "Highest accepted INR: 1.5 (default: 1.8)"),
        ("LARGE_LESION_MM", "30", Story, "A lesion is large from: 30 mm (default: 50 mm)"),
    ],
)
def test_C6_a_local_value_that_was_compared_is_shown_even_where_nothing_fires(
    setting: str, value: str, story: Callable[[], Story], said: str
) -> None:
    """C.6: "a card shows a local value as such"; contract 2: "the card shows a local value"."""
    detail = story().cards(**{f"THRESHOLDS__{setting}": value})[0]["detail"]
    assert LOCAL + said in detail.splitlines()
    assert LOCAL not in story().cards()[0]["detail"]


def test_C6_a_local_value_that_nothing_was_compared_with_is_not_shown() -> None:
    story = Story().empty("labs")
    assert LOCAL not in story.cards(THRESHOLDS__INR_MAX="1.5")[0]["detail"]


def test_C6_local_degrees_are_shown_as_such_with_their_rule() -> None:
    story = Story().another("distance-to-neural-structure", (3, "mm"), days=1)
    detail = story.cards(THRESHOLDS__HEAT_STOP_C="45", THRESHOLDS__COLD_ALARM_C="15")[0]["detail"]
    (heat,) = [line for line in detail.splitlines() if "SR-22" in line and "45 °C" in line]
    assert "stop as soon as 45 °C is reached" in heat
    assert "local value of this hospital: heat" in heat.replace("\\", "")
    (cold,) = [line for line in detail.splitlines() if "SR-23" in line and "15 °C" in line]
    assert "local value of this hospital: cold" in cold.replace("\\", "")


# --- §4 evidence ------------------------------------------------------------------------------------------------------


def test_no_fact_is_both_known_and_unknown_in_the_evidence() -> None:
    """§4 `evidence`: one row for a fact, "a row for each finding" only where the `code` tells them apart."""
    evidence = Story().lead()["evidence"]
    names = [(row["fact"], row.get("code"), row.get("unit")) for row in evidence]  # F-03 is an age and a gender
    assert len(names) == len(set(names)), sorted({name for name in names if names.count(name) > 1}, key=str)


def test_age_gender_and_part_stand_in_the_evidence() -> None:
    """§4 `evidence`: "every fact that outcome, techniques or holds looked at": F-03 and F-06 too."""
    rows = [row for row in Story().lead()["evidence"] if row["fact"] in ("F-03", "F-06")]
    assert [(row["fact"], row["status"], row["value"], row.get("unit")) for row in rows] == [
        ("F-03", "known", 60, "a"),
        ("F-03", "known", "male", None),
        ("F-06", "known", "body", None),
    ]
    assert [row.get("seenIn") for row in rows] == [["Patient/p1"], ["Patient/p1"], None]


def test_age_and_part_that_are_not_known_stand_in_the_evidence_as_such() -> None:
    story = Story(words="T8 metastasis")
    del story.patient["birthDate"], story.patient["gender"]
    rows = [row for row in story.lead()["evidence"] if row["fact"] in ("F-03", "F-06")]
    assert rows == [{"fact": "F-03", "status": "unknown"}, {"fact": "F-06", "status": "unknown"}]


def test_benign_alone_is_no_nature_in_the_evidence_and_is_still_shown() -> None:
    """§5.3 lists the natures; gate 4u asks for it (B.4), so F-07 is `unknown`, and the entry stands in the text."""
    (card, *_) = Story(disease=(ICD, "D16.6"), primary=None).cards()
    assert "F-07" in advice_of(card)["questions"]
    assert [row for row in advice_of(card)["evidence"] if row["fact"] == "F-07"] == [
        {"fact": "F-07", "code": "nature", "status": "unknown"}
    ]
    assert (
        "nature, on record but not counted: benign, kind not stated (problem list Condition/conditions-"
        in card["detail"]
    )


def test_the_shape_of_evidence_rows() -> None:
    """§4 `evidence`: "`unknown` (no `value`, no `seenIn`) or `conflict` (`values` …, in place of `value`)"."""
    story = Story().finding("soft-tissue-extension", True, days=20).another("soft-tissue-extension", False, days=3)
    for row in story.lead()["evidence"]:
        members = {"value", "values", "seenIn"} & set(row)
        assert members <= {"known": {"value", "seenIn"}, "unknown": set(), "conflict": {"values"}}[row["status"]]
        assert row["status"] != "conflict" or len(row["values"]) == 2


def test_an_old_fact_is_shown_and_not_counted() -> None:
    """§2.1: "A fact older than its limit is shown but counts as unknown, and so does one without a date"."""
    old = Story().finding("escc", "0", days=91)
    undated = Story()
    del next(each for each in undated.record["findings"] if _code(each) == "escc")["effectiveDateTime"]
    for story in (old, undated):
        cards = story.cards()
        assert (advice_of(cards[0])["outcome"], advice_of(cards[0])["questions"]) == ("NEED_DATA", ["F-10"])
        assert "on record but not counted: 0" in cards[0]["detail"]


# --- F.4, §7: what could not be read ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "story", "expected", "holds"),
    [
        ("labs", Story, FREE, ["SR-15"]),
        ("devices", lambda: Story().without("metal-near-level"), RFA_WITH_CAUTION, []),
        ("procedures", lambda: Story().without("metal-near-level"), RFA_WITH_CAUTION, []),
        (
            "procedures",
            lambda: Story().finding("metal-near-level", "present"),
            FREE | {"RFA_BIPOLAR": "avoid", "RFA_MONO": "avoid"},
            [],
        ),
        ("devices", cavity, CAVITY | {"CAV": "caution"}, []),
        ("allergies", cement, {"CEMENT": "caution"}, []),
        ("medications", Story, FREE, []),
        ("statements", Story, FREE, []),
        ("imaging", Story, FREE, []),
    ],
)
def test_a_lost_key(key: str, story: Told, expected: dict[str, str], holds: list[str]) -> None:
    """F.4, third column; §3: "Every other key that cannot be read: …, and a card says so."."""
    cards = story().unread(key).cards()
    lead = advice_of(cards[0])
    assert (states(lead), lead.get("holds", [])) == (expected, holds)
    assert (kinds(cards)[-1], unread_members(cards)) == ("degraded", [[key]])
    assert cards[-1]["indicator"] == "info"


def test_lost_findings_ask_and_say_it_on_the_question() -> None:
    """§4: "in one `degraded` card (info), unless the only lead card is a `question` that says it"."""
    cards = Story().unread("findings").cards()
    assert (kinds(cards), unread_members(cards)) == (["question"], [["findings"]])


@pytest.mark.parametrize("key", ["patient", "conditions"])
def test_a_required_key_that_is_lost(key: str) -> None:
    """§3: "`required`: 412 when neither prefetch nor the FHIR server can supply it"."""
    body = Story().body()
    body["prefetch"][key] = UNREADABLE
    assert calls.post(_service(), body).status == 412


@pytest.mark.parametrize(
    ("key", "story", "outcome", "holds"),
    [
        ("labs", lambda: Story().lab("6301-6", 2.9), "PAL_PAIN", ["SR-10", "SR-15"]),
        ("allergies", lambda: cement().allergy("PMMA"), "MDT_BOARD", []),
        ("consents", lambda: Story().consent(), "DECLINED", []),
        ("findings", lambda: Story().finding("escc", "3"), "URGENT_REFERRAL", []),
        ("findings", Story, "NEED_DATA", []),
    ],
)
def test_a_cut_key_raises_alarms_and_settles_nothing(key: str, story: Told, outcome: str, holds: list[str]) -> None:
    """§7: "Its findings may still raise gate 2, a hold, a conflict …; they never settle a fact as 'no' or complete."."""
    lead = story().cut(key).lead()
    assert (lead["outcome"], lead.get("holds", [])) == (outcome, holds)


@pytest.mark.parametrize(
    "story",
    rows(
        ("SINS 14", unstable),
        ("RCC, sclerotic", lambda: sclerotic(KIDNEY)),
        ("pregnancy", lambda: woman().pregnant(days=20)),
    ),
)
def test_lost_reports_do_not_take_the_board_away(story: Told) -> None:
    """F.4 law 2: "A read that failed … never improves a state"; F-14 and F-09 are not in its third column."""
    lead = story().unread("reports").lead()
    assert "MDT_BOARD" in {lead["outcome"], *lead.get("possibleOutcomes", [])}


@pytest.mark.parametrize(
    ("key", "broken", "story", "expected"),
    [
        ("allergies", {"resourceType": "AllergyIntolerance", "patient": ME, "code": 7}, cement, {"CEMENT": "caution"}),
        ("devices", {"resourceType": "Device", "patient": ME, "type": "pacemaker"}, Story, RFA_WITH_CAUTION),
    ],
)
def test_an_unreadable_entry_is_said_and_its_key_read_in_part(
    key: str, broken: Json, story: Told, expected: dict[str, str]
) -> None:
    """C.7: "an unreadable entry among readable ones: skipped, counted and said; the read counts as partly failed …"."""
    told_of = story().without("metal-near-level").add(key, broken)
    cards = told_of.cards()
    assert states(advice_of(cards[0])) == expected
    assert unread_members(cards) == [[key]]


def test_resources_of_another_patient_are_dropped_and_said() -> None:
    """§3: "Other resources of another patient: dropped, counted, said in `degraded`"."""
    story = cement().allergy("PMMA")
    story.record["allergies"][0]["patient"] = {"reference": "Patient/other"}
    cards = story.cards()
    assert (advice_of(cards[0])["outcome"], kinds(cards)[-1]) == ("PAL_CEM", "degraded")


def test_a_finding_without_a_level_beside_several_lesions_is_not_used_and_that_is_said() -> None:
    """§5.1: "anything else only if exactly one lesion is known, otherwise it is not used and this is said"."""
    assert Story().anywhere("escc", "1a").lead()["outcome"] == "PAL_CAV"
    cards = two_lesions().anywhere("escc", "1a").cards()
    assert advice_of(cards[0])["inputs"]["CANAL"] == "unknown"
    assert "not used" in told(cards)


def test_what_a_hospital_does_not_keep_is_no_lost_read() -> None:
    """§2 `not_available`: "read as 'read in full, nothing found' …, and every card says 'not checked here: …'"."""
    cards = Story().unread("consents").cards(RECORDS__NOT_AVAILABLE='["consents"]')
    assert len(suggestions(cards)) == 3
    assert not unread_members(cards)
    assert all("not checked here: " in card["detail"] for card in cards)


# --- §4 order and number of cards, §5.2 orders ------------------------------------------------------------------------

NINE = ("C5", "T1", "T3", "T5", "T8", "T10", "T12", "L2", "L4")


def nine_lesions(**at_l4: object) -> Story:
    story = Story()
    for level in NINE[:-1]:
        if level != "T8":
            story.lesion(level)
    finding, value = next(iter(at_l4.items()), ("escc", "0"))
    return story.lesion("L4").finding(finding, value, "L4").order(level=None)


@pytest.mark.parametrize(
    ("story", "expected"),
    rows(
        ("nine", nine_lesions, ["C5", "T1", "T3", "T5", "T8", "T10", "T12", "L2"]),
        ("a critical one", lambda: nine_lesions(escc="3"), ["L4", "C5", "T1", "T3", "T5", "T8", "T10", "T12"]),
        ("a warning one", lambda: nine_lesions(sins=14), ["C5", "T1", "T3", "T5", "T8", "T10", "T12", "L4"]),
    ),
)
def test_eight_cards_at_most(story: Told, expected: list[str]) -> None:
    """§4: "lead cards of all lesions are kept first (critical, warning, info; then by level)", shown C1 to coccyx."""
    cards = story().cards()
    assert [advice_of(card)["lesion"]["level"] for card in cards] == expected
    missing = next(level for level in NINE if level not in expected)
    assert missing in cards[-1]["detail"]


def test_checklists_of_the_first_lesions_fill_what_is_left() -> None:
    """§4: "then `degraded`, `conflict`, `hold`, and the checklists of the first lesions"; `degraded` last."""
    story = Story().lesion("L3").lesion("C5").order(level=None)
    plain = ["indication", "anaesthesia", "thermalprotection"]
    assert kinds(story.cards()) == [*plain, *plain, "indication", "anaesthesia"]
    assert kinds(story.unread("labs").cards()) == [*plain, *plain, "indication", "degraded"]


def test_the_parts_of_detail_in_their_order() -> None:
    """§4 "**Text.** In this order, `detail` holds: … the order …, 'not checked here', … cards left out, … closing"."""
    story = Story().lesion("L3").lesion("C5").ours("OS-03-CRYO")
    story.also(concept(ORDER, "OS-04"), level="L3").also(concept(ORDER, "OS-06"), level="C5")
    detail = story.cards(RECORDS__NOT_AVAILABLE='["devices"]')[-1]["detail"]
    places = [
        detail.index(part) for part in ("draft-2", "not checked here: devices", "eight cards", "Arrows of", CLOSING)
    ]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("story", "expected"),
    rows(
        ("its level only", two_lesions, ["T8"]),
        ("no site: every lesion", lambda: two_lesions().order(level=None), ["T8", "L3"]),
        (
            "thoracic spine: those in it",
            lambda: two_lesions().order(level=None, bodySite=[concept(SNOMED, "122495006")]),
            ["T8"],
        ),
        ("D8", lambda: Story().order(level=None, bodySite=[{"text": "D8"}]), ["T8"]),
        ("Th8 in the text", lambda: Story().order({"text": "RFA Th8"}, level=None), ["T8"]),
        ("within a range", lambda: Story("S1-S3").order(level=None, bodySite=[{"text": "S2"}]), ["S1-S3"]),
        ("sacrum without a number", lambda: Story("sacrum"), ["S1-S5"]),
        (
            "no site: a haemangioma is only named",
            lambda: Story().condition("D18.09", level="L3").order(level=None),
            ["T8"],
        ),
        ("liver in words", lambda: Story().order({"text": "RFA of liver metastasis"}, level=None), []),
        (
            "kidney in the note",
            lambda: Story().order({"text": "cryoablation"}, level=None, note=[{"text": "left kidney"}]),
            [],
        ),
        ("RF is no ablation", lambda: Story().order({"text": "RF fluoroscopy thoracic spine"}), []),
        ("CT of the spine", lambda: Story().order(concept(LOINC, "24978-9", "CT thoracic spine")), ["T8"]),
        ("opioid, painful", lambda: Story().drug_ordered("morphine 10 mg"), ["T8"]),
        ("opioid, painless", lambda: Story().pain(0).drug_ordered("morphine 10 mg"), []),
        ("not ours", lambda: Story().order({"text": "X-ray of the knee"}, level=None), []),
    ),
)
def test_which_lesions_an_order_means(story: Told, expected: list[str]) -> None:
    """§5.2: the table "order | ours when | technique it names" and the sentences on the site of an order."""
    leads = [advice_of(card) for card in story().cards() if advice_of(card)["kind"] in LEAD]
    assert [lead["lesion"]["level"] for lead in leads] == expected


@pytest.mark.parametrize(
    ("story", "trigger"),
    rows(
        ("interventions", Story, "INTERVENTIONS"),
        ("imaging", lambda: Story().order(concept(LOINC, "24978-9", "CT thoracic spine")), "IMAGING"),
        ("opioids", lambda: Story().drug_ordered("morphine 10 mg"), "OPIOIDS"),
    ),
)
def test_a_trigger_that_is_off(story: Told, trigger: str) -> None:
    """§2 `[triggers]`: "which selected orders wake the service"; §5.2: "None of ours → {"cards": []}"."""
    assert story().cards(**{f"TRIGGERS__{trigger}": "false"}) == []


def test_C4_an_unresolved_selection_is_ignored() -> None:
    """§5.2: "unresolved ones are ignored; none resolved → {"cards": []}"."""
    story = Story()
    story.selected.append("ServiceRequest/nowhere")
    assert kinds(story.cards()) == ["indication", "anaesthesia", "thermalprotection"]
    story.selected = ["ServiceRequest/nowhere"]
    assert story.cards() == []


def test_two_sides_are_two_lesions() -> None:
    """§5.1: "two different sides or parts in Conditions or our Observations = two lesions"; §4: left before right."""
    story = Story(words="right pedicle of T8").condition("C79.51", level="T8", words="left pedicle of T8")
    leads = [advice_of(card) for card in story.cards() if advice_of(card)["kind"] in LEAD]
    assert [lead["lesion"].get("side") for lead in leads] == ["left", "right"]


def test_words_of_the_record_are_escaped() -> None:
    """A name in the record is text, never markup or a link (`detail` is GitHub Flavored Markdown)."""
    name = "ablation [click](http://evil.example) <script>"
    story = Story().order({"text": name}).also(concept(ORDER, "OS-04"))
    words = told(story.cards())
    assert "](http://evil.example)" not in words
    assert "<script>" not in words
