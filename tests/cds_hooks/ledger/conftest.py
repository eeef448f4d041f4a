"""A ledger on each of the two databases. What holds for one has to hold for the other."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from cds_hooks.ledger import Ledger, clerk
from cds_hooks.site import Site
from tests.support import postgres as servers
from tests.support.installed import Missing, not_run
from tests.support.ledgers import there
from tests.support.postgres import Postgres

Open = Callable[..., Ledger]


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    try:
        with servers.running() as server:
            yield server
    except Missing as missing:
        not_run("PostgreSQL", missing)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'ledger.db'}"
    server: Postgres = request.getfixturevalue("postgres")
    return server.new_place()


@pytest.fixture(autouse=True)
def _looks_again_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clerk, "LOOK_AGAIN_S", 0.01)


@pytest.fixture
def open_ledger(url: str) -> Iterator[Open]:
    """Makes ledgers on this database, as a worker does each for itself; the settings are those of a Site."""
    with contextlib.ExitStack() as closing:

        def opened(*, clock: Callable[[], Any] | None = None, **settings: Any) -> Ledger:
            site = Site(**{"store_url": url} | settings)
            ledger = Ledger(site) if clock is None else Ledger(site, clock)
            closing.callback(ledger.close)
            return ledger

        yield opened


@pytest.fixture
def ledger(open_ledger: Open) -> Ledger:
    return there(open_ledger())
