"""German words for tumour in the canal and for what it does to the cord.

What may not live here: a grade that is written (`bone`), and contact alone (`neighbours`).
"""

from __future__ import annotations

from typing import Final

from fhir_profiles.reading.reports.languages.german.phrases import (
    EXCEPT,
    NEEDS_TUMOUR,
    NO,
    NO_TUMOUR_THERE,
    NOT_BY_IT,
    NOT_BY_TUMOUR,
    NOT_TUMOUR,
    OTHER_CAUSE,
    PRONOUNS,
    THEN,
    WITHOUT_IT,
    WORDS_OF_NOW,
    YES,
    answered,
    assessed,
    but_also,
    but_not,
    ellipsis,
    first_free,
    free_now,
    not_but,
    that_into,
    the_other_not,
)
from fhir_profiles.reading.reports.languages.german.stems import (
    BY_TUMOUR,
    CANAL,
    CORD,
    EXTENT,
    FREE,
    LIST,
    PART,
    SAC,
    TUMOUR,
    VERBS,
    gap,
)
from fhir_profiles.reading.reports.lexicon import Form, forms

_INSIDE: Final = "(?:epidural|intraspinal|extradural|spinalkanal)"
CANAL_AND_CORD: Final[tuple[Form, ...]] = (
    forms(
        "canal-extension",
        r"(?:epidural\w*|extradural\w*|intradural\w*|intraspinal\w*|intrakanalikular\w*"
        rf"|peridural\w*){LIST}[\s,/\-]+{EXTENT}",
        rf"{VERBS}{gap(8)}(?<!\ban den )(?<!\ban )(?<!vor den )(?<!vor dem ){CANAL}{THEN}",
        rf"{TUMOUR}{gap(3)}(?:engt|verengt|komprimiert|obliteriert|bedrangt){gap(3)}{CANAL}",
        rf"{TUMOUR}[^.;,]{{0,40}}?, (?:der|die|das|welche[rs]?) (?:\w+ ){{0,2}}?{CANAL}(?: \w+){{0,3}}? (?:ein|ver)engt",
        rf"{TUMOUR}{gap(7)}(?:im|in den|in dem|in|innerhalb des|nach|ventral|dorsal"
        rf"|auch) (?:[\w.]+ ){{0,3}}?{CANAL}{THEN}",
        rf"(?<!\ban den )(?<!\ban )(?<!vor den )(?<!vor dem )(?<!bis zum )(?<!nahe dem )(?<!knapp am"
        rf" ){CANAL}{gap(7)}(?:{EXTENT}|{VERBS}"
        rf"|{BY_TUMOUR})",
        r"(?:spinalkanal|epidural)(?:infiltration|beteiligung|befall|invasion|einbruch|tumor)\w*",
        rf"{CANAL}\s?: (?:\w+ ){{0,3}}?(?:ja|positiv|vorhanden|\d+ mm|tumor(?!frei)\w*|infiltr\w+)",
        ellipsis("epidurale"),
        rf"{TUMOUR} (?:(?:auch|rein|links|rechts|beidseits|breit|ist|sind|liegt|findet sich|zeigt sich|besteht|lasst sich"
        rf"|dort|hier) )*"
        r"(?:epidural|intraspinal|extradural)",
        rf"(?:bezug|verbindung|beziehung|kontakt){gap(3)}{CANAL}(?!{LIST}[\s,/\-]+{PART})",
        r"epidural\w* fett(?:gewebe)?\w*(?: \w+){0,4} (?:aufgebraucht|obliteriert|infiltriert|verstrichen"
        r"|verdrangt|ausgefullt|verlegt)",
        unless=NOT_TUMOUR,
    ),
    forms(
        "canal-extension",
        r"(?:\w*delle\w*|\w*dellung\w*|eindell\w+|pelott\w+|imprim\w+|impression\w*|beruhr\w+|\w*kontakt\w*"
        r"|komprim\w+|kompression|verlager\w+|verdrang\w+|deform\w+|tangier\w+|grenz(?:t|en|end\w*)|angrenz\w+"
        r"|erreich\w+|bedrang\w+|infiltr\w+|umgib\w*|umscheid\w*|ummauer\w*|umgreif\w*|umschliess\w*|einengung"
        rf"|eingeengt|einengt){gap(5)}{SAC}",
        rf"{TUMOUR}{gap(1)}um (?:den|die) (?:\w+ )?{SAC}",
        rf"{SAC}(?:{gap(5)}|)(?:eingedell\w+|\w*dellung\w*|pelott\w+|imprim\w+|impression\w*|beruhr\w+"
        r"|\w*kontakt\w*|komprim\w+|kompression|verlager\w+|verdrang\w+|deform\w+|tangier\w+|erreich\w+|infiltr\w+"
        r"|eingeengt)",
        rf"(?:liegt|liegen|liegend\w*)(?: \w+){{0,4}}? {SAC}(?: \w+){{0,3}}? an(?!\w| de[rnm])|{SAC} anliegend\w*"
        rf"|{SAC}(?: \w+){{0,2}}? (?:liegt|liegen)(?: \w+){{0,4}}? an(?!\w| de[rnm])",
        rf"{TUMOUR}{gap(5)}(?:komprimier\w+|kompression){gap(4)}{CORD}",
        rf"(?:{CORD}|\w*spinal)(?:-| )?(?:kompression|komprimierung|einengung|kompromittierung)\w*{gap(3)}{BY_TUMOUR}",
        rf"(?:myelon|ruckenmarks?|kauda|cauda|konus|conus)-?(?:kompression|komprimierung"
        rf"|einengung)\w*{gap(3)}{BY_TUMOUR}",
        rf"(?:kompression|komprimierung){gap(3)}{CORD}{gap(2)}{BY_TUMOUR}",
        rf"{CORD}{gap(3)}(?:komprim\w+|kompression){gap(1)}{BY_TUMOUR}|{CORD}{gap(1)}{BY_TUMOUR}{gap(3)}(?:komprim\w+)",
        r"(?:metastatisch\w*|tumorbedingt\w*|tumoros\w*) (?:ruckenmarks|myelon|kauda|konus|spinal)kompression\w*",
        unless=OTHER_CAUSE,
        one_sided=True,
        wide=True,
    ),
    forms(
        "canal-extension",
        rf"{CANAL}(?!{LIST}[\s,/\-]+{PART})(?: \w+){{0,1}}?{gap(6)}{FREE}",
        rf"{CANAL}[^.;,]{{0,70}}?(?<!nicht )(?:tumorfrei|frei von tumor\w*|frei von raumforderung\w*)",
        rf"{TUMOUR}{gap(4)}(?:respektiert|verschont|spart){gap(3)}{CANAL}",
        rf"{CANAL}[^.;,]{{0,40}}, (?:(?:jedoch|aber|derzeit|weiterhin|sonst|ansonsten|somit|damit|aktuell) )?(?:tumorfrei"
        r"|frei von tumor\w*)",
        rf"(?:spart|sparen|sparte){gap(3)}{CANAL} (?:\w+ )?aus(?!\w)",
        rf"(?:respektier\w+|aussparung|verschonung|freier?s?|unauffalliger?|tumorfreier?){gap(2)}{CANAL}",
        rf"{CANAL}\s?: (?:nein|negativ|keine?r?s?|nicht|frei|o\. ?b\.?)",
        rf"(?:verbleibt|bleibt|liegt|endet)(?: \w+){{0,2}}? (?:ausserhalb|vor) (?:des|dem) {CANAL}",
        rf"{CANAL}(?: \w+){{0,2}}? (?:keine|keinerlei|ohne) auffalligkeit\w*",
        rf"{CANAL}{NOT_BY_TUMOUR}",
        rf"{CANAL}{WITHOUT_IT}",
        rf"{CANAL}{NOT_BY_IT}",
        not_but(CANAL),
        first_free(CANAL),
        rf"{CANAL}[^.;]{{0,40}}?, (?:dieser|der)(?: (?!nicht\b|kein)\w+){{0,2}}? {FREE}",
        rf"{SAC}(?: \w+){{0,3}}? (?<!nicht )(?:frei|tumorfrei|unauffallig|nicht (?:\w+ )?infiltriert)",
        r"(?:epidural|intraspinal)\w* fett(?:gewebe)?\w*(?: \w+){0,3} (?:erhalten|intakt|abgrenzbar|unauffallig|regelrecht)",
        denied=True,
        closed=True,
    ),
    forms("canal-extension", rf"{CANAL}{NO_TUMOUR_THERE}", denied=True, closed=True, needs=NEEDS_TUMOUR),
    forms("canal-extension", assessed(CANAL), closed=True),
    forms("canal-extension", free_now(CANAL, FREE), denied=True, closed=True, needs=WORDS_OF_NOW),
    forms("canal-extension", that_into(CANAL), unless=NOT_TUMOUR, needs=PRONOUNS),
    forms("canal-extension", answered(_INSIDE, NO), denied=True, closed=True),
    forms("canal-extension", answered(_INSIDE, YES), closed=True, unless=NOT_TUMOUR),
    forms(
        "canal-extension",
        rf"{CANAL}[^.;,]{{0,30}}?{EXCEPT} (?:\w+ ){{0,4}}?{EXTENT}[^.;,]{{0,40}}?(?:frei|tumorfrei|unauffallig)",
        rf"{CANAL}[^.;,]{{0,30}}?(?:frei|tumorfrei|unauffallig)\w* {EXCEPT} (?:\w+ ){{0,4}}?{EXTENT}",
        closed=True,
        unless=NOT_TUMOUR,
    ),
    forms(
        "canal-extension",
        rf"{CANAL}{gap(5)}nicht (?:mehr |ganz |vollstandig )?(?:tumorfrei|frei|respektiert|verschont|ausgespart)",
        closed=True,
    ),
    forms(
        "canal-extension",
        rf"(?:tumoros\w*|tumorbedingt\w*|metastatisch bedingte?\w?|metastasenbedingt\w*){gap(2)}(?:(?:einengung"
        rf"|verlegung|stenose|stenosierung|kompression|obliteration){gap(3)}{CANAL}|(?:spinal"
        r"|wirbel)kanal(?:stenose|einengung|verlegung)\w*)",
        rf"(?:(?:spinal|wirbel)kanal)(?:stenose|einengung|verlegung)\w*{gap(3)}{BY_TUMOUR}",
    ),
    forms(
        "canal-extension",
        r"kein\w* (?:\w+ )?(?:abstand|distanz|fettlamelle|fettschicht"
        r"|trennschicht)\w*(?: mehr)?(?: \w+){0,3}? (?:zu[mr]?"
        rf"|zwischen|gegenuber)(?: \w+){{0,3}}? {SAC}",
        closed=True,
        unless=OTHER_CAUSE,
        wide=True,
    ),
    forms("canal-extension", but_not(CANAL), denied=True, closed=True),
    forms("canal-extension", the_other_not(CANAL), denied=True, closed=True, needs=(" nicht",)),
    forms("canal-extension", but_also(CANAL), closed=True, unless=NOT_TUMOUR),
    forms("cord-compression", rf"{CORD}{NOT_BY_IT}", denied=True, closed=True),
    forms(
        "cord-compression",
        r"(?:myelon|ruckenmarks|kauda|cauda|konus|cauda-?equina-?|spinalmark)-?(?:kompression|kompromittierung"
        r"|einengung|komprimierung|bedrangung)\w*",
        rf"{CORD}{gap(5)}(?:komprim\w+|kompression|gequetscht|abgeplattet|eingeengt|flachgedruckt)",
        rf"(?:komprim\w+|kompression|bedrangung){gap(4)}{CORD}",
        r"mscc|msrk",
        rf"kompressions(?:effekt|wirkung|zeichen)\w*{gap(3)}{CORD}",
        r"kompression (?:der )?(?:neurale[rn]?|neurogene[rn]?|nervale[rn]?) struktur\w*",
        rf"{CORD}[^.;]{{0,60}}?(?P<at>, (?:(?:aber|jedoch|allerdings|derzeit|noch|dieses|es|dies|dabei|selbst|hierbei"
        rf"|bislang) )*(?:nicht "
        r"|kaum )?(?:\w+ )?komprimiert|, komprimiert (?:es|dieses|sie|diese) (?:\w+ )?nicht|, (?:aber |jedoch "
        r"|allerdings )?(?:ohne|keine) (?:\w+ )?kompression\w*"
        r"|, (?:aber |jedoch )?ohne (?:es|dieses|diese|sie) (?:\w+ )?zu (?:komprimieren|beengen|bedrangen))",
    ),
)
