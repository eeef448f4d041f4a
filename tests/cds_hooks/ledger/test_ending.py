"""When a process is asked to end, what waits to be noted is noted first; also in a forked worker of the web server."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading

import pytest

from cds_hooks.ledger import Ledger
from cds_hooks.ledger.tables import ISSUED_CARD
from cds_hooks.site import Site
from tests.cds_hooks.ledger.conftest import Open
from tests.house.tree import ROOT
from tests.support.ledgers import LONG_S, OF, card, on_sqlite, stands_in, there

_NOTES = """
import multiprocessing, sys
from cds_hooks.ledger import Ledger
from cds_hooks.site import Site
from tests.support.ledgers import OF, card

def work():
    global ledger
    ledger = Ledger(Site(store_url=sys.argv[1]))
    for _ in range(500):
        ledger.note_issued([card()], **OF)

if sys.argv[2] == "alone":
    work()
else:
    worker = multiprocessing.get_context(sys.argv[2]).Process(target=work)
    worker.start()
    worker.join()
"""


@pytest.mark.parametrize("kind", ["alone", "fork"])
def test_what_waits_is_noted_before_a_process_ends(url: str, kind: str) -> None:
    subprocess.run([sys.executable, "-c", _NOTES, url, kind], cwd=ROOT, check=True, timeout=LONG_S)
    assert len(stands_in(url, ISSUED_CARD)) == 500


def test_what_waits_is_noted_before_a_ledger_is_closed(open_ledger: Open, url: str) -> None:
    ledger = open_ledger()
    for _ in range(500):
        ledger.note_issued([card()], **OF)
    ledger.close()
    ledger.close()
    assert len(stands_in(url, ISSUED_CARD)) == 500


@on_sqlite
def test_a_ledger_that_nobody_has_any_more_leaves_no_thread(url: str) -> None:
    before = set(threading.enumerate())
    there(Ledger(Site(store_url=url))).note_issued([card()], **OF)
    gc.collect()
    for thread in set(threading.enumerate()) - before:
        thread.join(LONG_S)
        assert not thread.is_alive()
    assert len(stands_in(url, ISSUED_CARD)) == 1


@on_sqlite
def test_a_ledger_that_was_never_asked_has_no_thread_and_no_file(url: str, open_ledger: Open) -> None:
    before = threading.active_count()
    open_ledger(store_url=url).close()
    assert threading.active_count() == before
    open_ledger()
    assert threading.active_count() == before
