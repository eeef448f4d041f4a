"""A database that is away, or hangs, holds up no hook; feedback is refused and may come again; and it comes back by itself."""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import orjson
import pytest
from flask.testing import FlaskClient
from sqlalchemy import make_url

from cds_hooks.app import create_app
from cds_hooks.demo import SERVICE_PATH
from cds_hooks.failures import LedgerUnavailable
from cds_hooks.ledger import Ledger, clerk
from cds_hooks.ledger.tables import FEEDBACK, ISSUED_CARD
from cds_hooks.site import Site
from tests.cds_hooks.ledger.conftest import Open
from tests.support import calls
from tests.support.ledgers import (
    AT,
    LONG_S,
    OF,
    card,
    entry,
    in_time,
    on_postgresql,
    on_sqlite,
    stands_in,
    there,
)
from tests.support.postgres import Postgres

Away = Callable[[], AbstractContextManager[None]]


@pytest.fixture
def away(request: pytest.FixtureRequest, url: str) -> Away:
    """While this block lasts the database does not answer a write."""
    if url.startswith("sqlite"):
        return lambda: locked(Path(str(make_url(url).database)))
    server: Postgres = request.getfixturevalue("postgres")
    return lambda: stopped(server)


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Another program keeps the file for itself."""
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        other.close()


@contextmanager
def stopped(server: Postgres) -> Iterator[None]:
    server.stop()
    try:
        yield
    finally:
        server.start()


def told(log: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in log.records if record.name == "spinal_cds.ledger"]


# --- the ledger -------------------------------------------------------------------------------------------------------


def test_what_cannot_be_kept_is_refused_and_kept_later(
    ledger: Ledger, url: str, away: Away, caplog: pytest.LogCaptureFixture
) -> None:
    with away():
        for _ in range(5):
            with pytest.raises(LedgerUnavailable):
                in_time(lambda: ledger.keep([entry()], **OF))
            with pytest.raises(LedgerUnavailable):
                in_time(lambda: ledger.first_use("issuer", "t", AT))
        with pytest.raises(LedgerUnavailable):
            in_time(ledger.told)
        assert [line.partition(" (")[0] for line in told(caplog)] == ["ledger: not there"]
    there(ledger).keep([entry()], **OF)
    assert told(caplog)[-1] == "ledger: there again"
    assert len(stands_in(url, FEEDBACK)) == 1


def test_while_it_is_away_nobody_asks_it_but_the_clerk(
    ledger: Ledger, away: Away, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that a database that does not even refuse holds up one call, and not each one."""
    with away():
        with pytest.raises(LedgerUnavailable):
            ledger.keep([entry()], **OF)
        monkeypatch.setattr(ledger._store, "_engine", None)  # whoever touches it now fails otherwise
        for _ in range(100):
            with pytest.raises(LedgerUnavailable):
                ledger.keep([entry()], **OF)
        monkeypatch.undo()


def test_cards_that_were_issued_meanwhile_are_noted_later(ledger: Ledger, url: str, away: Away) -> None:
    with away():
        with pytest.raises(LedgerUnavailable):
            ledger.keep([entry()], **OF)
        for _ in range(3):
            ledger.note_issued([card(), card()], **OF)
    there(ledger).close()
    assert (len(stands_in(url, ISSUED_CARD)), ledger.not_noted) == (6, 0)


