"""English words near which nothing is read as present, or as absent, unless a cue has made sense of them.

Wider than the cues on purpose: a word that is here and in no cue makes "not known" of what stands beside it. What may not live
here: what acts on a finding (`persons`, `doubt`, `denial`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.lexicon import words

GUARDED: Final = words(
    # denial
    r"no|not|non|nor|none|neither|never|nothing|nowhere|nobody|cannot|can't|couldn't|\w+n't|without|w/o|sans"
    r"|minus|zero",
    r"fail(?:s|ed|ing|ure)?|lack(?:s|ed|ing)?|absen(?:t|ce)|miss(?:es|ed|ing)|negat\w+|deni(?:es|ed|al)|deny(?:ing)?",
    r"exclu(?:de|des|ded|ding|sion)|rul(?:e|es|ed|ing) out|refut\w+|disprov\w+|dismiss\w*|discount\w*"
    r"|reject\w*|contradict\w*",
    r"hardly|scarcely|barely|short of|approach(?:es|ing)|free|clear of|void|spar(?:es|ed|ing)|avoid\w*|prevent\w*",
    # something else: taken for it, like it, in its place
    r"mimic\w*|resembl\w+|simulat(?:es|ed|ing)|imitat\w+|pseudo\w*|mistak\w+|mistook|misread|misinterpret\w*"
    r"|misdiagnos\w*"
    r"|masquerad\w*|erroneous\w*|wrong\w*|spurious\w*|false(?:ly)?|instead|rather|unlike|as opposed"
    r"|in place of|so-called",
    r"turn(?:s|ed) out|prov(?:es|ed) to be|found to be|answered in the negative|art[ei]factual|volume averaging"
    r"|partial volume",
    # doubt
    r"possib\w*|probab\w*|improbab\w*|likel\w*|unlikel\w*|presum\w+|suspic\w+|suspect\w*|question\w*"
    r"|quer(?:y|ies|ied)|doubt\w*"
    r"|equivoc\w*|uncertain\w*|unclear|unknown|undetermined|indeterminate(?! age)|inconclusive|unproven"
    r"|unconfirmed|tentative\w*",
    r"may|might|could|would(?! like)|perhaps|maybe|conceivabl\w*|potential\w*|arguabl\w*|differential\w*"
    r"|versus|vs|either"
    r"|suggest\w*|suspected|favou?r\w*|seem\w*|apparent\w*|allege\w*|supposed\w*|putative|theor(?:y"
    r"|etical\w*)|hypothe\w+|tend",
    r"low|negligible|minimal risk",
    # past
    r"former\w*|previous(?:ly)?|prior|earlier|past|old|older|historic\w*|history|once|originally|initial\w*"
    r"|ago|used to|had"
    r"|transient\w*|temporar\w*",
    r"resolv\w+|disappear\w*|vanish\w*|healed|cured?|reced\w*|subsid\w*|gone|resected|excis\w*|evacuat\w*"
    r"|drain(?:ed|age)"
    r"|decompressed|relieved|repaired|reversed|removed",
    # condition, plan, wish, question
    r"if|unless|until|should|whether|in case|event of|provided|assum\w+|were to|in order to|lest|pending"
    r"|await\w*|expected|anticipat\w*"
    r"|planned|propos\w*|recommend\w*|advis\w+|schedul\w*|to be|to confirm|confirm if",
    r"to (?:assess|evaluate|exclude|look|check|see|determine|clarify|search|screen)|assess(?:ment)? for"
    r"|evaluat(?:e|ion) for"
    r"|watch(?:ing)? for|risk of|danger of|threat\w*",
    # others, other vertebrae
    r"(?:all|several|multiple|other|most|many) (?:\w+ )?(?:cervical|thoracic|lumbar|dorsal|vertebral) (?:bodies|vertebrae)",
    r"typically|usually|generally|commonly|frequently|in general|literature|patients|relatives?|famil(?:y"
    r"|ial)|other people",
)
OVERTURNED: Final = words(
    r"other|others|further|additional|second|another|elsewhere",
    r"doubt\w*|wrong\w*|erroneous\w*|incorrect\w*|contrary|retract\w*|revis\w+|correct(?:ed|ion)"
    r"|false(?:ly)?|untrue|disput\w*",
    r"possib\w*|probab\w*|likel\w*|presum\w+|suspic\w+|suspect\w*|uncertain\w*|unclear|equivoc\w*"
    r"|questionabl\w*|unreliab\w*",
    r"if|unless|until|should|whether|may|might|hopefully|expected|assum\w+|seem\w*|apparent\w*|allege\w*"
    r"|supposed\w*|provided"
    r"|anymore expected|only partly|barely|hardly|except|apart from|limited|degraded|suboptimal\w*|obscured"
    r"|non-?diagnostic",
)
_DEGREE: Final = (
    r"(?: (?:be|been|being|is|are|remains?|entirely|completely|fully|wholly|totally|quite|really|truly|at all|all"
    r"|any longer|any more|anymore|longer|always|everywhere|well|properly|perfectly|actually|in fact|to be|considered|deemed"
    r"|judged|regarded as|found|called|so|as|an?|the|any|sharply|strictly|purely|exclusively|solely|only|yet|still"
    r"|mechanically|sufficiently|adequately|both|of))*"
)
TURNED: Final = re.compile(
    rf"\b(?:(?:not|no longer|no more|never|cannot|can't|anything but|far from|by no means|in no way|nowhere near|nothing like"
    rf"|neither|isn't|aren't|wasn't|doesn't|don't|didn't|not remotely){_DEGREE} "
    r"(?:free|clear|patent|intact|preserved|spared?|spares|respect(?:s|ed)?|normal|maintain(?:ed|s)?|retained"
    r"|stable|confined|limited|restricted|contained|unremarkable|unaffected|uninvolved|continuous|unbroken"
    r"|tumou?r-?free|intra-?osseous|have (?:its |their )?normal)\b"
    r"|(?:not|by no means|in no way|never|far from|anything but) (?:entirely |completely |wholly )?without\b"
    r"|(?:no|without an?|lacks an?|loss of the|loss of) (?:longer (?:an? )?|more |further )?"
    r"(?:intact|preserved|free|clear|patent|continuous|normal)\b"
    r"(?! (?:structures?|variants?|tissues?)))"
)
"""English denial of being free or intact: "not free", "anything but preserved", "no intact wall"."""
RETRACTED: Final = re.compile(
    r"\b(?:(?:not|never|neither|hardly|cannot be) (?:\w+ )?(?:true|correct|the case|right|accurate|tenable|justified"
    r"|acceptable) (?:that|to (?:say|state|claim|speak|write|call))"
    r"|(?:is|was|be|been) (?:\w+ )?(?:wrong|incorrect|untrue|false|erroneous|inaccurate|mistaken|a mistake|an error|untenable)"
    r"(?: that| to (?:say|state|claim|write|call|read))?\b"
    r"|(?:not|don't|doesn't|cannot|can't|never) (?:\w+ )?(?:share|agree|concur|subscribe|endorse|uphold|follow the"
    r"|support the (?:view|opinion|statement|claim|notion|assertion)|accept (?:the|that))\b|disagree\w*|dissent\w*"
    r"|(?:cannot|can not|could not|not|no longer) be (?:upheld|maintained|sustained|retained as|supported|followed|repeated"
    r"|endorsed)\b"
    r"|(?:statement|claim|assertion|contention|remark|opinion|notion|wording|sentence|phrase|passage|line) "
    r"[^.;:]{0,90}\b(?:withdrawn|retracted|corrected|revised|struck|deleted|refuted|rejected|wrong|outdated"
    r"|superseded|misleading|a typo|dictation)"
    r"|(?:erratum|corrigendum|typo(?:graphical)?|dictation error|slip of the|misprint)\b"
    r"|(?:speak|talk) of (?:an? )?(?:intact|free|normal|preserved|stable)|would not (?:call|describe|label|class|classify|regard"
    r"|term|read|name|speak)|(?:would|should) hesitate)\b"
)
"""English words that speak of a statement: "it is not true that", "I do not share the opinion that"."""
UPSET: Final = words(
    r"hardly|barely|scarcely|only (?:just|partly|partially|in part|incompletely|half|a (?:thin|small)|the)|almost no"
    r"|except(?:ing)?|save(?: for)?|with the exception|other than|but for|barring|apart from|aside from"
    r"|neither is(?= [^;.]{0,60}\bnor is)|no part|none of|no wall|no segment"
    r"|cannot (?:\w+ )?(?:call|consider|regard|describe|speak)"
    r"|can't (?:call|consider)",
)
"""English words that make "free" or "intact" true in part only, or untrue."""
