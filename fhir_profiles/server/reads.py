"""How is a key of the chart read, and a document that a resource points at? Page by page, and all of them at once.

What may not live here: how one address is asked for (`exchange`), and what an answer means (`chart`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from typing import Final

from fhir_profiles.server.addresses import within
from fhir_profiles.server.exchange import Allowance, Asking, Fetched, fetch, json_object
from fhir_profiles.server.faults import BadRequest, GapReason, ReadFailed
from fhir_profiles.server.session import Session
from fhir_profiles.server.under_way import Fetching, Page, Reading, UnderWay, Watching, Work

ANSWER_LIMIT: Final = 10 * 1024 * 1024
"""Bytes of one answer, unpacked; a larger one is not read."""
DOCUMENT_LIMIT: Final = 1024 * 1024
"""The same for a document that a resource points at; base64 takes a third more than what it holds."""
CALL_LIMIT: Final = 16 * 1024 * 1024
"""Bytes of all answers of one hook call; what comes after them is not read."""
_JSON: Final = "application/fhir+json"
_DOCUMENT: Final = f"{_JSON}, text/plain;q=0.9, application/xhtml+xml;q=0.9, text/html;q=0.9"
"""FHIR first: a Binary resource names its own type. A server that gives the document itself is as welcome."""
_STRICT: Final = {"Prefer": "handling=strict"}


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
class FhirServer:
    """One FHIR server as one hook call may read it; made only for base addresses that the site lists (FA6)."""

    base_url: str
    session: Session
    token: str | None = field(default=None, repr=False)
    page_limit: int = 5
    watching: Watching | None = field(default=None, repr=False)
    _under_way: list[UnderWay] = field(default_factory=list, init=False, repr=False)
    _allowance: Allowance = field(default_factory=lambda: Allowance(CALL_LIMIT), init=False, repr=False)

    def begin(self, read: Read, *, deadline: float) -> Reading:
        """Start to read a key until `deadline` (monotonic clock), beside all others that are under way.

        Raises nothing, then or later; a failure is a reason.
        """
        work = Work(deadline=deadline)
        reading = Reading(self._start(read.key, lambda: self._read(read, work), work), work)
        self._under_way.append(reading)
        return reading

    def fetch(self, address: str, *, deadline: float) -> Fetching:
        """Start to fetch what a resource points at: a Binary resource, or the document itself.

        `address` is relative to the base, or absolute on this server; one that leads elsewhere is not asked.
        """
        work = Work(deadline=deadline)
        fetching = Fetching(self._start("document", lambda: self._fetch(address, work), work), work)
        self._under_way.append(fetching)
        return fetching

    def hang_up(self) -> None:
        """The call has what it waited for: end everything that is still under way."""
        for each in self._under_way:
            each.give_up()
        self._under_way.clear()

    def reaches(self, link: str) -> bool:
        """Whether a link stays on this server (`addresses`)."""
        return within(self.base_url, self._root, link) is not None

    @property
    def _root(self) -> str:
        return f"{self.base_url.rstrip('/')}/"

    def _start(self, key: str, task: Callable[[], GapReason | None], work: Work) -> Future[GapReason | None]:
        def on_line() -> GapReason | None:
            with work.line.open():
                try:
                    return task()
                except ReadFailed as failure:
                    return failure.reason

        def watched(watching: Watching) -> GapReason | None:
            read = watching(key)
            work.sent_along = read.headers
            reason = on_line()
            read.ended("ok" if reason is None else reason.value)
            return reason

        seen = self.watching
        return self.session.start(self.base_url, on_line if seen is None else lambda: watched(seen))

    def _read(self, read: Read, work: Work) -> GapReason | None:
        """Page after page, each kept at once: what came before the deadline is not lost. Raises ReadFailed."""
        url, address = self._root, read.address
        visited: set[str] = set()
        while True:
            found = within(self.base_url, url, address)
            if found is None or found in visited or read.pages_before + len(work.pages) >= self.page_limit:
                return GapReason.CUT
            url = found
            visited.add(url)
            work.pages.append(self._page(url, read, work))
            following = read.then(work.pages)
            if following is None:
                return None
            address = following

    def _page(self, url: str, read: Read, work: Work) -> Page:
        """One page. A search of our own is asked for strictly, where the server understands that (FA9)."""
        plain = self._asking(url, _JSON, ANSWER_LIMIT, work)
        if work.pages or read.pages_before or "?" not in url:
            return _parsed(fetch(self.session, plain))
        work.lenient = self.session.is_lenient(self.base_url, read.key)
        if not work.lenient:
            try:
                return _parsed(fetch(self.session, replace(plain, headers={**plain.headers, **_STRICT})))
            except BadRequest:
                self.session.remember_lenient(self.base_url, read.key)
                work.lenient = True
        return _parsed(fetch(self.session, plain))

    def _fetch(self, address: str, work: Work) -> GapReason | None:
        """Raises ReadFailed."""
        url = within(self.base_url, self._root, address)
        if url is None:
            return GapReason.NO_ACCESS
        work.document = fetch(self.session, self._asking(url, _DOCUMENT, DOCUMENT_LIMIT, work))
        return None

    def _asking(self, url: str, accept: str, limit: int, work: Work) -> Asking:
        headers = {**work.sent_along, "Accept": accept}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        return Asking(
            url=url, headers=headers, deadline=work.deadline, limit=limit, allowance=self._allowance, line=work.line
        )


def _parsed(found: Fetched) -> Page:
    page = json_object(found.body)
    if page is None:
        raise ReadFailed
    return page
