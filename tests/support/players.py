"""A FHIR server that plays faults: in place of its answer for a key it does on its socket what a play says.

A server that hangs does so until `over`; it never sleeps. What may not live here: the faults themselves (`faults`).
"""

from __future__ import annotations

import contextlib
import json
import socket
import struct
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from tests.support.calls import Json
from tests.support.hospital import Handler, Hospital, key_of

Headers = Mapping[str, str]

_PACE = 0.005
"""Seconds between two pieces of a drip; nothing waits for it."""
_LONGEST = 60.0
"""Seconds after which even a server that hangs gives up, so that a service that waits for it fails and does not hang."""


class Player(Hospital):
    """A FHIR server that plays `playing[key]` in place of its answer for that key, until `over`.

    `foreign` is an address on another server. `started`: a play began; `ended`: one came to its end by itself, and not
    because the client hung up.
    """

    def __init__(self, record: Json, foreign: str = "http://elsewhere.example/r4") -> None:
        super().__init__(record)
        self.RequestHandlerClass = Performance
        self.playing: dict[str, Fault] = {}
        self.foreign = foreign
        self.over = threading.Event()
        self.started = threading.Event()
        self.ended = threading.Event()
        self.connections = 0
        self._counting = threading.Lock()

    def process_request(self, request: Any, client_address: Any) -> None:
        """Count each connection that is accepted."""
        with self._counting:
            self.connections += 1
        super().process_request(request, client_address)


class Performance(Handler):
    """One connection of a Player. Its methods are what a play is made of."""

    protocol_version = "HTTP/1.1"
    server: Player

    def do_GET(self) -> None:
        fault = self.server.playing.get(self.key)
        if fault is None or fault.play is None:
            super().do_GET()
            return
        self.server.seen.append((self.path, self.headers.get("Authorization")))
        self.server.started.set()
        with contextlib.suppress(OSError):
            fault.play(self)
            self.server.ended.set()

    @property
    def key(self) -> str:
        """The key of contract 3 that is asked for; "Binary" for a document."""
        return key_of(self.path)

    def say(self, body: bytes | str | Json | list[Any], status: int = 200, headers: Headers | None = None) -> None:
        """A whole answer."""
        sent = body if isinstance(body, bytes) else (body if isinstance(body, str) else json.dumps(body)).encode()
        self.send_response(status)
        for name, value in ({"Content-Type": "application/fhir+json"} | dict(headers or {})).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(sent)))
        self.end_headers()
        self.wfile.write(sent)

    def raw(self, *pieces: bytes) -> None:
        """Just these bytes, and the end of the connection."""
        self.close_connection = True
        for piece in pieces:
            self.wfile.write(piece)

    def hold(self, *pieces: bytes) -> None:
        """These bytes, and then nothing more."""
        self.raw(*pieces)
        self.server.over.wait(_LONGEST)

    def drip(self, start: bytes, piece: bytes) -> None:
        """A beginning, and then piece after piece without an end."""
        self.raw(start)
        for _ in range(int(_LONGEST / _PACE)):
            if self.server.over.wait(_PACE):
                break
            self.wfile.write(piece)

    def reset(self, *pieces: bytes) -> None:
        """These bytes, and the connection torn off."""
        self.raw(*pieces)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    @property
    def record(self) -> Json:
        """What a healthy server would answer; a Bundle without links for what is no search."""
        held: Json = self.server.record.get(self.key) or {"resourceType": "Bundle", "type": "searchset"}
        return held

    def going_on(self, link: str) -> Json:
        """The healthy answer with another page behind it."""
        return {**self.record, "link": [{"relation": "next", "url": link}]}


Play = Callable[[Performance], None]


@dataclass(frozen=True)
class Fault:
    """`play` answers in place of the server; `at` is another address than the server's, for what has no answer.

    `hangs`: the server never ends it. `partial`: what came is data, and more was lost.
    """

    play: Play | None
    hangs: bool = False
    partial: bool = False
    at: Callable[[Player], str] | None = None


@contextmanager
def performing(record: Json) -> Iterator[Player]:
    """A Player on this record, given as the prefetch of a call, until the block ends."""
    with Player(record) as player:
        thread = threading.Thread(target=player.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield player
        finally:
            player.over.set()
            player.shutdown()
            thread.join()
