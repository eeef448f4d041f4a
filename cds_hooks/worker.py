"""One worker process: how does it begin, show that it is not stuck, and end without dropping a call?

The web server starts it, tells it to end by SIGTERM, and replaces one that has ended by itself
(`docs/decisions/0014-serving.md`). What may not live here: how a call is answered (`intake`), how many there are (`serving`).
"""

from __future__ import annotations

import asyncio
import faulthandler
import logging
import os
import signal
import socket
import sys
from contextlib import suppress
from pathlib import Path
from stat import S_ISSOCK
from time import monotonic
from typing import Any, Final

from cds_hooks.desk import Desk
from cds_hooks.instance import Instance
from cds_hooks.intake import Intake

LOG = logging.getLogger("spinal_cds.worker")
STANDS_STILL_S: Final = 10.0
"""A process whose loop has not moved for so long is stuck in something that lets no other thread run; it is ended from outside
of Python, and everything that it was doing is lost."""
REPLACED_AFTER_S: Final = 15.0
"""A call that has been going on for so long, given up long ago, keeps its thread for good: the process ends, the others first."""
LAST_CALLS_S: Final = 1.0
"""For calls that are on their way on connections that were accepted; each answer then closes its connection."""
_QUIET_S: Final = 2.0
"""After the last answer; whoever has not even finished the headers of a call by then is not waited for."""
_TICK_S: Final = 0.25
_TURN_S: Final = 0.0005
"""After so long a thread lets another go on. With Python's own 5 ms the loop, one among sixteen that reckon, would get to read
and refuse only some tens of calls a second: the row would form before it, where nobody counts it.
"""


class Worker:
    """What the web server runs in each process: the intake, and what surrounds it."""

    def __init__(self, intake: Intake, desk: Desk, instance: Instance) -> None:
        self.intake, self._desk, self._instance = intake, desk, instance
        self._ending = False
        self._quiet_since: float | None = None

    @property
    def __rsgi__(self) -> Any:
        return self.intake.__rsgi__

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        sys.setswitchinterval(_TURN_S)
        self._desk.begin()
        self._loop = loop
        loop.add_signal_handler(signal.SIGTERM, self.end)  # the server's own way of ending is still behind SIGINT
        self._tick()
        self._instance.new_worker_is_up = True

    def end(self) -> None:
        """Takes no connection any more, answers what is on its way, and ends."""
        if self._ending:
            return
        self._ending = self.intake.closes = True
        _accept_nothing_more()
        in_haste = self._instance.leaving and not self._desk.site.production
        self._loop.call_later(0.0 if in_haste else LAST_CALLS_S, self._go)

    def _go(self) -> None:
        self._quiet_since = monotonic()
        signal.raise_signal(signal.SIGINT)

    def _tick(self) -> None:
        faulthandler.dump_traceback_later(STANDS_STILL_S, exit=True)  # places in the source only, no values
        if self.intake.calls.longest_s > REPLACED_AFTER_S and not self._ending:
            LOG.error("a call does not end; this worker finishes the others and is replaced")
            self.end()
        if self._instance.left_alone and not self._ending:
            LOG.error(
                "the main process was killed; this worker finishes its calls and ends, so that another can listen"
            )
            self.end()
        self.intake.closes = self._ending or self._instance.leaving
        if self._quiet_since is not None:
            self._leave_when_quiet(self._quiet_since)
        self._loop.call_later(_TICK_S, self._tick)

    def _leave_when_quiet(self, since: float) -> None:
        """The server waits for every connection, also for one that sends half a header and then nothing."""
        if self.intake.under_way:
            self._quiet_since = monotonic()
        elif monotonic() - since > _QUIET_S:
            self._desk.ledger.close()
            os._exit(0)


def _accept_nothing_more() -> None:
    """Other workers go on to accept from the same socket, and the server has no word for "this one no longer".

    A connection that it accepted in its last moment it would close without an answer, for nothing has been asked on it yet. So
    the socket that it accepts from is replaced, in this process, by one to which nobody can connect.
    """
    opened = Path("/proc/self/fd")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as nobodys:
        nobodys.setblocking(False)
        nobodys.bind("")  # a name that the system chooses
        nobodys.listen()
        for descriptor in [int(each.name) for each in opened.iterdir()] if opened.is_dir() else ():
            if descriptor != nobodys.fileno() and _accepts(descriptor):
                os.dup2(nobodys.fileno(), descriptor)


def _accepts(descriptor: int) -> bool:
    with suppress(OSError):  # it may have been closed meanwhile
        if S_ISSOCK(os.fstat(descriptor).st_mode):
            with socket.socket(fileno=os.dup(descriptor)) as found:
                return bool(found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
    return False
