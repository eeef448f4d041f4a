"""The main process: when does it start a worker, put another in its place, and end all of them? It answers no call.

Built on the inside of the web server's own, which `pyproject.toml` therefore pins (`docs/decisions/0014-serving.md`). What may
not live here: which site it is, and what a worker runs (`serving`).
"""

from __future__ import annotations

import logging
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from multiprocessing.connection import wait
from time import monotonic
from typing import Any, Final

from granian.constants import HTTPModes, Interfaces, Loops
from granian.http import HTTP1Settings
from granian.net import SocketSpec  # type: ignore[attr-defined]  # it says nowhere what it exports
from granian.server.mp import MPServer

from cds_hooks import logs
from cds_hooks.bell import Bell
from cds_hooks.instance import Instance
from cds_hooks.site import Site, SiteMistakes
from cds_hooks.worker import Worker

LOG = logging.getLogger("spinal_cds.main")
TAKEN_AWAY_WITHIN_S: Final = 5.0
"""In production: so long whoever deals out calls has to see on /readyz that this instance is about to end."""
ENDS_WITHIN_S: Final = 20
"""A worker after it was told to: ten seconds for a body, one for a thread, five for an answer. Then it is killed."""

_LARGEST_HEAD = 128 * 1024  # bytes of request line and headers
_IDLE_MS = 75_000  # longer than usual proxies keep a connection, so that it is they who close it
_CONNECTIONS_WAITING = 1_024
_CONNECTIONS = 512
"""Of each worker: with files and connections of its own it stays below the 1,024 that a process usually may have open."""
_COMES_UP_WITHIN_S = 60.0
_NEEDS_RESTART = "mode", "server"


class _DidNotComeUp(Exception):
    """The worker in whose place it was to come goes on."""


class MainProcess(MPServer):  # its methods have no types, hence `no-untyped-call`
    """Starts workers, replaces those that ended, and ends them. A signal only notes what is wanted; the loop does it."""

    def __init__(
        self,
        site: Site,
        address: str,
        *,
        workers: int,
        made: Callable[[Site, Instance], Worker],
        again: Callable[[], Site],
    ) -> None:
        """`made`: what each worker runs. `again`: reads the site file; raises SiteMistakes."""
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
            workers=workers,
            respawn_failed_workers=True,
            workers_kill_timeout=ENDS_WITHIN_S,
            websockets=False,
            log_dictconfig=dict(logs.SERVED),
            log_access=False,  # an address of a call may name a patient
        )
        self.main_loop_interrupt: Any = Bell()
        self._site, self._instance, self._made, self._again = site, Instance(), made, again
        self._told_to_end: list[float] = []

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
        return self._made(self._site, self._instance)

    def startup(self, *arguments: Any) -> None:
        """Whoever asks for a reload while we start (`serving`) is heard now."""
        super().startup(*arguments)  # type: ignore[no-untyped-call]
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGHUP})

    def signal_handler_interrupt(self, *_: Any, **__: Any) -> None:
        """SIGTERM: /readyz says so at once, also while workers are being replaced."""
        self._told_to_end.append(monotonic())
        self._instance.leaving = True
        super().signal_handler_interrupt()  # type: ignore[no-untyped-call]

    def _reload(self, spawn_target: Any, target_loader: Any) -> None:
        """SIGHUP: the site file is read again. With a mistake in it everything stays as it is."""
        self.reload_signal = False  # before it is read: who signals meanwhile wants it read once more
        before, found = self._site, self._read_again()
        if found is None:
            return
        self._site = found
        say("The site file was read again; the workers are replaced one after the other.")
        try:
            super()._reload(spawn_target, target_loader)  # type: ignore[no-untyped-call]
        except _DidNotComeUp:
            self._site = before
            if not self.interrupt_signal:
                say(
                    "A worker with the new settings did not come up; those that have not been replaced go on as they are."
                )

    def _read_again(self) -> Site | None:
        try:
            found = self._again()
        except SiteMistakes as mistaken:
            say("The site file is not taken over; what was in force stays in force:", *mistaken.mistakes)
            return None
        changed = [name for name in _NEEDS_RESTART if getattr(found, name) != getattr(self._site, name)]
        if changed:
            say(f"The site file is not taken over: a change of {' and '.join(changed)} needs a restart.")
            return None
        return found

    def _respawn_workers(self, workers: Sequence[int], spawn_target: Any, target_loader: Any, delay: float = 0) -> None:  # noqa: ARG002  as the server's own
        """One after the other; none is told to end before the one in its place takes calls, nor once we were told ourselves."""
        for idx in workers:
            if self.interrupt_signal:
                return
            self.respawned_wrks[idx] = monotonic()
            old, new = self.wrks[idx], self._spawn_worker(idx, spawn_target, target_loader)
            if not self._comes_up(new) and not _has_ended(old):
                new.kill()  # type: ignore[no-untyped-call]
                raise _DidNotComeUp
            self.wrks[idx] = new
            self._end(old)
            if _has_ended(new):
                self.interrupt_children.append(idx)
                self.main_loop_interrupt.set()
            else:  # the old one may have ended by itself just before, and that is no reason to replace this one
                self.interrupt_children[:] = [each for each in self.interrupt_children if each != idx]

    def _comes_up(self, new: Any) -> bool:
        self._instance.new_worker_is_up = False
        new.interrupt_by_parent = True  # until it is up it is watched here, and by nobody else
        new.start()
        ends = monotonic() + _COMES_UP_WITHIN_S
        while not (self._instance.new_worker_is_up or self.interrupt_signal or _has_ended(new, within=0.05)):
            if monotonic() > ends:
                break
        new.interrupt_by_parent = False
        return self._instance.new_worker_is_up

    def _end(self, old: Any) -> None:
        old.terminate()
        if not _has_ended(old, within=ENDS_WITHIN_S):
            LOG.warning("killing old worker-%d, which did not end when it was told to", old.idx + 1)
            old.kill()
        old.join()
        LOG.info("Stopped old worker-%d", old.idx + 1)

    def shutdown(self, exit_code: int = 0) -> None:
        """Whoever deals out calls is told first; until it has seen that, or we are told again, calls are answered as before."""
        self._instance.leaving = True
        while len(self._told_to_end) == 1 and self._site.production:
            left = self._told_to_end[0] + TAKEN_AWAY_WITHIN_S - monotonic()
            if left <= 0:
                break
            self.main_loop_interrupt.wait(left)
        super().shutdown(exit_code)  # type: ignore[no-untyped-call]

    def _init_shared_socket(self) -> None:
        """One socket for all workers, kept open here: while one is replaced, whoever connects waits for another.

        With a socket for each, as the server has it on Linux, those in its row would be cut off.
        """
        self._ssp = None
        holder: Any = SocketSpec(self.bind_addr, self.bind_port, self.backlog).build()
        self._shd = holder
        self._sso = socket.socket(fileno=holder.get_fd())


def _has_ended(worker: Any, within: float = 0.0) -> bool:
    """Asked of the system: the process object does not know for a moment, if another thread has just waited for it."""
    return bool(wait([worker.inner.sentinel], within))


def say(*lines: str) -> None:
    """To whoever started it, on stdout."""
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()
