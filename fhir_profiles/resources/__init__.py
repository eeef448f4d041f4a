"""How is one FHIR resource read? Tolerant accessors over plain JSON; odd data reads as "not there" and never raises.

fhir.resources is not used on the way in: it refuses a whole resource for one bad member, and it is slow (wire 6.2,
P10). What may not live here: codes, rules, and more than one resource at a time.
"""

from fhir_profiles.resources.bundles import (
    Entry,
    entries,
    kind_of,
    next_link,
    self_link,
    severities,
    total,
)
from fhir_profiles.resources.concepts import (
    Coding,
    Quantity,
    codings,
    extensions,
    is_blank,
    notes,
    quantity,
    status_code,
    texts,
)
from fhir_profiles.resources.documents import READABLE, Document, document, inline_document, media_type
from fhir_profiles.resources.moments import (
    Moment,
    Precision,
    found_on,
    last_updated,
    moment,
    period_start,
    recorded_on,
    sorted_on,
)
from fhir_profiles.resources.references import contained, name_of, reference, tail
from fhir_profiles.resources.shape import Json, member, members, number, truth, whole, word

__all__ = [
    "READABLE",
    "Coding",
    "Document",
    "Entry",
    "Json",
    "Moment",
    "Precision",
    "Quantity",
    "codings",
    "contained",
    "document",
    "entries",
    "extensions",
    "found_on",
    "inline_document",
    "is_blank",
    "kind_of",
    "last_updated",
    "media_type",
    "member",
    "members",
    "moment",
    "name_of",
    "next_link",
    "notes",
    "number",
    "period_start",
    "quantity",
    "recorded_on",
    "reference",
    "self_link",
    "severities",
    "sorted_on",
    "status_code",
    "tail",
    "texts",
    "total",
    "truth",
    "whole",
    "word",
]
