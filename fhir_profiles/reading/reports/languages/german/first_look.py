"""A cheap first look: which parts of words must a German sentence hold for a finding's long patterns to be tried at all?

A word that is added to a finding and holds none of its stems needs one here too. What may not live here: the patterns.
"""

from __future__ import annotations

from typing import Final

from fhir_profiles.reading.reports.lexicon import Form

_NERVE: Final = (
    "wurzel",
    "neural",
    "nerv",
    "ganglion",
    "radix",
    "myelon",
    "mark",
    "cauda",
    "kauda",
    "konus",
    "conus",
    "plexus",
    "dura",
    "thekal",
)
_BOWEL: Final = (
    "kolon",
    "colon",
    "sigm",
    "rekt",
    "rectum",
    "darm",
    "duoden",
    "ileum",
    "jejun",
    "zakum",
    "caecum",
    "zokum",
)
_VISCUS: Final = (
    "osoph", "speise", "pleura", "lunge", "trachea", "luftr", "aort", "cava", "hohlvene", "iliac", "iliak", "vertebr",
    "gefass", "ureter",
    "harn", "niere", "blase", "zwerch", "azygos", "bronch", "pharynx", "larynx", "magen",
)  # fmt: skip
_RAYS: Final = (
    "strahl", "radi", "aktin", "sbrt", "sabr", "cyber", "gamma", "rt ", "rtx", " rt", "(rt", "gy", "proton", "photon", "ionen",
    "brachy", "tomo", "tele",
)  # fmt: skip
_STEMS: Final[dict[tuple[str, str | int | None], tuple[str, ...]]] = {
    ("nature", "metastasis"): ("metasta", "fili", "absied", "sekund", "tochter", "karzinose"),
    ("nature", "plasmacytoma"): ("plasm", "myelom", "kahler"),
    ("nature", "primary-malignant"): ("chord", "sarkom", "ewing"),
    ("nature", "osteoid-osteoma"): ("osteoid",),
    ("nature", "osteoblastoma"): ("osteoblastom",),
    ("nature", "benign-treatable"): ("riesenzell", "zyste", "akz", "granulom"),
    ("nature", "benign-not-indicated"): ("angiom", "schmorl"),
    ("nature", "infection"): ("disz", "disc", "spondyl", "osteomyel"),
    ("nature", "osteoporotic"): ("osteopor",),
    ("matrix", "lytic"): ("lyti", "lyse", "lysi", "klasti", "aufhell", "destru",
        "mottenfrass", "permeat", "geograph", "landkarten", "knochen", "gestanzt", "substanzdef"),
    ("matrix", "sclerotic"): ("skler", "plasti", "blasti", "elfenbein", "eburn", "verdicht",
        "bildend", "bildung", "prolifer", "kondens"),
    ("matrix", "mixed"): ("misch", "lyti", "plasti", "blasti", "skler"),
    ("collapse", None): (
        "fraktur", "sinter", "hoh", "hoch", "platte", "kollab", "kollaps", "gesunken", "brochen", "komprim", "keil",
        "fisch", "plana", "kompress",
        "bruch", "bricht", "brech", "stauch", "flach", "formerhalten",
    ),
    ("fracture-risk", None): (
        "gefahr", "risi", "droh", "bevorsteh", "imminent", "stabil", "statik", "tragfahig", "gefuge", "sins",
    ),
    ("escc", None): (
        "escc", "bilsky", "zuvor", "vormals", "fruher", "vorher", "damals", "initial", "zuletzt", "statt", "jetzt",
        "aktuell", "nun", "heute",
    ),
    ("canal-extension", None): (
        "dural", "spinal", "kanal", "thekal", "dura", "myelon", "mark", "cauda", "kauda", "konus", "conus", "canalis",
    ),
    ("cord-compression", None): (
        "myelon", "mark", "cauda", "kauda", "konus", "conus", "medulla", "mscc", "msrk", "kompr",
    ),
    ("posterior-wall", None): (
        "hinter", "ruckflache", "ruckwand", "ruckseite", "dorsal", "posterior", "kortikal", "cortical", "kompakta",
        "retropuls", "corticalis",
    ),
    ("foraminal-extension", None): ("foram", "nervenaustritt"),
    ("soft-tissue-extension", None): (
        "vertebral", "spinal", "sakral", "ossar", "retroperi", "psoas", "muskul", "weich", "m.", "colli", "erector",
        "piriform", "iliakus",
        "glut", "beschrankt", "begrenzt", "limitiert", "lokalisiert", "grenze", "korporal", "tumoranteil", "muskel",
    ),
    ("close-to-neural-structure", None): _NERVE,
    ("close-to-viscus", "bowel"): _BOWEL,
    ("close-to-viscus", "other"): _VISCUS,
    ("intra-articular", None): ("gelenk", "artikular"),
    ("neurological-deficit", "none"): ("neurolog", "ausfall", "sensomotor"),
    ("neurological-deficit", "sphincter"): (
        "harn", "stuhl", "urin", "blase", "mastdarm", "kontin", "sphinkter", "miktion", "entleer", "defak",
        "reithosen", "retention", "einnass", "einkot",
    ),
    ("previous-radiotherapy", None): _RAYS,
    ("previous-radiotherapy", "given"): _RAYS,
    ("previous-radiotherapy", "failed"): _RAYS,
    ("previous-radiotherapy", "responded"): _RAYS,
    ("wish-told", "debulking"): ("debulk",),
    ("wish-told", "size-reduction"): ("redu", "verklein", "verminder"),
    ("wish-told", "radioiodine"): ("jod", "iod", "131", "rit", "rjt"),
}  # fmt: skip


def looked_for(form: Form) -> Form:
    """The form with the parts of words that it needs."""
    return form if form.needs else form._replace(needs=_STEMS.get((form.code, form.value), ()))
