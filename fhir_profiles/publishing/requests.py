"""What is every order that we suggest? Profiles of the drafts (contract 6), and of a draft that another's order becomes.

What may not live here: which orders are suggested, and how a draft is filled (`drafting`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from fhir_profiles.codes import ORDER_CONCEPT
from fhir_profiles.publishing.elements import Element, bound, element, profile, refers_to, rule, types
from fhir_profiles.publishing.value_sets import ORDERED_BY
from plugin.grammar import ResourceKind

REPLACED: Final = "replaced-service-request"
DRAFTED: Final = {
    ResourceKind.SERVICE: "draft-service-request",
    ResourceKind.MEDICATION: "draft-medication-request",
}


def requests() -> Iterator[dict[str, Any]]:
    """The order that takes another's place, and the two kinds of new ones."""
    service, medication = ResourceKind.SERVICE, ResourceKind.MEDICATION
    replaced = "A draft of the EHR that carries one order concept of ours. Who made it, and what for, stays as it was."
    yield profile(
        REPLACED,
        service.value,
        ("An order that was changed into one of ours", replaced),
        _shared(service, element("ServiceRequest.code", low=1)),
        rules=_demands("code"),
    )
    drafted = "A new draft that we suggest: a proposal for one patient, with one order concept of ours."
    yield profile(
        DRAFTED[service],
        service.value,
        ("Draft order of a service", drafted),
        [element("ServiceRequest.intent", patternCode="proposal")],
        parent=REPLACED,
    )
    yield profile(
        DRAFTED[medication],
        medication.value,
        (
            "Draft order of a drug",
            "A new draft that we suggest: a drug by class and local protocol, never dose or product.",
        ),
        [
            *_shared(
                medication,
                element("MedicationRequest.medication[x]", **types("CodeableConcept")),
                element("MedicationRequest.intent", patternCode="proposal"),
            ),
            element("MedicationRequest.dosageInstruction", high="0"),
            element("MedicationRequest.dispenseRequest", high="0"),
        ],
        rules=_demands("medication"),
    )


def _demands(concept: str) -> list[dict[str, Any]]:
    ours = f"{concept}.coding.where(system = '{ORDER_CONCEPT}').count() = 1"
    return [
        rule("draft-1", "exactly one order concept of ours", ours),
        rule("draft-2", "the order is said in words too", f"{concept}.text.exists()"),
    ]


def _shared(kind: ResourceKind, ordered: Element, *intent: Element) -> list[Element]:
    """What every order demands, in FHIR's own order."""
    of = kind.value
    return [
        element(f"{of}.status", patternCode="draft"),
        *intent,
        ordered | bound(ORDERED_BY[kind]),
        element(f"{of}.subject", **refers_to("Patient")),
        element(f"{of}.encounter", **refers_to("Encounter")),
        element(f"{of}.reasonReference", **refers_to("Condition", "Observation")),
    ]
