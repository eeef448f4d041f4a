"""French words that deny, words that say that something has gone, and words that only look like it.

What may not live here: doubt and condition (`doubt`), time and persons (`cues`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import Cue, Direction, cues
from fhir_profiles.reading.reports.mention import Polarity

_ON, _BACK = Direction.AFTER_IT, Direction.BEFORE_IT
_LY: Final = r"(?:\w+ment )?"
_SEEN: Final = (
    r"(?:vue?s?|visibles?|(?:visualis|retrouv|identifi|individualis|decel|detect|objectiv|not|observ|constat"
    r"|montr|demontr|document|rencontr"
    r"|signal|rapport|present|trouv|prouv|caracteris|diagnostiqu|discern|mesur|appreci|decrit|relev|distingu"
    r"|remarqu|mentionn)"
    r"(?:e|ee|es|ees|s|able|ables)?|decrites?|perceptibles?|perçue?s?|reconnue?s?|mis(?:es?)? en evidence"
    r"|apparente?s?|evidente?s?|patente?s?|discernibles?)"
)
_IS: Final = r"(?:est|sont|etait|etaient|a|ont|avait|reste|restent|semble|apparait|soit|fut|etant|ayant)"
_NOT: Final = r"(?:pas|point|guere|jamais|aucunement|nullement)"
_NOW: Final = r"(?:actuellement |aujourd'hui |desormais |a ce jour |maintenant |ici |non plus |donc )?"
_EXCLUDED: Final = r"(?:(?:exclu|elimin|ecart|infirm|refut|recus|rejet|abandonn|dement)(?:e|ee|s|es|ees)?)"
_CHANGE: Final = (
    r"(?:changement|modification|evolution|variation|progression|majoration|augmentation|aggravation|diminution"
    r"|regression|difference|croissance"
    r"|deplacement secondaire|remaniement|poursuite evolutive|evolutivite)s?"
)
_CHANGED: Final = (
    r"(?:change|augmente|diminue|progresse|evolue|varie|regresse|grandi|grossi|bouge|cru|modifie|majore|aggrave"
    r"|reduit|retreci|repondu|cede|accentue|disparu)e?s?"
)
_SIGN: Final = (
    r"(?:signe|argument|image|trace|evidence|element|critere|anomalie|stigmate|aspect|manifestation|lesion|foyer"
    r"|plage|zone|prise de contraste|processus)s?"
)
_POINTS: Final = (
    r"(?:en faveur|pour|evocat\w+|suspecte?s?|suggesti\w+|suggerant|faisant (?:evoquer|suspecter)|indirecte?s?"
    r"|actuels?|imagee?s?|radiologiques?|irm|tdm|scanographiques?|visibles?"
    r"|decelables?|cliniques?|focalisee?s?|traduisant|temoignant|plaidant|orientant vers|compatibles?|d'allure"
    r"|d'aspect)"
)
YEAR: Final = (
    r"(?:(?:(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre) )?(?:19"
    r"|20)\d\d|\d{1,2}[/.]\d{1,2}[/.](?:20)?\d\d)"
)
EXAM: Final = (
    r"(?:scanner|tdm|ct|irm|examen|bilan|pet(?:[/-](?:ct|scan))?|tep(?:[/-](?:tdm|scanner))?|radiographies?"
    r"|controle|comparatif|imagerie|scintigraphie|compte rendu|etude)"
)

ONLY_LOOKS: Final[tuple[Cue, ...]] = (
    cues(
        None,
        _ON,
        rf"(?:pas|sans|absence|aucune?)(?: de| d'?)? ?{_CHANGE}(?: [\w'-]+){{1,7}}? ni",
    ),
    cues(
        None,
        _ON,
        # doubted elsewhere, and settled here
        r"(?:evoqu|suspect|soupconn|decri|signal|mentionn|propos|craint|rapport)\w*(?: \w+)? (?:au|aux|sur|en"
        rf"|lors|par|a) ?(?:l'|le |la |les |un |cet |cette |d[eu] )*(?:{EXAM}|echographie|radio\w*|confrere"
        r"|clinicien|(?:neuro)?chirurgien\w*|oncologue|medecin\w*|correspondant|collegue|interne|urgentiste"
        r"|rhumatologue|dernier \w+|precedent \w+)"
        r"(?=.{1,60}(?:exclu|elimin|ecarte|infirm|non (?:confirm|retrouv|vis)|n'est (?:pas|plus)))",
        r"(?:pas|sans|absence|aucune?)(?: de| d'?)? ?(?:nette |franche |nouvelle |significative "
        rf"|reelle )?{_CHANGE}(?: significative?s?| notable| sensible| nette)?",
        r"(?:n'a|n'ont|n'est|n'avait|ne s'est|ne se sont|n'ayant|n'a-t-elle) (?:pas|guere|jamais"
        rf"|ni) (?:significativement |notablement |ete |encore )?{_CHANGED}",
        r"ne (?:progress|augment|diminu|regress|evolu|chang|vari)(?:e|ent) (?:pas|guere|plus)",
        r"non (?:modifiee?s?|evoluti(?:f|ve)s?|majoree?s?|aggravee?s?|progressi(?:f|ve)s?|negligeables?"
        r"|contigue?s?|rare|dominant)",
        r"pas (?:seulement|uniquement|exclusivement|que)|non seulement",
        r"sans (?:aucun|le moindre|nul) doute|nul doute|ne fait (?:pas|aucun|guere)(?: de)? doute"
        r"|ne laisse aucun doute",
        r"sans (?:et avec )?(?:injection|contraste|produit de contraste|iv|gadolinium|chevauchement|preparation"
        r"|bouger|rapport|commentaire|prejuger|changement)",
        r"non injectee?s?|n'appelle(?:nt)? (?:pas|aucun)(?: de)? (?:commentaire|remarque)",
        r"(?:pas|aucun|aucune)(?: d')? ?autres?(?: \w+){1,3} (?:que|qu')",
        r"(?:depuis|comme|idem|connue?s?|inchangee?s?|stables?|superposables?"
        rf"|identiques?)(?: [\w']+){{0,3}}? {YEAR}",
        r"(?:diagnostiqu|decouvert|opere|traitee?s?\b|traitement|irradi|implant|posee?s?\b|biopsi|resequ"
        r"|stabilis|radiotherapie|delivr|realis|chirurgie|cancer|carcinome|neoplasie|nephrectomie|mastectomie)"
        rf"\w*(?: [\w'()]+){{0,4}}? (?:en|de|depuis) {YEAR}",
        # suspected, and settled in the same breath
        r"(?:evoqu|suspect|soupconn|craint|redout|propos|mentionn|signal)\w*(?=[^.;,]{0,60} (?:est|sont|a ete"
        r"|ont ete|etait"
        r"|etaient) (?:\w+ment )?(?:exclu|elimin|ecart|infirm|refut|dementi)\w*)",
        # "no metastasis other than in T8"
        r"(?:pas|aucune?|absence|sans)(?= (?:de |d')?(?:[\w'-]+ ){1,4}?(?:en dehors d[eu]|hormis|sauf|excepte"
        r"|a part|autre que?"
        r"|ailleurs qu?e?'?|a l'exception d[eu]) ?(?:en |celle d[eu] |celui d[eu] |au niveau de )?(?:th|[ctdls]) ?\d)",
        # "seen in 2020 and unchanged"
        rf"(?:present|visible|connu|decrit|note|signal)\w* (?:deja )?(?:en|depuis|des|sur|au) (?:{EXAM} (?:de "
        rf"|du )?)?{YEAR}"
        r"(?=,? (?:et |mais |est |reste )*(?:inchang|stable|identique|persist|superpos|toujours))",
        # "described before, and unchanged"
        r"(?:(?:decrit|connu|signale|mentionne|visible|note|rapporte|vu|visualise"
        r"|present)\w* )?(?:anterieurement|auparavant|precedemment|initialement)"
        r"(?= (?:est |sont |reste(?:nt)? |apparai(?:t|ssent) |demeure(?:nt)? |toujours )*(?:inchang|persist"
        r"|stable|superpos|identique|augment|progress|major|evolu))",
        r"(?:par rapport|compar\w+|en comparaison|comparatif)(?: (?:au|a l'|a la|aux|avec"
        rf"|a)){{0,2}} ?(?:{EXAM})?(?: (?:de|du|d')){{0,1}}(?: \d{{1,2}}(?:er)?)? ?(?:{YEAR})?",
        r"(?:diagnostiqu|decouvert|connu|opere|traite|irradi|implant|pose|biopsi|resequ|stabilis|delivr|realis"
        r"|retir|depos)\w*(?: [\w']+){0,2} il y a (?:environ |plus de |quelques )?(?:\w+ )?(?:an|ans|mois"
        r"|annees|semaines)",
        r"(?:plus|moins) \w+ (?:qu'auparavant|qu'avant|qu'anterieurement|que (?:precedemment|auparavant"
        r"|sur l'examen (?:precedent|anterieur)))",
        # "absente en mars, presente aujourd'hui": settled by what follows
        r"(?:(?:etai(?:t|ent)|avai(?:t|ent) ete|jugee?s?|encore) )*(?:absente?s?|invisibles?|(?:non"
        r"|pas) (?:visible|presente?|decrite?|vue|notee?)s?)"
        r"(?: (?:en|au|a|lors|sur|il y a|jusqu'en|jusqu'a|depuis|auparavant|precedemment|anterieurement"
        r"|initialement)\b[^;.,]{0,40}?)?"
        r"(?=(?:,| et| puis| mais) (?:mais |et |puis |desormais |maintenant |aujourd'hui |(?:elle|il|est|sont"
        r"|devenue?s?|nettement|bien) )*"
        r"(?:presente?s?|visibles?|apparue?s?|patente?s?|nette?s?|evidente?s?|constituee?s?)\b)",
        r"(?:n'etai(?:t|ent)|n'existai(?:t|ent)) pas(?: encore)?(?: (?:presente?|visible|connue?|decrite?"
        r"|notee?|individualisee?|vue?)s?)?(?= (?:sur|a|lors|en|au|auparavant|anterieurement|precedemment"
        r"|initialement|alors)\b)",
        r"non (?:presente?|visible|vue|decrite?|retrouvee?|connue?|notee?|signalee?|mentionnee?)s? (?:en"
        rf"|au) (?:{YEAR}|(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre"
        r"|decembre))",
        r"rien d'(?:autre|anormal)(?: [\w']+){0,4} (?:que|qu|hormis|sauf)|contrairement|non loin|non sans"
        r"|pas sans|pas moins d[e']",
        r"(?:il n'y a |sans |ne fait )?(?:pas|aucun|nul) (?:de |le moindre )?doute(?: (?:sur|quant a|possible))?",
        rf"(?:pas|sans|absence|aucune?)(?: de| d'?)? ?{_CHANGE}(?: [\w'-]+){{1,7}}? ni",
        rf"ni(?= [^;.]{{3,90}} (?:n'a|n'ont|ne s'est|ne se sont) (?:\w+ment )?{_CHANGED})",
        r"recherche(?= [^.;]{3,60}(?:: ?|est |s'avere |revenue |etait )(?:negative|positive|normale|infructueuse))",
        r"avai(?:t|ent) (?:totalement |completement )?(?:disparu|regresse)\w*|etai(?:t"
        r"|ent) absente?s?(?=.{1,60}(?:presente?s?|apparue?s?|visibles?|nouve\w+)\b)",
        r"non (?:presente?|visible|vue|decrite?|retrouvee?|connue?|individualisee?|notee?|rapportee?"
        r"|mentionnee?|signalee?)s? (?:sur|a|lors|au|en|dans|jusqu'a) (?:l'|le |la |les |ce )?(?:examens?"
        r"|scanner|tdm|irm|bilan|controle|precedent|anterieur|compar|compte|present|\w+ precedent)\w*",
    ),
)

GONE: Final[tuple[Cue, ...]] = (
    cues(
        Polarity.ABSENT,
        _ON,
        rf"(?:ne|n') ?{_IS} {_NOW}plus (?:ete )?{_SEEN}(?= d[e'u])",
        r"(?:ne|n') ?(?:est|sont|semble|parait|reste|vient|arrive) plus(?= (?:au contact|en contact|a proximite"
        r"|adjacent|accole|comprim|a risque|instable|menac))",
        r"(?:resolution|disparition|regression complete|regression totale|regression quasi complete|resorption"
        r"|fonte complete|remission complete(?= d))",
        r"(?:il n'y a|n'existe|n'y a|n'est|on ne \w+) plus (?:aucune?|d[e']|la moindre)(?= ?\w)",
        r"(?<![\w,] )plus (?:aucune?|d[e']|la moindre)(?= ?(?!\d|la |deux|trois|quatre|cinq|six|sept|huit|neuf"
        r"|dix|douze|vingt|cent|un )\w)"
        r"|(?<=, )plus(?= (?:aucune?|de |d')(?!\d|la |deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|vingt"
        r"|cent|un ))",
        r"(?:ne|n') ?(?:(?:se |y |s')?(?!est\b|sont\b|a\b|ont\b)\w+ )(?:aujourd'hui |actuellement "
        r"|desormais )?plus(?= (?:de|d|l|le|la|les|en contact|au contact|aucun\w*|\w+ement)\b)",
        resolves=True,
    ),
    cues(
        Polarity.ABSENT,
        _BACK,
        rf"(?:ne|n') ?{_IS} {_NOW}plus {_NOW}(?:ete )?{_LY}(?:{_SEEN}|comprime\w*|envahi\w*|infiltre\w*"
        r"|compriman\w+|la|d'actualite|refoule\w*|atteinte?s?)",
        r"(?:ne|n') ?(?:se|peut|peuvent) (?:plus|voit plus|distingue plus|voient plus|retrouve plus"
        rf"|individualise plus)(?: etre)?(?: {_SEEN})?",
        r"(?:(?:a|ont|avait|ayant|est|sont|semble avoir|etant) )?(?:(?:desormais|completement|totalement"
        r"|entierement|depuis|presque|quasi|spontanement|bien|maintenant|a ce jour|ce jour|actuellement"
        r"|aujourd'hui|pratiquement|quasiment) )*"
        r"(?:disparue?s?|resolue?s?|resorbee?s?|levee?s?(?= ?(?:(?:apres|par|depuis|grace|\w+ment)\b|$|[.,;])))",
        r"(?:completement|totalement|entierement|integralement) (?:regress\w+|fondue?s?|nettoyee?s?|efface\w*)|(?:a"
        r"|ont) (?:completement |totalement )?regresse (?:completement|totalement|en totalite|integralement)",
        r"(?:s'est|se sont|s'etant) (?:\w+ment )?(?:efface|resorbe|dissipe|amende|estompe|normalise|efface)e?s?",
        r"(?:disparait|disparaissent|s'est resorbee?|en remission complete|amendee?s?|s'est amendee?)",
        resolves=True,
    ),
)

DENIED_SIGNS: Final = cues(
    # "no sign suggesting": said before the words of doubt in it are read
    Polarity.ABSENT,
    _ON,
    rf"(?:pas|sans|aucune?|absence|ni|nul|nulle)(?: de| d'| d)? ?(?:autre |nouvelle? )?{_SIGN}(?: (?:osseuse?"
    rf"|focale?|rachidienne?))?(?: {_POINTS})+",
    rf"(?:ne|n') ?\w+ (?:pas|aucune?) (?:de |d')?{_SIGN}(?: {_POINTS})+",
    r"rien (?:n'evoque|ne suggere|en faveur(?: d[e'])?|ne plaide(?: (?:pour|en faveur))?|ne fait (?:evoquer"
    r"|suspecter)|d'evocateur|de suspect)",
    r"(?:pas|sans|aucune?|absence)(?: [\w'-]+){1,6}? suspecte?s?(?= ?(?:$|[.,;]))",
    r"(?:hypothese|diagnostic|eventualite|possibilite|suspicion)s?(?= d.{3,50} (?:ne tient (?:pas|plus|donc pas)"
    r"|est caduque|n'a plus cours|ne (?:peut|saurait) (?:plus )?(?:pas )?etre retenu|n'est (?:pas|donc pas"
    r"|plus) retenu|(?:est|a ete|sont"
    r"|etait) (?:\w+ment )?(?:ecart|elimin|exclu|infirm|refut|recus|invalid|rejet|abandonn|non retenu)))",
)

DENIED: Final[tuple[Cue, ...]] = (
    Cue(Polarity.ABSENT, _BACK, re.compile(r"\bnon pas(?= (?:en|a|au|de|sur) )")),
    Cue(Polarity.ABSENT, _BACK, re.compile(r"\((?:-|0|non|absente?|neg\w*)\)")),
    Cue(Polarity.ABSENT, _BACK, re.compile(r"(?<=\d) non(?: plus)?(?=\s*(?:$|[.;,]))")),
    Cue(  # "Epidurite : non."
        Polarity.ABSENT,
        _BACK,
        re.compile(
            r"(?::|=|\s-|,) ?(?:non|aucune?|0|ras|rien|neant|absence|absente?|pas|negatif|negative|nil"
            r"|jamais)(?= ?(?:$|[.,;)\n]))"
        ),
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        rf"(?:ne|n') ?(?:{_IS}|peut|a pu) {_NOT} (?:ete |pu etre |etre )?{_LY}(?:{_SEEN}"
        r"|question)(?= (?:ce jour |ici |sur ce\w+ \w+ |a ce niveau )?(?:de|d|du)\b)",
        r"plutot qu|plutot que|il ne s'agit pas",
        r"(?:exclut|excluant|excluent|elimine|eliminant|eliminent|ecarte|ecartant|infirme|infirmant|refute"
        r"|permet(?:tent|tant)? (?:d'eliminer|d'exclure|d'ecarter))(?= ?(?:une?|l|le|la|tout|d|formellement"
        r"|toute)\b)",
    ),
    cues(
        Polarity.ABSENT,
        _BACK,
        rf"(?:ne|n') ?(?:{_IS}|peut|a pu|se) {_NOT} (?:ete |pu etre |etre |plus )?{_LY}(?:{_SEEN}|le cas"
        r"|d'actualite|demande\w*|souhait\w+|prevue?s?|indique\w*|envisage\w*|atteinte?s?|requis\w*"
        r"|necessaires?|retenue?s?|l'objectif|le but|l'intention)",
        rf"(?:ne|n') ?(?:peut|peuvent|a pu|ont pu) (?:pas )?(?:etre )?{_LY}{_SEEN}",
        rf"non (?:plus )?{_LY}(?:{_SEEN}|realisable|recommande\w*|indique\w*|souhaite\w*|retenue?s?|demande\w*"
        r"|envisage\w*|prevue?s?"
        r"|atteinte?s?|concernee?s?|fait\w*|realise\w*)",
        rf"(?:(?:{_IS}|ete) )*{_LY}{_EXCLUDED}",
        r"(?:ne|n') ?(?:s'|se |est )?(?:observe|retrouve|voit|visualise|note|distingue|constate|identifie"
        r"|individualise) (?:pas|nulle part)(?= ?(?:$|[.;]|,(?! (?:en|a|au|sur|dans)\b)))",
        r"(?:absente?s?(?! (?:en|a|au niveau de|du cote) (?:(?:th|[ctdls]) ?\d|gauche|droite?))|nul|nulle"
        r"|nulles|neant|negati(?:f|fs|ve"
        r"|ves)|inexistante?s?|niee?s?)(?! (?:de|pour)\b)",
        r"(?:ne|n') ?(?:l'est|le sont|en presente?n?t?|existe|existent|en a|en ont) (?:pas|plus"
        r"|aucune?)(?= ?(?:$|[.;]|,(?! (?:en|a|au|sur|dans)\b)|en\b|au\b))",
        r"pas (?:retenue?s?|recherchee?s?|retrouvee?s?|vue?s?|visibles?|visualisee?s?|presente?s?)",
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        r"(?:ne|n') ?(?:(?:se|s'|y|lui|leur|en) ?)?\w+ (?:\w+ment |donc |toujours |encore |a ce jour |bien |en rien )?"
        r"(?:pas|point|guere|jamais|nullement|aucunement)",
    ),
    cues(
        Polarity.ABSENT,
        _ON,
        rf"(?:aucune?s?|nul|nulle)(?: {_SIGN}(?: {_POINTS})*)?",
        rf"(?:pas|sans|absence|ni)(?: de| d')? ?{_SIGN}(?: {_POINTS})+",
        r"(?:pas|absence|sans|ni|non|jamais|aucunement|guere|nullement|depourvue?s?)",
        r"(?:exempte?s?|vierges?|libres?|indemnes?|negati(?:f|fs|ve|ves))(?= (?:de|d|du|pour)\b)",
        r"rien (?:n'evoque|ne suggere|en faveur|ne plaide(?: (?:pour|en faveur))?|ne fait (?:evoquer|suspecter)"
        r"|d'evocateur)|pas la moindre|faute d[e']|hors",
        r"a la place d[eu']|rien(?= (?:dans|en|au|aux))",
    ),
)
