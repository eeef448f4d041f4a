"""Did a server do what it was asked for? What the `self` link of a search says of the parameters that it heeded (FA9).

What came is filtered again all the same (`sift`); only what such a filter cannot see is asked here: whether entries that
name nobody are this patient's, and whether there is less than was asked for. What may not live here: single entries.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import parse_qs

from fhir_profiles.queries import Query
from fhir_profiles.resources import Json, self_link

_NARROWING: Final = frozenset(
    {
        *("_filter", "_has", "_id", "_lastUpdated", "_list", "_profile", "_security", "_since", "_tag"),
        *(
            "authoredon",
            "based-on",
            "body-site",
            "bodysite",
            "category",
            "clinical-status",
            "code",
            "context",
            "criticality",
        ),
        *("date", "effective", "encounter", "intent", "issued", "modality", "onset-date", "performer", "period"),
        *("recorded-date", "severity", "started", "status", "type", "verification-status"),
    }
)
"""Parameters that leave out what the same search without them would find. What a server adds to find its pages is none."""


def for_this_patient(pages: Sequence[Json], patient_id: str, *, lenient: bool) -> bool:
    """Whether a search was certainly one for this patient.

    `lenient`: the server would not promise to heed every parameter; then only a `self` link can.
    """
    told = self_link(pages[0]) if pages else None
    return not lenient if told is None else _names(told, patient_id)


def narrowed(pages: Sequence[Json], query: Query) -> bool:
    """Whether the server says that it searched for less than was asked for: only what is recent, active, of one kind."""
    told = self_link(pages[0]) if pages else None
    if told is None:
        return False
    heeded, asked = _parameters(told), _parameters(query.template)
    return any(name in _NARROWING and (name not in asked or asked[name] - values) for name, values in heeded.items())


def _names(link: str, patient_id: str) -> bool:
    """Whether the patient stands in a link, as a value or as the place where the search began (`Patient/17/Device`)."""
    steps = link.partition("?")[0].split("/")
    return patient_id in steps or any(patient_id in values for values in _parameters(link).values())


def _parameters(link: str) -> Mapping[str, frozenset[str]]:
    """Names without their modifiers, and values without their systems and types: spelled anew, they mean the same."""
    found: dict[str, frozenset[str]] = {}
    for name, values in parse_qs(link.partition("?")[2]).items():
        plain = (each.rpartition("|")[2].rpartition("/")[2] for value in values for each in value.split(","))
        key = name.partition(":")[0]
        found[key] = found.get(key, frozenset()) | frozenset(plain)
    return found
