"""Who changes sides between two versions of the knowledge? `make shadow BASE=<revision>`; with `--json` for a program.

Every story and 2,000 generated patients of the working tree are told twice: to the working tree's plugin and to that of BASE
(a worktree in a temporary folder), each in a process of its own. Where BASE does not know a word of these stories yet, both are
told those of BASE, and that is said. A change of outcome, of a technique's state or of the holds is shown; it is for the reader
to judge, so changes are no failure. What may not live here: what a plugin says (`telling`).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PATIENTS = 2_000
_OURS = "the working tree"
KINDS = ("outcome", "a technique's state", "holds")

Side = Mapping[str, Any]
Change = tuple[str, str]
"""One of KINDS, and the change in words."""


class NotTold(Exception):
    """A plugin could not be asked; why, in words."""


def changes(before: Side, after: Side) -> list[Change]:
    """What has changed for one story or patient, lesion by lesion."""
    found: list[Change] = []
    for lesion in sorted(before.keys() | after.keys()):
        was, now = before.get(lesion), after.get(lesion)
        if was is None or now is None:
            found.append(("outcome", f"{lesion} {_outcome(was)} -> {_outcome(now)}"))
        else:
            found.extend((kind, f"{lesion} {what}") for kind, what in _changes_of_a_lesion(was, now))
    return found


def _outcome(side: Side | None) -> str:
    return "nothing said" if side is None else str(side["outcome"])


def _changes_of_a_lesion(was: Side, now: Side) -> Iterator[Change]:
    if was["outcome"] != now["outcome"]:
        yield KINDS[0], f"{was['outcome']} -> {now['outcome']}"
    for technique in sorted(was["states"].keys() | now["states"].keys()):
        old, new = (each["states"].get(technique, "not named") for each in (was, now))
        if old != new:
            yield KINDS[1], f"{technique} {old} -> {new}"
    if was["holds"] != now["holds"]:
        old, new = (", ".join(each["holds"]) or "none" for each in (was, now))
        yield KINDS[2], f"holds {old} -> {new}"


def compared(before: Side, after: Side) -> dict[str, Any]:
    """Both versions, the stories that change sides, and how many generated patients do, by kind of change."""
    by_story = {name: changes(before["stories"][name], after["stories"][name]) for name in after["stories"]}
    by_patient = {name: changes(before["patients"][name], after["patients"][name]) for name in after["patients"]}
    kinds = Counter(kind for found in by_patient.values() for kind in {kind for kind, _ in found})
    return {
        "versions": [before["version"], after["version"]],
        "stories": {name: [what for _, what in found] for name, found in by_story.items() if found},
        "storiesTold": len(by_story),
        "patients": [name for name, found in by_patient.items() if found],
        "patientsTold": len(by_patient),
        "patientsByKind": {kind: kinds[kind] for kind in KINDS},
    }


def report(found: Mapping[str, Any], base: str) -> str:
    """The same for a reader: a line for each story, then the counts."""
    old, new = found["versions"]
    return "\n".join(
        (
            f"knowledge {old} ({base}) -> {new} (working tree); stories and patients of {found.get('toldFrom', _OURS)}",
            *(f"{name}: {'; '.join(told)}" for name, told in found["stories"].items()),
            f"stories that change sides: {len(found['stories'])} of {found['storiesTold']}",
            f"generated patients that change sides: {len(found['patients'])} of {found['patientsTold']}",
            *(f"  {kind}: {number}" for kind, number in found["patientsByKind"].items()),
        )
    )


def both_told(tree: Path, count: int) -> dict[str, Any]:
    """What changes between the plugin of this tree and our own."""
    try:
        return {**_both(tree, ROOT, count), "toldFrom": _OURS}
    except NotTold as problem:
        try:
            return {
                **_both(tree, tree, count),
                "toldFrom": "BASE, which does not know every word of the working tree's",
            }
        except NotTold:
            raise problem from None


def _both(tree: Path, tests: Path, count: int) -> dict[str, Any]:
    with ThreadPoolExecutor() as both:
        return compared(*both.map(lambda plugin: told_by(plugin, tests, count), (tree / "plugin", ROOT / "plugin")))


def told_by(plugin: Path, tests: Path, count: int) -> Any:
    """What this plugin says to the stories and patients of this tree."""
    with TemporaryDirectory() as name:
        folder = Path(name).resolve()
        (folder / "plugin").symlink_to(plugin)
        (folder / "docs").symlink_to(ROOT / "docs")
        (folder / "tests").symlink_to(tests / "tests")
        command = [sys.executable, "-m", "docs.telling", str(count)]
        alone = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(command, cwd=folder, env=alone, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotTold(f"this plugin cannot be told these stories:\n{done.stderr[-1500:]}")
    return json.loads(done.stdout)


@contextmanager
def checked_out(base: str) -> Iterator[Path]:
    """The tree of a revision, in a temporary folder for as long as this lasts."""
    with TemporaryDirectory() as name:
        tree = Path(name).resolve() / "base"
        _git("worktree", "add", "--quiet", "--detach", str(tree), base)
        try:
            yield tree
        finally:
            _git("worktree", "remove", "--force", str(tree))


def _git(*arguments: str) -> None:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotTold(done.stderr.strip())


def main(arguments: list[str]) -> int:
    """Prints who changes sides. 1 only where one of the two could not be asked."""
    parser = argparse.ArgumentParser(prog="shadow", description="Who changes sides between BASE and the working tree?")
    parser.add_argument("base", help="a git revision")
    parser.add_argument("--patients", type=int, default=PATIENTS, help="how many generated patients (%(default)s)")
    parser.add_argument("--json", action="store_true", help="for a program")
    asked = parser.parse_args(arguments)
    try:
        with checked_out(asked.base) as tree:
            found = both_told(tree, asked.patients)
    except NotTold as problem:
        print(problem, file=sys.stderr)
        return 1
    print(json.dumps(found, indent=1) if asked.json else report(found, asked.base))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
