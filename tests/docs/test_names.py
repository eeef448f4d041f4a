"""A command or a setting that a document names in running text, where nobody runs it, is there."""

import re

import pytest

from cds_hooks.site import explain
from docs import helping
from tests.house.tree import ROOT, files, relative
from tests.support.told import spans

DOCUMENTS = {relative(file): file.read_text(encoding="utf-8") for file in files() if file.suffix == ".md"}
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = {name for line in re.findall(r"^([a-z][a-z -]*):(?!=)", MAKEFILE, re.MULTILINE) for name in line.split()}
COMMANDS = set(re.findall(r"^## ([a-z]+)$", helping.page(), re.MULTILINE))


def unknown(text: str) -> list[str]:
    """What the text names and nobody would find."""
    return [span for span in dict.fromkeys(spans(text)) if not _is_there(span)]


def _is_there(span: str) -> bool:
    if target := re.match(r"make ([a-z-]+)", span):
        return target[1] in TARGETS
    if command := re.search(r"\bspinal-cds ([a-z]+)", span):
        return command[1] in COMMANDS
    if variable := re.fullmatch(r"SPINAL_CDS__([A-Z0-9_]+?)(?:=.*)?", span):
        return _is_setting(re.sub(r"__\d+(?=__)", "", variable[1]).replace("__", ".").lower())
    return True


def _is_setting(key: str) -> bool:
    try:
        return bool(explain(key))
    except KeyError:
        return False


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_a_document_names_is_there(name: str) -> None:
    assert unknown(DOCUMENTS[name]) == []


def test_what_is_not_there_is_noticed() -> None:
    named = ("make nonsense", "spinal-cds nonsense", ".venv/bin/spinal-cds nonsense V-01", "SPINAL_CDS__NO__SENSE=1")
    assert unknown(" ".join(f"`{each}`" for each in named)) == list(named)
    assert unknown("`make test` `spinal-cds check --explain KEY` `SPINAL_CDS__CLIENT__0__ISSUER`") == []
