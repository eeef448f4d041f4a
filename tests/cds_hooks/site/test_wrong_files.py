"""Site files as administrators get them wrong, in `wrong/`: through the command, each mistake is told once, none ends in a trace.

A file begins with what it is, the variables that are set beside it, and for each message the key, what was found, what is
allowed. Each kind of mistake by itself is asked by `tests/cds_hooks/test_site.py`. Keys are made here; none lies in the tree.
"""

from __future__ import annotations

import json
import re
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from jwt.algorithms import ECAlgorithm

from cds_hooks import cli
from tests.support.signing import Signer, key_set, signer

WRONG = Path(__file__).parent / "wrong"
FILES = sorted(WRONG.glob("*.toml"))
_TOLD = re.compile(r"^# told: (.+?) \| (.+?) \| (.+)$", re.MULTILINE)
_SET = re.compile(r"^# environment: (\w+)=(.*)$", re.MULTILINE)
_MESSAGE = re.compile(r"(?P<where>\S+): (?P<key>.+?): found (?P<found>.+); allowed: (?P<allowed>.+)")


@pytest.fixture(autouse=True)
def _signals_as_they_were() -> Iterator[None]:
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The wrong files, with the key sets that some of them name."""
    there = tmp_path / "sites"
    shutil.copytree(WRONG, there)
    (there / "files" / "ehr.jwks.json").write_text(json.dumps(key_set(signer())), encoding="utf-8")
    (there / "files" / "private.jwks.json").write_text(json.dumps({"keys": [whole(signer())]}), encoding="utf-8")
    return there


def whole(owner: Signer) -> dict[str, object]:
    """A key with its private half, as nobody should hand it over."""
    assert isinstance(owner.private, ec.EllipticCurvePrivateKey)
    made = ECAlgorithm.to_jwk(owner.private, as_dict=True)
    return {name: value for name, value in made.items() if name != "key_ops"} | {"kid": owner.kid, "alg": "ES384"}


def told(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, rightly: bool = False
) -> list[str]:
    """The messages of the command, which has found something, unless it rightly has not."""
    for name, value in _SET.findall(file.read_text("utf-8")):
        monkeypatch.setenv(name, value)
    status = cli.main(["check", "--offline", str(file)])
    said = capsys.readouterr()
    assert status == (cli.GOOD if rightly else cli.FAILED), said
    assert "CANARY" not in said.out + said.err
    return said.err.splitlines()


@pytest.mark.parametrize("name", [file.name for file in FILES])
def test_each_mistake_is_told_with_file_key_found_and_allowed(
    folder: Path, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = folder / name
    text = file.read_text("utf-8")
    expected = _TOLD.findall(text)
    left = told(file, monkeypatch, capsys)
    assert expected
    assert len(left) == len(expected)
    sources = {str(file), *(variable for variable, _ in _SET.findall(text))}
    for key, found, allowed in expected:
        matching = [line for line in left if _says(line, key, found, allowed, sources)]
        assert matching, (key, found, allowed, left)
        left.remove(matching[0])


def _says(line: str, key: str, found: str, allowed: str, sources: set[str]) -> bool:
    parts = _MESSAGE.fullmatch(line)
    if parts is None or parts["where"] not in sources or parts["key"] != key:
        return False
    said = f"{parts['found']}; allowed: {parts['allowed']}"
    return found in said and allowed in parts["allowed"] + parts["found"]  # a reason in brackets follows what was found


def test_there_are_forty_and_each_says_what_it_is() -> None:
    assert len(FILES) >= 40
    for file in FILES:
        assert re.match(r"# [A-Z].+\.\n", file.read_text("utf-8")), file.name


def test_a_file_that_is_right_is_not_told_to_be_wrong(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = folder / "right.toml"
    wrong = (folder / "18-keys-for-another-algorithm.toml").read_text("utf-8")
    file.write_text(wrong.replace('algorithms = ["RS384"]', ""), encoding="utf-8")
    assert told(file, monkeypatch, capsys, rightly=True) == []
