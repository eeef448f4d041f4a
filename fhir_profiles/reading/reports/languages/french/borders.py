"""Where a French statement ends and what its parts are: borders, section headings, levels that are no lesion's place.

What may not live here: findings (`structures`, `tumour`, `patient`), and words of denial and doubt (`cues`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import words
from fhir_profiles.reading.reports.mention import Section

HARD: Final = re.compile(
    r";|\u2014|(?<=\s)[-–](?=\s)|\.(?=\s)|\n"
    r"|\b(?:mais|or|toutefois|cependant|neanmoins|pourtant|alors que|tandis que|bien que|quoique|malgre"
    r"|en depit|(?<!etant )en revanche|par contre"
    r"|contrairement (?:au|a)|a la difference d[eu]|a l'inverse|(?<=, )(?:sauf|hormis|excepte|a l'exception"
    r"|en dehors|a part)"
    r"|(?:sauf|hormis|excepte|a l'exception|en dehors|a part)"
    r"(?! (?:d[eu] |d')?(?:en |de |celle de |celui de |au niveau de )?(?:th|[ctdls]) ?\d)"
    r"|, c(?:elui|elle|eux|elles) d[eu]|outre|car|parce que|puisque|sinon|en dehors de"
    r"|parmi|et avec|, avec|, dont|, qui|et dont|et qui|excluant par ailleurs|par ailleurs)\b"
)
_KINDS: Final = (
    r"(?:extra|intra|epi|para|pre|peri|retro|endo)?-?(?:foramin|dural|durau|canal|vertebr|spin|sacre|osseu"
    r"|medull|rachid|radicul|discal|lateral|anterieur|posterieur|moteur"
    r"|sphincter|sensiti|lytique|condens|mixte|droit|gauche|tumoral|musculaire|neurolog|lomba|dorsa|cervica)"
)
FRESH: Final = re.compile(
    r"(?:il|elle|on|ce|cette|cet|ces|un|une|avec|dont|qui|celui|celle|ceux|desormais|aujourd'hui|actuellement"
    r"|mesurant|montrant|y compris|notamment)\b"
    r"|(?:le|la|les)\s|l'"
    r"|\d+(?:[.,]\d+)?\s?(?:mm|cm|%)?|(?:th|[ctdls]) ?\d{1,2}\b"
    r"|(?:\w+ ){1,3}(?:est|sont|a|ont|reste|restent|intacts?|respectee?s?|conservee?s?|preservee?s?|normale?s?"
    r"|libres?|indemnes?|rompue?s?|detruite?s?)\b"
)
GOES_ON: Final = re.compile(
    # a list under one denial goes on with "de", "ni", "ou", an adjective, or has an "ou" or "ni" to come;
    # all else is a new statement
    rf"(?:de|du|des|ni|ou|et|au|aux|a|dans|vers|voire)\b|d'|{_KINDS}"
    # an insertion: "il n'existe pas, en T8, d'epidurite"
    r"|(?:en|sur|a|au|aux|dans|ce jour|par ailleurs|notamment|egalement|toutefois|actuellement|aujourd'hui|ici"
    r"|y compris|pour autant)\b"
    r"[^,;.]{0,40}, (?:de |d'|du |des )"
    r"|(?!(?:une?|avec|dont|qui|il|elle|on)\b)(?:(?!\b(?:pas|sans|aucune?|absence|avec"
    r"|non)\b)[^;.]){0,90}?\b(?:ni|ou)\b"
)
JOINS: Final = words(r"ou", r"ni", r"et", r"et/ou", r"ainsi que", r"voire")
MODIFIES: Final = words(
    r"(?<!ni )(?<!ou )(?<!et )(?<!, )(?<!\bque )(?<!\bcomme )(?<!\bvoire )(?:de|du|des|d|sur|par|en|a|au|aux"
    r"|dans|autour|malgre|derriere"
    r"|devant|pres|entre|chez|sous)(?! (?:th|[ctdls]) ?\d)(?:(?: |')(?:la|le|l|les|ce|cette|ces|une?|sa|son|chaque))?"
)
WITH: Final = words(r"(?<!qu')avec", r"montrant", r"entrainant", r"qui", r"dont", r"responsable", r"associee?s?")
SAYS: Final = words(
    r"il (?:existe|y a|persiste)", r"on (?:note|retrouve|observe|constate|visualise)",
    r"montr(?:e|ent|ant)", r"mesur(?:e|ent|ant)", r"avec",
    r"presente(?:nt)? (?:une?|des)",
)  # fmt: skip

HEADINGS: Final = (
    (
        Section.IMPRESSION,
        re.compile(
            r"(?:conclusions?|en conclusion|au total|synthese|impression|resume|en resume|appreciation"
            r"|interpretation|diagnostic|avis)\s*[:\-–]\s*"
            r"|(?:conclusions?|au total|synthese|impression)\s*$"
        ),
    ),
    (
        Section.FINDINGS,
        re.compile(
            r"(?:resultats?|reponse|description|constatations?|observations?|analyse|compte[- ]rendu|rapport"
            r"|lecture)\s*[:\-–]\s*"
            r"|(?:resultats?|description|constatations?)\s*$"
        ),
    ),
    (
        Section.QUESTION,
        re.compile(r"(?:questions?(?: (?:clinique|posee|du clinicien))?s?|demande|objet de la demande)\s*[:\-–]\s*"),
    ),
    (
        Section.CLINICAL,
        re.compile(
            r"(?:(?:renseignements?|informations?|donnees|contexte|indications?|histoire"
            r"|elements?)(?: cliniques?)?|anamnese|antecedents?|clinique|motif(?: de (?:l'examen|la demande))?"
            r"|rc)\s*[:\-–]\s*"
        ),
    ),
    (
        Section.TECHNIQUE,
        re.compile(r"(?:techniques?|protocole|methodes?|deroulement|acquisition|dose|dosimetrie|examen)\s*[:\-–]\s*"),
    ),
    (
        Section.ADVICE,
        re.compile(r"(?:recommandations?|conduite a tenir|cat|suggestions?|conseils?|proposition|suite)\s*[:\-–]\s*"),
    ),
)
NO_LEVEL: Final = re.compile(
    r"\s*(?:(?:(?<=non en [cdtls]\d)|(?<=non en [cdtls]\d\d)|(?<=non [cdtls]\d)|(?<=non de [cdtls]\d)"
    r"|(?<=non de [cdtls]\d\d)|(?<=non [cdtls]\d\d)|(?<=non a [cdtls]\d)"
    r"|(?<=non a [cdtls]\d\d)|(?<=pas en [cdtls]\d)|(?<=pas en [cdtls]\d\d)|(?<=pas a [cdtls]\d)|(?<=pas a [cdtls]\d\d))[,)] \w"
    r"|fat|fs\b|tse|dixon|spin|gado|avec injection|apres injection|\(?d(?:u|e l)(?: |')(?:dis[qk]ue"
    r"|racine)|radicul\w*|dermatom\w*|(?:gauche |droite? )?(?:foraminale?|extra-?foraminale?|exclue|migree)\b)"
)
NO_LEVEL_OF_TWO: Final = re.compile(r"\s*(?:(?:gauche|droite?|bilateral\w*) )*(?:foram|degenerat|arthros)")
NO_LEVEL_BEFORE: Final = re.compile(
    r"(?:(?:hyper-?|hypo-?|iso-?)?signal|(?:hyper|hypo|iso)-?intenses?|intensite|images?|sequences?|ponder\w+"
    r"|sagittales?|axiales?|coronales?|transversales?"
    r"|acquisitions?)(?:[\s,/]|en|et|t1|t2|stir|flair|tse)*$|(?:\bracines?(?: \w+){0,1}|nerfs?|radicul\w+"
    r"|dermatome|myotome|territoire|disques?(?: \w+){0,2}|disca(?:l|le|ux|les)(?: \w+){0,2}"
    r"|discopathies?(?: \w+){0,2}|hernies?(?: \w+){0,3}"
    r"|protrusions?(?: \w+){0,3}|debords?(?: \w+){0,2}|listhesis(?: \w+){0,2}|cotes?|sciatalgies?|sciatiques?"
    r"|deficit|steppage|cruralgies?|(?:uncarth"
    r"|arth)rose(?: \w+){0,3})\s*(?:de |d'|en )?$"
    # "the foramen L4", but "the foramen of L4" is a place
    r"|(?:foramens?(?: gauches?| droits?| neuraux)?|(?:trous?|canaux) de conjugaison(?: gauches?| droits?)?"
    r"|interlignes?(?: \w+)?"
    r"|plateaux(?: vertebraux)?|articulations?(?: \w+)?)\s*$"
)
ABBREVIATIONS: Final = frozenset(
    {
        "dr",
        "pr",
        "env",
        "ca",
        "cf",
        "fig",
        "resp",
        "max",
        "min",
        "lat",
        "ant",
        "post",
        "mm",
        "cm",
        "st",
        "p.ex",
        "ex",
        "inf",
        "sup",
        "av",
        "ap",
        "dte",
        "gche",
        "art",
    }
)
COMMON: Final = frozenset(
    {
        "le", "la", "les", "de", "du", "des", "et", "est", "sont", "avec", "pas", "un", "une", "en", "au", "aux", "sans",
        "dans", "sur",
        "par", "il", "elle", "ne", "ni", "ce", "cette", "qui", "droite", "gauche", "lesion", "corps", "mur", "rachis",
        "tassement",
    }
)  # fmt: skip
NO_LEVEL_OF_TWO_BEFORE: Final = re.compile(
    r"(?:foramens?|foramina\w*|trous? de conjugaison|interligne|articulation|espace|jonction)(?: \w+){0,2} ?$"
)
ALTERNATIVES: Final = words(r"ou", r"ni", r"et/ou", r"voire")
_LEVEL: Final = r"(?:th|[ctdls]) ?\d{1,2}"
_NOT_THERE: Final = (
    r",? (?:sans|non|pas|n'en a pas|n'en presente pas|ne l'est pas|en est (?:depourvue?|exempte?))(?= ?(?:$|[.,;]))"
)
ELLIPSIS: Final = re.compile(
    r"(?:(?:,|;|\bet|\bmais) ?(?:mais )?(?:pas|non|absente?s?|rien|aucune?)(?: (?:de|en|a|au niveau de"
    rf"|sur))? (?:celui de |celle de )?(?={_LEVEL} ?(?:$|[.,;]))|\b(?={_LEVEL}{_NOT_THERE})"
    rf"|(?:(?<=ce n'est pas )|(?<=ce n'est donc pas )|(?<=ce n'est pas en ))(?={_LEVEL},? mais (?:bien |de "
    rf"|en )*{_LEVEL}))"
    rf"(?P<level>{_LEVEL})"
    rf"|\b(?:le |la )(?:seconde?|deuxieme|derniere?){_NOT_THERE}"
)
_SAID_OF: Final = (
    r"(?=,? (?:avec|sans|est|presente|montre|associee?|a|s'|ne|n'|etant|fractur\w*|compliquee?|reste|comprim\w+"
    r"|envahi\w*|lytique|condensante?|mixte|siege|touche|atteint|refoule|rompt|rompant|s'etend|mesure|infiltre|comble"
    r"|vient|en|y|lui|leur|epargne"
    r"|respecte|occupe|efface|bombe|arrive|jouxte|deborde|detruit|erode|etant|restant|demeure|apparait|semble|parait|a|n'a"
    r"|se|indemne|intacte?|rompue?|effondre\w*|tasse\w*|stable|instable)\b|,? :)"
)
FOREMOST: Final = re.compile(rf"\b(?:(?:la|le) premiere?|celle-la|celui-la)\b{_SAID_OF}")
LATTER: Final = re.compile(
    r"\b(?:cette derniere|ce dernier|(?:de|a|dans|sur|pour) (?:la seconde|la deuxieme|le second))\b|"
    rf"\b(?:(?:la|le) (?:seconde?|deuxieme|derniere?)|cette derniere|ce dernier)\b(?:{_SAID_OF}|(?=,? (?:sans"
    rf"|non|pas)\b))"
)
CLAUSE_OF: Final = re.compile(r",? (?:ou|qui|dont|laquelle|lequel)\b")
CONTRAST: Final = re.compile(
    r"\b(?:contrairement (?:a|au)|a (?:la difference|l'inverse|l'oppose) (?:de|du)) (?:celui de |celle de "
    r"|l'etage |la vertebre )?"
    rf"(?P<level>{_LEVEL})(?= ?(?:$|[.;]))"
)
"""Denied at another level by "pas" alone: "fracture de L2 mais pas de L3"."""
NOW: Final = words(
    r"vers|a une? (?:aspect|etat|forme)|aujourd'hui|actuellement|desormais|maintenant|ce jour|a ce jour"
    r"|a present|a l'heure actuelle"
    r"|sur l'examen (?:du jour|actuel)|au contraire|devenue?s?|est apparue?"
)
"""Words that come back from the past to today."""
RELATIVE: Final = words(
    r"(?:qui|actuellement|desormais|aujourd'hui|a ce jour|deja|connue?s?|decrite?s?|evoquee?s?|suspectee?s?"
    r"|signalee?s?|jusque-la)(?: [\w']+){0,4}"
)
RETURNS: Final = words(
    r"(?:(?<=; )(?:elle|lui)|(?<=patiente )elle|(?<=patient )lui)-meme",
    r";(?=[^;]{0,80}\b[ctls]\d{1,2}\b)",
    r"(?:le|la|notre) patiente? (?:consulte|presente|est|a)",
    r"chez (?:le|la|notre) patiente?",
    r"chez (?:elle|lui)",
    r"l'examen actuel",
)
FILLERS: Final = re.compile(
    r", (?:(?:mais )?(?:a un moindre degre|a un degre moindre|dans une moindre mesure)|par ailleurs|en outre"
    r"|d'ailleurs|en effet)(?:,|(?= de\b))"
)
"""Words between commas that are passed over ("L1 et, a un moindre degre, L3")."""
EXCEPTIONS: Final = re.compile(
    r"(?:^|[.;,] )(?:hormis|en dehors|a l'exception|sauf|outre|excepte|mis a part|a part|contrairement"
    r"|comparativement|par comparaison|par rapport|comparee?s? (?=a)"
    r"|a la difference|a l'inverse|a l'oppose)\b[^,;.]*$"
)
"""A clause that only makes an exception: "hormis un tassement ancien de L1"."""
ANAPHORS: Final = re.compile(
    r"\b(?=ce)(?<!contrairement a )(?<!sauf )(?<!hormis )(?<!excepte )(?<!exception de )"
    r"(?<!difference de )(?<!inverse de )(?<!oppose de )(?<!pour )(?<!rapport a )(?<!\bque )"
    r"\b(?:celui|celle|ceux|celles)(?=(?:,? (?:plus )?\w+(?: et \w+)?,?)? de (?:th|[ctdls]) ?\d{1,2}\b"
    r"(?! (?:sans|avec|ne|n'|non|montre|presente|atteint|touche|envahi|indemne|a (?:progress|augment|regress)"
    r"|(?:est |sont |etant |reste |a ete |apparait |demeure )?(?:\w+ment )?(?:romp|detrui|lys|erod|effract"
    r"|perfor|intact|respect|conserv|preserv"
    r"|epargn|libre|permeable|normal|comprim|combl|occup|infiltr|rempli|sain|retir|depos|en place|aminci|souffl"
    r"|effac|continu))))"
    r"|\b(?=[eatcdls])(?:(?<=, )|(?<=; )|(?<=et )|(?<=ni ))(?:en |a )?(?:th|[ctdls]) ?\d{1,2}(?= (?:non plus"
    r"|egalement|aussi"
    r"|de meme)\b)"
)
PREDICATE: Final = re.compile(r"\bn(?:e |')")
"""The "ne" of a denied verb: what it denies is said of what stands before it, unlike "vis sans descellement"."""
SAME_SUBJECT: Final = re.compile(r", qui (?:\w+(?:ait|aient)|a|ont|n'est|n'a)\b")
"""Borders that are none for what acts backwards: "the mass, which measured 4 cm, has vanished"."""
_NAMED: Final = rf"{_LEVEL}(?:(?:,| et| ou) (?:de |d')?{_LEVEL}){{0,3}}"
ALL_BUT: Final = re.compile(
    r"\b(?:hormis|sauf|excepte|(?:a|avec) (?:l'|la seule )exception|en dehors|mis a part|a part) ?"
    r"(?:(?:de celui|de celle|celui|celle|de|du|d')(?: d[eu])? ?)?(?:(?:en|au niveau d[eu]|a hauteur d[eu]) )?"
    rf"(?P<level>{_NAMED})(?P<clause>,? (?:qui|dont|ou)\b)?"
)
"""Levels of which what is said is not said ("a l'exception de L3, toutes les vertebres sont fracturees")."""
