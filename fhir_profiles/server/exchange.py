"""How is one address asked for? Again where that may help, its answer read up to a size, and never beyond the deadline.

What may not live here: which addresses may be asked (`addresses`), and how a read goes on (`reads`).
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Final

import orjson
import requests
from urllib3.exceptions import HTTPError, ProtocolError, ReadTimeoutError

from fhir_profiles.server.faults import ReadFailed, Refused, TimedOut, TryAgain
from fhir_profiles.server.session import Session

_ATTEMPTS: Final = 3
_CHUNK: Final = 16 * 1024
_PAUSE: Final = 0.05
"""Seconds before the next attempt when a busy server does not say how long to wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One GET: where, with which token, for what, until when (monotonic clock) and for how many bytes, unpacked."""

    url: str
    token: str | None = field(default=None, repr=False)
    accept: str
    deadline: float
    limit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """The body of one answer, unpacked, and the content type that came with it, maybe empty."""

    body: bytes = field(repr=False)
    content_type: str = ""


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
    """A body as one JSON object; None for anything else."""
    try:
        value = orjson.loads(body)
    except orjson.JSONDecodeError:
        return None
    return value if isinstance(value, dict) else None


def _once(session: Session, asking: Asking) -> Fetched:
    timeout = asking.deadline - time.monotonic()
    if timeout <= 0:
        raise TimedOut
    try:
        with session.get(asking.url, asking.token, timeout, asking.accept) as response:
            if response.status_code != HTTPStatus.OK:
                # A short answer read to its end leaves the connection open for the next read.
                response.raw.read1(_CHUNK)
            _judge(response)
            return Fetched(body=_body(response, asking), content_type=response.headers.get("Content-Type", ""))
    except (requests.Timeout, ReadTimeoutError):
        raise TimedOut from None
    except requests.exceptions.SSLError:
        raise ReadFailed from None
    except (requests.ConnectionError, requests.exceptions.ChunkedEncodingError, ProtocolError):
        if time.monotonic() >= asking.deadline:  # a body that stalls is reported as a broken connection
            raise TimedOut from None
        raise TryAgain(after=0.0) from None
    except (requests.RequestException, HTTPError):
        raise ReadFailed from None


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


def _body(response: requests.Response, asking: Asking) -> bytes:
    """The unpacked body, given up when it gets too large or too late."""
    body = bytearray()
    # What has come, and not as much as was asked for: a server that drips would hold the worker far beyond the deadline.
    while chunk := response.raw.read1(_CHUNK, decode_content=True):
        body += chunk
        if len(body) > asking.limit:
            raise ReadFailed
        if time.monotonic() >= asking.deadline:
            raise TimedOut
    return bytes(body)
