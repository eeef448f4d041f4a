"""Reading a FHIR server, over real sockets on this machine; faults that no server makes on command with `responses`."""

import contextlib
import json
import logging
import socket
import socketserver
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import requests
import responses
import urllib3
from urllib3 import HTTPConnectionPool
from urllib3.exceptions import MaxRetryError

from fhir_profiles.server import (
    Answer,
    Content,
    FhirServer,
    GapReason,
    Page,
    Read,
    Session,
    faults,
    fetch_key_set,
    line,
    reads,
    under_way,
)
from tests.support import certificates

PATIENT = {"resourceType": "Patient", "id": "1"}
TOKEN = "s3cret-token"
MIN = 60.0


@dataclass
class Reply:
    """What the server of a test says."""

    body: object = field(default_factory=lambda: PATIENT)
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Seen:
    """One request as it arrived."""

    path: str
    headers: dict[str, str]


class Hospital:
    """A FHIR server of a test: answers with what `says` gives, and remembers what it saw."""

    def __init__(self, says: Callable[[str], Reply | None]) -> None:
        self.says = says
        self.seen: list[Seen] = []
        self.connections = 0
        self._lock = threading.Lock()
        self.http = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.http.daemon_threads = True
        self.origin = f"http://127.0.0.1:{self.http.server_address[1]}"
        self.base_url = f"{self.origin}/r4"

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        hospital = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def setup(self) -> None:
                super().setup()
                with hospital._lock:
                    hospital.connections += 1

            def do_GET(self) -> None:
                with hospital._lock:
                    hospital.seen.append(Seen(self.path, dict(self.headers)))
                reply = hospital.says(self.path)
                if reply is None:  # hang up without an answer
                    self.close_connection = True
                    return
                body = reply.body if isinstance(reply.body, bytes) else json.dumps(reply.body).encode()
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
                pass

        return Handler


