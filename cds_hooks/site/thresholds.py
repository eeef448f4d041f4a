"""Which thresholds a hospital may set, and within what range (contract 2.1).

To be replaced by the declarations of ``plugin.knowledge.thresholds``: everybody asks ``declared()`` only, so that
the change is this one function. No rule stands here, only names and numbers.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustable:
    """One number of the knowledge and the range a site may move it in. ``low == high``: fixed."""

    name: str
    default: float | None  # None: "off"
    low: float
    high: float
    whole: bool = False


def _mm(name: str, default: float, low: float, high: float) -> Adjustable:
    return Adjustable(name=name, default=default, low=low, high=high)


def _days(name: str, default: int, low: int, high: int) -> Adjustable:
    return Adjustable(name=name, default=default, low=low, high=high, whole=True)


_DECLARED = (
    _mm("close_to_neural_structure_mm", 10, 5, 20),
    _mm("close_to_viscus_mm", 10, 5, 30),
    Adjustable(name="few_lesions", default=3, low=1, high=5, whole=True),
    Adjustable(name="inr_max", default=1.8, low=1.5, high=1.8),
    Adjustable(name="platelets_min", default=50, low=50, high=100),
    Adjustable(name="fever_c", default=38.0, low=37.5, high=38.5),
    Adjustable(name="fever_max_age_h", default=48, low=48, high=48),
    _days("labs_max_age_days", 30, 1, 30),
    _days("labs_max_age_days_warfarin", 7, 1, 7),
    _days("pregnancy_test_max_age_days", 7, 1, 14),
    _days("neuro_exam_max_age_days", 14, 1, 30),
    _days("imaging_max_age_days", 90, 14, 180),
    Adjustable(name="heat_warning_c", default=42, low=40, high=43),
    Adjustable(name="heat_stop_c", default=44, low=42, high=45),
    Adjustable(name="cold_alarm_c", default=10, low=10, high=15),
    _mm("large_lesion_mm", 50, 30, 70),
    _mm("small_lesion_mm", 20, 10, 20),
    Adjustable(name="moderate_pain_mm", default=None, low=30, high=50),
)


def declared() -> tuple[Adjustable, ...]:
    return _DECLARED
