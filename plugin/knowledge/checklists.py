"""The two checklists: anaesthesia (AN-01 … AN-20) and thermal protection (TP-01 … TP-20), each item with its condition (C.5).

An item is shown if its condition is true or not known for at least one technique in play. The deck's anaesthesia slide is
lost (S-20), so what does not rest on another of its slides is shown as outside the deck.

What settles a line is our own choice, and narrow: an ASA class, a neurological examination, measured distances, metal known
to be absent, a wall known from CT, each within its age limit. A plan, a consent, an arrangement, an empty list of drugs or
allergies settles nothing: the chart may answer such a line, and a person ticks it. AN-11 stands on the list only while
pregnancy is not excluded (SR-16), AN-08 always asks (F.4). What may not live here: orders.
"""

from plugin.answer import Kind
from plugin.evidence import DrugClass, Metal, Technique
from plugin.grammar import (
    Allowed,
    Always,
    Basis,
    ChecklistItem,
    InPlay,
    Known,
    MoreThanOneLevel,
    Perhaps,
    Settled,
    Surely,
    TechniqueState,
    WithCryoFluid,
)
from plugin.knowledge import criteria as ask
from plugin.knowledge import facts
from plugin.knowledge import thresholds as limit

_THERMAL = InPlay(ask.THERMAL)
_CRYO = InPlay(ask.CRYO)
_RFA = InPlay(ask.RFA)
_HEAT = InPlay(ask.HEAT)
_CEMENT = InPlay(ask.CEMENT)
_CEMENT_IN_PLAN = Allowed(ask.CEMENT, TechniqueState.ACCEPTABLE)
_CLOSE = ask.NEURAL_CLOSE | ask.VISCUS_CLOSE
_NERVE_OR_BOWEL = ask.NEURAL_CLOSE | ask.BOWEL_CLOSE

