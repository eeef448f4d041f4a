"""The hallway: what happens between an order-select request and its cards. Anyone who reads `respond` knows the service.

Five steps, of which only the second does I/O. What may not live here: the spelling of the wire (`wire`), medicine (`plugin`),
FHIR (`fhir_profiles`), the layout of a card (`cards`).
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from cds_hooks import traces
from cds_hooks.cards import Situation, cards_for
from cds_hooks.desk import Desk
from cds_hooks.messages import Card, HookRequest
from cds_hooks.practice import oldest_needed, practice_of
from cds_hooks.profiles import PROFILES, Profile
from cds_hooks.site import ClientSettings, Site
from cds_hooks.words import Words
from fhir_profiles.chart import Chart, gather, own_drafts, read_results
from fhir_profiles.drafting import Drafter
from fhir_profiles.reading import is_report_of_interest, planned_procedures, read_evidence, within_reach
from fhir_profiles.server import FhirServer
from plugin.advice import Advice
from plugin.advising import advise_all
from plugin.answer import Kind
from plugin.evidence import Evidence

HARD_LIMIT_S = 2.0
"""From the moment that a hook call has come whole, the end of its reads lies no later, whatever the site says (contract 7)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The cards, and what the trail may say of them (ids and figures only)."""

    cards: tuple[Card, ...]
    trail: Mapping[str, object] = field(default_factory=dict)


Presenter = Callable[[Situation, Profile, Words, Drafter, Callable[[], str]], tuple[Card, ...]]
"""What makes cards of a situation: those of order-select, or those before signature."""


def respond(
    request: HookRequest,
    client: ClientSettings,
    desk: Desk,
    present: Presenter = cards_for,
    *,
    came: float | None = None,
) -> Reply:
    """The cards for one order-select call. `came`: when it had come whole (monotonic clock), if that was not just now.

    Raises RequiredMissing (412) where patient or conditions cannot be had, WrongPatient (400) where the chart is another's.
    """
    watch = Stopwatch(steps=traces.steps())
    drafts, foreign = own_drafts(request.draft_orders, request.patient_id)
    orderables = desk.orderables[client.concept_map]
    planned = planned_procedures(drafts, request.selections, client.triggers, orderables.concepts)
    watch.lap("orders")
    if not planned.any:
        if foreign:
            return _of_another_patient(request, client, desk, foreign)
        return Reply(cards=(), trail={"milliseconds": watch.laps})
    now = desk.clock()
    practice = practice_of(client)
    reads_end = _reads_end(desk.site, came)
    chart = _chart(request, client, desk, oldest_needed(practice, now.date()), reads_end, watch.steps)
    watch.lap("gather")
    read = read_evidence(chart, planned, as_of=now)
    watch.lap("evidence")
    if read.out_of_scope:
        return Reply(cards=(), trail={**_read(chart), "milliseconds": watch.laps})
    words = desk.words[client.language]
    advices = advise_all(read.evidence, practice, words.knowledge)
    watch.lap("advise")
    situation = Situation(
        advices=advices,
        as_of=now,
        patient_id=request.patient_id,
        encounter_id=request.encounter_id,
        drafts=drafts,
        selected=tuple(order.planned.reference for order in planned.orders),
        order_has_site=any(order.places or order.regions for order in planned.orders),
        unread=chart.gaps,
        foreign=chart.foreign + foreign,
        notes=(*((note.resource, note.problem) for note in (*chart.notes, *read.notes)),),
        not_available=client.not_available,
        orderables=orderables,
        pictures=f"{desk.site.public_url}/picture",
        reason={each.place: found for each in read.evidence if (found := _condition(each))},
    )
    cards = present(situation, PROFILES[client.profile], words, desk.drafter, _new_id)
    watch.lap("cards")
    return Reply(cards=cards, trail=_told(advices, cards, chart, watch))


def _of_another_patient(request: HookRequest, client: ClientSettings, desk: Desk, foreign: int) -> Reply:
    """Nothing of ours is selected. If only because the order is another patient's, one card says so; nothing is read."""
    concepts = desk.orderables[client.concept_map].concepts
    if not planned_procedures(request.draft_orders, request.selections, client.triggers, concepts).any:
        return Reply(cards=())
    situation = Situation(
        advices=(), patient_id=request.patient_id, foreign=foreign, not_available=client.not_available
    )
    cards = cards_for(situation, PROFILES[client.profile], desk.words[client.language], desk.drafter, _new_id)
    return Reply(cards=cards, trail=_named(cards))


