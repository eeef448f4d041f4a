"""A body is collected before it costs a thread: within its time, its size, and what all of them together may take."""

import asyncio
import logging
import threading
from collections.abc import AsyncIterator, Iterable, Sequence
from types import SimpleNamespace
from typing import Any

import orjson
import pytest

from cds_hooks import intake
from cds_hooks.intake import Intake
from cds_hooks.routes import MAX_BODY
from cds_hooks.site import Site

PIECE = bytes(64 * 1024)


class Protocol:
    """Stands in for the server: hands over these pieces, and then ends or never does."""

    def __init__(self, pieces: Iterable[bytes] = (), *, ends: bool = True) -> None:
        self.pieces, self.ends = pieces, ends
        self.taken = 0
        self.status, self.body = 0, b""
        self.headers: dict[str, str] = {}

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self.pieces:
            self.taken += len(piece)
            yield piece
        if not self.ends:
            await asyncio.Event().wait()

    def response_bytes(self, status: int, headers: Sequence[tuple[str, str]], body: bytes) -> None:
        self.status, self.headers, self.body = status, dict(headers), body

    @property
    def told(self) -> str:
        """The text of an OperationOutcome."""
        assert self.headers["Content-Type"] == "application/json"
        text: str = orjson.loads(self.body)["issue"][0]["details"]["text"]
        return text


class Application:
    """Remembers what it was given, and says how long the body was."""

    def __init__(self, failure: Exception | None = None) -> None:
        self.failure = failure
        self.environ: dict[str, Any] = {}

    def __call__(self, environ: dict[str, Any], start_response: Any) -> list[bytes]:
        self.environ = environ
        if self.failure:
            raise self.failure
        start_response("201 CREATED", [("Content-Type", "text/plain")])
        return [b"%d" % len(environ["wsgi.input"].read())]


def scope_of(path: str, *headers: tuple[str, str]) -> SimpleNamespace:
    return SimpleNamespace(
        method="POST",
        path=path,
        query_string="a=%C3%A9",
        server="127.0.0.1:8000",
        scheme="http",
        http_version="1.1",
        headers=SimpleNamespace(items=lambda: list(headers), get=dict(headers).get),
    )


def ask(protocol: Protocol, application: Application | None = None, *headers: tuple[str, str]) -> Intake:
    taken = Intake(application or Application(), Site(), threads=1, waiting=1)
    asyncio.run(taken.__rsgi__(scope_of("/fhir/é", *headers), protocol))
    return taken


def test_a_call_reaches_the_application_as_wsgi_has_it() -> None:
    application, protocol = Application(), Protocol([b"ab", b"c"])
    ask(protocol, application, ("content-type", "application/json"), ("content-length", "3"), ("x-a", "1"))
    assert (protocol.status, protocol.body) == (201, b"3")
    assert protocol.headers["Content-Type"] == "text/plain"
    given = application.environ
    assert given["PATH_INFO"].encode("latin-1").decode() == "/fhir/é"
    assert (given["REQUEST_METHOD"], given["QUERY_STRING"]) == ("POST", "a=%C3%A9")
    assert (given["SERVER_NAME"], given["SERVER_PORT"]) == ("127.0.0.1", "8000")
    assert (given["CONTENT_TYPE"], given["CONTENT_LENGTH"], given["HTTP_X_A"]) == ("application/json", "3", "1")


def test_a_header_that_came_twice_is_one_list() -> None:
    application = Application()
    ask(Protocol(), application, ("authorization", "Bearer a"), ("authorization", "Bearer b"), ("content_type", "x"))
    assert application.environ["HTTP_AUTHORIZATION"] == "Bearer a,Bearer b"
    assert "CONTENT_TYPE" not in application.environ


def test_no_variable_of_the_process_reaches_a_call(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_AUTHORIZATION", "Bearer x")
    application = Application()
    ask(Protocol(), application)
    assert "HTTP_AUTHORIZATION" not in application.environ


def test_a_body_that_does_not_end_costs_no_thread(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="spinal_cds")
    monkeypatch.setattr(intake, "BODY_WITHIN_S", 0.01)
    application, protocol = Application(), Protocol([b"{"], ends=False)
    taken = ask(protocol, application)
    assert application.environ == {}
    assert (protocol.status, protocol.told) == (408, "The request body did not come in time.")
    assert protocol.headers["Connection"] == "close"
    assert taken.held == 0
    line = orjson.loads(caplog.messages[-1])
    assert (line["status"], line["reason"]) == (408, "TooSlow")


def test_of_a_body_that_is_too_long_a_byte_more_is_kept_and_the_rest_is_read_away() -> None:
    size = 2 * MAX_BODY
    protocol = Protocol([PIECE] * (size // len(PIECE)))
    taken = ask(protocol)
    assert (protocol.status, protocol.body) == (201, b"%d" % (MAX_BODY + 1))
    assert (protocol.taken, taken.held) == (size, 0)


def test_a_body_without_an_end_is_not_read_for_ever() -> None:
    protocol = Protocol(iter(lambda: PIECE, b""))
    ask(protocol)
    assert protocol.status == 201
    assert protocol.taken < 5 * MAX_BODY


def test_a_body_that_announces_far_too_much_is_not_waited_for() -> None:
    protocol = Protocol(ends=False)
    ask(protocol, None, ("content-length", str(5 * MAX_BODY)))
    assert protocol.status == 201


def test_all_bodies_together_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "MOST_HELD", 3 * len(PIECE))
    application, protocol = Application(), Protocol([PIECE] * 4)
    taken = ask(protocol, application)
    assert application.environ == {}
    assert (protocol.status, protocol.headers["Retry-After"]) == (503, "10")
    assert protocol.told == "Too much is being sent at once. Please send it again later."
    assert taken.held == 0


def test_whoever_asks_for_the_figures_too_often_keeps_nobody_from_seeing_that_it_is_alive() -> None:
    goes_on = threading.Event()

    def application(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        if environ["PATH_INFO"] == "/metrics":
            assert goes_on.wait(60)
        start_response("200 OK", [])
        return []

    async def asked() -> list[int]:
        taken, figures, alive = (
            Intake(application, Site(), threads=1, waiting=1),
            [Protocol([]) for _ in range(50)],
            Protocol([]),
        )
        waiting = [asyncio.create_task(taken.__rsgi__(scope_of("/metrics"), each)) for each in figures]
        await asyncio.sleep(0)  # they line up
        await taken.__rsgi__(scope_of("/livez"), alive)
        goes_on.set()
        await asyncio.gather(*waiting)
        return [alive.status, *sorted({each.status for each in figures})]

    assert asyncio.run(asked()) == [200, 200, 503]


def test_ST2_what_the_application_raises_is_told_to_nobody(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    protocol = Protocol([b"{}"])
    ask(protocol, Application(ValueError("CANARY")))
    assert (protocol.status, protocol.told) == (500, "Internal error.")
    assert "ValueError" in caplog.text
    assert "CANARY" not in caplog.text
