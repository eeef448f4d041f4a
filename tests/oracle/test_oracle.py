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
from plugin.elsewhere import told_of_each_other
from plugin.evidence import Technique
from plugin.grammar import Knowledge, Outcome, OutcomeClass
from plugin.knowledge import KNOWLEDGE
from tests.oracle.patients import Patient, patients, rows
from tests.support import installed
from tests.support.installed import Missing, not_run

HERE = Path(__file__).parent
CACHE = HERE / ".oracle_cache"
LOCK = "package-lock.json"
PATIENTS = 2_000
SEED = 310
INSTALL_SECONDS = 240
RUN_SECONDS = 300

Judgement = dict[str, Any]


@pytest.fixture(scope="session")
def node() -> str:
    """The Node that runs the oracle, with the packages of the lock installed."""
    try:
        found = installed.node()
    except Missing as reason:
        not_run("ORACLE", reason)
    if not _is_installed():
        _install()
    return found


def _is_installed() -> bool:
    lock = CACHE / LOCK
    return (CACHE / "node_modules").is_dir() and lock.exists() and lock.read_bytes() == (HERE / LOCK).read_bytes()


def _install() -> None:
    """Into a folder of its own that every tool of the project passes by; half an installation is not left behind."""
    npm = shutil.which("npm")
    if npm is None:
        not_run("ORACLE", "its packages are not installed and npm is not on this machine")
    shutil.rmtree(CACHE, ignore_errors=True)
    CACHE.mkdir()
    for name in (LOCK, "package.json", ".npmrc"):
        shutil.copy(HERE / name, CACHE)
    problem = _npm_ci(npm)
    if problem:
        shutil.rmtree(CACHE, ignore_errors=True)
        not_run("ORACLE", problem)


def _npm_ci(npm: str) -> str:
    """What went wrong, in words; "" when all is installed."""
    command = [npm, "ci", "--ignore-scripts"]
    try:
        done = subprocess.run(command, cwd=CACHE, capture_output=True, text=True, timeout=INSTALL_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return f"npm ci did not end within {INSTALL_SECONDS} s"
    return f"npm ci failed: {done.stderr[-300:]}" if done.returncode else ""


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
    lesions = (patient.evidence, *patient.elsewhere)
    advice = advise(told_of_each_other(lesions, patient.practice)[0], patient.practice, knowledge)
    return {
        "id": patient.name,
        "outcome": advice.outcome.value,
        "possibleOutcomes": [] if advice.gate == "1u" else [end.value for end in advice.possible],
        "emergencyCard": any(urgent(each) for each in advise_all(lesions, patient.practice, knowledge)),
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
    assert list(differences(oracle, everyone[243:])) == []


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
