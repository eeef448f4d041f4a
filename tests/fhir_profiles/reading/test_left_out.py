"""What would have said something but was left out for its status is named (CR-10)."""

import pytest

from fhir_profiles.resources import Json
from tests.fhir_profiles.reading.ordering import ablation, at, condition, finding, read

T8 = condition("C79.51", "T8")


def ignored(*more: Json) -> tuple[str, ...]:
    return at(read(ablation("T8"), T8, *more), "T8").ignored


def verified(code: str) -> dict[str, object]:
    return {"verificationStatus": {"coding": [{"code": code}]}}


@pytest.mark.parametrize(
    "more",
    [
        verified("refuted"),
        verified("entered-in-error"),
        verified("unconfirmed"),
        {"clinicalStatus": {"coding": [{"code": "resolved"}]}},
    ],
)
def test_a_tumour_that_does_not_count_or_not_firmly_is_named(more: Json) -> None:
    other = condition("C41.2", "T8") | dict(more)
    assert ignored(other) == (f"Condition/{other['id']}",)


@pytest.mark.parametrize("status", ["entered-in-error", "cancelled", "preliminary"])
def test_so_is_a_finding(status: str) -> None:
    grade = finding("escc", "1a", "T8", status=status)
    assert ignored(grade) == (f"Observation/{grade['id']}",)


def test_what_counts_is_elsewhere_or_says_nothing_of_ours_is_not() -> None:
    refuted = verified("refuted")
    others = (condition("C41.2", "L3") | refuted, condition("I10", None, "Hypertension") | refuted)
    assert ignored(*others, finding("escc", "0", "T8")) == ()
