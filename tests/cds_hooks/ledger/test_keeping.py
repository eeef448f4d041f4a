"""Feedback: every entry is kept, no word of anybody is readable, and what is known of the card is joined to it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from cds_hooks.ledger import Ledger
from cds_hooks.ledger.tables import FEEDBACK, ISSUED_CARD
from cds_hooks.messages import FeedbackOutcome
from cds_hooks.site import Feedback
from tests.cds_hooks.ledger.conftest import Open
from tests.support.ledgers import AT, OF, card, entry, on_sqlite, stands_in, there
from tests.support.postgres import Postgres

COMMENT = "CANARY Frau Müller, Zimmer 7 \ud83d"  # half a character, as a client may cut it


@pytest.fixture
def files(request: pytest.FixtureRequest, tmp_path: Path, url: str) -> Iterator[list[Path]]:
    """Everything that the database leaves on the disk, its logs included."""
    folder = tmp_path
    if url.startswith("postgresql"):
        server: Postgres = request.getfixturevalue("postgres")
        folder = server.folder
    yield [folder]
    found = [file for file in folder.rglob("*") if file.is_file() and file.name != "feedback.key"]
    assert found
    assert [file.name for file in found if b"CANARY" in file.read_bytes()] == []


def test_an_entry_is_kept_whole(ledger: Ledger, url: str) -> None:
    before = datetime.now(UTC)
    told = entry(outcome=FeedbackOutcome.ACCEPTED, accepted_suggestions=("s-1", "0d3fcbb1-9b1f-4a52-8ba0-5a51d1b1a0aa"))
    ledger.keep([told], **OF)
    ((row),) = stands_in(url, FEEDBACK)
    assert before <= row.pop("received_at") <= datetime.now(UTC)
    first, second = row.pop("suggestions").split()
    assert first.startswith("sha256:")
    assert second == told.accepted_suggestions[1]
    assert row == {
        "id": 1,
        "at": AT,
        "card": told.card,
        "outcome": "accepted",
        "reason_code": "",
        "reason_system": "",
        "comment": None,
        "comment_refused": False,
        "site": "http://127.0.0.1:8000",
        **OF,
    }


def test_a_moment_at_the_edge_of_time_is_kept(ledger: Ledger, url: str) -> None:
    moments = [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)]
    ledger.keep([entry(at=at) for at in moments], **OF)
    assert [told.entries for told in ledger.told()] == [2]
    if url.startswith("sqlite"):
        assert [row["at"] for row in stands_in(url, FEEDBACK)] == moments


@pytest.mark.parametrize(
    ("code", "system", "is_kept"),
    [
        ("patient-preference", "https://example.org/reasons", True),
        ("45", "urn:oid:1.2.3", True),
        ("CANARY name of a patient", "CANARY a b", False),
        ("x" * 65, "x" * 256, False),
        ("Müller", "\x00", False),
    ],
)
def test_only_what_looks_like_a_code_is_kept_as_it_is(
    ledger: Ledger,
    url: str,
    files: list[Path],
    code: str,
    system: str,
    is_kept: bool,  # noqa: FBT001
) -> None:
    assert files
    ledger.keep([entry(reason_code=code, reason_system=system)], **OF)
    ((row),) = stands_in(url, FEEDBACK)
    assert (row["reason_code"] == code, row["reason_system"] == system) == (is_kept, is_kept)
    assert is_kept or row["reason_code"].startswith("sha256:")


# --- comments ---------------------------------------------------------------------------------------------------------


def test_B10_a_comment_is_refused_and_its_entry_kept(ledger: Ledger, url: str, files: list[Path]) -> None:
    assert files
    ledger.keep([entry(comment=COMMENT), entry()], **OF)
    assert [(row["comment"], row["comment_refused"]) for row in stands_in(url, FEEDBACK)] == [
        (None, True),
        (None, False),
    ]
    assert ledger.comments() == ()


def keys(folder: Path, *which: bytes) -> Feedback:
    file = folder / "feedback.key"
    file.write_bytes(b"\n".join(which))
    return Feedback(comments="encrypted", key_file=file)


def test_B10_a_comment_is_sealed(open_ledger: Open, url: str, tmp_path: Path, files: list[Path]) -> None:
    assert files
    ledger = there(open_ledger(feedback=keys(tmp_path, Fernet.generate_key())))
    told = entry(comment=COMMENT)
    ledger.keep([told, entry()], **OF)
    first, second = stands_in(url, FEEDBACK)
    assert b"CANARY" not in first["comment"]
    assert (first["comment_refused"], second["comment"], second["comment_refused"]) == (False, None, False)
    ((read),) = ledger.comments()
    assert (read.card, read.at, read.text) == (told.card, AT, COMMENT)


def test_B10_keys_can_be_replaced(open_ledger: Open, tmp_path: Path) -> None:
    old, new, foreign = (Fernet.generate_key() for _ in range(3))
    there(open_ledger(feedback=keys(tmp_path, old))).keep([entry(comment="first")], **OF)
    both = there(open_ledger(feedback=keys(tmp_path, new, old)))
    both.keep([entry(comment="second")], **OF)
    assert [each.text for each in both.comments()] == ["first", "second"]
    assert [each.text for each in open_ledger(feedback=keys(tmp_path, new)).comments()] == [None, "second"]
    assert [each.text for each in open_ledger(feedback=keys(tmp_path, foreign)).comments()] == [None, None]
    assert [each.text for each in open_ledger().comments()] == [None, None]


# --- from the card to what became of it -------------------------------------------------------------------------------


def test_N7_entries_are_joined_to_what_is_known_of_their_card(open_ledger: Open) -> None:
    ledger = there(open_ledger())
    known = card("indication", outcome="CUR_ABL", rules=["TR-01", "SR-13"], knowledgeVersion="0.1.0")
    plain = card("degraded", knowledgeVersion="0.1.0")
    ledger.note_issued([known, plain], **OF)
    reason = {"reason_code": "other", "reason_system": "urn:x"}
    ledger.keep([entry(known.uuid), entry(known.uuid.upper()), entry(known.uuid, **reason)], **OF)
    ledger.keep([entry(plain.uuid, outcome=FeedbackOutcome.ACCEPTED, accepted_suggestions=("s",)), entry()], **OF)
    ledger.close()  # writes what is waiting
    told = {(each.kind, each.answer, each.reason_code): each for each in open_ledger().told()}
    assert {key: (each.entries, each.joined) for key, each in told.items()} == {
        ("indication", "overridden", ""): (2, True),
        ("indication", "overridden", "other"): (1, True),
        ("degraded", "accepted", ""): (1, True),
        ("", "overridden", ""): (1, False),
    }
    whole = told["indication", "overridden", "other"]
    assert (whole.outcome, whole.rules, whole.knowledge_version) == ("CUR_ABL", ("TR-01", "SR-13"), "0.1.0")
    assert (whole.site, whole.client, whole.service) == ("http://127.0.0.1:8000", OF["client"], OF["service"])
    assert (told["degraded", "accepted", ""].outcome, told["degraded", "accepted", ""].rules) == ("", ())


def test_B7_of_a_card_that_was_ignored_nothing_is_told(open_ledger: Open, url: str) -> None:
    ledger = there(open_ledger())
    ledger.note_issued([card()], **OF)
    ledger.close()
    assert len(stands_in(url, ISSUED_CARD)) == 1
    assert open_ledger().told() == ()


@pytest.mark.parametrize("shadow", [False, True])
def test_of_a_card_only_ids_are_noted(
    open_ledger: Open,
    url: str,
    files: list[Path],
    shadow: bool,  # noqa: FBT001
) -> None:
    assert files
    ledger = there(open_ledger(shadow=shadow, public_url="https://cds.example"))
    noted = card("question", outcome="NEED_DATA", rules=["CR-03"], knowledgeVersion="0.1.0", evidence="CANARY")
    ledger.note_issued([noted], **OF)
    ledger.note_issued([noted], **OF)  # one id stands for one card
    ledger.close()
    ((row),) = stands_in(url, ISSUED_CARD)
    assert row.pop("issued_at") <= datetime.now(UTC)
    assert row == {
        "card": noted.uuid,
        "kind": "question",
        "outcome": "NEED_DATA",
        "rules": "CR-03",
        "knowledge_version": "0.1.0",
        "shown": not shadow,
        "site": "https://cds.example",
        **OF,
    }


# --- several at once --------------------------------------------------------------------------------------------------


def test_entries_of_several_workers_at_once_are_all_kept(open_ledger: Open, url: str) -> None:
    ledgers = [there(open_ledger()) for _ in range(3)]

    def work(ledger: Ledger) -> None:
        for _ in range(10):
            ledger.keep([entry(), entry()], **OF)

    threads = [threading.Thread(target=work, args=(ledger,)) for ledger in ledgers for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(stands_in(url, FEEDBACK)) == 3 * 3 * 10 * 2


@on_sqlite
def test_the_file_is_for_nobody_else_on_this_machine(ledger: Ledger, tmp_path: Path) -> None:
    ledger.keep([entry()], **OF)
    modes = {file.name: oct(file.stat().st_mode & 0o777) for file in tmp_path.glob("ledger.db*")}
    assert modes == {"ledger.db": "0o600", "ledger.db-wal": "0o600", "ledger.db-shm": "0o600"}


@on_sqlite
def test_a_ledger_in_memory_leaves_no_file(open_ledger: Open, tmp_path: Path) -> None:
    ledger = there(open_ledger(store_url="sqlite:///:memory:"))
    ledger.keep([entry()], **OF)
    assert [told.entries for told in ledger.told()] == [1]
    assert list(tmp_path.iterdir()) == []
