"""A token is used once (J11): by all workers while their memory can be reached, by each worker while it cannot."""

import threading
from datetime import timedelta
from pathlib import Path

import pytest

from cds_hooks.failures import NotTrusted
from cds_hooks.trust import Reason, replay, tokens
from cds_hooks.trust.replay import LOCAL_ONLY, PAUSE, UsedTokens
from tests.support.doors import ISSUER, NOON, Door, Memory, door, with_file
from tests.support.signing import signer

EHR = signer()
LATER = NOON + timedelta(minutes=5)


@pytest.fixture
def ehr(tmp_path: Path) -> Door:
    return door(with_file(tmp_path, EHR))


def test_J11_the_same_token_twice_is_refused(ehr: Door) -> None:
    token = EHR.token(ehr.claims())
    assert (ehr.refused(token), ehr.refused(token)) == ("", Reason.USED)


def test_J11_another_token_with_the_same_jti_is_refused(ehr: Door) -> None:
    assert ehr.refused(EHR.token(ehr.claims(jti="one"))) == ""
    ehr.clock.forward(1)
    assert ehr.refused(EHR.token(ehr.claims(jti="one"))) == Reason.USED


def test_J11_a_token_is_remembered_for_as_long_as_it_would_be_let_in(ehr: Door) -> None:
    said = ehr.claims(jti="one")
    ehr.let_in(EHR.token(said))
    until = ehr.memory.used[ISSUER, "one"]
    assert until.timestamp() == said["exp"] + tokens.LEEWAY_S
    ehr.clock.now = until - timedelta(seconds=1)
    assert ehr.refused(EHR.token(said)) == Reason.USED
    ehr.clock.now = until
    assert ehr.refused(EHR.token(said)) == Reason.EXPIRED


def test_J11_two_workers_share_the_memory(ehr: Door) -> None:
    other = Door(ehr.site, ehr.clock, ehr.memory)
    token = EHR.token(ehr.claims())
    assert (ehr.refused(token), other.refused(token)) == ("", Reason.USED)


def test_J11_the_same_jti_of_another_issuer_is_another_token(tmp_path: Path) -> None:
    theirs = signer(owner="theirs")
    (tmp_path / "a").mkdir()
    clients = [with_file(tmp_path, EHR), with_file(tmp_path / "a", theirs, issuer="https://other.example")]
    both = door(*clients)
    assert both.refused(EHR.token(both.claims(jti="one"))) == ""
    assert both.refused(theirs.token(both.claims(jti="one", iss="https://other.example"))) == ""


def test_J11_a_token_that_is_refused_for_something_else_is_not_used_up(ehr: Door) -> None:
    """Or whoever sees one could spoil it."""
    said = ehr.claims(jti="one")
    spoilt = [
        EHR.token(said | {"aud": "elsewhere"}),
        signer(owner="stranger").token(said),
        EHR.token(said | {"exp": said["iat"] - 300}),
    ]
    assert "" not in map(ehr.refused, spoilt)
    assert ehr.memory.asked == 0
    assert ehr.refused(EHR.token(said)) == ""


def test_J11_a_client_may_do_without(tmp_path: Path) -> None:
    entrance = door(with_file(tmp_path, EHR, replay_guard=False))
    token = EHR.token(entrance.claims())
    assert [entrance.refused(token) for _ in range(3)] == [""] * 3
    assert entrance.memory.asked == 0


def test_J11_when_the_memory_is_down_each_worker_has_its_own(ehr: Door) -> None:
    ehr.memory.down = True
    token = EHR.token(ehr.claims())
    caller = ehr.let_in(token)
    assert caller.client is not None
    assert caller.notes == (LOCAL_ONLY,)
    assert ehr.refused(token) == Reason.USED


def test_J11_a_memory_that_is_down_is_left_alone_for_a_while(ehr: Door) -> None:
    ehr.memory.down = True
    assert [ehr.let_in(EHR.token(ehr.claims())).notes for _ in range(5)] == [(LOCAL_ONLY,)] * 5
    assert ehr.memory.asked == 1
    ehr.memory.down = False
    ehr.clock.forward(PAUSE.total_seconds())
    assert [ehr.let_in(EHR.token(ehr.claims())).notes for _ in range(2)] == [()] * 2
    assert ehr.memory.asked == 3


def test_J11_a_clock_that_is_set_back_does_not_forget_the_shared_memory(ehr: Door) -> None:
    ehr.memory.down = True
    ehr.let_in(EHR.token(ehr.claims()))
    ehr.memory.down = False
    ehr.clock.forward(-3600)
    assert ehr.let_in(EHR.token(ehr.claims())).notes == ()


def test_J11_in_parallel_one_of_many_is_let_in(ehr: Door) -> None:
    ehr.memory.down = True
    token, together, reasons = EHR.token(ehr.claims()), threading.Barrier(8), list[str]()

    def come() -> None:
        together.wait(60)
        reasons.append(ehr.refused(token))

    threads = [threading.Thread(target=come) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(reasons) == ["", *[Reason.USED] * 7]


def test_the_memory_of_our_own_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replay, "MOST_REMEMBERED", 100)
    memory = Memory()
    memory.down = True
    used = UsedTokens(memory)
    for number in range(40):
        used.use(ISSUER, f"long {number}", LATER, NOON)
    for number in range(60):
        used.use(ISSUER, f"short {number}", NOON + timedelta(seconds=1), NOON)
    for number in range(40, 1000):
        used.use(ISSUER, f"long {number}", LATER, NOON + timedelta(seconds=2))
        assert len(used._own) <= 100
        assert number >= 100 or (ISSUER, "long 0") in used._own  # what has expired goes first
    with pytest.raises(NotTrusted):
        used.use(ISSUER, "long 999", LATER, NOON)
