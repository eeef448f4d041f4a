"""Brings the tables up to date, once, however many workers and instances start together.

Whoever comes second waits until the first has done it. What may not live here: the steps themselves (``migrations``).
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

STEPS: Final = Path(__file__).parent / "migrations"

_LOCK: Final = 7_236_551_940_218
"""Any number, as long as it is always the same: who holds this advisory lock of PostgreSQL migrates."""
_ONE_AT_A_TIME: Final = threading.Lock()
"""Alembic keeps what it works on in its own module, so that two threads would share it."""


def bring_up_to_date(engine: Engine, steps: Path = STEPS) -> None:
    """From nothing, or from any earlier step, to the newest; all of it or nothing."""
    config = Config()
    config.set_main_option("script_location", str(steps).replace("%", "%%"))
    with _ONE_AT_A_TIME:
        known = ScriptDirectory.from_config(config)
        with engine.connect() as connection:
            if not _has_to_be_done(connection, known):
                return
        with engine.execution_options(lasting=True).begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            if _has_to_be_done(connection, known):
                config.attributes["connection"] = connection
                command.upgrade(config, "head")


def newest_step(engine: Engine) -> str:
    """The name of the step at which the tables are now."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() or ""


def _has_to_be_done(connection: Connection, known: ScriptDirectory) -> bool:
    """Not where a newer version of us was: its tables hold all that ours did (``migrations``)."""
    current = MigrationContext.configure(connection).get_current_revision()
    return current is None or (current != known.get_current_head() and _knows(known, current))


def _knows(known: ScriptDirectory, revision: str) -> bool:
    return revision in {step.revision for step in known.walk_revisions()}
