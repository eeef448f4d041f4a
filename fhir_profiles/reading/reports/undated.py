"""Is a length that is read as present only seemingly the one of today?

Report text tells of sizes in too many tenses for a list of all of them. So a size counts as present only where nothing speaks
against it: no second size of the same lesion that is not understood as a former one, no word of another day in its statement,
no lower bound ("larger than"). Otherwise it is not read: not known is an answer. What may not live here: the words
(`languages`), and lengths whose day is understood (`dated`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from fhir_profiles.reading.reports.guard import between
from fhir_profiles.reading.reports.lexicon import NEVER, Language
from fhir_profiles.reading.reports.mention import Mention, Polarity
from fhir_profiles.reading.reports.scope import Hit

MEASURED: Final = frozenset({"size", "distance-to-neural-structure", "distance-to-viscus"})


def without_undated(told: Sequence[Mention], plain: str, hits: Sequence[Hit], language: Language) -> Iterable[Mention]:
    """The mentions of a sentence without the lengths of which it is not sure that they are of today."""
    if language.measures.dated is NEVER:
        return told
    return [each for each in told if not _is_undated(each, told, plain, hits, language)]


def _is_undated(one: Mention, told: Sequence[Mention], plain: str, hits: Sequence[Hit], language: Language) -> bool:
    if one.code not in MEASURED or one.polarity is not Polarity.PRESENT:
        return False
    measured = [hit for hit in hits if hit.form.code == one.code and hit.value == one.value]
    sized = one.code == "size"
    if sized and any(language.measures.bounded.search(plain, 0, hit.start) for hit in measured):
        return True
    if any(hit.form.lasting or _is_beside_now(hit, plain, language) for hit in measured):
        return False
    others = [each for each in told if each.code == one.code and each.value != one.value]
    if sized and any(each.polarity is Polarity.PRESENT and each.levels == one.levels for each in others):
        return True
    if any(each.polarity is Polarity.HISTORICAL for each in others):  # the words of the past belong to that one
        return False
    # a heading with its colon belongs to it ("old report: 9 mm")
    return any(language.measures.dated.search(plain, *between((language.hard,), hit, plain)) for hit in measured)


def _is_beside_now(hit: Hit, plain: str, language: Language) -> bool:
    """Does "today" stand right beside the length ("now measures 21 mm", "14 mm today")?"""
    before, after = plain[max(0, hit.start - _NEAR) : hit.start], plain[hit.end : hit.end + _NEAR]
    behind = language.now.match(after.lstrip())
    return behind is not None or any("," not in before[each.end() :] for each in language.now.finditer(before))


_NEAR: Final = 25
"""Characters between a length and its "today"."""
