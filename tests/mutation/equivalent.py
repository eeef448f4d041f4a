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
    **dict.fromkeys(
        (
            "any-deficit: without values neurological deficit motor",
            "any-deficit: without values neurological deficit sphincter",
        ),
        "a motor or sphincter deficit is an emergency by itself; with a compression any other is asked for",
    ),
    **dict.fromkeys(
        ("TR-29-UNREAD when left: without right of Both", "TR-29-UNREAD when left right: Surely of the opposite"),
        "cement is offered only where CONS = yes, and there a known allergy stops at gate 5",
    ),
    "infection-elsewhere: without values infection infection elsewhere": "any other infection stops at gate 5, before the holds",
    **dict.fromkeys(
        (
            "OS-09nsaid left_out_if 5 0: Surely of the opposite",
            "OS-10 when: without right of Both",
            "OS-10 when right: Surely of the opposite",
        ),
        "a pregnancy stops at gate 5; that no order set holds an NSAID or 131-I then is said twice on purpose (H-18)",
    ),
}
