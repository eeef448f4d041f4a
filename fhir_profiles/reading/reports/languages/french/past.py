"""French words of the past: former examinations, what was operated on, verbs that alone tell it.

What may not live here: dates and "ancien" (`cues`), denial (`denial`), doubt (`doubt`).
"""

from __future__ import annotations

from typing import Final

from fhir_profiles.reading.reports.lexicon import Cue, Direction, cues
from fhir_profiles.reading.reports.mention import Polarity

_ON, _BACK, _AROUND = Direction.AFTER_IT, Direction.BEFORE_IT, Direction.AROUND_IT
_BEFORE: Final = (
    r"avant (?:la |le |l'|toute? )?(?:laminectomie|chirurgie|intervention|operation|traitement|radiotherapie"
    r"|irradiation|vertebroplastie"
    r"|cimentoplastie|kyphoplastie|decompression|geste|chimiotherapie|cryoablation|radiofrequence|ablation"
    r"|embolisation)"
)
_FORMER: Final = (
    r"(?:au|lors du|sur le|dans le|du|a l'|sur l'|lors de l'|a la|sur la) ?(?:(?:bilan|scanner|examen|controle"
    r"|irm|tdm|tep|imagerie|compte rendu)"
    r" (?:initiale?|precedente?|anterieure?|de reference)|(?:precedente?|premiere?|dernier|derniere"
    r"|ancien) (?:bilan|scanner|examen|controle|irm"
    r"|tdm|tep|imagerie|compte rendu)|moment du diagnostic|diagnostic initial)"
)

_STRUCTURES: Final = (
    "canal-extension", "cord-compression", "posterior-wall", "soft-tissue-extension", "foraminal-extension", "collapse",
    "close-to-neural-structure", "close-to-viscus", "escc", "fracture-risk", "intra-articular",
)  # fmt: skip
_BETTER_NOW: Final = (
    r"(?:\w+ment )?(?:a distance|libres?|absente?s?|disparue?s?|continue?s?|intacte?s?|recon\w+|comblee?s?"
    r"|resolue?s?|sans|indemnes?"
    r"|eloignee?s?|respectee?s?|conservee?s?|non|decomprimee?s?|levee?s?|consolidee?s?|ossifiee?s?|refermee?s?"
    r"|normale?s?)\b"
)
_TODAY: Final = r"(?:aujourd'hui|ce jour|a ce jour|actuellement|desormais|maintenant|a present|depuis)"

