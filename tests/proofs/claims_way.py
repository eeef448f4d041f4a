"""Claims about the way: one outcome for everybody, and what never comes as far as a treatment (parts B.3, B.4)."""

from __future__ import annotations

from plugin.evidence import CordSign, Deficit, EpiduralGrade, Infection, Intent, Matrix, Nature, Primary, Refusal, Scope
from plugin.grammar import Outcome
from plugin.knowledge import facts
from tests.proofs.claims import Subject, claim
from tests.proofs.conditions import BENIGN, at_least, beyond, cement_allergy, heard, is_one, pregnant, told
from tests.proofs.kleene import Formula, every, isnt, one_of, some
from tests.proofs.patient import Patient

_SINS_PARTS = (
    facts.SINS_LOCATION,
    facts.SINS_PAIN,
    facts.SINS_LESION,
    facts.SINS_ALIGNMENT,
    facts.SINS_COLLAPSE,
    facts.SINS_POSTEROLATERAL,
)


@claim("Every input has exactly one outcome (B.3, issue 3 point 8).")
def one_outcome(subject: Subject) -> str:
    return subject.in_no_case(isnt(one_of(subject.way.outcome.values())))


@claim("Leaves are disjoint and gates total: each completion has exactly one end, and none is stuck (B.3, B.4).")
def one_end_for_each_completion(subject: Subject) -> str:
    way = subject.way
    wrong = some(isnt(one_of(ends.values())) for ends in way.ends)
    return subject.in_no_case(some((wrong, every((way.passed, some(way.stuck))))))


@claim("Every outcome of B.5 occurs (B.4).")
def every_outcome_occurs(subject: Subject) -> str:
    never = [outcome for outcome in Outcome if not subject.in_no_case(subject.way.outcome[outcome])]
    return ", ".join(f"nobody comes to {outcome}" for outcome in never)


def _only_outcomes(subject: Subject, where: Formula, *allowed: Outcome) -> str:
    """Whoever is so has one of these outcomes."""
    others = some(formula for outcome, formula in subject.way.outcome.items() if outcome not in allowed)
    return subject.in_no_case(every((where, others)))


def _no_pathway(subject: Subject, where: Formula) -> str:
    return subject.in_no_case(every((where, subject.reaches_a_pathway())))


@claim("Gate 1: what is not a vertebral, sacral or coccygeal bone tumour is out of scope, and nothing else is (B.4).")
def scope_and_only_scope(subject: Subject) -> str:
    outside = subject.patient.around.scope[Scope.OUTSIDE]
    out = subject.way.outcome[Outcome.OUT_OF_SCOPE]
    return subject.in_no_case(isnt(outside == out))


@claim("Gate 1u: no lesion documented at the place of the order is NEED_DATA (B.4).")
def nothing_documented_asks(subject: Subject) -> str:
    return _only_outcomes(subject, subject.patient.around.scope[Scope.NOT_FOUND], Outcome.NEED_DATA)


@claim(
    "Gate 2: motor or sphincter deficit, ESCC 2-3, cauda equina, compression with any deficit are an emergency (SR-01)."
)
def an_emergency_comes_first(subject: Subject) -> str:
    one = subject.patient
    deficit = heard(one, facts.DEFICIT_RECORDED, Deficit.MOTOR, Deficit.SPHINCTER)
    deficits = [each for each in Deficit if each is not Deficit.NONE]
    any_deficit = some(heard(one, item, *deficits) for item in (facts.DEFICIT_RECORDED, facts.DEFICIT_ELSEWHERE))
    compressed = every((heard(one, facts.CORD_SIGN, CordSign.COMPRESSION), any_deficit))
    grade = heard(one, facts.ESCC, EpiduralGrade.G2, EpiduralGrade.G3)
    sign = some((deficit, grade, heard(one, facts.CORD_SIGN, CordSign.CAUDA_EQUINA), compressed))
    within = every((sign, one.around.scope[Scope.SPINE]))
    return _only_outcomes(subject, within, Outcome.URGENT_REFERRAL)


