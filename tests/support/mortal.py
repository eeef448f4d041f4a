"""A service that is killed and is there again at once: `spinal-cds serve`, forked from a process that has imported it.

Importing takes seconds, so that a hundred new starts would take minutes. Run as a program this module is that process: each
line that it reads names a port, and it answers with the number of the process group that serves there.

What may not live here: what is expected of a service that was killed.
"""

from __future__ import annotations

import contextlib
import http.client
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cds_hooks import cli
from fhir_profiles.reading import get_ready
from tests.conftest import free_port
from tests.house.tree import ROOT
from tests.support.ledgers import LONG_S

_HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Life:
    """One life of the service."""

    port: int
    group: int

    def kill(self) -> None:
        """All of its processes at once, without a word before."""
        os.killpg(self.group, signal.SIGKILL)

    def connection(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection(_HOST, self.port, timeout=LONG_S)

    def wait_until_ready(self) -> None:
        ends, pause = time.monotonic() + LONG_S, threading.Event()
        while time.monotonic() < ends:
            with contextlib.suppress(OSError), contextlib.closing(self.connection()) as connection:
                connection.request("GET", "/readyz")
                if connection.getresponse().status == http.HTTPStatus.OK:
                    return
            pause.wait(0.005)
        raise AssertionError("it did not become ready")


class Mortal:
    """Gives one life after the other; the one before has to be over."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.life: Life | None = None

    def begin(self) -> Life:
        assert self._process.stdin
        assert self._process.stdout
        port = free_port()
        self._process.stdin.write(f"{port}\n")
        self._process.stdin.flush()
        self.life = Life(port, int(self._process.stdout.readline()))
        self.life.wait_until_ready()
        return self.life


@contextlib.contextmanager
def mortal(settings: Mapping[str, str]) -> Iterator[Mortal]:
    """As long as the block lasts; `settings` are variables of the environment."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.mortal"],
        cwd=ROOT,
        env=os.environ | dict(settings),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    made = Mortal(process)
    with process:
        try:
            yield made
        finally:
            process.kill()
            if made.life:
                with contextlib.suppress(ProcessLookupError):
                    made.life.kill()


def _main() -> None:
    get_ready()
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            os.setsid()
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            os.environ["SPINAL_CDS__SERVER__PORT"] = line.strip()
            os._exit(cli.main(["serve"]))
        print(child, flush=True)  # noqa: T201  its answer
        os.waitid(os.P_PID, child, os.WEXITED)


if __name__ == "__main__":
    _main()
