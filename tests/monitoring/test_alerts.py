"""Every alert fires when it should, is silent when it should, and leads to a section that says what to do."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.house.tree import ROOT
from tests.support.calls import Json
from tests.support.installed import Missing, command, not_run

FOLDER = ROOT / "deploy" / "monitoring"
RULES = FOLDER / "alerts.yaml"
ALERTS: list[Json] = [
    rule for group in yaml.safe_load(RULES.read_text(encoding="utf-8"))["groups"] for rule in group["rules"]
]
TRIED: list[Json] = yaml.safe_load((FOLDER / "alerts_test.yaml").read_text(encoding="utf-8"))["tests"]
PAGE = (ROOT / "docs" / "how-to" / "read-an-alert.md").read_text(encoding="utf-8")


def promtool(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    try:
        program = command("promtool", "Debian's package prometheus: alert rules are tried with it")
    except Missing as missing:
        not_run("alert rules", missing)
    return subprocess.run([program, *arguments], capture_output=True, text=True, check=False)


def test_the_rules_are_well_formed() -> None:
    done = promtool("check", "rules", "--lint=all", "--lint-fatal", RULES)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_configuration_for_a_prometheus_of_one_s_own_is_good() -> None:
    done = promtool("check", "config", FOLDER / "prometheus.yml")
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{len(ALERTS)} rules found" in done.stdout


def test_every_alert_fires_and_is_silent_as_told() -> None:
    done = promtool("test", "rules", FOLDER / "alerts_test.yaml")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_rule_that_never_fires_is_noticed(tmp_path: Path) -> None:
    never = re.sub(r"expr: spinal_cds_ledger_up == 0", "expr: spinal_cds_ledger_up == 7", RULES.read_text("utf-8"))
    (tmp_path / "alerts.yaml").write_text(never, encoding="utf-8")
    (tmp_path / "alerts_test.yaml").write_bytes((FOLDER / "alerts_test.yaml").read_bytes())
    done = promtool("test", "rules", tmp_path / "alerts_test.yaml")
    assert done.returncode != 0
    assert "SpinalCdsLedgerDown" in done.stdout + done.stderr


@pytest.mark.parametrize("alert", ALERTS, ids=lambda alert: alert["alert"])
def test_an_alert_is_tried_both_ways_and_leads_to_its_section(alert: Json) -> None:
    name = alert["alert"]
    expected = [
        bool(each["exp_alerts"]) for one in TRIED for each in one["alert_rule_test"] if each["alertname"] == name
    ]
    assert set(expected) == {True, False}
    assert alert["labels"]["severity"] in {"page", "ticket"}
    assert alert["annotations"].keys() == {"summary", "description", "runbook"}
    assert alert["annotations"]["runbook"] == f"docs/how-to/read-an-alert.md#{name}"
    section = PAGE.partition(f'<a id="{name}"></a>')[2].partition("<a id=")[0]
    assert "**What to do.**" in section


def test_every_section_has_its_alert() -> None:
    assert re.findall(r'<a id="(SpinalCds\w+)"></a>', PAGE) == [alert["alert"] for alert in ALERTS]
