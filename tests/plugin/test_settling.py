"""Lines of the checklists that the chart ticks, and why others stay open: too old, tentative, contradicted, not read in full."""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

import pytest

from plugin.advice import Advice, ItemAdvice
from plugin.advising import advise_all
from plugin.evidence import Drug, Evidence
from plugin.grammar import ChecklistItem, LocalPractice
from plugin.knowledge import KNOWLEDGE
from tests.support.stories import evidence_with, stories

PLAN = {"INTENT": "palliative", "CANAL": "no", "CONS": "no", "SOFT": "no"}
LINES = {item.id: item for item in (*KNOWLEDGE.anaesthesia, *KNOWLEDGE.protection)}
TICKABLE = {"AN-01", "AN-09", "TP-01", "TP-11", "TP-15"}
NO_TESTS = dict.fromkeys(("inr", "platelets", "haemoglobin", "creatinine"), "missing")
DISTANCES = {"distance-to-neural-structure": 15.0, "distance-to-viscus": 40.0}


def line(identifier: str, record: dict[str, Any], **more: Any) -> ItemAdvice:
    """A line of a painful metastasis of T9 that is to be treated by bipolar radiofrequency."""
    order = {"technique": "RFA_BIPOLAR"}
    (said,) = advise_all(
        (evidence_with(PLAN, record={"matrix": "lytic", **record}, order=order, **more),), LocalPractice()
    )
    return next(each for each in (*said.anaesthesia, *said.protection) if each.id == identifier)


def told(value: object, **more: object) -> dict[str, object]:
    return {"value": value, **more}


def test_these_lines_can_be_ticked_by_the_chart_and_no_plan_or_consent() -> None:
    assert {item.id for item in LINES.values() if item.settled_by} == TICKABLE


@pytest.mark.parametrize(
    ("identifier", "record", "said"),
    [
        ("AN-01", {"asa": 3}, "ASA class: 3, 5 days old (Procedure/asa-0)"),
        ("AN-01", {"asa": told(2, days_ago=30)}, "ASA class: 2, 30 days old (Procedure/asa-0)"),
        ("AN-09", {}, "neurological deficit: none, 1 day old (Finding/neurological-deficit-0)"),
        ("AN-09", {"neurological-deficit": told("root", days_ago=14)}, "neurological deficit: root, 14 days old"),
        ("AN-09", {"neurological-deficit": told("none", days_ago=0, modality="")}, "neurological deficit: none, today"),
        ("TP-01", DISTANCES, "distance to a neural structure: 15 mm, 10 days old"),
        ("TP-01", DISTANCES, "distance to bowel or another viscus: 40 mm, 10 days old"),
        ("TP-11", {"metal-near-level": "absent"}, "metal at or near the level: absent, 10 days old"),
        ("TP-15", {"posterior-wall": "intact"}, "posterior wall or cortex: intact, 10 days old"),
    ],
)
def test_a_line_is_ticked_with_the_answer_its_age_and_its_source(
    identifier: str, record: dict[str, Any], said: str
) -> None:
    found = line(identifier, record)
    assert found.settled
    assert any(said in each.words for each in found.answers)
    assert all(not each.why_not for each in found.answers)


@pytest.mark.parametrize(
    ("identifier", "record"),
    [
        ("AN-01", {}),
        ("AN-09", {"neurological-deficit": "missing"}),
        ("TP-01", {}),
        ("TP-11", {}),
        ("TP-15", {}),
        ("AN-08", NO_TESTS),
        ("AN-14", {}),
    ],
)
def test_a_line_without_an_entry_is_open(identifier: str, record: dict[str, Any]) -> None:
    found = line(identifier, record)
    assert not found.settled
    assert found.answers == ()


@pytest.mark.parametrize(
    ("identifier", "record", "why"),
    [
        ("AN-01", {"asa": told(3, days_ago=31)}, "older than 30 days"),
        ("AN-01", {"asa": told(3, days_ago="missing")}, "its age is not known"),
        ("AN-01", {"asa": told(3, standing="tentative")}, "preliminary or unconfirmed"),
        ("AN-01", {"asa": [3, told(2, kind="other record")]}, "sources contradict each other"),
        ("AN-09", {"neurological-deficit": told("none", days_ago=15)}, "older than 14 days"),
        ("AN-09", {"neurological-deficit": told("none", kind="report")}, "not by the examination that is asked for"),
        ("AN-09", {"neurological-deficit": told("none", modality="MR")}, "not by the examination that is asked for"),
        ("AN-09", {"neurological-deficit": told("none", standing="tentative")}, "preliminary or unconfirmed"),
        ("AN-09", {"neurological-deficit": told("none", standing="doubted")}, "left open by the report's words"),
        ("TP-01", DISTANCES | {"distance-to-viscus": told(40.0, days_ago=91)}, "older than 90 days"),
        ("TP-01", DISTANCES | {"touches-nerve": True}, "it speaks against the measured values"),
        ("TP-11", {"metal-near-level": told("absent", days_ago=91)}, "older than 90 days"),
        ("TP-11", {"metal-near-level": ["absent", told("present", kind="procedure")]}, "sources contradict each other"),
        ("TP-15", {"posterior-wall": told("intact", modality="MR")}, "not by the examination that is asked for"),
        ("TP-15", {"posterior-wall": told("breached", modality="")}, "not by the examination that is asked for"),
        ("TP-15", {"posterior-wall": told("intact", days_ago=91)}, "older than 90 days"),
    ],
)
def test_a_value_that_will_not_do_ticks_nothing_and_says_why(identifier: str, record: dict[str, Any], why: str) -> None:
    found = line(identifier, record)
    assert not found.settled
    assert why in [each.why_not for each in found.answers]
    assert any(each.words.endswith(f"settles nothing, {why}") for each in found.answers)


