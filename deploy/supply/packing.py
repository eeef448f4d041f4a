"""How do wheel and source archive come out the same, whoever builds them? From what is committed, with the commit's date.

What may not live here: whether there may be a release at all (`readiness`), and what else is in it (`release`).
"""

from __future__ import annotations

import gzip
import io
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from deploy.supply.readiness import git, program


def wheel_and_source(root: Path, folder: Path) -> None:
    """Builds both from the last commit, in a folder of its own, so that nothing gets in that only lies beside it.

    Raises CalledProcessError.
    """
    moment = int(git(root, "log", "-1", "--format=%ct"))
    with tempfile.TemporaryDirectory(prefix="spinal-cds-source-") as workshop:
        source = Path(workshop) / "source"
        _export(root, source)
        build(source, folder, moment)


def build(source: Path, folder: Path, moment: int) -> None:
    """The source archive of a folder, and the wheel that is built of that archive. Raises CalledProcessError."""
    told = {"SOURCE_DATE_EPOCH": str(moment), "PYTHONHASHSEED": "0"}
    command = [sys.executable, "-m", "build", "--quiet", "--no-isolation", "--outdir", str(folder), str(source)]
    subprocess.run(command, env=os.environ | told, umask=0o022, stdout=subprocess.DEVNULL, check=True)
    for archive in folder.glob("*.tar.gz"):
        archive.write_bytes(undated(archive.read_bytes(), moment))


def undated(archive: bytes, moment: int) -> bytes:
    """The same files in the order of their names, with one date and no owner: setuptools leaves those of the machine there."""
    unpacked = io.BytesIO()
    with (
        tarfile.open(fileobj=io.BytesIO(archive), mode="r:gz") as old,
        tarfile.open(fileobj=unpacked, mode="w", format=tarfile.PAX_FORMAT) as new,
    ):
        for member in sorted(old.getmembers(), key=lambda one: one.name):
            member.mtime, member.uid, member.gid, member.uname, member.gname = moment, 0, 0, "", ""
            member.mode, member.pax_headers = 0o755 if member.isdir() else 0o644, {}
            new.addfile(member, old.extractfile(member) if member.isfile() else None)
    return gzip.compress(unpacked.getvalue(), mtime=moment)


def _export(root: Path, to: Path) -> None:
    """What is committed, as files."""
    command = [program("git"), "archive", "HEAD"]
    archive = subprocess.run(command, cwd=root, capture_output=True, check=True)
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as files:
        files.extractall(to, filter="data")
