"""The world in which an attack is played: the service in production, whom it may call, and whom it must not.

Every server but two has a certificate, of an authority that the service trusts, for whatever name it is asked for: where a
token stays at home, a certificate was not the reason. What may not live here: the attacks (`addresses`), and what has
to come of them (`test_addresses`).
"""

from __future__ import annotations

import json
import posixpath
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import orjson
import pytest
from flask.testing import FlaskClient

from cds_hooks import desk
from cds_hooks.app import create_app
from cds_hooks.demo import SERVICE_PATH
from cds_hooks.failures import NotTrusted
from cds_hooks.site import Site, load_site
from cds_hooks.trust import Caller
from fhir_profiles.server import Session, fetch_key_set
from tests.attacks.addresses import CLINIC, HOME, KEYS, LISTED, METADATA, NEIGHBOUR, STRANGER, TENANT, Attack, Place
from tests.attacks.putting import KEY, PUT
from tests.support import calls
from tests.support.authority import Authority
from tests.support.calls import Answered, Json, advice_of
from tests.support.hospital import key_of
from tests.support.houses import Answer, House, opened
from tests.support.internet import Internet, internet

SECRET = "CANARY-access-token"
PATIENT = "V-05"
KEY_SET = {"keys": [{"kty": "EC", "kid": "one"}]}
PROXY = "10.20.0.9"
"""Its door leads to the trap: what it would see is seen there."""
MIN = 60.0
SETTINGS = {
    "SPINAL_CDS__MODE": "production",
    "SPINAL_CDS__PUBLIC_URL": "https://cds.hospital.example",
    "SPINAL_CDS__FHIR__DEADLINE_MS": "1500",
    "SPINAL_CDS__CLIENT__0__ISSUER": "hospital",
    "SPINAL_CDS__CLIENT__0__JWKS_URL": KEYS,
    "SPINAL_CDS__CLIENT__0__FHIR_SERVERS": json.dumps([LISTED]),
    "SPINAL_CDS__CLIENT__1__ISSUER": "clinic",
    "SPINAL_CDS__CLIENT__1__JWKS_URL": KEYS,
    "SPINAL_CDS__CLIENT__1__FHIR_SERVERS": json.dumps([CLINIC, TENANT]),
}
_NAMES = {
    "fhir.hospital.example": HOME,
    "ehr.hospital.example": HOME,
    "fhir.clinic.example": "10.20.0.6",
    "proxy.hospital.example": PROXY,
    "localhost": "127.0.0.1",
    "loopback.evil.example": "127.0.0.1",
}
_BY_ADDRESS = (
    HOME,
    METADATA,
    "127.0.0.1",
    "127.255.255.254",
    "10.0.0.1",
    "::1",
    "::ffff:127.0.0.1",
    "fd12:3456:789a::1",
)
"""Addresses for which there is a certificate; a caller that uses one names nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came of an attack: the status, what was said, and what arrived where nothing may.

    `connections` counts whoever else was called, `requests` what was asked there, `tokens` those that brought one. `at_home`
    are the requests that the listed server got.
    """

    status: int
    said: str
    connections: int
    requests: int
    tokens: int
    at_home: int
    tokens_at_home: int


class Gate:
    """Stands where tokens are checked: it believes what it is told."""

    def __init__(self, site: Site, *_: object, **__: object) -> None:
        self._site = site

    def caller(self, authorization: str | None, _: str) -> Caller:
        for client in self._site.clients:
            if authorization == f"Bearer {client.issuer}":
                return Caller(client=client)
        raise NotTrusted("no-token")


class Held:
    """What every server says, so that whoever is called astray gives what is wanted: a record, and faults in its place."""

    def __init__(self) -> None:
        self.record: Json = {}
        self.faults: dict[str, Answer] = {}

    def start_anew(self) -> None:
        self.record = calls.call(PATIENT)["prefetch"] | {"": KEY_SET, "Binary": {"resourceType": "Binary"}}
        self.faults = {}

    def says(self, path: str) -> Answer:
        key = key_of(path.removeprefix("/clinic"))
        return self.faults.get(key) or (200, {}, self.record.get(key, {"resourceType": "Bundle", "type": "searchset"}))


