"""How the reads of one hook call go together: all at once, under one deadline, over connections that stay open.

Without a clock: a server that answers nobody before all have asked proves that they asked at once. What may not live here:
single faults (`test_matrix`).
"""

from __future__ import annotations

import gzip
import json
import threading
import time
import zlib
from collections.abc import Iterator
from typing import Any

import pytest

from cds_hooks import order_select
from fhir_profiles.chart import Chart
from fhir_profiles.chart import gather as real_gather
from fhir_profiles.chart.attachments import ATTACHMENT_LIMIT
from fhir_profiles.queries import QUERIES
from tests.support import calls
from tests.support.calls import Answered, Json, advice_of
from tests.support.players import Fault, Performance, Play, Player, performing

PATIENT = "V-05"
KEYS = tuple(query.key for query in QUERIES)
MIN = 60.0
TOKEN = {"access_token": "x", "token_type": "Bearer", "expires_in": 300, "scope": "patient/*.read", "subject": "us"}


def unread(answered: Answered) -> list[str]:
    return [key for card in answered.cards for key in advice_of(card).get("unread", [])]


@pytest.fixture
def player() -> Iterator[Player]:
    with performing(calls.call(PATIENT)["prefetch"]) as found:
        yield found


def after(barrier: threading.Barrier) -> Fault:
    """The healthy answer, but not before all have asked."""

    def play(there: Performance) -> None:
        barrier.wait()
        there.say(there.record)

    return Fault(play)


def reading_all(player: Player) -> Json:
    return calls.from_server(PATIENT, player.base_url) | {"fhirAuthorization": TOKEN}


def test_fa8_all_twelve_keys_are_asked_for_at_once(player: Player) -> None:
    barrier = threading.Barrier(len(KEYS), timeout=MIN)
    player.playing = dict.fromkeys(KEYS, after(barrier))
    answered = calls.post(calls.client(player.base_url), reading_all(player))
    assert (answered.status, unread(answered)) == (200, [])
    assert sorted(player.asked) == sorted(KEYS)


def test_fa8_the_connections_of_one_call_serve_the_next(player: Player) -> None:
    service = calls.client(player.base_url)
    for _ in range(3):  # as many at once as there can be, so that no later call may need another
        player.playing = dict.fromkeys(KEYS, after(threading.Barrier(len(KEYS), timeout=MIN)))
        assert unread(calls.post(service, reading_all(player))) == []
    assert len(player.seen) == 3 * len(KEYS)
    assert player.connections == len(KEYS)


def with_documents(player: Player, count: int) -> Json:
    """A call that reads its reports and its labs; the reports point at documents."""
    body = calls.call(PATIENT) | {"fhirServer": player.base_url, "fhirAuthorization": TOKEN}
    report = {
        "resourceType": "DiagnosticReport",
        "id": "pointing",
        "status": "final",
        "code": {"text": "MR thoracic spine"},
        "subject": {"reference": f"Patient/{body['context']['patientId']}"},
        "presentedForm": [{"contentType": "text/plain", "url": f"Binary/{n}"} for n in range(count)],
    }
    player.record["reports"] = {"resourceType": "Bundle", "type": "searchset", "entry": [{"resource": report}]}
    for key in ("reports", "labs"):
        del body["prefetch"][key]
    return body


def document(there: Performance) -> None:
    there.say(b"No tumour.", headers={"Content-Type": "text/plain"})


def test_documents_are_fetched_at_once(player: Player) -> None:
    barrier = threading.Barrier(ATTACHMENT_LIMIT, timeout=MIN)

    def play(there: Performance) -> None:
        barrier.wait()
        document(there)

    player.playing = {"Binary": Fault(play)}
    answered = calls.post(calls.client(player.base_url), with_documents(player, ATTACHMENT_LIMIT))
    assert (answered.status, unread(answered)) == (200, [])


