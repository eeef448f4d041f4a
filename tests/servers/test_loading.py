"""What a hospital loads: our plans and questionnaires on FHIR servers that are not ours, and read back as they were written.

Equal but for `meta`, which every server writes itself, and a `text` that it generates.
"""

from __future__ import annotations

import pytest

from fhir_profiles.publishing import published
from tests.support.calls import Json
from tests.support.servers import RealServer

SERVERS = [
    pytest.param("sekmet_smart", marks=pytest.mark.sandbox),
    pytest.param("hapi", marks=pytest.mark.hapi),
]
KINDS = ("PlanDefinition", "Questionnaire", "ActivityDefinition", "ConceptMap", "StructureDefinition")


def definitions(kind: str) -> list[Json]:
    return [dict(one) for (its, _), one in published().items() if its == kind]


def written(resource: Json) -> Json:
    return {name: value for name, value in resource.items() if name not in ("meta", "text")}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", SERVERS)
def test_a_definition_is_loaded_and_read_back_as_it_was(request: pytest.FixtureRequest, name: str, kind: str) -> None:
    server: RealServer = request.getfixturevalue(name)
    server.put(*definitions(kind))
    for one in definitions(kind):
        status, found = server.get(f"{kind}/{one['id']}")
        assert status == 200
        assert written(found) == one


@pytest.mark.hapi
def test_a_definition_is_found_by_its_address_and_version(hapi: RealServer) -> None:
    plans = definitions("PlanDefinition")
    hapi.put(*plans)
    for one in plans:
        status, found = hapi.get(f"PlanDefinition?url={one['url']}&version={one['version']}")
        assert (status, [each["resource"]["id"] for each in found["entry"]]) == (200, [one["id"]])