@claim("A compression at another level, or a deficit there, settles no emergency at this one (B.4, gate 2).")
def an_emergency_stays_at_its_level(subject: Subject) -> str:
    one = subject.patient
    deficit, grade, sign = (one.reading(each) for each in (facts.DEFICIT_RECORDED, facts.ESCC, facts.CORD_SIGN))
    here = (sign.alarm[CordSign.COMPRESSION], sign.alarm[CordSign.CAUDA_EQUINA])
    nothing = isnt(some((deficit.alarmed, deficit.facts, grade.alarmed, grade.facts, *here)))
    return subject.in_no_case(every((nothing, subject.way.outcome[Outcome.URGENT_REFERRAL])))


@claim("No emergency is settled without a documented sign of one (B.4, gate 2).")
def no_emergency_without_a_sign(subject: Subject) -> str:
    one = subject.patient
    deficit, grade, sign = (one.reading(each) for each in (facts.DEFICIT_RECORDED, facts.ESCC, facts.CORD_SIGN))
    nothing = isnt(some((deficit.alarmed, deficit.facts, grade.alarmed, grade.facts, sign.alarmed)))
    return subject.in_no_case(every((nothing, subject.way.outcome[Outcome.URGENT_REFERRAL])))


@claim("Gate 3: a documented refusal is never followed by a treatment (F-04).")
def a_refusal_stands(subject: Subject) -> str:
    return _no_pathway(subject, told(subject.patient, facts.REFUSAL, *Refusal))


@claim("Gate 4: benign without indication, infection, osteoporotic fracture are no target (B.4).")
def what_is_no_target_is_not_treated(subject: Subject) -> str:
    kinds = (Nature.BENIGN_NOT_INDICATED, Nature.INFECTION, Nature.OSTEOPOROTIC)
    return _no_pathway(subject, is_one(subject.patient, facts.NATURE, *kinds))


@claim("Gate 4u: a nature not known or contradictory reaches no treatment (B.4, CR-07).")
def an_open_nature_is_asked(subject: Subject) -> str:
    nature = subject.patient.reading(facts.NATURE)
    return _no_pathway(subject, some((isnt(nature.known), nature.value[Nature.BENIGN_UNSPECIFIED])))


@claim("Gate 2u: with the canal not known to be free and no neurological status, there is no treatment (B.4, H-27).")
def no_treatment_without_a_neurological_status(subject: Subject) -> str:
    one = subject.patient
    deficit = one.reading(facts.DEFICIT_RECORDED)
    silent = every((isnt(deficit.known), isnt(deficit.alarmed), isnt(deficit.conflict)))
    canal = subject.answer("CANAL")
    coded = heard(one, facts.CORD_SIGN, CordSign.COMPRESSION)
    return _no_pathway(subject, every((silent, some((canal.perhaps, coded)))))


@claim("Gate 2u: with a compression at another level that nobody has examined there is no treatment here (C.7, H-27).")
def no_treatment_beside_an_unexamined_compression(subject: Subject) -> str:
    return _no_pathway(subject, heard(subject.patient, facts.CORD_SIGN, CordSign.UNEXAMINED_ELSEWHERE))


@claim("Gate 5: a child under 12 never reaches a pathway (H-17).")
def no_child_is_treated(subject: Subject) -> str:
    around = subject.patient.around
    return _no_pathway(subject, every((around.aged, around.age < 12)))


@claim("Gate 5: a documented pregnancy never reaches a pathway (SR-05, H-18).")
def no_pregnancy_is_treated(subject: Subject) -> str:
    return _no_pathway(subject, pregnant(subject.patient))


@claim("Gate 5: SINS of 13 or more never reaches a pathway, but for benign lesions (SR-02, H-33).")
def no_unstable_spine_is_treated(subject: Subject) -> str:
    one = subject.patient
    alone = every(isnt(one.reading(part).known) for part in _SINS_PARTS)
    total = every((at_least(one, facts.SINS_TOTAL, 13), one.reading(facts.SINS_TOTAL).number <= 18, alone))
    return _no_pathway(subject, every((total, isnt(is_one(one, facts.NATURE, *BENIGN)))))


