"""`make bench`: measures in one run, writes the page, and says what it wrote. No verdict: whoever reads the page judges."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import orjson

from cds_hooks.app import keep_for_good
from cds_hooks.desk import open_desk
from cds_hooks.site import load_site
from plugin.knowledge import KNOWLEDGE
from tests.benchmarks import cases, irrelevant, own_time, page
from tests.support.calls import DEVELOPMENT

_ROOT: Final = Path(__file__).resolve().parents[2]
_PAGE: Final = _ROOT / "docs" / "explanation" / "speed.md"
_LIBRARIES: Final = ("flask", "werkzeug", "orjson", "marshmallow", "requests")


def main() -> None:
    now, site = datetime.now(UTC), load_site(None, DEVELOPMENT)
    before = os.getloadavg()
    charts, desk = cases.charts(now), open_desk(site)
    keep_for_good()  # as the served process does
    times = own_time.measured(charts, desk)
    pairs = _quietly(cases.irrelevant(now), site)
    memory = _memory()
    run = {
        "command": "`make bench`",
        "day": now.date().isoformat(),
        "revision": _revision(),
        "knowledge": KNOWLEDGE.version,
        "Python": f"{platform.python_implementation()} {platform.python_version()}",
        "libraries": ", ".join(f"{name} {version(name)}" for name in _LIBRARIES),
        "machine": f"{platform.system()} {platform.machine()}, {_processor()}, {os.cpu_count()} processors",
        "load (1 minute), before and after": f"{before[0]:.1f}, {os.getloadavg()[0]:.1f}",
    }
    text = page.written(times, pairs, memory, run)
    _PAGE.write_text(text, encoding="utf-8")
    sys.stdout.write(f"{text}\nWritten to {_PAGE.relative_to(_ROOT)}\n")


def _quietly(bodies: dict[int, bytes], site: Any) -> dict[int, irrelevant.Pair]:
    """The trail is written as ever, to where nobody reads it: a terminal would be measured otherwise."""
    kept = sys.stderr
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        sys.stderr = nowhere
        try:
            return irrelevant.compared(bodies, site)
        finally:
            sys.stderr = kept


def _memory() -> dict[str, Any]:
    told = subprocess.run([sys.executable, "-m", "tests.benchmarks.memory"], cwd=_ROOT, check=True, capture_output=True)
    found: dict[str, Any] = orjson.loads(told.stdout)
    return found


def _revision() -> str:
    told = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        cwd=_ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    return told.stdout.strip() or "not known"


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "processor not told"
    )


if __name__ == "__main__":
    main()
