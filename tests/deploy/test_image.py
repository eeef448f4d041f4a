"""The image, built by what `make image` calls and started as an engine would: what is in it, who owns it, what it answers."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import re
import stat
import subprocess
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import orjson
import pytest

from cds_hooks.demo import hook_call
from tests.conftest import free_port
from tests.house.tree import ROOT
from tests.support import images
from tests.support.calls import Json, advice_of
from tests.support.doors import FEEDBACK, ISSUER, PUBLIC_URL, SERVICE, written
from tests.support.images import DATA, Container, Image
from tests.support.signing import claims, key_set, signer

pytestmark = pytest.mark.image

USER = 65532
EHR = signer()
TMP = "/tmp"  # noqa: S108  the image's, as an engine mounts it
WRITABLE = {TMP, DATA}
STARTS_WITHIN_S, STOPS_WITHIN_S = 120.0, 60.0
NOT_THE_IMAGES = ("proc", "sys", "dev")
"""An engine mounts these."""
LOCK = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)

TRY_EVERYWHERE = """
import os, sys
written = []
for place in sys.stdin.read().split("\\0"):
    try:
        if os.path.isdir(place):
            file = os.path.join(place, "written-by-the-service")
            os.close(os.open(file, os.O_CREAT | os.O_WRONLY))
            os.remove(file)
        else:
            os.close(os.open(place, os.O_WRONLY))
    except OSError:
        continue
    written.append(place)
