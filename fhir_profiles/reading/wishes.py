"""What do the words of an order wish for: size reduction, debulking, consolidation, 131-I; how many probes, positionings?

English, French and German, by CR-08: what is denied is a "no", what is only considered, over, or for another level is nothing.
What may not live here: how a clause denies or doubts (`wish_polarity`), which order it is (`orders`), what follows from a wish.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from fhir_profiles.reading.level_words import levels
from fhir_profiles.reading.wish_polarity import comes_after, is_conditional, polarity
from fhir_profiles.reading.wording import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What is asked for (True), denied (False) or not worded (None), and the numbers that are planned.

    `names_levels`: some clause names a level. `not_counted`: a wish was named, but is denied, considered, over, or for another
    level.
    """

    size_reduction: bool | None = None
    debulking: bool | None = None
    consolidation: bool | None = None
    radioiodine: bool = False
    probes: int | None = None
    positionings: int | None = None
    names_levels: bool = False
    not_counted: bool = False


_SIZE: Final = re.compile(
    r"\bsize reduction\b|\b(?:reduc\w+|decreas\w+) (?:of |in )?(?:the )?(?:tumou?r |lesion )?(?:size|volume|mass)\b"
    r"|\b(?:volume|tumou?r|mass) reduction\b|\bshrink\w*|\bdownsiz\w*|\bcytoreduct\w*"
    r"|\b(?:grossen|volumen|tumor)-?reduktion\b|\b(?:tumor)?verkleinerung\b"
    r"|\breduction (?:de (?:la )?taille|du volume|de volume|tumorale|de la masse)"
)
_DEBULKING: Final = re.compile(r"\bdebulk\w*|\btumor-?debulking\b")
_CONSOLIDATION: Final = re.compile(
    r"\b[ck]onsolid(?:ation|ierung)\b(?! \w*therap)|\b(?<!disease )(?<!tumor )stabili[sz]ation\b|\bstabilisierung\b"
)
_LUNG: Final = re.compile(
    r"\blungs?\b|\bpulmon\w*|\bpneumon\w*|\blob(?:e|es|ar|aires?)\b|\bair-?space|\bpleur\w*|\blungen\w*|\bpoumons?\b"
    r"|\bchest\b|\binfiltrat\w*|lappen\b|\bha?emodynami\w*|\bhamodynami\w*"
)
_SEEN: Final = re.compile(
    r"\bon (?:ct|x-?ray|cxr|imaging)\b|\bha(?:s|d|ve)\b|\bshow(?:s|n|ed|ing)?\b|\bseen\b|\bnew\b|\bim ct\b"
    r"|\bzeigt\b|\bnachweis\w*|\bau (?:scanner|tdm)\b|\bmontre\w*|\bpresente\b"
)
_BONE_OR_NEED: Final = re.compile(
    r"\bbon[ey]\w*|\bosse\w*|knochen|\bvertebra?\w*|wirbel|\bspin\w+|\brachis\b|\blevel|\b[ctdls]\d|\bsacr|\bsakr|\bcement|\bzement"
    r"|\bciment|fra[ck]tur|\binstab|\bneed\w*|\bwant\w*|\brequest\w*|\brequir\w*|\bwish\w*|\bplan\w*|\bplease\b|\bbitte\b|\bindicated\b"
    r"|\bnecessary\b|\bbenotigt|\bnotig\b|\bbedarf|\berforderlich|\bgewunscht|\bgeplant|\bnecessaire|\bsouhait|\bprevu|\bbesoin|\bdemand"
)
_AVID: Final = r"(?![\s-]*(?:avid|refra[ck]t|resist|uptake|scan|scinti|s[zc]inti|speicher|whole))"
_IODINE: Final = re.compile(
    rf"(?:\b131[\s-]?i\b|\bi[\s-]?131\b|\bjod-?131\b|\biode[\s-]?131\b|\brai\b|\bradio-?(?:active )?(?:iodine|iod[es]?|jod))"
    rf"(?!\w*(?:refra[ck]t|s[zc]inti|speicher|avid|resist))\w*+{_AVID}"
)
"""Whether a tumour takes iodine up is no plan, nor is a scan."""

