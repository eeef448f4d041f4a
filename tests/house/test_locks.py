"""The locks pin every package by hash, name no address, and agree with each other and with pyproject.toml."""

import re
import tomllib

import pytest

from tests.house.tree import ROOT

RUNTIME, DEVELOPMENT, IMAGE = "requirements.txt", "requirements-dev.txt", "requirements-image.txt"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
_PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^ ;\\]+)")


def pinned(text: str) -> dict[str, str]:
    found = (_PINNED.match(line) for line in text.splitlines())
    return {_normal(match["name"]): match["version"] for match in found if match}


def offences(text: str) -> list[str]:
    """Lines that pin nothing by hash, or that name an address."""
    addresses = [line for line in text.splitlines() if "://" in line or line.startswith("-") or " @ " in line]
    blocks = [block for block in re.split(r"\n(?=[A-Za-z0-9])", text) if not block.startswith("#")]
    return addresses + [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block]


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _lock(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _wanted(extras: tuple[str, ...]) -> set[str]:
    project = PROJECT["project"]
    lines = [*project["dependencies"], *(line for extra in extras for line in project["optional-dependencies"][extra])]
    names = {_normal(re.split(r"[\[<>=!~; ]", line)[0]) for line in lines}
    return names - {project["name"]}


@pytest.mark.parametrize("name", [RUNTIME, DEVELOPMENT, IMAGE])
def test_a_lock_pins_by_hash_and_names_no_address(name: str) -> None:
    assert offences(_lock(name)) == []


@pytest.mark.parametrize("name", [RUNTIME, IMAGE])
def test_each_is_a_part_of_the_development_lock(name: str) -> None:
    assert pinned(_lock(name)).items() <= pinned(_lock(DEVELOPMENT)).items()


def test_the_locks_hold_what_the_project_names() -> None:
    assert _wanted(()) <= pinned(_lock(RUNTIME)).keys()
    assert _wanted(("sandbox", "dev")) <= pinned(_lock(DEVELOPMENT)).keys()
    assert {line.partition(">")[0] for line in PROJECT["dependency-groups"]["image"]} <= pinned(_lock(IMAGE)).keys()


def test_the_sandbox_stays_out_of_production() -> None:
    assert not {"sekmet-fhir", "pytest"} & pinned(_lock(RUNTIME)).keys()


@pytest.mark.parametrize(
    "text",
    [
        "flask==3.1.3\n    # via x",
        "flask==3.1.3 \\\n    --hash=sha256:0\nrequests==2.0\n",
        "--index-url https://registry.example\nflask==3.1.3 --hash=sha256:0",
        "flask @ https://registry.example/flask.whl --hash=sha256:0",
    ],
)
def test_a_loose_lock_is_noticed(text: str) -> None:
    assert offences(text)
