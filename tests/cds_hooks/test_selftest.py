"""`spinal-cds selftest`: what it finds good, and that it finds what is not. The instance is served by a thread of the test."""

from __future__ import annotations

import json
import signal
import stat
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from jwt.algorithms import RSAAlgorithm
from werkzeug.serving import WSGIRequestHandler, make_server

from cds_hooks import cli
from cds_hooks.app import create_app
from cds_hooks.site import load_site
from tests.conftest import free_port

ISSUER = "https://selftest.hospital.example"
PUBLIC_URL = "https://cds.hospital.example"


@pytest.fixture(autouse=True)
def _signals_as_they_were(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("SPINAL_CDS_SITE", raising=False)
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


class Silent(WSGIRequestHandler):
    def log(self, *_: Any, **__: Any) -> None:
        pass


@contextmanager
def instance(application: Callable[..., Any]) -> Iterator[str]:
    """Its address."""
    server = make_server("127.0.0.1", 0, application, threaded=True, request_handler=Silent)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """With a key pair for the self-test."""
    assert cli.main(["selftest", "--make-key", str(tmp_path / "keys")]) == cli.GOOD
    return tmp_path


def site_file(folder: Path, name: str = "site", root: str = "", own: str = "", more: str = "") -> Path:
    file = folder / f"{name}.toml"
    file.write_text(
        f'public_url = "{PUBLIC_URL}"\n{root}\n[[client]]\nissuer = "{ISSUER}"\n'
        f'jwks_file = "keys/selftest.jwks.json"\n{own}\n{more}',
        encoding="utf-8",
    )
    return file


def served(site: Path) -> Callable[..., Any]:
    return create_app(load_site(site, {"SPINAL_CDS__STORE__URL": "sqlite:///:memory:"}))


def told(capsys: pytest.CaptureFixture[str], url: str, *options: str, status: int = cli.GOOD) -> list[str]:
    capsys.readouterr()
    assert cli.main(["selftest", url, *options]) == status
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("FAILED") for line in lines) == (status == cli.FAILED)
    return lines


def signed(folder: Path, *more: str) -> tuple[str, ...]:
    return ("--key", str(folder / "keys" / "selftest.pem"), "--issuer", ISSUER, *more)


SITES = [
    ("", "", ""),
    ('language = "de"', 'profile = "epic"', "[thresholds]\nplatelets_min = 90"),
    (
        "",
        'prefetch_keys = {problems = "conditions"}',
        '[records]\nnot_available = ["consents"]\n[offered]\nlaser = false',
    ),
    ("", 'profile = "oracle"\nlanguage = "fr"', "[triggers]\nimaging = true"),
    ("", 'tenants = ["north"]', ""),
]


@pytest.mark.parametrize(("root", "own", "more"), SITES)
def test_an_instance_of_this_version_with_this_site_is_good(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    root: str,
    own: str,
    more: str,
) -> None:
    site = site_file(folder, root=root, own=own, more=more)
    tenant = ("--tenant", "north") if "tenants" in own else ()
    with instance(served(site)) as url, caplog.at_level("INFO", "spinal_cds"):
        lines = told(capsys, url, *signed(folder, *tenant), "--site", str(site))
    assert "cards, alike in every code and word" in lines[-1]
    assert sum("401" in line for line in lines) == 2
    assert any("status 200 after" in line for line in lines)
    assert f'"client":"{ISSUER}"' in caplog.text  # its own, so that nobody takes these cards for a physician's


