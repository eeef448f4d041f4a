"""French words for what concerns the patient: primary, neurological deficit, wishes.

What may not live here: the lesion (`tumour`), its surroundings (`structures`), earlier treatment (`treatment`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import Form, forms

_CANCER: Final = (
    r"(?:cancers?|carcinomes?|adeno-?carcinomes?|k\b|adk|neoplasies?|neoplasmes?|neo|primitifs?"
    r"|tumeurs?(?: primitives?)?|origine|metastases?|metastatique|localisations? secondaires?|lesions? secondaires?"
    r"|malignite|secondaires?|secondarisme|provenance)"
)
_MORE: Final = (
    r"(?:[\s,]+(?:unique|isolee?|solitaire|osseu\w+|vertebra\w+|rachidien\w+|lytiques?|osteolytiques?"
    r"|condensantes?|mixtes?|connue?|multiples?|primitif|metastatique|a petites cellules|non|papillaire"
    r"|folliculaire|vesiculaire|medullaire|canalaire|lobulaire|infiltrant|epidermoide"
    r"|anaplasique|differencie|probable|d'origine|d'un|d'une|de|du|d'|cancer|carcinome|adenocarcinome|primitif"
    r"|tumeur|neoplasie|origine|a point de depart|type|hormono-?sensible|triple negatif|operee?|a|cellules"
    r"|claires|peu|bien|invasif|localise|epithelial|invasive))*"
)


def _primary(value: str, *organs: str, nouns: str, alone: str = "") -> Form:
    """Organs as adjectives ("mammaire") and as nouns with what stands before them ("du sein")."""
    named = "|".join(organs)
    more = (alone,) if alone else ()
    return forms(
        "primary",
        rf"{_CANCER}{_MORE}[\s']+(?:{named})",
        rf"{_CANCER}{_MORE}(?:[\s']+(?:du|de la|de l'|de|d'|des|au|a la|au niveau du) ?|\s?:\s(?:le |la |l')?"
        rf"|\s\(|\s)(?:{nouns})",
        r"(?:primitif|origine|tumeur primitive|cancer primitif|neoplasie primitive"
        rf"|point de depart)(?: \w+){{0,2}}? (?:est|etant|serait|semble|apparait|etait"
        rf"|:)(?: \w+ment)?(?: d'origine)? (?:{named})",
        rf"(?:primitif|tumeur primitive|cancer primitif|point de depart)(?: \w+){{0,2}}? (?:est|serait|semble"
        rf"|etait)(?: \w+ment)? (?:le |la |l'|au niveau d[eu] |du |de la )(?:{nouns})",
        *more,
        value=value,
        lasting=True,
    )


_NO_NERVE: Final = re.compile(
    r"prostat|d'effort|adenome|irritati|infection|cystite|hyperactiv|urgenturie|medicament|morphin|opio"
    r"|anticholin|cortico|asthen|generalise"
    r"|sarcopen|denutri|\bavc\b|poliomy|hemiple|parkinson|cerebr|(?:fait|raison|cause) de (?:la |ses )?douleur"
    r"|antalgi|(?:par|pour) douleur"
    r"|obstacle|sondage systematique|calcul|faciale?"
)
"""What weakness or retention come from when no nerve is pressed."""
PATIENT: Final[tuple[Form, ...]] = (
    # primary
    _primary("thyroid", "thyroidien(?:ne|nes|s)?", nouns="thyroide"),
    _primary(
        "kidney",
        "renale?s?",
        "rena(?:l|ux)",
        nouns="rein(?: droit| gauche)?",
        alone=r"hypernephrome|carcinome a cellules claires(?: du rein)?|ccr|rcc|tumeur de grawitz",
    ),
    _primary("prostate", "prostatiques?", nouns="prostate"),
    _primary(
        "lung",
        "broncho-?pulmonaires?",
        "bronchiques?",
        "bronchogeniques?",
        "(?<!metastase )(?<!metastases )(?<!secondaire )(?<!secondaires )pulmonaires?",
        nouns="poumon(?: droit| gauche)?|bronches?|lobe \\w+ (?:droit|gauche)",
        alone=r"cbnpc|cbpc|cpnpc|pancoast(?:-tobias)?|cnpc|adenocarcinome pulmonaire",
    ),
    _primary("breast", "mammaires?", "senologiques?", nouns="sein(?: droit| gauche)?"),
    _primary(
        "other",
        "coliques?",
        "colo-?recta(?:l|le|ux|les)",
        "recta(?:l|le|ux|les)",
        "gastriques?",
        "hepato-?cellulaires?",
        "pancreatiques?",
        "vesica(?:l|le|ux|les)",
        "urotheliale?s?",
        "ovariens?(?:ne)?s?",
        "endometria(?:l|le|ux|les)",
        "uterine?s?",
        "(?:o|œ)e?sophagiens?(?:ne)?s?",
        "testiculaires?",
        "cortico-?surrenaliens?(?:ne)?",
        "digesti(?:f|ve)s?",
        "epidermoide orl",
        "laryngee?s?",
        "cutanee?s?",
        "neuro-?endocrines?",
        nouns=(
            r"colon|rectum|sigmoide|estomac|foie|pancreas|vessie|ovaires?|endometre|col(?: uterin| de l'uterus)?"
            r"|uterus|(?:o|œ)e?sophage|testicule|vesicule biliaire|larynx|pharynx|grele|anus|melanome"
            r"|cholangiocarcinome|voies biliaires|sphere orl|surrenale|voies aerodigestives superieures|vads|peau"
        ),
        alone=r"melanomes?(?: malin| metastatique)?|hepato-?carcinomes?|hepatocarcinome|chc|cholangiocarcinomes?",
    ),
    # neurological state
    forms(
        "neurological-deficit",
        r"(?:examen |etat |status |statut |bilan |plan )?neurologiqu(?:e|ement)(?:,)? (?:(?:est|reste"
        r"|strictement|parfaitement|tout a fait|actuel|ce jour|clinique|sommaire) )*(?:normal|intact|intacte"
        r"|sans (?:particularite|anomalie|deficit)|sp\b|ras|rassurant|inchange et normal|conserve|preserve)",
        r"(?:pas|sans|absence|aucun|ni)(?: de| d'| d)?(?: signe de| signe)? ?(?:deficit|trouble|atteinte"
        r"|symptome|signe|anomalie|complication|retentissement)s? (?:(?:deficitaire|clinique|focal"
        r"|nouveau) )*(?:neurologiques?|focal|deficitaires?)(?: (?:focal|clinique|associe|patent|deficitaire))*",
        r"(?:pas|sans|absence|aucun)(?: de| d'| d)? ?(?:nouveau )?deficits?(?! (?:moteur|sensiti|radicul"
        r"|sphinct|sensori|des |du |de |osseux|corporeal|en ))(?: neurologiques?)?(?: focal| associe)?",
        r"indemne de (?:tout )?deficit(?: neurologique)?|deficit neurologique : (?:non|aucun|neant|absent)"
        r"|neurologiquement,? (?:pas de deficit|rien|ras)|neurologiquement indemne"
        r"|neurologie ?: ?(?:sans particularite|normale?|ras|sp|intacte?)|non deficitaire",
        value="none",
        closed=True,
    ),
    forms(
        "neurological-deficit",
        r"(?:n'est plus|ne peut plus|incapable|impossibilite|incapacite|dans l'impossibilite"
        r"|perte)(?: [\w']+){0,3}? (?:de |a |de la )?(?:marcher|marche|tenir debout|se lever)",
        value="motor",
        closed=True,
        unless=_NO_NERVE,
    ),
    forms(
        "neurological-deficit",
        r"(?:para|tetra|quadri)-?(?:paresies?|plegies?|paretiques?|plegiques?)",
        r"(?:deficit|faiblesse|paresie|baisse de force|perte de force|diminution de (?:la )?force|deficience"
        r"|trouble|atteinte|paralysie)s?(?: (?:moteur|motrice|musculaire|proximal|distal|progressi\w+|recente?"
        r"|bilateral)\w*)*(?: (?:de |des |du |aux |au niveau des |d'un |dans les |cotee? .{1,8} des )(?:(?:deux"
        r"|quatre) )?(?:membres?|jambes?|cuisses?|mi|bras|extremites)(?: (?:inferieur|superieur)s?)?)",
        r"(?:deficit|trouble|faiblesse"
        r"|deficience)s? (?:neurologique )?(?:sensitivo-?)?moteurs?(?! (?:radiculaire|[ls]\d|du pied"
        r"|du territoire))|deficit sensitivo-?moteur|(?<=deficit sensitif ni )moteur"
        r"|(?<=deficit sensitif ou )moteur|deficit de force|faiblesse motrice|faiblesse musculaire",
        r"(?:force|testing|cotation)(?: \w+){0,3}? (?:a |cotee? (?:a )?|evaluee? a |diminuee? a )?[0-4] ?(?:/"
        r"|sur) ?5(?: \w+){0,2} membres?(?: \w+)?",
        r"(?<!mono)(?<!para)(?<!tetra)paresies?(?! (?:facia|radicul|recurren|d'un|du|des releveurs|de la corde"
        r"|[ls]\d))",
        r"(?:marche|station debout) (?:devenue |est )?impossible|ne (?:marche|tient) plus(?: debout)?"
        r"|moteurs?(?= ni| ou sphinct)|troubles? de la marche(?= d'origine)|monoparesies?|monoplegies?"
        r"|testing moteur (?:a|diminue)\w*",
        value="motor",
        unless=_NO_NERVE,
    ),
    forms(
        "neurological-deficit",
        r"(?:hypo-?esthesie|anesthesie|deficit(?: sensitif| moteur| sensitivo-moteur)?"
        r"|paresthesies? deficitaires?|faiblesse|paresie|perte de sensibilite|trouble sensitif|parese"
        r"|hypesthesie|engourdissement|atteinte deficitaire)s?(?: \w+){0,2}? (?:mono-?"
        r"|pluri-?)?radiculaires?(?: [cls]\d)?",
        r"(?:hypo-?esthesie|anesthesie|hypesthesie|deficit(?: sensitif| moteur| sensitivo-moteur)?"
        r"|perte de sensibilite|paresie|parese|faiblesse|engourdissement"
        r"|trouble sensitif)s?(?: \w+){0,2}? (?:d'un |du |dans le |dans un |de la |d'une seule |sur le "
        r"|limitee? (?:au|a la|a un) |le long du |en )?(?:(?:seul )?(?:territoire|dermatome|myotome|racine"
        r"|metamere|trajet)s?(?: (?:de la racine|radiculaire|sensitif))* ?(?:de |d')?(?:[cls]\d)?|[cls]\d\b)",
        r"(?:hypo-?esthesie|anesthesie|hypesthesie|deficit sensitif|engourdissement)[^;.]{1,40}?,? (?:dermatome"
        r"|territoire|racine|de topographie) ?(?:radiculaire )?(?:de )?(?:[cls]\d)?",
        r"(?:atteinte|syndrome) (?:mono-?)?radiculaire deficitaire|monoradiculaire",
        r"(?:pieds? (?:tombants?|droit tombant|gauche tombant)|steppages?"
        r"|deficit (?:moteur )?d[eu]s? (?:releveurs?|fibulaires?|(?:la )?flexion dorsale|quadriceps"
        r"|triceps)(?: \w+)*|paresie d[eu]s? (?:releveurs?|quadriceps)(?: \w+)*"
        r"|releveurs? (?:cotee?s? )?a? ?\d ?/ ?5)",
        value="root",
    ),
    forms(
        "neurological-deficit",
        r"(?:retention|globe|incontinence)s?(?: (?:aigue?|chronique|recente?))?(?: (?:d'urines?|urinaire"
        r"|vesica\w+|fecale?s?|anale?s?))*(?: et (?:fecale|anale|urinaire))?(?! (?:de (?:produit|contraste"
        r"|sodium|gaz|bile|fluide)|hydro|biliaire|mitral|tricuspid|aorti|placent|azote|lacrym|oculaire"
        r"|salivaire|valvul|pigment|stercoral|gastri))",
        r"(?:trouble|dysfonction|atteinte|paralysie|deficit|dysfonctionnement|beance|perturbation|symptome"
        r"|signe)s? (?:genito-?|vesico-?|ano-?)?(?:sphincterien(?:ne)?s?|urinaires?|vesicaux|du sphincter"
        r"|anorectaux|mictionnels?|de la miction|genitosphincterien(?:ne)?s?|des sphincters)"
        r"|sphincterien(?:ne)?s?",
        r"anesthesie en selle|hypoesthesie en selle|dysurie neurologique|beance anale",
        value="sphincter",
        unless=_NO_NERVE,
    ),
    forms(
        "neurological-deficit",
        r"(?:sphincters?|continence|miction|fonctions? (?:sphincterienne|vesicale"
        r"|urinaire)s?)(?: \w+){0,2} (?:conserve|norma|intact|respecte|preserve)\w*",
        value="sphincter",
        denied=True,
        closed=True,
    ),
    # wishes
    forms(
        "wish-told",
        r"debulking|(?:geste |chirurgie |traitement )?(?:de )?cyto-?reduct(?:ion|eur|rice)s?(?: tumorale"
        r"| chirurgicale)?|reduction de masse tumorale|decompression tumorale|exerese de reduction",
        value="debulking",
    ),
    forms(
        "wish-told",
        r"(?:reduction|diminution)s? (?:\w+ )?(?:(?:de |du |d'|volumique|tumorale|de la |de sa ) ?)*(?:volume"
        r"|taille|masse|volumique)?(?: (?:tumora\w+|lesionnel\w*|volumique|de la (?:lesion|tumeur|masse"
        r"|metastase)))+",
        r"(?:reduction|diminution) (?:de la taille|du volume|de la masse|de taille|du diametre) (?:de la "
        r"|de cette |de l'|du |des )?(?:lesion|tumeur|metastase|masse|localisation|processus)\w*",
        r"(?:reduction|diminution) (?:du|de) volume(?: \w+)?|reduction (?:volumique|volumetrique"
        r"|tumorale)(?: (?:tumorale|volumique))?",
        r"(?:volume|masse|taille)(?: tumora\w+)? (?:a|doit etre|devra etre) (?:reduire|reduite?|diminuer)",
        r"(?:reduire|diminuer|faire diminuer|faire regresser) (?:le |la |sa |au maximum )*(?:volume|taille"
        r"|masse|tumeur|lesion|metastase)(?: tumorale?| de la \w+)?",
        value="size-reduction",
        unless=re.compile(
            r"hauteur|reduction (?:du volume |de taille )?(?:spontanee|constatee|observee|nette)|par rapport"
            r"|depuis|sous traitement"
        ),
    ),
    forms(
        "wish-told",
        r"ira-?therapie(?: \([^)]*\))?|iode (?:radioactif|radio-?actif|131|i-?131)|radio-?iode|(?:i-?131"
        r"|131-?i)|iodotherapie|(?:traitement|therapie)(?: metabolique)? par (?:l')?iode"
        r"|traitement (?:radio)?isotopique a l'iode",
        value="radioiodine",
        unless=re.compile(r"scintigraph|avide|refractaire|fixation|captation|balayage"),
    ),
)
