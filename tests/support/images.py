"""The image of deploy/Dockerfile, built without a registry of images, and containers of it: processes with a root of their own.

No engine is needed: Buildah builds, and a container is what the kernel gives anybody who asks: its own mounts and process
numbers, a root that is read only, one user without rights. What it shares with this machine is the network. What may not live
here: what is expected of the image.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import platform
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from deploy.image import build
from tests.house.tree import ROOT
from tests.support.calls import Json
from tests.support.installed import Missing, command

CACHE = ROOT / "tests" / "deploy" / ".image_cache"
DATA, SITE = "/var/lib/spinal-cds", "/etc/spinal-cds"
BASE = "localhost/python:3.11"
_MINUTES = 20
_BASE_SCRIPT = ROOT / "deploy" / "image" / "debian.sh"
_JAIL = Path(__file__).with_name("jail.sh")


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """One image: how it is to be started, and its files, as they lie below `root`."""

    root: Path
    config: Json
    layers: tuple[str, ...]

    @property
    def environment(self) -> dict[str, str]:
        return dict(line.split("=", 1) for line in self.config["Env"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Container:
    """A started container: `process` ends when its first process does, and with the same status."""

    process: subprocess.Popen[bytes]

    def stop(self, within: float) -> int:
        """As every engine does it: the image's signal to the first process. Its exit status."""
        (first,) = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text("ascii").split()
        os.kill(int(first), signal.SIGTERM)
        return self.process.wait(within)


class Workshop:
    """A store of images that is gone with the block that opened it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        settings = folder / "storage.conf"
        settings.write_text(
            f'[storage]\ndriver = "vfs"\ngraphroot = "{folder}/graph"\nrunroot = "{folder}/run"\n', encoding="utf-8"
        )
        own = {"STORAGE_DRIVER": "vfs", "CONTAINERS_STORAGE_CONF": str(settings), "TMPDIR": str(folder)}
        self.environment = os.environ | own | {"BUILDAH_ISOLATION": "chroot", "BUILDER": "buildah"}

    def base(self) -> None:
        """Debian's Python; its files are kept from one run to the next, as long as the script is the same."""
        kept = CACHE / hashlib.sha256(_BASE_SCRIPT.read_bytes()).hexdigest()[:12]
        self._ask([str(_BASE_SCRIPT), BASE, str(kept)])

    def build(self, tag: str) -> Image:
        """By what `make image` calls; its files are unpacked."""
        arguments = ["--base", BASE, "--tag", tag]
        self._ask([sys.executable, "deploy/image/build.py", *arguments, "--wheels"])
        told = json.loads(self._ask(["buildah", "inspect", "--type", "image", tag]))["Docker"]
        container = self._ask(["buildah", "from", tag]).strip()
        root = Path(self._ask(["buildah", "mount", container]).strip())
        return Image(root=root, config=told["config"], layers=tuple(told["rootfs"]["diff_ids"]))

    def _ask(self, arguments: Sequence[str]) -> str:
        done = subprocess.run(
            arguments,
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=_MINUTES * 60,
            check=False,
        )
        assert done.returncode == 0, f"{arguments[0]}: {done.stderr[-2000:]}"
        return done.stdout


@contextlib.contextmanager
def workshop() -> Iterator[Workshop]:
    """Where images can be built. Raises Missing."""
    for program in ("buildah", "debootstrap", "unshare", "setpriv"):
        command(program, "it builds or starts the container image")
    if os.geteuid() != 0:
        raise Missing("only root can build and start the container image without an engine")
    if sys.version_info[:2] != (3, 11) or platform.system() != "Linux":
        raise Missing("the packages of the image are fetched by Python 3.11 on Linux, which this is not")
    folder = Path(tempfile.mkdtemp(prefix="spinal-cds-image-"))
    try:
        made = Workshop(folder)
        made.base()
        yield made
    finally:
        shutil.rmtree(folder)
        shutil.rmtree(build.WHEELS, ignore_errors=True)


def prepared(folder: Path, image: Image) -> Path:
    """A folder for a container: `site`, `tmp`, and `data` as a volume of an engine's, with owner and rights as in the image."""
    for name in ("data", "site", "tmp"):
        (folder / name).mkdir(mode=0o755)
    there = image.root / DATA.lstrip("/")
    shutil.copystat(there, folder / "data")
    os.chown(folder / "data", there.stat().st_uid, there.stat().st_gid)
    (folder / "tmp").chmod(0o1777)
    return folder


@contextlib.contextmanager
def started(
    image: Image,
    folder: Path,
    words: Sequence[str] | None = None,
    settings: Mapping[str, str] | None = None,
    *,
    read_only: bool = True,
    output: int | IO[bytes] = subprocess.DEVNULL,
    told: int = subprocess.DEVNULL,
) -> Iterator[Container]:
    """A container of this image in a prepared folder: its own command, unless other words are given."""
    config = image.config
    arguments = list(words) if words is not None else [*config["Entrypoint"], *config["Cmd"]]
    variables = [f"{name}={value}" for name, value in (image.environment | dict(settings or {})).items()]
    jail = [str(_JAIL), str(image.root), str(folder), "ro" if read_only else "rw", config["User"], config["WorkingDir"]]
    own = ["unshare", "--mount", "--pid", "--fork", "--kill-child"]
    whole = [*own, *jail, *variables, *arguments]
    with subprocess.Popen(whole, stdin=told, stdout=output, stderr=subprocess.STDOUT) as process:
        try:
            yield Container(process=process)
        finally:
            process.kill()


def run(
    image: Image,
    folder: Path,
    words: Sequence[str],
    said: str = "",
    settings: Mapping[str, str] | None = None,
    *,
    read_only: bool = True,
) -> tuple[int, str]:
    """Exit status and output of a command in a container that ends by itself."""
    pipe = subprocess.PIPE
    with started(image, folder, words, settings, read_only=read_only, output=pipe, told=pipe) as container:
        output, _ = container.process.communicate(said.encode(), timeout=_MINUTES * 60)
    return container.process.returncode, output.decode()
