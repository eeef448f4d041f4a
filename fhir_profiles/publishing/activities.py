"""What does each item of an order set order? One ActivityDefinition each; drugs by class and local protocol.

What may not live here: when an item belongs to a set (`plans`), and any dose.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fhir_profiles.codes import ORDER_CONCEPT
from fhir_profiles.drafting import concept_of
from fhir_profiles.publishing.conditions import in_words
from fhir_profiles.publishing.heading import canonical, heading, related, said_basis
from fhir_profiles.publishing.requests import DRAFTED
from plugin.explain.filling import filled
from plugin.grammar import Always, OrderItem, ResourceKind
from plugin.knowledge import KNOWLEDGE


def activities() -> Iterator[dict[str, Any]]:
    """One for each item, in the order of the numbers."""
    for item in sorted(KNOWLEDGE.order_items, key=lambda each: (each.id, each.part)):
        yield _activity(item)


def activity_id(item: OrderItem) -> str:
    """The id of an item's definition; FHIR knows no underscore in an id."""
    return "-".join(part for part in (item.id.replace("_", "-"), item.part) if part)


def concept(item: OrderItem) -> dict[str, Any]:
    """The item as a coded concept of ours, with its words."""
    return {"coding": [{"system": ORDER_CONCEPT, "code": concept_of(item.id)}], "text": item.title}


def _activity(item: OrderItem) -> dict[str, Any]:
    what = f"{item.words}. {said_basis(item.basis, item.sources)}"
    code = "code" if item.resource is ResourceKind.SERVICE else "productCodeableConcept"
    made = heading("ActivityDefinition", activity_id(item), item.title, what)
    usage = " ".join(_usage(item))
    rests_on = related(item.sources)
    return (
        made
        | ({"usage": usage} if usage else {})
        | ({"relatedArtifact": rests_on} if rests_on else {})
        | {
            "kind": item.resource.value,
            "profile": canonical("StructureDefinition", DRAFTED[item.resource]),
            code: concept(item),
            "intent": "proposal",
        }
    )


def _usage(item: OrderItem) -> Iterator[str]:
    if item.at_level:
        yield "The order names the level of the lesion as its body site."
    if item.resource is ResourceKind.MEDICATION:
        yield "By class and local protocol; dose and product are the hospital's."
    for when, words in item.notes:
        where = "" if isinstance(when, Always) else f"Where {in_words(when)}: "
        yield f"{where}{filled(words)}"
    for when, words in item.left_out_if:
        yield f"Left out where {in_words(when)} ({words})."
