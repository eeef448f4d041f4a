"""How long does a hook call take when the FHIR server is slow, or broken? Writes docs/explanation/fault-times.md.

`.venv/bin/python -m tests.benchmarks.faults` measures every fault of `tests/support/faults.py` and three reads of 100 ms each,
against the whole service in this process. Nothing here is asserted: a busy machine is slow, and no build depends on it.
"""

from __future__ import annotations

import logging
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

from flask.testing import FlaskClient

from tests.support import calls
from tests.support.calls import Json, advice_of
from tests.support.faults import FAULTS
from tests.support.players import Fault, Performance, Player, performing

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "explanation" / "fault-times.md"
COMMAND = ".venv/bin/python -m tests.benchmarks.faults"
PATIENT = "V-05"
KEY = "labs"
DEADLINE_MS = 350
"""The default of the site file."""
AIM_MS = DEADLINE_MS + 150
RUNS = 11
ALL_RELEVANT = ("conditions", "findings", "labs", "imaging")
TOKEN = {"access_token": "x", "token_type": "Bearer", "expires_in": 300, "scope": "patient/*.read", "subject": "us"}


def timed(service: FlaskClient, body: Json) -> tuple[float, int, str]:
    """Milliseconds of one call, its status, and what its cards say was not read."""
    started = time.perf_counter()
    answered = calls.post(service, body)
    taken = (time.perf_counter() - started) * 1000
    keys = {key for card in answered.cards for key in advice_of(card).get("unread", [])}
    return taken, answered.status, ", ".join(sorted(keys)) or "nothing"


def lacking(player: Player, *keys: str, at: str = "") -> Json:
    """A call whose prefetch has everything but these keys."""
    body = calls.call(PATIENT) | {"fhirServer": at or player.base_url, "fhirAuthorization": TOKEN}
    for key in keys:
        del body["prefetch"][key]
    return body


def service_for(address: str) -> FlaskClient:
    return calls.client(address, SPINAL_CDS__FHIR__DEADLINE_MS=str(DEADLINE_MS))


def median(service: FlaskClient, body: Json, runs: int = RUNS) -> tuple[float, float, int, str]:
    """Median and longest of some calls, after one that opens what stays open."""
    timed(service, body)
    rows = [timed(service, body) for _ in range(runs)]
    times = [taken for taken, _, _ in rows]
    return statistics.median(times), max(times), rows[-1][1], rows[-1][2]


def fault_rows() -> Iterator[tuple[str, ...]]:
    for name, fault in {"none": Fault(lambda there: there.say(there.record)), **FAULTS}.items():
        with performing(calls.call(PATIENT)["prefetch"]) as player:
            player.playing = {KEY: fault}
            address = fault.at(player) if fault.at else player.base_url
            middle, longest, status, unread = median(service_for(address), lacking(player, KEY, at=address))
        sys.stderr.write(f"{name}: {middle:.0f} ms\n")
        within = "yes" if middle <= AIM_MS else "**no**"
        yield name, f"{middle:.0f}", f"{longest:.0f}", within, str(status), unread


def late(there: Performance) -> None:
    """The healthy answer after 100 ms."""
    there.server.over.wait(0.1)
    there.say(there.record)


def several_rows() -> Iterator[tuple[str, ...]]:
    """Reads of 100 ms each: their number should not matter."""
    for keys in (("labs",), ("labs", "findings", "procedures"), tuple(calls.call(PATIENT)["prefetch"])):
        with performing(calls.call(PATIENT)["prefetch"]) as player:
            player.playing = dict.fromkeys(keys, Fault(late))
            middle, longest, status, unread = median(service_for(player.base_url), lacking(player, *keys))
        yield str(len(keys)), f"{middle:.0f}", f"{longest:.0f}", str(status), unread


def all_hang() -> tuple[str, ...]:
    """Every optional key hangs at once."""
    with performing(calls.call(PATIENT)["prefetch"]) as player:
        keys = [key for key in player.record if key not in ("patient", "conditions")]
        player.playing = dict.fromkeys(keys, FAULTS["slow drip of headers"])
        middle, longest, status, unread = median(service_for(player.base_url), lacking(player, *keys))
    return str(len(keys)), f"{middle:.0f}", f"{longest:.0f}", str(status), unread


def large_rows() -> Iterator[tuple[str, ...]]:
    """Records of which every entry concerns the lesion: our own computing, which no deadline cuts."""
    service = calls.client()
    for number in (100, 400, 1600):
        body = calls.call(PATIENT)
        for key in ALL_RELEVANT:
            found = body["prefetch"][key]["entry"]
            body["prefetch"][key]["entry"] = [again(found[n % len(found)], n) for n in range(number)]
        middle, longest, status, _ = median(service, body, runs=5)
        yield str(number * len(ALL_RELEVANT)), f"{middle:.0f}", f"{longest:.0f}", str(status)


def again(entry: Json, number: int) -> Json:
    """The same entry under another id."""
    return {**entry, "resource": {**entry["resource"], "id": f"n{number}"}}


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def about() -> Mapping[str, str]:
    revision = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.strip()
    return {
        "command": f"`{COMMAND}`",
        "revision": revision,
        "Python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors",
        **{name: version(name) for name in ("flask", "requests", "urllib3", "orjson")},
    }


def page() -> str:
    several, faults = list(several_rows()), list(fault_rows())
    return PAGE_TEXT.format(
        about="\n".join(f"- {name}: {value}" for name, value in about().items()),
        several=table(("reads of 100 ms", "median ms", "longest ms", "status", "not read"), several),
        hang=table(("keys that hang", "median ms", "longest ms", "status", "not read"), [all_hang()]),
        large=table(("resources", "median ms", "longest ms", "status"), list(large_rows())),
        faults=table(("fault", "median ms", "longest ms", f"within {AIM_MS} ms", "status", "not read"), faults),
        count=len(faults) - 1,
        missed=sum(row[3] != "yes" for row in faults),
        runs=RUNS,
        key=KEY,
        deadline=DEADLINE_MS,
        aim=AIM_MS,
    )


PAGE_TEXT = """\
# How long a hook call takes when the FHIR server is slow or broken

Generated; not to be edited by hand. The whole call is timed, from the request's bytes to the answer's, in the process of the
service; the FHIR server is a listener on the same machine. Each figure is the median of {runs} calls, after one that opens the
connections. Nothing in the tests depends on these figures (`tests/faults` asserts what is answered, and that a server that never
ends holds nobody).

{about}

## Several reads

`deadline_ms` = {deadline}. Reads go side by side, so their number hardly matters; the aim is that with three reads of 100 ms
each the whole call takes less than 200 ms.

{several}

## Everything hangs

{hang}

## Large records

Our own computing, which no deadline cuts: everything comes with prefetch, and every resource concerns the lesion, which is as
bad as it gets. Most resources of a real record concern something else, and cost a fraction.

{large}

## One key, each fault

All keys but `{key}` come with prefetch, and the FHIR server has the fault when `{key}` is read. `deadline_ms` = {deadline};
the aim is `deadline_ms` + 150 ms = {aim} ms. {count} faults, {missed} beyond the aim.

{faults}
"""


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    PAGE.write_text(page(), encoding="utf-8")
