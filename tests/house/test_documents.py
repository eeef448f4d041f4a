"""What the documents name is there. Their links and their commands: `tests/docs`."""

import contextlib
import io
import re

import pytest

from cds_hooks import cli
from tests.house.tree import ROOT, files, relative

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "docs" / "contributing.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
README_LINES_ALLOWED = 120


def make_commands(text: str) -> set[str]:
    return set(re.findall(r"\bmake ([a-z][a-z-]*)", text))


def targets(makefile: str) -> set[str]:
    return {name for line in re.findall(r"^([a-z][a-z -]*):(?!=)", makefile, re.MULTILINE) for name in line.split()}


def own_commands(text: str) -> set[str]:
    return set(re.findall(r"\bspinal-cds ([a-z]+)", text))


def test_readme_names_run_and_test() -> None:
    assert {"run", "test"} <= make_commands(README)


def test_make_commands_of_the_documents_exist() -> None:
    assert make_commands(README + CONTRIBUTING) - targets(MAKEFILE) == set()


def test_our_commands_of_the_documents_exist() -> None:
    said = io.StringIO()
    with contextlib.redirect_stdout(said), pytest.raises(SystemExit):
        cli.main(["--help"])
    offered = set(re.findall(r"^    ([a-z]+)(?: |$)", said.getvalue(), re.MULTILINE))
    assert own_commands(README + CONTRIBUTING) - offered == set()


def test_readme_is_short() -> None:
    assert len(README.splitlines()) <= README_LINES_ALLOWED


def test_contributing_names_every_folder_of_tests() -> None:
    there = {relative(file).split("/")[1] for file in files() if relative(file).startswith("tests/")}
    folders = {f"tests/{name}/" for name in there if (ROOT / "tests" / name).is_dir()}
    assert folders == set(re.findall(r"`(tests/[a-z_]+/)`", CONTRIBUTING))


def test_what_is_not_there_is_noticed() -> None:
    assert make_commands("then `make nonsense`") - targets(MAKEFILE) == {"nonsense"}
    assert own_commands("spinal-cds nonsense") == {"nonsense"}
