"""Which of the levels in the words of an order does it mean? Not one that is denied, nor one where something was done before.

English, French and German, on folded text. A level is only left out where the words say so of itself: a level too many is
asked about, a level too few is forgotten. What may not live here: how a level is written (`level_words`, `slips`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from fhir_profiles.reading.level_words import LevelSpan, level_spans, names_a_level, spelled_alike

_AT: Final = (  # "at the level of"
    r"(?:(?:at|in|of|on|to|for|the|level|vertebra|de[rnm]|die|das|bei|auf|im|hohe|wirbel|l[ae]|les|en|au?|niveau|d[eu]) ?){0,3}"
)
_DENIED_BEFORE: Final = re.compile(
    r"\b(?:not|no|except(?:ing)?|excluding|avoid(?:ing)?|spar(?:e|ing)|instead of|rather than|leave(?: out)?|without"
    rf"|nicht|kein\w*|ausser|statt|anstatt|ohne|pas|sauf|hormis|sans|eviter|au lieu de|plutot que) {_AT}\s*$"
)
_DENIED_AFTER: Final = re.compile(
    r"^\s*[:(]?\s*(?:is |are |should |ist |sind |bitte |wird |soll |est |sont |ne )?"
    rf"(?:(?:not|nicht|pas)\b(?!\s+{_AT}\s*(?:th|[ctdls])\s?\d)|excluded|(?:to be )?spared"
    r"|ausgeschlossen|ausgespart|aussparen|exclue?s?\b|epargnee?s?\b)"
)
_DONE: Final = (
    r"(?:[czs][ei]mento?|vertebroplast|[ck][yi]phoplast|augment|rfa|radiofre|[ck]ryo|ablat|radioth|radiatio|irradiat|bestrahl"
    r"|strahlenther|sbrt|rt|xrt|fusion|spondylod|arthrod|surger|operat|op|chirurg|stabili[sz]|instrument|fixation|osteosynth"
    r"|laminect|decompress|dekompress|biops|treat|behandl|trait|therap)\w*"
)
_BESIDE: Final = r"(?:fra[ck]tur\w*|ha?emangiom\w*|hamangiom\w*|angiom\w*|schmorl\w*)"
_PAST: Final = (
    r"(?:prior|previous\w*|earlier|past|former\w*|history of|h/o|hx of|status post|s/p|already|underwent|had|z\. ?n\.|zn"
    r"|zustand nach|fruher\w*|vorherig\w*|bereits|antecedents?|atcd|anterieure?s?|deja|anciens?|ancienne?s?)"
)
_OLD: Final = (
    r"(?:old|healed|known|stable|prior|previous|alte[rnsm]?|bekannte?[rnsm]?|verheilte?[rnsm]?|ancienne?s?|connue?s?)"
)
_OVER_BEFORE: Final = re.compile(
    rf"(?<!\w)(?:{_PAST}(?:\W+\w+){{0,2}}?\W+{_DONE}|{_OLD}(?:\W+\w+)?\W+{_BESIDE}|{_DONE} (?:anterieure?|prealable))"
    r"(?:\W+\w+){0,3}\W*$"
)
_OVER_AROUND: Final = (re.compile(rf"(?<!\w){_PAST}\W*$"), re.compile(rf"^\W*(?:\w+\W+)?{_DONE}"))  # "prior L3 cement"
_BORDER: Final = re.compile(
    r"(?<=\w\w)[.!](?=\s|$)|[;:,\n()]|\s-\s|\b(?:but|now|aber|jetzt|nun|mais|jedoch|sondern|maintenant)\b"
)
_LISTED: Final = re.compile(r"\s*(?:/|&|\b(?:and|or|nor|und|oder|noch|et|ou|ni)\b)\s*(?:at |in |a |bei )?")


_FAR: Final = 200
"""Characters: what is said of a level is said near it."""


def meant_levels(words: str) -> str | None:
    """Folded words without the levels that are not meant; None where every level is.

    A level of the past counts where no other is named: "repeat after ablation of T8" is for T8.
    """
    if not names_a_level(words):
        return None
    plain = spelled_alike(words)
    spans = level_spans(plain)
    denied = _marked(plain, spans, _is_denied)
    over = _marked(plain, spans, _is_over)
    left = denied | over if len(denied | over) < len(spans) else denied
    if not left:
        return None
    kept, last = [], 0
    for number in sorted(left):
        kept.append(plain[last : spans[number].start])
        last = spans[number].end
    return " ".join((*kept, plain[last:]))


def _marked(plain: str, spans: Sequence[LevelSpan], is_so: Callable[[str, str], bool]) -> set[int]:
    """Those of which it is said, and those that are listed with them ("not T9 or T10")."""
    found: set[int] = set()
    last = 0
    for number, (start, end, _) in enumerate(spans):
        between = plain[last:start]
        before = _BORDER.split(between[-_FAR:])[-1]
        listed = number - 1 in found and _LISTED.fullmatch(between)
        if listed or is_so(before, _BORDER.split(plain[end : end + _FAR], maxsplit=1)[0]):
            found.add(number)
        last = end
    return found


def _is_denied(before: str, after: str) -> bool:
    return _DENIED_BEFORE.search(before) is not None or _DENIED_AFTER.search(after) is not None


def _is_over(before: str, after: str) -> bool:
    if _OVER_BEFORE.search(before):
        return True
    cue, thing = _OVER_AROUND
    return cue.search(before) is not None and thing.search(after) is not None
