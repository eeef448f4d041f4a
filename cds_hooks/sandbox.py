"""A FHIR server on this machine, with the sample patients on it: to try the service, never for real patients.

It answers: where that server is, where its log is, and that every sample patient is on it. What may not live here:
anything of the service itself, which talks to this server as it would to any other.
"""

import contextlib
import http.client
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from cds_hooks.listening import CannotListen, address_to_listen_on
from fhir_profiles import examples

HOST = "127.0.0.1"
_STARTS_WITHIN_S = 60.0
_STOPS_WITHIN_S = 10.0
_LOADS_WITHIN_S = 60.0


class SandboxFailed(Exception):
    """The server could not be started, or it refused a sample patient. The message says which and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sandbox:
    """A server that answers."""

    port: int
    log: Path
    process: subprocess.Popen[bytes]

    @property
    def base_url(self) -> str:
        return f"http://{HOST}:{self.port}/fhir"


@contextlib.contextmanager
def running(port: int, data: Path | None = None) -> Iterator[Sandbox]:
    """The server, as long as the block lasts. Without `data` its store is temporary and goes with it."""
    if importlib.util.find_spec("sekmet") is None:
        raise SandboxFailed("The sandbox needs its FHIR server: pip install 'spinal-tumour-cds[sandbox]'")
    refuse_taken_port(port)
    folder = Path(tempfile.mkdtemp(prefix="spinal-cds-sandbox-")) if data is None else data.resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        sandbox = _started(port, folder)
        try:
            _wait_until_it_answers(sandbox)
            yield sandbox
        finally:
            stop(sandbox.process)
    finally:
        if data is None:
            shutil.rmtree(folder, ignore_errors=True)


def load_sample_patients(sandbox: Sandbox, now: datetime) -> int:
    """Puts every sample patient onto the server and says how many; fails loudly if one is refused."""
    for name in examples.names():
        load_bundle(sandbox, name, examples.load(name, now)["bundle"])
    return len(examples.names())


def load_bundle(sandbox: Sandbox, name: str, bundle: Mapping[str, Any]) -> None:
    status, answer = _post(sandbox, bundle)
    if status != http.HTTPStatus.OK:
        raise SandboxFailed(f"The FHIR server refused sample patient {name} with status {status}: {answer[:2000]}")
    statuses = [entry.get("response", {}).get("status", "") for entry in json.loads(answer).get("entry", [])]
    refused = [status for status in statuses if not status.startswith("20")]
    if refused or len(statuses) != len(bundle["entry"]):
        raise SandboxFailed(
            f"The FHIR server took {len(statuses) - len(refused)} of {len(bundle['entry'])} entries of {name}"
        )


def stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(_STOPS_WITHIN_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def refuse_taken_port(port: int) -> None:
    """Otherwise we would talk to, and load sample patients onto, whatever else answers there."""
    try:
        address_to_listen_on(HOST, port)
    except CannotListen as problem:
        raise SandboxFailed(str(problem)) from problem


def _started(port: int, folder: Path) -> Sandbox:
    settings = folder / "settings.json"  # YAML includes JSON
    settings.write_text(json.dumps(_settings(port, folder)), encoding="utf-8")
    log = folder / "server.log"
    with log.open("ab") as output:
        process = subprocess.Popen(  # noqa: S603  our own interpreter, our own arguments
            [sys.executable, "-m", "sekmet.cli", "serve", "--config", str(settings), "--host", HOST],
            cwd=folder,  # it leaves keys beside its data
            env={name: value for name, value in os.environ.items() if not name.startswith("SEKMET_")},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C reaches us alone; we stop it in our order
        )
    return Sandbox(port=port, log=log, process=process)


def _settings(port: int, folder: Path) -> dict[str, Any]:
    return {
        "base_url": f"http://{HOST}:{port}/fhir",
        "host": HOST,  # its own default is every interface
        "port": port,
        "data_dir": str(folder),
        "simulator": {"enabled": False},  # it would answer orders by itself
    }


def _wait_until_it_answers(sandbox: Sandbox) -> None:
    ends = time.monotonic() + _STARTS_WITHIN_S
    while time.monotonic() < ends:
        if sandbox.process.poll() is not None:
            raise SandboxFailed(f"The FHIR server stopped while starting:\n{_tail(sandbox.log)}")
        with contextlib.suppress(OSError, http.client.HTTPException):
            if _metadata_status(sandbox) == http.HTTPStatus.OK:
                return
        time.sleep(0.1)
    raise SandboxFailed(f"The FHIR server did not answer within {_STARTS_WITHIN_S:.0f} s:\n{_tail(sandbox.log)}")


def _metadata_status(sandbox: Sandbox) -> int:
    with contextlib.closing(http.client.HTTPConnection(HOST, sandbox.port, timeout=5)) as connection:
        connection.request("GET", "/fhir/metadata", headers={"Accept": "application/fhir+json"})
        return connection.getresponse().status


def _post(sandbox: Sandbox, bundle: Mapping[str, Any]) -> tuple[int, str]:
    with contextlib.closing(http.client.HTTPConnection(HOST, sandbox.port, timeout=_LOADS_WITHIN_S)) as connection:
        headers = {"Content-Type": "application/fhir+json", "Accept": "application/fhir+json"}
        connection.request("POST", "/fhir", body=json.dumps(bundle).encode(), headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read().decode("utf-8", errors="replace")


def _tail(log: Path) -> str:
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-20:])
