from datetime import UTC, datetime, timedelta, timezone

import pytest

from fhir_profiles import examples

NOW = datetime(2026, 11, 22, 9, 30, 15, 123456, tzinfo=UTC)


@pytest.mark.parametrize(
    ("placeholder", "rendered"),
    [
        ("@today", "2026-11-22"),
        ("@today-10d", "2026-11-12"),
        ("@today+3d", "2026-11-25"),
        ("@now", "2026-11-22T09:30:15Z"),
        ("@now-2h", "2026-11-22T07:30:15Z"),
        ("@now-3d", "2026-11-19T09:30:15Z"),
        ("@birth-18y", "2008-08-14"),
        ("on @today-1d, again @today.", "on 2026-11-21, again 2026-11-22."),
        ("nothing to render", "nothing to render"),
    ],
)
def test_a_placeholder_becomes_a_date(placeholder: str, rendered: str) -> None:
    assert examples.render(f'{{"on": "{placeholder}"}}', NOW) == {"on": rendered}


@pytest.mark.parametrize(
    "placeholder", ["@today-10", "@today-2h", "@today-2y", "@now-1y", "@birth", "@birth+3y", "@todayx"]
)
def test_a_placeholder_that_makes_no_sense_is_refused(placeholder: str) -> None:
    with pytest.raises(ValueError, match=r"@birth|placeholder"):
        examples.render(f'{{"on": "{placeholder}"}}', NOW)


def test_times_are_rendered_in_utc() -> None:
    elsewhere = NOW.astimezone(timezone(timedelta(hours=14)))
    assert examples.render('{"on": "@today @now"}', elsewhere) == {"on": "2026-11-22 2026-11-22T09:30:15Z"}


def test_a_leap_day_stays_a_date() -> None:
    day = datetime(2028, 2, 29, tzinfo=UTC) + timedelta(days=100)
    assert examples.render('{"on": "@birth-17y"}', day) == {"on": "2011-02-28"}


def test_an_unknown_patient_is_refused() -> None:
    with pytest.raises(KeyError):
        examples.load("../V-01", NOW)


def test_there_are_24_sample_patients() -> None:
    assert examples.names() == tuple(f"V-{number:02}" for number in range(1, 25))


@pytest.mark.parametrize("name", examples.names())
def test_a_sample_patient_is_whole(name: str) -> None:
    patient = examples.load(name, NOW)
    assert patient["story"] == name
    assert patient["title"]
    assert patient["hook"]["selections"]
    assert patient["hook"]["draftOrders"]["resourceType"] == "Bundle"
    entries = patient["bundle"]["entry"]
    assert patient["bundle"]["type"] == "transaction"
    assert f"Patient/{name}" in [entry["request"]["url"] for entry in entries]
    for entry in entries:
        resource = entry["resource"]
        assert entry["request"] == {"method": "PUT", "url": f"{resource['resourceType']}/{resource['id']}"}


@pytest.mark.parametrize("name", examples.names())
def test_no_placeholder_is_left(name: str) -> None:
    assert "@" not in str(examples.load(name, NOW))