def test_the_site_may_be_named_by_the_environment(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    site = site_file(folder)
    monkeypatch.setenv("SPINAL_CDS_SITE", str(site))
    with instance(served(site)) as url:
        assert "every code and word" in told(capsys, url, *signed(folder))[-1]


def test_another_setting_is_told_card_by_card_and_in_codes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    runs, thought = site_file(folder), site_file(folder, "other", more="[offered]\nlaser = false")
    with instance(served(runs)) as url:
        lines = told(capsys, url, *signed(folder), "--site", str(thought), status=cli.FAILED)
    assert "FAILED  card 1 (indication, T8): techniques: not expected (code=LASER state=preferred)" in lines
    assert "FAILED  card 1 (indication, T8): items: not expected OS-03-LASER" in lines


def test_another_language_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    runs, thought = site_file(folder), site_file(folder, "other", root='language = "fr"')
    with instance(served(runs)) as url:
        lines = told(capsys, url, *signed(folder), "--site", str(thought), status=cli.FAILED)
    assert any("summary: expected T8, pédicule" in line and "found T8, left pedicle" in line for line in lines)


def test_without_a_site_the_structure_is_compared(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with instance(served(site_file(folder, root='language = "de"'))) as url:
        lines = told(capsys, url, *signed(folder), "--public-url", PUBLIC_URL)
    assert "alike in kind, lesion and outcome" in lines[-1]


def test_a_token_for_another_address_is_refused_and_that_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with instance(served(site_file(folder))) as url:
        lines = told(capsys, url, *signed(folder), status=cli.FAILED)
    assert "status 401" in lines[-1]
    assert "trail" in lines[-1]


def test_without_a_key_development_is_good_and_production_is_not(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with instance(served(site_file(folder, root='mode = "development"'))) as url:
        assert "unsigned: status 200" in told(capsys, url)[3]
    with instance(served(site_file(folder))) as url:
        assert "unsigned: status 401" in told(capsys, url, status=cli.FAILED)[-1]


def test_an_instance_that_lets_everybody_in_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    production = site_file(folder)
    with instance(served(site_file(folder, "open", root='mode = "development"'))) as url:
        lines = told(capsys, url, *signed(folder), "--site", str(production), status=cli.FAILED)
    assert "FAILED  a call without a token: 200, expected 401" in lines
    assert "FAILED  a call that another key has signed: 200, expected 401" in lines


def test_in_shadow_mode_no_cards_are_expected(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site, shown = site_file(folder, root="shadow = true"), site_file(folder, "shown")
    with instance(served(site)) as url:
        assert "for shadow is on: 0 came" in told(capsys, url, *signed(folder), "--site", str(site))[-1]
        lines = told(capsys, url, *signed(folder), "--site", str(shown), status=cli.FAILED)
    assert "FAILED  card 1 is missing: indication, T8" in lines


def test_a_client_whose_triggers_are_off_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = site_file(folder, more="[triggers]\ninterventions = false")
    with instance(served(site)) as url:
        lines = told(capsys, url, *signed(folder), "--site", str(site), status=cli.FAILED)
    assert "triggers are off" in lines[-1]


def test_another_version_of_the_knowledge_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cds_hooks.selftest.VERSION", "99.0.0")
    with instance(served(site_file(folder, root='mode = "development"'))) as url:
        lines = told(capsys, url, status=cli.FAILED)
    assert any(line.startswith("FAILED  knowledge ") and "99.0.0" in line for line in lines)


def test_other_prefetch_keys_in_discovery_are_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    runs = site_file(folder)
    thought = site_file(folder, "other", own='prefetch_keys = {problems = "conditions"}')
    with instance(served(runs)) as url:
        lines = told(capsys, url, *signed(folder), "--site", str(thought), status=cli.FAILED)
    assert any("discovery: other prefetch" in line for line in lines)


def test_what_is_no_such_service_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    def another(_: object, start: Callable[..., Any]) -> list[bytes]:
        start("200 OK", [("Content-Type", "text/html")])
        return [b"<html>"]

    with instance(another) as url:
        lines = told(capsys, url, status=cli.FAILED)
    assert any("discovery: status 200, missing: spinal-tumour-order-select" in line for line in lines)


@pytest.mark.parametrize(
    ("url", "said"), [("http://127.0.0.1:{port}", "cannot be reached"), ("cds.example", "no address")]
)
def test_an_instance_that_is_not_there_is_1(capsys: pytest.CaptureFixture[str], url: str, said: str) -> None:
    assert cli.main(["selftest", url.format(port=free_port())]) == cli.FAILED
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--tenant", "south"), "no [[client]] with issuer https://selftest.hospital.example for tenant south"),
        ((), "without a tenant"),
    ],
)
def test_a_client_that_the_site_does_not_have(
    folder: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], said: str
) -> None:
    site = site_file(folder, own='tenants = ["north"]')
    url = f"http://127.0.0.1:{free_port()}"
    assert cli.main(["selftest", url, *signed(folder, *options), "--site", str(site)]) == cli.FAILED
    assert said in capsys.readouterr().err


# --- keys -------------------------------------------------------------------------------------------------------------


def test_made_keys_are_for_their_owner_and_never_overwritten(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    private = folder / "keys" / "selftest.pem"
    before = private.read_bytes()
    assert stat.S_IMODE(private.stat().st_mode) == 0o600
    assert cli.main(["selftest", "--make-key", str(folder / "keys")]) == cli.FAILED
    assert "never overwritten" in capsys.readouterr().err
    assert private.read_bytes() == before
    assert "d" not in json.loads((folder / "keys" / "selftest.jwks.json").read_text("utf-8"))["keys"][0]


def test_an_rsa_key_of_the_hospitals_own_signs_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    written(folder / "own.pem", own)
    public = RSAAlgorithm.to_jwk(own.public_key(), as_dict=True) | {"kid": "own-1"}
    public.pop("key_ops")
    (folder / "keys" / "selftest.jwks.json").write_text(json.dumps({"keys": [public]}), encoding="utf-8")
    site = site_file(folder)
    key = ("--key", str(folder / "own.pem"), "--kid", "own-1", "--issuer", ISSUER)
    with instance(served(site)) as url:
        told(capsys, url, *key, "--site", str(site))


@pytest.mark.parametrize("content", ["", "CANARY", "curve", None])
def test_what_is_no_key_is_told_and_not_shown(
    folder: Path, capsys: pytest.CaptureFixture[str], content: str | None
) -> None:
    file = folder / "none.pem"
    if content == "curve":
        written(file, ec.generate_private_key(ec.SECP256K1()))
    elif content is not None:
        file.write_text(content, encoding="utf-8")
    assert cli.main(["selftest", "http://127.0.0.1:1", "--key", str(file), "--issuer", ISSUER]) == cli.FAILED
    said = capsys.readouterr().err
    assert said.startswith(str(file))
    assert "CANARY" not in said


def written(file: Path, key: Any) -> None:
    file.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
