"""Which of the selected orders are ours, what do they name, and what do their words wish for (contract 5.2)?

What may not live here: which documented lesion an order means (`ordering`), and what is then advised.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from fhir_profiles.chart import stands
from fhir_profiles.codes.sites import INTENT_BY_CODE
from fhir_profiles.codes.systems import MCODE_PROCEDURE_INTENT
from fhir_profiles.reading.drugs import drugs_named
from fhir_profiles.reading.order_kinds import OrderMap, Reading, classified
from fhir_profiles.reading.places import region_place
from fhir_profiles.reading.wishes import wishes_in
from fhir_profiles.resources import (
    Json,
    codings,
    contained,
    extensions,
    kind_of,
    member,
    members,
    notes,
    reference,
    tail,
    texts,
    word,
)
from plugin.evidence import DrugClass, Intent, OrderKind, Place, PlannedProcedure


class Triggers(Protocol):
    """Which selected orders wake the service (contract 2)."""

    @property
    def interventions(self) -> bool: ...
    @property
    def imaging(self) -> bool: ...
    @property
    def opioids(self) -> bool: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectedOrder:
    """One selected order of ours.

    `places` are the levels it names; `regions` the spans of levels it names instead ("T1-T12"); neither: every lesion.
    `site_unread` is what it names as its site and nobody can read. `names_the_spine`: it is for a place in the spine, be it
    without a level. `intent` is the mCODE extension. The wishes are
    what its words ask for (True) or deny (False); None: not worded. `radioiodine` is a plan of 131-I in words.
    `wishes_for_levels`: its words name levels; `words_not_counted`: they name a wish that is denied, considered, over or for
    another level (CR-08).
    """

    resource: Json
    planned: PlannedProcedure
    places: tuple[Place, ...] = ()
    regions: tuple[Place, ...] = ()
    site_unread: str = ""
    names_the_spine: bool = False
    intent: Intent | None = None
    size_reduction: bool | None = None
    debulking: bool | None = None
    consolidation: bool | None = None
    radioiodine: bool = False
    probes: int | None = None
    positionings: int | None = None
    wishes_for_levels: bool = False
    words_not_counted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Selected:
    """What the physician selected of ours, and every draft order of the session.

    A reader of one lesion gets this with only those `orders` that mean the lesion; `drafts` are always all draft resources,
    selected or not (antithrombotics among them count, and what is drafted is not suggested again).
    """

    orders: tuple[SelectedOrder, ...] = ()
    drafts: tuple[Json, ...] = ()

    @property
    def any(self) -> bool:
        """Must anything be read at all?"""
        return bool(self.orders)


def planned_procedures(
    draft_orders: Sequence[Json],
    selections: Sequence[str],
    triggers: Triggers,
    order_map: Mapping[tuple[str, str], str],
) -> Selected:
    """The selected orders of ours, and all drafts. Selections that name no draft are ignored.

    `draft_orders` are the resources of the draft Bundle, or its entries with their `fullUrl`. `order_map` maps the
    hospital's own orderables to our order concepts ("OS-03-CRYO").
    """
    drafts = [_draft(each) for each in draft_orders]
    resources = tuple(resource for resource, _ in drafts)
    wanted = frozenset(selections)
    tails = frozenset(filter(None, map(tail, selections)))
    orders = []
    for resource, address in drafts:
        names = _names(resource, address)
        if not wanted.isdisjoint(names) or not tails.isdisjoint(names):
            order = _ours(resource, names[0], resources, triggers, order_map)
            if order is not None:
                orders.append(order)
    return Selected(orders=tuple(orders), drafts=resources)


def _draft(each: Json) -> tuple[Json, str]:
    inner = member(each, "resource")
    return (inner, word(each, "fullUrl") or "") if inner is not None else (each, "")


def _names(resource: Json, address: str) -> tuple[str, ...]:
    """What a selection may call it: Type/id first, then its address in the Bundle, whole and by its end."""
    own = f"{kind_of(resource)}/{resource['id']}" if word(resource, "id") else ""
    named = tuple(filter(None, (own, address, tail(address) or "")))
    return named or (kind_of(resource),)


def _ours(
    resource: Json, name: str, drafts: Sequence[Json], triggers: Triggers, order_map: OrderMap
) -> SelectedOrder | None:
    if not stands(resource):
        return None
    if kind_of(resource) == "MedicationRequest":
        return _opioid(resource, name, drafts) if triggers.opioids else None
    if kind_of(resource) != "ServiceRequest":
        return None
    read = classified(resource, order_map)
    if read is None or not (triggers.imaging if read.kind is OrderKind.IMAGING else triggers.interventions):
        return None
    return _order(resource, name, read)


def _opioid(resource: Json, name: str, drafts: Sequence[Json]) -> SelectedOrder | None:
    concepts = _medication(resource, drafts)
    if not any(drug.drug_class is DrugClass.STRONG_OPIOID for each in concepts for drug in drugs_named(each)):
        return None
    words = next((text for each in concepts for text in texts(each)), "")
    return SelectedOrder(resource=resource, planned=PlannedProcedure(kind=OrderKind.DRUG, reference=name, words=words))


def _medication(resource: Json, drafts: Sequence[Json]) -> list[Json]:
    """What names the drug; a Medication may be contained, or stand among the drafts."""
    concept = member(resource, "medicationCodeableConcept")
    if concept is not None:
        return [concept]
    pointer = member(resource, "medicationReference") or {}
    address = reference(pointer) or ""
    found = contained(resource, address) or next(
        (each for each in drafts if kind_of(each) == "Medication" and tail(address) == f"Medication/{each.get('id')}"),
        None,
    )
    code = member(found, "code") if found else None
    # A Reference's own display names the drug as well as a concept's does; Epic may send nothing else.
    display = {"text": pointer["display"]} if texts(pointer) else None
    return [each for each in (code, display) if each]


def _order(resource: Json, name: str, read: Reading) -> SelectedOrder:
    order = SelectedOrder(
        resource=resource,
        planned=PlannedProcedure(kind=read.kind, reference=name, technique=read.technique, words=read.words),
        places=read.site.places,
        regions=() if read.site.places or read.site.region in ("", "spine") else (region_place(read.site.region),),
        site_unread=read.site.unread,
        names_the_spine=read.site.spinal or read.site.no_such_level,
        intent=_intent(resource),
    )
    return _wishing(order, frozenset(level for place in read.site.places for level in place.levels))


def seen_from(order: SelectedOrder, place: Place | None) -> SelectedOrder:
    """The order as it concerns the lesion at this place: what its words wish for another level is none of it."""
    return _wishing(order, frozenset(place.levels)) if order.wishes_for_levels and place else order


def _wishing(order: SelectedOrder, levels: frozenset[str]) -> SelectedOrder:
    wishes = wishes_in(_worded(order.resource), levels)
    return replace(
        order,
        size_reduction=wishes.size_reduction,
        debulking=wishes.debulking,
        consolidation=wishes.consolidation,
        radioiodine=wishes.radioiodine,
        probes=wishes.probes,
        positionings=wishes.positionings,
        wishes_for_levels=wishes.names_levels,
        words_not_counted=wishes.not_counted,
    )


def _worded(resource: Json) -> list[str]:
    """Where wishes are read from (contract 5.3)."""
    concepts = (*members(resource, "reasonCode"), *members(resource, "orderDetail"))
    return [*notes(resource), *(text for each in concepts if (text := word(each, "text")))]


def _intent(resource: Json) -> Intent | None:
    found = {
        INTENT_BY_CODE[coding.key]
        for extension in extensions(resource, MCODE_PROCEDURE_INTENT)
        for coding in codings(extension.get("valueCodeableConcept") or extension.get("valueCoding"))
        if coding.key in INTENT_BY_CODE
    }
    return found.pop() if len(found) == 1 else None
