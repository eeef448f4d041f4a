"""What if the record said otherwise? The same call with one fact answered yes, no, or not at all.

What the record holds of the fact is taken out of what the call sends along, wherever the advice saw it; then a finding that says
the supposed answer is put in. Whether the service then sees it so, the page shows. What may not live here: what follows from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from cds_hooks.cards import Situation
from fhir_profiles.codes.systems import FINDING, LOINC, MCODE_PROCEDURE_INTENT, SNOMED, VALUE
from plugin.answer import Fact, Kind

Json = dict[str, Any]

UNKNOWN: Final = "unknown"
ANSWERS: Final = ("yes", "no", UNKNOWN)
_AIMS: Final = {"yes": "373808002", "no": "363676003"}
"""Curative and palliative intent."""
_WISHED: Final = frozenset({"F-10", "F-13", "F-15"})
"""Facts that the words of an order may ask for (contract 5.3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Supposition:
    """One fact that can be supposed: which codes speak of it, and the value of a finding that answers it."""

    fact: str
    codes: tuple[str, ...]
    yes: Json
    no: Json
    code: str = ""
    system: str = FINDING


def _truth(fact: str, code: str, *more: str) -> Supposition:
    return Supposition(
        fact=fact, code=code, codes=(code, *more), yes={"valueBoolean": True}, no={"valueBoolean": False}
    )


def _coded(fact: str, code: str, yes: str, no: str) -> Supposition:
    return Supposition(fact=fact, code=code, codes=(code,), yes=_value(yes), no=_value(no))


def _value(code: str) -> Json:
    return {"valueCodeableConcept": {"coding": [{"system": VALUE, "code": code}]}}


SUPPOSITIONS: Final[Mapping[str, Supposition]] = {
    "INTENT": Supposition(fact="F-02", codes=(), yes={}, no={}),
    "CANAL": _truth("F-10", "canal-extension", "escc", "debulking-need"),
    "CONS": _truth("F-13", "consolidation-need", "collapse", "sins-collapse"),
    "SOFT": _truth("F-12", "soft-tissue-extension"),
    "SIZE": _truth("F-15", "size-reduction-need"),
    "PAIN": Supposition(
        fact="F-23",
        code="72514-3",
        system=LOINC,
        codes=("72514-3", "38214-3", "38208-5", "pain-character"),
        yes={"valueInteger": 6},
        no={"valueInteger": 0},
    ),
    "DEFICIT": _coded("F-25", "neurological-deficit", "motor", "none"),
    "WALL": _coded("F-11", "posterior-wall", "breached", "intact"),
    "METAL": _coded("F-20", "metal-near-level", "present", "absent"),
}
"""What can be supposed, by its id on the page: the inputs of the tree, and what most often changes a technique."""


def supposed(call: Json, choices: Mapping[str, str], situation: Situation | None, now: datetime) -> Json:
    """The call as it would be; `choices` name a supposition and its answer: yes, no, unknown."""
    changed = deepcopy(call)
    for name, answer in choices.items():
        supposition = SUPPOSITIONS[name]
        _forget(changed, supposition, situation)
        if name == "INTENT":
            _aim(changed, _AIMS.get(answer))
        elif answer != UNKNOWN:
            _add(changed, supposition, answer, situation, now)
    return changed


def _forget(call: Json, supposition: Supposition, situation: Situation | None) -> None:
    """Everything that speaks of the fact; what alone says which tumour it is stays."""
    for observation in _held(call, "findings"):
        _forget_codes(observation, supposition.codes)
    if situation is None:
        return
    if supposition.fact in _WISHED:
        _forget_words(call)
    nature = {fact.seen_in for fact in _facts(situation, {"F-07"})}
    for fact in _facts(situation, {supposition.fact}):
        if fact.kind is Kind.REPORT:  # what else the sentence says goes with it
            _forget_sentence(call, fact)
        elif fact.kind in (Kind.CONDITION, Kind.PROCEDURE, Kind.DEVICE) and nature != {fact.seen_in}:
            _drop(call, fact.seen_in)


def _facts(situation: Situation, wanted: Iterable[str]) -> list[Fact[Any]]:
    rows = (row for advice in situation.advices for row in advice.evidence if row.fact in wanted)
    return [fact for row in rows for fact in row.facts]


def _forget_codes(observation: Json, codes: Iterable[str]) -> None:
    """The codes go, the resource stays: what is left without a code says nothing."""
    gone = set(codes)
    if _codes(observation) & gone:
        observation["status"] = "entered-in-error"
    if "component" in observation:
        observation["component"] = [each for each in observation["component"] if not _codes(each) & gone]


def _codes(coded: Json) -> set[str]:
    return {str(coding.get("code")) for coding in coded.get("code", {}).get("coding", ())}


def _forget_sentence(call: Json, fact: Fact[Any]) -> None:
    for report in _held(call, "reports"):
        if f"{report.get('resourceType')}/{report.get('id')}" == fact.seen_in and "conclusion" in report:
            report["conclusion"] = report["conclusion"].replace(fact.text, "")


def _drop(call: Json, reference: str) -> None:
    for bundle in call.get("prefetch", {}).values():
        if isinstance(bundle, dict) and "entry" in bundle:
            _fill(bundle, [each for each in bundle["entry"] if _named(each["resource"]) != reference])


def _forget_words(call: Json) -> None:
    for draft in _drafts(call):
        for words in ("note", "orderDetail", "reasonCode"):
            draft.pop(words, None)


def _aim(call: Json, code: str | None) -> None:
    for draft in _drafts(call):
        others = [each for each in draft.get("extension", ()) if each.get("url") != MCODE_PROCEDURE_INTENT]
        concept = {"coding": [{"system": SNOMED, "code": code}]}
        draft["extension"] = (
            [*others, {"url": MCODE_PROCEDURE_INTENT, "valueCodeableConcept": concept}] if code else others
        )
        if not draft["extension"]:
            del draft["extension"]


def _add(call: Json, supposition: Supposition, answer: str, situation: Situation | None, now: datetime) -> None:
    """A finding of this moment, at the lesion that the advice is about."""
    places = [advice.place for advice in situation.advices if advice.place] if situation else []
    finding: Json = {
        "resourceType": "Observation",
        "id": f"supposed-{supposition.code}",
        "status": "final",
        "code": {"coding": [{"system": supposition.system, "code": supposition.code}]},
        "subject": {"reference": f"Patient/{call['context']['patientId']}"},
        "effectiveDateTime": now.isoformat(),
        **(supposition.yes if answer == "yes" else supposition.no),
    }
    if places and supposition.system == FINDING:
        finding["bodySite"] = {"text": places[0].level}
    bundle = call["prefetch"]["findings"]
    _fill(bundle, [*bundle.get("entry", ()), {"resource": finding, "search": {"mode": "match"}}])


def _fill(bundle: Json, entries: list[Json]) -> None:
    """A bundle whose total is another than the number of its entries would count as cut."""
    bundle.update(entry=entries, total=len(entries))


def _held(call: Json, key: str) -> list[Json]:
    bundles = call.get("prefetch", {})
    return [each["resource"] for each in bundles.get(key, {}).get("entry", ())]


def _drafts(call: Json) -> list[Json]:
    return [each["resource"] for each in call["context"]["draftOrders"].get("entry", ())]


def _named(resource: Json) -> str:
    return f"{resource.get('resourceType')}/{resource.get('id')}"
