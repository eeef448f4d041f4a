"""English words for what touches a nerve or a viscus, and for what keeps clear of it.

What may not live here: words that other findings share (`vocabulary`), and tumour in the canal (`canal`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.english.vocabulary import (
    ALSO,
    BOWEL,
    IS,
    NERVE,
    NOT_TUMOUR,
    SAC,
    VISCUS,
    WHERE,
    bag,
    gap,
    words_of,
)
from fhir_profiles.reading.reports.lexicon import Form, forms

_CONTACT: Final = bag(
    "abut(?:s|ted|ting|ment)? in_(?:\\w+_)?contact_with contact(?:s|ed|ing)?(?:_\\w+){0,4}?_(?:with"
    "|to) contact(?:s|ed|ing) contact(?=_(?:the|its|an?)\\b)",
    "tumou?r_around approximat\\w+ mass_effect_on encroach\\w*(?:_on|_upon)? contact_(?:between"
    "|of)(?:_\\w+){1,5}?_and touch(?:es|ed"
    "|ing)? (?:immediately_"
    "|directly_)?adjacent_to contiguous_with against borders?(?:_\\w+)?(?:_on)? bordering(?:_on)?",
    "adjoin\\w* next_to beside encas\\w+ engulf\\w+ displac(?:es|ed|ing) displacement_of surround(?:s"
    "|ing) imping\\w*(?:_on|_upon)?",
    "infiltrat\\w+ invad\\w+ adher(?:es|ent"
    "|ing)_to abutment_of lies_on bears_on inseparable_from not_separable_from close_to",
    "reach(?:es|ed|ing) in_close_proximity_to in_the_immediate_vicinity_of reach(?:es|ing) up_to irritat\\w+ tethers?",
    "flush_with deviat(?:es|ing) push(?:es|ing) stuck_to press(?:es|ing)_(?:up)?(?:on|against|into)",
)
_TOUCHED: Final = bag(
    "touched displaced abutted contacted encased engulfed invaded infiltrated surrounded pushed in_contact "
    "touches abuts touch",
    "(?:lies|lying|sits|sitting|pressed)_(?:\\w+_)?against reached adherent deviated lifted stuck embedded",
)
_SAC_CONTACT: Final = _CONTACT.replace("displac(?:es|ed|ing)|displacement of|", "").replace("mass effect on|", "")
_SAC_TOUCHED: Final = _TOUCHED.replace("displaced|", "").replace("pushed|", "")
_AWAY: Final = (
    r"(?<!cannot be )(?<!not be )(?<!not )(?:(?:well )?(?:clear|away|remote|separated?|separates|separable"
    r"|distant) (?:of|from)|no (?:\w+ )?(?:contact|abutment) (?:\w+ ){0,4}?(?:with|to|of)"
    r"|not (?:\w+ )?(?:in contact with|touch(?:ing)?|reach(?:ing)?|abut(?:ting)?|contact(?:ing)?|adjacent to)"
    r"|without (?:\w+ )?(?:contact (?:with|to)|touching|abutting|reaching)|spar(?:es|ing)"
    r"|at a (?:safe )?distance from|keep(?:s|ing)? (?:an? |its |their )?(?:\w+ )?distance (?:from|to)|far (?:away )?from"
    r"|nowhere near|not (?:\w+ )?(?:near|close to))"
)
_ELSE: Final = re.compile(
    NOT_TUMOUR.pattern
    + r"|\blipoma|fibroid|\bmyoma|(?<!bone )\bcysts? (?:\w+ ){0,2}?(?:touch|abut|displac|contact|indent|compress)"
    r"|(?:by|with|against) (?:an? |the )?(?:\w+ )?(?:effusion|ascites|stool|faeces|feces|(?<!bone )cysts?\b)"
    r"|enlarged (?:lymph )?nodes?"
    r"|aneurysm\w*|diverticul|tolerance"
)
"""What else touches a nerve or a viscus."""
_LUMP: Final = (
    r"(?:(?:presacral|paravertebral|prevertebral|para-?spinal|sacral|epidural|large|lytic|bony|osseous|extraosseous) )*"
    r"(?:tumou?r|lesion|mass|metastasis|nidus|osteolysis)(?: (?:of|in|at) [ctls]\d{1,2})?"
)
_LENGTH_BEFORE: Final = r"(?<!mm )(?<!cm )"
_FAT: Final = (
    r"(?:(?:clear |intact |preserved )?fat(?:ty)? (?:plane|layer|stripe|line|cleavage plane)s?|cleavage plane"
    r"|(?:intact|preserved|clear) fat between)"
)


def _touching(
    code: str, what: str, needs: tuple[str, ...], value: str | None = None, *, displaced: bool = True
) -> tuple[Form, ...]:
    """Touching, not touching, both ways round; a sac that is `displaced` is not said to be touched."""
    contact, touched = (_CONTACT, _TOUCHED) if displaced else (_SAC_CONTACT, _SAC_TOUCHED)
    if value is not None:
        contact = rf"(?:{contact}|indent(?:s|ing)|lifts|lifting)"
    return (
        forms(
            code,
            rf"{what}[^;.,]{{0,25}}[,:] (?:no contact|not (?:touched|contacted|in contact))(?=\s*(?:[.,;]|$))",
            rf"{what}, (?:which is )?\d+(?:\.\d+)? ?[mc]m (?:away|off|distant|apart)(?: from [\w ]{{2,20}})?, (?:is "
            rf"|are )?not (?:\w+ )?"
            r"(?:touched|contacted|reached|involved|in contact)",
            rf"(?:(?<=but not the )|(?<=, not the )|(?<=and not the )){what}(?=\s*(?:[.,;]|$))"
            if what != NERVE
            else r"(?!)",
            value=value,
            denied=True,
            closed=True,
            needs=needs,
        ),
        forms(
            code,
            rf"{contact}{gap(7 if value else 5, listed=False)}{what}",
            r"(?:(?:close|direct|immediate|intimate|tight) (?:spatial )?relation(?:ship)?|proximity|vicinity)"
            rf"{gap(8, listed=False)}{what}",
            value=value,
            unless=_ELSE,
            needs=needs,
        ),
        forms(
            code,
            rf"{contact},? but (?:not|without) \w+{gap(5, listed=False)}{what}",
            value=value,
            closed=True,
            unless=_ELSE,
            needs=needs,
        ),
        forms(
            code,
            rf"{what}{gap(8, listed=False)}{touched}",
            r"(?:nerve )?roots? (?:is |are )?(?:compressed|squeezed)(?: by (?:the )?tumou?r)?"
            if what == NERVE
            else rf"{what} (?:is |are )?compressed(?<!sac compressed)(?<!dura compressed)",
            rf"{what}(?: (?:is|lies|are|runs|lie|comes))? (?:\w+ly )?(?:adjacent to|next to|beside|against"
            r"|in (?:\w+ )?contact with|close to|contiguous with|along(?:side)?|through) (?:the |this )?(?:(?:anterior"
            r"|posterior|lateral|"
            r"left|right|large|soft-tissue|paravertebral|presacral|prevertebral) )?(?:tumou?r|lesion"
            r"|nidus|mass"
            r"|metastasis|osteolysis)",
            rf"{_LUMP} and (?:the )?{what} (?:(?:are|lie|come) in (?:\w+ )?contact|touch(?: each other"
            rf"| one another)?(?=\s*(?:[.,;]|$)))",
            rf"{what} and (?:the )?{_LUMP} (?:(?:are|lie|come) in (?:\w+ )?contact|touch(?: each other"
            rf"| one another)?(?=\s*(?:[.,;]|$)))",
            rf"{what}(?: loops?)? (?:(?:is|are|lies?|sits?|rests?|draped) )?(?:directly |immediately )?(?:(?:up)?on|over"
            rf"|against|in (?:\w+ )?contact with)"
            rf" (?:the |this )?{_LUMP}",
            rf"{what} (?:\w+ )?(?:possibly |probably )?in contact with",
            rf"{what}: (?:\w+ )?contact(?=\s*(?:[.,;]|$))",
            rf"{what} (?:contact|abutment|encasement|infiltration|invasion|involvement)",
            value=value,
            unless=_ELSE,
            needs=needs,
        ),
        forms(
            code,
            r"(?:(?:cannot|can not|could not) be (?:\w+ )?(?:separated|delineated|distinguished|delimited)"
            r"|not (?:\w+ )?(?:separable|separated|delineable)|inseparable|no fat plane (?:is )?(?:\w+ )?)"
            rf" (?:from|against|to|towards|between){gap(5, listed=False)}{what}",
            r"(?:loss|obliteration|effacement) of the fat (?:plane )?(?:to|towards|between"
            rf"|with){gap(5, listed=False)}{what}",
            rf"{what} (?:is |are )?(?:inseparable|not (?:\w+ )?separable) from (?:the )?{_LUMP}",
            rf"{what} (?:cannot|can not|could not) be (?:\w+ )?(?:separated|delineated|distinguished"
            rf"|delimited) from (?:the )?{_LUMP}",
            rf"no fat (?:\w+ )?between (?:(?:the )?{_LUMP} and (?:the )?{what}|(?:the )?{what} and (?:the )?{_LUMP})",
            rf"between (?:(?:the )?{_LUMP} and (?:the )?{what}|(?:the )?{what} and (?:the )?{_LUMP}),? there"
            rf" is no (?:\w+ )?(?:fat|plane|layer)",
            rf"fat(?: plane| layer)? (?:to|towards|between|with){gap(6, listed=False)}{what} (?:is |has been |has )?(?:lost"
            rf"|disappeared|vanished"
            r"|obliterated|effaced|not preserved|absent|gone)",
            value=value,
            closed=True,
            needs=needs,
        ),
        forms(
            code,
            rf"{_LENGTH_BEFORE}{_AWAY}{gap(5, listed=False)}{what}",
            rf"(?:{what} and (?:the )?{_LUMP}|{_LUMP} and (?:the )?{what}) (?:(?:(?:are|lie|do"
            rf"|does) )?not (?:\w+ )?(?:touch\w*|meet|in contact)|share no"
            r" (?:border|contact|boundary|surface))",
            rf"{_FAT}{gap(6, listed=False)}{what}",
            rf"{what}{gap(5, listed=False)}(?:is |are )?(?:well )?{_LENGTH_BEFORE}(?<!cannot"
            rf" be )(?<!not be )(?<!not )(?:separated|clear|away"
            r"|remote) (?:from|of)",
            rf"{what}{gap(5, listed=False)}{_FAT}",
            rf"(?:fat|plane|layer|rim|cuff|stripe)(?: \w+){{0,3}}? (?:separates|lies between"
            rf"|intervenes between) (?:(?:the )?{_LUMP} (?:from|and) (?:the )?{what}"
            rf"|(?:the )?{what} (?:from|and) (?:the )?{_LUMP})",
            rf"(?:fat|layer|plane)(?: \w+){{0,2}}? between (?:(?:the )?{_LUMP} and (?:the )?{what}"
            rf"|(?:the )?{what} and (?:the )?{_LUMP}) (?:is |remains )?(?:\w+ly )?"
            r"(?:preserved|intact|visible|seen|maintained|present)",
            rf"(?:fat|layer|plane)(?: layer| plane)? (?:remains|is left|is preserved|is seen|is visible"
            rf"|persists) between (?:(?:the )?{_LUMP} and (?:the )?{what}"
            rf"|(?:the )?{what} and (?:the )?{_LUMP})",
            rf"{what}(?<!cord)(?<!conus)(?<!cauda)(?<!equina)(?<!medullaris) (?:is|are|remains?|lies?) (?:free"
            rf"|clear)(?=\s*(?:[.,;]|$))",
            rf"{what} (?:is |are |remains? )?free of (?:any )?(?:tumou?r )?contact",
            rf"{what} (?:is|are) not (?:\w+ )?(?:displaced|pushed|deviated)" if displaced else r"(?!)",
            rf"{what}[^;.]{{0,40}}, (?:no|without) contact(?=\s*(?:[.,;]|$))",
            rf"{what}(?<!cord)(?<!conus)(?<!cauda)(?<!equina)(?<!medullaris) (?:free|clear|spared"
            rf"|uninvolved)(?: of tumou?r)?(?=\s*(?:[.,;]|$))",
            rf"(?<!cord )(?<!conus ){what}(?<!cord)(?<!conus)(?<!cauda)(?<!cauda equina) (?:is|are"
            r"|remains?) (?:spared|untouched|undisplaced|uninvolved|unaffected|clear of tumou?r|free of tumou?r|not involved)",
            rf"{what} (?:is |are )?(?:normal|unremarkable|intact|free)(?:,| and) (?:no|without) contact (?:with"
            r"|to) the (?:tumou?r|lesion|nidus|mass|metastasis)",
            rf"{what}(?: [\w.]+){{0,9}}?,? (?:and |but )?(?:is |are |does |do )?not (?:\w+ )?(?:in contact|touch\w*"
            r"|contact\w*|abut\w*)",
            rf"{what}{ALSO}{WHERE}{IS}not (?:\w+ )?(?:touched|contacted|abutted|reached|involved|infiltrated"
            r"|in contact)",
            value=value,
            denied=True,
            closed=True,
            unless=re.compile(
                r"\d ?(?:mm|cm) (?:of|away|clear)|by (?:only |about |at least |some "
                r"|approximately )?\d"
            ),
            needs=needs,
        ),
    )


_VISCUS_NEEDS: Final = words_of(
    "sophag pleura lung trachea aort cava ivc iliac ureter kidney vessel artery pharynx bladder uterus "
    "azygos airway bronch stomach liver spleen pancreas caval renal diaphragm"
)
NEIGHBOUR_FORMS: Final[tuple[Form, ...]] = (
    *_touching(
        "close-to-neural-structure",
        NERVE,
        ("root", "nerve", "cord", "conus", "cauda", "plexus", "neural", "myel", "medulla"),
    ),
    forms(
        "close-to-neural-structure",
        r"(?:compress(?:es|ing)|compression of)(?: the| both)?(?: (?:exiting|traversing|left|right|nerve|[cls]\d"
        r"|t\d{1,2}))* roots?",
        unless=_ELSE,
        wide=True,
        needs=("root",),
    ),
    *_touching("close-to-neural-structure", SAC, ("sac", "dura", "thec"), displaced=False),
    *_touching(
        "close-to-viscus",
        BOWEL,
        ("colon", "sigmoid", "rect", "bowel", "duoden", "ile", "jejun", "cum", "intestin", "gut"),
        "bowel",
    ),
    *_touching(
        "close-to-viscus",
        rf"(?:{VISCUS}|(?:pleural|o?esophageal|tracheal|aortic|caval|ureteral|renal)(?= (?:contact|abutment"
        r"|infiltration|invasion|involvement)))",
        _VISCUS_NEEDS,
        "other",
    ),
)
