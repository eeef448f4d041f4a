"""What an EHR tells of our cards, over HTTP: rows B1 to B11 of the wire document, and what is refused by name."""

import json
import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, select
from werkzeug.test import TestResponse

from cds_hooks.app import create_app
from cds_hooks.ledger import Ledger
from cds_hooks.ledger.tables import FEEDBACK
from cds_hooks.messages import FeedbackOutcome
from cds_hooks.routes import HOOKS
from cds_hooks.site import Mode, Site
from cds_hooks.trust import Caller, Gate
from cds_hooks.wire import feedback as wire
from cds_hooks.wire.feedback import dump_feedback_answer, read_feedback
from cds_hooks.wire.moments import read_moment
from tests.support import calls
from tests.support.calls import Json

SERVICES = [f"/cds-services/{identifier}" for identifier, _ in HOOKS.values()]
PATH = f"{SERVICES[0]}/feedback"
CARD = "7f0c1d3e-8d2b-4f7a-9f57-0a4f2f3b7c11"
SUGGESTION = "0d3fcbb1-9b1f-4a52-8ba0-5a51d1b1a0aa"
AT = "2026-11-29T12:00:00Z"
OVERRIDDEN = {"card": CARD, "outcome": "overridden", "outcomeTimestamp": AT}
FIELDS = ["card", "outcome", "outcomeTimestamp", "acceptedSuggestions", "id", "overrideReason", "overrideReasons"]
FIELDS += ["reason", "code", "system", "userComment", "extension"]
ACCEPTED = OVERRIDDEN | {"outcome": "accepted", "acceptedSuggestions": [{"id": SUGGESTION}]}


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'ledger.db'}"


@pytest.fixture
def ehr(url: str) -> FlaskClient:
    return create_app(Site(store_url=url)).test_client()


@pytest.fixture(autouse=True)
def log(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, logger="spinal_cds")
    yield caplog
    assert "CANARY" not in caplog.text


def post(ehr: FlaskClient, *entries: Any, path: str = PATH, **more: Any) -> TestResponse:
    return ehr.post(path, data=orjson.dumps({"feedback": entries, **more}), content_type="application/json")


def kept(url: str) -> list[Json]:
    """The rows as they stand in the file."""
    engine = create_engine(url)
    with engine.connect() as connection:
        found = [dict(row) for row in connection.execute(select(FEEDBACK).order_by(FEEDBACK.c.id)).mappings()]
    engine.dispose()
    return found


def refused(answer: TestResponse) -> str:
    """What a 400 says; nothing of what was sent stands in it."""
    assert answer.status_code == 400
    assert b"CANARY" not in answer.data
    (issue,) = answer.get_json()["issue"]
    text: str = issue["details"]["text"]
    return text


# --- the address ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("slash", ["", "/"])
def test_B1_B8_each_service_takes_feedback(ehr: FlaskClient, service: str, slash: str) -> None:
    answer = post(ehr, OVERRIDDEN, path=f"{service}/feedback{slash}")
    assert (answer.status_code, answer.content_type, answer.data) == (200, "application/json", b'{"stored":1}')
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH", "HEAD"])
def test_H2_other_methods_on_feedback_are_405(ehr: FlaskClient, method: str) -> None:
    answer = ehr.open(PATH, method=method)
    assert (answer.status_code, answer.headers["Allow"]) == (405, "OPTIONS, POST")


def test_H3_feedback_on_an_unknown_service_is_404(ehr: FlaskClient) -> None:
    assert post(ehr, OVERRIDDEN, path="/cds-services/unknown/feedback").status_code == 404


@pytest.mark.parametrize("body", [b"", b"CANARY", b"[]", b'"CANARY"', b"[" * 100 + b"]" * 100])
def test_H5_a_body_that_is_no_object_is_400(ehr: FlaskClient, body: bytes) -> None:
    refused(ehr.post(PATH, data=body, content_type="application/json"))


def test_H5_another_media_type_is_415(ehr: FlaskClient) -> None:
    assert ehr.post(PATH, data=b"{}", content_type="text/plain").status_code == 415


