"""Four hospitals on one instance, told apart by issuer and tenant: each is answered as by an instance of its own.

Two of them share an issuer and its keys; settings, languages, maps, prefetch keys and FHIR servers differ. Words of one patient
in the answer of another: `tests/hostile/test_isolation.py`. Whose token opens which door: `tests/cds_hooks/trust/test_gate.py`.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import orjson
import pytest
from flask import Flask

from cds_hooks.app import create_app
from cds_hooks.demo import SERVICE_PATH
from cds_hooks.ledger import Ledger
from cds_hooks.site import Offered, Site, Triggers, load_site
from tests.support import calls
from tests.support.calls import Answered, Json, advice_of
from tests.support.doors import written
from tests.support.hospital import Hospital, hospital
from tests.support.signing import Signer, claims, key_set, signer

CALLS, THREADS, SEED = 400, 8, 20261130
MODES: Final = ("prefetch", "reads", "half and half")
TIME_ENOUGH_MS: Final = 60_000
PUBLIC_URL: Final = "https://cds.group.example"
SHARED: Final = "https://ehr.group.example"
MAP: Final = Path(__file__).parents[2] / "deploy" / "sites" / "epic.orders.conceptmap.json"

HOSPITALS: Final[Mapping[str, tuple[str, str, str]]] = {
    "north": (
        SHARED,
        "V-05",
        "[client.thresholds]\nplatelets_min = 90\nlarge_lesion_mm = 30\n[client.offered]\nlaser = false",
    ),
    "south": (SHARED, "V-05", 'language = "fr"\n[client.triggers]\nimaging = true\n[client.thresholds]\ninr_max = 1.5'),
    "west": (
        "https://epic.west.example",
        "V-01",
        """profile = "epic"\nlanguage = "de"\nprefetch_keys = {problems = "conditions"}
        [client.records]\nnot_available = ["consents", "imaging"]\n[client.orders]\nconcept_map = "orders.json" """,
    ),
    "east": ("https://oracle.east.example", "V-06", 'profile = "oracle"\n[client.offered]\ncoblation = false'),
}
"""Issuer, sample patient, and what is set for this hospital alone."""


@dataclass(frozen=True, kw_only=True)
class House:
    """One hospital: who signs for it, where its records lie, and the call that it makes."""

    name: str
    issuer: str
    signs: Signer
    server: Hospital
    body: Json
    own: str

    @property
    def client(self) -> str:
        tenants = f'tenants = ["{self.name}"]' if self.issuer == SHARED else ""
        return (
            f'[[client]]\nissuer = "{self.issuer}"\n{tenants}\njwks_file = "{self.signs.kid}.json"\n'
            f'fhir_servers = ["{self.server.base_url}"]\n{self.own}\n'
        )

    def call(self, mode: str) -> bytes:
        local = {"conditions": "problems"} if self.name == "west" else {}
        brought = {} if mode == "reads" else self.body["prefetch"]
        if mode == "half and half":
            brought = {key: value for key, value in brought.items() if key not in calls.READ_LATER}
        granted = {"access_token": f"token-of-{self.name}", "token_type": "Bearer", "expires_in": 300}
        reading = {"fhirServer": self.server.base_url, "fhirAuthorization": granted | {"scope": "x", "subject": "x"}}
        prefetch = {local.get(key, key): value for key, value in brought.items()}
        return orjson.dumps(self.body | {"prefetch": prefetch} | ({} if mode == "prefetch" else reading))

    def token(self, path: str) -> str:
        tenant = self.name if self.issuer == SHARED else None
        said = claims(self.issuer, f"{PUBLIC_URL}{path}", datetime.now(UTC), tenant=tenant)
        return f"Bearer {self.signs.token(said)}"


@pytest.fixture
def houses() -> Iterator[tuple[House, ...]]:
    with ExitStack() as open_servers:
        found = []
        for name, (issuer, patient, own) in HOSPITALS.items():
            body = calls.call(patient)
            server = open_servers.enter_context(hospital(body["prefetch"]))
            owner = "shared" if issuer == SHARED else name
            signs = signer(f"{owner}-1", owner=owner)
            found.append(House(name=name, issuer=issuer, signs=signs, server=server, body=body, own=own))
        yield tuple(found)


def site_of(folder: Path, houses: tuple[House, ...]) -> Site:
    """An instance for these; in development, where a FHIR server of this machine may be read, and a token counts all the same."""
    folder.mkdir()
    for house in houses:
        written(folder / f"{house.signs.kid}.json", key_set(house.signs))
    (folder / "orders.json").write_bytes(MAP.read_bytes())
    file = folder / "site.toml"
    root = f'mode = "development"\npublic_url = "{PUBLIC_URL}"\n[thresholds]\nplatelets_min = 60\n'
    file.write_text(root + "".join(house.client for house in houses), encoding="utf-8")
    site = load_site(file, {})
    return replace(site, fhir=replace(site.fhir, deadline_ms=TIME_ENOUGH_MS))


@pytest.fixture(autouse=True)
def _reads_are_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cds_hooks.order_select.HARD_LIMIT_S", TIME_ENOUGH_MS / 1_000)


def post(service: Flask, house: House, body: bytes, path: str = SERVICE_PATH) -> Answered:
    response = service.test_client().post(
        path, data=body, content_type="application/json", headers={"Authorization": house.token(path)}
    )
    return Answered(status=response.status_code, raw=response.data)


def test_400_calls_in_any_order_are_answered_as_by_an_instance_of_each_hospitals_own(
    tmp_path: Path, houses: tuple[House, ...]
) -> None:
    bodies = {(house.name, mode): house.call(mode) for house in houses for mode in MODES}
    alone = {}
    for house in houses:
        own = create_app(site_of(tmp_path / house.name, (house,)))
        for mode in MODES:
            answer = post(own, house, bodies[house.name, mode])
            assert answer.status == 200
            alone[house.name, mode] = answer.without_ids
    assert len({alone[house.name, "prefetch"] for house in houses}) == len(houses)
    for house in houses:
        house.server.seen.clear()
    shared = create_app(site_of(tmp_path / "shared", houses))
    by_name = {house.name: house for house in houses}
    turns = [random.Random(SEED + number).choice(list(bodies)) for number in range(CALLS)]  # noqa: S311  an order, no secret

    def ask(which: tuple[str, str]) -> tuple[tuple[str, str], bytes]:
        return which, post(shared, by_name[which[0]], bodies[which]).without_ids

    with ThreadPoolExecutor(THREADS) as callers:
        for which, answered in callers.map(ask, turns):
            assert answered == alone[which]
    for house in houses:
        assert {token for _, token in house.server.seen} == {f"Bearer token-of-{house.name}"}


def test_each_hospital_has_its_own_settings(tmp_path: Path, houses: tuple[House, ...]) -> None:
    """So that the answers above differ for a reason."""
    north, south, west, east = site_of(tmp_path / "shared", houses).clients
    assert (north.thresholds, south.thresholds) == (
        {"platelets_min": 90, "large_lesion_mm": 30},
        {"platelets_min": 60, "inr_max": 1.5},
    )
    assert [client.language for client in (north, south, west, east)] == ["en", "fr", "de", "en"]
    assert (north.offered, east.offered) == (Offered(laser=False), Offered(coblation=False))
    assert (north.triggers, south.triggers) == (Triggers(), Triggers(imaging=True))
    assert (west.not_available, west.concept_map is None, east.concept_map) == (("consents", "imaging"), False, None)
    assert len({client.name for client in (north, south, west, east)}) == len(houses)


def test_FA6_no_hospital_has_the_server_of_another_read(tmp_path: Path, houses: tuple[House, ...]) -> None:
    shared = create_app(site_of(tmp_path / "shared", houses))
    for house in houses:
        for other in houses:
            call = json.loads(house.call("half and half")) | {"fhirServer": other.server.base_url}
            assert post(shared, house, orjson.dumps(call)).status == 200
            asked = other.server.seen[:]
            assert bool(asked) == (house is other)
            other.server.seen.clear()


def test_feedback_and_cards_count_for_the_hospital_that_sent_them(tmp_path: Path, houses: tuple[House, ...]) -> None:
    site = site_of(tmp_path / "shared", houses)
    shared, path = create_app(site), f"{SERVICE_PATH}/feedback"
    for number, house in enumerate(houses, start=1):
        cards = post(shared, house, house.call("prefetch")).cards
        entry = {"card": cards[0]["uuid"], "outcome": "overridden", "outcomeTimestamp": "2026-11-30T08:00:00Z"}
        for _ in range(number):
            assert post(shared, house, orjson.dumps({"feedback": [entry]}), path).status == 200
    ledger = Ledger(site)
    try:
        counted: dict[str, int] = {}
        for told in ledger.told():
            counted[told.client] = counted.get(told.client, 0) + told.entries
    finally:
        ledger.close()
    assert counted == {client.name: number for number, client in enumerate(site.clients, start=1)}


def test_the_token_of_one_tenant_brings_its_own_settings(tmp_path: Path, houses: tuple[House, ...]) -> None:
    """The same issuer, key and call: only the tenant differs, and the language and the numbers with it."""
    shared = create_app(site_of(tmp_path / "shared", houses))
    north, south, *_ = houses
    body = north.call("prefetch")
    of_north, of_south = (post(shared, house, body).cards for house in (north, south))
    assert [advice_of(card)["kind"] for card in of_north] == [advice_of(card)["kind"] for card in of_south]
    assert all(one["summary"] != other["summary"] for one, other in zip(of_north, of_south, strict=True))


def test_discovery_of_several_hospitals_shows_our_own_keys(tmp_path: Path, houses: tuple[House, ...]) -> None:
    """It is asked without a token, so that nobody knows for whom; `spinal-cds sheet` tells each hospital its own."""
    alone = create_app(site_of(tmp_path / "alone", houses[2:3])).test_client().get("/cds-services").get_json()
    shared = create_app(site_of(tmp_path / "shared", houses)).test_client().get("/cds-services").get_json()
    assert {"problems"} == alone["services"][0]["prefetch"].keys() - shared["services"][0]["prefetch"].keys()
    assert {"conditions", "consents", "imaging"} <= shared["services"][0]["prefetch"].keys()
