"""What do the words of an order wish for: size reduction, debulking, consolidation, 131-I; how many probes, positionings?

English, French and German, by CR-08 kept simple: what is denied is a "no", what is only considered is nothing. What may not
live here: which order it is (`orders`), and what follows from a wish.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from fhir_profiles.reading.wording import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What is asked for (True), denied (False) or not worded (None), and the numbers that are planned."""

    size_reduction: bool | None = None
    debulking: bool | None = None
    consolidation: bool | None = None
    radioiodine: bool = False
    probes: int | None = None
    positionings: int | None = None


_SIZE: Final = re.compile(
    r"\bsize reduction\b|\b(?:reduc\w+|decreas\w+) (?:of |in )?(?:the )?(?:tumou?r |lesion )?(?:size|volume|mass)\b"
    r"|\b(?:volume|tumou?r|mass) reduction\b|\bshrink\w*|\bdownsiz\w*|\bcytoreduct\w*"
    r"|\b(?:grossen|volumen|tumor)-?reduktion\b|\b(?:tumor)?verkleinerung\b"
    r"|\breduction (?:de (?:la )?taille|du volume|de volume|tumorale|de la masse)"
)
_DEBULKING: Final = re.compile(r"\bdebulk\w*|\btumor-?debulking\b")
_CONSOLIDATION: Final = re.compile(
    r"\b[ck]onsolid(?:ation|ierung)\b|\bstabili[sz]ation\b|\bstabilisierung\b|\bconsolidation\b"
)
_IODINE: Final = re.compile(
    r"\b131[\s-]?i\b|\bi[\s-]?131\b|\bradio-?iod\w*|\bradiojod\w*|\bjod-?131\b|\biode[\s-]?131\b|\bradio-?iode\b"
)

_CLAUSE: Final = re.compile(r"(?<=\w\w)[.!](?=\s|$)|[;,\n]|\b(?:but|aber|mais)\b")
_CONDITIONAL: Final = re.compile(
    r"\?|\b(?:if|should|unless|whether|consider\w*|maybe|perhaps|possibl\w*|may|might|could|discuss\w*|to be decided"
    r"|falls|wenn|ob|ggf|gegebenenfalls|eventuel\w*|evtl|sofern|moglich\w*|vielleicht|diskut\w*"
    r"|si|peut-etre|a discuter|envisag\w*)\b"
)
_PAST: Final = re.compile(
    r"\b(?:previous\w*|prior|status post|s/p|had|z\.n\.|zustand nach|fruher\w*|anterieur\w*|after|nach|apres)\b"
)
_DENIED_BEFORE: Final = re.compile(
    r"\b(?:no|not|without|kein\w*|ohne|nicht|pas d[e']|sans|aucune?|non)(?!\w)(?:\W+\w+){0,4}\W*$"
)
_DENIED_AFTER: Final = re.compile(
    r"^(?:\W+\w+){0,3}?\W+(?:not (?:\w+ ){0,2}(?:needed|required|intended|planned|wanted|necessary|indicated|requested)"
    r"|unnecessary|declined|nicht (?:notig|erforderlich|geplant|gewunscht|indiziert)|unnotig"
    r"|(?:pas|non) (?:necessaire|souhaite\w*|prevue?))\b"
)
_PROBES: Final = re.compile(
    r"\b(\d{1,3}) (?:\w+ )?(?:cryo|kryo)?-?(?:probes?|sonden?|sondes?|needles?|nadeln?|aiguilles?|electrodes?)\b"
)
_POSITIONINGS: Final = re.compile(
    r"\b(\d{1,2}) (?:\w+ )?(?:positionings?|positionierungen|positionnements?|repositionings?)\b"
)


def wishes_in(texts: Iterable[str]) -> Wishes:
    """The wishes of an order's note, reason and detail in words."""
    clauses = [clause for text in texts for clause in _CLAUSE.split(folded(text)) if clause.strip()]
    return Wishes(
        size_reduction=_wish(clauses, _SIZE),
        debulking=_wish(clauses, _DEBULKING),
        consolidation=_wish(clauses, _CONSOLIDATION),
        radioiodine=_wish(clauses, _IODINE, past_counts=False) is True,
        probes=_count(clauses, _PROBES),
        positionings=_count(clauses, _POSITIONINGS),
    )


def _wish(clauses: Iterable[str], form: re.Pattern[str], *, past_counts: bool = True) -> bool | None:
    """Asked for in one clause and denied in another: nothing can be told."""
    said: set[bool] = set()
    for clause in clauses:
        for found in form.finditer(clause):
            before, after = clause[: found.start()], clause[found.end() :]
            if _CONDITIONAL.search(clause) or (not past_counts and _PAST.search(before)):
                continue
            said.add(not (_DENIED_BEFORE.search(before) or _DENIED_AFTER.search(after)))
    return said.pop() if len(said) == 1 else None


def _count(clauses: Iterable[str], form: re.Pattern[str]) -> int | None:
    numbers = {
        int(found[1]) for clause in clauses if not _CONDITIONAL.search(clause) for found in form.finditer(clause)
    }
    return numbers.pop() if len(numbers) == 1 else None
