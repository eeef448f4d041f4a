"""German wordings that share one statement between two levels, and how each is written out; and levels in one spelling.

"BWK 7 ohne und BWK 9 mit epiduralem Anteil", "erstere gesintert, letztere nicht", "Fraktur nur des 9.", "Th 8": what the words
mean is put in the words that the forms know. What may not live here: lists of structures (`written_out`), findings and cues.
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import Rewriting

_LEVEL: Final = r"[ctls]\d{1,2}"
_END: Final = r"(?=\s*(?:[.;,]|$))"
_BUT: Final = r"(?: (?:hingegen|dagegen|jedoch|aber|allerdings|wiederum))?"
_LESION: Final = (
    r"(?:\w*metastasen?|\w*lasion|\w*tumor|\w*herd|filia|befund|\w*osteolyse|absiedlung|raumforderung|\w*wirbel(?:korper)?"
    r"|manifestation)"
)

_NOTED: Final = re.compile(
    r"(?<![\w.])(?<!vitamin )(?<!stadium )(?P<letter>th|[ctdls])[ -]?(?P<n>1[0-2]|[1-9])(?![\w%])(?!\.\d)(?!\s?%)"
    r"(?!\s?,?\s?[pc]?n[0-3x])(?!\s?-?\s?(?:w\b|gewicht|wichtung|hyper|hypo|signal|sequen|stir|tse\b|map))"
)
"""As `level_words` reads them: "Th8", "D 8", "L 3"; not "T2-gewichtet"."""


def _noted(found: re.Match[str]) -> str:
    letter = found["letter"]
    return f"{'t' if letter in ('th', 'd') else letter}{found['n']}"


_VERTEBRA: Final = re.compile(rf"\b(?:(?:hals|brust|lenden|sakral)-?)?wirbel(?:korper)?s? (?={_LEVEL}\b)")
_AT: Final = re.compile(
    r"\b(?:(?:in|auf) (?:der )?hohe|im (?:bereich|niveau)|auf (?:dem )?niveau)(?: von| des| der)?"
    rf" (?={_LEVEL}\b(?! ?[/-]))"
)
_NOT_AND: Final = re.compile(r"(?P<not>\bnicht(?: (?:vor|an|ein|mehr))?) und (?!nicht\b|nie\b|auch nicht\b)")
"""A verb that ends with "nicht" ends its statement."""
_DOES: Final = (
    r"(?:ist|wird|zeigt|besteht|liegt|hat|beruhrt|reicht|findet|lasst|wachst|infiltriert|erreicht|durchbricht|bleibt|weist"
    r"|erscheint|komprimiert|tangiert)"
)
_AND_THEN: Final = re.compile(
    rf"(?P<first>\b(?:{_DOES}|sind|werden|zeigen|bestehen|liegen|haben)\b[^.;,:]{{2,60}}?) und (?=(?:eine?|die|der|das|kein\w*)"
    rf" (?:[\w-]+ ){{1,3}}?{_DOES}\b)"
)
"""Behind "und" a subject with a verb of its own."""
_AND_IT_DOES: Final = re.compile(
    r" und (?=(?:der|die|das) (?:[\w-]+ ){1,3}?(?:beruhrt|reicht|wachst|infiltriert|erreicht|durchbricht|komprimiert|tangiert)\b)"
)
_SHORT: Final = (
    ("path", r"\bpath(?:ol)?\. ?(?=\w)", "pathologische "),
    ("mts", r"\bmts\b", "metastase"),
    ("hk", r"\bhk\b", "hinterkante"),
    ("sk", r"\bsk\b", "spinalkanal"),
    ("nf", r"\bnf\b", "neuroforamen"),
)
"""What reports write short."""
_ORDINAL: Final = re.compile(
    r"(?P<head>\b(?P<letter>[ctls])\d{1,2}\b[^;]{0,120}?)(?P<link>[,;]? (?:nur|nicht|lediglich|auch)(?: jedoch| aber)?"
    r"(?: (?:von|in|an|bei|im|de[srm]|am)){0,2}) (?P<n>1[0-2]|[1-9])\.?(?=\s*(?:[.;,]|$))"
)
_LAST: Final = {"c": 7, "t": 12, "l": 5, "s": 5}


def _ordinal(found: re.Match[str]) -> str:
    """A number alone is of the region named before: "des 8. und 9. Brustwirbels, Fraktur nur des 9."."""
    number = int(found["n"])
    if number > _LAST[found["letter"]]:
        return found[0]
    return f"{found['head']}{found['link']} {found['letter']}{number}"


_WITHOUT_AND_WITH: Final = re.compile(
    rf"(?P<a>(?:[\w-]+ ){{0,3}}{_LEVEL}) (?P<no>mit|ohne),? (?:und|sowie|aber|jedoch)? ?(?P<b>(?:[\w-]+ ){{0,3}}?{_LEVEL})"
    rf"{_BUT} (?P<yes>mit|ohne) (?P<what>[^.;,]{{4,60}}?){_END}"
)


def _without_and_with(found: re.Match[str]) -> str:
    if found["no"] == found["yes"]:
        return found[0]
    return f"{found['a']} {found['no']} {found['what']}; {found['b']} {found['yes']} {found['what']}"


_LATTER_NOT: Final = re.compile(
    rf"(?P<head>\b(?P<b>{_LEVEL})\b(?:(?!\b{_LEVEL}\b)[^.]){{0,150}}?)"
    rf"\bletzt(?:er|genannt)e[rsnm]?{_BUT} (?P<no>ohne|nicht|keine?[rsn]?){_END}"
)
_SECOND: Final = re.compile(
    rf"(?P<and>[,;]| und) (?:die|der|das|jene[rs]?) (?:zweite |andere |weitere )?(?P<what>{_LESION}) (?:in |von |bei |im "
    rf"|an |auf hohe )?"
    rf"(?P<level>{_LEVEL}){_BUT} (?P<no>nicht|ohne|keine?[rsn]?|schon|sehr wohl|ja){_END}"
)
_NAMES: Final = re.compile(r"metasta|filia|osteolyse|absiedl")


def _second(found: re.Match[str]) -> str:
    """Denied there, where the lesion is all the same."""
    named = f"; {found['what']} {found['level']}" if _NAMES.search(found["what"]) else ""
    but = (
        f", wohl aber bei {found['level']}" if found["no"] in _SO else f"{found['and']} {found['level']} {found['no']}"
    )
    return but + named


_SO: Final = ("schon", "sehr wohl", "ja")
_BUT_THERE: Final = re.compile(
    rf", (?:(?:in|bei|an|auf hohe) )?(?P<level>{_LEVEL}) (?:hingegen|dagegen|jedoch|aber|allerdings|wiederum)"
    rf" (?:schon|sehr wohl|ja|eine?n?(?: [\w-]+e[nrs]?)?){_END}"
)
_SPARED: Final = re.compile(
    rf"[;,] (?:(?:in|bei|an) )?(?P<level>{_LEVEL})(?: (?:ist|war|bleibt|blieb))?(?: (?:hiervon|davon|jedoch|aber|dagegen|hingegen"
    rf"|dabei|selbst))* (?:nicht (?:betroffen|beteiligt)|es nicht|ausgespart|verschont){_END}"
)
_AS_THERE: Final = re.compile(
    rf"\bwie(?: schon| bereits| auch)? (?P<in>bei|in|an|auf hohe) (?P<a>{_LEVEL})(?P<mid>[^.;]{{0,40}}?)\b(?:so )?auch"
    rf" (?:bei|in|an|auf hohe) (?P<b>{_LEVEL})\b"
)
_OF_EACH: Final = re.compile(
    rf"(?P<noun>\b[\w-]{{5,}}) (?P<in>von|in|bei|an|des) (?P<a>{_LEVEL}) (?P<x>[^.;,]{{3,50}}), (?:(?:und )?(?:die|jene|der"
    rf"|das) )?"
    rf"(?P=in) (?P<b>{_LEVEL}){_BUT} (?P<y>(?:ohne|mit|nicht|fraglich|wieder) (?:[\w-]+ ?){{1,3}}){_END}"
)


_PERHAPS: Final = r"(?:fraglich|moglicherweise|vermutlich|wahrscheinlich|evtl\.|eventuell|wohl)"
_PERHAPS_THERE: Final = re.compile(
    rf"(?:^|(?<=[;:.] ))(?P<no>kein\w* )?(?P<what>[^.;,:]{{4,60}}?) (?P<in>bei|in|an|von) (?P<a>{_LEVEL}),"
    rf" (?:(?P<q>{_PERHAPS})(?: auch)? (?:bei|in|an|von) (?P<b>{_LEVEL})|(?:bei|in|an"
    rf"|von) (?P<c>{_LEVEL}){_BUT} (?P<r>{_PERHAPS})){_END}"
)


def _perhaps_there(found: re.Match[str]) -> str:
    """The same, in doubt at the second level."""
    other, doubt = found["b"] or found["c"], found["q"] or found["r"]
    return (
        f"{found['no'] or ''}{found['what']} {found['in']} {found['a']}; {doubt} {found['what']} {found['in']} {other}"
    )


_RAYS: Final = r"(?:bestrahl|radiat|strahlenther|radiother)"
_AFTER_RAYS: Final = re.compile(
    rf"\b(?P<head>(?:kein\w*|ohne|v\. ?a\.|verdacht auf|fraglich\w*|moglich\w*) (?:(?!strahl|radiat|ansprech|besser|erfolg|wirk"
    rf"|effekt|linder|remiss|bildung|respon|regress|progred|progress)[^.;,]){{3,60}}?)"
    rf" (?P<after>(?:nach|seit|unter|trotz) (?:[\w-]+ ){{0,2}}?[\w-]*{_RAYS}\w*)(?P<at>(?: (?:von|des|in|bei))? {_LEVEL})?(?!\w)"
)


def _after_rays(found: re.Match[str]) -> str:
    """What is denied or doubted after radiotherapy does not deny that it was given."""
    at = found["at"] or ""
    return f"{found['head']}{at}; {found['after']}{at}"


_NEEDS_LETTER: Final = ("th", "d", "c ", "l ", "s ", "t ", "c-", "l-", "s-", "t-")
BY_LEVEL: Final[tuple[Rewriting, ...]] = (
    Rewriting(_NEEDS_LETTER, _NOTED, _noted),
    Rewriting("wirbel", _VERTEBRA, ""),
    Rewriting(("hohe", "bereich", "niveau"), _AT, "in "),
    *(Rewriting(needs, re.compile(form), said) for needs, form, said in _SHORT),
    Rewriting(" nicht ", _NOT_AND, r"\g<not>; "),
    Rewriting(" und ", _AND_THEN, r"\g<first>; "),
    Rewriting(" und ", _AND_IT_DOES, "; "),
    Rewriting("wohl jedoch", re.compile(r"\bwohl jedoch\b"), "wohl aber"),
    Rewriting(("peridural", "extradural"), re.compile(r"\b(?:peri|extra)dural"), "epidural"),
    Rewriting(("dura", "thekal"), re.compile(r"\b(?:dura-?(?:sack|schlauch)|duralschlauch|thekalsack)"), "duralsack"),
    Rewriting((" nur ", " nicht ", " lediglich ", " auch "), _ORDINAL, _ordinal),
    Rewriting((" mit ", " mit,"), _WITHOUT_AND_WITH, _without_and_with),
    Rewriting("letzt", _LATTER_NOT, r"\g<head>\g<b> \g<no>"),
    Rewriting((" nicht", " ohne", " kein", " schon", " wohl", " ja"), _SECOND, _second),
    Rewriting((" schon", " wohl", " ja", " ein"), _BUT_THERE, r", wohl aber bei \g<level>"),
    Rewriting((" betroffen", " beteiligt", " es nicht", " ausgespart", " verschont"), _SPARED, r", nicht \g<level>"),
    Rewriting("wie ", _AS_THERE, r"\g<in> \g<a> und \g<b>\g<mid>"),
    Rewriting(tuple(_PERHAPS[3:-1].replace("\\", "").split("|")), _PERHAPS_THERE, _perhaps_there),
    Rewriting(("bestrahl", "radiat", "strahlenther", "radiother"), _AFTER_RAYS, _after_rays),
    Rewriting(", ", _OF_EACH, r"\g<noun> \g<in> \g<a> \g<x>; \g<noun> \g<in> \g<b> \g<y>"),
)
