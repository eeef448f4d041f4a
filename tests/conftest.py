"""What every test may ask for. Things for one folder only stand in that folder's own conftest.py."""

import socket
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from cds_hooks import sandbox


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((sandbox.HOST, 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def as_of() -> datetime:
    """The moment from which the days of the sample patients are counted: one for all servers, or they would differ."""
    return datetime.now(UTC)


@pytest.fixture(scope="session")
def fhir_server(as_of: datetime) -> Iterator[sandbox.Sandbox]:
    """A real FHIR server with every sample patient; one for the whole run, so tests leave it as they found it.

    Mark a test that asks for it with `sandbox`.
    """
    with sandbox.running(free_port()) as server:
        sandbox.load_sample_patients(server, as_of)
        yield server
