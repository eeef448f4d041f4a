"""Requests of real shape, spoiled: the sample patients' hook calls, the requests of real clients, feedback.

The n-th request of a seed is always the same but for its dates, whatever came before it. What may not live here: what an answer
must be.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from typing import Any, Final

import orjson

from cds_hooks.demo import SERVICE_PATH, hook_call
from fhir_profiles import examples
from tests.clients import cases

SIGN_PATH: Final = "/cds-services/spinal-tumour-order-sign"
_FEEDBACK_SHARE: Final = 0.15
_BYTES_SHARE: Final = 0.15
_MOST_CHANGES: Final = 6
_MOST_COPIES: Final = 300
_LARGE: Final = 200_000
"""Bytes from which a request is not made larger still: what many entries do is asked elsewhere."""

Tree = Any
Spot = tuple[Any, Any]
"""A list or an object, and the index or the name of one of its members."""


@dataclass(frozen=True, slots=True)
class Sent:
    """One request."""

    path: str
    body: bytes
    content_type: str = "application/json"


class Fuzz:
    """All requests of one seed."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._calls, self._told = _calls(), _told()

    def request(self, number: int) -> Sent:
        rng = Random(f"{self._seed}-{number}")  # noqa: S311  chance, no secret
        told = rng.random() < _FEEDBACK_SHARE
        path, raw = rng.choice(self._told if told else self._calls)
        tree = orjson.loads(raw)
        spots = _spots(tree)
        for _ in range(rng.randint(1, _MOST_CHANGES)):
            _change(spots, rng, small=len(raw) < _LARGE)
        body = orjson.dumps(tree)
        if rng.random() < _BYTES_SHARE:
            body = rng.choice(_BYTES)(body, rng)
        return Sent(path, body)


def _calls() -> list[tuple[str, bytes]]:
    now = datetime.now(UTC)
    found = [(each.path, orjson.dumps(each.body)) for each in cases.cases()]
    for name in examples.names():
        call = hook_call(name, now) | {"hookInstance": "4c9a5f2e-7d0b-4b4f-8e1a-2f6d3b9c8a10"}
        found += [(SERVICE_PATH, orjson.dumps(call)), (SIGN_PATH, orjson.dumps(call | {"hook": "order-sign"}))]
    return found


def _told() -> list[tuple[str, bytes]]:
    accepted = {
        "card": "4e0a3a1e-3180-4ab6-ae31-d6bf9bd0bc21",
        "outcome": "accepted",
        "acceptedSuggestions": [{"id": "774c7f6a-7f0d-4e6c-9c4a-3d1b0f2f3a55"}],
        "outcomeTimestamp": "2026-11-29T10:00:31.375+02:00",
    }
    reason = {"code": "data-wrong", "system": "https://reasons.example", "display": "Data are wrong"}
    overridden = accepted | {"outcome": "overridden", "overrideReason": {"reason": reason, "userComment": "not now"}}
    bodies = [{"feedback": [accepted, overridden]}, cases.written("epic/feedback")]
    return [(f"{path}/feedback", orjson.dumps(body)) for path in (SERVICE_PATH, SIGN_PATH) for body in bodies]


# --- changes of the tree -----------------------------------------------------------------------------------------------

ODD: Final[tuple[Any, ...]] = (
    *(
        None,
        True,
        False,
        0,
        -1,
        1,
        2**63,
        -(2**63),
        1e308,
        -1e-308,
        0.1,
        "",
        " ",
        "0",
        "null",
        [],
        {},
        [[]],
        [None],
        {"": ""},
    ),
    *("Patient/1", "#p", "urn:uuid:x", "../../etc", "http://169.254.169.254/", "2026-13-45", "0000-00-00T99:99:99Z"),
    *(
        "\u202e\u2066",
        "\u0000",
        "\ufeff",
        "a\u0301" * 200,
        "\U0001f9d1\u200d",
        "<script>",
        "[x](y)",
        "ſ",
        "İ",
        "ﬁ",
        "９",
        "²",
    ),
    *(
        {"resourceType": "Bundle", "entry": [{"resource": {"resourceType": "Bundle"}}]},
        {"coding": [{}]},
        {"reference": 5},
    ),
    *(
        "x" * 5_000,
        "T8-T99",
        "C1-S5",
        "1" * 400,
        "1e999 mm",
        "-5 mm",
        "T8 " * 500,
        "nicht " * 300,
        "kein, ohne; " * 200,
    ),
)


def _change(spots: list[Spot], rng: Random, *, small: bool) -> None:
    spot = rng.choice(spots)
    if _is_there(spot):  # an earlier change may have taken it away
        rng.choice(_CHANGES if small else _SHRINKING)(spot, spots, rng)


def _is_there(spot: Spot) -> bool:
    inside, key = spot
    return key in inside if isinstance(inside, dict) else key < len(inside)


def _spots(tree: Tree) -> list[Spot]:
    found: list[Spot] = []
    waiting = [tree]
    while waiting:
        each = waiting.pop()
        members = each.items() if isinstance(each, dict) else enumerate(each) if isinstance(each, list) else ()
        for key, value in members:
            found.append((each, key))
            if isinstance(value, dict | list):
                waiting.append(value)
    return found


