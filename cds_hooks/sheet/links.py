"""Where may a card of this client lead? Found by looking at the cards of every sample patient, as the client would get them.

What may not live here: which links a card has (``cards``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import urlsplit

import orjson

from cds_hooks import wire
from cds_hooks.demo import hook_call
from cds_hooks.desk import Desk
from cds_hooks.messages import LinkType
from cds_hooks.order_select import respond
from cds_hooks.site import ClientSettings
from fhir_profiles import examples

AS_OF: Final = datetime(2026, 1, 1, 12, tzinfo=UTC)
"""Any moment will do, as the sample patients' dates go by it; always the same, so that the sheet is."""
_ADDRESS: Final = re.compile(r"https?://[^\s<>()\"'\]]+")


def hosts(client: ClientSettings, desk: Desk) -> tuple[tuple[str, str, str], ...]:
    """Each host that cards lead to, as scheme and host, with where on a card, and whether as a SMART app."""
    found = {each for name in examples.names() for each in _of(name, client, desk)}
    return tuple(sorted(found))


def _of(name: str, client: ClientSettings, desk: Desk) -> Iterator[tuple[str, str, str]]:
    request = wire.read_request(wire.parse(orjson.dumps(hook_call(name, AS_OF))))
    cards: list[dict[str, Any]] = orjson.loads(wire.dump_cards(respond(request, client, desk).cards))["cards"]
    for card in cards:
        for link in card.get("links", []):
            yield _host(link["url"]), "link", "SMART app" if link["type"] == LinkType.SMART else "page"
        source = card["source"]
        yield from ((_host(source[member]), "source", "page") for member in ("url", "icon") if member in source)
        yield from ((_host(each), "text", "page") for each in _ADDRESS.findall(card.get("detail", "")))


def _host(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
