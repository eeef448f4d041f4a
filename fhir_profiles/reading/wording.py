"""Is something said, doubted or denied in a few words of the record? English, French and German, by CR-08.

For the short texts of problem lists, devices and procedures; whole reports are another matter. What may not live here:
which words name which thing, and what follows from it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import IntEnum
from typing import Final


class Said(IntEnum):
    """What a text says of a thing that it names; several mentions: the strongest counts."""

    DENIED = 0
    """Absent, excluded, over, or only feared."""
    DOUBTED = 1
    """Suspected, possible, or not excluded."""
    STATED = 2


def folded(text: str) -> str:
    """Lower case without accents, so that one spelling serves three languages ("Métastase", "Rückenmark")."""
    if text.isascii():
        return text.lower()
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return text.casefold().replace("\u2019", "'").replace("\u2013", "-").replace("\u2010", "-").replace("\u2011", "-")


# A full stop ends a clause, the one of an abbreviation ("V.a.") does not.
_BORDER: Final = re.compile(r"(?<=\w\w)\.(?=\s|$)|[;:,\n()]|\b(?:but|with|aber|jedoch|mit|mais|avec)\b")
_APPENDED: Final = " ,:(-"
"""What may stand between a thing and a word that takes it back: "Cauda equina syndrome (excluded)"."""
_FAR: Final = 500
"""Characters: no word doubts or denies a thing from further away, so a mention is looked at with its surroundings alone."""
_MENTIONS: Final = 100
"""Of one thing in one text; a text that repeats a thing without end could hold up all other calls."""

_DOUBT_BEFORE: Final = re.compile(
    r"\b(?:suspect\w*|suspicion|suspicious|possibl[ey]|probabl[ey]|likely|questionable|query|presumed|presumptive"
    r"|rule out|r/o|to exclude|(?:can ?not|can't|could not) (?:be )?exclude[d]?"
    r"|verdacht|verdachts\w*|v\. ?a\.?|fraglich\w*|moglich\w*|vermutet\w*|wahrscheinlich\w*|am ehesten|zum ausschluss"
    r"|eventuel\w*|soupcon\w*|a eliminer)(?!\w)"
)
_DOUBT_AFTER: Final = re.compile(
    r"\?|\b(?:(?:can ?not|could not|not) (?:be )?(?:excluded|ruled out)|not confirmed|unconfirmed|suspected|possible"
    r"|likely|nicht (?:sicher )?(?:ausgeschlossen|auszuschliessen|bestatigt)|fraglich|moglich|vermutet"
    r"|non exclu\w*|non confirme\w*|a eliminer|suspecte\w*|probable)\b"
)
_DENIAL_BEFORE: Final = re.compile(
    r"\b(?:no|not|without|negative for|absence of|free of|never|denies|excluded|ruled out|resolved"
    r"|kein\w*|nicht|ohne|ausschluss|ausgeschlossen\w*|pas d[eu']|pas|sans|aucune?|absence d[e']|exclu\w*"
    # another person's
    r"|family history(?: of)?|familienanamnese|antecedents? familiaux"
    # only feared
    r"|risk of|risk for|at risk|impending|threatened|prevention|prophylaxis|screening|if|in case of"
    r"|risiko|gefahr|drohend\w*|prophylaxe|falls|wenn|risque|menace\w*|en cas)(?!\w)"
)
# Over: only right before the thing ("history of breast cancer, cord compression" is no past one).
_PAST_BEFORE: Final = re.compile(
    r"\b(?:history of|h/o|status post|s/p|prior|previous|previously|former|past"
    r"|z\. ?n\.?|zustand nach|fruher\w*|antecedents?|atcd)(?!\w)(?:\s+\w+){0,2}\s*$"
)
_DENIAL_AFTER: Final = re.compile(
    r"\b(?:(?:was |is |has been |were )?(?:excluded|ruled out|absent|denied|resolved|healed|removed|explanted)"
    r"|not (?:found|seen|present|detected|identified)|negative|no longer|in (?:the )?past|in childhood"
    r"|ausgeschlossen|nicht (?:vorhanden|nachweisbar|nachgewiesen|gesehen)|abgeklungen|entfernt|explantiert"
    r"|exclue?s?|ecartee?s?|absente?s?|non retrouvee?s?|resolue?s?|retiree?s?|explantee?s?)\b"
)


def said(texts: Iterable[str], thing: re.Pattern[str], *, lasting: bool = False) -> Said | None:
    """What the texts say of the thing that the pattern (of folded words) names; None where none names it.

    `lasting`: a thing that stays once it was done, so that words of the past state it ("status post spinal fusion").
    """
    found: Said | None = None
    for text in texts:
        words = folded(text)
        for count, match in enumerate(thing.finditer(words), start=1):
            # Whoever wrote a thing that often did not write a problem list: what is left of the text denies nothing.
            one = _said_of(words, match, lasting) if count <= _MENTIONS else Said.STATED
            if one is Said.STATED:
                return one
            found = one if found is None else max(found, one)
    return found


def _said_of(words: str, match: re.Match[str], lasting: bool) -> Said:  # noqa: FBT001 - as in `said`
    """What the clause around one mention makes of it; doubt goes before denial ("not excluded")."""
    start, end = match.span()
    before = _BORDER.split(words[max(0, start - _FAR) : start])[-1]
    after = words[end : end + _FAR]
    if _says_after(after, _DOUBT_AFTER) or _DOUBT_BEFORE.search(before):
        return Said.DOUBTED
    if _DENIAL_BEFORE.search(before) or (not lasting and _PAST_BEFORE.search(before)):
        return Said.DENIED
    return Said.DENIED if _says_after(after, _DENIAL_AFTER) else Said.STATED


def _says_after(rest: str, wanted: re.Pattern[str]) -> bool:
    """In the same clause, or appended to it at once."""
    if wanted.match(rest.lstrip(_APPENDED)):
        return True
    return wanted.search(_BORDER.split(rest, maxsplit=1)[0]) is not None
