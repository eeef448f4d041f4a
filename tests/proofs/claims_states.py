"""Claims about the techniques' states (part C): what is never preferred, never acceptable, never offered."""

from __future__ import annotations

from plugin.evidence import Matrix, Metal, Nature, Technique
from plugin.grammar import Outcome, TechniqueState
from plugin.knowledge import facts
from tests.proofs import conditions as when
from tests.proofs.claims import CAVITATION, PATHWAYS, Subject, claim, no_better_than
from tests.proofs.kleene import Formula, every, isnt, some
from tests.proofs.plans import Pathway, pathway
from tests.proofs.readings import empty
from tests.proofs.world import Standing, World

ACCEPTABLE, CAUTION, AVOID = (each.rank for each in list(TechniqueState)[1:])
RFA = (Technique.RFA_BIPOLAR, Technique.RFA_MONO)
MONO = (Technique.RFA_MONO,)
_CURATIVE = (Outcome.CUR_ABL, Outcome.CUR_ABL_CEM)


def _at_best(subject: Subject, where: Formula, techniques: tuple[Technique, ...], rank: int) -> str:
    """Whoever is so has these techniques in no better state."""
    return subject.in_no_plan(lambda plan: some(no_better_than(plan, techniques, rank, where)))


@claim("With metal present RFA is never preferred or acceptable: it is to be avoided (TR-10, H-10).")
def no_rfa_beside_metal(subject: Subject) -> str:
    return _at_best(subject, when.metal_there(subject.patient), RFA, AVOID)


@claim("Procedures or devices not read: RFA at best with caution (F.4, F-20).")
def rfa_with_caution_where_metal_was_not_read(subject: Subject) -> str:
    return _at_best(subject, when.unread(subject.patient, facts.METAL), RFA, CAUTION)


def _same(first: Standing, second: Standing) -> Formula:
    pairs = [(first.offered, second.offered), *zip(first.at_least, second.at_least, strict=True)]
    return every(one == other for one, other in pairs if one is not other)


@claim("Metal unknown in a record read in full changes no state (F.4, C.7).")
def metal_unknown_changes_no_state(subject: Subject) -> str:
    one = subject.patient
    metal = one.reading(facts.METAL)
    absent = every((metal.known, metal.value[Metal.ABSENT], isnt(metal.alarm[Metal.PRESENT]), isnt(metal.unread)))
    silent = World(one.where({id(facts.METAL): empty(metal)}))
    for outcome in PATHWAYS:
        states, other = subject.plan(outcome).states, pathway(silent, subject.knowledge, outcome).states
        same = every(_same(states[t], other[t]) for t in Technique)
        if found := subject.in_no_case(every((absent, isnt(same)))):
            return f"{outcome}: {found}"
    return ""


@claim("Chemical ablation is never preferred or acceptable (S-42, H-29).")
def alcohol_never_better_than_caution(subject: Subject) -> str:
    one = subject.patient
    return _at_best(subject, isnt(every((one.around.placed, isnt(one.around.placed)))), (Technique.CHEM,), CAUTION)


@claim("Chemical ablation is avoided with a neural structure close (SR-20, TR-02).")
def no_alcohol_beside_a_nerve(subject: Subject) -> str:
    return _at_best(subject, when.neural_structure_close(subject.patient), (Technique.CHEM,), AVOID)


@claim("Chemical ablation is avoided with the canal involved or not known (H-29).")
def no_alcohol_with_the_canal_involved(subject: Subject) -> str:
    canal = subject.answer("CANAL")
    return subject.in_no_plan(
        lambda plan: some(no_better_than(plan, (Technique.CHEM,), AVOID, canal.perhaps)), reached=True
    )


@claim("Monopolar RFA is avoided with a neural structure close (TR-08, S-43).")
def no_monopolar_rfa_beside_a_nerve(subject: Subject) -> str:
    return _at_best(subject, when.neural_structure_close(subject.patient), MONO, AVOID)


@claim("Monopolar RFA is avoided with bowel close at L1 to the coccyx (TR-09, SR-21).")
def no_monopolar_rfa_beside_bowel(subject: Subject) -> str:
    one = subject.patient
    distance = one.reading(facts.DISTANCE_VISCUS)
    near = every((distance.known, distance.number <= one.around.thresholds["close_to_viscus_mm"]))
    doubtful = every((isnt(distance.known), when.is_one(one, facts.SOFT_TISSUE, True)))
    lumbar = every((one.around.placed, one.around.last >= 19))
    return _at_best(subject, every((lumbar, some((near, doubtful)))), MONO, AVOID)


@claim("Monopolar RFA is avoided with ESCC 1c or a posterior wall breached or not known (SR-06).")
def no_monopolar_rfa_at_a_breached_wall(subject: Subject) -> str:
    one = subject.patient
    return _at_best(subject, some((when.grade_1c(one), isnt(when.wall_intact(one)))), MONO, AVOID)


@claim("Pacemaker, ICD or neurostimulator: monopolar RFA is avoided (TR-27).")
def no_monopolar_rfa_with_an_implant(subject: Subject) -> str:
    return _at_best(subject, when.implant(subject.patient), MONO, AVOID)


