"""Two services are watched for some minutes, which take some seconds: the figures of both as Prometheus would have kept them.

One answers, with FHIR reads that succeed and fail; the other refuses tokens, and cannot fetch its client's keys. What may not
live here: what is asked of the recording (`test_dashboard`).
"""

from __future__ import annotations

import contextlib
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from urllib.parse import urlencode
from urllib.request import urlopen

import orjson

from cds_hooks.demo import SERVICE_PATH
from tests.conftest import free_port
from tests.support import calls
from tests.support.calls import Json
from tests.support.hospital import Hospital, hospital
from tests.support.installed import command
from tests.support.scraped import Sample, scraped
from tests.support.serving import Served, serving
from tests.support.signing import claims, signer

EVERY_S: Final = 60
"""Of the recording's own time."""
ISSUER: Final = "https://ehr.example"
_SIGN_PATH: Final = "/cds-services/spinal-tumour-order-sign"
_STARTS_WITHIN_S: Final = 60.0
_NEEDED_FOR: Final = "Debian's package prometheus: rules and queries are tried with it"


@dataclass(kw_only=True)
class Recording:
    """Lines of all scrapes, by instance and moment; `ends` is the last one."""

    ends: int = field(default_factory=lambda: int(time.time()) - 60)
    scrapes: list[dict[str, tuple[Sample, ...]]] = field(default_factory=list)

    def scrape(self, instances: dict[str, Served]) -> None:
        self.scrapes.append({name: scraped(one.ask("/metrics").raw).samples for name, one in instances.items()})

    @property
    def names(self) -> set[str]:
        return {sample.name for scrape in self.scrapes for samples in scrape.values() for sample in samples}

    def text(self) -> str:
        """As OpenMetrics, each line with its moment."""
        lines = []
        for number, scrape in enumerate(self.scrapes):
            at = self.ends - (len(self.scrapes) - 1 - number) * EVERY_S
            for instance, samples in scrape.items():
                for sample in samples:
                    labels = {**sample.labels, "job": "spinal-cds", "instance": instance}
                    inside = ",".join(f'{name}="{value}"' for name, value in labels.items())
                    lines.append(f"{sample.name}{{{inside}}} {sample.value} {at}")
        return "\n".join((*lines, "# EOF\n"))


def record(folder: Path) -> Recording:
    found = Recording()
    with hospital(calls.call("V-05")["prefetch"]) as beside, contextlib.ExitStack() as stack:
        instances = {}
        for name, settings in (("answers:8000", _answering(beside)), ("refuses:8000", _refusing())):
            place = folder / name.partition(":")[0]
            place.mkdir()
            instances[name] = stack.enter_context(serving(place, **settings))
        for _ in range(3):
            _play(instances["answers:8000"], beside)
            _be_refused(instances["refuses:8000"])
            found.scrape(instances)
    return found


def _answering(beside: Hospital) -> dict[str, str]:
    return {
        "SPINAL_CDS__CLIENT__0__FHIR_SERVERS": f'["{beside.base_url}"]',
        "SPINAL_CDS__FHIR__DEADLINE_MS": "1500",
    }


def _refusing() -> dict[str, str]:
    return {
        "SPINAL_CDS__MODE": "production",
        "SPINAL_CDS__PUBLIC_URL": "https://cds.hospital.example",
        "SPINAL_CDS__CLIENT__0__ISSUER": ISSUER,
        "SPINAL_CDS__CLIENT__0__JWKS_URL": f"https://127.0.0.1:{free_port()}/jwks.json",
        "SPINAL_CDS__CLIENT__0__FHIR_SERVERS": '["https://fhir.ehr.example/r4"]',
    }


def _play(served: Served, beside: Hospital) -> None:
    """Orders of ours and of others, with prefetch and with reads; a faulty read; signatures; feedback; a malformed call."""
    sent: list[tuple[str, Json]] = [
        (SERVICE_PATH, calls.call(name)) for name in ("V-01", "V-05", "V-07", "V-19", "V-19")
    ]
    sent += [(SERVICE_PATH, calls.call("V-05", change=_without_findings))]
    sent += [(_SIGN_PATH, calls.call("V-01") | {"hook": "order-sign"})]
    entry = {"card": "c", "outcome": "overridden", "outcomeTimestamp": "2026-11-29T10:00:00Z"}
    sent += [(f"{SERVICE_PATH}/feedback", {"feedback": [entry]}), (SERVICE_PATH, {})]
    beside.faults = {"labs": (503, {}, b"")}
    sent += [(SERVICE_PATH, calls.from_server("V-05", beside.base_url))]
    for path, body in sent:
        served.ask(path, orjson.dumps(body))
    served.ask("/readyz")


def _without_findings(body: Json) -> None:
    body["prefetch"] |= dict.fromkeys(("findings", "reports", "imaging"))


def _be_refused(served: Served) -> None:
    token = signer().token(claims(ISSUER, "https://any.example", datetime.now(UTC)))
    for headers in ({}, {"Authorization": f"Bearer {token}"}):
        served.ask(SERVICE_PATH, b"{}", headers)


# --- Prometheus ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Prometheus:
    """One that holds a recording and scrapes nothing."""

    port: int
    recording: Recording

    def instant(self, query: str) -> list[Json]:
        """Each series that the query gives at the recording's end. Raises AssertionError where it cannot be run."""
        return self._asked("query", {"query": query, "time": self.recording.ends})

    def range(self, query: str) -> list[Json]:
        """Each series of the recording's time."""
        starts = self.recording.ends - EVERY_S * len(self.recording.scrapes)
        return self._asked("query_range", {"query": query, "start": starts, "end": self.recording.ends, "step": 30})

    def _asked(self, how: str, parameters: dict[str, object]) -> list[Json]:
        address = f"http://127.0.0.1:{self.port}/api/v1/{how}"
        with urlopen(address, data=urlencode(parameters).encode(), timeout=30) as answer:
            told: Json = orjson.loads(answer.read())
        assert told["status"] == "success", told
        found: list[Json] = told["data"]["result"]
        return found


@contextlib.contextmanager
def prometheus(folder: Path, recording: Recording) -> Iterator[Prometheus]:
    """Raises Missing."""
    promtool, program = command("promtool", _NEEDED_FOR), command("prometheus", _NEEDED_FOR)
    text, store = folder / "recorded.txt", folder / "store"
    text.write_text(recording.text(), encoding="utf-8")
    subprocess.run(
        [promtool, "tsdb", "create-blocks-from", "openmetrics", text, store], check=True, capture_output=True
    )
    (folder / "prometheus.yml").write_text("scrape_configs: []\n", encoding="utf-8")
    port = free_port()
    arguments = [
        program,
        f"--config.file={folder / 'prometheus.yml'}",
        f"--storage.tsdb.path={store}",
        f"--web.listen-address=127.0.0.1:{port}",
    ]
    with (
        (folder / "prometheus.log").open("wb") as log,
        subprocess.Popen(arguments, cwd=folder, stdout=log, stderr=log) as process,
    ):
        try:
            _wait(process, port, folder / "prometheus.log")
            yield Prometheus(port=port, recording=recording)
        finally:
            process.terminate()


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    ends = time.monotonic() + _STARTS_WITHIN_S
    while True:
        assert process.poll() is None, log.read_text(encoding="utf-8")
        assert time.monotonic() < ends, log.read_text(encoding="utf-8")
        # Refused, or 503 while it looks at its store. S310: our own.
        with contextlib.suppress(OSError), urlopen(f"http://127.0.0.1:{port}/-/ready", timeout=5):
            return
        time.sleep(0.1)
