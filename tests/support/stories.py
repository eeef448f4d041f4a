"""Stories in TOML -> evidence and expectations: what is recorded of a patient, and what must be said of it.

A story writes down only what differs from the defaults that stand before the table of part G of the clinical knowledge;
`like = "V-05"` starts from what another story records, `[[variant]]` tells the same patient with something changed. What is
expected is never inherited. `inr = "missing"` takes a default away; a table says more of a fact (`{ value = "1b", days_ago =
120, kind = "report" }`), a list holds several facts of one item. `unread` names prefetch keys, or single items, that could not
be read in full.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from plugin.answer import Fact, Kind, Recorded, Standing
from plugin.evidence import (
    Allergy,
    Bleeding,
    CordSign,
    Deficit,
    Disease,
    Drug,
    DrugClass,
    EpiduralGrade,
    Evidence,
    Fitness,
    Hazards,
    ImplantedDevice,
    Infection,
    Intent,
    Lesion,
    Matrix,
    Metal,
    Mismatch,
    MismatchKind,
    Nature,
    OrderKind,
    Pain,
    PainCharacter,
    PainScale,
    Part,
    Place,
    PlannedProcedure,
    PlannedTechnique,
    Primary,
    Radiotherapy,
    Refusal,
    Scope,
    Side,
    Symptoms,
    Technique,
    Viscus,
    Wall,
    WishTold,
)
from plugin.grammar import LocalPractice
from tests.support.checking import Expectation, expectation

FOLDER = Path(__file__).parents[1] / "stories"
AS_OF = datetime(2026, 11, 22, 12, tzinfo=UTC)
MISSING = "missing"

Told = Mapping[str, Any]

_DRUGS = {
    "aspirin": DrugClass.ANTIPLATELET,
    "clopidogrel": DrugClass.ANTIPLATELET,
    "apixaban": DrugClass.ANTICOAGULANT,
    "dabigatran": DrugClass.ANTICOAGULANT,
    "fondaparinux": DrugClass.ANTICOAGULANT,
    "rivaroxaban": DrugClass.ANTICOAGULANT,
    "warfarin": DrugClass.ANTICOAGULANT,
    "morphine": DrugClass.STRONG_OPIOID,
    "tramadol": DrugClass.OPIOID,
    "ibuprofen": DrugClass.NSAID,
}
_PAIN = {"VAS": PainScale.VAS_MM, "NRS": PainScale.NRS, "no scale": PainScale.UNSTATED}
_SINS_MISSING = "?"
SINS = ("location", "pain", "lesion", "alignment", "collapse", "posterolateral")


def _pain(words: str) -> Pain:
    """Scale and value: "VAS 78", "NRS 6", "no scale 6"."""
    scale, _, value = words.rpartition(" ")
    return Pain(float(value), _PAIN[scale])


def _drug(words: str) -> Drug:
    """A name, with its state where it is not taken: "apixaban", "apixaban on hold"."""
    name = words.removesuffix(" on hold")
    return Drug(name, _DRUGS[name], on_hold=name != words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a record: where it stands in the evidence, how its word is read, and what a plain value stands for."""

    place: str
    read: Callable[[Any], Hashable]
    kind: Kind = Kind.FINDING
    days_ago: float | None = 10
    modality: str = ""


def _seen(place: str, read: Callable[[Any], Hashable], modality: str = "MR") -> Line:
    return Line(place=place, read=read, modality=modality)


def _told(place: str, read: Callable[[Any], Hashable], days_ago: float | None = 1) -> Line:
    return Line(place=place, read=read, days_ago=days_ago, modality="exam")


def _kept(place: str, read: Callable[[Any], Hashable], kind: Kind = Kind.RECORD, days_ago: float | None = 5) -> Line:
    return Line(place=place, read=read, kind=kind, days_ago=days_ago)


