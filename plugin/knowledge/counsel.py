"""What the deck reports of its results, for the talk with the patient: each figure only where it applies (H-05, H-06, H-32).

Figures are quoted as of the authors' series or of the trial that the deck cites, never as a probability for this patient. What
may not live here: anything that changes a state, a hold or an order.
"""

from plugin.grammar import Basis, InPlay, Rule
from plugin.knowledge import criteria as ask

_PAINFUL_METASTASIS = ask.METASTASIS & ~ask.INTENT & ask.PAIN

RULES = (
    Rule(
        id="COUNSEL-RFA",
        title="Results of RFA",
        words="RFA in the authors' series of 147 cases (read as painful metastases): mean VAS 82 mm before, 28 mm after; "
        "satisfactory, that is very good to fair by analgesic dose and VAS, in 87 % (n = 128); mean follow-up 5.8 months.",
        when=_PAINFUL_METASTASIS & InPlay(ask.RFA),
        basis=Basis.SEED,
        sources=("S-72", "S-73", "S-74", "S-75"),
    ),
    Rule(
        id="COUNSEL-CRYO",
        title="Results of cryoablation",
        words="Cryoablation: fast pain relief, significant in 75 % (a trial of another group that the deck cites); low pain.",
        when=_PAINFUL_METASTASIS & InPlay(ask.CRYO),
        basis=Basis.SEED,
        sources=("S-61", "S-62"),
    ),
    Rule(
        id="COUNSEL-FEVER",
        title="Fever",
        words="Fever after the procedure in 12 % of the authors' series, one case of 39 °C for 3 days.",
        when=InPlay(ask.THERMAL),
        basis=Basis.SEED,
        sources=("S-81",),
    ),
    Rule(
        id="COUNSEL-COMPLICATIONS",
        title="Complications",
        words="Complications in the authors' series: pain in the first hours, 1 skin burn of second degree, coagulation of the "
        "femorocutaneous nerve, accidental destruction of S2–S4.",
        when=InPlay(ask.THERMAL),
        basis=Basis.SEED,
        sources=("S-80", "S-82", "S-83", "S-84"),
    ),
)
