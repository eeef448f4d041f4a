"""A real PostgreSQL for tests: made anew in a temporary folder, on 127.0.0.1 only, gone with the block that started it.

It may be stopped, killed and started again while the block lasts. What may not live here: what is kept in it.
"""

from __future__ import annotations

import contextlib
import os
import pwd
import secrets
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import psycopg

from tests.conftest import free_port
from tests.support.installed import Missing

_DEBIANS = "/usr/lib/postgresql"
_USER = "cds"
_STARTS_WITHIN_S = 60
_NUMBERS = count(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Postgres:
    """One server. Its data are in `folder`; `password` is of this run only."""

    programs: Path
    folder: Path
    port: int
    password: str = field(repr=False)
    fsync: bool = False

    def new_place(self) -> str:
        """The url of a place in which there is nothing yet: a schema, which costs three hundred files less than a database."""
        name = f"place_{next(_NUMBERS)}"
        with self.connected() as connection:
            connection.execute(f"CREATE SCHEMA {name}")
        return f"postgresql+psycopg://{self._at}?options=-csearch_path%3D{name}"

    def start(self) -> None:
        """Nothing is forced onto the disk but by `fsync`: no test pulls the plug of the machine, and it takes long."""
        settings = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c max_connections=60"
        settings += f" -c fsync={'on' if self.fsync else 'off'}"
        self._ask("pg_ctl", "start", "-w", "-t", str(_STARTS_WITHIN_S), "-o", settings, "-l", str(self.folder / "log"))

    def stop(self, mode: str = "fast") -> None:
        """As an administrator would: whoever is connected is told, and put out. "immediate": nothing is written any more."""
        self._ask("pg_ctl", "stop", "-w", "-m", mode)

    def backends(self) -> list[int]:
        """The processes that serve a connection, but for the one that is asked."""
        others = "SELECT pid FROM pg_stat_activity WHERE datname IS NOT NULL AND pid <> pg_backend_pid()"
        with self.connected() as connection:
            found = connection.execute(others).fetchall()
        return [pid for (pid,) in found]

    @contextlib.contextmanager
    def frozen(self) -> Iterator[None]:
        """Every process of the server is there and does nothing: whoever asks gets no answer, and no refusal either."""
        main = int((self.folder / "data" / "postmaster.pid").read_text(encoding="utf-8").splitlines()[0])
        every = [main, *_children(main)]
        _tell(every, signal.SIGSTOP)
        try:
            yield
        finally:
            _tell(every, signal.SIGCONT)

    def connected(self) -> psycopg.Connection[tuple[Any, ...]]:
        """As soon as it answers: one that was killed first reads its log."""
        ends, pause = time.monotonic() + _STARTS_WITHIN_S, threading.Event()
        while True:
            try:
                return psycopg.connect(f"postgresql://{self._at}", autocommit=True)
            except psycopg.OperationalError:
                assert time.monotonic() < ends, "PostgreSQL does not answer any more"
                pause.wait(0.05)

    @property
    def _at(self) -> str:
        return f"{_USER}:{self.password}@127.0.0.1:{self.port}/postgres"

    def _ask(self, program: str, *arguments: str) -> None:
        data = ("-D", str(self.folder / "data"))
        done = subprocess.run(
            [str(self.programs / program), *data, *arguments],
            user=_somebody_else(),
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=2 * _STARTS_WITHIN_S,
        )
        assert done.returncode == 0, done.stdout


@contextlib.contextmanager
def running(*, fsync: bool = False) -> Iterator[Postgres]:
    """A server that answers. Raises Missing without its programs."""
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="ledger-"))  # not pytest's own: those nobody else may enter
    password = secrets.token_urlsafe()
    server = Postgres(programs=programs, folder=folder, port=free_port(), password=password, fsync=fsync)
    try:
        _make(server)
        server.start()
        try:
            yield server
        finally:
            server.stop("immediate")
    finally:
        shutil.rmtree(folder)


def _make(server: Postgres) -> None:
    secret = server.folder / "password"
    secret.write_text(server.password, encoding="utf-8")
    if user := _somebody_else():
        for path in (server.folder, secret):
            shutil.chown(path, user)
    made_for = ("-U", _USER, "--auth=scram-sha-256", f"--pwfile={secret}", "--encoding=UTF8", "--locale=C")
    server._ask("initdb", *made_for)


def _programs() -> Path:
    """Where they are; Debian has no PostgreSQL server on the PATH."""
    places = sorted(Path(_DEBIANS).glob("*/bin"), key=lambda place: int(place.parent.name), reverse=True)
    found = shutil.which("initdb", path=os.pathsep.join([os.environ.get("PATH", ""), *map(str, places)]))
    if found is None:
        raise Missing("a PostgreSQL server is not on this machine (Debian's package: postgresql)")
    return Path(found).parent


def _somebody_else() -> str | None:
    """PostgreSQL refuses to be started by root: then it is another user of this machine who starts it."""
    if os.geteuid() != 0:
        return None
    names = {user.pw_name for user in pwd.getpwall()}
    for name in ("postgres", "nobody"):
        if name in names:
            return name
    raise Missing("root cannot start a PostgreSQL server, and there is no user postgres or nobody")


def _tell(pids: Sequence[int], what: signal.Signals) -> None:
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):  # a process of the server's may have ended by itself meanwhile
            os.kill(pid, what)


def _children(pid: int) -> list[int]:
    told = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    return [int(one) for one in told.split()]
