"""Nothing in the tree belongs to one machine: no registry, no path of somebody's disk."""

import re
from pathlib import Path

import pytest

from tests.house.tree import files, relative

# Written in halves, or this file would find itself.
REGISTRIES = [
    "pypi" + ".org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "npm" + "js.com",
    "maven" + ".org",
    "maven.apache" + ".org",
    "crates" + ".io",
    "proxy.golang" + ".org",
    "debian" + ".org",
    "docker" + ".io",
    "ghcr" + ".io",
]
MACHINE_PATHS = ["/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", "/Us" + "ers/", "/tm" + "p/", ".lib" + "rary/"]
_FOUND = re.compile("|".join(re.escape(needle) for needle in REGISTRIES + MACHINE_PATHS))


def offences(text: str) -> list[str]:
    return [
        f"line {number}: {found.group()}"
        for number, line in enumerate(text.splitlines(), start=1)
        for found in _FOUND.finditer(line)
    ]


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace")


def test_no_registry_and_no_machine_path_in_any_file() -> None:
    found = {relative(file): offences(_text(file)) for file in files()}
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize("needle", REGISTRIES + MACHINE_PATHS)
def test_each_would_be_noticed(needle: str) -> None:
    assert offences(f"see https://x.{needle}y")
