"""Safety: referrals, holds and closeness (C.3). Gates stand in `gates`; here is what is said and held after the tree.

Holds are overlays on a pathway: they never change the outcome. What may not live here: states by technique (`techniques`),
contradictions (`conflicts`).
"""

from plugin.evidence import DrugClass, Technique
from plugin.grammar import Basis, Effect, InPlay, Rule, RuleKind, Surely, TechniqueState
from plugin.knowledge import criteria as ask

RULES = (
    Rule(
        id="SR-03",
        title="Potentially unstable",
        words="The stability score (SINS) lies within 7 to 12: surgical consultation.",
        when=ask.SINS_UNDECIDED,
        basis=Basis.BEYOND,
        sources=("X-11",),
        kind=RuleKind.SAFETY,
        pathway_only=False,
    ),
    Rule(
        id="SR-06",
        title="Posterior wall",
        words="Epidural grade 1c, or the posterior wall is breached or not known: no monopolar RFA; cement only with a cavity or "
        "high viscosity, under continuous fluoroscopy. Discuss with the board.",
        when=ask.GRADE_1C | ask.WALL_SUSPECT,
        basis=Basis.BEYOND,
        sources=("X-04", "X-14", "X-46"),
        kind=RuleKind.SAFETY,
        effects=(Effect(techniques=(Technique.RFA_MONO,), state=TechniqueState.AVOID),),
        mdt=True,
    ),
    Rule(
        id="SR-20",
        title="Neural structure close",
        words="A neural structure counts as close: within {close_to_neural_structure_mm} mm, or contact reported, or cortex not "
        "intact, or distance or cortex not known.",
        when=ask.NEURAL_CLOSE,
        basis=Basis.BEYOND,
        sources=("X-31", "X-32"),
        kind=RuleKind.SAFETY,
    ),
    Rule(
        id="SR-21",
        title="Viscus close",
        words="A viscus counts as close: within {close_to_viscus_mm} mm, or contact reported, or distance not known with a part "
        "outside the vertebra. "
        "At C1 to T12 think of airway, oesophagus, lung and great vessels (outside the deck).",
        when=Surely(ask.VISCUS_CLOSE),
        basis=Basis.OURS,
        sources=("S-44",),
        kind=RuleKind.SAFETY,
    ),
    Rule(
        id="SR-22",
        title="Heat next to a nerve",
        words="Keep the temperature next to a nerve below 45 °C: warning at {heat_warning_c} °C, stop as soon as "
        "{heat_stop_c} °C is reached; the site's protocol prevails.",
        when=ask.NEURAL_CLOSE & InPlay(ask.HEAT),
        basis=Basis.BEYOND,
        sources=("X-20", "X-21", "X-22"),
        kind=RuleKind.SAFETY,
    ),
    Rule(
        id="SR-23",
        title="Cold next to a nerve",
        words="Alarm when the temperature next to a nerve falls to {cold_alarm_c} °C.",
        when=ask.NEURAL_CLOSE & InPlay(ask.CRYO),
        basis=Basis.BEYOND,
        sources=("X-22", "X-27", "X-30"),
        kind=RuleKind.SAFETY,
    ),
    Rule(
        id="INR-UPPER",
        title="INR at the upper limit",
        words="The INR lies in 1.5 to 1.8, the upper limit of the accepted range.",
        when=ask.INR_UPPER,
        basis=Basis.BEYOND,
        sources=("X-40",),
        kind=RuleKind.SAFETY,
    ),
    Rule(
        id="H-26",
        title="Moderate pain",
        words="Pain of {moderate_pain_mm} mm VAS or more: at least moderate by this site's own limit.",
        when=ask.MODERATE_PAIN,
        basis=Basis.BEYOND,
        sources=("X-65",),
        kind=RuleKind.SAFETY,
        pathway_only=False,
    ),
    Rule(
        id="NO-HISTOLOGY",
        title="No histology",
        words="No histology of this lesion is on record: a biopsy at the same access is an option (optional, so it stands in no "
        "suggestion).",
        when=ask.HISTOLOGY_MISSING & ~ask.SECONDARY_WITHOUT_PRIMARY,
        basis=Basis.OURS,
        sources=(),
        kind=RuleKind.SAFETY,
    ),
    Rule(
        id="H-04",
        title="Other treatment is the standard",
        words="Primary malignant bone tumours and plasmacytoma have established treatment elsewhere (surgery, radiotherapy): "
        "discuss with the board first.",
        when=ask.PRIMARY_OR_PLASMACYTOMA,
        basis=Basis.OURS,
        sources=(),
        kind=RuleKind.SAFETY,
        mdt=True,
    ),
)

