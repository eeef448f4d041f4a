"""Which outcome? The gates in their order, then the tree, over every completion that the record allows (rule 12 of B.3).

Gates 1u to 4u look at known facts; gates 2, 5, 6 and the tree share the completions of the unknown inputs. One end: that is
the outcome. Several: NEED_DATA, with the ends and the inputs that decide between them. What may not live here: any medicine,
and anything that comes after the outcome (`planning`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from plugin.answer import Answer
from plugin.grammar import Ask, Case, Conclusion, Gate, Input, Knowledge, Outcome

Completion = Mapping[str, Answer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Where the walk ended: the outcome, the gate that decided ("" for the tree), and what stayed open.

    `ends` maps each completion's outcome to the completions that lead to it. `deciding` are the inputs that would change the
    outcome, with the ends that each answer leaves.
    """

    outcome: Outcome
    gate: str
    ends: tuple[Outcome, ...] = ()
    deciding: Mapping[str, Mapping[str, tuple[Outcome, ...]]] = field(default_factory=dict)
    asks: tuple[str, ...] = ()
    urgent_question: bool = False
    """Gate 2u: the neurological status is asked for with a warning."""


def walk(
    case: Case, knowledge: Knowledge, *, without: frozenset[str] = frozenset(), start: Completion | None = None
) -> Way:
    """The way of one lesion. `without` leaves gates out and `start` supposes answers: for the board's information only."""
    for gate in knowledge.gates:
        if gate.completed or gate.id in without or gate.when.ask(case) is not Answer.YES:
            continue
        if gate.id == "4u":
            return _open_nature(case, knowledge, gate)
        return Way(outcome=gate.outcome, gate=gate.id, asks=gate.asks)
    return _settle(_ends(case, knowledge, without, start or {}), knowledge, case)


def _open_nature(case: Case, knowledge: Knowledge, gate: Gate) -> Way:
    """Gate 4u: not a target, or whatever the completions give (B.4, "Unknowns")."""
    ends = _ends(case, knowledge, frozenset(), {})
    way = _settle(ends, knowledge, case)
    return Way(
        outcome=gate.outcome,
        gate=gate.id,
        ends=_ordered({Outcome.NOT_A_TARGET, *(end for _, end in ends)}),
        deciding=way.deciding,
        asks=gate.asks,
        urgent_question=_neuro_matters(case, knowledge),
    )


def _settle(ends: list[tuple[Completion, Outcome]], knowledge: Knowledge, case: Case) -> Way:
    outcomes = _ordered({end for _, end in ends})
    gate = _deciding_gate(ends, knowledge, case)
    if len(outcomes) == 1:
        return Way(outcome=outcomes[0], gate=gate, ends=outcomes)
    urgent = _neuro_matters(case, knowledge)
    return Way(
        outcome=Outcome.NEED_DATA,
        gate="2u" if urgent else "",
        ends=outcomes,
        deciding=_deciding(ends, knowledge),
        urgent_question=urgent,
    )


def _deciding_gate(ends: list[tuple[Completion, Outcome]], knowledge: Knowledge, case: Case) -> str:
    """The gate that ended the first completion; "" for the tree."""
    supposing = case.supposing(ends[0][0])
    for gate in knowledge.gates:
        if gate.completed and gate.when.ask(supposing) is Answer.YES and gate.outcome is ends[0][1]:
            return gate.id
    return ""


def _neuro_matters(case: Case, knowledge: Knowledge) -> bool:
    """Gate 2u: the neurological status is not known, and it matters (canal not excluded, or compression coded)."""
    for tree_input in knowledge.inputs:
        if tree_input.only_if is not None and tree_input.criterion.ask(case) is Answer.UNKNOWN:
            return tree_input.only_if.ask(case) is Answer.YES
    return False