@contextmanager
def hospital(says: Callable[[str], Reply | None] | Reply) -> Iterator[Hospital]:
    found = Hospital((lambda _: says) if isinstance(says, Reply) else says)
    thread = threading.Thread(target=found.http.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield found
    finally:
        found.http.shutdown()
        thread.join()
        found.http.server_close()


@contextmanager
def serving(there: socketserver.BaseServer) -> Iterator[None]:
    thread = threading.Thread(target=there.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield
    finally:
        there.shutdown()
        thread.join()


@pytest.fixture
def session() -> Iterator[Session]:
    kept = Session()
    yield kept
    kept.close()


def next_of(pages: Sequence[Page]) -> str | None:
    following = pages[-1].get("next")
    return following if isinstance(following, str) else None


def read(key: str = "patient", address: str = "Patient/1", **more: int) -> Read:
    return Read(key=key, address=address, then=next_of, **more)


def read_all(server: FhirServer, asked: Sequence[Read], deadline: float | None = None) -> dict[str, Answer]:
    """All at once, as a hook call does it."""
    until = time.monotonic() + MIN if deadline is None else deadline
    begun = {each.key: server.begin(each, deadline=until) for each in asked}
    answers = {key: reading.answer() for key, reading in begun.items()}
    server.hang_up()
    return answers


def read_one(server: FhirServer, address: str = "Patient/1", **more: int) -> Answer:
    return read_all(server, [read("key", address, **more)])["key"]


def test_a_resource_is_read(session: Session) -> None:
    with hospital(Reply()) as there:
        answer = read_one(FhirServer(base_url=there.base_url, session=session))
    assert answer == Answer(pages=(PATIENT,))
    assert answer.complete
    assert [seen.path for seen in there.seen] == ["/r4/Patient/1"]


def test_a_byte_order_mark_in_front_is_passed_over(session: Session) -> None:
    with hospital(Reply(b"\xef\xbb\xbf{}")) as there:
        assert read_one(FhirServer(base_url=there.base_url, session=session)) == Answer(pages=({},))


def test_fa8_reads_run_in_parallel(session: Session) -> None:
    everyone = threading.Barrier(12, timeout=MIN)  # nobody is answered before all twelve have asked

    def says(_: str) -> Reply:
        everyone.wait()
        return Reply()

    with hospital(says) as there:
        server = FhirServer(base_url=there.base_url, session=session)
        answers = read_all(server, [read(str(n)) for n in range(12)])
    assert [answer.reason for answer in answers.values()] == [None] * 12


def test_fa8_connections_are_used_again(session: Session) -> None:
    with hospital(Reply()) as there:
        for _ in range(5):
            read_one(FhirServer(base_url=there.base_url, session=session))
    assert len(there.seen) == 5
    assert there.connections == 1


def test_fa2_the_token_goes_with_every_call_also_for_further_pages(session: Session) -> None:
    def says(path: str) -> Reply:
        return Reply({"next": "?page=2"} if "page" not in path else {})

    with hospital(says) as there:
        read_one(FhirServer(base_url=there.base_url, session=session, token=TOKEN), "Condition?patient=1")
    assert [seen.path for seen in there.seen] == ["/r4/Condition?patient=1", "/r4/Condition?page=2"]
    for seen in there.seen:
        assert seen.headers["Authorization"] == f"Bearer {TOKEN}"
        assert seen.headers["Accept"] == "application/fhir+json"


def test_fa7_an_open_server_gets_no_token_and_nothing_from_netrc(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login someone password something", encoding="utf-8")
    monkeypatch.setenv("NETRC", str(netrc))
    with hospital(Reply()) as there:
        read_one(FhirServer(base_url=there.base_url, session=session))
    assert "Authorization" not in there.seen[0].headers


def test_proxies_of_the_environment_are_not_used(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    with hospital(Reply()) as there:
        assert read_one(FhirServer(base_url=there.base_url, session=session)).complete


def test_fa6_the_library_s_own_way_to_a_server_is_not_taken(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(urllib3.util.connection, "create_connection")
    with hospital(Reply()) as there:
        assert read_one(FhirServer(base_url=there.base_url, session=session)).complete


def test_fa6_a_name_that_is_led_to_this_machine_is_not_called(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolve = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda _, *rest: resolve("127.0.0.1", *rest))
    with hospital(Reply()) as there:
        base_url = there.base_url.replace("127.0.0.1", "fhir.hospital.example")
        answer = read_one(FhirServer(base_url=base_url, session=session, token=TOKEN))
    assert answer == Answer(pages=(), reason=GapReason.FAILED)
    assert there.connections == 0


def test_the_site_s_own_proxy_is_used() -> None:
    with hospital(Reply()) as proxy:
        session = Session(proxy=proxy.origin)
        assert read_one(FhirServer(base_url="http://fhir.example/r4", session=session)).complete
        session.close()
    assert proxy.seen[0].path == "http://fhir.example/r4/Patient/1"


def test_fa4_cookies_are_refused(session: Session) -> None:
    with hospital(Reply(headers={"Set-Cookie": "patient=1; Path=/"})) as there:
        for _ in range(2):
            read_one(FhirServer(base_url=there.base_url, session=session))
    assert ["Cookie" in seen.headers for seen in there.seen] == [False, False]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_fa6_a_redirect_is_not_followed(session: Session, status: int) -> None:
    with hospital(Reply()) as elsewhere:
        away = Reply(status=status, headers={"Location": f"{elsewhere.origin}/r4/Patient/1"})
        with hospital(away) as there:
            answer = read_one(FhirServer(base_url=there.base_url, session=session, token=TOKEN))
    assert answer == Answer(pages=(), reason=GapReason.FAILED)
    assert elsewhere.seen == []


def test_fa6_a_next_link_to_another_origin_is_not_followed(session: Session) -> None:
    with hospital(Reply()) as elsewhere, hospital(Reply({"next": f"{elsewhere.origin}/r4/x"})) as there:
        answer = read_one(FhirServer(base_url=there.base_url, session=session, token=TOKEN))
    assert answer.reason is GapReason.CUT
    assert len(answer.pages) == 1
    assert elsewhere.seen == []


@pytest.mark.parametrize(
    ("link", "reached"),
    [
        ("https://fhir.example/r4?page=2", True),
        ("https://fhir.example:443/r4/Condition", True),
        ("https://fhir.example/other", False),
        ("https://fhir.example/r44/Condition", False),
        ("https://fhir.example/r4/../other", False),
        ("https://fhir.example/r4/%2e%2e/other", False),
        ("https://fhir.example/r4/%252E%252E/other", False),
        ("https://fhir.example/r4/..%2Fother", False),
        ("https://fhir.example/r4/..%5cother", False),
        ("https://fhir.example/r4/..;/other", False),
        ("https://fhir.example/r4/;x/other", False),
        ("https://fhir.example/r4/.%00./other", False),
        ("https://fhir.example/r4/..%00/other", False),
        ("https://fhir.example/r4/..%20/other", False),
        ("https://fhir.example/r4/.../other", False),
        ("https://fhir.example/r4/%25252e%25252e/other", False),
        ("https://fhir.example/r4/%c0%ae%c0%ae/other", False),
        ("https://fhir.example/r4/\uff0e\uff0e\uff0fother", False),
        ("https://fhir.example/r4/%ef%bc%8e%ef%bc%8e/other", False),
        ("https://fhir.example/r4/\u2025/other", False),
        ("https://fhir.example/r4/..\\other", False),
        ("https://fhir.example/r4\\..\\other", False),
        ("https://fhir.example/r4;x/Condition", False),
        ("https://fhir.example/r4%2fCondition", False),
        ("https://fhir.example/r4/100%25", True),
        (f"https://fhir.example/r4?page={'x' * 10_000}", True),
        (f"https://fhir.example/r4?page={'x' * 20_000}", False),
        ("https://fhir.example/r4//Condition?page=2", True),
        ("https://fhir.example/r4/Gr%C3%B6%C3%9Fe", True),
        ("../other/Binary/1", False),
        ("/other", False),
        ("https://FHIR.example/r4?page=2", True),
        ("?page=2", True),
        ("/r4/Condition?page=2", True),
        ("http://fhir.example/r4?page=2", False),
        ("https://fhir.example:8443/r4", False),
        ("https://fhir.example.evil.example/r4", False),
        ("//evil.example/r4", False),
        ("https://fhir.example@evil.example/r4", False),
        ("https://someone@fhir.example/r4", False),
        ("https://fhir.example\\.evil.example/r4", False),
        ("https://fhir.example./r4", False),
        ("https:\\\\evil.example/r4", False),
        ("\\\\evil.example\\r4", False),
        ("/\\evil.example/r4", False),
        ("///evil.example/r4", False),
        ("https:///evil.example/r4", False),
        ("https://evil.example#@fhir.example/r4", False),
        ("https://evil.example?https://fhir.example/r4", False),
        ("data:text/plain,https://fhir.example/r4", False),
        ("https://evil.example\\@fhir.example/r4", False),
        ("https://[", False),
        ("https://fhir.example:port/", False),
        ("file:///r4", False),
        ("javascript:1", False),
    ],
)
def test_fa6_what_counts_as_the_same_origin(session: Session, link: str, reached: object) -> None:
    assert FhirServer(base_url="https://fhir.example/r4/", session=session).reaches(link) is reached


def test_pages_are_followed_up_to_the_limit(session: Session) -> None:
    with hospital(lambda path: Reply({"next": f"{path}0"})) as there:
        answer = read_one(FhirServer(base_url=there.base_url, session=session, page_limit=3), "Condition?page=1")
    assert answer.reason is GapReason.CUT
    assert len(answer.pages) == len(there.seen) == 3


def test_pages_from_prefetch_count(session: Session) -> None:
    with hospital(Reply({"next": "?page=9"})) as there:
        server = FhirServer(base_url=there.base_url, session=session, page_limit=3)
        answer = read_one(server, "Condition?page=2", pages_before=1)
    assert answer.reason is GapReason.CUT
    assert len(there.seen) == 2


def test_who_has_enough_does_not_go_on(session: Session) -> None:
    with hospital(Reply({"next": "?page=2"})) as there:
        server = FhirServer(base_url=there.base_url, session=session)
        enough = Read(key="labs", address="Observation?patient=1", then=lambda _: None)
        answer = read_all(server, [enough])["labs"]
    assert answer.complete
    assert len(there.seen) == 1


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(status=401), GapReason.NO_ACCESS),
        (Reply(status=403), GapReason.NO_ACCESS),
        (Reply(status=404), GapReason.FAILED),
        (Reply(status=400), GapReason.FAILED),
        (Reply(status=500), GapReason.FAILED),
        (Reply(b"<html>"), GapReason.FAILED),
        (Reply(b""), GapReason.FAILED),
        (Reply([1]), GapReason.FAILED),
        (Reply(b'{"value": NaN}'), GapReason.FAILED),
        (Reply('{"text": "Größe"}'.encode("latin-1")), GapReason.FAILED),
        (Reply(b"[" * 100_000), GapReason.FAILED),
    ],
    ids=["401", "403", "404", "400", "500", "HTML", "empty", "array", "NaN", "latin", "nested"],
)
def test_fa5_a_failure_is_a_reason_and_is_not_repeated(session: Session, reply: Reply, reason: GapReason) -> None:
    with hospital(reply) as there:
        assert read_one(FhirServer(base_url=there.base_url, session=session)) == Answer(pages=(), reason=reason)
    assert len(there.seen) == 1


def test_a_failure_on_a_later_page_leaves_what_was_read(session: Session) -> None:
    def says(path: str) -> Reply:
        return Reply(status=500) if "page=2" in path else Reply({"next": "?page=2"})

    with hospital(says) as there:
        answer = read_one(FhirServer(base_url=there.base_url, session=session), "Condition?patient=1")
    assert answer.reason is GapReason.PARTLY
    assert len(answer.pages) == 1


def test_an_answer_that_is_too_large_is_not_read(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reads, "ANSWER_LIMIT", 1_000)
    with hospital(Reply({"text": "x" * 100_000})) as there:
        answer = read_one(FhirServer(base_url=there.base_url, session=session))
    assert answer == Answer(pages=(), reason=GapReason.FAILED)


@pytest.mark.parametrize(
    "first", [Reply(status=503, headers={"Retry-After": "0"}), Reply(status=429, headers={"Retry-After": "0"}), None]
)
def test_what_may_pass_is_tried_again(session: Session, first: Reply | None) -> None:
    replies = iter([first, Reply()])
    with hospital(lambda _: next(replies)) as there:
        assert read_one(FhirServer(base_url=there.base_url, session=session)).complete
    assert len(there.seen) == 2


def test_what_stays_is_given_up(session: Session) -> None:
    with hospital(Reply(status=503, headers={"Retry-After": "0"})) as there:
        answer = read_one(FhirServer(base_url=there.base_url, session=session))
    assert answer.reason is GapReason.FAILED
    assert len(there.seen) == 3


@pytest.mark.parametrize("retry_after", ["3600", "Sun, 22 Nov 2026 12:00:00 GMT", "soon", "9" * 400])
def test_who_asks_for_more_patience_than_there_is_is_not_asked_again(session: Session, retry_after: str) -> None:
    with hospital(Reply(status=503, headers={"Retry-After": retry_after})) as there:
        answer = read_one(FhirServer(base_url=there.base_url, session=session))
    assert answer.reason is GapReason.FAILED
    assert len(there.seen) == 1


def test_a_busy_server_that_does_not_say_how_long_is_asked_again(session: Session) -> None:
    replies = iter([Reply(status=503), Reply()])
    with hospital(lambda _: next(replies)) as there:
        assert read_one(FhirServer(base_url=there.base_url, session=session)).complete


def test_a_server_that_is_down_is_a_failure(session: Session) -> None:
    with hospital(Reply()) as there:
        pass
    assert read_one(FhirServer(base_url=there.base_url, session=session)).reason is GapReason.FAILED


def test_nothing_is_asked_after_the_deadline(session: Session) -> None:
    with hospital(Reply()) as there:
        server = FhirServer(base_url=there.base_url, session=session)
        answer = read_all(server, [read("patient")], time.monotonic() - 1)["patient"]
    assert answer == Answer(pages=(), reason=GapReason.TIMED_OUT)
    assert there.seen == []


def test_fa8_what_came_before_the_deadline_is_kept(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """The deadline is played: it comes when one read is done, and another stands before its second page."""
    second_page, over = threading.Event(), threading.Event()

    def says(path: str) -> Reply:
        if "slow" not in path:
            return Reply()
        if "page=2" not in path:
            return Reply({"next": "slow?page=2"})
        second_page.set()
        over.wait(MIN)
        return Reply({})

    with hospital(says) as there:
        server = FhirServer(base_url=there.base_url, session=session)
        slow = server.begin(read("slow", "slow?page=1"), deadline=time.monotonic() + MIN)
        fast = server.begin(read("fast", "Patient/1"), deadline=time.monotonic() + MIN)
        assert fast.answer() == Answer(pages=(PATIENT,))
        monkeypatch.setattr(under_way, "wait", lambda *_, **__: second_page.wait(MIN))
        kept = slow.answer()
        server.hang_up()
        over.set()
    assert kept.reason is GapReason.PARTLY
    assert len(kept.pages) == 1


@pytest.mark.parametrize(
    ("fault", "reason", "asked"),
    [
        (requests.ReadTimeout("Patient/1"), GapReason.TIMED_OUT, 1),
        (requests.ConnectTimeout("Patient/1"), GapReason.TIMED_OUT, 1),
        (requests.exceptions.SSLError("Patient/1"), GapReason.FAILED, 1),
        (requests.exceptions.ContentDecodingError("Patient/1"), GapReason.FAILED, 1),
        (requests.exceptions.InvalidURL("Patient/1"), GapReason.FAILED, 1),
        (requests.exceptions.ProxyError("Patient/1"), GapReason.FAILED, 1),
        (requests.ConnectionError("Patient/1"), GapReason.FAILED, 3),
        (requests.ConnectionError(MaxRetryError(HTTPConnectionPool("localhost"), "Patient/1")), GapReason.FAILED, 1),
        (requests.exceptions.ChunkedEncodingError("Patient/1"), GapReason.FAILED, 3),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_fault_of_the_line_is_a_reason(session: Session, fault: Exception, reason: GapReason, asked: int) -> None:
    with responses.RequestsMock() as wire:
        wire.add(responses.GET, "https://fhir.example/r4/Patient/1", body=fault)
        answer = read_one(FhirServer(base_url="https://fhir.example/r4", session=session))
        assert len(wire.calls) == asked
    assert answer == Answer(pages=(), reason=reason)


# --- A search is asked for strictly, where the server understands that ------------------------------------------------


def test_fa9_a_search_is_asked_for_strictly_and_nothing_else_is(session: Session) -> None:
    with hospital(lambda path: Reply({"next": "?page=2"} if "patient" in path else {})) as there:
        server = FhirServer(base_url=there.base_url, session=session)
        assert not read_one(server, "Condition?patient=1").lenient
        read_one(server, "Patient/1")
    assert [seen.headers.get("Prefer") for seen in there.seen] == ["handling=strict", None, None]


def test_fa9_who_cannot_answer_strictly_is_asked_again_and_remembered(session: Session) -> None:
    def says(path: str) -> Reply:
        return Reply(status=400) if "Prefer" in there.seen[-1].headers else Reply({"path": path})

    with hospital(says) as there:
        for _ in range(2):
            answer = read_one(FhirServer(base_url=there.base_url, session=session), "Condition?patient=1")
            assert answer == Answer(pages=({"path": "/r4/Condition?patient=1"},), lenient=True)
    assert ["Prefer" in seen.headers for seen in there.seen] == [True, False, False]
    assert there.connections == 1


def test_what_is_wrong_either_way_is_a_failure(session: Session) -> None:
    with hospital(Reply(status=400)) as there:
        answer = read_one(FhirServer(base_url=there.base_url, session=session), "Condition?patient=1")
    assert answer == Answer(pages=(), reason=GapReason.FAILED, lenient=True)
    assert len(there.seen) == 2


# --- Limits over the whole call ---------------------------------------------------------------------------------------


def test_all_answers_of_a_call_have_one_limit(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reads, "CALL_LIMIT", 1_500)
    with hospital(Reply({"text": "x" * 1_000})) as there:
        server = FhirServer(base_url=there.base_url, session=session)
        answers = [read_one(server) for _ in range(2)]
        other_call = read_one(FhirServer(base_url=there.base_url, session=session))
    assert [answer.reason for answer in answers] == [None, GapReason.FAILED]
    assert other_call.complete


def test_pages_that_go_round_in_a_circle_are_a_cut(session: Session) -> None:
    following = {"1": "2", "2": "3", "3": "2"}
    with hospital(lambda path: Reply({"next": f"Condition?page={following[path[-1]]}"})) as there:
        server = FhirServer(base_url=there.base_url, session=session, page_limit=20)
        answer = read_one(server, "Condition?page=1")
    assert answer.reason is GapReason.CUT
    assert [seen.path[-1] for seen in there.seen] == ["1", "2", "3"]


# --- Hanging up -------------------------------------------------------------------------------------------------------


def held(handler: Callable[[socket.socket], None]) -> socketserver.ThreadingTCPServer:
    """A server that is no HTTP server: each connection is the handler's."""

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            handler(self.request)

    found = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
    found.daemon_threads = True
    return found


@pytest.mark.parametrize(
    ("start", "more"),
    [
        (b"", b""),
        (b"HTTP/1.1 2", b""),
        (b"HTTP/1.1 200 OK\r\nX: ", b"x"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", b""),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\n{\r\n"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"0"),
        (b"HTTP/1.1 500 No\r\nContent-Length: 9\r\n\r\n", b""),
    ],
    ids=["nothing", "status", "header", "continue", "body", "chunks", "size of a chunk", "error"],
)
def test_whoever_hangs_up_frees_the_worker_whatever_the_server_does(start: bytes, more: bytes) -> None:
    """One worker, a deadline far away, and a server that never ends: the second read can only pass if the first was ended."""
    session, held_up, gone = Session(workers=1), threading.Event(), threading.Event()

    def handler(line: socket.socket) -> None:
        asked = line.recv(65536)
        if b"second" in asked:
            line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
            return
        line.sendall(start)
        held_up.set()
        with contextlib.suppress(OSError):
            while more:
                line.sendall(more)
            line.recv(1)
        gone.set()

    with held(handler) as there, serving(there):
        server = FhirServer(base_url=f"http://127.0.0.1:{there.server_address[1]}/r4", session=session)
        server.begin(read("first", "first"), deadline=time.monotonic() + MIN)
        assert held_up.wait(MIN)
        server.hang_up()
        assert gone.wait(MIN)
        assert read_one(server, "second").complete
    session.close()


@pytest.mark.parametrize("start", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"], ids=["nothing", "body"])
def test_a_line_with_tls_can_be_hung_up_and_used_again(
    tmp_path: Path, start: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, held_up, gone = certificates.certificate(tmp_path), threading.Event(), threading.Event()
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    session = Session(workers=1)
    context = certificates.serving_side(file)

    def handler(plain: socket.socket) -> None:
        with contextlib.suppress(OSError), context.wrap_socket(plain, server_side=True) as tls:
            while asked := tls.recv(65536):
                if b"first" in asked:
                    tls.sendall(start)
                    held_up.set()
                else:
                    tls.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
        gone.set()

    with held(handler) as there, serving(there):
        server = FhirServer(base_url=f"https://127.0.0.1:{there.server_address[1]}/r4", session=session)
        server.begin(read("first", "first"), deadline=time.monotonic() + MIN)
        assert held_up.wait(MIN)
        server.hang_up()
        assert gone.wait(MIN)
        gone.clear()
        assert read_one(server, "second").complete
        assert read_one(server, "third").complete
        assert not gone.is_set()
        session.close()


def test_a_server_that_nobody_vouches_for_gets_no_token(session: Session, tmp_path: Path) -> None:
    context, came = certificates.serving_side(certificates.certificate(tmp_path)), []

    def handler(plain: socket.socket) -> None:
        with contextlib.suppress(OSError), context.wrap_socket(plain, server_side=True) as tls:
            came.append(tls.recv(65536))

    with held(handler) as there, serving(there):
        base_url = f"https://127.0.0.1:{there.server_address[1]}/r4"
        answer = read_one(FhirServer(base_url=base_url, session=session, token=TOKEN))
    assert answer == Answer(pages=(), reason=GapReason.FAILED)
    assert b"".join(came) == b""


def test_a_server_that_hangs_takes_no_worker_of_another_on_the_same_host() -> None:
    session, over, held_up = Session(workers=1), threading.Event(), threading.Event()

    def says(path: str) -> Reply:
        if path.startswith("/hangs"):
            held_up.set()
            over.wait(MIN)
        return Reply()

    with hospital(says) as there:
        hanging = FhirServer(base_url=f"{there.origin}/hangs", session=session)
        hanging.begin(read(), deadline=time.monotonic() + MIN)
        assert held_up.wait(MIN)
        assert read_one(FhirServer(base_url=f"{there.origin}/r4", session=session)).complete
        hanging.hang_up()
        over.set()
    session.close()


def test_a_connection_that_has_passed_on_is_not_hung_up() -> None:
    first, second = line.Line(), line.Line()
    ours, theirs = socket.socketpair()
    connection = line._Connection("127.0.0.1")
    connection.sock = ours
    first.take(connection)
    second.take(connection)
    first.hang_up()
    theirs.sendall(b"x")
    assert ours.recv(1) == b"x"
    second.hang_up()
    assert theirs.recv(1) == b""
    with pytest.raises(ConnectionAbortedError):
        second.take(connection)
    for end in (ours, theirs):
        end.close()


def test_who_was_ended_asks_nothing_more(session: Session) -> None:
    work = under_way.Work(deadline=time.monotonic() + MIN)
    work.line.hang_up()
    with hospital(Reply()) as there:
        server = FhirServer(base_url=there.base_url, session=session)
        with pytest.raises(faults.TimedOut):
            server._read(read(), work)
    assert there.seen == []


# --- Documents --------------------------------------------------------------------------------------------------------


def test_a_document_is_brought_as_it_is(session: Session) -> None:
    with hospital(Reply(b"<p>T8</p>", headers={"Content-Type": "text/html"})) as there:
        server = FhirServer(base_url=there.base_url, session=session, token=TOKEN)
        content = server.fetch("Binary/1", deadline=time.monotonic() + MIN).content()
    assert content == Content(body=b"<p>T8</p>", content_type="text/html")
    assert there.seen[0].headers["Authorization"] == f"Bearer {TOKEN}"


def test_a_document_whose_end_nobody_named_is_told_from_others(session: Session) -> None:
    def handler(line: socket.socket) -> None:
        line.recv(65536)
        line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nno fracture of T8, but a")

    with held(handler) as there, serving(there):
        server = FhirServer(base_url=f"http://127.0.0.1:{there.server_address[1]}/r4", session=session)
        content = server.fetch("Binary/1", deadline=time.monotonic() + MIN).content()
    assert content == Content(body=b"no fracture of T8, but a", content_type="text/plain", framed=False)


def test_fa6_a_document_elsewhere_is_not_asked_for(session: Session) -> None:
    with hospital(Reply()) as elsewhere, hospital(Reply()) as there:
        server = FhirServer(base_url=there.base_url, session=session, token=TOKEN)
        content = server.fetch(f"{elsewhere.base_url}/Binary/1", deadline=time.monotonic() + MIN).content()
    assert content == Content(reason=GapReason.NO_ACCESS)
    assert elsewhere.seen == there.seen == []


# --- Key sets ---------------------------------------------------------------------------------------------------------

KEYS = {"keys": [{"kid": "1"}]}


def test_j7_a_key_set_is_fetched_without_any_token(session: Session) -> None:
    with hospital(Reply(KEYS)) as there:
        assert fetch_key_set(session, f"{there.origin}/jwks.json", seconds=MIN) == KEYS
    assert [seen.path for seen in there.seen] == ["/jwks.json"]
    assert "Authorization" not in there.seen[0].headers


@pytest.mark.parametrize(
    "reply",
    [
        *(Reply(KEYS, status=status, headers={"Location": "/moved"}) for status in (301, 302, 307, 308)),
        Reply(KEYS, status=404),
        Reply(KEYS, status=500),
        Reply(b"<html>"),
        Reply([KEYS]),
        Reply({"keys": "x" * 300_000}),
    ],
    ids=["301", "302", "307", "308", "404", "500", "HTML", "array", "large"],
)
def test_j7_what_is_no_key_set_is_none(session: Session, reply: Reply) -> None:
    with hospital(reply) as there:
        assert fetch_key_set(session, f"{there.origin}/jwks.json", seconds=MIN) is None
    assert len(there.seen) == 1


def test_j9_a_key_server_that_never_ends_is_left_at_the_deadline(session: Session) -> None:
    gone = threading.Event()

    def handler(line: socket.socket) -> None:
        line.recv(65536)
        with contextlib.suppress(OSError):
            while True:
                line.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        gone.set()

    with held(handler) as there, serving(there):
        url = f"http://127.0.0.1:{there.server_address[1]}/jwks.json"
        assert fetch_key_set(session, url, seconds=0.1) is None
        assert gone.wait(MIN)


# --- Secrets ----------------------------------------------------------------------------------------------------------


def test_fa4_neither_patient_nor_token_is_written_down(session: Session, caplog: pytest.LogCaptureFixture) -> None:
    replies = iter([Reply(), Reply(status=500, body={"text": "Jane Doe"}), None, None, None])
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, logger="urllib3.connectionpool")
    with hospital(lambda _: next(replies)) as there:
        server = FhirServer(base_url=there.base_url, session=session, token=TOKEN)
        for _ in range(3):
            read_one(server, "Condition?patient=patient-17")
    assert len(there.seen) == 5
    for secret in ("patient-17", TOKEN, "Jane Doe"):
        assert secret not in caplog.text
        assert secret not in repr(server)
