"""Which drugs does a medication entry name? By ingredient code, by ATC group, or by international name in words (C.3).

A hospital mostly codes the product, so the name in `text` or `display` counts as much as a code. What may not live
here: which lists a drug stands on and whether it is taken (`bleeding`), and what a drug means for a procedure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from fhir_profiles.codes import ATC
from fhir_profiles.codes.drugs import ANTITHROMBOTIC_GROUP, DRUG_BY_CODE, DRUGS, OPIOID_GROUP, KnownDrug
from fhir_profiles.reading.wording import folded
from fhir_profiles.resources import Coding, codings, texts
from plugin.evidence import Drug, DrugClass

_STEMS: Final[Mapping[str, KnownDrug]] = {stem: drug for drug in DRUGS for stem in drug.stems}
# A name is found by its beginning, so that "Morphinsulfat" and "énoxaparine" are; a heparinoid ointment is no heparin.
_NAMES: Final = re.compile(r"\b(" + "|".join(sorted(map(re.escape, _STEMS), key=len, reverse=True)) + r")(?!oid)")

_ANTIPLATELET_GROUP: Final = "B01AC"
_ANTITHROMBOTIC: Final = frozenset({DrugClass.ANTICOAGULANT, DrugClass.ANTIPLATELET})
_OPIOID: Final = frozenset({DrugClass.STRONG_OPIOID, DrugClass.OPIOID})


def drugs_named(concept: object) -> tuple[Drug, ...]:
    """Every drug that matters before a procedure and that the concept names, each once; a combination names several."""
    coded, words = codings(concept), texts(concept)
    known = [DRUG_BY_CODE[coding.key] for coding in coded if coding.key in DRUG_BY_CODE]
    known += [_STEMS[name] for text in words for name in _NAMES.findall(folded(text))]
    found = {drug.name: Drug(drug.name, drug.drug_class) for drug in known}
    for drug in _by_group(coded, words, {drug.drug_class for drug in found.values()}):
        found.setdefault(drug.name, drug)
    return tuple(found.values())


def is_nameless(concept: object) -> bool:
    """No words, and codes only that tell nothing: what drug this is cannot be known, so it is no "other drug" either.

    An ATC code always tells its group, so one outside the groups that matter is another drug.
    """
    if texts(concept):
        return False
    return all(coding.key not in DRUG_BY_CODE and coding.system != ATC for coding in codings(concept))


def _by_group(coded: Iterable[Coding], words: tuple[str, ...], classes: set[DrugClass]) -> Iterable[Drug]:
    """Drugs of an ATC group that part E does not name one by one; not what was found by name already.

    An opioid is strong only by its name (TR-18), for the group holds weak ones too.
    """
    for coding in coded:
        name = words[0] if words else coding.code
        if coding.key in ANTITHROMBOTIC_GROUP and classes.isdisjoint(_ANTITHROMBOTIC):
            platelets = coding.code.startswith(_ANTIPLATELET_GROUP)
            yield Drug(name, DrugClass.ANTIPLATELET if platelets else DrugClass.ANTICOAGULANT)
        if coding.key in OPIOID_GROUP and classes.isdisjoint(_OPIOID):
            yield Drug(name, DrugClass.OPIOID)
