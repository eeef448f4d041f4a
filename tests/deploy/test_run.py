"""`make run` as a person meets it: it starts two servers, says what to try, and leaves nothing behind."""

import http.client
import os
import re
import select
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import orjson
import pytest

from tests.conftest import free_port
from tests.house.tree import ROOT

pytestmark = pytest.mark.sandbox

STARTS_WITHIN_S = 60.0
STOPS_WITHIN_S = 120.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    process: subprocess.Popen[bytes]
    said: str

    def pid(self, pattern: str, text: str | None = None) -> int:
        found = re.search(pattern, self.said if text is None else text)
        assert found is not None, pattern
        return int(found[1])

    @property
    def service_pid(self) -> int:
        return self.pid(r"main PID: (\d+)")

    @property
    def fhir_log(self) -> Path:
        found = re.search(r"(\S+server\.log)", self.said)
        assert found is not None
        return Path(found[1])

    @property
    def fhir_pid(self) -> int:
        return self.pid(r"Started server process \[(\d+)\]", self.fhir_log.read_text(encoding="utf-8"))

    def stopped_with(self) -> int:
        return self.process.wait(STOPS_WITHIN_S)


@contextmanager
def running() -> Iterator[Run]:
    ports = ["--port", str(free_port()), "--sandbox-port", str(free_port())]
    site = str(ROOT / "deploy" / "sites" / "development.toml")
    arguments = [sys.executable, str(ROOT / "deploy" / "sandbox" / "run.py"), "--site", site, *ports]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=ROOT) as process:
        try:
            yield Run(process=process, said=_said_until_running(process))
        finally:
            process.terminate()  # it stops both servers; killing it would leave them
            process.wait(STOPS_WITHIN_S)


def _said_until_running(process: subprocess.Popen[bytes]) -> str:
    assert process.stdout is not None
    said = b""
    ends = time.monotonic() + STARTS_WITHIN_S
    while b"Ctrl-C stops both" not in said and time.monotonic() < ends:
        if select.select([process.stdout], [], [], 0.2)[0]:
            piece = os.read(process.stdout.fileno(), 65536)
            assert piece, said.decode()
            said += piece
    return said.decode()


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def _calls(said: str) -> dict[str, list[str]]:
    """The printed curl of each sample patient, by its name."""
    return {name: shlex.split(line) for name, line in re.findall(r"# (V-\d\d):[^\n]*\n\s+(curl [^\n]+)", said)}


def _workbench(said: str) -> str:
    """The page at the first address that it prints once all runs: what a person opens first."""
    first = re.search(r"http://\S+", said[said.index("Running.") :])
    assert first is not None
    address = urlsplit(first[0])
    connection = http.client.HTTPConnection(address.netloc, timeout=30)
    try:
        connection.request("GET", address.path)
        return connection.getresponse().read().decode()
    finally:
        connection.close()


def test_what_it_prints_can_be_tried_and_ctrl_c_leaves_nothing_behind() -> None:
    with running() as run:
        assert "24 sample patients loaded" in run.said
        assert "DEVELOPMENT MODE" in run.said
        assert "Draft orders" in _workbench(run.said)
        calls = _calls(run.said)
        assert list(calls) == ["V-01", "V-17", "V-24"]
        outcomes = {name: _outcomes(call) for name, call in calls.items()}
        assert outcomes == {"V-01": {"CUR_ABL"}, "V-17": {"URGENT_REFERRAL"}, "V-24": {"NEED_DATA"}}
        pids, log = (run.service_pid, run.fhir_pid), run.fhir_log
        assert all(_is_alive(pid) for pid in pids)
        run.process.send_signal(signal.SIGINT)
        assert run.stopped_with() == 0
    assert not any(_is_alive(pid) for pid in pids)
    assert not log.exists()


@pytest.mark.parametrize("victim", ["service", "fhir"])
def test_if_one_dies_the_other_is_stopped_and_it_fails(victim: str) -> None:
    with running() as run:
        service, fhir = run.service_pid, run.fhir_pid
        os.kill(service if victim == "service" else fhir, signal.SIGTERM)
        assert run.stopped_with() == 1
    assert not _is_alive(service)
    assert not _is_alive(fhir)


def _outcomes(call: list[str]) -> set[str]:
    """What the printed curl would fetch; curl itself need not be on the machine."""
    address = urlsplit(next(word for word in call if word.startswith("http://")))
    body = Path(next(word for word in call if word.startswith("@"))[1:]).read_bytes()
    connection = http.client.HTTPConnection(address.netloc, timeout=30)
    try:
        connection.request("POST", address.path, body=body, headers={"Content-Type": "application/json"})
        answer = connection.getresponse()
        assert answer.status == http.HTTPStatus.OK, answer.read()
        cards = orjson.loads(answer.read())["cards"]
    finally:
        connection.close()
    advice = [card["extension"]["example.spinal-tumour-cds.advice"] for card in cards]
    return {said["outcome"] for said in advice if "outcome" in said}
