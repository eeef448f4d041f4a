"""Where keys come from and how long they are good (J7-J9): files that change, addresses that rotate, fail, and are flooded."""

import json
import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any, ClassVar

import pytest

from cds_hooks.failures import NotTrusted
from cds_hooks.trust import Reason, keys
from cds_hooks.trust.key_sets import KEY_TYPES, Keys, reader
from cds_hooks.trust.keys import (
    LAST_GOOD_FOR,
    MAX_AGE,
    PAUSE,
    READ_AGAIN_AFTER,
    KeyFile,
    KeySource,
    PublishedKeys,
)
from fhir_profiles.server import Session
from fhir_profiles.server.key_sets import KEY_SET_LIMIT
from tests.support.doors import Clock, written
from tests.support.guard import guarded
from tests.support.hospital import hospital
from tests.support.key_server import Handler, KeyServer, publishing
from tests.support.signing import Signer, key_set, signer

OLD, NEW = signer("old"), signer("new", owner="new")
READ = reader(tuple(KEY_TYPES), production=True)


def found(source: KeySource, one: Signer, clock: Clock) -> str:
    """The reason why the key is not found; "" if it is."""
    try:
        key = source.find(one.kid, one.algorithm, clock())
    except NotTrusted as failure:
        return failure.reason
    assert key.key.public_numbers() == one.private.public_key().public_numbers()
    return ""


# --- a file -----------------------------------------------------------------------------------------------------------


def later(file: Path, document: object) -> None:
    """Writes the file anew, at a moment that differs from the last one for every file system."""
    changed = file.stat().st_mtime_ns + 1_000_000_000 if file.exists() else 1
    written(file, document)
    os.utime(file, ns=(changed, changed))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return written(tmp_path / "ehr.jwks.json", key_set(OLD))


def test_J8_J9_a_file_is_read_again_when_it_was_changed(file: Path) -> None:
    source, clock = KeyFile(file, READ), Clock()
    assert (found(source, OLD, clock), found(source, NEW, clock)) == ("", Reason.KEY)
    later(file, key_set(OLD, NEW))
    assert (found(source, OLD, clock), found(source, NEW, clock)) == ("", "")
    later(file, key_set(NEW))
    assert (found(source, OLD, clock), found(source, NEW, clock)) == (Reason.KEY, "")


def test_J8_a_file_that_was_not_changed_is_not_read_again(file: Path) -> None:
    documents: list[object] = []

    def read(document: object) -> Keys | None:
        documents.append(document)
        return READ(document)

    source = KeyFile(file, read)
    for _ in range(3):
        assert found(source, OLD, Clock()) == ""
    assert len(documents) == 1


def test_J8_a_file_that_is_replaced_with_the_same_time_and_size_is_read_again(file: Path, tmp_path: Path) -> None:
    source, before = KeyFile(file, READ), file.stat()
    assert found(source, OLD, Clock()) == ""
    other = written(tmp_path / "other.json", key_set(NEW))
    os.utime(other, ns=(before.st_mtime_ns, before.st_mtime_ns))
    other.rename(file)
    assert file.stat().st_size == before.st_size
    assert found(source, NEW, Clock()) == ""


@pytest.mark.parametrize("half", ["", "{", '{"keys":', "[]", "\xff"])
def test_J9_a_file_that_is_half_written_leaves_the_keys_as_they_were(
    file: Path, half: str, caplog: pytest.LogCaptureFixture
) -> None:
    source = KeyFile(file, READ)
    assert found(source, OLD, Clock()) == ""
    file.write_text(half, encoding="latin-1")
    os.utime(file, ns=(1, 1))
    assert (found(source, OLD, Clock()), found(source, OLD, Clock())) == ("", "")
    assert caplog.messages == ["ehr.jwks.json holds no key that can be used"]
    later(file, key_set(NEW))
    assert (found(source, OLD, Clock()), found(source, NEW, Clock())) == (Reason.KEY, "")


