"""One door for every call that needs a token: ``Gate.caller`` says who calls, or raises NotTrusted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from cds_hooks.failures import NotTrusted
from cds_hooks.site import ClientSettings, Site


class SeenTokens(Protocol):
    """Who remembers the tokens that were used, for all workers and instances."""

    def first_use(self, issuer: str, token_id: str, until: datetime) -> bool:
        """Whether this token was not used before; from now on it was, until it expires. Raises LedgerUnavailable."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Who calls. ``client`` is None only in development, where nobody has to prove who they are."""

    client: ClientSettings | None = None
    tenant: str = ""
    token_id: str = ""
    notes: tuple[str, ...] = ()


class Gate:
    """Made once for a process."""

    def __init__(self, site: Site, seen: SeenTokens, clock: Callable[[], datetime]) -> None:
        self._site, self._seen, self._clock = site, seen, clock

    def caller(self, authorization: str | None, path: str) -> Caller:
        """Who sent this ``Authorization`` header to this path below ``public_url``. Raises NotTrusted."""
        if self._site.production:
            raise NotTrusted("no-token" if authorization is None else "not-verified")
        return Caller()
