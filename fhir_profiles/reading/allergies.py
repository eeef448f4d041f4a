"""Which allergies on record change a plan (F-35)? By code where part E has one, otherwise by words in three languages.

What may not live here: what is left out because of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from fhir_profiles.chart import Chart
from fhir_profiles.codes.disorders import ANAESTHETIC_ALLERGY, CONTRAST_ALLERGY, LATEX_ALLERGY
from fhir_profiles.codes.drugs import NSAIDS
from fhir_profiles.reading.standing import fact, standing
from fhir_profiles.reading.wording import Said, folded, said
from fhir_profiles.resources import Json, codings, kind_of, member, members, texts
from plugin.answer import Fact, Kind, Recorded, Standing
from plugin.evidence import Allergy

_SAYS_ALLERGY: Final = re.compile(r"allerg|hypersensitiv|uberempfindlich|intoleran|unvertraglich|anaphyla")
_CODED: Final = (
    (Allergy.LATEX, LATEX_ALLERGY),
    (Allergy.CONTRAST, CONTRAST_ALLERGY),
    (Allergy.LOCAL_ANAESTHETIC, ANAESTHETIC_ALLERGY),
)
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


def read_allergies(chart: Chart, as_of: datetime) -> Recorded[Allergy]:
    """Allergies and intolerances, and what the problem list codes as such; each stands for itself."""
    entries = (*chart.of("allergies"), *chart.of("conditions"))
    facts = tuple(found for entry in entries for found in _facts(entry, as_of))
    return Recorded(facts=facts, unread=chart.unread("allergies"))


def _facts(entry: Json, as_of: datetime) -> Iterator[Fact[Allergy]]:
    counts = standing(entry, as_of)
    if counts is None:
        return
    is_allergy = kind_of(entry) == "AllergyIntolerance"
    kind = Kind.RECORD if is_allergy else Kind.CONDITION
    worded = dict(_worded(entry)) if is_allergy or _is_about_allergy(entry) else {}
    keys = [coding.key for coding in codings(member(entry, "code"))]
    coded = [allergy for allergy, codes in _CODED if any(key in codes for key in keys)]
    for allergy in dict.fromkeys((*coded, *worded)):
        doubted = worded.get(allergy) is Said.DOUBTED and allergy not in coded
        yield fact(entry, allergy, kind, Standing.TENTATIVE if doubted else counts)


def _is_about_allergy(condition: Json) -> bool:
    return any(_SAYS_ALLERGY.search(folded(text)) for text in texts(member(condition, "code")))


def _worded(entry: Json) -> Iterator[tuple[Allergy, Said]]:
    """What the entry's words and its reactions' substances name; "no known latex allergy" names none."""
    words = list(texts(member(entry, "code")))
    for reaction in members(entry, "reaction"):
        words += texts(member(reaction, "substance"))
    for allergy, wanted in _WORDED:
        says = said(words, wanted)
        if says is not None and says is not Said.DENIED:
            yield allergy, says
