"""French words of denial, doubt, time, condition and person.

What may not live here: findings (`structures`, `tumour`, `patient`), and where one statement ends (`borders`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import Cue, Direction, cues
from fhir_profiles.reading.reports.mention import Polarity

_ON, _BACK, _AROUND, _ALL = Direction.AFTER_IT, Direction.BEFORE_IT, Direction.AROUND_IT, Direction.SENTENCE
_SEEN: Final = (
    r"(?:vue?s?|visibles?|(?:visualis|retrouv|identifi|individualis|decel|detect|objectiv|not|observ|constat|montr|demontr|document"
    r"|rencontr|signal|rapport|present|trouv|prouv|caracteris|diagnostiqu|reconnu|discern|percept|mesur|appreci|decri)"
    r"(?:e|ee|es|ees|s|t|te|ts|tes|able|ables|ible|ibles)?|mis(?:es?)? en evidence|apparente?s?|evidente?s?|patente?s?|releve?e?s?)"
)
_IS: Final = r"(?:est|sont|etait|etaient|a|ont|avait|reste|restent|semble|apparait|soit|fut|etant)"
_NOT: Final = r"(?:pas|plus|point|guere|jamais|aucunement|nullement)"
_EXCLUDED: Final = r"(?:exclu|exclue|exclus|exclues|elimine|eliminee|elimines|eliminees|ecarte|ecartee|ecartes|ecartees|infirmee?s?|refutee?s?)"
_CONFIRMED: Final = r"(?:confirmee?s?|affirmee?s?|prouvee?s?|etablie?s?|certaine?s?|formelle?s?|evidente?s?|franche?s?|demontree?s?|exclure|demontrable)"
_LY: Final = r"(?:\w+ment )?"
_DOUBT: Final = (
    r"(?:(?:tres |peu |hautement |fortement |assez )*(?:possibles?|probables?|douteu(?:x|se|ses)|incertaine?s?|suspect(?:ee?|e?s|ees)?|suspect"
    r"|equivoques?|discutables?|hypothetiques?|vraisemblables?|presumee?s?|envisageables?|improbables?|supposee?s?|eventuel(?:le)?s?"
    r"|plausibles?|evoquee?s?|soupconnee?s?|indeterminee?s?))"
)
_AT_END: Final = r"(?=\s*(?:$|[.,;:)?(]|(?:de|du|des|d|en|a|au|aux|sur|avec|mais|et|ou|sans|dans|par|chez|sous|non|lors|devant|l|la|le|ce|cette)\b))"
_CHANGE: Final = (
    r"(?:changement|modification|evolution|variation|progression|majoration|augmentation|aggravation|diminution|regression|difference|croissance"
    r"|extension supplementaire|deplacement|remaniement)s?"
)
_CHANGED: Final = r"(?:change|augmente|diminue|progresse|evolue|varie|regresse|grandi|grossi|bouge|cru|modifie|majore|aggrave|reduit|retreci|repondu|cede)e?s?"
_YEAR: Final = (
    r"(?:(?:(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre) )?(?:19|20)\d\d)"
)
_EXAM: Final = r"(?:scanner|tdm|ct|irm|examen|bilan|pet|tep|radiographies?|controle|comparatif|imagerie|scintigraphie|compte rendu)"

CUES: Final[tuple[Cue, ...]] = (
    # only look like a cue
    cues(
        None,
        _ON,
        rf"(?:pas|sans|absence|aucune?)(?: de| d'?)? ?(?:nette |franche |nouvelle |significative )?{_CHANGE}(?: significative?s?| notable| sensible| nette)?",
        rf"(?:n'a|n'ont|n'est|n'avait|ne s'est|ne se sont|n'ayant) (?:pas|guere|jamais|ni) (?:significativement |notablement |ete )?{_CHANGED}",
        rf"(?:ne|n') ?(?:\w+ ){{0,1}}(?:pas )?(?:progress|augment|diminu|regress|evolu|chang|vari)(?:e|ent) pas",
        r"non (?:modifiee?s?|evoluti(?:f|ve)s?|majoree?s?|aggravee?s?|progressi(?:f|ve)s?)",
        r"pas (?:seulement|uniquement|exclusivement|que)|non seulement",
        r"sans (?:aucun|le moindre|nul) doute|nul doute|ne fait (?:pas|aucun|guere)(?: de)? doute",
        r"sans (?:et avec )?(?:injection|contraste|produit de contraste|iv|gadolinium|chevauchement|preparation|bouger|rapport)",
        r"non injectee?s?|n'appelle(?:nt)? (?:pas|aucun)(?: de)? (?:commentaire|remarque)",
        r"(?:pas|aucun|aucune)(?: d')? ?autres?(?: \w+){1,3} (?:que|hormis|en dehors)",
        rf"(?:depuis|comme|idem|connue?s?|inchangee?s?|stables?|superposables?|identiques?)(?: \w+){{0,3}}? {_YEAR}",
        rf"(?:diagnostiqu|decouvert|opere|operee|trait|irradi|implant|pos|biopsi|resequ|stabilis|radiotherapie|delivr|realis|chirurgie|cancer|carcinome|neoplasie)"
        rf"\w*(?: [\w'()]+){{0,4}}? (?:en|de|depuis) {_YEAR}",
        rf"(?:par rapport|compar\w+|en comparaison|comparatif)(?: (?:au|a l'|a la|aux|avec|a)){{0,2}} ?(?:{_EXAM})?(?: (?:de|du|d')){{0,1}}(?: \d{{1,2}}(?:er)?)? ?{_YEAR}?",
        r"contrairement",
    ),
    # somebody else
    cues(
        Polarity.OTHER_PERSON,
        _ALL,
        r"antecedents? familia(?:l|ux)|heredite|enquete familiale|terrain familial|anamnese familiale",
        r"(?:sa|son|la|le|ses|du|de la|de sa|de son|un|une|chez (?:la|le|sa|son)) (?:mere|pere|frere|soeur|sœur|tante|oncle|cousine?|grand-mere|grand-pere|fils|fille"
        r"|jumeau|jumelle|parente?|niece|neveu|epouse|mari|conjointe?|grands?-parents?|famille)s?",
        r"(?:les|des|chez les|chez des|certains|certaines|ces|de nombreux|tous les|la plupart des|la majorite des|chez (?:certains|beaucoup de|de nombreux|ces)) (?:patient|malade|sujet|cas)e?s?",
        r"(?:chez|dans) (?:\w+ ){0,4}(?:des|de|%) (?:patients|malades|cas|sujets)",
        r"en (?:regle )?generale?|dans la litterature|la litterature|habituellement|de facon generale|les etudes|le plus souvent chez|d'une maniere generale",
        r"informations? (?:destinees? )?(?:aux|pour les) patients|chez l'adulte|chez l'enfant|chez le sujet age",
    ),
    # the question, the condition, the plan
    cues(
        Polarity.CONDITIONAL,
        _ON,
        r"(?:a la |en )?recherche(?: (?:de|d'|du|des|d'une?|(?:ciblee|specifique|orientee|particuliere) d))?|rechercher(?:a|ons|ait)?|a rechercher",
        r"(?:pour|afin d[e']|a|merci d[e']|prier? d[e']|veuillez|priere d[e']|svp|il faudra|reste a|demande (?:pour|d[e']|afin d[e'])|but d[e']|dans le but d[e']) ?"
        r"(?:\w+ment )?(?:eliminer|exclure|ecarter|depister|preciser|evaluer|rechercher|detecter|verifier|guetter|surveiller|apprecier|confirmer ou)(?! ?(?:$|[.,;)]))",
        r"(?:merci|priere) d[e'] ?(?:bien vouloir )?\w+(?: s'il (?:existe|y a)| si| l'existence| la presence)?",
        r"a surveiller|surveiller|guetter|depistage|eliminer|vigilance",
        r"en cas|en presence|dans l'eventualite|dans l'hypothese|au cas ou",
        r"si(?! (?:l'on|bien|besoin))|s'il|s'ils|si l'on|des lors qu'?|lorsqu'?|tant qu'?|a condition|a moins qu?e?|quand",
        r"question(?: posee)?s?|intitule|motif(?: de (?:la )?demande)?|demande",
        r"(?:l'apparition|la survenue|la presence|la constatation|la decouverte|l'existence|la persistance)(?= .{3,60}\b(?:\w{2,}erait|\w{2,}eraient|ferait|ferai|doit|devra|imposer|justifi|necessit|contre-indi))",
        r"(?:previent|prevenir|prevention|eviter|evite|prophylaxie)",
    ),
    cues(
        Polarity.CONDITIONAL,
        _AROUND,
        r"(?!(?:consid|lib|gen|op|alt|tol|sugg|adh|temp|mod|prof|rev|ser|diff|ins|transf)erai)\w{2,}(?:erait|eraient)",
        r"(?:f|aur|ser|devr|faudr|conduir|rendr|remettr|reclamer|viendr|obtiendr|permettr|interdir)(?:ait|aient)(?! (?:compatible|evocat|en faveur|plutot|eu|ete))",
        r"(?:pourrait|pourraient|peut|peuvent|risquent?) (?:de )?(?:survenir|apparaitre|se (?:produire|developper|constituer)|secondairement|entrainer|conduire)",
        r"doi(?:t|vent) (?:faire |etre )?(?:consulter|adresses?|reconsult\w+|alert\w+|rechercher|signal\w+|conduire)",
    ),
    # doubt
    cues(
        Polarity.UNCERTAIN,
        _BACK,
        rf"(?:ne|n') ?(?:peut|peuvent|pouvait|pourrait|saurait|sauraient|a pu|ont pu|pouvant) (?:pas |plus |donc )?(?:\w+ment )?(?:etre )?{_LY}"
        rf"(?:{_EXCLUDED}|{_CONFIRMED}|apprecie|analyse|evalue|determine|precise|juge|tranche)\w*",
        rf"(?:n'(?:est|sont|etait|a|ont)|n'etant) (?:pas|nullement|point|donc pas) (?:ete )?{_LY}(?:totalement |encore |tout a fait )?(?:{_EXCLUDED}|{_CONFIRMED}|evaluables?|analysables?|accessibles?|connue?s?)(?! que\b)",
        rf"(?:non|pas) (?:\w+ment |encore |tout a fait )?(?:{_EXCLUDED}|{_CONFIRMED}|evaluables?|analysables?|precisee?s?|appreciables?)",
        rf"{_DOUBT}{_AT_END}",
        rf"(?:a|reste a|restent a|doit etre|devra etre) (?:confirmer|verifier|controler|infirmer|preciser|discuter(?= (?:en|par|sur))|confirmee?|valider|documenter|correler|confronter)",
        r"(?:sous reserve|a caractere indetermine|en attente de confirmation|mal (?:visibles?|analysables?|evaluables?|definie?s?(?= ;)))",
        r"difficile(?:ment)? (?:a )?(?:affirmer|apprecier|evaluer|exclure|analysables?|appreciables?|evaluables?|preciser|visibles?)",
        r"pas formelle?",
    ),
    cues(
        Polarity.UNCERTAIN,
        _ON,
        r"(?:pas|sans|aucun|absence|ni)(?: de| d')? ?(?:argument|signe|element|preuve|image|certitude|critere|anomalie|aspect)s? (?:\w+ )?"
        r"(?:formel|certain|franc|franche|convaincante?|evidente?|indiscutable|patent|net|nette|probante?|decisif|absolu|suffisant|definitif|univoque)(?:le)?s?(?: (?:pour|de|d'|en faveur))*",
        r"(?:ne|n') ?(?:apport|fourni|retrouv)\w* (?:pas|aucun) (?:la |de |d')?(?:preuve|argument formel|certitude)",
        r"(?:pas|sans|absence)(?: de| d')? ?(?:nette|net|franche?|evidente?|claire?|certaine?|manifeste)",
        r"(?:on |il |l'(?:irm|examen) )?(?:ne|n') ?(?:peut|peuvent|pouvant|permet|permettent|permettant|saurait|a pu|pouvons|etant pas possible|est pas possible|permettrait)"
        r" ?(?:pas |donc pas |aucunement |guere )?(?:d'|de |ici |totalement |\w+ment )*(?:exclure|eliminer|ecarter|affirmer|confirmer|eloigner|preciser|trancher|distinguer|determiner|conclure|etre)",
        r"(?:pas|impossible|difficile|non|delicat)(?: possible)?(?: de| d'| a)? ?(?:\w+ment )?(?:exclure|eliminer|ecarter|affirmer|confirmer)",
        r"(?:sans|n'exclu\w+ pas|sans pouvoir|sans qu'on puisse|ne permettant pas d[e']|n'eliminant pas) ?(?:\w+ment )?(?:pouvoir )?(?:exclure|eliminer|ecarter|affirmer|formellement)",
        r"n'(?:excluant|exclut|elimine|eliminant|ecarte|ecartant|excluent|infirme)(?:nt)? (?:pas|donc pas)",
        r"(?:il )?(?:n'est pas|reste|demeure) (?:\w+ment )?(?:exclu|impossible|possible|certain|sur|etabli|demontre) (?:qu|que)",
        r"(?:tres |hautement )?(?:possible|probable|douteu(?:x|se)|vraisemblable|hypothetique|eventuel(?:le)?|suspect|presume)e?s?",
        r"(?:probablement|possiblement|vraisemblablement|peut-etre|eventuellement|presumement|sans doute|potentiellement|apparemment|plutot|hypothetiquement)",
        r"(?:suspicion|soupcon|doute|hypothese|eventualite|possibilite|crainte|probabilite|presomption)s?(?: (?:clinique|diagnostique|sur|quant|forte|elevee|radiologique))?",
        r"(?:suspecte?s?|suspectee?s?|suspectant|faisant|fait|font|devant faire|doit faire|doivent faire|faire)(?: (?:de|d'|d'abord|en premier lieu))* (?:evoquer|suspecter|craindre|discuter|soupconner|suggerer|rechercher|penser)?(?: (?:en premier lieu|avant tout|d'abord))?",
        r"suspecte?s?|evocat(?:eur|rice)s?|evoqu(?:e|ent|ant|er|ons|era)|suggestif|suggestive?s?|sugger(?:e|ent|ant)|compatibles?|en faveur|oriente(?:nt|r)?|orientant|plaid(?:e|ent|ant)",
        r"(?:pouvant|peut|peuvent|pourrait|pourraient|semble|semblent|semblant|parait|paraissent|paraissant|aurait|auraient)(?: (?:correspondre|traduire|temoigner|representer|relever|etre|avoir|faire partie|s'integrer))?",
        r"serai(?:t|ent)",
        r"diagnosti[cq]\w*(?: \w+)? differentiels?|versus|vs\.?|dd",
        r"(?:on ignore|on ne sait pas|ignore|il n'est pas (?:connu|clair|su)|dossier non disponible|information non disponible)(?: si)?",
        r"indetermine|equivoque|non (?:certain|prouve|confirme)e?s?",
        r"improbable|peu probable",
    ),
    cues(Polarity.UNCERTAIN, _AROUND, r"versus|vs\.?|dossier non disponible|sous toute reserve"),
    cues(Polarity.UNCERTAIN, _ON, r"d'(?:allure|aspect|apparence|origine probable)", of=("nature", "primary")),
    Cue(Polarity.CONDITIONAL, _ALL, re.compile(r"^\?\s*(?=\w)|^question posee")),
    Cue(Polarity.ABSENT, _BACK, re.compile(r"\? ?(?:non|aucune?|negati\w+|absente?s?|pas)\b(?=\s*(?:$|[.,;]))")),
    Cue(Polarity.UNCERTAIN, _ON, re.compile(r"\?\s*(?=\w)")),
    Cue(Polarity.UNCERTAIN, _BACK, re.compile(r"\?")),
    # it has gone
    cues(
        Polarity.ABSENT,
        _ON,
        rf"(?:ne|n') ?(?:{_IS} |ete |\w+ )?plus (?:ete )?(?:{_SEEN})(?= d[e'u])",
        r"(?:resolution|disparition|regression complete|regression totale|regression quasi complete|resorption|fonte complete|remission complete)",
        r"plus (?:aucune?|d[e'](?! \d)|la moindre)(?= ?\w)",
        r"(?:ne|n') ?(?:(?:y )?\w+(?: (?:aujourd'hui|actuellement|desormais))? )(?:plus)(?! (?:grand|important|haut|bas|petit|volumin|marqu|net|gros|que|ou moins))",
        resolves=True,
    ),
    cues(
        Polarity.ABSENT,
        _BACK,
        rf"(?:ne|n') ?{_IS} (?:actuellement |aujourd'hui |desormais )?plus (?:ete |{_LY})*(?:{_SEEN}|comprime\w*|envahi\w*|infiltre\w*|compriman\w+)",
        rf"(?:ne|n') ?(?:se|peut|peuvent) (?:plus|voit plus|distingue plus|voient plus)(?: etre)?(?: {_SEEN})?",
        r"(?:a|ont|avait|ayant|est|sont)? ?(?:(?:desormais|completement|totalement|entierement|depuis|presque|quasi|spontanement|bien|maintenant|a ce jour|ce jour|actuellement) ?)*"
        r"(?:disparue?s?|resolue?s?|regresse completement|completement regresse|totalement regresse|resorbee?s?|fondue?s? completement|leve?e?s?(?= (?:apres|par|depuis|$|[.,;])))",
        r"(?:disparait|disparaissent|s'est resorbee?|en remission complete|amendee?s?|s'est amendee?)",
        resolves=True,
    ),
    # denial
    cues(
        Polarity.ABSENT,
        _ON,
        rf"(?:ne|n') ?(?:{_IS}|peut|a pu) {_NOT} (?:ete |pu etre |etre )?{_LY}(?:{_SEEN}|question)(?= (?:de|d|du|ce jour de|sur ce\w+ \w+ de|ici de)\b)",
        r"(?:exclut|excluant|elimine|eliminant|ecarte|ecartant|infirme|infirmant|permet d'eliminer|permet d'exclure|permettant d'eliminer|permettant d'exclure|permettent d'exclure|permet d'ecarter)(?= ?(?:une?|l|le|la|tout|d|formellement|toute))",
        r"(?:aucune?s?|nul|nulle|aucun signe)(?: (?:signe|argument|image|trace|evidence|element|critere)s?(?: (?:en faveur|pour|evocat\w+|suspecte?s?|suggesti\w+|suggerant|indirecte?s?))?)?",
        r"(?:pas|sans|absence|ni|dépourvue?s?|depourvue?s?|point)(?: (?:de|d'))? ?(?:signe|argument|image|trace|evidence|element|critere|anomalie|stigmate)s?"
        r"(?: (?:en faveur|pour|evocat\w+|suspecte?s?|suggesti\w+|suggerant|indirecte?s?|actuels?|imagee?s?|radiologiques?|irm|tdm|scanographiques?))*",
        r"(?:pas|absence|sans|ni|non|jamais|aucunement|point|guere|nullement)",
        r"(?:exempte?s?|vierges?|libres?|indemnes?|depourvue?s?|negati(?:f|fs|ve|ves))(?= (?:de|d|du|pour)\b)",
        r"plutot que|et non|a la place d[eu']|au lieu(?= d[eu']? ?une?)|n'est pas",
        r"(?:rien|neant)(?= (?:dans|en|au|aux))",
    ),
    cues(
        Polarity.ABSENT,
        _BACK,
        rf"(?:(?:ne|n') ?(?:{_IS}|peut|a pu|se) {_NOT} (?:ete |pu etre |etre )?{_LY}(?:{_SEEN}|le cas|d'actualite|demande\w*|souhait\w+|prevue?s?|indique\w*|envisage\w*|atteinte?s?|requis\w*|necessaires?))",
        rf"(?:ne|n') ?(?:peut|peuvent|a pu|ont pu) (?:pas )?(?:etre )?{_SEEN}",
        rf"non (?:plus )?(?:{_SEEN}|indique\w*|souhaite\w*|retenue?s?|demande\w*|envisage\w*|prevue?s?|atteinte?s?|concernee?s?)",
        rf"(?:{_IS} |ete )*{_LY}(?:{_EXCLUDED})",
        r"(?:ne|n') ?(?:s')?(?:\w+ )?(?:observe|retrouve|voit|visualise|note|distingue|constate|identifie) (?:pas|nulle part|point)(?= ?(?:$|[.,;]))",
        r"(?:absente?s?|nulles?|neant|negati(?:f|fs|ve|ves)|inexistante?s?|manque(?:nt)?)(?! de\b)",
        r"(?::|-|=) ?(?:non|aucune?|0|ras|rien|neant|absence|absente?|pas|negatif|negative|nil|jamais)(?= ?(?:$|[.,;)\n]))",
        r"(?:ne|n') ?(?:l'est|le sont|en presente?n?t?|existe|existent) (?:pas|plus|aucune?)(?= ?(?:$|[.,;]|en\b|a\b|au\b))",
        r", (?:non|aucune?)(?= ?(?:$|[.,;]))",
        r"pas (?:retenue?s?|recherchee?s?|retrouvee?s?|vue?s?|visibles?)",
    ),
    # the plan
    cues(
        Polarity.CONDITIONAL,
        _AROUND,
        r"prevue?s?|programmee?s?|planifiee?s?|sera|seront|envisagee?s?|proposee?s?|a discuter|discutee?s?|discuter|a envisager|indiquee?s?|recommandee?s?|a venir|prochaine?s?"
        r"|avant (?:la |une )?(?:radiotherapie|irradiation)(?: prevue)?|en attente|candidate?|a debuter|debutera|debuteront|commencera|recevra|beneficiera|est a prevoir|doit etre realisee?|doit debuter|suivie? d'une",
        of=("previous-radiotherapy", "metal-near-level"),
    ),
    # the past
    cues(
        Polarity.HISTORICAL,
        _ON,
        r"(?:precedemment|auparavant|anterieurement|initialement|jadis|autrefois|naguere|anciennement|historiquement|a l'origine|au depart|par le passe|dans le passe)",
        r"(?:antecedents?|atcd|histoire|status (?:apres|post)|s/p|etat apres|statut post|sequelles?|cicatrices?)(?: (?:de|d'|du|des|d'une?|connus?|lointain|personnels?))*",
        r"(?:ancien|ancienne|anciens|anciennes|vieux|vieille|vieil|vieilles|ex)(?! (?:d[eu'] ))",
        r"(?:il y a|voici|voila) (?:environ |plus de |quelques )?(?:\w+ )?(?:an|ans|mois|annees|semaines)",
        r"(?:il existait|il y avait|on notait|on retrouvait|montrait|on observait|presentait|existait|avait montre|mesurait|avait)",
        r"lors d[ue] (?:premier|bilan initial|dernier|precedent)(?: \w+)?",
        r"(?:contre|versus|vs|au lieu d[e']|pour)(?= \d)|(?:a|par rapport a)? ?l'examen (?:precedent|anterieur)(?=,? \d)",
        r"au (?:diagnostic|moment du diagnostic|premier bilan|bilan initial|precedent examen|scanner initial)",
    ),
    cues(
        Polarity.HISTORICAL,
        _AROUND,
        rf"(?:en|de|du|depuis le|avant|jusqu'en|courant|fin|debut|des|dans l'annee|datant de|date de)(?: (?:\d{{1,2}}(?:er)?|\w+))? {_YEAR}",
        rf"{_EXAM} de {_YEAR}",
        r"(?:l'an dernier|l'annee derniere|l'an passe|l'annee passee|dans l'enfance|a l'adolescence|dans la jeunesse)",
    ),
    cues(
        Polarity.HISTORICAL,
        _BACK,
        r"(?:(?:est|sont|etait|etant) )?(?:ancien(?:ne)?s?|sequellaires?|consolidee?s?|gueri(?:e|es|s)?|vieux|vieille|cicatricielle?s?|cicatrisee?s?|fusionnee?s?|d'allure ancienne|d'aspect ancien|a l'epoque|initiales?|anterieure?s?|precedente?s?)"
        r"(?! (?:a|au|aux|du|de la|des) \w)",
        r"(?:anterieurement|auparavant|precedemment|initialement|autrefois|par le passe|dans le passe|jadis|alors|a l'epoque|lors du bilan initial|au depart)",
        r"(?:avant (?:l'operation|la chirurgie|l'intervention|traitement|le traitement|radiotherapie))",
        r"(?:qui )?(?:etait|etaient|avait ete|avaient ete) (?:presente?s?|visibles?|decrite?s?|notee?s?|connue?s?|signalee?s?|retrouvee?s?)",
    ),
)
"""Earlier rows take their words first: what only looks like a cue, then persons, conditions, doubt, denial, the past."""
