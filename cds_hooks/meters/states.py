"""How is this process, and what it needs? The ledger, the key sets, memory and time: what no single call tells.

Looked at whenever somebody asks; in a worker every two seconds besides, for another may be asked. What may not live here: what is
told by a line of the trail (``counting``).
"""

from __future__ import annotations

import os
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from cds_hooks.ledger import Ledger
from cds_hooks.meters import declared
from cds_hooks.meters.counting import Counting
from cds_hooks.meters.declared import NONE, OTHER
from cds_hooks.meters.folder import workers_folder
from cds_hooks.meters.form import Meter
from cds_hooks.site import Site
from cds_hooks.trail import SERVICE_VERSION
from cds_hooks.trust import Gate
from plugin.knowledge import VERSION

EVERY_S: Final = 2.0
_OWN: Final = Path("/proc/self")
_PAGE: Final = os.sysconf("SC_PAGE_SIZE")


class States:
    """One for each process."""

    def __init__(self, counting: Counting, site: Site, ledger: Ledger, gate: Gate) -> None:
        self._counting, self._site, self._ledger, self._gate = counting, site, ledger, gate
        self._told: dict[str, float] = {}
        self._lock = threading.Lock()
        counting.admit("version", [SERVICE_VERSION])
        counting.admit("knowledge_version", [VERSION])
        counting.admit("public_url", [site.public_url])
        counting.add(declared.STARTED, time.time())
        # There from the start, or the first one could not be told from a service that has just been found.
        for hook in ("order-select", "order-sign"):
            counting.add(declared.FAILURES, 0, hook, "500", OTHER)
        counting.add(declared.FAILURES, 0, NONE, "503", "Busy")

    def shown(self) -> tuple[bytes, str]:
        self.look()
        return self._counting.shown()

    def keep_current(self) -> None:
        """Where other workers answer for this one."""
        if workers_folder() is not None:
            threading.Thread(target=self._look_again, name="meters", daemon=True).start()

    def _look_again(self) -> None:
        while True:
            self.look()
            time.sleep(EVERY_S)

    def look(self) -> None:
        """Notes everything as it is now."""
        with self._lock:
            add, site = self._counting.add, self._site
            add(declared.BUILD, 1, SERVICE_VERSION, VERSION)
            add(declared.SITE, 1, site.public_url, site.mode.value, str(site.shadow).lower())
            add(declared.WORKERS, 1)
            if self._ledger.there is not None:
                add(declared.LEDGER_UP, self._ledger.there)
            add(declared.WAITING, self._ledger.waiting)
            self._grown(declared.LOST, self._ledger.not_noted)
            for issuer, failing in self._gate.key_sets_failing().items():
                add(declared.KEYS_FAILING, failing, issuer)
            used = os.times()
            self._grown(declared.CPU, used.user + used.system)
            with suppress(OSError):  # a system that does not tell: then nobody is told
                add(declared.MEMORY, int((_OWN / "statm").read_text(encoding="ascii").split()[1]) * _PAGE)
                add(declared.FILES, sum(1 for _ in (_OWN / "fd").iterdir()))

    def _grown(self, meter: Meter, so_far: float) -> None:
        """A counter that somebody else keeps."""
        self._counting.add(meter, so_far - self._told.get(meter.name, 0.0))
        self._told[meter.name] = so_far
