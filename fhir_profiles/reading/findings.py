"""Which findings do the Observations of part 5.3 hold? Each as one raw finding: code, value, place, date, standing, source.

Here live the reading of panel, components and stand-alone Observations, and of the places they name. What may not live
here: the values themselves (`finding_values`), to which lesion a finding belongs (`lesions`), what it means for an item of
the evidence (`lesion` and its neighbours), and which of two findings counts (`plugin.answer`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from fhir_profiles.chart import Chart, Note
from fhir_profiles.codes.findings import FINDING_BY_CODE, PANEL
from fhir_profiles.codes.observations import FINDING_QUERY_CODES, HISTOLOGY
from fhir_profiles.reading.finding_values import Problem, Value, value_of
from fhir_profiles.reading.modality import modality_of
from fhir_profiles.reading.places import NOWHERE, Site, body_site
from fhir_profiles.reading.standing import dated, standing
from fhir_profiles.reading.wording import folded
from fhir_profiles.resources import (
    Json,
    codings,
    members,
    name_of,
    notes,
    reference,
    status_code,
)
from plugin.answer import Kind, Standing
from plugin.evidence import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class RawFinding:
    """One value of one finding, as the record gives it.

    `code` is a code of 5.3 ("escc"), or the bare LOINC code of an Observation among the finding codes of contract 3
    ("38214-3"). `value` is, by the code's row in 5.3: a code of the value list (str), a bool, an int or a float; lengths are
    in mm already. For LOINC: a number with its `unit` as recorded, a bool, or the code of a concept ("LA9622-7") or a text.
    A finding without a usable value (`dataAbsentReason`, another type, outside the list) does not appear.
    `text` is what the value's text and the note say in words; `resolved`: those words say that the finding has resolved.
    `place` is the place that the finding itself names, if any.
    """

    code: str
    value: str | bool | int | float
    seen_in: str
    unit: str = ""
    on: datetime | None = None
    standing: Standing = Standing.FIRM
    kind: Kind = Kind.FINDING
    modality: str = ""
    text: str = ""
    resolved: bool = False
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One entry with one of our codes: where it is, and its finding, or why there is none.

    `finding` None: the entry says "unknown" (`absent`), or it could not be read.
    """

    code: str
    site: Site
    seen_in: str
    finding: RawFinding | None = None
    absent: bool = False


_HISTOLOGY: Final = HISTOLOGY.codes[0].code
_ELSEWHERE: Final = Site(outside=True)
_KNOWN: Final = {code.key: code.code for code in FINDING_QUERY_CODES}
_RESOLVED: Final = re.compile(
    r"\b(?:(?:has|have|is|completely) )?(?<!not )resolved\b|\bno longer (?:seen|present|visible)\b|\bnicht mehr nachweisbar\w*"
    r"|\bzuruckgebildet\b|\bnon (?:plus )?visible\w*|\ba disparu\b|\bresolue?s?\b"
)

PlaceOf = Callable[[str], Site]
"""The site of the Condition that a `focus` points at; NOWHERE without a level, `bone` for one of spine or bone in general."""


def read_findings(chart: Chart, as_of: datetime, place_of: PlaceOf) -> tuple[list[Seen], list[Note]]:
    """Every entry with one of our codes that may count, in the order of the record, and what could not be read."""
    seen: list[Seen] = []
    problems: list[Note] = []
    sites: dict[str, Site] = {}  # most findings of a patient name the same few places
    for observation in chart.of("findings"):
        counts = _standing(observation, as_of)
        elements = list(_elements(observation)) if counts is not None else []
        if not elements or counts is None:
            continue
        common = _common(chart, observation, counts)
        site = _site(observation, place_of, sites)
        for code, element in elements:
            apart = code == _HISTOLOGY and not site.stated and _is_of_another_tumour(observation, place_of)
            found, problem = _seen(code, element, common, _ELSEWHERE if apart else site)
            seen.append(found)
            if problem:
                problems.append(Note(key="findings", resource=common.seen_in, problem=f"{code}: {problem}"))
    return seen, problems


def _standing(observation: Json, as_of: datetime) -> Standing | None:
    """A registered Observation that already has a value is as preliminary as one can be (F.5 rule 1)."""
    if status_code(observation, "status") == "registered":
        return Standing.TENTATIVE
    return standing(observation, as_of)


def _elements(observation: Json) -> Iterator[tuple[str, Json]]:
    """The Observation itself and its components, each under the first of its codes that is ours."""
    code = _code(observation)
    if code is None:
        return
    components = [(found, each) for each in members(observation, "component") if (found := _code(each))]
    if code != PANEL.code and not (components and not _has_value(observation)):
        yield code, observation
    yield from components


def _has_value(element: Json) -> bool:
    return any(name.startswith("value") for name in element) or "dataAbsentReason" in element


def _code(element: Json) -> str | None:
    return next((_KNOWN[each.key] for each in codings(element.get("code")) if each.key in _KNOWN), None)


def _common(chart: Chart, observation: Json, counts: Standing) -> RawFinding:
    """What all findings of one Observation share."""
    return RawFinding(
        code="",
        value="",
        seen_in=name_of(observation),
        on=dated(observation),
        standing=counts,
        modality=modality_of(chart, observation),
        text=" ".join(notes(observation)),
    )


def _seen(code: str, element: Json, common: RawFinding, site: Site) -> tuple[Seen, str]:
    read = value_of(FINDING_BY_CODE.get(code), element)
    if isinstance(read, Problem):
        return Seen(code=code, site=site, seen_in=common.seen_in, absent=read.absent), "" if read.absent else read.words
    finding = _finding(code, read, common, site.places[0] if site.places else None)
    return Seen(code=code, site=site, seen_in=common.seen_in, finding=finding), ""


def _finding(code: str, value: Value, common: RawFinding, place: Place | None) -> RawFinding:
    text = " ".join(filter(None, (value.text, common.text)))
    return RawFinding(
        code=code,
        value=value.value,
        unit=value.unit,
        seen_in=common.seen_in,
        on=common.on,
        standing=common.standing,
        modality=common.modality,
        text=text,
        resolved=bool(text) and _RESOLVED.search(folded(text)) is not None,
        place=place,
    )


def _is_of_another_tumour(observation: Json, place_of: PlaceOf) -> bool:
    """Has it a focus, and none of the spine or of bone? A histology of the kidney proves nothing of a vertebra (C.7, CR-01)."""
    pointed = members(observation, "focus")
    return bool(pointed) and not any(place_of(reference(each) or "").bone for each in pointed)


def _site(observation: Json, place_of: PlaceOf, sites: dict[str, Site]) -> Site:
    """`bodySite`, else what the focus is about."""
    own = NOWHERE
    if "bodySite" in observation:
        spelled = repr(observation["bodySite"])
        known = sites.get(spelled)
        own = sites[spelled] = known if known is not None else body_site(observation)
        if own.stated:
            return own
    pointed = (reference(each) for each in members(observation, "focus"))
    return next((site for each in pointed if each and (site := place_of(each)).stated), own)
