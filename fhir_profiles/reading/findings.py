"""Which findings do the Observations of part 5.3 hold? Each as one raw finding: code, value, place, date, standing, source.

Here live the table of 5.3 (code, type of the value, list, unit) and the reading of panel, components and stand-alone
Observations. What may not live here: to which lesion a finding belongs (`lesions`), what it means for an item of the
evidence (`lesion` and its neighbours), and which of two findings counts (`plugin.answer`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from plugin.answer import Kind, Standing
from plugin.evidence import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class RawFinding:
    """One value of one finding, as the record gives it.

    `code` is a code of 5.3 ("escc"), or the bare LOINC code of an Observation among the finding codes of contract 3
    ("38214-3"). `value` is, by the code's row in 5.3: a code of the value list (str), a bool, an int or a float; lengths are
    in mm already. For LOINC: a number with its `unit` as recorded, a bool, or the code of a concept ("LA9622-7") or a text.
    A finding without a usable value (`dataAbsentReason`, another type, outside the list) does not appear.
    `text` is what the value's text and the note say in words; `resolved`: those words say that the finding has resolved.
    `place` is the place that the finding itself names, if any.
    """

    code: str
    value: str | bool | int | float
    seen_in: str
    unit: str = ""
    on: datetime | None = None
    standing: Standing = Standing.FIRM
    kind: Kind = Kind.FINDING
    modality: str = ""
    text: str = ""
    resolved: bool = False
    place: Place | None = None
