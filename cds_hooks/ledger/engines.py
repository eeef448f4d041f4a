"""How a connection is made, for SQLite and for PostgreSQL, so that no call waits long for either.

What may not live here: what is written, and what becomes of an error (``store``).
"""

from __future__ import annotations

import select
from typing import Any, Final, TypeVar

import psycopg
from psycopg import pq
from psycopg.abc import PQGen
from sqlalchemy import Connection, Dialect, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.pool import NullPool, QueuePool

ANSWER_S: Final = 1.0
"""How long a call waits for its turn, and for one answer of the database."""
_CONNECT_S: Final = 2  # the least that libpq knows
_APART_S: Final = 60.0
_POOL: Final = 5
_Result = TypeVar("_Result")


def engine_for(url: URL) -> Engine:
    """For what a call waits for."""
    return _sqlite(url) if url.get_backend_name() == "sqlite" else _postgresql(url)


def apart(url: URL) -> Engine:
    """For what may take long: each time a connection of its own, with no limit but that for making it."""
    if url.get_backend_name() == "sqlite":
        engine = create_engine(
            url,
            poolclass=NullPool,
            connect_args={"timeout": _APART_S},
            isolation_level="AUTOCOMMIT",
            hide_parameters=True,
        )
        event.listen(engine, "connect", _with_a_log)
        event.listen(engine, "begin", _begin)
        return engine
    return create_engine(url, poolclass=NullPool, connect_args={"connect_timeout": _CONNECT_S}, hide_parameters=True)


def _sqlite(url: URL) -> Engine:
    """One connection, which the threads of a process use in turn: SQLite has one writer anyway, and two would poll."""
    engine = create_engine(
        url,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=ANSWER_S,
        connect_args={"timeout": ANSWER_S, "check_same_thread": False},
        isolation_level="AUTOCOMMIT",  # `_begin` says when a transaction begins, the driver never does
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _with_a_log(connection: Any, _: object) -> None:
    """Write-ahead log: readers do not wait for the writer. It is kept in the file, so that it is asked for only here."""
    connection.execute("PRAGMA journal_mode = WAL")


def _begin(connection: Connection) -> None:
    """What has to last is forced onto the disk before it counts as written; what need not only into the system's memory,
    where it outlives the process. A write asks for the file at once, or two that began as readers would block each other.
    """
    if connection.get_execution_options().get("lasting"):
        connection.exec_driver_sql("PRAGMA synchronous = FULL")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.exec_driver_sql("PRAGMA synchronous = NORMAL")


def _postgresql(url: URL) -> Engine:
    engine = create_engine(
        url,
        pool_size=_POOL,
        max_overflow=_POOL,
        pool_timeout=ANSWER_S,
        connect_args={"connect_timeout": _CONNECT_S},
        hide_parameters=True,
    )
    event.listen(engine, "do_connect", _connect)
    event.listen(engine, "checkout", _look_whether_it_is_there)
    return engine


class _Impatient(psycopg.Connection[Any]):
    """libpq waits for an answer as long as the server's machine is there, even if the server itself hangs."""

    def wait(self, gen: PQGen[_Result], interval: float = 0.1, timeout: float | None = None) -> _Result:
        try:
            return super().wait(gen, interval, ANSWER_S if timeout is None else timeout)
        except psycopg.OperationalError:
            if self.pgconn.transaction_status == pq.TransactionStatus.ACTIVE:
                self.pgconn.finish()  # the answer may still come, but nobody waits for it any more
            raise


def _connect(
    _dialect: Dialect, _record: object, arguments: list[Any], named: dict[str, Any]
) -> psycopg.Connection[Any]:
    return _Impatient.connect(*arguments, **named)


def _look_whether_it_is_there(connection: psycopg.Connection[Any], _record: object, _proxy: object) -> None:
    """A server that ended has said so to a connection that lay idle. All of them are made anew then; no call is lost."""
    if connection.closed or _has_something_to_say(connection.fileno()):
        raise InvalidatePoolError


def _has_something_to_say(socket: int) -> bool:
    asked = select.poll()
    asked.register(socket, select.POLLIN)
    return bool(asked.poll(0))
