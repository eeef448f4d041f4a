"""French words that turn a denial or a doubt around, offers that are not taken, and doubt said behind.

What may not live here: plain denial (`denial`), plain doubt (`doubt`), and time (`past`, `cues`).
"""

from __future__ import annotations

from typing import Final

from fhir_profiles.reading.reports.lexicon import Cue, Direction, cues
from fhir_profiles.reading.reports.mention import Polarity

_ON, _BACK, _AROUND, _ALL = Direction.AFTER_IT, Direction.BEFORE_IT, Direction.AROUND_IT, Direction.SENTENCE
_NOW: Final = (
    r"(?:aujourd'hui|desormais|a ce jour|ce jour|actuellement|maintenant|a present|donc|ainsi|depuis"
    r"|entre-temps|totalement"
    r"|completement|definitivement|formellement|clairement|raisonnablement|ulterieurement|secondairement|finalement)"
)

TURNED: Final[tuple[Cue, ...]] = (
    cues(  # "it would be wrong to speak of no epidural tumour"
        None,
        _ON,
        r"(?:il (?:serait|est)|ce serait|c'est) (?:faux|inexact|errone|une erreur|abusif|impropre"
        r"|a tort) ?(?:d'|de |que )?"
        r"(?:\w+er |\w+ir |\w+re |dire |de )?(?:a )?(?:l'absence|une absence|absence)(?: de| d')?",
        r"(?:ne|n') ?(?:doi(?:t|vent)|faut|peu(?:t|vent)|saurai(?:t|ent)) pas (?:faire |nous )?(?:rassurer"
        r"|oublier|meconnaitre"
        r"|ignorer|masquer|occulter|negliger|passer sous silence|tromper|surprendre)",
        r"(?:souhait|desir|demand|propos|envisag|discut|prevo|prevu)\w*(?= (?:[\w']+ ){0,4}?(?:debulking"
        r"|cyto-?reduct\w+|reduction|diminution|reduire"
        r"|diminuer|iode|radio-?iode|ira-?therapie|iodotherapie|exerese))",
        r"(?:hernie|fragment|sequestre)s?(?: \w+){0,3} exclue?s?",
        r"(?:n'a|n'ont|n'est|ne sont|n'ayant|n'etant) (?:pas|jamais|guere) (?:encore )?(?:ete )?(?:retire"
        r"|depose|explante|enleve|ote)e?s?",
        r"(?:(?:n'est|ne sont|n'etant|n'apparait) (?:pas|guere)|non|pas) (?:nul|nulle|negligeable|inexistante?"
        r"|rare|mince)s?",
        r"(?:ne|n') ?\w+ (?:pas|aucun) (?:de )?doute|pas de doute|indubitablement|sans conteste|bel et bien",
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        r"(?:il (?:serait|est)|ce serait|c'est) (?:faux|inexact|errone|abusif|excessif|exagere|impropre|a tort) (?:de |d')?"
        r"(?:parler|conclure|dire|affirmer|evoquer|retenir)(?: a| de| d')?",
        r"(?:^|(?<=[.;:] ))(?=(?:de |d')[^,;.]{3,60}, [^,;.]{0,40}?\bn'(?:y )?en \w+ (?:pas|point|plus|jamais|aucun|guere))",
    ),
    cues(
        Polarity.ABSENT,
        _AROUND,
        r"a (?:aucun|nul) (?:moment|niveau|endroit)|en (?:aucun|nul) (?:point|cas|endroit|lieu)|nulle part"
        r"|(?:en|d'|sur) ?aucune (?:facon|maniere|coupe|image|sequence|incidence)",
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        r"loin de(?= (?!etre)\w+(?:er|ir|re)\b)|(?:fait|conduit a|amene a) (?:abandonner|ecarter|recuser|rejeter|exclure)",
    ),
    cues(
        Polarity.CONDITIONAL,
        _ALL,
        r"(?:^|(?<=[.;] ))(?:complications?|risques|signes? d'alerte|consignes?|contre-?indications?"
        r"|criteres?)(?: [\w'-]+){0,4} ?:",
    ),
    cues(  # refused, and never given
        Polarity.ABSENT,
        _BACK,
        r"(?:refus|recus|declin|annul)\w+[^.;]{0,40}?\bn'en a (?:jamais |encore )?(?:recu|eu"
        r"|beneficie)(?: aucune?| jamais| pas)?",
        r"(?:ne|n') ?(?:a|ont|sera|fut|est) (?:\w+ment |donc )?(?:pas|jamais) (?:\w+ment "
        r"|encore )?(?:pu )?(?:etre |ete )?"
        r"(?:faite?s?|realisee?s?|effectuee?s?|delivree?s?|debutee?s?|administree?s?|donnee?s?|recue?s?"
        r"|mise? en oeuvre|posee?s?)",
        of=("previous-radiotherapy", "metal-near-level"),
    ),
    cues(  # decided, not yet done
        Polarity.CONDITIONAL,
        _ALL,
        r"(?:rcp|staff|comite|concertation|reunion|decision|equipe|avis)(?: [\w/.]+){0,5}? (?:retien\w*"
        r"|decid\w+|valid\w+|preconis\w+"
        r"|propos\w+|suggere\w*|recommand\w+|conseill\w+|indiqu\w+|opte\w*|pose l'indication)",
        r"(?:on|nous) (?:retien\w*|decid\w+|preconis\w+|propos\w+|suggere\w*|recommand\w+|conseill\w+|prevo\w+"
        r"|envisage\w+"
        r"|planifi\w+|programm\w+)(?= (?:une?|la|le|l'|de|d'))",
        of=("previous-radiotherapy",),
    ),
    cues(  # sent for it, not yet done; or refused
        Polarity.CONDITIONAL,
        _ON,
        r"(?:adresse\w*|orient\w+|confie\w*|vue?|venu\w*|consult\w+|en vue|candidate?|refus\w*|indication"
        r"|demande|necessite|interet"
        r"|discussion|question|possibilite|faisabilite|contre-indication|avis|dosimetrie|simulation"
        r"|planification|preparation"
        r"|rendez-vous|consultation|prise en charge)(?= (?:[\w']+ ){0,3}?(?:d'|l')?(?:re-?)?(?:radio-?therap"
        r"|irradiation|rayons|stereotaxie|radiochir))",
        of=("previous-radiotherapy",),
    ),
    cues(
        Polarity.CONDITIONAL,
        _ON,
        r"r ?/ ?o|r\.o\.|rule out|elimin\w+ ou confirm\w+|confirm\w+ ou (?:infirm|elimin)\w+",
    ),
    cues(  # "nature of the fracture undetermined": the fracture is there
        Polarity.UNCERTAIN,
        _AROUND,
        r"(?:nature|origine|etiologie|cause|mecanisme|caractere|signification) (?:[\w']+ ){1,9}?(?:(?:est|reste"
        r"|demeure|etant) )?"
        r"(?:\w+ment )?(?:indeterminee?|incertaine?|inconnue?|discutable|discutee?|a (?:preciser|determiner"
        r"|discuter)|non precisee?)",
        of=("nature", "primary"),
    ),
    cues(  # "denies any sphincter trouble"
        Polarity.ABSENT,
        _ON,
        r"(?:nie|nient|niant|nie avoir|a nie|conteste|ne se plaint (?:pas|d'aucune?)|ne rapporte (?:pas"
        r"|aucune?)|ne decrit (?:pas|aucune?)"
        r"|ne signale (?:pas|aucune?))(?: (?:de|d'|tout|toute|avoir|presenter|des|un|une|la|le))*",
        of=("neurological-deficit",),
    ),
    cues(
        Polarity.ABSENT,
        _BACK,
        rf"(?:(?:est|sont|a|ont|semble|parait) )(?:ete )?(?:{_NOW} )+(?:exclu|elimin|ecart|infirm|refut|rejet"
        rf"|abandonn|disparu|leve|resolu"
        r"|resorb)(?:e|ee|s|es|ees|ue|us|ues)?(?! (?:par|de) (?:la|l'|le) doute)",
    ),
)

