"""From prefetch and FHIR server to one chart: every row of wire 2.5, and what a gap is (contract 7)."""

import copy
import json
import re
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import responses
from hypothesis import given
from hypothesis import strategies as st
from requests import PreparedRequest

from fhir_profiles.chart import Chart, GapReason, RequiredMissing, WrongPatient, gather
from fhir_profiles.chart.sift import ENTRY_LIMIT
from fhir_profiles.queries import PARTS, QUERIES, QUERY_BY_KEY, fhir_query
from fhir_profiles.server import FhirServer, Session

BASE = "https://fhir.example/r4"
JSON = dict[str, object]
KEYS = [query.key for query in QUERIES]
OPTIONAL = [query.key for query in QUERIES if not query.required]
TYPE_OF = {query.key: query.resource_type for query in QUERIES}
LOINC_INR = {"coding": [{"system": "http://loinc.org", "code": "6301-6"}]}
ESCC = {
    "coding": [{"system": "https://spinal-tumour-cds.example/fhir/CodeSystem/spinal-lesion-finding", "code": "escc"}]
}


def resource(key: str, own_id: str = "1", **more: object) -> JSON:
    """A resource that the key's query would find."""
    if key == "patient":
        return {"resourceType": "Patient", "id": "p", **more}
    owner = "patient" if key in {"devices", "allergies", "consents"} else "subject"
    made: JSON = {"resourceType": TYPE_OF[key], "id": own_id, owner: {"reference": "Patient/p"}, "status": "active"}
    if key in {"findings", "labs"}:
        made["code"] = ESCC if key == "findings" else LOINC_INR
    if key in {"medications", "statements"}:
        made["medicationCodeableConcept"] = {"text": "apixaban"}
    return {**made, **more}


def bundle(*resources: object, link: str | None = None, **more: object) -> JSON:
    made: JSON = {"resourceType": "Bundle", "type": "searchset", "entry": [{"resource": each} for each in resources]}
    if link:
        made["link"] = [{"relation": "next", "url": link}]
    return {**made, **more}


def outcome(severity: str) -> JSON:
    return {"resourceType": "OperationOutcome", "issue": [{"severity": severity, "code": "processing"}]}


def outcome_entry(severity: str) -> JSON:
    return {"resource": outcome(severity), "search": {"mode": "outcome"}}


def full() -> JSON:
    """A prefetch with one resource for every key."""
    return {key: resource(key) if key == "patient" else bundle(resource(key)) for key in KEYS}


class Record:
    """A FHIR server that holds what `full` holds, until a test says otherwise; remembers what it was asked."""

    def __init__(self, wire: responses.RequestsMock, session: Session) -> None:
        self.holds = full()
        self.pages: dict[str, JSON] = {}
        self.strict = True
        self.asked: list[str] = []
        self.server = FhirServer(base_url=BASE, session=session, page_limit=3)
        wire.add_callback(responses.GET, url=re.compile("https://.*"), callback=self._answer)

    def _answer(self, request: PreparedRequest) -> tuple[int, Mapping[str, str], str]:
        url = urlsplit(str(request.url))
        page = parse_qs(url.query).get("page")
        if page:
            self.asked.append(f"page {page[0]}")
            return 200, {}, json.dumps(self.pages[page[0]])
        key = _key_of(url.path.rsplit("/r4/", 1)[1], parse_qs(url.query))
        self.asked.append(key)
        if not self.strict and "Prefer" in request.headers:
            return 400, {}, ""
        held = self.holds[key]
        return (held, {}, "") if isinstance(held, int) else (200, {}, json.dumps(held))


def _key_of(path: str, parameters: Mapping[str, list[str]]) -> str:
    kind = path.partition("/")[0]
    if kind == "Observation":
        return "labs" if "6301-6" in parameters["code"][0] else "findings"
    return next(key for key, name in TYPE_OF.items() if name == kind)


