"""What should a running instance answer? Its own version's cards for the sample patient, computed here without a network.

What may not live here: how an instance is asked, and how two answers are compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

import orjson

from cds_hooks import order_select, wire
from cds_hooks.demo import hook_call
from cds_hooks.desk import open_desk
from cds_hooks.selftest.asking import SelfTestFailed
from cds_hooks.site import ClientSettings, Site

PATIENT: Final = "V-01"
"""Ablation is ordered for an osteoid osteoma of T8, with aspirin on the list: a pathway with holds, techniques, checklists."""


def client_of(site: Site, issuer: str, tenant: str) -> ClientSettings:
    """The client that the instance will take the call for. Raises SelfTestFailed."""
    if not issuer:
        if site.production:
            raise SelfTestFailed("this site is in production, where every call is signed: --key FILE --issuer ISS")
        return site.client_for(None, None)
    found = [each for each in site.clients if each.issuer == issuer and (not each.tenants or tenant in each.tenants)]
    if not found:
        of_tenant = f" for tenant {tenant}" if tenant else " for a call without a tenant"
        raise SelfTestFailed(f"the site file has no [[client]] with issuer {issuer}{of_tenant}")
    return found[0]


def call_for(client: ClientSettings, now: datetime) -> bytes:
    """The call as this client's EHR would make it: the record as prefetch under its key names, without what it has not."""
    call = hook_call(PATIENT, now)
    local = {ours: name for name, ours in client.prefetch_keys.items()}
    prefetch = {
        local.get(key, key): value for key, value in call["prefetch"].items() if key not in client.not_available
    }
    return orjson.dumps(call | {"prefetch": prefetch})


def answer_of(site: Site, client: ClientSettings, body: bytes, now: datetime) -> Mapping[str, Any]:
    """What a service of this very version answers for this client."""
    desk = open_desk(site, lambda: now)
    reply = order_select.respond(wire.read_request(wire.parse(body)), client, desk)
    found: dict[str, Any] = orjson.loads(wire.dump_cards(() if site.shadow else reply.cards))
    return found
