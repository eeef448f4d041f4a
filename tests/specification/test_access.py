"""Which data a call is answered from, and how long that may take: rows FA, P, N and what they borrow from G, R and T.

What may not live here: one value of a prefetch key (tests/journeys), one fault of a line (tests/faults), one address alone
(tests/fhir_profiles).
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest

from cds_hooks.app import create_app
from cds_hooks.demo import SERVICE_PATH
from cds_hooks.order_select import HARD_LIMIT_S
from cds_hooks.site import ClientSettings, Mode, Server, Site, SiteMistakes, load_site
from cds_hooks.trust import Caller, Gate
from tests.support import calls, charts
from tests.support.calls import Answered, Json, advice_of
from tests.support.hospital import Hospital, hospital

CLIENTS_WAIT_S = 5.0
"""An order-select answer that comes later may be ignored (N2)."""
GRANT: Json = {"access_token": "t", "token_type": "Bearer", "expires_in": 300, "scope": "user/*.read", "subject": "us"}


@pytest.fixture
def beside() -> Iterator[Hospital]:
    with hospital(charts.call(charts.base())["prefetch"]) as found:
        yield found


def bare(address: str, **more: object) -> Json:
    """A call without prefetch: everything has to be read."""
    whole = {name: value for name, value in charts.call(charts.base()).items() if name != "prefetch"}
    return whole | {"fhirServer": address} | more


def in_production(monkeypatch: pytest.MonkeyPatch, body: Json, fhir_server: str) -> Answered:
    """The answer to a caller that was let in, and whose site lists this server."""
    ehr = ClientSettings(issuer="https://ehr.example", fhir_servers=(fhir_server,))
    monkeypatch.setattr(Gate, "caller", lambda *_: Caller(client=ehr))
    service = create_app(Site(mode=Mode.PRODUCTION, public_url="https://cds.example", clients=(ehr,))).test_client()
    return calls.post(service, body)


# --- where from ---------------------------------------------------------------------------------------------------------


def test_FA1_FA2_what_prefetch_lacks_is_read_with_the_token(beside: Hospital) -> None:
    answered = calls.post(calls.client(beside.base_url), bare(beside.base_url, fhirAuthorization=GRANT))
    assert answered.cards
    assert len(beside.asked) == 12
    assert {token for _, token in beside.seen} == {"Bearer t"}


def test_FA7_an_open_server_is_read_in_development_only(beside: Hospital, monkeypatch: pytest.MonkeyPatch) -> None:
    assert calls.post(calls.client(beside.base_url), bare(beside.base_url)).cards
    beside.seen.clear()
    refused = in_production(monkeypatch, bare(beside.base_url), beside.base_url)
    assert (refused.status, beside.seen) == (412, [])


def test_R5_in_production_a_server_without_tls_counts_as_none(
    beside: Hospital, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    listed = beside.base_url.replace("http://", "https://")
    refused = in_production(monkeypatch, bare(beside.base_url, fhirAuthorization=GRANT), listed)
    assert (refused.status, beside.seen) == (412, [])
    site = tmp_path / "site.toml"
    site.write_text(
        'public_url = "https://cds.example"\n[[client]]\nissuer = "https://ehr.example"\n'
        f'jwks_url = "https://ehr.example/jwks.json"\nfhir_servers = ["{beside.base_url}"]\n'
    )
    with pytest.raises(SiteMistakes, match="fhir_servers"):
        load_site(site, {})


def test_G1_production_is_reached_by_tls_alone(tmp_path: Path) -> None:
    """TLS ends in front of us: what is listened on is this machine's own address, what is published is https."""
    site = tmp_path / "site.toml"
    client = '[[client]]\nissuer = "https://ehr.example"\njwks_url = "https://ehr.example/jwks.json"\n'
    site.write_text(f'public_url = "https://cds.example"\n{client}')
    assert load_site(site, {}).production
    site.write_text(f'public_url = "http://cds.example"\n{client}')
    with pytest.raises(SiteMistakes, match="public_url"):
        load_site(site, {})
    assert Server().host == "127.0.0.1"


def test_P4_details_that_we_wish_for_may_be_missing() -> None:
    """Patient and conditions alone, and nobody to ask: that is no 412, and what is not known is said."""
    body = charts.call(charts.base())
    body["prefetch"] = {key: body["prefetch"][key] for key in ("patient", "conditions")}
    answered = calls.post(calls.client(), body)
    assert answered.status == 200
    assert advice_of(answered.cards[0])["outcome"] == "NEED_DATA"
    assert {key for card in answered.cards for key in advice_of(card).get("unread", ())} >= {"findings", "imaging"}


def test_N8_what_changed_between_two_calls_is_seen(beside: Hospital) -> None:
    service = calls.client(beside.base_url)
    before = calls.post(service, bare(beside.base_url))
    beside.record = copy.deepcopy(charts.call(charts.base(findings=charts.CALM | {"escc": "3"}))["prefetch"])
    after = calls.post(service, bare(beside.base_url))
    said = [{advice_of(card)["outcome"] for card in each.cards} for each in (before, after)]
    assert said == [{"PAL_PAIN"}, {"URGENT_REFERRAL"}]


# --- how long, and for whom ---------------------------------------------------------------------------------------------


def test_N1_N2_reads_end_long_before_a_client_gives_up() -> None:
    """That a call keeps to it: tests/faults. How long a call takes: docs/explanation/speed.md, measured and not asserted."""
    assert Site().fhir.deadline_ms / 1000 < 0.5
    assert HARD_LIMIT_S < CLIENTS_WAIT_S


def test_N5_the_language_is_the_client_s_and_no_header_changes_it() -> None:
    body = orjson.dumps(charts.call(charts.base()))
    french = {"SPINAL_CDS__CLIENT__0__ISSUER": "https://ehr.example", "SPINAL_CDS__CLIENT__0__LANGUAGE": "fr"}
    for settings, word in (
        ({}, "Option within multidisciplinary care"),
        (french, "prise en charge multidisciplinaire"),
    ):
        service = calls.client(**settings)
        for asked in ({}, {"Accept-Language": "de, en;q=0.5"}):
            said = service.post(SERVICE_PATH, data=body, content_type="application/json", headers=asked)
            assert all(word in card["detail"] for card in said.get_json()["cards"])
            assert said.headers["Vary"] == "Origin"


def test_K6_U2_no_uuid_is_given_twice_in_a_thousand_calls() -> None:
    service, body = calls.client(), orjson.dumps(charts.call([]))
    given: list[str] = []
    for _ in range(1000):
        answered = service.post(SERVICE_PATH, data=body, content_type="application/json")
        given += [card["uuid"] for card in orjson.loads(answered.data)["cards"]]
    assert len(set(given)) == len(given) >= 1000
