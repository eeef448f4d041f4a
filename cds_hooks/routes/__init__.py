"""Which addresses there are, and what each hands on to whom. About ten lines each.

``calls`` has what an EHR sends, ``describing`` and ``interface`` what tells of us, ``published`` the knowledge, ``picture`` the
picture of a decision, ``receiving`` how a body comes in and an answer goes out. No status is chosen here (``failures``), nothing
is decided here (``order_select``).
"""

from collections.abc import Callable

from flask import Flask, Response

from cds_hooks.ledger import Ledger
from cds_hooks.order_select import Desk
from cds_hooks.routes import calls, describing, interface, picture, published
from cds_hooks.routes.receiving import JSON, MAX_BODY, JsonResponse, failed

HOOKS = calls.HOOKS

__all__ = ["HOOKS", "JSON", "MAX_BODY", "register"]


def register(app: Flask, desk: Desk) -> None:
    """Hangs every address into the application."""
    app.response_class = JsonResponse
    app.register_error_handler(Exception, failed)
    describing.register(app, desk.site)
    calls.register(app, desk)
    published.register(app, desk.site)
    picture.register(app, desk.site)
    interface.register(app, desk.site)
    app.get("/livez", endpoint="livez")(_alive)
    app.get("/readyz", endpoint="readyz")(_ready(desk.ledger))


def _alive() -> Response:
    return JsonResponse(b'{"status":"ok"}', content_type=JSON)


def _ready(ledger: Ledger) -> Callable[[], Response]:
    """Ready once the ledger has been opened, its tables up to date. If it is away later that takes no worker out of service:
    hooks are answered without it.
    """

    def ready() -> Response:
        ledger.open()
        return _alive()

    return ready
