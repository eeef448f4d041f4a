"""Which kinds of card are there, and which reasons may be given for not following one? Contract 4, with names in English.

The front desk shows them in the site's language (`cds_hooks/translations`). What may not live here: when a card is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

CARD_TOPICS: Final[Mapping[str, str]] = {
    "indication": "Indication",
    "question": "Missing data",
    "referral": "Referral",
    "nocare": "No procedure now",
    "hold": "Hold",
    "conflict": "Conflict",
    "anaesthesia": "Anaesthesia checklist",
    "thermalprotection": "Thermal-protection checklist",
    "degraded": "Record not read in full",
}
OVERRIDE_REASONS: Final[Mapping[str, str]] = {
    "decided-by-board": "Decided by the tumour board",
    "contraindication": "Contraindication",
    "patient-preference": "Patient's preference",
    "other-therapy": "Other therapy chosen",
    "data-wrong": "Data are wrong or out of date",
    "other": "Other reason",
}
