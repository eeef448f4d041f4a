"""Plays attacks with tokens against the whole service in production mode: what came back, what was logged, whom it called.

Every name and address that is not this machine's leads to a listener that counts. What may not live here: which attacks there
are (`tokens`), and what each must come to (`test_tokens`).
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import orjson
import pytest
from flask.testing import FlaskClient

from cds_hooks.app import create_app
from cds_hooks.desk import Desk, open_desk
from cds_hooks.site import ClientSettings, Site, load_site
from cds_hooks.trust import Gate
from tests.attacks import forging
from tests.attacks.attack import Attack, Environ
from tests.attacks.forging import CLINIC, EVIL, Forge
from tests.support import certificates
from tests.support.doors import ISSUER, PUBLIC_URL, SERVICE, Clock, Memory, written
from tests.support.guard import Guard, guarded
from tests.support.hospital import Hospital, hospital
from tests.support.key_server import KeyServer, publishing
from tests.support.signing import key_set

BODY = {
    "hook": "order-select",
    "hookInstance": "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
    "fhirServer": f"{EVIL}/r4",
    "fhirAuthorization": {
        "access_token": "x",
        "token_type": "Bearer",
        "expires_in": 300,
        "scope": "user/*.read",
        "subject": "x",
    },
    "context": {
        "userId": "Practitioner/1",
        "patientId": "1",
        "selections": ["ServiceRequest/1"],
        "draftOrders": {
            "resourceType": "Bundle",
            "entry": [{"resource": {"resourceType": "ServiceRequest", "id": "1", "code": {"text": "chest X-ray"}}}],
        },
    },
}
"""An order that is not ours: whoever is let in gets an empty list of cards. Its FHIR server is the attacker's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """What came of one call. `elsewhere`: what was asked of anybody that the site file does not name."""

    sent: Environ
    status: int
    body: bytes
    headers: Mapping[str, str]
    trail: Mapping[str, Any]
    logged: str
    elsewhere: tuple[str, ...]


class _Log(logging.Handler):
    """Everything that anybody logs."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[tuple[str, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append((record.name, record.getMessage()))


@dataclass(frozen=True, kw_only=True)
class Stage:
    """The service in production mode, the two EHRs whose keys it knows, and the rest of the world."""

    desk: Desk
    service: FlaskClient
    clock: Clock
    clinic: KeyServer
    guard: Guard
    elsewhere: Hospital
    log: _Log

    def play(self, attack: Attack) -> Played:
        """One attack, on a gate that has seen nothing yet."""
        self.open_anew()
        forge = Forge(clock=self.clock, clinic=self.clinic)
        token = attack.make(forge)
        if attack.used:
            rightful = self.call({"HTTP_AUTHORIZATION": f"Bearer {token}"})
            assert rightful.status == 200, rightful.trail
            attack.between(forge)
        return self.call(attack.send(token), attack.path)

    def open_anew(self) -> None:
        """A gate without memory of tokens or keys, and the keys of the beginning."""
        self.clinic.document = key_set(forging.AT_CLINIC)
        self.desk.__dict__["gate"] = Gate(self.desk.site, Memory(), self.clock)

    def call(self, environ: Environ, path: str = SERVICE) -> Played:
        """One call with these headers, as a web server hands it over."""
        self.guard.elsewhere.clear()
        self.guard.here.clear()
        self.elsewhere.seen.clear()
        self.log.lines.clear()
        answer = self.service.post(
            path, data=orjson.dumps(BODY), content_type="application/json", environ_overrides=dict(environ)
        )
        return Played(
            sent=environ,
            status=answer.status_code,
            body=answer.data,
            headers=dict(answer.headers),
            trail=next(json.loads(text) for name, text in self.log.lines if name == "spinal_cds.trail"),
            logged="\n".join(text for _, text in self.log.lines),
            elsewhere=(
                *self.guard.elsewhere,
                *(str(port) for port in self.guard.here if port != self.clinic.server_address[1]),
                *(path for path, _ in self.elsewhere.seen),
            ),
        )


@contextmanager
def stage() -> Iterator[Stage]:
    """Open until the block ends."""
    log = _Log()
    with (
        TemporaryDirectory() as folder,
        _published(Path(folder)) as clinic,
        hospital({}) as elsewhere,
        guarded(elsewhere.server_address[1]) as guard,
        pytest.MonkeyPatch.context() as patch,
        _listening(log),
    ):
        clock = Clock()
        desk = open_desk(_site(Path(folder), clinic), clock)
        patch.setattr("cds_hooks.app.open_desk", lambda *_: desk)
        patch.setenv("SSL_CERT_FILE", str(Path(folder) / "certificate.pem"))
        service = create_app(desk.site, clock).test_client()
        yield Stage(desk=desk, service=service, clock=clock, clinic=clinic, guard=guard, elsewhere=elsewhere, log=log)


@contextmanager
def _published(folder: Path) -> Iterator[KeyServer]:
    """The second EHR's keys, by TLS."""
    with publishing(key_set(forging.AT_CLINIC), certificates.serving_side(certificates.certificate(folder))) as server:
        yield server


@contextmanager
def _listening(log: _Log) -> Iterator[None]:
    everything, ours = logging.getLogger(), logging.getLogger("spinal_cds")
    before = everything.level, ours.level
    everything.addHandler(log)
    everything.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        everything.removeHandler(log)
        everything.setLevel(before[0])
        ours.setLevel(before[1])


def _site(folder: Path, clinic: KeyServer) -> Site:
    """A site file that production accepts, and beside it the public sandbox, which only a site made by hand can hold."""
    files = {
        "ehr": forging.ehr_keys(),
        "north": key_set(forging.OF_NORTH),
        "south": key_set(forging.OF_SOUTH),
        "sandbox": key_set(forging.OF_SANDBOX),
    }
    for name, document in files.items():
        written(folder / f"{name}.jwks.json", document)
    (folder / "site.toml").write_text(_FILE.format(clinic=clinic.address), encoding="utf-8")
    site = load_site(folder / "site.toml", {})
    sandboxes = (forging.SANDBOX, f"{forging.SANDBOX}/", forging.SANDBOX.upper())
    by_hand = [ClientSettings(issuer=each, jwks_file=folder / "sandbox.jwks.json") for each in sandboxes]
    return replace(site, clients=(*site.clients, *by_hand))


_FILE = f"""
mode = "production"
public_url = "{PUBLIC_URL}"
[[client]]
issuer = "{ISSUER}"
jwks_file = "ehr.jwks.json"
algorithms = ["ES384", "RS384", "PS384"]
tenants = ["north", "south"]
[[client]]
issuer = "{CLINIC}"
jwks_url = "{{clinic}}"
[[client]]
issuer = "{forging.SHARED}"
jwks_file = "north.jwks.json"
tenants = ["north"]
[[client]]
issuer = "{forging.SHARED}"
jwks_file = "south.jwks.json"
tenants = ["south"]
"""
