"""Facts grow old: both sides of every limit of C.6, a site's own limits, and dates as records write them; through the front door.

The clock is an argument: here it stands at noon, UTC. What may not live here: which of two facts counts (tests/plugin), and the
stories of single facts (tests/stories).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cache

import pytest
from flask.testing import FlaskClient

from cds_hooks.app import create_app
from cds_hooks.site import load_site
from tests.support import calls, charts
from tests.support.calls import Json
from tests.support.charts import Answer, base, finding, loinc, neuro, panel, without

NOW = datetime.now(UTC).replace(hour=12, minute=0, second=0, microsecond=0)
TODAY = NOW.date()
WOMAN: Json = {"resourceType": "Patient", "id": "p1", "gender": "female", "birthDate": f"{NOW.year - 30}-01-02"}
DICOM = "http://dicom.nema.org/resources/ontology/DCM"


@cache
def service(threshold: str = "", value: str = "") -> FlaskClient:
    """The service at noon, with the site's own value of one limit."""
    own = {f"SPINAL_CDS__THRESHOLDS__{threshold}": value} if threshold else {}
    return create_app(load_site(None, calls.DEVELOPMENT | own), clock=lambda: NOW).test_client()


def ask(chart: list[Json], at: FlaskClient | None = None, patient: Json = charts.PATIENT) -> Answer:
    answered = calls.post(at or service(), charts.call(chart, patient=patient))
    assert answered.status == 200
    return Answer(answered=answered)


def day(days: float) -> str:
    """So many days before the clock, as a day alone."""
    return (NOW - timedelta(days=days)).date().isoformat()


def dated(resource: Json, **dates: object) -> Json:
    """The same Observation with these dates and no other."""
    return {name: value for name, value in resource.items() if name != "effectiveDateTime"} | dates


def at(resource: Json, days: float) -> Json:
    return dated(resource, effectiveDateTime=day(days))


# --- both sides of each limit -----------------------------------------------------------------------------------------


def _no_hold(hold: str) -> Callable[[Answer], bool]:
    return lambda answer: hold not in answer.holds


def _labs(code: str, value: tuple[float, str], days: float, *more: Json) -> list[Json]:
    return [*without(base(), code), at(loinc(code, value), days), *more]


def _study(days: float) -> Json:
    series = [{"modality": {"system": DICOM, "code": each}, "bodySite": {"display": "T8"}} for each in ("CT", "MR")]
    subject = {"reference": "Patient/p1"}
    return {"resourceType": "ImagingStudy", "id": "s1", "status": "available", "subject": subject} | {
        "started": f"{day(days)}T10:00:00Z",
        "series": series,
    }


def _pregnant(days: float) -> list[Json]:
    return [*base(), dated(charts.condition("icd:Z33.1"), recordedDate=day(days))]


LIMITS: dict[str, tuple[str, int, int, Callable[[float], list[Json]], Callable[[Answer], bool]]] = {
    "INR": ("LABS_MAX_AGE_DAYS", 30, 10, lambda n: _labs("6301-6", (1.0, "1"), n), _no_hold("SR-15")),
    "platelets": ("LABS_MAX_AGE_DAYS", 30, 10, lambda n: _labs("777-3", (250, "10*9/L"), n), _no_hold("SR-15")),
    "INR on warfarin": (
        "LABS_MAX_AGE_DAYS_WARFARIN",
        7,
        3,
        lambda n: _labs("6301-6", (1.0, "1"), n, charts.medication(text="warfarin")),
        _no_hold("SR-15"),
    ),
    "pregnancy test": (
        "PREGNANCY_TEST_MAX_AGE_DAYS",
        7,
        3,
        lambda n: [*base(), at(loinc("2106-3", {"valueString": "negative"}), n)],
        _no_hold("SR-16"),
    ),
    "examination": (
        "NEURO_EXAM_MAX_AGE_DAYS",
        14,
        5,
        lambda n: [*without(base(), "neurological-deficit"), at(neuro("none"), n)],
        lambda answer: answer.inputs["DEFICIT"] == "none",
    ),
    "imaging": (
        "IMAGING_MAX_AGE_DAYS",
        90,
        30,
        lambda n: [*without(base(), "spinal-lesion-assessment"), at(panel(charts.CALM), n)],
        lambda answer: answer.inputs["SOFT"] == "no",
    ),
    "study of the level": (
        "IMAGING_MAX_AGE_DAYS",
        90,
        60,
        lambda n: [*base(), _study(n)],
        lambda answer: b"Current CT and MRI of the level" not in answer.answered.raw,
    ),
    "pregnancy on the problem list": ("", 300, 0, _pregnant, lambda answer: answer.leads[0]["outcome"] == "MDT_BOARD"),
    "refusal on the problem list": (
        "",
        30,
        0,
        lambda n: [*base(), dated(charts.condition("icd:Z53.20"), recordedDate=day(n))],
        lambda answer: answer.leads[0]["outcome"] == "DECLINED",
    ),
}


