"""English findings with their attribute behind a colon or comma, told then and now, or in the words of a patient; written out.

"Fracture: T12, old", "ESCC was 2 … and is 0", "Bilsky grade 3 is not reached", "if your legs become weak". What may not live
here: grades told as a change in one breath (`changed`), lengths on days (`days`), and cues.
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.english.places import LEVEL, LEVELS, PLACE
from fhir_profiles.reading.reports.languages.english.vocabulary import BOWEL, VISCUS
from fhir_profiles.reading.reports.lexicon import Rewriting

_BROKEN: Final = (
    r"(?:(?:compression|vertebral|pathologic(?:al)?|osteoporotic|burst|wedge|insufficiency)[ -])*(?:fracture|collapse|height loss"
    r"|loss of height)"
)
_OLD: Final = (
    r"(?:(?:\w+ly |known )?(?:old|healed|long-standing|ancient|consolidated)(?: and (?:healed|consolidated|stable))?)"
)
_AGED: Final = rf"{LEVEL} \([^()]{{2,25}}\)"
_JOIN: Final = re.compile(r"(?:, and|,|;| and) (?=[ctls]\d)")


def _one_by_one(found: re.Match[str]) -> str:
    """Each of a list with its own attribute as a finding of its own."""
    told = []
    for each in _JOIN.split(found["list"]):
        level, _, attribute = each.rstrip(")").partition(" (")
        old = re.fullmatch(_OLD, attribute) is not None
        told.append(f"{attribute} {found['what']} of {level}" if old else f"{found['what']} of {level} ({attribute})")
    return "; ".join(told)


def _spared_at(found: re.Match[str]) -> str:
    """The structure spared at a second level, by its name."""
    cord = re.search(r"cord|cauda|conus", found["place"]) is not None
    said = "not compressed" if cord else "not involved"
    return f"{found['lead']}; {found['place']} {said} at {found['level']}"


_ORGAN: Final = r"(?:lung|kidney|prostate|breast|thyroid|colon|rectum|stomach|bladder|liver|pancreas|skin)"


def _primary(found: re.Match[str]) -> str:
    """The primary, and what it is not, each on its own."""
    others = [found[each] for each in ("no", "not") if found[each]]
    return "; ".join([f"the primary is {found['is']} cancer", *(f"no {each} primary" for each in others)])


_WISH: Final = r"(?:radio-?iodine(?: therapy)?|debulking|(?:size|volume|tumou?r) reduction)"
_VISCERA: Final = rf"(?:{BOWEL}|{VISCUS})"
ATTRIBUTES: Final[tuple[Rewriting, ...]] = (
    *(
        Rewriting(
            stem,
            re.compile(rf"\b(?P<what>{_BROKEN})s?: (?P<list>{_AGED}(?:(?:, and|,|;| and) {_AGED})+)"),
            _one_by_one,
        )
        for stem in ("fracture", "collapse", "height")
    ),
    *(
        Rewriting(
            stem,
            re.compile(
                rf"\b(?P<what>{_BROKEN}s?)(?::|,| -) ?(?P<level>{LEVELS})(?:,|:| -) ?(?P<old>{_OLD})(?=\s*(?:[.,;]|$))"
            ),
            r"\g<old> \g<what> of \g<level>",
        )
        for stem in ("fracture", "collapse", "height")
    ),
    Rewriting(" empty of", re.compile(r"\bempty of\b"), "free of"),
    *(
        Rewriting(
            stem,
            re.compile(
                rf"\b{stem}(?: grade)? was (?P<then>[0-3][abc]?)\b[^.;\d]{{0,50}}?,? (?:and"
                rf"|but) is (?:now )?(?P<now>[0-3][abc]?)\b"
            ),
            rf"{stem} \g<now> (previously {stem} \g<then>)",
        )
        for stem in ("escc", "bilsky")
    ),
    *(
        Rewriting(
            stem,
            re.compile(
                rf"\b(?P<grade>{stem}(?: grade)? [0-3][abc]?) (?:is|was|has been|has) not (?:yet )?(?:been )?(?:reached"
                rf"|attained|met)\b"
            ),
            r"not \g<grade>",
        )
        for stem in ("escc", "bilsky")
    ),
    *(
        Rewriting(
            stem,
            re.compile(
                rf"\b(?P<name>{stem})(?: grades?)? (?P<one>[0-3][abc]?) and (?P<two>[0-3][abc]?)(?=\s*(?:[.,;:]|$)| [a-z](?!m\b))"
            ),
            r"\g<name> \g<one> and \g<name> \g<two>",
        )
        for stem in ("escc", "bilsky")
    ),
    # touched no longer, or too far away to be touched
    Rewriting(
        "no longer ",
        re.compile(
            rf"(?P<lead>\b(?P<place>{PLACE})[^.;]{{0,40}}?)[,;]? (?:and |but )?(?:the tumou?r )?no longer (?:touch\w*|abuts?"
            rf"|reach\w*|contacts?|in contact"
            r" with) (?:it|them)\b"
        ),
        r"\g<lead>; \g<place> is not touched",
    ),
    *(
        Rewriting(
            stem,
            re.compile(
                rf"(?P<lead>\b(?P<place>{PLACE})[^.;]{{3,60}}), (?P<level>{LEVELS}) (?:leaves|spares) (?:it|them)(?: free| alone"
                r"| intact)?(?=\s*(?:[.,;]|$))"
            ),
            _spared_at,
        )
        for stem in ("leaves ", "spares ")
    ),
    Rewriting(
        " to ",
        re.compile(
            r"\b(?:the )?(?P<then>\d+(?:\.\d+)? ?[mc]m) (?P<to>(?:to|from) (?:the )?(?:dura|cord|(?:thecal |dural )?sac|root"
            r"|canal"
            r"|foramen|o?esophagus|rectum|colon|bowel|lung|trachea)) [^.;,]{0,40}?(?:has|have) (?:shrunk|decreased|narrowed"
            r"|fallen"
            r"|dropped|grown|increased|widened) to (?P<now>\d+(?:\.\d+)? ?[mc]m)\b"
        ),
        r"distance \g<to> \g<now>, previously \g<then>",
    ),
    Rewriting(
        " not ",
        re.compile(
            rf"(?<!\w)(?P<place>{_VISCERA})(?P<far>[^.;,]{{0,25}}\d ?[mc]m (?:away|off|distant)),? (?:and |but )?(?:thus |hence "
            r"|therefore |so |accordingly )?(?:is )?not (?:touched|reached|in contact)"
        ),
        r"\g<place>\g<far>; \g<place> not touched",
    ),
    Rewriting(
        "there is none",
        re.compile(
            rf"(?P<lead>\b(?P<place>{PLACE})[^.]{{0,50}}[;,]) tumou?r (?:in|within) (?:it|them),? there is none"
        ),
        r"\g<lead> no tumour in \g<place>",
    ),
    Rewriting(
        "joint",
        re.compile(
            r"\b(?:nidus|lesion|tumou?r) (?:itself )?(?:spares|respects|does not (?:enter|reach|involve)|(?:is|lies"
            r"|stays) (?:outside"
            r"|out of|not in)) (?:the )?(?:facet )?joint"
        ),
        "nidus not intra-articular",
    ),
    # the primary is one, not another
    *(
        Rewriting(
            stem,
            re.compile(
                rf"\b(?:the )?primary(?: tumou?r)? (?:is|was) (?:not (?:the |a )?(?P<no>{_ORGAN}),? but|(?!not\b))"
                rf" ?(?:the |a )?(?P<is>{_ORGAN}),? ?(?:(?:and )?(?:not|rather than) (?:the "
                rf"|a )?(?P<not>{_ORGAN}))?(?=\s*(?:[.,;]|$))"
            ),
            _primary,
        )
        for stem in ("primary is ", "primary was ", "primary tumo")
    ),
    Rewriting(
        "neither ",
        re.compile(
            rf"\bneither (?:the )?(?P<no>{_ORGAN}) nor (?:the )?(?P<not>{_ORGAN}),? but (?:the )?(?P<is>{_ORGAN}) (?:is"
            rf"|was) the primary"
        ),
        _primary,
    ),
    # how many
    *(
        Rewriting(
            stem,
            re.compile(
                r"(?P<lead>\b(?:lesions|metastases)(?:, [^,;.]{3,50},)?) but (?:only |just )?(?:a single|one)(?: one)?\b"
            ),
            r"\g<lead>; a single lesion",
        )
        for stem in ("but a single", "but one", "but only", "but just")
    ),
    Rewriting(
        "the one ",
        re.compile(
            rf"\bthe one (?P<at>(?:in|of|at) (?:the (?:vertebra|spine)|{LEVEL})) (?:is|measures) (?P<size>\d+(?:\.\d+)? ?[mc]m)\b"
        ),
        r"the lesion \g<at> measures \g<size>",
    ),
    *(
        Rewriting(
            stem,
            re.compile(
                rf"\b(?P<wish>{_WISH})(?::| is| was|,)[^.;]{{0,40}}? (?:not|never|no longer) (?:intended|wished(?: for)?"
                rf"|wanted|planned"
                r"|desired|an aim|a goal|the aim|envisaged)\b"
            ),
            r"no \g<wish> planned",
        )
        for stem in ("iodine", "debulk", "reduction")
    ),
    # what the patient is told to look out for
    Rewriting(
        "if ",
        re.compile(
            r"\b(?P<lead>if [^.;]{0,60}?)\b(?:your|her|his|the) legs? (?:become|becomes|get|gets|go|feel|grow|are) weak(?:er)?\b"
        ),
        r"\g<lead>weakness of the legs",
    ),
    Rewriting(
        "pass ",
        re.compile(r"\b(?:(?:you|she|he) )?(?:cannot|can not|can't|(?:are|is) unable to) pass (?:urine|water)\b"),
        "urinary retention",
    ),
    Rewriting(
        "lose control",
        re.compile(
            r"\b(?:(?:you|she|he) )?loses? control (?:of|over) (?:your |her |his |the )?(?:bladder|bowels?|urine)\b"
        ),
        "incontinence",
    ),
    Rewriting("to be answered", re.compile(r"^to be (?:answered|clarified|settled)[^:;.]{0,30}: "), "question: "),
    Rewriting("question to", re.compile(r"^question to [^:;.]{3,30}: "), "question: "),
)
"""Tried in this order."""
