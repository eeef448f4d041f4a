"""What each value of a prefetch key means, for every key, through the front door: the table of wire 2.5.

Every key has a resource whose effect shows in the cards, so that "used", "empty" and "not read" are three different answers.
What may not live here: how one entry of an answer is looked through (tests/fhir_profiles/test_chart.py).
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pytest
from flask.testing import FlaskClient

from fhir_profiles.queries import QUERIES
from tests.support import calls, charts
from tests.support.calls import Answered, Json, advice_of
from tests.support.hospital import Hospital, hospital
from tests.support.improving import improvements

KEYS = tuple(query.key for query in QUERIES)
REQUIRED = tuple(query.key for query in QUERIES if query.required)
OPTIONAL = tuple(query.key for query in QUERIES if not query.required)
SEARCHES = tuple(key for key in KEYS if key != "patient")
WOMAN: Json = {"resourceType": "Patient", "id": "p1", "gender": "female", "birthDate": "1990-03-04"}
PDF = {"status": "final", "code": {"text": "MR thoracic spine"}, "presentedForm": [{"contentType": "application/pdf"}]}
DICOM = "http://dicom.nema.org/resources/ontology/DCM"
STUDY = {
    "status": "available",
    "series": [
        {"modality": {"system": DICOM, "code": modality}, "bodySite": {"display": "T8"}} for modality in ("CT", "MR")
    ],
}


@cache
def chart() -> tuple[Json, ...]:
    """A painful lytic metastasis, everything known."""
    return tuple(charts.base())


def _chart_of(wanted: Callable[[Json], bool]) -> tuple[Json, ...]:
    return tuple(each for each in chart() if wanted(each))


PROBES: dict[str, Callable[[], tuple[Json, ...]]] = {
    "patient": lambda: (WOMAN,),
    "conditions": lambda: _chart_of(lambda each: each["resourceType"] == "Condition"),
    "findings": lambda: _chart_of(lambda each: "component" in each),
    "labs": lambda: (charts.loinc("6301-6", (2.5, "1"), days=1),),
    "reports": lambda: (_owned("DiagnosticReport", effectiveDateTime=charts.ago(3), **PDF),),
    "imaging": lambda: (_owned("ImagingStudy", started=charts.ago(3), **STUDY),),
    "procedures": lambda: (charts.procedure(text="Spinal fusion with pedicle screws T7-T9"),),
    "devices": lambda: (charts.device("sct:441509002"),),
    "medications": lambda: (charts.medication(text="apixaban"),),
    "statements": lambda: (charts.medication(text="clopidogrel") | {"resourceType": "MedicationStatement"},),
    "allergies": lambda: (charts.allergy(text="bone cement (PMMA)"),),
    "consents": lambda: (charts.consent(),),
}
"""What stands under a key alone, and changes the answer."""


@cache
def _probe(key: str) -> tuple[Json, ...]:
    return PROBES[key]()


def _owned(kind: str, **members: Any) -> Json:
    return {"resourceType": kind, "id": "probe", "subject": {"reference": "Patient/p1"}} | members


def bundle(*resources: Json, **members: Any) -> Json:
    entries = [{"resource": each, "search": {"mode": "match"}} for each in resources]
    return {"resourceType": "Bundle", "type": "searchset", "entry": entries} | members


def outcome(severity: str, code: str = "processing") -> Json:
    return {"resourceType": "OperationOutcome", "issue": [{"severity": severity, "code": code}]}


def told(severity: str) -> Json:
    return {"resource": outcome(severity), "search": {"mode": "outcome"}}


@dataclass(slots=True, kw_only=True)
class Desk:
    """The service with a FHIR server beside it, and one call whose prefetch holds everything."""

    service: FlaskClient
    beside: Hospital
    key: str
    call: Json = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.beside.seen.clear()
        self.beside.pages.clear()
        self.call = charts.call(chart())
        self.call["prefetch"] |= {key: self.call["prefetch"].get(key, bundle()) for key in KEYS}
        self.call["prefetch"][self.key] = self.value
        if self.key == "findings":
            self.call["prefetch"]["labs"] = bundle(*(each for each in chart() if each["resourceType"] == "Observation"))
        self.beside.record = copy.deepcopy(self.call["prefetch"])

    @property
    def value(self) -> Json:
        """The whole value of the key."""
        return WOMAN if self.key == "patient" else bundle(*_probe(self.key))

    @property
    def address(self) -> str:
        return self.beside.base_url

    def with_value(self, value: object, *, server: bool = True) -> Answered:
        body = self.call | {"prefetch": self.call["prefetch"] | {self.key: value}}
        return self.post(body, server=server)

    def without(self, *, server: bool = True) -> Answered:
        prefetch = {key: value for key, value in self.call["prefetch"].items() if key != self.key}
        return self.post(self.call | {"prefetch": prefetch}, server=server)

    def post(self, body: Json, *, server: bool = True) -> Answered:
        return calls.post(self.service, body | ({"fhirServer": self.address} if server else {}))


@pytest.fixture(scope="module")
def beside() -> Iterator[Hospital]:
    with hospital({}) as found:
        yield found


@pytest.fixture(scope="module")
def service(beside: Hospital) -> FlaskClient:
    return calls.client(beside.base_url)


@pytest.fixture
def desk(service: FlaskClient, beside: Hospital, key: str) -> Desk:
    return Desk(service=service, beside=beside, key=key)


def unread(answered: Answered) -> set[str]:
    return {key for card in answered.cards for key in advice_of(card).get("unread", [])}


def missing(answered: Answered) -> str:
    """The key that a 412 names."""
    assert answered.status == 412
    named: str = answered.body["issue"][0]["diagnostics"]
    return named.rpartition(" ")[2]


# --- the rows ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", SEARCHES)
def test_each_key_tells_something(desk: Desk) -> None:
    assert desk.with_value(desk.value).without_ids != desk.with_value(bundle()).without_ids


@pytest.mark.parametrize("key", KEYS)
def test_p1_absent_is_read_from_the_server_once(desk: Desk) -> None:
    assert desk.without().without_ids == desk.with_value(desk.value, server=False).without_ids
    assert desk.beside.asked == [desk.key]


@pytest.mark.parametrize("key", KEYS)
def test_p3_absent_without_a_server_is_412_or_said(desk: Desk) -> None:
    answered = desk.without(server=False)
    if desk.key in REQUIRED:
        assert missing(answered) == desk.key
    else:
        assert unread(answered) == {desk.key}


@pytest.mark.parametrize("key", KEYS)
def test_null_is_nothing_found_and_is_not_asked_again(desk: Desk) -> None:
    answered = desk.with_value(None)
    assert desk.beside.asked == []
    if desk.key == "patient":
        assert missing(answered) == "patient"
    else:
        assert answered.without_ids == desk.with_value(bundle()).without_ids
        assert unread(answered) == set()


NOTHING = {
    "no entry": {"resourceType": "Bundle", "type": "searchset"},
    "total 0": {"resourceType": "Bundle", "type": "searchset", "total": 0, "entry": []},
    "Epic's warning 4101": bundle(total=0, entry=[told("warning")]),
    "information": bundle(total=0, entry=[told("information")]),
}


@pytest.mark.parametrize("nothing", NOTHING)
@pytest.mark.parametrize("key", KEYS)
def test_an_empty_search_is_nothing_found(desk: Desk, nothing: str) -> None:
    answered = desk.with_value(NOTHING[nothing])
    assert desk.beside.asked == []
    if desk.key == "patient":
        assert missing(answered) == "patient"
    else:
        assert answered.without_ids == desk.with_value(bundle()).without_ids


@pytest.mark.parametrize("severity", ["warning", "error"])
@pytest.mark.parametrize("key", KEYS)
def test_p5_matches_beside_an_outcome_are_used_and_said_to_be_part(desk: Desk, severity: str) -> None:
    answered = desk.with_value(bundle(*_probe(desk.key), entry=[*bundle(*_probe(desk.key))["entry"], told(severity)]))
    assert desk.beside.asked == []
    assert unread(answered) == {desk.key}
    assert answered.without_ids != desk.with_value(bundle(entry=[told("error")])).without_ids


FAILED = {
    "error": outcome("error"),
    "fatal": outcome("fatal"),
    "a search that failed": bundle(entry=[told("error")]),
}


@pytest.mark.parametrize("failure", FAILED)
@pytest.mark.parametrize("key", KEYS)
def test_p5_a_failure_is_not_repeated(desk: Desk, failure: str) -> None:
    answered = desk.with_value(FAILED[failure])
    assert desk.beside.asked == []
    if desk.key in REQUIRED:
        assert missing(answered) == desk.key
    else:
        assert unread(answered) == {desk.key}
        assert answered.cards


def _first_page(desk: Desk, link: str) -> Json:
    return bundle(total=len(_probe(desk.key)), link=[{"relation": "next", "url": link}])


@pytest.mark.parametrize("link", ["{base}?page=2", "?page=2", "{base}/{type}?patient=p1&page=2"])
@pytest.mark.parametrize("key", SEARCHES)
def test_p6_a_next_page_is_followed(desk: Desk, link: str) -> None:
    kind = next(query.resource_type for query in QUERIES if query.key == desk.key)
    desk.beside.pages["2"] = desk.value
    answered = desk.with_value(_first_page(desk, link.format(base=desk.address, type=kind)))
    assert desk.beside.asked == ["page 2"]
    assert answered.without_ids == desk.with_value(desk.value).without_ids


@pytest.mark.parametrize("key", SEARCHES)
def test_p6_a_next_page_that_cannot_be_had_is_said(desk: Desk) -> None:
    elsewhere = desk.with_value(_first_page(desk, "http://127.0.0.1:9/r4?page=2"))
    no_server = desk.with_value(_first_page(desk, f"{desk.address}?page=2"), server=False)
    assert desk.beside.asked == []
    for answered in (elsewhere, no_server):
        assert answered.status == 200
        assert unread(answered) == {desk.key}


UNUSABLE: tuple[object, ...] = (
    "123",
    7,
    True,
    [],
    {},
    {"resourceType": "Practitioner", "id": "1"},
    {"resourceType": "Bundle", "entry": {}},
)


@pytest.mark.parametrize("value", UNUSABLE, ids=repr)
@pytest.mark.parametrize("key", KEYS)
def test_what_is_not_usable_is_as_good_as_absent(desk: Desk, value: object) -> None:
    assert desk.with_value(value).without_ids == desk.with_value(desk.value).without_ids
    assert desk.beside.asked == [desk.key]


@pytest.mark.parametrize("key", KEYS)
def test_a_key_that_we_did_not_ask_for_is_ignored(desk: Desk) -> None:
    body = copy.deepcopy(desk.call)
    body["prefetch"] |= {f"my-{desk.key}": bundle(*_probe("consents")), "user": "123"}
    assert desk.post(body).without_ids == desk.post(desk.call).without_ids


# --- other spellings of the same --------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["collection", "batch-response", "transaction-response", "history", None])
@pytest.mark.parametrize("key", SEARCHES)
def test_p8_the_type_of_a_bundle_does_not_matter(desk: Desk, kind: str | None) -> None:
    value = bundle(*_probe(desk.key), type=kind)
    if kind is None:
        del value["type"]
    assert desk.with_value(value).without_ids == desk.with_value(desk.value).without_ids


@pytest.mark.parametrize("key", [key for key in SEARCHES if key != "conditions"])
def test_p8_one_bare_resource_for_a_search_is_read(desk: Desk) -> None:
    (only,) = _probe(desk.key)
    assert desk.with_value(only).without_ids == desk.with_value(desk.value).without_ids


@pytest.mark.parametrize("key", SEARCHES)
def test_a_search_inside_a_batch_response_is_read(desk: Desk) -> None:
    """A client that asks for everything at once may hand on each answer as it came."""
    batch = bundle(type="batch-response", entry=[{"response": {"status": "200 OK"}, "resource": desk.value}])
    assert desk.with_value(batch).without_ids == desk.with_value(desk.value).without_ids


LOST: dict[str, Json] = {
    "refused": {"response": {"status": "403 Forbidden"}},
    "failed": {"response": {"status": "500"}, "resource": outcome("error")},
    "a search that failed": {"response": {"status": "200"}, "resource": bundle(entry=[told("error")])},
    "one of several pages": {"resource": bundle(link=[{"relation": "next", "url": "?page=2"}])},
    "fewer than counted": {"resource": bundle(total=3)},
}


@pytest.mark.parametrize("lost", LOST)
@pytest.mark.parametrize("key", OPTIONAL)
def test_a_search_that_a_batch_response_does_not_hold_in_full_is_said(desk: Desk, lost: str) -> None:
    answered = desk.with_value(bundle(type="batch-response", entry=[LOST[lost]]), server=False)
    assert (answered.status, unread(answered)) == (200, {desk.key})


@pytest.mark.parametrize("key", SEARCHES)
def test_a_count_without_its_entries_is_said(desk: Desk) -> None:
    """`_summary=count`, or a search that was cut without a word."""
    assert unread(desk.with_value({"resourceType": "Bundle", "type": "searchset", "total": 3})) == {desk.key}


@pytest.mark.parametrize("key", OPTIONAL)
def test_p9_another_patient_s_is_counted_and_nothing_of_it_is_used(desk: Desk) -> None:
    other = {"reference": "Patient/somebody-else"}
    foreign = [
        {**each, "subject": other} | ({"patient": other} if "patient" in each else {}) for each in _probe(desk.key)
    ]
    answered = desk.with_value(bundle(*foreign))
    clean = desk.with_value(bundle())
    assert unread(answered) == set()
    assert "another patient, dropped: 1" in answered.cards[-1]["detail"]
    assert [advice_of(card) for card in answered.cards[: len(clean.cards)]] == [advice_of(card) for card in clean.cards]


@pytest.mark.parametrize("value", [{**WOMAN, "id": "q"}, bundle({**WOMAN, "id": "q"})])
@pytest.mark.parametrize("key", ["patient"])
def test_p9_another_patient_is_400_however_it_came(desk: Desk, value: Json) -> None:
    assert desk.with_value(value).status == 400
    desk.beside.record["patient"] = value
    assert desk.without().status == 400


# --- thin resources ---------------------------------------------------------------------------------------------------

SUBSETTED = {"system": "http://terminology.hl7.org/CodeSystem/v3-ObservationValue", "code": "SUBSETTED"}
OWNERS = ("subject", "patient")


def _tagged(resource: Json) -> Json:
    return resource | {"meta": {"tag": [SUBSETTED]}}


@pytest.mark.parametrize("key", SEARCHES)
def test_a_resource_with_some_of_its_elements_leaves_its_key_read_in_part(desk: Desk) -> None:
    """A status, a place or a denial may be among what was left out: it may alarm, and settles nothing."""
    answered = desk.with_value(bundle(*map(_tagged, _probe(desk.key))))
    assert unread(answered) == {desk.key}
    assert improvements(answered.cards, desk.with_value(bundle()).cards) == []


@pytest.mark.parametrize(("key", "hold"), [("labs", "SR-10"), ("medications", "SR-12"), ("statements", "SR-13")])
def test_a_thin_resource_still_raises_its_hold(desk: Desk, hold: str) -> None:
    answered = desk.with_value(bundle(*map(_tagged, _probe(desk.key))))
    assert hold in advice_of(answered.cards[0])["holds"]


@pytest.mark.parametrize("kept", [("code", "status"), ("status",), ()], ids=str)
@pytest.mark.parametrize("key", SEARCHES)
def test_a_thin_resource_that_nobody_marked_improves_nothing(desk: Desk, kept: tuple[str, ...]) -> None:
    """A client that asks with `_elements` and passes on what came."""
    members = ("resourceType", "id", *OWNERS, *kept)
    thin = [{name: each[name] for name in members if name in each} for each in _probe(desk.key)]
    answered = desk.with_value(bundle(*thin))
    # A tumour that is only a code is a tumour all the same, so there the whole resource is the bar.
    bar = desk.value if desk.key == "conditions" else bundle()
    assert answered.status == 200
    assert improvements(answered.cards, desk.with_value(bar).cards) == []


MASKED = {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason", "valueCode": "masked"}]}


@pytest.mark.parametrize("concept", [MASKED, {}, {"coding": [{}]}, 7, "escc", [1]], ids=repr)
@pytest.mark.parametrize(
    ("key", "member"),
    [
        ("conditions", "code"),
        ("findings", "code"),
        ("labs", "code"),
        ("procedures", "code"),
        ("devices", "type"),
        ("allergies", "code"),
        ("medications", "medicationCodeableConcept"),
        ("statements", "medicationCodeableConcept"),
    ],
)
def test_p10_an_entry_that_does_not_say_what_it_is_about_may_be_a_lost_fact(
    desk: Desk, member: str, concept: object
) -> None:
    odd = desk.with_value(bundle(*_probe(desk.key), _probe(desk.key)[0] | {"id": "odd", member: concept}))
    whole = desk.with_value(desk.value)
    assert (whole.status, unread(whole)) == (200, set())
    assert unread(odd) == {desk.key} or "names no drug that can be read" in odd.raw.decode()
    assert improvements(odd.cards, whole.cards) == []


# --- one resource, told twice -----------------------------------------------------------------------------------------


def _versions(key: str) -> tuple[Json, Json]:
    """The resource as it is now, and as it was: without what makes it count."""
    (now,) = _probe(key)
    then = {name: value for name, value in now.items() if name in ("resourceType", "id", *OWNERS, "code", "status")}
    return now | {"meta": {"versionId": "10"}}, then | {"meta": {"versionId": "9"}}


@pytest.mark.parametrize("key", [key for key in SEARCHES if key != "conditions"])
def test_of_two_versions_the_newer_counts_wherever_they_stand(desk: Desk) -> None:
    now, then = _versions(desk.key)
    expected = desk.with_value(bundle(now)).without_ids
    desk.beside.pages["2"] = bundle(then)
    paged = bundle(now, total=2, link=[{"relation": "next", "url": f"{desk.address}?page=2"}])
    for value in (bundle(now, then), bundle(then, now), bundle(now, now), paged):
        assert desk.with_value(value).without_ids == expected
