"""`spinal-cds` as the unit of systemd starts it: no memory may be written and run (`MemoryDenyWriteExecute`).

The kernel's own switch sees to it; it lasts for every program and worker that comes of it. What may not live here: what is
asked of the service.
"""

from __future__ import annotations

import ctypes
import os
import sys

_SET_MDWE, _REFUSE_EXEC_GAIN = 65, 1


def wall_in() -> bool:
    """Whether the kernel has the switch (Linux 6.3)."""
    return bool(ctypes.CDLL(None, use_errno=True).prctl(_SET_MDWE, _REFUSE_EXEC_GAIN, 0, 0, 0) == 0)


if __name__ == "__main__":
    if not wall_in():
        sys.exit("the kernel has no such switch")
    module = sys.argv[1:] if sys.argv[1] == "-c" else ["-m", "cds_hooks.cli", *sys.argv[1:]]
    os.execv(sys.executable, [sys.executable, *module])  # noqa: S606  our own words
