"""Sentences that belong to no single rule: why nothing is suggested, and what a score cannot decide.

What may not live here: when they are said (`advising`), and the front desk's own sentences.
"""

from plugin.grammar import Saying

EMERGENCY_STOPS = Saying(
    id="emergency-stops",
    words="An emergency is documented in this patient's spine: nothing is suggested until it is dealt with.",
    sources=("X-14", "X-15"),
)
NOTHING_TO_SUGGEST = Saying(id="nothing-to-suggest", words="Nothing is suggested for this outcome.")
NO_TECHNIQUE = Saying(
    id="no-technique",
    words="No technique is suggested: for this lesion none that is offered is preferred or acceptable.",
)
SINS_OPEN = Saying(
    id="sins-open",
    words="SINS lies between {sins_low} and {sins_high} and decides nothing; missing: {sins_missing}.",
    sources=("X-10", "X-11", "X-12"),
)

SAYINGS = (EMERGENCY_STOPS, NOTHING_TO_SUGGEST, NO_TECHNIQUE, SINS_OPEN)
