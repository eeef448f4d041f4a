"""Is a package of the runtime lock known to be vulnerable? `make audit`, which CI runs where the database can be reached.

A package that the database does not know was not audited, whatever else is said of it: a mirror that holds packages only knows
nobody's faults. That is skipped, loudly. What may not live here: what is in the lock (`sbom`).
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

Json = dict[str, Any]

ROOT: Final = Path(__file__).parents[2]
_ANSWER_WITHIN_S: Final = 5
_DONE_WITHIN_S: Final = 120
_BANNER: Final = "!" * 100


def audited(lock: Path) -> tuple[Json | None, str]:
    """The report on a lock; without one, why there is none."""
    with tempfile.TemporaryDirectory(prefix="spinal-cds-") as folder:
        report = Path(folder) / "report.json"
        command = [sys.executable, "-m", "pip_audit", "--requirement", str(lock), "--disable-pip", "--require-hashes"]
        # A cache of its own, or what the database said last week would be taken for what it says.
        command += ["--cache-dir", str(Path(folder) / "cache"), "--timeout", str(_ANSWER_WITHIN_S)]
        command += ["--progress-spinner", "off", "--format", "json"]
        try:
            done = subprocess.run(
                [*command, "--output", str(report)], capture_output=True, text=True, check=False, timeout=_DONE_WITHIN_S
            )
        except subprocess.TimeoutExpired:
            return None, f"no answer within {_DONE_WITHIN_S} s"
        if not report.exists():
            return None, _kind_of(done.stderr)
        found: Json = json.loads(report.read_text(encoding="utf-8"))
        return found, ""


def _kind_of(stderr: str) -> str:
    """The kind of the last exception: what follows may name hosts."""
    lines = stderr.strip().splitlines() or ["pip-audit said nothing"]
    return lines[-1].partition(":")[0]


def verdict(report: Json | None, why_not: str) -> tuple[int, str]:
    """The exit status, and what is to be said."""
    if report is None:
        return 0, _skipped(f"The database of vulnerabilities cannot be asked: {why_not}.")
    packages = report["dependencies"]
    if guilty := list(_vulnerable(packages)):
        return 1, "\n".join(guilty)
    unknown = [each["name"] for each in packages if "skip_reason" in each]
    if unknown:
        return 0, _skipped(
            f"The database does not know {len(unknown)} of {len(packages)} packages: {', '.join(unknown)}."
        )
    return 0, f"{len(packages)} packages audited, none known to be vulnerable"


def _vulnerable(packages: list[Json]) -> Iterator[str]:
    for package in packages:
        for each in package.get("vulns", ()):
            fixed = ", ".join(each["fix_versions"]) or "nothing yet"
            yield f"VULNERABLE: {package['name']} {package['version']}: {each['id']}, fixed in {fixed}"


def _skipped(why: str) -> str:
    return f"{_BANNER}\nSKIPPED, not audited. {why}\n{_BANNER}"


def main() -> int:
    """Says what was found; 1 where a package is vulnerable."""
    status, said = verdict(*audited(ROOT / "requirements.txt"))
    print(said, file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
