"""What can be wrong with an answer of a FHIR server? Each fault as a listener plays it on its socket.

What may not live here: the listener (`players`), and what the service has to make of it.
"""

from __future__ import annotations

import gzip
import json
import socket
import zlib
from collections.abc import Callable
from functools import cache
from typing import Any

from tests.support.calls import Json
from tests.support.players import Fault, Performance, Play

LARGE = 100 * 1024 * 1024
_PIECE = b" " * 65_536


def _status(status: int, **headers: str) -> Play:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda there: there.say({"resourceType": "OperationOutcome"}, status, named)


def _bytes(body: bytes | str | Json | list[Any], **headers: str) -> Play:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda there: there.say(body, headers=named)


def _redirect(status: int, to: Callable[[Performance], str]) -> Play:
    return lambda there: there.say(b"", status, {"Location": to(there)})


def _next(link: Callable[[Performance], str]) -> Play:
    return lambda there: there.say(there.going_on(link(there)))


def _second(page: bytes | Json, status: int = 200) -> Play:
    """A healthy first page, and a second one that is none."""

    def play(there: Performance) -> None:
        if "second" in there.path:
            there.say(page, status)
        else:
            there.say(there.going_on(f"{there.path}&second"))

    return play


_START, _END = b'{"resourceType":"Bundle","type":"searchset"', b"}"
"""Of a Bundle that would be a good answer, if somebody read all that stands between."""


