"""Is this resource valid R4? Asked of two validators, because each finds what the other does not.

fhir.resources finds wrong shapes and dates; pyrofile finds required bindings, invariants and wrong reference targets.
"""

from functools import cache
from typing import Any

from fhir.resources.R4B import get_fhir_model_class
from pydantic import ValidationError
from pyrofile_validator import Validator
from pyrofile_validator.config import ValidatorConfig

from tests.support.fhir_definitions import Missing, definitions
from tests.support.installed import not_run

# pyrofile calls these missing when they are there (known false alarm of version 0.3.0).
_FALSE_ALARMS = ("answerOption.value[x]", "enableWhen.answer[x]", "Task.input[0].value[x]")
_OF_OURS = "'https://spinal-tumour-cds.example/fhir/Questionnaire/"
"""pyrofile is given the definitions of FHIR only, so it finds none of our questionnaires."""


def faults(resource: dict[str, Any]) -> list[str]:
    """What both validators object to; the test is skipped, and says so, where FHIR's definitions cannot be had."""
    return [*shape_faults(resource), *rule_faults(resource)]


def shape_faults(resource: dict[str, Any]) -> list[str]:
    try:
        get_fhir_model_class(resource["resourceType"]).model_validate(resource)
    except ValidationError as error:
        return [f"fhir.resources: {error}"]
    return []


def rule_faults(resource: dict[str, Any]) -> list[str]:
    """Errors only: its warnings say that references lead nowhere here, and that no narrative is given."""
    report = _validator().validate_resource(resource)
    return [
        f"pyrofile: {issue.path}: {issue.message}"
        for issue in report.issues
        if issue.severity.value == "error" and not issue.path.endswith(_FALSE_ALARMS) and _OF_OURS not in issue.message
    ]


@cache
def _validator() -> Any:
    try:
        folder = definitions()
    except Missing as reason:
        not_run("pyrofile", reason)
    return Validator(ValidatorConfig.load_dict({"localPackagePaths": [str(folder)], "terminology": {"mode": "local"}}))
