"""How does a hospital say which of its orderables is which concept of ours? A ConceptMap to be filled in.

What may not live here: how a filled-in map is read (`orderables`).
"""

from __future__ import annotations

from typing import Any, Final

from fhir_profiles.codes import ORDER_CONCEPT
from fhir_profiles.publishing.code_systems import order_concepts
from fhir_profiles.publishing.heading import canonical, heading

_THEIRS: Final = "https://hospital.example/orderables"
"""In the place of the hospital's own code system; a server may refuse a group without one (HAPI does)."""


def concept_map() -> dict[str, Any]:
    """Every order concept, none of them mapped yet: `unmatched` stands until a hospital writes its own code."""
    what = (
        "Template. Give each concept the code of the hospital's own orderable, the group's target its code system, and "
        "replace `unmatched` by `equivalent`; what is not offered stays unmatched. Further orderables that are a kind of the "
        "concept are `narrower`: an order of them is one of ours, but they are not suggested. One that is only `wider` may "
        "be suggested, but an order of it is read by its words. The site file names the finished map (orders.concept_map)."
    )
    return heading(
        "ConceptMap", "order-concept-template", "Order concepts to a hospital's orderables (template)", what
    ) | {
        "sourceUri": canonical("ValueSet", "all-order-concept"),
        "group": [
            {
                "source": ORDER_CONCEPT,
                "target": _THEIRS,
                "element": [
                    {"code": code, "display": words, "target": [{"equivalence": "unmatched"}]}
                    for code, words in order_concepts().items()
                ],
            }
        ],
    }
