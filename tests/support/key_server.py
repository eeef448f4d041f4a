"""A server of a test that publishes a key set, and counts how often it was asked.

What may not live here: which keys, and what is made of them.
"""

from __future__ import annotations

import json
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.support.signing import Json

PATH = "/jwks.json"


class KeyServer(ThreadingHTTPServer):
    """`document` goes out, or what `answer` says: status, headers, body. `before` is called with each request first."""

    daemon_threads = True

    def __init__(self, document: Json, tls: ssl.SSLContext | None) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.document: object = document
        self.answer: tuple[int, dict[str, str], bytes] | None = None
        self.before: Callable[[], object] = lambda: None
        self.asked: list[str] = []
        self.tls = tls
        if tls is not None:
            self.socket = tls.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)

    def handle_error(self, *_: object) -> None:
        """A service that has waited long enough hangs up; that is no error of the server."""

    @property
    def address(self) -> str:
        return f"http{'s' if self.tls else ''}://127.0.0.1:{self.server_address[1]}{PATH}"


class Handler(BaseHTTPRequestHandler):
    server: KeyServer
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.server.before()
        body = json.dumps(self.server.document).encode()
        status, headers, body = self.server.answer or (200, {"Content-Type": "application/json"}, body)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        pass


@contextmanager
def publishing(document: Json, tls: ssl.SSLContext | None = None) -> Iterator[KeyServer]:
    """A server that publishes this key set, until the block ends."""
    with KeyServer(document, tls) as found:
        thread = threading.Thread(target=found.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield found
        finally:
            found.shutdown()
            thread.join()
