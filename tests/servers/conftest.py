"""The real servers, one of each for the whole run. HAPI FHIR takes its time, so it starts beside the tests before it."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from cds_hooks.app import create_app
from cds_hooks.sandbox import Sandbox
from cds_hooks.site import load_site
from tests.conftest import free_port
from tests.support import calls, servers
from tests.support.installed import Missing, not_run
from tests.support.servers import RealServer

READ_ALL = "system/*.read"
_TIME_ENOUGH_MS = 30_000


class _Background:
    """HAPI FHIR on its way: built and started in a thread of its own."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="spinal-cds-hapi-"))
        self._process = ThreadPoolExecutor(1).submit(self._start)

    def _start(self) -> subprocess.Popen[bytes]:
        return servers.start(servers.hapi_command(), self._folder)

    def server(self) -> RealServer:
        """The server, as soon as it listens. Raises Missing where it cannot be built."""
        return servers.listening(self._process.result(), self._folder)

    def end(self) -> None:
        with contextlib.suppress(Missing):
            servers.stop(self._process.result())
        shutil.rmtree(self._folder, ignore_errors=True)


_HAPI = pytest.StashKey[_Background]()


def pytest_collection_finish(session: pytest.Session) -> None:
    """HAPI starts as soon as it is known that a test of this run asks for it."""
    if not session.config.option.collectonly and any(each.get_closest_marker("hapi") for each in session.items):
        session.config.stash[_HAPI] = _Background()


def pytest_sessionfinish(session: pytest.Session) -> None:
    if _HAPI in session.config.stash:
        session.config.stash[_HAPI].end()


@pytest.fixture(scope="session")
def sekmet(fhir_server: Sandbox) -> RealServer:
    """The server of `make run`, open to all."""
    return RealServer(port=fhir_server.port)


@pytest.fixture(scope="session")
def smart(tmp_path_factory: pytest.TempPathFactory, as_of: datetime) -> Iterator[RealServer]:
    """The same server in SMART mode, seen without a token."""
    with servers.smart(free_port(), tmp_path_factory.mktemp("smart")) as server:
        server.authorized(servers.ALL_OF_IT).load_sample_patients(as_of)
        yield server


@pytest.fixture(scope="session")
def sekmet_smart(smart: RealServer) -> RealServer:
    """The server in SMART mode, seen with a token that may read everything."""
    return smart.authorized(READ_ALL)


@contextlib.contextmanager
def _medplum(folder: Path) -> Iterator[RealServer]:
    try:
        with servers.medplum(folder) as server:
            yield server
    except Missing as reason:
        not_run("MEDPLUM", reason)


@pytest.fixture(scope="session")
def medplum(tmp_path_factory: pytest.TempPathFactory, as_of: datetime) -> Iterator[RealServer]:
    """The unlike one: Medplum's router."""
    with _medplum(tmp_path_factory.mktemp("medplum")) as server:
        server.load_sample_patients(as_of)
        yield server


@pytest.fixture
def empty_medplum(tmp_path: Path) -> Iterator[RealServer]:
    """The same without patients: it looks through all that it holds at every search, so a long chart slows it down."""
    with _medplum(tmp_path) as server:
        yield server


@pytest.fixture(scope="session")
def hapi(pytestconfig: pytest.Config, as_of: datetime) -> RealServer:
    """HAPI FHIR. Mark a test that asks for it with `hapi`."""
    try:
        server = pytestconfig.stash[_HAPI].server()
    except Missing as reason:
        not_run("HAPI FHIR", reason)
    server.load_sample_patients(as_of)
    return server


@pytest.fixture(
    scope="session",
    params=[
        pytest.param("sekmet", marks=pytest.mark.sandbox),
        pytest.param("sekmet_smart", marks=pytest.mark.sandbox),
        "medplum",
        pytest.param("hapi", marks=pytest.mark.hapi),
    ],
)
def server(request: pytest.FixtureRequest) -> RealServer:
    """Each of the servers in turn, seen with whatever token it needs."""
    found: RealServer = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def service_for() -> Iterator[Callable[[RealServer], FlaskClient]]:
    """Our service as it may read from a server, with time enough.

    What the servers answer is compared here, not how fast: a cold one on a busy machine may take seconds.
    """

    @cache
    def service(base_url: str) -> FlaskClient:
        environ = calls.DEVELOPMENT | {
            "SPINAL_CDS__CLIENT__0__ISSUER": "https://sandbox.example",
            "SPINAL_CDS__CLIENT__0__FHIR_SERVERS": f'["{base_url}"]',
        }
        site = load_site(None, environ)
        return create_app(replace(site, fhir=replace(site.fhir, deadline_ms=_TIME_ENOUGH_MS))).test_client()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("cds_hooks.order_select.HARD_LIMIT_S", _TIME_ENOUGH_MS / 1000)
        yield lambda server: service(server.base_url)
