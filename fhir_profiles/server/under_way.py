"""What has a worker brought so far, for the one who waits until the deadline and no longer?

What may not live here: how it is read (`reads`), and what it means (`chart`).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future, wait
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from fhir_profiles.server.exchange import Fetched
from fhir_profiles.server.faults import GapReason
from fhir_profiles.server.line import Line

Page: TypeAlias = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one read brought: its pages, and why it is not whole, if it is not.

    `lenient`: the server refused to heed every parameter of the search, and was asked again without that wish; it may
    have left out any of them.
    """

    pages: tuple[Page, ...]
    reason: GapReason | None = None
    lenient: bool = False

    @property
    def complete(self) -> bool:
        return self.reason is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A document as it came: bytes and content type as the server sent them; `reason` says why there is none.

    `framed`: the server said where it ends, so one that was torn off would have been noticed.
    """

    body: bytes = field(default=b"", repr=False)
    content_type: str = ""
    framed: bool = True
    reason: GapReason | None = None


class Watched(Protocol):
    """A read that somebody watches from outside: what is to be sent along, and how it ended, in one word."""

    headers: Mapping[str, str]

    def ended(self, result: str) -> None: ...


Watching: TypeAlias = Callable[[str], Watched]
"""Told of each read when it begins: of its key, or of "document"."""


@dataclass(slots=True, kw_only=True)
class Work:
    """One piece of work: until when (monotonic clock), on which line, and what it has brought so far."""

    deadline: float
    line: Line = field(default_factory=Line)
    sent_along: Mapping[str, str] = field(default_factory=dict)
    """Headers by which whoever watches the service finds the read at the server, too."""
    pages: list[Page] = field(default_factory=list)
    document: Fetched | None = None
    lenient: bool = False


@dataclass(frozen=True, slots=True)
class UnderWay:
    """Work that was given to a worker."""

    _future: Future[GapReason | None]
    _work: Work

    def _reason(self) -> GapReason | None:
        """Wait, but not beyond the deadline."""
        wait([self._future], timeout=max(0.0, self._work.deadline - time.monotonic()))
        return self._future.result() if self._future.done() else GapReason.TIMED_OUT

    def give_up(self) -> None:
        """Nobody waits any longer: the worker is free for others at once, whatever the server does."""
        if not self._future.done():
            self._future.cancel()
            self._work.line.hang_up()


class Reading(UnderWay):
    """A key that is being read."""

    def answer(self) -> Answer:
        """What was read when it was done, or when the deadline came."""
        reason = self._reason()
        read = tuple(self._work.pages)
        if read and reason not in (None, GapReason.CUT):
            reason = GapReason.PARTLY
        return Answer(pages=read, reason=reason, lenient=self._work.lenient)


class Fetching(UnderWay):
    """A document that is being fetched."""

    def content(self) -> Content:
        """The document, or why there is none when the deadline came."""
        reason, document = self._reason(), self._work.document
        if reason is not None or document is None:
            return Content(reason=reason or GapReason.FAILED)
        return Content(body=document.body, content_type=document.content_type, framed=document.framed)
