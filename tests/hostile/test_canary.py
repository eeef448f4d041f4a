"""FA4, J12, ST2, B10: what was told to us stays with us for as long as the call lasts.

Marked words stand in every place of requests and of a FHIR server's answers; the service runs as it is served, through success
and every kind of failure. Then none of them is in its log, its store, its temporary files or an error's body, and on cards only
where the contract puts a record's words.
"""

from __future__ import annotations

import base64
import copy
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import jwt
import pytest
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.asymmetric import ec

from cds_hooks.demo import SERVICE_PATH
from fhir_profiles.queries import QUERIES
from tests.hostile import leaky
from tests.hostile.marks import PREFIX, Marks, files_with_a_mark, holds_a_mark
from tests.hostile.mutations import SIGN_PATH
from tests.support import calls
from tests.support.calls import Json
from tests.support.hospital import Hospital, hospital
from tests.support.serving import Reply, Served, serving

PATIENT: Final = "V-05"
LENT: Final = {"reports": "V-02", "procedures": "V-14", "devices": "V-23", "medications": "V-22", "statements": "V-01"}
KEYS: Final = [query.key for query in QUERIES]


def record() -> Json:
    """A call with something under each of the twelve keys, most of it another sample patient's."""
    body = calls.call(PATIENT)
    lent = LENT | {"consents": "V-21"}
    for key, other in lent.items():
        text = json.dumps(calls.call(other)["prefetch"][key]).replace(f"Patient/{other}", f"Patient/{PATIENT}")
        body["prefetch"][key] = json.loads(text)
    allergy = {
        "resourceType": "AllergyIntolerance",
        "id": "allergy",
        "patient": {"reference": f"Patient/{PATIENT}"},
        "code": {"text": "penicillin"},
        "note": [{"text": "told by the mother"}],
    }
    body["prefetch"]["allergies"] = {"resourceType": "Bundle", "entry": [{"resource": allergy}]}
    body["prefetch"]["patient"] |= {
        "name": [{"family": "Doe", "given": ["Jane"], "text": "Jane Doe"}],
        "identifier": [{"system": "urn:oid:1.2.3", "value": "4711"}],
        "telecom": [{"system": "phone", "value": "555-0199"}],
        "address": [{"line": ["Main Street 1"], "city": "Springfield"}],
        "contact": [{"name": {"family": "Roe"}}],
    }
    apart: Json = json.loads(json.dumps(body))  # where two keys bring one resource, each has its own
    return apart


def authorization(marks: Marks) -> Json:
    return {
        "access_token": marks.word("fhirAuthorization.access_token"),
        "token_type": "Bearer",
        "expires_in": 300,
        "scope": f"user/*.read {marks.word('fhirAuthorization.scope')}",
        "subject": marks.word("fhirAuthorization.subject"),
    }


_FREE: Final = frozenset(
    {"text", "display", "family", "given", "div", "city", "line", "value", "title", "note", "userId"}
)


def with_marks(value: Any, marks: Marks, place: str = "") -> Any:
    """A marked word behind all free text, and in an extension and an unknown member of every object: still a good call."""
    if isinstance(value, list):
        return [with_marks(one, marks, place) for one in value]
    if not isinstance(value, dict):
        return value
    found = {
        name: marks.in_all(one, f"{place}.{name}")
        if name in _FREE and not isinstance(one, int | float)
        else with_marks(one, marks, f"{place}.{name}")
        for name, one in value.items()
    }
    extension = {"url": f"https://ehr.example/{marks.word(f'{place}.extension.url')}"}
    unknown = marks.word(f"{place}.unknown")
    return found | {"extension": [extension], f"x{unknown}": {"inside": marks.word(f"{place}.unknown.inside")}}


def good_call(marks: Marks) -> Json:
    body: Json = with_marks(record(), marks)
    body["context"]["encounterId"] = marks.word("context.encounterId")
    body["extension"] = {"com.ehr": {"note": marks.word("extension")}}
    return body


def headers(marks: Marks) -> dict[str, str]:
    claims = {name: marks.word(f"jwt.{name}") for name in ("iss", "sub", "jti", "tenant", "aud", "name")}
    parts = (
        json.dumps({"alg": "ES384", "kid": marks.word("jwt.kid")}),
        json.dumps(claims),
        marks.word("jwt.signature"),
    )
    token = ".".join(base64.urlsafe_b64encode(each.encode()).decode().rstrip("=") for each in parts)
    named = {name: marks.word(name) for name in ("User-Agent", "X-Request-Id", "Referer", "Cookie", "X-Forwarded-For")}
    return {"Authorization": f"Bearer {token}", "Origin": f"https://{marks.word('Origin')}.example", **named}