@dataclass(kw_only=True)
class World:
    """`home` is the listed server, `others` are all the others: another client's, the two without a certificate, the trap."""

    held: Held
    internet: Internet
    home: House
    others: tuple[House, ...]
    session: Session = field(default_factory=Session)
    """The service's, in place of one that keeps its connections from attack to attack."""

    def start_anew(self) -> None:
        """Forget what was said, asked and seen; every name leads where it should, and nobody is connected."""
        self.session.close()
        self.session = Session()
        self.held.start_anew()
        self.internet.answers = {name: ((address,),) for name, address in _NAMES.items()}
        self.internet.forget()
        for house in (self.home, *self.others):
            house.seen.clear()

    def play(self, attack: Attack) -> Result:
        """One attack, from the start."""
        self.start_anew()
        body = lacking()
        with pytest.MonkeyPatch.context() as patch:
            PUT[attack.place](self.held, body, self.internet, patch, attack.put)
            if attack.place not in (Place.KEYS_REDIRECT, Place.KEYS_NAME):
                return self.result(self.call(body))
            status, said = (401, "no keys") if self.fetch_keys() is None else (200, "keys")
            return self._result(status, said, allowed="/jwks.json")

    def call(self, body: Json, issuer: str = "hospital") -> Answered:
        """One hook call."""
        headers = {"Authorization": f"Bearer {issuer}", "Content-Type": "application/json"}
        response = self.service.post(SERVICE_PATH, data=orjson.dumps(body), headers=headers)
        return Answered(status=response.status_code, raw=response.data)

    def fetch_keys(self) -> Json | None:
        """The key set of the callers."""
        return fetch_key_set(self.session, KEYS, seconds=MIN)

    @cached_property
    def service(self) -> FlaskClient:
        """Made once; what it remembers from call to call is in `session`."""
        return create_app(load_site(None, SETTINGS)).test_client()

    def result(self, answered: Answered) -> Result:
        """What came of a hook call."""
        assert SECRET.encode() not in answered.raw
        if answered.status != 200:
            said = str(answered.body["issue"][0]["details"]["text"])
        else:
            lost = [key for card in answered.cards for key in advice_of(card).get("unread", [])]
            said = (
                f"{len(lost)} keys not read"
                if len(lost) > 1
                else f"{lost[0]} not read"
                if lost
                else "everything was read"
            )
        return self._result(answered.status, said, allowed="/r4/")

    def _result(self, status: int, said: str, *, allowed: str) -> Result:
        at_home = [seen for seen in self.home.seen if _as_the_kindest_reads(seen[0]).startswith(allowed)]
        elsewhere = [seen for seen in self.home.seen if seen not in at_home]
        elsewhere += [seen for house in self.others for seen in house.seen]
        return Result(
            status=status,
            said=said,
            connections=sum(door != (HOME, 443) for door in self.internet.called),
            requests=len(elsewhere),
            tokens=sum(SECRET in (token or "") for _, token in elsewhere),
            at_home=len(at_home),
            tokens_at_home=sum(token == f"Bearer {SECRET}" for _, token in at_home),
        )


def lacking() -> Json:
    """A call of the hospital's EHR that has everything but one key, which has to be read from the listed server."""
    token = {"access_token": SECRET, "token_type": "Bearer", "expires_in": 300, "scope": "user/*.read", "subject": "us"}
    body = calls.call(PATIENT) | {"fhirServer": LISTED, "fhirAuthorization": token}
    del body["prefetch"][KEY]
    return body


def _as_the_kindest_reads(path: str) -> str:
    """Where a request ends at a server that decodes whatever it can, and takes for a slash or a dot what looks like one."""
    plain = re.sub("%c0%ae", ".", urlsplit(path).path, flags=re.IGNORECASE)
    for _ in range(3):
        plain = unquote(plain)
    steps = unicodedata.normalize("NFKC", plain).replace("\\", "/").split("/")
    return posixpath.normpath("/".join(step.partition(";")[0] for step in steps))


class _Current:
    """The world's session of the moment: a desk has one for good, an attack begins with a new one."""

    def __init__(self, found: Sequence[World]) -> None:
        self._found = found

    def __getattr__(self, name: str) -> Any:
        return getattr(self._found[0].session, name)


@contextmanager
def world(folder: Path) -> Iterator[World]:
    """Until the block ends. Certificates are made in this folder."""
    trusted, unknown = Authority(folder / "trusted"), Authority(folder / "unknown")
    held, tls = Held(), trusted.serving(_BY_ADDRESS)
    with ExitStack() as stack:
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        patch.setenv("SSL_CERT_FILE", str(trusted.file))
        patch.setattr(desk, "Gate", Gate)
        found: list[World] = []
        patch.setattr(desk, "Session", lambda **_: _Current(found))
        home, clinic, trap, stranger, neighbour = (
            stack.enter_context(opened(House(held.says, each)))
            for each in (tls, tls, tls, unknown.serving(), trusted.serving_as("neighbour.hospital.example"))
        )
        doors: Mapping[tuple[str, int], int] = {
            (HOME, 443): home.door,
            (_NAMES["fhir.clinic.example"], 443): clinic.door,
            (STRANGER, 443): stranger.door,
            (NEIGHBOUR, 443): neighbour.door,
        }
        there = stack.enter_context(internet(trap.door, doors))
        found.append(World(held=held, internet=there, home=home, others=(clinic, trap, stranger, neighbour)))
        yield found[0]
        found[0].session.close()
