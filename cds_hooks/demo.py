"""The calls an EHR would make for our sample patients, and what comes back, as text for a terminal.

It answers without a network: the whole record goes along as prefetch. What may not live here: anything the service
needs to answer a real call.
"""

import textwrap
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

import orjson

from cds_hooks.app import create_app
from cds_hooks.sample_calls import SERVICE_PATH, hook_call
from cds_hooks.site import load_site

__all__ = ["SERVICE_PATH", "DemoFailed", "answer", "as_text", "hook_call"]

_SITE = {
    "SPINAL_CDS__MODE": "development",
    "SPINAL_CDS__PUBLIC_URL": "http://127.0.0.1:8000",
    "SPINAL_CDS__STORE__URL": "sqlite:///:memory:",
    "SPINAL_CDS__TRIGGERS__IMAGING": "true",
    "SPINAL_CDS__TRIGGERS__OPIOIDS": "true",
}


class DemoFailed(Exception):
    """The service did not answer its own demonstration with cards."""


def answer(name: str, now: datetime, language: str = "en") -> dict[str, Any]:
    client = create_app(load_site(None, _SITE | {"SPINAL_CDS__LANGUAGE": language})).test_client()
    body = orjson.dumps(hook_call(name, now))
    response = client.post(SERVICE_PATH, data=body, content_type="application/json")
    if response.status_code != 200:  # noqa: PLR2004  OK
        raise DemoFailed(f"{name}: status {response.status_code}: {response.get_data(as_text=True)}")
    cards: dict[str, Any] = orjson.loads(response.data)
    return cards


def as_text(answered: Mapping[str, Any]) -> str:
    if not answered["cards"]:
        return "No cards: this order is not ours, or there is nothing to say."
    return "\n\n".join("\n".join(_card(card)) for card in answered["cards"])


def _card(card: Mapping[str, Any]) -> Iterator[str]:
    yield f"[{card['indicator']}] {card['summary']}"
    for paragraph in card.get("detail", "").splitlines():
        yield textwrap.fill(paragraph, width=100, initial_indent="    ", subsequent_indent="    ")
    for suggestion in card.get("suggestions", []):
        yield f"    -> {suggestion['label']}" + ("  (recommended)" if suggestion.get("isRecommended") else "")
        for action in suggestion.get("actions", []):
            yield f"       {action['type']}: {action['description']}"
    for link in card.get("links", []):
        yield f"    see {link['label']}: {link['url']}"
