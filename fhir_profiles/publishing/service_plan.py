"""The service itself as a rule: at which hooks, with which data, and what follows from each outcome (type eca-rule).

The data are those of discovery's prefetch, from the same list. What may not live here: how an outcome is found; the knowledge
pages and the Library say it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import parse_qs

from fhir_profiles.publishing.conditions import applicability
from fhir_profiles.publishing.heading import canonical, heading, related, versioned
from fhir_profiles.publishing.libraries import LIBRARY
from fhir_profiles.publishing.plans import plan_id
from fhir_profiles.queries import QUERIES, Query
from plugin.explain.filling import filled
from plugin.grammar import Outcome, OutcomeClass, OutcomeText
from plugin.knowledge import KNOWLEDGE

Json = dict[str, Any]

SERVICE: Final = "spinal-tumour-treatment"
_TYPE: Final = {
    "coding": [{"system": "http://terminology.hl7.org/CodeSystem/plan-definition-type", "code": "eca-rule"}]
}
_HOOKS: Final = ("order-select", "order-sign")
_WITH_ORDERS: Final = (OutcomeClass.PATHWAY,)
_SORTED_BY: Final = {"Observation": "effective", "DiagnosticReport": "effective", "ImagingStudy": "started"}
_MEMBER: Final = {"findings": "code", "labs": "code"}


def service_plan() -> Json:
    """One action for each outcome; an urgent referral and what is declined or no target order nothing."""
    what = "The CDS Hooks service: the data it asks for, and what follows from each outcome."
    outcomes = [text for text in KNOWLEDGE.outcomes if text.outcome is not Outcome.OUT_OF_SCOPE]
    oracle = {"type": "documentation", "resource": canonical("Library", LIBRARY)}
    return heading("PlanDefinition", SERVICE, "Percutaneous treatment of spinal tumours", what) | {
        "type": _TYPE,
        "relatedArtifact": [oracle],
        "action": [
            {
                "id": "advice",
                "title": "Advice on the ordered procedure",
                "trigger": [{"type": "named-event", "name": hook} for hook in _HOOKS],
                "input": [_requirement(query) for query in QUERIES],
                "groupingBehavior": "logical-group",
                "selectionBehavior": "exactly-one",
                "action": [_outcome(text) for text in outcomes],
            }
        ],
    }


def _outcome(text: OutcomeText) -> Json:
    outcome = text.outcome
    ordered = outcome.outcome_class in _WITH_ORDERS or outcome in (Outcome.MDT_BOARD, Outcome.MDT_CURATIVE_CANAL)
    rests_on = related(text.sources)
    return {
        "id": outcome.value.lower().replace("_", "-"),
        "title": text.title,
        "description": filled(text.words),
        **({"documentation": rests_on} if rests_on else {}),
        "condition": [applicability(f"the outcome is {outcome.value}")],
        **({"definitionCanonical": versioned("PlanDefinition", plan_id(outcome))} if ordered else {}),
    }


def _requirement(query: Query) -> Json:
    asked = {name: values[0] for name, values in parse_qs(query.parameters).items()}
    filters = list(_filters(query))
    needed: Json = {"id": query.key, "type": query.resource_type}
    if filters:
        needed["codeFilter"] = filters
    if "_count" in asked:
        needed["limit"] = int(asked["_count"])
    if "_sort" in asked:
        needed["sort"] = [{"path": _SORTED_BY[query.resource_type], "direction": "descending"}]
    return needed


def _filters(query: Query) -> Iterator[Json]:
    if query.codes:
        listed = parse_qs(query.parameters)["code"][0].split(",")
        pairs = (each.split("|") for each in listed)
        yield {"path": _MEMBER[query.key], "code": [{"system": system, "code": code} for system, code in pairs]}
    if query.statuses:
        yield {"path": "status", "code": [{"code": each} for each in sorted(query.statuses)]}
