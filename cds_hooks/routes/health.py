"""What those who run the service ask it: is it alive, may calls be sent to it, what has it counted?

No status is chosen here (``failures``). What may not live here: anything that needs an EHR, or after the start a database
(`docs/decisions/0015-ready.md`).
"""

from collections.abc import Callable
from typing import Final

import orjson
from flask import Flask, Response

from cds_hooks import meters
from cds_hooks.desk import Desk
from cds_hooks.failures import LedgerUnavailable, NotReady, answer_to
from cds_hooks.instance import Instance
from cds_hooks.routes.receiving import JSON, JsonResponse

OPERATIONS: Final = frozenset({"/livez", "/readyz", "/metrics"})
"""Addresses that are answered however many calls are waiting."""


def register(app: Flask, desk: Desk, instance: Instance) -> None:
    app.get("/livez", endpoint="livez")(_alive)
    app.get("/readyz", endpoint="readyz")(_ready(desk, instance))
    app.get("/metrics", endpoint="metrics")(_metrics(desk))


def _alive() -> Response:
    return JsonResponse(b'{"status":"ok"}', content_type=JSON)


def _ready(desk: Desk, instance: Instance) -> Callable[[], Response]:
    def ready() -> Response:
        checks = _checks(desk, instance)
        instance.was_ready = instance.was_ready or all(checks.values())
        status = "leaving" if instance.leaving else "ok" if instance.was_ready else "not ready"
        shown = {name: "ok" if there else "waiting" for name, there in checks.items()}
        body = orjson.dumps({"status": status, "checks": shown})
        if status == "ok":
            return JsonResponse(body, content_type=JSON)
        refusal = answer_to(NotReady())
        return JsonResponse(body, refusal.status, refusal.headers.items(), content_type=JSON)

    return ready


def _checks(desk: Desk, instance: Instance) -> dict[str, bool]:
    """What the instance needs before the first call; once it was there, its absence is no reason to take the instance away.

    The knowledge is: without it there is no desk.
    """
    if instance.was_ready:
        return {"knowledge": True, "keys": True, "ledger": True}
    return {"knowledge": True, "keys": desk.gate.has_keys, "ledger": _is_open(desk)}


def _is_open(desk: Desk) -> bool:
    try:
        desk.ledger.open()
    except LedgerUnavailable:
        return False
    return True


def _metrics(desk: Desk) -> Callable[[], Response]:
    shown = meters.shown(desk.site, desk.ledger, desk.gate)

    def metrics() -> Response:
        text, content_type = shown()
        return JsonResponse(text, content_type=content_type)

    return metrics