print(os.getuid(), os.getgid(), os.getgroups(), *written, sep="\\n")
"""


def below(image: Image, kind: str) -> list[str]:
    """Every folder ("d") or file ("f") of the image, as root finds them."""
    listed: list[Path] = []
    for place, folders, names in os.walk(image.root):
        if Path(place) == image.root:
            folders[:] = [name for name in folders if name not in NOT_THE_IMAGES]
        listed += [Path(place)] if kind == "d" else [Path(place, name) for name in names]
    return [f"/{each.relative_to(image.root)}".removesuffix(".") for each in listed if not each.is_symlink()]


@pytest.fixture
def folder(image: Image, tmp_path: Path) -> Path:
    return images.prepared(tmp_path, image)


# --- what is in it ------------------------------------------------------------------------------------------------------


def test_all_of_it_belongs_to_root_but_the_data_and_nobody_else_may_write(image: Image) -> None:
    others, open_to_all, raised = set(), set(), set()
    for place in below(image, "d") + below(image, "f"):
        found = (image.root / place.lstrip("/")).lstat()
        if found.st_uid != 0 or found.st_gid == USER:
            others.add(place)
        if found.st_mode & stat.S_IWOTH:
            open_to_all.add(place)
        if found.st_mode & (stat.S_ISUID | stat.S_ISGID):
            raised.add(place)
    assert others - {"/var/cache/apt/archives/partial"} == {DATA}
    assert open_to_all == {TMP}
    assert raised == set()


def test_nothing_in_it_builds_or_installs(image: Image) -> None:
    names = {Path(place).name for place in below(image, "f")}
    assert {"spinal-cds", "sbom.cdx.json"} <= names
    assert not {"pip", "pip3", "ensurepip", "wheel", "gcc", "cc", "c++", "ld", "make", "git", "curl", "wget"} & names
    assert [place for place in below(image, "d") if re.search(r"/(pip|setuptools|ensurepip|wheel)$", place)] == []


def test_its_bill_of_materials_is_the_lock_and_what_is_installed(image: Image) -> None:
    bill = json.loads((image.root / "opt/spinal-cds/sbom.cdx.json").read_text("utf-8"))
    told = {(each["name"], each["version"]) for each in bill["components"]}
    assert told == set(LOCK.findall((ROOT / "requirements.txt").read_text("utf-8")))
    site_packages = image.root / "opt/spinal-cds/lib/python3.11/site-packages"
    there = {normal(each.name.removesuffix(".dist-info")) for each in site_packages.glob("*.dist-info")}
    ours = {each for each in there if each.startswith("spinal-tumour-cds-")}
    assert len(ours) == 1
    assert there - ours <= {normal(f"{name}-{version}") for name, version in told}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_it_says_what_it_is_and_how_it_wants_to_be_run(image: Image) -> None:
    labels = {
        name.rpartition(".")[2]: value for name, value in image.config["Labels"].items() if "opencontainers" in name
    }
    revision = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert labels["version"] == "0.1.0"
    assert labels["revision"] == revision.stdout.strip()
    assert labels["licenses"] == "Apache-2.0"
    assert image.config["User"] == "65532:65532"
    assert (image.config["Entrypoint"], image.config["Cmd"]) == (["spinal-cds"], ["serve"])
    assert image.config["StopSignal"] == "SIGTERM"
    assert image.config["Volumes"] == {DATA: {}}
    assert image.environment["SPINAL_CDS_SITE"] == "/etc/spinal-cds/site.toml"


def test_two_builds_of_one_commit_give_the_same_bytes(image: Image, image_again: Image) -> None:
    assert image.root != image_again.root
    assert image.layers == image_again.layers


# --- what its user may do -----------------------------------------------------------------------------------------------


def test_its_user_tries_to_write_everywhere_and_can_only_in_tmp_and_the_data(image: Image, folder: Path) -> None:
    """Before the root is made read only: it is the owners and rights of the image that forbid it."""
    places = [*below(image, "d"), *below(image, "f")]
    assert len(places) > 5_000
    status, said = images.run(image, folder, ["python", "-c", TRY_EVERYWHERE], "\0".join(places), read_only=False)
    assert status == 0, said
    user, group, groups, *written = said.split("\n")[:-1]
    assert (user, group, groups) == (str(USER), str(USER), "[]")
    assert set(written) == WRITABLE


def test_a_file_of_the_image_that_anybody_might_write_would_be_noticed(image: Image, folder: Path) -> None:
    for name in ("tmp", "data"):
        (folder / name).chmod(0o777)
        (folder / name / "open").touch(0o666)
        (folder / name / "open").chmod(0o666)
    places = [f"{TMP}/open", f"{DATA}/open", "/etc/passwd"]
    status, said = images.run(image, folder, ["python", "-c", TRY_EVERYWHERE], "\0".join(places), read_only=False)
    assert (status, said.split("\n")[3:-1]) == (0, places[:2])


# --- what it answers ----------------------------------------------------------------------------------------------------


def ask(port: int, path: str, body: bytes | None = None, **headers: str) -> tuple[int, bytes]:
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as line:
        line.request("GET" if body is None else "POST", path, body, {"Content-Type": "application/json"} | headers)
        answer = line.getresponse()
        return answer.status, answer.read()


def signed(path: str) -> str:
    return f"Bearer {EHR.token(claims(ISSUER, PUBLIC_URL + path, datetime.now(UTC)))}"


@pytest.fixture(scope="module")
def service(image: Image, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, Container, Path]]:
    """The image as it is, with its own command, on a read-only root; in production mode, with a key of this run."""
    folder = images.prepared(tmp_path_factory.mktemp("container"), image)
    written(folder / "site" / "ehr.jwks.json", key_set(EHR))
    (folder / "site" / "site.toml").write_text(
        f'public_url = "{PUBLIC_URL}"\n[[client]]\nissuer = "{ISSUER}"\njwks_file = "ehr.jwks.json"\n'
        f'[store]\nurl = "sqlite:///{DATA}/ledger.db"\n',
        encoding="utf-8",
    )
    port, log = free_port(), folder / "said.log"
    # This machine's loopback is no container's own: only here must the service not listen on every address.
    settings = {"SPINAL_CDS__SERVER__PORT": str(port), "SPINAL_CDS__SERVER__HOST": "127.0.0.1"}
    with log.open("wb") as output, images.started(image, folder, settings=settings, output=output) as container:
        ends = time.monotonic() + STARTS_WITHIN_S
        while not answers(port, "/readyz"):
            assert container.process.poll() is None, log.read_text("utf-8")
            assert time.monotonic() < ends, log.read_text("utf-8")
            time.sleep(0.1)
        yield port, container, folder


def answers(port: int, path: str) -> bool:
    try:
        return ask(port, path)[0] == http.HTTPStatus.OK
    except ConnectionRefusedError:
        return False


def test_it_answers_everybody_what_everybody_may_know(service: tuple[int, Container, Path]) -> None:
    port, _, _ = service
    assert ask(port, "/livez")[0] == 200
    assert ask(port, "/readyz")[0] == 200
    status, discovery = ask(port, "/cds-services")
    assert status == 200
    assert {each["hook"] for each in orjson.loads(discovery)["services"]} == {"order-select", "order-sign"}


def test_a_signed_order_select_gets_its_cards_and_an_unsigned_one_nothing(service: tuple[int, Container, Path]) -> None:
    port, _, folder = service
    body = orjson.dumps(hook_call("V-01", datetime.now(UTC)))
    assert ask(port, SERVICE, body)[0] == 401
    status, answer = ask(port, SERVICE, body, Authorization=signed(SERVICE))
    assert status == 200, answer
    cards: list[Json] = orjson.loads(answer)["cards"]
    assert advice_of(cards[0])["outcome"] == "CUR_ABL"
    entry = {"card": cards[0]["uuid"], "outcome": "overridden", "outcomeTimestamp": datetime.now(UTC).isoformat()}
    assert ask(port, FEEDBACK, orjson.dumps({"feedback": [entry]}), Authorization=signed(FEEDBACK))[0] == 200
    assert (folder / "data" / "ledger.db").stat().st_uid == USER


def test_its_health_check_tells_whether_it_answers(image: Image, service: tuple[int, Container, Path]) -> None:
    port, _, folder = service
    kind, *words = image.config["Healthcheck"]["Test"]
    assert kind == "CMD"
    assert images.run(image, folder, words, settings={"SPINAL_CDS__SERVER__PORT": str(port)}) == (0, "")
    status, said = images.run(image, folder, words, settings={"SPINAL_CDS__SERVER__PORT": str(free_port())})
    assert status == 1, said


def test_asked_to_stop_it_ends_well(service: tuple[int, Container, Path]) -> None:
    """The last test of this service."""
    port, container, folder = service
    assert container.stop(STOPS_WITHIN_S) == 0, (folder / "said.log").read_text("utf-8")
    assert not answers(port, "/livez")
