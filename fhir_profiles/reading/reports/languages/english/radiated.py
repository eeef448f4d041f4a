"""English: what is told of a vertebra or a lesion that bears "irradiated" as its attribute, or of its pain since then.

"The irradiated T9 lesion continues to grow", "since radiotherapy the pain is much better". What may not live here: radiotherapy
by its own name (`treatment`), and several levels in one breath (`irradiated`).
"""

from __future__ import annotations

from typing import Final

from fhir_profiles.reading.reports.lexicon import Form, forms

_IRRADIATED: Final = (
    r"irradiated(?: [ctls]\d{1,2})?(?: (?:lesion|metastasis|tumou?r|deposit|vertebra|body|focus|mass))?(?: (?:of|in"
    r"|at) [ctls]\d{1,2})?"
)
_RT: Final = r"(?:radio-?therapy|irradiation|radiation(?: therapy)?|sbrt|radio-?surgery)"
RADIATED_FORMS: Final[tuple[Form, ...]] = (
    forms(
        "previous-radiotherapy",
        rf"{_IRRADIATED} (?:continues to grow|is growing|has grown|grows|is (?:\w+ly )?(?:progressive|larger|bigger)|progresses"
        r"|has progressed|has (?:\w+ly )?(?:increased|enlarged)|has become (?:\w+ly )?(?:larger|bigger))",
        value="failed",
        closed=True,
        lasting=True,
        needs=("irradiated",),
    ),
    forms(
        "previous-radiotherapy",
        rf"{_IRRADIATED} (?:is|has become|has|shows|appears)(?: (?!not\b|no\b|without\b)\w+){{0,4}}? (?:smaller|shrunk|regress\w+"
        r"|remission|response|less active)",
        rf"(?:since|after|following) (?:the )?{_RT}[^.;:]{{0,30}}? pain (?:at \w+ )?(?:is|has become|has been|has got) (?:\w+ )?"
        r"(?:better|less|reduced|improved|milder|controlled)",
        value="responded",
        lasting=True,
        needs=("irradiat", "radio", "radiation", "sbrt"),
    ),
)