def test_J9_a_file_that_is_gone_leaves_no_keys(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    source = KeyFile(file, READ)
    assert found(source, OLD, Clock()) == ""
    file.unlink()
    assert [found(source, OLD, Clock()) for _ in range(3)] == [Reason.NO_KEYS] * 3
    assert len(caplog.messages) == 1
    later(file, key_set(OLD))
    assert found(source, OLD, Clock()) == ""


def test_J8_a_file_without_usable_keys_is_said(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    later(file, {"keys": [{"kty": "oct", "k": "c2VjcmV0", "kid": "old"}]})
    assert found(KeyFile(file, READ), OLD, Clock()) == Reason.NO_KEYS
    assert caplog.messages == ["ehr.jwks.json holds no key that can be used"]
    assert found(KeyFile(file.with_name("not-there.json"), READ), OLD, Clock()) == Reason.NO_KEYS


# --- an address -------------------------------------------------------------------------------------------------------


@pytest.fixture
def session() -> Iterator[Session]:
    made = Session(workers=1)
    yield made
    made.close()


@pytest.fixture
def server() -> Iterator[KeyServer]:
    """Publishes the old key. Nothing else can be reached, and nothing else was tried."""
    with publishing(key_set(OLD)) as here, hospital({}) as elsewhere, guarded(elsewhere.server_address[1]) as guard:
        yield here
        assert (guard.elsewhere, elsewhere.seen) == ([], [])


@pytest.fixture
def published(server: KeyServer, session: Session, monkeypatch: pytest.MonkeyPatch) -> PublishedKeys:
    monkeypatch.setattr(keys, "FETCH_LIMIT_S", 60)  # a busy machine is no outage
    return PublishedKeys(server.address, READ, session)


def test_J9_a_set_is_fetched_when_it_is_first_needed_and_then_kept(published: PublishedKeys, server: KeyServer) -> None:
    assert server.asked == []
    assert [found(published, OLD, Clock()) for _ in range(20)] == [""] * 20
    assert len(server.asked) == 1


def test_J9_an_unknown_key_is_looked_for_once_more(published: PublishedKeys, server: KeyServer) -> None:
    clock = Clock()
    assert found(published, OLD, clock) == ""
    server.document = key_set(OLD, NEW)
    assert (found(published, NEW, clock), found(published, OLD, clock)) == ("", "")
    assert len(server.asked) == 2


def test_J9_a_set_that_was_just_fetched_is_not_fetched_again_for_an_unknown_key(
    published: PublishedKeys, server: KeyServer
) -> None:
    assert found(published, NEW, Clock()) == Reason.KEY
    assert len(server.asked) == 1


def test_J9_strangers_with_random_keys_cause_no_more_than_one_fetch_in_a_while(
    published: PublishedKeys, server: KeyServer
) -> None:
    clock = Clock()
    assert found(published, OLD, clock) == ""
    strangers = [signer(f"random {number}") for number in range(500)]
    assert {found(published, each, clock) for each in strangers} == {Reason.KEY}
    assert len(server.asked) == 1 + 1
    for _ in range(5):
        clock.forward(PAUSE.total_seconds())
        assert {found(published, each, clock) for each in strangers} == {Reason.KEY}
    assert len(server.asked) == 2 + 5
    assert found(published, OLD, clock) == ""


def test_J9_a_flood_from_many_threads_is_one_fetch(published: PublishedKeys, server: KeyServer) -> None:
    clock = Clock()
    assert found(published, OLD, clock) == ""
    arrived, answer, reasons = threading.Event(), threading.Event(), list[str]()

    def hold() -> None:
        arrived.set()
        answer.wait(60)

    def ask(number: int) -> None:
        reasons.append(found(published, signer(f"random {number}"), clock))

    server.before = hold
    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    assert arrived.wait(60)
    assert found(published, OLD, clock) == ""  # who has a key that is known does not wait for anybody
    answer.set()
    for thread in threads:
        thread.join()
    assert reasons == [Reason.KEY] * 8
    assert len(server.asked) == 2


def test_J9_all_who_wait_for_a_new_key_get_it_from_one_fetch(published: PublishedKeys, server: KeyServer) -> None:
    clock = Clock()
    assert found(published, OLD, clock) == ""
    server.document = key_set(NEW)
    together, reasons = threading.Barrier(8), list[str]()

    def ask() -> None:
        together.wait(60)
        reasons.append(found(published, NEW, clock))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert reasons == [""] * 8
    assert len(server.asked) == 2


def settled(published: PublishedKeys) -> None:
    """What goes on beside the calls is done."""
    if published._under_way is not None:
        published._under_way.result(60)


def test_J9_an_old_set_is_read_again_beside_the_calls(published: PublishedKeys, server: KeyServer) -> None:
    clock, answer = Clock(), threading.Event()
    assert found(published, OLD, clock) == ""
    server.document = key_set(NEW)
    server.before = lambda: _ignore(answer.wait(60))
    clock.forward(READ_AGAIN_AFTER.total_seconds())
    assert [found(published, OLD, clock) for _ in range(3)] == [""] * 3  # none of them waits
    answer.set()
    settled(published)
    assert (found(published, OLD, clock), found(published, NEW, clock)) == (Reason.KEY, "")
    assert len(server.asked) == 3  # and once for the old key, which might have come back


def test_J9_a_revoked_key_is_gone_once_the_set_is_too_old_however_few_call(
    published: PublishedKeys, server: KeyServer
) -> None:
    clock = Clock()
    assert found(published, OLD, clock) == ""
    server.document = key_set(NEW)
    clock.forward(MAX_AGE.total_seconds())
    assert found(published, OLD, clock) == Reason.KEY


def test_J9_an_outage_holds_up_the_first_call_and_no_other(
    published: PublishedKeys, server: KeyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, waited, wait = Clock(), list[object](), published._wait

    def waiting(under_way: Future[Any] | None) -> None:
        waited.append(under_way)
        wait(under_way)

    monkeypatch.setattr(published, "_wait", waiting)
    assert found(published, OLD, clock) == ""
    server.answer = (404, {}, b"")
    clock.forward(MAX_AGE.total_seconds())
    assert found(published, OLD, clock) == ""
    assert len(waited) == 2
    for _ in range(3):
        clock.forward(PAUSE.total_seconds())
        assert found(published, OLD, clock) == ""  # asked again beside this call, which does not wait
        settled(published)
    assert (len(waited), len(server.asked)) == (2, 5)


def _ignore(_: object) -> None:
    """What is awaited says nothing."""


OUTAGES: list[tuple[str, tuple[int, dict[str, str], bytes]]] = [
    ("404", (404, {}, b"{}")),
    ("500", (500, {}, json.dumps(key_set(NEW)).encode())),
    ("a redirect to a new set", (302, {"Location": "https://elsewhere.example/jwks.json"}, b"")),
    ("a page", (200, {}, b"<html></html>")),
    ("nothing", (200, {}, b"")),
    ("no set", (200, {}, b'{"error":"maintenance"}')),
    ("a list", (200, {}, json.dumps(key_set(NEW)["keys"]).encode())),
    ("too large", (200, {}, b'{"keys":[],"pad":"' + b"x" * KEY_SET_LIMIT + b'"}')),
    ("packed and too large", (200, {"Content-Encoding": "gzip"}, b"\x1f\x8b")),
]


@pytest.mark.parametrize("answer", [case[1] for case in OUTAGES], ids=[case[0] for case in OUTAGES])
def test_J9_the_last_good_set_outlives_an_outage_but_not_for_ever(
    published: PublishedKeys,
    server: KeyServer,
    answer: tuple[int, dict[str, str], bytes],
    caplog: pytest.LogCaptureFixture,
) -> None:
    clock = Clock()
    assert found(published, OLD, clock) == ""
    server.answer = answer
    clock.forward(LAST_GOOD_FOR.total_seconds() - 1)
    assert found(published, OLD, clock) == ""
    settled(published)
    assert found(published, OLD, clock) == ""
    assert len(server.asked) == 2
    assert caplog.messages == [f"the key set at {server.address} could not be read"]
    clock.forward(PAUSE.total_seconds())
    assert found(published, OLD, clock) == Reason.NO_KEYS
    server.answer = None
    clock.forward(PAUSE.total_seconds())
    assert found(published, OLD, clock) == ""


def test_J9_a_server_that_was_never_there_is_not_asked_by_every_call(
    published: PublishedKeys, server: KeyServer
) -> None:
    clock = Clock()
    server.answer = (404, {}, b"")
    assert {found(published, OLD, clock) for _ in range(20)} == {Reason.NO_KEYS}
    assert len(server.asked) == 2  # one for the set, one for the unknown key
    server.answer = None
    clock.forward(PAUSE.total_seconds())
    assert found(published, OLD, clock) == ""


def test_J9_nobody_listens(session: Session) -> None:
    with publishing(key_set(OLD)) as gone:
        address = gone.address
    assert found(PublishedKeys(address, READ, session), OLD, Clock()) == Reason.NO_KEYS


def test_J9_a_set_without_keys_takes_them_all_back(published: PublishedKeys, server: KeyServer) -> None:
    clock = Clock()
    assert found(published, OLD, clock) == ""
    server.document = {"keys": []}
    clock.forward(MAX_AGE.total_seconds())
    found(published, OLD, clock)
    settled(published)
    assert found(published, OLD, clock) == Reason.NO_KEYS


def test_J9_a_clock_that_is_set_back_does_not_stop_the_fetches(published: PublishedKeys, server: KeyServer) -> None:
    clock = Clock()
    assert (found(published, OLD, clock), found(published, NEW, clock)) == ("", Reason.KEY)
    clock.forward(-24 * 3600)
    server.document = key_set(OLD, NEW)
    assert found(published, NEW, clock) == ""


def test_J9_a_server_that_never_answers_holds_up_nobody_for_long(
    published: PublishedKeys, server: KeyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "FETCH_LIMIT_S", 0.05)
    never = threading.Event()
    server.before = lambda: _ignore(never.wait(60))
    assert found(published, OLD, Clock()) == Reason.NO_KEYS
    settled(published)
    never.set()


class Watch:
    """Stands in for the timer of a fetch: the test says when its time is up."""

    set_for: ClassVar[list[float]] = []
    rings: Callable[[], None]

    def __init__(self, seconds: float, ring: Callable[[], None]) -> None:
        self.set_for.append(seconds)
        type(self).rings = ring

    def start(self) -> None: ...

    def cancel(self) -> None:
        self.set_for.append(0)


def test_J9_a_server_that_drips_is_hung_up_on(
    published: PublishedKeys, server: KeyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each byte of its headers starts the time limit of a socket anew, and nobody may be waiting for this fetch."""
    monkeypatch.setattr(threading, "Timer", Watch)
    dripping, hung_up = threading.Event(), threading.Event()

    def drip(self: Handler) -> None:
        try:
            while True:
                self.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
                dripping.set()
        except OSError:
            hung_up.set()

    monkeypatch.setattr(Handler, "do_GET", drip)
    reasons = list[str]()
    asking = threading.Thread(target=lambda: reasons.append(found(published, OLD, Clock())))
    asking.start()
    assert dripping.wait(60)
    Watch.rings()
    asking.join(60)
    assert (reasons, Watch.set_for) == ([Reason.NO_KEYS], [keys.FETCH_LIMIT_S, 0])
    assert hung_up.wait(60)
    assert server.asked == []


def test_a_fault_of_our_own_while_keys_are_read_is_not_swallowed(server: KeyServer, session: Session) -> None:
    def broken(_: object) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        found(PublishedKeys(server.address, broken, session), OLD, Clock())


def test_J9_environment_proxies_are_not_used(
    published: PublishedKeys, server: KeyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://proxy.elsewhere.example:3128")
    assert found(published, OLD, Clock()) == ""
    assert len(server.asked) == 1