ANAESTHESIA = (
    ChecklistItem(
        id="AN-01",
        words="Pre-anaesthetic assessment with ASA class",
        when=Always(),
        basis=Basis.BEYOND,
        sources=("X-52",),
        shows=(facts.ASA,),
        settled_by=(Settled(item=facts.ASA, days=limit.LABS_MAX_AGE),),
    ),
    ChecklistItem(
        id="AN-02",
        words="Mode chosen by the anaesthetist: general, monitored sedation, neuraxial, or local with block (no default)",
        when=Always(),
        basis=Basis.BEYOND,
        sources=("S-20", "X-53", "X-54"),
    ),
    ChecklistItem(
        id="AN-03",
        words="Position: is prone tolerated? Is there pain lying on the back?",
        when=Always(),
        basis=Basis.SEED,
        sources=("S-78",),
        variants=((ask.SUPINE_PAIN, "Position (mandatory): pain lying on the back is recorded; is prone tolerated?"),),
        shows=(facts.PAIN_CHARACTER,),
    ),
    ChecklistItem(
        id="AN-04",
        words="Expected duration: 30 minutes × number of positionings (cryoablation)",
        when=_CRYO,
        basis=Basis.SEED,
        sources=("S-52", "S-53"),
        notes=((Known(facts.POSITIONINGS), "{planned_positionings} planned: {cryo_minutes} minutes."),),
        shows=(facts.POSITIONINGS,),
    ),
    ChecklistItem(
        id="AN-05",
        words="Nerve or regional block planned",
        when=_THERMAL,
        basis=Basis.SEED,
        sources=("S-32", "S-71"),
    ),
    ChecklistItem(
        id="AN-06",
        words="Analgesia for the first 6 to 48 hours: opioid and NSAID, contraindications checked",
        when=_THERMAL,
        basis=Basis.SEED,
        sources=("S-31", "S-70", "S-80"),
        shows=(facts.ALLERGIES, facts.EGFR),
    ),
    ChecklistItem(
        id="AN-07",
        words="Fasting: clear fluids 2 h, light meal 6 h, fatty meal 8 h (ASA practice guidelines 2017)",
        when=Always(),
        basis=Basis.BEYOND,
        sources=("X-51",),
    ),
    ChecklistItem(
        id="AN-08",
        words="Antithrombotic plan and laboratory limits met; drugs stopped in the last 10 days may not be on the list: ask",
        when=Always(),
        basis=Basis.BEYOND,
        sources=("X-40", "X-41", "X-42"),
        notes=(
            (ask.INR_HIGH, "INR above {inr_max}: limit not met."),
            (ask.PLATELETS_LOW, "Platelets below {platelets_min} × 10⁹/L: limit not met."),
        ),
        drugs=(DrugClass.ANTICOAGULANT, DrugClass.ANTIPLATELET),
        shows=(
            facts.DRUGS,
            facts.INR,
            facts.PLATELETS,
            facts.COAGULATION_DISORDER,
            facts.HAEMOGLOBIN,
            facts.CREATININE,
            facts.EGFR,
        ),
    ),
    ChecklistItem(
        id="AN-09",
        words="Baseline neurological examination documented; repeat after the procedure",
        when=Always(),
        basis=Basis.SEED,
        sources=("S-83", "S-84"),
        shows=(facts.DEFICIT_RECORDED,),
        settled_by=(
            Settled(
                item=facts.DEFICIT_RECORDED,
                kinds=frozenset({Kind.FINDING}),
                by=frozenset({"exam", ""}),
                days=limit.NEURO_EXAM_MAX_AGE,
            ),
        ),
    ),
    ChecklistItem(
        id="AN-10",
        words="Neuromonitoring possible or needed; drugs compatible with it",
        when=ask.NEURAL_CLOSE,
        basis=Basis.BEYOND,
        sources=("X-55",),
        shows=(facts.DISTANCE_NEURAL,),
    ),
    ChecklistItem(
        id="AN-11",
        words="Pregnancy excluded",
        when=ask.PREGNANCY_OPEN,
        basis=Basis.UNVERIFIED,
        sources=(),
        shows=(facts.PREGNANT, facts.NEGATIVE_PREGNANCY_TEST),
    ),
    ChecklistItem(
        id="AN-12",
        words="Plan for the pacemaker, ICD or neurostimulator: bipolar, position of the return electrode, reprogramming or "
        "magnet, interrogation afterwards",
        when=ask.IMPLANT,
        basis=Basis.BEYOND,
        sources=("X-56",),
        shows=(facts.DEVICES,),
    ),
    ChecklistItem(
        id="AN-13",
        words="Antibiotic before cement",
        when=_CEMENT,
        basis=Basis.BEYOND,
        sources=("X-50",),
        shows=(facts.ALLERGIES,),
    ),
    ChecklistItem(
        id="AN-14",
        words="Allergies: acrylic (PMMA), contrast, latex, antibiotics, local anaesthetics",
        when=Always(),
        basis=Basis.UNVERIFIED,
        sources=("X-45",),
        shows=(facts.ALLERGIES,),
    ),
    ChecklistItem(
        id="AN-15",
        words="Temperature monitored; fever is expected in about 12 % (authors' series); look for infection from 38.5 °C or "
        "beyond 3 days (cut-offs: our own choice)",
        when=_THERMAL,
        basis=Basis.SEED_AND_BEYOND,
        sources=("S-81",),
        shows=(facts.TEMPERATURE,),
    ),
    ChecklistItem(
        id="AN-16",
        words="Body temperature protected during cryoablation with several probes (trigger: our own choice)",
        when=_CRYO & Perhaps(ask.MULTI_PROBE),
        basis=Basis.OURS,
        sources=("S-68",),
        shows=(facts.PROBES,),
    ),
    ChecklistItem(
        id="AN-17",
        words="Several levels in one session: cement volume, vigilance for fat and cement embolism",
        when=_CEMENT & MoreThanOneLevel(),
        basis=Basis.UNVERIFIED,
        sources=(),
    ),
    ChecklistItem(
        id="AN-18",
        words="Current opioid load and tolerance, NSAID and aspirin dose",
        when=Always(),
        basis=Basis.SEED,
        sources=("S-27", "S-78"),
        drugs=(DrugClass.STRONG_OPIOID, DrugClass.OPIOID, DrugClass.NSAID, DrugClass.ANTIPLATELET),
        shows=(facts.DRUGS,),
    ),
    ChecklistItem(
        id="AN-19",
        words="Consent covers pain, fever (12 %), skin burn, nerve injury incl. the lateral femoral cutaneous nerve and sacral "
        "roots, recurrence (6 % in the nidus series), failure (13 % not satisfactory in the series of 147)",
        when=Always(),
        basis=Basis.SEED,
        sources=("S-33", "S-73", "S-80", "S-81", "S-82", "S-83", "S-84"),
    ),
    ChecklistItem(
        id="AN-20",
        words="Under 18 years: paediatric anaesthesia, assent",
        when=ask.MINOR,
        basis=Basis.OURS,
        sources=(),
    ),
)