REMOVED: Final[tuple[Cue, ...]] = (
    cues(
        Polarity.HISTORICAL,
        _BACK,
        r"(?:a ete |ont ete |avait ete |avaient ete |ayant ete )?(?:operee?s?|resequee?s?|evacuee?s?"
        r"|decomprimee?s?|traitee?s? (?:chirurgicalement|par (?:laminectomie|decompression|chirurgie|exerese"
        r"|embolisation)))"
        r"(?: (?:en urgence|chirurgicalement|depuis))? (?:en|au mois de|il y a|depuis|le) (?:[\w.]+ ){0,2}(?:19"
        r"|20)\d\d",
        of=_STRUCTURES,
    ),
    cues(
        Polarity.HISTORICAL,
        _ON,
        r"(?:exerese|resection|levee|decompression|evacuation|correction)(?: \w+){0,2}? (?:de la|de l'|d'une?|du|des)"
        r"(?= (?:\w+ )?(?:compression|epidurite|coulee|masse|extension|recul|envahissement|composante|fragment"
        r"|bourgeon)|(?:epidurite|extension|envahi))",
        r"(?:realisee?s?|pratiquee?s?|effectuee?s?|menee?s?) (?:en|le|au mois de"
        r"|il y a) (?:[\w.]+ ){0,3}?(?:pour|devant|sur)",
        r"(?:compte rendu|courrier|dossier|examens?|scanner|irm|bilan|controle) (?:anterieur|precedent|initial"
        r"|ancien)e?s? (?:\w+ment )?"
        r"(?:mentionn\w+|signal\w+|decri\w+|rapport\w+|not\w+|retrouv\w+|montr\w+|objectiv\w+|fai\w+ etat d[e']"
        r"|parl\w+ d[e']|evoqu\w+|conclu\w+ a)",
        r"(?:suivi|controle|bilan|suites|surveillance) (?:post-?operatoires?"
        r"|post-?therapeutiques?)(?: simples?)? (?:de la|de l'|d'une?|du|des)",
        of=_STRUCTURES,
    ),
)
HEADED: Final = cues(  # former pictures as a heading
    Polarity.HISTORICAL,
    _ON,
    r"(?:(?:(?:examen|irm|scanner|tdm|bilan|imagerie|radiographies?|cliches?) (?:comparati\w+|de reference"
    r"|anterieure?s?"
    r"|precedente?s?|initiale?s?))|comparati(?:f|fs|ve)|anteriorites?|historique|mode de (?:revelation"
    r"|decouverte)|circonstances? de decouverte|precedent (?:examen|scanner"
    r"|bilan|controle))"
    r"(?: (?:du|de|d') ?[\w /.]{1,18})? ?:",
    of=_STRUCTURES,
)
FORMER: Final[tuple[Cue, ...]] = (
    cues(  # how much is left is not told
        Polarity.UNCERTAIN,
        _BACK,
        r"(?:a|ont|ayant) (?:presque |bien |nettement |largement |spectaculairement )*fondu",
        of=_STRUCTURES,
    ),
    cues(
        Polarity.ABSENT,
        _BACK,
        r"en (?:regression|remission|resolution|disparition) (?:complete|totale)",
        resolves=True,
    ),
    cues(  # worse or better than then: it is there now
        None,
        _ON,
        r"(?:plus|moins|aussi) \w+ qu(?:e |')(?:en|sur|au|lors d\w+|a) ?[^,;.]{0,25}?(?:19|20)\d\d",
        r"(?:de|en|des) (?:\w+ )?(?:19|20)\d\d(?=,? (?:est |reste |demeure |apparait |et )*(?:inchang|stable"
        r"|superpos|identique|persist|toujours|sans chang))",
    ),
    cues(  # what is said of former pictures, named first
        Polarity.HISTORICAL,
        _ON,
        r"(?:sur|dans|d'apres|selon) (?:les |l'|le |des |son |ses )?(?:anciens? |anciennes? |premiers? |vieux )(?:\w+)",
        r"(?:^|(?<=[.;,] ))(?:sur|dans|d'apres|selon) (?:les |l'|le |la |des |son |ses )?(?:images?|cliches?"
        r"|documents?|dossier|compte rendu|series?|acquisitions?|imagerie"
        r"|bilan|examens?|controles?|irm|scanner|tdm) (?:anterieure?s?|precedente?s?|initiale?s?"
        r"|pre-?operatoires?|pre-?therapeutiques?|d'avant|d'entree|d'admission|de sortie)",
        r"(?:^|(?<=[.;] ))(?:a l'admission|a l'entree|a l'arrivee|a la prise en charge|au debut|au depart|a j0"
        r"|au temps initial|en pre-?operatoire|a l'epoque"
        r"|au moment du diagnostic|au diagnostic|avant traitement|par le passe|dans le passe|lors du diagnostic"
        r"|lors de l'admission)",
        of=_STRUCTURES,
    ),
    cues(
        Polarity.HISTORICAL,
        _ON,
        r"pour (?:memoire|rappel) ?[,:]?",
        r"(?:apres|suites? d[e']|suite a|post|status post|au decours d[e']|depuis) ?(?:l'|la |une "
        r"|le )?(?:exerese|resection|evacuation|decompression"
        r"|ablation|cure|traitement|levee)(?: \w+)? (?:d'une?|de la|de l'|du|de|des)",
        r"(?<!indication de )(?<!indication d'une )(?<!pas de )(?<!pour )(?:laminectomie|decompression"
        r"|chirurgie|intervention|corporectomie)"
        r"(?: [\w'-]+){0,4}? (?:pour|devant|sur)(?= (?:une? |la |le )?(?:compression|epidurite|coulee|masse"
        r"|extension|recul|envahissement|syndrome))",
        r"ayant (?:alors |initialement |precedemment )(?:\w+)|(?<!ou )alors(?= (?:rompu|detruit|envahi|comprim"
        r"|infiltr|au contact|comble|lytique|erod|refoul)\w*)",
        of=_STRUCTURES,
    ),
    cues(
        Polarity.HISTORICAL,
        _BACK,
        r"(?<!bilan )(?<!examen )(?<!scanner )(?<!irm )(?<!controle )(?<!tdm )(?:initiale?s?|pre-?operatoires?"
        r"|pre-?therapeutiques?)"
        r"(?! (?:a|au|en|de) (?:th|[ctdls]) ?\d)",
        r"(?:aujourd'hui |desormais |depuis |deja )?(?:operee?s?|traitee?s? (?:chirurgicalement"
        r"|par (?:laminectomie|decompression|chirurgie|exerese))"
        r"|reduite?s? chirurgicalement|decomprimee?s?|evacuee?s?|resequee?s?)(?! d['e])",
        rf"(?<=, ){_TODAY} {_BETTER_NOW}|(?<=, )(?:comblee?s?|reconstruite?s?|refermee?s?"
        rf"|decomprimee?s?) (?:{_TODAY})?",
        rf"{_BEFORE}",
        of=_STRUCTURES,
    ),
    cues(  # "the aorta is no longer encased"
        Polarity.ABSENT,
        _BACK,
        rf"(?:ne|n') ?(?:est|sont|semble|semblent"
        rf"|parait) (?:{_TODAY} )?plus (?:\w+ment )?(?:{_TODAY} )?(?:engain|accol|englob|entour|refoul|deplac|repouss"
        r"|touch|contact|adher|adoss|infiltr|comprim|envahi|occup|combl|amput|efface)\w*",
        resolves=True,
    ),
    cues(Polarity.HISTORICAL, _ON, rf"(?:^|(?<=[.;] )){_BEFORE}(?=,)"),
    cues(
        Polarity.HISTORICAL,
        _BACK,
        rf"{_BEFORE}(?=(?:,|;| et| mais)[^.]*(?:aujourd'hui|ce jour|actuellement|desormais|maintenant))",
    ),
    cues(
        Polarity.HISTORICAL,
        _BACK,
        rf"(?<!que )(?<!qu')(?<!presente )(?<!present )(?<!visible )(?<!vue )(?<!connue )"
        rf"{_FORMER}(?=\s*(?:$|[.,;)]))",
        nearest=True,
    ),
    cues(
        Polarity.ABSENT,
        _BACK,
        r"(?:n'est |n'a |ne sont |non |pas )(?:pas |plus )?(?:ete )?(?:retrouvee?s?|revue?s?)(?: (?:ce jour"
        r"|aujourd'hui|actuellement|ici"
        r"|sur (?:le present|cet|l') ?examen\w*(?: actuel| du jour)?|par la suite|ulterieurement))?(?=\s*(?:$|[.,;)]))",
        resolves=True,
    ),
)
_MONTH: Final = r"(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)"
_SPAN: Final = r"(?:jours?|semaines?|mois|ans?|annees?)"