def _asked(name: str, days: float, client: FlaskClient) -> Answer:
    return ask(LIMITS[name][3](days), client, WOMAN if "pregnan" in name else charts.PATIENT)


@pytest.mark.parametrize("name", LIMITS)
def test_a_fact_counts_up_to_its_limit_and_not_a_day_longer(name: str) -> None:
    _, limit, _, _, counts = LIMITS[name]
    assert [counts(_asked(name, days, service())) for days in (0, limit, limit + 1)] == [True, True, False]


@pytest.mark.parametrize("name", [each for each, row in LIMITS.items() if row[0]])
def test_a_site_s_own_limit_holds_instead(name: str) -> None:
    setting, limit, own, _, counts = LIMITS[name]
    client = service(setting, str(own))
    assert [counts(_asked(name, days, client)) for days in (own, own + 1, limit)] == [True, False, False]


@pytest.mark.parametrize(("hours", "holds"), [(47.9, ["SR-14"]), (48.0, ["SR-14"]), (48.1, [])])
@pytest.mark.parametrize("zone", [0, 9, -7])
def test_a_temperature_counts_by_the_hour_in_any_zone(hours: float, holds: list[str], zone: int) -> None:
    there = (NOW - timedelta(hours=hours)) + timedelta(hours=zone)
    written = f"{there:%Y-%m-%dT%H:%M:%S}{zone:+03d}:00"
    assert ask([*base(), dated(loinc("8310-5", (38.5, "Cel")), effectiveDateTime=written)]).holds == holds


# --- what a card says of it -------------------------------------------------------------------------------------------


def test_imaging_that_is_too_old_is_shown_with_its_age_counts_as_unknown_and_is_asked_again() -> None:
    answer = ask([*without(base(), "spinal-lesion-assessment"), at(panel(charts.CALM), 120)])
    assert (answer.lead["outcome"], answer.inputs["CANAL"], answer.inputs["SOFT"]) == (
        "NEED_DATA",
        "unknown",
        "unknown",
    )
    assert {"F-10", "F-12"} <= set(answer.lead["questions"])
    assert f"bone matrix, on record but not counted: lytic (finding Observation/{_id(answer)}" in answer.text
    assert f"{day(120)}, 120 days old" in answer.text


def _id(answer: Answer) -> str:
    return answer.text.partition("bone matrix, on record but not counted: lytic (finding Observation/")[2].partition(
        ","
    )[0]


def test_a_result_that_is_too_old_is_shown_with_its_age_and_ordered_again() -> None:
    answer = ask(_labs("6301-6", (3.1, "1"), 45))
    assert "SR-15" in answer.holds
    assert "SR-10" not in answer.holds
    assert f"{day(45)}, 45 days old" in answer.text


# --- dates as records write them --------------------------------------------------------------------------------------

