"""Mutants that break the claims about sets, lists and holds."""

from __future__ import annotations

from collections.abc import Iterator

from plugin.grammar import Ends, InPlay, Outcome, Surely
from plugin.knowledge import criteria as ask
from tests.proofs.changes import K, always, item, never, rule, swapped
from tests.support.mutants import Mutant

_CRYO = InPlay(ask.CRYO)


def set_faults() -> Iterator[tuple[str, Mutant]]:
    """Claim and mutant."""
    yield "cement last", swapped("OS-04", "OS-03-CRYO")
    yield "cement after cryo waits", Mutant("OS-04 without notes", item("OS-04"), "notes", ())
    yield "the list waits before cement", never(item("TP-17"))
    yield "the list waits before cement", never(rule("TR-15"))
    yield "radioiodine after ablation", swapped("OS-10", "OS-03-RFA_BIPOLAR")
    yield "radioiodine after ablation", Mutant("OS-10 without ablation", item("OS-10"), "when", Surely(ask.THYROID))
    yield "no radioiodine in pregnancy", Mutant("pregnant never", ask.PREGNANT, "expression", ~ask.PREGNANT.expression)
    yield "radioiodine for thyroid only", Mutant("OS-10 for all", item("OS-10"), "when", InPlay(ask.THERMAL))
    yield "one technique in a set", always(item("OS-05"))
    yield "only suggested techniques are ordered", always(item("OS-04"))
    yield "every set is complete", never(item("OS-14"))
    yield "steps bring their company", never(item("OS-08"))
    yield "steps bring their company", always(item("OS-11"))
    yield "no nsaid for those it harms", Mutant("NSAID for all", item("OS-09", "nsaid"), "left_out_if", ())
    yield "no dextrose with cryoablation", Mutant("D5 % with cryo", item("TP-05"), "when", _CRYO & ask.NEURAL_CLOSE)
    yield "a thermocouple beside a nerve", never(item("TP-02"))
    yield "bipolar and warming beside a nerve", never(item("TP-08"))
    yield "metal is excluded", Mutant("TP-11 for RFA only", item("TP-11"), "when", InPlay(ask.RFA))
    yield "sacral roots are mapped", never(item("TP-13"))
    yield "fluoroscopy for cement", never(item("TP-20"))
    yield "a plan for the implant", Mutant("implant surely", item("AN-12"), "when", Surely(ask.IMPLANT))
    yield "the board sees what is doubtful", Mutant("SR-06 no comment", rule("SR-06"), "mdt", False)
    yield "no procedure without its technique", always(item("OS-03-LASER"))
    yield from _hold_faults()


def _hold_faults() -> Iterator[tuple[str, Mutant]]:
    yield from (("every hold is raised", never(each)) for each in K.holds)
    yield from (("no hold without a reason", always(each)) for each in K.holds[:2])
    yield "nothing is suggested in doubt", never(rule("CR-03"))
    yield "nothing is suggested in doubt", never(rule("REFUSAL-UNREAD"))
    yield "no treatment before the board", always(item("OS-06"), "board")
    yield "no treatment before the board", Mutant("ablation", item("OS-03-CRYO"), "board", Ends((Outcome.MDT_BOARD,)))
    yield "every referral has its consultations", never(item("OS-16"), "board")
    yield "the plain set treats nothing", always(item("OS-03-CRYO"), "plain")
    yield "the plain set treats nothing", always(item("OS-09"), "plain")
    yield "the plain set is this", never(item("OS-07"), "plain")
