"""French words for other bones, joints and organs, and for things that only sound like a finding of the spine.

What may not live here: findings (`tumour`, `grades`, `treatment`); these words keep them from being read.
"""

from __future__ import annotations

import re
from typing import Final

_BONE: Final = (
    r"\bcote\b|\bcotes\b|costal|\bcostau|humer|femor|femur|hanche|\bstern(?!a(?:l|ux) [ctls]\d)|clavicul"
    r"|\bradius|cubit|\bulna"
    r"|tibia|fibul|perone|pubi[sqea]|pubien|acetab|cotyl|obturateur|\bbranche|malleol|poignet|ischio|ischion"
    r"|scapul|omoplate"
    r"|rotul|patell|calcan|talus|astragal|metatars|metacarp|phalang|orteil|\bdoigt|cheville"
    r"|\bpied\b(?! tombant)|plantaire"
    r"|aile iliaque|os iliaque|\bilion|ilium|crete iliaque|\bbassin|pelvien(?:ne)?s? osseu|cadre pelvien"
    r"|\bcrane|cranien"
    r"|\bvoute\b|mandibul|maxill|dentaire|\bdents?\b|orbit|rocher|mastoid|\bnez\b|nasal|zygomat|coude|epaule"
    r"|genou|\bmain\b"
    r"|os long|diaphys|metaphys|epiphys|tete (?:femorale|humerale|radiale)|grand trochanter|trochanter|cupule|prothese"
    r"|transvers(?:e|aire)s? isole|coupole|sous-?talien|scaphoid|cuneiforme du"
)
OTHER_BONE: Final = re.compile(rf"{_BONE}|\bcol\b")
"""A fracture there is none of a vertebra."""
_NOT_A_PRIMARY: Final = (
    r"(?!(?:cancer|carcinom|adenocarc|neopla|primitif|tumeur|origine|metasta|k|adk|chez|en|avec|sans)\w*\b)[\w']+"
)
OTHER_BONE_OR_ORGAN: Final = re.compile(
    rf"{_BONE}|(?:condens|scler|lyse|lyti|blasti|lacun|image"
    rf"|destruct)\w*(?: {_NOT_A_PRIMARY}){{0,2}}? (?:d[eu']s? ?|de la |de l')?"
    r"(?:pulmonair|poumon|lobe\b|lobaire|alveol|parenchym|verre depoli|bronch|hilaire|mediastin|pleur|hepati"
    r"|foie|renale?s?\b|rein\b"
    r"|splen|pancrea|mammaire|sein\b|thyroid|sinus|arter|vascul|atherom|plaques?\b|laterale? amyo|tubereu"
    r"|systemi|hippocamp"
    r"|glomerul|coronair|valv|mitral|aorti|dermi|cutan|veine|variqueu|segmentaire focale|hyalin|prostat)"
)
"""Neither the bone of a vertebra; an organ only where it stands right behind ("condensation du lobe superieur droit")."""
OTHER_JOINT: Final = re.compile(
    r"listhesis|genou|epaule|cheville|hanche|coude|poignet|sacro-?ili|rotul|patell|ligamenta|meniscal|articulation|pubien|acromio"
    r"|symphys|col (?:du )?femor|femor|femur|humer|tibia|\bcotes?\b|iliaque|acetab|cotyl|bassin|plaque (?:carot"
    r"|atherom)|carotid"
    r"|microsatellit|\bmsi\b|msi-|mss|genomi|chromosom|hemodynami|tensionnel|angor|tension arterielle|hemorrag"
    r"|infectieux|chute"
    r"|cardio|coronar|glycem|poids|emotion|psych|humeur|vesical|detrusor|anesthesi|thrombo|thrombose|suicid"
    r"|social|domicile"
)
"""What else may be unstable or at risk."""