@pytest.fixture
def record() -> Iterator[Record]:
    session = Session()
    with responses.RequestsMock(assert_all_requests_are_fired=False) as wire:
        yield Record(wire, session)
    session.close()


def charted(
    prefetch: Mapping[str, object] | None = None,
    record: Record | None = None,
    *,
    not_available: frozenset[str] = frozenset(),
    key_names: Mapping[str, str] | None = None,
    oldest_needed: Mapping[str, date] | None = None,
    patient_id: str = "p",
) -> Chart:
    return gather(
        patient_id=patient_id,
        prefetch=prefetch,
        server=record.server if record else None,
        not_available=not_available,
        key_names=key_names or {},
        deadline=time.monotonic() + 60,
        oldest_needed=oldest_needed or {},
    )


def with_value(key: str, value: object) -> JSON:
    return {**full(), key: value}


def ids(chart: Chart, key: str) -> list[object]:
    return [each.get("id") for each in chart.of(key)]


def gaps(chart: Chart) -> dict[str, GapReason]:
    return {gap.key: gap.reason for gap in chart.gaps}


# --- The table, row by row --------------------------------------------------------------------------------------------


def test_p2_prefetch_alone_is_enough(record: Record) -> None:
    chart = charted(full(), record)
    assert record.asked == []
    assert chart.gaps == ()
    assert chart.notes == ()
    assert [len(chart.of(key)) for key in KEYS] == [1] * len(KEYS)


def test_p2_the_server_alone_gives_the_same_chart(record: Record) -> None:
    assert charted(None, record) == charted(full())
    assert sorted(record.asked) == sorted(KEYS)


@pytest.mark.parametrize("key", KEYS)
def test_p1_an_absent_key_is_asked_for_exactly_once(record: Record, key: str) -> None:
    brought = full()
    del brought[key]
    assert charted(brought, record) == charted(full())
    assert record.asked == [key]


@pytest.mark.parametrize("key", ["patient", "conditions"])
def test_p3_a_required_key_without_a_server_is_missing(key: str) -> None:
    brought = full()
    del brought[key]
    with pytest.raises(RequiredMissing) as caught:
        charted(brought)
    assert caught.value.key == key


@pytest.mark.parametrize("key", OPTIONAL)
def test_p4_an_optional_key_without_a_server_is_a_gap(key: str) -> None:
    brought = full()
    del brought[key]
    assert gaps(charted(brought)) == {key: GapReason.NO_ACCESS}


@pytest.mark.parametrize("key", [key for key in KEYS if key != "patient"])
def test_null_means_no_data_and_is_not_asked_again(record: Record, key: str) -> None:
    chart = charted(with_value(key, None), record)
    assert (chart.of(key), chart.gaps, record.asked) == ((), (), [])


def test_a_patient_that_the_client_did_not_find_is_missing(record: Record) -> None:
    with pytest.raises(RequiredMissing):
        charted(with_value("patient", None), record)


@pytest.mark.parametrize(
    "empty",
    [
        bundle(),
        {"resourceType": "Bundle", "type": "searchset", "total": 0},
        {"resourceType": "Bundle", "entry": None},
        bundle(entry=[outcome_entry("warning")]),
        bundle(entry=[outcome_entry("information")]),
        bundle(entry=[{"resource": outcome("warning")}]),
    ],
)
def test_an_empty_search_is_no_gap(record: Record, empty: JSON) -> None:
    chart = charted(with_value("conditions", empty), record)
    assert (chart.of("conditions"), chart.gaps, record.asked) == ((), (), [])


@pytest.mark.parametrize(
    ("severity", "reason"),
    [("warning", GapReason.PARTLY), ("error", GapReason.PARTLY), ("fatal", GapReason.PARTLY), ("information", None)],
)
def test_p5_matches_beside_an_outcome_are_used_but_not_whole(severity: str, reason: GapReason | None) -> None:
    value = bundle(entry=[outcome_entry(severity), {"resource": resource("conditions")}])
    chart = charted(with_value("conditions", value))
    assert ids(chart, "conditions") == ["1"]
    assert gaps(chart).get("conditions") is reason


