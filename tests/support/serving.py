"""The service as a hospital runs it: a process of its own, started by its command, asked over a socket.

All that it says is kept in a file. What may not live here: what is asked, and what must come back.
"""

from __future__ import annotations

import contextlib
import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import orjson
import pytest

from tests.conftest import free_port
from tests.support.calls import Json

HOST = "127.0.0.1"
SITE = Path(__file__).parents[2] / "deploy" / "sites" / "development.toml"
_STARTS_WITHIN_S = 120.0
_STOPS_WITHIN_S = 30.0
_ASKED_AGAIN_AFTER_S = 0.5
_ANSWERS_WITHIN_S = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One answer over HTTP."""

    status: int
    headers: Mapping[str, str]
    raw: bytes

    @property
    def body(self) -> Json:
        found: Json = orjson.loads(self.raw)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A service that answers."""

    port: int
    log: Path
    process: subprocess.Popen[bytes]

    def ask(
        self, path: str, body: bytes | None = None, headers: Mapping[str, str] | None = None, method: str = ""
    ) -> Reply:
        """One request on a connection of its own; POST where there is a body."""
        sent = {"Content-Type": "application/json"} if body is not None else {}
        connection = http.client.HTTPConnection(HOST, self.port, timeout=_ANSWERS_WITHIN_S)
        with contextlib.closing(connection):
            connection.request(method or ("GET" if body is None else "POST"), path, body, sent | dict(headers or {}))
            answer = connection.getresponse()
            return Reply(status=answer.status, headers=dict(answer.getheaders()), raw=answer.read())

    def connect(self) -> socket.socket:
        return socket.create_connection((HOST, self.port), timeout=_ANSWERS_WITHIN_S)

    def raw(self, sent: bytes, *, ends: bool = False) -> bytes:
        """All that comes back for these bytes until the server closes: ask it to, or end the sending."""
        pieces = []
        with self.connect() as connection:
            with contextlib.suppress(OSError):  # the server may close before all of it was read
                connection.sendall(sent)
                if ends:
                    connection.shutdown(socket.SHUT_WR)
            with contextlib.suppress(ConnectionResetError):
                while piece := connection.recv(65_536):
                    pieces.append(piece)
        return b"".join(pieces)

    def stop(self) -> int:
        """Ends it as its operator does, and says its exit status."""
        self.process.terminate()
        return self.process.wait(_STOPS_WITHIN_S)

    def stop_in_haste(self) -> int:
        """The same by an operator who asks twice, so that nobody is given the time to see it on /readyz."""
        self.process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            return self.process.wait(_ASKED_AGAIN_AFTER_S)
        return self.stop()


@contextlib.contextmanager
def serving(
    folder: Path, *, module: str = "cds_hooks.cli", site: Path | str = SITE, **settings: str
) -> Iterator[Served]:
    """`spinal-cds serve` with the site of `make run`, or another, and these variables, until the block ends. Whatever it
    writes, it writes into the folder.
    """
    port, log = free_port(), folder / "said.log"
    (folder / "tmp").mkdir(exist_ok=True)
    environment = os.environ | {
        "PYTHONPATH": str(SITE.parents[2]),
        "TMPDIR": str(folder / "tmp"),
        "PYTHONDONTWRITEBYTECODE": "",  # what the first one has compiled, the next ones of a run need not
        "PYTHONPYCACHEPREFIX": str(folder.parent / "bytecode"),
        "SPINAL_CDS__SERVER__PORT": str(port),
        "SPINAL_CDS__PUBLIC_URL": f"http://{HOST}:{port}",
        "SPINAL_CDS__STORE__URL": f"sqlite:///{folder / 'store.db'}",
        **settings,
    }
    arguments = [sys.executable, "-m", module, "serve", "--site", str(site)]
    with (
        log.open("wb") as said,
        subprocess.Popen(arguments, env=environment, cwd=folder, stdout=said, stderr=said) as process,
    ):
        served = Served(port=port, log=log, process=process)
        try:
            _wait(served)
            yield served
        finally:
            if process.poll() is None:
                served.stop_in_haste()


def _wait(served: Served) -> None:
    ends = time.monotonic() + _STARTS_WITHIN_S
    while time.monotonic() < ends and served.process.poll() is None:
        with contextlib.suppress(OSError):
            if served.ask("/livez").status == http.HTTPStatus.OK:
                return
        time.sleep(0.1)
    pytest.fail(f"the service did not start:\n{served.log.read_text(encoding='utf-8', errors='replace')[-2000:]}")
