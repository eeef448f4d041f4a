"""How is a request ended that its server keeps open? The one who waits for it hangs up, whatever state it is in.

A time limit on a socket starts anew with each byte, so a server that drips would hold a worker for ever. What may not
live here: what is asked for, and what an answer is worth.
"""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
from collections.abc import Iterator
from typing import Any, Final

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPResponse, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from fhir_profiles.server.resolving import connect

_SWITCHBOARD: Final = threading.Lock()
"""A connection passes from one line to the next; hanging up must not meet the next one."""
_HERE: Final = threading.local()


class Line:
    """One piece of work, that sends one request after another, and that another thread may end."""

    def __init__(self) -> None:
        self.ended = False
        self._connection: _Connection | _TlsConnection | None = None

    @contextlib.contextmanager
    def open(self) -> Iterator[None]:
        """Requests of this thread belong to this line until the block ends."""
        _HERE.line = self
        try:
            yield
        finally:
            _HERE.line = None

    def hang_up(self) -> None:
        """End it: whatever waits for the server is told that the connection broke, and nothing further is asked."""
        with _SWITCHBOARD:
            self.ended = True
            connection = self._connection
            if connection is not None and connection.line is self and connection.sock is not None:
                with contextlib.suppress(OSError):  # the server may have closed it
                    connection.sock.shutdown(socket.SHUT_RDWR)

    def take(self, connection: _Connection | _TlsConnection) -> None:
        """From here on this connection works for this line. Raises ConnectionError when it was ended before."""
        with _SWITCHBOARD:
            if self.ended:
                raise ConnectionAbortedError
            self._connection, connection.line = connection, self


class _Response(http.client.HTTPResponse):
    """What arrives after a shutdown can still be read: a server that floods with "100 Continue" would be read for ever."""

    def _read_status(self) -> tuple[str, int, str]:
        line: Line | None = getattr(_HERE, "line", None)
        if line is not None and line.ended:
            raise ConnectionAbortedError
        return super()._read_status()  # type: ignore[misc,no-any-return]  # no door of the library stands in this loop


class _Connection(HTTPConnection):
    response_class = _Response
    line: Line | None = None

    def _new_conn(self) -> socket.socket:
        return connect(self)

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as in urllib3 itself
        _take(self)
        return super().getresponse()


class _TlsConnection(HTTPSConnection):
    response_class = _Response
    line: Line | None = None

    def _new_conn(self) -> socket.socket:
        return connect(self)

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as in urllib3 itself
        _take(self)
        return super().getresponse()


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection


class _TlsPool(HTTPSConnectionPool):
    ConnectionCls = _TlsConnection


class Adapter(HTTPAdapter):
    """Keeps connections open, lets a line have them, and lets `tls` say who is trusted at their other end."""

    def __init__(self, *, tls: ssl.SSLContext, size: int) -> None:
        self._tls = tls
        super().__init__(pool_connections=size, pool_maxsize=size)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, ssl_context=self._tls, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": _Pool, "https": _TlsPool}

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        manager = super().proxy_manager_for(proxy, ssl_context=self._tls, proxy_ssl_context=self._tls, **kwargs)
        manager.pool_classes_by_scheme = {"http": _Pool, "https": _TlsPool}
        return manager

    def cert_verify(self, *_: Any, **__: Any) -> None:
        """The library would add its own list of authorities here, and read it anew for each connection."""


def _take(connection: _Connection | _TlsConnection) -> None:
    """Connecting and sending end by themselves within the time limit; only from here on can a server drip."""
    line: Line | None = getattr(_HERE, "line", None)
    if line is not None:
        line.take(connection)
