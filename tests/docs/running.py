"""How is a page run? All its blocks in one shell, in a copy of the project, and nothing that it started outlives it.

What may not live here: what a page says (`tests.support.told`).
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.house.tree import files, relative
from tests.support.told import Page

WITHIN_S: Final = 300
_STOPS_WITHIN_S: Final = 10
_ALONE: Final = Path(__file__).with_name("alone.py")
_MARK: Final = "PAGE_RUN"
_BEGINS: Final = "\x1e"
_OUTPUT: Final = re.compile(rf"^{_BEGINS}(\d+)\n(.*?)(?=^{_BEGINS}|\Z)", re.MULTILINE | re.DOTALL)
_SHOWN: Final = 3000
_ALWAYS: Final = {"LANG": "C.UTF-8"}
# What `make` goes by to install again: older than everything, so that no page does it.
_LOCKS: Final = ("requirements-dev.txt", "pyproject.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """How it ended. `outputs`: what each block printed, by its line; the last of them is the one that failed, if one did."""

    status: int
    outputs: dict[int, str]
    errors: str

    def told(self, page: Page) -> str:
        """For the reader of a failed test."""
        line = max(self.outputs, default=0)
        said = self.outputs.get(line, "")
        return f"{page.name}:{line} ended with {self.status}\n{said[-_SHOWN:]}\n{self.errors[-_SHOWN:]}"


def run(page: Page, folder: Path) -> Ran:
    """Runs every block that is to be run. The folder is empty, and nobody else's."""
    project, home = folder / "project", folder / "home"
    _copy(project)
    home.mkdir()
    script, said, errors = folder / "page.sh", folder / "said", folder / "errors"
    script.write_text(_script(page), encoding="utf-8")
    mark = uuid.uuid4().hex
    try:
        with said.open("wb") as out, errors.open("wb") as err:
            done = subprocess.run(
                [sys.executable, str(_ALONE), "bash", "-eu", str(script)],
                cwd=project,
                env={"PATH": f"{project}/.venv/bin:{os.environ['PATH']}", "HOME": str(home), **_ALWAYS, _MARK: mark},
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                timeout=WITHIN_S,
                check=False,
            )  # fmt: skip
    finally:
        _end_all(mark)
    outputs = {int(line): text for line, text in _OUTPUT.findall(_text(said))}
    return Ran(status=done.returncode, outputs=outputs, errors=_text(errors))


def _script(page: Page) -> str:
    blocks = [(0, page.set_up), *((block.line, block.text) for block in page.blocks if block.is_run)]
    return "\n".join(f"printf '\\n\\036%s\\n' {line}\n{text}" for line, text in blocks)


def _copy(project: Path) -> None:
    for file in files():
        to = project / relative(file)
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(file, to)
    for name in _LOCKS:
        os.utime(project / name, (0, 0))
    (project / ".venv").symlink_to(sys.prefix)


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace")


def _end_all(mark: str) -> None:
    """Everything that the page started, also what has left its session: each inherited the mark. First asked, then made."""
    for sign, within_s in ((signal.SIGTERM, _STOPS_WITHIN_S), (signal.SIGKILL, _STOPS_WITHIN_S)):
        for process in running_with(mark):
            _send(process, sign)
        ends = time.monotonic() + within_s
        while running_with(mark) and time.monotonic() < ends:
            time.sleep(0.05)


def running_with(mark: str) -> list[int]:
    """The processes that inherited the mark."""
    wanted = f"{_MARK}={mark}".encode()
    found = [entry for entry in Path("/proc").iterdir() if entry.name.isdigit() and wanted in _environment(entry)]
    return [int(entry.name) for entry in found]


def _environment(process: Path) -> list[bytes]:
    try:
        return (process / "environ").read_bytes().split(b"\0")
    except OSError:  # it ended meanwhile, or is somebody else's
        return []


def _send(process: int, sign: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(process, sign)
