"""Which entries of the record count (F.5 rule 1, CR-10)."""

from datetime import UTC, datetime

import pytest

from fhir_profiles.reading.standing import standing
from plugin.answer import Standing

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def problem(clinical: str = "active", verified: str = "confirmed", kind: str = "Condition") -> dict[str, object]:
    return {
        "resourceType": kind,
        "clinicalStatus": {"coding": [{"code": clinical}]},
        "verificationStatus": {"coding": [{"code": verified}]},
    }


@pytest.mark.parametrize("kind", ["Condition", "AllergyIntolerance"])
@pytest.mark.parametrize(
    ("clinical", "verified", "expected"),
    [
        ("active", "confirmed", Standing.FIRM),
        ("recurrence", "confirmed", Standing.FIRM),
        ("active", "unconfirmed", Standing.TENTATIVE),
        ("active", "provisional", Standing.TENTATIVE),
        ("active", "differential", Standing.TENTATIVE),
        ("active", "refuted", None),
        ("active", "entered-in-error", None),
        ("inactive", "confirmed", None),
        ("resolved", "confirmed", None),
        ("remission", "confirmed", None),
    ],
)
def test_a_problem_by_its_statuses(kind: str, clinical: str, verified: str, expected: Standing | None) -> None:
    assert standing(problem(clinical, verified, kind), NOW) is expected


@pytest.mark.parametrize(
    ("kind", "status", "expected"),
    [
        ("Observation", "final", Standing.FIRM),
        ("Observation", "amended", Standing.FIRM),
        ("Observation", "corrected", Standing.FIRM),
        ("Observation", "preliminary", Standing.TENTATIVE),
        ("Observation", "cancelled", None),
        ("Observation", "entered-in-error", None),
        ("Procedure", "completed", Standing.FIRM),
        ("Procedure", "stopped", Standing.TENTATIVE),
        ("Procedure", "not-done", None),
        ("Device", "active", Standing.FIRM),
        ("Device", "inactive", None),
        ("ImagingStudy", "available", Standing.FIRM),
        ("ImagingStudy", "cancelled", None),
    ],
)
def test_others_by_their_status(kind: str, status: str, expected: Standing | None) -> None:
    assert standing({"resourceType": kind, "status": status}, NOW) is expected


@pytest.mark.parametrize("kind", ["Condition", "Observation", "Device"])
def test_a_missing_status_takes_nothing_away(kind: str) -> None:
    assert standing({"resourceType": kind}, NOW) is Standing.FIRM


def test_an_end_in_the_past_counts_where_no_status_says_otherwise() -> None:
    assert standing({"resourceType": "Condition", "abatementDateTime": "2026-01-01"}, NOW) is None
    assert standing({"resourceType": "Condition", "abatementString": "last spring"}, NOW) is None
    assert standing({"resourceType": "Condition", "abatementDateTime": "2027-01-01"}, NOW) is Standing.FIRM
    assert standing(problem() | {"abatementDateTime": "2026-01-01"}, NOW) is Standing.FIRM
