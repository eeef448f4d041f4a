"""Which addresses there are, and what each hands on to whom. About ten lines each.

``calls`` has what an EHR sends, ``describing`` and ``interface`` what tells of us, ``published`` the knowledge, ``receiving``
how a body comes in and an answer goes out. No status is chosen here (``failures``), nothing is decided here (``order_select``).
"""

from flask import Flask, Response

from cds_hooks.order_select import Desk
from cds_hooks.routes import calls, describing, interface, published
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
    interface.register(app, desk.site)
    app.get("/livez", endpoint="livez")(_alive)
    app.get("/readyz", endpoint="readyz")(_alive)


def _alive() -> Response:
    """Whoever answers is alive, and ready: there is nothing yet that a start leaves for later."""
    return JsonResponse(b'{"status":"ok"}', content_type=JSON)
