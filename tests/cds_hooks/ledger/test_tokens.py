"""J11: a token is accepted once, whichever thread, worker or instance it is shown to, and as often at once as may be."""

from __future__ import annotations

import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from time import monotonic

import pytest

from cds_hooks.ledger import Ledger
from cds_hooks.ledger.tables import SEEN_TOKEN
from cds_hooks.ledger.tokens import KEPT_ON
from cds_hooks.trust import SeenTokens
from tests.cds_hooks.ledger.conftest import Open
from tests.house.tree import ROOT
from tests.support.ledgers import LONG_S, on_sqlite, stands_in, there

ISSUER = "https://ehr.example/oauth2"
NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
SOON = datetime.now(UTC) + timedelta(minutes=5)


def test_J11_a_token_is_used_once(ledger: Ledger) -> None:
    assert ledger.first_use(ISSUER, "t-1", SOON)
    assert not ledger.first_use(ISSUER, "t-1", SOON)
    assert not ledger.first_use(ISSUER, "t-1", SOON + timedelta(hours=1))


def test_J11_another_issuer_may_use_the_same_id(ledger: Ledger) -> None:
    pairs = [
        ("a", "b"),
        ("a", "B"),
        ("ab", ""),
        ("", "ab"),
        ('a", "b', ""),
        ("a", '", "b'),
        ("a", "b "),
        ("a\x00b", ""),
    ]
    assert [ledger.first_use(*pair, SOON) for pair in pairs] == [True] * len(pairs)


@pytest.mark.parametrize(
    "token_id", ["", "a/b+c=", "x" * 1_000_000, "é", "💊", "\x00", "\ud800", "'; DROP TABLE feedback"]
)
def test_J14_any_text_may_be_an_id(ledger: Ledger, token_id: str) -> None:
    assert ledger.first_use(ISSUER, token_id, SOON)
    assert not ledger.first_use(ISSUER, token_id, SOON)


def test_J12_neither_issuer_nor_id_is_kept(ledger: Ledger, url: str) -> None:
    ledger.first_use("CANARY-issuer", "CANARY-id", SOON)
    ((row),) = stands_in(url, SEEN_TOKEN)
    assert len(row["digest"]) == 32
    assert b"CANARY" not in row["digest"]


def test_J11_of_many_threads_and_workers_at_once_one_is_the_first(open_ledger: Open) -> None:
    ledgers = [there(open_ledger()) for _ in range(2)]
    together, told = threading.Barrier(8), []

    def use(ledger: Ledger) -> None:
        for number in range(25):
            together.wait(LONG_S)
            told.append((number, ledger.first_use(ISSUER, str(number), SOON)))

    threads = [threading.Thread(target=use, args=(ledgers[number % 2],)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(LONG_S)
    assert len(told) == 8 * 25
    assert sorted(number for number, first in told if first) == list(range(25))


_PROCESS = """
import sys
from datetime import UTC, datetime
from cds_hooks.ledger import Ledger
from cds_hooks.site import Site
ledger = Ledger(Site(store_url=sys.argv[1]))
ledger.open()
print("open", flush=True)
sys.stdin.readline()
until = datetime.fromisoformat(sys.argv[2])
print(*(number for number in range(100) if ledger.first_use("issuer", str(number), until)))
"""


def test_J11_of_several_processes_at_once_one_is_the_first(ledger: Ledger, url: str) -> None:
    assert ledger.first_use("issuer", "0", SOON)
    arguments = [sys.executable, "-c", _PROCESS, url, SOON.isoformat()]
    processes = [
        subprocess.Popen(arguments, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    try:
        for process in processes:
            assert process.stdout
            assert process.stdout.readline() == "open\n"
        for process in processes:
            assert process.stdin
            process.stdin.write("go\n")
            process.stdin.flush()
        firsts = [int(number) for process in processes for number in process.communicate(timeout=LONG_S)[0].split()]
    finally:
        for process in processes:
            process.kill()
            process.wait()
    assert sorted(firsts) == list(range(1, 100))


def test_J11_what_has_expired_is_forgotten_and_nothing_else(open_ledger: Open, url: str) -> None:
    first = there(open_ledger(clock=lambda: NOW))
    for minutes in (0, 1, 5):
        first.first_use(ISSUER, str(minutes), NOW + timedelta(minutes=minutes))
    first.close()
    there(open_ledger(clock=lambda: NOW + KEPT_ON)).close()  # forgets as soon as it is opened
    assert len(stands_in(url, SEEN_TOKEN)) == 3
    later = there(open_ledger(clock=lambda: NOW + KEPT_ON + timedelta(minutes=2)))
    assert len(stands_in(url, SEEN_TOKEN)) == 1
    assert not later.first_use(ISSUER, "5", SOON)


def test_J11_it_forgets_while_it_works(open_ledger: Open, url: str) -> None:
    ledger = there(open_ledger(clock=lambda: NOW))
    assert ledger.first_use(ISSUER, "old", NOW - timedelta(days=1))
    ledger._clerk._forget_at = monotonic()
    ledger.close()  # does once more what is due
    assert stands_in(url, SEEN_TOKEN) == []


def test_J11_a_token_that_was_used_is_known_after_a_restart(open_ledger: Open) -> None:
    first = there(open_ledger())
    assert first.first_use(ISSUER, "t", SOON)
    first.close()
    assert not there(open_ledger()).first_use(ISSUER, "t", SOON)


@on_sqlite
def test_the_ledger_serves_as_memory_of_the_gate(ledger: Ledger) -> None:
    seen: SeenTokens = ledger
    assert seen.first_use(ISSUER, "t", SOON)
