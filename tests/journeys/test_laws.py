"""What must not matter, does not: laws over real-looking charts, through the front door.

Each law draws a patient (or several lesions), a size and a seed; the charts are those of `tests/support/exports.py`. Two answers
are the same when they are equal byte by byte but for the uuids. What may not live here: laws of the decision (tests/plugin).
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from random import Random
from typing import Any

import orjson
import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from fhir_profiles import examples
from fhir_profiles.codes.observations import FINDING_QUERY_CODES, LAB_QUERY_CODES
from tests.support import calls, exports, history, mistakes, results
from tests.support.calls import Answered, Json, advice_of
from tests.support.exports import KEYS, Kept, crowded, resources_of, several
from tests.support.history import Pen
from tests.support.hospital import Hospital, hospital
from tests.support.improving import improvements

PATIENTS = tuple(name for name in examples.names() if name not in ("V-18", "V-19"))
LESIONS = (("T8", "L3"), ("T5", "T10", "L1"), ("C4", "T12", "L5", "S1"))
SERVICE = calls.client()
NOW = datetime.now(UTC)
few = settings(max_examples=20, derandomize=True, deadline=None)

Chart = Callable[[Kept], Json]
subjects: st.SearchStrategy[Chart] = st.sampled_from(
    [
        *(lambda kept, name=name: crowded(name, kept, NOW) for name in PATIENTS),
        *(lambda kept, levels=levels: several(levels, kept, NOW) for levels in LESIONS),
    ]
)
seeds = st.integers(0, 10_000)
sizes = st.sampled_from([20, 60, 150, 400])


def same(body: Json, other: Json) -> None:
    assert calls.post(SERVICE, other).without_ids == calls.post(SERVICE, body).without_ids


def canonical(answered: Answered) -> bytes:
    """The answer whatever the order of its members."""
    return orjson.dumps(orjson.loads(answered.without_ids), option=orjson.OPT_SORT_KEYS)


def unread(answered: Answered) -> set[str]:
    return {key for card in answered.cards for key in advice_of(card).get("unread", [])}


def leads(answered: Answered) -> list[Json]:
    """What stands first for each lesion; of the other cards one may give way to the card that says what was dropped."""
    return [
        each
        for each in map(advice_of, answered.cards)
        if each["kind"] in ("indication", "question", "referral", "nocare")
    ]


def with_entries(body: Json, change: Callable[[str, list[Any]], list[Any]]) -> Json:
    """The same call with other entries under every key."""
    prefetch = {
        key: value if key == "patient" else value | {"entry": change(key, value["entry"])}
        for key, value in body["prefetch"].items()
    }
    return body | {"prefetch": prefetch}


# --- what is beside the matter ----------------------------------------------------------------------------------------


@few
@given(subjects, seeds, sizes, st.booleans())
def test_unrelated_resources_change_nothing(chart: Chart, seed: int, size: int, filtered: bool) -> None:  # noqa: FBT001
    kept = Kept(size=size, seed=seed, filtered=filtered, past=False)
    same(chart(Kept(size=0, filtered=filtered)), chart(kept))


@few
@given(subjects, seeds, sizes)
def test_laboratory_values_of_years_ago_decide_nothing(chart: Chart, seed: int, size: int) -> None:
    """They are shown beside those that count, and that is all."""

    def decided(body: Json) -> list[tuple[str, Json]]:
        cards = calls.post(SERVICE, body).cards
        return [(card["summary"], {k: v for k, v in advice_of(card).items() if k != "evidence"}) for card in cards]

    assert decided(chart(Kept(size=size, seed=seed))) == decided(chart(Kept(size=0)))


@few
@given(subjects, seeds)
def test_the_order_of_entries_changes_nothing(chart: Chart, seed: int) -> None:
    rng = Random(seed)  # noqa: S311 - not for secrets
    body = chart(Kept(size=150, seed=seed))
    same(body, with_entries(body, lambda _, listed: rng.sample(listed, len(listed))))


@few
@given(subjects, seeds)
def test_the_order_of_members_changes_nothing(chart: Chart, seed: int) -> None:
    rng = Random(seed)  # noqa: S311 - not for secrets

    def turned(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: turned(value[name]) for name in rng.sample(list(value), len(value))}
        return [turned(each) for each in value] if isinstance(value, list) else value

    body = chart(Kept(size=60, seed=seed))
    assert canonical(calls.post(SERVICE, turned(body))) == canonical(calls.post(SERVICE, body))


# --- what exports do --------------------------------------------------------------------------------------------------


def stamped(body: Json) -> Json:
    """As a server sends it: every resource with its version and the time of its last change."""
    meta = {"versionId": "3", "lastUpdated": "2020-02-02T02:02:02Z"}
    return with_entries(
        body, lambda _, listed: [each | {"resource": each["resource"] | {"meta": meta}} for each in listed]
    )


@few
@given(subjects, seeds)
def test_twins_older_versions_and_company_change_nothing(chart: Chart, seed: int) -> None:
    pen = Pen("p", seed, NOW)
    body = stamped(chart(Kept(size=60, seed=seed)))

    def sprinkled(_: str, listed: list[Any]) -> list[Any]:
        more = [pen.choose(mistakes.HARMLESS)(pen, each["resource"]) for each in listed for _ in range(2)]
        return pen.random.sample([*listed, *more], len(listed) + len(more))

    same(body, with_entries(body, sprinkled))
    same(body, with_entries(body, lambda _, listed: [*listed, *listed]))


@few
@given(subjects, seeds)
def test_members_that_nobody_knows_change_nothing(chart: Chart, seed: int) -> None:
    pen = Pen("p", seed, NOW)
    body = chart(Kept(size=60, seed=seed))
    plain = with_entries(body, lambda _, listed: [each for each in listed if "text" not in each["resource"]])

    def odd(each: Json) -> Json:
        resource = mistakes.odd_members(pen, each["resource"]) if pen.chance(0.5) else each["resource"]
        link = {"link": [{"relation": "self", "url": "https://ehr.example/r4/1"}]}
        return {"resource": resource} | (link if pen.chance(0.5) else {})

    same(plain, with_entries(plain, lambda _, listed: [odd(each) for each in listed]))


@few
@given(subjects, seeds, st.sampled_from(KEYS), st.sampled_from(mistakes.UNREADABLE))
def test_an_unreadable_entry_changes_what_a_read_in_part_changes_and_adds_a_note(
    chart: Chart, seed: int, key: str, odd: object
) -> None:
    """C.7: the read counts as partly failed for all that such an entry could feed."""
    body = chart(Kept(size=60, seed=seed))

    def added(entry: object) -> Answered:
        place = Random(seed).randint(0, len(body["prefetch"][key]["entry"]))  # noqa: S311 - not for secrets
        return calls.post(
            SERVICE,
            with_entries(
                body, lambda each, listed: [*listed[:place], entry, *listed[place:]] if each == key else listed
            ),
        )

    warning = {"resource": {"resourceType": "OperationOutcome", "issue": [{"severity": "warning"}]}}
    whole, spoilt = calls.post(SERVICE, body), added(odd)
    assert unread(spoilt) == {key}
    assert improvements(spoilt.cards, whole.cards) == []
    assert "not a resource" in spoilt.raw.decode()
    if body["prefetch"][key]["entry"]:
        assert [advice_of(card) for card in spoilt.cards] == [advice_of(card) for card in added(warning).cards]


@few
@given(subjects, seeds, st.sampled_from(KEYS), st.integers(1, 3))
def test_entries_of_another_patient_are_counted_and_change_nothing_else(
    chart: Chart, seed: int, key: str, count: int
) -> None:
    pen = Pen("p", seed, NOW)
    body = chart(Kept(size=60, seed=seed))
    resources = [each["resource"] for each in body["prefetch"][key]["entry"]]
    strays = [mistakes.foreign(pen, pen.choose(resources)) for _ in range(count if resources else 0)]
    answered = calls.post(
        SERVICE, with_entries(body, lambda each, listed: [*strays, *listed] if each == key else listed)
    )
    before = calls.post(SERVICE, body)
    told = re.findall(r"another patient, dropped: (\d+)", answered.raw.decode())
    assert told == ([str(count)] if strays else [])
    assert unread(answered) == unread(before)
    assert leads(answered) == leads(before)


# --- pages ------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def beside() -> Iterator[Hospital]:
    with hospital({}) as found:
        yield found


@pytest.fixture(scope="module")
def reading(beside: Hospital) -> FlaskClient:
    return calls.client(beside.base_url, SPINAL_CDS__FHIR__PAGE_LIMIT="20")


@settings(few, max_examples=8)
@given(subjects, seeds, st.sampled_from([7, 20, 50]))
def test_a_search_in_pages_is_the_same_search(
    beside: Hospital, reading: FlaskClient, chart: Chart, seed: int, per_page: int
) -> None:
    body = chart(Kept(size=100, seed=seed, past=False))
    paged, beside.pages = copy.deepcopy(body), {}
    for key in KEYS:
        first, others = exports.pages(body["prefetch"][key], per_page, beside.base_url, key)
        paged["prefetch"][key] = first
        beside.pages |= others
    answered = calls.post(reading, paged | {"fhirServer": beside.base_url})
    assert answered.without_ids == calls.post(reading, body).without_ids


# --- the charts themselves --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("filtered", [False, True])
@pytest.mark.parametrize("size", [30, 200, 1_000])
def test_the_same_seed_writes_the_same_chart(size: int, filtered: bool) -> None:  # noqa: FBT001
    made = [crowded("V-05", Kept(size=size, seed=seed, filtered=filtered), NOW)["prefetch"] for seed in (1, 1, 2)]
    assert made[0] == made[1] != made[2]
    assert resources_of({"prefetch": made[0]}) == size


def test_nothing_unrelated_has_a_code_that_the_service_asks_for() -> None:
    asked = {code.code for code in (*FINDING_QUERY_CODES, *LAB_QUERY_CODES)}
    assert asked.isdisjoint({code for code, *_ in results.VALUES})
    assert {code for code, *_ in results.PAST_VALUES} <= asked


def test_several_lesions_are_several_lesions() -> None:
    leads = [advice_of(card) for card in calls.post(SERVICE, several(LESIONS[1], Kept(size=200), NOW)).cards]
    levels = [each["lesion"]["level"] for each in leads if each["kind"] in ("indication", "question", "referral")]
    assert levels == list(LESIONS[1])


def test_a_chart_holds_dates_of_every_form() -> None:
    pen = Pen("p", 1, NOW)
    dates = [str(history.operation(pen).get("performedDateTime", "")) for _ in range(200)]
    forms = {re.sub(r"\d", "9", each) for each in dates}
    assert {"9999", "9999-99", "9999-99-99", "9999-99-99T99:99:99Z", "9999-99-99T99:99:99.999-99:99"} <= forms
