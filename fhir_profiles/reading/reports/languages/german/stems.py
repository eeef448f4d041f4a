"""German words that several findings share: tumour, spread, canal, wall, foramen, soft tissue, nerve, viscus.

German builds its words: a stem with what may stand before and behind it ("Weichteilanteil", "Hinterkantendestruktion").
All words are folded (`ue` of umlauts is not written: "hohenminderung", "ruckenmark"). What may not live here: whole findings.
"""

from __future__ import annotations

from typing import Final

from fhir_profiles.reading.reports.lexicon import either

WITHIN: Final = either(
    # what may head a noun behind a comma of an enumeration: "Epiduralraum, Neuroforamina und Weichteile"
    (
        "neuroforam",
        "foram",
        "paravert",
        "pravert",
        "prasakr",
        "epidural",
        "intraspin",
        "spinalk",
        "wirbelk",
        "hinterk",
        "weichteil",
        "psoas",
        "lamina",
        "bogen",
        "pedikel",
        "querforts",
        "dornforts",
        "wirbelkorper",
        "gelenkforts",
        "facett",
        "myelon",
        "dural",
    )
)


def gap(longest: int, *, but: str = "", commas: bool = True) -> str:
    """Up to so many words between two others; over a comma, if at all, only where the enumeration plainly goes on."""
    stop = (
        r"(?!(?:sondern|mit|wobei|wahrend|obwohl|unauffallig\w*|intakt\w*|erhalten\w*|frei|tumorfrei|verschont"
        rf"|respektiert{but and '|' + but})\b)"
    )
    comma = rf"(?<!t)(?<!frei)(?<!en)\s?, (?=(?:noch|oder|und|sowie|beide|auch|sowohl|(?:des |dem |den )?{WITHIN})\w*)"
    if not commas:
        return rf"(?:[\s/:\-]+{stop}[\w.%²]+(?:-\w+)*){{0,{longest}}}?[\s/:\-]+"
    return rf"(?:(?:[\s/:\-]+|{comma}){stop}[\w.%²]+(?:-\w+)*){{0,{longest}}}?(?:[\s/:\-]+|{comma})"


LIST: Final = (
    r"(?:[\s,/\-]+(?:oder|und|bzw\.?|sowie|noch|auch|nach|epidural\w*|extradural\w*|(?:neuro)?foraminal\w*"
    r"|para-?vertebral\w*|paraspinal\w*"
    r"|pravertebral\w*|prasakral\w*|perivertebral\w*|intraspinal\w*|intraforaminal\w*|extraossar\w*"
    r"|retroperitoneal\w*|gelegen\w*|reichend\w*"
    r"|wachsend\w*|links\w*|rechts\w*|beidseit\w*|beidseits|bds\.?|ventral\w*|dorsal\w*|lateral\w*|zirkular\w*"
    r"|grosse\w*|kleine\w*|solide\w*"
    r"|schmale\w*|breite\w*|dicke\w*|flache\w*|kraftig\w*|tumoros\w*|metastatisch\w*|malign\w*|neoplastisch\w*"
    r"|pathologisch\w*|ausgedehnte\w*|km|anreichernd\w*"
    r"|aufnehmend\w*|ein\w?|neu\w*|bis|\d+(?:[.,]\d+)?|mm|cm)){0,7}"
)
"""What may stand between "epidural" and the noun that it belongs to."""

