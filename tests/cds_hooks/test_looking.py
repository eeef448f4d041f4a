"""What `spinal-cds check` sees beyond the file: key sets, FHIR servers, clocks, the store; and what it sends to see it."""

from __future__ import annotations

import json
import signal
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from cds_hooks import cli
from tests.conftest import free_port
from tests.support.guard import guarded
from tests.support.hospital import Hospital, hospital
from tests.support.key_server import KeyServer, publishing
from tests.support.signing import key_set, signer

EHR = signer()
R4 = json.dumps({"resourceType": "CapabilityStatement", "fhirVersion": "4.0.1"}).encode()


@pytest.fixture(autouse=True)
def _signals_as_they_were() -> Iterator[None]:
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


@pytest.fixture
def keys() -> Iterator[KeyServer]:
    with publishing(key_set(EHR)) as server:
        yield server


@pytest.fixture
def records() -> Iterator[Hospital]:
    with hospital({}) as server:
        server.faults["metadata"] = (200, {"Content-Type": "application/fhir+json"}, R4)
        yield server


class Checked:
    """A development site of one client, and what the command says of it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._folder, self._capsys = folder, capsys

    def site(self, *, keys: str, records: str, more: str = "", url: str = "http://127.0.0.1:8000") -> Path:
        file = self._folder / "site.toml"
        file.write_text(
            f'mode = "development"\npublic_url = "{url}"\n[[client]]\nissuer = "https://ehr.example"\njwks_url = "{keys}"\n'
            f'fhir_servers = ["{records}"]\n{more}\n',
            encoding="utf-8",
        )
        return file

    def told(self, file: Path, *options: str, status: int = cli.GOOD) -> list[str]:
        """The warnings, or the mistakes."""
        assert cli.main(["check", *options, str(file)]) == status
        said = self._capsys.readouterr()
        assert ("good" in said.out) == (status == cli.GOOD)
        return said.err.splitlines()

    def of(self, keys: KeyServer, records: Hospital, **more: str) -> list[str]:
        return self.told(self.site(keys=keys.address, records=records.base_url, **more))


@pytest.fixture
def check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Checked:
    return Checked(tmp_path, capsys)


def test_where_all_is_well_nothing_is_told_and_neither_patient_nor_token_is_sent(
    check: Checked, keys: KeyServer, records: Hospital
) -> None:
    assert check.of(keys, records) == []
    assert keys.asked == ["/jwks.json"]
    assert records.seen == [("/r4/metadata", None)]


def test_offline_nobody_is_asked(check: Checked, keys: KeyServer, records: Hospital) -> None:
    with guarded(records.server_address[1]) as guard:
        file = check.site(keys=keys.address, records=records.base_url, more='[store]\nurl = "sqlite:///no/where.db"')
        assert check.told(file, "--offline") == []
        assert (guard.elsewhere, guard.here) == ([], [])
    assert (keys.asked, records.seen) == ([], [])


def test_servers_that_are_away_are_warnings_and_all_of_them_are_told(check: Checked) -> None:
    away = f"http://127.0.0.1:{free_port()}"
    of_keys, of_records = check.told(check.site(keys=f"{away}/jwks.json", records=f"{away}/r4"))
    assert "client[0].jwks_url: it cannot be reached" in of_keys
    assert f"client[0].fhir_servers: {away}/r4: it cannot be reached" in of_records
    assert of_keys.startswith("warning: ")


def test_mistakes_of_the_file_and_what_it_leads_to_are_told_together(check: Checked, keys: KeyServer) -> None:
    away = f"http://127.0.0.1:{free_port()}/r4"
    file = check.site(keys=keys.address, records=away, more="[fhir]\ndeadline_ms = 1")
    warning, mistake = check.told(file, status=cli.FAILED)
    assert away in warning
    assert "fhir.deadline_ms: found 1; allowed" in mistake


@pytest.mark.parametrize(
    ("document", "told"),
    [
        ({"keys": []}, "no key that can be used"),
        ({"keys": [EHR.bare]}, "no key that can be used"),
        ({"keys": [signer("rsa", "RS256").public]}, "no key that can be used"),
        ({"key": "none"}, "no key set"),
        (["keys"], "no key set"),
    ],
)
def test_a_key_set_of_no_use_is_told(
    check: Checked, keys: KeyServer, records: Hospital, document: object, told: str
) -> None:
    keys.document = document
    (warning,) = check.of(keys, records)
    assert f"client[0].jwks_url: {told}" in warning


@pytest.mark.parametrize("status", [401, 403])
def test_a_fhir_server_that_wants_a_token_is_there(
    check: Checked, keys: KeyServer, records: Hospital, status: int
) -> None:
    records.faults["metadata"] = (status, {}, b"")
    assert check.of(keys, records) == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (R4.replace(b"4.0.1", b"5.0.0"), "it speaks FHIR 5.0.0"),
        (b'{"resourceType": "Patient"}', "no CapabilityStatement"),
        (b"<html>", "no CapabilityStatement"),
    ],
)
def test_what_is_no_fhir_server_of_r4_is_told(
    check: Checked, keys: KeyServer, records: Hospital, body: bytes, told: str
) -> None:
    records.faults["metadata"] = (200, {}, body)
    (warning,) = check.of(keys, records)
    assert told in warning


def test_fa6_a_redirect_leads_nowhere(check: Checked, keys: KeyServer, records: Hospital) -> None:
    with hospital({}) as elsewhere:
        records.faults["metadata"] = (302, {"Location": f"{elsewhere.base_url}/metadata"}, b"")
        keys.answer = (302, {"Location": f"{elsewhere.base_url}/jwks.json"}, b"")
        assert len(check.of(keys, records)) == 2
        assert elsewhere.seen == []


def test_a_server_that_says_nothing_is_given_up(
    check: Checked, keys: KeyServer, records: Hospital, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cds_hooks.looking.LOOK_S", 0.2)
    ended = threading.Event()
    keys.before = ended.wait
    try:
        (warning,) = check.of(keys, records)
    finally:
        ended.set()
    assert "no answer within" in warning


def test_a_wrong_address_is_asked_for_once_by_however_many_clients(
    check: Checked, keys: KeyServer, records: Hospital
) -> None:
    more = f'[[client]]\nissuer = "https://b.example"\njwks_url = "{keys.address}"\n'
    keys.answer = (404, {}, b"")
    first, second = check.of(keys, records, more=more)
    assert "client[0].jwks_url" in first
    assert "client[1].jwks_url" in second
    assert keys.asked == ["/jwks.json"]


# --- clocks -----------------------------------------------------------------------------------------------------------


def _tell(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """The servers of this test say that it is so much later."""

    def told(_: BaseHTTPRequestHandler, timestamp: float | None = None) -> str:
        assert timestamp is None
        return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)

    monkeypatch.setattr(BaseHTTPRequestHandler, "date_time_string", told)


@pytest.mark.parametrize(("seconds", "where"), [(90, "ahead of"), (-90, "behind")])
def test_a_clock_that_is_off_is_told(
    check: Checked, keys: KeyServer, records: Hospital, monkeypatch: pytest.MonkeyPatch, seconds: int, where: str
) -> None:
    _tell(monkeypatch, seconds)
    warnings = check.of(keys, records)
    assert len(warnings) == 2
    for warning in warnings:
        assert "clock: that of 127.0.0.1" in warning
        assert f"s {where} this machine's" in warning


@pytest.mark.parametrize("seconds", [-8, 0, 8])
def test_a_clock_that_is_nearly_right_is_not(
    check: Checked, keys: KeyServer, records: Hospital, monkeypatch: pytest.MonkeyPatch, seconds: int
) -> None:
    _tell(monkeypatch, seconds)
    assert check.of(keys, records) == []


def test_a_copy_tells_no_time(
    check: Checked, keys: KeyServer, records: Hospital, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between us and a key server there often is one that keeps answers, with the day on which they were made."""
    _tell(monkeypatch, -3600)
    keys.answer = (200, {"Age": "3600"}, json.dumps(key_set(EHR)).encode())
    records.faults["metadata"] = (200, {"Age": "3600"}, R4)
    assert check.of(keys, records) == []


