"""Claims about order sets, lists and holds (C.3, C.5): what stands before what, what never stands beside what."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plugin.evidence import Allergy, DrugClass, Technique
from plugin.grammar import OrderItem
from plugin.knowledge import facts
from tests.proofs import conditions as when
from tests.proofs.claims import Subject, claim
from tests.proofs.kleene import FALSE, TRUE, Formula, every, isnt, some
from tests.proofs.plans import Pathway, in_set

CEMENT, RADIOIODINE = "OS-04", "OS-10"
ABLATIONS = ("OS-03-LASER", "OS-03-RFA_BIPOLAR", "OS-03-RFA_MONO", "OS-03-CRYO", "OS-03-CHEM")
STEPS = (*ABLATIONS, "OS-05")
THERMAL = ABLATIONS[:4]

Sets = Iterator[tuple[Technique, Callable[[str], Formula]]]


def _sets(plan: Pathway) -> Sets:
    """Each technique's order set: is this item in it?"""
    for technique in Technique:
        there = plan.has_set(technique)
        if there is FALSE:
            continue
        world = plan.within(technique)

        def holds(name: str, there: Formula = there, world: object = world) -> Formula:
            items = (each for each in plan.knowledge.order_items if named(each) == name)
            return every((there, some(in_set(world, item) for item in items)))  # type: ignore[arg-type]

        yield technique, holds


def named(item: OrderItem) -> str:
    """The item with its part ("OS-09-nsaid")."""
    return f"{item.id}-{item.part}" if item.part else item.id


def _in_no_set(subject: Subject, broken: Callable[[Technique, Callable[[str], Formula]], Formula]) -> str:
    return subject.in_no_plan(lambda plan: some(broken(technique, holds) for technique, holds in _sets(plan)))


def _before(subject: Subject, first: str, second: str) -> bool:
    order = [named(item) for item in subject.knowledge.order_items]
    return order.index(first) < order.index(second)


@claim("Cement never comes before the step against the tumour in a set (S-05, S-06, X-05).")
def cement_last(subject: Subject) -> str:
    early = [step for step in STEPS if _before(subject, CEMENT, step)]
    return _in_no_set(subject, lambda _, holds: some(every((holds(CEMENT), holds(step))) for step in early))


@claim("After cryoablation cement is never ordered without the wait (TR-15, S-60).")
def cement_after_cryo_waits(subject: Subject) -> str:
    item = next(each for each in subject.knowledge.order_items if named(each) == CEMENT)

    def broken(plan: Pathway) -> Formula:
        world = plan.within(Technique.CRYO)
        waits = some(world.ask(where).yes for where, words in item.notes if "wait" in words)
        return every((plan.has_set(Technique.CRYO), in_set(world, item), isnt(waits)))

    return subject.in_no_plan(broken)


@claim("Where cryoablation is in play and cement in the plan, the list and TR-15 say to wait (TP-17, TR-15).")
def the_list_waits_before_cement(subject: Subject) -> str:
    item = next(each for each in subject.knowledge.protection if each.id == "TP-17")

    def broken(plan: Pathway) -> Formula:
        both = every((plan.plan.in_play[Technique.CRYO], plan.suggested(Technique.CEMENT)))
        said = every((plan.listed(item), plan.plan.fired["TR-15"]))
        return every((both, isnt(said)))

    return subject.in_no_plan(broken)


@claim("131-I never comes before ablation or cavitation, and never without one of them (TR-06, S-37, contract 6).")
def radioiodine_after_ablation(subject: Subject) -> str:
    early = [step for step in STEPS if _before(subject, RADIOIODINE, step)]

    def broken(_: Technique, holds: Callable[[str], Formula]) -> Formula:
        misplaced = some(holds(step) for step in early)
        alone = isnt(some(holds(step) for step in (*THERMAL, "OS-05")))
        return every((holds(RADIOIODINE), some((misplaced, alone))))

    return _in_no_set(subject, broken)


@claim("131-I is never suggested in pregnancy (SR-05, H-18).")
def no_radioiodine_in_pregnancy(subject: Subject) -> str:
    expecting = when.pregnant(subject.patient)
    return _in_no_set(subject, lambda _, holds: every((expecting, holds(RADIOIODINE))))


@claim("131-I is suggested for thyroid metastases only (S-35, H-28).")
def radioiodine_for_thyroid_only(subject: Subject) -> str:
    thyroid = when.thyroid_metastasis(subject.patient)
    return _in_no_set(subject, lambda _, holds: every((isnt(thyroid), holds(RADIOIODINE))))


@claim("A set orders its own technique, cement beside it at most, and no other (contract 6, TR-28).")
def one_technique_in_a_set(subject: Subject) -> str:
    own = {item.technique: named(item) for item in subject.knowledge.order_items if item.technique is not None}

    def broken(technique: Technique, holds: Callable[[str], Formula]) -> Formula:
        others = some(holds(item) for t, item in own.items() if t not in (technique, Technique.CEMENT))
        missing = every((holds("OS-07"), isnt(holds(own[technique]))))
        return some((others, missing))

    return _in_no_set(subject, broken)


@claim("Only what is preferred or acceptable is ordered, cement included (part C).")
def only_suggested_techniques_are_ordered(subject: Subject) -> str:
    own = {item.technique: named(item) for item in subject.knowledge.order_items if item.technique is not None}

    def broken(plan: Pathway) -> Formula:
        return some(
            every((holds(item), isnt(plan.suggested(t)))) for _, holds in _sets(plan) for t, item in own.items()
        )

    return subject.in_no_plan(broken)


