"""No address that a caller or a server puts before us is called, and no token goes there; nor would a lookup tell anybody.

Each attack is played against the whole service in production, and once more against a service without its checks: what leads
that one astray is a real attack. What may not live here: the attacks (`addresses`).
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

import pytest
import requests

from cds_hooks.site import Site
from fhir_profiles.server import Session, reads, resolving, session
from tests.attacks.addresses import ATTACKS, CLINIC, HOME, LISTED, METADATA, TENANT, Attack, Place
from tests.attacks.putting import KEY
from tests.attacks.world import KEY_SET, PROXY, World, lacking, world

OURS = {"fhir.hospital.example", "ehr.hospital.example"}
"""The names that may be asked for."""
UNHARMED = {Place.RECORD, Place.ENVIRONMENT}
"""Where an attack passes by unnoticed, and everything is read."""
each_attack = pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.id)


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with world(tmp_path_factory.mktemp("certificates")) as found:
        yield found


@pytest.fixture
def fresh(there: World) -> World:
    there.start_anew()
    return there


@each_attack
def test_FA6_nobody_else_is_called_and_nobody_else_gets_a_token(there: World, attack: Attack) -> None:
    result = there.play(attack)
    assert (result.requests, result.tokens) == (0, 0)
    assert (result.connections == 0) is not attack.connects
    assert set(there.internet.asked) <= OURS
    assert result.at_home == result.tokens_at_home or attack.place is Place.KEYS_REDIRECT
    if attack.place in (Place.KEYS_REDIRECT, Place.KEYS_NAME):
        assert result.said == "no keys"
    else:
        assert result.status == 200
        assert ("not read" in result.said) is (attack.place not in UNHARMED)


@each_attack
def test_a_service_without_these_checks_is_led_astray(
    there: World, attack: Attack, monkeypatch: pytest.MonkeyPatch
) -> None:
    def get(self: Session, url: str, headers: dict[str, str], timeout: float) -> requests.Response:
        self._http.trust_env = True
        return self._http.get(url, headers=headers, timeout=timeout, stream=True)

    monkeypatch.setattr(Site, "readable", lambda _, __, fhir_server, **___: fhir_server)
    monkeypatch.setattr(reads, "within", lambda _, seen_from, link: urljoin(seen_from, link))
    monkeypatch.setattr(resolving, "may_call", lambda *_: True)
    monkeypatch.setattr(session, "place_of", lambda url: url)
    monkeypatch.setattr(Session, "get", get)
    result = there.play(attack)
    assert (result.connections + result.requests > 0) is attack.astray


def test_there_are_attacks_enough() -> None:
    assert len({attack.id for attack in ATTACKS}) == len(ATTACKS)
    assert len({str(attack.put) for attack in ATTACKS if attack.astray}) >= 100
    assert {attack.place for attack in ATTACKS} == set(Place)


# --- What is allowed works: nothing above holds only because nothing goes out -----------------------------------------


def test_FA6_the_listed_server_is_read_with_the_token_page_by_page(fresh: World) -> None:
    fresh.held.faults[KEY] = (
        200,
        {},
        fresh.held.record[KEY] | {"link": [{"relation": "next", "url": f"{LISTED}/Bundle?page=2"}]},
    )
    fresh.held.record["page 2"] = fresh.held.record[KEY]
    result = fresh.result(fresh.call(lacking()))
    assert (result.said, result.at_home, result.tokens_at_home) == ("everything was read", 2, 2)
    assert fresh.internet.called[0] == (HOME, 443)


def test_FA6_a_document_of_the_listed_server_is_read_with_the_token(fresh: World) -> None:
    body = lacking()
    body["prefetch"][KEY] = fresh.held.record[KEY]
    fresh.held.record["Binary"] = {"resourceType": "Binary", "contentType": "text/plain", "data": "Tm8gdHVtb3VyLg=="}
    report = {
        "resourceType": "DiagnosticReport",
        "id": "1",
        "status": "final",
        "code": {"text": "MR thoracic spine"},
        "subject": {"reference": f"Patient/{body['context']['patientId']}"},
        "presentedForm": [{"contentType": "text/plain", "url": f"{LISTED}/Binary/1"}],
    }
    body["prefetch"]["reports"] = {"resourceType": "Bundle", "type": "searchset", "entry": [{"resource": report}]}
    result = fresh.result(fresh.call(body))
    assert (result.said, result.at_home, result.tokens_at_home) == ("everything was read", 1, 1)


@pytest.mark.parametrize("server", [CLINIC, TENANT])
def test_FA6_each_client_has_servers_of_its_own(fresh: World, server: str) -> None:
    body = lacking() | {"fhirServer": server}
    assert fresh.result(fresh.call(body, issuer="clinic")).said == "everything was read"
    fresh.start_anew()
    assert fresh.result(fresh.call(body | {"fhirServer": LISTED}, issuer="clinic")).said == f"{KEY} not read"
    assert fresh.internet.called == []


def test_the_key_set_is_fetched(fresh: World) -> None:
    assert fresh.fetch_keys() == KEY_SET
    assert fresh.home.seen == [("/jwks.json", None)]


# --- With a proxy of the site -----------------------------------------------------------------------------------------


@pytest.fixture
def behind_a_proxy(fresh: World) -> World:
    fresh.session = Session(proxy="http://proxy.hospital.example:3128")
    return fresh


def test_the_site_s_proxy_gets_the_name_and_the_listed_server_the_token(behind_a_proxy: World) -> None:
    there = behind_a_proxy
    assert there.result(there.call(lacking())).said == "everything was read"
    assert there.internet.called == [(PROXY, 3128)]
    assert there.internet.asked == ["proxy.hospital.example"]
    tunnel, request = [seen for house in there.others for seen in house.seen]
    assert tunnel == ("fhir.hospital.example:443", None)
    assert request[0].startswith("/r4/Observation")


def test_a_proxy_whose_name_was_led_away_is_not_called(behind_a_proxy: World) -> None:
    there = behind_a_proxy
    there.internet.answers["proxy.hospital.example"] = ((METADATA,),)
    assert there.result(there.call(lacking())).said == f"{KEY} not read"
    assert there.internet.called == []