RECORD: Mapping[str, Line] = {
    # findings of the lesion, by the codes of contract 5.3
    "nature": _told("disease.nature", Nature),
    "matrix": _seen("lesion.matrix", Matrix, "CT"),
    "escc": _seen("lesion.escc", EpiduralGrade),
    "canal-extension": _seen("lesion.canal_extension", bool),
    "debulking-need": _told("lesion.debulking_need", bool),
    "posterior-wall": _seen("lesion.posterior_wall", Wall, "CT"),
    "soft-tissue-extension": _seen("lesion.soft_tissue_extension", bool),
    "consolidation-need": _told("lesion.consolidation_need", bool),
    "collapse": _seen("lesion.collapse", bool, "CT"),
    "sins": _seen("lesion.sins_total", int, "CT"),
    "sins-total": _seen("lesion.sins_total", int, "CT"),
    **{f"sins-{part}": _seen(f"lesion.sins_{part}", int, "CT") for part in SINS},
    "size-reduction-need": _told("lesion.size_reduction_need", bool),
    "size": _seen("lesion.size_mm", float, "CT"),
    "lesion-count": _seen("lesion.lesion_count", int),
    "distance-to-neural-structure": _seen("lesion.distance_to_neural_mm", float),
    "distance-to-viscus": _seen("lesion.distance_to_viscus_mm", float),
    "touches-nerve": _kept("lesion.touches_nerve", bool, Kind.REPORT, 10),
    "touches-viscus": _kept("lesion.touches_viscus", Viscus, Kind.REPORT, 10),
    "psoas-part": _kept("lesion.psoas_part", bool, Kind.REPORT, 10),
    "multiple": _kept("lesion.multiple", bool, Kind.REPORT, 10),
    "wish-told": _kept("lesion.wishes_told", WishTold, Kind.REPORT, 10),
    "metal-near-level": _seen("lesion.metal", Metal, "CT"),
    "previous-radiotherapy": _told("lesion.radiotherapy", Radiotherapy),
    "intra-articular": _seen("lesion.intra_articular", bool, "CT"),
    "pain-character": _told("symptoms.pain_character", PainCharacter),
    "neurological-deficit": _told("symptoms.deficit", Deficit),
    "planned-probes": _told("lesion.planned_probes", int),
    "planned-positionings": _told("lesion.planned_positionings", int),
    # what else a record says, in plain names
    "primary": _kept("disease.primary", Primary, Kind.CONDITION, None),
    "histology": _kept("disease.histology", str, Kind.REPORT),
    "histology-primary": _kept("disease.histology_primary", Primary, Kind.REPORT),
    "intent": _kept("fitness.intent", Intent, Kind.STATEMENT, 0),
    "palliative-care": _kept("fitness.intent", lambda _: Intent.PALLIATIVE, Kind.CONDITION, None),
    "pathological-fracture": _kept("lesion.fracture", bool, Kind.CONDITION, None),
    "fracture-risk": _kept("lesion.fracture_risk", bool, Kind.REPORT, 10),
    "radioiodine-planned": _kept("lesion.radioiodine_planned", bool, Kind.STATEMENT, 0),
    "ct": _kept("lesion.ct_of_level", bool, days_ago=10),
    "mr": _kept("lesion.mr_of_level", bool, days_ago=10),
    "pain": _told("symptoms.pain", _pain),
    "pain-coded": _kept("symptoms.pain_coded", bool, Kind.CONDITION, None),
    "cord-sign": _kept("symptoms.cord_sign", CordSign, Kind.CONDITION, None),
    "refusal": _kept("fitness.refusal", Refusal),
    "pregnant": _kept("fitness.pregnant", bool, Kind.CONDITION, 30),
    "pregnancy-test": _kept("fitness.negative_pregnancy_test", bool, days_ago=2),
    "allergies": _kept("fitness.allergies", Allergy),
    "ecog": _told("fitness.ecog", int),
    "karnofsky": _told("fitness.karnofsky", int),
    "asa": _kept("fitness.asa", int, Kind.PROCEDURE),
    "inr": _kept("bleeding.inr", float),
    "platelets": _kept("bleeding.platelets", float),
    "haemoglobin": _kept("bleeding.haemoglobin", float),
    "creatinine": _kept("bleeding.creatinine", float),
    "egfr": _kept("bleeding.egfr", float),
    "drugs": _kept("bleeding.drugs", _drug),
    "coagulation-disorder": _kept("bleeding.coagulation_disorder", str, Kind.CONDITION, None),
    "devices": _kept("hazards.devices", ImplantedDevice, Kind.DEVICE, None),
    "infection": _kept("hazards.infection", Infection, Kind.CONDITION, 3),
    "temperature": _kept("hazards.temperature_c", float, days_ago=4 / 24),
}
"""Every word that a story may use for a fact, and where it belongs."""