@pytest.mark.parametrize("failure", [outcome("error"), outcome("fatal"), bundle(entry=[outcome_entry("error")])])
def test_p5_a_failed_prefetch_is_not_repeated(record: Record, failure: JSON) -> None:
    chart = charted(with_value("devices", failure), record)
    assert gaps(chart) == {"devices": GapReason.FAILED}
    assert record.asked == []
    with pytest.raises(RequiredMissing):
        charted(with_value("conditions", failure), record)


@pytest.mark.parametrize(
    "unusable",
    ["123", 7, True, [], [resource("conditions")], {}, resource("devices"), bundle(entry={}), bundle(entry=5)],
)
def test_an_unusable_value_is_as_good_as_none(record: Record, unusable: object) -> None:
    chart = charted(with_value("conditions", unusable), record)
    assert record.asked == ["conditions"]
    assert (ids(chart, "conditions"), chart.gaps) == (["1"], ())


def test_a_key_that_we_did_not_ask_for_is_ignored() -> None:
    assert charted(with_value("user", {"resourceType": "Practitioner"})) == charted(full())


# --- Pages ------------------------------------------------------------------------------------------------------------


def test_p6_a_paged_prefetch_is_followed(record: Record) -> None:
    record.pages["2"] = bundle(resource("conditions", "2"), total=2)
    chart = charted(with_value("conditions", bundle(resource("conditions"), link=f"{BASE}?page=2", total=2)), record)
    assert (ids(chart, "conditions"), chart.gaps, record.asked) == (["1", "2"], (), ["page 2"])


def test_p6_a_paged_prefetch_that_leads_elsewhere_is_cut(record: Record) -> None:
    value = bundle(resource("conditions"), link="https://evil.example/r4?page=2")
    chart = charted(with_value("conditions", value), record)
    assert (ids(chart, "conditions"), gaps(chart), record.asked) == (["1"], {"conditions": GapReason.CUT}, [])


def test_p6_a_paged_prefetch_without_a_server_is_cut() -> None:
    value = bundle(resource("conditions"), link=f"{BASE}?page=2")
    assert gaps(charted(with_value("conditions", value))) == {"conditions": GapReason.CUT}


def test_too_many_pages_are_cut_at_the_limit(record: Record) -> None:
    record.holds["procedures"] = bundle(resource("procedures"), link=f"{BASE}?page=2")
    record.pages = {str(n): bundle(resource("procedures", str(n)), link=f"{BASE}?page={n + 1}") for n in range(2, 9)}
    chart = charted(None, record)
    assert (ids(chart, "procedures"), gaps(chart)) == (["1", "2", "3"], {"procedures": GapReason.CUT})


@pytest.mark.parametrize(
    "page",
    [
        outcome("error"),
        bundle(entry={"resource": resource("procedures", "2")}),
        bundle(entry=[outcome_entry("fatal")]),
        resource("devices"),
        {},
    ],
    ids=["outcome", "no list", "outcome in a Bundle", "another type", "nothing"],
)
def test_a_later_page_that_is_none_leaves_the_key_not_whole(record: Record, page: JSON) -> None:
    record.holds["procedures"] = bundle(resource("procedures"), link=f"{BASE}?page=2")
    record.pages["2"] = page
    chart = charted(None, record)
    assert (ids(chart, "procedures"), gaps(chart)) == (["1"], {"procedures": GapReason.PARTLY})


def test_a_search_that_counts_more_than_it_gives_is_cut() -> None:
    chart = charted(with_value("devices", bundle(resource("devices"), total=2)))
    assert gaps(chart) == {"devices": GapReason.CUT}


def test_what_was_included_or_told_is_no_match() -> None:
    entries = [
        {"resource": resource("medications"), "search": {"mode": "match"}},
        {"resource": {"resourceType": "Medication", "id": "m"}, "search": {"mode": "include"}},
        outcome_entry("information"),
    ]
    assert charted(with_value("medications", bundle(entry=entries, total=1))).gaps == ()
    assert gaps(charted(with_value("medications", bundle(entry=entries, total=2)))) == {"medications": GapReason.CUT}


