"""A read that was cut, or read in part, never gives what the same read, in full and empty, does not (contract 7).

What came may raise an alarm, a hold or a restriction. Every sample patient, every key that can be lost. What may not live
here: how a server cuts a read (`test_matrix`).
"""

from __future__ import annotations

import copy
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from fhir_profiles import examples
from fhir_profiles.queries import QUERIES
from tests.support import calls
from tests.support.calls import Json, advice_of
from tests.support.improving import improvements

OPTIONAL = tuple(query.key for query in QUERIES if not query.required)
PATIENTS = tuple(name for name in examples.names() if name not in ("V-18", "V-19"))
EMPTY = {"resourceType": "Bundle", "type": "searchset", "total": 0}
WARNING = {"resourceType": "OperationOutcome", "issue": [{"severity": "warning", "code": "incomplete"}]}


def _cut(found: Json) -> None:
    found["link"] = [{"relation": "next", "url": "https://elsewhere.example/r4?page=2"}]


def _in_part(found: Json) -> None:
    found["entry"] = [*found.get("entry", []), {"resource": WARNING, "search": {"mode": "outcome"}}, None]


def _half(found: Json) -> None:
    """The first half of the entries, and a page that is not followed."""
    entries = found.get("entry", [])
    found["entry"] = entries[: (len(entries) + 1) // 2]
    _cut(found)


@pytest.fixture(scope="module")
def service() -> FlaskClient:
    return calls.client()


@pytest.mark.parametrize("lose", [_cut, _in_part, _half])
@pytest.mark.parametrize("name", PATIENTS)
def test_what_was_not_read_in_full_gives_nothing_more_than_an_empty_read(
    service: FlaskClient, name: str, lose: Callable[[Json], None]
) -> None:
    whole = calls.call(name)
    for key in OPTIONAL:
        lost, empty = copy.deepcopy(whole), copy.deepcopy(whole)
        lose(lost["prefetch"][key])
        empty["prefetch"][key] = EMPTY
        cards, bar = calls.post(service, lost).cards, calls.post(service, empty).cards
        assert key in [key for card in cards for key in advice_of(card).get("unread", [])], key
        assert improvements(cards, bar) == [], key
