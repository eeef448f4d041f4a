"""German wordings that tell of several structures or levels in one breath, and how each is written out.

"Weder der Spinalkanal noch ein Neuroforamen ist betroffen", "Hinterkante unsicher, ebenso der Spinalkanal", "nicht BWK 8, sondern
BWK 9": what the words mean is put in the words that the forms know. The sentence that is shown stays as it was. What may not live
here: findings and cues.
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import Rewriting

_LEVEL: Final = r"[ctls]\d{1,2}"
_END: Final = r"(?=\s*(?:[.;,]|$))"
_START: Final = r"(?:^|(?<=[;:.] )|(?<=\bsind )|(?<=\bist )|(?<=\bbleiben )|(?<=\bwerden )|(?<=\berscheinen ))"
_STRUCTURE: Final = (
    r"(?:\w*hinter(?:kante|wand)n?|(?:spinal|wirbel|sakral)kanal\w*|duralsack\w*|epiduralraum\w*|(?:neuro)?foram(?:en|ina)s?"
    r"|neuroforamens|(?:ilio)?psoas\w*|\w*weichteile\w?|\w*muskulatur|myelon\w*|ruckenmark\w*|cauda equina|kauda"
    r"|osophagus|aorta|pleura|nervenwurzeln?|rektum)"
)
_SUCH: Final = (
    r"(?:(?:der|die|das|den|dem|des|eine?[rsnm]?|beide[rn]?|alle|samtliche|jeweiligen?|linke[rnsm]?|rechte[rnsm]?|angrenzende[rnsm]?"
    r"|umgebende[rnsm]?|para-?vertebrale[rnsm]?|pravertebrale[rnsm]?|benachbarte[rnsm]?|dorsale[rnsm]?|zugehorige[rnsm]?"
    r"|abgehende[rnsm]?) ){0,3}"
)
_NAMED: Final = rf"{_SUCH}{_STRUCTURE}(?: (?:links|rechts|beidseits))?"
_EACH: Final = re.compile(_NAMED)
_NEITHER: Final = rf"weder {_NAMED}(?:(?:,| noch|, noch) {_NAMED})*,? noch {_NAMED}"
_NEITHER_THEN: Final = re.compile(rf"\b(?P<list>{_NEITHER})(?P<said> [^.;,:]{{3,90}}){_END}")
_THEN_NEITHER: Final = re.compile(
    rf"(?:^|(?<=[;:.] ))(?P<said>[^.;:]{{3,80}}?) (?:ist|sind|wird|werden|wurden?|erscheint|erscheinen)"
    rf" (?P<list>{_NEITHER}){_END}"
)
_HAVE: Final = re.compile(r"^ (?P<verb>zeigen|zeigt|weisen|weist|haben|hat|lassen|lasst) (?:eine?n? )?")
_LAST: Final = re.compile(r" (?P<last>[\w-]+)$")


def _neither(found: re.Match[str]) -> str:
    """Of each what is said of all, denied."""
    said = found["said"] if found["said"].startswith(" ") else f" {found['said']}"
    have = _HAVE.match(said)
    denied = f" {have['verb']} kein {said[have.end() :]}" if have else _LAST.sub(r" nicht \g<last>", said)
    return "; ".join(each[0].strip() + denied for each in _EACH.finditer(found["list"]))


_ALL: Final = re.compile(
    rf"{_START}(?P<list>{_NAMED}(?:, {_NAMED})*,? (?:und|sowie|wie auch) (?:auch )?{_NAMED})"
    rf"(?P<said>(?: (?!nicht\b|mit\b)[\w-]+){{0,6}}? (?:ohne (?:\w+ )?\w*(?:tumor|befall|infiltration|beteiligung)\w*"
    rf"|nicht (?:\w+ )?(?:betroffen|beteiligt|infiltriert|befallen|einbezogen|tangiert|erreicht|beruhrt|alteriert)"
    rf"|(?:tumor)?frei|unauffallig|verschont|unbeteiligt|ausgespart|respektiert|betroffen|befallen|infiltriert|beteiligt)){_END}"
)


def _all(found: re.Match[str]) -> str:
    return "; ".join(each[0].strip() + found["said"] for each in _EACH.finditer(found["list"]))


_WHERE: Final = (
    rf"(?:nach (?:\w+ )?(?:epidural|intraspinal|paravertebral|pravertebral|foraminal|prasakral|dorsal|ventral)"
    rf"|(?:in|im|auf|bis in) {_NAMED}|(?:im|am|des) {_NAMED}|{_NAMED})"
)
_NOUN: Final = (
    r"(?:\w*(?:ausdehnung|ausbreitung|beteiligung|infiltration|befall|einbruch|durchbruch|invasion|ubergreifen|wachstum|destruktion"
    r"|arrosion|kompression|kontakt|anteil|komponente|verlegung|einengung)\w*)"
)
_OPEN: Final = (
    r"(?:(?:ist|sind|bleibt|bleiben|erscheint|wird|werden|lasst sich|lassen sich) )?(?:(?:derzeit|weiterhin|hier|noch|jedoch) )*"
    r"(?:unsicher|fraglich|unklar|moglich|denkbar|zweifelhaft|wahrscheinlich|offen|grenzwertig|nicht (?:\w+ ){0,2}?(?:beurteilbar"
    r"|abgrenzbar|auszuschliessen|ausgeschlossen|nachweisbar|erkennbar|infiltriert|betroffen|beteiligt)"
    r"|(?:tumor)?frei|intakt|unauffallig|unversehrt|erhalten|infiltriert|destruiert|arrodiert|durchbrochen|betroffen|ausgeschlossen"
    r"|eingeschrankt beurteilbar)"
)
_LIKEWISE: Final = (
    r", (?:und )?(?:ebenso|desgleichen|gleichfalls|genauso|ebenfalls|gleiches gilt fur|dasselbe gilt fur)(?: auch)?"
)
_SO_IS: Final = re.compile(
    rf"(?P<head>[^.;:,]{{3,90}}?) (?P<said>{_OPEN}){_LIKEWISE} (?:ist |sind )?(?P<more>{_WHERE})(?=\s*(?:[.;]|$))"
)
_LIKEWISE_LAST: Final = re.compile(
    rf"(?P<head>[^.;:,]{{3,90}}?) (?P<said>{_OPEN}), (?:und )?(?P<more>[^.;:,]{{3,70}}?) (?:ebenfalls|ebenso|gleichfalls)"
    r"(?: nicht)?(?=\s*[.;]?$)"
)
_LYTIC_THEN: Final = re.compile(
    r"\b(?:im jahre? |in )?(?:19|20)\d\d (?:noch )?(?=(?:rein )?(?:osteo)?(?:lyt|sklero|plast|blast)isch\w*e[nrs]? )"
)
_HEADED: Final = re.compile(rf"\b(?P<noun>{_NOUN})\b")
_OF_IT: Final = re.compile(r"(?:de[sr]|nach|in|im|auf|am|bis) ")


def _so_is(found: re.Match[str]) -> str:
    """The same of what is named behind: of the noun that heads it, or of the structure alone."""
    noun = _HEADED.search(found["head"])
    more = found["more"]
    lead = f"{noun['noun']} " if noun and (_OF_IT.match(more) or noun.start() == 0) else ""
    return f"{found['head']} {found['said']}; {lead}{more} {found['said']}"


_NOR_THERE: Final = re.compile(
    r"(?P<head>\bkein\w* [^.;:,]{3,70}?), (?:und )?(?:ebenso ?wenig|auch nicht|desgleichen nicht|ebenfalls nicht"
    r"|gleichfalls nicht)"
    rf" (?P<where>(?:nach )?(?:epidural|intraspinal|paravertebral|pravertebral|foraminal|prasakral)|(?:im|in) {_NAMED}){_END}"
)
_STATE: Final = (
    r"(?:intakt|erhalten|unversehrt|(?:tumor)?frei|unauffallig|destruiert|arrodiert|durchbrochen|infiltriert|betroffen|beteiligt"
    r"|frakturiert|gesintert|hohengemindert|komprimiert|bestrahlt|stabil|instabil)"
)
_THERE_NOT: Final = re.compile(
    rf"(?P<what>{_NAMED}) (?P<in>(?:bei |von |in |des |auf hohe )*)(?P<a>{_LEVEL})(?P<is> ist| sind| erscheint)?"
    rf" (?P<state>{_STATE}),"
    rf" (?:(?:in|bei|von|die von|die in|jene von|auf hohe) )?(?P<b>{_LEVEL})(?: (?:hingegen|dagegen|jedoch|aber|allerdings))?"
    rf" (?P<not>nicht(?: mehr)?){_END}"
)


def _there_not(found: re.Match[str]) -> str:
    what, place = found["what"], found["in"]
    return f"{what} {place}{found['a']} {found['state']}; {what} {place}{found['b']} {found['not']} {found['state']}"


_IS_NOT: Final = re.compile(
    rf"(?P<head>[^.;,]{{3,80}}?) (?P<state>(?:mit)?{_STATE}), (?P<other>{_NAMED}) (?:ist|sind) es"
    rf" (?:jedoch |aber |hingegen |dagegen )?nicht{_END}"
)
_BUT: Final = re.compile(
    rf"(?P<verb>\b(?:ist|sind|war|wurde|wurden|zeigt sich|betrifft|betroffen ist)) (?P<not>nicht|weder) (?P<in>(?:in|bei"
    rf"|an) )?(?P<a>{_LEVEL})"
    rf"(?: noch (?:(?:in|bei|an) )?(?P<b>{_LEVEL}))?,? sondern (?:(?:in|bei|an) )?(?P<c>{_LEVEL}){_END}"
)


def _but(found: re.Match[str]) -> str:
    place = found["in"] or ""
    denied = "".join(f", nicht {found[name]}" for name in "ab" if found[name])
    return f"{found['verb']} {place}{found['c']}{denied}"


_NOT_BUT: Final = re.compile(
    rf"(?P<lead>^|(?<=[;:.,] ))weder (?P<in>(?:in|bei|an) )?(?P<a>{_LEVEL}) noch (?:(?:in|bei|an) )?(?P<b>{_LEVEL}),? sondern"
    rf" (?:(?:in|bei|an) )?(?P<c>{_LEVEL})(?P<said> [^.;,]{{3,80}}){_END}"
)


def _not_but(found: re.Match[str]) -> str:
    return f"{found['in'] or ''}{found['c']}{found['said']}, nicht {found['a']}, nicht {found['b']}"


_PLACE: Final = (
    r"(?:(?:epi|extra|peri)dural|intraspinal|intrakanalikular|(?:neuro|intra)?foraminal|para-?vertebral|paraspinal|pra-?vertebral"
    r"|prasakral|perivertebral|retroperitoneal|extraossar|intraossar)e[nrsm]?"
)
_PLACES: Final = rf"{_PLACE}(?:(?:,| oder| und| noch| sowie| bzw\.?)+ {_PLACE})*"
_SPREAD_NOUN: Final = (
    r"(?:(?:tumor|weichteil|metastasen)\w*|\w*(?:ausdehnung|anteil|komponente|beteiligung|infiltration|raumforderung|manschette"
    r"|formation|ausbreitung|invasion)\w*)"
)
_TURNS: Final = r",? (?:(?:wohl |sehr wohl )?aber|jedoch|dafur|sondern|hingegen|dagegen)(?: auch| nur| aber)?"
_NOT_HERE_BUT: Final = re.compile(
    rf"\b(?P<no>kein\w*|ohne|nicht) (?P<not>{_PLACES}){_TURNS}(?: eine?[rn]?)? (?P<yes>(?:\w+ )?{_PLACES})"
    rf" (?P<noun>{_SPREAD_NOUN})"
)
_HERE_BUT_NOT: Final = re.compile(
    rf"\b(?P<yes>{_PLACES})(?:{_TURNS})?,? (?P<no>kein\w*|ohne|nicht) (?P<not>{_PLACES}) (?P<noun>{_SPREAD_NOUN})"
)
_A_PLACE: Final = re.compile(_PLACE)


def _here_and_there(found: re.Match[str]) -> str:
    """Each place with the noun that all share, denied or not."""
    denied = [f"kein {each[0]} {found['noun']}" for each in _A_PLACE.finditer(found["not"])]
    there = [f"{each[0]} {found['noun']}" for each in _A_PLACE.finditer(found["yes"])]
    return "; ".join(denied + there)


_N: Final = r"(?:\d{1,2}|eine?n?|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf)"
_COUNTED: Final = (
    r"(?:\w+ )?\w*(?:herde?|lasion(?:en)?|metastasen?|osteolysen?|absiedlung(?:en)?|manifestation(?:en)?|filiae?"
    r"|tumoren?)"
)
_THEN_AND_NOW: Final = re.compile(
    rf"\b(?P<then>fruher|zuvor|vormals|initial|damals|anfangs|ursprunglich|vorher|im vor\w+|in der voruntersuchung)(?P<n>"
    rf" (?:noch )?{_N}),"
    rf" (?P<now>(?:heute|jetzt|nun|nunmehr|aktuell|inzwischen|mittlerweile) (?:bereits |schon )?{_N}) (?P<what>{_COUNTED})\b"
)
_NOW_AND_THEN: Final = re.compile(
    rf"\b(?P<now>{_N} (?P<what>{_COUNTED})\b[^.;,]{{0,30}}), (?P<then>fruher|zuvor|vormals|initial|damals|anfangs"
    rf"|ursprunglich|vorher"
    rf"|im vor\w+|in der voruntersuchung)(?P<n> (?:noch |nur |erst |waren es )*{_N}){_END}"
)
_OTHER_SIDE: Final = re.compile(
    r"\b(?P<here>links|rechts) (?P<no>kein\w*) (?P<noun>(?:\w+ )?\w*(?:tumor|weichteil|anteil|komponente|infiltration"
    r"|kontakt)\w*),"
    r" (?P<there>links|rechts)(?: (?:hingegen|dagegen|jedoch|aber))* (?:schon|sehr wohl|eine?r?s? (?:\w+)|ja)(?=\s*(?:[.;,]|$))"
)


def _other_side(found: re.Match[str]) -> str:
    bare = found["noun"].rpartition(" ")[2]
    return f"{found['here']} {found['no']} {found['noun']}; {found['there']} {bare}"


_NOT_THEN: Final = re.compile(
    r"(?:^|(?<=[.;:] ))(?:(?:im jahre? )?(?:19|20)\d\d|zuvor|vormals|im vor\w+|in der voruntersuchung|fruher|initial"
    r"|damals|anfangs)"
    r"(?: (?:war|waren|bestand|lag|noch))* (?:kein\w*|ohne) (?:(?!\b[ctls]\d)[^.;,]){3,60}, (?=(?:jetzt|nun|nunmehr|aktuell|heute"
    r"|inzwischen|mittlerweile|derzeit)\b)"
)
"""What was not there before says nothing beside what is there now."""
_TAKEN_FOR: Final = re.compile(
    r"\b(?P<was>(?:fruher|zuvor|initial|ursprunglich|vormals|anfangs|im vor\w+|damals)(?: noch)? als (?:\w+"
    r" ){1,3}?(?:gewertet|gedeutet"
    r"|interpretiert|eingestuft|beurteilt|angesehen|aufgefasst|beschrieben|befundet|eingeordnet)e[nrs]? (?:\w+"
    r" ){0,2}?(?:in |von |bei )?"
    rf"(?:{_LEVEL} )?)(?P<is>ist|entspricht|erweist sich|stellt sich|hat sich|zeigt sich)\b"
)
_BEFORE: Final = r"(?:vormals|zuvor|fruher|ehemals|damals|initial|ursprunglich|anfangs|vorher)(?: noch)?"
_SOUND: Final = r"(?:intakt|erhalten|tumorfrei|frei|unversehrt|unauffallig)"
_UNSOUND: Final = (
    r"(?:durchbrochen|destruiert|arrodiert|infiltriert|zerstort|unterbrochen|aufgebraucht|perforiert|erodiert|verlegt)"
)
_BEFORE_THAT: Final = rf"(?:{_BEFORE}|(?:im jahre? |in |anno )?(?:19|20)\d\d noch)"
_SOUND_THEN: Final = re.compile(
    rf"(?:^|(?<=[;:.] ))(?:{_BEFORE}|im vor[\w-]+|in der vor\w+|(?:im jahre? |in |anno )?(?:19|20)\d\d) (?:war|waren"
    rf"|erschien|erschienen) (?P<what>{_NAMED})"
    rf"(?: (?:von |des |in |bei )?{_LEVEL})?(?: noch)? {_SOUND}(?:,| und)+ (?:(?P<now>jetzt|nun|nunmehr|heute|aktuell"
    rf"|inzwischen) "
    rf"(?P<is>ist|sind|zeigt sich) (?:sie|er|es|diese[rs]?)) "
)
"""What was sound says nothing beside what it is now: "2020 war die Hinterkante intakt, jetzt ist sie durchbrochen"."""
_WAS_SOUND: Final = re.compile(rf",? {_BEFORE_THAT} {_SOUND}(?:e[nrs]?)?,?(?=[^.;]{{0,80}}\b{_UNSOUND}\b)")
_WAS_UNSOUND: Final = re.compile(
    rf",? {_BEFORE_THAT} {_UNSOUND}(?:e[nrs]?)?,?(?=[^.;]{{0,80}}\b(?:wieder |ist |nun |jetzt )+{_SOUND}\b)"
)
_BRACKETED: Final = re.compile(
    rf"\b(?:im gegensatz zu|anders als|im unterschied zu|verglichen mit|im vergleich zu)(?P<in> (?:in|bei|dem|der))?"
    rf" (?P<a>{_LEVEL})"
    r" \((?P<said>[^()]{3,50})\),? "
)
_LIST_NEEDS: Final = ("und ", "sowie ", "wie auch ")
WRITTEN_OUT: Final[tuple[Rewriting, ...]] = (
    Rewriting(("kein", "ohne", "nicht"), _NOT_HERE_BUT, _here_and_there),
    Rewriting(("kein", "ohne", "nicht"), _HERE_BUT_NOT, _here_and_there),
    Rewriting("weder", _BUT, _but),
    Rewriting("weder", _NOT_BUT, _not_but),
    Rewriting("sondern", _BUT, _but),
    Rewriting("weder", _NEITHER_THEN, _neither),
    Rewriting("weder", _THEN_NEITHER, _neither),
    *(Rewriting(needs, _ALL, _all) for needs in _LIST_NEEDS),
    *(
        Rewriting(needs, _SO_IS, _so_is)
        for needs in (", ebenso", ", desgl", ", gleich", ", genauso", ", ebenfalls", ", dasselbe", ", und ebenso")
    ),
    *(
        Rewriting(needs, _NOR_THERE, r"\g<head>; kein tumor \g<where>")
        for needs in (", ebenso", ", auch nicht", ", desgl", ", ebenfalls", ", gleichfalls")
    ),
    Rewriting(" nicht", _THERE_NOT, _there_not),
    Rewriting(" es ", _IS_NOT, r"\g<head> \g<state>; \g<other> nicht \g<state>"),
    Rewriting(", ", _THEN_AND_NOW, r"\g<then>\g<n> \g<what>, \g<now> \g<what>"),
    Rewriting(", ", _NOW_AND_THEN, r"\g<now>, \g<then>\g<n> \g<what>"),
    Rewriting(" kein", _OTHER_SIDE, _other_side),
    Rewriting("kein", _NOT_THEN, ""),
    Rewriting("ohne", _NOT_THEN, ""),
    *(
        Rewriting(needs, form, "")
        for needs in (
            "vormals",
            "zuvor",
            "fruher",
            "ehemals",
            "damals",
            "initial",
            "ursprunglich",
            "anfangs",
            "vorher",
            " noch ",
        )
        for form in (_WAS_SOUND, _WAS_UNSOUND)
    ),
    Rewriting((" war ", " waren "), _SOUND_THEN, r"\g<what> \g<is> \g<now> "),
    Rewriting(("19", "20"), _LYTIC_THEN, "vormals "),
    *(
        Rewriting(needs, _LIKEWISE_LAST, r"\g<head> \g<said>; \g<more> \g<said>")
        for needs in ("ebenfalls", "ebenso", "gleichfalls")
    ),
    Rewriting(" als ", _TAKEN_FOR, r"\g<was>; \g<is>"),
    Rewriting(" (", _BRACKETED, r"\g<a> \g<said>; "),
    # all the way from one to another
    Rewriting(
        " auf ",
        re.compile(
            rf"(?P<what>(?:\w*(?:desen?|fusion|stabilisierung|instrumentierung|fixateur|fixation|schrauben\w*|stab\w*)|interne|von))"
            rf" (?:von )?(?P<a>{_LEVEL}) auf (?P<b>{_LEVEL})\b"
        ),
        r"\g<what> \g<a>-\g<b>",
    ),
)
