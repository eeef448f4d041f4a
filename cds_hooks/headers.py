"""What every answer carries, also one that the application did not give: who may read it in a browser, that it is not kept.

What may not live here: what is answered.
"""

from collections.abc import Callable, Iterable
from typing import Any

from cds_hooks.site import Site

PREFLIGHT_MAX_AGE_S = 600

Headers = list[tuple[str, str]]
Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def with_headers(inner: Wsgi, site: Site) -> Wsgi:
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

        def start(status: str, headers: Headers, *rest: Any) -> Any:
            headers = headers + (always if "Cache-Control" in dict(headers) else not_kept)
            if origin is not None and (everyone or origin in listed):
                headers += _for_browsers("*" if everyone else origin, preflight=preflight)
            return start_response(status, headers, *rest)

        return inner(environ, start)

    return outer


def _for_browsers(origin: str, *, preflight: bool) -> Headers:
    allowed = [("Access-Control-Allow-Origin", origin)]
    if preflight:
        allowed += [
            ("Access-Control-Allow-Methods", "GET, POST, OPTIONS"),
            ("Access-Control-Allow-Headers", "Authorization, Content-Type"),
            ("Access-Control-Max-Age", str(PREFLIGHT_MAX_AGE_S)),
        ]
    return allowed