# --- what an entry must have ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({}, "feedback: missing"),
        ({"feedback": None}, "feedback: missing"),
        ({"feedback": []}, "feedback: must be an array of 1 to 1000 entries"),
        ({"feedback": {"0": OVERRIDDEN}}, "feedback: must be an array"),
        ({"feedback": "CANARY"}, "feedback: must be an array"),
        ({"feedback": [OVERRIDDEN] * (wire.MOST_ENTRIES + 1)}, "feedback: must be an array of 1 to 1000 entries"),
    ],
)
def test_B2_the_body_holds_an_array_of_entries(ehr: FlaskClient, body: Json, told: str) -> None:
    assert told in refused(ehr.post(PATH, data=orjson.dumps(body), content_type="application/json"))


@pytest.mark.parametrize("name", ["card", "outcome", "outcomeTimestamp"])
@pytest.mark.parametrize("null", [False, True])
def test_B2_each_required_field_that_is_missing_is_named(ehr: FlaskClient, name: str, null: bool) -> None:  # noqa: FBT001
    entry = OVERRIDDEN | {name: None} if null else {key: OVERRIDDEN[key] for key in OVERRIDDEN if key != name}
    assert refused(post(ehr, entry)) == f"feedback[0]: {name}: missing"


def test_B2_everything_that_is_missing_is_named_at_once(ehr: FlaskClient) -> None:
    told = refused(post(ehr, {}, "CANARY"))
    assert told == (
        "feedback[0]: card: missing; outcome: missing; outcomeTimestamp: missing; feedback[1]: must be an object"
    )


def test_B2_a_thousand_bad_entries_give_a_short_answer(ehr: FlaskClient) -> None:
    told = refused(post(ehr, *([{}] * wire.MOST_ENTRIES)))
    assert told.endswith("; and 990 more")
    assert len(told) < 2_000


def test_B2_a_thousand_good_entries_are_kept(ehr: FlaskClient, url: str) -> None:
    assert post(ehr, *([OVERRIDDEN] * wire.MOST_ENTRIES)).get_json() == {"stored": wire.MOST_ENTRIES}
    assert len(kept(url)) == wire.MOST_ENTRIES


LONG = "CANARY" * 2_000
WRONG: list[tuple[Json, str]] = [
    ({"card": ""}, "card: must be a string"),
    ({"card": 7}, "card: must be a string"),
    ({"card": ["CANARY"]}, "card: must be a string"),
    ({"card": LONG}, "card: must be a string of at most 1024 characters"),
    ({"outcome": "CANARY"}, 'outcome: must be "accepted" or "overridden"'),
    ({"outcome": "Accepted"}, 'outcome: must be "accepted" or "overridden"'),
    ({"outcome": ""}, 'outcome: must be "accepted" or "overridden"'),
    ({"outcome": {"CANARY": 1}}, 'outcome: must be "accepted" or "overridden"'),
    ({"acceptedSuggestions": "CANARY"}, "acceptedSuggestions: must be an array"),
    ({"acceptedSuggestions": ["CANARY"]}, "acceptedSuggestions[0]: must be an object"),
    ({"acceptedSuggestions": [{"id": SUGGESTION}, {}]}, "acceptedSuggestions[1].id: missing"),
    ({"acceptedSuggestions": [{"id": 7}]}, "acceptedSuggestions[0].id: must be a string"),
    ({"acceptedSuggestions": [{"id": LONG}]}, "acceptedSuggestions[0].id: must be a string of at most 1024"),
    ({"acceptedSuggestions": [{"id": "s"}] * 101}, "acceptedSuggestions: must hold at most 100"),
    ({"overrideReason": "CANARY"}, "overrideReason: must be an object"),
    ({"overrideReason": {"reason": "CANARY"}}, "overrideReason.reason: must be an object"),
    ({"overrideReason": {"reason": {"code": 7}}}, "overrideReason.reason.code: must be a string"),
    ({"overrideReason": {"userComment": {"CANARY": 1}}}, "overrideReason.userComment: must be a string"),
    ({"overrideReason": {"userComment": LONG}}, "overrideReason.userComment: must be a string of at most 10000"),
]