@claim("Every set has anaesthesia, checks and follow-up (OS-07, OS-14, OS-15: every pathway).")
def every_set_is_complete(subject: Subject) -> str:
    def broken(plan: Pathway) -> Formula:
        return some(
            every((plan.has_set(t), isnt(every(holds(each) for each in ("OS-07", "OS-14", "OS-15")))))
            for t, holds in _sets(plan)
        )

    return subject.in_no_plan(broken)


@claim(
    "Thermal ablation brings block, opioid and imaging afterwards; cement brings the antibiotic (OS-08, 09, 11, 17)."
)
def steps_bring_their_company(subject: Subject) -> str:
    def broken(_: Technique, holds: Callable[[str], Formula]) -> Formula:
        thermal = some(holds(step) for step in THERMAL)
        company = every(holds(each) for each in ("OS-08", "OS-09", "OS-17"))
        antibiotic = holds("OS-11")
        return some(
            (
                every((thermal, isnt(company))),
                every((holds(CEMENT), isnt(antibiotic))),
                every((antibiotic, isnt(holds(CEMENT)))),
            )
        )

    return _in_no_set(subject, broken)


@claim("No NSAID with its allergy, eGFR < 30, platelets < 50, anticoagulant, antiplatelet or pregnancy (OS-09, H-37).")
def no_nsaid_for_those_it_harms(subject: Subject) -> str:
    one = subject.patient
    harmed = some(
        (
            when.told(one, facts.ALLERGIES, Allergy.NSAID),
            when.below(one, facts.EGFR, 30),
            when.below(one, facts.PLATELETS, 50),
            when.heard(one, facts.DRUGS, DrugClass.ANTICOAGULANT, DrugClass.ANTIPLATELET),
            when.pregnant(one),
        )
    )
    return _in_no_set(subject, lambda _, holds: every((harmed, holds("OS-09-nsaid"))))


@claim("D5 % hydrodissection is never in the list of cryoablation unless the site allows it; then TP-06 is not (H-08).")
def no_dextrose_with_cryoablation(subject: Subject) -> str:
    items = {item.id: item for item in subject.knowledge.protection}
    allowed = subject.patient.around.cryo_fluid

    def broken(plan: Pathway) -> Formula:
        offered, forbidden = (plan.shown(items[each], Technique.CRYO) for each in ("TP-05", "TP-06"))
        return some(
            (every((isnt(allowed), offered)), every((isnt(allowed), isnt(forbidden))), every((allowed, forbidden)))
        )

    return subject.in_no_plan(broken)


def _listed_where(subject: Subject, where: Formula, techniques: tuple[Technique, ...], *names: str) -> str:
    """Whoever is so finds these items in the list of each of these techniques."""
    items = [each for each in (*subject.knowledge.protection, *subject.knowledge.anaesthesia) if each.id in names]

    def broken(plan: Pathway) -> Formula:
        missing = (isnt(plan.shown(item, t)) for item in items for t in techniques)
        return every((where, some(missing)))

    return f"{names} not all there" if len(items) != len(names) else subject.in_no_plan(broken)


_THERMAL = (Technique.LASER, Technique.RFA_BIPOLAR, Technique.RFA_MONO, Technique.CRYO)
_RFA = (Technique.RFA_BIPOLAR, Technique.RFA_MONO)


@claim("A neural structure close: thermocouple with its limits, and CO2, for every thermal technique (TP-02, 03, 04).")
def a_thermocouple_beside_a_nerve(subject: Subject) -> str:
    close = when.neural_structure_close(subject.patient)
    return _listed_where(subject, close, _THERMAL, "TP-02", "TP-03", "TP-04", "AN-10")


@claim("A neural structure close: bipolar electrode for RFA, warming for cryoablation (TP-08, TP-09).")
def bipolar_and_warming_beside_a_nerve(subject: Subject) -> str:
    close = when.neural_structure_close(subject.patient)
    return _listed_where(subject, close, _RFA, "TP-09", "TP-05") or _listed_where(
        subject, close, (Technique.CRYO,), "TP-08"
    )


@claim("RFA or metal documented: metal near the electrode is excluded; RFA without saline (TP-10, TP-11).")
def metal_is_excluded(subject: Subject) -> str:
    return _listed_where(subject, TRUE, _RFA, "TP-10", "TP-11") or _listed_where(
        subject, when.metal_there(subject.patient), tuple(Technique), "TP-11"
    )


@claim("Sacral level or no level: sacral roots are mapped (TP-13, S-84).")
def sacral_roots_are_mapped(subject: Subject) -> str:
    around = subject.patient.around
    sacral = some((isnt(around.placed), every((around.first <= 28, around.last >= 24))))
    return _listed_where(subject, sacral, tuple(Technique), "TP-13")


@claim(
    "Cement with the posterior wall breached or not known: continuous fluoroscopy (TP-20, SR-06); always the antibiotic."
)
def fluoroscopy_for_cement(subject: Subject) -> str:
    doubtful = isnt(when.wall_intact(subject.patient))
    return _listed_where(subject, doubtful, (Technique.CEMENT,), "TP-20") or _listed_where(
        subject, TRUE, (Technique.CEMENT,), "AN-13"
    )


@claim("An implant, or devices not read: there is a plan for it (AN-12).")
def a_plan_for_the_implant(subject: Subject) -> str:
    one = subject.patient
    return _listed_where(subject, some((when.implant(one), when.unread(one, facts.DEVICES))), tuple(Technique), "AN-12")


@claim("ESCC 1c, or the wall breached or not known: the board is in every set (SR-06, OS-13).")
def the_board_sees_what_is_doubtful(subject: Subject) -> str:
    one = subject.patient
    doubtful = some((when.grade_1c(one), isnt(when.wall_intact(one))))
    return subject.in_no_plan(
        lambda plan: some(every((doubtful, plan.has_set(t), isnt(holds("OS-13")))) for t, holds in _sets(plan))
    )