DEFAULTS: Told = {
    "neurological-deficit": "none",
    "pain": "VAS 50",
    "inr": 1.0,
    "platelets": 250,
    "haemoglobin": 14.0,
    "creatinine": 0.9,
    "temperature": 36.8,
    "lesion-count": {"value": 1, "kind": "other record", "days_ago": MISSING},
    "ct": True,
    "mr": True,
}
"""Part G: the neurological examination is normal, there is pain, results are five days and imaging is ten days old."""

_FOR_WOMEN: Told = {"pregnancy-test": True}
_CHILDBEARING = range(12, 56)

_LESION_FINDINGS = tuple(
    line.place for line in RECORD.values() if line.place.startswith("lesion.") and line.kind is not Kind.RECORD
)
FEEDS: Mapping[str, tuple[str, ...]] = {
    "conditions": (
        "disease.nature",
        "disease.primary",
        "fitness.intent",
        "fitness.refusal",
        "fitness.pregnant",
        "fitness.allergies",
        "lesion.fracture",
        "lesion.metal",
        "lesion.radiotherapy",
        "symptoms.pain_coded",
        "symptoms.deficit",
        "symptoms.cord_sign",
        "bleeding.drugs",
        "hazards.devices",
        "hazards.infection",
    ),
    "findings": (
        *_LESION_FINDINGS,
        "disease.nature",
        "symptoms.pain",
        "symptoms.pain_coded",
        "symptoms.pain_character",
        "symptoms.deficit",
        "fitness.pregnant",
        "fitness.ecog",
    ),
    "labs": (
        *(f"bleeding.{name}" for name in ("inr", "platelets", "haemoglobin", "creatinine", "egfr")),
        "hazards.temperature_c",
        "fitness.pregnant",
        "fitness.negative_pregnancy_test",
    ),
    "reports": (
        *_LESION_FINDINGS,
        "disease.nature",
        "disease.primary",
        "disease.histology",
        "disease.histology_primary",
        "symptoms.deficit",
    ),
    "imaging": ("lesion.ct_of_level", "lesion.mr_of_level"),
    "procedures": ("fitness.intent", "fitness.refusal", "lesion.metal", "lesion.radiotherapy"),
    "devices": ("hazards.devices", "lesion.metal"),
    "medications": ("bleeding.drugs",),
    "statements": ("bleeding.drugs",),
    "allergies": ("fitness.allergies",),
    "consents": ("fitness.refusal",),
}
"""Prefetch key (contract 3) -> the items that become "not read in full" when its read fails."""

