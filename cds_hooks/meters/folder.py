"""Where do the workers of one service lay their figures together? In a folder of its own, made anew at each start.

It must be there before a worker imports the library, which is told of it by a variable of the environment. What may not live
here: what lies in it (``counting``).
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

VARIABLE: Final = "PROMETHEUS_MULTIPROC_DIR"
_PREFIX: Final = "spinal-cds-metrics-"
_NEW: Final = "spinal-cds-new-"
_LOCK: Final = "lock"


class NoFolder(Exception):
    """Nothing can be written where temporary files belong."""

    def __init__(self) -> None:
        super().__init__("No temporary folder (TMPDIR, else /tmp) can be written; the figures of /metrics lie there.")


@contextmanager
def shared_folder() -> Iterator[None]:
    """For whoever starts the workers, around their whole life. Below the system's temporary folder, the only place that a
    container with a read-only root may write to. Raises NoFolder.
    """
    try:
        _sweep()
        made = Path(tempfile.mkdtemp(prefix=_NEW))
    except OSError:
        raise NoFolder from None
    (made / _LOCK).touch()
    with _held(made):
        # Its name is that of the others only now that it is held, or somebody's sweep could take it for a forgotten one.
        folder = made.rename(made.with_name(made.name.replace(_NEW, _PREFIX)))
        os.environ[VARIABLE] = str(folder)
        try:
            yield
        finally:
            del os.environ[VARIABLE]
            shutil.rmtree(folder, ignore_errors=True)


def workers_folder() -> Path | None:
    """The folder, in a worker; None where one process is all there is."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else None


def _sweep() -> None:
    """What a service that was killed has left behind: folders of ours that no process holds."""
    for each in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):  # somebody holds it, or it is another user's
            if each.lstat().st_uid == os.geteuid():
                with _held(each):
                    shutil.rmtree(each)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Until the block ends, and each worker that was forked in it. Raises OSError where somebody else holds it."""
    with (folder / _LOCK).open("rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
