"""The shadow comparison says who changes sides between two versions of the knowledge, and nothing where nothing changed."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from docs import shadow
from tests.house.tree import ROOT
from tests.support.installed import not_run

PATIENTS = "60"
IDENTITY = ("-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
COPIED = ("plugin", "tests/support", "tests/oracle", "tests/stories")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of its own with one commit: what is being edited here does not matter to it."""
    if shutil.which("git") is None:
        not_run("SHADOW", "git is not on this machine")
    folder = tmp_path_factory.mktemp("project")
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*_cache"))
    (folder / "docs").mkdir()
    for name in ("shadow.py", "telling.py"):
        shutil.copy(ROOT / "docs" / name, folder / "docs")
    for command in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "--message", "before")):
        subprocess.run(["git", *IDENTITY, *command], cwd=folder, check=True)
    return folder


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "docs.shadow", *arguments, "--patients", PATIENTS]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


def found(project: Path) -> Any:
    done = run(project, "HEAD", "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_without_a_change_nobody_changes_sides(project: Path) -> None:
    told = found(project)
    assert (told["stories"], told["patients"]) == ({}, [])
    assert told["storiesTold"] > 200
    assert told["patientsTold"] == int(PATIENTS)


def test_a_threshold_that_moves_is_seen_and_is_no_failure(project: Path) -> None:
    file = project / "plugin" / "knowledge" / "thresholds.py"
    before = file.read_text(encoding="utf-8")
    mutant, replaced = re.subn(r'(id="inr_max".*?default=)[\d.]+', r"\g<1>1.5", before, count=1, flags=re.DOTALL)
    assert replaced
    try:
        file.write_text(mutant, encoding="utf-8")
        done = run(project, "HEAD")
    finally:
        file.write_text(before, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert re.search(r"^\S+: .*holds none -> SR-10", done.stdout, re.MULTILINE)
    assert int(re.findall(r"stories that change sides: (\d+) of", done.stdout)[0]) > 0
    trees = subprocess.run(["git", "worktree", "list"], cwd=project, capture_output=True, text=True, check=True).stdout
    assert len(trees.splitlines()) == 1, "a worktree was left behind"


def test_a_plugin_that_lacks_a_word_is_told_its_own_stories(project: Path) -> None:
    stories, vocabulary = project / "tests" / "support" / "stories.py", project / "plugin" / "evidence" / "__init__.py"
    try:
        for file, line in (
            (stories, "from plugin.evidence import NOT_THERE_YET\n"),
            (vocabulary, "NOT_THERE_YET = 1\n"),
        ):
            file.write_text(file.read_text(encoding="utf-8") + line, encoding="utf-8")
        told = found(project)
    finally:
        subprocess.run(["git", "checkout", "--quiet", "--", "."], cwd=project, check=True)
    assert told["toldFrom"].startswith("BASE")
    assert told["storiesTold"] > 200
    assert told["stories"] == {}


def test_a_revision_that_is_not_there_is_said(project: Path) -> None:
    done = run(project, "no-such-revision")
    assert done.returncode == 1
    assert "no-such-revision" in done.stderr


def side(outcome: str, holds: tuple[str, ...] = (), **states: str) -> dict[str, Any]:
    return {"outcome": outcome, "states": states, "holds": list(holds)}


def test_every_kind_of_change_is_told_and_counted() -> None:
    before = {"T9": side("A", CRYO="caution"), "L1": side("A"), "L2": side("A", RFA_MONO="avoid")}
    after = {"T9": side("B", ("SR-10",), CRYO="avoid"), "L1": side("A"), "L3": side("A")}
    assert shadow.changes(before, after) == [
        ("outcome", "L2 A -> nothing said"),
        ("outcome", "L3 nothing said -> A"),
        ("outcome", "T9 A -> B"),
        ("a technique's state", "T9 CRYO caution -> avoid"),
        ("holds", "T9 holds none -> SR-10"),
    ]
    old = {"version": "1", "stories": {"V-01": before, "V-02": {}}, "patients": {"p": before, "q": after}}
    new = {"version": "2", "stories": {"V-01": after, "V-02": {}}, "patients": {"p": after, "q": after}}
    told = shadow.compared(old, new)
    assert list(told["stories"]) == ["V-01"]
    assert told["patients"] == ["p"]
    assert told["patientsByKind"] == {"outcome": 1, "a technique's state": 1, "holds": 1}
    assert "generated patients that change sides: 1 of 2" in shadow.report(told, "HEAD")
