"""An entry that was acknowledged is there, whatever is killed at whatever moment: 200 times the service, and the database."""

from __future__ import annotations

import contextlib
import http.client
import os
import random
import signal
import threading
import uuid
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Self

import orjson
import pytest
from sqlalchemy import create_engine, make_url, text

from cds_hooks.demo import SERVICE_PATH
from cds_hooks.ledger.tables import FEEDBACK
from tests.support import calls
from tests.support.ledgers import AT, LONG_S, on_postgresql, stands_in
from tests.support.load import Load
from tests.support.mortal import Life, mortal
from tests.support.postgres import Postgres

PATH = "/cds-services/spinal-tumour-order-select/feedback"
CALLERS = 4
KILLS = {"sqlite": 160, "postgresql": 40}


@dataclass
class Posting:
    """Several callers who post feedback without a pause until nobody answers any more, or until they are told to stop."""

    life: Life
    acknowledged: list[str] = field(default_factory=list)
    refused: int = 0
    over: threading.Event = field(default_factory=threading.Event)
    _seen: Counter[str] = field(default_factory=Counter)
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def __enter__(self) -> Self:
        self._threads = [threading.Thread(target=self._post) for _ in range(CALLERS)]
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        for thread in self._threads:
            thread.join(LONG_S)
            assert not thread.is_alive()

    def wait_for(self, what: str, number: int) -> None:
        """Until so many calls were `sent`, or `answered`."""
        with self._changed:
            assert self._changed.wait_for(lambda: self._seen[what] >= number, LONG_S)

    def wait_for_more_than(self, acknowledged: int) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.acknowledged) > acknowledged, LONG_S)

    def _post(self) -> None:
        with contextlib.closing(self.life.connection()) as connection:
            while not self.over.is_set():
                cards = [str(uuid.uuid4()) for _ in range(2)]
                self._count("sent")
                try:
                    connection.request("POST", PATH, _feedback(cards), {"Content-Type": "application/json"})
                    answer = connection.getresponse()
                    body = answer.read()
                except (OSError, http.client.HTTPException):
                    return
                if answer.status == http.HTTPStatus.OK:
                    assert body == b'{"stored":2}'
                    self.acknowledged += cards
                else:
                    assert answer.status == http.HTTPStatus.SERVICE_UNAVAILABLE
                    self.refused += 1
                self._count("answered")

    def _count(self, what: str) -> None:
        with self._changed:
            self._seen[what] += 1
            self._changed.notify_all()


def _feedback(cards: list[str]) -> bytes:
    told = {"outcome": "overridden", "outcomeTimestamp": AT.isoformat()}
    return orjson.dumps({"feedback": [{"card": card, **told} for card in cards]})


def kept(url: str) -> set[str]:
    return {row["card"] for row in stands_in(url, FEEDBACK)}


@pytest.mark.kills
def test_after_200_kills_of_the_service_every_acknowledged_entry_is_there(
    url: str, record_property: Callable[[str, object], None]
) -> None:
    """160 of them with SQLite and 40 with PostgreSQL: the whole service, as `spinal-cds serve` runs it."""
    kind = make_url(url).get_backend_name()
    chance = random.Random(6)  # noqa: S311  the same moments in every run
    acknowledged: list[str] = []
    with mortal({"SPINAL_CDS__STORE__URL": url}) as service:
        for _ in range(KILLS[kind]):
            life = service.begin()
            with Posting(life) as posting:
                posting.wait_for(chance.choice(("sent", "answered")), chance.randint(1, 60))
                life.kill()
            acknowledged += posting.acknowledged
    there = kept(url)
    record_property("acknowledged", len(acknowledged))
    assert len(acknowledged) > KILLS[kind]
    assert [card for card in acknowledged if card not in there] == []
    if kind == "sqlite":
        engine = create_engine(url)
        with engine.connect() as connection:
            assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
        engine.dispose()


@on_postgresql
@pytest.mark.kills
def test_what_was_acknowledged_outlives_kills_of_the_database(url: str, postgres: Postgres) -> None:
    """One process of PostgreSQL is killed: it puts everyone out, recovers from its log, and the service goes on."""
    chance = random.Random(6)  # noqa: S311  the same moments in every run
    with mortal({"SPINAL_CDS__STORE__URL": url}) as service, Posting(service.begin()) as posting:
        for number in range(1, 6):
            posting.wait_for("answered", 40 * number)
            while not (victims := postgres.backends()):
                posting.wait_for_more_than(len(posting.acknowledged))
            os.kill(chance.choice(victims), signal.SIGKILL)
    postgres.connected().close()
    there = kept(url)
    assert posting.refused
    assert [card for card in posting.acknowledged if card not in there] == []


@on_postgresql
@pytest.mark.kills
def test_a_database_that_is_killed_and_comes_back_under_load_holds_up_no_hook_and_loses_nothing(
    url: str, postgres: Postgres
) -> None:
    """The whole server, without a word before. Hooks are answered all the while, feedback is refused until it is back."""
    hook = orjson.dumps(calls.call("V-01"))
    with mortal({"SPINAL_CDS__STORE__URL": url}) as service:
        life = service.begin()
        with (
            Posting(life) as posting,
            Load(port=life.port, rate=10, asked=lambda: (SERVICE_PATH, hook, {})) as load,
        ):
            posting.wait_for("answered", 20)
            postgres.stop("immediate")
            load.wait_for_more(20)
            acknowledged = len(posting.acknowledged)
            postgres.start()
            posting.wait_for_more_than(acknowledged)
            load.wait_for_more(5)
    there = kept(url)
    assert set(load.answers) == {"200"}
    assert posting.refused
    assert [card for card in posting.acknowledged if card not in there] == []
