"""Claims about holds, about what withholds every suggestion, and about the suggestion of a referral (C.3, C.4, contract 6)."""

from __future__ import annotations

from collections.abc import Callable

from plugin.evidence import DrugClass, Infection, Matrix, Primary
from plugin.grammar import Outcome
from plugin.knowledge import facts
from plugin.planning import public_id
from tests.proofs import conditions as when
from tests.proofs.claims import Subject, claim
from tests.proofs.kleene import FALSE, TRUE, Formula, every, isnt, some
from tests.proofs.patient import Patient
from tests.proofs.plans import Pathway, in_set, rules_of
from tests.proofs.world import SymbolicPlan, World

BOARD = (Outcome.MDT_BOARD, Outcome.MDT_CURATIVE_CANAL)
TREATMENT = tuple(f"OS-{number:02d}" for number in range(3, 12))
REVIEW = "OS-06"


def _missing(one: Patient, *items: object) -> Formula:
    return some(isnt(one.reading(item).known) for item in items)  # type: ignore[arg-type]


def _fever(one: Patient) -> Formula:
    reading = one.reading(facts.TEMPERATURE)
    hot = every((reading.known, reading.number >= one.around.thresholds["fever_c"]))
    return some((hot, when.told(one, facts.INFECTION, Infection.ELSEWHERE)))


def _too_low(one: Patient) -> Formula:
    reading = one.reading(facts.PLATELETS)
    return every((reading.known, reading.number < one.around.thresholds["platelets_min"]))


def _may_be_pregnant(one: Patient) -> Formula:
    around = one.around
    age = some((isnt(around.aged), every((around.age >= 12, around.age <= 55))))
    return every((isnt(around.gender["male"]), age, _missing(one, facts.NEGATIVE_PREGNANCY_TEST)))


def _inr(one: Patient) -> Formula:
    on_warfarin = every((when.heard(one, facts.DRUGS, "warfarin"), _missing(one, facts.INR_ON_WARFARIN)))
    return every((when.beyond(one, facts.INR, "inr_max"), isnt(on_warfarin)))


def _no_tests(one: Patient) -> Formula:
    on_warfarin = every((when.heard(one, facts.DRUGS, "warfarin"), _missing(one, facts.INR_ON_WARFARIN)))
    return some((_missing(one, facts.INR, facts.PLATELETS), on_warfarin))


HOLDS: dict[str, Callable[[Patient], Formula]] = {
    "SR-10": _inr,
    "SR-11": _too_low,
    "SR-12": lambda one: when.heard(one, facts.DRUGS, DrugClass.ANTICOAGULANT),
    "SR-13": lambda one: when.heard(one, facts.DRUGS, DrugClass.ANTIPLATELET),
    "SR-14": _fever,
    "SR-15": _no_tests,
    "SR-16": _may_be_pregnant,
}


@claim("Every hold of C.3 is raised wherever its condition stands in the record (SR-10 … SR-16).")
def every_hold_is_raised(subject: Subject) -> str:
    held = {public_id(rule.id): rule for rule in subject.knowledge.holds}
    for name, condition in HOLDS.items():
        raised = subject.world.ask(held[name].when).yes
        if found := subject.in_no_case(every((condition(subject.patient), isnt(raised)))):
            return f"{name}: {found}"
    return ""


@claim(
    "Without a reason in the record no hold is raised: the tests missing are the only silent reason (SR-10 … SR-16)."
)
def no_hold_without_a_reason(subject: Subject) -> str:
    one = subject.patient
    clean = every(
        (
            isnt(some((_no_tests(one), _may_be_pregnant(one), _fever(one), _too_low(one), _inr(one)))),
            isnt(some(one.reading(facts.DRUGS).alarm.values())),
            isnt(one.reading(facts.INFECTION).alarmed),
            isnt(one.reading(facts.TEMPERATURE).aside),
            isnt(some(one.reading(each).aside for each in (facts.INR, facts.PLATELETS, facts.INR_ON_WARFARIN))),
            isnt(when.unread(one, facts.TEMPERATURE)),
        )
    )
    raised = some(subject.world.ask(rule.when).yes for rule in subject.knowledge.holds)
    single = [one.reading(each) for each in (facts.INR, facts.PLATELETS, facts.TEMPERATURE)]
    told_once = every((isnt(each.alarmed) if each.number is None else _single(each)) for each in single)
    return subject.in_no_case(every((clean, told_once, raised)))


def _single(reading: object) -> Formula:
    """Only the settled value raises an alarm, if any."""
    one = reading
    return some(
        (isnt(one.alarmed), every((one.known, one.lowest == one.number, one.highest == one.number)))  # type: ignore[attr-defined]
    )


