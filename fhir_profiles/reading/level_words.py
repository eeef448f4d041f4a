"""Which levels do words name? In every notation of the ward: T8, D8, Th8, BWK 8, "eighth thoracic", L5-S1, "T4 to T6".

English, French and German, on folded text (`wording.folded`). What may not live here: codes (`fhir_profiles.codes.sites`),
sides, parts and organs (`place_words`).
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from plugin.evidence import LEVELS

_FIRST: Final = {"C": 0, "T": 7, "L": 19, "S": 24}
_COUNT: Final = {"C": 7, "T": 12, "L": 5, "S": 5}
_INDEX: Final = {level: place for place, level in enumerate(LEVELS)}
_SACRAL: Final = range(_INDEX["S1"], _INDEX["S5"] + 1)

_SPELLED: Final = (
    r"first|premi?ere|erste[rn]?",
    r"second|deuxieme|seconde|zweite[rn]?",
    r"third|troisieme|dritte[rn]?",
    r"fourth|quatrieme|vierte[rn]?",
    r"fifth|cinquieme|funfte[rn]?",
    r"sixth|sixieme|sechste[rn]?",
    r"seventh|septieme|sieb(?:en)?te[rn]?",
    r"eighth|huitieme|achte[rn]?",
    r"ninth|neuvieme|neunte[rn]?",
    r"tenth|dixieme|zehnte[rn]?",
    r"eleventh|onzieme|elfte[rn]?",
    r"twelfth|douzieme|zwolfte[rn]?",
)
_ORDINALS: Final = tuple(  # "8th", "8e", "8eme", "8ieme", "1ere", "1re"
    rf"{words}|{n}(?:st|nd|rd|th|i?eme|i?ere|re|e)" for n, words in enumerate(_SPELLED, 1)
)
_ORDINAL: Final = "|".join(f"(?P<o{n}>{words})" for n, words in enumerate(_ORDINALS, 1)) + r"|(?P<dot>1[0-2]|[1-9])\."
_REGION: Final = (
    r"(?P<C>cervical\w*|hals|zervikal\w*)|(?P<T>thora[ck]\w*|dorsal\w*|brust)"
    r"|(?P<L>lumba\w*|lombaire\w*|lenden)|(?P<S>sacr(?:al|ee?)\w*|sakral\w*|kreuzbein)"
)
_REGION_STEMS: Final = (
    *("cervical", "hals", "zervikal", "thora", "dorsal", "brust", "lumba", "lombaire", "lenden", "sacr", "sakral"),
    "kreuzbein",
)
"""One of them stands wherever a region does: a look for them is cheaper than the patterns."""
_VERTEBRA: Final = r"(?:vertebra\w*|vertebre|piece|wirbel\w*|segment|level|niveau)"
_ORDINAL_LEVEL: Final = re.compile(  # "eighth thoracic vertebra", "huitieme vertebre dorsale", "8. Brustwirbel"
    rf"\b(?:{_ORDINAL})\s+(?:{_VERTEBRA}\s+)?(?:{_REGION})"
)
_NUMBERED_LEVEL: Final = re.compile(  # "thoracic vertebra 8", "Brustwirbelkörper 8", "vertebre thoracique 8"
    rf"\b(?:{_VERTEBRA}\s+)?(?:{_REGION})\s*-?{_VERTEBRA}?(?:\s+(?:body|level))?\s*(?:no\.?|nr\.?|n°)?\s*"
    r"(?P<n>1[0-2]|[1-9])\b(?!\s*(?:mm|cm)\b)"
)
_GERMAN: Final = re.compile(rf"\b(?:(?:{_ORDINAL})\s*)?(?P<short>[hbls])wk?[\s-]?(?:nr\.?\s?)?(?P<n>1[0-2]|[1-9])?\b")
_GERMAN_STEMS: Final = ("hw", "bw", "lw", "sw")
_GOES_ON: Final = re.compile(  # "T6 and 7", "BWK 6, 7 und 9": not "T6 and 2 further lesions"
    r"(?P<letter>(?<!\w)(?:th|[ctdls])\s?)(?P<n>1[0-2]|[1-9])(?P<between>\s*(?:,|\band\b|\bund\b|\bsowie\b|\bet\b|&)\s*)"
    r"(?P<next>1[0-2]|[1-9])(?=\s*(?:$|[.;:)](?!\d)|,(?!\d)|(?:mit|ohne|sind|weisen|betroffen|befallen|metastatisch\w*|tumoros\w*|osteolytisch\w*|zeig\w*|jeweils|sowie|und|bei|links|rechts|with|without|are|show|each|and"
    r"|avec|sans|sont|et)\b(?! (?:mm|cm))))"
)
_TOGETHER: Final = (
    re.compile(  # "3. und 4. Lendenwirbel", "dritter bis fünfter LWK", once the last of them is spelled alike
        rf"\b(?:{_ORDINAL})(?P<between>\s*(?:and|to|und|u\.|bis|sowie|et|a|/|-)\s*(?:der |des |dem |den |the )?)"
        r"(?=(?P<letter>[ctls])(?:1[0-2]|[1-9])\b)"
    )
)
ROMAN: Final = r"(?:x(?:ii|i)?|ix|iv|v(?:iii|ii|i)?|iii|ii|i)"
"""One to twelve as sacral and lumbar vertebrae, and all of them in German, are numbered: "L III", "BWK VIII"."""
_OF_VERTEBRA: Final = (
    r"(?:[hbls]wk|wirbel(?:korper)?|\b(?:cervical|thoracic|dorsal|lumbar|sacral) (?:vertebra|segment)"
    r"|\bvertebre (?:cervicale|thoracique|dorsale|lombaire|sacree))"
)
_ROMAN: Final = re.compile(  # not "patient's IV", "LWK V. a.", and with one letter before it no single one: "vitamin C I"
    rf"(?P<word>{_OF_VERTEBRA}[\s-]?)(?P<a>{ROMAN})(?P<to>(?:\s*[-/]\s*|\s+bis\s+|\s+und\s+)(?={ROMAN}(?!\w)))?(?(to)(?P<b>{ROMAN}))"
    r"(?!\w|\. ?a\b)"
    r"|(?<![\w.'])(?P<letter>th|[tls])[\s-](?P<n>iii|ii|ix|iv|vi{1,3}|xi{1,2})(?!\w)"
    r"|(?<![\w.'])(?<!hepatitis )(?<!hep )(?P<cd>[cd])[\s-](?P<m>iii|ii|ix|vi{1,3}|xi{1,2})(?!\w)"
)
_ARABIC: Final = {
    roman: n for n, roman in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"), 1)
}
_GERMAN_LETTER: Final = {"h": "C", "b": "T", "l": "L", "s": "S"}

# Not a level: T2-weighted, D5W and D5 %, T2 N0 (a stage), D12.5 and C79.51 (ICD), C5 followed by letters.
_LEVEL: Final = (
    r"(?P<{0}>c|th|t|d|l|s)\s?-?(?P<{0}n>1[0-2]|[1-9])(?![\w%])(?!\.\d)(?!\s?%)(?!\s?,?\s?[pc]?n[0-3x])"
    r"(?!\s?-?\s?(?:w\b(?!/)|weighted|gewicht|wichtung|ponder|hyper|hypo|signal|sequen|stir))"
)
_ONLY: Final = r"(?P<only>1[0-2]|[1-9])(?![\w%])(?!\.\d)(?!\s?(?:mm|cm|days|weeks|tage|jours|x)\b)"
_SPAN: Final = re.compile(
    r"(?<!vitamin )(?<!vitamine )(?<!stage )(?<!stadium )(?<![\w.])"
    + _LEVEL.format("a")
    + rf"(?:\s*(?:(?P<link>[-/]|\b(?:down |up |through )?to\b|\bthrough\b|\bbis\b)\s*(?:{_LEVEL.format('b')}|{_ONLY})"
    + rf"|\b(?:jusqu'\s?)?(?:a|au)\s+{_LEVEL.format('z')}))?"
)
_SACRUM: Final = re.compile(r"\bsacrum\b|\bsacral\b|\bsacre(?:e|es|s)?\b|\bsakrum\b|\bsakral\w*|\bkreuzbein\w*")
_SACRUM_STEMS: Final = ("sacr", "sakr", "kreuzbein")
_COCCYX: Final = re.compile(r"\bcoccy\w+|\bsteissbein\w*")
_COCCYX_STEMS: Final = ("coccy", "steissbein")
_DENS: Final = re.compile(r"\bodontoid\w*|\bdens\b")
_DENS_STEMS: Final = ("odontoid", "dens")
_DIGIT: Final = re.compile(r"[0-9]")
_ANY_LEVEL: Final = re.compile(
    r"\b(?:th|[ctdls])\s?-?\d|[hbls]wk?\b|[hbls]wk?\d|cervi|zervi|hals|thora|dors|brust|lumb|lomb|lenden|sacr|sakr|kreuzbein"
    r"|cocc|steiss|odont|dens\b|\b(?:th|[ctdls])[\s-][ivx]{2,4}\b"
)
"""A text without any of these names no level; most texts of a record end here."""


def _holds(words: str, stems: tuple[str, ...]) -> bool:
    for stem in stems:  # noqa: SIM110 - asked of every sentence of a record; `any` takes twice as long
        if stem in words:
            return True
    return False


def names_a_level(words: str) -> bool:
    """Could folded words name a level at all?"""
    return _ANY_LEVEL.search(words) is not None


def levels(words: str) -> tuple[str, ...]:
    """Every level that folded words name, from top to bottom; ranges are filled, a sacrum without a number is S1 to S5."""
    if not names_a_level(words):
        return ()
    plain = spelled_alike(words)
    found: set[int] = set()
    for span in _SPAN.finditer(plain):
        found.update(_span(span))
    if _DENS.search(plain):
        found.add(_INDEX["C2"])
    if _COCCYX.search(plain):
        found.add(_INDEX["coccyx"])
    if not found and _SACRUM.search(plain):
        found.update(_SACRAL)
    return tuple(LEVELS[each] for each in sorted(found))


class LevelSpan(NamedTuple):
    """Where in a text levels are named, and which: ranges as one ("S1-S3"), "T7/8" as two."""

    start: int
    end: int
    levels: tuple[str, ...]


def spelled_alike(words: str) -> str:
    """Folded words with every numbered level written as "t8"."""
    plain = _ROMAN.sub(_in_arabic, words)
    if _holds(plain, _REGION_STEMS):
        plain = _NUMBERED_LEVEL.sub(_named, _ORDINAL_LEVEL.sub(_named, plain))
    if _holds(plain, _GERMAN_STEMS):
        plain = _GERMAN.sub(_from_german, plain)
    if _DIGIT.search(plain) is None:
        return plain
    plain = _TOGETHER.sub(_with_letter, plain)
    for _ in range(_LONGEST_LIST):
        longer = _GOES_ON.sub(_with_letter_too, plain)
        if longer == plain:
            break
        plain = longer
    return plain


_LONGEST_LIST: Final = 6


def arabic(roman: str) -> str:
    """The number that a numeral from I to XII stands for."""
    return str(_ARABIC[roman])


def _in_arabic(found: re.Match[str]) -> str:
    if found["word"]:
        return f"{found['word']}{arabic(found['a'])}{found['to'] or ''}{arabic(found['b']) if found['b'] else ''}"
    return f"{found['letter'] or found['cd']}{arabic(found['n'] or found['m'])}"


def _with_letter(found: re.Match[str]) -> str:
    return f"{found['letter']}{_ordinal(found)}{found['between']}"


def _with_letter_too(found: re.Match[str]) -> str:
    """The next number is a level of the same letter if it counts on."""
    if (
        int(found["next"]) <= int(found["n"])
        or int(found["next"]) > _COUNT[found["letter"][0].upper().replace("D", "T")]
    ):
        return found[0]
    return f"{found['letter']}{found['n']}{found['between']}{found['letter']}{found['next']}"


def _ordinal(found: re.Match[str]) -> str:
    groups = found.groupdict()
    return str(groups["dot"] or next(n for n in range(1, 13) if groups[f"o{n}"]))


def level_spans(plain: str) -> list[LevelSpan]:
    """Every place in words that were `spelled_alike` at which levels are named, in their order."""
    found = [
        LevelSpan(span.start(), span.end(), named)
        for span in _SPAN.finditer(plain)
        if (named := _labels(sorted(_span(span)), apart=span["link"] == "/"))
    ]
    if _holds(plain, _DENS_STEMS):
        found += [LevelSpan(each.start(), each.end(), ("C2",)) for each in _DENS.finditer(plain)]
    if _holds(plain, _COCCYX_STEMS):
        found += [LevelSpan(each.start(), each.end(), ("coccyx",)) for each in _COCCYX.finditer(plain)]
    if not found and _holds(plain, _SACRUM_STEMS):
        found += [LevelSpan(each.start(), each.end(), ("S1-S5",)) for each in _SACRUM.finditer(plain)]
    return sorted(found)


def _labels(found: list[int], *, apart: bool) -> tuple[str, ...]:
    if not found or apart or len(found) == 1:
        return tuple(LEVELS[each] for each in found)
    return (f"{LEVELS[found[0]]}-{LEVELS[found[-1]]}",)


def _named(found: re.Match[str]) -> str:
    groups = found.groupdict()
    letter = next(letter for letter in "CTLS" if groups[letter])
    number = groups.get("n") or _ordinal(found)
    return f" {letter.lower()}{number} "


def _from_german(found: re.Match[str]) -> str:
    ordinal = next((name for name, told in found.groupdict().items() if name not in ("short", "n") and told), None)
    number = found["n"] or (_ordinal(found) if ordinal else None)
    return f" {_GERMAN_LETTER[found['short']].lower()}{number} " if number else found[0]


def _span(span: re.Match[str]) -> set[int]:
    first = _place(span["a"], span["an"])
    last = first
    if span["only"]:
        last = _place(span["a"], span["only"])
    elif span["b"] or span["z"]:
        last = _place(span["b"] or span["z"], span["bn"] or span["zn"])
    if first is None or last is None:
        return {each for each in (first, last) if each is not None}
    if span["link"] == "/":
        return {first, last}
    return set(range(min(first, last), max(first, last) + 1))


def _place(letter: str, number: str) -> int | None:
    kind = letter[0].upper().replace("D", "T")
    return _FIRST[kind] + int(number) - 1 if int(number) <= _COUNT[kind] else None