def labs(*days: str, link: str, **more: object) -> JSON:
    return bundle(*(resource("labs", str(n), effectiveDateTime=day) for n, day in enumerate(days)), link=link, **more)


NEEDED = {"labs": date(2026, 10, 23), "conditions": date(2026, 10, 23)}


def test_a_sorted_search_that_reaches_back_far_enough_is_whole_and_goes_no_further(record: Record) -> None:
    record.holds["labs"] = labs("2026-11-20", "2026-11-01T10:00:00+01:00", "2026-10-01", link=f"{BASE}?page=2", total=9)
    chart = charted(None, record, oldest_needed=NEEDED)
    assert chart.gaps == ()
    assert "page 2" not in record.asked


@pytest.mark.parametrize(
    "days",
    [
        ("2026-11-20", "2026-11-01"),  # not far enough
        ("2026-11-20", "2026-10-22"),  # the day itself, somewhere in the world
        ("2026-09-01", "2026-11-20", "2026-10-01"),  # the server did not sort
        ("2026-11-20", "soon", "2026-10-01"),  # undated
        (),
    ],
)
def test_a_sorted_search_that_may_miss_something_is_cut(days: tuple[str, ...]) -> None:
    value = labs(*days, link=f"{BASE}?page=2")
    assert gaps(charted(with_value("labs", value), oldest_needed=NEEDED)) == {"labs": GapReason.CUT}


def test_a_sorted_search_without_a_limit_is_cut() -> None:
    assert gaps(charted(with_value("labs", labs("1999-01-01", link="?page=2")))) == {"labs": GapReason.CUT}


def test_an_unsorted_search_is_cut_however_old_its_entries_are() -> None:
    value = bundle(resource("conditions", recordedDate="1999-01-01"), link="?page=2")
    assert gaps(charted(with_value("conditions", value), oldest_needed=NEEDED)) == {"conditions": GapReason.CUT}


def many(count: int) -> list[JSON]:
    first = datetime(2026, 11, 1, tzinfo=UTC)
    days = [(first - timedelta(minutes=n)).isoformat() for n in range(count)]
    return [resource("labs", str(n), effectiveDateTime=day) for n, day in enumerate(days)]


def test_of_too_many_entries_the_newest_are_read() -> None:
    listed = [*reversed(many(ENTRY_LIMIT + 3)), resource("labs", "undated")]
    chart = charted(with_value("labs", bundle(*listed)))
    assert set(ids(chart, "labs")) == {str(n) for n in range(ENTRY_LIMIT)}
    assert gaps(chart) == {"labs": GapReason.CUT}


def test_too_many_entries_that_reach_back_far_enough_are_whole() -> None:
    listed = bundle(*many(ENTRY_LIMIT + 3))
    assert charted(with_value("labs", listed), oldest_needed={"labs": date(2026, 10, 31)}).gaps == ()
    assert gaps(charted(with_value("labs", listed), oldest_needed={"labs": date(2026, 10, 1)}))


# --- Entries ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["searchset", "collection", "transaction-response", None])
def test_p8_any_bundle_type_is_read(kind: str | None) -> None:
    assert ids(charted(with_value("conditions", bundle(resource("conditions"), type=kind))), "conditions") == ["1"]


def test_p8_a_search_answered_by_one_bare_resource_is_read() -> None:
    assert ids(charted(with_value("conditions", resource("conditions"))), "conditions") == ["1"]


def test_p8_a_patient_in_a_bundle_is_read() -> None:
    assert ids(charted(with_value("patient", bundle(resource("patient")))), "patient") == ["p"]


