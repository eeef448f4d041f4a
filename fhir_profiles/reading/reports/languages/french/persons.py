"""French words for other persons than the patient, and for patients in general.

What may not live here: time and the order of cues (`cues`), doubt (`doubt`), and denial (`denial`).
"""

from __future__ import annotations

from typing import Final

from fhir_profiles.reading.reports.lexicon import Direction, cues
from fhir_profiles.reading.reports.mention import Polarity

_ALL: Final = Direction.SENTENCE
_KIN: Final = (
    r"(?:pere|mere|frere|soeur|sœur|tante|oncle|(?:arriere-)?grand[- ]?(?:mere|pere|parent|tante|oncle)"
    r"|cousine?|fratrie|jumeau"
    r"|jumelle|niece|neveu|demi-(?:frere|soeur)|belle-mere|beau-pere|beau-frere|belle-soeur|epouse|conjointe?"
    r"|compagne|compagnon|apparente|ascendants directs)s?"
)
"""Not "fils", "fille", "femme", "mari": these words have other uses ("fille de 8 ans")."""

OTHERS: Final = cues(
    Polarity.OTHER_PERSON,
    _ALL,
    r"antecedents? familia(?:l|ux)|heredite|enquete familiale|terrain familial|anamnese familiale|histoire familiale",
    r"(?:sa|son|la|le|ses|du|de la|de sa|de son|un|une|chez (?:la|le|sa|son)) (?:mere|pere|frere|soeur|sœur"
    r"|tante|oncle|cousine?|grand-mere|grand-pere|fils|fille"
    r"|jumeau|jumelle|parente?|niece|neveu|epouse|mari|conjointe?|grands?-parents?|famille)s?",
    r"(?:pere|mere|frere|soeur|sœur|fille|fils|tante|oncle|grand-mere|grand-pere|cousine?|jumeau"
    r"|jumelle)(?= (?:d'une?|decede|atteint|ayant|avec|traite|porteu|du patient|de la patiente|mort|suivi|opere"
    r"|presentant))",
    r"(?:les|des|chez les|chez des|certains|certaines|ces|de nombreux|tous les|la plupart des|la majorite des"
    r"|chez (?:certains|beaucoup de|de nombreux|ces)) (?:patient|malade|sujet|cas)e?s?",
    r"(?:chez )?(?:environ )?(?:une?|deux|trois|\d+) (?:patient|malade|cas|sujet)e?s? sur (?:deux|trois|quatre"
    r"|cinq|dix|vingt|cent|\d+)",
    r"(?:chez|dans) (?:[\w%]+ ){0,4}(?:des|de|%) (?:patients|malades|cas|sujets)",
    r"en (?:regle )?generale?|dans la litterature|la litterature|habituellement|de facon generale|les etudes"
    r"|le plus souvent chez|d'une maniere generale|classiquement",
    r"(?:comprim|atteign|touch|envahi|entrain|provoqu|caus|surviennent|fractur)\w* (?:souvent|parfois|rarement"
    r"|frequemment"
    r"|generalement)",
    r"(?:brochure|plaquette|notice|fiche)s?(?: d'information| explicative)?|est une (?:tumeur|lesion|affection"
    r"|maladie|complication)"
    r" (?:\w+ ){0,2}?(?:frequente|rare|courante|classique|habituelle)|(?:sont|est) (?:souvent|parfois"
    r"|generalement|frequemment|rarement)(?= \w)",
    # kin alone: "pere : cancer colique", "deux cas dans la fratrie"
    rf"(?={_KIN}\b)(?<!cellule )(?<!cellules )(?<!dure-)(?<!dure )(?<!pie-)(?<!accompagnee de son )(?<!accompagne de son )"
    rf"(?<!adresse par son )(?<!lesion ){_KIN}",
    r"(?:lignee|branche|cote|ligne) (?:maternel|paternel)le?|(?:maternel|paternel)(?:le)?s?|dans (?:la|sa) famille"
    r"|familia(?:l|le|les|ux)|au premier degre|au (?:1er|2e|second) degre|(?:la )?femme du patient|mari de la patiente"
    r"|(?:son|du|le) (?:mari|conjoint|compagnon)|(?:sa|la) (?:conjointe|compagne|femme(?= (?:est|a|avait|souffr"
    r"|suivie|trait)))",
    r"(?:d'|chez |pour )?(?:une?|l') ?autres? (?:patient|malade|personne)e?s?|erreur d'identit\w*|homonyme"
    r"|donneu(?:r|se)|voisine?s? de (?:lit|chambre|palier)"
    r"|(?:de|dans) la population|premiere? (?:pourvoyeur|cause|etiologie)s?|(?:est|sont) (?:la |le "
    r"|les )?plus frequente?s?"
    r"|sont frequente?s?|les (?:cancers|carcinomes|adenocarcinomes|neoplasies"
    r"|primitifs)\b[^.;]{0,40} (?:donnent|metastasent|entrainent|exposent)",
    # what a grade means
    r"\d[abc]? ?= ?(?:pas|absence|limit|compress|atteinte|envahi|lesion|stable|instable|contact|lyti|mixte"
    r"|condens|extension|deform)\w*",
    r"(?:escc|bilsky|sins|grade|stade) ?\d?[abc]? (?:si|lorsque|quand|en cas)\b|(?:escc|bilsky|sins|grade"
    r"|stade) ?\d?[abc]? (?:correspond|designe|signifie|definit|evalue|comporte)\w*",
    # what is true of all
    r"(?:rappel(?:ons|er)|soulign(?:ons|er)|on (?:sait|rappelle)|il est (?:classique|habituel|connu|admis|etabli)"
    r"|il convient de (?:rappeler|savoir|souligner))(?: (?:bien|aussi|ici))? que? ?(?:les|des|le|la|l'|une?"
    r"|tout\w*|ces)"
    r"(?! (?:lesion|patient\w*|metastase|tumeur|vertebre) (?:est|a|de)\b)",
    r"(?:peut|peuvent|pouvant) (?:\w+ment )?(?:se transformer|degenerer|metastaser|evoluer)|est dite?"
    r"|sont dites?|se definit"
    r"|est definie?|sont definies?|par definition|definition|nomenclature|legende",
    r"(?:exemple|cas) (?:fictif|type|clinique publie)|lettre[- ]type|modele de compte[- ]rendu|cas publies?"
    r"|serie de la litterature",
    r"informations? (?:destinees? )?(?:aux|pour les) patients|chez l'adulte|chez l'enfant|chez (?:l'adolescent"
    r"|le sujet (?:age|jeune)|la femme|l'homme|le jeune)",
)
