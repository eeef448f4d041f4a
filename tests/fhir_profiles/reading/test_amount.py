"""How much text of reports is read: the newest, up to a length; the rest is a gap and is said (contract 7)."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from fhir_profiles.chart import Chart, Gap, GapReason
from fhir_profiles.reading import within_reach
from fhir_profiles.reading.reports.amount import MOST_TEXT
from fhir_profiles.resources import Document

HALF = "x" * (MOST_TEXT // 2)
CUT = (Gap(key="reports", reason=GapReason.CUT),)


def report(own_id: str, on: str = "2026-11-01", **more: Any) -> dict[str, Any]:
    return {"resourceType": "DiagnosticReport", "id": own_id, "effectiveDateTime": on, **more}


def chart(*reports: dict[str, Any], **more: Any) -> Chart:
    return Chart(patient_id="p", resources={"reports": reports, "labs": ()}, **more)


def ids(found: Chart) -> list[object]:
    return [each["id"] for each in found.of("reports")]


def test_what_is_within_the_length_is_left_as_it_is() -> None:
    whole = chart(report("a", conclusion=HALF), report("b", conclusion=HALF))
    assert within_reach(whole) is whole


def test_the_newest_are_read_and_reports_are_a_gap() -> None:
    found = within_reach(
        chart(
            report("old", "2020", conclusion=HALF),
            report("new", "2026-11-02", conclusion=HALF),
            report("undated", "", conclusion=HALF),
            report("newer", "2026-11-03", conclusion=HALF),
        )
    )
    assert ids(found) == ["new", "newer"]
    assert found.gaps == CUT
    assert found.unread("findings")


def test_nothing_older_is_read_behind_one_that_does_not_fit() -> None:
    found = within_reach(
        chart(
            report("a", "2026", conclusion="x"),
            report("b", "2025", conclusion=HALF * 3),
            report("c", "2024", conclusion="x"),
        )
    )
    assert ids(found) == ["a"]


def test_a_gap_that_is_there_already_says_enough() -> None:
    gaps = (Gap(key="labs", reason=GapReason.FAILED), Gap(key="reports", reason=GapReason.PARTLY))
    assert within_reach(chart(report("a", conclusion=HALF * 3), gaps=gaps)).gaps == gaps


def test_markup_does_not_count() -> None:
    page = f"<html><style>{HALF * 4}</style><p>Normal.</p></html>"
    form = {"contentType": "text/html", "data": base64.b64encode(page.encode()).decode()}
    whole = chart(report("a", presentedForm=[form]))
    assert within_reach(whole) is whole


def test_reports_of_other_organs_do_not_count() -> None:
    laboratory = report("lab", "2027", conclusion=HALF * 4, category=[{"coding": [{"code": "LAB"}]}])
    whole = chart(laboratory, report("a", conclusion=HALF))
    assert within_reach(whole) is whole


@pytest.mark.parametrize("size", [1, 3])
def test_a_document_that_was_fetched_counts(size: int) -> None:
    one = report("a", presentedForm=[{"contentType": "text/plain", "url": "Binary/1"}])
    fetched = {("DiagnosticReport/a", "Binary/1"): Document(media_type="text/plain", text=HALF * size)}
    assert ids(within_reach(chart(one, attachments=fetched))) == (["a"] if size == 1 else [])