@pytest.mark.parametrize("value", [resource("patient", id="q"), bundle(resource("patient", id="q"))])
def test_p9_another_patient_is_refused(record: Record, value: JSON) -> None:
    with pytest.raises(WrongPatient):
        charted(with_value("patient", value))
    record.holds["patient"] = value
    with pytest.raises(WrongPatient):
        charted(None, record)


def test_p9_a_patient_without_an_id_is_asked_for(record: Record) -> None:
    chart = charted(with_value("patient", {"resourceType": "Patient"}), record)
    assert record.asked == ["patient"]
    assert ids(chart, "patient") == ["p"]


@pytest.mark.parametrize("patient_id", ["", "..", "."])
def test_p9_an_id_that_is_none_is_nobody_s(record: Record, patient_id: str) -> None:
    with pytest.raises(WrongPatient):
        charted(None, record, patient_id=patient_id)
    assert record.asked == []


@pytest.mark.parametrize(
    "owner",
    [
        {"reference": "Patient/q"},
        {"reference": "https://other.example/fhir/Patient/q"},
        {"reference": "Group/p"},
        {"reference": "Patient/pp"},
    ],
)
@pytest.mark.parametrize("key", OPTIONAL)
def test_p9_what_belongs_to_another_patient_is_dropped_and_counted(key: str, owner: JSON) -> None:
    name = "patient" if "patient" in resource(key) else "subject"
    chart = charted(with_value(key, bundle(resource(key, "2", **{name: owner}), resource(key))))
    assert ids(chart, key) == ["1"]
    assert (chart.foreign, chart.gaps) == (1, ())
    assert chart.included(f"{TYPE_OF[key]}/2") is None


@pytest.mark.parametrize(
    "owner",
    [
        {"reference": "https://other.example/fhir/Patient/p"},
        {"reference": "Patient/p/_history/3"},
        {"display": "someone"},
        {"identifier": {"value": "1"}},
        None,
    ],
)
def test_p9_what_names_nobody_else_is_ours(owner: object) -> None:
    chart = charted(with_value("procedures", bundle(resource("procedures", subject=owner))))
    assert (ids(chart, "procedures"), chart.foreign, chart.gaps) == (["1"], 0, ())


def test_p9_a_urn_counts_when_the_bundle_says_whose_it_is() -> None:
    urn = "urn:uuid:61ebe359-bfdc-4613-8bf2-c5e300945f0a"
    mine = resource("procedures", subject={"reference": urn})
    entries = [{"resource": mine}, {"resource": resource("patient"), "fullUrl": urn}]
    assert ids(charted(with_value("procedures", bundle(entry=entries))), "procedures") == ["1"]


@pytest.mark.parametrize("address", ["urn:uuid:61ebe359-bfdc-4613-8bf2-c5e300945f0a", "#p", "p"])
def test_p9_when_it_cannot_be_told_whose_it_is_the_key_is_not_whole(address: str) -> None:
    chart = charted(with_value("procedures", bundle(resource("procedures", subject={"reference": address}))))
    assert (chart.of("procedures"), gaps(chart)) == ((), {"procedures": GapReason.PARTLY})
    assert [note.resource for note in chart.notes] == ["Procedure/1"]


@pytest.mark.parametrize(
    "odd", [None, 5, "x", [], {}, {"resource": None}, {"resource": "x"}, {"resource": {"id": "1"}}]
)
def test_p10_a_bad_entry_is_a_note_and_the_others_count(odd: object) -> None:
    chart = charted(with_value("procedures", bundle(entry=[odd, {"resource": resource("procedures")}])))
    assert ids(chart, "procedures") == ["1"]
    assert gaps(chart) == {"procedures": GapReason.PARTLY}
    assert [(note.key, note.resource, note.problem) for note in chart.notes] == [
        ("procedures", "entry", "not a resource")
    ]


def test_p10_an_observation_without_a_readable_code_may_be_a_lost_finding() -> None:
    chart = charted(with_value("findings", bundle(resource("findings", code="escc"), resource("findings", "2"))))
    assert (ids(chart, "findings"), gaps(chart)) == (["2"], {"findings": GapReason.PARTLY})


