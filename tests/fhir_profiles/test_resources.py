"""Accessors give what can be read, and nothing else; no JSON value makes them raise."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fhir_profiles import resources as r
from fhir_profiles.resources.moments import Moment

ODD: list[object] = [
    None,
    True,
    0,
    -1.5,
    "",
    "x",
    [],
    [None],
    [[]],
    {},
    {"coding": 1},
    {"coding": [None, 1, {"code": []}]},
]


def test_codings_and_texts_of_a_concept() -> None:
    concept = {
        "text": "T8",
        "coding": [{"system": "s", "code": " c ", "display": "Eighth"}, {"display": "no code"}, "odd", {"code": 7}],
    }
    assert r.codings(concept) == (r.Coding("s", "c", "Eighth"),)
    assert r.codings(concept)[0].key == ("s", "c")
    assert r.texts(concept) == ("T8", "Eighth", "no code")
    assert r.codings({"system": "s", "code": "c"}) == (r.Coding("s", "c", ""),)
    assert r.texts({"text": " "}) == ()


def test_one_bare_object_counts_as_a_list_of_one() -> None:
    assert r.members({"bodySite": {"text": "T8"}}, "bodySite") == ({"text": "T8"},)
    assert r.members({"bodySite": [{"text": "T8"}, None, 3]}, "bodySite") == ({"text": "T8"},)


def test_a_quantity_has_a_number_and_its_units() -> None:
    value = {"value": 5, "unit": "millimetre", "code": "mm", "system": "http://unitsofmeasure.org", "comparator": "<"}
    assert r.quantity(value) == r.Quantity(5.0, ("mm", "millimetre"), "<")
    assert r.quantity({"value": 1.1}) == r.Quantity(1.1, (), "")
    for odd in ({"value": "5"}, {"value": True}, {"value": 1e300}, {"unit": "mm"}, {"value": 10**400}):
        assert r.quantity(odd) is None


def test_numbers_and_truths_are_not_guessed() -> None:
    assert r.whole({"n": 7.0}, "n") == 7
    assert r.whole({"n": 7.5}, "n") is None
    assert r.whole({"n": "7"}, "n") is None
    assert r.whole({"n": float("inf")}, "n") is None
    assert r.number({"n": False}, "n") is None
    assert r.truth({"n": False}, "n") is False
    assert r.truth({"n": 0}, "n") is None
    assert r.truth({"n": "true"}, "n") is None


@pytest.mark.parametrize(
    ("written", "at", "precision"),
    [
        ("2026", datetime(2026, 1, 1, tzinfo=UTC), r.Precision.YEAR),
        ("2026-11", datetime(2026, 11, 1, tzinfo=UTC), r.Precision.MONTH),
        ("2026-11-22", datetime(2026, 11, 22, tzinfo=UTC), r.Precision.DAY),
        ("2026-11-22T10:30Z", datetime(2026, 11, 22, 10, 30, tzinfo=UTC), r.Precision.TIME),
        ("2026-11-22T10:30:15", datetime(2026, 11, 22, 10, 30, 15, tzinfo=UTC), r.Precision.TIME),
        (
            "2026-11-22T00:30:15.123456789+01:00",
            datetime(2026, 11, 22, 0, 30, 15, 123456, tzinfo=timezone(timedelta(hours=1))),
            r.Precision.TIME,
        ),
    ],
)
def test_a_date_of_every_precision(written: str, at: datetime, precision: r.Precision) -> None:
    assert r.moment(written) == Moment(at, precision)


def test_a_day_is_the_writer_s_day() -> None:
    found = r.moment("2026-11-22T00:30:00+01:00")
    assert found is not None
    assert found.day == date(2026, 11, 22)


@pytest.mark.parametrize(
    "odd",
    [
        "",
        "22.11.2026",
        "2026-13",
        "2026-02-30",
        "2026-W45",
        "20261122",
        "2026-11-22T25:00:00Z",
        "9999-12-31T23:59:59-12:00",
        "0001-01-01T00:00:00+12:00",
        "2026-11-22 10:30",
        "٢٠٢٦",
        2026,
        None,
        ["2026"],
    ],
)
def test_what_is_no_date_is_none(odd: object) -> None:
    assert r.moment(odd) is None


def test_the_date_of_a_finding() -> None:
    assert r.found_on({"effectivePeriod": {"start": "2026-01-02", "end": "2026-01-03"}, "issued": "2027"}) == r.moment(
        "2026-01-02"
    )
    assert r.found_on({"effectiveDateTime": "soon", "issued": "2026-01-04"}) == r.moment("2026-01-04")
    assert r.found_on({"performedPeriod": {"end": "2026-01-03"}}) == r.moment("2026-01-03")
    assert r.found_on({"recordedDate": "2026"}) is None
    assert r.recorded_on({"recordedDate": "2026"}) == r.moment("2026")
    assert r.recorded_on({"meta": {"lastUpdated": "2026-01-01T00:00:00Z"}}) == r.moment("2026-01-01T00:00:00Z")
    assert r.sorted_on({"issued": "2026"}) is None


@pytest.mark.parametrize(
    ("address", "tail"),
    [
        ("Patient/1", "Patient/1"),
        ("https://ehr.example/r4/Patient/1", "Patient/1"),
        ("https://ehr.example/r4/Patient/1/_history/2", "Patient/1"),
        ("/Patient/1", "Patient/1"),
        ("urn:uuid:61ebe359-bfdc-4613-8bf2-c5e300945f0a", None),
        ("#p", None),
        ("Patient/", None),
        ("1", None),
        ("Patient?identifier=1", None),
    ],
)
def test_addresses_count_by_their_tail(address: str, tail: str | None) -> None:
    assert r.tail(address) == tail


def test_contained_resources_are_found_by_their_own_id() -> None:
    inside = {"resourceType": "Medication", "id": "m"}
    assert r.contained({"contained": [None, inside]}, "#m") == inside
    assert r.contained({"contained": [inside]}, "#x") is None
    assert r.contained({"contained": [inside]}, "Medication/m") is None


def test_a_name_repeats_nothing_but_a_type_and_an_id() -> None:
    assert r.name_of({"resourceType": "Observation", "id": "17"}) == "Observation/17"
    assert r.name_of({"resourceType": "Observation", "id": "Jane Doe, born 1970"}) == "Observation"
    assert r.name_of({"resourceType": "Jane Doe", "id": "17"}) == "entry"


def test_entries_of_any_bundle() -> None:
    bundle = {"resourceType": "Bundle", "entry": [{"resource": {"id": "1"}, "search": {"mode": "match"}}, 5, {}]}
    assert list(r.entries(bundle)) == [r.Entry({"id": "1"}, "", "match"), r.Entry(None, "", ""), r.Entry(None, "", "")]
    assert r.next_link({"link": [{"relation": "self", "url": "a"}, {"relation": "next", "url": "b"}]}) == "b"
    assert r.total({"type": "searchset", "total": 3}) == 3
    assert r.total({"type": "collection", "total": 3}) is None
    assert r.severities({"issue": [{"severity": "warning"}, {}]}) == {"warning", "error"}
    assert r.severities({}) == {"error"}


def test_extensions_notes_and_statuses() -> None:
    resource = {
        "extension": [{"url": "a", "valueCode": "1"}, {"url": "b"}],
        "note": [{"text": "old and stable"}, {}],
        "status": "final",
        "clinicalStatus": {"coding": [{"code": "active"}]},
    }
    assert r.extensions(resource, "a") == ({"url": "a", "valueCode": "1"},)
    assert r.notes(resource) == ("old and stable",)
    assert r.status_code(resource, "status") == "final"
    assert r.status_code(resource, "clinicalStatus") == "active"
    assert r.status_code(resource, "verificationStatus") is None


NAMES = (
    *("resourceType", "id", "code", "coding", "text", "value", "start", "end", "entry", "resource", "link", "meta"),
    *("lastUpdated", "subject", "reference", "search", "mode", "note", "issue", "severity", "total", "type"),
    *("effectiveDateTime", "effectivePeriod", "contained", "extension"),
)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=12)
    | st.sampled_from(["Patient/1", "2026"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(NAMES),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_p10_no_value_makes_an_accessor_raise(value: object) -> None:
    for accessor in (r.codings, r.texts, r.quantity, r.moment, r.period_start, r.reference):
        accessor(value)
    if isinstance(value, dict):
        for of_object in (r.found_on, r.recorded_on, r.sorted_on, r.last_updated, r.is_blank, r.name_of, r.notes):
            of_object(value)
        for of_bundle in (r.kind_of, r.next_link, r.total, r.severities):
            of_bundle(value)
        list(r.entries(value))
        r.contained(value, "#1")
        r.extensions(value, "1")
        r.status_code(value, "code")


@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_odd_concepts_are_empty(odd: object) -> None:
    assert r.codings(odd) == ()
    assert r.texts(odd) == ()
