"""A server is started only where it alone will listen."""

import socket

import pytest

from cds_hooks import cli
from cds_hooks.listening import CannotListen, address_to_listen_on
from tests.conftest import free_port


def test_a_host_name_becomes_an_address() -> None:
    assert address_to_listen_on("localhost", free_port()) in {"127.0.0.1", "::1"}


def test_a_taken_port_is_refused_even_where_the_first_server_shares_it() -> None:
    with socket.socket() as first:
        first.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        first.bind(("127.0.0.1", 0))
        first.listen()
        with pytest.raises(CannotListen, match="Choose another"):
            address_to_listen_on("127.0.0.1", first.getsockname()[1])


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(CannotListen):
        address_to_listen_on("192.0.2.1", free_port())


def test_serve_on_a_taken_port_says_so_and_stops(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as first:
        first.bind(("127.0.0.1", 0))
        first.listen()
        monkeypatch.setenv("SPINAL_CDS__SERVER__PORT", str(first.getsockname()[1]))
        monkeypatch.delenv("SPINAL_CDS_SITE", raising=False)
        assert cli.main(["serve"]) == cli.FAILED
    assert "Cannot listen" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["99999", "-1", "0", "http"])
def test_a_port_that_is_none_is_wrong_usage(port: str) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(["sandbox", f"--port={port}"])
    assert left.value.code == 2