@claim("Nothing is suggested under CR-03, or where consents could not be read (C.4, F.4, H-36).")
def nothing_is_suggested_in_doubt(subject: Subject) -> str:
    one = subject.patient
    refused = when.told(one, facts.REFUSAL, *one.reading(facts.REFUSAL).fact)
    doubt = some((one.around.mismatched, every((when.unread(one, facts.REFUSAL), isnt(refused)))))
    raised = isnt(when.heard(one, facts.REFUSAL, *one.reading(facts.REFUSAL).alarm))
    return subject.in_no_plan(lambda plan: every((doubt, raised, isnt(plan.withheld))))


def board(subject: Subject, outcome: Outcome) -> World:
    """What the items of a referral's one suggestion see: the rules that fired without a pathway (`planning.plan_board`)."""
    world = subject.world.planning(SymbolicPlan(outcome=outcome))
    gate = next((each for each in subject.knowledge.gates if each.outcome is outcome and each.reasons), None)
    rules = [*(gate.reasons if gate else ()), *(each for each in rules_of(subject.knowledge) if not each.pathway_only)]
    fired: dict[str, list[Formula]] = {}
    for rule in rules:
        fired.setdefault(public_id(rule.id), []).append(world.ask(rule.when).yes)
    plan = SymbolicPlan(outcome=outcome, fired={name: some(each) for name, each in fired.items()})
    return world.planning(plan)


@claim(
    "A referral to the board suggests no treatment (OS-03 … OS-11) but for the biopsy review OS-06 under CR-01 (contract 6)."
)
def no_treatment_before_the_board(subject: Subject) -> str:
    one = subject.patient
    discordant = every(
        (when.heard(one, facts.PRIMARY, Primary.KIDNEY), when.heard(one, facts.MATRIX, Matrix.SCLEROTIC))
    )
    for outcome in BOARD:
        world = board(subject, outcome)
        for item in subject.knowledge.order_items:
            if item.board is None or item.id[:5] not in TREATMENT:
                continue
            allowed = discordant if item.id == REVIEW else FALSE
            if found := subject.in_no_case(every((world.ask(item.board).yes, isnt(allowed)))):
                return f"{outcome} {item.id}: {found}"
    return ""


@claim("Every referral is presented to the board and to radiotherapy (OS-13, OS-16: MDT_*).")
def every_referral_has_its_consultations(subject: Subject) -> str:
    for outcome in BOARD:
        world = board(subject, outcome)
        for name in ("OS-13", "OS-16"):
            item = next(each for each in subject.knowledge.order_items if each.id == name)
            said = world.ask(item.board).yes if item.board is not None else FALSE
            if found := subject.in_no_case(isnt(said)):
                return f"{outcome} {name}: {found}"
    return ""


@claim(
    "Without a suggested technique no treatment is ordered: the plain set holds no technique, drug or 131-I (contract 6)."
)
def the_plain_set_treats_nothing(subject: Subject) -> str:
    treating = [
        item
        for item in subject.knowledge.order_items
        if item.plain is not None and (item.technique or item.id in (*TREATMENT[:3], *TREATMENT[5:]))
    ]
    return subject.in_no_plan(
        lambda plan: every((plan.plain, some(plan.world.ask(item.plain).yes for item in treating if item.plain)))
    )


@claim("The NSAID, the block and the ablation of a set need a technique of that set (OS-03 … OS-05).")
def no_procedure_without_its_technique(subject: Subject) -> str:
    items = [item for item in subject.knowledge.order_items if item.technique is not None]

    def broken(plan: object) -> Formula:
        bare = plan.world.planning(SymbolicPlan(outcome=plan.plan.outcome, states=plan.plan.states))  # type: ignore[attr-defined]
        return some(in_set(bare, item) for item in items)

    return subject.in_no_plan(broken)


@claim(
    "With no technique suggested the one set has OS-13 and OS-07, OS-01 and OS-02 as they apply, and no more (contract 6)."
)
def the_plain_set_is_this(subject: Subject) -> str:
    one = subject.patient
    tests = some((_no_tests(one), _inr(one), _too_low(one)))
    images = _missing(one, facts.CT_OF_LEVEL, facts.MR_OF_LEVEL)
    wanted = {"OS-13": TRUE, "OS-07": TRUE, "OS-01": tests, "OS-02": images}

    def broken(plan: Pathway) -> Formula:
        listed = [
            (item.id, plan.world.ask(item.plain).yes) for item in plan.knowledge.order_items if item.plain is not None
        ]
        there = {name: some(formula for other, formula in listed if other == name) for name, _ in listed}
        surplus = some(formula for name, formula in there.items() if name not in wanted)
        missing = some(every((needed, isnt(there.get(name, FALSE)))) for name, needed in wanted.items())
        idle = every((there.get("OS-02", FALSE), isnt(images)))
        return every((plan.plain, some((surplus, missing, idle))))

    return subject.in_no_plan(broken)
