"""Every attack with a token is answered alike, asks nobody, and leaves one fixed word; what is right is let in."""

import re
from collections.abc import Iterator
from threading import Barrier, Thread

import pytest

from cds_hooks import failures
from cds_hooks.failures import NotTrusted
from cds_hooks.trust import Reason
from tests.attacks.attack import Attack, Control, bearer
from tests.attacks.forging import CANARY, CLINIC, EHR, EVIL, Forge
from tests.attacks.playing import Stage, stage
from tests.attacks.tokens import ATTACKS, CONTROLS
from tests.support.signing import key_set, signer


@pytest.fixture(scope="module")
def open_stage() -> Iterator[Stage]:
    with stage() as made:
        yield made


def named(one: Attack | Control) -> str:
    return one.id


SILENT = ("client", "tenant", "token_id", "hook_instance")
"""What a trail line would hold of a caller who was let in."""


@pytest.mark.parametrize("attack", ATTACKS, ids=named)
def test_J12_an_attack_is_refused_without_a_word(open_stage: Stage, attack: Attack) -> None:
    played = open_stage.play(attack)
    told = failures.answer_to(NotTrusted("any"))
    assert (played.status, played.body) == (401, told.body)
    assert played.headers == {
        "Content-Type": "application/json",
        "Content-Length": str(len(told.body)),
        "WWW-Authenticate": "Bearer",
        "Vary": "Origin",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
    assert played.elsewhere == ()
    assert played.trail["reason"] == attack.reason
    assert {played.trail[name] for name in SILENT} == {""}
    parts = [part for value in played.sent.values() for part in re.split(r"[.\s=,]+", value) if len(part) > 16]
    assert [part for part in (*parts, CANARY, "evil.example") if part in played.logged] == []


@pytest.mark.parametrize("control", CONTROLS, ids=named)
def test_J1_what_is_right_is_let_in(open_stage: Stage, control: Control) -> None:
    open_stage.open_anew()
    token = control.make(Forge(clock=open_stage.clock, clinic=open_stage.clinic))
    played = open_stage.call(control.send(token))
    assert (played.status, played.body) == (200, b'{"cards":[]}')
    assert played.trail["reason"] == ""
    assert played.trail["token_id"].startswith(CANARY)
    assert played.trail["client"] in [each.issuer for each in open_stage.desk.site.clients]
    assert token.split(".")[2] not in played.logged
    assert played.elsewhere == ()


def test_J11_of_many_calls_with_one_token_at_once_one_is_let_in(open_stage: Stage) -> None:
    open_stage.open_anew()
    token = Forge(clock=open_stage.clock, clinic=open_stage.clinic).good()
    together, statuses = Barrier(8), list[int]()
    service = open_stage.desk.gate

    def call() -> None:
        together.wait(60)
        try:
            service.caller(f"Bearer {token}", "/cds-services/spinal-tumour-order-select")
            statuses.append(200)
        except NotTrusted:
            statuses.append(401)

    threads = [Thread(target=call) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [200, *[401] * 7]


def test_J9_keys_are_rotated_while_calls_come_in(open_stage: Stage) -> None:
    """Three times, over TLS: a new key is used before its set was read again; each time the old one is gone later."""
    open_stage.open_anew()
    forge = Forge(clock=open_stage.clock, clinic=open_stage.clinic)
    keys = [signer(f"clinic-{year}", owner=f"clinic {year}") for year in range(4)]

    def status(number: int) -> int:
        return open_stage.call(bearer(keys[number].token(forge.claims(CLINIC)))).status

    forge.clinic.document = key_set(keys[0])
    assert [status(0), status(0), status(1)] == [200, 200, 401]
    for year in (1, 2, 3):
        forge.clock.forward(60)
        forge.clinic.document = key_set(keys[year - 1], keys[year])
        assert [status(year), status(year - 1)] == [200, 200]
        forge.clinic.document = key_set(keys[year])
        forge.clock.forward(600)
        assert [status(year), status(year - 1)] == [200, 401]


def test_J9_a_flood_of_unknown_keys_asks_the_listed_server_once(open_stage: Stage) -> None:
    open_stage.open_anew()
    forge = Forge(clock=open_stage.clock, clinic=open_stage.clinic)
    assert open_stage.call(bearer(forge.at_clinic())).status == 200
    before = len(forge.clinic.asked)
    for number in range(100):
        assert open_stage.call(bearer(forge.at_clinic(kid=f"{CANARY}-{number}"))).status == 401
    assert len(forge.clinic.asked) == before + 1
    assert open_stage.call(bearer(forge.at_clinic())).status == 200


def test_D11_what_needs_no_token_is_not_broken_by_one(open_stage: Stage) -> None:
    forge = Forge(clock=open_stage.clock, clinic=open_stage.clinic)
    tokens = [forge.good(), forge.unsigned(alg="none"), EHR.token(forge.claims(EVIL)), "x" * 100_000, "\r\n\x00"]
    for path in ("/cds-services", "/livez", "/readyz", "/fhir/metadata", "/cds-services/"):
        answers = {open_stage.service.get(path, environ_overrides=dict(bearer(each))).data for each in tokens}
        assert answers == {open_stage.service.get(path).data}
        assert open_stage.service.get(path, environ_overrides=dict(bearer(tokens[3]))).status_code == 200


# --- the list ---------------------------------------------------------------------------------------------------------


def test_there_are_enough_attacks_and_each_has_its_own_name() -> None:
    assert len(ATTACKS) >= 60
    assert len({each.id for each in ATTACKS}) == len({each.what + each.row for each in ATTACKS}) == len(ATTACKS)


def test_every_reason_is_met_by_an_attack() -> None:
    """But for a key set that cannot be read, which no attacker causes: `test_keys`."""
    assert set(Reason) - {each.reason for each in ATTACKS} == {Reason.NO_KEYS}
