import http
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from cds_hooks import cli
from cds_hooks.site import LANGUAGES
from cds_hooks.words import load_words
from fhir_profiles import examples, publishing
from plugin.knowledge import KNOWLEDGE
from tests.support.serving import SITE, serving


@pytest.fixture(autouse=True)
def _signals_as_they_were() -> Iterator[None]:
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


COMMANDS = ("serve", "migrate", "sandbox", "check", "definitions", "demo", "selftest", "sheet")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main([command, "--help"])
    assert stopped.value.code == cli.GOOD
    assert command in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nonsense"],
        ["check"],
        ["check", "site.toml", "--explain", "mode"],
        ["check", "--explain", "no.such.setting"],
        ["demo", "V-99"],
        ["sandbox", "--port", "many"],
        ["sandbox", "--port", "0"],
        ["selftest"],
        ["selftest", "http://127.0.0.1:8000", "--key", "key.pem"],
        ["selftest", "http://127.0.0.1:8000", "--issuer", "https://selftest.example"],
        ["selftest", "http://127.0.0.1:8000", "--make-key", "keys"],
        ["sheet"],
    ],
)
def test_wrong_usage_is_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(arguments)
    assert stopped.value.code == cli.WRONG_USAGE
    assert "usage: spinal-cds" in capsys.readouterr().err


def test_a_port_out_of_range_is_told_with_what_is_allowed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["sandbox", "--port", "70000"])
    assert "argument --port: found 70000; allowed: a whole number from 1 to 65535" in capsys.readouterr().err


def test_tables_of_no_site_are_not_taken_for_those_of_a_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("SPINAL_CDS_SITE", raising=False)
    monkeypatch.setenv("SPINAL_CDS__STORE__URL", f"sqlite:///{tmp_path}/ledger.db")
    assert cli.main(["migrate"]) == cli.GOOD
    assert "No site file is named" in capsys.readouterr().err
    monkeypatch.setenv("SPINAL_CDS_SITE", str(SITE))
    assert cli.main(["migrate"]) == cli.GOOD
    assert capsys.readouterr().err == ""


def test_a_good_site_file_is_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--offline", str(SITE)]) == cli.GOOD
    assert "good" in capsys.readouterr().out


def test_the_definitions_are_written_as_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "new" / "folder"
    assert cli.main(["definitions", str(folder)]) == cli.GOOD
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == publishing.files()
    assert str(folder) in capsys.readouterr().out


def test_the_definitions_are_written_as_one_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["definitions", "--package"]) == cli.GOOD
    (file,) = tmp_path.iterdir()
    assert file.name == f"spinal-tumour-cds-{KNOWLEDGE.version}.tgz"
    assert file.read_bytes() == publishing.package()


def test_where_nothing_can_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert cli.main(["definitions", str(tmp_path / "file" / "below")]) == cli.FAILED
    assert "below" in capsys.readouterr().err


def test_every_mistake_of_a_site_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = tmp_path / "site.toml"
    site.write_text('mode = "development"\nlanguage = "xx"\n[fhir]\ndeadline_ms = 1\n', encoding="utf-8")
    assert cli.main(["check", str(site)]) == cli.FAILED
    told = capsys.readouterr().err
    assert "language" in told
    assert "deadline_ms" in told


def test_a_site_file_that_is_not_there_is_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(tmp_path / "none.toml")]) == cli.FAILED
    assert "none.toml" in capsys.readouterr().err


def test_a_setting_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--explain", "fhir.deadline_ms"]) == cli.GOOD
    assert "350" in capsys.readouterr().out


def test_serve_with_a_mistaken_site_file_does_not_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPINAL_CDS_SITE", "")  # restored afterwards, as serve sets it
    assert cli.main(["serve", "--site", str(tmp_path / "none.toml")]) == cli.FAILED


@pytest.mark.parametrize("patient", examples.names())
def test_demo_shows_every_sample_patient(patient: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["demo", patient]) == cli.GOOD
    assert capsys.readouterr().out.strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_demo_speaks_every_language(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["demo", "V-01", "--language", language]) == cli.GOOD
    said = load_words(language, KNOWLEDGE)("closing.every-card").split()
    assert " ".join(said) in " ".join(capsys.readouterr().out.split())


def test_serve_answers_and_warns_of_development_mode(tmp_path: Path) -> None:
    with serving(tmp_path) as service:
        assert service.ask("/cds-services").status == http.HTTPStatus.OK
        assert service.stop() == cli.GOOD
        said = service.log.read_text(encoding="utf-8")
    assert "DEVELOPMENT MODE: no token is asked for" in said
    assert f"127.0.0.1:{service.port}" in said