@claim("Pacemaker, ICD or neurostimulator, or devices not read: RFA and coblation at best with caution (TR-27, F.4).")
def electricity_with_caution_beside_an_implant(subject: Subject) -> str:
    one = subject.patient
    where = some((when.implant(one), when.unread(one, facts.DEVICES)))
    return _at_best(subject, where, (*RFA, Technique.CAV), CAUTION)


@claim("Coblation beside metal at best with caution (TR-10, H-10).")
def coblation_with_caution_beside_metal(subject: Subject) -> str:
    return _at_best(subject, when.metal_there(subject.patient), (Technique.CAV,), CAUTION)


@claim("Sclerotic matrix: cryoablation and RFA at best with caution (TR-11, H-09).")
def sclerotic_bone_with_caution(subject: Subject) -> str:
    return _at_best(subject, when.sclerotic(subject.patient), (*RFA, Technique.CRYO), CAUTION)


@claim("Mixed matrix: cryoablation at best with caution (TR-12).")
def mixed_bone_with_caution(subject: Subject) -> str:
    return _at_best(subject, when.is_one(subject.patient, facts.MATRIX, Matrix.MIXED), (Technique.CRYO,), CAUTION)


@claim("Allergy to acrylic cement: cementoplasty is avoided (TR-29).")
def no_cement_with_its_allergy(subject: Subject) -> str:
    return _at_best(subject, when.cement_allergy(subject.patient), (Technique.CEMENT,), AVOID)


@claim("Allergies not read: cementoplasty at best with caution (F.4, F-35).")
def cement_with_caution_where_allergies_were_not_read(subject: Subject) -> str:
    return _at_best(subject, when.unread(subject.patient, facts.ALLERGIES), (Technique.CEMENT,), CAUTION)


@claim("Cement is offered only where consolidation is needed (TR-22, S-87).")
def no_cement_without_need(subject: Subject) -> str:
    cons = subject.answer("CONS")
    return subject.in_no_plan(lambda plan: every((isnt(cons.yes), plan.states[Technique.CEMENT].offered)), reached=True)


@claim("Thyroid metastasis to be reduced: RFA goes before cryoablation, which is at best acceptable (TR-06, S-36).")
def thyroid_metastasis_rfa_first(subject: Subject) -> str:
    size = subject.answer("SIZE")
    where = every((when.thyroid_metastasis(subject.patient), size.yes))
    return _at_best(subject, where, (Technique.CRYO,), ACCEPTABLE)


@claim("Laser is preferred for a small nidus only; elsewhere at best with caution and a known small size (C.1, B-2).")
def laser_for_small_lesions(subject: Subject) -> str:
    one = subject.patient
    size = one.reading(facts.SIZE_MM)
    nidus = when.is_one(one, facts.NATURE, Nature.OSTEOID_OSTEOMA, Nature.OSTEOBLASTOMA)
    small = every((size.known, size.number <= one.around.thresholds["small_lesion_mm"]))

    def wrong(plan: Pathway) -> Formula:
        laser = plan.states[Technique.LASER]
        better = every((isnt(nidus), laser.no_worse_than(ACCEPTABLE)))
        unmeasured = every((isnt(nidus), laser.offered, isnt(small)))
        return some((better, unmeasured)) if plan.plan.outcome in _CURATIVE else laser.offered

    return subject.in_no_plan(wrong)


@claim(
    "In the cavitation pathways no ablation is preferred or acceptable: heat stays away from the cord (B.2, C.1, TR-20)."
)
def no_heat_in_the_canal(subject: Subject) -> str:
    ablations = (*RFA, Technique.LASER, Technique.CRYO, Technique.CHEM)
    return subject.in_no_plan(
        lambda plan: some(plan.states[t].no_worse_than(ACCEPTABLE) for t in ablations), CAVITATION
    )


@claim("Cavitation is offered only where the canal is involved or debulking is needed (B-7, S-90).")
def cavitation_only_in_the_canal(subject: Subject) -> str:
    others = tuple(each for each in PATHWAYS if each not in CAVITATION)
    return subject.in_no_plan(lambda plan: plan.states[Technique.CAV].offered, others)


@claim("What the hospital does not have is not offered (C.1, H-11, H-13).")
def nothing_that_is_not_there(subject: Subject) -> str:
    absent = subject.patient.around.not_offered
    return subject.in_no_plan(lambda plan: some(every((absent[t], plan.states[t].offered)) for t in Technique))


@claim("Each pathway starts from preferred, so that somebody without restrictions gets a suggestion (C.1).")
def every_pathway_can_suggest(subject: Subject) -> str:
    for outcome in PATHWAYS:
        plan = subject.plan(outcome)
        preferred = some(plan.states[t].no_worse_than(0) for t in Technique)
        if not subject.in_no_case(preferred):
            return f"{outcome}: nothing can be preferred"
    return ""


@claim("A technique to be avoided is never in play, and only one that is offered (part C, techniques in play).")
def nothing_avoided_is_in_play(subject: Subject) -> str:
    return subject.in_no_plan(
        lambda plan: some(every((plan.plan.in_play[t], isnt(plan.states[t].no_worse_than(CAUTION)))) for t in Technique)
    )
