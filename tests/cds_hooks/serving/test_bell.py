"""A bell that is rung in the middle of a ring, as signals do it, is heard each time."""

from __future__ import annotations

import signal
import threading

from cds_hooks.bell import Bell


def test_each_ring_ends_one_wait_and_clearing_loses_none() -> None:
    bell, heard = Bell(), threading.Semaphore(0)
    bell.set()
    bell.set()
    bell.clear()

    def listens() -> None:
        while True:
            bell.wait()
            heard.release()

    threading.Thread(target=listens, daemon=True).start()
    for _ in range(2):
        assert heard.acquire(timeout=60)
    assert not heard.acquire(blocking=False)


def test_a_signal_in_the_middle_of_a_ring_does_not_wait_for_it() -> None:
    bell = Bell()
    before = signal.signal(signal.SIGUSR1, lambda *_: bell.set())
    flood = threading.Event()

    def rings() -> None:
        main = threading.main_thread().ident or 0
        while not flood.is_set():
            signal.pthread_kill(main, signal.SIGUSR1)

    ringing = threading.Thread(target=rings, daemon=True)
    ringing.start()
    try:
        for _ in range(20_000):
            bell.set()
            bell.wait()
    finally:
        flood.set()
        ringing.join()
        signal.signal(signal.SIGUSR1, before)