@pytest.mark.parametrize(("change", "told"), WRONG, ids=[told for _, told in WRONG])
def test_B2_B3_a_wrong_field_is_named_with_what_it_must_be(ehr: FlaskClient, change: Json, told: str) -> None:
    assert f"feedback[0]: {told}" in refused(post(ehr, OVERRIDDEN | change))


ANYTHING = st.recursive(
    st.sampled_from([None, True, 0, 1.5, "", "CANARY", "accepted", AT]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*FIELDS, "CANARY"]), inner, max_size=3)
    ),
    max_leaves=12,
)


@settings(deadline=None)
@given(entries=st.lists(st.dictionaries(st.sampled_from(FIELDS), ANYTHING, max_size=8) | ANYTHING, max_size=4))
def test_G6_ST2_whatever_is_sent_is_kept_or_refused_by_the_names_of_our_fields(entries: list[Any]) -> None:
    told = read_feedback({"feedback": [*entries, OVERRIDDEN]})
    assert len(told.entries) + len(told.rejected) == len(entries) + 1
    assert b"CANARY" not in dump_feedback_answer(told)


def test_a_body_that_holds_millions_of_suggestions_is_refused_unread(ehr: FlaskClient) -> None:
    told = refused(post(ehr, OVERRIDDEN | {"acceptedSuggestions": [{}] * 2_000_000}))
    assert told == "feedback[0]: acceptedSuggestions: must hold at most 100 suggestions"


@pytest.mark.parametrize("outcome", ["accepted", "overridden"])
def test_B3_cds_fb_1_an_outcome_is_one_of_two(ehr: FlaskClient, url: str, outcome: str) -> None:
    assert post(ehr, ACCEPTED | {"outcome": outcome}).status_code == 200
    assert [row["outcome"] for row in kept(url)] == [outcome]
    assert 'outcome: must be "accepted" or "overridden"' in refused(post(ehr, ACCEPTED | {"outcome": "ignored"}))


@pytest.mark.parametrize("named", [{}, {"acceptedSuggestions": None}, {"acceptedSuggestions": []}])
def test_B3_cds_fb_2_accepted_names_what_was_accepted(ehr: FlaskClient, url: str, named: Json) -> None:
    told = refused(post(ehr, OVERRIDDEN | {"outcome": "accepted"} | named))
    assert told == "feedback[0]: acceptedSuggestions: missing, although outcome is accepted (cds-fb-2)"
    assert post(ehr, ACCEPTED).status_code == 200
    assert [row["suggestions"] for row in kept(url)] == [SUGGESTION]


@pytest.mark.parametrize("given", [None, {}, {"reason": None}, {"reason": {}}, {"userComment": ""}, {"x": 1}])
def test_B4_cds_fb_3_a_reason_without_reason_and_comment_is_no_fault(ehr: FlaskClient, url: str, given: Any) -> None:
    assert post(ehr, OVERRIDDEN | {"overrideReason": given}).data == b'{"stored":1}'
    ((row),) = kept(url)
    assert (row["reason_code"], row["comment"], row["comment_refused"]) == ("", None, False)


@pytest.mark.parametrize("named", ["overrideReason", "overrideReasons"])
@pytest.mark.parametrize("display", [{}, {"display": "CANARY display"}])
def test_B4_B9_a_coded_reason_is_kept_without_its_display(
    ehr: FlaskClient, url: str, tmp_path: Path, named: str, display: Json
) -> None:
    reason = {"code": "patient-preference", "system": "https://example.org/reasons", **display}
    assert post(ehr, OVERRIDDEN | {named: {"reason": reason}}).status_code == 200
    ((row),) = kept(url)
    assert (row["reason_code"], row["reason_system"]) == ("patient-preference", "https://example.org/reasons")
    assert not any(b"CANARY" in file.read_bytes() for file in tmp_path.iterdir())


