"""A step that hangs: its call is answered all the same, the others too, and what cannot go on is replaced."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import orjson
import pytest

from cds_hooks.demo import SERVICE_PATH
from cds_hooks.listening import CannotListen, address_to_listen_on
from cds_hooks.serving import CALLS_AT_ONCE, CALLS_WAITING
from tests.support import calls, stuck
from tests.support.serving import HOST, Reply, Served, serving

SIGN_PATH = "/cds-services/spinal-tumour-order-sign"
BODY = orjson.dumps(calls.call("V-01"))
NEVER = "600"
LONG_S = 60.0
ORIGIN = {"Origin": "https://ehr.example"}


def at_signature(how: str) -> bytes:
    order: dict[str, Any] = {
        "resourceType": "ServiceRequest",
        "id": how.partition("/")[2],
        "status": "draft",
        "intent": "order",
    }
    order |= {"subject": {"reference": "Patient/V-01"}}
    call = calls.call("V-01") | {"hook": "order-sign"}
    context = call["context"] | {"draftOrders": {"resourceType": "Bundle", "entry": [{"resource": order}]}}
    context.pop("selections", None)
    return orjson.dumps(call | {"context": context})


def told(reply: Reply) -> tuple[int, str | None, str]:
    """Status, Retry-After, and the code of the outcome."""
    return (
        reply.status,
        {name.lower(): value for name, value in reply.headers.items()}.get("retry-after"),
        reply.body["issue"][0]["code"],
    )


def begun(folder: Path, **settings: str) -> Any:
    own: dict[str, Any] = {stuck.GOES_ON: str(folder / "goes-on"), **settings}
    return serving(folder, module="tests.support.stuck", **own)


@pytest.fixture
def several() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(2 * (CALLS_AT_ONCE + CALLS_WAITING)) as callers:
        yield callers


def until(there: Any) -> None:
    pause = threading.Event()
    for _ in range(int(LONG_S / 0.02)):
        if there():
            return
        pause.wait(0.02)
    pytest.fail("it did not come to pass")


def said(served: Served) -> str:
    return served.log.read_text(encoding="utf-8", errors="replace")


def test_a_call_whose_step_hangs_is_given_up_and_its_worker_replaced(tmp_path: Path) -> None:
    with begun(tmp_path, **{stuck.LIMITS: f"0.5 2 {NEVER}"}) as served:
        assert told(served.ask(SIGN_PATH, at_signature(stuck.SLEEP))) == (503, "10", "timeout")
        assert served.ask(SERVICE_PATH, BODY).status == 200
        until(lambda: said(served).count("Spawning worker") == 2)
        assert "a call does not end" in said(served)
        assert served.ask(SERVICE_PATH, BODY).status == 200
        assert served.stop() == 0


def test_what_lets_no_other_thread_run_is_ended_from_outside_and_replaced(tmp_path: Path) -> None:
    with begun(tmp_path, **{stuck.LIMITS: f"{NEVER} {NEVER} 2"}) as served, ExitStack() as lines:
        line = lines.enter_context(served.connect())
        sent = at_signature(stuck.SEARCH)
        line.sendall(b"POST %s HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n" % SIGN_PATH.encode())
        line.sendall(b"Content-Length: %d\r\n\r\n%s" % (len(sent), sent))
        assert line.recv(100) == b""  # nobody can answer it
        assert served.ask(SERVICE_PATH, BODY).status == 200
        assert "in respond" in said(served)  # where it stood still; places only
        assert "aaaa" not in said(served)
        assert served.stop() == 0


def test_beyond_the_row_a_call_is_refused_at_once_and_whoever_runs_us_is_answered(
    tmp_path: Path, several: ThreadPoolExecutor
) -> None:
    waiting = at_signature(stuck.WAIT)
    with begun(tmp_path, **{stuck.LIMITS: f"{NEVER} {NEVER} {NEVER}"}) as served:
        inside = [several.submit(served.ask, SIGN_PATH, waiting) for _ in range(CALLS_AT_ONCE)]
        until(lambda: len(list(tmp_path.glob("inside-*"))) == CALLS_AT_ONCE)
        row = [several.submit(served.ask, SIGN_PATH, waiting) for _ in range(CALLS_WAITING + CALLS_AT_ONCE)]
        for each in row:  # at once, or after the second that they may wait
            assert told(each.result(LONG_S)) == (503, "10", "throttled")
        refused = served.ask(SIGN_PATH, waiting, ORIGIN)
        assert told(refused) == (503, "10", "throttled")
        assert "access-control-allow-origin" in {name.lower() for name in refused.headers}
        assert served.ask("/livez").status == 200
        assert served.ask("/readyz").status == 200
        (tmp_path / "goes-on").touch()
        assert [each.result(LONG_S).status for each in inside] == [200] * CALLS_AT_ONCE
        assert served.ask(SERVICE_PATH, BODY).status == 200


def test_calls_under_way_when_it_is_told_to_end_are_answered_in_full(
    tmp_path: Path, several: ThreadPoolExecutor
) -> None:
    with begun(tmp_path, **{stuck.LIMITS: f"{NEVER} {NEVER} {NEVER}"}) as served, ExitStack() as lines:
        half = lines.enter_context(served.connect())
        half.sendall(b"POST /cds-services HT")  # whoever stops in the middle of a line is not waited for
        under_way = [several.submit(served.ask, SIGN_PATH, at_signature(stuck.WAIT)) for _ in range(CALLS_AT_ONCE)]
        until(lambda: len(list(tmp_path.glob("inside-*"))) == CALLS_AT_ONCE)
        served.process.terminate()
        until(lambda: "Stopping worker-1" in said(served))
        assert not any(each.done() for each in under_way)
        (tmp_path / "goes-on").touch()
        answers = [each.result(LONG_S) for each in under_way]
        assert [answer.status for answer in answers] == [200] * CALLS_AT_ONCE
        assert [answer.body for answer in answers] == [{"cards": []}] * CALLS_AT_ONCE
        assert served.process.wait(LONG_S) == 0


def test_workers_whose_main_process_was_killed_answer_their_calls_end_and_leave_the_port(
    tmp_path: Path, several: ThreadPoolExecutor
) -> None:
    with begun(tmp_path, **{stuck.LIMITS: f"{NEVER} {NEVER} {NEVER}"}) as served:
        under_way = several.submit(served.ask, SIGN_PATH, at_signature(stuck.WAIT))
        until(lambda: list(tmp_path.glob("inside-*")))
        served.process.kill()
        until(lambda: "the main process was killed" in said(served))
        (tmp_path / "goes-on").touch()
        assert under_way.result(LONG_S).status == 200
        until(lambda: _is_free(served.port))


def _is_free(port: int) -> bool:
    try:
        return bool(address_to_listen_on(HOST, port))
    except CannotListen:
        return False
