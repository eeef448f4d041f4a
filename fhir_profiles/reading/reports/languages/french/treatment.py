"""French words for earlier treatment: metal and radiotherapy, and how the tumour answered.

What may not live here: what is wished for (`patient`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import Form, forms

_METAL: Final = (
    r"(?:(?:osteosynthese|stabilisation|fixation|montage)s? (?:posterieure |percutanee |rachidienne )?(?:par"
    r"|avec|a l'aide de) "
    r"(?:des |plusieurs |\d+ |deux |quatre |six )?(?:vis|tiges?|plaques?|cages?)(?! a)|(?<![\w-])vis(?!-a-"
    r"| a vis| d'arch| unique)(?: (?:(?:trans)?pediculaire|sacro-?iliaque|ilio-?sacree|cervicale|corporeale"
    r"|articulaire)s?)*(?: et (?:de |d')?(?:tiges?|plaques?))?"
    r"|tiges?(?! pituitaire)(?: (?:d'union|posterieures?|metalliques?))*"
    r"|plaques?(?<!en plaques)(?<!en plaque)(?! (?:de |d'"
    r"|en )?(?:\w+ )?(?:lyse|osteoly|scler|conden|atherom|calcif|pleur))(?: vissees?| cervicales?"
    r"| anterieures?)*"
    r"|cages?(?! thorac| d'esc)(?: (?:intersomatique|inter-?corporeale|expansible|en titane)s?)*"
    r"|(?:materiel|montage|construct)s?(?! (?:tumora|epidura|disca|purulent|charnu|de biops|histo|biops|fecal"
    r"|cicatri|insuff|necro|hemorrag|de ponction|suffisant|analys|et meth|protei|tissu))"
    r"(?: (?:d'osteosynthese|d'arthrodese|metalliques?|de fixation|chirurgica(?:l|ux)|rachidiens?|prothetique"
    r"|de stabilisation|d'instrumentation|posterieur|implante|residuel))*"
    r"|(?:artefact|artefacts) (?:\w+ )?(?:(?:d'origine )?metalliques?|lies? (?:au |a du |aux "
    r"|a la presence (?:de |du |d'un ))(?:materiel|vis|implants?|metal)|de susceptibilite(?: magnetique)?"
    r"|de durcissement|du materiel|ferromagnetiques?|des vis)"
    r"|osteosynthese|arthrodeses?|spondylodeses?|instrumentation|instrumentee?s?|osteosynthesee?s?"
    r"|arthrodesee?s?|fixation (?:par vis|posterieure|rachidienne|percutanee|transpediculaire|interne"
    r"|chirurgicale|vertebrale|metallique)|fixateurs?(?: interne)?"
    r"|implants?(?! (?:tumora|dentaire|coch|mammaire|secondaire))(?: (?:metalliques?|rachidiens?))*"
    r"|elements? metalliques?|structures? metalliques?|metal|prothese discale|crochets?|agrafes? rachidiennes?"
    r"|stabilisation posterieure)"
)
_NO_SPINE_METAL: Final = re.compile(
    r"pacemaker|stimulateur|cheville|malleol|sternal|costal|humer|tibia|radius|scaphoid|mandibul|femur|poignet"
    r"|coude|hanche|genou|dentaire|sternotomie|fils d'acier|epaule|femora|cholecyst"
    r"|necessite (?:de |d'une )|indication (?:de |d'une )|besoin d"
)
_RT: Final = (
    r"(?:(?:radio-?therapies?|irradiations?|radio-?chirurgies?|rth?e?(?= (?:de|sur|ext|ste|ant|en|du)\b)"
    r"|rayons(?! x)|tomotherapie|cyberknife|seances de rayons|srs|sbrt|rcmi|stereotaxie(?= de| sur))"
    r"(?: (?:externe|stereotaxique|antalgique|palliative|conformationnelle|hypofractionnee|rachidienne"
    r"|anterieure|prealable|locale|lombaire|dorsale|initiale|decompressive|recente|ablative|focalisee"
    r"|vertebrale|fractionnee)s?)*"
    r"|irradie(?:e|es|s)?|re-?irradi\w+|\d+(?:[.,]\d)? ?(?:x|×) ?\d+(?:[.,]\d)? ?gy|\d+(?:[.,]\d)? ?gy(?: (?:en"
    r"|x) \d+)?|traitee?s? par rayons)"
)
_OTHER_FIELD: Final = re.compile(
    r"(?:radio-?therapies?|irradiations?|irradiee?s?|rayons)"
    r"(?: (?:externe|adjuvante|complementaire|postoperatoire|anterieure|conformationnelle|recente|ancienne|palliative"
    r"|stereotaxique|hemostatique|antalgique|curative|prophylactique|encephalique|totale)s?)* (?:du|de la|de l'"
    r"|des|d'un|d'une|sur le|sur la|sur l') ?"
    r"(?:sein|poumon|mediastin|prostate|loge|rectum|(?:oe?|œ)sophage|larynx|pharynx|cou\b|aisselle|creux|femur|hanche"
    r"|humerus|epaule|cotyle|bassin|aile|cotes?\b|encephale|cerveau|crane|thyroide|foie|rein\b|vessie|uterus|estomac"
    r"|pancreas|ganglion|lesion (?:costale|iliaque|femorale|cerebrale))"
    r"|mediastin|mammaire|paroi thoracique|loge prostatique|pelvi|encephal|crani|cerebral|axillaire"
    r"|cervico-?faciale|\borl\b|thyroidienne externe|\bhanche|femur|\bcote\b|\bfoie|hepatique|mgy|\bpdl\b"
    r"|\bdlp\b|dose (?:d'irradiation|efficace|delivree au patient)"
    r"|\bsein (?:droit|gauche)?\b.{0,10}irradi|sein irradie|post-?radique|radique|naif|irradiation du patient"
    r"|externe du sein|du sein en|prostatique"
)
_GAP: Final = r"(?:[\s,(']+(?!(?:mais|sans|pas|non|et)\b)[\w/.-]+){0,8}?[\s,:()']+"
_NO_ANSWER: Final = (
    r"(?:en echec|(?:actuellement |puis |depuis |desormais |mais )*en (?:progression|recidive)|echecs?|echouee?"
    r"|a echoue|n'a pas (?:fonctionne|ete efficace|soulage|permis|eu d'effet)"
    r"|sans (?:\w+ )?(?:effet|efficacite|benefice|reponse|succes|resultat|amelioration|soulagement)"
    r"|inefficaces?|insuffisante|inoperante|non efficace"
    r"|peu efficace|pas d'(?:effet|efficacite|amelioration)|n'ayant pas (?:ete |permis |eu |soulage )?\w*"
    r"|n'a (?:guere|que peu|apporte aucun)\w*|avec (?:progression|recidive|mauvaise reponse|reprise evolutive))"
)
_PROGRESS: Final = (
    r"(?:progress\w+|recidiv\w+|evoluti(?:f|ve)s?|evolution(?! (?:\w+ )?(?:favorable|positive))(?: \w+)?"
    r"|rechut\w+|repousse|reprise(?: (?:evolutive"
    r"|douloureuse))?|poursuite evolutive|persistance (?:de la |des )douleurs?|douleurs? persistantes?|recurrence"
    r"|majoration)"
)
_ANSWER: Final = (
    r"(?:(?:bonne|excellente|nette|tres bonne|franche) )?(?:reponse(?! (?:non|inconnue|a evaluer|indeterminee"
    r"|attendue|a preciser))|evolution (?:clinique |locale )?(?:favorable|positive)|amelioration|regression"
    r"|soulagement"
    r"|remineralis\w+|recalcifi\w+|sedation|remission|efficacite|effet antalgique|efficace|recondensation"
    r"|re-?condens\w+|reossifi\w+|succes|resultat antalgique|diminution de la douleur|benefice)"
)

TREATMENT: Final[tuple[Form, ...]] = (
    forms("metal-near-level", _METAL, unless=_NO_SPINE_METAL, lasting=True),
    forms(
        "metal-near-level",
        r"(?:ablation|depose|retrait|explantation|exerese|enlevement|extraction)s? (?:complete |totale "
        r"|partielle |recente |chirurgicale )*(?:de |du |des |d'|de la |de l'|de tout "
        rf"|de l'ensemble du )?(?:le |la )?(?:\w+ ){{0,2}}?{_METAL}",
        rf"{_METAL}(?:,? [\w/'-]+){{0,4}}? (?:a |ont |avait |avaient |est |sont |etaient )?(?:ete )?(?:depuis "
        r"|entre-temps |secondairement |totalement |integralement )?(?:retire|depose|explante|enleve|ote)e?s?",
        rf"(?:retire|depose|explante|enleve)e?s? (?:de |du |des |le |la |les )*{_METAL}",
        value="removed",
        closed=True,
        lasting=True,
    ),
    # radiotherapy
    forms(
        "previous-radiotherapy",
        rf"{_RT}{_GAP}{_NO_ANSWER}",
        rf"(?:en echec|echecs?)(?: \w+){{0,2}}? (?:apres |de |d'|a |suite a |post-?)(?:la |une |l'"
        rf"|cette )?(?:\w+ )?{_RT}",
        r"(?:n'a pas|n'ayant pas|n'ont pas|ne) (?:repondu?|pas repondu|repond pas|repond|ete (?:soulagee?"
        rf"|controlee?|amelioree?))(?: \w+)? (?:a|par|apres) (?:la |l'|une |cette )?{_RT}",
        r"(?:non[- ]repondeu(?:r|se)|refractaires?|resistante?s?|absence de reponse|sans reponse"
        r"|pas de reponse|(?:faute|defaut) de reponse|aucune reponse|mauvaise reponse|non[- ]reponse"
        r"|reponse (?:insuffisante|mediocre"
        rf"|nulle)|insensible)(?: \w+)? (?:a|apres) (?:la |l'|une |cette )?{_RT}",
        rf"{_PROGRESS}(?: [\w']+){{0,4}}? (?:deja|prealablement|anterieurement|precedemment) irradiee?s?",
        # "irradiated, goes on growing"
        rf"(?:deja |prealablement )?{_RT},?(?: (?!(?:ne|n|pas|non|sans|plus)\b)[\w']+){{0,5}}?,? (?:et |qui |mais )?"
        r"(?:(?:continue|continuant|poursuit) (?:de |a |sa )?(?:progress|evolu|croi|gross|grandi|augment)\w*"
        r"|(?:progresse|recidive|regrossit|s'aggrave|augmente|rechute)(?: |$|[.,;]))",
        rf"(?<!pas de )(?<!sans )(?<!aucune )(?<!absence de )(?<!ni )(?<!ni de )(?<!sans signe de )"
        rf"(?<!pas de signe de )(?<!pas d')"
        rf"{_PROGRESS}(?:,? [\w']+){{0,5}}? (?:apres|malgre|en depit de|sous|post|suivant|au decours de"
        r"|a distance de|en (?:territoire|zone|champ)|dans (?:le |un )?(?:territoire|champ)|en)[- ]?(?:(?:la"
        rf"|l'|une|cette|de|d') ?)*(?:\w+ )?{_RT}",
        r"(?:absence|pas|sans|aucune?)(?: d[e'])? ?(?:benefice|efficacite|effet|amelioration|soulagement"
        rf"|reponse|succes|resultat)(?: \w+){{0,2}}? (?:de|a|apres|sous) (?:la |l'|une |cette )?{_RT}",
        rf"(?:resistante?s?|persistante?s?|rebelles?)(?: \w+)? (?:a|apres|malgre) (?:la |l'|une |cette )?{_RT}",
        r"radio-?resistante?s?(?:[^.;]{0,40}?(?:radiotherapie|irradiation))?",
        rf"(?:malgre|en depit de) (?:la |l'|une )?{_RT},?(?: [\w']+){{0,4}}? {_PROGRESS}",
        value="failed",
        closed=True,
        lasting=True,
        unless=_OTHER_FIELD,
    ),
    forms(
        "previous-radiotherapy",
        rf"{_RT}(?:[\s,(']+(?!(?:mais|sans|pas|non|et|aucune?|en echec"
        rf"|echec)\b)[\w/.-]+){{0,7}}?[\s,:()']+(?:avec |et )?(?:une )?{_ANSWER}",
        rf"{_ANSWER}(?: [\w']+){{0,4}}? (?:a|depuis|apres|post|sous|suite a|grace a|au decours de)[- ]?(?:(?:la"
        rf"|l'|une|cette) ?)?(?:\w+ )?{_RT}",
        r"(?:repond|repondu|repondant|repondeu(?:r|se)|ameliore|controlee|(?:bien|localement) controle"
        r"|stabilise|remineralise|recalcifie"
        rf"|soulage|regresse)\w*(?: [\w']+){{0,3}}? (?:a|apres|par|suite a) (?:la |l'|une |cette )?{_RT}",
        value="responded",
        lasting=True,
        unless=_OTHER_FIELD,
    ),
    forms(
        "previous-radiotherapy",
        rf"{_RT}, (?:avec )?(?:une )?(?:tres )?(?:bonne|excellente) (?:reponse|evolution)(?: locale)?",
        value="responded",
        closed=True,
        lasting=True,
        unless=_OTHER_FIELD,
    ),
    forms(  # "no recurrence after radiotherapy, good response": that it was given is not denied
        "previous-radiotherapy",
        rf"(?:pas de|pas d'|sans|aucune?|absence de|absence d'|ni)(?: signe de| signe d'| nouvelle"
        rf"| argument pour une?)? ?{_PROGRESS}"
        rf"(?:,? [\w']+){{0,5}}? (?:apres|depuis|sous|au decours de|a distance de|en (?:territoire|zone|champ))[- ]?"
        rf"(?:(?:la|l'|une|cette|de|d') ?)*(?:\w+ )?{_RT}(?!,? (?:avec )?(?:une )?(?:tres )?(?:bonne"
        rf"|excellente) reponse)",
        value="given",
        closed=True,
        lasting=True,
        unless=_OTHER_FIELD,
    ),
    forms(  # "T8 not included in the field"
        "previous-radiotherapy",
        r"(?:non|pas|jamais) (?:ete )?(?:inclu|compris|couvert|concern|englob)\w* (?:dans|par) (?:le |la |les "
        r"|l')?(?:champs?|volume"
        r"|irradiation|radiotherapie|faisceau)s?",
        r"(?:hors|en dehors) (?:du |des |de )?(?:champs?|volume)s? (?:d'irradiation|de radiotherapie|irradie"
        r"|de traitement)s?",
        denied=True,
        closed=True,
        lasting=True,
    ),
    forms("previous-radiotherapy", _RT, value="given", unless=_OTHER_FIELD, lasting=True),
    forms(
        "previous-radiotherapy",
        r"(?:naif|naive|vierge)s? (?:de )?(?:toute? )?(?:radiotherapie|irradiation)(?: \w+)?",
        denied=True,
        closed=True,
        lasting=True,
    ),
)