def test_K13_an_unknown_reason_is_kept(ehr: FlaskClient, url: str) -> None:
    post(ehr, OVERRIDDEN | {"overrideReason": {"reason": {"code": "of-the-hospital"}}})
    assert [(row["reason_code"], row["reason_system"]) for row in kept(url)] == [("of-the-hospital", "")]


def test_B5_history_is_kept_entry_by_entry(ehr: FlaskClient, url: str) -> None:
    """Several cards and calls in one body, the same card twice, and accepted after it was overridden: no 409."""
    other = "11111111-2222-4333-8444-555555555555"
    assert post(ehr, OVERRIDDEN, OVERRIDDEN | {"card": other}, OVERRIDDEN).get_json() == {"stored": 3}
    assert post(ehr, ACCEPTED).get_json() == {"stored": 1}
    assert [(row["card"], row["outcome"]) for row in kept(url)] == [
        (CARD, "overridden"),
        (other, "overridden"),
        (CARD, "overridden"),
        (CARD, "accepted"),
    ]


# --- when -------------------------------------------------------------------------------------------------------------

GOOD_MOMENTS = [
    ("2022-05-19T19:44:31Z", datetime(2022, 5, 19, 19, 44, 31, tzinfo=UTC)),
    ("2022-05-19T19:44:31.375Z", datetime(2022, 5, 19, 19, 44, 31, 375_000, tzinfo=UTC)),
    ("2022-05-19T19:44:31.123456789Z", datetime(2022, 5, 19, 19, 44, 31, 123_456, tzinfo=UTC)),
    ("2022-05-19T21:44:31+02:00", datetime(2022, 5, 19, 19, 44, 31, tzinfo=UTC)),
    ("2022-05-19T14:14:31.5-05:30", datetime(2022, 5, 19, 19, 44, 31, 500_000, tzinfo=UTC)),
    ("2022-01-01T00:30:00+01:00", datetime(2021, 12, 31, 23, 30, tzinfo=UTC)),
    ("2022-05-19t19:44:31z", datetime(2022, 5, 19, 19, 44, 31, tzinfo=UTC)),
    ("2022-05-19T19:44:31-00:00", datetime(2022, 5, 19, 19, 44, 31, tzinfo=UTC)),
    ("1990-12-31T15:59:60-08:00", datetime(1991, 1, 1, tzinfo=UTC)),
    ("2024-02-29T00:00:00Z", datetime(2024, 2, 29, tzinfo=UTC)),
]
BAD_MOMENTS = [
    *("", "CANARY", "2022-05-19", "2022-05-19T19:44:31", "2022-05-19 19:44:31Z", "2022-05-19T19:44Z"),
    *("2022-05-19T19:44:31.Z", "2022-05-19T19:44:31,5Z", "2022-05-19T19:44:31+02", "2022-05-19T19:44:31+0200"),
    *("2022-05-19T24:00:00Z", "2022-05-19T19:60:00Z", "2022-05-19T19:44:61Z", "2022-05-19T19:44:60Z"),
    *("2023-02-29T00:00:00Z", "2022-13-01T00:00:00Z", "2022-05-19T19:44:31+24:00", "2022-05-19T19:44:31+02:60"),
    *("0000-01-01T00:00:00Z", "0001-01-01T00:00:00+01:00", "9999-12-31T23:59:60Z", "20220519T194431Z"),
    *(
        "２０２２-05-19T19:44:31Z",
        "2022-05-19T19:44:31Z\n",
        " 2022-05-19T19:44:31Z",
        f"2022-05-19T19:44:31.{'0' * 99}Z",
    ),
]


@pytest.mark.parametrize(("sent", "meant"), GOOD_MOMENTS, ids=[sent for sent, _ in GOOD_MOMENTS])
def test_B6_a_moment_is_read_into_utc(sent: str, meant: datetime) -> None:
    read = read_moment(sent)
    assert (read, read.tzinfo) == (meant, UTC)


