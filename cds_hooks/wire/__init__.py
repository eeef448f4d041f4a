"""JSON <-> messages. The specification's spelling (``hookInstance``, ``draftOrders`` ...) lives only in here.

``parsing`` makes one JSON object of the bytes, ``requests`` a HookRequest of it, ``answers`` bytes of cards; ``feedback`` reads
what became of them. ``description`` and ``shapes`` tell others what goes in and out.
"""

from cds_hooks.wire.answers import ADVICE_KEY, dump_cards, dump_resource, dump_services, service
from cds_hooks.wire.description import described
from cds_hooks.wire.feedback import MOST_ENTRIES, Told, dump_feedback_answer, read_feedback
from cds_hooks.wire.parsing import MAX_DEPTH, parse
from cds_hooks.wire.requests import read_request

__all__ = [
    "ADVICE_KEY",
    "MAX_DEPTH",
    "MOST_ENTRIES",
    "Told",
    "described",
    "dump_cards",
    "dump_feedback_answer",
    "dump_resource",
    "dump_services",
    "parse",
    "read_feedback",
    "read_request",
    "service",
]
