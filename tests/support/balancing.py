"""A balancer as hospitals have one in front: it deals connections out in turn among those instances whose /readyz says 200.

What may not live here: which instances there are, and what is called.
"""

from __future__ import annotations

import contextlib
import http.client
import itertools
import socket
import socketserver
import threading
from collections.abc import Iterator
from contextlib import closing
from http import HTTPStatus

HOST = "127.0.0.1"
_LONG_S = 60.0
_LOOKS_EVERY_S = 0.2


class Balancer(socketserver.ThreadingTCPServer):
    """`instances` are their ports; they may be changed at any time."""

    daemon_threads = True
    request_queue_size = 256

    def __init__(self) -> None:
        super().__init__((HOST, 0), _Line)
        self.instances: tuple[int, ...] = ()
        self._turns = itertools.count()
        self._changed = threading.Condition()
        self._healthy: tuple[int, ...] = ()

    @property
    def port(self) -> int:
        found: int = self.server_address[1]
        return found

    def next_in_turn(self) -> int:
        healthy = self._healthy
        return healthy[next(self._turns) % len(healthy)]

    def wait_until_healthy(self, *ports: int) -> None:
        """Exactly these."""
        with self._changed:
            assert self._changed.wait_for(lambda: set(self._healthy) == set(ports), _LONG_S), self._healthy

    def look(self, over: threading.Event) -> None:
        while not over.wait(_LOOKS_EVERY_S):
            found = tuple(port for port in self.instances if _is_ready(port))
            with self._changed:
                self._healthy = found
                self._changed.notify_all()


class _Line(socketserver.BaseRequestHandler):
    """One connection of a caller, and the one to an instance that it was given; bytes go on as they come."""

    server: Balancer

    def handle(self) -> None:
        with socket.create_connection((HOST, self.server.next_in_turn())) as behind:
            back = threading.Thread(target=_hand_on, args=(behind, self.request), daemon=True)
            back.start()
            _hand_on(self.request, behind)
            back.join()


def _hand_on(come: socket.socket, go: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while piece := come.recv(65_536):
            go.sendall(piece)
    with contextlib.suppress(OSError):
        go.shutdown(socket.SHUT_RDWR)


def _is_ready(port: int) -> bool:
    with contextlib.suppress(OSError), closing(http.client.HTTPConnection(HOST, port, timeout=_LONG_S)) as line:
        line.request("GET", "/readyz")
        return line.getresponse().status == HTTPStatus.OK
    return False


@contextlib.contextmanager
def balancing() -> Iterator[Balancer]:
    """Until the block ends."""
    over = threading.Event()
    with Balancer() as found:
        threads = [threading.Thread(target=found.serve_forever, kwargs={"poll_interval": 0.05})]
        threads.append(threading.Thread(target=found.look, args=(over,)))
        for thread in threads:
            thread.start()
        try:
            yield found
        finally:
            over.set()
            found.shutdown()
            for thread in threads:
                thread.join()
