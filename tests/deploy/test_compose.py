"""compose.yaml: Compose accepts it, and what it starts has no more rights than it needs."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.house.tree import ROOT
from tests.support.installed import Missing, command, not_run

FILE = ROOT / "deploy" / "compose.yaml"
TEXT = FILE.read_text(encoding="utf-8")


def config(folder: Path, text: str, *arguments: str) -> tuple[int, str]:
    """What Compose says of this text; it needs no engine for that."""
    try:
        program = command("docker-compose", "it checks compose.yaml")
    except Missing as missing:
        not_run("Compose's check of compose.yaml", missing)
    (folder / FILE.name).write_text(text, encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.endswith("_IMAGE")}
    done = subprocess.run(
        [program, "--file", FILE.name, *arguments],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def services(folder: Path, *arguments: str) -> dict[str, Any]:
    status, said = config(folder, TEXT, *arguments, "config")
    assert status == 0, said
    found: dict[str, Any] = yaml.safe_load(said)["services"]
    return found


def test_compose_accepts_it_and_would_refuse_what_it_does_not_know(tmp_path: Path) -> None:
    assert config(tmp_path, TEXT, "config", "--quiet") == (0, "")
    assert config(tmp_path, TEXT.replace("read_only: true", "readonly: true"), "config", "--quiet")[0] == 1


def test_the_sandbox_comes_only_with_its_profile(tmp_path: Path) -> None:
    found = services(tmp_path, "--profile", "sandbox")
    assert {name: each.get("profiles") for name, each in found.items()} == {
        "service": None,
        "database": None,
        "fhir": ["sandbox"],
    }


def test_the_service_can_write_only_where_it_must_and_gains_nothing(tmp_path: Path) -> None:
    service = services(tmp_path)["service"]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert [each.partition(":")[0] for each in service["tmpfs"]] == ["/tmp"]  # noqa: S108  the container's
    writable = [each for each in service["volumes"] if not str(each).endswith(":ro")]
    assert writable == ["data:/var/lib/spinal-cds:rw"]
    assert service["stop_grace_period"] == "40s"


@pytest.mark.parametrize("name", ["service", "database", "fhir"])
def test_each_starts_again_and_has_a_limit(tmp_path: Path, name: str) -> None:
    found = services(tmp_path, "--profile", "sandbox")[name]
    assert found["restart"] == "unless-stopped"
    assert set(found["deploy"]["resources"]["limits"]) == {"cpus", "memory"}


def test_no_port_is_open_but_on_this_machine_and_the_database_has_no_way_out(tmp_path: Path) -> None:
    found = services(tmp_path, "--profile", "sandbox")
    ports = [str(port) for each in found.values() for port in each.get("ports", ())]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)
    assert list(found["database"]["networks"]) == ["inside"]
    assert yaml.safe_load(TEXT)["networks"]["inside"] == {"internal": True}


def test_no_secret_stands_in_it(tmp_path: Path) -> None:
    found = services(tmp_path)
    assert found["service"]["environment"] == {"SPINAL_CDS__STORE__URL_FILE": "/run/secrets/store_url"}
    assert found["database"]["environment"]["POSTGRES_PASSWORD_FILE"] == "/run/secrets/store_password"
    assert "POSTGRES_PASSWORD" not in found["database"]["environment"]


def test_the_logs_of_an_alert_are_asked_of_the_service_that_is_there() -> None:
    page = (ROOT / "docs" / "how-to" / "read-an-alert.md").read_text("utf-8")
    (asked,) = re.findall(r"^docker-compose logs .* (\w+) > service\.log ", page, re.MULTILINE)
    assert asked in yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text("utf-8"))["services"]
