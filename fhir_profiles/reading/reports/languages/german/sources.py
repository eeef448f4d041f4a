"""German words that tell where a statement comes from: a leaflet, a guideline, a referrer's question, an earlier report.

What a leaflet says is true of no patient; what a heading of an earlier examination tells is of the past. What may not live here:
relatives and other patients (`asked`), and statements that are taken back (`retracted`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import Cue, Direction, cues
from fhir_profiles.reading.reports.mention import Polarity

_ON, _BACK, _ALL = Direction.AFTER_IT, Direction.BEFORE_IT, Direction.SENTENCE
_OF_NO_LEVEL: Final = r"^(?!.*\b[ctls]\d{1,2}\b)"
_OF_THIS_ONE: Final = (
    r"(?!.*\b(?:wurden?|erhielt|erfolgte|hier|vorliegend\w*|aktuell\w*|heute|(?:der|die) patient(?:in)?)\b)"
)
_LEAFLET: Final = (
    r"(?:(?:\w*(?:merkblatt|flyer|broschure|informationsblatt|info-?blatt|ratgeber)\w*)|leitlinien?(?:text\w*|auszug\w*"
    r"|empfehlung\w*|kommission)?|lehr(?:buch|text|satz|material|unterlage|video|film|skript)\w*|fortbildung\w*"
    r"|vorlesung\w*"
    r"|skript\w*"
    r"|fachgesellschaft\w*|(?:muster|beispiel)(?:befund|text|bericht|satz|fall)\w*|textbaustein\w*|standardtext\w*"
    r"|(?:web|internet)-?seite\w*|fach(?:artikel|buch|text)\w*|ubersichtsartikel\w*|publikation\w*|nachschlagewerk\w*"
    r"|beispiel aus (?:dem|der) \w+|schulung\w*|glossar\w*|atlas)"
)
_ALWAYS: Final = (
    r"(?:immer|stets|meist(?:ens)?|oft|haufig|grundsatzlich|prinzipiell|in der regel|gewohnlich|selten|fast immer)"
)
_EARLIER: Final = (
    r"(?:vor-?(?:untersuchung|befund|bericht|ct|mrt|aufnahme|studie|bildgebung)|(?:ausgangs|erst|alt"
    r"|ursprungs)-?(?:befund"
    r"|untersuchung|ct|mrt|bildgebung))"
)
_NOW: Final = r"(?:heute|jetzt|nun|nunmehr|aktuell\w*|derzeit|inzwischen|mittlerweile)"
_LASTS: Final = (
    r"(?:unverandert\w*|\w*konstant\w*|stationar\w*|weiterhin|zunahme|abnahme|\w*progredi\w*|\w*regredi\w*"
    r"|grosser|kleiner"
    r"|zugenommen|abgenommen|stabil|neu\w*)"
)
_HEAD: Final = (
    rf"^(?:in der |im |die |der )?{_EARLIER}(?: (?:vo[mn]|aus|im|am|extern|auswarts|de[srm]|[\w./]+)){{0,4}}:"
)
_ASKS: Final = (
    r"(?:\w*anforderung\w*|uberweisungs\w*|auftrag(?:stext)?|zuweisungs\w*|anfrage\w*|frage"
    r"|fragestellung|konsilanfrage\w*)"
)
SOURCES: Final[tuple[Cue, ...]] = (
    # what is true of all, and so of no one
    Cue(
        Polarity.OTHER_PERSON,
        _ALL,
        re.compile(
            rf"{_OF_NO_LEVEL}{_OF_THIS_ONE}(?:(?:(?:aus|laut|gemass|nach|in|auszug aus|zitat aus|so|wie in) )?"
            rf"(?:(?:der|die|das|dem|den|einer?|einem|unsere[rm]?|diese[rm]?) )?(?:[\w-]+ )?{_LEAFLET}\b)"
        ),
    ),
    Cue(
        Polarity.OTHER_PERSON,
        _ALL,
        re.compile(
            rf"{_OF_NO_LEVEL}(?:(?:eine?|jede[rs]?|jegliche) (?:[\w-]+ ){{1,3}}?(?:ist|gilt|stellt|bleibt"
            rf"|bedeutet|erfordert|bedarf)"
            rf" {_ALWAYS}\b"
            r"|(?:eine?|jede[rs]?) (?:[\w-]+ ){1,3}?kann (?:[\w-]+ ){0,3}?(?:zu (?:einer?|einem)\b|(?:folge"
            r"|ausdruck|zeichen"
            r"|symptom|ursache|hinweis|erstmanifestation) )"
            r"|\w*(?:metastasen|frakturen|hamangiome|chordome|plasmozytome|osteoidosteome|osteoblastome|tumoren"
            r"|osteolysen"
            r"|kompressionen|instabilitaten|paresen)(?: (?:der|des|im|in der|am"
            r"|von) \w+){0,2} (?:sind|gelten als|bleiben)"
            rf" (?:{_ALWAYS} )?(?:haufige\w*|seltene\w*|typische\w*|gutartige\w*|bosartige\w*|zufallsbefunde|notfalle?))"
        ),
    ),
    cues(
        Polarity.OTHER_PERSON,
        _ALL,
        r"(?:aus|in|zu) (?:einer )?(?:fremden|anderen|falschen) (?:kranken)?akte",
        needs=("akte",),
    ),
    # a referrer's words that end in a question
    Cue(
        Polarity.CONDITIONAL,
        _ON,
        re.compile(rf"(?:^|(?<=[.;] ))(?:[\w-]+ ){{0,3}}?{_ASKS}(?: [\w-]+){{0,3}}:(?=[^.;]*\?)"),
        far=True,
        needs=("anforderung", "weisung", "auftrag", "frage"),
    ),
    # the heading of an earlier examination, and what it tells
    Cue(
        Polarity.HISTORICAL,
        _ON,
        re.compile(rf"{_HEAD}(?![^;]*\b(?:{_LASTS}|{_NOW})\b)"),
        far=True,
        needs=("vor", "befund", "unt"),
    ),
    Cue(Polarity.HISTORICAL, _ON, re.compile(rf"{_HEAD}(?![^;]*\b{_LASTS}\b)"), needs=("vor", "befund", "unt")),
    Cue(
        Polarity.HISTORICAL,
        _ON,
        re.compile(
            rf"^vergleich (?:zu[mr]?|vo[mn]|mit|aus) [\w./]+(?: (?:19|20)\d\d)?:(?![^;]*\b(?:{_LASTS}|{_NOW})\b)"
        ),
        of=frozenset({"escc", "size", "collapse", "canal-extension", "cord-compression", "posterior-wall"}),
        far=True,
        needs=("vergleich ",),
    ),
    # what a patient or a board turned down
    cues(
        Polarity.ABSENT,
        _BACK,
        r"(?:wird|wurde|werden)(?: \w+){0,7}? (?:abgesehen|verzichtet|abstand genommen|abgeraten)(?=\s*(?:[.,;]|$))",
        of=("wish-told", "previous-radiotherapy"),
        needs=(" abgesehen", " abstand genommen", " verzichtet", " abgeraten"),
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        r"(?:ri[eä]?t(?:en)?|rat(?:en)?|sah(?:en)?|sieht|nahm(?:en)?"
        r"|nimmt)(?: \w+){0,3}? von(?= [^.;,]{3,60} (?:ab|abstand)\b)"
        r"|(?:lehnt(?:en?|e)?|schlug|schlagt)(?= [^.;,]{3,60} (?:ab|aus)(?=\s*(?:[.,;]|$)))",
        of=("wish-told", "previous-radiotherapy"),
        needs=(" ab", " aus"),
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        r"zu[mr]?(?= [^.;]{3,60} (?:kam|ist|war|erschien\w*) (?:[\w-]+ ){0,4}?(?:nicht|nie|niemals)\b)"
        r"|(?:einen |den )?termin\w* (?:zu[mr]?"
        r"|fur)(?: eine| die)?(?= [^.;,]{3,50} (?:nahm|hat|liess|sagte)\b[^.;,]{0,40}(?:nicht|nie|verstreichen|ab)\b)"
        r"|(?:trat|nahm|fuhrte)(?= [^.;,]{3,60} (?:nicht|nie|niemals) (?:an|wahr|durch|in anspruch)\b)",
        of=("previous-radiotherapy", "metal-near-level", "wish-told"),
        needs=("nicht", "nie", "verstreichen", " ab"),
    ),
    # "nie", and the verb behind it
    cues(
        Polarity.ABSENT,
        _BACK,
        r"(?:(?:ist|war|kam) es (?:[\w-]+ ){0,4}?)?(?:bislang |bisher |noch )?nie(?:mals)? (?:\w+ )?(?:gekommen"
        r"|(?:ein|auf|hinzu)getreten"
        r"|erlitten|zugezogen|entwickelt|verspurt|vorgelegen|dagewesen|zustande|angetreten|wahrgenommen"
        r"|festgestellt|gesehen|gehabt"
        r"|statt|an|wahr|in anspruch(?: genommen)?)(?=\s*(?:[.,;]|$))",
        needs=("nie",),
    ),
    # thought of, and only before
    cues(
        Polarity.UNCERTAIN,
        _ON,
        r"an(?= (?:eine?n?|das|die|den) [^.;,]{2,40} (?:wurde|war|hatte|haben|worden|wurden) [^.;,]{0,20}\bgedacht\b)",
        needs=("gedacht",),
    ),
    cues(Polarity.HISTORICAL, _BACK, r"nur (?:vor|bis zu[mr]?) (?:der |dem )?\w+(?=\s*(?:[.,;]|$))", needs=("nur ",)),
)