@pytest.mark.parametrize(
    ("identifier", "record"),
    [
        ("TP-11", {"metal-near-level": "present"}),
        ("TP-11", {"metal-near-level": "removed"}),
        ("TP-01", {"distance-to-neural-structure": 15.0}),
        ("AN-08", {}),
        ("AN-08", {"drugs": "aspirin"}),
        ("AN-08", {"inr": 2.2}),
        ("AN-14", {"allergies": ["latex"]}),
        ("AN-18", {"drugs": "morphine"}),
    ],
)
def test_what_is_known_stands_beside_a_line_that_stays_open(identifier: str, record: dict[str, Any]) -> None:
    found = line(identifier, record)
    assert not found.settled
    assert found.answers
    assert not any(each.why_not for each in found.answers)


def test_a_limit_that_is_not_met_is_said() -> None:
    assert line("AN-08", {"inr": 2.2}).note == "INR above 1.8: limit not met."
    assert line("AN-08", {"platelets": 40}).note == "Platelets below 50 × 10⁹/L: limit not met."


def test_another_value_that_may_not_wait_keeps_the_line_open() -> None:
    """A preliminary examination says otherwise than the confirmed one."""
    recorded = {"neurological-deficit": ["none", told("root", standing="tentative", days_ago=0)]}
    assert not line("AN-09", recorded).settled


def test_the_age_counts_days_of_the_calendar_and_what_is_kept_has_the_date() -> None:
    (answer,) = line("AN-09", {"neurological-deficit": told("none", days_ago=3)}).answers
    assert answer.days == 3
    assert answer.on is not None
    assert answer.dated == f"neurological deficit: none (Finding/neurological-deficit-0, {answer.on.date()})"


def test_a_line_tells_the_drugs_that_it_speaks_of_and_all_of_them() -> None:
    drugs = {"drugs": ["apixaban", "aspirin", "clopidogrel", "warfarin", "morphine", "ibuprofen"]}

    def named(identifier: str) -> list[str]:
        return [each.value.name for each in line(identifier, drugs).answers if isinstance(each.value, Drug)]

    assert sorted(named("AN-08")) == ["apixaban", "aspirin", "clopidogrel", "warfarin"]
    assert sorted(named("AN-18")) == ["aspirin", "clopidogrel", "ibuprofen", "morphine"]


def test_a_drug_is_named_and_told_when_it_is_on_hold() -> None:
    (answer,) = line("AN-08", {"drugs": "apixaban on hold", **NO_TESTS}).answers
    assert "apixaban (recorded as on hold: check the last dose)" in answer.words


# --- laws ---------------------------------------------------------------------------------------------------------------


def each_unread(evidence: Evidence, item: ChecklistItem) -> Iterator[Evidence]:
    """The evidence with one after the other of the items that the line looks at not read in full."""
    looked_at = [each.read(evidence) for each in (*(row.item for row in item.settled_by), *item.unless)]
    for room in ("lesion", "symptoms", "fitness"):
        for each in fields(getattr(evidence, room)):
            recorded = getattr(getattr(evidence, room), each.name)
            if any(recorded is other for other in looked_at):
                cut = {each.name: replace(recorded, unread=True)}
                yield replace(evidence, **{room: replace(getattr(evidence, room), **cut)})


def ticked(advices: tuple[Advice, ...]) -> set[str]:
    return {item.id for each in advices for item in (*each.anaesthesia, *each.protection) if item.settled}


def test_no_line_is_ticked_from_a_source_that_was_not_read_in_full() -> None:
    """For every story with a ticked line, and each item that the line looks at."""
    tried: set[str] = set()
    wrong = []
    for told_of in stories():
        for identifier in ticked(advise_all((told_of.evidence,), told_of.practice)):
            for cut in each_unread(told_of.evidence, LINES[identifier]):
                tried.add(identifier)
                if identifier in ticked(advise_all((cut,), told_of.practice)):
                    wrong.append(f"{told_of.id}: {identifier}")
    assert tried == TICKABLE
    assert wrong == []


def test_a_ticked_line_names_an_answer_from_a_source_and_none_that_does_not_count() -> None:
    seen: set[str] = set()
    for told_of in stories():
        for each in advise_all(told_of.evidences, told_of.practice):
            for item in (*each.anaesthesia, *each.protection):
                if item.settled:
                    seen.add(item.id)
                    rows = {row.item.key for row in LINES[item.id].settled_by}
                    settling = [answer for answer in item.answers if answer.item in rows and not answer.why_not]
                    assert {answer.item for answer in settling} == rows, f"{told_of.id}: {item.id}"
                    assert all(answer.seen_in and answer.on for answer in settling), f"{told_of.id}: {item.id}"
    assert seen == TICKABLE
