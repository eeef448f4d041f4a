"""Instances that our profiles take, and what each refuses: one good one, changed in one way, and the words of the refusal.

The engine is asked in `tests/servers`. What may not live here: the profiles.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from fhir_profiles.codes import BASE, FINDING, LOINC, ORDER_CONCEPT, SNOMED, UCUM, VALUE
from fhir_profiles.drafting import Checklist, Filled, Occasion, Planned
from plugin.answer import Answer
from plugin.evidence import Place, Technique
from plugin.knowledge import KNOWLEDGE
from tests.support.suggested import DRAFTER, claiming

Json = dict[str, Any]
GONE: Final = "…gone"
"""In place of a value: the member is taken away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """One way of being wrong: the good instance it starts from, what is set where, and a fragment of what the engine says."""

    what: str
    of: str
    changes: tuple[tuple[str, Any], ...]
    says: str

    @property
    def resource(self) -> Json:
        """The whole instance."""
        made, changes = json.loads(json.dumps((good()[self.of], self.changes)))  # one change may go into another
        for path, value in changes:
            _put(made, path.split("."), value)
        return dict(made)


def _put(into: Any, path: list[str], value: Any) -> None:
    *way, last = path
    for step in way:
        into = into[int(step)] if isinstance(into, list) else into[step]
    if value == GONE:
        del into[last]
    elif isinstance(into, list):
        into.append(value) if last == "+" else into.__setitem__(int(last), value)
    else:
        into[last] = value


def coded(system: str, code: str) -> Json:
    return {"coding": [{"system": system, "code": code}]}


def length(value: float, unit: str) -> Json:
    return {"value": value, "unit": unit, "system": UCUM, "code": unit}


def component(code: str, **value: Any) -> Json:
    return {"code": coded(FINDING, code), **value}


_OBSERVED: Final[Json] = {
    "resourceType": "Observation",
    "status": "final",
    "subject": {"reference": "Patient/1"},
    "effectiveDateTime": "2026-11-01",
    "bodySite": {**coded(SNOMED, "11068009"), "text": "T8"},
}
_COMPONENTS: Final = (
    component("matrix", valueCodeableConcept=coded(VALUE, "lytic")),
    component("size", valueQuantity=length(18, "mm")),
    component("sins", valueInteger=7),
    component("sins-pain", valueInteger=3),
    component("collapse", valueBoolean=False),
    component("pain-character", valueCodeableConcept=coded(VALUE, "night")),
    component("pain-character", valueCodeableConcept=coded(VALUE, "supine")),
    component("escc", dataAbsentReason={"text": "not examined"}),
    component("planned-probes", valueInteger=25),
    component("distance-to-neural-structure", valueQuantity=length(1.2, "cm")),
)


def _single(code: str, **value: Any) -> Json:
    return claiming({**_OBSERVED, "code": coded(FINDING, code), **value}, "spinal-lesion-single-finding")


@cache
def good() -> Mapping[str, Json]:
    """The instances that everything wrong starts from; each is valid."""
    whose = Occasion(
        patient_id="p1",
        encounter_id="e1",
        reason="Condition/12",
        place=Place(level="T8"),
        site="T8",
        notes=("release after: SR-13",),
    )
    items = {item.id + item.part: item for item in KNOWLEDGE.order_items}
    service = DRAFTER.draft(items["OS-03-CRYO"], whose, temporary_id="x")
    drug = DRAFTER.draft(items["OS-09nsaid"], whose, temporary_id="x")
    planned = Planned(techniques=(Technique.CRYO,), answers={"neural-structure-close": Answer.UNKNOWN})
    shown = tuple(item for item in Checklist.THERMALPROTECTION.items if item.id in {"TP-01", "TP-08", "TP-16"})
    form = Filled(checklist=Checklist.THERMALPROTECTION, title="Checklist", planned=planned, items=shown)
    task = DRAFTER.checklist(form, whose, temporary_id="x")
    (contained,) = task["contained"]
    panel = {**_OBSERVED, "code": coded(FINDING, "spinal-lesion-assessment"), "component": list(_COMPONENTS)}
    return {
        "panel": claiming(panel, "spinal-lesion-assessment"),
        "coded finding": _single("matrix", valueCodeableConcept=coded(VALUE, "lytic")),
        "length": _single("size", valueQuantity=length(18, "mm")),
        "truth": _single("collapse", valueBoolean=True),
        "number": _single("planned-probes", valueInteger=4),
        "SINS": _single("sins", component=[component("sins-pain", valueInteger=3)]),
        "service": claiming(service, "draft-service-request"),
        "drug": claiming(drug, "draft-medication-request"),
        "changed order": claiming({**service, "intent": "order"}, "replaced-service-request"),
        "Task": claiming(task, "checklist-task"),
        "form": claiming({name: value for name, value in contained.items() if name != "id"}, "checklist-response"),
    }


