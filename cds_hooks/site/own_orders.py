"""Which suggested orders would come without a code of the hospital's own? What `spinal-cds check` tells beside mistakes.

An item without one keeps our order concept and text, so that it can still be read and ordered by hand. What may not live
here: how a map is read (`fhir_profiles.orderables`), and what is wrong with one (`rules`).
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from cds_hooks.site.settings import ClientSettings, Site
from fhir_profiles.orderables import CONCEPTS, read_orderables
from plugin.knowledge import KNOWLEDGE


def own_codes(site: Site) -> Iterator[str]:
    """Lines for each map that the clients use: what it gives a code, and every item that it leaves as ours."""
    for concept_map, named in _by_map(site.clients).items():
        if concept_map is None:
            yield f"{named}: no concept map; all {len(CONCEPTS)} orders keep our own code and text"
            continue
        unmapped = read_orderables(concept_map).unmapped
        yield f"{named}: {concept_map.name} gives {len(CONCEPTS) - len(unmapped)} of {len(CONCEPTS)} orders a code of yours"
        for concept in unmapped:
            yield f"  {concept} keeps our own code and text: {_title(concept)}"


def _by_map(clients: tuple[ClientSettings, ...]) -> Mapping[Path | None, str]:
    found: dict[Path | None, list[str]] = {}
    for number, client in enumerate(clients):
        found.setdefault(client.concept_map, []).append(f"client[{number}]")
    return {concept_map: ", ".join(names) for concept_map, names in found.items()}


def _title(concept: str) -> str:
    return " + ".join(item.title for item in KNOWLEDGE.order_items if item.id == concept)
