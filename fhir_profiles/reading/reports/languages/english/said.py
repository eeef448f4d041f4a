"""English words that several cues share: to be, to be seen, doubtful, evidence.

What may not live here: cues made of them (`persons`, `doubt`, `denial`).
"""

from __future__ import annotations

from typing import Final

from fhir_profiles.reading.reports.languages.english.vocabulary import bag

YEAR: Final = r"(?:19|20)\d\d"
BE: Final = r"(?:is|are|was|were|be|been|being|has been|have been|can be|could be|appears?|remains?)"
SEEN: Final = bag(
    "seen shown visible visuali[sz]ed identified identifiable detected detectable demonstrated demonstrable "
    "found noted present evident",
    "apparent there recogni[sz]ed recogni[sz]able appreciated appreciable observed depicted discernible "
    "confirmed_today documented",
    "evidenced proven_today delineated reproduced made_out perceptible existent discerned visualisable demarcated delimited",
)
DOUBTFUL: Final = bag(
    "suspected possible probable likely questionable doubtful equivocal uncertain unclear conceivable debatable",
    "presumed favou?red possibly probably presumably feared questioned borderline inconclusive not_certain open",
    "suggested assumed uncertain_whether in_doubt undetermined thinkable plausible",
)
EVIDENCE: Final = (
    r"(?:(?:evidence|sign|signs|indication|indications|suggestion|suspicion|proof|findings?|features?|hint|trace"
    r"|stigmata|imaging evidence)(?: (?:of|for|that|to suggest|suggesting|suggestive of|indicating))?)"
)
HEDGE: Final = bag(
    "definite definitive convincing clear clear-cut certain unequivocal conclusive reliable obvious gross "
    "frank sure overt unambiguous proven secure"
)
NATURES: Final = (
    r"(?:metastas[ie]s|(?:\w+ )?ha?emangioma|plasmacytoma|myeloma|chordoma|osteoid osteoma|osteoblastoma"
    r"|osteosarcoma|chondrosarcoma|giant cell tumou?r|infection|spondylodiscitis|discitis|osteomyelitis"
    r"|schmorl node|osteoporotic fracture|pathological fracture|plasmocytoma|lymphoma|fibrous dysplasia"
    r"|paget\w*(?: disease)?|bone island|enostosis|bone cyst|degenerative change)"
)
