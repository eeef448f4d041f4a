"""How is one address asked for? Again where that may help, its answer read up to a size, and never beyond the deadline.

What may not live here: which addresses may be asked (`addresses`), and how a read goes on (`reads`).
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Final

import orjson
import requests
from urllib3.exceptions import HTTPError, MaxRetryError, ProtocolError, ReadTimeoutError

from fhir_profiles.server.faults import BadRequest, ReadFailed, Refused, TimedOut, TryAgain
from fhir_profiles.server.line import Line
from fhir_profiles.server.session import Session

_ATTEMPTS: Final = 3
_CHUNK: Final = 16 * 1024
_PAUSE: Final = 0.05
"""Seconds before the next attempt when a busy server does not say how long to wait."""
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"


class Allowance:
    """How many bytes one hook call may still read, over all that it reads at once."""

    def __init__(self, size: int) -> None:
        self._left = size
        self._lock = threading.Lock()

    def spend(self, size: int) -> bool:
        """Whether there was as much left."""
        with self._lock:
            self._left -= size
            return self._left >= 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One GET: where, with which headers, until when (monotonic clock), and how many bytes may come, unpacked.

    `line` is what the one who waits may hang up.
    """

    url: str = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    deadline: float
    limit: int
    allowance: Allowance
    line: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """The body of one answer, unpacked, and the content type that came with it, maybe empty.

    `framed`: the server said where the body ends, so one that was torn off would have been noticed. `date` is the server's
    own moment, empty where none was told or the answer is a copy of an earlier one.
    """

    body: bytes = field(repr=False)
    content_type: str = ""
    framed: bool = True
    date: str = ""


def fetch(session: Session, asking: Asking) -> Fetched:
    """Ask until there is an answer, or no hope for one. Raises ReadFailed."""
    for _ in range(_ATTEMPTS - 1):
        try:
            return _once(session, asking)
        except TryAgain as again:
            if time.monotonic() + again.after >= asking.deadline:
                raise
            time.sleep(again.after)
    return _once(session, asking)


def json_object(body: bytes) -> dict[str, object] | None:
    """A body as one JSON object; None for anything else. FHIR is always UTF-8, whatever a server says of its answer."""
    try:
        value = orjson.loads(body.removeprefix(_BYTE_ORDER_MARK))
    except orjson.JSONDecodeError:
        return None
    return value if isinstance(value, dict) else None


def _once(session: Session, asking: Asking) -> Fetched:
    timeout = asking.deadline - time.monotonic()
    if timeout <= 0 or asking.line.ended:
        raise TimedOut
    try:
        with session.get(asking.url, dict(asking.headers), timeout) as response:
            _judge(response)
            return Fetched(
                body=_body(response, asking),
                content_type=response.headers.get("Content-Type", ""),
                framed=not {"content-length", "transfer-encoding"}.isdisjoint(map(str.lower, response.headers)),
                date="" if "Age" in response.headers else response.headers.get("Date", ""),
            )
    except (requests.Timeout, ReadTimeoutError):
        raise TimedOut from None
    except (requests.exceptions.SSLError, requests.exceptions.ProxyError):
        raise ReadFailed from None
    except (requests.ConnectionError, requests.exceptions.ChunkedEncodingError, ProtocolError) as broken:
        raise _of_broken(broken, asking) from None
    except (requests.RequestException, HTTPError, ValueError):  # ValueError: what no header can hold
        raise ReadFailed from None


def _of_broken(broken: Exception, asking: Asking) -> ReadFailed:
    """A connection that broke may hold the next time; one that could not be made has been given up for good."""
    if asking.line.ended or time.monotonic() >= asking.deadline:  # a body that stalls is reported as broken, too
        return TimedOut()
    never_made = any(isinstance(each, MaxRetryError) for each in broken.args)
    return ReadFailed() if never_made else TryAgain(after=0.0)


def _judge(response: requests.Response) -> None:
    """Raise what fits a status that is not 200.

    A redirect is a failure, also on the same server: no FHIR read needs one, and where it leads may change at any time.
    """
    status = response.status_code
    if status == HTTPStatus.OK:
        return
    with contextlib.suppress(requests.RequestException, HTTPError):
        # A short answer read to its end leaves the connection open for the next read.
        response.raw.read1(_CHUNK)
    match status:
        case HTTPStatus.BAD_REQUEST:
            raise BadRequest
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


def _body(response: requests.Response, asking: Asking) -> bytes:
    """The unpacked body, given up when it gets too large or too late."""
    body = bytearray()
    # What has come, and not as much as was asked for: a server that drips would hold the worker far beyond the deadline.
    while chunk := response.raw.read1(_CHUNK, decode_content=True):
        body += chunk
        if len(body) > asking.limit or not asking.allowance.spend(len(chunk)):
            raise ReadFailed
        if asking.line.ended or time.monotonic() >= asking.deadline:
            raise TimedOut
    return bytes(body)
