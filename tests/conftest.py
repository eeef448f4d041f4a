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
def fhir_server() -> Iterator[sandbox.Sandbox]:
    """A real FHIR server with every sample patient; one for the whole run, so tests leave it as they found it.

    Mark a test that asks for it with `sandbox`.
    """
    with sandbox.running(free_port()) as server:
        sandbox.load_sample_patients(server, datetime.now(UTC))
        yield server
