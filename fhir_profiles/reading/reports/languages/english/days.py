"""English words that say on which day a length was measured, and changes of length written out.

What may not live here: what is measured (`measures`), how a series of days is sorted (`fhir_profiles.reading.reports.dated`), and
the past in general (`past`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.english.vocabulary import bag
from fhir_profiles.reading.reports.lexicon import Rewriting, words

_NEEDS: Final = ("mm", "cm", "millimet", "centimet")
_NUMBER: Final = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|some|(?:a )?few|\d{1,2})"
_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|march|april|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|spring|summer|autumn|winter|easter|christmas|(?:(?<=in )|(?<=of )|(?<=on )|(?<=from )|(?<=last )|(?<=early )|(?<=late )"
    r"|(?<=mid-)|(?<=until )|(?<=back )|(?<=\d )|(?<=\d\. ))may|may(?= (?:19|20)\d\d|:| \d{1,3}(?:\.\d)? ?[mc]m\b))"
)
_DATE: Final = (
    rf"(?:(?:last |early |late |mid-?)?(?:\d{{1,2}}(?:st|nd|rd|th|\.)? )?{_MONTH}(?: \d{{1,2}},?)?(?: (?:19|20)\d\d)?"
    rf"|(?:19|20)\d\d"
    r"|\d{1,2}[/.](?:19|20)\d\d|(?:19|20)\d\d-\d\d(?:-\d\d)?|\d{1,2}[/.]\d{1,2}[/.](?:19|20)?\d\d)"
)
_SCAN: Final = r"(?:scan|study|examination|mri?|ct|pet(?:[/-]ct)?|images|imaging|radiographs?|report|visit|staging)"
_FORMER: Final = (
    r"(?:first|initial|previous|prior|last|earlier|former|outside|old|baseline|pre-?treatment|planning"
    r"|staging|index)"
)
_DONE: Final = (
    r"(?:ablation|surgery|operation|treatment|therapy|radiotherapy|chemotherapy|sbrt|embolisation|embolization)"
)
THEN_AT: Final = (
    rf"(?:(?:(?:in|on|at|of|from|by|back in|during|until|the|dated|as of) )*(?:the )?(?:{_SCAN} (?:of|from|in|dated"
    rf"|on) (?:the )?)?{_DATE}"
    rf"(?: {_SCAN})?"
    rf"|(?:in|on|at|by) (?:the |her |his |our )?{_FORMER} (?:\w+ )?{_SCAN}"
    rf"|(?:last|the previous|the year) (?:year|month|week|time|before)|{_NUMBER} (?:days?|weeks?|months?|years?) (?:ago|before"
    r"|earlier|previously)"
    rf"|at (?:the )?(?:time of )?(?:initial |first |primary )?(?:diagnosis|presentation|baseline|admission|staging|that time)"
    rf"|before (?:the )?(?:\w+ )?{_DONE}|pre-?operatively|pre-?treatment|pre-?interventionally|yesterday)"
)
_ADVERB: Final = bag(
    "previously formerly initially originally earlier before then once at_first at_that_time prev\\.? prior"
)
_HEADING: Final = bag(
    "baseline nadir previously formerly initially originally earlier then once prior previous former prev\\.? was",
    "before had_measured had_been",
)
NOW: Final = (
    rf"(?:now(?:adays)?|today|currently|at present|presently|at the moment|meanwhile|this time|(?:on|in|at) (?:the "
    rf"|this |her |his )?"
    rf"(?:current|present|today's|actual|latest|recent|most recent) {_SCAN}|after (?:the )?(?:\w+ )?{_DONE}|after it)"
)
_BETWEEN: Final = (
    r"(?: (?!(?:and|but|is|(?<!what )was|were|are|has|had|or|to|than|since|while|whereas|against|compared|with|as"
    r"|vs|versus|from)\b)[a-z][\w'/-]*){0,5}?"
)
"""From a length to the time behind it: not over what is said of another."""
TIME_AFTER: Final = re.compile(
    rf"(?: (?:away )?(?:from|to) (?:the |its )?(?:\w+ )?\w+)?{_BETWEEN} \(?(?:(?P<now>{NOW})|(?:still "
    rf"|only )?{THEN_AT}(?![\w/])|{_ADVERB}(?=\s*(?:$|[.,;)]|and\b|but\b|now\b|today\b)))"
)
_SMALL: Final = (
    r"(?: ?[:=]|,? (?:when |where )?(?:it|this|these)\b| (?:the )?(?:largest |maximum |maximal )?(?:tumou?r|lesion"
    r"|metastasis|nidus"
    r"|deposit|focus|size|diameter|distance|gap)\b|"
    r" (?!(?:and|to|from|but|than|or|since)\b)(?:[ctls]\d{1,2}\b|[a-z][a-z'-]*)){0,5}"
)
TIME_BEFORE: Final = re.compile(
    r"(?<!\w)(?<!since )(?<!with )(?<!to )(?<!than )(?<!than in )(?<!with in )(?<!to in )(?<!as in )(?<!the )"
    rf"(?:(?P<now>{NOW}|current(?:ly)?)|{THEN_AT}(?![\w/])|{_HEADING}){_SMALL} ?$"
)
LENGTH: Final = (
    r"(?:(?:about|approximately|approx\.?|some|only|another|a further|almost|nearly|roughly|just|at least) )*"
    r"\d{1,3}(?:\.\d{1,2})? ?(?:mm|cm|millimet(?:er|re)s?|centimet(?:er|re)s?)"
)
_CHANGED: Final = (
    r"(?:(?:increas|decreas|enlarg|regress|progress|expand|shr[aiu]nk|reduc|grow|grew|advanc|retreat|extend|diminish|declin|widen"
    r"|narrow)\w*|larger|smaller|bigger|longer|wider|shorter|thicker|closer|nearer|fallen|risen|dropped|gone (?:up|down))"
)
_IN_SIZE: Final = r"(?: in (?:size|diameter|length|extent))?"
DAYS_WRITTEN_OUT: Final[tuple[Rewriting, ...]] = (
    # how much it has changed is no size
    Rewriting(_NEEDS, re.compile(rf"\b(?P<what>{_CHANGED}{_IN_SIZE}(?: \w+ly)?) by {LENGTH}\b(?! ?x)"), r"\g<what>"),
    Rewriting(
        _NEEDS,
        re.compile(
            rf" {LENGTH} (?=(?:larger|smaller|bigger|longer|wider|shorter|thicker|closer|nearer|more than"
            rf"|less than)\b(?! than \d))"
        ),
        " ",
    ),
    Rewriting(
        _NEEDS,
        re.compile(
            r"\b(?P<what>(?:increase|decrease|growth|reduction|change|difference|gain|shrinkage|enlargement)"
            rf"{_IN_SIZE}) of {LENGTH}\b(?! ?x)"
        ),
        r"\g<what>",
    ),
    Rewriting(
        _NEEDS,
        re.compile(
            rf"\b(?P<what>grown|grew|gained|lost|added|shrunk) {LENGTH}(?= (?:since|in|over|within|and|during|from)\b)"
        ),
        "grown",
    ),
    # the day of comparison, and the length of that day
    Rewriting(
        _NEEDS,
        re.compile(
            rf"\b(?:compared (?:with|to)|since|than in|than on|versus) (?:the )?(?:{_FORMER} (?:\w+ )?{_SCAN}"
            rf"|{_DATE}) \((?P<n>{LENGTH})\)"
        ),
        r"(previously \g<n>)",
    ),
    # the former one last
    Rewriting(
        _NEEDS,
        re.compile(
            rf"\b(?P<verb>{_CHANGED}\b[^;.]{{0,30}}?) to (?P<now>{LENGTH})(?P<when> today| now"
            rf"| currently)?,? from (?P<then>{LENGTH})"
        ),
        r"\g<verb> from \g<then> to \g<now>\g<when>",
    ),
    # a former distance between commas
    Rewriting(
        _NEEDS,
        re.compile(
            r"(?P<to>\b(?:distance|gap|clearance|interval|space)\b[^,;.]{2,50}),"
            r" (?=(?:still |then |previously )?\d{1,3}(?:\.\d)? ?[mc]m\b[^,;.]{1,30}, (?:is|has|was|now)\b)"
        ),
        r"\g<to> ",
    ),
)
_NOT_HEADING: Final = r"(?![^;:]{0,30}:)(?![^;.]{0,60}\bunchanged)"
_NOT_OF_IT: Final = "".join(
    rf"(?<!{done} )(?<!{done} in )(?<!{done} {month} )"
    for done in ("irradiated", "biopsied", "diagnosed", "operated", "since", "rt", "sbrt")
    for month in (r"\w{3}", r"\w{4}", r"\w{5}")
)
"""Before a year or "last month" that is not one of a measurement ("irradiated in 2022", "unchanged since 2019")."""
DATED: Final = words(
    rf"{_NOT_OF_IT}(?:(?:19|20)\d\d{_NOT_HEADING}|\d{{1,2}}[/.](?:19|20)\d\d{_NOT_HEADING}"
    r"|last (?:year|month|week|spring|summer|autumn|winter|visit)(?![^;.]{0,60}\bunchanged))",
    r"when (?:first|last|it|the|she|he)|(?<!the )first (?:seen|described|noted|found|detected|diagnosed|imaged|scanned|measured"
    r"|reported)|last measured|then|earlier|ago|at the time|at that|in the past|nadir|baseline|initial|original",
    r"(?<!larger than )before|prior to|pre-?(?:treat|ablat|op|therap|interv|radio|chemo|biops)\w*",
    r"shrank|grew|doubled|halved|trebled|tripled|fell|rose|disappeared|vanished|has (?:resolved|gone|healed)",
    r"treated (?:by|with|in|at)|ablated|excised",
    r"no longer (?:seen|visible|present|detect\w*|demonstr\w*|appreciable|identif\w*|meas\w*)",
    r"referring|referral|according to|planning (?:ct|mri|scan)|report of|(?:patient|letter|colleague) reports?"
    r"|cannot be (?:reproduced|confirmed|found|seen)",
    r"outside|elsewhere|from \d|versus|vs|against|(?<!what )was|were|had|used to|→|->",
)
"""Words of another day, or of a measurement that somebody else made."""
BOUNDED: Final = re.compile(
    r"(?:\b(?:(?:more|larger|bigger|greater|longer) than|above|beyond|exceed\w*)|[>≥])(?: (?:about|approximately|some))? ?$"
)
