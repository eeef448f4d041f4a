"""How does an item of an order set become a FHIR resource? Templates, checked at start; a call fills them.

The only use of fhir.resources on the way of an order: each template is checked once, when a `Drafter` is made, because
checking every draft of a call would cost more than all the rest of it. What may not live here: which items are
suggested, and any sentence that a physician reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Protocol, TypeAlias

from fhir.resources.R4B.medicationrequest import MedicationRequest
from fhir.resources.R4B.servicerequest import ServiceRequest

from fhir_profiles.codes import BASE
from fhir_profiles.codes.sites import LEVELS_BY_CODE
from fhir_profiles.resources import codings, members, texts
from plugin.evidence import LEVELS, Place
from plugin.grammar import ResourceKind

Json: TypeAlias = Mapping[str, Any]

_MODELS: Final[Mapping[ResourceKind, type[ServiceRequest | MedicationRequest]]] = {
    ResourceKind.SERVICE: ServiceRequest,
    ResourceKind.MEDICATION: MedicationRequest,
}
_CODE_MEMBER: Final = {ResourceKind.SERVICE: "code", ResourceKind.MEDICATION: "medicationCodeableConcept"}
_CONCEPT: Final = re.compile(r"OS-03-[A-Z_]+|OS-[0-9]{2}")
_LEVEL_WORD: Final = re.compile(r"\b(C[1-7]|(?:T|Th|D)(?:1[0-2]|[1-9])|L[1-5]|S[1-5])\b")
_SPAN: Final = re.compile(r"[0-9]\s*[-–]\s*[A-Z]")


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


class Wanted(Protocol):
    """One item to be drafted, with its words in the site's language (`plugin.advice.ItemAdvice`)."""

    @property
    def id(self) -> str: ...
    @property
    def words(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What all drafts for one lesion share. `reason` is a reference ("Condition/12"), `site` the place in words."""

    patient_id: str
    encounter_id: str | None = None
    reason: str | None = None
    place: Place | None = None
    site: str = ""
    notes: tuple[str, ...] = ()


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
            resource["bodySite"] = _body_site(occasion)
        if occasion.notes:
            resource["note"] = [{"text": note} for note in occasion.notes]
        return resource

    def replaces(self, draft: Json, item: Wanted) -> bool:
        """Whether the item can take the place of the draft by an update: a resource cannot change its type."""
        own = self._templates[concept_of(item.id)].start["resourceType"]
        return bool(draft.get("resourceType") == own)

    def replace(
        self, draft: Json, item: Wanted, occasion: Occasion, *, orderable: Json | None = None
    ) -> dict[str, Any]:
        """The whole received draft with another code, a body site if it had none, and notes; no more (A4)."""
        template = self._templates[concept_of(item.id)]
        resource = {**draft, template.code_member: _code(template, item, orderable)}
        if template.at_level and occasion.place and not draft.get("bodySite"):
            resource["bodySite"] = _body_site(occasion)
        if occasion.notes:
            resource["note"] = [*members(draft, "note"), *({"text": note} for note in occasion.notes)]
        return resource

    def concepts(self, draft: Json, orderables: Mapping[str, Json]) -> frozenset[str]:
        """The order concepts that a draft stands for: by our coding, or by the site's orderable mapped to them."""
        found = {
            each.key for name in ("code", "medicationCodeableConcept") for each in codings(draft.get(name)) if each.code
        }
        ours = {code for system, code in found if system == self._system}
        mapped = {concept for concept, coding in orderables.items() if _key(coding) in found}
        return frozenset(ours | mapped)

    def at_level(self, concept: str) -> bool:
        """Does an order of this concept name the level of the lesion?"""
        template = self._templates.get(concept)
        return template is not None and template.at_level


def means_place(draft: Json, place: Place | None) -> bool:
    """Does a draft mean this lesion? Only one whose body site names other levels does not."""
    levels = set(_levels(draft))
    return place is None or not levels or not levels.isdisjoint(place.levels)


def _levels(draft: Json) -> Iterable[str]:
    for site in members(draft, "bodySite"):
        for coding in codings(site):
            yield from LEVELS_BY_CODE.get(coding.key, ())
        for text in texts(site):
            yield from _levels_in(text)


def _levels_in(text: str) -> tuple[str, ...]:
    named = [LEVELS.index(re.sub(r"^(?:Th|D)", "T", each)) for each in _LEVEL_WORD.findall(text)]
    if len(named) == 2 and _SPAN.search(text):  # noqa: PLR2004 - from one level to another
        return LEVELS[min(named) : max(named) + 1]
    return tuple(LEVELS[each] for each in named)


def _key(coding: Json) -> tuple[object, object]:
    return coding.get("system"), coding.get("code")


def _code(template: _Template, item: Wanted, orderable: Json | None) -> dict[str, Any]:
    coded = [template.coding] if orderable is None else [dict(orderable), template.coding]
    return {"coding": coded, "text": item.words}


def _body_site(occasion: Occasion) -> list[dict[str, Any]]:
    place = occasion.place
    if place is None:
        return []
    site: dict[str, Any] = {"text": occasion.site or place.level}
    coding = _VERTEBRA.get(place.levels)
    return [{"coding": [coding], **site} if coding else site]


def _vertebrae() -> dict[tuple[str, ...], Json]:
    """Bone codes come first in the table of E.7, so the first code of a level is the vertebra's, not its body's."""
    found: dict[tuple[str, ...], Json] = {}
    for (system, code), levels in LEVELS_BY_CODE.items():
        found.setdefault(levels, {"system": system, "code": code})
    return found


_VERTEBRA: Final = _vertebrae()
_SAMPLE: Final = Occasion(
    patient_id="sample",
    encounter_id="sample",
    reason="Condition/sample",
    place=Place(level="T8"),
    site="T8",
    notes=("sample",),
)
