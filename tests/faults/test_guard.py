"""The guard itself: whatever a test calls, it ends at a listener of this machine, and it was written down."""

import socket
from collections.abc import Iterator

import pytest
import requests

from tests.support.guard import Guard, guarded
from tests.support.hospital import Hospital, hospital


@pytest.fixture
def world() -> Iterator[tuple[Guard, Hospital]]:
    with hospital({}) as elsewhere, guarded(elsewhere.server_address[1]) as guard:
        yield guard, elsewhere


@pytest.mark.parametrize("host", ["elsewhere.example", "203.0.113.7", "2130706433", "169.254.169.254", "[2001:db8::1]"])
def test_every_name_and_address_leads_to_the_listener(world: tuple[Guard, Hospital], host: str) -> None:
    guard, elsewhere = world
    requests.get(f"http://{host}/r4/Patient/1", headers={"Authorization": "Bearer x"}, timeout=60)
    assert guard.elsewhere == [host.strip("[]")]
    assert elsewhere.seen == [("/r4/Patient/1", "Bearer x")]


def test_an_address_without_a_name_leads_there_too(world: tuple[Guard, Hospital]) -> None:
    guard, elsewhere = world
    with socket.socket() as line:
        line.connect(("203.0.113.7", 443))
        assert line.getpeername() == ("127.0.0.1", elsewhere.server_address[1])
    assert guard.elsewhere == ["203.0.113.7"]


def test_this_machine_is_reached_as_ever(world: tuple[Guard, Hospital]) -> None:
    guard, _ = world
    with hospital({}) as here:
        requests.get(f"{here.base_url}/Patient/1", timeout=60)
        assert here.asked == ["patient"]
    assert guard.elsewhere == []


@pytest.mark.usefixtures("world")
def test_what_has_no_listener_is_refused() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line, pytest.raises(PermissionError):
        line.sendto(b"x", ("203.0.113.7", 53))
    with socket.socket(socket.AF_UNIX) as line, pytest.raises(PermissionError):
        line.connect("/run/any")
    with pytest.raises(PermissionError):
        socket.gethostbyname("elsewhere.example")
    with pytest.raises(socket.gaierror):
        socket.getaddrinfo("fhir.hospital.invalid", 443)
