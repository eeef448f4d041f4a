"""What does an order that does not concern us cost, beside a bare Flask view that parses the same bytes (contract 7)?

Both are called as a web server calls them, in turn, body by body.
"""

from __future__ import annotations

import io
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from statistics import median
from typing import Any, Final

import orjson
from flask import Flask, Response, request
from werkzeug.test import EnvironBuilder

from cds_hooks.app import create_app
from cds_hooks.demo import SERVICE_PATH
from cds_hooks.site import Site

_CALLS: Final = 400
_WARM_UP: Final = 20
_BYTES: Final = 120_000_000
"""Of large bodies fewer calls are made: about so many bytes in all."""


@dataclass(slots=True)
class Pair:
    """Milliseconds of ours and of the bare view, call by call."""

    ours: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)

    @property
    def ratio(self) -> float:
        return median(self.ours) / median(self.bare)


def compared(bodies: Mapping[int, bytes], site: Site) -> dict[int, Pair]:
    """The two by size of body."""
    ours, bare = create_app(site), _bare()
    pairs: dict[int, Pair] = {}
    for size, body in bodies.items():
        pair = pairs[size] = Pair()
        for number in range(_WARM_UP + min(_CALLS, _BYTES // len(body))):
            times = [_call(app, body) for app in ((ours, bare) if number % 2 else (bare, ours))]
            if number >= _WARM_UP:
                pair.ours.append(times[0 if number % 2 else 1])
                pair.bare.append(times[1 if number % 2 else 0])
    return pairs


def _bare() -> Flask:
    app = Flask("bare")

    @app.post(SERVICE_PATH)
    def view() -> Response:
        orjson.loads(request.get_data(cache=False))
        return Response(orjson.dumps({"cards": []}), content_type="application/json")

    return app


def _call(app: Flask, body: bytes) -> float:
    """One call from the environment that a server hands over to the last byte that it gets."""
    environ = EnvironBuilder(SERVICE_PATH, method="POST", content_type="application/json").get_environ()
    environ |= {"wsgi.input": io.BytesIO(body), "CONTENT_LENGTH": str(len(body))}
    started = time.perf_counter()
    answered: Iterable[bytes] = app.wsgi_app(environ, _start)
    sent = b"".join(answered)
    took = time.perf_counter() - started
    if sent != b'{"cards":[]}':
        raise AssertionError("an order of the benchmark concerned somebody")
    return took * 1_000


def _start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:  # noqa: ARG001 - the server's own form
    return None
