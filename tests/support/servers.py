"""FHIR servers that are not ours, as an EHR has them: started, filled with the sample patients, asked with a token.

Each listens on the loopback under `/fhir` and ends with the block that started it. What may not live here: what our
service makes of their answers (`tests/servers`).
"""

from __future__ import annotations

import base64
import contextlib
import http.client
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from urllib.parse import quote, urlencode

from flask.testing import FlaskClient

from cds_hooks import sandbox
from fhir_profiles import examples
from tests.support.calls import Json
from tests.support.installed import SERVERS, command, java_project, node, node_packages

FHIR_JSON = "application/fhir+json"
ALL_OF_IT = "system/*.read system/*.write"
HAPI, MEDPLUM = SERVERS / "hapi", SERVERS / "medplum"
_CLIENT, _SECRET = "ehr", "s3cret"
_STARTS_WITHIN_S = 300.0
_ANSWERS_WITHIN_S = 60.0
_HEAP = "1g"
_LOG = "server.log"
_PORT = re.compile(r"^port (\d+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class RealServer:
    """A server that answers; `token` is sent with every request of ours, if there is one."""

    port: int
    token: str | None = field(default=None, repr=False)

    @property
    def base_url(self) -> str:
        return f"http://{sandbox.HOST}:{self.port}/fhir"

    def get(self, address: str) -> tuple[int, Json]:
        """Status and body of one GET, relative to the base address."""
        return _exchange(self, "GET", f"/fhir/{address}")

    def load(self, bundle: Mapping[str, object]) -> None:
        """Puts one transaction onto the server; an entry that is refused is an error."""
        status, answer = _exchange(self, "POST", "/fhir", json.dumps(bundle).encode(), FHIR_JSON)
        statuses = [entry["response"]["status"][:2] for entry in answer.get("entry", ())]
        assert (status, set(statuses)) == (200, {"20"}), f"refused with {status}: {json.dumps(answer)[:2000]}"

    def put(self, *resources: Json) -> None:
        """Puts these onto the server under their own ids, with a token that may write where one is needed."""
        writing = self.authorized(ALL_OF_IT) if self.token else self
        entries = [
            {"resource": each, "request": {"method": "PUT", "url": f"{each['resourceType']}/{each['id']}"}}
            for each in resources
        ]
        writing.load({"resourceType": "Bundle", "type": "transaction", "entry": entries})

    def load_sample_patients(self, as_of: datetime) -> None:
        for name in examples.names():
            self.load(examples.load(name, as_of)["bundle"])

    def prefetch(self, templates: Mapping[str, str], patient_id: str) -> Json:
        """What an EHR brings: the answer to each template of discovery. A refused one is left out."""
        answers = {
            key: self.get(template.replace("{{context.patientId}}", quote(patient_id)))
            for key, template in templates.items()
        }
        return {key: body for key, (status, body) in answers.items() if status == http.HTTPStatus.OK}

    def authorized(self, scope: str) -> RealServer:
        """The same server as seen with a token of this scope, from its own token endpoint."""
        basic = base64.b64encode(f"{_CLIENT}:{_SECRET}".encode()).decode()
        form = urlencode({"grant_type": "client_credentials", "scope": scope}).encode()
        kind = "application/x-www-form-urlencoded"
        status, granted = _exchange(self, "POST", "/auth/token", form, kind, f"Basic {basic}")
        assert (status, granted.get("scope")) == (200, scope), granted
        return RealServer(port=self.port, token=granted["access_token"])

    def authorization(self, scope: str) -> Json:
        """The token as an EHR hands it over; none where there is none."""
        if self.token is None:
            return {}
        token = {
            "access_token": self.token,
            "token_type": "Bearer",
            "expires_in": 300,
            "scope": scope,
            "subject": "cds",
        }
        return {"fhirAuthorization": token}


def prefetch_templates(service: FlaskClient) -> dict[str, str]:
    """What our discovery asks an EHR to bring along for order-select."""
    services: list[Json] = json.loads(service.get("/cds-services").data)["services"]
    found: dict[str, str] = next(each["prefetch"] for each in services if each["hook"] == "order-select")
    return found


def goes_on(answer: Json) -> bool:
    """Whether this is the first page of several."""
    return any(link.get("relation") == "next" for link in answer.get("link", ()))


@contextlib.contextmanager
def smart(port: int, folder: Path) -> Iterator[RealServer]:
    """sekmet-fhir in SMART mode: 401 without a token, 403 outside its scope."""
    server = RealServer(port=port)
    settings = {
        "base_url": server.base_url,
        "host": sandbox.HOST,
        "port": port,
        "data_dir": str(folder),
        "simulator": {"enabled": False},
        "server_auth": {
            "types": ["smart"],
            "smart_clients": [{"client_id": _CLIENT, "client_secret": _SECRET, "scopes": ALL_OF_IT}],
        },
    }
    file = folder / "settings.json"  # YAML includes JSON
    file.write_text(json.dumps(settings), encoding="utf-8")
    process = start([sys.executable, "-m", "sekmet.cli", "serve", "--config", str(file)], folder)
    try:
        _wait(process, folder, lambda: _answers(server))
        yield server
    finally:
        stop(process)


@contextlib.contextmanager
def medplum(folder: Path) -> Iterator[RealServer]:
    """Medplum's router over a store in memory. Raises Missing without Node or its packages."""
    interpreter = node()
    node_packages(MEDPLUM)
    process = start([interpreter, str(MEDPLUM / "server.mjs")], folder)
    try:
        yield listening(process, folder)
    finally:
        stop(process)


def hapi_command() -> list[str]:
    """How HAPI FHIR is started, once it is built. Raises Missing without Java or Maven."""
    java = command("java", "version 17 or later; HAPI FHIR runs on it")
    built = java_project(HAPI)
    # It lives for a minute: code of the first compiler is fast enough, and the start takes half the time.
    options = [f"-Xmx{_HEAP}", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
    return [java, *options, "-cp", f"{built / 'classes'}:{built / 'lib'}/*", "HapiServer"]


def start(arguments: Sequence[str], folder: Path) -> subprocess.Popen[bytes]:
    """The process; what it says goes into `server.log`. Its standard input ends when we do."""
    with (folder / _LOG).open("ab") as output:
        return subprocess.Popen(
            arguments,
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )


def stop(process: subprocess.Popen[bytes]) -> None:
    """Ends it for certain."""
    if process.stdin:
        process.stdin.close()
    sandbox.stop(process)


def listening(process: subprocess.Popen[bytes], folder: Path) -> RealServer:
    """The server, as soon as it has printed its port."""

    def port() -> RealServer | None:
        told = _PORT.search((folder / _LOG).read_text(encoding="utf-8", errors="replace"))
        return RealServer(port=int(told[1])) if told else None

    return _wait(process, folder, port)


def _answers(server: RealServer) -> RealServer | None:
    """The server, if any answer comes; a refusal is one."""
    with contextlib.suppress(OSError, http.client.HTTPException):
        server.get("metadata")
        return server
    return None


def _wait(process: subprocess.Popen[bytes], folder: Path, ready: Callable[[], RealServer | None]) -> RealServer:
    ends = time.monotonic() + _STARTS_WITHIN_S
    while time.monotonic() < ends and process.poll() is None:
        if (server := ready()) is not None:
            return server
        time.sleep(0.1)
    log = (folder / _LOG).read_text(encoding="utf-8", errors="replace")
    raise AssertionError(f"The server did not start:\n{log[-2000:]}")


def _exchange(
    server: RealServer,
    method: str,
    address: str,
    body: bytes | None = None,
    kind: str = "",
    authorization: str = "",
) -> tuple[int, Json]:
    headers = {"Accept": FHIR_JSON}
    if kind:
        headers["Content-Type"] = kind
    if authorization or server.token:
        headers["Authorization"] = authorization or f"Bearer {server.token}"
    connection = http.client.HTTPConnection(sandbox.HOST, server.port, timeout=_ANSWERS_WITHIN_S)
    with contextlib.closing(connection):
        connection.request(method, address, body=body, headers=headers)
        answer = connection.getresponse()
        return answer.status, json.loads(answer.read())
