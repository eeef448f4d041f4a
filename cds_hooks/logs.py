"""What does a process write down of itself, and how? One JSON object in each line of stderr, whoever speaks.

Lines of the trail are written as they are; every other says when, how grave, who, and what. What may not live here: what is
said. For readers of a log: ``docs/reference/trail.md``.
"""

import logging
import sys
import threading
import warnings
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from traceback import walk_tb
from types import TracebackType
from typing import Any, Final

import orjson

_OURS: Final = "spinal_cds"
_TRAIL: Final = "spinal_cds.trail"
_SERVER: Final = "_granian"


class Lines(logging.Formatter):
    """One record as one JSON object."""

    def format(self, record: logging.LogRecord) -> str:
        if record.name == _TRAIL:
            return record.getMessage()
        said = {
            "at": datetime.fromtimestamp(record.created, UTC),
            "level": record.levelname,
            "logger": record.name.lstrip("_"),
            "message": _message(record),
        }
        if record.exc_info and record.exc_info[0]:
            said["fault"] = described(record.exc_info[0], record.exc_info[2])
        return orjson.dumps(said).decode()


class Stderr(logging.Handler):
    """Stderr as it is at that moment; each line in one piece."""

    def emit(self, record: logging.LogRecord) -> None:
        sys.stderr.write(f"{self.format(record)}\n")


SERVED: Final[Mapping[str, Any]] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": Lines}},
    "handlers": {"stderr": {"()": Stderr, "formatter": "lines"}},
    "loggers": {
        _OURS: {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        _SERVER: {"handlers": ["stderr"], "level": "INFO", "propagate": False},
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
"""For the web server, which sets up the log of each of its processes."""


def to_stderr() -> None:
    """Once, however many applications a process makes; a line asks for neither thread nor process, which cost most of it."""
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    log = logging.getLogger(_OURS)
    if not log.handlers:
        handler = Stderr()
        handler.setFormatter(Lines())
        log.addHandler(handler)
        log.setLevel(logging.INFO)


def nothing_beside() -> None:
    """In a worker: what Python itself would write to stderr in lines of its own becomes one of ours, too."""
    warnings.showwarning = _warned  # type: ignore[assignment]  # takes the same, and says no names for what it ignores
    sys.excepthook = _uncaught
    threading.excepthook = lambda end: _uncaught(end.exc_type, end.exc_value, end.exc_traceback)


def described(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Type and places only: an exception's message and a frame's variables may hold patient data."""
    places = [f"{_short(frame.f_code.co_filename)}:{line}" for frame, line in walk_tb(trace)]
    return f"{kind.__qualname__} at {' < '.join(reversed(places))}"


def _warned(_message: object, category: type[Warning], filename: str, lineno: int, *_: Any, **__: Any) -> None:
    logging.getLogger("py.warnings").warning(f"{category.__name__} at {_short(filename)}:{lineno}")  # noqa: G004  as it is in a source: not a value in it


def _uncaught(kind: type[BaseException], _value: BaseException | None, trace: TracebackType | None) -> None:
    logging.getLogger(f"{_OURS}.failures").error("fault nobody waited for: %s", described(kind, trace))


def _message(record: logging.LogRecord) -> str:
    """Ours whole. The server's first line: below it stand exceptions. Of a library, whose message may hold an address or a
    value of a statement, only what stands in its source.
    """
    match record.name.partition(".")[0]:
        case "spinal_cds":
            return record.getMessage()
        case "_granian":
            return record.getMessage().partition("\n")[0]
        case _:
            return str(record.msg)


def _short(filename: str) -> str:
    return "/".join(Path(filename).parts[-2:])
