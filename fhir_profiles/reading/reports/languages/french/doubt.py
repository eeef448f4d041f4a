"""French words of doubt, condition, question and plan.

What may not live here: denial (`denial`), and time and persons (`cues`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import Cue, Direction, cues
from fhir_profiles.reading.reports.mention import Polarity

_ON, _BACK, _AROUND, _ALL = Direction.AFTER_IT, Direction.BEFORE_IT, Direction.AROUND_IT, Direction.SENTENCE
_LY: Final = r"(?:\w+ment )?"
_EXCLUDED: Final = r"(?:exclu|elimin|ecart|infirm|refut|recus)(?:e|ee|s|es|ees)?"
_CONFIRMED: Final = (
    r"(?:(?:confirm|affirm|prouv|demontr|document|authentifi|valid)(?:e|ee|es|ees)|etablie?s?|certaine?s?"
    r"|formelle?s?|formels?"
    r"|evidente?s?|franche?s?|francs?|demontrables?)"
)
_JUDGED: Final = (
    r"(?:evaluable|analysable|accessible|appreciable|interpretable|determinable)s?"
    r"|(?:appreci|analys|evalu|determin|precis|jug|tranch|conn|explor)\w{1,3}"
)
_TO_EXCLUDE: Final = r"(?:exclure|eliminer|ecarter|affirmer|confirmer|infirmer|trancher|recuser|eloigner)"
_CANNOT: Final = (
    r"(?:ne|n') ?(?:peut|peuvent|pouvait|pouvaient|pourrait|saurait|sauraient|a pu|ont pu|pouvant|pouvons|permet"
    r"|permettent|permettant|permettrait)"
)
_WEIGHT: Final = (  # what an argument is that settles it
    r"(?:formel|certain|franc|franche|convaincant|evident|indiscutable|patent|net|nette|probant|decisif|absolu"
    r"|suffisant|definitif|univoque"
    r"|solide|direct|majeur|irrefutable|clair|manifeste|objectif)(?:l?e)?s?"
)
_DOUBT: Final = (
    r"(?:(?:tres |peu |hautement |fortement |assez |plus que |seulement |simplement )*"
    r"(?:possible|probable|improbable|equivoque|discutable|potentiel|potentielle|hypothetique|vraisemblable"
    r"|envisageable|plausible|concevable|incertain|incertaine"
    r"|douteux|douteuse|presumee?|supposee?|suspectee?|suspecte?|evoquee?|soupconnee?|indeterminee?|eventuel"
    r"|eventuelle|craint|crainte"
    r"|litigieux|litigieuse|putatif|pressentie?|redoutee?|imprecise?|sujet a caution"
    r"|sujette a caution|debattue?)s?)"
)
AT_END: Final = (  # it stands behind its noun: nothing that it could belong to follows
    r"(?=\s*(?:$|[.,;:)?(]|(?:de|du|des|d|en|a|au|aux|sur|avec|mais|et|ou|sans|dans|par|chez|sous|non|lors"
    r"|devant|l|la|le|ce|cette|d'apres|selon|compte|\w+ment)\b))"
)

_SEEN_IN_IMAGES: Final = (
    "canal-extension", "cord-compression", "posterior-wall", "soft-tissue-extension", "foraminal-extension", "collapse",
    "close-to-neural-structure", "close-to-viscus", "matrix", "size", "fracture-risk", "intra-articular",
)  # fmt: skip

ASKED: Final[tuple[Cue, ...]] = (
    cues(  # offered and declined
        Polarity.CONDITIONAL,
        _AROUND,
        r"(?:recusee?s?|refusee?s?|declinee?s?|contre-?indiquee?s?|non souhaitee?s?) (?:par|pour|devant|compte)"
        r"|(?:a refuse|refuse|decline|pas candidate? (?:a|pour)|recusee? (?:pour|d'une?))",
        of=("previous-radiotherapy", "metal-near-level", "wish-told"),
    ),
    Cue(  # "if it fails, radiotherapy": the treatment stands in the other half of the sentence
        Polarity.CONDITIONAL,
        _ALL,
        re.compile(r"(?:^|(?<=[;.] ))(?=(?:en cas|si|s'il|s'ils)\b[^,;]*,)"),
        of=frozenset({"previous-radiotherapy", "metal-near-level"}),
    ),
    Cue(
        Polarity.ABSENT,
        _BACK,
        re.compile(r"\? ?(?:non|aucune?|negati\w+|absente?s?|pas)\b(?=\s*(?:$|[.,;]|sur|a ce|au|en|ce jour))"),
    ),
    Cue(Polarity.CONDITIONAL, _ALL, re.compile(r"^\?\s*(?=\w)|^question posee|^intitule de la demande")),
    cues(
        Polarity.CONDITIONAL,
        _ON,
        r"(?:a la |en |pour )?recherche(?! de primitif)|rechercher(?:a|ons|ait|ez)?",
        r"(?:pour|afin d[e']|merci d[e']|prier? d[e']|veuillez|priere d[e']|svp|il faudra|demande (?:pour|d[e']"
        r"|afin d[e'])|(?:but|objectif|souci|necessite) (?:d[e']|est d[e'])"
        rf"|de facon a|adressee?s? pour|realisee?s? pour|destinee?s? a) ?(?:bien vouloir )?{_LY}"
        r"(?:eliminer|exclure|ecarter|depister|preciser|evaluer|rechercher|detecter|verifier|guetter|surveiller"
        r"|apprecier|confirmer ou)",
        r"(?:merci|priere) d[e'] ?(?:bien vouloir )?\w+(?: s'il (?:existe|y a)| si| l'existence| la presence)?",
        r"a (?:rechercher|eliminer|surveiller|depister|guetter)|surveiller|guetter|depistage|depister|surveillance",
        r"en cas|en presence|dans l'(?:eventualite|hypothese)|au cas ou|en l'absence de traitement",
        r"si|s'il|s'ils|s'elle|des lors qu'?|lorsqu'?|tant qu'?|a condition|a moins qu?e?|quand|des que|pour peu que",
        r"question(?: posee)?s?|intitule|motif(?: de (?:la )?demande)?",
        r"(?:l'apparition|la survenue|la presence|la constatation|la decouverte|l'existence|la persistance|une?"
        r"|le|la|tout|toute)"
        r"(?= .{3,60}\b(?:\w+erait|\w+eraient|devra|devront|imposera|justifiera|necessitera|contre-indiquera"
        r"|ferait|conduirait|amenerait)\b)",
        r"(?:pour|afin d[e']|but d[e']|a|demande d[e']) ?(?:savoir|voir|determiner)(?= (?:si|s'il|s'ils|s'elle)\b)(?: s\w*)?",
        r"(?:^|(?<=: )|(?<=, ))(?:eliminer|exclure|ecarter|rechercher|preciser|apprecier|evaluer)",
        r"(?:devant|des) (?:toute|la moindre|l'|une)(?: ?(?:apparition|survenue))?|(?:toute"
        r"|sauf)(?: en cas d[e'])? ?(?:apparition|survenue|nouvelle apparition)|(?:au|le) moindre(?: signe)?"
        r"|a la moindre",
        r"recherchons|recherchent|demande (?:d'avis |d'evaluation |de bilan )?(?:pour|sur|quant)",
        r"(?:pour )?ne pas meconnaitre|(?:s'assurer|verifier|controler) (?:de )?(?:l'absence"
        r"|l'integrite)(?: d[eu'])?",
        r"prevention|prevenir|eviter|evite|prophylaxie|pour prevenir",
    ),
    cues(
        Polarity.CONDITIONAL,
        _AROUND,
        r"(?!(?:consid|lib|gen|op|alt|tol|sugg|adh|temp|mod|prof|rev|ser|diff|ins|transf"
        r"|prol)erai)\w{2,}(?:erait|eraient)",
        r"(?:fe|au|se|dev|faud|condui|rend|remett|reclame|viend|obtiend|permett|interdi|compromett)r(?:ait"
        r"|aient)(?! (?:compatible|evocat|en faveur|plutot|eu|ete|du a|lie|secondaire))",
        r"(?:pourrait|pourraient|peut|peuvent|risquent?|risque) (?:de )?(?:\w+ment )?(?:survenir|apparaitre"
        r"|se (?:produire|developper|constituer)|s'installer|entrainer|conduire|aboutir)",
        r"doi(?:t|vent) (?:faire |etre )?(?:consulter|adresses?|adressee?s?|reconsult\w+|alert\w+|recherch\w+"
        r"|signal\w+|conduire)",
    ),
)

FEARED: Final = cues(  # "informed of the risk of paraplegia"
    Polarity.CONDITIONAL,
    _ON,
    r"risques?(?: (?:de|d'))?",
    of=("neurological-deficit", "cord-compression", "canal-extension", "foraminal-extension"),
)

BETTER: Final = cues(  # but how far is not told
    Polarity.UNCERTAIN,
    _BACK,
    r"(?:(?:a|ont|est|sont|avait|en|partiellement|nettement) )*(?<!totalement )(?<!completement )(?<!entierement )"
    r"(?:regress|recuper|amelior|amend)\w*",
    of=("neurological-deficit",),
)

HEDGED_DENIAL: Final[tuple[Cue, ...]] = (
    cues(
        Polarity.UNCERTAIN,
        _BACK,
        r"(?:de |d')(?:nature|origine|etiologie|signification|cause|histologie) (?:\w+ment )?(?:indeterminee?"
        r"|incertaine?"
        r"|inconnue?|douteuse|non (?:precisee?|determinee?|etablie?|elucidee?)|imprecise|equivoque)",
        of=("nature", "primary"),
    ),
    cues(  # "not assessable for epidural tumour"
        Polarity.UNCERTAIN,
        _ON,
        r"(?:(?:non|pas|mal|difficilement|peu) (?:analysable|evaluable|interpretable|explorable|appreciable|exploree?)"
        r"|inanalysable|ininterpretable|inexploitable)s? (?:pour|quant (?:a|au|aux)|en ce qui concerne"
        r"|concernant|du point de vue)",
        r"(?:ne permet(?:tent|tant)? pas|insuffisante?s? pour|gen\w+|limit\w+|entrav\w+|rend\w* (?:difficile"
        r"|impossible|delicat\w*))"
        r" (?:de |d'|l'|une? )?(?:bonne )?(?:analyse|evaluation|etude|exploration|appreciation|analyser|evaluer"
        r"|apprecier|juger)"
        r"(?: (?:de|du|des|d'une?))?",
        of=_SEEN_IN_IMAGES,
    ),
    cues(
        Polarity.UNCERTAIN,
        _BACK,
        r"(?:ne|n') ?(?:semble|parait|semblent|paraissent) (?:pas|plus) (?:\w+ment )?(?:exister"
        r"|etre presente?s?|presente?s?|visibles?|se confirmer|etre visibles?)",
    ),
    cues(
        Polarity.UNCERTAIN,
        _ON,
        r"(?:pas|sans|aucune?|absence|ni|peu|guere)(?: de| d')? ?(?:argument|signe|element|preuve|image|critere"
        r"|anomalie|aspect|stigmate|indice)s?"
        rf"(?: \w+)? {_WEIGHT}(?: (?:pour|de|d'|en faveur))*",
        r"ne (?:confirme|confirment|affirme|affirment|prouve|prouvent|demontre) pas",
        r"(?:sans|pas de|absence de|aucune) (?:certitude|preuve)(?: (?:formelle|absolue|de|d'|quant a))*",
        r"(?:ne|n') ?(?:apport|fourni|retrouv|montr|objectiv)\w* (?:pas|aucune?|guere) ?(?:de |d'"
        rf"|la )?(?:preuve|(?:argument|signe|element|anomalie|image) {_WEIGHT}|certitude)(?: (?:formelle|de"
        r"|d'))*",
        r"(?:pas (?:de |d')|(?:sans|absence (?:de|d')|aucune?) ?)(?:nette?|franche?|evidente?|claire?|certaine?"
        r"|manifeste|indiscutable|veritable)(?! (?:progress|evolu|modif|augment))",
        r"(?:pas|sans|absence|aucune?)(?= (?:de |d')?(?:[\w-]+ ){1,3}(?:nette|net|franche?|evidente?|certaine?"
        r"|manifeste|indiscutable|patente?|formelle?)\b)",
        r"(?:on ignore|on ne sait (?:pas )?|ignorons|il n'est pas (?:connu|clair|su|precise)|savoir|inconnu)(?: si)?",
        rf"(?:on |il |l'(?:irm|examen|imagerie) )?{_CANNOT}(?: (?:pas|donc|aucunement|guere|ici|totalement|de"
        r"|etre))*(?: \w+ment)?(?: d'| de| )?(?:pouvoir )?"
        rf"(?:{_TO_EXCLUDE}|preciser|distinguer|determiner|conclure)",
        r"(?:pas|impossible|difficile|non|delicat|malaise|sans|sans pouvoir"
        rf"|sans qu'on puisse)(?: possible)?(?: de| d'| a)? ?{_LY}(?:pouvoir )?{_LY}{_TO_EXCLUDE}",
        r"n'(?:excluant|exclut|exclue|elimine|eliminant|eliminent|ecarte|ecartant|excluent|infirme"
        r"|infirmant)(?:nt)? (?:pas|donc pas|en rien|nullement)",
        rf"(?:n'est pas|n'est donc pas|reste|demeure|est) {_LY}(?:exclu|elimine|impossible|possible|probable"
        r"|ecarte|sur|etabli|certain) (?:qu|que)",
    ),
    cues(
        Polarity.UNCERTAIN,
        _BACK,
        rf"{_CANNOT} (?:pas |plus |donc |ici |toutefois |cependant "
        rf"|neanmoins )?{_LY}(?:etre )?{_LY}(?:{_EXCLUDED}|{_CONFIRMED}|{_JUDGED})",
        r"(?:n'(?:est|sont|etait|etaient|a|ont)|n'etant|n'ayant|ne semble|ne parait) (?:pas|nullement|point"
        r"|donc pas|guere) (?:ete )?(?:encore |tout a fait |totalement |completement |\w+ment )?"
        rf"(?:{_EXCLUDED}|{_CONFIRMED}|{_JUDGED}|sure?s?)(?! que?\b)",
        rf"(?:non|pas) (?:encore |tout a fait |totalement |\w+ment )?(?:{_EXCLUDED}|{_CONFIRMED}"
        rf"|{_JUDGED})(?! que?\b)",
        r"(?:reste|restent|demeure|demeurent|doit etre|devra etre)? ?a (?:confirmer|demontrer|prouver|etablir"
        r"|definir|verifier|controler|infirmer|preciser|valider|documenter|correler|confronter|reevaluer"
        r"|discuter(?= (?:en imagerie|par|sur)))",
        r"(?<!fracture )(?<!tassement )(?<!effondrement )a (?:redouter|craindre|suspecter|evoquer)(?= ?(?:$"
        r"|[.,;)]|en |sur |au |par ))",
        r"sous reserve|en attente (?:de confirmation|d'histologie|d'anatomopathologie)|mal (?:visible"
        r"|analysable|evaluable|appreciable|vu|vue)s?",
        r"d'(?:appreciation|analyse|evaluation|interpretation) (?:difficile|delicate|limitee|malaisee|sous-optimale)",
        r"difficiles? (?:a |d')(?:affirmer|apprecier|evaluer|exclure|analyser|preciser|juger|interpreter|visualiser)",
        r"difficilement (?:analysable|evaluable|appreciable|visible|interpretable)s?",
    ),
)

DOUBT: Final[tuple[Cue, ...]] = (
    cues(
        Polarity.UNCERTAIN,
        _BACK,
        r"(?:d'origine |de nature )?(?:tumorale?|metastatique|neoplasique|secondaire"
        r"|maligne?)s? ou (?:inflammatoire|oedemateu|œdemateu|infectieu|degenerati|post|cicatriciel|reaction"
        r"|benin)\w*",
        rf"{_DOUBT}(?! (?:d'une?|de|d'|du) (?:\w+ ){{0,1}}(?:metasta|envahi|localisation|lesion|epidur|fractur"
        r"|tassement|infiltr|atteinte|extension|angiome|plasmocy|rupture|myelome|nature))"
        rf"{AT_END}",
    ),
    cues(
        Polarity.UNCERTAIN,
        _ON,
        rf"{_DOUBT}",
        r"(?:tres |plus )?(?:probablement|possiblement|vraisemblablement|peut-etre|eventuellement|presumement"
        r"|sans doute|potentiellement|apparemment|plutot|hypothetiquement|theoriquement)",
        r"(?:forte |faible |haute )?(?:suspicion|soupcon|doute|hypothese|eventualite|possibilite|crainte"
        r"|probabilite|presomption)s?(?: (?:clinique|diagnostique|sur|quant|forte|elevee|radiologique))?",
        r"(?:faisant|fait|font|fera|devant|doit|doivent|devraient|devrait)(?: faire)?(?: d'abord"
        r"| en premier lieu| avant tout)? (?:evoquer|suspecter|craindre|discuter|soupconner|suggerer|penser"
        r"|redouter)(?: (?:en premier lieu|avant tout|d'abord))?",
        r"evocat(?:eur|rice)s?|evoqu(?:e|ent|ant|er|ons|era|erait)|suggestif|suggestive?s?|sugger(?:e|ent|ant"
        r"|erait)|compatibles?(?: aussi bien| autant| tant)?(?: avec)?|en faveur|plaid(?:e|ent"
        r"|ant|erait)(?: (?:pour|en faveur))?",
        r"suspect(?:ons|e|es|er|ant)?|orient(?:e|ent|er|ant|erait)(?: vers)?|argument(?:s)? (?:pour|en faveur)"
        r"|on discute|fait discuter|discuter",
        r"(?:pouvant|peut|peuvent|pourrait|pourraient|semble|semblent|semblant|semblerait|parait|paraissent"
        r"|paraissant|aurait|auraient|doit)(?: (?:correspondre|traduire|temoigner|representer|relever"
        r"|etre|avoir|faire partie|s'integrer|en rapport))?",
        r"serai(?:t|ent)",
        r"a differencier",
        r"indetermine|equivoque|non (?:certain|prouve|confirme)e?s?",
        r"a priori|semble-t-il|laiss\w+ (?:penser|supposer|presumer|craindre|suspecter)|hesit\w+(?: entre)?"
        r"|on (?:suspecte|evoque|soupconne)|en premiere (?:hypothese|intention)|sans certitude",
        r"improbable|peu probable|peu en faveur",
    ),
    cues(
        Polarity.UNCERTAIN,
        _AROUND,
        r"(?:versus|vs\.?)(?! \d)|(?:dossier|information|donnees?) non (?:disponible|transmis)\w*"
        r"|sous toutes? reserves?"
        r"|(?<=1a )ou(?= 1b)|(?<=1b )ou(?= 1c)|(?<=1c )ou(?= 2)|(?<=\b2 )ou(?= 3)",
    ),
    cues(
        Polarity.UNCERTAIN,
        _ON,
        r"soit(?= (?:une? )?(?:metasta|angiome|hemangiome|plasmocyt|myelome|infect|spondylo))",
        of=("nature",),
    ),
    cues(  # a list: "differential: metastasis, lymphoma, infection"
        Polarity.UNCERTAIN,
        _ON,
        r"diagnosti[cq]\w*(?: \w+)? differentiels?(?: (?:avec|entre))?|ddx?|hypotheses?|evoque tour a tour"
        r"|gamme diagnostique",
        far=True,
    ),
    cues(  # "haemangioma or metastasis"
        Polarity.UNCERTAIN,
        _AROUND,
        r"ou(?= (?:bien )?(?:une? |d'une? )?(?:metastase|hemangiome|angiome|plasmocytome|myelome|localisation"
        r"|lesion secondaire|lymphome|osteoblastome|osteome|tumeur a cellules|spondylodiscite|infection|kyste"
        r"|sarcome|chordome|chondrosarcome|osteosarcome))",
        of=("nature",),
    ),
    cues(
        Polarity.UNCERTAIN,
        _ON,
        r"(?:d'allure|d'aspect|d'apparence|allure|d'origine probable)(?! (?:mixte|osteo|lyti|condens|scler"
        r"|blasti|agress|mecan))",
        of=("nature", "primary"),
    ),
    Cue(Polarity.UNCERTAIN, _ON, re.compile(r"(?:^|(?<=[,:;(] )|(?<=[(:]))\?\s*(?=\w)")),
    Cue(Polarity.UNCERTAIN, _BACK, re.compile(r"\?")),
)

PLANNED: Final = cues(
    Polarity.CONDITIONAL,
    _AROUND,
    r"indication (?:de |d'|d'une |a une )(?=(?:radio|irradi|re-?irradi|stereotax|osteosynth|arthrod|stabilis"
    r"|fixation))|projet|devai(?:t|ent)|differee?s?|annulee?s?|reportee?s?|ajournee?s?|prevue?s?|programmee?s?"
    r"|planifiee?s?|sera|seront|envisagee?s?|proposee?s?|a discuter"
    r"|discutee?s?"
    r"|discuter|a envisager|envisager|indiquee?s?|recommandee?s?|conseillee?s?|a venir"
    r"|prochaine?s?|en attente|candidate?|a debuter|debutera|debuteront|commencera|recevra|beneficiera"
    r"|a prevoir|doit etre realisee?|doit debuter|suivie? d'une|se discute|a realiser|prevoir"
    r"|avant (?:la |une )?(?:radiotherapie|irradiation) (?:prevue|programmee|planifiee)|demandee?s?"
    r"|souhaitee?s?|a organiser"
    r"|planning|reste possible|pourra|pourront",
    of=("previous-radiotherapy", "metal-near-level"),
)
