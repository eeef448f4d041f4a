"""Where does a client's key set come from, and how long is it good? A file, or the one address that the site file lists.

Only addresses of the site file are ever asked, never one that a token names (J7, J8, J9). What may not live here: which
keys of a set are of use (``key_sets``).
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final, Protocol

from jwt import PyJWK

from cds_hooks.failures import NotTrusted
from cds_hooks.trust.key_sets import Keys, Reader
from cds_hooks.trust.reasons import Reason
from fhir_profiles.server import Session, fetch_key_set, json_object

LOG = logging.getLogger("spinal_cds.trust")

READ_AGAIN_AFTER: Final = timedelta(minutes=5)
"""Then a set is read again beside the calls, which go on with the old one."""
MAX_AGE: Final = timedelta(minutes=10)
"""Then calls wait until it was read again: a key that was revoked is gone that soon, as long as its server answers."""
LAST_GOOD_FOR: Final = timedelta(hours=6)
"""So long a set is believed when its server fails, which holds up the first call and no other."""
PAUSE: Final = timedelta(seconds=10)
"""Between two fetches after a failure, and between two that unknown keys caused: a stranger can cause no more than these."""
FETCH_LIMIT_S: Final = 2.0


class KeySource(Protocol):
    def find(self, key_id: str, algorithm: str, now: datetime) -> PyJWK:
        """The key of this name for this algorithm. Raises NotTrusted."""
        ...

    def ask(self, now: datetime) -> Callable[[], bool]:
        """Begins to read the keys; what is returned waits for that, and says whether any are there."""
        ...


class KeyFile:
    """Keys of a file, read again whenever it was changed.

    A file that holds no key set (half written, say) leaves the keys as they were; one that is gone leaves none.
    """

    def __init__(self, file: Path, read: Reader) -> None:
        self._file, self._read = file, read
        self._held: tuple[object, Keys] = ("not read yet", {})

    def find(self, key_id: str, algorithm: str, now: datetime) -> PyJWK:  # noqa: ARG002  a file does not age
        return _chosen(self._current(), key_id, algorithm)

    def ask(self, now: datetime) -> Callable[[], bool]:  # noqa: ARG002  a file does not age
        return lambda: bool(self._current())

    def _current(self) -> Keys:
        version, keys = self._held
        try:
            there = self._file.stat()
            found = (there.st_mtime_ns, there.st_size, there.st_ino)
            if found == version:
                return keys
            read = self._read(json_object(self._file.read_bytes()))
        except OSError:
            found, read = None, {}
        if not read and found != version:
            LOG.warning("%s holds no key that can be used", self._file.name)
        self._held = (found, keys if read is None else read)
        return self._held[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fetched:
    keys: Keys
    at: datetime


class _Pace:
    """Lets one through, and the next only after a pause."""

    def __init__(self) -> None:
        self._last: datetime | None = None

    def lets_through(self, now: datetime) -> bool:
        if self._last is not None and _younger(self._last, now, PAUSE):
            return False
        self._last = now
        return True


class PublishedKeys:
    """Keys of one address: kept, read again when they are old or a key is not among them, one fetch at a time.

    While they are read again, calls go on with what is there; who finds no key, or none that is young enough, waits.
    """

    def __init__(self, address: str, read: Reader, session: Session) -> None:
        self._address, self._read, self._session = address, read, session
        self._lock = threading.Lock()
        self._held: _Fetched | None = None
        self._under_way: Future[Any] | None = None
        self._ends = 0.0
        self._failed = False
        self._for_age, self._for_unknown = _Pace(), _Pace()

    @property
    def failing(self) -> bool:
        """Whether the newest fetch has failed."""
        return self._failed

    def find(self, key_id: str, algorithm: str, now: datetime) -> PyJWK:
        under_way = None
        if not self._is_younger_than(READ_AGAIN_AFTER, now):
            goes_on = self._failed or self._is_younger_than(MAX_AGE, now)
            under_way = self._fetch(now, self._for_age)
            if not goes_on:
                self._wait(under_way)
        keys = self._keys(now)
        if keys is None or (key_id, algorithm) not in keys:
            self._wait(under_way or self._fetch(now, self._for_unknown))
            keys = self._keys(now)
        return _chosen(keys, key_id, algorithm)

    def ask(self, now: datetime) -> Callable[[], bool]:
        under_way = None if self._held else self._fetch(now, self._for_age)

        def had() -> bool:
            self._wait(under_way)
            return self._held is not None and bool(self._held.keys)

        return had

    def _keys(self, now: datetime) -> Keys | None:
        held = self._held
        return held.keys if held is not None and self._is_younger_than(LAST_GOOD_FOR, now) else None

    def _is_younger_than(self, limit: timedelta, now: datetime) -> bool:
        held = self._held
        return held is not None and _younger(held.at, now, limit)

    def _fetch(self, now: datetime, pace: _Pace) -> Future[Any] | None:
        """The fetch under way, maybe a new one; None when it is too early for another."""
        with self._lock:
            if self._under_way is None or self._under_way.done():
                if not pace.lets_through(now):
                    return None
                self._ends = time.monotonic() + FETCH_LIMIT_S
                self._under_way = self._session.start(self._address, partial(self._load, now))
            return self._under_way

    def _wait(self, under_way: Future[Any] | None) -> None:
        """Until a fetch has ended, or should have. A fault of our own in it is raised here."""
        if under_way is not None and under_way in wait([under_way], max(0.0, self._ends - time.monotonic())).done:
            under_way.result()

    def _load(self, now: datetime) -> None:
        keys = self._read(fetch_key_set(self._session, self._address, seconds=FETCH_LIMIT_S))
        self._failed = keys is None
        if keys is None:
            LOG.warning("the key set at %s could not be read", self._address)
        else:
            self._held = _Fetched(keys=keys, at=now)


def _chosen(keys: Keys | None, key_id: str, algorithm: str) -> PyJWK:
    if not keys:
        raise NotTrusted(Reason.NO_KEYS)
    key = keys.get((key_id, algorithm))
    if key is None:
        raise NotTrusted(Reason.KEY)
    return key


def _younger(then: datetime, now: datetime, limit: timedelta) -> bool:
    """Less than so long ago. A clock that was set back makes a moment of the future; that counts as long ago."""
    return timedelta() <= now - then < limit
