"""The messages show nothing of a patient, and no token, when somebody prints them."""

import dataclasses

import pytest

from cds_hooks.messages import Authorization, Card, HookRequest, Indicator, Source


def test_printing_a_request_shows_neither_token_nor_patient() -> None:
    request = HookRequest(
        hook_instance="d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
        patient_id="CANARY-patient",
        user="Practitioner/CANARY",
        draft_orders=({"id": "CANARY-order"},),
        prefetch={"patient": {"id": "CANARY"}},
        fhir_server="https://fhir.example/CANARY",
        authorization=Authorization(access_token="CANARY-token", subject="s"),
    )
    assert "CANARY" not in repr(request)
    assert "CANARY" not in repr(Authorization(access_token="CANARY", subject="s"))


def test_messages_do_not_change() -> None:
    card = Card(
        uuid="1",
        summary="s",
        indicator=Indicator.INFO,
        source=Source(label="l", topic_code="indication", topic_display="Indication"),
    )
    with pytest.raises(dataclasses.FrozenInstanceError):
        card.summary = "other"  # type: ignore[misc]
