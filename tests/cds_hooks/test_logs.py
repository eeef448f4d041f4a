"""Every line that a service writes to stderr is one JSON object, and of what others say only what stands in their source."""

from __future__ import annotations

import json
import logging
import sqlite3
import subprocess
import sys
from pathlib import Path

import orjson
import pytest

from cds_hooks import logs
from cds_hooks.demo import SERVICE_PATH
from tests.hostile import leaky
from tests.house.tree import ROOT
from tests.support import calls
from tests.support.calls import Json
from tests.support.serving import serving

PAGE = (ROOT / "docs" / "reference" / "trail.md").read_text(encoding="utf-8")


def written(name: str, level: int, message: str, *values: object, fault: BaseException | None = None) -> Json:
    """The line that such a record becomes."""
    info = None if fault is None else (type(fault), fault, fault.__traceback__)
    line = logs.Lines().format(logging.LogRecord(name, level, __file__, 1, message, values, info))
    assert "\n" not in line
    found: Json = json.loads(line)
    return found


def test_of_ours_the_whole_message_is_written() -> None:
    line = written("spinal_cds.ledger", logging.ERROR, "ledger: not there (%s)", "OperationalError")
    assert line.keys() == {"at", "level", "logger", "message"}
    assert line["message"] == "ledger: not there (OperationalError)"
    assert (line["level"], line["logger"]) == ("ERROR", "spinal_cds.ledger")


def test_a_line_of_the_trail_is_written_as_it_is() -> None:
    assert written("spinal_cds.trail", logging.INFO, '{"hook":"order-select"}') == {"hook": "order-select"}


def test_of_a_library_no_value_is_written() -> None:
    """Its message may hold an address, its exception a statement with its values."""
    with pytest.raises(sqlite3.OperationalError) as raised:
        sqlite3.connect(":memory:").execute("SELECT CANARY")
    line = written("urllib3.pool", logging.WARNING, "Again after %r: %s", "CANARY", "/r4/CANARY", fault=raised.value)
    assert line["message"] == "Again after %r: %s"
    assert line["fault"].startswith("OperationalError at cds_hooks/test_logs.py:")
    assert "CANARY" not in str(line)


def test_of_the_server_only_the_first_line_is_written() -> None:
    line = written("_granian.asyncio", logging.ERROR, "Application callable raised an exception\nTraceback: CANARY")
    assert (line["logger"], line["message"]) == ("granian.asyncio", "Application callable raised an exception")


_BESIDE = """
import logging.config, sys, threading, warnings
from cds_hooks import logs
logging.config.dictConfig(dict(logs.SERVED))
logs.nothing_beside()
warnings.warn("CANARY", RuntimeWarning)
def fail(): raise ValueError("CANARY")
thread = threading.Thread(target=fail); thread.start(); thread.join()
logging.getLogger("some.library").warning("told %s", "CANARY")
logging.getLogger("spinal_cds.ledger").error("ours")
fail()
"""


def test_what_python_itself_would_write_becomes_a_line_too() -> None:
    done = subprocess.run([sys.executable, "-c", _BESIDE], capture_output=True, text=True, check=False, cwd=ROOT)
    lines = [json.loads(line) for line in done.stderr.splitlines()]
    assert [line["logger"] for line in lines] == [
        "py.warnings",
        "spinal_cds.failures",
        "some.library",
        "spinal_cds.ledger",
        "spinal_cds.failures",
    ]
    assert all("ValueError at " in line["message"] for line in lines if line["logger"] == "spinal_cds.failures")
    assert lines[0]["message"].startswith("RuntimeWarning at ")
    assert "CANARY" not in done.stderr


def test_every_line_of_a_service_is_one_object(tmp_path: Path) -> None:
    """Through its start, calls, a fault, a store that cannot be had, and its end. What precedes is said on stdout, to whoever has
    started it.
    """
    settings = {"SPINAL_CDS__STORE__URL": f"sqlite:///{tmp_path / 'nowhere' / 'store.db'}"}
    with serving(tmp_path, module="tests.hostile.leaky", **settings) as served:
        served.ask(SERVICE_PATH, orjson.dumps(calls.call("V-01")))
        faulty = calls.call("V-01") | {"hook": "order-sign"}
        faulty["context"]["selections"] = [leaky.FAULT]
        served.ask("/cds-services/spinal-tumour-order-sign", orjson.dumps(faulty))
        assert served.ask("/readyz").status == 503
    said = served.log.read_text(encoding="utf-8").splitlines()
    first = next(number for number, line in enumerate(said) if line.startswith("{"))
    lines = [json.loads(line) for line in said[first:] if not line.startswith("Serving ")]
    others = [line for line in lines if "hook" not in line]
    assert len(lines) - len(others) == 2
    assert {"granian", "spinal_cds.failures", "spinal_cds.ledger"} <= {line["logger"] for line in others}
    assert all({"at", "level", "logger", "message"} <= line.keys() for line in others)


@pytest.mark.parametrize("member", ["at", "level", "logger", "message", "fault"])
def test_every_member_is_documented(member: str) -> None:
    assert f"`{member}`" in PAGE.partition("## Other lines")[2]
