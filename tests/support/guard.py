"""Nothing leaves this process: every name and every address leads to listeners on 127.0.0.1, and is written down.

For tests in which the code under test must call nobody else; it holds even when that code fails. What may not live here:
who was allowed to be called.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

HERE = "127.0.0.1"
_LOCAL = frozenset({HERE, "localhost", HERE.encode(), b"localhost"})
_NOBODY = ".invalid"


@dataclass
class Guard:
    """`elsewhere` holds every name and address that was not this machine's, in the order of the attempts; `here` its own ports.

    All of the former are led to the listener at `trap`. Names that end in ".invalid" cannot be resolved.
    """

    trap: int
    elsewhere: list[str] = field(default_factory=list)
    here: list[object] = field(default_factory=list)

    def port_for(self, host: object, port: object) -> object:
        """The port on this machine that answers for a host."""
        if host in _LOCAL:
            self.here.append(port)
            return port
        self.elsewhere.append(str(host))
        return self.trap


@contextmanager
def guarded(trap: int) -> Iterator[Guard]:
    """Until the block ends; `trap` is the port of the listener that stands in for the rest of the world."""
    guard = Guard(trap)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", _resolver(guard, socket.getaddrinfo))
        for name in ("gethostbyname", "gethostbyname_ex", "gethostbyaddr"):
            patch.setattr(socket, name, _refuse)
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, _connector(guard, getattr(socket.socket, name)), raising=False)
        for name in ("sendto", "sendmsg"):
            patch.setattr(socket.socket, name, _refuse, raising=False)
        yield guard


def _resolver(guard: Guard, resolve: Callable[..., Any]) -> Callable[..., Any]:
    def getaddrinfo(host: Any, port: Any, *rest: Any, **named: Any) -> Any:
        if str(host).endswith(_NOBODY):
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        return resolve(HERE, guard.port_for(host, port), *rest, **named)

    return getaddrinfo


def _connector(guard: Guard, connect: Callable[..., Any]) -> Callable[..., Any]:
    def connected(self: socket.socket, address: Any) -> Any:
        if self.family != socket.AF_INET:
            raise PermissionError("only 127.0.0.1 is reachable from a test")
        return connect(self, (HERE, guard.port_for(*address)))

    return connected


def _refuse(*_: object, **__: object) -> None:
    raise PermissionError("only listeners on 127.0.0.1 are reachable from a test")
