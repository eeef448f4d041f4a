"""Which addresses there are, and what each hands on to whom. About ten lines each.

``calls`` has what an EHR sends, ``describing`` and ``interface`` what tells of us, ``published`` the knowledge, ``picture`` the
picture of a decision, ``health`` what those who run us ask, ``receiving`` how a body comes in and an answer goes out,
``straight`` which calls are spared Flask's way to them. No status is chosen here (``failures``), nothing is decided here
(``order_select``).
"""

from flask import Flask

from cds_hooks.desk import Desk
from cds_hooks.instance import Instance
from cds_hooks.routes import calls, describing, health, interface, picture, published
from cds_hooks.routes.health import OPERATIONS
from cds_hooks.routes.receiving import CAME, JSON, MAX_BODY, JsonResponse, failed

HOOKS, SERVICES = calls.HOOKS, calls.SERVICES

__all__ = ["CAME", "HOOKS", "JSON", "MAX_BODY", "OPERATIONS", "SERVICES", "register"]


def register(app: Flask, desk: Desk, instance: Instance) -> None:
    """Hangs every address into the application."""
    app.response_class = JsonResponse
    app.register_error_handler(Exception, failed)
    describing.register(app, desk.site)
    calls.register(app, desk)
    published.register(app, desk.site)
    picture.register(app, desk.site)
    interface.register(app, desk.site)
    health.register(app, desk, instance)
