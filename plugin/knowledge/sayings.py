"""Sentences and forms that belong to no single rule: why nothing is suggested, what a score cannot decide, how values are told.

Placeholders in braces are filled by whoever says them. What may not live here: when they are said (`advising`, `wording`),
and the front desk's own sentences.
"""

from plugin.grammar import Saying

EMERGENCY_STOPS = Saying(
    id="emergency-stops",
    words="An emergency is documented in this patient's spine: nothing is suggested until it is dealt with.",
    sources=("X-14", "X-15"),
)
COMPRESSION_UNEXAMINED = Saying(
    id="compression-unexamined",
    words="Compression of cord or cauda elsewhere in the spine ({levels}): no current neurological examination says whether "
    "there is a deficit (outside the source deck; that other levels count is our own choice).",
    sources=("X-14",),
)
COMPRESSION_UNEXAMINED_UNPLACED = Saying(
    id="compression-unexamined-unplaced",
    words="Compression of cord or cauda elsewhere in the spine, at a level that is not named: no current neurological "
    "examination says whether there is a deficit (outside the source deck; that other levels count is our own choice).",
    sources=("X-14",),
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

YES = Saying(id="yes", words="yes")
NO = Saying(id="no", words="no")
AGE = Saying(id="age", words="age")
GENDER = Saying(id="gender", words="gender")
PART = Saying(id="part", words="part of the vertebra")
RECORDED = Saying(id="recorded", words="recorded")
SHOWN = Saying(id="shown", words="{name}: {facts}.")
AGAINST = Saying(id="against", words=" against ")
SET_HERE = Saying(id="set-here", words="set by this site: {values}")

CHART_ANSWER = Saying(id="chart-answer", words="{name}: {value}, {age} ({source})")
CHART_ANSWER_DATED = Saying(id="chart-answer-dated", words="{name}: {value} ({source}, {date})")
CHART_ANSWER_OPEN = Saying(id="chart-answer-open", words="{answer}: settles nothing, {why}")
AGE_TODAY = Saying(id="age-today", words="today")
AGE_ONE_DAY = Saying(id="age-one-day", words="{days} day old")
AGE_DAYS = Saying(id="age-days", words="{days} days old")
AGE_UNKNOWN = Saying(id="age-unknown", words="without a date")
OPEN_UNREAD = Saying(id="open-unread", words="its source was not read in full")
OPEN_CONFLICT = Saying(id="open-conflict", words="sources contradict each other")
OPEN_TENTATIVE = Saying(id="open-tentative", words="preliminary or unconfirmed")
OPEN_DOUBTED = Saying(id="open-doubted", words="left open by the report's words")
OPEN_OLD = Saying(id="open-old", words="older than {limit} days")
OPEN_OLD_HOURS = Saying(id="open-old-hours", words="older than {limit} hours")
OPEN_UNDATED = Saying(id="open-undated", words="its age is not known")
OPEN_REPLACED = Saying(id="open-replaced", words="another entry counts")
OPEN_SOURCE = Saying(id="open-source", words="not by the examination that is asked for")
OPEN_AGAINST = Saying(id="open-against", words="it speaks against the measured values")

HOLD_ROW = Saying(id="hold-row", words="{drug}: hold {usual}.")
HOLD_UNLISTED = Saying(id="hold-unlisted", words="{drug}: not in the table: ask for the local protocol.")
HOLD_ON_HOLD = Saying(id="hold-on-hold", words="{drug} (recorded as on hold: check the last dose)")
HOLD_LOW = Saying(id="hold-low", words="{low} if CrCl < {below}")
HOLD_EGFR = Saying(id="hold-egfr", words="{hold} (eGFR, not creatinine clearance: {egfr})")
HOLD_RESTART = Saying(id="hold-restart", words="restart {restart}")
HOLD_CAVEAT = Saying(
    id="hold-caveat",
    words=(
        "The table comes from a secondary transcription of the SIR 2019 guideline (X-42) and must be checked against the "
        "paper; local protocol prevails."
    ),
    sources=("X-42",),
)

SAYINGS = (
    EMERGENCY_STOPS,
    COMPRESSION_UNEXAMINED,
    COMPRESSION_UNEXAMINED_UNPLACED,
    NOTHING_TO_SUGGEST,
    NO_TECHNIQUE,
    SINS_OPEN,
    YES,
    NO,
    AGE,
    GENDER,
    PART,
    RECORDED,
    SHOWN,
    AGAINST,
    SET_HERE,
    CHART_ANSWER,
    CHART_ANSWER_DATED,
    CHART_ANSWER_OPEN,
    AGE_TODAY,
    AGE_ONE_DAY,
    AGE_DAYS,
    AGE_UNKNOWN,
    OPEN_UNREAD,
    OPEN_CONFLICT,
    OPEN_TENTATIVE,
    OPEN_DOUBTED,
    OPEN_OLD,
    OPEN_OLD_HOURS,
    OPEN_UNDATED,
    OPEN_REPLACED,
    OPEN_SOURCE,
    OPEN_AGAINST,
    HOLD_ROW,
    HOLD_UNLISTED,
    HOLD_ON_HOLD,
    HOLD_LOW,
    HOLD_EGFR,
    HOLD_RESTART,
    HOLD_CAVEAT,
)
