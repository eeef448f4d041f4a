"""What does a release consist of? `make release` puts it into dist/: wheel, source, locks, FHIR package, bill of materials,
image, and the checksums of all of it.

Made from what is committed and from nothing else; every date is the commit's, so that whoever repeats it gets the same bytes.
What may not live here: what is in an image (`make image`), what a version means (docs/explanation/versions.md).
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

from deploy.supply import packing, sbom
from deploy.supply.readiness import program, refusals, version_of
from fhir_profiles import publishing

ROOT: Final = Path(__file__).parents[2]
DIST: Final = ROOT / "dist"
SUMS: Final = "SHA256SUMS"
NAME: Final = "spinal-tumour-cds"
_LOCKS: Final = ("requirements.txt", "requirements-otel.txt")
_SAVING: Final = {
    "buildah": ("push", "{tag}", "docker-archive:{file}:{tag}"),
    "podman": ("save", "--output", "{file}", "{tag}"),
    "docker": ("save", "--output", "{file}", "{tag}"),
}
"""What each program that builds images calls writing one to a file."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status 0: dist/ holds the release. Otherwise dist/ is as it was."""
    parser = argparse.ArgumentParser(description="Makes a release of what is committed, in dist/.")
    parser.add_argument("--without-image", action="store_true", help="leave the image out, and say so")
    given = parser.parse_args(arguments)
    against = list(refusals(ROOT))
    if against:
        print("No release:", *against, sep="\n  ", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="spinal-cds-release-") as workshop:
        made = Path(workshop) / "made"
        made.mkdir()
        try:
            missing = _fill(made, image=not given.without_image)
        except subprocess.CalledProcessError as failed:
            print(f"No release: {' '.join(map(str, failed.cmd))} ended with {failed.returncode}", file=sys.stderr)
            print("Without an image: make release RELEASE_ARGS=--without-image", file=sys.stderr)
            return 1
        (made / SUMS).write_text(checksums(made), encoding="utf-8")
        shutil.rmtree(DIST, ignore_errors=True)
        shutil.copytree(made, DIST)
    print(*(f"dist/{each.name}" for each in sorted(DIST.iterdir())), sep="\n")
    if missing:
        print(f"\n*** NO IMAGE IS IN THIS RELEASE: {missing} ***", file=sys.stderr)
    return 0


def checksums(folder: Path) -> str:
    """As `sha256sum -c` reads it."""
    files = sorted(each for each in folder.iterdir() if each.name != SUMS)
    return "".join(f"{sha256(each.read_bytes()).hexdigest()}  {each.name}\n" for each in files)


def _fill(folder: Path, *, image: bool) -> str:
    """Puts everything but the checksums there. Why there is no image; nothing if there is one. Raises CalledProcessError."""
    packing.wheel_and_source(ROOT, folder)
    for lock in _LOCKS:
        shutil.copy(ROOT / lock, folder)
    (folder / publishing.PACKAGE_FILE).write_bytes(publishing.package())
    bill = json.dumps(sbom.bill(), indent=1, sort_keys=True)
    (folder / sbom.FILE.name).write_text(f"{bill}\n", encoding="utf-8")
    return _image(folder) if image else "it was left out by --without-image"


def _image(folder: Path) -> str:
    """Builds it and writes it to a file; why not, where nothing here can build one. Raises CalledProcessError."""
    builder = _builder()
    if builder is None:
        return f"none of {', '.join(_SAVING)} is on this machine and can build"
    version = version_of(ROOT)
    tag, file = f"{NAME}:{version}", folder / f"{NAME}-{version}.image.tar"
    subprocess.run([program("make"), "image", f"TAG={tag}"], cwd=ROOT, check=True)
    saving = _SAVING[Path(builder).name]
    subprocess.run([builder, *(word.format(tag=tag, file=file) for word in saving)], check=True)
    return ""


def _builder() -> str | None:
    """The program that `make image` will take, if it can build: a docker without its daemon cannot."""
    names = [os.environ["BUILDER"]] if os.environ.get("BUILDER") else list(_SAVING)
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None or subprocess.run([found, "info"], capture_output=True, check=False).returncode:
        return None
    return found


if __name__ == "__main__":
    sys.exit(main())
