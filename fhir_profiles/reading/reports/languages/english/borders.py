"""Where does one English statement end, which section does a heading open, and which levels are of no lesion?

What may not live here: cues (`cues`) and findings.
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import words
from fhir_profiles.reading.reports.mention import Section

HARD: Final = re.compile(
    r";|\u2014|(?<=\s)[-–](?=\s)|\.(?=\s)|\n"
    r"|\b(?:but|however|although|though|(?<!not )(?<!as )yet(?! to\b)|whereas|while|except|apart from"
    r"|aside from|other than|despite|in spite of|nevertheless"
    r"|nonetheless|instead(?! of)|otherwise|because|so that|since then|the latter|and with|, with"
    r"|only (?=an? )|in contrast to|unlike|owing to|proved to be|turned out to be|proves to be|turns out to be)\b"
)
"""No cue reaches over these."""
_SAYS_ON: Final = (
    r"(?:is|are|was|were|has|have|had|can|could|cannot|does|did|not|no longer|now|today|since|subsequently"
    r"|later|then|ultimately|meanwhile|finally"
    r"|never|remains?|appears?|turned out|proved|excluded|ruled out|resolved|regressed|unlikely|unproven)"
)
GOES_ON: Final = re.compile(
    r"; (?:the )?(?:mri?|ct|pet\S*|imaging|radiographs?|biopsy|histology) (?:does|do|did) not (?:show|demonstrate|reveal)"
    r" (?:it|this|that|them|any|one)\b|; (?:we|i) (?:can |could )?(?:see|find|found|saw|detect|identify) (?:none"
    r"|nothing|no such)\b|[-–] (?:no"
    r"|none|absent|negative|nil|not|excluded|unlikely|possible|probable|questionable|doubtful)\b"
    rf"|,? ?(?:but|yet|although|though|however,?) (?:it |this |that |which |they )?{_SAYS_ON}\b"
)
RELATIVE: Final = re.compile(
    r"(?:(?:which|that|this|it|they|these|and|now|today|currently|meanwhile|since|then|has|have|is|are|was"
    r"|were|can|could|all|both|by now|on \w+|at [ctls]\d+)\s*){1,5}"
)
RETURNS: Final = re.compile(
    r"\b(?:(?:the |our |this )?patients?(?: \w+)? (?:him|her)self|she herself|he himself|(?:her|his) own"
    r"|in (?:this|our) (?:patient|case)|here[,:]|in the present case"
    r"|(?:;|\bbut|whereas|while) (?:the|this) patient (?!')|; (?:the )?[ctls]\d{1,2}\b|current(?:ly)? (?:scan|study"
    r"|examination|mri?"
    r"|ct)|in contrast to (?:this|that|these|those|her|his|the|which)|findings:|today(?:'s)?)\b"
)
ALTERNATIVES: Final = words(r"or", r"nor", r"and/or")
FILLERS: Final = re.compile(
    r", (?:however|though|moreover|by contrast|in contrast|on the other hand|in addition|incidentally"
    r"|in turn|as expected|of course|as known|as before"
    r"|as described|as mentioned|again|too|fortunately|unfortunately|in fact|on the contrary|therefore|thus"
    r"|in particular|consequently|to a (?:lesser|smaller|greater) (?:extent|degree)"
    r"|(?:as|like)(?: (?:seen|described|present|found|known))? (?:at|in) [ctls]\d{1,2}),(?= )"
    r"| \((?:and )?not (?:at |in |of )?[ctls]\d[^()]{0,60}\)(?= )"
    r"| not (?:only|just|merely|solely|simply)(?= (?!because|if|for|yet\b|under|above|below|over\b|about)\w)"
)
FRESH: Final = words(
    r"(?:the|a|an|there|it|its|this|these|that|which|who|whose|both|each|with|now|today|currently|showing"
    r"|shows|measuring|at|in"
    r"|known|new)(?! (?:or|nor)\b)",
    r"(?:lytic|osteolytic|sclerotic|blastic|mixed|left|right|small|large|marked|severe|mild|subtle|extensive|purely)"
    r"(?![^.;:]{0,80}\b(?:or|nor|are absent|are not|are excluded|are unlikely|are ruled)\b)",
    r"\d+(?:[.,]\d+)?\s?(?:mm|cm|%)?",
    r"[ctls]\d{1,2}",
    r"(?:is|are|was|were|has|have|shows?|showed|revealed|confirmed|demonstrates?|confirms|reveals?|proves|establishes"
    r"|yields|measures)(?! (?:not|neither|no longer)\b)",
    r"(?:adjacent|additional|further|associated|multiple|several|one|two|three|only|merely|partial|minimal"
    r"|moderate|however|otherwise|unchanged)"
    r"(?! (?:or|nor)\b)",
    r"\w+ (?:is|are|was|were|has|have|shows?|intact|preserved|maintained|normal|breached|destroyed|eroded)",
    r"\w+ \w+ (?:is|are|was|were|has|have|shows?|intact|preserved|maintained|normal|breached|destroyed|eroded)",
)
NOW: Final = words(
    r"now",
    r"today",
    r"currently",
    r"at present",
    r"meanwhile",
    r"is new",
    r"is an?",
    r"proved to be",
    r"turned out to be",
    r"has become",
    r"(?:has|have) turned(?! out)",
)
PREDICATE: Final = words(
    r"is", r"are", r"was", r"were", r"has", r"have", r"shows?", r"remains?", r"persists?", r"there"
)
JOINS: Final = words(r"or", r"nor", r"and", r"and/or", r"as well as")
MODIFIES: Final = words(
    r"(?:of|from|by|in|at|within|around|through|near|behind|beside|alongside|despite|adjacent to|for|into)(?: (?:the|this"
    r"|that|these|known|a|an|his|her|its|each))?"
)
WITH: Final = words(r"with", r"w/(?!o)", r"showing", r"causing", r"which", r"that")
SAYS: Final = words(
    r"(?:is|are) (?:present|seen|visible|found|evident|demonstrable|there) (?:at|in|on) [ctls]\d{1,2}(?= (?:and"
    r"|but|or)\b)",
    r"there (?:is|are)",
    r"shows?",
    r"demonstrates?",
    r"reveals?",
    r"measur(?:es|ing)",
    r"with",
)

HEADINGS: Final = (
    (
        Section.IMPRESSION,
        re.compile(
            r"(?:impression|conclusions?|summary|opinion|assessment|diagnosis)\s*[:\-–]\s*|(?:impression"
            r"|conclusions?|summary|opinion)\s*$"
        ),
    ),
    (
        Section.FINDINGS,
        re.compile(r"(?:findings?|report|results?|description|observations?)\s*[:\-–]\s*|findings?\s*$"),
    ),
    (
        Section.QUESTION,
        re.compile(
            r"(?:clinical )?(?:question|query|request|reason for (?:exam(?:ination)?|study|request))\s*[:\-–]\s*"
        ),
    ),
    (
        Section.CLINICAL,
        re.compile(
            r"(?:clinical (?:information|details|history|data|background|indication)|history|indications?"
            r"|background|anamnesis)\s*[:\-–]\s*"
        ),
    ),
    (
        Section.TECHNIQUE,
        re.compile(
            r"(?:technique|protocol|procedure details?|method|exam(?:ination)?|dose|radiation dose)\s*[:\-–]\s*"
        ),
    ),
    (Section.ADVICE, re.compile(r"(?:recommendations?|advice|suggestion|plan)\s*[:\-–]\s*")),
)
_DENIED: Final = "|".join(
    rf"(?<=not {at}[ctls]\d)"
    rf"|(?<=not {at}[ctls]\d\d)"
    for at in ("at ", "in ", "of ", "on ", "")
)
NO_LEVEL: Final = re.compile(
    rf"(?:{_DENIED})(?=,? (?:as|like)\b)|"
    r"\s*(?:dis[ck]s?\b|dis[ck]-?space|intervertebral|interspace|\b(?:(?:exiting|traversing"
    r"|nerve) )*(?:nerve )?roots?\b|nerve\b|radicul\w*|dermatom\w*"
    r"|myotom\w*|weakness|palsy|paresis|infiltration|facet (?:arthro|hyper|degen)\w*|rib\b)"
)
NO_LEVEL_OF_TWO: Final = re.compile(
    r"\s*:|\s*(?:(?:left|right|neural|intervertebral|exit) )*(?:(?:neuro)?foram|facet|zygapo|apophys)"
)
NO_LEVEL_OF_TWO_BEFORE: Final = re.compile(r"(?:foram\w*|facet joints?)(?: at)?\s*$")
NO_LEVEL_BEFORE: Final = re.compile(
    r"(?:rather than|instead of|as opposed to|(?:intens\w*|signal|bright|dark) on|\bnot|\broots?|nerve"
    r"|dermatome|myotome"
    r"|dis[ck](?: \w+){0,2}(?: at)?|rib|protrusion at"
    r"|bulge(?: \w+){0,3} at|herniation(?: at)?|sequestrectomy|(?:numbering|counted|counting"
    r"|numbered) from)\s*$"
)
ABBREVIATIONS: Final = frozenset(
    {
        "dr",
        "approx",
        "e.g",
        "i.e",
        "no",
        "vs",
        "cf",
        "fig",
        "resp",
        "incl",
        "st",
        "max",
        "min",
        "lat",
        "ant",
        "post",
    }
)
COMMON: Final = frozenset(
    {
        "the", "of", "and", "is", "are", "with", "no", "not", "at", "in", "to", "from", "on", "for", "without", "has", "by",
        "was", "there", "this", "be", "left", "right", "lesion", "body", "wall", "seen", "spine", "tumour", "tumor", "fracture",
    }
)  # fmt: skip
_SAID_OF: Final = (
    r"(?=,? (?:with|without|is|are|was|has|had|shows?|showing|being|having|also|still|not|no|of which|extend\w*"
    r"|measur\w+|into|through"
    r"|invad\w+|infiltrat\w+|compress\w+|fractur\w+|collaps\w+|lytic|osteolytic|sclerotic|blastic|mixed|treated"
    r"|irradiated"
    r"|abut\w*|touch\w+|in contact|breach\w*|erod\w+|destroy\w*|reach\w*|fills?|\(|\d|appears?|remains?|carries"
    r"|demonstrates?|complicated)\b|,? ?[:(])"
)
FOREMOST: Final = re.compile(rf"\b(?:the (?:former|first(?: one)?|upper one|upper)\b){_SAID_OF}")
LATTER: Final = re.compile(
    rf"\bthe (?:latter|second|last|lower)(?: one| lesion| vertebra| level)?\b{_SAID_OF}"
    r"|\b(?:of|in|at|to|by|for) the latter\b"
)
"""Which of two levels named together is meant."""
