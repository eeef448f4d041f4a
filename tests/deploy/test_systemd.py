"""The unit for a plain host: systemd accepts it, its wall is high, and the service lives behind it."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import orjson
import pytest

from cds_hooks.demo import SERVICE_PATH, hook_call
from tests.house.tree import ROOT
from tests.support.calls import advice_of
from tests.support.installed import Missing, command, not_run
from tests.support.serving import serving

UNIT = ROOT / "deploy" / "systemd" / "spinal-cds.service"
TEXT = UNIT.read_text(encoding="utf-8")
HOW_TO = (ROOT / "docs" / "how-to" / "install-on-a-plain-host.md").read_text(encoding="utf-8")
AT_MOST = 2.0
"""0 is no exposure, 10 all of it; systemd itself calls anything below 2 "OK"."""
WRITE_AND_RUN = "import mmap; mmap.mmap(-1, 4096, prot=mmap.PROT_WRITE | mmap.PROT_EXEC)"


def analyze(*arguments: str) -> tuple[int, str]:
    try:
        program = command("systemd-analyze", "it checks the unit")
    except Missing as missing:
        not_run("systemd's check of the unit", missing)
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def installed_here(folder: Path, text: str) -> Path:
    """The unit, with the programs of this environment in place of those it will find on a host."""
    unit = folder / UNIT.name
    unit.write_text(text.replace("/opt/spinal-cds/bin", str(Path(sys.executable).parent)), encoding="utf-8")
    return unit


def test_systemd_has_nothing_to_say_about_it(tmp_path: Path) -> None:
    assert analyze("verify", str(installed_here(tmp_path, TEXT))) == (0, "")


@pytest.mark.parametrize(
    ("before", "after"), [("ProtectSystem=strict", "ProtectSystem=very"), ("/spinal-cds serve", "/spinal-cdx serve")]
)
def test_a_mistake_in_it_would_be_said(tmp_path: Path, before: str, after: str) -> None:
    assert before in TEXT
    assert analyze("verify", str(installed_here(tmp_path, TEXT.replace(before, after))))[1] != ""


def exposure(unit: Path) -> float:
    _, said = analyze("security", "--offline=true", str(unit))
    found = re.search(r"Overall exposure level for \S+: ([\d.]+)", said)
    assert found is not None, said
    return float(found[1])


def test_its_wall_is_high_and_the_page_tells_how_high(tmp_path: Path) -> None:
    assert exposure(UNIT) < AT_MOST
    assert f"exposure level for spinal-cds.service: {exposure(UNIT)}" in HOW_TO
    bare = tmp_path / UNIT.name
    bare.write_text("[Service]\nExecStart=/bin/true\n", encoding="utf-8")
    assert exposure(bare) > AT_MOST


def test_the_service_answers_where_no_memory_may_be_written_and_run(tmp_path: Path) -> None:
    assert "MemoryDenyWriteExecute=yes" in TEXT
    walled = [sys.executable, "-m", "tests.support.walled"]
    refused = subprocess.run([*walled, "-c", WRITE_AND_RUN], cwd=ROOT, capture_output=True, text=True, check=False)
    if "no such switch" in refused.stderr:
        not_run("The service behind the wall", refused.stderr)
    assert "PermissionError" in refused.stderr
    with serving(tmp_path, module="tests.support.walled") as served:
        answer = served.ask(SERVICE_PATH, orjson.dumps(hook_call("V-01", datetime.now(UTC))))
        assert answer.status == 200
        assert advice_of(answer.body["cards"][0])["outcome"] == "CUR_ABL"
        assert served.stop() == 0