@pytest.mark.parametrize(
    ("key", "odd"),
    [
        ("conditions", {"code": [1]}),
        ("procedures", {"code": 5}),
        ("allergies", {"code": 7}),
        ("devices", {"type": "pacemaker"}),
    ],
)
def test_an_entry_whose_concept_is_no_object_is_noted_and_its_key_was_read_in_part(key: str, odd: JSON) -> None:
    chart = charted(with_value(key, bundle(resource(key), resource(key, "2", **odd))))
    assert gaps(chart) == {key: GapReason.PARTLY}
    assert [note.resource for note in chart.notes] == [f"{TYPE_OF[key]}/2"]


def test_a_drug_without_any_concept_leaves_its_list_read_in_part() -> None:
    nameless = resource("medications", "2")
    del nameless["medicationCodeableConcept"]
    assert gaps(charted(with_value("medications", bundle(nameless)))) == {"medications": GapReason.PARTLY}
    over = bundle(nameless | {"status": "completed"})
    assert gaps(charted(with_value("medications", over))) == {}


def test_another_type_than_asked_for_is_noted_and_the_key_stays_whole() -> None:
    entries = [{"resource": resource("devices"), "search": {"mode": "match"}}, {"resource": resource("procedures")}]
    chart = charted(with_value("procedures", bundle(entry=entries)))
    assert (ids(chart, "procedures"), chart.gaps) == (["1"], ())
    assert [note.resource for note in chart.notes] == ["Device/1"]


def test_p7_fa9_what_was_not_asked_for_is_left_out(record: Record) -> None:
    record.holds["labs"] = bundle(resource("labs"), resource("labs", "2", code=ESCC))
    record.holds["medications"] = bundle(resource("medications"), resource("medications", "2", status="stopped"))
    chart = charted(None, record)
    assert (ids(chart, "labs"), ids(chart, "medications"), chart.gaps) == (["1"], ["1"], ())


OURS = f"{BASE}/Device?patient=p"


def told(link: str | None, *resources: object) -> JSON:
    """A search that says how it was understood."""
    made = bundle(*resources)
    return made if link is None else {**made, "link": [{"relation": "self", "url": link}]}


@pytest.mark.parametrize(
    ("link", "whose"),
    [
        (None, "ours"),
        (OURS, "ours"),
        (f"{BASE}/Device?patient=Patient%2Fp&_format=json", "ours"),
        (f"{BASE}/Device?patient:Patient=https://fhir.example/r4/Patient/p", "ours"),
        (f"{BASE}/Patient/p/Device?_count=100", "ours"),
        (f"{BASE}/Device", "nobody's"),
        (f"{BASE}/Device?_count=100", "nobody's"),
        (f"{BASE}/Device?patient=other", "nobody's"),
        ("https://[", "nobody's"),
    ],
)
def test_fa9_what_names_nobody_is_ours_only_if_our_patient_was_searched_for(link: str | None, whose: str) -> None:
    nobodys: JSON = {"resourceType": "Device", "id": "2", "type": {"text": "pacemaker"}}
    chart = charted(with_value("devices", told(link, resource("devices"), nobodys)))
    assert ids(chart, "devices") == (["1", "2"] if whose == "ours" else ["1"])
    assert gaps(chart) == ({} if whose == "ours" else {"devices": GapReason.PARTLY})


def test_fa9_what_came_along_may_belong_to_nobody() -> None:
    drug = {"resourceType": "Medication", "id": "9"}
    chart = charted(with_value("medications", told(f"{BASE}/MedicationRequest", resource("medications"), drug)))
    assert chart.included("Medication/9") == drug
    assert gaps(chart) == {}


