"""How is the chart of one patient filled? Prefetch first, then the FHIR server, and what is missing is said.

The only step of a call that does I/O. What may not live here: what a value means (`meaning`), single entries (`sift`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from fhir_profiles.chart import attachments
from fhir_profiles.chart.asked import Asked, begin, from_prefetch
from fhir_profiles.chart.attachments import Attached
from fhir_profiles.chart.heeded import for_this_patient, narrowed
from fhir_profiles.chart.meaning import Meaning, holds_back, meaning
from fhir_profiles.chart.record import Chart, Gap, RequiredMissing, WrongPatient
from fhir_profiles.chart.sift import Sifted, sift
from fhir_profiles.chart.whose import Whose
from fhir_profiles.queries import QUERIES
from fhir_profiles.resources import Json
from fhir_profiles.server import Answer, FhirServer, GapReason, Reading


def gather(
    *,
    patient_id: str,
    prefetch: Mapping[str, object] | None,
    server: FhirServer | None,
    not_available: frozenset[str],
    key_names: Mapping[str, str],
    deadline: float,
    oldest_needed: Mapping[str, date],
    of_interest: Callable[[Json], bool] = lambda _: True,
) -> Chart:
    """Everything that can be read of this patient until `deadline` (monotonic clock).

    `key_names` maps local prefetch names to ours; `oldest_needed` says for a sorted key how old an entry may be to
    matter for any fact. Keys in `not_available` are neither read nor missing. `of_interest` says of a report whether its
    documents matter; those of others are left where they are.

    Raises RequiredMissing when a required key cannot be had, WrongPatient when the Patient is another one.
    """
    brought = _our_names(prefetch or {}, key_names)
    asked = [
        from_prefetch(query, brought, server, oldest_needed.get(query.key))
        for query in QUERIES
        if query.key not in not_available
    ]
    parts = {each.query.key: _part(each, each.answer, patient_id) for each in asked if each.answer is not None}
    open_ = {each.query.key: each for each in asked if each.answer is None}
    under_way: Mapping[str, Reading] = {}
    try:
        under_way = begin(open_.values(), server, patient_id, deadline)
        if "reports" in open_:  # first: what they point at is fetched beside the rest
            parts["reports"] = _read_part(open_.pop("reports"), under_way, patient_id)
        pointed = attachments.begin(filter(of_interest, _reports(parts)), server, deadline)
        for key, each in open_.items():
            parts[key] = _read_part(each, under_way, patient_id)
        attached = pointed.collect()
    except RequiredMissing as missing:
        missing.reads = _reads(parts, under_way) | ({missing.key: missing.reason} if missing.key in under_way else {})
        raise
    finally:
        if server is not None:
            server.hang_up()
    return _chart(patient_id, parts, not_available, attached, _reads(parts, under_way))


def _reads(parts: Mapping[str, _Part], under_way: Mapping[str, Reading]) -> dict[str, GapReason | None]:
    return {key: parts[key].reason for key in under_way if key in parts}


def _reports(parts: Mapping[str, _Part]) -> Sequence[Json]:
    return parts["reports"].sifted.resources if "reports" in parts else ()


def _our_names(prefetch: Mapping[str, object], key_names: Mapping[str, str]) -> dict[str, object]:
    """The prefetched values by our key names; a local name wins over our own."""
    named = {ours: prefetch[local] for local, ours in key_names.items() if local in prefetch}
    return {**prefetch, **named}


def _joined(asked: Asked, answer: Answer) -> Answer:
    """The pages from prefetch, then those from the server; a first answer that holds no data is a failure.

    A later page without data (an error that says 200, a Bundle that cannot be read) is a page that was lost.
    """
    usable = tuple(page for page in answer.pages if meaning(page, asked.query) is Meaning.DATA)
    if answer.pages and not asked.first and meaning(answer.pages[0], asked.query) is not Meaning.DATA:
        return Answer(pages=(), reason=GapReason.FAILED)
    lost = len(usable) < len(answer.pages) or (asked.first and answer.reason not in (None, GapReason.CUT))
    return replace(answer, pages=(*asked.first, *usable), reason=GapReason.PARTLY if lost else answer.reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    sifted: Sifted
    reason: GapReason | None


def _read_part(asked: Asked, under_way: Mapping[str, Reading], patient_id: str) -> _Part:
    """One key of the chart, waited for. Raises RequiredMissing and WrongPatient."""
    return _part(asked, _joined(asked, under_way[asked.query.key].answer()), patient_id)


def _part(asked: Asked, answer: Answer, patient_id: str) -> _Part:
    """One key of the chart. Raises RequiredMissing and WrongPatient."""
    query, pages = asked.query, answer.pages
    if query.required and answer.reason is not None and not pages:
        raise RequiredMissing(query.key, answer.reason)
    certain = for_this_patient(pages, patient_id, lenient=answer.lenient)
    sifted = sift(pages, query, patient_id, asked.oldest_needed, Whose.OURS if certain else Whose.UNCLEAR)
    if query.key == "patient":
        if sifted.foreign:
            raise WrongPatient
        if not sifted.resources:
            raise RequiredMissing(query.key, GapReason.FAILED)
    reason = answer.reason
    if reason is None and sifted.partly:
        reason = GapReason.PARTLY
    if reason is None and (
        sifted.cut or narrowed(pages, query) or holds_back(pages, sifted.matches, query, asked.oldest_needed)
    ):
        reason = GapReason.CUT
    return _Part(sifted=sifted, reason=reason)


def _chart(
    patient_id: str,
    parts: Mapping[str, _Part],
    not_available: frozenset[str],
    attached: Attached,
    reads: Mapping[str, GapReason | None],
) -> Chart:
    in_order = [(query.key, parts[query.key]) for query in QUERIES if query.key in parts]
    addresses: dict[str, Json] = {}
    for _, part in in_order:
        addresses.update(part.sifted.addresses)
    reasons = {key: part.reason or (attached.reason if key == "reports" else None) for key, part in in_order}
    return Chart(
        patient_id=patient_id,
        resources={key: tuple(part.sifted.resources) for key, part in in_order},
        gaps=tuple(Gap(key=key, reason=reason) for key, reason in reasons.items() if reason is not None),
        notes=(*(note for _, part in in_order for note in part.sifted.notes), *attached.notes),
        foreign=sum(part.sifted.foreign for _, part in in_order),
        not_available=not_available,
        addresses=addresses,
        attachments=attached.documents,
        reads=reads,
    )
