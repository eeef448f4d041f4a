"""Every panel of the dashboard gives data on what two services told Prometheus while they worked, and names nothing else."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator

import pytest

from cds_hooks.meters import METERS
from cds_hooks.meters.form import Type
from tests.house.tree import ROOT
from tests.monitoring.recording import Prometheus, Recording, prometheus, record
from tests.support.calls import Json
from tests.support.installed import Missing, not_run

DASHBOARD: Json = json.loads((ROOT / "deploy" / "monitoring" / "dashboard.json").read_text(encoding="utf-8"))
PANELS: list[Json] = [panel for panel in DASHBOARD["panels"] if panel["type"] != "row"]
QUERIES = [(panel["title"], target) for panel in PANELS for target in panel["targets"]]
GRAFANAS = {"$__rate_interval": "5m", "$__range": "1h", "$client": ".*"}


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Recording:
    return record(tmp_path_factory.mktemp("recorded"))


@pytest.fixture(scope="module")
def watching(recording: Recording, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prometheus]:
    try:
        with prometheus(tmp_path_factory.mktemp("prometheus"), recording) as found:
            yield found
    except Missing as missing:
        not_run("the queries of the dashboard", missing)


def query_of(target: Json) -> str:
    query: str = target["expr"]
    for name, value in GRAFANAS.items():
        query = query.replace(name, value)
    assert "$" not in query
    return query


def numbers(series: list[Json]) -> list[float]:
    """Every value that is a number."""
    found = [pair[1] for one in series for pair in one.get("values", [one.get("value")])]
    return [float(each) for each in found if not math.isnan(float(each))]


@pytest.mark.parametrize(("title", "target"), QUERIES, ids=[f"{title} {target['refId']}" for title, target in QUERIES])
def test_a_panel_shows_data(watching: Prometheus, title: str, target: Json) -> None:
    ask = watching.instant if target["instant"] else watching.range
    assert numbers(ask(query_of(target))), title


def test_the_figures_are_those_of_what_was_played(watching: Prometheus) -> None:
    """So that data are not only there, but true: three rounds were played, two of them between the first scrape and the last."""
    for query, value in {
        'sum(spinal_cds_request_duration_seconds_count{hook="order-select", answer="not-ours"})': 6,
        'sum(spinal_cds_failures_total{status="401", reason="no-token"})': 3,
        'sum(spinal_cds_fhir_reads_total{key="labs", result="failed"})': 3,
        'sum(spinal_cds_feedback_total{outcome="overridden"})': 3,
        "max(spinal_cds_key_set_failing)": 1,
        "min(spinal_cds_ledger_up)": 1,
        "count(spinal_cds_build_info)": 2,
    }.items():
        assert numbers(watching.instant(query)) == [value], query


def test_a_query_without_data_is_noticed(watching: Prometheus) -> None:
    assert numbers(watching.range("spinal_cds_nothing_total")) == []
    assert numbers(watching.instant("0 * spinal_cds_workers / 0")) == []


# --- what queries name --------------------------------------------------------------------------------------------------

ALERTS = (ROOT / "deploy" / "monitoring" / "alerts.yaml").read_text(encoding="utf-8")
EXPRESSIONS = [*(target["expr"] for _, target in QUERIES), ALERTS]
LABELS: dict[str, set[str]] = {}
for _meter in METERS:
    for _label in _meter.labels:
        LABELS.setdefault(_label.name, set()).update(_label.values or ())


def series_of() -> set[str]:
    found = set()
    for meter in METERS:
        parts = ("_bucket", "_count", "_sum") if meter.type is Type.HISTOGRAM else ("",)
        found |= {meter.name + part for part in parts}
    return found


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_queries_name_only_what_is_declared(expression: str) -> None:
    assert set(re.findall(r"\bspinal_cds_\w+", expression)) - series_of() == set()
    for label, _, value in re.findall(r'\b(\w+)(=~|!=|!~|=)"([^"]*)"', expression):
        if label not in {"client", "le"} and value != "5..":
            assert set(value.split("|")) <= LABELS[label], (label, value)


def test_every_metric_is_on_the_dashboard() -> None:
    shown = " ".join(target["expr"] for _, target in QUERIES)
    assert [meter.name for meter in METERS if meter.name not in shown] == []


def test_panels_have_a_place_of_their_own_and_say_what_they_show() -> None:
    places: set[tuple[int, int]] = set()
    for panel in DASHBOARD["panels"]:
        place = panel["gridPos"]
        cells = {
            (x, y)
            for x in range(place["x"], place["x"] + place["w"])
            for y in range(place["y"], place["y"] + place["h"])
        }
        assert not cells & places, panel["title"]
        assert place["x"] + place["w"] <= 24
        places |= cells
    assert all(panel["description"] and panel["title"] for panel in PANELS)
    identifiers = [panel["id"] for panel in DASHBOARD["panels"]]
    assert len(identifiers) == len(set(identifiers))