def _huge(there: Performance) -> None:
    size = len(_START) + LARGE + len(_END)
    there.raw(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % size, _START)
    for _ in range(LARGE // len(_PIECE)):
        there.wfile.write(_PIECE)
    there.wfile.write(_END)


@cache
def bomb() -> bytes:
    """100 MB in some 100 kB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    pieces = (_START, *(_PIECE for _ in range(LARGE // len(_PIECE))), _END)
    return b"".join(map(packer.compress, pieces)) + packer.flush()


def _bomb_in_bomb(there: Performance) -> None:
    there.say(gzip.compress(bomb()), headers={"Content-Encoding": "gzip, gzip"})


def _half(there: Performance) -> None:
    body = json.dumps(there.record).encode()
    there.raw(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body), body[: len(body) // 2])


def _changed(**members: object) -> Play:
    return lambda there: there.say({**there.record, **members})


def _nested(depth: int) -> Json:
    inner: Json = {"resourceType": "Bundle", "type": "searchset"}
    for _ in range(depth):
        inner = {"resourceType": "Bundle", "type": "searchset", "entry": [{"resource": inner}, "lost"]}
    return inner


def _outcome(severity: str) -> Json:
    return {"resourceType": "OperationOutcome", "issue": [{"severity": severity, "code": "exception"}]}


_OK = b"HTTP/1.1 200 OK\r\n"
_LATIN = '{"resourceType":"Bundle","text":"Größe"}'.encode("latin-1")
_GZIP = gzip.compress(b'{"resourceType":"Bundle","id":"%d"}' % 2**999)
_HTML = "<!doctype html><html><body>Sign in</body></html>"

FAULTS: dict[str, Fault] = {
    # no connection, or none that holds
    "refused": Fault(None, at=lambda _: f"http://127.0.0.1:{_closed_port()}/r4"),
    "no such name": Fault(None, at=lambda _: "https://fhir.hospital.invalid/r4"),
    "no TLS where TLS is due": Fault(None, at=lambda player: player.base_url.replace("http:", "https:")),
    "reset": Fault(lambda there: there.reset()),
    "reset inside the body": Fault(lambda there: there.reset(_OK, b"Content-Length: 99\r\n\r\n{")),
    "closed without an answer": Fault(lambda there: there.raw()),
    "closed inside the headers": Fault(lambda there: there.raw(_OK, b"Content-Ty")),
    "closed inside the body": Fault(_half),
    # servers that never end
    "slow headers": Fault(lambda there: there.hold(), hangs=True),
    "slow drip of headers": Fault(lambda there: there.drip(_OK + b"X: ", b"x"), hangs=True),
    "endless 100 Continue": Fault(lambda there: there.drip(b"", b"HTTP/1.1 100 Continue\r\n\r\n"), hangs=True),
    "slow drip": Fault(lambda there: there.drip(_OK + b"Content-Length: 99999\r\n\r\n{", b" "), hangs=True),
    "slow drip of chunks": Fault(
        lambda there: there.drip(_OK + b"Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n", b"1\r\n \r\n"), hangs=True
    ),
    "a body that stalls": Fault(lambda there: there.hold(_OK, b"Content-Length: 99\r\n\r\n{"), hangs=True),
    "a failure that stalls": Fault(
        lambda there: there.hold(b"HTTP/1.1 403 No\r\nContent-Length: 99\r\n\r\n"), hangs=True
    ),
    # statuses
    **{
        str(status): Fault(_status(status))
        for status in (204, 206, 304, 400, 401, 403, 404, 406, 410, 500, 501, 502, 503, 504)
    },
    "429": Fault(_status(429)),
    "429 with Retry-After": Fault(_status(429, Retry_After="30")),
    "429 with a date": Fault(_status(429, Retry_After="Sun, 29 Nov 2026 12:00:00 GMT")),
    "503 with Retry-After": Fault(_status(503, Retry_After="30")),
    "101": Fault(lambda there: there.raw(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n")),
    # led astray
    "redirect off origin": Fault(_redirect(302, lambda there: f"{there.server.foreign}/Condition")),
    "permanent redirect off origin": Fault(_redirect(308, lambda there: f"{there.server.foreign}/Condition")),
    "redirect to an address without a scheme": Fault(_redirect(307, lambda _: "//elsewhere.example/r4")),
    "redirect loop": Fault(_redirect(302, lambda there: there.path)),
    "next to a foreign host": Fault(_next(lambda there: f"{there.server.foreign}/Condition?page=2"), partial=True),
    "next to a foreign address": Fault(_next(lambda _: "http://203.0.113.7/r4/Condition?page=2"), partial=True),
    "next that only begins like ours": Fault(
        _next(lambda there: f"{there.server.origin}@elsewhere.example/r4?page=2"), partial=True
    ),
    "next to another path of our host": Fault(_next(lambda there: f"{there.server.origin}/admin?page=2"), partial=True),
    "next loop": Fault(_next(lambda there: there.path), partial=True),
    "next without an end": Fault(_next(lambda there: f"{there.path}&more"), partial=True),
    "next page fails": Fault(_second({}, 500), partial=True),
    "next page is an outcome": Fault(_second(_outcome("error")), partial=True),
    "next page is HTML": Fault(_second(_HTML.encode()), partial=True),
    "next page is no list": Fault(_second({"resourceType": "Bundle", "entry": {}}), partial=True),
    # too much
    "100 MB answer": Fault(_huge),
    "gzip bomb": Fault(lambda there: there.say(bomb(), headers={"Content-Encoding": "gzip"})),
    "gzip bomb in a gzip bomb": Fault(_bomb_in_bomb),
    "headers without an end": Fault(lambda there: there.raw(_OK, b"X: x\r\n" * 100_000)),
    "a header line without an end": Fault(lambda there: there.raw(_OK, b"X: ", b"x" * 1_000_000)),
    # not what it should be
    "no HTTP": Fault(lambda there: there.raw(b"SSH-2.0-OpenSSH_9.6\r\n")),
    "status that is none": Fault(lambda there: there.raw(b"HTTP/1.1 abc\r\n\r\n")),
    "two lengths": Fault(lambda there: there.raw(_OK, b"Content-Length: 2\r\nContent-Length: 9\r\n\r\n{}")),
    "chunks that are none": Fault(lambda there: there.raw(_OK, b"Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n")),
    "gzip that is none": Fault(_bytes(b"{}", Content_Encoding="gzip")),
    "deflate that is none": Fault(_bytes(b"\xff\xfe\xfd garbage", Content_Encoding="deflate")),
    "an encoding that nobody asked for": Fault(_bytes(b"\x8b\x05\x80", Content_Encoding="br")),
    "gzip torn off": Fault(
        _bytes(gzip.compress(b'{"resourceType":"Bundle","text":"' + b"x" * 999)[:30], Content_Encoding="gzip")
    ),
    "empty body": Fault(_bytes(b"")),
    "truncated JSON": Fault(_bytes(b'{"resourceType":"Bundle","entry":[{"resource":{')),
    "HTML instead of JSON": Fault(_bytes(_HTML, Content_Type="text/html")),
    "XML instead of JSON": Fault(_bytes('<Bundle xmlns="http://hl7.org/fhir"/>', Content_Type="application/fhir+xml")),
    "wrong charset": Fault(_bytes(_LATIN, Content_Type="application/fhir+json; charset=utf-8")),
    "UTF-16": Fault(_bytes('{"resourceType":"Bundle"}'.encode("utf-16"))),
    "half a character": Fault(_bytes(b'{"resourceType":"Bundle","text":"\\ud800"}')),
    "NaN": Fault(_bytes(b'{"resourceType":"Bundle","total":NaN}')),
    "deep nesting": Fault(_bytes(b'{"a":' * 5_000 + b"1" + b"}" * 5_000)),
    "a list": Fault(_bytes(b"[]")),
    "null": Fault(_bytes(b"null")),
    "an empty object": Fault(_bytes({})),
    "wrong resourceType": Fault(_bytes({"resourceType": "Encounter", "id": "1"})),
    "resourceType that is none": Fault(_bytes({"resourceType": ["Bundle"], "entry": []})),
    "OperationOutcome 200": Fault(_bytes(_outcome("error"))),
    "OperationOutcome 200 without an issue": Fault(_bytes({"resourceType": "OperationOutcome"})),
    "a Bundle of failures": Fault(_bytes({"resourceType": "Bundle", "entry": [{"resource": _outcome("fatal")}]})),
    "entry is no list": Fault(_bytes({"resourceType": "Bundle", "type": "searchset", "entry": {"resource": {}}})),
    # something of it, but not all
    "matches beside a warning": Fault(
        lambda there: there.say({**there.record, "entry": [*_entries(there), {"resource": _outcome("warning")}]}),
        partial=True,
    ),
    "an entry that is none": Fault(
        lambda there: there.say({**there.record, "entry": [*_entries(there), None]}), partial=True
    ),
    "a Bundle in a Bundle": Fault(lambda there: there.say(_nested(200)), partial=True),
    "huge total": Fault(_changed(type="searchset", total=10**9), partial=True),
    "a search for less": Fault(
        lambda there: there.say({**there.record, "link": [{"relation": "self", "url": f"{there.path}&date=ge2026"}]}),
        partial=True,
    ),
}


def _entries(there: Performance) -> list[Any]:
    return list(there.record.get("entry", []))


def _closed_port() -> int:
    """A port at which nobody listens: it was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
