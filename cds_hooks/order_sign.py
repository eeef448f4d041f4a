"""The safety net before signature: what happens between an order-sign request and its cards (contract 4.1).

The same five steps as order-select, with every order of ours in the list taken as selected; only what still has to be said
before signing becomes a card. What may not live here: anything that order-select does otherwise (`order_select`).
"""

from __future__ import annotations

from dataclasses import replace

from cds_hooks import order_select
from cds_hooks.cards import cards_at_signature
from cds_hooks.desk import Desk
from cds_hooks.messages import HookRequest, Json
from cds_hooks.order_select import Reply
from cds_hooks.site import ClientSettings


def respond(request: HookRequest, client: ClientSettings, desk: Desk, *, came: float | None = None) -> Reply:
    """The cards for one order-sign call; raises what `order_select.respond` raises.

    An order without an id is looked at too; only an action cannot name it.
    """
    every = tuple(_named(each) for each in request.draft_orders)
    ours = replace(request, selections=every)
    return order_select.respond(ours, client, desk, present=cards_at_signature, came=came)


def _named(order: Json) -> str:
    return f"{order.get('resourceType')}/{order['id']}" if order.get("id") else str(order.get("resourceType"))