IMPOSSIBLE: Final = cues(
    Polarity.CONDITIONAL,
    _BACK,
    r"(?:est |etant |jugee? |semble |parait )?(?:impossible|irrealisable|impraticable)s?",
    of=("previous-radiotherapy",),
)

HEDGED: Final[tuple[Cue, ...]] = (
    cues(  # said behind it
        Polarity.UNCERTAIN,
        _BACK,
        r"(?:semble-t-il|a priori|sans certitude|probablement|vraisemblablement|peut-etre|possiblement|apparemment"
        r"|selon toute vraisemblance|sous reserve|sous toute reserve|de facon probable"
        r"|en premiere hypothese)(?=\s*(?:$|[.,;)]))",
    ),
    cues(  # "no clearly visible epidural tumour"
        Polarity.UNCERTAIN,
        _ON,
        r"(?:pas|sans|aucune?|absence)(?= (?:de |d')?(?:(?!mais\b|et\b|ni\b|ou\b)[\w-]+ ){1,4}?(?:nettement"
        r"|clairement|franchement|manifestement|formellement|certainement"
        r"|evidemment) \w+)",
    ),
    cues(  # "of the breast or the lung"
        Polarity.UNCERTAIN,
        _AROUND,
        r"(?<!cancer )(?<!pas )\bou (?:(?:d'un |du |de la |de l'|d'origine |cancer |carcinome "
        r"|primitif )*)(?:sein|poumon|rein|prostate|thyroide|colon"
        r"|bronch\w+|pulmonaire|renale?|mammaire|prostatique|thyroidienne?|digesti\w+|colique|vessie|pancrea\w+"
        r"|ovari\w+)",
        of=("primary",),
    ),
)
HEDGED_LAST: Final = cues(
    Polarity.UNCERTAIN,
    _BACK,
    r"(?:reste |est )?a (?:discuter|preciser|interpreter avec prudence|recontroler)(?=\s*(?:$|[.,;)]))"
    r"|d'interpretation prudente",
    of=(
        "canal-extension",
        "posterior-wall",
        "soft-tissue-extension",
        "foraminal-extension",
        "close-to-neural-structure",
        "close-to-viscus",
        "nature",
    ),
)