# --- what is played ----------------------------------------------------------------------------------------------------


@dataclass(kw_only=True)
class Play:
    """A service, and all that it answered."""

    served: Served
    marks: Marks = field(default_factory=Marks)
    replies: list[tuple[str, Reply]] = field(default_factory=list)

    def send(
        self, what: str, path: str, body: Json | bytes | None, sent: dict[str, str] | None = None, **more: str
    ) -> Reply:
        raw = json.dumps(body).encode() if isinstance(body, dict) else body
        reply = self.served.ask(path, raw, sent if sent is not None else headers(self.marks), **more)
        self.replies.append((what, reply))
        return reply

    @property
    def statuses(self) -> set[int]:
        return {reply.status for _, reply in self.replies}


def play_successes(play: Play, fhir_server: str) -> None:
    for path, hook in ((SERVICE_PATH, "order-select"), (SIGN_PATH, "order-sign")):
        body = good_call(play.marks) | {"hook": hook}
        elsewhere = f"https://elsewhere.example/{play.marks.word('fhirServer')}"
        for more in ({}, {"fhirServer": fhir_server}, {"fhirServer": elsewhere}):
            granted = {"fhirAuthorization": authorization(play.marks)} if more else {}
            reply = play.send(f"{hook} succeeds", path, body | more | granted)
            assert reply.status == 200, reply.raw
            assert reply.body["cards"]


def play_each_string(play: Play) -> dict[str, set[str]]:
    """Each string of the call in turn is a marked word. What came back with it in an answer of 200, by place."""
    seen: dict[str, set[str]] = {}
    for word, body in play.marks.one_by_one(record()):
        reply = play.send(play.marks.places[word], SERVICE_PATH, body, {})
        if reply.status == 200 and word.encode() in reply.raw:
            seen.setdefault(play.marks.places[word], set()).update(_where(reply.body, word))
    return seen


