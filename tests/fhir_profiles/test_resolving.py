"""Which machine a connection goes to: judged, and then that one and no other. Names are answered by the test itself."""

from __future__ import annotations

import errno
import socket
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from urllib3.connection import HTTPConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

from fhir_profiles.server import vouching
from fhir_profiles.server.resolving import connect, may_call, may_list

MIN = 60.0
NAME = "fhir.hospital.example"


@pytest.mark.parametrize(
    ("host", "address", "allowed"),
    [
        (NAME, "93.184.215.14", True),
        (NAME, "2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        # a hospital's own
        (NAME, "10.1.2.3", True),
        (NAME, "172.16.0.1", True),
        (NAME, "192.168.1.1", True),
        (NAME, "100.64.0.1", True),
        (NAME, "fd12:3456:789a::1", True),
        ("10.1.2.3", "10.1.2.3", True),
        # this machine
        ("localhost", "127.0.0.1", True),
        ("localhost", "::1", True),
        ("127.0.0.1", "127.0.0.1", True),
        ("127.0.0.2", "127.0.0.2", True),
        ("::1", "::1", True),
        (NAME, "127.0.0.1", False),
        (NAME, "127.1.2.3", False),
        (NAME, "::1", False),
        (NAME, "::ffff:127.0.0.1", False),
        (NAME, "64:ff9b::7f00:1", False),
        ("localhost", "10.1.2.3", False),
        ("localhost", "93.184.215.14", False),
        ("127.0.0.1", "10.1.2.3", False),
        ("localhost.example", "127.0.0.1", False),
        # nobody's FHIR server
        (NAME, "169.254.169.254", False),
        ("169.254.169.254", "169.254.169.254", False),
        (NAME, "::ffff:169.254.169.254", False),
        (NAME, "::ffff:a9fe:a9fe", False),
        (NAME, "64:ff9b::a9fe:a9fe", False),
        (NAME, "64:ff9b:1::a9fe:a9fe", False),
        (NAME, "2002:a9fe:a9fe::", False),
        (NAME, "2001:0:a9fe:a9fe::", False),
        (NAME, "::a9fe:a9fe", False),
        (NAME, "::ffff:0:a9fe:a9fe", False),
        (NAME, "fe80::1", False),
        (NAME, "fe80::1%eth0", False),
        (NAME, "fec0::1", False),
        (NAME, "fd00:ec2::254", False),
        (NAME, "fd20:ce::254", False),
        (NAME, "100.100.100.200", False),
        (NAME, "192.0.0.192", False),
        (NAME, "168.63.129.16", False),
        (NAME, "0.0.0.0", False),  # noqa: S104  nobody binds to it
        (NAME, "0.1.2.3", False),
        (NAME, "::", False),
        (NAME, "::ffff:0.0.0.0", False),
        (NAME, "224.0.0.1", False),
        (NAME, "239.255.255.250", False),
        (NAME, "ff02::1", False),
        (NAME, "240.0.0.1", False),
        (NAME, "255.255.255.255", False),
        # not an address
        (NAME, "", False),
        (NAME, "127.1", False),
        (NAME, "0251.0376.0251.0376", False),
        (NAME, NAME, False),
    ],
)
def test_fa6_where_a_host_may_lead(host: str, address: str, allowed: object) -> None:
    assert may_call(host, address) is allowed


def test_fa6_an_address_that_is_never_called_cannot_be_listed() -> None:
    assert all(map(may_list, (NAME, "10.1.2.3", "127.0.0.1", "::1")))
    assert not any(map(may_list, ("169.254.169.254", "fe80::1", "255.255.255.255", "::ffff:169.254.169.254")))


Asked = list[str]


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as found:
        yield found


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch, listening: socket.socket) -> Callable[..., Asked]:
    """Sets what names lead to, one answer after the other; every address is then led to `listening`. Gives what was asked."""

    def answer(*answers: Sequence[str] | OSError) -> Asked:
        asked: Asked = []
        remaining = iter(answers)

        def getaddrinfo(host: str, port: int, *_: object, **__: object) -> list[Any]:
            asked.append(host)
            given = next(remaining)
            if isinstance(given, OSError):
                raise given
            return [
                (socket.AF_INET6 if ":" in each else socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port))
                for each in given
            ]

        real, here = socket.socket.connect, listening.getsockname()

        def connected(line: socket.socket, address: tuple[str, int]) -> None:
            asked.append(f"-> {address[0]}")
            if address[0].startswith("10.66"):
                raise ConnectionRefusedError
            if address[0].startswith("10.77"):
                raise TimeoutError
            real(line, here)

        monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
        monkeypatch.setattr(socket.socket, "connect", connected, raising=False)
        return asked

    return answer


