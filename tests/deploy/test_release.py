"""What is released: only what is committed, the same bytes each time, and a wheel that runs where nothing else of ours is."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from cds_hooks import cli
from cds_hooks.ledger.tables import NAMES
from deploy.supply import packing, release
from deploy.supply.readiness import git, refusals, version_of
from fhir_profiles.publishing import PACKAGE_FILE
from plugin.knowledge import VERSION as KNOWLEDGE
from tests.house.tree import ROOMS, ROOT, files, relative
from tests.support.installed import Missing, command, locked_wheels, not_run

COMMITTER = {
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@b.example",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@b.example",
}
VERSION = version_of(ROOT)
WHEEL, SOURCE = f"spinal_tumour_cds-{VERSION}-py3-none-any.whl", f"spinal_tumour_cds-{VERSION}.tar.gz"
NOT_SHIPPED = {".md"}


@dataclass(frozen=True, slots=True)
class Released:
    root: Path
    said: str

    @property
    def dist(self) -> Path:
        return self.root / "dist"

    @property
    def moment(self) -> int:
        return int(git(self.root, "log", "-1", "--format=%ct"))


def commit(root: Path) -> None:
    """All that is there, as one commit of a repository of its own."""
    for arguments in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message", "all of it")):
        subprocess.run(["git", *arguments], cwd=root, env=os.environ | COMMITTER, check=True)


def told(version: str) -> str:
    """A changelog as it stands when a version is released."""
    return f"# Changelog\n\n## Unreleased\n\n## {version}\n\n- All.\n"


@pytest.fixture(scope="session")
def released(tmp_path_factory: pytest.TempPathFactory) -> Released:
    try:
        command("git", "a release is made of a commit")
    except Missing as reason:
        not_run("The release", reason)
    root = tmp_path_factory.mktemp("release")
    for file in files():
        copy = root / relative(file)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, copy)
    (root / "CHANGELOG.md").write_text(told(VERSION), encoding="utf-8")
    (root / "plugin" / "knowledge" / "CHANGELOG.md").write_text(told(KNOWLEDGE), encoding="utf-8")
    commit(root)
    (root / "cds_hooks" / "translations" / "left.db").write_text(
        "what only lies there is not shipped", encoding="utf-8"
    )
    arguments = [sys.executable, "-m", "deploy.supply.release", "--without-image"]
    done = subprocess.run(arguments, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return Released(root, done.stdout + done.stderr)


# --- what is in it ------------------------------------------------------------------------------------------------------


def test_everything_is_there_and_what_is_not_is_said_loudly(released: Released) -> None:
    names = {WHEEL, SOURCE, PACKAGE_FILE, "SHA256SUMS", "requirements-otel.txt", "requirements.txt", "sbom.cdx.json"}
    assert {each.name for each in released.dist.iterdir()} == names
    assert all(f"dist/{name}\n" in released.said for name in names)
    assert "*** NO IMAGE IS IN THIS RELEASE: it was left out by --without-image ***" in released.said


def test_the_checksums_are_those_of_the_files_and_a_changed_one_is_noticed(released: Released, tmp_path: Path) -> None:
    copy = shutil.copytree(released.dist, tmp_path / "dist")
    checked = subprocess.run(
        ["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=copy, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0
    assert checked.stdout.count(": OK\n") == len(list(copy.iterdir())) - 1
    (copy / "requirements.txt").write_text("", encoding="utf-8")
    assert (
        subprocess.run(
            ["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=copy, capture_output=True, check=False
        ).returncode
        == 1
    )


def test_whoever_builds_it_again_gets_the_same_bytes(released: Released, tmp_path: Path) -> None:
    umask = os.umask(0o077)
    try:
        packing.wheel_and_source(released.root, tmp_path)
    finally:
        os.umask(umask)
    for name in (WHEEL, SOURCE):
        assert (tmp_path / name).read_bytes() == (released.dist / name).read_bytes(), name


def test_the_source_archive_builds_the_same_wheel(released: Released, tmp_path: Path) -> None:
    with tarfile.open(released.dist / SOURCE) as archive:
        archive.extractall(tmp_path, filter="data")
    out = tmp_path / "out"
    packing.build(tmp_path / SOURCE.removesuffix(".tar.gz"), out, released.moment)
    assert (out / WHEEL).read_bytes() == (released.dist / WHEEL).read_bytes()


def shipped(name: str) -> bool:
    return Path(name).suffix not in NOT_SHIPPED


def test_the_wheel_is_whole(released: Released) -> None:
    ours = {name for name in map(relative, files()) if name.split("/")[0] in ROOMS and shipped(name)}
    with zipfile.ZipFile(released.dist / WHEEL) as wheel:
        inside = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert inside == ours
    assert any(name.startswith("cds_hooks/ledger/migrations/versions/r0001") for name in inside)


# --- the wheel alone ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def alone(released: Released, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment that holds the runtime lock and the wheel, and nothing else."""
    folder = tmp_path_factory.mktemp("alone")
    try:
        wheels = locked_wheels(ROOT / "requirements.txt")
    except Missing as reason:
        not_run("The wheel alone", reason)
    venv.create(folder, symlinks=True)
    pip = [sys.executable, "-m", "pip", "--python", str(folder / "bin" / "python"), "install", "--quiet"]
    pip += ["--disable-pip-version-check", "--no-index", "--no-compile", "--find-links", str(wheels)]
    lock = ["--require-hashes", "--requirement", str(released.dist / "requirements.txt")]
    for arguments in (lock, ["--no-deps", str(released.dist / WHEEL)]):
        subprocess.run([*pip, *arguments], cwd=folder, check=True)
    return folder / "bin"


