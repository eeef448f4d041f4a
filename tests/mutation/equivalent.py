"""Changes that change nothing, each with the reason: they are not generated, so that the score counts what can be noticed.

What may not live here: a change that a story could notice, or one that nobody has looked at.
"""

from __future__ import annotations

from collections.abc import Mapping

CHANGES_NOTHING: Mapping[str, str] = {
    "TR-06: no first": "cryoablation is at best acceptable then (proven: thyroid metastasis rfa first): bipolar RFA has no equal",
    "gate 1 after 1u": "a lesion has one scope: outside or not found",
    "gate 4 after 4u": "a nature is known to be no target, or it is open",
    "gate 4u after 2 completed": "gates of known facts come before those of the completions, wherever they stand",
}
