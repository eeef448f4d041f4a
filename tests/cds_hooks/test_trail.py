"""One JSON line per call, and nothing in it that its form does not name."""

import json
import logging
import re
from dataclasses import fields
from datetime import datetime, timedelta

import pytest

from cds_hooks import trail
from cds_hooks.trail import TrailLine
from cds_hooks.trust.gate import NOT_VERIFIED
from cds_hooks.trust.replay import LOCAL_ONLY
from tests.house.tree import ROOT
from tests.support import calls
from tests.support.hospital import hospital

PAGE = (ROOT / "docs" / "reference" / "trail.md").read_text(encoding="utf-8")
STAGES = ["trust", "read", "orders", "gather", "evidence", "advise", "cards", "dump", "total"]


@pytest.fixture(autouse=True)
def _seen(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="spinal_cds.trail")


def test_a_line_is_one_json_object(caplog: pytest.LogCaptureFixture) -> None:
    line = TrailLine(hook="order-select", hook_instance="d1577c69-dfbe-44ad-ba6d-3e05e953b2ea", status=200)
    line.add(
        {
            "cards": ("indication",),
            "card_ids": ("c1",),
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
    assert written["card_ids"] == ["c1"]
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


def test_when_and_by_what_a_line_was_written_stands_in_it(caplog: pytest.LogCaptureFixture) -> None:
    trail.write(TrailLine(hook="order-select"))
    written = json.loads(caplog.messages[0])
    assert datetime.fromisoformat(written["at"]).utcoffset() == timedelta(0)
    assert re.fullmatch(r"\d+\.\d+\.\d+", written["knowledge_version"])
    assert re.fullmatch(r"\d+\.\d+\.\d+", written["service_version"])


def test_N4_N7_a_whole_call_leaves_what_an_audit_asks_for(caplog: pytest.LogCaptureFixture) -> None:
    """Ids to find the same call in the EHR's own log, what was decided by which rules, and how long each stage took."""
    with hospital(calls.call("V-05")["prefetch"]) as beside:
        body = calls.from_server("V-05", beside.base_url)
        cards = calls.post(calls.client(beside.base_url), body).cards
    (line,) = (json.loads(record.getMessage()) for record in caplog.records if record.name == trail.LOG.name)
    assert line["hook_instance"] == body["hookInstance"]
    assert line["card_ids"] == [card["uuid"] for card in cards]
    assert line["cards"] == [card["source"]["topic"]["code"] for card in cards]
    assert line["rules"]
    assert line["outcomes"]
    assert line["fhir_reads"] == len(beside.asked) == 12
    assert list(line["milliseconds"]) == STAGES


def test_an_order_of_others_leaves_its_line(caplog: pytest.LogCaptureFixture) -> None:
    assert calls.post(calls.client(), calls.call("V-19")).cards == []
    (line,) = (json.loads(record.getMessage()) for record in caplog.records if record.name == trail.LOG.name)
    assert (line["status"], line["cards"], line["fhir_reads"]) == (200, [], 0)
    assert set(line["milliseconds"]) == {"trust", "read", "orders", "dump", "total"}


def test_every_member_and_stage_is_documented() -> None:
    told = set(re.findall(r"`([a-z_]+)`", PAGE))
    assert {each.name for each in fields(TrailLine)} - told == set()
    assert set(STAGES) - told == set()


def test_every_note_is_documented() -> None:
    source = (ROOT / "cds_hooks" / "wire" / "requests.py").read_text(encoding="utf-8")
    notes = [*re.findall(r'yield "([^"]+)"', source), NOT_VERIFIED, LOCAL_ONLY]
    assert [note for note in notes if f"`{note}`" not in PAGE] == []
    assert len(notes) == 7
