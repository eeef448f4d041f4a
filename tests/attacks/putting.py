"""Where an address is put: into the request, into what the listed server answers, into DNS, into the environment.

What may not live here: which address (`addresses`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

from tests.attacks.addresses import Place
from tests.support.calls import Json
from tests.support.internet import Internet

if TYPE_CHECKING:
    from tests.attacks.world import Held

KEY = "labs"
"""What prefetch lacks, so that it has to be read."""
MORE_KEYS = ("reports", "procedures", "consents")
"""What it lacks where the name of the server is to be asked for more than once."""
Putting: TypeAlias = Callable[["Held", Json, Internet, pytest.MonkeyPatch, Any], None]


def _server(_: Held, body: Json, __: Internet, ___: pytest.MonkeyPatch, put: Any) -> None:
    body["fhirServer"] = put


def _prefetch(held: Held, body: Json, _: Internet, __: pytest.MonkeyPatch, put: Any) -> None:
    body["prefetch"][KEY] = _going_on(held, put)


def _page(held: Held, _: Json, __: Internet, ___: pytest.MonkeyPatch, put: Any) -> None:
    held.faults[KEY] = (200, {}, _going_on(held, put))


def _document(held: Held, body: Json, _: Internet, __: pytest.MonkeyPatch, put: Any) -> None:
    _report(held, body, presentedForm=[{"contentType": "text/plain", "url": put}])


def _redirect(held: Held, _: Json, __: Internet, ___: pytest.MonkeyPatch, put: Any) -> None:
    status, location = put
    held.faults[KEY] = (status, {"Location": location}, {})


def _redirected_document(held: Held, body: Json, _: Internet, __: pytest.MonkeyPatch, put: Any) -> None:
    _report(held, body, presentedForm=[{"contentType": "text/plain", "url": "Binary/1"}])
    status, location = put
    held.faults["Binary"] = (status, {"Location": location}, {})


def _redirected_keys(held: Held, _: Json, __: Internet, ___: pytest.MonkeyPatch, put: Any) -> None:
    status, location = put
    held.faults[""] = (status, {"Location": location}, {})


def _record(held: Held, body: Json, _: Internet, __: pytest.MonkeyPatch, put: Any) -> None:
    picture = f'<div xmlns="http://www.w3.org/1999/xhtml"><img src="{put}"/>T8</div>'
    _report(
        held,
        body,
        meta={"profile": [put], "source": put},
        result=[{"reference": put}],
        media=[{"link": {"reference": put}}],
        text={"status": "generated", "div": picture},
    )
    body["prefetch"]["patient"]["photo"] = [{"contentType": "image/png", "url": put}]


def _name(_: Held, body: Json, there: Internet, __: pytest.MonkeyPatch, put: Any) -> None:
    for key in MORE_KEYS:
        del body["prefetch"][key]
    there.answers["fhir.hospital.example"] = put


def _name_of_the_keys(_: Held, __: Json, there: Internet, ___: pytest.MonkeyPatch, put: Any) -> None:
    there.answers["ehr.hospital.example"] = put


def _variable(_: Held, __: Json, ___: Internet, patch: pytest.MonkeyPatch, put: Any) -> None:
    name, value = put
    patch.setenv(name, value)


def _going_on(held: Held, link: str) -> Json:
    first: Json = held.record[KEY] | {"link": [{"relation": "next", "url": link}]}
    return first


def _report(held: Held, body: Json, **members: object) -> None:
    """A report with these members in prefetch, which now lacks nothing."""
    report = {
        "resourceType": "DiagnosticReport",
        "id": "pointing",
        "status": "final",
        "code": {"text": "MR thoracic spine"},
        "subject": {"reference": f"Patient/{body['context']['patientId']}"},
        "issued": "2026-01-01T00:00:00Z",
    }
    body["prefetch"][KEY] = held.record[KEY]
    entry = [{"resource": report | members}]
    body["prefetch"]["reports"] = {"resourceType": "Bundle", "type": "searchset", "entry": entry}


PUT: Mapping[Place, Putting] = {
    Place.FHIR_SERVER: _server,
    Place.PREFETCH: _prefetch,
    Place.PAGE: _page,
    Place.DOCUMENT: _document,
    Place.REDIRECT: _redirect,
    Place.REDIRECTED_DOCUMENT: _redirected_document,
    Place.KEYS_REDIRECT: _redirected_keys,
    Place.RECORD: _record,
    Place.NAME: _name,
    Place.KEYS_NAME: _name_of_the_keys,
    Place.ENVIRONMENT: _variable,
}