def test_fa9_a_server_that_promised_nothing_is_not_taken_at_its_word(record: Record) -> None:
    """It will not search strictly, so it may have ignored the patient; its `self` link can say that it did not."""
    record.strict = False
    nobodys: JSON = {"resourceType": "Device", "id": "2", "type": {"text": "pacemaker"}}
    for link, found in ((None, {"devices": GapReason.PARTLY}), (OURS, {})):
        record.holds["devices"] = told(link, resource("devices"), nobodys)
        assert gaps(charted({key: value for key, value in full().items() if key != "devices"}, record)) == found
    assert record.asked == ["devices", "devices", "devices"]


@pytest.mark.parametrize(
    ("key", "link", "whole"),
    [
        ("conditions", "Condition?patient=p&_count=50&_format=json&page=x", True),
        ("conditions", "Condition?patient=p&clinical-status=active", False),
        ("conditions", "Condition?patient=p&category=problem-list-item", False),
        ("conditions", "Condition?patient=p&_lastUpdated=ge2026", False),
        ("medications", "MedicationRequest?patient=p&status=on-hold,active", True),
        ("medications", "MedicationRequest?patient=p&status=on-hold&status=active,stopped", True),
        ("medications", "MedicationRequest?patient=p&status=http://hl7.org/x|active,http://hl7.org/x|on-hold", True),
        ("medications", "MedicationRequest?patient=p", True),
        ("medications", "MedicationRequest?patient=p&status=active", False),
        ("labs", "Observation?patient=p&code=6301-6", False),
        ("labs", "Observation?patient=p&date=ge2026-01-01", False),
        ("imaging", "ImagingStudy?patient=p&_sort=-started", True),
        ("imaging", "ImagingStudy?patient=p&modality=CT", False),
    ],
)
def test_fa9_a_search_for_less_than_was_asked_is_cut(key: str, link: str, whole: object) -> None:
    chart = charted(with_value(key, told(f"{BASE}/{link}", resource(key))))
    assert ids(chart, key) == ["1"]
    assert gaps(chart) == ({} if whole else {key: GapReason.CUT})


def test_fa9_every_code_that_was_asked_for_is_told_back() -> None:
    link = f"{BASE}/{fhir_query(QUERY_BY_KEY['labs'], 'p')}"
    assert gaps(charted(with_value("labs", told(link, resource("labs"))))) == {}


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        ({"versionId": "9"}, {"versionId": "10"}, "second"),
        ({"versionId": "10"}, {"versionId": "9"}, "first"),
        ({"lastUpdated": "2026-11-02T00:00:00Z"}, {"lastUpdated": "2026-11-01T00:00:00Z"}, "first"),
        (
            {"versionId": "W/x", "lastUpdated": "2026-11-01T00:00:00+02:00"},
            {"versionId": "W/y", "lastUpdated": "2026-10-31T23:30:00Z"},
            "second",
        ),
        ({}, {}, "second"),
        ({"versionId": "3"}, {}, "second"),
    ],
)
def test_of_one_resource_in_two_versions_the_newer_counts(first: JSON, second: JSON, kept: str) -> None:
    twice = bundle(
        resource("conditions", meta=first, recorder={"display": "first"}),
        resource("conditions", meta=second, recorder={"display": "second"}),
        resource("conditions", "other"),
    )
    chart = charted(with_value("conditions", twice))
    assert ids(chart, "conditions") == ["1", "other"]
    assert chart.of("conditions")[0]["recorder"] == {"display": kept}


def test_an_older_version_that_was_asked_for_does_not_outlive_a_newer_one_that_was_not() -> None:
    stopped = resource("medications", meta={"versionId": "2"}, status="stopped")
    chart = charted(with_value("medications", bundle(stopped, resource("medications", meta={"versionId": "1"}))))
    assert chart.of("medications") == ()


def test_resources_without_an_id_all_stay() -> None:
    nameless = {"resourceType": "Condition", "subject": {"reference": "Patient/p"}}
    assert len(charted(with_value("conditions", bundle(nameless, nameless))).of("conditions")) == 2


