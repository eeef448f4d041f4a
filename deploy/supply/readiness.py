"""May this be released? Only what is committed, under a version that the changelog tells of.

What may not live here: anything that makes a file.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

from plugin.knowledge import VERSION

_RELEASED = re.compile(r"^## (\d+\.\d+\.\d+)\b", re.MULTILINE)
_UNRELEASED = re.compile(r"^## Unreleased\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)


def refusals(root: Path) -> Iterator[str]:
    """Everything that speaks against it, each with what to do."""
    try:
        changed = git(root, "status", "--porcelain").splitlines()
        tagged = git(root, "tag", "--list", f"v{version_of(root)}", "--format=%(objectname)")
        commit = git(root, "rev-parse", "HEAD")
        tagged_commit = git(root, "rev-parse", f"v{version_of(root)}^{{commit}}") if tagged else commit
    except (OSError, subprocess.CalledProcessError):
        yield "this is no git repository with a commit, so nobody could say later what was released"
        return
    if changed:
        yield f"{len(changed)} files are not committed, the first is {changed[0][3:]}: commit them, or put them away"
    if tagged_commit != commit:
        yield f"v{version_of(root)} is another commit already: a version is given once"
    yield from _of_the_changelog(
        (root / "CHANGELOG.md").read_text(encoding="utf-8"), version_of(root), "pyproject.toml"
    )
    knowledge = (root / "plugin" / "knowledge" / "CHANGELOG.md").read_text(encoding="utf-8")
    yield from _of_the_changelog(knowledge, VERSION, "plugin/knowledge")


def _of_the_changelog(text: str, version: str, where: str) -> Iterator[str]:
    newest = next(iter(_RELEASED.findall(text)), None)
    if newest != version:
        yield f"{where} says {version}, the newest entry of its changelog is {newest or 'none'}: they must be the same"
    waiting = _UNRELEASED.search(text)
    if waiting and re.search(r"^- ", waiting[1], re.MULTILINE):
        yield f'entries are still below "Unreleased" in the changelog of {where}: put them below the version'


def version_of(root: Path) -> str:
    """The version of the service."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def git(root: Path, *arguments: str) -> str:
    """What git says. Raises OSError where there is none, CalledProcessError where it refuses."""
    done = subprocess.run([program("git"), *arguments], cwd=root, capture_output=True, text=True, check=True)
    return done.stdout.rstrip()


def program(name: str) -> str:
    """Where it is. Raises FileNotFoundError."""
    found = shutil.which(name)
    if found is None:
        raise FileNotFoundError(f"{name} is not on this machine")
    return found
