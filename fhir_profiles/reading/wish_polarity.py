"""Does a clause ask for the thing that it names, deny it, or neither (CR-08)? English, French and German, on folded text.

What is conditional, doubted or of the past is neither. What may not live here: which things can be wished for (`wishes`).
"""

from __future__ import annotations

import re
from typing import Final

_CONDITIONAL: Final = re.compile(
    r"\?|\b(?:if|should|unless|whether|consider\w*|maybe|perhaps|may|might|could|discuss\w*|to be (?:decided|determined)"
    r"|(?<!not )(?:possibl\w*|probabl\w*)|unclear|unsure|uncertain|questionable|doubtful|likely"
    r"|(?:can ?not|can't|not) (?:be )?(?:exclude\w*|ruled? out)"
    r"|falls|wenn|ob|ggf|gegebenenfalls|eventuel\w*|evtl|sofern|(?<!nicht )moglich\w*|vielleicht|diskut\w*|wahrscheinlich"
    r"|unklar\w*|fraglich\w*|nicht (?:\w+ )?(?:auszuschliessen|ausgeschlossen)|zu klaren"
    r"|si|peut-etre|a (?:discuter|preciser|confirmer|eliminer)|envisag\w*|incertain\w*|pas clair\w*|non exclu\w*"
    r"|(?:ne|n')\W?(?:peut|pouvant|est)? ?(?:pas )?(?:etre )?exclu\w*)(?!\w)"
)
_PLANNED: Final = re.compile(
    r"\b(?:to be|will|shall|plan(?:s|ned)?|scheduled|wird|werden|soll\w*|geplant\w*|vorgesehen\w*|sera|seront|doit|prevue?s?"
    r"|a (?:faire|realiser)|repeat\w*|again|erneut\w*|second|next)\b"
)
_PAST: Final = re.compile(
    r"\b(?:previous\w*|prior|status post|s/p|had|history of|h/o|underwent|already|z\. ?n\.|zustand nach|fruher\w*|bereits"
    r"|anterieur\w*|antecedents?|deja)(?!\w)"
)
_AFTER_IT: Final = re.compile(
    r"\b(?:after|nach|apres|received|completed|treated with|erhielt|erhalten|a recu|finished)\b"
)
_YEAR: Final = r"(?:in |im |en )?(?:19|20)\d\d"
_DONE: Final = re.compile(
    r"^[\s\w-]{0,20}?(?:\W+\w+){0,3}?\W+(?:completed|done|given|received|administered|finished|performed|carried out"
    rf"|erfolgt\w*|abgeschlossen|durchgefuhrt|gegeben|erhalten|beendet|{_YEAR}"
    r"|realisee?s?|effectuee?s?|terminee?s?|donnee?s?|recue?s?|faite?s?|administree?s?)\b"
)
_DENIED_BEFORE: Final = re.compile(
    r"\b(?:no|not|without|kein\w*|ohne|nicht|pas d[e']|sans|aucune?|non)(?!\w)(?:\W+\w+){0,4}\W*$"
    r"|\b(?:contra-?indicat\w*|kontraindi\w*|contre-?indi\w*|declin\w*|refus\w*|lehnt|abgelehnt\w*|ineligible|unsuitable)"
    r"(?:\W+(?!(?:and|but|want\w*|wish\w*|und|et)\b)\w+){0,4}\W*$"
)
_NOT: Final = r"(?:not|nicht|pas|non|no longer|kein\w*)"
_DENIED_AFTER: Final = re.compile(
    rf"^(?:\W+\w+){{0,3}}?\W+(?:{_NOT} (?:\w+ ){{0,2}}(?:needed|required|intended|planned|wanted|necessary|indicated"
    r"|requested|possible|available|feasible|suitable|an? option|option"
    r"|notig|erforderlich|geplant|gewunscht|indiziert|moglich|verfugbar|sinnvoll"
    r"|necessaire|souhaite\w*|prevue?|indiquee?|disponible|envisageable|possible)"
    r"|unnecessary|declined|refused|rejected|ruled out|impossible|unavailable|unsuitable|contra-?indicat\w*"
    r"|unnotig|abgelehnt|verweigert|ausgeschlossen|unmoglich|kontraindizier\w*|kontraindikation"
    r"|refusee?s?|exclue?s?|contre-?indi\w*)\b"
)


def polarity(clause: str, start: int, end: int) -> bool | None:
    """True: what stands from `start` to `end` is asked for; False: it is denied; None: neither can be told."""
    before, after = clause[:start], clause[end:]
    if _CONDITIONAL.search(clause):
        return None
    if _DENIED_BEFORE.search(before) or _DENIED_AFTER.search(after):
        return False
    return None if _is_over(clause, before, after) else True


def is_conditional(clause: str) -> bool:
    """Does the clause only consider what it names?"""
    return _CONDITIONAL.search(clause) is not None


def comes_after(clause: str, start: int) -> bool:
    """Is it named as what came before ("after 131-I", "received 131-I")?"""
    return _AFTER_IT.search(clause[:start]) is not None and not _PLANNED.search(clause)


def _is_over(clause: str, before: str, after: str) -> bool:
    return bool(_PAST.search(before) or _DONE.search(after)) and not _PLANNED.search(clause)
