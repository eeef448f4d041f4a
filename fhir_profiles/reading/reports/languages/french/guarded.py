"""French words near which nothing is read as present, or as absent, unless a cue has made sense of them.

Wider than the cues on purpose: a word that is here and in no cue makes "not known" of what stands beside it. What may not live
here: what acts on a finding (`doubt`, `denial`, `cues`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import words

GUARDED: Final = words(
    # denial
    r"pas|point|jamais|ni|aucun\w*|nul(?:le)?s?|nullement|sans|rien|guere|non|hors|defaut de|faute de|denue\w*"
    r"|depourvu\w*",
    r"absen\w+|manqu\w+|inexist\w+|negati\w+|exclu\w*|elimin\w+|ecart(?:e|ee|es|ees|er|ant)|infirm\w+|refut\w+"
    r"|recus\w+"
    r"|rejet\w+|dementi\w*|conteste\w*|invalid\w+|exempte?s?|vierges?|indemnes?|epargn\w+|respect(?:e|ee|es|ees|ant)",
    # something else: taken for it, like it, in its place
    r"a tort|par erreur|errone\w*|faux|fausse\w*|pseudo-?\w*|mim(?:e|ent|ant|er)|simul\w+|pieges?|imit\w+"
    r"|ressembl\w+|rappel(?:le|lent|lant)|confon\w+|semblable\w*|comme une?|artefactuel\w*",
    r"respectivement|plutot|a la place|au profit|alternativ\w+|volume partiel|diagnostic differentiel",
    # doubt
    r"possib\w+|probab\w+|eventuel\w*|incertain\w*|douteu\w+|doutes?|hypothe\w+|theori\w+|vraisembl\w+"
    r"|presum\w+|suppos\w+"
    r"|suspect\w*|suspicion\w*|soupcon\w*|equivoque\w*|ambigu\w*|indetermin\w+|litigieu\w+|discut\w+|envisag\w+"
    r"|evoqu\w+",
    r"sembl\w+|parai(?:t|ssent|ssant)|peut-etre|croi(?:t|re)|impression|apparemment|pens\w+|compatible\w*"
    r"|ininterpretable\w*|inanalysable\w*|mal (?:vu|visible|analys|evalu|apprecie)\w*",
    # past
    r"ancien\w*|auparavant|anterieurement|precedemment|autrefois|jadis|naguere|initial\w*|alors|a l'epoque"
    r"|(?:etai|avai|montrai|existai|presentai|mesurai|siegeai|envahissai|infiltrai|comprimai|refoulai)(?:t|ent)"
    r"|fut|furent",
    r"disparu\w*|disparition|resol\w+|resorb\w+|gueri\w*|consolid\w+|cicatris\w+|transitoir\w+|resequ\w+"
    r"|evacu\w+|decompri\w+|corrige\w*|nettoy\w+|efface\w*|reconstrui\w+|fondu\w*|notions?|fonte|(?:n'|ne )(?:est|sont"
    r"|y a|\w+) plus",
    # condition, plan, wish, question
    r"si|s'il|s'ils|lorsqu\w*|quand|faudra\w*|devra\w*|serai\w*|pourrai\w*|aurai\w*|ferai\w*|au cas|en cas"
    r"|a moins|pourvu",
    r"imminen\w+|menac\w+|risqu\w+|craint\w*|craindre|redout\w+|futur\w*|prochain\w*|prevu\w*|programm\w+|planifi\w+"
    r"|propos\w+|recherch\w+|evit\w+|preven\w+|prophyla\w+|depist\w+|surveill\w+|attent\w+|question|demand\w+"
    r"|souhait\w+",
    # others
    r"souvent|parfois|frequemment|rarement|famil\w+|hereditai\w+|litterature|etudes?|en general|generalement"
    r"|typiquement|classiquement|habituellement",
    # what was thought, what was taken out, what was regained, a year that no cue has taken
    r"(?:tenu|pris|pass|interpret|etiquet|class|qualifi)\w* (?:pour|comme)|etiquet\w+|d'abord|de prime abord"
    r"|plus qu'une?|moins (?:une?|qu'une?)|davantage|abandonn\w+|cadu(?:c|cs|que|ques)|reconsider\w+"
    r"|remise?s? en (?:question|cause)"
    r"|\w*(?:[aeiu]ra|[rdv]ra|ront)(?<!\bpara)(?<!\bopera)|avant qu\w*|empech\w+|jusqu'a (?:ce|l'apparition"
    r"|la survenue|l'installation)|pour qu\w*|afin qu\w*|refus\w+|declin\w+|(?:n'a|n'ont|ne) pu|interromp\w+"
    r"|(?:pendant|durant) (?:[\w']+ ){1,3}(?:jours?|semaines?|mois|ans?|annees?)|fait place|laisse place|cede"
    r"|date(?:nt)? d[e']|remont\w+ a (?:une?|l'|la|son|plusieurs|quelques)"
    r"|longtemps|(?:deposee?|explantee?|enlevee?|retiree?)s?|remarch\w+|recuper\w+|(?:19|20)\d\d",
)
OVERTURNED: Final = words(
    r"respectivement",
    r"(?:pas|sans) (?:certain|sur|possib|exclu)\w*|faux|fausse\w*|errone\w*|a tort|a revoir|rectifi\w+"
    r"|corrige\w*|contredi\w+"
    r"|sauf|hormis|excepte\w*|exception|uniquement|seulement|ne .{1,20} que",
    r"possib\w+|probab\w+|eventuel\w*|incertain\w*|douteu\w+|vraisembl\w+|sembl\w+|parai(?:t|ssent)|apparemment"
    r"|presqu\w*"
    r"|quasi\w*|difficile\w*|limite\w* par|esper\w+|confirmer|verifier",
    r"si|s'il|lorsqu\w*|en cas|serai\w*|pourrai\w*",
)
UPSET: Final = words(
    r"tout sauf|loin d'etre|loin de|compromis\w*|alteree?s?|perdue?s?|sous reserve|en apparence|apparemment",
    # "the fat plane is no longer seen"
    r"(?:ne|n') ?\w+ (?:\w+ment )?(?:plus|pas|guere|jamais|nullement|que \w+ment) (?:\w+ment |tout a fait "
    r"|entierement )?"
    r"(?:vue?s?|visible\w*|visualis\w+|individuali\w+|identifi\w+|retrouve\w*|reconnaiss\w+|assure\w*"
    r"|garanti\w*|acquis\w*"
    r"|certain\w*|libre\w*|respect\w+|conserv\w+|preserv\w+|intact\w*|continu\w*|maintenu\w*|epargn\w+"
    r"|indemne\w*|normal\w*)",
    # "neither the front nor the back wall is spared"
    r"(?:ni|aucune?)\b[^,;.]{2,70}? (?:ne|n') ?(?:est|sont|reste\w*|demeure\w*|apparai\w+|parai\w+) (?!pas\b"
    r"|plus\b)(?:\w+ment )?"
    r"(?:epargn|respect|intact|conserv|preserv|indemne|libre|continu|permeable|normal|integre)\w*",
    r"(?:rien|pas|aucun\w*|plus rien) (?:d'|de )?(?:intact|indemne|preserve|respecte|epargne)\w*",
    r"en partie|partiellement|incompletement|a moitie|a demi|en grande partie|aux (?:deux|trois) \w+|a peine"
    r"|plus ou moins|peu ou",
)
"""Words that make "intact", "free", "a fat plane" untrue though they stand in its own words."""

_FREE: Final = r"(?:libre|intact|respecte|preserve|conserve|epargne|indemne|continu|permeable|integre|vierge)e?s?"
TURNED: Final = re.compile(
    rf"\b(?:ne|n') ?(?:est|sont|etant|reste|restent|apparai\w+|parai\w+|semblent?) (?:\w+ment |donc "
    rf"|lui-meme )?(?:pas|plus|guere"
    rf"|nullement|aucunement) (?:\w+ment |tout a fait )?{_FREE}\b"
    rf"|\bni\b[^,;.]{{2,60}} (?:ne|n') ?(?:est|sont|restent?|apparai\w+) (?!pas\b|plus\b)(?:\w+ment )?{_FREE}\b"
)
"""Denied words of being free or intact."""
