"""What else may harm? Electrically active implants (F-32), infection (F-34), and the body temperature.

What may not live here: what a device or a fever does to a plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from fhir_profiles.chart import Chart, Note
from fhir_profiles.codes.disorders import IMPLANTED
from fhir_profiles.codes.observations import TEMPERATURE
from fhir_profiles.reading.infections import read_infections
from fhir_profiles.reading.laboratory import Measured, read_measured
from fhir_profiles.reading.lesions import LesionScope
from fhir_profiles.reading.standing import fact, standing
from fhir_profiles.reading.wording import Said, folded, said
from fhir_profiles.resources import Json, codings, kind_of, member, members, texts, word
from plugin.answer import Fact, Kind, Recorded, Standing
from plugin.evidence import Hazards, ImplantedDevice

_TEMPERATURE: Final = Measured(
    codes=TEMPERATURE,
    units={
        "Cel": lambda value: value,
        "°C": lambda value: value,
        "[degF]": lambda value: round((value - 32) * 5 / 9, 2),
    },
    unit="Cel",
    bounds=frozenset({"<", "<="}),
    part="temperature",
)

_WORN: Final = re.compile(
    r"transcutan|transkutan|\btens\b|\bextern\w* (?:cardioverter.)?defibrillat|defibrillat\w* (?:automati\w+ )?extern"
)
"""What is worn or stands outside the body is no implant."""
# A neurostimulator has no verified code (E.7).
_WORDED: Final = (
    (
        ImplantedDevice.PACEMAKER,
        re.compile(r"\bpace-?maker|schrittmacher|\bstimulateurs? cardiaque|\bcrt-[pd]\b"),
    ),
    (
        ImplantedDevice.DEFIBRILLATOR,
        re.compile(
            r"\bdefibrillat|\bkardioverter"
            r"|\ba?icd\b(?![ -]?(?:9|10|11|o|code|cm)\b)|\bcrt-d\b"
        ),
    ),
    (
        ImplantedDevice.NEUROSTIMULATOR,
        re.compile(
            r"\b(?:neuro-?|nerve |nerven)stimulat"
            r"|(?:spinal cord|dorsal column|deep brain) stimulat|ruckenmarks?stimulat|hirnstimulat|hirnschrittmacher"
            r"|\bstimulat(?:eur|ion) (?:medullaire|cerebrale?)"
        ),
    ),
)


def read_hazards(chart: Chart, lesion: LesionScope, as_of: datetime) -> Hazards:
    """Implants, infections as they concern this lesion, and temperatures."""
    return hazards_noted(chart, lesion, as_of)[0]


def hazards_noted(chart: Chart, lesion: LesionScope, as_of: datetime) -> tuple[Hazards, tuple[Note, ...]]:
    """The same, with what could not be read."""
    temperature, notes = read_measured(chart, _TEMPERATURE, as_of)
    entries = (*chart.of("devices"), *chart.of("conditions"))
    devices = tuple(found for entry in entries for found in _devices(entry, as_of))
    hazards = Hazards(
        devices=Recorded(facts=devices, unread=chart.unread("devices")),
        infection=read_infections(chart, lesion, as_of),
        temperature_c=temperature,
    )
    return hazards, notes


def _devices(entry: Json, as_of: datetime) -> Iterator[Fact[ImplantedDevice]]:
    """Electrically active implants that a Device or a Condition names, by code or by words."""
    counts = standing(entry, as_of)
    if counts is None:
        return
    is_device = kind_of(entry) == "Device"
    concept = member(entry, "type" if is_device else "code")
    keys = [coding.key for coding in codings(concept)]
    words = (*texts(concept), *_names(entry)) if is_device else texts(concept)
    if any(_WORN.search(folded(text)) for text in words):
        return
    for device, wanted in _WORDED:
        says = said(words, wanted, lasting=True)
        if says is None and any(key in IMPLANTED[device] for key in keys if device in IMPLANTED):
            says = Said.STATED
        if says is not None and says is not Said.DENIED:
            doubted = Standing.TENTATIVE if says is Said.DOUBTED else counts
            yield fact(entry, device, Kind.DEVICE if is_device else Kind.CONDITION, doubted)


def _names(device: Json) -> tuple[str, ...]:
    return tuple(name for each in members(device, "deviceName") if (name := word(each, "name")))
