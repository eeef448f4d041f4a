"""One browser for each module and one service for the folder; each visit ends with a look at what the page asked for."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from typing import Any

import pytest
from playwright.sync_api import Browser

from cds_hooks.sandbox import Sandbox
from tests.support.browsers import Visit, browser, visit
from tests.support.installed import Missing, not_run
from tests.support.serving import HOST, Served, serving

Visiting = Callable[..., AbstractContextManager[Visit]]


@pytest.fixture(scope="module")
def started() -> Iterator[Browser]:
    """Not for the whole run: as long as it is there an event loop runs in this thread, and no other test can run one."""
    with ExitStack() as until_the_end:
        try:
            opened = until_the_end.enter_context(browser())
        except Missing as missing:
            not_run("BROWSER", missing)
        yield opened


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory, fhir_server: Sandbox) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("workbench")
    with serving(folder, SPINAL_CDS__CLIENT__0__FHIR_SERVERS=f'["{fhir_server.base_url}"]') as served:
        yield served


@pytest.fixture
def visiting(started: Browser, service: Served) -> Iterator[Callable[..., Visit]]:
    """Opens visits; at the end none of them may have asked another place, nor complained. The browser is asked for first:
    without one nothing need be served.
    """
    visits: list[Visit] = []
    with ExitStack() as until_the_end:

        def at(**window: Any) -> Visit:
            made = until_the_end.enter_context(visit(started, f"http://{HOST}:{service.port}", **window))
            visits.append(made)
            made.open()
            return made

        yield at
    for made in visits:
        assert made.asked
        assert made.strayed() == []
        assert made.complaints == []
