import http.client
import json
import socket
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from cds_hooks import sandbox
from fhir_profiles import examples
from tests.conftest import free_port
from tests.support.installed import not_run

pytestmark = pytest.mark.sandbox


def _get(server: sandbox.Sandbox, path: str) -> tuple[int, Any]:
    connection = http.client.HTTPConnection(sandbox.HOST, server.port, timeout=10)
    try:
        connection.request("GET", path, headers={"Accept": "application/fhir+json"})
        answer = connection.getresponse()
        return answer.status, json.loads(answer.read())
    finally:
        connection.close()


def _addresses_listening_on(port: int) -> set[str]:
    rows = [line.split() for line in Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]]
    return {row[1].split(":")[0] for row in rows if row[3] == "0A" and int(row[1].split(":")[1], 16) == port}


def test_every_sample_patient_is_there_under_its_own_id(fhir_server: sandbox.Sandbox) -> None:
    for name in examples.names():
        status, patient = _get(fhir_server, f"/fhir/Patient/{name}")
        assert (status, patient.get("id")) == (200, name)


def test_the_record_is_found_by_patient(fhir_server: sandbox.Sandbox) -> None:
    bundle = examples.load("V-01", datetime.now(UTC))["bundle"]
    written = [entry["resource"] for entry in bundle["entry"] if entry["resource"]["resourceType"] == "Condition"]
    _, found = _get(fhir_server, "/fhir/Condition?patient=V-01")
    assert {entry["resource"]["id"] for entry in found["entry"]} == {resource["id"] for resource in written}


def test_the_server_sends_no_orders_of_its_own(fhir_server: sandbox.Sandbox) -> None:
    _, tasks = _get(fhir_server, "/fhir/Task")
    assert tasks.get("total", 0) == 0


def test_only_this_machine_reaches_the_server(fhir_server: sandbox.Sandbox) -> None:
    if not Path("/proc/net/tcp").exists():
        not_run("WHO LISTENS", "only Linux says it")
    assert _addresses_listening_on(fhir_server.port) == {"0100007F"}  # 127.0.0.1


def test_the_log_names_every_request(fhir_server: sandbox.Sandbox) -> None:
    _get(fhir_server, "/fhir/Consent?patient=V-17")
    assert "/fhir/Consent?patient=V-17" in fhir_server.log.read_text(encoding="utf-8")


def test_a_refused_bundle_fails_loudly(fhir_server: sandbox.Sandbox) -> None:
    observation = {"resourceType": "Observation", "id": "broken", "code": {"text": "no status"}}
    entry = {"resource": observation, "request": {"method": "PUT", "url": "Observation/broken"}}
    bundle = {"resourceType": "Bundle", "type": "transaction", "entry": [entry]}
    with pytest.raises(sandbox.SandboxFailed, match=r"V-99 .*status"):
        sandbox.load_bundle(fhir_server, "V-99", bundle)


def test_a_taken_port_is_refused_before_anything_is_loaded() -> None:
    with socket.socket() as other:
        other.bind((sandbox.HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(sandbox.SandboxFailed, match=f"port {port}"), sandbox.running(port):
            pass


def test_a_server_that_cannot_start_says_why(tmp_path: Path) -> None:
    (tmp_path / "sekmet.db").mkdir()  # where its store should be
    with pytest.raises(sandbox.SandboxFailed, match="stopped while starting"), sandbox.running(free_port(), tmp_path):
        pass


def test_a_temporary_store_is_gone_afterwards_and_a_named_one_stays(tmp_path: Path) -> None:
    with sandbox.running(free_port()) as server:
        temporary = server.log.parent
        assert temporary.exists()
    assert not temporary.exists()
    assert server.process.poll() is not None
    with sandbox.running(free_port(), tmp_path / "kept"):
        pass
    assert (tmp_path / "kept" / "sekmet.db").exists()
