"""What do a client's settings mean for the medicine: what its hospital offers, what it has set, how far back records matter?

What may not live here: how a setting is read and checked (`site`), and what a technique or a number leads to (`plugin`).
"""

from __future__ import annotations

from datetime import date, timedelta

from cds_hooks.site import ClientSettings
from plugin.evidence import Technique
from plugin.grammar import LocalPractice
from plugin.knowledge import thresholds


def oldest_needed(practice: LocalPractice, today: date) -> dict[str, date]:
    """How far back a sorted search matters: the longest age limit of the facts that it feeds."""
    days = {
        "labs": max(
            practice.value(limit)
            for limit in (
                thresholds.LABS_MAX_AGE,
                thresholds.PREGNANCY_TEST_MAX_AGE,
                thresholds.PREGNANCY_RECORD_MAX_AGE,
            )
        ),
        "imaging": practice.value(thresholds.IMAGING_MAX_AGE),
    }
    return {key: today - timedelta(days=limit) for key, limit in days.items()}


def practice_of(client: ClientSettings) -> LocalPractice:
    """What this client's hospital offers and has set."""
    offered = {
        Technique.LASER: client.offered.laser,
        Technique.CAV: client.offered.coblation,
        Technique.CHEM: client.offered.chemical,
    }
    return LocalPractice(
        not_offered=frozenset(technique for technique, there in offered.items() if not there),
        thresholds={name: float(value) for name, value in client.thresholds.items() if value != "off"},
        cryo_hydrodissection_d5w=client.offered.cryo_hydrodissection_d5w,
    )
