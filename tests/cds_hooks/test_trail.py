"""One JSON line per call, and nothing in it that its form does not name."""

import json
import logging

import pytest

from cds_hooks import trail
from cds_hooks.trail import TrailLine


@pytest.fixture(autouse=True)
def _seen(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="spinal_cds.trail")


def test_a_line_is_one_json_object(caplog: pytest.LogCaptureFixture) -> None:
    line = TrailLine(hook="order-select", hook_instance="d1577c69-dfbe-44ad-ba6d-3e05e953b2ea", status=200)
    line.add(
        {
            "knowledge_version": "0.1.0",
            "cards": ("indication",),
            "outcomes": ("CUR_ABL",),
            "rules": ("TR-01",),
            "fhir_reads": 3,
            "milliseconds": {"gather": 1.5},
        }
    )
    trail.write(line)
    (message,) = caplog.messages
    assert "\n" not in message
    written = json.loads(message)
    assert written["hook"] == "order-select"
    assert written["cards"] == ["indication"]
    assert written["outcomes"] == ["CUR_ABL"]
    assert written["rules"] == ["TR-01"]
    assert written["fhir_reads"] == 3
    assert written["milliseconds"] == {"gather": 1.5}
    assert written["status"] == 200


def test_what_has_no_place_in_a_trail_is_left_out(caplog: pytest.LogCaptureFixture) -> None:
    line = TrailLine(hook="order-select", hook_instance="i")
    line.add({"patient": "CANARY", "hook_instance": "CANARY", "access_token": "CANARY", "milliseconds": "CANARY"})
    trail.write(line)
    assert "CANARY" not in caplog.text


def test_nothing_is_written_when_nobody_listens(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING, logger="spinal_cds.trail")
    trail.write(TrailLine(hook="order-select"))
    assert caplog.messages == []
