"""How is a key of the chart read, and a document that a resource points at? Page by page, and all of them at once.

What may not live here: how one address is asked for (`exchange`), and what an answer means (`chart`).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, wait
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from fhir_profiles.server.addresses import origin_of, within
from fhir_profiles.server.exchange import Asking, Fetched, fetch, json_object
from fhir_profiles.server.faults import GapReason, ReadFailed
from fhir_profiles.server.session import Session

Page: TypeAlias = Mapping[str, object]

ANSWER_LIMIT: Final = 20 * 1024 * 1024
"""Bytes of one answer, unpacked; a larger one is not read."""
DOCUMENT_LIMIT: Final = 1024 * 1024
"""The same for a document that a resource points at; base64 takes a third more than what it holds."""
_JSON: Final = "application/fhir+json"
_DOCUMENT: Final = f"{_JSON}, text/plain;q=0.9, application/xhtml+xml;q=0.9, text/html;q=0.9"
"""FHIR first: a Binary resource names its own type. A server that gives the document itself is as welcome."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """One key to be read: the first address, relative to the server's base or absolute, and how it goes on.

    `then` is given the pages so far and names the address of the next one, or None when that is all or enough.
    `pages_before` were read already (from prefetch) and count towards the page limit.
    """

    key: str
    address: str
    then: Callable[[Sequence[Page]], str | None]
    pages_before: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one read brought: its pages, and why it is not whole, if it is not."""

    pages: tuple[Page, ...]
    reason: GapReason | None = None

    @property
    def complete(self) -> bool:
        return self.reason is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A document as it came: bytes and content type as the server sent them; `reason` says why there is none."""

    body: bytes = field(default=b"", repr=False)
    content_type: str = ""
    reason: GapReason | None = None


@dataclass(frozen=True, slots=True)
class _UnderWay:
    """Work that was given to a worker."""

    _future: Future[GapReason | None]
    _deadline: float

    def _reason(self) -> GapReason | None:
        """Wait, but not beyond the deadline."""
        wait([self._future], timeout=max(0.0, self._deadline - time.monotonic()))
        if self._future.done():
            return self._future.result()
        self._future.cancel()
        return GapReason.TIMED_OUT


@dataclass(frozen=True, slots=True)
class Reading(_UnderWay):
    """A key that is being read."""

    _pages: list[Page]

    def answer(self) -> Answer:
        """What was read when it was done, or when the deadline came."""
        reason = self._reason()
        read = tuple(self._pages)
        if read and reason not in (None, GapReason.CUT):
            reason = GapReason.PARTLY
        return Answer(pages=read, reason=reason)


@dataclass(frozen=True, slots=True)
class Fetching(_UnderWay):
    """A document that is being fetched."""

    _found: list[Fetched]

    def content(self) -> Content:
        """The document, or why there is none when the deadline came."""
        reason = self._reason()
        if reason is not None:
            return Content(reason=reason)
        return Content(body=self._found[0].body, content_type=self._found[0].content_type)


@dataclass(frozen=True, slots=True, kw_only=True)
class FhirServer:
    """One FHIR server as one hook call may read it; made only for base addresses that the site lists (FA6)."""

    base_url: str
    session: Session
    token: str | None = field(default=None, repr=False)
    page_limit: int = 5

    def read_all(self, reads: Sequence[Read], *, deadline: float) -> dict[str, Answer]:
        """Read all keys in parallel until the deadline (monotonic clock); raises nothing, a failure is a reason."""
        under_way = {read.key: self.begin(read, deadline=deadline) for read in reads}
        return {key: reading.answer() for key, reading in under_way.items()}

    def begin(self, read: Read, *, deadline: float) -> Reading:
        """Start to read a key, beside all others that are under way."""
        pages: list[Page] = []
        return Reading(self._start(lambda: self._read(read, pages, deadline)), deadline, pages)

    def fetch(self, address: str, *, deadline: float) -> Fetching:
        """Start to fetch what a resource points at: a Binary resource, or the document itself.

        `address` is relative to the base, or absolute on this server; one that leads elsewhere is not asked.
        """
        found: list[Fetched] = []
        return Fetching(self._start(lambda: self._fetch(address, found, deadline)), deadline, found)

    def reaches(self, link: str) -> bool:
        """Whether a link stays on this server: same scheme, host and port."""
        return within(self.base_url, self._root, link) is not None

    @property
    def _root(self) -> str:
        return f"{self.base_url.rstrip('/')}/"

    def _start(self, work: Callable[[], GapReason | None]) -> Future[GapReason | None]:
        return self.session.start(origin_of(self.base_url), work)

    def _read(self, read: Read, pages: list[Page], deadline: float) -> GapReason | None:
        """Fill `pages`, which the caller sees grow; what was read before the deadline is not lost."""
        url, address = self._root, read.address
        while True:
            found = within(self.base_url, url, address)
            if found is None or read.pages_before + len(pages) >= self.page_limit:
                return GapReason.CUT
            url = found
            try:
                pages.append(self._page(url, deadline))
            except ReadFailed as failure:
                return failure.reason
            following = read.then(pages)
            if following is None:
                return None
            address = following

    def _page(self, url: str, deadline: float) -> Page:
        page = json_object(self._get(url, deadline, accept=_JSON, limit=ANSWER_LIMIT).body)
        if page is None:
            raise ReadFailed
        return page

    def _fetch(self, address: str, found: list[Fetched], deadline: float) -> GapReason | None:
        url = within(self.base_url, self._root, address)
        if url is None:
            return GapReason.NO_ACCESS
        try:
            found.append(self._get(url, deadline, accept=_DOCUMENT, limit=DOCUMENT_LIMIT))
        except ReadFailed as failure:
            return failure.reason
        return None

    def _get(self, url: str, deadline: float, *, accept: str, limit: int) -> Fetched:
        asking = Asking(url=url, token=self.token, accept=accept, deadline=deadline, limit=limit)
        return fetch(self.session, asking)
