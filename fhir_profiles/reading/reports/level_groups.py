"""Which levels of a sentence are named together, as one place or as a list of which each has its own size or year?

What may not live here: at which of them a finding is (`at_levels`), and how levels are written (`level_words`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from fhir_profiles.reading.level_words import LevelSpan, level_spans
from fhir_profiles.reading.reports.lexicon import Language
from fhir_profiles.reading.reports.scope import Hit

_COMMA: Final = re.compile(r",")
_FREE_OF: Final = re.compile(
    r" (?:without|not|ohne|nicht|unbestrahlt|(?:lag|liegt|blieb|war|ist|wurde) (?:ausserhalb|ausgespart|nicht|unbestrahlt|frei)"
    r"|kein\w*|sans|ne|etant|restant|n'|epargne\w*|quant|lui|elle|respecte\w*|preserve\w*"
    r"|(?:est|reste|demeure) (?:\w+ment )?(?:intact|indemne|epargn|sain|respect|libre|normal|preserv)\w*"
    r"|(?:bislang|bisher|noch|hingegen|dagegen|weiterhin) (?:nicht|ohne|kein\w*|intakt|erhalten|frei|unauffallig)"
    r"|intakt\w*|erhalten\w*|unauffallig\w*|regelrecht\w*|hohengerecht|tumorfrei|verschont|unversehrt|unbeteiligt"
    r"|formerhalten\w*|hohenerhalten\w*|indemne|is|was|has|shows|remains|appears|does|looks|outside"
    r"|spared|not included|unaffected|excluded|unirradiated|untreated)\b"
)
_GROUPED: Final = re.compile(
    r"^[\s,]*(?:and|as well as|ainsi que|or|&|\+|und|sowie|oder|et|ou|ni|nor|noch(?: in| bei| von)?|nor (?:at|in|of)"
    r"|als auch(?: in| bei| "
    r"von)?|/)?[\s,]*(?:the |de |en )?$"
)


def named_together(plain: str, spans: Sequence[LevelSpan], language: Language) -> list[LevelSpan]:
    """Levels that are named together ("T8 and T9") as one."""
    grouped: list[LevelSpan] = []
    for place, span in enumerate(spans):
        between = plain[grouped[-1].end : span.start] if grouped else ""
        other = (
            between.strip() == ","
            and (
                language.hard.match(plain, span.end + 1)
                or _FREE_OF.match(plain, span.end)
                or language.exceptions.search(plain[: grouped[-1].end])  # "unlike T9, T8 ..."
                or _is_otherwise(plain, spans[place:], grouped[-1])
            )
        )  # "T12, L1 hingegen ...", "T12, L1 without ..."
        again = bool(grouped) and set(span.levels) <= set(grouped[-1].levels)  # "T5 and T8, the T5 lesion with ..."
        if grouped and not other and not again and _GROUPED.match(between):
            last = grouped.pop()
            span = LevelSpan(last.start, span.end, tuple(dict.fromkeys((*last.levels, *span.levels))))  # noqa: PLW2901
        grouped.append(span)
    return grouped


def _is_otherwise(plain: str, rest: Sequence[LevelSpan], before: LevelSpan) -> bool:
    """Is what follows a comma told to be well, while a finding was told before it ("epidural tumour at T8, T7 and T9 free")?"""
    lead = plain[max(0, before.start - _LEAD) : before.start]
    if not _TOLD.search(lead):
        return False
    last = rest[0]
    for span in rest[1:]:
        if not _AND.fullmatch(plain[last.end : span.start]):
            break
        last = span
    if _WITH_ITS_OWN.match(plain, last.end) and _ONE_OF.search(lead):
        return True
    if _STABLE.match(plain, last.end) and _UNSTABLE.search(plain[: before.start]):
        return True
    return _WELL.match(plain, last.end) is not None


_LEAD: Final = 40
"""Characters before a level that tell what is said of it."""
_TOLD: Final = re.compile(r"\w+ (?:[a-z]+ )?$")
"""The levels are not the subject that the sentence begins with ("T5, T7 and T9 normal")."""
_AND: Final = re.compile(r",? ?(?:and|und|et|sowie|/) ?")
_ONE_OF: Final = re.compile(
    r"\b(?:metastasis|metastase|lesion|lasion|herd|fracture|fraktur|collapse|ha?emangioma|tumou?r|mass|plasmacytoma|deposit|cyst)"
    r" (?:(?:of|in|at|bei|in|von|en|de) )?$"
)
"""One alone, which cannot be at two levels."""
_WITH_ITS_OWN: Final = re.compile(r" (?:with|mit|avec)\b")
_STABLE: Final = re.compile(r" (?:is |are |ist |est )?stab[il]*e?\b")
_UNSTABLE: Final = re.compile(r"\b[iu]nstab")
_WELL: Final = re.compile(
    r",? (?:(?:is|are|was|were|remains?|appears?|itself|again|otherwise|ist|sind|est|sont|selbst) )*"
    r"(?:normal|unremarkable|spared|unaffected|uninvolved|healthy|intact|free|clear|confined|negative|metal-free|unirradiated"
    r"|untreated|questionable|doubtful|possible|uncertain|unclear|suspected|fraglich|unklar|unauffallig|frei|intakt|o\.? ?b"
    r"|unbeteiligt|indemnes?|libres?|sans|normaux|intacte?s?)\b"
)


def listed(span: LevelSpan, hit: Hit, plain: str) -> tuple[str, ...]:
    """All levels of a list in which each has its own size or year ("T8 (18 mm), T10 (11 mm): metastases")."""
    for found in _LIST.finditer(plain):
        begin, end = found.span("list")
        headed = hit.end <= begin and _heads(hit, plain[hit.end : begin].strip())
        heads = found["after"] and hit.start >= end and not _COMMA.search(plain, end, hit.start)
        if begin <= span.start < end and (headed or heads) and not _WELL.match(plain, end):
            if _WITH_ITS_OWN.match(plain, end) and _ONE_OF.search(plain[max(0, begin - _LEAD) : begin]):
                return ()
            return tuple(dict.fromkeys(level for each in level_spans(found["list"]) for level in each.levels))
    return ()


def _heads(hit: Hit, between: str) -> bool:
    """Does the list stand under a colon, or, of what lesions are, right behind their name?

    As in "metastases in T9 (lytic) and L2 (sclerotic)".
    """
    if hit.form.code == "matrix" and _PLURAL.fullmatch(between):
        return True
    return between == ":" or (hit.form.code == "nature" and between in ("", "in", "at", "en", "of", "von", "de"))


_PLURAL: Final = re.compile(r"(?:lesions|metastases|deposits|foci)(?: in| at| of)?")
_EACH: Final = (
    r"[ctls]1?\d\b(?: ?\((?:[\d.,x× ]|mm|cm)+(?:,[^,)]{1,40})?\)| (?:(?:en|in|im|de|of|von) )?"
    r"(?:(?:19|20)\d\d|\d+(?:[.,]\d+)? ?[mc]m)\b)?"
)
_LIST: Final = re.compile(
    rf"(?P<before>\s*:\s*)?(?P<list>{_EACH}(?:(?:,| et| and| und| sowie|, et) {_EACH}){{1,6}})(?P<after>\s*:)?"
)
