"""What each worker runs in `test_two_workers`: the service as it is served, which says besides which worker answered.

What may not live here: what is asked of it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Any

from flask import Flask

from cds_hooks import serving
from cds_hooks.worker import Worker

WORKER = "X-Worker"

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def application() -> Worker:
    served = serving.application()
    inside = served.intake._application
    assert isinstance(inside, Flask)
    inside.wsgi_app = _signed(inside.wsgi_app)  # type: ignore[method-assign,assignment]  # Flask's own documented way
    return served


def _signed(answers: Wsgi) -> Wsgi:
    """Outside of Flask, for not every call goes its way."""

    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            return start_response(status, [*headers, (WORKER, str(os.getpid()))], *more)

        return answers(environ, start)

    return application
