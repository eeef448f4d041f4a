"""How does an item of an order set, or a checklist, become a FHIR resource? Templates, checked at start; a call fills them.

The only use of fhir.resources on the way of an order: each template is checked once, when a `Drafter` is made, because
checking every draft of a call would cost more than all the rest of it. Behind the door: `places` (the level of an
order), `checklists` (Tasks). What may not live here: which items are suggested, and any sentence that a physician reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Protocol

from fhir.resources.R4B.medicationrequest import MedicationRequest
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from fhir.resources.R4B.servicerequest import ServiceRequest
from fhir.resources.R4B.task import Task

from fhir_profiles.codes import BASE
from fhir_profiles.drafting.checklists import Checklist, Filled, asks_for, checklist_task, title_of
from fhir_profiles.drafting.occasion import Json, Occasion, Wanted
from fhir_profiles.drafting.places import body_site, means_place, names_only
from fhir_profiles.forms import Planned
from fhir_profiles.resources import codings, member, members, word
from plugin.evidence import Place, Technique
from plugin.grammar import ResourceKind

__all__ = [
    "Checklist",
    "Drafter",
    "Filled",
    "Occasion",
    "Orderable",
    "Planned",
    "asks_for",
    "concept_of",
    "means_place",
    "title_of",
]

_MODELS: Final[Mapping[ResourceKind, type[ServiceRequest | MedicationRequest]]] = {
    ResourceKind.SERVICE: ServiceRequest,
    ResourceKind.MEDICATION: MedicationRequest,
}
_CODE_MEMBER: Final = {ResourceKind.SERVICE: "code", ResourceKind.MEDICATION: "medicationCodeableConcept"}
_OF_THE_CODE: Final = frozenset({"text", "instantiatesCanonical", "instantiatesUri"})
_CONCEPT: Final = re.compile(r"OS-03-[A-Z_]+|OS-[0-9]{2}")


class Orderable(Protocol):
    """What an order item of the knowledge must say to become a template (`plugin.grammar.OrderItem`)."""

    @property
    def id(self) -> str: ...
    @property
    def words(self) -> str: ...
    @property
    def resource(self) -> ResourceKind: ...
    @property
    def at_level(self) -> bool: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class _Template:
    start: Json
    coding: Json
    code_member: str
    at_level: bool


@cache  # the few ids of the knowledge, asked for again and again
def concept_of(item_id: str) -> str:
    """The order concept of an item: OS-03 keeps its technique, the two parts of OS-09 are one concept."""
    found = _CONCEPT.match(item_id)
    if found is None:
        raise ValueError(f"{item_id!r} is no item of an order set")
    return found.group()


class Drafter:
    """Fills templates. Raises ValueError when it is made with an item whose draft would be no valid FHIR."""

    __slots__ = ("_system", "_templates")

    def __init__(self, items: Iterable[Orderable], base: str = BASE) -> None:
        self._system = f"{base}/CodeSystem/order-concept"
        self._templates: dict[str, _Template] = {}
        for item in items:
            concept = concept_of(item.id)
            self._templates[concept] = _Template(
                start={"resourceType": item.resource.value, "status": "draft", "intent": "proposal"},
                coding={"system": self._system, "code": concept},
                code_member=_CODE_MEMBER[item.resource],
                at_level=item.at_level,
            )
            _MODELS[item.resource].model_validate(self.draft(item, _SAMPLE, temporary_id="sample"))
        for each in Checklist:
            filled = Filled(checklist=each, title="sample", planned=_SAMPLE_PLAN, items=each.items)
            task = self.checklist(filled, _SAMPLE, temporary_id="sample")
            Task.model_validate(task)
            QuestionnaireResponse.model_validate(task["contained"][0])

    def draft(
        self, item: Wanted, occasion: Occasion, *, temporary_id: str, orderable: Json | None = None
    ) -> dict[str, Any]:
        """A whole new resource; `orderable` is the site's own coding and stands in front of ours."""
        template = self._templates[concept_of(item.id)]
        resource: dict[str, Any] = {**template.start, "id": temporary_id}
        resource[template.code_member] = _code(template, item, orderable)
        resource["subject"] = {"reference": f"Patient/{occasion.patient_id}"}
        if occasion.encounter_id:
            resource["encounter"] = {"reference": f"Encounter/{occasion.encounter_id}"}
        if occasion.reason:
            resource["reasonReference"] = [{"reference": occasion.reason}]
        if template.at_level and occasion.place:
            resource["bodySite"] = body_site(occasion.place, occasion.site)
        if occasion.notes:
            resource["note"] = [{"text": note} for note in occasion.notes]
        return resource

    def checklist(self, filled: Filled, occasion: Occasion, *, temporary_id: str) -> dict[str, Any]:
        """A whole new Task for a checklist."""
        return checklist_task(filled, occasion, temporary_id=temporary_id)

    def replaces(self, draft: Json, item: Wanted) -> bool:
        """Whether the item can take the place of the draft by an update: a resource cannot change its type."""
        own = self._templates[concept_of(item.id)].start["resourceType"]
        return bool(draft.get("resourceType") == own)

    def replace(
        self, draft: Json, item: Wanted, occasion: Occasion, *, orderable: Json | None = None, shared: bool = False
    ) -> dict[str, Any]:
        """The whole received draft with another code, notes, the level, and encounter and reason if it had none (A4).

        Its own body site stays where it names the level and no other; not if the draft is `shared` by several lesions. What only
        tells the old code again goes: narrative, and the definition that it followed.
        """
        template = self._templates[concept_of(item.id)]
        kept = {name: value for name, value in draft.items() if name not in _OF_THE_CODE}
        resource = {**kept, template.code_member: _code(template, item, orderable)}
        if occasion.encounter_id and not draft.get("encounter"):
            resource["encounter"] = {"reference": f"Encounter/{occasion.encounter_id}"}
        if occasion.reason and not (draft.get("reasonReference") or draft.get("reasonCode")):
            resource["reasonReference"] = [{"reference": occasion.reason}]
        if template.at_level and occasion.place and (shared or not names_only(draft, occasion.place)):
            resource["bodySite"] = body_site(occasion.place, occasion.site)
        if occasion.notes:
            resource["note"] = [*members(draft, "note"), *({"text": note} for note in occasion.notes)]
        return resource

    def narrowed(self, draft: Json, concept: str, sites: Iterable[tuple[Place, str]], *, name: str) -> dict[str, Any]:
        """The received draft, as it is, for these places alone; coded as ours too, and called `name` if it has no words."""
        kept = {each: value for each, value in draft.items() if each != "text"}
        code = member(draft, "code") or {}
        coded = [dict(each) for each in members(code, "coding")]
        if not any(each.get("system") == self._system for each in coded):
            coded.append({"system": self._system, "code": concept})
        site = [each for place, words in sites for each in body_site(place, words)]
        return {**kept, "code": {"text": name, **code, "coding": coded}, "bodySite": site}

    def concepts(self, draft: Json, mapped: Mapping[tuple[str, str], str]) -> frozenset[str]:
        """The order concepts that a draft stands for: by our coding, or by an orderable that the site has mapped to them."""
        found = {
            each.key for name in ("code", "medicationCodeableConcept") for each in codings(draft.get(name)) if each.code
        }
        ours = {code for system, code in found if system == self._system}
        return frozenset(ours | {mapped[each] for each in found if each in mapped})

    def words_of(self, draft: Json) -> str:
        """What a draft calls itself: the text of its code; "" where it has none."""
        code = member(draft, "code") or member(draft, "medicationCodeableConcept") or {}
        return word(code, "text") or ""

    def at_level(self, concept: str) -> bool:
        """Does an order of this concept name the level of the lesion?"""
        template = self._templates.get(concept)
        return template is not None and template.at_level


def _code(template: _Template, item: Wanted, orderable: Json | None) -> dict[str, Any]:
    coded = [template.coding] if orderable is None else [dict(orderable), template.coding]
    return {"coding": coded, "text": item.words}


_SAMPLE: Final = Occasion(
    patient_id="sample",
    encounter_id="sample",
    reason="Condition/sample",
    place=Place(level="T8"),
    site="T8",
    notes=("sample",),
)


_SAMPLE_PLAN: Final = Planned(techniques=tuple(Technique))
