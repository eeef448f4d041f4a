"""A server of a test that speaks TLS or not, as it is asked, and remembers who brought which token to which path.

What may not live here: what it answers, and where it seems to be (`internet`).
"""

from __future__ import annotations

import contextlib
import json
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeAlias

Answer: TypeAlias = tuple[int, Mapping[str, str], object]
"""Status, headers, and a body to be written as JSON."""

_TLS_BEGINS = b"\x16"


class House(ThreadingHTTPServer):
    """`says` is its answer to a path; `seen` holds each path with the token that came with it."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, says: Callable[[str], Answer], tls: ssl.SSLContext) -> None:
        super().__init__(("127.0.0.1", 0), _Request)
        self.says = says
        self.tls = tls
        self.seen: list[tuple[str, str | None]] = []

    @property
    def door(self) -> int:
        """Its port on this machine."""
        port: int = self.server_address[1]
        return port

    def finish_request(self, request: Any, client_address: Any) -> None:
        with contextlib.suppress(OSError):
            if request.recv(1, socket.MSG_PEEK) != _TLS_BEGINS:
                super().finish_request(request, client_address)
                return
            with self.tls.wrap_socket(request, server_side=True) as line:
                super().finish_request(line, client_address)

    def handle_error(self, *_: object) -> None:
        """Whoever hangs up is no error of the server."""


class _Request(BaseHTTPRequestHandler):
    server: House

    def do_GET(self) -> None:
        self.server.seen.append((self.path, self.headers.get("Authorization")))
        status, headers, body = self.server.says(self.path)
        sent = json.dumps(body).encode()
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **headers, "Content-Length": str(len(sent))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(sent)

    def do_CONNECT(self) -> None:
        """As a proxy: whoever is meant by the tunnel, its other end is here."""
        self.server.seen.append((self.path, self.headers.get("Authorization")))
        self.send_response(200)
        self.end_headers()
        self.server.finish_request(self.connection, self.client_address)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        pass


@contextmanager
def opened(house: House) -> Iterator[House]:
    """Until the block ends."""
    thread = threading.Thread(target=house.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield house
    finally:
        house.shutdown()
        thread.join()
        house.server_close()
