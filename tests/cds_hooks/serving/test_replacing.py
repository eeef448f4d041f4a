"""What is changed while calls come in costs none of them its answer: other settings, another worker, another instance."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import orjson
import pytest

from cds_hooks.demo import SERVICE_PATH
from tests.support import calls, stuck
from tests.support.balancing import balancing
from tests.support.doors import ISSUER, PUBLIC_URL, written
from tests.support.load import Load
from tests.support.serving import Served, serving
from tests.support.signing import claims, key_set, signer

BODY = orjson.dumps(calls.call("V-01"))
RATE = 100.0
LONG_S = 60.0
EHR = signer()

SITE = """\
mode = "{mode}"
public_url = "{url}"
shadow = {shadow}
[[client]]
issuer = "{issuer}"
jwks_file = "ehr.jwks.json"
replay_guard = false
{more}
"""


def site_of(folder: Path, *, mode: str = "production", shadow: bool = False, more: str = "") -> Path:
    """A site file in this folder, beside the keys of its EHR."""
    written(folder / "ehr.jwks.json", key_set(EHR))
    file = folder / "site.toml"
    told = {"mode": mode, "url": PUBLIC_URL, "shadow": str(shadow).lower(), "issuer": ISSUER, "more": more}
    file.write_text(SITE.format(**told), encoding="utf-8")
    return file


def asked() -> tuple[str, bytes, dict[str, str]]:
    """An order-select with a token of its EHR; the site lets it be used more than once."""
    return SERVICE_PATH, BODY, {"Authorization": f"Bearer {TOKEN}"}


TOKEN = EHR.token(
    claims(ISSUER, PUBLIC_URL + SERVICE_PATH, datetime.now(UTC), exp=int(datetime.now(UTC).timestamp()) + 3000)
)


def said(served: Served, line: str, times: int) -> None:
    """Waits until it has said this so often."""
    pause = threading.Event()
    for _ in range(int(LONG_S / 0.05)):
        if served.log.read_text(encoding="utf-8").count(line) >= times:
            return
        pause.wait(0.05)
    pytest.fail(f"it did not say {line!r}:\n{served.log.read_text(encoding='utf-8')[-2000:]}")


@pytest.mark.parametrize("kept", [True, False], ids=["kept connections", "new connections"])
def test_settings_that_are_read_again_under_load_cost_no_call(tmp_path: Path, kept: bool) -> None:  # noqa: FBT001
    with serving(tmp_path, site=site_of(tmp_path), SPINAL_CDS__PUBLIC_URL=PUBLIC_URL) as served:
        with Load(port=served.port, rate=RATE, asked=asked, kept=kept) as load:
            load.wait_for_more(50)
            workers = served.log.read_text(encoding="utf-8").count("Spawning worker")
            site_of(tmp_path, shadow=True)
            served.process.send_signal(signal.SIGHUP)
            said(served, "Stopped old worker", workers)
            load.wait_for_more(50)
        assert set(load.answers) == {"200"}
        assert served.stop_in_haste() == 0


def test_a_site_file_with_a_mistake_is_refused_and_what_was_in_force_stays(tmp_path: Path) -> None:
    site = site_of(tmp_path, mode="development")
    with serving(tmp_path, site=site, SPINAL_CDS__PUBLIC_URL=PUBLIC_URL) as served:
        assert served.ask(SERVICE_PATH, BODY).body["cards"]
        site_of(tmp_path, mode="development", shadow=True, more="replay_gard = true")
        served.process.send_signal(signal.SIGHUP)
        said(served, "replay_gard", 1)
        site_of(tmp_path, mode="production", shadow=True)
        served.process.send_signal(signal.SIGHUP)
        said(served, "a change of mode needs a restart", 1)
        assert served.ask(SERVICE_PATH, BODY).body["cards"]
        site_of(tmp_path, mode="development", shadow=True)
        served.process.send_signal(signal.SIGHUP)
        said(served, "Stopped old worker", 1)
        assert served.ask(SERVICE_PATH, BODY).body == {"cards": []}


def test_settings_with_which_no_worker_comes_up_are_given_up_again(tmp_path: Path) -> None:
    site = site_of(tmp_path, mode="development")
    own = {stuck.NO_SHADOW: "1", "SPINAL_CDS__PUBLIC_URL": PUBLIC_URL}
    with serving(tmp_path, module="tests.support.stuck", site=site, **own) as served:
        site_of(tmp_path, mode="development", shadow=True)
        served.process.send_signal(signal.SIGHUP)
        said(served, "did not come up", 1)
        assert served.ask(SERVICE_PATH, BODY).body["cards"]
        site_of(tmp_path, mode="development")
        served.process.send_signal(signal.SIGHUP)
        said(served, "Stopped old worker", 1)
        assert served.ask(SERVICE_PATH, BODY).body["cards"]
        assert served.stop() == 0


def test_a_flood_of_signals_is_heard_as_one_and_the_end_comes_before_the_rest_of_a_reload(tmp_path: Path) -> None:
    with serving(tmp_path, site=site_of(tmp_path), SPINAL_CDS__PUBLIC_URL=PUBLIC_URL) as served:
        with flooded(served):
            said(served, "Stopped old worker", 1)
        replaced = served.log.read_text(encoding="utf-8").count("Stopped old worker")
        assert served.stop_in_haste() == 0
        log = served.log.read_text(encoding="utf-8")
        assert "Traceback" not in log
        assert log.count("Stopped old worker") <= replaced + 1


@contextmanager
def flooded(served: Served) -> Iterator[None]:
    """SIGHUP after SIGHUP, faster than one can be heeded."""
    over = threading.Event()

    def floods() -> None:
        while not over.wait(0.0002):
            served.process.send_signal(signal.SIGHUP)

    flood = threading.Thread(target=floods, daemon=True)
    flood.start()
    try:
        yield
    finally:
        over.set()
        flood.join()


def test_two_instances_restarted_in_turn_behind_a_balancer_cost_no_call(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    folders = [tmp_path / str(number) for number in range(4)]
    with balancing() as balancer, ExitStack() as instances:

        def begun(folder: Path) -> Served:
            folder.mkdir()
            return instances.enter_context(serving(folder, site=site, SPINAL_CDS__PUBLIC_URL=PUBLIC_URL))

        there = [begun(folders[0]), begun(folders[1])]
        balancer.instances = tuple(each.port for each in there)
        balancer.wait_until_healthy(*balancer.instances)
        with Load(port=balancer.port, rate=RATE, asked=asked) as load:
            for folder in folders[2:]:
                load.wait_for_more(50)
                assert there.pop(0).stop() == 0
                there.append(begun(folder))
                balancer.instances = tuple(each.port for each in there)
                balancer.wait_until_healthy(*balancer.instances)
            load.wait_for_more(50)
        assert set(load.answers) == {"200"}
