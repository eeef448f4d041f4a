"""``create_app(site)``: the only place that wires the parts together. Nothing is computed or decided here."""

import gc
import logging
import sys
from collections.abc import Callable, Iterable
from typing import Any

from flask import Flask

from cds_hooks import routes, workbench
from cds_hooks.order_select import Clock, open_desk
from cds_hooks.site import Site

PREFLIGHT_MAX_AGE_S = 600

_Headers = list[tuple[str, str]]
_Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def create_app(site: Site, clock: Clock | None = None) -> Flask:
    """The service of one site; without a clock it goes by the machine's."""
    _log_to_stderr()
    app = Flask("spinal-tumour-cds", static_folder=None)
    # One byte more than is allowed: of a body that announces no length werkzeug reads up to this limit and then stops
    # without a word, so that only a longer one tells the route that something was cut.
    app.config["MAX_CONTENT_LENGTH"] = routes.MAX_BODY + 1
    # A redirected preflight fails and a redirected POST may come back as GET, so no address is ever redirected (H4).
    app.url_map.strict_slashes = False
    app.url_map.merge_slashes = False
    desk = open_desk(site) if clock is None else open_desk(site, clock)
    routes.register(app, desk)
    if not site.production:
        workbench.register(app, desk)
    app.wsgi_app = _with_headers(app.wsgi_app, site)  # type: ignore[method-assign,assignment]  # Flask's own documented way
    return app


def keep_for_good() -> None:
    """What is there once a process serves stays until it ends; looking through it for garbage took a twelfth of each call."""
    gc.collect()
    gc.freeze()


def _with_headers(inner: _Wsgi, site: Site) -> _Wsgi:
    """What every answer carries: which browser pages may read it (O1-O3), and that it is not to be kept (H7).

    Around Flask rather than in ``after_request``, where the same headers cost several times as much on each call.
    """
    listed = frozenset(site.server.cors_origins)
    everyone = not listed and not site.production
    always = [("Vary", "Origin"), ("X-Content-Type-Options", "nosniff")]
    not_kept = [*always, ("Cache-Control", "no-store")]

    def outer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        preflight = environ["REQUEST_METHOD"] == "OPTIONS"
        origin = environ.get("HTTP_ORIGIN")

        def start(status: str, headers: _Headers, *rest: Any) -> Any:
            headers = headers + (always if "Cache-Control" in dict(headers) else not_kept)
            if origin is not None and (everyone or origin in listed):
                headers += _for_browsers("*" if everyone else origin, preflight=preflight)
            return start_response(status, headers, *rest)

        return inner(environ, start)

    return outer


def _for_browsers(origin: str, *, preflight: bool) -> _Headers:
    allowed = [("Access-Control-Allow-Origin", origin)]
    if preflight:
        allowed += [
            ("Access-Control-Allow-Methods", "GET, POST, OPTIONS"),
            ("Access-Control-Allow-Headers", "Authorization, Content-Type"),
            ("Access-Control-Max-Age", str(PREFLIGHT_MAX_AGE_S)),
        ]
    return allowed


class _Lines(logging.Handler):
    """Each record as one line on stderr, as it is: the trail's lines are JSON already."""

    def emit(self, record: logging.LogRecord) -> None:
        sys.stderr.write(f"{record.getMessage()}\n")


def _log_to_stderr() -> None:
    """Once, however many applications a process makes; a line asks for neither thread nor process, which cost most of it."""
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    log = logging.getLogger("spinal_cds")
    if not log.handlers:
        log.addHandler(_Lines())
        log.setLevel(logging.INFO)