def _reads_end(site: Site, came: float | None) -> float:
    """Until when a call may read (monotonic clock): what it waited for before, it no longer has."""
    now = time.monotonic()
    return min(now + site.fhir.deadline_ms / 1000, (now if came is None else came) + HARD_LIMIT_S)


def _chart(
    request: HookRequest,
    client: ClientSettings,
    desk: Desk,
    oldest_needed: Mapping[str, date],
    deadline: float,
    steps: traces.Steps | None,
) -> Chart:
    """Prefetch, and what it lacks from the caller's FHIR server, if that is one that the site lists."""
    token = request.authorization.access_token if request.authorization else None
    base_url = desk.site.readable(client, request.fhir_server, with_token=token is not None)
    server = None
    if base_url is not None:
        server = FhirServer(
            base_url=base_url,
            session=desk.session,
            token=token,
            page_limit=desk.site.fhir.page_limit,
            watching=steps.reading if steps else None,
        )
    chart = gather(
        patient_id=request.patient_id,
        prefetch=request.prefetch,
        server=server,
        not_available=frozenset(client.not_available),
        key_names=client.prefetch_keys,
        deadline=deadline,
        oldest_needed=oldest_needed,
        of_interest=is_report_of_interest,
    )
    return within_reach(chart)


def _condition(evidence: Evidence) -> str:
    """The entry of the problem list that says what the lesion is; "" where only findings do.

    Of several the one that was recorded first: the tumour stands there before its fracture.
    """
    natures = [fact for fact in evidence.disease.nature.facts if fact.kind is Kind.CONDITION]
    natures.sort(key=lambda fact: (fact.on is None, fact.on.timestamp() if fact.on else 0.0, fact.seen_in))
    return natures[0].seen_in if natures else ""


def _new_id() -> str:
    return str(uuid.uuid4())


def _named(cards: tuple[Card, ...]) -> dict[str, object]:
    """Which cards they are: kinds, and the uuids by which feedback names them (N4)."""
    return {
        "cards": tuple(card.source.topic_code for card in cards),
        "card_ids": tuple(card.uuid for card in cards),
        "card_outcomes": tuple(card.advice.get("outcome", "") for card in cards),
    }


def _told(advices: tuple[Advice, ...], cards: tuple[Card, ...], chart: Chart, watch: Stopwatch) -> dict[str, object]:
    """Ids and figures only; nothing of the patient."""
    return {
        **_named(cards),
        "outcomes": tuple(advice.outcome.value for advice in advices),
        "rules": tuple(sorted({rule.id for advice in advices for rule in advice.rules})),
        **_read(chart),
        "unread": tuple(gap.key for gap in chart.gaps),
        "milliseconds": watch.laps,
    }


def _read(chart: Chart) -> dict[str, object]:
    return {"fhir_reads": len(chart.reads), "reads": read_results(chart.reads)}


@dataclass(slots=True)
class Stopwatch:
    """Milliseconds by stage, for the trail; and for a trace, where there is one."""

    steps: traces.Steps | None = None
    started: float = field(default_factory=time.perf_counter)
    laps: dict[str, float] = field(default_factory=dict)

    def lap(self, stage: str) -> None:
        """The stage ends here."""
        now = time.perf_counter()
        self.laps[stage] = round((now - self.started) * 1000, 3)
        self.started = now
        if self.steps is not None:
            self.steps.end(stage)