# --- store and public_url ---------------------------------------------------------------------------------------------


def test_a_store_that_cannot_be_reached_is_a_warning_without_its_address(
    check: Checked, keys: KeyServer, records: Hospital
) -> None:
    url = f"postgresql+psycopg://cds:CANARY@127.0.0.1:{free_port()}/cds"
    (warning,) = check.of(keys, records, more=f'[store]\nurl = "{url}"')
    assert "store: the database does not answer" in warning
    assert "CANARY" not in warning


def test_a_store_in_a_folder_that_is_not_there(check: Checked, keys: KeyServer, records: Hospital) -> None:
    (warning,) = check.of(keys, records, more='[store]\nurl = "sqlite:///none/cds.db"')
    assert "the folder of its file does not exist" in warning


def test_a_store_that_is_no_database(check: Checked, keys: KeyServer, records: Hospital, tmp_path: Path) -> None:
    (tmp_path / "cds.db").write_text("not a database, but long enough to be looked at as one" * 20, encoding="utf-8")
    (warning,) = check.of(keys, records, more='[store]\nurl = "sqlite:///cds.db"')
    assert "no database that can be read" in warning


def test_a_store_is_only_looked_at(check: Checked, keys: KeyServer, records: Hospital, tmp_path: Path) -> None:
    assert check.of(keys, records, more='[store]\nurl = "sqlite:///cds.db"') == []
    assert not (tmp_path / "cds.db").exists()


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://cds.example/cds-services", "callers would have to ask for /cds-services/cds-services"),
        ("http://127.0.0.1:8001", "port 8001, but server.port is 8000"),
    ],
)
def test_a_public_url_that_nobody_could_use(
    check: Checked, keys: KeyServer, records: Hospital, url: str, told: str
) -> None:
    (warning,) = check.of(keys, records, url=url)
    assert f"public_url: {told}" in warning or told in warning


def test_in_production_no_ehr_reaches_this_machine(check: Checked, tmp_path: Path) -> None:
    (tmp_path / "keys.json").write_text(json.dumps(key_set(EHR)), encoding="utf-8")
    file = tmp_path / "site.toml"
    file.write_text(
        'public_url = "https://localhost"\n[[client]]\nissuer = "https://ehr.example"\njwks_file = "keys.json"\n',
        "utf-8",
    )
    (warning,) = check.told(file)
    assert "public_url: localhost is this machine" in warning
