"""When may calls be sent to an instance? Once all that it needs was there; no outage of anything else takes it away again."""

from __future__ import annotations

import threading
from pathlib import Path

import orjson
import pytest
from flask.testing import FlaskClient

from cds_hooks.app import app_of, create_app
from cds_hooks.desk import open_desk
from cds_hooks.instance import Instance
from cds_hooks.site import ClientSettings, Mode, Site
from cds_hooks.trust import ahead
from tests.support.doors import written
from tests.support.signing import key_set, signer

LONG_S = 60.0


@pytest.fixture(autouse=True)
def _asks_again_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "_AGAIN_AFTER_S", 0.01)


def site(*files: Path, store: str = "sqlite:///:memory:") -> Site:
    clients = tuple(ClientSettings(issuer=f"https://{each.stem}.example", jwks_file=each) for each in files)
    return Site(mode=Mode.PRODUCTION, clients=clients, store_url=store)


def asked(service: FlaskClient) -> tuple[int, dict[str, str]]:
    answer = service.get("/readyz")
    body = orjson.loads(answer.data)
    assert answer.content_type == "application/json"
    return answer.status_code, {"status": body["status"], **body["checks"]}


def until_ready(service: FlaskClient) -> None:
    pause = threading.Event()
    for _ in range(int(LONG_S / 0.01)):
        if asked(service)[0] == 200:
            return
        pause.wait(0.01)
    pytest.fail("it did not become ready")


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return written(tmp_path / "good.json", key_set(signer()))


def test_without_any_keys_it_is_not_ready_until_they_come(tmp_path: Path) -> None:
    file = tmp_path / "late.json"
    service = create_app(site(file)).test_client()
    assert asked(service) == (503, {"status": "not ready", "knowledge": "ok", "keys": "waiting", "ledger": "ok"})
    assert service.get("/readyz").headers["Retry-After"]
    written(file, key_set(signer()))
    until_ready(service)
    file.unlink()
    assert asked(service)[0] == 200


def test_the_keys_of_one_hospital_that_are_missing_keep_no_other_out(tmp_path: Path, good: Path) -> None:
    assert asked(create_app(site(tmp_path / "none.json", good)).test_client())[0] == 200


def test_without_its_tables_it_is_not_ready(tmp_path: Path, good: Path) -> None:
    folder = tmp_path / "later"
    service = create_app(site(good, store=f"sqlite:///{folder / 'ledger.db'}")).test_client()
    assert asked(service) == (503, {"status": "not ready", "knowledge": "ok", "keys": "ok", "ledger": "waiting"})
    folder.mkdir()
    until_ready(service)


def test_a_worker_that_comes_later_does_not_begin_anew(tmp_path: Path, good: Path) -> None:
    instance = Instance()
    assert asked(app_of(open_desk(site(good)), instance).test_client())[0] == 200
    assert asked(app_of(open_desk(site(tmp_path / "none.json")), instance).test_client())[0] == 200


def test_an_instance_that_is_about_to_end_says_so(good: Path) -> None:
    instance = Instance()
    service = app_of(open_desk(site(good)), instance).test_client()
    assert asked(service)[0] == 200
    instance.leaving = True
    assert asked(service) == (503, {"status": "leaving", "knowledge": "ok", "keys": "ok", "ledger": "ok"})
