"""Which of our procedures, techniques and wishes do the words of an order name? English, French and German: the one list.

On folded text (`wording.folded`). What may not live here: codes (`fhir_profiles.codes.procedures`), the place of an order
(`places`), and which setting makes an order ours (`orders`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from fhir_profiles.reading.wording import folded
from plugin.evidence import OrderKind, PlannedTechnique


def _any(*words: str) -> re.Pattern[str]:
    return re.compile("|".join(words))


_RF: Final = r"(?:radio-?\s?frequen[cz]\w*|\brfa\b|\brf[\s-]?(?=(?:thermo)?ablat)|\bhochfrequenz(?=\w*ablation))"
_ABLATION: Final = r"(?:ablat\w+|(?:photo|thermo|laser)?[ck]oagulation\w*)"
_LASER: Final = _any(
    rf"\blaser\w*\W+(?:\w+\W+){{0,3}}{_ABLATION}",
    rf"{_ABLATION}\W+(?:\w+\W+){{0,3}}laser\b",
    r"\blaser-?(?:thermo)?ablat\w*",
)
_BIPOLAR: Final = _any(rf"\bbipola\w+\W+(?:\w+\W+){{0,2}}{_RF}", rf"{_RF}.{{0,40}}\bbipola\w+")
_MONOPOLAR: Final = _any(
    rf"\b(?:mono|uni)pola\w+\W+(?:\w+\W+){{0,2}}{_RF}",
    rf"{_RF}.{{0,40}}\b(?:mono|uni)pola\w+",
)
_RFA: Final = _any(r"\brfa\b", rf"{_RF}\W*(?:\w+\W+){{0,2}}\w*ablat\w+", rf"{_ABLATION} (?:\w+ ){{0,3}}{_RF}")
_CRYO: Final = _any(
    r"\b[ck]r[yi]o-?\s?(?:thermo)?ablat\w*",
    r"\b[ck]r[yi]o-?\s?therap\w+ (?:of |de |der |des )?(?:the |la |l')?(?:bone|spin|vertebra|tumou?r|metasta|[ctdls]\d)",
)
_CHEMICAL: Final = _any(
    r"\b(?:chemical|alcohol|ethanol|chemische|alkohol)[\s-]?\w*ablation\w*",
    r"\bablation (?:chimique|par alcool|a l'alcool|a l'ethanol)",
    r"\b(?:percutaneous )?(?:ethanol|alcohol) injection\b",
    r"\balcoolisation\b",
    r"\b(?:ethanol|alkohol)-?(?:injektion|instillation)\w*",
)
_CAVITATION: Final = _any(r"\b[ck]oblation\w*", r"\b[ck]avitation\w*", r"\bplasma-?mediated")
_CEMENT: Final = _any(
    r"\b[czs](?:e|i)mento?-?plast\w*",
    r"\bverte?bro-?plast\w*",
    r"\b[ckz][yi]pho-?plast\w*",
    r"\bsa[ck]ro-?plast\w*",
    r"\bosteoplast(?:y|ie)\b",
    r"\b(?:vertebral|spinal) (?:body )?augmentation\b",
    r"\baugmentation vertebrale\b",
    r"\bwirbelkorper-?augmentation\w*",
    r"\b(?:bone )?cement (?:injection|augmentation)\b",
    r"\bzementaugmentation\w*",
)
_TECHNIQUES: Final = (  # the first that applies; the step that treats the tumour goes before cement
    (PlannedTechnique.LASER, _LASER),
    (PlannedTechnique.RFA_BIPOLAR, _BIPOLAR),
    (PlannedTechnique.RFA_MONO, _MONOPOLAR),
    (PlannedTechnique.RFA, _RFA),
    (PlannedTechnique.CRYO, _CRYO),
    (PlannedTechnique.CHEM, _CHEMICAL),
    (PlannedTechnique.CAV, _CAVITATION),
    (PlannedTechnique.CEMENT, _CEMENT),
)
_ABLATION_UNSAID: Final = _any(
    r"\b(?:thermo|mikrowellen|tumou?r|microwave|thermal)?[\s-]?ablation\w*",
    r"\bdestruction of (?:\w+ ){0,2}(?:vertebra\w*|bone)\b",
)
_NOT_A_TUMOUR: Final = _any(  # nerves and other organs are ablated too
    r"\bmedial branch\w*",
    r"\bdenervat\w*|\bdenervier\w*",
    r"\brhizotom\w*|\bneurotom\w*|\bneurolys\w*|\bsympathectom\w*",
    r"\bgenicular\b|\bdorsal root gangli\w*|\bfacet(?:te)?n?-?(?: joint)? (?:nerve|block)\w*",
    r"\bcatheter ablation\b|\bkatheterablation\b",
)
_OF: Final = r"(?:(?!with\b|and\b|in\b|at\b|near\b|mit\b|und\b|bei\b|im\b|avec\b|et\b|chez\b)[\w'-]+ ){0,3}"
_HEART: Final = r"(?:p?af|a-?fib|fa|vhf|svt|vt|avrt|wpw|pvcs?|ar+h?[yi]thm\w*|tach[yi][ck]ard\w*)"
_NERVE: Final = r"(?:nerves?|nervs?|nerfs?|nerven\w*|plexus)"
_ELSEWHERE: Final = _any(  # hearts and nerves without an organ word; an order that names the spine is not asked
    rf"\b(?:{_HEART}|{_NERVE})[\s-]+(?:\w+[\s-]+){{0,2}}\w*ablation\w*",
    rf"ablation\w* {_OF}(?:d'(?:une? )?)?(?:{_HEART}|{_NERVE})\b",
    r"\bnerven\w*ablation\w*|\bauricula(?:r|ire)\b|\bpvi\b|\b[ck]r[yi]o-?ball?o+n\w*",
)
_BIOPSY: Final = _any(r"\bbiops\w+", r"biopsie", r"\bprobeentnahme\w*")
_SENT: Final = r"(?:refer\w*|consult\w*|evaluation|uberweisung|vorstellung|konsil\w*)"
_REFERRAL: Final = _any(
    r"\binterventional radiolog\w*",
    r"\binterventionelle?\w* (?:neuro)?radiolog\w*",
    r"\b(?:neuro)?radiologie interventionnelle\b",
    rf"\b{_SENT} (?:\w+ ){{0,2}}(?:to|with|by|bei|an|zur) (?:the |der )?ir\b",
    r"\bir[\s-](?:consult\w*|referral|evaluation|clinic|service|konsil\w*|vorstellung)\b|\b(?:konsil|konsultation) ir\b",
    r"\b(?:avis|consultation|orientation|adress\w+) (?:\w+ )?(?:de |en |d[eu] la |a la )?ri\b",
)
_IMAGING: Final = _any(
    r"\bmri?\b|\bmrt\b|\birm\b|\bmagnetic resonance\b|\bmagnetresonanz\w*|\bkernspin\w*",
    r"\bct\b|\bcat scan\b|\btdm\b|\bscanner\b|\bcomputed tomograph\w*|\bcomputertomogra\w*|\btomodensitometr\w*",
)


_STEMS: Final = (  # in the order in which an ordinary order is done with soonest
    *("ablat", "plast", "oagulation", "oblation", "avitation", "alcool", "rfa", "frequen", "therap", "plasma"),
    *("destruction", "cement", "zement", "augmentation", "injection", "injektion", "instillation"),
    *("biops", "probeentnahme", "radiolog", "magnet", "kernspin", "cat scan", "tdm", "scanner", "tomogra", "tomodens"),
)
_SHORT: Final = re.compile(r"\b(?:ir|ri|mri?|mrt|irm|ct)\b")
"""For a first look: without one of these, words name none of ours. They are no more than that: most of them say nothing yet."""


def _could_be_ours(words: str) -> bool:
    for stem in _STEMS:  # `any` takes twice as long, and this is asked for every order and procedure
        if stem in words:
            return True
    return _SHORT.search(words) is not None


def technique_in_words(words: str) -> PlannedTechnique | None:
    """The technique that folded words name; None where they name none ("ablation"), or are not about a tumour."""
    if _NOT_A_TUMOUR.search(words):
        return None
    return next((technique for technique, form in _TECHNIQUES if form.search(words)), None)


def kind_in_words(words: str, *, spinal: bool) -> OrderKind | None:
    """What sort of order folded words name. Biopsy and imaging are only ours where the order names the spine (`spinal`)."""
    if not _could_be_ours(words):
        return None
    if _NOT_A_TUMOUR.search(words) or (not spinal and _ELSEWHERE.search(words)):
        return None
    if technique_in_words(words) or _ABLATION_UNSAID.search(words):
        return OrderKind.TREATMENT
    if spinal and _BIOPSY.search(words):
        return OrderKind.BIOPSY
    if _REFERRAL.search(words):
        return OrderKind.REFERRAL
    return OrderKind.IMAGING if spinal and _IMAGING.search(words) else None


def is_ours_in_words(texts: Iterable[str]) -> bool:
    """Do these words of a record name one of our interventions? (A biopsy of the spine is one.)"""
    words = folded(" ; ".join(texts))
    return kind_in_words(words, spinal=True) in (OrderKind.TREATMENT, OrderKind.BIOPSY)
