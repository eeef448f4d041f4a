"""German words that cues share: seen, is, adverbs between, sure, a year.

What may not live here: cues (`asked`, `doubt`, `denial`, `past`).
"""

from __future__ import annotations

from typing import Final

SEEN: Final = (
    r"(?:nach(?:weisbar|zuweisen|weisen|gewiesen|vollziehbar|vollzogen|zuvollziehen|vollziehen)"
    r"|(?:zu )?erkenn(?:bar|en)|erkannt|abgrenzbar|abzugrenzen|abgegrenzt|abgrenzen|sichtbar|sichtlich"
    r"|ersichtlich|(?:dar|nach)stellbar|dargestellt|darzustellen|darstellen"
    r"|(?:mehr )?zur darstellung(?: (?:kommend|gekommen|gebracht))?|vorhanden|vor|vorliegend|gegeben"
    r"|festzustellen|festgestellt|feststellbar|gesehen|zu sehen|auffindbar|aufzufinden|gefunden|finden"
    r"|zu finden|detektier(?:bar|t)|fassbar|zu fassen|auszumachen|auszumachend"
    r"|objektivier(?:t|bar|en)|beleg(?:t|bar|en)|reproduzier(?:t|bar)"
    r"|bestehend|visualisierbar|abgebildet|beobachtet|zu verzeichnen|zu verifizieren|beschrieben|vorgefunden"
    r"|dokumentiert|der fall|identifizier(?:bar|t)|evident|bestehen|verifizierbar)"
)
BE: Final = (
    r"(?:ist|sind|war|waren|wird|werden|wurde|wurden|kann|konnen|konnte|konnten|lasst sich|lassen sich"
    r"|liess sich|liessen sich|liegt|liegen|lag|lagen|stellt sich|stellen sich|kommt|kommen|besteht|bestehen"
    r"|findet sich|finden sich|zeigt sich|zeigen sich|erscheint|erscheinen|erschien|erschienen)"
)
ADV: Final = (
    r"(?:jedoch|aber|allerdings|hingegen|dagegen|derzeit|aktuell|gegenwartig|momentan|bislang|bisher|somit"
    r"|damit|hier|dabei|auch|jetzt|nunmehr|dort|heute|ct-?morphologisch|mr-?morphologisch|bildmorphologisch"
    r"|radiologisch|eindeutig|dadurch|dann|weiterhin|zum aktuellen zeitpunkt|selbst|insgesamt|ebenfalls"
    r"|im vorliegenden ct)"
)
SURE: Final = (
    r"(?:sicher|sicher\w*|eindeutig|zweifelsfrei|definitiv|mit sicherheit|mit letzter sicherheit|zuverlassig"
    r"|verlasslich|ausreichend sicher|hinreichend|abschliessend|vollstandig|ganz|klar|uberzeugend|gesichert"
    r"|endgultig|restlos)"
)
YEAR: Final = r"(?<![\d.])(?:19|20)\d\d(?!\d)"
