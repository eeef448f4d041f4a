"""A whole internet on 127.0.0.1: names with answers, addresses with houses, and a trap at every other address.

For tests in which the code under test is led astray: each name is answered as the test says, each connection ends at a
listener of this process, and all of it is written down. Nothing can leave, also when the code under test fails. What may
not live here: who may be called.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

HERE = "127.0.0.1"
UNKNOWN = "203.0.113.66"
"""Where a name leads that has no answer of its own."""
Door = tuple[str, int]
"""An IP address and a port."""


@dataclass
class Internet:
    """`answers` holds for a name what it leads to, one answer after the other, and from the start again.

    `houses` are the doors behind which a listener of ours stands, with its port; all others lead to the one at `trap`.
    `asked` are the names that were asked for, `called` the doors.
    """

    trap: int
    answers: dict[str, Sequence[Sequence[str]]] = field(default_factory=dict)
    houses: Mapping[Door, int] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    called: list[Door] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def forget(self) -> None:
        self.asked.clear()
        self.called.clear()

    def resolve(self, name: str) -> Sequence[str]:
        """The next answer for a name."""
        with self._lock:
            told = self.asked.count(name)
            self.asked.append(name)
        answers = self.answers.get(name, ((UNKNOWN,),))
        return answers[told % len(answers)]

    def lead(self, address: str, port: int) -> int:
        """The port on this machine behind a door."""
        self.called.append((address, port))
        return self.houses.get((address, port), self.trap)


@contextmanager
def internet(trap: int, houses: Mapping[Door, int]) -> Iterator[Internet]:
    """Until the block ends; `trap` is the port of the listener that stands in for the rest of the world."""
    there = Internet(trap=trap, houses=houses)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", _resolver(there, socket.getaddrinfo))
        for name in ("gethostbyname", "gethostbyname_ex", "gethostbyaddr"):
            patch.setattr(socket, name, _refuse)
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, _connector(there, getattr(socket.socket, name)), raising=False)
        for name in ("sendto", "sendmsg"):
            patch.setattr(socket.socket, name, _refuse, raising=False)
        yield there


def _resolver(there: Internet, resolve: Callable[..., Any]) -> Callable[..., Any]:
    def numeric(host: str, port: Any, *rest: Any) -> Any:
        return resolve(host, port, *rest, flags=socket.AI_NUMERICHOST)

    def getaddrinfo(host: Any, port: Any, family: int = 0, kind: int = 0, proto: int = 0, flags: int = 0) -> Any:  # noqa: ARG001
        name = host.decode() if isinstance(host, bytes) else str(host)
        try:  # also what only C takes for an address: 127.1, 0x7f000001, 2130706433
            return numeric(name, port, family, kind, proto)
        except socket.gaierror:
            return [each for found in there.resolve(name) for each in numeric(found, port, family, kind, proto)]

    return getaddrinfo


def _connector(there: Internet, connect: Callable[..., Any]) -> Callable[..., Any]:
    def connected(self: socket.socket, address: Any) -> Any:
        port = there.lead(str(address[0]), int(address[1]))
        return connect(self, (f"::ffff:{HERE}" if self.family == socket.AF_INET6 else HERE, port))

    return connected


def _refuse(*_: object, **__: object) -> None:
    raise PermissionError("only listeners on 127.0.0.1 are reachable from a test")
