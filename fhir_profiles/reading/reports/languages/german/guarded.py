"""German words near which nothing is read as present, or as absent, unless a cue has made sense of them.

Wider than the cues on purpose: a word that is here and in no cue makes "not known" of what stands beside it. What may not live
here: what acts on a finding (`asked`, `doubt`, `denial`, `past`).
"""

from __future__ import annotations

from typing import Final

from fhir_profiles.reading.reports.lexicon import words

GUARDED: Final = words(
    r"(?:(?<=ausser )|(?<=ausgenommen )|(?<=ausser bei )|(?<=ausser in ))[ctls]\d{1,2}(?!, (?:wo|d(?:er|ie|as|essen|eren)"
    r"|in de[mr])\b)",
    # denial
    r"nicht|nichts|nie|niemals|nirgend\w*|kein\w*|ohne|weder|mitnichten|ebensowenig|kaum|unberuhrt",
    r"fehl(?:en|t|te|ten|end\w*|anzeige)|ausgeblieben\w*|aus(?:bleib|blieb)\w*|entfall\w*|entfiel\w*|abwesen\w*",
    r"(?:blieb|bleibt|bleiben|blieben)(?= [^.;,]{0,40}\baus\b)|abzulehnen|abgelehnt\w*|verneint\w*|negiert\w*"
    r"|bestritten",
    r"ausgeschlossen\w*|auszuschliessen\w*|ausschliess\w*|ausschluss\w*|widerleg\w*|entkraft\w*|ausgeraumt"
    r"|verworfen\w*",
    # something else: taken for it, like it, in its place
    r"falschlich\w*|irrtumlich\w*|vermeintlich\w*|angeblich\w*|missgedeutet\w*|fehlgedeutet\w*|fehlinterpret\w*"
    r"|vorgetauscht\w*|tausch(?:t|en|end\w*)|imitier\w*|nachahm\w*|simulier\w*|pseudo\w*|mimik\w*|mimic\w*",
    r"ahnlich\w*|ahnel\w*|erinner\w*|gleicht|imponier\w+ (?:als|wie)|wie bei|statt(?:dessen)?|anstelle|anstatt"
    r"|ersatzweise",
    r"verwechsel\w*|abzugrenzen von|artefakt(?:bedingt|uell)\w*|durch partialvolumen\w*|partialvolumen\w*",
    # doubt
    r"moglich\w*|wahrscheinlich\w*|unwahrscheinlich\w*|vermut\w*|mutmass\w*|fraglich\w*|zweifelhaft\w*|ungewiss\w*"
    r"|unsicher\w*|unklar\w*(?! (?:lasion|raumforderung|herd))|denkbar|diskut\w*|erwag\w*|erwogen|allenfalls"
    r"|hochstens|hypothet\w*|theoret\w*|spekul\w*",
    r"offen(?:bleib\w*|gelass\w*)?|vorbehalt\w*|verdacht\w*|suspekt\w*|alternativ\w*|in betracht|in frage"
    r"|hinweis\w*|anhalt\w*|eher|(?<!sehr )wohl(?= \w)(?! aber)|etwaig\w*|eventuell\w*|potenziell\w*"
    r"|potentiell\w*|latent\w*|befurcht\w*",
    # past
    r"fruher\w*|ehemal\w*|vormal\w*|einst(?:ig\w*|mals)?|damal\w*|seinerzeit\w*|ursprunglich\w*|zuvor|vorher"
    r""
    r"|vorausgegangen\w*|zuruckliegend\w*|vorubergehend\w*|passager\w*|transient\w*"
    r"|alt(?:e[rnms]?)?|altere[rnms]?",
    r"zunachst|anfangs|anfanglich\w*|uberbruckt\w*|mit ausnahme"
    r"|hatte|hatten|war|waren|bestand|bestanden|wurde beschrieben|zuruckgebildet\w*|ruckgebildet\w*"
    r"|ruckbildung\w*|verschwunden\w*|abgeheilt\w*"
    r"|ausgeheilt\w*|verheilt\w*|geheilt\w*|konsolidiert\w*|uberwunden|behoben|beseitigt\w*|reseziert\w*"
    r"|ausgeraumt\w*|dekomprimiert\w*",
    # condition, plan, wish, question
    r"falls|wenn|sofern|sollte\w*|im falle?|ware\w*|wurde[n]?(?= [^.;,]{0,50}\b(?:bedeuten|erfordern"
    r"|nahelegen)\b)|konnte\w*"
    r"|durfte\w*"
    r"|musste\w*|vorzubeugen|zuvorzukommen|abzuwenden|annahme|erwart\w*|drohend\w*|droht|drohen|bevorsteh\w*|gefahr|risiko"
    r"|vorbeug\w*|prophyla\w*|vermeid\w*"
    r"|verhinder\w*|verhut\w*",
    r"geplant\w*|vorgesehen\w*|empfohlen\w*|anstreb\w*|angestreb\w*|zu prufen|abzuklaren|abklarung\w*|frage\w*"
    r"|gefragt\w*"
    r"|ob|vorbehaltlich|theoretisch\w*|simulation\w*|screening\w*",
    # others
    r"familiar\w*|angehorig\w*|verwandt\w*|literatur\w*|studie\w*|allgemein\w*|generell\w*|typischerweise|in der regel",
)
UPSET: Final = words(
    r"bis auf(?! (?:die|den|das|der) \w+, )|mit ausnahme|\bsei(?:en)?|ausgenommen|abgesehen von|nur noch|keineswegs"
    r"|keinesfalls|mitnichten|(?:keine|nicht die) rede"
    r"|nicht mehr abgrenzbar\w*|nicht (?:\w+ )?(?:ausreichend|gewahrt|eingehalten|genugend)\w*|nicht langer"
    r"|noch (?:eine? )?(?:frei|intakt|erhalten|unversehrt|normal)\w*(?: \w+){0,2} war"
    r"|kein\w* (?:frei|intakt|erhalten|regelrecht|normal|unauffallig|unversehrt)\w*",
)
"""Words that make "intakt", "frei", "erhalten" untrue, or true in part only."""
TURNED: Final = words(
    r"(?:nicht|keineswegs|keinesfalls|mitnichten|alles andere als)(?: (?:mehr|ganz|vollstandig|komplett|durchgehend"
    r"|langer|wirklich|als)){0,2} (?:frei|tumorfrei|intakt|erhalten|unversehrt|respektiert|verschont|ausgespart|geschlossen)\w*",
    r"(?:respektiert|respektieren|verschont|schont)(?: [\w-]+){1,4}? nicht(?=\s*(?:[.,;]|$))",
)
"""Denied words of being free or whole: they make present what else is absent."""
OVERTURNED: Final = words(
    # the fracture is taken for granted: "keine Fehlstellung nach Fraktur", "nicht dislozierte Fraktur"
    r"(?:durch|nach|um|infolge|wegen|aufgrund|trotz|neben)(?= (?:(?:der|die|den|dem|eine[rnm]?|bekannte[rnm]?|frische[rnm]?"
    r"|alte[rnm]?) )*(?:fraktur|sinterung|hohenminderung|\w+fraktur|\w+sinterung)\b)"
    r"|(?:heilung|konsolidierung|durchbauung|dislokation|verschiebung|fehlstellung|versorgung) (?:der|einer)(?= )"
    r"|(?:(?<=nicht )|(?<=nicht wesentlich ))(?:dislozierte\w*|verschobene\w*|erklarte\w*|mehr als|uber)(?! abgrenz)",
    r"(?:laut|gemass|ausweislich) (?:\w+ )?(?:vor\w+|extern\w*|fremd\w*|aktenlage)|(?:in der voruntersuchung|im vorbefund"
    r"|im vor-?(?:ct|mrt)"
    r"|zuvor|vormals|damals|fruher|initial|anfangs)(?= (?:noch )?(?:kein|ohne|nicht|intakt|frei|regelrecht|erhalten))",
    r"(?:(?<=ausser )|(?<=ausgenommen )|(?<=ausser bei )|(?<=ausser in ))[ctls]\d{1,2}(?!, (?:wo|d(?:er|ie|as|essen|eren)"
    r"|in de[mr])\b)",
    r"nicht|kein\w*|keineswegs|keinesfalls|mitnichten|mit ausnahme"
    r"|ausgenommen|bis auf(?! (?:die|den|das|der) \w+, )|ausser|abgesehen von|zweifel\w*|unwahr\w*|falsch\w*"
    r"|irrtum\w*|fragl\w*|unsicher\w*|unklar\w*|eingeschrankt\w*"
    r"|moglich\w*|wahrscheinlich\w*|vermut\w*|eher|(?<!sehr )wohl(?= \w)(?! aber)|kaum|weitgehend|widerleg\w*"
    r"|revid\w*|korrigier\w*"
    r"|sondern|nur noch"
    r"|falls|sofern|wenn|damit(?= (?:kein|nicht))|sollte\w*|hoff\w*|anzunehmen|scheint|scheinbar\w*|angeblich\w*|vermeintlich\w*",
)
