"""What is counted, under which name, and which values its labels may have: a closed set for each, whoever calls.

`docs/reference/metrics.md` is made of this. What may not live here: how anything is counted (``counting``, ``states``).
"""

from __future__ import annotations

from typing import Final

from cds_hooks.cards.situation import Kind
from cds_hooks.failures import OUR_FAULT, TABLE, NotTrusted
from cds_hooks.meters.form import Across, Label, Meter, Type, label
from cds_hooks.trust.reasons import Reason
from fhir_profiles.chart import READ_RESULTS, RequiredMissing
from fhir_profiles.queries import QUERIES
from plugin.grammar import Outcome

NONE: Final = "none"
"""Where a line has nothing to say: no client was let in, a card is about no outcome."""
OTHER: Final = "other"
"""What anything outside a closed set is counted as."""


_HOOK: Final = label(
    "hook",
    "the hook, or the feedback on it; `none`: refused before anybody looked where it goes",
    *("order-select", "order-sign", "order-select-feedback", "order-sign-feedback", NONE),
)
_CLIENT: Final = Label(
    name="client", says="issuer of the client in the site file; `none`: nobody was let in, or it has none", values=None
)
_STATUS: Final = label("status", "HTTP status", *(str(row.status) for row in (*TABLE.values(), OUR_FAULT)), OTHER)
_WORDS: Final = (
    *(
        each.__name__ for each in TABLE if each not in (NotTrusted, RequiredMissing)
    ),  # these two have words of their own
    *Reason,
    *(f"missing-{query.key}" for query in QUERIES if query.required),
)

REQUESTS: Final = Meter(
    name="spinal_cds_request_duration_seconds",
    type=Type.HISTOGRAM,
    says="How long a call took, from the application's first look at it to its answer.",
    labels=(
        _HOOK,
        _CLIENT,
        label("status_class", "class of the HTTP status", "2xx", "4xx", "5xx"),
        label(
            "answer",
            "`not-ours`: no order of ours was selected, nothing was read; `empty`: looked at, nothing to say; `cards`; "
            "`withheld`: shadow mode; `stored`: feedback; `none`: it was refused or failed",
            *("not-ours", "empty", "cards", "withheld", "stored", NONE),
        ),
    ),
    bounds=(0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 5.0),
)
STAGES: Final = Meter(
    name="spinal_cds_stage_duration_seconds",
    type=Type.HISTOGRAM,
    says="How long each stage of a call took; orders that are not ours have none.",
    labels=(
        _HOOK,
        label(
            "stage",
            "as in `milliseconds` of the trail",
            *("trust", "read", "orders", "gather", "evidence", "advise", "cards", "dump", "keep"),
        ),
    ),
    bounds=(0.001, 0.005, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 1.0, 2.0),
)
FAILURES: Final = Meter(
    name="spinal_cds_failures_total",
    type=Type.COUNTER,
    says="Calls that were refused or failed.",
    labels=(_HOOK, _STATUS, label("reason", "as in the trail; `other`: a fault of our own", *_WORDS, OTHER)),
)
CARDS: Final = Meter(
    name="spinal_cds_cards_total",
    type=Type.COUNTER,
    says="Cards that were made, those of shadow mode included.",
    labels=(
        _HOOK,
        _CLIENT,
        label("kind", "kind of card", *Kind),
        label("outcome", "outcome of the lesion it is about; `none`: of none", *Outcome, NONE),
    ),
)
READS: Final = Meter(
    name="spinal_cds_fhir_reads_total",
    type=Type.COUNTER,
    says="Reads of the FHIR server, one for each prefetch key that was asked for there.",
    labels=(
        _CLIENT,
        label("key", "prefetch key", *(query.key for query in QUERIES)),
        label("result", "what came of it, as in the trail", *READ_RESULTS),
    ),
)
FEEDBACK: Final = Meter(
    name="spinal_cds_feedback_total",
    type=Type.COUNTER,
    says="Entries of feedback.",
    labels=(
        _CLIENT,
        label(
            "outcome",
            "what became of the card; `rejected`: the entry was malformed",
            *("accepted", "overridden", "rejected"),
        ),
    ),
)
LEDGER_UP: Final = Meter(
    name="spinal_cds_ledger_up",
    type=Type.GAUGE,
    says="1 while every worker that has asked for the ledger's database finds it, else 0; not there before the first asks.",
    across=Across.LEAST,
)
WAITING: Final = Meter(
    name="spinal_cds_ledger_notes_waiting",
    type=Type.GAUGE,
    says="Calls whose issued cards wait to be noted in the ledger.",
)
LOST: Final = Meter(
    name="spinal_cds_ledger_notes_lost_total",
    type=Type.COUNTER,
    says="Issued cards that could not be noted; what is told of them stays unjoined.",
)
KEYS_FAILING: Final = Meter(
    name="spinal_cds_key_set_failing",
    type=Type.GAUGE,
    says="1 while the newest fetch of a client's key set has failed in any worker; only for clients with a `jwks_url`.",
    labels=(_CLIENT,),
    across=Across.MOST,
)
BUILD: Final = Meter(
    name="spinal_cds_build_info",
    type=Type.GAUGE,
    says="1; its labels say what is running.",
    labels=(
        Label(name="version", says="version of the service", values=None),
        Label(name="knowledge_version", says="version of the knowledge", values=None),
    ),
    across=Across.MOST,
)
SITE: Final = Meter(
    name="spinal_cds_site_info",
    type=Type.GAUGE,
    says="1; its labels say whose service this is.",
    labels=(
        Label(name="public_url", says="of the site file", values=None),
        label("mode", "of the site file", "production", "development"),
        label("shadow", "of the site file", "true", "false"),
    ),
    across=Across.MOST,
)
WORKERS: Final = Meter(name="spinal_cds_workers", type=Type.GAUGE, says="Worker processes that are running.")
STARTED: Final = Meter(
    name="spinal_cds_start_time_seconds",
    type=Type.GAUGE,
    says="When the oldest worker was started, in seconds since 1970.",
    across=Across.LEAST,
)
CPU: Final = Meter(
    name="spinal_cds_process_cpu_seconds_total",
    type=Type.COUNTER,
    says="Processor time of all workers, those that have ended included.",
)
MEMORY: Final = Meter(
    name="spinal_cds_process_resident_memory_bytes",
    type=Type.GAUGE,
    says="Memory of all workers; what they share counts for each.",
)
FILES: Final = Meter(
    name="spinal_cds_process_open_fds",
    type=Type.GAUGE,
    says="Open files and connections of all workers.",
)

METERS: Final = (
    *(REQUESTS, STAGES, FAILURES, CARDS, READS, FEEDBACK),
    *(LEDGER_UP, WAITING, LOST, KEYS_FAILING),
    *(BUILD, SITE, WORKERS, STARTED, CPU, MEMORY, FILES),
)
