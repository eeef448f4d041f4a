"""How do the figures of several workers become one? The library adds up what lies in the folder; who has ended is folded away.

What may not live here: where the folder comes from (``folder``).
"""

from __future__ import annotations

import fcntl
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from prometheus_client import CollectorRegistry, Metric
from prometheus_client.mmap_dict import MmapedDict
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

_ENDED: Final = "ended"
"""Takes the place of the process id in the name of the file that keeps what ended workers have counted."""


@contextmanager
def together(folder: Path) -> Iterator[CollectorRegistry]:
    """What all workers have counted, one reader at a time: no other may find half of what is being folded away."""
    with (folder / "readers").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _fold_away(folder)
        registry = CollectorRegistry()
        registry.register(_Files(folder))
        yield registry


class _Files(Collector):
    """The library's own sum, but of files that hold something: that of a worker which is just starting may be empty."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def collect(self) -> Iterable[Metric]:
        files = [str(file) for file in _filled(self._folder.glob("*.db"))]
        found: Iterable[Metric] = MultiProcessCollector.merge(files)  # type: ignore[no-untyped-call]
        return found


def _filled(files: Iterable[Path]) -> Iterator[Path]:
    return (file for file in files if file.exists() and file.stat().st_size)


def _fold_away(folder: Path) -> None:
    """An ended worker's gauges are void. What it has counted stays counted, but in one file for all of them: workers are
    replaced as often as an administrator likes.
    """
    counted: dict[str, list[Path]] = defaultdict(list)
    for file in folder.glob("*.db"):
        kind, _, process = file.stem.rpartition("_")
        if process == _ENDED or _runs(int(process)):
            continue
        if kind.startswith("gauge"):
            file.unlink()
        else:
            counted[kind].append(file)
    for kind, files in counted.items():
        _fold(folder / f"{kind}_{_ENDED}.db", files)


def _fold(kept: Path, files: Iterable[Path]) -> None:
    sums: dict[str, float] = defaultdict(float)
    for file in _filled((kept, *files)):
        for key, value, _, _ in MmapedDict.read_all_values_from_file(str(file)):  # type: ignore[no-untyped-call]
            sums[key] += value
    new = kept.with_suffix(".new")
    written = MmapedDict(str(new))  # type: ignore[no-untyped-call]
    for key, value in sums.items():
        written.write_value(key, value, 0.0)  # type: ignore[no-untyped-call]
    written.close()  # type: ignore[no-untyped-call]
    new.replace(kept)
    for file in files:
        file.unlink()


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # somebody else's by now
        return False
    return True
