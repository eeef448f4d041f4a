"""A cheap first look: parts of French words, one of which a sentence must hold for a finding to be looked for in it.

What may not live here: the words themselves (`tumour`, `structures`, `patient`).
"""

from __future__ import annotations

from typing import Final

STEMS: Final[dict[str, tuple[str, ...]]] = {
    "nature": (
        "metasta", "secondair", "plasmocyt", "myelom", "kahler", "chordom", "sarcom", "ewing", "osteom", "blastom",
        "geante", "tcg", "kyste", "granulom", "angiom", "schmorl", "spongieu", "discit", "myelit", "spondylit",
        "pott", "osteite", "infect", "arthrit", "porotique", "osteoporo", "insuffisance", "deposition",
    ),
    "matrix": (
        "lys", "lyti", "lacun", "destruct", "erosion", "radio", "clasti", "emporte", "mite", "permeat", "demineral",
        "rarefac", "dispari", "geode", "image claire", "images claires", "defect", "ronge", "condens", "scler",
        "blast", "ivoire", "densif", "eburn", "osteoform", "mixte", "claire",
    ),
    "collapse": (
        "fractur", "tass", "affaiss", "effondr", "collaps", "aplati", "ecras", "cuneiform", "hauteur", "plana",
        "plane", "plate", "galette", "deform", "concav", "enfonce", "depress", "deprim", "infract", "impact",
        "incurv", "rompu", "rupture", "coin", "morphologie", "trapez",
    ),
    "fracture-risk": (
        "risqu", "danger", "probabilit", "menac", "imminen", "stab", "craind", "redout", "fragil", "expose",
        "susceptible", "pre-fract", "prefract", "compromet", "solidit", "statique",
    ),
    "escc": (
        "escc", "bilsky", "grade", "stade", "cote", "classe",
    ),
    "canal-extension": (
        "dur", "canal", "rachid", "spin", "thecal", "recessus", "sac", "fourreau", "theque", "defile",
    ),
    "cord-compression": (
        "compress", "comprim", "ecras", "lamin", "aplati", "etrangl", "serre", "conflit",
    ),
    "posterior-wall": (
        "mur", "cortica", "coin", "poster", "paroi", "bord", "retropuls", "fragment", "transcortical",
    ),
    "foraminal-extension": (
        "foram", "trou", "conjugaison",
    ),
    "soft-tissue-extension": (
        "moll", "mous", "vertebr", "rachid", "spina", "sacr", "sacre", "retro", "extra", "psoas", "longs du cou",
        "long du cou", "muscl", "carre des", "pyramid", "multifid", "erecteur", "gouttiere", "tissulaire", "charnu",
        "confin", "limit", "localis", "cantonn", "restrein", "circonscri", "contenu", "strict", "purement",
        "exclusi", "debord", "corpor", "osseu", "cortica",
    ),
    "close-to-neural-structure": (
        "racin", "nerf", "nerv", "neuro", "moelle", "cordon", "cone", "queue", "dur", "plexus", "gangl", "sac",
        "fourreau", "theque", "radicul", "medull",
    ),
    "close-to-viscus": (
        "colo", "coli", "sigmo", "rect", "anse", "intest", "grele", "duod", "ileon", "jejun", "cum", "cæcum",
        "digest", "d2", "d3", "sophag", "plevre", "pleur", "poumon", "pulmon", "trach", "aort", "cave", "vci",
        "vaisseau", "arter", "veine", "axe", "ureter", "rein", "renal", "pharynx", "vessie", "diaphragm", "azygos",
        "bronch", "larynx", "carotid", "viscer",
    ),
    "intra-articular": (
        "articul", "facett", "interligne", "apophys", "joint",
    ),
    "metal-near-level": (
        "vis", "tige", "plaque", "cage", "materiel", "montage", "construct", "artefact", "osteosynthes",
        "arthrodes", "spondylodes", "instrument", "fixat", "implant", "metal", "crochet", "agrafe", "prothese",
        "stabilisation",
    ),
    "previous-radiotherapy": (
        "radio", "irradi", "rayons", "rt ", "rte ", "rth", "tomotherapie", "cyberknife", "srs", "sbrt", "rcmi",
        "stereotax", "gy",
    ),
    "primary": (
        "cancer", "carcinom", "k ", "adk", "neo", "primiti", "tumeur", "origine", "metasta", "secondair", "malign",
        "provenance", "point de depart", "hypernephrom", "ccr", "rcc", "grawitz", "cbnpc", "cbpc", "cpnpc", "cnpc",
        "pancoast", "melanom", "chc", "cholangio",
    ),
    "neurological-deficit": (
        "neurolog", "deficit", "pares", "plegi", "pareti", "faibless", "force", "paralys", "moteur", "motric",
        "march", "debout", "testing", "radicul", "esthesi", "engourd", "sensi", "pied", "steppage", "releveur",
        "retention", "globe", "incontinen", "sphinct", "urinair", "miction", "continen", "vesica", "anorect", "beance",
        "dysurie", "membre", "se lever",
    ),
    "wish-told": (
        "debulk", "reduct", "cyto", "volum", "taille", "iod", "ira", "131", "exerese", "decompression", "diminu",
        "redui", "regress",
    ),
}  # fmt: skip
