"""Which words of a problem list name tumours, natures and organs? English, French and German, on folded text.

What may not live here: codes (`fhir_profiles.codes.tumours`), and what is said of a thing that is named (`wording`).
"""

from __future__ import annotations

import re
from typing import Final

from plugin.evidence import Nature, Primary


def _any(*words: str) -> re.Pattern[str]:
    return re.compile("|".join(words))


ANY: Final = _any(
    r"metast|tumo|tumeu|neoplas|lesion|lasion|malign|can[ck]er|[ck]ar[cz]inom|krebs|melanom|osteo|plasm|myelom|chord|sar[ck]om",
    r"ewing|giant|riesen|geant|cyst|zyst|kyste|granulom|angiom|dis[ck]it|diszit|spondyl|degener|schmorl|dis[ck]opath|patholog",
    r"raumford|filiae|\bmets\b|secondary|fra[ck]tur|tassement|\bcord\b|cauda|\brcc|sclc|mening[ei]om|ependym|intradural|intramedull",
)
"""A text without any of these says nothing of what this room looks for in a problem list; most entries end here."""

METASTASIS: Final = _any(
    r"metasta[st]\w*", r"\bmets\b", r"\bsecondary (?:malignan\w+|neoplasm|tumou?r)\b", r"\b\w{0,20}filiae\b"
)

NATURES: Final[tuple[tuple[Nature, re.Pattern[str]], ...]] = (
    (Nature.OSTEOID_OSTEOMA, _any(r"\bosteoid[- ]?osteom\w*", r"\bosteomes? osteoides?\b")),
    (Nature.OSTEOBLASTOMA, _any(r"\bosteoblastom\w*")),
    (Nature.PLASMACYTOMA, _any(r"(?<!extramedullary )\bplasm[ao]?[cz]ytom\w*", r"\bmyelom(?!ening)\w*")),
    (
        Nature.PRIMARY_MALIGNANT,
        _any(
            r"\bchordom\w*",
            r"\bchondrosar[ck]om\w*",
            r"\bosteosar[ck]om\w*",
            r"\bewing\w*",
            r"\bsarcoma of (?:the )?verteb",
        ),
    ),
    (
        Nature.BENIGN_TREATABLE,
        _any(
            r"\bgiant[- ]cell tumou?r\w*",
            r"\briesenzelltumor\w*",
            r"\btumeurs? a cellules geantes\b",
            r"\baneurysmal bone cysts?\b",
            r"\baneurysmatische\w* knochenzyst\w*",
            r"\bkystes? osseux anevrysm\w*",
            r"\beosinophilic granulom\w*",
        ),
    ),
    (Nature.BENIGN_NOT_INDICATED, _any(r"\bha?emangiom\w*", r"\bangiomes? vertebra\w*")),
    (
        Nature.INFECTION,
        _any(r"\bspondylodis[ck]it\w*", r"\bspondylodiszit\w*", r"\bdis[ck]itis\b", r"\bosteomyelit\w*"),
    ),
    (
        Nature.OSTEOPOROTIC,
        _any(
            r"\bosteoporo\w+ (?:\w+ ){0,2}(?:fra[ck]tur\w*|tassement|collapse)",
            r"\bosteoporo\w+ \w*fraktur\w*",
            r"\b(?:fractur\w*|tassement) (?:\w+ ){0,2}osteoporo\w*",
        ),
    ),
    (Nature.METASTASIS, METASTASIS),
)

DEGENERATIVE: Final = _any(
    r"\bdegenerat\w*",
    r"\bspondylos\w*",
    r"\bspondylarthr\w*",
    r"\bosteochondros\w*",
    r"\bdis[ck]opath\w*",
    r"\bschmorl\w*",
)
LESION: Final = _any(
    r"\b(?:knochen|wirbel\w{0,8})?tumou?r\w*",
    r"\btumeurs?\b",
    r"\bneoplas\w*",
    r"\blesions?\b",
    r"\b(?:knochen|wirbel\w{0,8})?lasion\w*",
    r"\braumforderung\w*",
    r"\bmalignan\w*",
)
FRACTURE_AT_TUMOUR: Final = _any(
    r"\bpathologic(?:al)? (?:\w+ )?fracture\w*",
    r"\bpathologische\w* (?:\w+ )?\w*fraktur\w*",
    r"\bfractures? (?:\w+ )?pathologiques?\b",
)
OSTEOPOROSIS: Final = _any(r"\bosteopor\w*")

CANCER: Final = _any(
    r"\bcan[ck]er\w*",
    r"karzinom",
    r"carcinom",
    r"krebs\b",
    r"\bmelanom\w*",
    r"\bmalignan\w*",
    r"\bmaligne\w*",
)
"""Words for a primary tumour; which one, `PRIMARIES` says."""
NO_PRIMARY: Final = _any(r"\bscreening\b", r"\bfamil\w*", r"\brisks?\b", r"\brisiko\b", r"\bfear\b", r"\bvorsorge\w*")

PRIMARIES: Final[tuple[tuple[Primary, re.Pattern[str]], ...]] = (
    (Primary.THYROID, _any(r"\bthyro?id\w*", r"\bthyreoid\w*", r"\bschilddrus\w*")),
    (
        Primary.KIDNEY,
        _any(r"\brenale?s?\b", r"\brcc\b", r"\bkidneys?\b", r"\bniere\w*", r"\bhypernephrom\w*", r"\brein\b"),
    ),
    (Primary.PROSTATE, _any(r"\bprostat\w*")),
    (Primary.LUNG, _any(r"\blung\b", r"\bbronch\w*", r"\bn?sclc\b", r"\bpulmona\w*", r"\bpoumons?\b", r"\blunge\w*")),
    (Primary.BREAST, _any(r"\bbreast\b", r"\bmamm\w*", r"\bsein\b", r"\bbrustkrebs\w*")),
    (
        Primary.OTHER,
        _any(
            r"\bcolo(?:n|rect)\w*|\brect(?:al|um)\w*|\bbowel\b|\bdarmkrebs\b|\bkolon\w*|\brektum\w*",
            r"\bstomach\b|\bgastric\b|\bmagen\w*|\bestomac\b|\b(?:o|e)?esophag\w*|\bspeiserohr\w*",
            r"\bliver\b|\bhepato\w*|\bpan[ck]rea\w*|\bgallbladder\b",
            r"\bbladder\b|\burothel\w*|\bblasen\w*|\bvessie\b|\btesti\w*",
            r"\bmelanom\w*|\bovar\w*|\bendometri\w*|\bcervix\b|\buter\w*|\bhead and neck\b|\blaryn\w*",
        ),
    ),
)
