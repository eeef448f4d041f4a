"""English words that tell of one level by another: exceptions, contrasts, "T12 does not", "that of L3", the level below.

What may not live here: where a statement ends (`borders`), and what is said of the levels (the modules of findings).
"""

from __future__ import annotations

import re
from typing import Final

ELLIPSIS: Final = re.compile(
    r"(?:(?P<but>(?:\b(?:but|and|though|yet) |, |; )(?:not|none|nor|never|nothing (?:of the (?:kind|sort)"
    r"|similar|such|comparable)) (?:(?:at|in|of|to|for|on|around) )?)"
    r"|(?:^|[;,.]\s|\band |\bbut |\bwhile |\bwhereas )\s*(?:that of |those of |the one (?:at|of|in) "
    r"|(?:the )?(?:lesion|metastasis|tumou?r|mass|deposit)s? (?:at|of|in) |the )?)"
    r"(?P<level>[ctls]\d{1,2})(?:\s?(?:,|and|or|/)\s?[ctls]\d{1,2})*"
    r"(?(but)|(?: (?:lesion|metastas[ie]s|tumou?r|mass|deposit|ha?emangioma|one)s?)?)"
    r"(?(but)(?=\s*(?:[.,;]|$))"
    r"|(?:(?: \w+)? without\s*(?:[.;]|$)|\s+(?:(?:does|do|did|is|are|was|were|has|have|had) not|isn't|doesn't"
    r"|not)(?: (?:so|affected"
    r"|involved))?\s*(?:[.;]|$)))"
)
CLAUSE_OF: Final = re.compile(r",? (?:where|which|whose|in which|with)\b")
EXCEPTIONS: Final = re.compile(
    r"(?:^|[.;,] )(?:unlike|in contrast (?:to|with)|as opposed to|apart from|aside from|except(?: for)?|other than"
    r"|with the exception of|besides|compared (?:with|to)|different(?:ly)? from)\b[^,;.]*$"
)
"""A clause that only makes an exception: "unlike T7, T8 is fractured"."""
OTHER_PLACE: Final = re.compile(
    r"\b(?:(?:one|two|three|several|few) (?:levels?|segments?|vertebra\w*) (?:above|below|higher|lower|up|down"
    r"|further|cranial"
    r"|caudal)|(?:levels?|vertebra\w*|segments?|bod(?:y|ies)) (?:above|below|cranial|caudal|next|adjacent|elsewhere)"
    r"|(?:adjacent|adjoining|neighbou?ring|next|remaining|other|further|residual|rest of the|remainder of the"
    r"|all other"
    r"|lower|upper|overlying|underlying|contiguous|different|another) (?:(?:cervical|thoracic|lumbar|sacral"
    r"|spinal|visuali[sz]ed"
    r"|imaged|included|vertebral|two|higher|lower|upper|thoraco-?lumbar|whole) )*(?:levels?|vertebra\w*"
    r"|segments?|bodies|body"
    r"|spine|spinal column|skeleton|sections?|thoracic|lumbar|cervical|discs?|bones?)"
    r"|(?:at|of|in|on) (?:all|any|every|no) (?:other|further|remaining) \w+"
    r"|(?<!treated )(?<!irradiated )(?<!operated )(?<!suggested )(?<!reported )(?<!done )"
    r"(?<!performed )elsewhere|at (?:an)?other sites?|distant from)\b"
)
"""Words for another vertebra than the one told of, which bears no number."""
ALL_BUT: Final = re.compile(
    r"\b(?:except(?:ing)?(?: for| in| at| that)?|save(?: for)?|apart from|aside from|other than|but for|besides|bar"
    r"|barring|with the (?:sole |only |single )?exception of|excluding|exclusive of|excepted are|not counting|unlike"
    r"|in contrast (?:to|with)|different(?:ly)? from|as opposed to"
    r"|(?:all|every|any|each|none|no)(?: of)?(?: the)?(?: \w+){1,3} but)"
    r" (?:(?:the|that|those|one|ones|known|lesions?|level|levels|at|of|in|vertebra|vertebral|body|for|on)\s)*"
    r"(?P<level>[ctls]\d{1,2}\b(?:(?:,| and| or|/|,? and) ?[ctls]\d{1,2}\b)*)"
    r"(?P<clause>,? (?:where|which|whose|with|in which)\b)?"
)
"""Levels of which what is said is not said ("all walls are intact save that of T8")."""
_NOT_TOLD: Final = (
    r"(?!,? (?:which|where|whose|that|in which|with)\b)"
    r"(?![^.;]{0,60}\b(?:assess|cover|judg|evaluat|imaged|art[ei]fact|visuali|includ|limited|obscured|examined|scanned)\w*)"
)
EXCEPTED: Final = re.compile(
    r"\b(?:except(?:ing)?(?: for| in| at)?|save(?: for)?|apart from|aside from|other than|but for|barring"
    r"|with the (?:sole |only |single )?exception of|excluding|not counting)"
    rf" (?:(?:that|those|the|one|at|of|in|on|level|vertebra|body|for) ){{0,3}}(?P<level>[ctls]\d{{1,2}})\b{_NOT_TOLD}"
)
"""A level that is excepted from what is said of all, and of which the opposite is true ("no fractures apart from T9")."""
CONTRAST: Final = re.compile(
    r"\b(?:unlike|in contrast (?:to|with)|in contradistinction to|as opposed to) (?:at |in |that (?:of|at) |the one (?:at|in) )?"
    rf"(?P<level>[ctls]\d{{1,2}})\b(?=\s*(?:$|[.;,])){_NOT_TOLD}"
)
"""A level that is told to be otherwise ("T8, unlike T9, is fractured")."""
ANAPHORS: Final = re.compile(
    r"\b(?:that|those|the ones?) (?:of|at|in) (?=[ctls]\d{1,2} (?:(?:is|are|was|being|however|looks?|appears?|clearly"
    r"|rather|itself) ){0,3}(?:old|recent|new|fresh|acute|subacute|chronic|healed|long-standing|also|too|likewise"
    r"|suspected|possible|questionable|doubtful|uncertain|not (?:certain|proven|recent|new))\b)"
)
"""A pronoun that takes up the finding named last at another level ("the fracture of L1 is old, that of L3 recent")."""
EXCEPTING: Final = re.compile(
    r"(?:except|apart from|aside from|other than)\b(?! (?:that|for that|this)\b)"
    r"(?!(?: for)? (?:an? |the |some )?(?:sternal|surgical|dental|hip|port|stents?|clips?|degenerat\w+|osteophyt\w+|dis[ck]\b"
    r"|cement|scar\w*|haematoma|hematoma))"
)
"""A border behind which stands what is not denied, unless it is nothing of ours ("apart from a sternal cerclage")."""
