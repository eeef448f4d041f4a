"""How is the service served? The web server with its workers: how they are started, replaced and ended.

What may not live here: how a command is spelt (`cli`), what goes on inside a worker (`worker`), what a call means (`app`).
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import socket
import sys
from pathlib import Path
from time import monotonic
from typing import Any, Final

from granian.constants import HTTPModes, Interfaces, Loops
from granian.http import HTTP1Settings
from granian.net import SocketSpec  # type: ignore[attr-defined]  # it says nowhere what it exports
from granian.server.mp import MPServer

from cds_hooks import logs, meters
from cds_hooks.app import app_of, keep_for_good
from cds_hooks.desk import open_desk
from cds_hooks.instance import Instance
from cds_hooks.intake import Intake
from cds_hooks.listening import address_to_listen_on
from cds_hooks.site import Site, SiteMistakes, load_site
from cds_hooks.worker import Worker
from fhir_profiles.reading import get_ready

SITE_VARIABLE = "SPINAL_CDS_SITE"
"""Names the site file where no option does."""
CALLS_AT_ONCE: Final = 16
"""In each worker; a call mostly waits for a FHIR server."""
CALLS_WAITING: Final = 64
"""In each worker, for one of those: more than a worker answers in the second that they may wait."""
TAKEN_AWAY_WITHIN_S: Final = 5.0
"""In production: so long whoever deals out calls has to see on /readyz that this instance is about to end."""
ENDS_WITHIN_S: Final = 20
"""A worker after it was told to: ten seconds for a body, one for a thread, five for an answer. Then it is killed."""

_WORKERS_AT_MOST = 4
_LARGEST_HEAD = 128 * 1024  # bytes of request line and headers
_IDLE_MS = 75_000  # longer than usual proxies keep a connection, so that it is they who close it
_CONNECTIONS_WAITING = 1_024
_CONNECTIONS = 512
"""Of each worker: with files and connections of its own it stays below the 1,024 that a process usually may have open."""
_COMES_UP_WITHIN_S = 60.0
_NEEDS_RESTART = "mode", "server"
_DEVELOPMENT_WARNING = """\
********************************************************************************
*  DEVELOPMENT MODE: no token is asked for. Whoever reaches this port may call. *
*  Never with real patients.                                                   *
********************************************************************************"""


def application(site: Site | None = None, instance: Instance | None = None) -> Worker:
    """What each worker of the server runs."""
    logs.nothing_beside()
    desk, instance = open_desk(site or site_of_environment()), instance or Instance()
    made = app_of(desk, instance)
    keep_for_good()
    return Worker(Intake(made, desk.site, threads=CALLS_AT_ONCE, waiting=CALLS_WAITING), desk, instance)


def serve(site_file: Path | None) -> None:
    """Until it is told to end. Raises SiteMistakes, CannotListen, meters.NoFolder."""
    site = site_of(site_file)
    if not site.production:
        _say(_DEVELOPMENT_WARNING)
    address = address_to_listen_on(site.server.host, site.server.port)
    _say(f"Serving {site.public_url}/cds-services on {site.server.host}:{site.server.port}")
    multiprocessing.set_start_method("fork", force=True)  # workers share the socket and the instance's memory with us
    get_ready()  # before there are workers, so that none of them has to
    with meters.shared_folder():
        _Server(site, address).run()


def site_of(site_file: Path | None) -> Site:
    """The site of this file, from now on named by the environment, too; of the environment's own, if none is given."""
    if site_file is not None:
        os.environ[SITE_VARIABLE] = str(site_file.resolve())
    return site_of_environment()


def site_of_environment() -> Site:
    """The site whose file the environment names. Raises SiteMistakes."""
    named = os.environ.get(SITE_VARIABLE)
    return load_site(Path(named) if named else None, os.environ)


def workers_for(site: Site) -> int:
    """One for each processor: a call is mostly reckoning, and Python reckons one call at a time (`docs/explanation/scale.md`)."""
    return min(_WORKERS_AT_MOST, os.cpu_count() or 1) if site.production else 1


