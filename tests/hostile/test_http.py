"""What can be done to the service below JSON: framing, headers, addresses, methods, slowness. Over a socket, as served."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import ExitStack

import orjson
import pytest

from cds_hooks.demo import SERVICE_PATH
from cds_hooks.serving import CALLS_AT_ONCE
from tests.hostile.mutations import SIGN_PATH
from tests.support import calls
from tests.support.serving import Served

BODY = orjson.dumps(calls.call("V-01"))
ANNOUNCED = b"Content-Length: %d\r\n" % len(BODY)
CHUNKED = b"Transfer-Encoding: chunked\r\n"
ONE_CHUNK = b"%x\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY)
SMUGGLED = b"GET /openapi.json HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"


def head(*lines: bytes, start: bytes = b"POST " + SERVICE_PATH.encode() + b" HTTP/1.1") -> bytes:
    return b"\r\n".join((start, b"Host: a", b"Content-Type: application/json", *lines, b"", b""))


def statuses(answer: bytes) -> list[int]:
    """Of every answer that came on one connection."""
    return [int(line.split()[1]) for line in answer.split(b"\r\n") if line.startswith(b"HTTP/1.")]


def assert_alive(served: Served) -> None:
    assert served.ask("/livez").status == 200
    reply = served.ask(SERVICE_PATH, BODY)
    assert reply.status == 200
    assert reply.body["cards"]


# --- where a body ends -------------------------------------------------------------------------------------------------

SENT: dict[str, tuple[bytes, bytes, set[int]]] = {
    "announced": (ANNOUNCED, BODY, {200}),
    "in chunks": (CHUNKED, ONE_CHUNK, {200}),
    "in chunks with an extension and a trailer": (
        CHUNKED,
        ONE_CHUNK.replace(b"\r\n", b";a=b\r\n", 1)[:-2] + b"X-Admin: 1\r\n\r\n",
        {200},
    ),
    "announced twice alike": (ANNOUNCED * 2, BODY, {200}),
    "announced twice": (ANNOUNCED + b"Content-Length: 3\r\n", BODY, {400}),
    "announced and in chunks": (ANNOUNCED + CHUNKED, ONE_CHUNK + SMUGGLED, {200}),
    "in chunks and announced": (CHUNKED + b"Content-Length: 4\r\n", ONE_CHUNK + SMUGGLED, {200}),
    "a length with a sign": (b"Content-Length: +5\r\n", BODY, {400}),
    "a length below nothing": (b"Content-Length: -1\r\n", BODY, {400}),
    "a length in words": (b"Content-Length: 5, 5\r\n", BODY, {400}),
    "a blank before the colon": (b"Content-Length : 5\r\n", BODY, {400}),
    "a folded line": (ANNOUNCED + b"X-A: 1\r\n folded\r\n", BODY, {400}),
    "chunks by another name": (b"Transfer-Encoding: xchunked\r\n", ONE_CHUNK, {400}),
    "chunks that are not last": (b"Transfer-Encoding: chunked, identity\r\n", ONE_CHUNK, {400}),
    "packed chunks": (b"Transfer-Encoding: gzip, chunked\r\n", ONE_CHUNK, {415}),
    "chunks that are none": (CHUNKED, b"zz\r\n{}\r\n0\r\n\r\n", {400}),
    "a chunk without an end": (CHUNKED, b"fffffffffffffffff\r\n{}\r\n", {400}),
    "a NUL in a header": (ANNOUNCED + b"X-A: a\x00b\r\n", BODY, {400}),
    "a bare line feed in a header": (ANNOUNCED + b"X-A: a\nX-B: c\r\n", BODY, {200, 400}),
    "no JSON by its name": (ANNOUNCED + b"Content-Type: text/plain\r\n", BODY, {415}),
    "another charset": (ANNOUNCED, BODY.decode().encode("utf-16-le"), {400}),
    "what continues is awaited": (ANNOUNCED + b"Expect: 100-continue\r\n", BODY, {100, 200}),
    "what is expected is not known": (ANNOUNCED + b"Expect: the-inquisition\r\n", BODY, {200, 417}),
    "hop by hop": (
        ANNOUNCED + b"Connection: Content-Type, Authorization\r\nKeep-Alive: 9\r\nTE: trailers\r\n",
        BODY,
        {200},
    ),
    "an upgrade": (ANNOUNCED + b"Upgrade: websocket, h2c\r\nConnection: Upgrade\r\n", BODY, {200}),
}


@pytest.mark.parametrize("way", SENT)
def test_a_body_has_one_end_and_nothing_behind_it_is_a_request(served: Served, way: str) -> None:
    lines, body, expected = SENT[way]
    found = statuses(served.raw(head(lines.rstrip(b"\r\n"), b"Connection: close") + body))
    assert found
    assert set(found) <= expected
    assert len(found) == len(set(found))


def test_a_body_that_is_cut_off_is_refused(served: Served) -> None:
    for lines, body in ((ANNOUNCED, BODY[:100]), (CHUNKED, ONE_CHUNK[:100])):
        assert statuses(served.raw(head(lines.rstrip(b"\r\n")) + body, ends=True)) == [400]


@pytest.mark.parametrize("size", [11, 39, 60])
def test_contract7_a_body_of_many_megabytes_is_413_however_it_comes(served: Served, size: int) -> None:
    body = b"[" + b" " * (size * 1024 * 1024) + b"]"
    assert statuses(served.raw(head(b"Content-Length: %d" % len(body), b"Connection: close") + body))[:1] in (
        [413],
        [408],
        [],
    )
    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
    assert statuses(served.raw(head(CHUNKED.rstrip(), b"Connection: close") + chunks))[:1] in ([413], [408], [])
    assert_alive(served)


def test_contract7_a_body_that_only_announces_its_size_is_413(served: Served) -> None:
    assert statuses(served.raw(head(b"Content-Length: 1000000000000000", b"Connection: close"))) == [413]


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd", "gzip, gzip", "x-gzip"])
def test_H5_nothing_is_unpacked(served: Served, coding: str) -> None:
    bomb = gzip.compress(gzip.compress(bytes(50 * 1024 * 1024)))
    reply = served.ask(SERVICE_PATH, bomb, {"Content-Encoding": coding})
    assert reply.status == 415
    assert reply.body["issue"][0]["code"] == "not-supported"


# --- slow callers ------------------------------------------------------------------------------------------------------

BEGUN = {
    "a request line": b"POST /cds-serv",
    "headers": head()[:-2] + b"X-A: ",
    "a body": head(b"Content-Length: 1000") + b"{",
    "chunks": head(CHUNKED.rstrip()) + b"1\r\n{\r\n",
    "an unknown address": head(b"Content-Length: 1000", start=b"POST /nowhere HTTP/1.1") + b"{",
    "what needs no body": head(b"Content-Length: 1000", start=b"GET /livez HTTP/1.1") + b"{",
}


@pytest.mark.parametrize("begun", BEGUN)
def test_many_who_do_not_go_on_keep_nobody_else_waiting(served: Served, begun: str) -> None:
    with ExitStack() as stack:
        for _ in range(10 * CALLS_AT_ONCE):
            stack.enter_context(served.connect()).sendall(BEGUN[begun])
        assert_alive(served)


def test_one_who_does_not_read_keeps_nobody_waiting(served: Served) -> None:
    asked = b"GET /fhir/Questionnaire HTTP/1.1\r\nHost: a\r\n\r\n" * 50
    with ExitStack() as stack:
        for _ in range(2 * CALLS_AT_ONCE):
            stack.enter_context(served.connect()).sendall(asked)
        assert_alive(served)


# --- headers -----------------------------------------------------------------------------------------------------------

HEADERS: dict[str, tuple[dict[str, str], int]] = {
    "another method": ({"X-HTTP-Method-Override": "DELETE", "X-Method-Override": "GET", "X-HTTP-Method": "PUT"}, 200),
    "another address": ({"X-Original-URL": "/livez", "X-Rewrite-URL": "/livez", "X-Forwarded-Prefix": "/x"}, 200),
    "another host": ({"X-Forwarded-Host": "evil.example", "Forwarded": "host=evil.example", "X-Host": "evil"}, 200),
    "a proxy": ({"Proxy": "http://evil.example", "X-Forwarded-For": "127.0.0.1", "X-Forwarded-Proto": "https"}, 200),
    "a range": ({"Range": "bytes=0-1"}, 200),
    "conditions": ({"If-None-Match": "*", "If-Match": '"x"', "If-Modified-Since": "x"}, 200),
    "cookies": ({"Cookie": "session=.eJx; " * 500}, 200),
    "a charset": ({"Content-Type": "application/json; charset=utf-16"}, 200),
    "a charset without an end": ({"Content-Type": 'application/json; charset="' + "x" * 5_000}, 200),
    "two media types": ({"Content-Type": "application/json, text/html"}, 415),
    "a form": ({"Content-Type": "multipart/form-data; boundary=x"}, 415),
    "an origin": ({"Origin": "null", "Access-Control-Request-Method": "x"}, 200),
    "large": ({"X-A": "x" * 60_000}, 200),
    "too many": ({f"X-{number}": "x" for number in range(500)}, 431),
}


@pytest.mark.parametrize("name", HEADERS)
def test_headers_that_mean_nothing_here_change_nothing(served: Served, name: str) -> None:
    sent, status = HEADERS[name]
    reply = served.ask(SERVICE_PATH, BODY, sent)
    assert reply.status == status
    assert "evil" not in str(reply.headers)
    assert b"evil" not in reply.raw


CONDITIONS: dict[str, tuple[dict[str, str], int]] = {
    "any": ({"If-Match": "*"}, 200),
    "another": ({"If-Match": '"x"'}, 200),
    "unchanged since for ever": ({"If-Unmodified-Since": "Sat, 01 Jan 0000 00:00:00 GMT"}, 200),
    "changed since never": ({"If-Modified-Since": "Sat, 01 Jan 99999 00:00:00 GMT"}, 200),
    "a part of it": ({"Range": "bytes=0-1,5-,-9999999999999999999999"}, 200),
    "a part if": ({"Range": "bytes=0-1", "If-Range": "x"}, 200),
    "whatever you have": ({"If-None-Match": "*"}, 304),
    "marks without an end": ({"If-None-Match": 'W/"x' * 1_000}, 200),
}


@pytest.mark.parametrize("name", CONDITIONS)
@pytest.mark.parametrize("path", ["/cds-services", "/openapi.json", "/fhir/Library"])
def test_D12_of_conditions_only_the_etag_counts(served: Served, path: str, name: str) -> None:
    sent, status = CONDITIONS[name]
    reply = served.ask(path, None, sent)
    assert reply.status == status
    assert reply.raw == (b"" if status == 304 else served.ask(path).raw)


def test_headers_have_a_size(served: Served) -> None:
    assert statuses(served.raw(head(b"X-A: " + b"x" * 500_000))) == [431]


HOSTS = ["", "a b", "[::1", "[::1]:99999", "a@b", ":80:80", "..", "a/b", "<script>", "x" * 9_000, "é", "a,b", "a%00b"]


@pytest.mark.parametrize("host", HOSTS, ids=lambda host: host[:12])
def test_J6_the_host_that_is_named_never_matters(served: Served, host: str) -> None:
    asked = b"GET /cds-services HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n" % host.encode()
    answer = served.raw(asked)
    assert statuses(answer) in ([200], [400])
    assert host.encode() not in answer or len(host) < 4


# --- addresses and methods ---------------------------------------------------------------------------------------------

ELSEWHERE = [
    *(
        "/%2e/cds-services",
        "/./cds-services",
        "/x/../cds-services",
        "/cds-services/..",
        "/cds-services/../../etc/passwd",
    ),
    *(
        "/cds-services//",
        "/cds-services;x=1",
        "/cds-services%00",
        "/cds-services/%ff",
        "/cds-services\\..",
        "/CDS-SERVICES",
    ),
    *("/cds-services/spinal-tumour-order-select/../livez", "/cds-services/%73pinal-tumour-order-select%20", "/fhir/"),
    *(
        "/fhir/Library/..%2f..%2fpyproject.toml",
        "/fhir/..%2fLibrary/x",
        "/fhir/%00/%00",
        "/fhir/Library/" + "x" * 5_000,
    ),
    *("*", "/cds-services/{id}", "/static/../app.py", "/.git/config", "/.env", "/console", "/metrics/x", "/%25%32%65"),
]


@pytest.mark.parametrize("path", ELSEWHERE, ids=lambda path: path[:30])
def test_H3_no_detour_leads_anywhere(served: Served, path: str) -> None:
    answer = served.raw(b"GET %s HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n" % path.encode())
    assert statuses(answer) == [404]
    assert b'"code":"not-found"' in answer
    assert path.encode()[1:] not in answer or len(path) < 4


SAME = [
    "//cds-services",
    "/cds-services/",
    "/%63ds-services",
    "http://evil.example/cds-services",
    "/cds-services?x=%ff%00",
]


@pytest.mark.parametrize("path", SAME)
def test_H4_another_spelling_of_an_address_is_never_a_redirect(served: Served, path: str) -> None:
    answer = served.raw(b"GET %s HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n" % path.encode())
    assert statuses(answer) == [200]
    assert b"evil" not in answer


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "PATCH", "PROPFIND", "GET\t", "post", "X" * 500, "DEBUG"])
@pytest.mark.parametrize("path", [SERVICE_PATH, f"{SIGN_PATH}/feedback", "/cds-services", "/fhir/Library"])
def test_H2_no_other_method_is_taken(served: Served, path: str, method: str) -> None:
    start = b"%s %s HTTP/1.1" % (method.encode(), path.encode())
    answer = served.raw(head(b"Connection: close", start=start))
    assert statuses(answer)[0] in (400, 404, 405)
    assert b"X-Smuggled" not in answer


@pytest.mark.parametrize(
    "sent",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200),
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /\r\n\r\n",
        b"\r\n\r\n\r\nGET",
        b"GET /" + b"x" * 200_000 + b" HTTP/1.1\r\n\r\n",
        bytes(range(256)) * 10,
    ],
    ids=["TLS", "HTTP/2", "HTTP/9.9", "HTTP/0.9", "nothing", "a long line", "noise"],
)
def test_what_is_no_http_1_is_refused(served: Served, sent: bytes) -> None:
    assert set(statuses(served.raw(sent, ends=True))) <= {400, 404, 414, 431}
    assert_alive(served)


@pytest.fixture(autouse=True)
def nothing_of_our_inside_is_told(served: Served) -> Iterator[None]:
    """What the server itself says of a request that it refuses, it says in its own words."""
    before = served.log.stat().st_size
    yield
    with served.log.open("rb") as said:
        said.seek(before)
        told = said.read()
    assert b"Traceback" not in told
    assert b"fault" not in told
