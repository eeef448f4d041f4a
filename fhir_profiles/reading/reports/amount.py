"""How much text of reports is read for one call? That of the newest, up to a length; what is beyond counts as cut (contract 7).

Reading takes its time where every sentence tells something, so that a record without an end would take the service from
everybody else. What may not live here: what a text says (`within`).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from fhir_profiles.chart import Chart, Gap, GapReason
from fhir_profiles.reading.reports.documents import blocks_of, is_of_interest
from fhir_profiles.resources import Json, member, members, recorded_on, word

MOST_TEXT: Final = 100_000
"""Characters without markup. The fifty reports that are asked for rarely have half of it; dense text takes a second or two."""
_NEVER: Final = datetime.min.replace(tzinfo=UTC)


def within_reach(chart: Chart) -> Chart:
    """The chart without the reports that lie beyond the length, the oldest; if there are any, reports are a gap."""
    every = chart.of("reports")
    if sum(map(_at_most, every)) + sum(len(each.text) for each in chart.attachments.values()) <= MOST_TEXT:
        return chart
    left, beyond = MOST_TEXT, set()
    for each in sorted(filter(is_of_interest, every), key=_age_key, reverse=True):
        left -= sum(len(text) for _, text in blocks_of(chart, each)[0])
        if left < 0:
            beyond.add(id(each))
    if not beyond:
        return chart
    kept = tuple(each for each in every if id(each) not in beyond)
    gaps = chart.gaps if any(gap.key == "reports" for gap in chart.gaps) else (*chart.gaps, _CUT)
    return replace(chart, resources={**chart.resources, "reports": kept}, gaps=gaps)


_CUT: Final = Gap(key="reports", reason=GapReason.CUT)


def _at_most(report: Json) -> int:
    """Characters with markup, which is soon counted."""
    inside = [word(report, "conclusion"), word(member(report, "text") or {}, "div")]
    inside += [word(form, "data") for form in members(report, "presentedForm")]
    return sum(len(each) for each in inside if each)


def _age_key(report: Json) -> datetime:
    when = recorded_on(report)
    return when.at if when else _NEVER