def run(alone: Path, folder: Path, *arguments: str) -> str:
    """What the program says, started where nothing of ours lies."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "SPINAL_CDS"))}
    done = subprocess.run(
        [str(alone / arguments[0]), *arguments[1:]], cwd=folder, env=own, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_alone_shows_its_cards(alone: Path, tmp_path: Path) -> None:
    assert "Curative ablation" in run(alone, tmp_path, "spinal-cds", "demo")


def test_the_wheel_alone_checks_a_site_and_writes_the_package_of_the_release(
    alone: Path, tmp_path: Path, released: Released
) -> None:
    for name in ("generic.toml", "orders.conceptmap.json"):
        shutil.copy(ROOT / "deploy" / "sites" / name, tmp_path)
    assert "generic.toml: good" in run(alone, tmp_path, "spinal-cds", "check", "generic.toml")
    run(alone, tmp_path, "spinal-cds", "definitions", "--package")
    assert (tmp_path / PACKAGE_FILE).read_bytes() == (released.dist / PACKAGE_FILE).read_bytes()


EVERY_HELP = """
import sys
from cds_hooks import cli

sys.argv[0] = "spinal-cds"
for command in sys.argv[1:]:
    try:
        cli.main([command, "--help"])
    except SystemExit as asked:
        assert asked.code == 0
sys.exit(cli.main(["demo", "V-05", "--language", "de"]))
"""


def test_the_wheel_alone_explains_every_command_and_speaks_german(
    alone: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one process, for each start takes seconds."""
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    commands = offered(capsys.readouterr().out)
    assert {"serve", "sandbox", "demo", "check", "definitions"} <= set(commands)
    said = run(alone, tmp_path, "python", "-c", EVERY_HELP, *commands)
    assert re.findall(r"^usage: spinal-cds ([a-z]+)", said, re.MULTILINE) == commands
    assert "Ablation" in said


def offered(said: str) -> list[str]:
    return re.findall(r"^    ([a-z]+)(?: |$)", said, re.MULTILINE)


def test_the_wheel_alone_makes_its_tables(alone: Path, tmp_path: Path) -> None:
    script = (
        "from sqlalchemy import inspect; from sqlalchemy.engine import make_url\n"
        "from cds_hooks.ledger.engines import apart; from cds_hooks.ledger.migrating import bring_up_to_date\n"
        "engine = apart(make_url('sqlite:///ledger.db')); bring_up_to_date(engine)\n"
        "print(*inspect(engine).get_table_names())"
    )
    assert set(run(alone, tmp_path, "python", "-c", script).split()) == {*NAMES.tables, "alembic_version"}


def test_nothing_of_the_tests_is_in_it(alone: Path, tmp_path: Path) -> None:
    script = "import importlib.util as u; print([n for n in ('tests', 'deploy', 'docs', 'pytest', 'sekmet') if u.find_spec(n)])"
    assert run(alone, tmp_path, "python", "-c", script).strip() == "[]"


