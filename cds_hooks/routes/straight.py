"""Which calls need none of Flask's way to a view? Those of an EHR, at exactly their address: most calls by far, and the shortest.

Finding the view and making what Flask keeps for each request took as long as all the rest of an order that is not ours
(`docs/explanation/speed.md`). Whatever is in any way unusual goes on to Flask, which answers it as ever. What may not live here:
what is answered, and any check of a call (``calls``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from cds_hooks.routes.receiving import Answer

Environ = dict[str, Any]
"""One call as the web server hands it over (WSGI)."""
View = Callable[[Environ], Answer]
"""Answers a call. It needs nothing of Flask's around it, and raises nothing."""
Wsgi = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

# What cannot be a host Flask refuses, and so it is left to it.
_PLAIN_HOST: Final = re.compile(r"[a-zA-Z0-9-]{1,63}(?:\.[a-zA-Z0-9-]{1,63}){0,10}(?::\d{1,5})?", re.ASCII)


def straight(views: Mapping[str, View], otherwise: Wsgi) -> Wsgi:
    """`views` by their address, for calls that are plain; `otherwise` for all the rest."""

    def application(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        view = views.get(environ["PATH_INFO"])
        if view is None or not _is_plain(environ):
            return otherwise(environ, start_response)
        return view(environ)(environ, start_response)

    return application


def _is_plain(environ: Environ) -> bool:
    """A POST to a usual host, with no query and no wish to talk in another protocol."""
    return (
        environ["REQUEST_METHOD"] == "POST"
        and not environ.get("QUERY_STRING")
        and "HTTP_UPGRADE" not in environ
        and _PLAIN_HOST.fullmatch(environ.get("HTTP_HOST", "")) is not None
    )