_ROOMS = {
    "disease": Disease,
    "lesion": Lesion,
    "symptoms": Symptoms,
    "fitness": Fitness,
    "bleeding": Bleeding,
    "hazards": Hazards,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One patient and one call: the evidence of each lesion, and what must be said.

    `decided_at_the_order`: the selected order alone decides, so nothing is read and the clinician's room is never asked.
    """

    id: str
    sentence: str
    decided_at_the_order: bool
    evidence: Evidence
    elsewhere: tuple[Evidence, ...] = ()
    practice: LocalPractice = field(default_factory=LocalPractice)
    expected: Expectation
    expected_elsewhere: tuple[Expectation, ...] = ()

    @property
    def evidences(self) -> tuple[Evidence, ...]:
        """Every lesion of the patient, the ordered one first."""
        return (self.evidence, *self.elsewhere)

    @property
    def ordered_technique(self) -> str | None:
        """The technique that the order names, as the contract writes it."""
        named = [order.technique.value for order in self.evidence.planned if order.technique]
        return named[0] if named else None


@cache
def stories() -> tuple[Story, ...]:
    """Every story of the folder, variants behind their own."""
    return tuple(story for file in sorted(FOLDER.glob("*.toml")) for story in _told_in(file))


def story(name: str) -> Story:
    """One story by its id ("V-01", "SR-10/too-high")."""
    return next(each for each in stories() if each.id == name)


def _told_in(file: Path) -> Iterator[Story]:
    told = _with_likeness(_loaded(file))
    if told["id"] != file.stem:
        raise ValueError(f"{file.name} tells {told['id']}")
    yield _story(told)
    for variant in told.get("variant", ()):
        merged = _merged({k: v for k, v in told.items() if k not in ("expect", "variant")}, variant)
        yield _story({**merged, "id": f"{told['id']}/{variant['id']}"})


@cache
def _loaded(file: Path) -> Told:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _with_likeness(told: Told) -> Told:
    if "like" not in told:
        return told
    other = _with_likeness(_loaded(FOLDER / f"{told['like']}.toml"))
    return _merged({k: v for k, v in other.items() if k not in ("expect", "variant", "elsewhere")}, told)


def _merged(first: Told, second: Told) -> dict[str, Any]:
    both = {**first, **second}
    for name in first.keys() & second.keys():
        if isinstance(first[name], dict) and isinstance(second[name], dict):
            both[name] = {**first[name], **second[name]}
    return both


_WORDS = {
    *("id", "like", "sentence", "decided_at_the_order", "patient", "place", "scope", "record", "order", "unread"),
    *("mismatch", "documented_levels", "left_out", "words_not_counted", "practice", "expect", "variant", "elsewhere"),
}


def _story(told: Told) -> Story:
    if unknown := told.keys() - _WORDS:
        raise ValueError(f"{told['id']}: no such part of a story: {sorted(unknown)}")
    elsewhere = told.get("elsewhere", ())
    return Story(
        id=told["id"],
        sentence=told["sentence"],
        decided_at_the_order=told.get("decided_at_the_order", False),
        evidence=evidence_of(told),
        elsewhere=tuple(evidence_of({**each, "patient": told.get("patient", {})}, ordered=False) for each in elsewhere),
        practice=_practice(told.get("practice", {})),
        expected=expectation(told["expect"]),
        expected_elsewhere=tuple(expectation(each["expect"]) for each in elsewhere),
    )


def evidence_of(told: Told, *, ordered: bool = True) -> Evidence:
    """The evidence of one lesion as a story tells it, defaults included."""
    patient = told.get("patient", {})
    facts = _facts({**DEFAULTS, **_by_person(patient), **told.get("record", {})})
    unread = {place for name in told.get("unread", ()) for place in _unread_by(name)}
    rooms: dict[str, dict[str, Any]] = {name: {} for name in _ROOMS}
    for where in facts.keys() | unread:
        room, _, item = where.partition(".")
        rooms[room][item] = Recorded(facts=tuple(facts.get(where, ())), unread=where in unread)
    return Evidence(
        as_of=AS_OF,
        place=_place(told.get("place", {})),
        ordered=ordered,
        scope=Scope(told.get("scope", Scope.SPINE)),
        planned=tuple(_planned(told.get("order", {}))) if ordered else (),
        mismatches=tuple(_mismatch(each) for each in told.get("mismatch", ())),
        documented_levels=tuple(told.get("documented_levels", ())),
        ignored=tuple(told.get("left_out", ())),
        words_not_counted=tuple(told.get("words_not_counted", ())),
        disease=Disease(**rooms["disease"]),
        lesion=Lesion(**rooms["lesion"]),
        symptoms=Symptoms(**rooms["symptoms"]),
        fitness=Fitness(age=_age(patient), gender=patient.get("gender", ""), **rooms["fitness"]),
        bleeding=Bleeding(**rooms["bleeding"]),
        hazards=Hazards(**rooms["hazards"]),
    )


def _age(patient: Told) -> int | None:
    age = patient.get("age", MISSING)
    return None if age == MISSING else int(age)


def _unread_by(name: str) -> tuple[str, ...]:
    """What a failed read leaves open: all that a prefetch key feeds, or the one item of this name."""
    return FEEDS[name] if name in FEEDS else (RECORD[name].place,)


def _by_person(patient: Told) -> Told:
    return _FOR_WOMEN if patient.get("gender") == "female" and patient.get("age") in _CHILDBEARING else {}


def _facts(record: Told) -> dict[str, list[Fact[Any]]]:
    facts: dict[str, list[Fact[Any]]] = {}
    for name, told in _spread(record):
        line = RECORD[name]
        for number, one in enumerate(told if isinstance(told, list) else [told]):
            if one != MISSING:
                facts.setdefault(line.place, []).append(_fact(name, number, line, one))
    return facts


def _spread(record: Told) -> Iterator[tuple[str, Any]]:
    """Six points in a list are the components of SINS."""
    for name, told in record.items():
        if name == "sins" and isinstance(told, list):
            yield from ((f"sins-{part}", v) for part, v in zip(SINS, told, strict=True) if v != _SINS_MISSING)
        else:
            yield name, told


def _fact(name: str, number: int, line: Line, told: Any) -> Fact[Any]:
    more = told if isinstance(told, dict) else {"value": told}
    kind = Kind(more["kind"]) if "kind" in more else line.kind
    days_ago = more.get("days_ago", line.days_ago)
    return Fact(
        value=line.read(more["value"]),
        seen_in=f"{kind.name.title()}/{name}-{number}",
        on=None if days_ago in (None, MISSING) else AS_OF - timedelta(days=days_ago),
        kind=kind,
        standing=Standing(more.get("standing", Standing.FIRM)),
        modality=more.get("modality", line.modality),
        text=more.get("text", ""),
        resolved=more.get("resolved", False),
    )


def _place(told: Told) -> Place | None:
    if "level" not in told:
        return None
    side, part = told.get("side"), told.get("part")
    return Place(level=told["level"], side=Side(side) if side else None, part=Part(part) if part else None)


def _planned(told: Told | list[Told]) -> Iterator[PlannedProcedure]:
    """One selected order, or a list of them."""
    for number, order in enumerate(told if isinstance(told, list) else [told], start=1):
        technique = order.get("technique")
        yield PlannedProcedure(
            kind=OrderKind(order.get("kind", OrderKind.TREATMENT)),
            reference=f"ServiceRequest/draft-{number}",
            technique=PlannedTechnique(technique) if technique else None,
            words=order.get("words", ""),
        )


def _mismatch(told: Told) -> Mismatch:
    return Mismatch(kind=MismatchKind(told["kind"]), said=told["said"], documented=told["documented"])


def _practice(told: Told) -> LocalPractice:
    return LocalPractice(
        not_offered=frozenset(Technique(name) for name in told.get("not_offered", ())),
        thresholds=told.get("thresholds", {}),
        cryo_hydrodissection_d5w=told.get("cryo_hydrodissection_d5w", False),
    )


_AS_RECORDED: Mapping[str, Mapping[str, Told]] = {
    "INTENT": {"curative": {"intent": "curative"}, "palliative": {"intent": "palliative"}, "unknown": {}},
    "CANAL": {"yes": {"canal-extension": True}, "no": {"canal-extension": False}, "unknown": {}},
    "CONS": {"yes": {"consolidation-need": True}, "no": {"consolidation-need": False}, "unknown": {}},
    "SOFT": {"yes": {"soft-tissue-extension": True}, "no": {"soft-tissue-extension": False}, "unknown": {}},
    "SIZE": {
        "yes": {"size-reduction-need": True},
        "no": {},
        "unknown": {"size-reduction-need": [True, {"value": False, "kind": "report"}]},
    },
    "PAIN": {"painful": {"pain": "VAS 50"}, "painless": {"pain": "VAS 0"}, "unknown": {"pain": MISSING}},
    "DEFICIT": {
        "none": {"neurological-deficit": "none"},
        "root": {"neurological-deficit": "root"},
        "motor": {"neurological-deficit": "motor"},
        "unknown": {"neurological-deficit": MISSING},
    },
    "NATURE": {
        "metastasis": {"nature": "metastasis"},
        "not a target": {"nature": "benign-not-indicated"},
        "unknown": {},
    },
}
"""How an answer of the walk is recorded in the plainest way; SIZE is unknown only where sources contradict (B.3)."""

ANSWERS: Mapping[str, tuple[str, ...]] = {name: tuple(ways) for name, ways in _AS_RECORDED.items()}


def recorded_answers(answers: Mapping[str, str]) -> dict[str, Any]:
    """The record of a lesion whose questions have these answers; a nature not named is a metastasis."""
    record: dict[str, Any] = {"nature": "metastasis", "primary": "breast"}
    if "NATURE" in answers:
        record.pop("nature")
    for name, answer in answers.items():
        record |= _AS_RECORDED[name][answer]
    return record


def evidence_with(answers: Mapping[str, str], **more: Any) -> Evidence:
    """A lesion of T9 whose questions have these answers; `more` are further parts of a story (record, unread, scope …)."""
    record = {**recorded_answers(answers), **more.pop("record", {})}
    person = {"age": 60, "gender": "male"}
    return evidence_of({"patient": person, "place": {"level": "T9", "part": "body"}, "record": record, **more})