# --- what is refused ----------------------------------------------------------------------------------------------------


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A repository that may be released."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "plugin" / "knowledge").mkdir(parents=True)
    (tmp_path / "CHANGELOG.md").write_text(told(VERSION), encoding="utf-8")
    (tmp_path / "plugin" / "knowledge" / "CHANGELOG.md").write_text(told(KNOWLEDGE), encoding="utf-8")
    commit(tmp_path)
    return tmp_path


def test_what_is_committed_and_told_may_be_released(small: Path) -> None:
    assert list(refusals(small)) == []


def test_what_is_not_committed_is_named(small: Path) -> None:
    (small / "pyproject.toml").write_text((small / "pyproject.toml").read_text("utf-8") + "\n", encoding="utf-8")
    (small / "new.txt").touch()
    assert list(refusals(small)) == [
        "2 files are not committed, the first is pyproject.toml: commit them, or put them away"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# Changelog\n", "the newest entry of its changelog is none"),
        ("# Changelog\n\n## 9.9.9\n\n- New.\n", "the newest entry of its changelog is 9.9.9"),
        (f"# Changelog\n\n## Unreleased\n\n- New.\n\n## {VERSION}\n\n- Old.\n", 'entries are still below "Unreleased"'),
    ],
)
@pytest.mark.parametrize("changelog", ["CHANGELOG.md", "plugin/knowledge/CHANGELOG.md"])
def test_a_version_that_the_changelog_does_not_tell_of_is_refused(
    small: Path, changelog: str, text: str, said: str
) -> None:
    wanted = text if changelog == "CHANGELOG.md" else text.replace(VERSION, KNOWLEDGE)
    (small / changelog).write_text(wanted, encoding="utf-8")
    commit(small)
    (found,) = refusals(small)
    assert said in found


def test_a_version_is_given_once(small: Path) -> None:
    subprocess.run(["git", "tag", f"v{VERSION}"], cwd=small, check=True)
    assert list(refusals(small)) == []
    (small / "new.txt").touch()
    commit(small)
    assert list(refusals(small)) == [f"v{VERSION} is another commit already: a version is given once"]


def test_without_a_repository_there_is_no_release(tmp_path: Path) -> None:
    assert "this is no git repository" in next(refusals(tmp_path))


def test_a_refusal_leaves_what_was_there(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (small / "dist").mkdir()
    (small / "dist" / "old").touch()
    monkeypatch.setattr(release, "ROOT", small)
    monkeypatch.setattr(release, "DIST", small / "dist")
    assert release.main([]) == 1
    assert "No release:\n  1 files are not committed" in capsys.readouterr().err
    assert [each.name for each in (small / "dist").iterdir()] == ["old"]


# --- the image ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine on which only what a test puts there can be started."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("BUILDER", raising=False)
    return folder


def program(folder: Path, name: str, does: str) -> None:
    file = folder / name
    file.write_text(f'#!/bin/sh\necho "{name} $*" >> "{folder.parent}/started"\n{does}\n', encoding="utf-8")
    file.chmod(0o755)


def test_where_nothing_builds_images_it_is_said(programs: Path, tmp_path: Path) -> None:
    program(programs, "docker", "exit 1")  # no daemon
    assert release._image(tmp_path) == "none of buildah, podman, docker is on this machine and can build"


@pytest.mark.parametrize("name", ["buildah", "podman", "docker"])
def test_an_image_that_was_built_is_part_of_the_release(programs: Path, tmp_path: Path, name: str) -> None:
    program(programs, name, "exit 0")
    program(programs, "make", "exit 0")
    assert release._image(tmp_path) == ""
    started = (tmp_path / "started").read_text(encoding="utf-8").splitlines()
    tag, file = f"spinal-tumour-cds:{VERSION}", f"spinal-tumour-cds-{VERSION}.image.tar"
    assert started[:2] == [f"{name} info", f"make image TAG={tag}"]
    assert tag in started[2]
    assert file in started[2]


def test_an_image_that_could_not_be_built_is_no_release(programs: Path, tmp_path: Path) -> None:
    program(programs, "podman", "exit 0")
    program(programs, "make", "exit 2")
    with pytest.raises(subprocess.CalledProcessError):
        release._image(tmp_path)
