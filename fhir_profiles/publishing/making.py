"""Every definition, made from the knowledge and our codes, and checked with fhir.resources. `make definitions` writes them.

What may not live here: a definition, and anything that a running service does: it reads the files (`serving`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from fhir.resources.R4B import get_fhir_model_class

from fhir_profiles.publishing.activities import activities
from fhir_profiles.publishing.capability import capability
from fhir_profiles.publishing.checklist_profiles import checklist_profiles
from fhir_profiles.publishing.code_systems import code_systems
from fhir_profiles.publishing.concept_map import concept_map
from fhir_profiles.publishing.libraries import library
from fhir_profiles.publishing.observations import observations
from fhir_profiles.publishing.plans import plans
from fhir_profiles.publishing.questionnaires import questionnaires
from fhir_profiles.publishing.requests import requests
from fhir_profiles.publishing.service_plan import service_plan
from fhir_profiles.publishing.value_sets import value_sets


def make() -> Mapping[str, Mapping[str, Any]]:
    """Every definition by the name of its file. Raises ValueError where one is no valid FHIR, or two have one name."""
    made: dict[str, Mapping[str, Any]] = {}
    for each in _all():
        name = file_name(each)
        if name in made:
            raise ValueError(f"{name} is made twice")
        get_fhir_model_class(each["resourceType"]).model_validate(each)
        made[name] = each
    return made


def file_name(definition: Mapping[str, Any]) -> str:
    """As FHIR's packages name their files."""
    return f"{definition['resourceType']}-{definition['id']}.json"


def _all() -> Iterator[Mapping[str, Any]]:
    kinds = {"CapabilityStatement"}
    for each in _knowledge():
        kinds.add(each["resourceType"])
        yield each
    yield capability(kinds)


def _knowledge() -> Iterator[Mapping[str, Any]]:
    yield from code_systems()
    yield from value_sets()
    yield concept_map()
    yield from observations()
    yield from requests()
    yield from checklist_profiles()
    yield from questionnaires()
    yield from activities()
    yield from plans()
    yield service_plan()
    yield library()