TUMOUR: Final = (
    r"(?:\w*tumor(?!frei)\w*|\w*metasta\w+|filia\w*|absiedl\w+|lasion\w*|raumforderung\w*|\w*masse|\w*massen"
    r"|\w*geschwulst\w*|\w*prozess\w*|chordom\w*"
    r"|\w*sarkom\w*|plasmozytom\w*|myelom\w*|osteolyse\w*|nidus|herd\w*|\w*anteil\w*|\w*komponente\w*"
    r"|\w*gewebe\w*|\w*manschette\w*|\w*formation\w*|\w*wachstum\w*)"
)
EXTENT: Final = (
    r"(?:\w*(?:tumor(?!frei)|anteil|komponente|ausdehn|ausbreit|ausbruch|einbruch|durchbruch|ubertritt"
    r"|raumforderung|formation|manschett|infiltra|invasion|wachs"
    r"|wuchs|gewebe|weichteil(?!verbreit|verdick|schwell|odem|emphysem|e?n?\b|mantel\b|schatten)|manifestation|absiedl"
    r"|metasta|masse"
    r"|auslaufer|zapfen|saum|durchsetz|beteilig"
    r"|befall|ubergreif|uebergreif|lasion"
    r"|plaque|fortsetz|polster|prozess|propagation|vorwolb|vorwachs|erstreckung|auftreib|polster|filia|lamelle"
    r"|mantel|kragen|verlegung|reichend)\w*|plus|herd\w*)"
)
PART: Final = (
    r"\w*(?:tumor(?!frei)|ausdehn|ausbreit|anteil|komponente|infiltra|invasion|raumforderung|manschett|metasta"
    r"|ausbruch)\w*"
)
"""A part of a tumour, which is there whatever is said of others behind its comma."""
VERBS: Final = (
    r"(?:(?:\w*(?:wachs(?:t|en\w*|end\w*|tum)|gewachsen\w*|bruch(?:e?s)?|breche?n\w*|brechend\w*|bricht"
    r"|gebrochen\w*|reich(?:t|en|end\w*)|ragt|ragen\w*|ragend\w*"
    r"|gedehnt|dehnt|dehnung\w*|erstreck\w+|infiltr\w+|invas\w+|invad\w+|wolb\w+|greift|greifen\w*|greifend\w*"
    r"|gegriffen|breitung\w*|breitet\w*|gebreitet|schreit\w+"
    r"|schritten\w*|befall\w*|setzt|setzend\w*|setzung|fullt|fullend\w*|fullung|bezieht|einbezieh\w*|bezogen"
    r"|beteilig\w+|laufer\w*|zapfen|propag\w+|verleg\w+"
    r"|obliter\w+|protru\w+|penetr\w+|ubertritt|vorschieb\w+|vorgeschoben|okkup\w+|eingenommen|einnehmend\w*"
    r"|mit(?:betroffen|befallen|erfasst)|komprom\w+|aufgebraucht|invagin\w+))|erreich(?:t|en|end\w*)|fortsetz\w+|quillt|vordring\w+|dringt)"
)
BY_TUMOUR: Final = r"(?:tumoros\w*|tumorbedingt\w*|durch (?:\w+ ){0,3}?\w*(?:tumor|metasta|raumforderung|lasion)\w*)"