@pytest.mark.parametrize("sent", [*BAD_MOMENTS, 1653000000, {"CANARY": 1}, ["CANARY"], True])
def test_B6_what_is_no_moment_is_refused(ehr: FlaskClient, sent: Any) -> None:
    assert "outcomeTimestamp: must be a date and time" in refused(post(ehr, OVERRIDDEN | {"outcomeTimestamp": sent}))


def test_B6_a_moment_is_kept_in_utc(ehr: FlaskClient, url: str) -> None:
    for sent, _ in GOOD_MOMENTS:
        assert post(ehr, OVERRIDDEN | {"outcomeTimestamp": sent}).status_code == 200
    assert [row["at"] for row in kept(url)] == [meant for _, meant in GOOD_MOMENTS]


# --- what is tolerated ------------------------------------------------------------------------------------------------


def test_B9_epics_own_reason_is_kept_by_its_number(ehr: FlaskClient, url: str, tmp_path: Path) -> None:
    category = "com.epic.cdshooks.feedback.overrideReason.reasonCategory"
    extension = {category: "45", category.replace("Category", "Display"): "CANARY display"}
    post(ehr, OVERRIDDEN | {"overrideReasons": {"extension": extension, "userComment": "CANARY"}})
    ((row),) = kept(url)
    assert (row["reason_code"], row["reason_system"], row["comment_refused"]) == ("45", category, True)
    assert not any(b"CANARY" in file.read_bytes() for file in tmp_path.iterdir())


@pytest.mark.parametrize("extension", [None, {}, "CANARY", 7, ["CANARY"], {"com.example": {"CANARY": 1}}])
def test_B9_any_other_extension_is_ignored(ehr: FlaskClient, extension: Any) -> None:
    assert post(ehr, OVERRIDDEN | {"overrideReasons": {"extension": extension}}).status_code == 200


def test_B9_a_list_of_reasons_has_a_first_one(ehr: FlaskClient, url: str) -> None:
    reasons = [{"reason": {"code": "first"}}, {"reason": {"code": "second"}}]
    post(ehr, OVERRIDDEN | {"overrideReasons": reasons})
    assert [row["reason_code"] for row in kept(url)] == ["first"]


def test_B9_G6_unknown_keys_are_ignored_on_every_level(ehr: FlaskClient, url: str) -> None:
    more = {"CANARY": {"CANARY": ["CANARY"]}}
    entry = ACCEPTED | more | {"acceptedSuggestions": [{"id": SUGGESTION} | more]}
    assert post(ehr, entry, CANARY=more).data == b'{"stored":1}'
    assert [row["suggestions"] for row in kept(url)] == [SUGGESTION]


@pytest.mark.parametrize(
    "card", ["123456", "CANARY name", "x" * 1_024, "a‑b", "\x00", "💊", CARD.upper(), f"urn:uuid:{CARD}"]
)
def test_B9_B10_any_card_id_is_taken_and_only_an_id_of_ours_is_kept_as_it_is(
    ehr: FlaskClient, url: str, tmp_path: Path, card: str
) -> None:
    assert post(ehr, OVERRIDDEN | {"card": card}, OVERRIDDEN | {"card": card}).data == b'{"stored":2}'
    first, second = (row["card"] for row in kept(url))
    assert first == second
    assert first == CARD if CARD in card.lower() else first.startswith("sha256:")
    assert not any(b"CANARY" in file.read_bytes() for file in tmp_path.iterdir())


def test_B10_63_the_valid_ones_of_a_batch_are_kept_and_the_others_named(ehr: FlaskClient, url: str) -> None:
    answer = post(ehr, OVERRIDDEN, {"card": "CANARY"}, ACCEPTED, "CANARY")
    assert answer.status_code == 200
    assert answer.get_json() == {
        "stored": 2,
        "rejected": [
            {"index": 1, "reason": "outcome: missing; outcomeTimestamp: missing"},
            {"index": 3, "reason": "must be an object"},
        ],
    }
    assert [row["outcome"] for row in kept(url)] == ["overridden", "accepted"]


