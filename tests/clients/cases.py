"""The requests of real clients, one file each: what the client sends, and what it must get back.

A file holds `sends` (in words), `body` (the request), `headers`, the `service` if it is not order-select's, and `answer`: the
status, and either the kinds and outcomes of the lead cards (or the kinds of all `cards`) or the `names` that the
OperationOutcome must name. `record` is the sample patient whose record goes along as
prefetch, under the patient id of the request; of it only `keys`, where they are given; `prefetch` wins over it key by key.
Dates are placeholders as in `fhir_profiles.examples`. The files were written by hand after what was seen of these clients.

What may not live here: what an answer means.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

import orjson
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from cds_hooks.demo import SERVICE_PATH, hook_call
from fhir_profiles import examples
from tests.clients.epic_record import EPIC_KEYS, as_epic
from tests.support import calls
from tests.support.calls import Json

_FOLDER: Final = Path(__file__).parent
_JSON: Final = "application/json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One request of one client."""

    name: str
    body: Json
    answer: Json
    path: str = SERVICE_PATH
    headers: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.name


def cases(client: str = "*") -> list[Case]:
    """The requests of one folder, or of all."""
    found = sorted(file for file in _FOLDER.glob(f"{client}/*.json") if file.stem != "feedback")
    return [_case(file) for file in found]


def case(name: str) -> Case:
    """One request by folder and name: `sandbox/rx-drug-chosen`."""
    return _case(_FOLDER / f"{name}.json")


def written(name: str) -> Json:
    """A file with its dates set to today."""
    return examples.render((_FOLDER / f"{name}.json").read_text(encoding="utf-8"), datetime.now(UTC))


def _case(file: Path) -> Case:
    name = f"{file.parent.name}/{file.stem}"
    told = written(name)
    body = told["body"]
    prefetch = _record(told, body["context"]["patientId"]) if "record" in told else {}
    if file.parent.name == "epic":
        prefetch = as_epic(prefetch)
    prefetch |= told.get("prefetch", {})
    return Case(
        name=name,
        body=body | ({"prefetch": prefetch} if prefetch else {}),
        answer=told["answer"],
        path=f"/cds-services/{told['service']}" if "service" in told else SERVICE_PATH,
        headers=told["headers"],
    )


def _record(told: Json, patient_id: str) -> Json:
    name = told["record"]
    text = json.dumps(hook_call(name, datetime.now(UTC))["prefetch"])
    text = text.replace(f'"Patient/{name}"', f'"Patient/{patient_id}"').replace(
        f'"id": "{name}"', f'"id": "{patient_id}"'
    )
    found: Json = json.loads(text)
    empty = {"resourceType": "Bundle", "type": "searchset", "total": 0}
    return {key: value if key in told.get("keys", found) else empty for key, value in found.items()}


@cache
def service(client: str) -> FlaskClient:
    """The service as a site of this client would run it. No FHIR server is listed, so nothing is ever read from one."""
    profile = client if client in ("epic", "sandbox") else "generic"
    settings = {"SPINAL_CDS__CLIENT__0__ISSUER": "https://ehr.example", "SPINAL_CDS__CLIENT__0__PROFILE": profile}
    if client == "epic":
        keys = ", ".join(f'"{local}" = "{ours}"' for local, ours in EPIC_KEYS.items())
        settings["SPINAL_CDS__CLIENT__0__PREFETCH_KEYS"] = f"{{{keys}}}"
    return calls.client(**settings)


def send(case: Case, **changes: Any) -> TestResponse:
    """The request as the client posts it; `changes` are members of its body."""
    return service(case.name.partition("/")[0]).post(
        case.path, data=orjson.dumps(case.body | changes), content_type=_JSON, headers=case.headers
    )
