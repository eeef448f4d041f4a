"""Which codes does the EHR have to know? Topics, override reasons, orders and order sets with the hospital's own beside them.

What may not live here: addresses and tokens (``calling``), and the order of the sheet (``saying``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from cds_hooks.cards import Kind
from cds_hooks.cards.laying_out import OVERRIDES, WITH_OVERRIDES
from cds_hooks.profiles import PROFILES
from cds_hooks.sheet.document import Block, Heading, Text, table
from cds_hooks.site import ClientSettings
from cds_hooks.words import Words
from fhir_profiles.codes import CARD_TOPIC, ORDER_CONCEPT, OVERRIDE_REASON
from fhir_profiles.orderables import CONCEPTS, Orderables
from fhir_profiles.publishing import published
from plugin.grammar import ResourceKind
from plugin.knowledge import KNOWLEDGE

_OURS: Final = "our code and text alone"
_TO_FILL_IN: Final = " "


def topics(words: Words) -> Iterator[Block]:
    yield Heading("Topics of cards")
    yield Text(
        f"source.topic, system {CARD_TOPIC}. A code never changes its meaning, so that an override may be remembered by it."
    )
    yield table(("code", "shown"), (4, 10), ((each.value, words.name("topic", each)) for each in Kind))


def reasons(words: Words) -> Iterator[Block]:
    yield Heading("Override reasons")
    where = ", ".join(each.value for each in Kind if each in WITH_OVERRIDES)
    yield Text(f"System {OVERRIDE_REASON}. On cards of these topics: {where}.")
    yield table(("code", "shown"), (4, 10), ((each, words.name("override", each)) for each in OVERRIDES))


def orders(client: ClientSettings, orderables: Orderables) -> Iterator[Block]:
    yield Heading("Orders")
    mapped = client.concept_map.name if client.concept_map else "none (orders.concept_map)"
    yield Text(
        f"System {ORDER_CONCEPT}; the site's map: {mapped}. Yours: the code that stands in front of a suggestion. Recognised: "
        f"codes of yours that tell us that a selected order is one of ours. Systems of yours: {_systems(orderables)}."
    )
    yield table(
        ("code", "order", "resource", "yours", "recognised"),
        (6, 8, 6, 6, 5),
        (
            (code, _title(code), _resource(code), _own(orderables.codings.get(code)), _known(code, orderables))
            for code in sorted(CONCEPTS)
        ),
    )


def order_sets() -> Iterator[Block]:
    yield Heading("Order sets")
    yield Text(
        "Published as PlanDefinition below /fhir. A suggestion holds the single orders above; where the EHR has order sets of "
        "its own, write their keys beside ours."
    )
    plans = [plan for (kind, _), plan in published().items() if kind == "PlanDefinition" and _is_set(plan)]
    yield table(("code", "order set", "yours"), (4, 8, 4), ((plan["id"], plan["title"], _TO_FILL_IN) for plan in plans))


def switches(client: ClientSettings) -> Iterator[Block]:
    """What this client's profile gets, and what it does not."""
    profile = PROFILES[client.profile]
    yield Heading("CDS Hooks version and client profile")
    yield Text(
        f"CDS Hooks 2.0.1 is sent; requests of 1.0 to 3.0-ballot are read. Profile of this client: {profile.name}."
    )
    yes, no = "yes", "no"
    types = ", ".join(sorted(profile.types)) or "every one of ours" + (", Task included" if profile.tasks else "")
    rows = [
        ("suggestions", yes if profile.suggests else "none: information only"),
        ("one action in each suggestion", yes if profile.single_actions else no),
        ("selectionBehavior", profile.behavior.value if profile.suggests else "not sent"),
        ("types of actions", _actions(client)),
        ("resource types in suggestions", types if profile.suggests else "none"),
        ("checklists as Task", yes if profile.tasks else no),
        ("system actions", "never"),
        ("text", "Markdown (GitHub's), no HTML"),
        ("SMART apps, appContext", "none"),
        ("language", client.language),
    ]
    yield table(("switch", "value"), (5, 9), rows)


def _actions(client: ClientSettings) -> str:
    profile = PROFILES[client.profile]
    if not profile.suggests:
        return "none"
    return "create, delete, update" if profile.updates else "create, delete"


def _is_set(plan: Mapping[str, Any]) -> bool:
    return any(each["code"] == "order-set" for each in plan["type"]["coding"])


def _title(code: str) -> str:
    return " + ".join(item.title for item in KNOWLEDGE.order_items if item.id == code)


def _resource(code: str) -> str:
    kinds = dict.fromkeys(item.resource for item in KNOWLEDGE.order_items if item.id == code)
    return ", ".join(ResourceKind(each).value for each in kinds)


def _own(coding: Mapping[str, Any] | None) -> str:
    if coding is None:
        return _OURS
    return f"{coding['code']}\n{coding.get('display', '')}".strip()


def _systems(orderables: Orderables) -> str:
    named = [coding["system"] for coding in orderables.codings.values()] + [system for system, _ in orderables.concepts]
    return ", ".join(dict.fromkeys(named)) or "none"


def _known(code: str, orderables: Orderables) -> str:
    return ", ".join(own for (_, own), concept in orderables.concepts.items() if concept == code)