_MONTH_BEFORE_LAST = (TODAY.replace(day=1) - timedelta(days=40)).replace(day=1)
_SOON = (NOW + timedelta(days=40)).date()
COUNTS: dict[str, dict[str, object]] = {
    "a day": {"effectiveDateTime": day(30)},
    "the month that is": {"effectiveDateTime": f"{TODAY:%Y-%m}"},
    "a time with a zone": {"effectiveDateTime": f"{day(30)}T00:10:00.250Z"},
    "the day before, there": {"effectiveDateTime": f"{day(31)}T23:30:00-05:00"},
    "a time without a zone": {"effectiveDateTime": f"{day(30)}T08:00"},
    "an instant": {"effectiveInstant": f"{day(10)}T08:00:00Z"},
    "a period": {"effectivePeriod": {"start": day(20), "end": day(10)}},
    "a period that has only an end": {"effectivePeriod": {"end": day(10)}},
    "issued only": {"issued": f"{day(30)}T08:00:00Z"},
    "issued, beside a date that is none": {"effectiveDateTime": "soon", "issued": f"{day(5)}T08:00:00Z"},
    "tomorrow already, there": {"effectiveDateTime": (TODAY + timedelta(days=1)).isoformat()},
}
TOO_OLD: dict[str, dict[str, object]] = {
    "the month before last": {"effectiveDateTime": f"{_MONTH_BEFORE_LAST:%Y-%m}"},
    "last year": {"effectiveDateTime": f"{NOW.year - 1}"},
    "the same day, there": {"effectiveDateTime": f"{day(30)}T00:30:00+13:00"},
    "a period that began before": {"effectivePeriod": {"start": day(31), "end": day(1)}},
    "examined before, issued late": {"effectiveDateTime": day(31), "issued": f"{day(1)}T08:00:00Z"},
    "no date": {},
    "no readable date": {"effectiveDateTime": "31.12.2026"},
    "a schedule": {"effectiveTiming": {"event": [day(1)]}},
    "the server's last change": {"meta": {"lastUpdated": f"{day(1)}T08:00:00Z"}},
    "a date to come": {"effectiveDateTime": _SOON.isoformat()},
}


@pytest.mark.parametrize("form", COUNTS)
def test_a_date_of_this_form_is_within_the_limit(form: str) -> None:
    chart = [*without(base(), "6301-6"), dated(loinc("6301-6", (1.0, "1")), **COUNTS[form])]
    assert ask(chart).holds == []


@pytest.mark.parametrize("form", TOO_OLD)
def test_a_date_of_this_form_is_not(form: str) -> None:
    """A date in part counts from its beginning, a period from its start; what is undated counts as too old."""
    chart = [*without(base(), "6301-6"), dated(loinc("6301-6", (1.0, "1")), **TOO_OLD[form])]
    assert ask(chart).holds == ["SR-15"]


def test_a_date_to_come_does_not_go_before_what_was_measured() -> None:
    mistyped = dated(loinc("6301-6", (1.0, "1")), effectiveDateTime=date(NOW.year + 30, 1, 1).isoformat())
    chart = [*without(base(), "6301-6"), at(loinc("6301-6", (3.0, "1")), 1), mistyped]
    assert ask(chart).holds == ["SR-10"]
    escc = [*without(base(), "spinal-lesion-assessment"), at(panel(charts.CALM | {"escc": None}), 5)]
    graded = [at(finding("escc", "2", "T8"), 5), dated(finding("escc", "0", "T8"), effectiveDateTime=_SOON.isoformat())]
    assert ask([*escc, *graded]).leads[0]["outcome"] == "URGENT_REFERRAL"


REMOVED = "sct:86782006"


@pytest.mark.parametrize(
    ("fusion", "removal", "metal"),
    [
        ({"performedPeriod": {"start": day(700)}}, {"performedDateTime": day(100)}, False),
        ({"performedDateTime": day(700)}, {"performedPeriod": {"start": day(120), "end": day(100)}}, False),
        ({"performedDateTime": day(100)}, {"performedPeriod": {"end": day(700)}}, True),
        ({"performedString": "long ago"}, {"performedDateTime": f"{NOW.year - 1}"}, False),
    ],
)
def test_of_two_procedures_the_later_one_counts_in_whatever_form_its_date_is(
    fusion: dict[str, object], removal: dict[str, object], *, metal: bool
) -> None:
    done = charts.procedure(text="Posterior spinal fusion T7-T9", site="T7-T9")
    gone = charts.procedure(REMOVED)
    for each, dates in ((done, fusion), (gone, removal)):
        each.pop("performedDateTime")
        each.update(dates)
    assert ("TR-10" in ask([*base(), done, gone]).lead["rules"]) == metal
