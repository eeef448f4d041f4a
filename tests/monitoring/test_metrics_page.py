"""The page of the metrics is current, and names of metrics are as Prometheus asks for them."""

import re

import pytest

from cds_hooks.meters import METERS, Meter
from cds_hooks.meters.form import Type
from docs import metrics


def test_the_page_is_not_stale() -> None:
    assert metrics.FILE.read_text(encoding="utf-8") == metrics.page(), "run `make pages`"


@pytest.mark.parametrize("meter", METERS, ids=lambda meter: meter.name)
def test_a_name_says_unit_and_kind(meter: Meter) -> None:
    assert re.fullmatch(r"spinal_cds(_[a-z]+)+", meter.name)
    assert meter.name.endswith("_total") == (meter.type is Type.COUNTER)
    if meter.type is Type.HISTOGRAM:
        assert meter.name.endswith("_seconds")
        assert list(meter.bounds) == sorted(meter.bounds)
    assert meter.says.endswith(".")


def test_half_a_second_is_a_bound() -> None:
    """Or the share below it could not be told."""
    (requests,) = (meter for meter in METERS if meter.name == "spinal_cds_request_duration_seconds")
    assert 0.5 in requests.bounds
