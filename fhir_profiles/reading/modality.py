"""From which examination does a finding come, where the record says so? Method, the study it derives from, or the bedside.

What may not live here: what the examination found, and which of two examinations counts.
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.chart import Chart
from fhir_profiles.codes.systems import DICOM
from fhir_profiles.reading.wording import folded
from fhir_profiles.resources import Json, codings, member, members, reference, texts

_MODALITIES: Final = (
    ("MR", re.compile(r"\bmri?\b|\bmrt\b|\birm\b|\bmagnet\w*")),
    ("CT", re.compile(r"\bct\b|\btdm\b|\bscanner\b|\bcomputed tomograph\w*")),
)
_CODED_MODALITIES: Final = frozenset({"MR", "CT", "PT", "NM", "XA", "DX", "CR", "US"})


def modality_of(chart: Chart, observation: Json) -> str:
    """The examination, where the record says it: method, the study it derives from, or that it was a bedside one."""
    method = member(observation, "method")
    found = _of_method(method) if method else ""
    if not found and "derivedFrom" in observation:
        found = _of_study(chart, observation)
    return found or ("exam" if "exam" in codings_of(observation, "category") else "")


def modality_in_words(words: str) -> str:
    """The examination that folded words name, as in the title of a report; empty where they name none."""
    return next((name for name, form in _MODALITIES if form.search(words)), "")


def _of_method(method: Json) -> str:
    coded = {each.code for each in codings(method) if each.system == DICOM} & _CODED_MODALITIES
    worded = folded(" ".join(texts(method)))
    return next(iter(coded), "") or modality_in_words(worded)


def _of_study(chart: Chart, observation: Json) -> str:
    for address in filter(None, map(reference, members(observation, "derivedFrom"))):
        study = chart.included(address)
        named = codings_of(study, "modality") if study else []
        known = [code for code in named if code in _CODED_MODALITIES]
        if known:
            return known[0]
    return ""


def codings_of(resource: Json, name: str) -> list[str]:
    """The bare codes of a member that repeats."""
    return [coding.code for each in members(resource, name) for coding in codings(each)]