@claim("Gate 5: spinal or systemic infection never reaches a pathway (SR-04).")
def no_infection_is_treated(subject: Subject) -> str:
    return _no_pathway(subject, told(subject.patient, facts.INFECTION, Infection.SPINAL, Infection.SYSTEMIC))


@claim("Gate 5: more lesions than a few and curative intent never reach a pathway (H-03).")
def no_cure_of_many(subject: Subject) -> str:
    one = subject.patient
    many = beyond(one, facts.LESION_COUNT, "few_lesions")
    curative = every((is_one(one, facts.INTENT_STATED, Intent.CURATIVE), one.reading(facts.INTENT_STATED).known))
    return _no_pathway(subject, every((many, curative)))


@claim("Gate 5: a sclerotic metastasis of kidney cancer, unproven by histology, never reaches a pathway (CR-01).")
def no_discordant_lesion_is_treated(subject: Subject) -> str:
    one = subject.patient
    kidney = is_one(one, facts.PRIMARY, Primary.KIDNEY)
    proven = is_one(one, facts.HISTOLOGY_PRIMARY, Primary.KIDNEY)
    return _no_pathway(subject, every((kidney, is_one(one, facts.MATRIX, Matrix.SCLEROTIC), isnt(proven))))


@claim("Gate 5: PMMA allergy with consolidation needed never reaches a pathway (TR-29).")
def no_cement_for_the_allergic(subject: Subject) -> str:
    one = subject.patient
    needed = every((is_one(one, facts.CONSOLIDATION_STATED, True), one.reading(facts.CONSOLIDATION_STATED).known))
    return _no_pathway(subject, every((cement_allergy(one), needed)))


@claim("Gate 6: palliative, painless, nothing else needed is no indication now (B.4).")
def no_treatment_of_the_painless_without_need(subject: Subject) -> str:
    ask = {each.id: subject.answer(each.id) for each in subject.knowledge.inputs}
    nothing = every(ask[name].no for name in ("INTENT", "PAIN", "CONS", "SIZE", "CANAL"))
    return _no_pathway(subject, nothing)


@claim("Curative intent with the canal involved is never settled as a treatment (B-8).")
def no_cure_in_the_canal(subject: Subject) -> str:
    ask = {each.id: subject.answer(each.id) for each in subject.knowledge.inputs}
    return _no_pathway(subject, every((ask["INTENT"].yes, ask["CANAL"].yes)))


@claim(
    "The canal is never assumed free: with nothing said of it no ablation or cement pathway is settled (B.3, CANAL)."
)
def the_canal_is_never_assumed_free(subject: Subject) -> str:
    one = subject.patient
    silent = every(isnt(one.reading(each).known) for each in (facts.ESCC, facts.CANAL_EXTENSION))
    unasked = isnt(some((one.reading(facts.DEBULKING).known,)))
    return _no_pathway(subject, every((silent, unasked)))


@claim("First match wins: refusal before nature, nature before the neurological question, stops before gate 6 (B.4).")
def the_first_gate_wins(subject: Subject) -> str:
    one = subject.patient
    calm = every((one.around.scope[Scope.SPINE], isnt(_any_sign(one))))
    refused = told(one, facts.REFUSAL, *Refusal)
    kind = one.reading(facts.NATURE).value
    no_target = some(kind[each] for each in (Nature.BENIGN_NOT_INDICATED, Nature.INFECTION, Nature.OSTEOPOROTIC))
    willing = isnt(one.reading(facts.REFUSAL).alarmed)
    stop = every((calm, willing, kind[Nature.METASTASIS], pregnant(one), subject.answer("CANAL").no))
    return (
        _only_outcomes(subject, every((calm, refused)), Outcome.DECLINED)
        or _only_outcomes(subject, every((calm, willing, no_target)), Outcome.NOT_A_TARGET)
        or _only_outcomes(subject, stop, Outcome.MDT_BOARD)
    )


def _any_sign(one: Patient) -> Formula:
    readings = [one.reading(each) for each in (facts.DEFICIT_RECORDED, facts.ESCC, facts.CORD_SIGN)]
    return some(some((each.alarmed, each.facts)) for each in readings)
