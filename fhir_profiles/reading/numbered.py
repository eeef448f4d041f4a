"""Are the numbers in words those of vertebrae, or of what else is numbered so: segments of liver and lung, nodes, ribs, roots?

English, French and German, on folded text. What may not live here: levels (`level_words`), and codes.
"""

from __future__ import annotations

import re
from typing import Final

_SPINE: Final = re.compile(
    r"spin(?:e\b|al)|vertebr|wirbel|\brachi|\bcolumn|\bcolonne|sacr[aeou]|sakr|kreuzbein|pedic|pedikel|\blamina|\bbon[ey]\b|\bosse"
    r"|knochen|ossar"
)
_RIB: Final = re.compile(
    r"\bribs? (?:metasta\w*|lesions?|tumou?rs?|fractures?|(?:at |level )?(?:t|th|d) ?\d)|\b(?:t|th|d) ?\d+ (?:level )?ribs?\b"
    r"|metasta\w* (?:of |in |to )(?:the )?(?:\w+ )?ribs?\b|\brippen-?(?:metasta|filia|herd|lasion)\w*|\brippe (?:\w+ )?\d"
    r"|\b(?:metastases?|lesions?) costales?\b|\bcote (?:\w+ )?\d"
)
_ORGAN: Final = (
    r"(?:liver|hepatic|lungs?|pulmonary|brain|cerebral|adrenal|renal|kidney|splenic|spleen|pleural|pancreatic|thyroid|breast|skin|cutaneous"
    r"|lymph ?nodes?|nodal)"
)
_SEAT: Final = re.compile(
    rf"\b{_ORGAN} (?:\w+ )?(?:metasta\w*|lesions?|nodules?|segments?|filiae)\b"
    rf"|\bmetasta\w* (?:of|in|to|within) (?:the |a )?(?:left |right )?{_ORGAN}\b(?! (?:cell|cancer|carcinoma|ca|primary)\b)"
    r"|\b(?:leber|lungen|hirn|nieren|nebennieren|lymphknoten|milz|haut|pleura)-?(?:metasta|filia|herd|rundherd|lasion)\w*"
    r"|\b(?:metastases?|lesions?|nodules?) (?:hepatiques?|pulmonaires?|cerebrales?|surrenaliennes?)"
    r"|\b(?:metastases?|lesions?|nodules?) (?:ganglionnaires?|cutanees?|renales?)"
)
_SITE: Final = re.compile(
    r"\bliver\b|\bhepati\w*|\bfoie\b|\bleber\w*|\blungs?\b|\bpulmona\w*|\bpoumons?\b|\blunge\w*|\blymph\w*|\bganglion\w*|\bribs?\b|\brippe\w*"
    r"|\bcotes?\b"
)
_NERVE: Final = re.compile(
    r"\b[ctdls] ?-?\d+(?:[/-][ctdls]?\d+)?[ -](?:spinal )?(?:nerve|root|radi[ck]|dermatom|nerf|racine)\w*"
    r"|\b[ctdls]\d+-?(?:wurzel|dermatom)\w*"
    r"|\b(?:dermatome?s?|nerve roots?|racines?|nervenwurzel) (?:of |de |d')?[ctdls] ?-?\d+"
)


def is_rib(words: str) -> bool:
    """A rib is named by the vertebra it hangs on ("rib metastasis T6")."""
    return _RIB.search(words) is not None and not _SPINE.search(words)


def sits_in_an_organ(words: str) -> bool:
    """Is another organ named as where a tumour sits ("metastasis of liver segment S4"), not as where it comes from?"""
    return _SEAT.search(words) is not None and not _SPINE.search(words)


def is_site_of_an_organ(words: str) -> bool:
    """The same of the words of a body site, which names no origin ("Liver S4")."""
    return _SITE.search(words) is not None and not _SPINE.search(words)


def names_the_spine(words: str) -> bool:
    """Is a vertebra, the spine, or bone named?"""
    return _SPINE.search(words) is not None


def without_nerves(words: str) -> str:
    """Roots and dermatomes bear the numbers of vertebrae; a lesion of one is none of the vertebra."""
    return _NERVE.sub(" ", words)