def _ends(
    case: Case, knowledge: Knowledge, without: frozenset[str], start: Completion
) -> list[tuple[Completion, Outcome]]:
    """Every completion of the unknown inputs, with its end.

    A gate that is answered "no" before anything is supposed stays so in every completion, since a supposed answer only
    replaces "not known"; it need not be asked again.
    """
    supposing = case.supposing(start)
    gates = tuple(
        gate
        for gate in knowledge.gates
        if gate.completed and gate.id not in without and gate.when.ask(supposing) is not Answer.NO
    )
    found: list[tuple[Completion, Outcome]] = []
    for completion in tuple(_completions(supposing, knowledge.inputs, dict(start))):
        supposing.completion = completion
        found.append((completion, _end(supposing, knowledge, gates)))
    return found


def _completions(case: Case, inputs: tuple[Input, ...], supposed: dict[str, Answer]) -> Iterator[Completion]:
    """Each way of answering the inputs that are not known; an input with a condition only where that may hold."""
    for position, tree_input in enumerate(inputs):
        if tree_input.id in supposed or case.settled(tree_input.criterion) is not Answer.UNKNOWN:
            continue
        if tree_input.only_if is not None and tree_input.only_if.ask(case.supposing(supposed)) is not Answer.YES:
            continue
        for answer in (Answer.YES, Answer.NO):
            yield from _completions(case, inputs[position + 1 :], {**supposed, tree_input.id: answer})
        return
    yield supposed


def _end(case: Case, knowledge: Knowledge, gates: tuple[Gate, ...]) -> Outcome:
    for gate in gates:
        if gate.when.ask(case) is Answer.YES:
            return gate.outcome
    return _leaf(case, knowledge.tree).outcome


def _leaf(case: Case, node: Ask | Conclusion) -> Conclusion:
    while isinstance(node, Ask):
        answer = node.criterion.ask(case)
        if answer is Answer.UNKNOWN:
            msg = f"the walk reached {node.criterion.id} without an answer"
            raise AssertionError(msg)
        node = node.yes if answer is Answer.YES else node.no
    return node


def _deciding(
    ends: list[tuple[Completion, Outcome]], knowledge: Knowledge
) -> dict[str, dict[str, tuple[Outcome, ...]]]:
    """The inputs whose answer changes the end while all others stay, and the ends that each answer leaves."""
    return {
        tree_input.id: {
            tree_input.yes: _left(ends, tree_input.id, Answer.YES),
            tree_input.no: _left(ends, tree_input.id, Answer.NO),
        }
        for tree_input in knowledge.inputs
        if _changes(ends, tree_input.id)
    }


def _left(ends: list[tuple[Completion, Outcome]], name: str, answer: Answer) -> tuple[Outcome, ...]:
    """The ends that this answer leaves; completions in which the input is not asked hold for both answers."""
    return _ordered({end for completion, end in ends if completion.get(name, answer) is answer})


def _changes(ends: list[tuple[Completion, Outcome]], name: str) -> bool:
    """Would the other answer, all else equal, lead to another end?

    Completions come in the same order on both sides. Where an answer also decides whether another input is asked (CANAL and
    DEFICIT), the sides differ in length, and all completions that agree in the rest stand for each other.
    """
    yes = [end for completion, end in ends if completion.get(name) is Answer.YES]
    no = [end for completion, end in ends if completion.get(name) is Answer.NO]
    if len(yes) == len(no):
        return yes != no
    shared = frozenset.intersection(*(frozenset(completion) for completion, _ in ends)) - {name}
    sides: dict[frozenset[tuple[str, Answer]], tuple[set[Outcome], set[Outcome]]] = {}
    for completion, end in ends:
        rest = frozenset((k, v) for k, v in completion.items() if k in shared)
        sides.setdefault(rest, (set(), set()))[completion[name] is Answer.NO].add(end)
    return any(with_yes != with_no for with_yes, with_no in sides.values())


def _ordered(outcomes: set[Outcome]) -> tuple[Outcome, ...]:
    return tuple(outcome for outcome in Outcome if outcome in outcomes)
