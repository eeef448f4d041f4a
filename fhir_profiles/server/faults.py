"""What can keep a read from its answer? The reasons that a card names, and the exceptions that carry them.

What may not live here: which fault of the line is which (`exchange`).
"""

from __future__ import annotations

from enum import Enum


class GapReason(Enum):
    """Why a key of the chart is missing, or not whole."""

    FAILED = "failed"
    """An error, or an answer that cannot be read."""
    CUT = "cut"
    """There was more than was read: too many pages or entries, or a page elsewhere."""
    PARTLY = "partly"
    """Some of it could not be read."""
    NO_ACCESS = "no access"
    """Nothing to ask, or the server refused."""
    TIMED_OUT = "timed out"
    """No answer before the deadline."""


class ReadFailed(Exception):
    """The answer cannot be had, and asking again would not help."""

    reason = GapReason.FAILED


class Refused(ReadFailed):
    """The server does not let this token read it (401, 403; FA5)."""

    reason = GapReason.NO_ACCESS


class BadRequest(ReadFailed):
    """The server does not understand what was asked (400)."""


class TimedOut(ReadFailed):
    """The deadline came first."""

    reason = GapReason.TIMED_OUT


class TryAgain(ReadFailed):
    """The server was busy, or the connection broke: the same read may work `after` seconds later."""

    def __init__(self, *, after: float) -> None:
        super().__init__()
        self.after = after