def _copy(value: Tree) -> Tree:
    return orjson.loads(orjson.dumps(value))


def _swap(spot: Spot, _spots: list[Spot], rng: Random) -> None:
    spot[0][spot[1]] = _copy(rng.choice(ODD))


def _drop(spot: Spot, _spots: list[Spot], _rng: Random) -> None:
    del spot[0][spot[1]]


def _twice(spot: Spot, _spots: list[Spot], rng: Random) -> None:
    inside, key = spot
    if isinstance(inside, list):
        inside[key:key] = [_copy(inside[key]) for _ in range(rng.choice((1, 2, _MOST_COPIES)))]
    else:
        inside[f"{key}{rng.choice(('2', '_', ' ', chr(0xE9)))}"] = _copy(inside[key])


def _splice(spot: Spot, spots: list[Spot], rng: Random) -> None:
    other = rng.choice(spots)
    spot[0][spot[1]] = _copy(other[0][other[1]]) if _is_there(other) else None


def _deepen(spot: Spot, _spots: list[Spot], rng: Random) -> None:
    value, name = spot[0][spot[1]], rng.choice(("extension", "entry", "contained", "0"))
    for _ in range(rng.choice((1, 2, 5, 40, 63, 70))):
        value = {name: value} if rng.random() < 0.5 else [value]
    spot[0][spot[1]] = value


def _text(spot: Spot, _spots: list[Spot], rng: Random) -> None:
    """Anything that Unicode has but for halves of characters, alone or in the middle of what stood there."""
    noise = "".join(chr(rng.choice(_RANGES)(rng)) for _ in range(rng.randint(1, 40)))
    was = spot[0][spot[1]]
    if isinstance(was, str):
        at = rng.randint(0, len(was))
        noise = was[:at] + noise + was[at:]
    spot[0][spot[1]] = noise


def _rename(spot: Spot, _spots: list[Spot], rng: Random) -> None:
    inside, key = spot
    if isinstance(inside, dict):
        inside[rng.choice(("resourceType", "id", "code", "value", "subject", key.upper(), f"_{key}", ""))] = inside.pop(
            key
        )


def _shuffle(spot: Spot, _spots: list[Spot], rng: Random) -> None:
    value = spot[0][spot[1]]
    if isinstance(value, list):
        rng.shuffle(value)
    elif isinstance(value, str):
        spot[0][spot[1]] = "".join(rng.sample(value, len(value)))


_RANGES: Final[tuple[Callable[[Random], int], ...]] = (
    lambda rng: rng.randint(0x00, 0x7F),
    lambda rng: rng.randint(0x80, 0x2FF),
    lambda rng: rng.randint(0x300, 0x36F),
    lambda rng: rng.randint(0x590, 0x6FF),
    lambda rng: rng.randint(0x2000, 0x206F),
    lambda rng: rng.randint(0xE000, 0xFFFF),
    lambda rng: rng.randint(0x10000, 0x10FFFF),
)
_SHRINKING: Final = (_swap, _drop, _splice, _text, _rename, _shuffle)
_CHANGES: Final = (*_SHRINKING, _twice, _deepen)


# --- changes of the bytes ----------------------------------------------------------------------------------------------


def _flip(body: bytes, rng: Random) -> bytes:
    changed = bytearray(body)
    for _ in range(rng.randint(1, 5)):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def _cut(body: bytes, rng: Random) -> bytes:
    start = rng.randrange(len(body))
    return body[:start] + body[start + rng.randint(1, 500) :] if rng.random() < 0.5 else body[:start]


def _insert(body: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(body))
    return body[:at] + rng.choice(_PIECES) + body[at:]


def _replace(body: bytes, rng: Random) -> bytes:
    """A value replaced by what no serialiser writes."""
    parts = body.split(b":")
    at = rng.randrange(len(parts))
    head, comma, rest = parts[at].partition(b",")
    parts[at] = rng.choice(_PIECES) + comma + rest if comma else head
    return b":".join(parts)


_PIECES: Final = (
    *(
        b"NaN",
        b"-Infinity",
        b"1e400",
        b"-0",
        b"-0.0",
        b"1" * 5_000,
        b"0.1" + b"0" * 5_000,
        b'"\\ud800"',
        b'"\\udc00\\ud800"',
    ),
    *(
        b"\x00",
        b"\xff",
        b"\xc0\xae",
        b"\xed\xa0\x80",
        b"\xf8\x88\x80\x80\x80",
        b"\xef\xbb\xbf",
        b'"id":1,',
        b'"hook":"x",',
    ),
    *(
        b"[" * 100,
        b'{"a":' * 70,
        b"//",
        b"/**/",
        b",",
        b"'",
        b"\\",
        b"\r\n\r\n",
        b"\\u0000",
        b"0x10",
        b"01",
        b"+1",
        b".5",
    ),
)
_BYTES: Final = (_flip, _cut, _insert, _replace)