_CLAUSE: Final = re.compile(r"(?<=\w\w)[.!](?=\s|$)|[;,\n]|\b(?:but|aber|mais)\b")
_LONGEST: Final = 1_000
"""Characters of a clause; one without an end is not read, and is said (CR-08)."""
_PROBES: Final = re.compile(
    r"\b(\d{1,3}) (?:\w+ )?(?:cryo|kryo)?-?(?:probes?|sonden?|sondes?|needles?|nadeln?|aiguilles?|electrodes?)\b"
)
_POSITIONINGS: Final = re.compile(
    r"\b(\d{1,2}) (?:\w+ )?(?:positionings?|positionierungen|positionnements?|repositionings?)\b"
)


class _Words:
    """The clauses of an order, and whether one of them named a wish that was not counted."""

    def __init__(self, texts: Iterable[str], levels_of: frozenset[str]) -> None:
        plain = [folded(text) for text in texts]
        self._of_lung = any(_LUNG.search(text) for text in plain)
        self._levels_of = levels_of
        clauses = [clause for text in plain for clause in _CLAUSE.split(text) if clause.strip()]
        self.clauses = [clause for clause in clauses if len(clause) <= _LONGEST]
        self.names_levels = any(levels(clause) for clause in self.clauses)
        self.not_counted = len(self.clauses) < len(clauses)

    def wish(self, form: re.Pattern[str]) -> bool | None:
        """Asked for in one clause and denied in another: nothing can be told."""
        return self._told(
            polarity(clause, *found.span()) if self._is_here(clause) else None
            for clause in self.clauses
            for found in form.finditer(clause)
            if form is not _CONSOLIDATION or self._is_of_bone(clause)
        )

    def radioiodine(self) -> bool:
        """A plan of 131-I is the patient's, whatever level is named; one that came before is over."""
        return (
            self._told(
                None if comes_after(clause, found.start()) else polarity(clause, *found.span())
                for clause in self.clauses
                for found in _IODINE.finditer(clause)
            )
            is True
        )

    def count(self, form: re.Pattern[str]) -> int | None:
        said = [c for c in self.clauses if self._is_here(c) and not is_conditional(c)]
        numbers = {int(found[1]) for clause in said for found in form.finditer(clause)}
        return numbers.pop() if len(numbers) == 1 else None

    def _told(self, said: Iterable[bool | None]) -> bool | None:
        found = set(said)
        self.not_counted = self.not_counted or not found <= {True}
        found.discard(None)
        return found.pop() if len(found) == 1 else None

    def _is_here(self, clause: str) -> bool:
        named = levels(clause) if self._levels_of and self.names_levels else ()
        return not named or not self._levels_of.isdisjoint(named)

    def _is_of_bone(self, clause: str) -> bool:
        """Consolidation of bone, not a shadow in the lung."""
        if _LUNG.search(clause):
            return False
        return _BONE_OR_NEED.search(clause) is not None or not (self._of_lung or _SEEN.search(clause))


def wishes_in(texts: Iterable[str], levels_of: frozenset[str] = frozenset()) -> Wishes:
    """The wishes of an order's note, reason and detail in words; `levels_of`: only what is not for other levels."""
    words = _Words(texts, levels_of)
    return Wishes(
        size_reduction=words.wish(_SIZE),
        debulking=words.wish(_DEBULKING),
        consolidation=words.wish(_CONSOLIDATION),
        radioiodine=words.radioiodine(),
        probes=words.count(_PROBES),
        positionings=words.count(_POSITIONINGS),
        names_levels=words.names_levels,
        not_counted=words.not_counted,
    )
