"""Reports written by hand, and charts that leave to a report what it tells.

What may not live here: the other resources of a chart (`charts`), and what is expected of an answer.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import Any

from tests.support.calls import Json
from tests.support.charts import CALM, Answer, ago, ask, base, codes, without

MODALITIES = {
    "MR": codes("loinc:36067-7", text="MR spine"),
    "CT": codes("loinc:28566-8", text="CT spine"),
    "PET": codes(text="FDG PET/CT"),
    "examination": codes(text="Neurological consultation"),
    "histology": codes(text="Histology of a bone biopsy"),
}
"""How a report says what made it: `DiagnosticReport.code`, with LOINC of part E.8 where there is one."""

DEFICIT = "neurological-deficit"
PAIN = "38214-3"
CANAL = ("escc",)
SOFT = ("soft-tissue-extension",)
CONS = ("consolidation-need",)
WALL = ("posterior-wall",)
NEAR = ("distance-to-neural-structure",)
"""Findings of the calm chart that a report may have to tell instead."""


def report(
    said: str | None = None, *, kind: str = "MR", days: float | None = 5, status: str = "final", **more: Any
) -> Json:
    """A report with this conclusion; `days=None` leaves its date out."""
    found: Json = {"resourceType": "DiagnosticReport", "id": "r1", "status": status, "code": MODALITIES[kind]}
    found["subject"] = {"reference": "Patient/p1"}
    found |= {"effectiveDateTime": ago(days)} if days is not None else {}
    return found | ({"conclusion": said} if said else {}) | more


def attached(text: str | bytes, content_type: str = "text/plain", *, charset: str = "utf-8") -> Json:
    """An attachment with its text inline."""
    raw = text if isinstance(text, bytes) else text.encode(charset)
    return {"contentType": content_type, "data": base64.b64encode(raw).decode("ascii")}


def silent(*left_out: str, **options: Any) -> list[Json]:
    """The calm chart (T8, palliative: PAL_PAIN) without these findings or codes."""
    findings = {code: value for code, value in CALM.items() if code not in left_out}
    return without(base(findings=findings, **options), *left_out)


def told(text: str, left_out: Sequence[str] = (), *orders: Json, **options: Any) -> Answer:
    """What the service answers when one report says this of the calm chart, from which some findings are left out."""
    return ask([*silent(*left_out), report(text, **options)], *orders)


def shown(answer: Answer, sentence: str) -> bool:
    """Whether the sentence stands somewhere on the cards, as evidence or in what they say."""
    rows = [row for lead in answer.leads for row in lead.get("evidence", [])]
    quoted = [each.get("text", "") for row in rows for each in (row, *row.get("values", []))]
    return any(sentence in each for each in (*quoted, answer.text.replace("\\", "")))


def values(answer: Answer, fact: str) -> list[Any]:
    """What the evidence says of this fact, known rows only."""
    return [row["value"] for row in answer.evidence(fact) if row["status"] == "known"]
