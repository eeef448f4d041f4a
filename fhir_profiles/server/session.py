"""What does a process keep between calls? Open connections, and the workers that read in parallel.

What may not live here: anything of a patient, and any token beyond its own request.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from http.cookiejar import DefaultCookiePolicy
from typing import Final

import requests

from fhir_profiles.server.addresses import PORTS, Place, place_of
from fhir_profiles.server.faults import GapReason
from fhir_profiles.server.line import Adapter
from fhir_profiles.server.vouching import tls_context

_WORKERS: Final = 48
"""Four calls of twelve reads at once; further ones wait for a worker, inside their own deadline."""


class Session:
    """What a process keeps between calls: open connections, and the workers that read in parallel.

    `proxy` is the site's; neither proxy variables nor netrc of the environment are used. Nothing of a patient or a
    token is kept: cookies are refused, and the token is given with each read.
    """

    def __init__(self, *, proxy: str = "", workers: int = _WORKERS) -> None:
        logging.getLogger("urllib3.connectionpool").disabled = True  # it writes addresses, and they hold patient ids
        self._http = requests.Session()
        self._http.trust_env = False
        self._http.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        if proxy:
            self._http.proxies = {"http": proxy, "https": proxy}
        tls = tls_context()
        for scheme in PORTS:
            self._http.mount(f"{scheme}://", Adapter(tls=tls, size=workers))
        self._size = workers
        self._workers: dict[Place, ThreadPoolExecutor] = {}
        self._lock = threading.Lock()
        self._lenient: set[tuple[Place, str]] = set()

    def start(self, base_url: str, work: Callable[[], GapReason | None]) -> Future[GapReason | None]:
        """Workers of its own for each server, so that one that hangs starves only itself; there are as many as are listed."""
        place = place_of(base_url)
        with self._lock:
            if place not in self._workers:
                self._workers[place] = ThreadPoolExecutor(self._size, thread_name_prefix="fhir-read")
            return self._workers[place].submit(work)

    def get(self, url: str, headers: dict[str, str], timeout: float) -> requests.Response:
        """One GET whose body is not read yet; redirects are not followed (FA6)."""
        return self._http.get(url, headers=headers, timeout=timeout, allow_redirects=False, stream=True)

    def is_lenient(self, base_url: str, key: str) -> bool:
        """Whether this server once refused to answer the query of a key strictly."""
        return (place_of(base_url), key) in self._lenient

    def remember_lenient(self, base_url: str, key: str) -> None:
        """Ask it leniently from now on, so that the refusal costs its time only once."""
        self._lenient.add((place_of(base_url), key))

    def close(self) -> None:
        for workers in self._workers.values():
            workers.shutdown(wait=False, cancel_futures=True)
        self._http.close()
