"""A server that asks for a token: without one nothing is read, and what its scope leaves out is named on the card."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from cds_hooks.demo import hook_call
from fhir_profiles.queries import QUERIES
from tests.support import calls
from tests.support.calls import Answered, Json
from tests.support.comparing import unread
from tests.support.servers import RealServer, prefetch_templates

pytestmark = pytest.mark.sandbox

ServiceFor = Callable[[RealServer], FlaskClient]
PATIENT = "V-01"
OPTIONAL = {query.key for query in QUERIES if not query.required}
WORDS = tomllib.loads(Path("cds_hooks/translations/en.toml").read_text(encoding="utf-8"))
BASICS = "system/Patient.read system/Condition.read"


def keys_of(resource_type: str) -> set[str]:
    return {query.key for query in QUERIES if query.resource_type == resource_type}


def scope_without(resource_type: str) -> str:
    return " ".join(f"system/{kind}.read" for kind in sorted({q.resource_type for q in QUERIES} - {resource_type}))


@pytest.fixture
def ask(service_for: ServiceFor, smart: RealServer, as_of: datetime) -> Callable[..., Answered]:
    """The order of one patient, from an EHR that hands over a token of this scope, or none."""

    def asked(scope: str = "", **more: Json) -> Answered:
        token = smart.authorized(scope).authorization(scope) if scope else {}
        return calls.post(service_for(smart), hook_call(PATIENT, as_of, smart.base_url) | token | more)

    return asked


@pytest.fixture
def required(service_for: ServiceFor, sekmet_smart: RealServer) -> Json:
    """Prefetch with nothing but what cannot be done without."""
    templates = prefetch_templates(service_for(sekmet_smart))
    return sekmet_smart.prefetch({key: templates[key] for key in ("patient", "conditions")}, PATIENT)


def test_the_server_refuses_as_a_real_one_does(smart: RealServer) -> None:
    narrow = smart.authorized(BASICS)
    assert smart.get(f"Patient/{PATIENT}")[0] == 401
    assert narrow.get(f"Patient/{PATIENT}")[0] == 200
    assert narrow.get(f"Observation?patient={PATIENT}")[0] == 403


def test_without_a_token_required_data_cannot_be_had(ask: Callable[..., Answered]) -> None:
    assert ask().status == 412


def test_without_a_token_every_source_that_was_not_brought_is_named(
    ask: Callable[..., Answered], required: Json
) -> None:
    answered = ask(prefetch=required)
    assert answered.status == 200
    assert unread(answered) == OPTIONAL
    assert not any(card.get("suggestions") for card in answered.cards)


def test_an_expired_or_foreign_token_is_no_token(
    service_for: ServiceFor, smart: RealServer, required: Json, as_of: datetime
) -> None:
    token = RealServer(port=smart.port, token="not.a.token").authorization(BASICS)
    body = hook_call(PATIENT, as_of, smart.base_url) | token | {"prefetch": required}
    answered = calls.post(service_for(smart), body)
    assert answered.status == 200
    assert unread(answered) == OPTIONAL
    assert b"not.a.token" not in answered.raw


@pytest.mark.parametrize("left_out", sorted({q.resource_type for q in QUERIES if not q.required}))
def test_what_the_scope_leaves_out_is_named(ask: Callable[..., Answered], left_out: str) -> None:
    answered = ask(scope_without(left_out))
    assert answered.status == 200
    assert unread(answered) == keys_of(left_out)
    text = "\n".join(card.get("detail", "") for card in answered.cards).lower()
    assert all(f"{WORDS['key'][key]}: {WORDS['gap']['NO_ACCESS']}" in text for key in keys_of(left_out)), text


@pytest.mark.parametrize("left_out", ["Patient", "Condition"])
def test_a_scope_without_required_data_is_412(ask: Callable[..., Answered], left_out: str) -> None:
    assert ask(scope_without(left_out)).status == 412


def test_the_scope_of_the_basics_alone_suggests_nothing(ask: Callable[..., Answered]) -> None:
    answered = ask(BASICS)
    assert answered.status == 200
    assert unread(answered) == OPTIONAL
    assert not any(card.get("suggestions") for card in answered.cards)
