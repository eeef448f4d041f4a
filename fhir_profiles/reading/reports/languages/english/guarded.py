"""English words near which nothing is read as present, or as absent, unless a cue has made sense of them.

Wider than the cues on purpose: a word that is here and in no cue makes "not known" of what stands beside it. What may not live
here: what acts on a finding (`persons`, `doubt`, `denial`).
"""

from __future__ import annotations

from typing import Final

from fhir_profiles.reading.reports.lexicon import words

GUARDED: Final = words(
    # denial
    r"no|not|non|nor|none|inapparent|omitted|untreated|unnecessary|impossible|neither|never|nothing|nowhere|nobody|cannot|can't|couldn't|\w+n't|without|w/o|sans"
    r"|minus|zero",
    r"fail(?:s|ed|ing|ure)?|lack(?:s|ed|ing)?|absen(?:t|ce)|miss(?:es|ed|ing)|negat\w+|deni(?:es|ed|al)|deny(?:ing)?",
    r"exclu(?:de|des|ded|ding|sion)|rul(?:e|es|ed|ing) out|refut\w+|disprov\w+|dismiss\w*|discount\w*"
    r"|reject\w*|contradict\w*",
    r"(?:hardly|scarcely|barely)(?! \d)|short of|approach(?:es|ing)|free|clear of|void|spar(?:es|ed|ing)|avoid\w*"
    r"|prevent\w*(?! (?:\w+ )?(?:measur|assess|evaluat|judg|visual|interpret))",
    # a measure of the vertebra, of its pedicle, of the canal
    r"^(?:the |its |an? )?(?:left |right )?(?:pedicle|vertebral body|vertebra|spinal canal|canal|neural foramen|foramen"
    r"|lamina|spinous process|body)(?: width| height| diameter)?(?: (?:of|at|in))?(?: [ctls]\d{1,2})?(?: itself)?"
    r" (?:measur\w+|has an? (?:width|height|diameter))",
    r"tumou?r,? (?:or|versus|vs\.?|and/or) (?:an? )?(?:ha?ematoma|scar\w*|fibrosis|abscess|disc|dis[ck] \w+|granulation|blood"
    r"|phlegmon|oedema|edema|osteophyt\w+)|(?:ha?ematoma|scar\w*|fibrosis|abscess|disc|granulation|blood|phlegmon|oedema"
    r"|edema),? (?:or|versus|vs\.?) (?:an? )?tumou?r|hints?|hinting|consideration|from (?:bilsky |escc "
    r"|grade )*\d[abc]?(?! ?[mc]m)\b[^,;.]{0,50}\bto (?:bilsky |escc |grade )*"
    r"\d[abc]?(?! ?[mc]m)|more like|less like",
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
    r"(?<!in )(?<!of )(?<!since )(?<!until )may(?!:)|might|could|would(?! like)|perhaps|maybe|conceivabl\w*"
    r"|potential\w*|arguabl\w*|differential\w*"
    r"|versus|vs|either"
    r"|suggest\w*|suspected|favou?r\w*|seem\w*|apparent\w*|allege\w*|supposed\w*|putative|theor(?:y"
    r"|etical\w*)|hypothe\w+|tend",
    r"low|negligible|minimal risk",
    # past
    r"former\w*|previous(?:ly)?|prior|earlier|past|old|older|historic\w*|history|once|originally|initial\w*"
    r"|ago|used to|had"
    r"|transient\w*|temporar\w*",
    r"(?:behav|look|appear|act)\w* like(?= an? )|(?<=metastasis-)like|(?<=fracture-)like|(?<=hemangioma-)like"
    r"|(?<=haemangioma-)like"
    r"|(?<=tumour-)like|(?<=tumor-)like|(?<=infection-)like|(?<=compression-)like",
    r"complete (?:remission|response)|resolv\w+|disappear\w*|vanish\w*|healed|cured?|reced\w*|subsid\w*|gone"
    r"|resected|excis\w*|evacuat\w*"
    r"|drain(?:ed|age)"
    r"|decompressed|relieved|repaired|reversed|removed",
    # condition, plan, wish, question
    r"if|unless|until|should|whether|in case|event of|provided|assum\w+|were to|in order to|lest|pending"
    r"|await\w*|expected|anticipat\w*"
    r"|planned|propos\w*|recommend\w*|advis\w+|schedul\w*|to be|to confirm|confirm if",
    r"to (?:assess|evaluate|exclude|look|check|see|determine|clarify|search|screen)|assess(?:ment)? for"
    r"|evaluat(?:e|ion) for"
    r"|watch(?:ing)? for|risk of|danger of|threat\w*",
    r"in the presence of|in the absence of|contra-?indicat\w*|beware|depending on|depends on"
    r"|in view of possible|reserved",
    # what room is left for, what is made ready, put off, or looked out for
    r"(?<=\w )for(?= (?:an? |the |any |two |additional |further )?(?:\w+ )?(?:screws?|rods?|instrumentation|fixation"
    r"|stabili[sz]ation"
    r"|hardware|cage|implants?)\b)",
    r"(?:is|are) being|prepar(?:ed|ation|ing)|postpon\w+|defer\w+|delayed|on hold|put off|monitor\w*|surveillance|alert\w*"
    r"|(?:was|were)(?=[^.;,]{0,80}\bbefore\b)",
    r"(?<=risk )(?:is |was |has been )?(?:reduced|lowered|eliminated|averted)",
    r"(?:almost|nearly|virtually|just about)(?= (?:touch|reach|abut|contact|invad|enter|infiltrat|breach|break|perforat|fill)\w*)"
    r"|less(?= at risk)",
    # others, other vertebrae
    r"(?:all|several|multiple|other|most|many) (?:\w+ )?(?:cervical|thoracic|lumbar|dorsal|vertebral) (?:bodies"
    r"|vertebrae)",
    r"typically|usually|generally|commonly|frequently|in general|literature|patients|relatives?|famil(?:y"
    r"|ial)|other people",
)
OVERTURNED: Final = words(
    r"other|others|further(?! to (?:the|our)\b)|additional|second|another|elsewhere",
    r"doubt\w*|wrong\w*|erroneous\w*|incorrect\w*|contrary|retract\w*|revis\w+|correct(?:ed|ion)"
    r"|false(?:ly)?|untrue|disput\w*",
    r"possib\w*|probab\w*|likel\w*|presum\w+|suspic\w+|suspect\w*|uncertain\w*|unclear|equivoc\w*"
    r"|questionabl\w*|unreliab\w*",
    r"if|unless|until|should|whether|may|might|hopefully|expected|assum\w+|seem\w*|apparent\w*|allege\w*"
    r"|supposed\w*|provided"
    r"|anymore expected|only partly|barely|hardly|except|apart from|limited|degraded|suboptimal\w*|obscured"
    r"|non-?diagnostic",
)