def test_what_contradicts_its_outcome_is_not_kept(ehr: FlaskClient, url: str) -> None:
    post(ehr, ACCEPTED | {"overrideReason": {"reason": {"code": "x"}, "userComment": "CANARY"}})
    post(ehr, OVERRIDDEN | {"acceptedSuggestions": [{"id": SUGGESTION}]})
    assert [(row["suggestions"], row["reason_code"], row["comment_refused"]) for row in kept(url)] == [
        (SUGGESTION, "", False),
        ("", "", False),
    ]


# --- who, and what is remembered of it --------------------------------------------------------------------------------


@pytest.mark.parametrize("service", SERVICES)
def test_B11_feedback_asks_who_calls_with_its_own_address(
    url: str, service: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str | None, str]] = []

    def caller(_: Gate, authorization: str | None, path: str) -> Caller:
        asked.append((authorization, path))
        return Caller()

    monkeypatch.setattr(Gate, "caller", caller)
    ehr = create_app(Site(store_url=url)).test_client()
    data = orjson.dumps({"feedback": [OVERRIDDEN]})
    told = {"Authorization": "Bearer a.b.c", "Content-Type": "application/json"}
    assert ehr.post(f"{service}/feedback", data=data, headers=told).status_code == 200
    assert asked == [("Bearer a.b.c", f"{service}/feedback")]


def test_B11_production_takes_no_feedback_from_whom_it_does_not_know(url: str) -> None:
    answer = post(create_app(Site(mode=Mode.PRODUCTION, store_url=url)).test_client(), OVERRIDDEN)
    assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Bearer")


def test_N4_a_call_leaves_a_line_with_figures(ehr: FlaskClient, log: pytest.LogCaptureFixture) -> None:
    post(ehr, OVERRIDDEN | {"card": "CANARY", "overrideReason": {"userComment": "CANARY"}}, {"card": "CANARY"})
    (line,) = (json.loads(record.getMessage()) for record in log.records if record.name == "spinal_cds.trail")
    assert (line["hook"], line["status"], line["stored"], line["rejected"]) == ("order-select-feedback", 200, 1, 1)
    assert set(line["milliseconds"]) == {"trust", "read", "keep", "total"}


def test_shadow_mode_takes_feedback(url: str) -> None:
    assert post(create_app(Site(shadow=True, store_url=url)).test_client(), OVERRIDDEN).data == b'{"stored":1}'


def test_a_comment_stands_in_no_representation_of_an_entry() -> None:
    (entry,) = read_feedback({"feedback": [OVERRIDDEN | {"overrideReason": {"userComment": "CANARY"}}]}).entries
    assert (entry.comment, entry.outcome) == ("CANARY", FeedbackOutcome.OVERRIDDEN)
    assert "CANARY" not in repr(entry)


# --- from the card to what became of it -------------------------------------------------------------------------------


@pytest.mark.parametrize("shadow", ["false", "true"])
def test_N7_feedback_on_a_card_of_ours_is_joined_to_its_kind_and_rules(
    url: str, monkeypatch: pytest.MonkeyPatch, shadow: str
) -> None:
    ledger = Ledger(Site(store_url=url))
    monkeypatch.setattr("cds_hooks.desk.Ledger", lambda *_: ledger)
    ehr = calls.client(SPINAL_CDS__SHADOW=shadow)
    answered = calls.post(ehr, calls.call("V-01"))
    assert post(ehr, *(OVERRIDDEN | {"card": card["uuid"]} for card in answered.cards), OVERRIDDEN).status_code == 200
    ledger.close()  # writes what is waiting
    told = Ledger(Site(store_url=url)).told()
    unjoined = [each for each in told if not each.joined]
    assert [(each.kind, each.entries, each.site) for each in unjoined] == [("", 1, "http://127.0.0.1:8000")]
    joined = [each for each in told if each.joined]
    advices = [calls.advice_of(card) for card in answered.cards]
    assert sorted((each.kind, each.outcome, each.rules, each.knowledge_version) for each in joined) == sorted(
        (each["kind"], each.get("outcome", ""), tuple(each.get("rules", ())), each["knowledgeVersion"])
        for each in advices
    )
    assert bool(joined) == (shadow == "false")
