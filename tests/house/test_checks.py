"""The checks themselves: CI runs what a developer runs, pytest closes, and no room escapes its layers."""

import os
import re
import tomllib

from tests.house.tree import ROOMS, ROOT

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = PROJECT["tool"]["importlinter"]["contracts"]


def recipe(makefile: str, target: str) -> list[str]:
    found = re.search(rf"^{target}:[^\n]*\n((?:\t[^\n]*\n)+)", makefile, re.MULTILINE)
    return [line.strip() for line in found[1].splitlines()] if found else []


def test_make_test_runs_every_check_and_pytest_last() -> None:
    commands = recipe(MAKEFILE, "test")
    for check in ("ruff check", "ruff format --check", "mypy", "lint-imports", "bandit"):
        assert any(f"/{check}" in command for command in commands[:-1] or commands), check
    assert "/pytest" in commands[-1]


def test_ci_runs_make_test() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    lines = script.read_text(encoding="utf-8").splitlines()
    assert "make test" in lines[-1]
    assert "make audit" in lines[:-1]


def test_bandit_looks_at_all_that_is_shipped_and_every_rule_it_leaves_out_is_one_of_ruffs() -> None:
    (command,) = (each for each in recipe(MAKEFILE, "test") if "/bandit" in each)
    assert command.endswith("$(PACKAGES) deploy")
    assert PROJECT["tool"]["bandit"] == {"skips": ["B101", "B404", "B603"]}
    assert "S" not in PROJECT["tool"]["ruff"]["lint"]["ignore"]


def test_every_room_has_layers_that_nothing_escapes() -> None:
    layers = [contract for contract in CONTRACTS if contract["type"] == "layers" and contract.get("exhaustive")]
    assert {*ROOMS, "plugin.knowledge"} <= {room for contract in layers for room in contract["containers"]}
    assert not any(contract.get("exhaustive_ignores") for contract in layers)


def test_the_rooms_have_one_direction() -> None:
    assert any(contract.get("layers") == ["cds_hooks", "fhir_profiles", "plugin"] for contract in CONTRACTS)


def test_mypy_is_strict_without_exception() -> None:
    mypy = PROJECT["tool"]["mypy"]
    assert mypy["strict"] is True
    assert all(set(override) == {"module", "ignore_missing_imports"} for override in mypy["overrides"])


def test_warnings_are_errors() -> None:
    assert PROJECT["tool"]["pytest"]["ini_options"]["filterwarnings"][0] == "error"
