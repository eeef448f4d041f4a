"""Is this resource valid R4? Asked of two validators, because each finds what the other does not.

fhir.resources finds wrong shapes and dates; pyrofile finds required bindings, invariants and wrong reference targets.
"""

import re
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
_FALSE_OF_DEFINITIONS = re.compile(
    r"(?:answerOption|enableWhen)\[\d+\]\.(?:value|answer)\[x\] is required$"  # it is there
    r"|Profile allows at most 1 value\(s\) for \w+(?:\.\w+){2,}$"  # counted over all repetitions of what it stands in
    r"|is not in required (?:profile )?ValueSet http://hl7\.org/fhir/ValueSet/(?:all|resource)-types\|"  # it knows no types
)
"""What is really wrong in these ways, fhir.resources and the engine find."""
_OF_OURS = "'https://spinal-tumour-cds.example/fhir/Questionnaire/"
"""pyrofile is given the definitions of FHIR only, so it finds none of our questionnaires."""


def faults(resource: dict[str, Any]) -> list[str]:
    """What both validators object to; the test is skipped, and says so, where FHIR's definitions cannot be had."""
    return [*shape_faults(resource), *rule_faults(resource)]


def definition_faults(definition: dict[str, Any]) -> list[str]:
    """The same of a definition of ours, without pyrofile's false alarms that only definitions set off."""
    return [each for each in faults(definition) if not _FALSE_OF_DEFINITIONS.search(each)]


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