def test_what_came_along_is_found_by_its_address() -> None:
    medication = {"resourceType": "Medication", "id": "m"}
    entries = [
        {"resource": resource("medications")},
        {"resource": medication, "fullUrl": "urn:uuid:1", "search": {"mode": "include"}},
    ]
    chart = charted(with_value("medications", bundle(entry=entries)))
    assert chart.notes == ()
    for address in ("Medication/m", "https://ehr.example/r4/Medication/m", "urn:uuid:1"):
        assert chart.included(address) == medication
    assert chart.included("Condition/1") == resource("conditions")
    assert chart.included("Medication/x") is None


# --- Servers, names, and what a record does not offer -----------------------------------------------------------------


@pytest.mark.parametrize("status", [401, 403, 404, 500])
@pytest.mark.parametrize("key", KEYS)
def test_a_read_that_fails_is_a_gap_or_the_end(record: Record, key: str, status: int) -> None:
    record.holds[key] = status
    if key in OPTIONAL:
        refused = GapReason.NO_ACCESS if status in {401, 403} else GapReason.FAILED
        assert gaps(charted(None, record)) == {key: refused}
    else:
        with pytest.raises(RequiredMissing) as caught:
            charted(None, record)
        assert caught.value.key == key


@pytest.mark.parametrize("answer", [outcome("error"), {"resourceType": "Bundle", "entry": 5}, {"hello": "world"}])
def test_an_answer_that_is_none_is_a_failure(record: Record, answer: JSON) -> None:
    record.holds["devices"] = answer
    assert gaps(charted(None, record)) == {"devices": GapReason.FAILED}
    record.holds["conditions"] = answer
    with pytest.raises(RequiredMissing):
        charted(None, record)


def test_the_hospital_s_own_key_names_are_read(record: Record) -> None:
    brought = full()
    brought["probleme"] = bundle(resource("conditions", "local"))
    chart = charted(brought, record, key_names={"probleme": "conditions", "geraete": "devices"})
    assert ids(chart, "conditions") == ["local"]
    assert record.asked == []


@pytest.mark.parametrize("key", OPTIONAL)
def test_what_the_record_does_not_offer_is_neither_asked_for_nor_missing(record: Record, key: str) -> None:
    chart = charted(None, record, not_available=frozenset({key}))
    assert key not in record.asked
    assert (chart.of(key), chart.gaps) == ((), ())
    assert chart.not_available == {key}


@pytest.mark.parametrize("key", OPTIONAL)
def test_a_gap_leaves_every_part_unread_that_its_query_feeds(record: Record, key: str) -> None:
    record.holds[key] = 500
    chart = charted(None, record)
    fed = next(query.reads_into for query in QUERIES if query.key == key)
    assert {part for part in PARTS if chart.unread(part)} == fed
    assert not any(charted(full()).unread(part) for part in PARTS)


def test_nothing_that_was_brought_is_changed() -> None:
    brought = full()
    before = copy.deepcopy(brought)
    charted(brought)
    assert brought == before


ODD = st.none() | st.booleans() | st.integers() | st.text(max_size=3) | st.lists(st.integers(), max_size=2)
NAMES = st.sampled_from(["resourceType", "id", "subject", "reference", "meta", "versionId", "lastUpdated", "code"])
OBJECT = st.dictionaries(NAMES, ODD | st.dictionaries(NAMES, ODD, max_size=3), max_size=5)
ENTRY = ODD | st.fixed_dictionaries({"resource": ODD | OBJECT}, optional={"fullUrl": ODD, "search": ODD | OBJECT})


@given(st.lists(ENTRY, max_size=4), ODD, ODD, ODD)
def test_p10_no_bundle_breaks_the_call(entries: list[object], total: object, link: object, kind: object) -> None:
    value: JSON = {"resourceType": "Bundle", "type": kind, "total": total, "link": link, "entry": entries}
    for key in ("conditions", "labs", "medications"):
        chart = charted(
            with_value(key, bundle(resource(key), entry=[*entries, {"resource": resource(key)}], total=total))
        )
        assert "1" in ids(chart, key)
        charted(with_value(key, value), oldest_needed=NEEDED)