def _where(value: Any, word: str, name: str = "") -> Iterator[str]:
    """The members of an answer that hold the word."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _where(one, word, key)
    elif isinstance(value, list):
        for one in value:
            yield from _where(one, word, name)
    elif isinstance(value, str) and word in value:
        yield name


def play_refusals(play: Play) -> None:
    marks, good = play.marks, good_call(play.marks)
    raw = json.dumps(good).encode()
    for path in (SERVICE_PATH, SIGN_PATH, f"{SERVICE_PATH}/feedback"):
        play.send("not found", f"{path}/{marks.word('path')}?q={marks.word('query')}", raw)
        play.send("not allowed", f"{path}?q={marks.word('query')}", raw, method="PUT")
        play.send("too large", path, raw + marks.word("padding").encode() * 700_000)
        for kind in ("text/plain", f"application/{marks.word('Content-Type').lower()}", "application/fhir+json"):
            play.send("another type", path, raw, headers(marks) | {"Content-Type": kind})
        play.send("packed", path, raw, headers(marks) | {"Content-Encoding": marks.word("Content-Encoding")})
        for cut in (1, len(raw) // 2, len(raw) - 1):
            play.send("cut off", path, raw[:cut])
        play.send("no object", path, json.dumps(marks.word("body")).encode())
        play.send("a list", path, json.dumps([good]).encode())
        play.send("too deep", path, raw[:-1] + b',"deep":' + b"[" * 70 + raw + b"]" * 70 + b"}")
    odd = marks.word("odd")
    for changes in (
        {"hook": odd},
        {"hookInstance": odd},
        {"context": odd},
        {"context": good["context"] | {"patientId": f"{odd}/../x"}},
        {"context": good["context"] | {"selections": [{"reference": odd}]}},
        {"context": good["context"] | {"draftOrders": odd}},
        {"prefetch": [odd]},
        {"prefetch": good["prefetch"] | {"patient": odd}},
        {"prefetch": good["prefetch"] | {"patient": {"resourceType": "Patient", "id": odd}}},
        {"prefetch": {odd: odd}},
        {"fhirAuthorization": odd},
        {"fhirAuthorization": authorization(marks)},
        {"fhirAuthorization": authorization(marks) | {"patient": odd}, "fhirServer": odd},
    ):
        play.send(f"bad {next(iter(changes))}", SERVICE_PATH, good | changes)
    selected = good["context"] | {"selections": [leaky.FAULT]}
    play.send("a fault", SIGN_PATH, good | {"hook": "order-sign", "context": selected})
    for path in ("fhir/Library", "fhir/Library/x", "fhir/metadata", "openapi.json", "livez", "metrics", ""):
        play.send("published", f"/{path}?url={marks.word('url')}&name={marks.word('name')}", None)
        play.send("published", f"/{path}{marks.word('published')}", None)


def play_servers(play: Play, server: Hospital) -> None:
    """What a FHIR server answers when it is well, and when it is not; bodies and headers are marked."""
    marks = play.marks
    for key in KEYS:
        for status in (200, 302, 400, 401, 403, 404, 410, 429, 500, 503):
            told = {"resourceType": "OperationOutcome", "issue": [{"diagnostics": marks.word(f"{key}.{status}")}]}
            names = ("ETag", "Set-Cookie", "WWW-Authenticate", "Warning", "X-Trace", "Location", "Retry-After")
            answered = {name: marks.word(f"{key}.{status}.{name}") for name in names}
            server.faults = {key: (status, answered, json.dumps(told).encode())}
            body = {name: one for name, one in good_call(marks).items() if name != "prefetch"}
            play.send("a faulty server", SERVICE_PATH, body | granted(marks, server), {})
    for noise in (
        marks.word("noise").encode(),
        b"<html>" + marks.word("page").encode(),
        b'{"id": "' + marks.word("cut").encode(),
    ):
        server.faults = dict.fromkeys(KEYS, (200, {"Content-Type": "application/fhir+json"}, noise))
        play.send(
            "a server of another kind", SERVICE_PATH, good_call(marks) | {"prefetch": {}} | granted(marks, server), {}
        )
    server.faults = {}


def granted(marks: Marks, server: Hospital) -> Json:
    return {"fhirServer": server.base_url, "fhirAuthorization": authorization(marks)}


KEPT: Final = "KEPTBIRD"
"""Of feedback these are stored: ids of cards and suggestions, code and system of a reason, and sealed what was commented."""


def play_feedback(play: Play) -> None:
    marks = play.marks
    entry = {
        "card": f"{KEPT}-card",
        "outcome": "overridden",
        "outcomeTimestamp": "2026-11-29T10:00:00Z",
        "overrideReason": {
            "reason": {"code": f"{KEPT}-code", "system": f"https://{KEPT}.example", "display": marks.word("display")},
            "userComment": marks.word("comment"),
            marks.word("unknown"): marks.word("unknown value"),
        },
        "acceptedSuggestions": [{"id": f"{KEPT}-suggestion", "extension": {"x": marks.word("extension")}}],
        marks.word("unknown"): marks.word("unknown value"),
    }
    epic = entry | {
        "overrideReasons": {"extension": {marks.word("epic"): marks.word("epic")}, "userComment": marks.word("comment")}
    }
    for path in (SERVICE_PATH, SIGN_PATH):
        for body in (
            {"feedback": [entry, epic]},
            {"feedback": [entry, entry | {"outcome": marks.word("outcome")}]},
            {"feedback": [entry | {"outcomeTimestamp": marks.word("outcomeTimestamp")}]},
            {"feedback": marks.word("feedback")},
            {marks.word("unknown"): [entry]},
        ):
            play.send("feedback", f"{path}/feedback", body | {"note": marks.word("note")})


# --- what is found -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("canary")


@pytest.fixture(scope="module")
def server() -> Iterator[Hospital]:
    """Its answers hold a marked word behind all free text."""
    with hospital(with_marks(record(), Marks())["prefetch"]) as found:
        yield found


@pytest.fixture(scope="module")
def play(folder: Path, server: Hospital) -> Iterator[Play]:
    key = folder / "feedback.key"
    key.write_bytes(Fernet.generate_key())
    settings = {
        "SPINAL_CDS__CLIENT__0__FHIR_SERVERS": f'["{server.base_url}"]',
        "SPINAL_CDS__FHIR__DEADLINE_MS": "1500",
        "SPINAL_CDS__FEEDBACK__COMMENTS": "encrypted",
        "SPINAL_CDS__FEEDBACK__KEY_FILE": str(key),
    }
    with serving(folder, module="tests.hostile.leaky", **settings) as served:
        yield Play(served=served)


GIVEN_BACK: Final = {
    r"context\.draftOrders\..*": "a draft is given back whole where it is replaced, and named (contract 6)",
    r"prefetch\.\w+\.entry\.resource\.id": "where a fact was seen (contract 4, seenIn)",
    r"prefetch\.reports\.entry\.resource\.conclusion": "the sentence of a report (contract 4, text)",
    r"prefetch\.(findings|labs)\.entry\.resource\.valueQuantity\.(code|unit)": "a value's unit (contract 4, unit)",
}
"""The only places of a call whose words a card may repeat."""


def test_nothing_stays_of_what_was_told(play: Play, server: Hospital, folder: Path) -> None:
    play_successes(play, server.base_url)
    seen = play_each_string(play)
    play_refusals(play)
    play_servers(play, server)
    play_feedback(play)
    assert len(play.marks.places) > 2_000
    assert play.statuses >= {200, 400, 404, 405, 412, 413, 415, 500}
    assert [
        (what, reply.status) for what, reply in play.replies if reply.status != 200 and holds_a_mark(reply.raw)
    ] == []
    assert [what for what, reply in play.replies if holds_a_mark(str(reply.headers).encode())] == []
    assert {
        place: names for place, names in seen.items() if not any(re.fullmatch(each, place) for each in GIVEN_BACK)
    } == {}
    assert files_with_a_mark(folder) == []
    metrics = play.send("the metrics", "/metrics", None).raw
    assert not holds_a_mark(metrics)
    assert KEPT.encode() not in metrics
    assert b'spinal_cds_failures_total{hook="order-sign",reason="other",status="500"} ' in metrics
    said, stored = play.served.log.read_text(encoding="utf-8"), [each.read_bytes() for each in folder.glob("store.db*")]
    assert any(KEPT.encode() in each for each in stored)
    assert KEPT not in said
    assert "Traceback" not in said


def test_a_leak_would_be_seen(play: Play, folder: Path) -> None:
    """The same service with careless code: it is found in the log and in a temporary file, and still not in the answer."""
    body = good_call(play.marks)
    selected = body["context"] | {"selections": [leaky.LEAK]}
    reply = play.send("a leak", SIGN_PATH, body | {"hook": "order-sign", "context": selected})
    assert reply.status == 500
    assert not holds_a_mark(reply.raw)
    found = files_with_a_mark(folder)
    assert "said.log" in found
    assert any(each.startswith("tmp/") for each in found)


def test_J12_nothing_stays_of_a_caller_who_is_not_trusted(tmp_path: Path) -> None:
    """In production: tokens of every shape, with marked words in whatever can be read of them."""
    key = ec.generate_private_key(ec.SECP384R1()).public_key()
    public = jwt.algorithms.ECAlgorithm.to_jwk(key, as_dict=True) | {"kid": "ehr", "use": "sig"}
    (tmp_path / "ehr.jwks.json").write_text(json.dumps({"keys": [public]}), encoding="utf-8")
    settings = {
        "SPINAL_CDS__MODE": "production",
        "SPINAL_CDS__PUBLIC_URL": "https://cds.hospital.example",
        "SPINAL_CDS__CLIENT__0__ISSUER": "https://ehr.example",
        "SPINAL_CDS__CLIENT__0__JWKS_FILE": str(tmp_path / "ehr.jwks.json"),
        "SPINAL_CDS__CLIENT__0__FHIR_SERVERS": '["https://fhir.ehr.example/r4"]',
    }
    with serving(tmp_path, **settings) as served:
        play = Play(served=served)
        body, sent = good_call(play.marks), headers(play.marks)
        tokens = [
            sent.pop("Authorization"),
            "",
            "Bearer",
            f"Basic {play.marks.word('basic')}",
            play.marks.word("scheme"),
        ]
        tokens += [f"Bearer {play.marks.word('token')}", f"bearer {play.marks.word('a')}.{play.marks.word('b')}.x"]
        for path in (SERVICE_PATH, SIGN_PATH, f"{SERVICE_PATH}/feedback"):
            for token in tokens:
                play.send("a token", path, body, sent | ({"Authorization": token} if token else {}))
        assert not holds_a_mark(served.ask("/metrics").raw)
    assert play.statuses == {401}
    assert not any(holds_a_mark(reply.raw) for _, reply in play.replies)
    assert files_with_a_mark(tmp_path) == []


@pytest.mark.parametrize(
    "form",
    [
        f"text {PREFIX}x00001 text".encode(),
        f"{PREFIX}x1".encode("utf-16"),
        PREFIX.encode().hex().encode(),
        *(base64.b64encode(b"." * before + PREFIX.encode() + b"x1") for before in range(4)),
        bytes(5_000) + PREFIX.encode() + bytes(5_000),
    ],
)
def test_a_marked_word_is_found_in_every_form(tmp_path: Path, form: bytes) -> None:
    (tmp_path / "store.db-wal").write_bytes(form)
    assert files_with_a_mark(tmp_path) == ["store.db-wal"]


def test_every_string_is_marked_once() -> None:
    marks, body = Marks(), record()
    before = copy.deepcopy(body)
    changed = dict(marks.one_by_one(body))
    assert body == before
    assert len(changed) == len(marks.places) > 400
    assert all(json.dumps(each).count(word) == 1 for word, each in changed.items())
    assert {place.split(".")[1] for place in marks.places.values() if place.startswith("prefetch")} == set(KEYS)
