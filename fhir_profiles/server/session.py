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
from requests.adapters import HTTPAdapter

from fhir_profiles.server.addresses import PORTS, Origin
from fhir_profiles.server.faults import GapReason

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
        for scheme in PORTS:
            self._http.mount(f"{scheme}://", HTTPAdapter(pool_maxsize=workers))
        self._size = workers
        self._workers: dict[Origin, ThreadPoolExecutor] = {}
        self._lock = threading.Lock()

    def start(self, origin: Origin, work: Callable[[], GapReason | None]) -> Future[GapReason | None]:
        """Workers of its own for each server, so that one that hangs starves only itself; there are as many as are listed."""
        with self._lock:
            if origin not in self._workers:
                self._workers[origin] = ThreadPoolExecutor(self._size, thread_name_prefix="fhir-read")
            return self._workers[origin].submit(work)

    def get(self, url: str, token: str | None, timeout: float, accept: str) -> requests.Response:
        """One GET whose body is not read yet; redirects are not followed (FA6)."""
        headers = {"Accept": accept}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        return self._http.get(url, headers=headers, timeout=timeout, allow_redirects=False, stream=True)

    def close(self) -> None:
        for workers in self._workers.values():
            workers.shutdown(wait=False, cancel_futures=True)
        self._http.close()