@on_sqlite
def test_cards_for_which_there_is_no_room_are_counted_and_told_once(
    ledger: Ledger, away: Away, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(clerk, "MOST_WAITING", 2)
    with away():
        with pytest.raises(LedgerUnavailable):
            ledger.keep([entry()], **OF)
        for _ in range(10):
            ledger.note_issued([card(), card()], **OF)
    assert ledger.not_noted >= 2 * (10 - 2)
    assert len([line for line in told(caplog) if "cards are not noted" in line]) == 1
    assert "CANARY" not in caplog.text


@on_sqlite
def test_noting_does_not_raise_where_no_thread_can_be_started(
    open_ledger: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    ledger = open_ledger()
    monkeypatch.setattr(threading.Thread, "start", fails)
    ledger.note_issued([card()], **OF)
    assert ledger.not_noted == 1
    with pytest.raises(LedgerUnavailable):
        ledger.keep([entry()], **OF)
    monkeypatch.undo()
    there(ledger).keep([entry()], **OF)


@on_sqlite
def test_an_error_that_nobody_thought_of_does_not_shut_the_ledger(
    ledger: Ledger, url: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    met = threading.Event()

    def fails(*_: object) -> None:
        met.set()
        raise ZeroDivisionError("CANARY")

    with monkeypatch.context() as patch:
        patch.setattr(ledger._store, "new_row", fails)
        ledger.note_issued([card()], **OF)
        assert met.wait(LONG_S)
    ledger.note_issued([card()], **OF)
    ledger.close()
    assert (len(stands_in(url, ISSUED_CARD)), ledger.not_noted) == (1, 1)
    assert "ledger: not there (ZeroDivisionError)" in caplog.text
    assert "CANARY" not in caplog.text


def test_a_place_that_comes_into_being_later_is_found(tmp_path: Path) -> None:
    ledger = Ledger(Site(store_url=f"sqlite:///{tmp_path / 'none' / 'ledger.db'}"))
    with pytest.raises(LedgerUnavailable):
        ledger.keep([entry()], **OF)
    with pytest.raises(LedgerUnavailable):
        ledger.open()
    (tmp_path / "none").mkdir()
    there(ledger).keep([entry()], **OF)
    ledger.close()


@pytest.mark.parametrize("content", [b"CANARY" * 1_000, b"SQLite format 3\x00" + b"CANARY" * 1_000])
def test_a_file_that_is_something_else_is_left_as_it_is(
    tmp_path: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "ledger.db"
    file.write_bytes(content)
    ledger = Ledger(Site(store_url=f"sqlite:///{file}"))
    with pytest.raises(LedgerUnavailable):
        ledger.keep([entry()], **OF)
    ledger.close()
    assert file.read_bytes() == content
    assert told(caplog) == [
        "ledger: not there (DatabaseError SQLITE_NOTADB); what needs it is refused until it is back"
    ]


@on_postgresql
def test_a_wrong_password_is_told_by_its_number_alone(url: str, caplog: pytest.LogCaptureFixture) -> None:
    wrong = make_url(url).set(password="CANARY").render_as_string(hide_password=False)
    ledger = Ledger(Site(store_url=wrong))
    with pytest.raises(LedgerUnavailable):
        ledger.keep([entry()], **OF)
    ledger.close()
    assert told(caplog)[0].startswith("ledger: not there (OperationalError")
    assert "CANARY" not in caplog.text


@on_postgresql
def test_a_server_that_hangs_is_not_waited_for(ledger: Ledger, url: str, postgres: Postgres) -> None:
    with postgres.frozen():
        with pytest.raises(LedgerUnavailable):
            in_time(lambda: ledger.first_use("issuer", "t", AT))
        with pytest.raises(LedgerUnavailable):
            in_time(lambda: ledger.keep([entry()], **OF))
    there(ledger).keep([entry()], **OF)
    assert len(stands_in(url, FEEDBACK)) == 1


@on_postgresql
def test_a_server_that_was_started_anew_meanwhile_costs_no_call(ledger: Ledger, away: Away) -> None:
    ledger.keep([entry()], **OF)
    with away():
        pass
    ledger.keep([entry()], **OF)
    assert [each.entries for each in ledger.told()] == [2]


# --- the service ------------------------------------------------------------------------------------------------------


def feedback(ehr: FlaskClient) -> tuple[int, str | None, bytes]:
    told = {"card": "c", "outcome": "overridden", "outcomeTimestamp": AT.isoformat()}
    path = f"{SERVICE_PATH}/feedback"
    answer = ehr.post(path, data=orjson.dumps({"feedback": [told]}), content_type="application/json")
    return answer.status_code, answer.headers.get("Retry-After"), answer.data


def test_hooks_are_answered_without_it_and_feedback_may_come_again(
    ledger: Ledger, away: Away, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="spinal_cds")
    monkeypatch.setattr("cds_hooks.desk.Ledger", lambda *_: ledger)
    ehr = calls.client()
    before = calls.post(ehr, calls.call("V-01"))
    assert feedback(ehr) == (200, None, b'{"stored":1}')
    with away():
        status, retry_after, body = feedback(ehr)
        assert (status, retry_after) == (503, "10")
        assert orjson.loads(body)["resourceType"] == "OperationOutcome"
        meanwhile = calls.post(ehr, calls.call("V-01"))
        assert meanwhile.without_ids == before.without_ids
        assert ehr.get("/livez").status_code == 200
        assert ehr.get("/readyz").status_code == 200
    there(ledger)
    assert feedback(ehr) == (200, None, b'{"stored":1}')


def test_a_worker_is_ready_once_the_ledger_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = Ledger(Site(store_url=f"sqlite:///{tmp_path / 'none' / 'ledger.db'}"))
    monkeypatch.setattr("cds_hooks.desk.Ledger", lambda *_: ledger)
    ehr = create_app(Site()).test_client()
    answer = ehr.get("/readyz")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
    assert ehr.get("/livez").status_code == 200
    (tmp_path / "none").mkdir()
    there(ledger)
    assert ehr.get("/readyz").status_code == 200
    ledger.close()


def test_cards_that_the_clerk_cannot_write_are_counted(ledger: Ledger, url: str, away: Away) -> None:
    with away():
        ledger.note_issued([card()], **OF)
        ledger.note_issued([card()], **OF)
    there(ledger).close()
    assert len(stands_in(url, ISSUED_CARD)) + ledger.not_noted == 2
