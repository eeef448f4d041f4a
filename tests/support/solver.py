"""Is a claim true of every case? The solver looks for one that breaks it, and says in words what it found.

What may not live here: any claim, and any knowledge.
"""

from __future__ import annotations

from collections.abc import Iterable

import z3  # type: ignore[import-untyped]

SECONDS = 120


def counterexample(given: Iterable[z3.BoolRef], broken: z3.BoolRef) -> str:
    """A case that keeps what is given and breaks the claim, in words; "" if there is none, so the claim is proven."""
    solver = z3.SolverFor("QF_LIRA")
    solver.set("timeout", SECONDS * 1000)
    solver.add(*given)
    solver.add(broken)
    answer = solver.check()
    if answer == z3.unsat:
        return ""
    if answer == z3.unknown:
        raise TimeoutError(f"the solver could not decide: {solver.reason_unknown()}")
    return _told(solver.model())


def possible(given: Iterable[z3.BoolRef], wanted: z3.BoolRef) -> bool:
    """Is there such a case at all? A claim about cases that cannot be says nothing."""
    return counterexample(given, wanted) != ""


def _told(model: z3.ModelRef) -> str:
    """The variables that are true or have a number, in order."""
    lines = [
        variable.name() if z3.is_true(model[variable]) else f"{variable.name()} = {model[variable]}"
        for variable in sorted(model.decls(), key=lambda each: str(each.name()))
        if not z3.is_false(model[variable])
    ]
    return "; ".join(lines)
