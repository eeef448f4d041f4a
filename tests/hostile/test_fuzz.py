"""20,000 spoiled requests: no fault, no hang, no growth. The 200,000: docs/explanation/fuzz.md."""

import subprocess
import sys

import pytest

from tests.hostile.mutations import Fuzz
from tests.house.tree import ROOT


def test_20000_spoiled_requests_do_no_harm() -> None:
    """In a process of its own: its memory is measured, and it ends by itself where a call does not."""
    arguments = [sys.executable, "-m", "tests.hostile.fuzz", "--calls", "20000", "--seed", "1"]
    done = subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_request_can_be_sent_again() -> None:
    fuzz = Fuzz(6)
    first = fuzz.request(7)
    fuzz.request(8)
    assert fuzz.request(7) == first


@pytest.mark.parametrize("share", [b"feedback", b"order-sign", b"order-select"])
def test_the_requests_are_of_every_kind(share: bytes) -> None:
    fuzz = Fuzz(6)
    assert any(share in fuzz.request(number).path.encode() for number in range(100))