DATED: Final[tuple[Cue, ...]] = (
    cues(
        Polarity.HISTORICAL,
        _AROUND,
        r"(?<!depuis )(?<!depuis l'irm )(?<!depuis le scanner )(?:\((?:en )?(?:19|20)\d\d\)|(?<![\d/.])(?:0?[1-9]"
        r"|1[0-2])[/.](?:19|20)\d\d|(?:19|20)\d\d ?:)",
        rf"il y a (?:environ |plus de |pres de |quelques |a peine )*(?:[\w']+ ){{0,3}}?{_SPAN}",
        rf"(?:[\w']+ )(?:d'annees|{_SPAN}) (?:plus tot|auparavant|avant(?=\s*(?:$|[.,;)])))",
        r"(?<!depuis )(?:le mois|la semaine|le trimestre|le printemps|l'ete|l'hiver|l'automne"
        r"|l'annee) (?:dernier|derniere"
        r"|passee?|precedente?)|(?<!depuis )(?:la veille|avant-hier)",
        r"jusque-la|jusqu'alors|jusqu'ici|jusqu'en (?:\w+)",
    ),
    cues(
        Polarity.HISTORICAL,
        _ON,
        rf"(?:^|(?<=[.;] ))(?:en|au mois de|debut|fin|courant|mi-?) ?{_MONTH}(?: dernier| (?:19|20)\d\d)?",
        r"(?:^|(?<=[.;] ))(?:au|a l'|en|durant l'|pendant l') ?(?:printemps|ete|automne|hiver|rentree)(?: (?:de )?(?:19|20)\d\d"
        r"| dernier)",
        rf"(?:^|(?<=[.;] ))(?:au|a l'|sur le|sur l'|lors du) ?(?:scanner|irm|tdm|examen|controle|bilan"
        rf"|tep) (?:de |d'){_MONTH}(?: dernier| (?:19|20)\d\d)?",
        r"(?:lors de|a|des) la (?:decouverte|presentation|premiere consultation)(?: de la maladie| initiale)?",
        of=_STRUCTURES,
    ),
    cues(  # the breach is closed
        Polarity.HISTORICAL,
        _BACK,
        r"(?:(?:est|sont|s'est|a ete) )?(?:(?:aujourd'hui|desormais|depuis|maintenant|actuellement"
        r"|en partie) )*(?:comblee?s?|re-?ossifiee?s?|ossifiee?s?"
        r"|refermee?s?|colmatee?s?|reparee?s?|cimentee?s?|corrigee?s?|reduite?s? par)(?: depuis)?",
        of=("posterior-wall",),
    ),
    cues(
        Polarity.HISTORICAL,
        _ON,
        r"(?:comblement|re-?ossification|ossification|fermeture|reconstruction|reconstitution|cicatrisation|colmatage)"
        r" (?:\w+ )?(?:de la|de l'|d'une?|du|des)",
        of=("posterior-wall",),
    ),
)
_NO_VERB: Final = (
    r"(?:fait|parait|(?:re|ex|at|dis|por|abs|sous)?trait|lait|souhait|(?:in|im)?(?:satis|par)fait|bienfait"
    r"|forfait|(?:re|mé|me)?connait"
    r"|(?:dis|ap|com)parait|nait|plait|complait|tait|sait|hait|pait|soit|doit|voit|refait|defait|surfait"
    r"|accroit|\w*(?:erait|irait|rrait"
    r"|drait|urait|vrait|trait)|sera|est|mait|souffrait)\b"
)
_VERB: Final = rf"(?=\w{{3,}}ai(?:t|ent)\b)(?!{_NO_VERB})\w+"

WAS: Final = cues(
    Polarity.HISTORICAL,
    _BACK,
    r"(?<!qui )(?<!dont )(?:etai(?:t|ent)|mesurai(?:t|ent)|atteignai(?:t|ent)|occupai(?:t|ent)|s'etendai(?:t"
    r"|ent)|remontai(?:t|ent)|avai(?:t|ent))",
    of=_STRUCTURES,
)
IMPERFECT: Final = cues(
    Polarity.HISTORICAL,
    _ON,
    r"avai(?:t|ent)|etai(?:t|ent)",
    _VERB,
    rf"{_VERB} (?:deja|alors|a l'epoque|encore|initialement)",
)
"""The verb alone tells the past ("l'anteriorite retenait une lesion unique", "la tumeur comprimait la moelle")."""
PASSING: Final = cues(
    Polarity.HISTORICAL,
    _BACK,
    r"(?:transitoires?|passageres?|resoluti(?:f|ve)s?|spontanement (?:regressi|resoluti)(?:f|ve)s?|fugaces?"
    r"|rapidement regressi(?:f|ve)s?)",
    of=("neurological-deficit",),
)
