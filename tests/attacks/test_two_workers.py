"""Over real sockets, with two worker processes that share one memory: a token that is replayed in parallel is let in once."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier, Thread

import orjson
import pytest

from tests.attacks.playing import BODY
from tests.attacks.serving import WORKER
from tests.conftest import free_port
from tests.house.tree import ROOT
from tests.support.doors import ISSUER, PUBLIC_URL, SERVICE, written
from tests.support.signing import claims, key_set, signer

EHR = signer()
STARTS_WITHIN_S = 60.0
TOKENS, TIMES = 20, 8


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Where two workers serve a site in production mode."""
    folder, found = tmp_path_factory.mktemp("site"), free_port()
    written(folder / "ehr.jwks.json", key_set(EHR))
    (folder / "site.toml").write_text(
        f'mode = "production"\npublic_url = "{PUBLIC_URL}"\n[[client]]\nissuer = "{ISSUER}"\n'
        'jwks_file = "ehr.jwks.json"\n[store]\nurl = "sqlite:///ledger.db"\n',
        encoding="utf-8",
    )
    options = ["--interface", "rsgi", "--loop", "asyncio", "--http", "1", "--factory", "--workers", "2", "--no-ws"]
    command = [sys.executable, "-m", "granian", *options, "--host", "127.0.0.1", "--port", str(found)]
    environ = os.environ | {"SPINAL_CDS_SITE": str(folder / "site.toml")}
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen(
            [*command, "tests.attacks.serving:application"], cwd=ROOT, env=environ, stdout=log, stderr=log
        ) as server,
    ):
        try:
            _wait(server, found, folder / "log")
            yield found
        finally:
            server.terminate()
            server.wait(60)


def _wait(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Until both workers answer."""
    ends, workers = time.monotonic() + STARTS_WITHIN_S, set[str]()
    while len(workers) < 2:
        assert server.poll() is None, log.read_text(encoding="utf-8")
        assert time.monotonic() < ends, log.read_text(encoding="utf-8")
        try:
            workers.add(call(port, ["Bearer x"])[1])
        except ConnectionRefusedError:  # not yet
            with suppress(subprocess.TimeoutExpired):
                server.wait(0.05)


def call(port: int, authorizations: Sequence[str]) -> tuple[int, str]:
    """Status of one call on a connection of its own, and the worker that answered."""
    body = orjson.dumps(BODY)
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as line:
        line.putrequest("POST", SERVICE)
        line.putheader("Content-Type", "application/json")
        line.putheader("Content-Length", str(len(body)))
        for each in authorizations:
            line.putheader("Authorization", each)
        line.endheaders(body)
        answer = line.getresponse()
        answer.read()
        return answer.status, answer.headers.get(WORKER, "")


def good() -> str:
    return EHR.token(claims(ISSUER, PUBLIC_URL + SERVICE, datetime.now(UTC)))


def test_J11_a_token_replayed_in_parallel_on_two_workers_is_let_in_once(port: int) -> None:
    statuses = {number: list[int]() for number in range(TOKENS)}
    workers = Counter[str]()
    for number, answered in statuses.items():
        token, together = good(), Barrier(TIMES)

        def replay(token: str = token, answered: list[int] = answered, together: Barrier = together) -> None:
            together.wait(60)
            status, worker = call(port, [f"Bearer {token}"])
            answered.append(status)
            workers[worker] += 1

        threads = [Thread(target=replay) for _ in range(TIMES)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(answered) == [200, *[401] * (TIMES - 1)], number
    assert len(workers) == 2, "one worker answered all of them: nothing was shown"


def test_J11_what_one_worker_has_seen_the_other_knows(port: int) -> None:
    token = good()
    answers = [call(port, [f"Bearer {token}"]) for _ in range(40)]
    assert Counter(status for status, _ in answers) == {200: 1, 401: 39}
    assert len({worker for _, worker in answers}) == 2


def test_J2_of_two_authorization_headers_none_counts(port: int) -> None:
    assert call(port, [f"Bearer {good()}", "Bearer x"])[0] == 401
    assert call(port, ["Bearer x", f"Bearer {good()}"])[0] == 401
    assert call(port, [f"Bearer {good()}"])[0] == 200


def test_J12_a_megabyte_in_the_header_is_refused(port: int) -> None:
    """By the web server, which may hang up while we still send, or by us; the next call is answered as ever."""
    with suppress(ConnectionResetError, BrokenPipeError):
        assert call(port, ["Bearer " + "x" * 1_000_000])[0] in (400, 401, 431)
    assert call(port, [f"Bearer {good()}"])[0] == 200