def test_documents_do_not_wait_for_other_keys(player: Player) -> None:
    """The labs are not answered before a document was asked for."""
    asked_for = threading.Event()

    def labs(there: Performance) -> None:
        assert asked_for.wait(MIN)
        there.say(there.record)

    def binary(there: Performance) -> None:
        asked_for.set()
        document(there)

    player.playing = {"labs": Fault(labs), "Binary": Fault(binary)}
    answered = calls.post(calls.client(player.base_url), with_documents(player, 1))
    assert (answered.status, unread(answered)) == (200, [])


@pytest.mark.parametrize("deadline_ms", [50, 350, 1500])
def test_fa8_n2_all_reads_of_a_call_have_one_deadline_within_the_hard_limit(
    player: Player, monkeypatch: pytest.MonkeyPatch, deadline_ms: int
) -> None:
    """The clock is read for a bound on what was set, not on what was taken."""
    deadlines = []

    def recording(**named: Any) -> Chart:
        deadlines.append(named["deadline"])
        return real_gather(**named)

    monkeypatch.setattr(order_select, "gather", recording)
    before = time.monotonic()
    calls.post(calls.client(player.base_url, SPINAL_CDS__FHIR__DEADLINE_MS=str(deadline_ms)), reading_all(player))
    (deadline,) = deadlines
    assert before <= deadline <= time.monotonic() + deadline_ms / 1000
    assert deadline_ms / 1000 < order_select.HARD_LIMIT_S


# --- What is no fault -------------------------------------------------------------------------------------------------


def body_of(there: Performance) -> bytes:
    return json.dumps(there.record).encode()


def first(play: Play) -> Play:
    """Only the first of several attempts."""

    def played(there: Performance) -> None:
        if len(there.server.seen) == 1:
            play(there)
        else:
            there.say(there.record)

    return played


def chunked(there: Performance) -> None:
    there.raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    for piece in body_of(there).partition(b","):
        there.wfile.write(b"%x;x=y\r\n%s\r\n" % (len(piece), piece))
    there.wfile.write(b"0\r\nTrailer: x\r\n\r\n")


def refuses_strictness(there: Performance) -> None:
    there.say("", 400) if "Prefer" in there.headers else there.say(there.record)


def twice(there: Performance) -> None:
    entries = there.record["entry"]
    there.say({**there.record, "entry": [*entries, *entries]})


TOLERATED: dict[str, Play] = {
    "another content type": lambda there: there.say(there.record, headers={"Content-Type": "text/html"}),
    "another charset": lambda there: there.say(there.record, headers={"Content-Type": "text/json; charset=latin1"}),
    "a byte order mark": lambda there: there.say(b"\xef\xbb\xbf" + body_of(there)),
    "gzip": lambda there: there.say(gzip.compress(body_of(there)), headers={"Content-Encoding": "gzip"}),
    "deflate": lambda there: there.say(zlib.compress(body_of(there)), headers={"Content-Encoding": "deflate"}),
    "chunked": chunked,
    "HTTP/1.0": lambda there: there.raw(b"HTTP/1.0 200 OK\r\n\r\n", body_of(there)),
    "100 Continue first": lambda there: there.raw(
        b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.0 200 OK\r\n\r\n", body_of(there)
    ),
    "busy once": first(lambda there: there.say("", 503)),
    "busy once, and says how long": first(lambda there: there.say("", 429, {"Retry-After": "0"})),
    "reset once": first(lambda there: there.reset()),
    "closed once": first(lambda there: there.raw()),
    "refuses to be strict": refuses_strictness,
    "every entry twice": twice,
    "a set cookie": lambda there: there.say(there.record, headers={"Set-Cookie": "a=b"}),
}


@pytest.mark.parametrize("name", TOLERATED)
def test_what_is_odd_but_whole_changes_nothing(player: Player, name: str) -> None:
    body = calls.call(PATIENT) | {"fhirServer": player.base_url, "fhirAuthorization": TOKEN}
    del body["prefetch"]["labs"]
    player.playing = {"labs": Fault(TOLERATED[name])}
    answered = calls.post(calls.client(player.base_url), body)
    assert player.asked[0] == "labs"
    assert answered.without_ids == calls.post(calls.client(), calls.call(PATIENT)).without_ids
