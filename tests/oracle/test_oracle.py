"""Two judges, one patient: our clinician's room and the CQL of the independent oracle say the same.

The oracle (`fhir_profiles/definitions/cql/SpinalTumourIndication.cql`) was written from the clinical knowledge base alone.
Compared are the outcome, the outcomes still possible, what the board is told, the alarm, and the state of every technique.
Differences are settled from the source and written down in docs/explanation/oracle.md. Node runs it (`run.mjs`); without Node
these tests are skipped, and say so.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from plugin.advice import Advice, urgent
from plugin.advising import advise, advise_all
from plugin.evidence import Technique
from plugin.grammar import Knowledge, Outcome, OutcomeClass
from plugin.knowledge import KNOWLEDGE
from tests.oracle.patients import Patient, patients, rows

HERE = Path(__file__).parent
PATIENTS = 2_000
SEED = 310
INSTALL_SECONDS = 240
RUN_SECONDS = 300

Judgement = dict[str, Any]

OPEN = "compression of the cord with a deficit that is old and stable: ours raises no emergency (docs/explanation/oracle.md)"


@pytest.fixture(scope="session")
def node() -> str:
    """The Node that runs the oracle, with its packages installed."""
    found = shutil.which("node")
    if found is None:
        pytest.skip("ORACLE NOT RUN: Node is not on this machine (node 20 or later and npm are needed)")
    if not (HERE / "node_modules").is_dir():
        _install()
    return found


def _install() -> None:
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("ORACLE NOT RUN: its packages are not installed and npm is not on this machine")
    try:
        done = subprocess.run(
            [npm, "ci", "--ignore-scripts"],
            cwd=HERE,
            capture_output=True,
            text=True,
            timeout=INSTALL_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        shutil.rmtree(HERE / "node_modules", ignore_errors=True)
        pytest.skip(f"ORACLE NOT RUN: npm ci did not end within {INSTALL_SECONDS} s")
    if done.returncode != 0:
        shutil.rmtree(HERE / "node_modules", ignore_errors=True)
        pytest.skip(f"ORACLE NOT RUN: npm ci failed: {done.stderr[-300:]}")


@pytest.fixture(scope="session")
def everyone() -> tuple[Patient, ...]:
    return (*rows(), *patients(PATIENTS, SEED))


@pytest.fixture(scope="session")
def oracle(node: str, everyone: tuple[Patient, ...]) -> dict[str, Judgement]:
    """The oracle's judgement of every patient, by name: one translation, one evaluation."""
    cases = json.dumps([patient.case for patient in everyone])
    done = subprocess.run(
        [node, str(HERE / "run.mjs")], input=cases, capture_output=True, text=True, timeout=RUN_SECONDS, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    judged = {each["id"]: each for each in json.loads(done.stdout)}
    assert len(judged) == len(everyone)
    return judged


def ours(patient: Patient, knowledge: Knowledge = KNOWLEDGE) -> Judgement:
    """What our clinician's room says, in the oracle's words."""
    advice = advise(patient.evidence, patient.practice, knowledge)
    return {
        "id": patient.name,
        "outcome": advice.outcome.value,
        "possibleOutcomes": [] if advice.gate == "1u" else [end.value for end in advice.possible],
        "emergencyCard": any(
            urgent(each) for each in advise_all((patient.evidence, *patient.elsewhere), patient.practice, knowledge)
        ),
        "pathwayForInformation": [end.value for end in advice.pathway_for_information],
        **_states(advice),
    }


def _states(advice: Advice) -> dict[str, str | None]:
    """Every technique's state on a pathway; a technique that is not named is not offered."""
    if advice.outcome.outcome_class is not OutcomeClass.PATHWAY:
        return dict.fromkeys(Technique)
    named = {each.technique: each.state.value for each in advice.techniques}
    return {technique: named.get(technique, "not offered") for technique in Technique}


def told_apart(patient: Patient, ours_says: Judgement, oracle_says: Judgement) -> list[str]:
    """Where the two judges differ, with the facts: "patient-12 CRYO: ours caution, oracle avoid"."""
    if patient.case["scope"] == "outside":  # decided at the order: nothing is read, so no other lesion is seen either
        ours_says = {**ours_says, "emergencyCard": False}
    return [
        f"{patient.name} {name}: ours {ours_says[name]}, oracle {oracle_says[name]}; {patient.case}"
        for name in oracle_says
        if ours_says[name] != oracle_says[name]
    ]


def open_difference(patient: Patient) -> bool:
    """Settled for the oracle, and not yet corrected in ours: see OPEN."""
    return bool(patient.case["cordCompression"] and patient.case["deficitOldAndStable"])


def differences(
    judged: dict[str, Judgement], some: Iterable[Patient], knowledge: Knowledge = KNOWLEDGE
) -> Iterator[str]:
    for patient in some:
        yield from told_apart(patient, ours(patient, knowledge), judged[patient.name])


def test_all_243_rows(oracle: dict[str, Judgement], everyone: tuple[Patient, ...]) -> None:
    table = list(everyone[:243])
    assert sum(oracle[row.name]["outcome"] == "NEED_DATA" for row in table) == 169
    assert list(differences(oracle, table)) == []


def test_2000_generated_patients(oracle: dict[str, Judgement], everyone: tuple[Patient, ...]) -> None:
    assert len(everyone[243:]) == PATIENTS
    settled = [patient for patient in everyone[243:] if not open_difference(patient)]
    assert list(differences(oracle, settled)) == []


def test_the_open_difference_is_still_open(oracle: dict[str, Judgement], everyone: tuple[Patient, ...]) -> None:
    """As soon as ours is corrected this fails: then it goes, and the comparison holds for all."""
    assert any(differences(oracle, filter(open_difference, everyone))), OPEN


def test_the_patients_reach_every_outcome_and_every_state(oracle: dict[str, Judgement]) -> None:
    """A comparison says nothing of what no patient has."""
    outcomes = Counter(judged["outcome"] for judged in oracle.values())
    assert {outcome.value for outcome in Outcome} == outcomes.keys()
    assert min(outcomes.values()) >= 10, outcomes
    seen = {(technique.value, judged[technique.value]) for judged in oracle.values() for technique in Technique}
    rfa = {(form, state) for form in ("RFA_BIPOLAR", "RFA_MONO") for state in ("acceptable", "caution", "avoid")}
    cryo = {("CRYO", state) for state in ("preferred", "acceptable", "caution")}
    assert rfa | cryo | {("RFA_BIPOLAR", "preferred"), ("LASER", "preferred"), ("CAV", "caution")} <= seen


@pytest.mark.parametrize(
    "rule", ["TR-06", "TR-08", "TR-09", "TR-10", "TR-10-UNREAD", "TR-11", "TR-12", "TR-27", "TR-27-UNREAD"]
)
def test_a_rule_that_loses_its_effect_is_noticed(
    rule: str, oracle: dict[str, Judgement], everyone: tuple[Patient, ...]
) -> None:
    """The comparison can fail: without this rule's effect ours and the oracle differ."""
    weakened = replace(
        KNOWLEDGE,
        technique_rules=tuple(
            replace(each, effects=()) if each.id == rule else each for each in KNOWLEDGE.technique_rules
        ),
    )
    on_a_pathway = [patient for patient in everyone[243:] if oracle[patient.name]["CRYO"] is not None]
    assert any(differences(oracle, on_a_pathway, weakened))
