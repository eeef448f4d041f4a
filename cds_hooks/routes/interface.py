"""The interface as OpenAPI, made once at the start. Whoever adds an address adds a line here; a test compares the two.

What goes in and out stands in ``wire``, what a status means in ``failures``.
"""

import re
from collections.abc import Iterator
from http import HTTPStatus
from importlib.metadata import version
from typing import Any

import orjson
from flask import Flask, Response

from cds_hooks import wire
from cds_hooks.failures import OUR_FAULT, TABLE
from cds_hooks.routes.calls import HOOKS, SERVICES
from cds_hooks.routes.picture import SVG
from cds_hooks.routes.receiving import FHIR_JSON, JSON, MAX_BODY, kept
from cds_hooks.site import Site

ADDRESS = "/openapi.json"

_SENT = {"order-select": "OrderSelect", "order-sign": "OrderSign"}
_LIMITS = f"At most {MAX_BODY // 1024**2} MiB and {wire.MAX_DEPTH} levels, not compressed."
_REFUSALS = (400, 401, 405, 408, 413, 415, 500, 503)
_ABOUT = (
    "CDS Hooks 2.0.1: answers orders for percutaneous treatment of spinal tumours. Members that are not described here are "
    "ignored. Not a guideline; not reviewed by a clinician."
)

_READINESS = {200: "It takes calls", 503: "Not yet, or not any more: ask another instance"}
_FHIR = ("Resource", FHIR_JSON, HTTPStatus.NOT_FOUND)
_STRING = {"type": "string", "minLength": 1}
_PLACEHOLDER = re.compile(r"{(\w+)}")

_Operation = dict[str, Any]


def register(app: Flask, site: Site) -> None:
    body = orjson.dumps(document(site))

    def interface() -> Response:
        return kept(body, JSON)

    app.get(ADDRESS, endpoint="interface")(interface)


def document(site: Site) -> dict[str, Any]:
    spec = wire.described(
        title="spinal-tumour-cds",
        version=version("spinal-tumour-cds"),
        info={"description": _ABOUT, "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}},
        servers=[{"url": site.public_url}],
    )
    spec.components.security_scheme("jwt", {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"})
    rows = (*TABLE.values(), OUR_FAULT)
    for status in sorted({row.status for row in rows}):
        meaning = " ".join(row.text for row in rows if row.status == status)
        content = FHIR_JSON if status == HTTPStatus.NOT_FOUND else JSON  # only what is published is looked for
        spec.components.response(f"Refused{status}", _body(meaning, "OperationOutcome", content))
    for path, operation in (*_read(), *_called(site)):
        spec.path(path=path, operations=operation, parameters=_placeholders(path))
    found: dict[str, Any] = spec.to_dict()
    return found


def _read() -> Iterator[tuple[str, _Operation]]:
    """What anyone may read."""
    yield SERVICES, _get("discovery", "The services, and what each wants to be prefetched", "Discovery")
    yield ADDRESS, _get("interface", "This description", "Description")
    yield "/livez", _get("livez", "Whether the service is alive", "Health")
    yield "/readyz", _readiness()
    text = {"description": "In Prometheus' own form", "content": {"text/plain": {"schema": {"type": "string"}}}}
    answers = {"200": text, **_refused(405)}
    yield "/metrics", {"get": _operation("metrics", "What is counted, for whoever watches the service", answers)}
    yield "/fhir/metadata", _get("metadata", "What can be asked of the published knowledge", *_FHIR)
    search = _get("search", "Published knowledge of one type: a Bundle", *_FHIR, asked_by=("url", "name", "version"))
    modified = "A parameter with a modifier, which is not supported here."
    search["get"]["responses"]["400"] = _body(modified, "OperationOutcome", FHIR_JSON)
    yield "/fhir/{kind}", search
    yield (
        "/picture/{outcome}.svg",
        _get(
            "picture",
            "The flowchart with every way to one outcome, as SVG",
            {"type": "string"},
            SVG,
            HTTPStatus.NOT_FOUND,
        ),
    )
    yield "/fhir/{kind}/{identifier}", _get("published", "One resource of the published knowledge", *_FHIR)


def _readiness() -> _Operation:
    said = {str(status): _body(meaning, "Readiness") for status, meaning in _READINESS.items()}
    return {"get": _operation("readyz", "Whether calls may be sent to this instance", said | _refused(405))}


def _called(site: Site) -> Iterator[tuple[str, _Operation]]:
    """What an EHR calls with its token; in development it may come without one."""
    security: list[dict[str, list[str]]] = [{"jwt": []}] if site.production else [{}, {"jwt": []}]
    for hook, (identifier, _) in HOOKS.items():
        path = f"{SERVICES}/{identifier}"
        cards = _post(hook, f"The cards for {hook}", _SENT[hook], "Cards", 412)
        told = _post(f"{hook}-feedback", f"What became of the cards for {hook}", "Feedback", "FeedbackAnswer")
        for address, operation in ((path, cards), (f"{path}/feedback", told)):
            operation["post"]["security"] = security
            yield address, operation


def _get(
    name: str, summary: str, schema: str | _Operation, content: str = JSON, *more: int, asked_by: tuple[str, ...] = ()
) -> _Operation:
    answers = {"200": _body("What was asked for", schema, content), **_refused(405, *more)}
    if schema != "Health":  # which is never kept
        answers["304"] = {"description": "It is as it was"}
    asked = [{"in": "query", "name": each, "schema": _STRING} for each in asked_by]
    return {"get": _operation(name, summary, answers) | ({"parameters": asked} if asked else {})}


def _post(name: str, summary: str, sent: str, answer: str, *more: int) -> _Operation:
    answers = {"200": _body("What we say", answer), **_refused(*sorted((*_REFUSALS, *more)))}
    return {"post": _operation(name, summary, answers) | {"requestBody": _body(_LIMITS, sent) | {"required": True}}}


def _operation(name: str, summary: str, answers: _Operation) -> _Operation:
    return {"operationId": name, "summary": summary, "responses": answers}


def _refused(*statuses: int) -> _Operation:
    return {f"{status:d}": f"Refused{status:d}" for status in statuses}


def _body(description: str, schema: str | _Operation, content: str = JSON) -> _Operation:
    return {"description": description, "content": {content: {"schema": schema}}}


def _placeholders(path: str) -> list[_Operation]:
    return [{"in": "path", "name": each, "required": True, "schema": _STRING} for each in _PLACEHOLDER.findall(path)]
