"""A FHIR server of a test: answers from the prefetch of one call, and remembers what it was asked.

For faults and odd answers that no real server gives on command. What may not live here: what is expected of the service.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from fhir_profiles.queries import QUERIES
from tests.support.calls import Json


class Hospital(ThreadingHTTPServer):
    """Its base address is `base_url`; `faults` says for a key which (status, headers, body) goes out instead.

    `pages` answers what asks for `?page=`. `seen` holds each path with the token that came with it, `asked` the keys, `heads`
    the headers of each.
    """

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, record: Json) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.record = record
        self.faults: dict[str, tuple[int, dict[str, str], bytes]] = {}
        self.pages: dict[str, Json] = {}
        self.seen: list[tuple[str, str | None]] = []
        self.heads: list[dict[str, str]] = []

    def handle_error(self, *_: object) -> None:
        """A service that has all it waited for hangs up; that is no error of the server."""

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    @property
    def base_url(self) -> str:
        return f"{self.origin}/r4"

    @property
    def asked(self) -> list[str]:
        """The key of each read, or "page n"."""
        return [key_of(path) for path, _ in self.seen]

    def answer(self, path: str) -> tuple[int, dict[str, str], bytes]:
        key = key_of(path)
        if key.startswith("page "):
            return 200, {}, json.dumps(self.pages[key.removeprefix("page ")]).encode()
        return self.faults.get(key, (200, {}, json.dumps(self.record.get(key)).encode()))


def key_of(path: str) -> str:
    """The key of contract 3 that a path asks for; "page n" for a further page, "Binary" and the like for anything else."""
    parts = urlsplit(path)
    parameters = parse_qs(parts.query)
    if "page" in parameters:
        return f"page {parameters['page'][0]}"
    resource_type = parts.path.removeprefix("/r4/").partition("/")[0]
    if resource_type == "Observation":
        return "labs" if "_sort" in parameters else "findings"
    return next((each.key for each in QUERIES if each.resource_type == resource_type), resource_type)


class Handler(BaseHTTPRequestHandler):
    server: Hospital
    disable_nagle_algorithm = True  # or a kept connection waits 40 ms between the headers and the body

    def do_GET(self) -> None:
        self.server.seen.append((self.path, self.headers.get("Authorization")))
        self.server.heads.append({name.lower(): value for name, value in self.headers.items()})
        status, headers, body = self.server.answer(self.path)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        pass


@contextmanager
def hospital(record: Json) -> Iterator[Hospital]:
    """A server that holds this record, given as the prefetch of a call, until the block ends."""
    with Hospital(record) as found:
        thread = threading.Thread(target=found.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield found
        finally:
            found.shutdown()
            thread.join()
