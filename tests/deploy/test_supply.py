"""What is shipped is told package by package; a known vulnerability stops CI, and what was not audited is said to be so."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from deploy.supply import audit, sbom
from tests.house.tree import ROOT
from tests.support.calls import Json

LOCK = (ROOT / "requirements.txt").read_text(encoding="utf-8")
BLOCK = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)(.*?)(?=^[A-Za-z0-9]|\Z)", re.MULTILINE | re.DOTALL)
NO_DATABASE = "http://127.0.0.1:9"


# --- the bill of materials ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def bill() -> Json:
    return sbom.bill()


def hashes(component: Json) -> set[str]:
    return {one["content"] for each in component["externalReferences"] for one in each.get("hashes", ())}


def test_the_bill_lists_exactly_what_is_locked_with_version_and_hashes(bill: Json) -> None:
    locked = {(name, version): set(re.findall(r"sha256:(\w+)", rest)) for name, version, rest in BLOCK.findall(LOCK)}
    assert len(locked) > 30
    assert {(each["name"], each["version"]): hashes(each) for each in bill["components"]} == locked


def test_the_bill_is_valid_and_nothing_in_it_changes_from_one_time_to_the_next(bill: Json) -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(bill)) is None
    assert "serialNumber" not in bill
    assert "timestamp" not in bill["metadata"]
    assert bill["metadata"]["component"]["name"] == "spinal-tumour-cds"


def test_the_bill_tells_licences_and_who_needs_whom(bill: Json) -> None:
    by_name = {each["name"]: each for each in bill["components"]}
    assert by_name["flask"]["licenses"][0]["license"]["id"] == "BSD-3-Clause"
    needs = {each["ref"].partition("==")[0]: each.get("dependsOn", []) for each in bill["dependencies"]}
    assert by_name["werkzeug"]["bom-ref"] in needs["flask"]
    assert by_name["flask"]["bom-ref"] in needs["root-component"]
    assert needs.keys() == by_name.keys() | {"root-component"}


def test_what_is_installed_in_another_version_tells_nothing() -> None:
    locked = {"components": [{"name": "A", "version": "1", "description": "line"}]}
    installed = {"components": [{"name": "a", "version": "2", "licenses": ["x"], "bom-ref": "a"}], "dependencies": []}
    assert sbom.merged(locked, installed)["components"] == [{"name": "A", "version": "1", "bom-ref": "A==1"}]


# --- the audit ----------------------------------------------------------------------------------------------------------

FINE = {"name": "flask", "version": "3.1.3", "vulns": []}
UNKNOWN = {"name": "flask", "skip_reason": "not found"}
GUILTY = {"name": "jinja2", "version": "2.4.1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2.7.2"]}]}


@pytest.mark.parametrize(
    ("packages", "status", "said"),
    [
        ([FINE], 0, "1 packages audited, none known"),
        ([FINE, GUILTY], 1, "VULNERABLE: jinja2 2.4.1: PYSEC-1, fixed in 2.7.2"),
        ([UNKNOWN, GUILTY], 1, "VULNERABLE"),
        ([UNKNOWN, UNKNOWN], 0, "SKIPPED, not audited. The database does not know 2 of 2"),
        ([FINE, UNKNOWN], 0, "SKIPPED"),
    ],
)
def test_what_is_known_stops_ci_and_what_is_not_known_is_said(packages: list[Any], status: int, said: str) -> None:
    found = audit.verdict({"dependencies": packages}, "")
    assert found[0] == status
    assert said in found[1]


def test_without_a_database_the_audit_is_skipped_loudly_and_names_no_host(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("HTTPS_PROXY", "HTTP_PROXY", "https_proxy", "http_proxy"):
        monkeypatch.setenv(name, NO_DATABASE)
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.setenv(name, "")
    lock = tmp_path / "requirements.txt"
    lock.write_text(LOCK)
    status, said = audit.verdict(*audit.audited(lock))
    assert status == 0
    assert re.fullmatch(r"!+\nSKIPPED, not audited\. The database .* cannot be asked: [\w.]+\.\n!+", said)