CANAL: Final = (
    r"(?:epidural\w*|extradural\w*|intraspinal\w*|intrakanalikular\w*|(?:spinal|wirbel|sakral|lumbal|zervikal"
    r"|vertebral|ruckenmarks)kanal\w*|kanal(?:s|es)?"
    r"|canalis (?:spinalis|vertebralis|sacralis)|spinale\w* (?:kanal\w*|raum\w*)|duralraum\w*)"
)
SAC: Final = r"(?:dural?-?(?:sack|schlauch)\w*|thekalsack\w*|dura(?: mater)?)"
NO_TUMOUR: Final = (
    r"bandscheib|diskus|\bdiscus|prolaps|protrusion|vorfall|sequest|osteophyt|spondylophyt|hamatom|blutung"
    r"|abszess|empyem|phlegmon|lipomatose|zement|palacos|pmma"
    r"|stenos|flavum|synovial|\w*zyste|narb|(?:knochen|hinterkanten)fragment|knochernes fragment|retropuls"
    r"|retropulsi|vorwolbung de[rs] (?:wirbel\w*)?hinter|hinterkantenvorwolb|degenerat|katheter|elektrode"
    r"|facetten(?:gelenks)?(?:arthro|hyper)"
    r"|spondylarthro|ossifikation|serom|\bgas|lufteinschl|gefass(?!kontakt)|venenplexus|varix|eisball|iceball"
    r"|eiskugel|nadel|kryosonde"
    r"|kanule|drainage|meningeom|neurinom|schwannom|ependymom"
)
FORAMEN: Final = (
    r"(?:(?:neuro|intervertebral)?foram(?:en|ina|inal\w*|ens)(?: intervertebral\w*)?|neuroforam\w*"
    r"|intraforaminal\w*|nervenaustrittslo\w+)"
)
WALL: Final = (
    r"(?:(?:(?:wirbelkorper|wirbel)?-?hinter(?:kante|wand|rand|flache)n?(?:kontur|begrenzung|kortikalis|linie"
    r"|uberstand|alignement|alignment)?|(?:wirbelkorper|wirbel)ruck(?:flache|wand|seite)\w*|ruckwand"
    r"|(?:dorsal|hinter|posterior)\w* (?:\w+ ){0,1}?(?:wirbelkorper|wirbel)?(?:kortikal\w*|cortical\w*|corticalis"
    r"|kante\w*|wand\w*|begrenzung\w*|kontur\w*|kompakta\w*|zirkumferenz|kortex|cortex|rand)"
    r"|(?:kortikal\w*|kompakta) (?:zum|gegen den|in richtung|richtung) (?:spinal"
    r"|wirbel)kanal\w*)(?<!alignement)(?<!alignment)(?<!fragment))"
    r"(?! de[rs] (?:rektum|trachea|magen|sigma|blase|osophagus|aorta))"
)
BROKEN: Final = (
    r"(?:\w*(?:destru(?:ktion|ier|kt)|arrod|arrosion|durchbr|durchbroch|unterbr|unterbroch|defekt|perfor"
    r"|zerstor|infiltr|uberschr|uberrag|usur|erod|erosion|erosiv|aufgebroch"
    r"|beteilig|betroffen|einbezog|einbezieh|einbeziehung|konsum|aufgebraucht|aufbrauch|retropuls|dislozi"
    r"|dislozier|eingebroch|einbruch|frakturier|fraktur|penetr|ruptur"
    r"|nachgeb|nachgib|nachgegeb|aufgelost|auflosung|ausbruch|verlust|durchsetz|durchwachs|durchwachsen|befall|aufgehob|verletz"
    r"|eroffn|gesprengt|zersprengt|aufgeweich|aufgetrennt|ausriss|abriss|absprengung|zersetz|angenagt|resorb|versatz"
    r"|versetzt|disloziert|abbruch|abgebrochen)\w*"
    r"|bricht|sprengt|lucke\w*|(?:hielt|halt|hielten|halten)(?: \w+){0,3}? nicht stand)"
)
WHOLE: Final = (
    r"(?<!nicht )(?<!nicht mehr )(?:intakt\w*|erhalten\w*|respektiert\w*|unversehrt\w*|unauffallig\w*|glatt\w*"
    r"|durchgehend\w*|regelrecht\w*|ausgespart\w*|verschont\w*|kontinuierlich\w*|unbeteiligt\w*"
    r"|geschlossen\w*|regular\w*|scharf (?:begrenzt|konturiert)|integritat|o\. ?b\.?|in ordnung|unverletzt"
    r"|nicht beteiligt|nicht betroffen|stehen(?:geblieben|d\w*)|steht|standhaltend"
    r"|(?:halt|hielt|halten|hielten)(?: (?!nicht)\w+){0,3}? stand)"
)
FREE: Final = (
    r"(?<!nicht )(?<!nicht mehr )(?<!nicht ganz )(?<!nicht vollstandig )(?:frei(?:e\w?)?|tumorfrei\w*"
    r"|unauffallig\w*|respektiert\w*|ausgespart\w*|verschont\w*|unbeteiligt\w*|unversehrt\w*|nicht (?:\w+ )?(?:betroffen\w*"
    r"|beteiligt|infiltriert|tangiert|einbezogen|erreicht|befallen)"
    r"|(?:vo[mn] (?:\w+ )?)?unberuhrt|durchgangig frei|regelrecht weit und frei|o\. ?b\.?|frei von tumor)"
)
SOFT: Final = (
    r"(?:para-?vertebral\w*|paraspinal\w*|pra-?vertebral\w*|prasakral\w*|pra-?spinal\w*|perivertebral\w*"
    r"|peri-?ossar\w*|retroperitone\w+|extraossar\w*|extra-?vertebral\w*|para-?ossar\w*"
    r"|(?:m\.? |musculus )?(?:ilio)?psoas\w*|(?:m\.? |musculus )(?:\w+)|(?:psoas|iliopsoas|gluteal|rucken"
    r"|paravertebral|nacken|becken|strecker|interkostal)muskul\w*"
    r"|(?:autochthone\w* |paravertebrale\w* |angrenzende\w* |umgebende\w* "
    r"|benachbarte\w* )*(?:rucken)?(?:muskulatur|weichteile\w?|weichteilmantel|weichgewebe\w*)|longus colli"
    r"|erector spinae|piriformis|iliakus|gluteus\w*)"
)
SOFT_PART: Final = (
    r"(?:weich(?:teil|gewebs?)\w*(?:anteil|komponente|tumor|masse|raumforderung|formation|manschett|ausdehn"
    r"|infiltr|beteilig|saum|plus|ausbruch|ausbreit|mantel(?!s)|prozess|invasion"
    r"|vermehrung|metasta|auftreib|wulst|korrelat|lasion|wachstum|verdichtung)\w*)"
)
NERVE: Final = (
    r"(?:(?:\w*nerven|spinal|[cls]\d-)?wurzel(?!tasche)\w*|(?:neurale|nervale)\w? struktur\w*"
    r"|(?:spinal)?nerv(?:en|s)?|spinalganglion|ganglion|radix|myelon\w*"
    r"|ruckenmark\w*|cauda(?: equina)?|kauda\w*|konus|conus(?: medullaris)?|\w*plexus|" + SAC + ")"
)
CORD: Final = r"(?:myelon\w*|ruckenmark\w*|medulla|konus(?! und)\w*|conus(?: medullaris)?|cauda(?: equina)?|kauda\w*)"
BOWEL: Final = (
    r"(?:(?:colon|kolon)(?! ?(?:karzinom|ca\b))(?: \w+(?:ns|deum|cendens|sum))?|sigma\w*|sigmoid\w*|rekt(?:um"
    r"|osigmoid)\w*|rectum|(?:dunn|dick|zwolffinger|enddarm|mast)?darm\w*|(?:dunn)?darmschlinge\w*"
    r"|duodenum\w*|ileum\w*|jejunum\w*|zakum|caecum|zokum|mesorekt\w*)"
)
OTHER_VISCUS: Final = (
    r"(?:osophagus\w*|speiserohre|pleura\w*"
    r"|(?<!karzinoms der )(?<!karzinom der )(?<!karzinom in der )lunge(?! ?n?(?:karz|krebs))"
    r"|lungen(?:parenchym|oberflache|unterlappen|oberlappen)?|trachea\w*|luftrohre|aorta(?: \w+ns)?|aorten\w*"
    r"|vena cava\w*|v\.? cava\w*|(?:a|v|aa|vv|vasa)\.? (?:iliac|vertebr)\w*|vasa iliaca"
    r"|iliakal\w*(?:gefass\w*)?|beckengefass\w*|hohlvene|(?:arteria|vena) (?:iliac|vertebr)\w*|ureter\w*"
    r"|harnleiter\w*|niere(?!n(?:zell|karz|tumor))|nierenbecken|harnblase\w*|blase|zwerchfell\w*|azygos"
    r"|v\.? azygos|hauptbronchus|bronchus|pharynx|hypopharynx|larynx|magen\w*|grosse\w* gefasse\w*)"
)
JOINT: Final = (
    r"(?:(?:facetten|wirbel|wirbelbogen|bogen|intervertebral|zwischenwirbel|apophysen)-?gelenk(?!fort|spiel"
    r"|arthr)\w*|gelenkfacette\w*"
    r"|gelenkspalt\w*|gelenkflache\w*|kleine[ns]? wirbelgelenk\w*|intraartikular\w*)"
)
