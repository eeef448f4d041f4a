"""German sentences that say first what others say last, and what they are written out as.

"Frakturiert ist keiner der beiden Wirbel", "Der Höhenverlust, der an L1 auffällt, fehlt an T11", "Lähmungen verneint sie, ebenso
eine Inkontinenz". Also what is left out before anything is read: a quoted report, what was taken for something else. What may not
live here: lists of structures and levels (`written_out`), findings and cues.
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import Rewriting

_LEVEL: Final = r"[ctls]\d{1,2}"
_END: Final = r"(?=\s*(?:[.;,]|$))"
_BEGIN: Final = r"(?:^|(?<=[;:.,] ))"
_STATE: Final = (
    r"(?:(?:pathologisch |deutlich )?(?:frakturiert|gesintert|hohengemindert|hohenreduziert|eingebrochen"
    r"|kollabiert|(?:in)?stabil"
    r"|(?:rein )?(?:osteo)?(?:lytisch|sklerotisch|plastisch|blastisch)|komprimiert|infiltriert|destruiert"
    r"|arrodiert|durchbrochen"
    r"|frakturgefahrdet|bruchgefahrdet|kollapsgefahrdet|betroffen|befallen|solitar|bestrahlt|vorbestrahlt|verlegt|beruhrt"
    r"|eingeengt))"
)
_IS: Final = r"(?:ist|sind|war|waren|wird|werden|wurden?|erscheint|erscheinen|imponiert)"
_FIRST: Final = re.compile(
    rf"{_BEGIN}(?P<state>{_STATE}) (?P<is>{_IS}) (?P<who>[^.;,:]{{2,80}}?) (?P<not>nicht(?: mehr)?){_END}"
)
_NONE: Final = re.compile(
    rf"{_BEGIN}(?P<state>{_STATE}) (?P<is>{_IS}) (?:[\w-]+ ){{0,2}}?(?P<who>keine[rs]?\b[^.;,:]{{0,60}}?){_END}"
)
_OF_THE_TUMOURS: Final = re.compile(r"keine (?:der|dieser|von den) (?P<those>[^.;,:]*metastasen[^.;,:]*)")


def _none(found: re.Match[str]) -> str:
    """What is said of none; metastases of which it is not said are there."""
    those = _OF_THE_TUMOURS.match(found["who"])
    who = f"die {those['those']}" if those else found["who"]
    return f"{who} {found['is']} {'nicht ' if those else ''}{found['state']}"


_VERB: Final = (
    r"(?:reicht|erreicht|uberschreitet|durchbricht|infiltriert|komprimiert|beruhrt|tangiert|arrodiert"
    r"|destruiert|verlegt|befallt"
    r"|zeigt|weist|bricht|wachst|dringt|umgibt|verlagert)"
)
_NONE_DOES: Final = re.compile(
    rf"{_BEGIN}(?P<what>(?:in |bis an |an |bis in )?(?:de[nrms]|die|das"
    rf"|eine?n?) [^.;,:]{{3,50}}?) (?P<verb>{_VERB}) keine[rs]?"
    rf"(?P<who>(?: (?:de[rn]|davon|dieser|von|beiden?|drei|vier|herde?|tumoren|lasionen|metastasen|wirbel"
    rf"|osteolysen|absiedlungen)){{1,4}})"
    rf"(?P<more> (?:ein|vor|hinein|auf|heran))?{_END}"
)
_DENIED_TOO: Final = re.compile(
    rf"{_BEGIN}(?P<head>[^.;:]{{3,90}}?\b(?<!nicht )(?:verneint|verneinte|verneinen|negiert|negierte|bestritten"
    rf"|bestreitet|bestritt)\b"
    rf"[^.;:,]{{0,40}}),? (?:und )?(?:ebenso|desgleichen|gleichfalls|genauso|ebenfalls|auch|gleichermassen)(?: auch)?"
    rf" (?P<more>[^.;,:]{{3,60}}?){_END}"
)
_AS_BEFORE: Final = (
    r"(?:anders als|im (?:gegensatz|unterschied) zu[mr]?|entgegen)(?: noch)? (?:(?:im|in der|bei der|am|zum|zur|de[mr])"
    r" )?(?:(?:letzten|auswartigen|externen) )?(?:januar|februar|marz|april|mai|juni|juli|august|september"
    r"|oktober|november"
    r"|dezember|vor[\w-]+|zuletzt|zuvor|fruher|damals|sommer|herbst|winter|fruhjahr|(?:19|20)\d\d)(?: (?:19|20)\d\d)?"
)
_ASIDE: Final = re.compile(rf",? ?\b{_AS_BEFORE},(?= )")
_LEADING: Final = re.compile(
    rf"^{_AS_BEFORE} (?=(?:besteht|bestehen|ist|sind|findet|finden|zeigt|zeigen|liegt|liegen|lasst|wird|reicht|hat)\b)"
)
_LACKS: Final = re.compile(
    rf"{_BEGIN}(?P<what>(?:der|die|das|eine?) [^.;,:]{{3,60}}?), (?:(?:der|die|das|wie (?:er|sie"
    rf"|es)) )(?:(?:(?:an|in|bei|hohe|auf|fur"
    rf"|von) )+)?(?:der )?(?P<a>{_LEVEL})(?: [\w-]+){{1,3}}, (?P<rest>(?:fehlt|ist|liegt|findet sich|besteht|zeigt sich)"
    rf" (?:(?:an|in|bei|auf hohe) )+{_LEVEL}(?: nicht[^.;,]{{0,20}})?){_END}"
)


def _lacks(found: re.Match[str]) -> str:
    """It is at the one level, and what is said of the other follows; only if that is a denial."""
    rest = found["rest"]
    if not rest.startswith("fehlt") and " nicht" not in rest:
        return found[0]
    return f"{found['what']} in {found['a']}; {found['what']} {rest}"


_EXPECTED: Final = re.compile(
    rf"{_BEGIN}(?P<what>[^.;,:]{{3,70}}?) (?:ware|waren|war|hatte (?:man"
    rf"|ich))(?: [\w-]+){{0,5}}? (?:(?:zu )?(?:erwarten|befurchten"
    r"|vermuten)|erwartet|anzunehmen|denkbar|typisch|passend)(?: gewesen)?, (?P<is>findet sich|finden sich"
    r"|liegt|besteht|ist|lasst"
    r" sich|zeigt sich)(?: (?:jedoch|aber|allerdings|indes))? (?P<not>nicht\b[^.;,]{0,30})"
)
_ALSO_FAR: Final = re.compile(
    rf"(?P<what>\b(?:\w*abstand|\w*distanz|entfernung)\b[^.;:,]{{3,70}}?) (?P<in>bei|in"
    rf"|auf hohe(?: von)?) (?P<a>{_LEVEL})"
    r"(?P<n>(?: (?:nur|noch|etwa|ca\.|lediglich|immerhin|knapp))* \d+(?:[.,]\d+)? ?[mc]m),? (?:und )?(?:bei|in"
    r"|auf hohe(?: von)?)"
    rf" (?P<b>{_LEVEL})(?P<m>(?: (?:nur|noch|etwa|ca\.|lediglich|immerhin|knapp|hingegen|dagegen|jedoch|aber))*"
    rf" \d+(?:[.,]\d+)? ?[mc]m){_END}"
)
_BUT_WORD: Final = re.compile(r" (?:hingegen|dagegen|jedoch|aber)\b")


def _also_far(found: re.Match[str]) -> str:
    what, place = found["what"], found["in"]
    return f"{what} {place} {found['a']}{found['n']}; {what} {place} {found['b']}{_BUT_WORD.sub('', found['m'])}"


_CORRECTED: Final = re.compile(
    rf"{_BEGIN}(?:[^.;,:]{{3,40}}: )?(?P<not>(?:statt|anstatt|anstelle von) [^.;,:]{{3,60}}?),? (?P<is>(?:muss"
    rf"|musste|soll|sollte) es|lies"
    r"|ist [^.;,]{3,60} zu lesen)\b"
)
_OPEN, _CLOSE = '[„“”"«»›‹‚‘]', '[„“”"«»›‹’‘]'
_QUOTED: Final = re.compile(
    r"(?:\b(?:\w*befund\w*|\w*bericht\w*|\w*brief\w*|akte|zitat|satz|passage|uberweisung\w*|einweisung\w*|diktat)\b)"
    r"[^.;„“”\"«»›‹‚‘]{0,60}"
    rf"(?P<said>{_OPEN}[^„“”\"«»›‹]{{3,160}}{_CLOSE})"
)
_SAYS: Final = re.compile(
    r"\b(?:laut|gemass|ausweislich|heisst es|hiess es|steht|stand|laute\w*|zitat|liest|schreibt|schrieb"
    r"|spricht von|sprach von|diktiert|die rede|vermerkt"
    r"|ubernommene?|kopierte?)\b|^zitat"
)


def _unquoted(found: re.Match[str]) -> str:
    """An earlier report is not said by this one: what it says is left out where words of saying lead to it or follow."""
    begin, end = found.span("said")
    around = found[0][: begin - found.start()] + " " + found.string[end : end + 20]
    return found.string[found.start() : begin] + "…" if _SAYS.search(around) else found[0]


_TAKEN: Final = re.compile(
    rf"{_BEGIN}was (?:[^.;,]{{3,90}}? )(?:galt|gehalten wurde|gedeutet wurde|angesehen wurde|imponierte"
    rf"|anmutete|wirkte|aussah),"
    r" (?=(?:ist|war|erweist|erwies|stellt|stellte|entpuppt|entpuppte|entspricht|entsprach"
    r"|hat) (?:sich )?[^.;,]{0,40}?\w*(?:hamatom"
    r"|abszess|artefakt|osteophyt|narbe|gefass|vene|zyste|sequester|vorfall|zement|serom|lymphknoten|muskel"
    r"|fett|darm|hernie|erguss)"
    r"\w*\b)"
)
_BUT: Final = r"(?: (?:jedoch|aber|hingegen|dagegen|allerdings))?"
_THAT_ONE: Final = r"(?:(?:jene[rmns]?|de[rmn]|die|das) (?:von|in|bei|des|im) )"
_NOT_THAT: Final = re.compile(
    rf", nicht{_BUT} (?:(?:von|bei|mit|an) )?(?:{_THAT_ONE}|(?:de[rmn]|die|das|im"
    rf"|in) (?:[\w-]+ ){{1,4}}?)(?P<level>{_LEVEL}){_END}"
)
_THAT_NOT: Final = re.compile(rf", (?:jene[rs]?|de[rm]|die|das) (?:in|bei) (?P<level>{_LEVEL}){_BUT} nicht{_END}")
_NO_SUCH: Final = re.compile(
    rf"[;,] (?:in|bei|im)(?: [\w-]+){{0,2}}? (?P<level>{_LEVEL}){_BUT} (?:(?:ist|findet sich|zeigt sich|besteht"
    rf"|gibt es|sieht man) )?"
    rf"(?:(?:derartiges|dergleichen|solches|so etwas) nicht|nichts (?:dergleichen|derartiges|davon)"
    rf"|davon nichts(?: zu sehen)?){_END}"
)
_YES_AND_NO: Final = re.compile(
    rf"{_BEGIN}(?P<what>[^.;:,]{{3,60}}?):? (?P<in>(?:bei |in )?)(?P<a>{_LEVEL}) ja, (?:bei |in )?(?P<b>{_LEVEL})"
    rf" (?:nein|keine?[rs]?|nicht){_END}"
)
_GRADE: Final = re.compile(
    r"\b(?:nach )?(?P<scale>escc|bilsky)(?:-?grad)? nicht (?:grad )?(?P<a>[0-3][abc]?)(?:, [^.;,]{3,50})?,? sondern"
    r" (?:grad |escc |bilsky )?(?P<b>[0-3][abc]?)\b"
)
_STOREY: Final = re.compile(
    rf"\b(?:eine?n? |im |in der )?(?:etage|wirbel(?:korper)?|segment|hohe|stockwerk) (?:tiefer|hoher|darunter|daruber"
    rf"|weiter (?:oben|unten|kranial|kaudal)),? \(?(?:in |bei )?(?P<level>{_LEVEL})\)?"
)
_AND_IN: Final = re.compile(rf"\b(?P<a>(?:in|bei) {_LEVEL}) (?P<and>und|sowie|oder) (?:in|bei) (?P<b>{_LEVEL}){_END}")
FIRST_SAID: Final[tuple[Rewriting, ...]] = (
    Rewriting(("„", "“", '"', "«", "»", "›"), _QUOTED, _unquoted),
    Rewriting("was ", _TAKEN, ""),
    Rewriting(("statt", "anstelle"), _CORRECTED, r"\g<not>; \g<is>"),
    Rewriting(" nicht", _FIRST, r"\g<who> \g<is> \g<not> \g<state>"),
    Rewriting(" keine", _NONE, _none),
    Rewriting(" keine", _NONE_DOES, r"\g<what> \g<verb> der tumor nicht\g<more>"),
    Rewriting(
        ("verneint", "verneinen", "negiert", "bestritt", "bestreitet"), _DENIED_TOO, r"\g<head>; \g<more> wird verneint"
    ),
    Rewriting(("anders als", "gegensatz", "unterschied", "entgegen"), _LEADING, ""),
    Rewriting(("anders als", "gegensatz", "unterschied", "entgegen"), _ASIDE, ""),
    Rewriting((" fehlt ", " nicht"), _LACKS, _lacks),
    Rewriting(", ", _EXPECTED, r"\g<what> \g<is> \g<not>"),
    Rewriting(("abstand", "distanz", "entfernung"), _ALSO_FAR, _also_far),
    Rewriting(", nicht", _NOT_THAT, r", nicht \g<level>"),
    Rewriting(" nicht", _THAT_NOT, r", \g<level> nicht"),
    Rewriting(("dergleichen", "derartiges", "solches", "so etwas", "davon"), _NO_SUCH, r", nicht \g<level>"),
    Rewriting(" ja, ", _YES_AND_NO, r"\g<what> \g<in>\g<a>; kein \g<what> \g<in>\g<b>"),
    Rewriting("sondern", _GRADE, r"kein \g<scale> \g<a>, sondern \g<scale> \g<b>"),
    Rewriting(("tiefer", "hoher", "darunter", "daruber", "weiter "), _STOREY, r"in \g<level>"),
    Rewriting((" und ", " sowie ", " oder "), _AND_IN, r"\g<a> \g<and> \g<b>"),
)
