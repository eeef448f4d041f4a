"""The Dockerfile reads well to its linter, and a build gets nothing to see but what it copies."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from deploy.image import build
from tests.house.tree import ROOT

FILE = ROOT / "deploy" / "Dockerfile"
TEXT = FILE.read_text(encoding="utf-8")
HADOLINT = str(Path(sys.executable).with_name("hadolint"))


def linted(text: str) -> str:
    done = subprocess.run([HADOLINT, "-"], input=text, capture_output=True, text=True, check=False)
    assert (done.returncode == 0) == (done.stdout == "")
    return done.stdout


def test_its_linter_has_nothing_to_say() -> None:
    assert linted(TEXT) == ""
    assert "hadolint ignore" not in TEXT


@pytest.mark.parametrize(
    ("line", "code"), [("FROM debian:latest", "DL3007"), ("FROM a:1\nRUN cd /x && ls", "DL3003"), ("CMD a b", "DL3025")]
)
def test_what_is_bad_form_would_be_said(line: str, code: str) -> None:
    assert code in linted(line + "\n")


def test_a_build_sees_what_it_copies_and_no_more() -> None:
    seen = {line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line.startswith("!")}
    copied = {
        word
        for line in re.findall(r"^COPY (?!--from)(.*)$", TEXT, re.MULTILINE)
        for word in line.replace("wheel[s]", "wheels").replace("${LOCK}", "requirements-otel.txt").split()[:-1]
    }
    assert copied == seen


def test_the_dates_of_a_build_are_those_of_its_commit_and_no_engine_is_told_what_it_does_not_know() -> None:
    told = {
        name: build.building(f"/x/{name}", base="b@sha256:0", tag="t", lock="l", offline=name == "docker")
        for name in ("buildah", "podman", "docker")
    }
    (moment,) = {word for words in told.values() for word in words if word.startswith("SOURCE_DATE_EPOCH=")}
    for name in ("buildah", "podman"):
        assert told[name][told[name].index("--timestamp") + 1] == moment.partition("=")[2]
        assert "PIP_NO_INDEX=1" not in told[name]
    assert "--timestamp" not in told["docker"]
    assert {"PIP_NO_INDEX=1", "BASE=b@sha256:0"} <= set(told["docker"])


def test_without_a_builder_it_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BUILDER", "no-such-builder")
    assert build.main([]) == 1
    assert "no-such-builder" in capsys.readouterr().err
