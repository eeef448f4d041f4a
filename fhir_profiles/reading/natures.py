"""Which natures and which primary do the codes and words of one Condition name?

Codes of parts E.2, E.5 and E.6; words where codes are silent or name no tumour. What may not live here: to which lesion a
Condition belongs, and where it is (`conditions`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from fhir_profiles.codes import disorders, tumours
from fhir_profiles.codes.code import CodeSet, Key
from fhir_profiles.codes.systems import ICD10CM
from fhir_profiles.reading import tumour_words
from fhir_profiles.reading.wording import Said, said
from plugin.evidence import Nature, Primary

_CODED: Final[tuple[tuple[Nature, CodeSet], ...]] = (
    (Nature.OSTEOID_OSTEOMA, tumours.OSTEOID_OSTEOMA),
    (Nature.OSTEOBLASTOMA, tumours.OSTEOBLASTOMA),
    (Nature.PLASMACYTOMA, tumours.PLASMA_CELL),
    (Nature.METASTASIS, tumours.METASTASIS),
    (Nature.PRIMARY_MALIGNANT, tumours.PRIMARY_MALIGNANT),
    (Nature.BENIGN_TREATABLE, tumours.BENIGN_TREATABLE),
    (Nature.BENIGN_NOT_INDICATED, tumours.HAEMANGIOMA),
    (Nature.INFECTION, disorders.SPINAL_INFECTION),
    (Nature.OSTEOPOROTIC, disorders.OSTEOPOROTIC_FRACTURE),
    (Nature.BENIGN_UNSPECIFIED, tumours.BENIGN_UNSPECIFIED),
)
_WORDS: Final = dict(tumour_words.NATURES)
_UNDECIDED: Final = (
    tumours.MALIGNANT_SPINE,
    tumours.UNCERTAIN_SPINE,
    tumours.UNCERTAIN_BONE,
    tumours.QUESTION_ONLY_NATURE,
)
NATURE_SETS: Final = (*(codes for _, codes in _CODED), *_UNDECIDED)
BENIGN: Final = frozenset(
    {
        Nature.OSTEOID_OSTEOMA,
        Nature.OSTEOBLASTOMA,
        Nature.BENIGN_TREATABLE,
        Nature.BENIGN_NOT_INDICATED,
        Nature.BENIGN_UNSPECIFIED,
    }
)
MALIGNANT: Final = frozenset({Nature.METASTASIS, Nature.PRIMARY_MALIGNANT, Nature.PLASMACYTOMA})


class Named(NamedTuple):
    """The natures that a Condition names, whether only with doubt, and whether it names a tumour without a nature.

    `malignant`: malignant, but the code leaves open whether primary or secondary.
    """

    natures: tuple[Nature, ...] = ()
    doubted: bool = False
    undecided: bool = False
    malignant: bool = False


def natures_named(keys: Sequence[Key], words: Sequence[str]) -> Named:
    """Codes first; words where the codes name none, or only "benign". Words that take it back go before a code."""
    coded = [nature for nature, codes in _CODED if any(key in codes for key in keys) and not _denied(nature, words)]
    if any(system == ICD10CM and code.startswith("M80.") for system, code in keys) and not coded:
        coded.append(Nature.OSTEOPOROTIC)
    doubted = bool(coded) and all(_says(nature, words) is Said.DOUBTED for nature in coded)
    if not set(coded) - {Nature.BENIGN_UNSPECIFIED}:
        worded = {nature: said for nature in _WORDS if (said := _says(nature, words)) not in (None, Said.DENIED)}
        stated = [nature for nature, said in worded.items() if said is Said.STATED]
        doubted = bool(worded) and not stated
        coded += stated or list(worded)
    return Named(
        natures=_most_telling(coded),
        doubted=doubted,
        undecided=any(key in codes for key in keys for codes in _UNDECIDED),
        malignant=any(key in tumours.MALIGNANT_SPINE for key in keys),
    )


def _says(nature: Nature, words: Sequence[str]) -> Said | None:
    form = _WORDS.get(nature)
    return said(words, form) if form and words else None


def _denied(nature: Nature, words: Sequence[str]) -> bool:
    return _says(nature, words) is Said.DENIED


def _most_telling(natures: Sequence[Nature]) -> tuple[Nature, ...]:
    """A metastasis of an osteosarcoma is a metastasis, a plasmacytoma no other malignant tumour, a benign one has a name."""
    found = dict.fromkeys(natures)
    if Nature.METASTASIS in found or Nature.PLASMACYTOMA in found:
        found.pop(Nature.PRIMARY_MALIGNANT, None)
    if Nature.METASTASIS in found:
        found.pop(Nature.PLASMACYTOMA, None)
    if len(BENIGN & set(found)) > 1:
        found.pop(Nature.BENIGN_UNSPECIFIED, None)
    return tuple(found)


# --- primaries --------------------------------------------------------------------------------------------------------

_PAST: Final = re.compile(r"histor|\bh/o\b|z\. ?n\.|zustand nach|antecedent|status post|previous|prior|\bpast\b|former")
_SHORT: Final = re.compile(r"\brcc\b|\bn?sclc\b")
_FROM: Final = re.compile(r"\b(?:from|von) (?P<organ>[\w\s'-]{3,60})")
_SEAT_ONLY: Final = re.compile(r"\bsecondary\b|\bmetasta\w+ (?:malignan\w+ )?(?:neoplasm|tumou?r)\b")
"""Words of coding systems, in which the organ is where a metastasis sits: "secondary malignant neoplasm of lung"."""
_SECONDARY: Final = ("C77", "C78", "C79", "C80", "C7B")


def primary_of(keys: Sequence[Key], words: str) -> Primary | None:
    """The primary that a metastasis names: by its code, its morphology, or in words ("bone metastasis of colon cancer").

    An organ alone is where a metastasis sits ("liver metastasis"), unless the words say that it comes from there.
    """
    coded = {p for p, codes in tumours.METASTASIS_FROM.items() if any(key in codes for key in keys)}
    coded |= {p for p, codes in tumours.PRIMARIES.items() if any(key in codes for key in keys)}
    if coded:
        return coded.pop() if len(coded) == 1 else None
    named_as_cancer = tumour_words.CANCER.search(words) or _SHORT.search(words)
    if not named_as_cancer or _SEAT_ONLY.search(words):
        found = _FROM.search(words)
        words = found["organ"] if found else ""
    named = {primary for primary, form in tumour_words.PRIMARIES if form.search(words)}
    return named.pop() if len(named) == 1 else None


def primary_itself(keys: Sequence[Key], words: str) -> Primary | None:
    """The primary tumour that a Condition is: by its code, else by an organ beside a word for cancer."""
    for primary, codes in tumours.PRIMARIES.items():
        if any(key in codes for key in keys):
            return primary
    if any(system == ICD10CM and code.startswith(_SECONDARY) for system, code in keys):
        return None
    if not tumour_words.CANCER.search(words) or tumour_words.NO_PRIMARY.search(words):
        return None
    if said((words,), tumour_words.CANCER) is Said.DENIED and not _PAST.search(words):
        return None
    if tumour_words.METASTASIS.search(words):
        return primary_of((), words)
    return next((primary for primary, form in tumour_words.PRIMARIES if form.search(words)), None)
