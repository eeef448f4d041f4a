"""How does a call come from the server to the application? Its body is collected first; only then does it get a thread.

A server that gives each call a thread and lets it wait there for the body can be stopped by as many slow callers as it has
threads (`docs/decisions/0012-slow-callers.md`). What may not live here: what a call means, and how it is answered.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterable
from io import BytesIO
from time import monotonic
from typing import Any, Final

from werkzeug.wrappers import Response

from cds_hooks import meters
from cds_hooks.failures import Busy, TookTooLong, TooSlow, answer_to, word_for
from cds_hooks.headers import Wsgi, with_headers
from cds_hooks.lanes import Lane
from cds_hooks.routes import CAME, JSON, MAX_BODY, OPERATIONS
from cds_hooks.site import Site
from cds_hooks.trail import TrailLine

BODY_WITHIN_S: Final = 10.0
"""Seconds within which a whole body must have come."""
MOST_HELD: Final = 16 * MAX_BODY
"""Bytes of bodies that one process keeps at the same time."""
_MOST_READ_AWAY: Final = 4 * MAX_BODY

_LOOKED_AT_ONCE: Final = 4
"""Questions of those who run us, for each of their addresses: they are answered however many calls are waiting, and whoever
asks for the figures a hundred times at once makes nobody believe that we are not alive.
"""
_LOOKS_WAITING: Final = 16


class Intake:
    """One for each process; an RSGI application, which is the server's own interface.

    `closes`: this process ends soon; each answer says that its connection is closed, so that the next call is made elsewhere.
    """

    def __init__(self, application: Wsgi, site: Site, *, threads: int, waiting: int) -> None:
        self._application = application
        self._refusal = with_headers(_refusal, site)
        self.calls: Lane[Response] = Lane(threads=threads, waiting=waiting)
        self.looks: dict[str, Lane[Response]] = {
            address: Lane(threads=_LOOKED_AT_ONCE, waiting=_LOOKS_WAITING) for address in OPERATIONS
        }
        self.held = self.under_way = 0
        self.closes = False

    async def __rsgi__(self, scope: Any, protocol: Any) -> None:
        self.under_way += 1
        try:
            answer = await self._answer(scope, protocol)
        finally:
            self.under_way -= 1
        if self.closes:
            answer.headers["Connection"] = "close"
        protocol.response_bytes(answer.status_code, [*answer.headers.items()], answer.get_data())

    async def _answer(self, scope: Any, protocol: Any) -> Response:
        body = bytearray()
        environ = _environ(scope)
        try:
            await self._come(scope, protocol, body)
            environ |= {"wsgi.input": BytesIO(body), CAME: monotonic()}
            lane = self.looks.get(scope.path.rstrip("/"), self.calls)
            return await lane.done(lambda: self._answered(environ))
        except (Busy, TooSlow, TookTooLong) as failure:
            refused = self._refused(failure, environ)
            if CAME not in environ:
                refused.headers["Connection"] = "close"  # the rest of the body is still to come
            return refused
        finally:
            self.held -= len(body)

    async def _come(self, scope: Any, protocol: Any, body: bytearray) -> None:
        """Until the body is there, as far as it is read. Raises Busy, TooSlow."""
        try:
            async with asyncio.timeout(BODY_WITHIN_S):
                announced = scope.headers.get("content-length") or "0"  # the server lets only numbers through
                if int(announced) <= _MOST_READ_AWAY:
                    await self._collect(protocol, body)
        except TimeoutError:
            raise TooSlow from None

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
            return self._refused(failure, environ)

    def _refused(self, failure: Exception, environ: dict[str, Any]) -> Response:
        """The answer to a call that the application did not see or could not answer itself; it has its line in the trail, too."""
        return Response.from_app(self._refusal, environ | {_WHY: failure}, buffered=True)


_WHY: Final = "spinal_cds.why"


def _refusal(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    failure: Exception = environ[_WHY]
    answer = answer_to(failure)
    meters.leave(TrailLine(hook="", status=answer.status, reason=word_for(failure)))
    return Response(answer.body, answer.status, {**answer.headers}, content_type=JSON)(environ, start_response)


def _environ(scope: Any) -> dict[str, Any]:
    """All but the body."""
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
        "wsgi.input": BytesIO(),
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
