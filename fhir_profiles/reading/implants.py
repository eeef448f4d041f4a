"""Which electrically active implants does the patient have (F-32)? From Devices and the problem list, by code or words.

What may not live here: what an implant does to a technique.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from fhir_profiles.codes.code import union
from fhir_profiles.codes.disorders import IMPLANTED
from fhir_profiles.reading.entries import Entry
from fhir_profiles.reading.standing import fact
from fhir_profiles.reading.wording import Said, said
from plugin.answer import Fact, Kind, Standing
from plugin.evidence import ImplantedDevice

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
CODED: Final = union("an electrically active implant", *IMPLANTED.values())
STEMS: Final = ("pace", "schrittmacher", "stimulat", "crt-", "fibrillat", "kardioverter", "icd")
"""For a first look: without one of these the words name no implant."""


def implants(entries: Iterable[Entry], kind: Kind) -> Iterator[Fact[ImplantedDevice]]:
    """Every electrically active implant that the entries name; one that was implanted in the past is still there."""
    for entry in entries:
        if not (entry.has(CODED) or entry.mentions(STEMS)) or _WORN.search(entry.plain):
            continue
        stated = [device for device, codes in IMPLANTED.items() if entry.has(codes)]
        for device, wanted in _WORDED:
            says = said(entry.words, wanted, lasting=True)
            if says is None and device in stated:
                says = Said.STATED
            if says is not None and says is not Said.DENIED:
                yield fact(entry.resource, device, kind, Standing.TENTATIVE if says is Said.DOUBTED else entry.counts)
