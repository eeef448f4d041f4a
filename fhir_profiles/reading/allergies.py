"""Which allergies on record change a plan (F-35)? By code where part E has one, otherwise by words in three languages.

What may not live here: what is left out because of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from fhir_profiles.codes.code import union
from fhir_profiles.codes.disorders import ANAESTHETIC_ALLERGY, CONTRAST_ALLERGY, LATEX_ALLERGY
from fhir_profiles.codes.drugs import NSAIDS
from fhir_profiles.reading.entries import Entry
from fhir_profiles.reading.standing import fact
from fhir_profiles.reading.wording import Said, said
from fhir_profiles.resources import member, members, texts
from plugin.answer import Fact, Kind, Standing
from plugin.evidence import Allergy

SAYS_ALLERGY: Final = re.compile(r"allerg|hypersensitiv|uberempfindlich|intoleran|unvertraglich|anaphyla")
_CODED: Final = (
    (Allergy.LATEX, LATEX_ALLERGY),
    (Allergy.CONTRAST, CONTRAST_ALLERGY),
    (Allergy.LOCAL_ANAESTHETIC, ANAESTHETIC_ALLERGY),
)
CODED: Final = union("an allergy that changes a plan", *(codes for _, codes in _CODED))
_NSAID_STEMS: Final = "|".join(re.escape(stem) for drug in NSAIDS for stem in drug.stems)
# Beginnings of words, folded. PMMA and acrylic have no verified code (E.7).
_WORDED: Final = (
    (
        Allergy.PMMA,
        re.compile(
            r"\bpmma\b|methacryl|methyl acryl|\bacryl|\bbone[ -]cement|\bknochenzement|\bciments? (?:osseux|chirurg)"
        ),
    ),
    (
        Allergy.CONTRAST,
        re.compile(
            r"\b(?:radio)?contrast\b|kontrastmittel|\bproduits? de contraste|\biodinated"
            r"|\biohexol|\biopamidol|\biodixanol|\biomeprol|\biopromid|\bioversol|\bgadolin|\bgado[bt]"
        ),
    ),
    (Allergy.LATEX, re.compile(r"\blatex")),
    (
        Allergy.ANTIBIOTIC,
        re.compile(
            r"\bantibioti|\bpenicill|\b(?:amoxi|ampi|pipera|flucloxa|oxa)cill|\bbeta-?la[ck]ta|\bcephalosporin|\bcef"
            r"|\bclindamyc|\bvancomyc|\bgentamic|\bsulfa\b|\bsul(?:f|ph)onamid|\bsulfameth|\bcotrimox|\bquinolon|\bciproflox|\blevoflox"
            r"|\berythromyc|\bazithromyc|\bclarithromyc|\bmetronidaz|\btetracycl|\bdoxycycl|\bmeropenem|\bteicoplan"
        ),
    ),
    (
        Allergy.NSAID,
        re.compile(rf"\bnsai|\bnsar\b|\bains\b|anti-?inflam|antirheumatik|\baspirin|acetylsalic|\b(?:{_NSAID_STEMS})"),
    ),
    (
        Allergy.LOCAL_ANAESTHETIC,
        re.compile(
            r"\blocal ana?esthe|lokalana?sthe|\banesthesiques? loca"
            r"|\b(?:lido|bupi|levobupi|ropi|mepi|prilo|pro|arti)[ck]ain"
        ),
    ),
)


def allergies(entries: Iterable[Entry], kind: Kind) -> Iterator[Fact[Allergy]]:
    """Every allergy or intolerance that the entries name; one of the problem list must say that it is an allergy."""
    for entry in entries:
        coded = [allergy for allergy, codes in _CODED if entry.has(codes)] if entry.has(CODED) else []
        worded = dict(_worded(entry)) if kind is not Kind.CONDITION or SAYS_ALLERGY.search(entry.plain) else {}
        for allergy in dict.fromkeys((*coded, *worded)):
            doubted = worded.get(allergy) is Said.DOUBTED and allergy not in coded
            found = fact(entry.resource, allergy, kind, Standing.TENTATIVE if doubted else entry.counts)
            yield replace(found, text=next(iter(entry.words), ""))  # which substance: the orders name it


def _worded(entry: Entry) -> Iterator[tuple[Allergy, Said]]:
    """What the entry's words and its reactions' substances name; "no known latex allergy" names none."""
    substances = (member(each, "substance") for each in members(entry.resource, "reaction"))
    words = (*entry.words, *(text for each in substances for text in texts(each)))
    for allergy, wanted in _WORDED:
        says = said(words, wanted)
        if says is not None and says is not Said.DENIED:
            yield allergy, says
