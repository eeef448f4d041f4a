"""The tables come to be once, whoever starts first; what stands in them outlives every step."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Engine, MetaData, String, Table, insert, inspect, make_url, text

from cds_hooks import cli
from cds_hooks.ledger.engines import apart
from cds_hooks.ledger.migrating import STEPS, bring_up_to_date
from cds_hooks.ledger.tables import FEEDBACK, ISSUED_CARD, NAMES, SEEN_TOKEN
from tests.cds_hooks.ledger.conftest import Open
from tests.conftest import free_port
from tests.house.tree import ROOT
from tests.support.ledgers import AT, LONG_S, OF, entry, on_sqlite, stands_in, there

NEXT_STEP = '''
"""A step that is still to come."""

import sqlalchemy as sa
from alembic import op

revision = "next"
down_revision = "{before}"


def upgrade() -> None:
    op.add_column("feedback", sa.Column("more", sa.String))
'''
CARD = {
    "card": "c",
    "issued_at": AT,
    "kind": "indication",
    "outcome": "",
    "rules": "",
    "knowledge_version": "0.1.0",
    "shown": True,
    "site": "s",
    **OF,
}
TOLD = {
    "received_at": AT,
    "at": AT,
    "card": "c",
    "outcome": "accepted",
    "suggestions": "",
    "reason_code": "",
    "reason_system": "",
    "comment": b"\x00\xff",
    "comment_refused": False,
    "site": "s",
    **OF,
}


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """As the ledger makes one for what may take long."""
    made = apart(make_url(url))
    yield made
    made.dispose()


@pytest.fixture
def steps_to_come(tmp_path: Path) -> Path:
    """Our steps, and one more."""
    folder = tmp_path / "steps"
    shutil.copytree(STEPS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    head = ScriptDirectory(str(STEPS)).get_current_head()
    (folder / "versions" / "r9999_next.py").write_text(NEXT_STEP.format(before=head), encoding="utf-8")
    return folder


def step_of(engine: Engine) -> str | None:
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def test_the_steps_lead_to_the_tables_that_the_ledger_uses(engine: Engine) -> None:
    bring_up_to_date(engine)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), NAMES) == []
    assert set(inspect(engine).get_table_names()) == {*NAMES.tables, "alembic_version"}


def test_steps_form_one_line() -> None:
    script = ScriptDirectory(str(STEPS))
    assert script.get_bases() == ["0001"]
    assert len(script.get_heads()) == 1


def test_every_further_step_keeps_what_stands_in_the_tables(engine: Engine, url: str, steps_to_come: Path) -> None:
    bring_up_to_date(engine)
    with engine.begin() as connection:
        connection.execute(insert(FEEDBACK), [TOLD, TOLD])
        connection.execute(insert(ISSUED_CARD), [CARD])
        connection.execute(insert(SEEN_TOKEN), [{"digest": b"d", "until": 2**40}])
    bring_up_to_date(engine, steps_to_come)
    assert step_of(engine) == "next"
    assert stands_in(url, FEEDBACK) == [TOLD | {"id": number} for number in (1, 2)]
    assert stands_in(url, ISSUED_CARD) == [CARD]
    assert stands_in(url, SEEN_TOKEN) == [{"digest": b"d", "until": 2**40}]


def test_an_older_version_works_on_newer_tables(engine: Engine, open_ledger: Open, steps_to_come: Path) -> None:
    """While a new version is rolled out, and when it is taken back."""
    bring_up_to_date(engine, steps_to_come)
    ledger = there(open_ledger())
    ledger.keep([entry()], **OF)
    assert [told.entries for told in ledger.told()] == [1]
    assert step_of(engine) == "next"


def test_a_step_that_fails_leaves_everything_as_it_was(engine: Engine, steps_to_come: Path) -> None:
    bring_up_to_date(engine)
    broken = steps_to_come / "versions" / "r9999_next.py"
    broken.write_text(broken.read_text("utf-8") + "    raise ZeroDivisionError\n", encoding="utf-8")
    with pytest.raises(ZeroDivisionError):
        bring_up_to_date(engine, steps_to_come)
    assert step_of(engine) == "0001"
    assert "more" not in {column["name"] for column in inspect(engine).get_columns("feedback")}


def test_workers_that_start_together_make_the_tables_once(open_ledger: Open, url: str) -> None:
    ledgers = [open_ledger() for _ in range(8)]
    threads = [threading.Thread(target=there, args=(ledger,)) for ledger in ledgers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(LONG_S)
    for ledger in ledgers:
        ledger.keep([entry()], **OF)
    assert len(stands_in(url, FEEDBACK)) == len(ledgers)


@on_sqlite
def test_sqlite_keeps_a_write_ahead_log(engine: Engine) -> None:
    bring_up_to_date(engine)
    with engine.connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"


def test_the_command_run_by_several_processes_at_once_does_it_once(url: str) -> None:
    """As a job of each instance does that starts with the others; each waits until it is done, whoever does it."""
    environ = os.environ | {"SPINAL_CDS__STORE__URL": url}
    command = [sys.executable, "-m", "cds_hooks.cli", "migrate"]
    running = [
        subprocess.Popen(command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    told = [each.communicate(timeout=2 * LONG_S) for each in running]
    assert [each.returncode for each in running] == [0] * 4, told
    assert {out for out, _ in told} == {"The tables of the ledger are up to date: step 0001.\n"}
    assert len(stands_in(url, Table("alembic_version", MetaData(), Column("version_num", String)))) == 1


def test_a_database_that_is_not_there_is_told_without_its_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("SPINAL_CDS_SITE", raising=False)
    for url in (f"sqlite:///{tmp_path}/none/l.db", f"postgresql+psycopg://cds:CANARY@127.0.0.1:{free_port()}/cds"):
        monkeypatch.setenv("SPINAL_CDS__STORE__URL", url)
        assert cli.main(["migrate"]) == cli.FAILED
        said = capsys.readouterr()
        assert "Nothing was changed" in said.err
        assert "CANARY" not in said.err + said.out
