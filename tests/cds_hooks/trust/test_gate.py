"""The door as a whole: whose token it is (J7, J13), the public sandbox (J16), development, and what may be written down (J12)."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from cds_hooks.site import ClientSettings, Mode, Profile, Server, Site, is_public_sandbox
from cds_hooks.trust import Caller, Reason
from tests.support import recorded
from tests.support.doors import ISSUER, PUBLIC_URL, SERVICE, Clock, Door, door, with_file, written
from tests.support.guard import guarded
from tests.support.hospital import hospital
from tests.support.key_server import publishing
from tests.support.signing import as_json, key_set, segment, signer

EHR = signer()
SANDBOX = "https://sandbox.cds-hooks.org"


# --- jku --------------------------------------------------------------------------------------------------------------

FOREIGN = [
    "https://evil.example/jwks.json",
    "http://ehr.hospital.example/jwks.json",
    "https://ehr.hospital.example:8443/jwks.json",
    "https://ehr.hospital.example@evil.example/jwks.json",
    "https://ehr.hospital.example.evil.example/jwks.json",
    "https://ehr.hospital.example\\@evil.example/jwks.json",
    "https://ehr.hospital.example/jwks.json?x=https://evil.example",
    "https://ehr.hospital.example/jwks.json#x",
    "//ehr.hospital.example/jwks.json",
    "file:///etc/passwd",
    "data:application/json,{}",
    "jwks.json",
    "http://127.0.0.1/jwks.json",
    "http://169.254.169.254/latest",
    "https://[::1",
]


@pytest.mark.parametrize("address", FOREIGN)
def test_J7_a_foreign_jku_is_refused_beside_a_file(tmp_path: Path, address: str) -> None:
    entrance = door(with_file(tmp_path, EHR))
    assert entrance.refused(EHR.token(entrance.claims(), jku=address)) == Reason.ADDRESS


@pytest.mark.parametrize(
    "address", ["https://ehr.hospital.example/jwks.json", "https://EHR.hospital.example:443/any/.well-known/jwks.json"]
)
def test_J8_beside_a_file_a_jku_on_the_issuers_own_host_says_nothing_new(tmp_path: Path, address: str) -> None:
    entrance = door(with_file(tmp_path, EHR))
    assert entrance.refused(EHR.token(entrance.claims(), jku=address)) == ""


def test_J8_beside_a_file_an_issuer_that_is_no_address_has_no_jku(tmp_path: Path) -> None:
    entrance = door(with_file(tmp_path, EHR, issuer="our-ehr"))
    assert entrance.refused(EHR.token(entrance.claims(iss="our-ehr"))) == ""
    for address in ("our-ehr", "our-ehr/jwks.json", "https://ehr.hospital.example/jwks.json"):
        assert entrance.refused(EHR.token(entrance.claims(iss="our-ehr"), jku=address)) == Reason.ADDRESS


@pytest.mark.parametrize("value", [1, "", [], {}, ["https://ehr.hospital.example/jwks.json"]])
def test_J7_a_jku_is_a_text(tmp_path: Path, value: object) -> None:
    entrance = door(with_file(tmp_path, EHR))
    assert entrance.refused(EHR.token(entrance.claims(), jku=value)) == Reason.HEADER


def test_J7_beside_an_address_the_jku_is_that_address_and_nothing_else_is_asked() -> None:
    with publishing(key_set(EHR)) as server, hospital({}) as elsewhere, guarded(elsewhere.server_address[1]) as guard:
        entrance = door(ClientSettings(issuer=ISSUER, jwks_url=server.address), mode=Mode.DEVELOPMENT)

        def said(**header: Any) -> tuple[str, ...]:
            return entrance.let_in(EHR.token(entrance.claims(), **header)).notes

        assert said() == said(jku=server.address) == said(jku=f"{server.address}/") == ()
        foreign = [*FOREIGN, server.address.replace("jwks", "other"), server.address.upper(), f"{server.address}/x"]
        assert {said(jku=each) for each in foreign} == {("token-not-verified", Reason.ADDRESS)}
        assert len(server.asked) == 1
        assert (guard.elsewhere, elsewhere.seen) == ([], [])


def test_J7_an_unknown_issuer_causes_no_fetch() -> None:
    with publishing(key_set(EHR)) as server, hospital({}) as elsewhere, guarded(elsewhere.server_address[1]) as guard:
        entrance = door(
            ClientSettings(issuer=ISSUER, jwks_url=server.address, tenants=("north",)), mode=Mode.DEVELOPMENT
        )
        for said in (entrance.claims(iss="https://evil.example"), entrance.claims(tenant="south")):
            assert entrance.let_in(EHR.token(said)).client is None
        assert (server.asked, guard.elsewhere, elsewhere.seen) == ([], [], [])


def test_J9_keys_are_fetched_by_the_sites_proxy_and_no_other_way() -> None:
    client = ClientSettings(issuer=ISSUER, jwks_url="http://keys.hospital.example/jwks.json")
    with publishing(key_set(EHR)) as proxy, hospital({}) as elsewhere, guarded(elsewhere.server_address[1]) as guard:
        server = Server(proxy=f"http://127.0.0.1:{proxy.server_address[1]}")
        entrance = Door(Site(public_url=PUBLIC_URL, clients=(client,), server=server))
        assert entrance.let_in(EHR.token(entrance.claims())).client is client
        assert proxy.asked == [client.jwks_url]
        assert (guard.elsewhere, elsewhere.seen) == ([], [])


@pytest.mark.parametrize("address", ["http://127.0.0.1:{port}/jwks.json", "HTTPS://ehr.hospital.example/jwks.json"])
def test_J7_in_production_keys_come_by_https_whoever_made_the_site(address: str) -> None:
    with publishing(key_set(EHR)) as server, hospital({}) as elsewhere, guarded(elsewhere.server_address[1]) as guard:
        entrance = door(ClientSettings(issuer=ISSUER, jwks_url=address.format(port=server.server_address[1])))
        assert entrance.refused(EHR.token(entrance.claims())) == Reason.NO_KEYS
        assert (server.asked, guard.elsewhere, elsewhere.seen) == ([], [], [])


def test_a_client_without_keys_lets_nobody_in() -> None:
    entrance = door(ClientSettings(issuer=ISSUER))
    assert entrance.refused(EHR.token(entrance.claims())) == Reason.NO_KEYS


# --- tenants ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tenant", "reason"),
    [("north", ""), ("south", ""), ("east", "unknown-tenant"), ("NORTH", "unknown-tenant"), (None, "unknown-tenant")],
)
def test_J13_only_listed_tenants_are_let_in(tmp_path: Path, tenant: str | None, reason: str) -> None:
    entrance = door(with_file(tmp_path, EHR, tenants=("north", "south")))
    assert entrance.refused(EHR.token(entrance.claims(tenant=tenant))) == reason


def test_J13_without_a_list_any_tenant_is_let_in(tmp_path: Path) -> None:
    entrance = door(with_file(tmp_path, EHR))
    assert [entrance.let_in(EHR.token(entrance.claims(tenant=each))).tenant for each in ("x", None)] == ["x", ""]


def shared(tmp_path: Path, *tenants: tuple[str, ...]) -> Door:
    """Clients of one issuer, each with tenants and a key of its own."""
    clients = []
    for number, mine in enumerate(tenants):
        folder = tmp_path / str(number)
        folder.mkdir()
        settings: dict[str, Any] = {"tenants": mine, "language": "fr" if number else "en"}
        clients.append(with_file(folder, signer(f"key-{number}", owner=f"hospital {number}"), **settings))
    return door(*clients)


def test_J13_of_two_clients_with_one_issuer_the_tenant_chooses(tmp_path: Path) -> None:
    entrance = shared(tmp_path, ("north",), ("south", "west"))
    for number, tenant in ((0, "north"), (1, "south"), (1, "west")):
        own = signer(f"key-{number}", owner=f"hospital {number}")
        caller = entrance.let_in(own.token(entrance.claims(tenant=tenant)))
        assert caller.client is entrance.site.clients[number]
    assert entrance.refused(EHR.token(entrance.claims())) == Reason.TENANT
    assert entrance.refused(EHR.token(entrance.claims(tenant="east"))) == Reason.TENANT


def test_J13_the_key_of_one_tenant_opens_no_door_of_another(tmp_path: Path) -> None:
    entrance = shared(tmp_path, ("north",), ("south",))
    north = signer("key-0", owner="hospital 0")
    assert entrance.refused(north.token(entrance.claims(tenant="south"))) == Reason.KEY
    assert entrance.refused(north.token(entrance.claims(tenant="south"), kid="key-1")) == Reason.SIGNATURE


@pytest.mark.parametrize("tenants", [((), ()), (("north",), ()), (("north",), ("north", "south"))])
def test_J13_clients_that_cannot_be_told_apart_let_nobody_in(
    tmp_path: Path, tenants: tuple[tuple[str, ...], ...]
) -> None:
    """The site file refuses them; a site made by hand meets this."""
    entrance = shared(tmp_path, *tenants)
    own = signer("key-0", owner="hospital 0")
    assert entrance.refused(own.token(entrance.claims(tenant="north"))) == Reason.TENANT


# --- the public sandbox -----------------------------------------------------------------------------------------------


def sandbox(tmp_path: Path, mode: Mode, **settings: Any) -> Door:
    client = with_file(tmp_path, EHR, **({"issuer": SANDBOX, "profile": Profile.SANDBOX} | settings))
    return door(ClientSettings(issuer="https://first.example"), client, mode=mode)


def test_J16_the_sandbox_works_in_development(tmp_path: Path) -> None:
    """With a key pair of our own under its issuer, and a header as it sends it (4.3)."""
    entrance = sandbox(tmp_path, Mode.DEVELOPMENT)
    token = EHR.token(entrance.claims(iss=SANDBOX), jku=f"{SANDBOX}/.well-known/jwks.json")
    caller = entrance.let_in(token)
    assert caller.client is not None
    assert caller.client.profile is Profile.SANDBOX
    assert caller.notes == ()


@pytest.mark.parametrize(
    "issuer",
    [
        SANDBOX,
        f"{SANDBOX}/",
        "HTTPS://Sandbox.CDS-Hooks.org",
        "http://sandbox.cds-hooks.org",
        f"{SANDBOX}:443",
        f"{SANDBOX}.",
    ],
)
@pytest.mark.parametrize("profile", [Profile.SANDBOX, Profile.GENERIC])
def test_J16_production_refuses_the_sandbox_even_with_a_good_token(
    tmp_path: Path, issuer: str, profile: Profile
) -> None:
    entrance = sandbox(tmp_path, Mode.PRODUCTION, issuer=issuer, profile=profile)
    assert entrance.refused(EHR.token(entrance.claims(iss=issuer))) == Reason.SANDBOX
    assert entrance.memory.asked == 0


def test_J16_production_refuses_the_profile_of_the_sandbox_under_any_issuer(tmp_path: Path) -> None:
    entrance = sandbox(tmp_path, Mode.PRODUCTION, issuer=ISSUER)
    assert entrance.refused(EHR.token(entrance.claims())) == Reason.SANDBOX


@pytest.mark.parametrize(
    "issuer", ["https://sandbox.cds-hooks.org.example", "https://x.example/sandbox.cds-hooks.org", "x", "https://["]
)
def test_J16_others_are_not_taken_for_the_sandbox(issuer: str) -> None:
    assert not is_public_sandbox(issuer)


def at_that_time(tmp_path: Path, mode: Mode, issuer: str = SANDBOX) -> Door:
    """A door whose clock shows the moment at which the recorded token was made."""
    file = written(tmp_path / "sandbox.jwks.json", {"keys": [recorded.PUBLIC_KEY]})
    site = Site(mode=mode, public_url="http://127.0.0.1:8000", clients=(ClientSettings(issuer=issuer, jwks_file=file),))
    return Door(site, Clock(datetime.fromtimestamp(recorded.CLAIMS["iat"], UTC)))


def test_J16_a_token_that_the_sandbox_made_itself_is_verified_in_development(tmp_path: Path) -> None:
    entrance = at_that_time(tmp_path, Mode.DEVELOPMENT)
    caller = entrance.let_in(recorded.TOKEN, recorded.PATH)
    assert (caller.client, caller.token_id) == (entrance.site.clients[0], recorded.CLAIMS["jti"])
    spoilt = recorded.TOKEN[:-1] + ("A" if recorded.TOKEN[-1] != "A" else "B")
    assert entrance.let_in(spoilt, recorded.PATH).notes == ("token-not-verified", Reason.SIGNATURE)


def test_J16_and_refused_in_production_as_is_its_key_under_any_issuer(tmp_path: Path) -> None:
    assert at_that_time(tmp_path, Mode.PRODUCTION).refused(recorded.TOKEN, recorded.PATH) == Reason.SANDBOX
    header = {name: value for name, value in recorded.HEADER.items() if name != "jku"}
    said = recorded.CLAIMS | {"iss": ISSUER}
    under_another = f"{segment(as_json(header))}.{segment(as_json(said))}.{recorded.SIGNATURE}"
    assert at_that_time(tmp_path, Mode.PRODUCTION, ISSUER).refused(under_another, recorded.PATH) == Reason.NO_KEYS
    assert at_that_time(tmp_path, Mode.DEVELOPMENT, ISSUER).let_in(under_another, recorded.PATH).notes == (
        "token-not-verified",
        Reason.SIGNATURE,
    )


# --- development ------------------------------------------------------------------------------------------------------


def test_development_asks_for_no_token(tmp_path: Path) -> None:
    entrance = door(with_file(tmp_path, EHR), mode=Mode.DEVELOPMENT)
    assert entrance.gate.caller(None, SERVICE) == Caller()


def test_development_a_token_that_verifies_chooses_the_client(tmp_path: Path) -> None:
    entrance = door(ClientSettings(), with_file(tmp_path, EHR, tenants=("north",)), mode=Mode.DEVELOPMENT)
    caller = entrance.let_in(EHR.token(entrance.claims(tenant="north", jti="one")))
    assert caller == Caller(client=entrance.site.clients[1], tenant="north", token_id="one")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"exp": 1}, Reason.EXPIRED),
        ({"aud": "http://localhost:8000/x"}, Reason.AUDIENCE),
        ({"iss": "https://another.example"}, Reason.ISSUER),
        ({"jti": 1}, Reason.CLAIMS),
    ],
)
def test_development_one_that_does_not_is_served_as_without_and_noted(
    tmp_path: Path, changes: dict[str, Any], reason: str
) -> None:
    entrance = door(with_file(tmp_path, EHR), mode=Mode.DEVELOPMENT)
    assert entrance.let_in(EHR.token(entrance.claims(**changes))) == Caller(notes=("token-not-verified", reason))


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer a.b.c", "Basic dTpw", "Bearer " + "x" * 1_000_000])
def test_development_whatever_stands_in_the_header(tmp_path: Path, header: str) -> None:
    caller = door(with_file(tmp_path, EHR), mode=Mode.DEVELOPMENT).gate.caller(header, SERVICE)
    assert caller.client is None
    assert caller.notes[0] == "token-not-verified"


# --- live -------------------------------------------------------------------------------------------------------------


def test_J9_keys_of_a_file_are_rotated_while_the_gate_is_open(tmp_path: Path) -> None:
    client = with_file(tmp_path, EHR)
    entrance, new = door(client), signer("ehr-2", owner="next year")
    assert client.jwks_file is not None
    assert (entrance.refused(EHR.token(entrance.claims())), entrance.refused(new.token(entrance.claims()))) == (
        "",
        Reason.KEY,
    )
    client.jwks_file.unlink()
    written(client.jwks_file, key_set(new))
    assert (entrance.refused(EHR.token(entrance.claims())), entrance.refused(new.token(entrance.claims()))) == (
        Reason.KEY,
        "",
    )


def test_J12_nothing_of_a_token_is_in_what_is_raised(tmp_path: Path) -> None:
    entrance = door(with_file(tmp_path, EHR))
    claims = entrance.claims(jti="CANARY", tenant="CANARY", aud="CANARY", sub="CANARY")
    for token in (
        EHR.token(claims),
        EHR.token(claims, kid="CANARY"),
        signer(owner="x").token(claims),
        "CANARY.CANARY.CANARY",
    ):
        reason = entrance.refused(token)
        assert reason in list(Reason)
        assert "CANARY" not in reason