PROTECTION = (
    ChecklistItem(
        id="TP-01",
        words="Structures at risk listed, with measured distance",
        when=_THERMAL,
        basis=Basis.SEED,
        sources=("S-43", "S-44"),
        shows=(facts.DISTANCE_NEURAL, facts.DISTANCE_VISCUS),
        settled_by=(
            Settled(item=facts.DISTANCE_NEURAL, days=limit.IMAGING_MAX_AGE),
            Settled(item=facts.DISTANCE_VISCUS, days=limit.IMAGING_MAX_AGE),
        ),
        unless=(facts.TOUCHES_NERVE, facts.TOUCHES_VISCUS),
    ),
    ChecklistItem(
        id="TP-02",
        words="Thermocouple in place next to the structure",
        when=_THERMAL & _CLOSE,
        basis=Basis.SEED,
        sources=("S-45", "S-59", "S-64"),
    ),
    ChecklistItem(
        id="TP-03",
        words="Limits set: heat warning {heat_warning_c} °C, stop as soon as {heat_stop_c} °C is reached (keep below 45 °C); "
        "cold alarm {cold_alarm_c} °C; the site's protocol prevails",
        when=_THERMAL & _CLOSE,
        basis=Basis.BEYOND,
        sources=("X-20", "X-21", "X-22"),
    ),
    ChecklistItem(
        id="TP-04",
        words="CO2 insufflation available or used",
        when=_THERMAL & _CLOSE,
        basis=Basis.SEED,
        sources=("S-47", "S-59", "S-66"),
    ),
    ChecklistItem(
        id="TP-05",
        words="5 % dextrose for hydrodissection",
        when=(_HEAT & _NERVE_OR_BOWEL) | (_CRYO & WithCryoFluid() & _NERVE_OR_BOWEL),
        basis=Basis.SEED,
        sources=("S-47", "S-69"),
    ),
    ChecklistItem(
        id="TP-06",
        words="No hydrodissection with 5 % dextrose in cryoablation",
        when=_CRYO & ~WithCryoFluid(),
        basis=Basis.SEED,
        sources=("S-69",),
    ),
    ChecklistItem(
        id="TP-07",
        words="Displacement by balloon considered",
        when=_THERMAL & ask.BOWEL_CLOSE,
        basis=Basis.SEED,
        sources=("S-67",),
    ),
    ChecklistItem(
        id="TP-08",
        words="Structure at risk warmed",
        when=_CRYO & _NERVE_OR_BOWEL,
        basis=Basis.SEED,
        sources=("S-68",),
    ),
    ChecklistItem(
        id="TP-09",
        words="Bipolar electrode",
        when=_RFA & _NERVE_OR_BOWEL,
        basis=Basis.SEED,
        sources=("S-46",),
    ),
    ChecklistItem(id="TP-10", words="No saline with RFA", when=_RFA, basis=Basis.BEYOND, sources=("X-33", "X-34")),
    ChecklistItem(
        id="TP-11",
        words="Metal near the electrode excluded",
        when=_RFA | Surely(ask.METAL_PRESENT),
        basis=Basis.SEED,
        sources=("S-48",),
        shows=(facts.METAL,),
        settled_by=(Settled(item=facts.METAL, values=(Metal.ABSENT,), days=limit.IMAGING_MAX_AGE),),
    ),
    ChecklistItem(
        id="TP-12",
        words="Skin protected; pads checked (trigger: our own choice)",
        when=ask.POSTERIOR_ELEMENT | InPlay((Technique.RFA_MONO,)),
        basis=Basis.SEED_AND_BEYOND,
        sources=("S-82",),
    ),
    ChecklistItem(
        id="TP-13",
        words="Sacral roots S2 to S4 mapped",
        when=ask.SACRAL_ROOTS,
        basis=Basis.SEED,
        sources=("S-84",),
    ),
    ChecklistItem(
        id="TP-14",
        words="Lateral femoral cutaneous nerve considered (trigger: our own choice)",
        when=ask.LATERAL_FEMORAL_NERVE,
        basis=Basis.SEED_AND_BEYOND,
        sources=("S-83",),
    ),
    ChecklistItem(
        id="TP-15",
        words="Integrity of the posterior wall reviewed on CT",
        when=ask.BODY_OR_UNKNOWN,
        basis=Basis.BEYOND,
        sources=("X-24", "X-46"),
        shows=(facts.POSTERIOR_WALL,),
        settled_by=(Settled(item=facts.POSTERIOR_WALL, by=frozenset({"CT"}), days=limit.IMAGING_MAX_AGE),),
    ),
    ChecklistItem(
        id="TP-16",
        words="Visibility of the ice ball: expected",
        when=_CRYO,
        basis=Basis.SEED,
        sources=("S-57", "S-58"),
        variants=((ask.SCLEROTIC, "Visibility of the ice ball: reduced (sclerotic)"),),
        shows=(facts.MATRIX,),
    ),
    ChecklistItem(
        id="TP-17",
        words="Wait before cement: ice ball gone (criterion: our own choice)",
        when=_CRYO & _CEMENT_IN_PLAN,
        basis=Basis.SEED_AND_BEYOND,
        sources=("S-60",),
    ),
    ChecklistItem(
        id="TP-18",
        words="Colon or intestine displaced",
        when=_THERMAL & ask.BOWEL_CLOSE,
        basis=Basis.SEED,
        sources=("S-44", "S-59", "S-65"),
    ),
    ChecklistItem(
        id="TP-19",
        words="Number of probes (25 at most) and positionings agreed",
        when=_CRYO,
        basis=Basis.SEED,
        sources=("S-53", "S-54", "S-55"),
        shows=(facts.PROBES, facts.POSITIONINGS),
    ),
    ChecklistItem(
        id="TP-20",
        words="Continuous fluoroscopy during cement; leak check on CT",
        when=_CEMENT & ask.WALL_SUSPECT,
        basis=Basis.BEYOND,
        sources=("X-04",),
        shows=(facts.POSTERIOR_WALL,),
    ),
)