class _Server(MPServer):  # its methods have no types, hence `no-untyped-call`
    """The main process. It answers no call; it starts workers, replaces those that ended, and ends them."""

    def __init__(self, site: Site, address: str) -> None:
        super().__init__(
            "spinal-cds",
            interface=Interfaces.RSGI,
            http=HTTPModes.http1,  # what EHRs and proxies speak; a second protocol would be a second parser
            http1_settings=HTTP1Settings(max_buffer_size=_LARGEST_HEAD, header_read_timeout=_IDLE_MS),
            loop=Loops.asyncio,
            address=address,
            port=site.server.port,
            backlog=_CONNECTIONS_WAITING,
            backpressure=_CONNECTIONS,
            workers=workers_for(site),
            respawn_failed_workers=True,
            respawn_interval=0,  # a new worker is waited for until it is up, below
            workers_kill_timeout=ENDS_WITHIN_S,
            websockets=False,
            log_dictconfig=dict(logs.SERVED),
            log_access=False,  # an address of a call may name a patient
        )
        self._site, self._instance = site, Instance()

    def run(self) -> None:
        loader: Any = (
            self._worker
        )  # what it makes is no function but has `__rsgi__`, which the server's types do not know
        self.serve(target_loader=loader, wrap_loader=False)

    def _worker(self) -> Worker:
        """Called in each new process, with the site that was checked last, not with what the file may say by now."""
        signal.signal(
            signal.SIGTERM, signal.SIG_DFL
        )  # until it has a loop, what it inherited from us would hear and do nothing
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        return application(self._site, self._instance)

    def signal_handler_reload(self, *_: Any, **__: Any) -> None:
        """SIGHUP: the site file is read again. With a mistake in it everything stays as it is."""
        try:
            found = site_of_environment()
        except SiteMistakes as mistaken:
            _say("The site file is not taken over; what was in force stays in force:", *mistaken.mistakes)
            return
        changed = [name for name in _NEEDS_RESTART if getattr(found, name) != getattr(self._site, name)]
        if changed:
            _say(f"The site file is not taken over: a change of {' and '.join(changed)} needs a restart.")
            return
        self._site = found
        _say("The site file was read again; the workers are replaced one after the other.")
        super().signal_handler_reload()  # type: ignore[no-untyped-call]

    def shutdown(self, exit_code: int = 0) -> None:
        """Whoever deals out calls is told first; until it has seen that, or we are told again, calls are answered as before."""
        self._instance.leaving = True
        if self.interrupt_signal and self._site.production:
            self.main_loop_interrupt.clear()
            self.main_loop_interrupt.wait(TAKEN_AWAY_WITHIN_S)
        super().shutdown(exit_code)  # type: ignore[no-untyped-call]

    def _init_shared_socket(self) -> None:
        """One socket for all workers, kept open here: while one is replaced, whoever connects waits for another.

        With a socket for each, as the server has it on Linux, those in its row would be cut off.
        """
        self._ssp = None
        holder: Any = SocketSpec(self.bind_addr, self.bind_port, self.backlog).build()
        self._shd = holder
        self._sso = socket.socket(fileno=holder.get_fd())

    def _spawn_worker(self, idx: int, target: Any, callback_loader: Any) -> Any:  # type: ignore[override]  # as the server's own
        """A worker that takes another's place is waited for, so that the other ends only when this one takes calls."""
        made: Any = super()._spawn_worker(idx, target, callback_loader)
        if self.respawned_wrks:
            begins = made.start

            def start() -> None:
                self._instance.new_worker_is_up = False
                begins()
                self._wait_for(made)

            made.start = start
        return made

    def _wait_for(self, worker: Any) -> None:
        ends = monotonic() + _COMES_UP_WITHIN_S
        while worker.is_alive() and not self._instance.new_worker_is_up and monotonic() < ends:
            worker.join(0.05)


def _say(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()
