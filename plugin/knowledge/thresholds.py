"""Every number that decides and that a site may set, with unit, default, range and source (part C.6).

No sources: the number is our own choice (H-39). What may not live here: what the numbers are compared with (`criteria`).
"""

from plugin.grammar import Threshold

CLOSE_TO_NEURAL = Threshold(
    id="close_to_neural_structure_mm",
    title="A neural structure this near counts as close",
    default=10,
    low=5,
    high=20,
    unit="mm",
    sources=("X-31", "X-32"),
)
CLOSE_TO_VISCUS = Threshold(
    id="close_to_viscus_mm", title="A viscus this near counts as close", default=10, low=5, high=30, unit="mm"
)
FEW_LESIONS = Threshold(
    id="few_lesions", title="Up to this many lesions are few", default=3, low=1, high=5, unit="lesions", whole=True
)
INR_MAX = Threshold(
    id="inr_max", title="Highest accepted INR", default=1.8, low=1.5, high=1.8, unit="1", sources=("X-40",)
)
PLATELETS_MIN = Threshold(
    id="platelets_min",
    title="Lowest accepted platelet count",
    default=50,
    low=50,
    high=100,
    unit="10*9/L",
    sources=("X-40",),
)
FEVER = Threshold(id="fever_c", title="Fever from", default=38.0, low=37.5, high=38.5, unit="Cel")
FEVER_MAX_AGE = Threshold(
    id="fever_max_age_h",
    title="A temperature counts for",
    default=48,
    low=48,
    high=48,
    unit="h",
    fixed=True,
    whole=True,
)
LABS_MAX_AGE = Threshold(
    id="labs_max_age_days",
    title="A coagulation result counts for",
    default=30,
    low=1,
    high=30,
    unit="d",
    whole=True,
)
LABS_MAX_AGE_WARFARIN = Threshold(
    id="labs_max_age_days_warfarin",
    title="An INR on warfarin counts for",
    default=7,
    low=1,
    high=7,
    unit="d",
    whole=True,
)
PREGNANCY_TEST_MAX_AGE = Threshold(
    id="pregnancy_test_max_age_days",
    title="A negative pregnancy test counts for",
    default=7,
    low=1,
    high=14,
    unit="d",
    whole=True,
)
NEURO_EXAM_MAX_AGE = Threshold(
    id="neuro_exam_max_age_days",
    title="A neurological examination counts for",
    default=14,
    low=1,
    high=30,
    unit="d",
    whole=True,
)
IMAGING_MAX_AGE = Threshold(
    id="imaging_max_age_days",
    title="A finding from imaging counts for",
    default=90,
    low=14,
    high=180,
    unit="d",
    whole=True,
)
HEAT_WARNING = Threshold(
    id="heat_warning_c",
    title="Heat warning next to a nerve",
    default=42,
    low=40,
    high=43,
    unit="Cel",
    sources=("X-20", "X-21", "X-22"),
)
HEAT_STOP = Threshold(
    id="heat_stop_c",
    title="Heat stop next to a nerve",
    default=44,
    low=42,
    high=45,
    unit="Cel",
    sources=("X-20", "X-21", "X-22"),
)
COLD_ALARM = Threshold(
    id="cold_alarm_c",
    title="Cold alarm next to a nerve",
    default=10,
    low=10,
    high=15,
    unit="Cel",
    sources=("X-22",),
)
LARGE_LESION = Threshold(id="large_lesion_mm", title="A lesion is large from", default=50, low=30, high=70, unit="mm")
SMALL_LESION = Threshold(id="small_lesion_mm", title="A lesion is small up to", default=20, low=10, high=20, unit="mm")
MODERATE_PAIN = Threshold(
    id="moderate_pain_mm",
    title="Pain is called moderate from (wording only)",
    default=40,
    low=30,
    high=50,
    unit="mm",
    off_by_default=True,
)
PREGNANCY_RECORD_MAX_AGE = Threshold(
    id="pregnancy_record_max_age_days",
    title="A documented pregnancy counts for",
    default=300,
    low=300,
    high=300,
    unit="d",
    fixed=True,
    whole=True,
)

THRESHOLDS = (
    CLOSE_TO_NEURAL,
    CLOSE_TO_VISCUS,
    FEW_LESIONS,
    INR_MAX,
    PLATELETS_MIN,
    FEVER,
    FEVER_MAX_AGE,
    LABS_MAX_AGE,
    LABS_MAX_AGE_WARFARIN,
    PREGNANCY_TEST_MAX_AGE,
    NEURO_EXAM_MAX_AGE,
    IMAGING_MAX_AGE,
    HEAT_WARNING,
    HEAT_STOP,
    COLD_ALARM,
    LARGE_LESION,
    SMALL_LESION,
    MODERATE_PAIN,
)
"""Those of the contract's table 2.1, in its order of meaning."""

FIXED = (PREGNANCY_RECORD_MAX_AGE,)
"""Fixed numbers without a site setting, all ours (below the table of C.6)."""

POSTERIOR_NIDUS_MAX_MM = 20.0
CHILD_BELOW_YEARS = 12
ADULT_FROM_YEARS = 18
PREGNANCY_POSSIBLE_FROM_YEARS = 12
PREGNANCY_POSSIBLE_TO_YEARS = 55
MULTI_PROBE_FROM = 3
MAX_PROBES = 25
"""S-54, S-55: up to 25 probes at once; the other six numbers are ours."""
MINUTES_PER_POSITIONING = 30
"""S-53."""
NSAID_EGFR_MIN = 30.0
NSAID_PLATELETS_MIN = 50.0
INR_UPPER_FROM = 1.5
"""X-40: 1.5 to 1.8 is the upper limit of the accepted range."""
SINS_STABLE_TO = 6
SINS_UNSTABLE_FROM = 13
SINS_MAX = 18
"""X-11: 0-6 stable, 7-12 potentially unstable, 13-18 unstable."""
