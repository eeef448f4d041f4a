"""In which order does a sheet say what? One part for each client, each whole, so that it can be handed on alone.

What may not live here: what a section says (``calling``, ``coding``).
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version

from cds_hooks.desk import Desk, open_desk
from cds_hooks.sheet import calling, coding
from cds_hooks.sheet.document import Block, Document, Heading, Text, table
from cds_hooks.sheet.links import hosts
from cds_hooks.site import ClientSettings, Site
from plugin.explain.markdown import CLOSING
from plugin.knowledge import VERSION


def sheet_of(site: Site) -> Document:
    """Of every client; of a development site without one, of whoever calls."""
    desk = open_desk(site)
    clients = site.clients or (site.defaults,)
    blocks = tuple(block for client in clients for block in _client(site, client, desk))
    return Document(title=f"Integration sheet: {site.public_url}", blocks=(Text(_about(site, clients)), *blocks))


def _about(site: Site, clients: tuple[ClientSettings, ...]) -> str:
    each = "" if len(clients) == 1 else f" {len(clients)} clients follow, each with a part of its own."
    shadow = " Shadow mode: everything is computed and nothing is shown." if site.shadow else ""
    return f"spinal-tumour-cds {version('spinal-tumour-cds')}, knowledge {VERSION}, {site.mode} mode.{each}{shadow} {CLOSING}"


def _client(site: Site, client: ClientSettings, desk: Desk) -> Iterator[Block]:
    words, orderables = desk.words[client.language], desk.orderables[client.concept_map]
    tenants = f", tenant {', '.join(client.tenants)}" if client.tenants else ""
    yield Heading(f"Client {client.issuer or '(whoever calls)'}{tenants}", level=1)
    yield from calling.services(site, client)
    yield from calling.tokens_of(site, client)
    yield from calling.prefetch(client)
    yield from calling.scopes(site, client)
    yield from coding.switches(client)
    yield from coding.topics(words)
    yield from coding.reasons(words)
    yield from coding.orders(client, orderables)
    yield from coding.order_sets()
    yield from _links(client, desk)
    yield from calling.times(site)
    yield from calling.failures()
    yield from calling.limits(site)
    yield from _local(client)


def _links(client: ClientSettings, desk: Desk) -> Iterator[Block]:
    yield Heading("Links")
    found = hosts(client, desk)
    if not found:
        yield Text("No card of this client leads anywhere: no host has to be allowed. There is no SMART app to launch.")
        return
    apps = "" if any(kind == "SMART app" for _, _, kind in found) else " There is no SMART app to launch."
    yield Text(f"Hosts that cards lead to; an EHR that keeps a list of allowed links needs each of them.{apps}")
    yield table(("host", "where on the card", "what"), (8, 3, 3), found)


def _local(client: ClientSettings) -> Iterator[Block]:
    """What this hospital has set otherwise than the knowledge has it."""
    yield Heading("Local practice")
    missing = [name for name in ("laser", "coblation", "chemical") if not getattr(client.offered, name)]
    rows = [("not offered", ", ".join(missing) or "nothing: every technique is")]
    rows += [
        (name, f"{value:g}" if isinstance(value, (int, float)) else str(value))
        for name, value in client.thresholds.items()
    ]
    yield table(("setting", "value"), (5, 9), rows)
