"""Which calls go straight to who answers them, and is the answer the same as by way of Flask?"""

from __future__ import annotations

import io
import re
from typing import Any

import orjson
import pytest
from flask import Flask

from cds_hooks.app import create_app
from cds_hooks.demo import SERVICE_PATH
from cds_hooks.routes.receiving import Sent
from cds_hooks.routes.straight import straight
from cds_hooks.site import load_site
from tests.support.calls import DEVELOPMENT, call

Told = tuple[str, list[tuple[str, str]], bytes]
NEVER_THE_SAME = re.compile(rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|dur=[0-9.]+")
HERE = b"straight"
"""What the view below answers."""


@pytest.fixture(scope="module")
def app() -> Flask:
    return create_app(load_site(None, DEVELOPMENT))


def environ(body: bytes = b"{}", **more: Any) -> dict[str, Any]:
    plain = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": SERVICE_PATH,
        "QUERY_STRING": "",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "HTTP_HOST": "cds.example:8000",
        "CONTENT_TYPE": "application/json",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
    }
    return plain | more


def told_by(application: Any, sent: dict[str, Any]) -> Told:
    """Status, headers and body as a web server gets them."""
    started: list[Any] = []
    body = b"".join(application(sent, lambda status, headers, *_: started.extend((status, headers))))
    return started[0], started[1], body


def comparable(told: Told) -> tuple[str, bytes, bytes]:
    status, headers, body = told
    return status, NEVER_THE_SAME.sub(b"", repr(headers).encode()), NEVER_THE_SAME.sub(b"", body)


def way_of(sent: dict[str, Any]) -> bytes:
    """By which of the two ways a call goes."""
    flask = Flask("otherwise")
    return told_by(straight({SERVICE_PATH: lambda _: Sent(HERE)}, flask.wsgi_app), sent)[2]


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "cds.example", "cds-2.Hospital.example:443", "localhost"])
def test_a_plain_call_goes_straight(host: str) -> None:
    assert way_of(environ(HTTP_HOST=host)) == HERE


@pytest.mark.parametrize(
    "odd",
    [
        {"PATH_INFO": f"{SERVICE_PATH}/"},
        {"REQUEST_METHOD": "GET"},
        {"REQUEST_METHOD": "OPTIONS"},
        {"QUERY_STRING": "a=1"},
        {"HTTP_UPGRADE": "websocket"},
        {"HTTP_HOST": ""},
        {"HTTP_HOST": "a..b"},
        {"HTTP_HOST": "x" * 64},
        {"HTTP_HOST": "a b"},
        {"HTTP_HOST": "cds.example\n"},
        {"HTTP_HOST": "b\u00fccher.example"},
    ],
    ids=str,
)
def test_whatever_is_unusual_is_left_to_flask(odd: dict[str, Any]) -> None:
    assert way_of(environ(**odd)) != HERE


@pytest.mark.parametrize(
    "body",
    [orjson.dumps(call("V-05")), orjson.dumps(call("V-22")), b"{}", b"[]", b"{", b"[" * 70 + b"]" * 70],
    ids=["cards", "others", "no call", "no object", "no JSON", "too deep"],
)
def test_the_answer_is_the_same_by_either_way(app: Flask, body: bytes) -> None:
    by_flask = comparable(told_by(app.wsgi_app, environ(body, PATH_INFO=f"{SERVICE_PATH}/")))
    assert comparable(told_by(app.wsgi_app, environ(body))) == by_flask


@pytest.mark.parametrize(
    "odd", [{"CONTENT_TYPE": "text/plain"}, {"HTTP_CONTENT_ENCODING": "gzip"}, {"CONTENT_LENGTH": "99999999"}], ids=str
)
def test_a_refusal_is_the_same_by_either_way(app: Flask, odd: dict[str, Any]) -> None:
    by_flask = comparable(told_by(app.wsgi_app, environ(**odd, PATH_INFO=f"{SERVICE_PATH}/")))
    assert comparable(told_by(app.wsgi_app, environ(**odd))) == by_flask
    assert by_flask[0].startswith("4")
