"""How is a running instance asked? One request after another to the one address that the operator named.

No redirect is followed and no proxy is used: the address is tried as it stands. What may not live here: what is asked, and
what must come back.
"""

from __future__ import annotations

import http.client
import time
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

import orjson

from cds_hooks.site.addresses import normal_address
from cds_hooks.site.kinds import Unfit

_PATIENCE_S: Final = 30.0
_LONGEST_ANSWER: Final = 16 * 1024**2


class SelfTestFailed(Exception):
    """The test could not be made at all; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back, and after how long."""

    status: int
    raw: bytes
    milliseconds: float

    @property
    def body(self) -> dict[str, Any]:
        """The JSON object; empty for anything else."""
        try:
            found = orjson.loads(self.raw)
        except orjson.JSONDecodeError:
            return {}
        return found if isinstance(found, dict) else {}


@dataclass(frozen=True, slots=True)
class Instance:
    """A running service by its address, in its normal form."""

    url: str

    def ask(self, path: str, body: bytes | None = None, token: str | None = None) -> Answer:
        """One request on a connection of its own; POST where there is a body. Raises SelfTestFailed."""
        headers = {"Accept": "application/json"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        parts = urlsplit(self.url)
        made = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        connection = made(parts.netloc, timeout=_PATIENCE_S)
        started = time.perf_counter()
        try:
            connection.request("GET" if body is None else "POST", f"{parts.path}{path}", body, headers)
            answer = connection.getresponse()
            raw = answer.read(_LONGEST_ANSWER)
        except (OSError, http.client.HTTPException) as problem:
            reason = getattr(problem, "strerror", None) or type(problem).__name__
            raise SelfTestFailed(f"{self.url}{path} cannot be reached: {reason}") from None
        finally:
            connection.close()
        return Answer(status=answer.status, raw=raw, milliseconds=(time.perf_counter() - started) * 1000)


def instance_at(url: str) -> Instance:
    """The service at this base address, with or without the path of discovery behind it. Raises SelfTestFailed."""
    try:
        return Instance(normal_address(url).removesuffix("/cds-services"))
    except Unfit as unfit:
        raise SelfTestFailed(f"no address: {unfit.why or 'it begins with https:// or http://'}") from None
