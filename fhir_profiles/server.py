"""How is a FHIR server read? With a token, in parallel, page by page, under one deadline, and never elsewhere.

The only user of requests. Nothing of a call is logged or put into an error: addresses hold patient ids, answers hold
the record. What may not live here: what is asked for (`queries`), and what an answer means (`chart`).
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from enum import Enum
from http import HTTPStatus
from http.cookiejar import DefaultCookiePolicy
from typing import Final, TypeAlias
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

import orjson
import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError, ProtocolError, ReadTimeoutError

Page: TypeAlias = Mapping[str, object]
Origin: TypeAlias = tuple[str, str, int]
"""Scheme, host and port."""

ANSWER_LIMIT: Final = 20 * 1024 * 1024
"""Bytes of one answer, unpacked; a larger one is not read."""
_ATTEMPTS: Final = 3
_WORKERS: Final = 48
"""Four calls of twelve reads at once; further ones wait for a worker, inside their own deadline."""
_CHUNK: Final = 16 * 1024
_PAUSE: Final = 0.05
"""Seconds before the next attempt when a busy server does not say how long to wait."""
_PORTS: Final = {"http": 80, "https": 443}


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


class TimedOut(ReadFailed):
    """The deadline came first."""

    reason = GapReason.TIMED_OUT


class TryAgain(ReadFailed):
    """The server was busy, or the connection broke: the same read may work `after` seconds later."""

    def __init__(self, *, after: float) -> None:
        super().__init__()
        self.after = after


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


class Session:
    """What a process keeps between calls: open connections, and the workers that read in parallel.

    `proxy` is the site's; neither proxy variables nor netrc of the environment are used. Nothing of a patient or a
    token is kept: cookies are refused, and the token is given with each read.
    """

    def __init__(self, *, proxy: str = "", workers: int = _WORKERS) -> None:
        logging.getLogger("urllib3.connectionpool").disabled = True  # it writes addresses, and they hold patient ids
        self._http = requests.Session()
        self._http.trust_env = False
        self._http.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        if proxy:
            self._http.proxies = {"http": proxy, "https": proxy}
        for scheme in _PORTS:
            self._http.mount(f"{scheme}://", HTTPAdapter(pool_maxsize=workers))
        self._size = workers
        self._workers: dict[Origin, ThreadPoolExecutor] = {}
        self._lock = threading.Lock()

    def start(self, origin: Origin, work: Callable[[], GapReason | None]) -> Future[GapReason | None]:
        """Workers of its own for each server, so that one that hangs starves only itself; there are as many as are listed."""
        with self._lock:
            if origin not in self._workers:
                self._workers[origin] = ThreadPoolExecutor(self._size, thread_name_prefix="fhir-read")
            return self._workers[origin].submit(work)

    def get(self, url: str, token: str | None, timeout: float) -> requests.Response:
        """One GET whose body is not read yet; redirects are not followed (FA6)."""
        headers = {"Accept": "application/fhir+json"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        return self._http.get(url, headers=headers, timeout=timeout, allow_redirects=False, stream=True)

    def close(self) -> None:
        for workers in self._workers.values():
            workers.shutdown(wait=False, cancel_futures=True)
        self._http.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class FhirServer:
    """One FHIR server as one hook call may read it; made only for base addresses that the site lists (FA6)."""

    base_url: str
    session: Session
    token: str | None = field(default=None, repr=False)
    page_limit: int = 5

    def read_all(self, reads: Sequence[Read], *, deadline: float) -> dict[str, Answer]:
        """Read all keys in parallel until the deadline (monotonic clock); raises nothing, a failure is a reason."""
        pages: dict[str, list[Page]] = {read.key: [] for read in reads}
        futures = {read.key: self._start(read, pages[read.key], deadline) for read in reads}
        wait(futures.values(), timeout=max(0.0, deadline - time.monotonic()))
        return {key: _answer(pages[key], future) for key, future in futures.items()}

    def reaches(self, link: str) -> bool:
        """Whether a link stays on this server: same scheme, host and port."""
        return self._within(f"{self.base_url.rstrip('/')}/", link) is not None

    def _start(self, read: Read, pages: list[Page], deadline: float) -> Future[GapReason | None]:
        origin = _origin(urlsplit(self.base_url))
        return self.session.start(origin, lambda: self._read(read, pages, deadline))

    def _read(self, read: Read, pages: list[Page], deadline: float) -> GapReason | None:
        """Fill `pages`, which the caller sees grow; what was read before the deadline is not lost."""
        url, address = f"{self.base_url.rstrip('/')}/", read.address
        while True:
            found = self._within(url, address)
            if found is None or read.pages_before + len(pages) >= self.page_limit:
                return GapReason.CUT
            url = found
            try:
                pages.append(self._get(url, deadline))
            except ReadFailed as failure:
                return failure.reason
            following = read.then(pages)
            if following is None:
                return None
            address = following

    def _within(self, seen_from: str, link: str) -> str | None:
        """The link as an address on this server; None when it leads elsewhere.

        The origin is always written anew from our own base address, so that a link that two parsers read differently
        cannot carry the token away.
        """
        base = urlsplit(self.base_url)
        try:
            target = urlsplit(urljoin(seen_from, link))
            if _origin(target) != _origin(base):
                return None
        except ValueError:
            return None
        return urlunsplit((base.scheme, base.netloc, target.path, target.query, ""))

    def _get(self, url: str, deadline: float) -> Page:
        for _ in range(_ATTEMPTS - 1):
            try:
                return self._get_once(url, deadline)
            except TryAgain as again:
                if time.monotonic() + again.after >= deadline:
                    raise
                time.sleep(again.after)
        return self._get_once(url, deadline)

    def _get_once(self, url: str, deadline: float) -> Page:
        timeout = deadline - time.monotonic()
        if timeout <= 0:
            raise TimedOut
        try:
            with self.session.get(url, self.token, timeout) as response:
                if response.status_code != HTTPStatus.OK:
                    # A short answer read to its end leaves the connection open for the next read.
                    response.raw.read1(_CHUNK)
                _judge(response)
                return _parsed(_body(response, deadline))
        except (requests.Timeout, ReadTimeoutError):
            raise TimedOut from None
        except requests.exceptions.SSLError:
            raise ReadFailed from None
        except (requests.ConnectionError, requests.exceptions.ChunkedEncodingError, ProtocolError):
            if time.monotonic() >= deadline:  # a body that stalls is reported as a broken connection
                raise TimedOut from None
            raise TryAgain(after=0.0) from None
        except (requests.RequestException, HTTPError):
            raise ReadFailed from None


def _answer(pages: list[Page], future: Future[GapReason | None]) -> Answer:
    if future.done():
        reason = future.result()
    else:
        future.cancel()
        reason = GapReason.TIMED_OUT
    read = tuple(pages)
    if read and reason not in (None, GapReason.CUT):
        reason = GapReason.PARTLY
    return Answer(pages=read, reason=reason)


def _origin(url: SplitResult) -> Origin:
    """Scheme, host and port. Raises ValueError for a link with a user name, or a port that is none."""
    if "@" in url.netloc or not url.hostname:
        raise ValueError("no plain origin")
    return url.scheme, url.hostname, url.port or _PORTS.get(url.scheme, 0)


def _judge(response: requests.Response) -> None:
    """Raise what fits a status that is not 200. A redirect is a failure: it may lead away from the origin."""
    match response.status_code:
        case HTTPStatus.OK:
            return
        case HTTPStatus.UNAUTHORIZED | HTTPStatus.FORBIDDEN:
            raise Refused
        case HTTPStatus.TOO_MANY_REQUESTS | HTTPStatus.SERVICE_UNAVAILABLE:
            raise _wait_for(response.headers.get("Retry-After"))
        case _:
            raise ReadFailed


def _wait_for(retry_after: str | None) -> ReadFailed:
    """When to ask again; a date is further away than any deadline of ours, so it is not waited for."""
    if retry_after is None:
        return TryAgain(after=_PAUSE)
    if retry_after.isascii() and retry_after.isdigit():
        return TryAgain(after=float(retry_after))
    return ReadFailed()


def _body(response: requests.Response, deadline: float) -> bytes:
    """The unpacked body, given up when it gets too large or too late."""
    body = bytearray()
    # What has come, and not as much as was asked for: a server that drips would hold the worker far beyond the deadline.
    while chunk := response.raw.read1(_CHUNK, decode_content=True):
        body += chunk
        if len(body) > ANSWER_LIMIT:
            raise ReadFailed
        if time.monotonic() >= deadline:
            raise TimedOut
    return bytes(body)


def _parsed(body: bytes) -> Page:
    try:
        value = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise ReadFailed from None
    if not isinstance(value, dict):
        raise ReadFailed
    return value
