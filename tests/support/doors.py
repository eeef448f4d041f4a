"""A gate with everything that it is given in a test: a site made by hand, a clock to set, and a memory that may be down.

What may not live here: what a gate should say.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cds_hooks.failures import LedgerUnavailable, NotTrusted
from cds_hooks.site import ClientSettings, Mode, Site
from cds_hooks.trust import Caller, Gate
from tests.support.signing import Json, Signer, claims, key_set

PUBLIC_URL = "https://cds.hospital.example"
SERVICE = "/cds-services/spinal-tumour-order-select"
FEEDBACK = f"{SERVICE}/feedback"
ISSUER = "https://ehr.hospital.example/oauth2"
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Clock:
    """Shows what it was set to."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


class Memory:
    """Remembers for all workers, unless it is down."""

    def __init__(self) -> None:
        self.used: dict[tuple[str, str], datetime] = {}
        self.down = False
        self.asked = 0

    def first_use(self, issuer: str, token_id: str, until: datetime) -> bool:
        self.asked += 1
        if self.down:
            raise LedgerUnavailable
        return self.used.setdefault((issuer, token_id), until) is until


@dataclass
class Door:
    """A gate, and how one stands before it. `say` is what the caller may know of the answer."""

    site: Site
    clock: Clock = field(default_factory=Clock)
    memory: Memory = field(default_factory=Memory)

    def __post_init__(self) -> None:
        self.gate = Gate(self.site, self.memory, self.clock)

    def claims(self, path: str = SERVICE, /, **changes: Any) -> Json:
        return claims(ISSUER, self.site.public_url + path, self.clock.now, **changes)

    def let_in(self, token: str, path: str = SERVICE) -> Caller:
        return self.gate.caller(f"Bearer {token}", path)

    def refused(self, token: str, path: str = SERVICE) -> str:
        """The reason for which this token is not let in; "" if it is."""
        try:
            self.let_in(token, path)
        except NotTrusted as failure:
            return failure.reason
        return ""


def door(*clients: ClientSettings, mode: Mode = Mode.PRODUCTION) -> Door:
    return Door(Site(mode=mode, public_url=PUBLIC_URL, clients=clients))


def with_file(folder: Path, *signers: Signer, **settings: Any) -> ClientSettings:
    """A client whose keys lie in a file."""
    usual: dict[str, Any] = {"issuer": ISSUER, "algorithms": tuple({each.algorithm for each in signers})}
    return ClientSettings(jwks_file=written(folder / "ehr.jwks.json", key_set(*signers)), **(usual | settings))


def written(file: Path, document: object) -> Path:
    file.write_text(json.dumps(document), encoding="utf-8")
    return file
