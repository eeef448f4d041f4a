"""How does a call come from the server to the application? Its body is collected first; only then does it get a thread.

A server that gives each call a thread and lets it wait there for the body can be stopped by as many slow callers as it has
threads (`docs/decisions/0012-slow-callers.md`). What may not live here: what a call means, and how it is answered.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any, Final

from werkzeug.wrappers import Response

from cds_hooks import meters
from cds_hooks.failures import Busy, TooSlow, answer_to, word_for
from cds_hooks.routes import JSON, MAX_BODY
from cds_hooks.trail import TrailLine

BODY_WITHIN_S: Final = 10.0
"""Seconds within which a whole body must have come."""
MOST_HELD: Final = 16 * MAX_BODY
"""Bytes of bodies that one process keeps at the same time."""
_MOST_READ_AWAY: Final = 4 * MAX_BODY

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Intake:
    """One for each process; an RSGI application, which is the server's own interface."""

    def __init__(self, application: Wsgi, *, threads: int) -> None:
        self._application = application
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="call")
        self.held = 0

    async def __rsgi__(self, scope: Any, protocol: Any) -> None:
        body = bytearray()
        try:
            async with asyncio.timeout(BODY_WITHIN_S):
                announced = scope.headers.get("content-length") or "0"  # the server lets only numbers through
                if int(announced) <= _MOST_READ_AWAY:
                    await self._collect(protocol, body)
            environ = _environ(scope, bytes(body))
            answer = await asyncio.get_running_loop().run_in_executor(self._threads, self._answered, environ)
        except TimeoutError:
            answer = _refused(TooSlow())
        except Busy as busy:
            answer = _refused(busy)
        finally:
            self.held -= len(body)
        protocol.response_bytes(answer.status_code, [*answer.headers.items()], answer.get_data())

    async def _collect(self, protocol: Any, body: bytearray) -> None:
        """The body, but for what lies beyond the size that is read: that is read away, or the connection would break off
        under a caller who is still sending, and who then never sees why. Raises Busy.
        """
        read = 0
        async for piece in protocol:
            read += len(piece)
            if read > _MOST_READ_AWAY:
                return
            kept = piece[: MAX_BODY + 1 - len(body)]
            self.held += len(kept)
            body += kept
            if self.held > MOST_HELD:
                raise Busy

    def _answered(self, environ: dict[str, Any]) -> Response:
        try:
            return Response.from_app(self._application, environ, buffered=True)
        except Exception as failure:  # noqa: BLE001  the server would write its message, and maybe a patient's data, to its log
            return _refused(failure)


def _refused(failure: Exception) -> Response:
    """The answer to a call that the application did not see, or could not answer itself; it has its line in the trail, too."""
    answer = answer_to(failure)
    meters.leave(TrailLine(hook="", status=answer.status, reason=word_for(failure)))
    headers = {**answer.headers, "Cache-Control": "no-store", "Connection": "close"}
    return Response(answer.body, answer.status, headers, content_type=JSON)


def _environ(scope: Any, body: bytes) -> dict[str, Any]:
    host, _, port = scope.server.rpartition(":")
    environ = {
        "REQUEST_METHOD": scope.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": scope.path.encode().decode("latin-1"),  # as WSGI has it
        "QUERY_STRING": scope.query_string,
        "SERVER_NAME": host,
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": BytesIO(body),
        "wsgi.input_terminated": True,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in scope.headers.items():
        key = _UNPREFIXED.get(name) or f"HTTP_{name.upper().replace('-', '_')}"
        environ[key] = f"{environ[key]},{value}" if key in environ else value  # a header that came twice is one list
    return environ


_UNPREFIXED: Final = {"content-type": "CONTENT_TYPE", "content-length": "CONTENT_LENGTH"}