def _answered(line: str, part: str, **answer: Any) -> Json:
    return {"linkId": line, "item": [{"linkId": f"{line}.{part}", "answer": [answer]}]}


_OURS: Final = {"system": ORDER_CONCEPT, "code": "OS-04"}
_ELSEWHERE: Final = f"{BASE}/Questionnaire/another"
_Row = tuple[str, tuple[tuple[str, Any], ...], str]

_ROWS: Final[Mapping[str, tuple[_Row, ...]]] = {
    "panel": (
        ("no status", (("status", GONE),), "Observation.status"),
        ("a status that does not exist", (("status", "finished"),), "finished"),
        ("no subject", (("subject", GONE),), "Observation.subject: minimum required"),
        ("the subject is a group", (("subject.reference", "Group/1"),), "Group"),
        ("no date", (("effectiveDateTime", GONE),), "Observation.effective"),
        ("the focus is a patient", (("focus", [{"reference": "Patient/1"}]),), "Patient"),
        ("another code than the panel's", (("code", coded(FINDING, "matrix")),), "Observation.code"),
        ("the panel has a value of its own", (("valueBoolean", True),), "Observation.value[x]: max allowed = 0"),
        ("no finding at all", (("component", GONE),), "Observation.component: minimum required"),
        ("a finding that we do not know", (("component.0.code.coding.0.code", "density"),), "density"),
        ("the code of another system", (("component.0.code", coded(LOINC, "21889-1")),), "single-finding"),
        ("a panel within the panel", (("component.0.code.coding.0.code", "spinal-lesion-assessment"),), "single-finding"),
        ("a finding twice", (("component.+", _COMPONENTS[0]),), "component:matrix: max allowed = 1"),
        ("a value of another finding", (("component.0.valueCodeableConcept", coded(VALUE, "breached")),), "value-of-matrix"),
        ("a value in words", (("component.0.valueCodeableConcept", {"text": "lytic"}),), "value-of-matrix"),
        (
            "a value of another system",
            (("component.0.valueCodeableConcept", coded(SNOMED, "94602001")),),
            "value-of-matrix",
        ),
        (
            "a string where a code is due",
            (("component.0.valueCodeableConcept", GONE), ("component.0.valueString", "lytic")),
            "found type string",
        ),
        ("two values of different types", (("component.0.valueBoolean", True),), "Unrecognized property"),
        ("a length in metres", (("component.1.valueQuantity", length(0.018, "m")),), "length-unit"),
        ("a length in inches", (("component.1.valueQuantity", length(1, "[in_i]")),), "length-unit"),
        ("a length without a unit", (("component.1.valueQuantity", {"value": 18}),), "minimum required = 1"),
        ("a unit in words only", (("component.1.valueQuantity", {"value": 18, "unit": "mm"}),), "minimum required = 1"),
        ("a unit of another system", (("component.1.valueQuantity.system", "http://example.org/units"),), "fixed"),
        ("a unit without a number", (("component.1.valueQuantity.value", GONE),), "value[x].value: minimum required"),
        (
            "a length as a whole number",
            (("component.1.valueQuantity", GONE), ("component.1.valueInteger", 18)),
            "found type integer",
        ),
        ("SINS above 18", (("component.2.valueInteger", 19),), "greater than permitted maximum"),
        ("SINS below 0", (("component.2.valueInteger", -1),), "less than permitted minimum"),
        ("SINS as a decimal", (("component.2.valueInteger", 7.5),), "integer"),
        (
            "SINS as a quantity",
            (("component.2.valueInteger", GONE), ("component.2.valueQuantity", {"value": 7})),
            "found type Quantity",
        ),
        ("points that this component cannot have", (("component.3.valueInteger", 2),), "sins-pain"),
        ("yes in words", (("component.4.valueBoolean", "no"),), "boolean"),
        ("a value and a reason for having none", (("component.4.dataAbsentReason", {"text": "x"}),), "lesion-component"),
        ("neither a value nor a reason", (("component.4.valueBoolean", GONE),), "lesion-component"),
        ("26 probes", (("component.8.valueInteger", 26),), "greater than permitted maximum"),
        ("a grade that does not exist", (
            ("component.7", component("escc", valueCodeableConcept=coded(VALUE, "1d"))),
        ), "value-of-escc"),
    ),
    "coded finding": (
        ("the panel's code", (("code", coded(FINDING, "spinal-lesion-assessment")),), "single-finding"),
        ("no code", (("code", GONE),), "Observation.code"),
        ("a code in words", (("code", {"text": "matrix"}),), "single-finding"),
        ("a value of another finding", (("valueCodeableConcept", coded(VALUE, "present")),), "finding-matrix"),
        ("yes where a code is due", (("valueCodeableConcept", GONE), ("valueBoolean", True)), "finding-matrix"),
        ("a string", (("valueCodeableConcept", GONE), ("valueString", "lytic")), "valueString"),
        ("no value and no reason", (("valueCodeableConcept", GONE),), "lesion-value"),
        ("a value and a reason for having none", (("dataAbsentReason", {"text": "x"}),), "obs-6"),
        ("components", (("component", [component("sins-pain", valueInteger=3)]),), "only-sins"),
        ("the subject is a device", (("subject.reference", "Device/1"),), "Device"),
        ("no date", (("effectiveDateTime", GONE),), "Observation.effective"),
    ),
    "length": (
        ("in metres", (("valueQuantity", length(0.018, "m")),), "finding-size"),
        ("without a unit", (("valueQuantity", {"value": 18}),), "finding-size"),
        ("without a number", (("valueQuantity.value", GONE),), "finding-size"),
        ("as a range", (("valueQuantity", GONE), ("valueRange", {"low": length(1, "mm")})), "Range"),
    ),
    "truth": (
        ("as a code", (("valueBoolean", GONE), ("valueCodeableConcept", coded(VALUE, "present"))), "finding-collapse"),
        ("as a number", (("valueBoolean", GONE), ("valueInteger", 1)), "finding-collapse"),
    ),
    "number": (("too many probes", (("valueInteger", 26),), "finding-planned-probes"),),
    "SINS": (
        ("a component with other points", (("component.0.valueInteger", 2),), "sins-pain"),
        ("a component that is none of SINS", (("component.0.code.coding.0.code", "matrix"),), "sins-component"),
        ("a total above 18", (("valueInteger", 19),), "finding-sins"),
        ("neither a total nor a component", (("component", GONE),), "lesion-value"),
    ),
    "service": (
        ("active", (("status", "active"),), "fixed to 'draft'"),
        ("ordered", (("intent", "order"),), "fixed to 'proposal'"),
        ("no subject", (("subject", GONE),), "ServiceRequest.subject"),
        ("the subject is a location", (("subject.reference", "Location/1"),), "Location"),
        ("the encounter is a patient", (("encounter.reference", "Patient/p1"),), "Patient"),
        ("the reason is a report", (("reasonReference.0.reference", "DiagnosticReport/1"),), "DiagnosticReport"),
        ("no code", (("code", GONE),), "ServiceRequest.code"),
        ("an unknown concept", (("code.coding.0.code", "OS-18"),), "OS-18"),
        ("the ablation without its technique", (("code.coding.0.code", "OS-03"),), "OS-03"),
        ("a concept that is a drug", (("code.coding.0.code", "OS-09"),), "service-concept"),
        ("two concepts of ours", (("code.coding.+", _OURS),), "draft-1"),
        ("another system only", (("code.coding.0.system", "https://ehr.example/orderables"),), "service-concept"),
        ("not said in words", (("code.text", GONE),), "draft-2"),
        ("a note without text", (("note.0.text", GONE),), "Annotation.text"),
    ),
    "drug": (
        ("active", (("status", "active"),), "fixed to 'draft'"),
        ("ordered", (("intent", "order"),), "fixed to 'proposal'"),
        ("a dose", (("dosageInstruction", [{"text": "400 mg"}]),), "dosageInstruction: max allowed = 0"),
        ("a dispense", (("dispenseRequest", {"quantity": {"value": 20}}),), "dispenseRequest: max allowed = 0"),
        (
            "a product",
            (("medicationCodeableConcept", GONE), ("medicationReference", {"reference": "Medication/1"})),
            "Reference",
        ),
        ("a concept that is a service", (("medicationCodeableConcept.coding.0.code", "OS-04"),), "medication-concept"),
        ("no subject", (("subject", GONE),), "MedicationRequest.subject"),
        ("the subject is a group", (("subject.reference", "Group/1"),), "Group"),
        ("not said in words", (("medicationCodeableConcept.text", GONE),), "draft-2"),
    ),
    "changed order": (
        ("active", (("status", "active"),), "fixed to 'draft'"),
        ("no concept of ours", (("code", {"text": "ablation"}),), "service-concept"),
        ("two concepts of ours", (("code.coding.+", _OURS),), "draft-1"),
    ),
    "Task": (
        ("requested", (("status", "requested"),), "fixed to 'draft'"),
        ("ordered", (("intent", "order"),), "fixed to 'proposal'"),
        ("for nobody", (("for", GONE),), "Task.for"),
        ("for a group", (("for.reference", "Group/1"),), "Group"),
        ("to do something else", (("code.coding.0.code", "approve"),), "Task.code"),
        ("no questionnaire", (("input", GONE),), "Task.input"),
        ("another questionnaire", (("input.0.valueCanonical", _ELSEWHERE),), "task-4"),
        ("the questionnaire in words", (
            ("input.0.valueCanonical", GONE),
            ("input.0.valueString", "the checklist"),
        ), "found type string"),
        ("the questionnaire twice", (("input.+", {
            "type": coded("http://hl7.org/fhir/uv/sdc/CodeSystem/temp", "questionnaire"),
            "valueCanonical": Checklist.ANAESTHESIA.canonical,
        }),), "input:questionnaire: max allowed = 1"),
        ("no form", (("contained", GONE), ("focus", {"reference": "Patient/p1"})), "Task.contained"),
        ("about something else", (("focus.reference", "Patient/p1"),), "task-1"),
        ("the form of the other checklist", (("contained.0.questionnaire", Checklist.ANAESTHESIA.canonical),), "task-2"),
        ("the form of another patient", (("contained.0.subject.reference", "Patient/2"),), "task-3"),
        ("a form without lines", (("contained.0.item", GONE),), "QuestionnaireResponse.item"),
        ("a resource of another kind in it", (("contained.+", {"resourceType": "Basic", "id": "b"}),), "Task.contained"),
    ),
    "form": (
        ("no questionnaire", (("questionnaire", GONE),), "QuestionnaireResponse.questionnaire"),
        ("another questionnaire", (("questionnaire", _ELSEWHERE),), "form-1"),
        ("a status that does not exist", (("status", "open"),), "open"),
        ("no subject", (("subject", GONE),), "QuestionnaireResponse.subject"),
        ("the subject is a Task", (("subject.reference", "Task/1"),), "Task"),
        ("a line that the checklist does not have", (("item.+", {"linkId": "TP-99"}),), "TP-99"),
        ("a line outside its group", (("item.2", {"linkId": "TP-08"}),), "wrong place"),
        ("lines out of order", (("item.+", {"linkId": "TP-01"}),), "out of order"),
        ("settled in words", (("item.1", _answered("TP-01", "settled", valueString="yes")),), "type boolean"),
        ("the chart as yes", (("item.1", _answered("TP-01", "chart", valueBoolean=True)),), "type string"),
        (
            "settled and not settled",
            (
                ("item.1", _answered("TP-01", "settled", valueBoolean=True)),
                ("item.1.item.0.answer.+", {"valueBoolean": False}),
            ),
            "Only one",
        ),
        (
            "a technique that is none",
            (("item.0.item.0.answer.0.valueCoding", {"system": ORDER_CONCEPT, "code": "OS-07"}),),
            "OS-07",
        ),
        (
            "a line answered that does not show",
            (("item.+", _answered("TP-19", "settled", valueBoolean=True)), ("item.0.item.0", {"linkId": "plan.technique"})),
            "not enabled",
        ),
    ),
}  # fmt: skip


def refused() -> tuple[Refused, ...]:
    """Every row of the table."""
    return tuple(_read(_ROWS.items()))


def _read(rows: Iterable[tuple[str, tuple[_Row, ...]]]) -> Iterator[Refused]:
    for of, listed in rows:
        yield from (Refused(of=of, what=what, changes=changes, says=says) for what, changes, says in listed)
