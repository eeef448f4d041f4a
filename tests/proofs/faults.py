"""For each claim a mutant of the knowledge that breaks it: a claim that nothing can break proves nothing.

A fault names the claim and the one change; `test_claims_can_fail` sees that the same search finds a case for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugin.evidence import Technique
from plugin.grammar import Always, Never, Outcome, Perhaps, TechniqueState, Unread
from plugin.knowledge import criteria as ask
from plugin.knowledge import facts
from tests.proofs.changes import K, gate, never, rule, states
from tests.proofs.conditions import UNSTABLE
from tests.proofs.faults_sets import set_faults
from tests.support.mutants import Mutant

PREFERRED, ACCEPTABLE = TechniqueState.PREFERRED, TechniqueState.ACCEPTABLE


@dataclass(frozen=True, slots=True)
class Fault:
    """A claim, and the change that must break it."""

    claim: str
    mutant: Mutant


def _way() -> Iterator[Fault]:
    first_leaf = K.tree.yes
    yield Fault("one end for each completion", Mutant("CANAL not completed", K, "inputs", K.inputs[:1] + K.inputs[2:]))
    yield Fault("every outcome occurs", Mutant("curative branch twice", K.tree, "no", first_leaf))
    yield Fault("scope and only scope", never(gate("1")))
    yield Fault("nothing documented asks", never(gate("1u")))
    yield Fault("an emergency comes first", Mutant("no sign of high grade", ask.HIGH_GRADE, "expression", Never()))
    yield Fault("no emergency without a sign", Mutant("any sign", ask.CAUDA_EQUINA, "expression", Always()))
    elsewhere = Mutant("elsewhere is here", ask.CAUDA_EQUINA, "expression", ask.UNEXAMINED_ELSEWHERE)
    yield Fault("an emergency stays at its level", elsewhere)
    unasked = never(ask.UNEXAMINED_ELSEWHERE, "expression")
    yield Fault("no treatment beside an unexamined compression", unasked)
    yield Fault("a refusal stands", never(gate("3")))
    yield Fault("what is no target is not treated", never(gate("4")))
    yield Fault("an open nature is asked", never(gate("4u")))
    yield Fault("no treatment without a neurological status", Mutant("six inputs", K, "inputs", K.inputs[:-1]))
    for name, criterion in (
        ("no child is treated", ask.CHILD),
        ("no pregnancy is treated", ask.PREGNANT),
        ("no unstable spine is treated", ask.SINS_UNSTABLE),
        ("no infection is treated", ask.TUMOUR_SITE_OR_SYSTEMIC_INFECTION),
        ("no cure of many", ask.BEYOND_FEW),
        ("no discordant lesion is treated", ask.DISCORDANT),
        ("no cement for the allergic", ask.PMMA_ALLERGY),
    ):
        yield Fault(name, Mutant(f"{criterion.id} never", criterion, "expression", Never()))
    yield Fault("no treatment of the painless without need", never(gate("6", completed=True)))
    yield Fault("no cure in the canal", Mutant("curative branch flipped", first_leaf, "yes", first_leaf.no))  # type: ignore[union-attr]
    yield Fault("the canal is never assumed free", Mutant("canal no", ask.CANAL, "expression", Never()))
    moved = (*K.gates[:7], K.gates[8], K.gates[7])
    yield Fault("the first gate wins", Mutant("gate 6 before gate 5", K, "gates", moved))
    yield Fault("one outcome", Mutant("an input less", K, "inputs", K.inputs[1:]))


def _lost() -> Iterator[Fault]:
    for number, name in enumerate(("INTENT", "CANAL", "CONS", "SOFT")):
        yield Fault(
            f"erasing {name} removes no outcome",
            Mutant(f"{name} no input", K, "inputs", K.inputs[:number] + K.inputs[number + 1 :]),
        )
    yield Fault("erasing PAIN removes no outcome", Mutant("PAIN no input", K, "inputs", K.inputs[:5] + K.inputs[6:]))
    yield Fault("erasing DEFICIT removes no outcome", Mutant("no deficit", K.inputs[-1], "only_if", Never()))
    yield Fault("erasing nature removes no outcome", never(gate("4u")))
    benign_only = Mutant(
        "score only where not benign", ask.SINS_UNSTABLE, "expression", UNSTABLE & ~Perhaps(ask.BENIGN)
    )
    yield Fault("erasing nature removes no outcome", benign_only)
    yield Fault("the alarm of the score needs no nature", benign_only)
    unread = Mutant("TR-10-UNREAD and TR-27-UNREAD", rule("TR-10"), "when", ~Unread(facts.METAL))
    yield Fault("failed queries never help", unread)
    yield Fault("a failed read never helps", Mutant("TR-12 in doubt", rule("TR-12"), "when", ~Unread(facts.MATRIX)))


def _states() -> Iterator[Fault]:
    lists = {
        "no rfa beside metal": "TR-10",
        "rfa with caution where metal was not read": "TR-10-UNREAD",
        "coblation with caution beside metal": "TR-10",
        "no monopolar rfa beside bowel": "TR-09",
        "no monopolar rfa with an implant": "TR-27",
        "electricity with caution beside an implant": "TR-27-UNREAD",
        "sclerotic bone with caution": "TR-11",
        "mixed bone with caution": "TR-12",
        "no cement with its allergy": "TR-29",
        "cement with caution where allergies were not read": "TR-29-UNREAD",
        "thyroid metastasis rfa first": "TR-06",
    }
    yield from (Fault(name, Mutant(f"{id_} without effect", rule(id_), "effects", ())) for name, id_ in lists.items())
    pain = Outcome.PAL_PAIN
    yield Fault(
        "metal unknown changes no state", Mutant("TR-10 also in doubt", rule("TR-10"), "when", ~ask.METAL_PRESENT)
    )
    yield Fault("alcohol never better than caution", states(pain, Technique.CHEM, ACCEPTABLE))
    yield Fault("no alcohol beside a nerve", Mutant("TR-02 without effect", rule("TR-02"), "also", ()))
    yield Fault("no alcohol with the canal involved", states(Outcome.PAL_CAV, Technique.CHEM, TechniqueState.CAUTION))
    yield Fault("no monopolar rfa beside a nerve", Mutant("distance alone", ask.NEURAL_CLOSE, "expression", Never()))
    yield Fault(
        "no monopolar rfa at a breached wall",
        Mutant("wall and grade", rule("SR-06"), "when", ask.GRADE_1C & ask.WALL_SUSPECT),
    )
    yield Fault("no cement without need", states(pain, Technique.CEMENT, PREFERRED))
    yield Fault("laser for small lesions", states(pain, Technique.LASER, ACCEPTABLE))
    yield Fault("no heat in the canal", states(Outcome.PAL_CAV, Technique.CRYO, ACCEPTABLE))
    yield Fault("cavitation only in the canal", states(pain, Technique.CAV, PREFERRED))
    yield Fault("every pathway can suggest", states(Outcome.PAL_CEM, Technique.CEMENT, TechniqueState.CAUTION))


FAULTS = (*_way(), *_lost(), *_states(), *(Fault(*each) for each in set_faults()))
