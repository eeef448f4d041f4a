"""Small modules with names that say what is in them."""

import ast
import warnings
from pathlib import Path

import pytest

from tests.house.tree import ROOMS, ROOT, files, modules, relative

LINES_WANTED, LINES_ALLOWED = 200, 300
KUSTOMIZE_S_OWN = "deploy/kubernetes/base/"  # what overlays build on is called so wherever kustomize is used
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "base", "manager", "service", "core", "misc"}

# Knowledge is as long as the guideline; tests are as long as their cases.
MEASURED = [file for file in modules() if not relative(file).startswith("plugin/knowledge/")]


def says_nothing(path: str) -> bool:
    parts = path.removeprefix(KUSTOMIZE_S_OWN).split("/")
    return any(part.split(".")[0].lower() in NAMES_THAT_SAY_NOTHING for part in parts)


def too_long(lines: int) -> bool:
    return lines > LINES_ALLOWED


def test_there_are_modules_in_every_room() -> None:
    assert {relative(file).split("/")[0] for file in modules()} == set(ROOMS)


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("file", MEASURED, ids=relative)
def test_a_module_fits_on_a_few_screens(file: Path) -> None:
    lines = len(file.read_text(encoding="utf-8").splitlines())
    assert not too_long(lines), f"{relative(file)} has {lines} lines: it holds more than one topic"
    if lines > LINES_WANTED:
        warnings.warn(f"{relative(file)} has {lines} lines, wanted are {LINES_WANTED}", stacklevel=1)


@pytest.mark.parametrize("file", modules(), ids=relative)
def test_a_module_says_what_it_answers(file: Path) -> None:
    assert ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))), f"{relative(file)} has no docstring"


def test_every_name_says_something() -> None:
    assert [relative(file) for file in files() if says_nothing(relative(file))] == []


@pytest.mark.parametrize(
    "path",
    [
        "plugin/utils.py",
        "cds_hooks/common/x.py",
        "deploy/base.toml",
        "deploy/kubernetes/base/service.yaml",
        "Helpers.py",
    ],
)
def test_a_name_that_says_nothing_is_noticed(path: str) -> None:
    assert says_nothing(path)


def test_the_limit_is_the_limit() -> None:
    assert too_long(LINES_ALLOWED + 1)
    assert not too_long(LINES_ALLOWED)


def test_the_tree_is_seen_whole() -> None:
    assert {ROOT / "Makefile", ROOT / "cds_hooks" / "cli.py", Path(__file__)} <= set(files())