HOLDS = (
    Rule(
        id="SR-10",
        title="INR too high",
        words="INR above {inr_max}: correct before the procedure (1.5 to 1.8 is the upper limit of the accepted range).",
        when=ask.INR_HIGH,
        basis=Basis.BEYOND,
        sources=("X-40", "X-41"),
        kind=RuleKind.HOLD,
    ),
    Rule(
        id="SR-11",
        title="Platelets too low",
        words="Platelets below {platelets_min} × 10⁹/L: consider transfusion before the procedure.",
        when=ask.PLATELETS_LOW,
        basis=Basis.BEYOND,
        sources=("X-40",),
        kind=RuleKind.HOLD,
    ),
    Rule(
        id="SR-12",
        title="Anticoagulant",
        words="An anticoagulant is on the list: plan hold and restart; never stop a drug on this advice alone.",
        when=ask.ANTICOAGULANT,
        holds_drugs=(DrugClass.ANTICOAGULANT,),
        basis=Basis.BEYOND,
        sources=("X-42",),
        kind=RuleKind.HOLD,
    ),
    Rule(
        id="SR-13",
        title="Antiplatelet drug",
        words="An antiplatelet drug is on the list: plan hold and restart; never stop a drug on this advice alone.",
        when=ask.ANTIPLATELET,
        holds_drugs=(DrugClass.ANTIPLATELET,),
        basis=Basis.SEED_AND_BEYOND,
        sources=("S-27", "X-42"),
        kind=RuleKind.HOLD,
    ),
    Rule(
        id="SR-14",
        title="Fever or infection",
        words="Temperature of {fever_c} °C or more within {fever_max_age_h} hours, or an active infection elsewhere.",
        when=ask.FEVER | ask.INFECTION_ELSEWHERE,
        basis=Basis.UNVERIFIED,
        sources=("X-45",),
        kind=RuleKind.HOLD,
    ),
    Rule(
        id="SR-15",
        title="Coagulation tests missing or old",
        words="INR or platelets are missing or older than {labs_max_age_days} days (INR on warfarin: "
        "{labs_max_age_days_warfarin} days): order the tests.",
        when=ask.INR_MISSING | ask.PLATELETS_MISSING,
        basis=Basis.BEYOND,
        sources=("X-40",),
        kind=RuleKind.HOLD,
    ),
    Rule(
        id="SR-16",
        title="Pregnancy not excluded",
        words="Pregnancy is possible and no negative test of the last {pregnancy_test_max_age_days} days is on record: test.",
        when=ask.PREGNANCY_OPEN,
        basis=Basis.UNVERIFIED,
        sources=(),
        kind=RuleKind.HOLD,
    ),
)

WITHHOLD = (
    Rule(
        id="REFUSAL-UNREAD",
        title="Refusal not excluded",
        words="Consents, procedures or the problem list could not be read in full, so a refusal is not excluded: nothing is "
        "suggested.",
        when=ask.REFUSAL_NOT_READ,
        basis=Basis.OURS,
        sources=(),
        kind=RuleKind.SAFETY,
    ),
)
"""Beside CR-03: where one of these holds, nothing is suggested (contract 6)."""

RELEASE_AFTER = (
    Rule(
        id="DRUGS-UNREAD",
        title="Medications could not be read",
        words="medications checked, since the list could not be read",
        when=ask.DRUGS_NOT_READ,
        basis=Basis.OURS,
        sources=(),
        kind=RuleKind.HOLD,
    ),
)
"""Beside the holds: what the orders of a set wait for (F.4, F-30)."""
