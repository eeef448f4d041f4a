"""How does the image come into being? `make image` calls this: Buildah, Podman or Docker build deploy/Dockerfile.

With `--wheels` this machine's pip fetches all that the image installs, so that the build itself asks no registry. What may not
live here: what is in the image (deploy/Dockerfile), and where it goes afterwards.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
WHEELS: Final = ROOT / "build" / "wheels"
BASE: Final = "python:3.11-slim"
LOCK: Final = "requirements.txt"
_OWN_LOCK: Final = "requirements-image.txt"
_PYTHON: Final = (3, 11)
"""Of the base: a wheel is made for one."""
_DATES_WITHOUT_GIT: Final = "315532800"  # 1980, the earliest that a wheel can hold


class CannotBuild(Exception):
    """The image cannot be built here; the message says why."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status 0: the image is there."""
    given = _parser().parse_args(arguments)
    try:
        if given.wheels:
            fetch(given.lock)
        command = building(builder(), base=given.base, tag=given.tag, lock=given.lock, offline=given.wheels)
        return subprocess.run(command, cwd=ROOT, check=False).returncode
    except CannotBuild as found:
        print(found, file=sys.stderr)
        return 1


def builder() -> str:
    """The program that builds; BUILDER names another one."""
    names = [os.environ["BUILDER"]] if os.environ.get("BUILDER") else ["buildah", "podman", "docker"]
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        raise CannotBuild(f"No program that builds images is here; one of these is needed: {', '.join(names)}")
    return found


def building(program: str, *, base: str, tag: str, lock: str, offline: bool) -> list[str]:
    """The command. Two builds of a commit give the same image, as long as the base is the same."""
    moment = _git("log", "-1", "--format=%ct") or _DATES_WITHOUT_GIT
    told = {
        "BASE": base,
        "LOCK": lock,
        "SOURCE_DATE_EPOCH": moment,
        "VERSION": tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"],
        "REVISION": _git("rev-parse", "HEAD") or "unknown",
    }
    if offline:
        told["PIP_NO_INDEX"] = "1"
    # Docker's own format, for the other has no health check; and dates that do not tell when it was built.
    own = [] if Path(program).name == "docker" else ["--format", "docker", "--timestamp", moment]
    settings = os.environ.get("PIP_CONFIG_FILE")
    secret = ["--secret", f"id=pip,src={settings}"] if settings and Path(settings).is_file() else []
    values = [word for name, value in told.items() for word in ("--build-arg", f"{name}={value}")]
    return [program, "build", "--file", "deploy/Dockerfile", "--tag", tag, *own, *secret, *values, "."]


def fetch(lock: str) -> None:
    """Every package that the image installs, and what makes it, into `WHEELS`; nothing else is left there."""
    if sys.version_info[:2] != _PYTHON or not sys.platform.startswith("linux"):
        wanted = ".".join(map(str, _PYTHON))
        raise CannotBuild(
            f"The image has Python {wanted} on Linux, so its packages are fetched by that, not by this one."
        )
    shutil.rmtree(WHEELS, ignore_errors=True)
    _pip("download", "--require-hashes", "--no-deps", "--only-binary", ":all:", locks=(lock, _OWN_LOCK))


def _pip(*arguments: str, locks: Iterable[str]) -> None:
    named = [word for lock in locks for word in ("--requirement", lock)]
    command = [sys.executable, "-m", "pip", *arguments, "--quiet", "--dest", str(WHEELS), *named]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        raise CannotBuild("pip did not get every package of the locks.")


def _git(*arguments: str) -> str:
    """What git says; nothing where there is none, or no repository."""
    found = shutil.which("git")
    if found is None:
        return ""
    return subprocess.run([found, *arguments], cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Builds the image.")
    parser.add_argument("--base", default=BASE, help=f"the image of Python it stands on; default: {BASE}")
    parser.add_argument("--tag", default="spinal-tumour-cds", help="its name; default: spinal-tumour-cds")
    parser.add_argument("--lock", default=LOCK, help=f"which packages; default: {LOCK}")
    parser.add_argument("--wheels", action="store_true", help="fetch the packages first, with this machine's pip")
    return parser


if __name__ == "__main__":
    sys.exit(main())
