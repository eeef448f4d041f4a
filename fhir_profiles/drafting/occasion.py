"""What does every draft of a call need? The patient, the lesion and the words, whatever it is that is drafted.

What may not live here: any spelling of FHIR.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from plugin.evidence import Place

Json: TypeAlias = Mapping[str, Any]


class Wanted(Protocol):
    """One item to be drafted, with its words in the site's language (`plugin.advice.ItemAdvice`)."""

    @property
    def id(self) -> str: ...
    @property
    def words(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What all drafts for one lesion share. `reason` is a reference ("Condition/12"), `site` the place in words."""

    patient_id: str
    encounter_id: str | None = None
    reason: str | None = None
    place: Place | None = None
    site: str = ""
    notes: tuple[str, ...] = ()