def connection(host: str = NAME) -> HTTPConnection:
    return HTTPConnection(host, 443, timeout=MIN)


def test_fa6_the_name_is_asked_for_once_and_the_address_of_that_answer_is_called(
    answering: Callable[..., Asked],
) -> None:
    asked = answering(["10.1.2.3"], ["169.254.169.254"])
    with closing(connect(connection())) as line:
        assert line.gettimeout() == MIN
        assert line.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0
    assert asked == [NAME, "-> 10.1.2.3"]
    with pytest.raises(NewConnectionError):  # the next connection asks anew, and judges anew
        connect(connection())
    assert asked == [NAME, "-> 10.1.2.3", NAME]


@pytest.mark.parametrize("answer", [["169.254.169.254"], ["10.1.2.3", "169.254.169.254"], ["10.1.2.3", "127.0.0.1"]])
def test_fa6_one_address_that_may_not_be_called_spoils_the_answer(
    answering: Callable[..., Asked], answer: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    asked = answering(answer)
    with pytest.raises(NewConnectionError):
        connect(connection())
    assert asked == [NAME]
    assert caplog.messages == [f"not connected: {NAME} resolves to {answer[-1]}, which may not be called for it"]


def test_whoever_does_not_answer_leaves_time_for_the_next(answering: Callable[..., Asked]) -> None:
    asked = answering(["10.66.0.1", "10.77.0.1", "10.1.2.3"])
    connect(connection()).close()
    assert asked == [NAME, "-> 10.66.0.1", "-> 10.77.0.1", "-> 10.1.2.3"]


def test_an_address_that_this_machine_cannot_speak_to_is_passed_over(
    answering: Callable[..., Asked], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, made = answering(["fd12::1", "10.1.2.3"]), socket.socket

    def without_ipv6(family: int, *rest: int) -> socket.socket:
        if family == socket.AF_INET6:
            raise OSError(errno.EAFNOSUPPORT, "no IPv6 here")
        return made(family, *rest)

    monkeypatch.setattr(socket, "socket", without_ipv6)
    connect(connection()).close()
    assert asked == [NAME, "-> 10.1.2.3"]


@pytest.mark.parametrize(
    ("answer", "raised"),
    [
        (["10.66.0.1"], NewConnectionError),
        (["10.77.0.1", "10.66.0.1"], NewConnectionError),
        (["10.77.0.1"], ConnectTimeoutError),
        (socket.gaierror(socket.EAI_NONAME, "no such name"), NameResolutionError),
    ],
)
def test_nobody_there_is_told_as_the_library_does(
    answering: Callable[..., Asked], answer: Sequence[str] | OSError, raised: type[Exception]
) -> None:
    answering(answer)
    with pytest.raises(raised) as told:
        connect(connection())
    assert type(told.value) is raised


def test_no_address_is_tried_when_the_time_is_over(answering: Callable[..., Asked]) -> None:
    asked = answering(["10.1.2.3"])
    with pytest.raises(ConnectTimeoutError):
        connect(HTTPConnection(NAME, 443, timeout=0.0))
    assert asked == [NAME]


@pytest.mark.parametrize("host", ["a" * 64 + ".example", "a..example"])
def test_what_is_no_name_is_not_asked_for(host: str) -> None:
    with pytest.raises(NewConnectionError):
        connect(connection(host))


# --- Who vouches ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("store", "own"), [("there", True), ("empty", False), ("gone", False)])
def test_a_machine_without_a_store_trusts_the_list_of_the_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, store: str, own: object
) -> None:
    for name in ("there", "empty"):
        (tmp_path / name).mkdir()
    (tmp_path / "there" / "authority.pem").touch()
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.setenv(name, str(tmp_path / "nobody"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "no-file"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / store))
    context = vouching.tls_context()
    assert (not context.get_ca_certs()) is own
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2


def test_no_key_of_a_connection_is_written_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys"))
    assert not vouching.tls_context().keylog_filename
