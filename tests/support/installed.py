"""What do the real servers of the tests run on, and where is it? Node packages, a Java project, wheels, each fetched once.

All of it goes into one cache folder beside `tests/servers`, which git and every tool pass by. What may not live here: how
a server is started, and what is asked of it.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest

SERVERS = Path(__file__).resolve().parents[1] / "servers"
CACHE = SERVERS / ".servers_cache"
COMPLETE = "TESTS_COMPLETE"
"""The variable that makes a failure of what would be skipped; CI and `make test-hapi` set it."""
NODE = 20
_STAMP = "made-from"
_MINUTES = 10


class Missing(Exception):
    """Something is not on this machine and cannot be had; the message says what."""


def not_run(what: str, reason: object) -> NoReturn:
    """These tests cannot run here. Said loudly; where nothing may be skipped, it is a failure."""
    message = f"{what} NOT RUN: {reason}"
    if os.environ.get(COMPLETE):
        pytest.fail(message)
    pytest.skip(message)


def command(name: str, needed_for: str) -> str:
    """The path of a program. Raises Missing."""
    found = shutil.which(name)
    if found is None:
        raise Missing(f"{name} is not on this machine ({needed_for})")
    return found


def node() -> str:
    """The path of a Node that is new enough. Raises Missing."""
    found = command("node", f"version {NODE} or later")
    told = subprocess.run([found, "--version"], capture_output=True, text=True, check=False).stdout
    if int(told.lstrip("v").partition(".")[0] or 0) < NODE:
        raise Missing(f"Node {told.strip()} is too old: {NODE} or later is needed")
    return found


def node_packages(project: Path) -> Path:
    """The folder in which the packages of this project's lock are installed. Raises Missing."""

    def install(folder: Path) -> None:
        npm = command("npm", "it installs the packages of the lock")
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(project / name, folder)
        _run(npm, "ci", "--ignore-scripts", cwd=folder)

    return _made(project.name, [project / "package.json", project / "package-lock.json"], install)


def locked_wheels(lock: Path) -> Path:
    """The folder with a wheel of every package of this lock, held against its hashes. Raises Missing."""

    def download(folder: Path) -> None:
        only = ("--require-hashes", "--no-deps", "--only-binary", ":all:", "--requirement", str(lock))
        _run(
            sys.executable,
            "-m",
            "pip",
            "download",
            "--disable-pip-version-check",
            "--dest",
            str(folder),
            *only,
            cwd=folder,
        )

    return _made(f"wheels-of-{lock.stem}", [lock], download)


def java_project(project: Path) -> Path:
    """The folder with this Maven project's `classes` and `lib`. Raises Missing."""

    def build(folder: Path) -> None:
        maven = command("mvn", "it builds the Java project")
        command("javac", "a Java development kit, 17 or later")
        goals = ("compile", "dependency:copy-dependencies")
        _run(maven, "--quiet", "--batch-mode", *goals, f"-Doutput={folder}", cwd=project)

    return _made(project.name, list(_sources(project)), build)


def _sources(project: Path) -> Iterator[Path]:
    yield project / "pom.xml"
    yield from sorted(file for file in (project / "src").rglob("*") if file.is_file())


def _made(name: str, sources: list[Path], make: Callable[[Path], None]) -> Path:
    """A folder of the cache, made anew only when a source has changed; half of one is never left there."""
    digest = hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()
    folder, workshop = CACHE / name, CACHE / f"{name}-in-the-making"
    with _one_at_a_time():
        if _stamp(folder) == digest:
            return folder
        shutil.rmtree(workshop, ignore_errors=True)
        workshop.mkdir()
        make(workshop)
        (workshop / _STAMP).write_text(digest, encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        workshop.rename(folder)
    return folder


@contextlib.contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Among the threads of a run, and among runs: whoever comes second finds what the first has made."""
    CACHE.mkdir(exist_ok=True)
    with (CACHE / "lock").open("w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _stamp(folder: Path) -> str:
    stamp = folder / _STAMP
    return stamp.read_text(encoding="utf-8") if stamp.is_file() else ""


def _run(*arguments: str, cwd: Path) -> None:
    try:
        done = subprocess.run(arguments, cwd=cwd, capture_output=True, text=True, timeout=_MINUTES * 60, check=False)
    except subprocess.TimeoutExpired:
        raise Missing(f"{Path(arguments[0]).name} did not end within {_MINUTES} minutes") from None
    if done.returncode:
        raise Missing(f"{Path(arguments[0]).name} failed: {(done.stderr or done.stdout)[-500:]}")
