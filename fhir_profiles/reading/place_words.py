"""Which side, which part of a vertebra, which region, and which organ outside the spine do words name?

English, French and German, on folded text (`wording.folded`). What may not live here: levels (`level_words`) and codes.
"""

from __future__ import annotations

import re
from typing import Final

from plugin.evidence import Part, Side

_NO_SIDE: Final[frozenset[Side]] = frozenset()
_SIDES: Final = (
    (Side.LEFT, re.compile(r"\bleft\b|\blinks\w*|\blinke\w*|\bgauche\b")),
    (Side.RIGHT, re.compile(r"\bright\b|\brechts\w*|\brechte\w*|\bdroite?\b")),
    (Side.MIDLINE, re.compile(r"\bmidline\b|\bmittellinie\b|\bligne mediane\b|\bmediane?\b")),
    (Side.BOTH, re.compile(r"\bbilateral\w*|\bboth sides\b|\bbeidseit\w*|\bbeide seiten\b|\bdes deux cotes\b")),
)
_PARTS: Final = (
    (Part.SACRAL_ALA, re.compile(r"\bsacral al(?:a|ae)\b|\bal(?:a|ae) (?:of the |of )?sacr\w+|\baileron sacre\w*")),
    (Part.PEDICLE, re.compile(r"\bpedicle?s?\b|\bpedicul\w+|\bpedikel\w*|\bbogenwurzel\w*")),
    (Part.LAMINA, re.compile(r"\blamina(?:e|r)?\b|\blame\b")),
    (Part.FACET, re.compile(r"\bfacet\w*|\barticular process\w*|\bzygapophys\w*|\bapophyse articulaire\b")),
    (
        Part.TRANSVERSE_PROCESS,
        re.compile(r"\btransverse process\w*|\bquerfortsatz\w*|\b(?:apophyse|processus) transvers\w+"),
    ),
    (
        Part.SPINOUS_PROCESS,
        re.compile(r"\bspinous process\w*|\bdornfortsatz\w*|\b(?:apophyse epineuse|processus (?:epineux|spinosus))\b"),
    ),
    (Part.BODY, re.compile(r"\bbody\b|\bcorps vertebral\b|wirbelkorper\w*|\bcorpus vertebrae\b")),
)

_SPINE_WORD: Final = r"(?:spin\w+|vertebra\w*|vertebre\w*|rachi\w*|column\w*|colonne|kyphoplast\w*|wirbel\w*)"
_REGIONS: Final = (  # the wider ones first: "lumbosacral" is not "sacral"
    ("cervicothoracic", rf"\b(?:cervico|zerviko)-?thora[ck]\w*\s+{_SPINE_WORD}"),
    ("thoracolumbar", rf"\b(?:thora[ck]o|dorso)-?l[uo]mb\w*\s+{_SPINE_WORD}"),
    ("lumbosacral", r"\bl[uo]mbo-?sa[ck]r\w*"),
    ("sacrococcygeal", r"\bsacro-?coccyg\w*"),
    (
        "cervical",
        rf"\b(?:cervical\w*|zervikal\w*)\s+{_SPINE_WORD}|{_SPINE_WORD}\s+cervical\w*|\bc-spine\b|\bhws\b|halswirbel",
    ),
    (
        "thoracic",
        rf"\b(?:thora[ck]\w*|dorsal\w*)\s+{_SPINE_WORD}|{_SPINE_WORD}\s+(?:thoraci\w*|dorsal\w*)|\bt-spine\b|\bbws\b|brustwirbel",
    ),
    (
        "lumbar",
        rf"\b(?:lumba\w*|lumbal\w*)\s+{_SPINE_WORD}|{_SPINE_WORD}\s+(?:lombaire\w*|lumba\w*)|\bl-spine\b|\blws\b|lendenwirbel",
    ),
    (
        "spine",
        r"\bspine\b|\bspinal\b|\bspinale?s?\b|vertebra\w*|vertebr\w*|wirbel\w*|\brachi(?:s|dien\w*)\b|\bcolonne\b",
    ),
)
_REGION: Final = tuple((region, re.compile(words)) for region, words in _REGIONS)
BONE: Final = re.compile(
    r"\bbones?\b|\b(?:des |de l')os\b|\bbony\b|\bosseous\b|\bosseuse?s?\b|\bknochen\w*|\bossar\w*|\bskelet\w*|\bsquelett\w*"
)

_OUTSIDE_BONE: Final = (
    r"fem(?:ur|oral)\w*|humer\w+|tibia\w*|fibula\w*|perone\b|ribs?\b|rippen?\w*|arc costal\b|stern(?:um|al)\b"
    r"|scapula\w*|clavic\w+|pelvi[csn]\w*|becken(?!gefass|boden|venen|arteri|muskul|kammbio|kammst|kammpu)\w*"
    r"|bassin\b|ili(?:um|ac)\b|os ilion\b|darmbein\w*"
    r"|(?<!ganglion )(?<!artere )(?<!veine )(?<!muscle )iliaque\b"
    r"|acetabul\w*|isch(?:ium|ion)\w*|pubi[sc]\w*|skull\b|crane\b|schadel\w*|hip\b|hanche\b|huft\w*"
    r"|knee\b|genou\b|knie\w*|ankle\b|shoulder\b|schulter\w*|epaule\b|long bones?\b|rohrenknochen\w*"
    r"|os longs?\b|limbs?\b|calcane\w*|oberschenkel\w*|oberarm\w*|mandib\w*|maxill\w*"
    r"|trochanter\w*|azetabul\w*|sitzbein\w*|schambein\w*|symphyse\w*|unterschenkel\w*|unterarm\w*"
    r"|handgelenk\w*|sprunggelenk\w*|schulterblatt\w*|brustbein\w*|schlusselbein\w*|skapula\w*|klavikula\w*"
    r"|kalottenherd\w*|kalotte\w*|thoraxwand\w*|brustwand\w*|os (?:ilium|pubis|ischii)\b"
)
_ORGAN: Final = (
    r"liver\b|hepat\w*|foie\b|leber\w*|kidneys?\b|renale?s?\b|rein\b|renaux\b|niere\w*|lungs?\b"
    r"|pulmon\w*|poumons?\b|lunge\w*|thyroid\w*|schilddruse\w*|prostat\w*|breast\b|sein\b|mamm\w*|brust(?!w)\w*"
    r"|adrenal\w*|nebenniere\w*|surrenal\w*|pancrea\w*|pankreas\w*|heart\b|cardiac\b|herz\w*|cardiaque\b"
    r"|atri(?:al|um)\b|vorhof\w*|ventric\w*|avnrt\b|av node\b|flutter\b|vein\w*|venous\b|venen\w*|veine\w*"
    r"|saphen\w*|varic\w*|endometri\w*|uter\w*|fibroid\w*|myom\w*|brain\b|cerebr\w*|gehirn\w*|cerveau\b"
    r"|skin\b|haut\b|peau\b|cutan\w*|retina\w*|oesophag\w*|esophag\w*|barrett\w*|bladder\b|soft tissue\w*"
    r"|milz\w*|magen\w*|harnblase\w*|gallenblase\w*"
    r"|lymph\w*|colon\w*|rect(?:al|um)\b|ovar\w*|testic\w*|sinus\b|tonsil\w*|genicular\b"
)
# One look for the beginning of a word before all of them: an alternative that looks for it itself is tried at every letter.
OUTSIDE_BONE: Final = re.compile(rf"\b(?:{_OUTSIDE_BONE})")
OUTSIDE: Final = re.compile(rf"\b(?:{_OUTSIDE_BONE}|{_ORGAN})")
_CORD: Final = r"(?:spinal cord|ruckenmarks?|myelon|moelle(?: epiniere)?|dura\w*|dural sac)"
_GROWTH: Final = r"(?:tumou?r\w*|tumeurs?|neoplas\w*|metasta\w*|gliom\w*|\w{0,30}karzinom\w*|malignan\w*|mass)"
_REACHES: Final = r"(?:[ck]ompr|abut|adjacen|contact|indent|displac|imping|refoul|verdrang|verlager)"
NOT_BONE: Final = re.compile(
    r"\bintradural\w*|\bintramedullary\b|\bintramedullar\w*|\bmeningiom\w*|\bmeningeom\w*|\bependymom\w*"
    rf"|\b{_CORD}[\s-]?{_GROWTH}"
    rf"|\b{_GROWTH} (?!(?:\w+ ){{0,2}}\w*{_REACHES})(?:\w+ ){{0,3}}{_CORD}(?!\w*(?: epiniere)?[\s-]?{_REACHES})"
)
"""In the canal, not in the bone: a tumour there is none of ours (gate 1). One that only reaches the cord is in the bone."""


# A first look: without one of these stems, no form of the list finds anything. Most words of a record name no place at all.
_SIDE_STEMS: Final = (
    "left",
    "link",
    "gauche",
    "right",
    "recht",
    "droit",
    "midline",
    "mittel",
    "median",
    "bilateral",
    "both",
    "beid",
    "deux",
)
_PART_STEMS: Final = (
    *("sacr", "pedi", "bogen", "lam", "facet", "articul", "zygap", "transvers", "quer", "spinous", "dorn", "epineu"),
    *("spinosus", "body", "corps", "wirbelk", "corpus"),
)
_REGION_STEMS: Final = (
    *(
        "spin",
        "vertebr",
        "wirbel",
        "rachi",
        "colonne",
        "column",
        "plast",
        "lumbo",
        "lombo",
        "sacro",
        "hws",
        "bws",
        "lws",
    ),
)


def _holds(words: str, stems: tuple[str, ...]) -> bool:
    for stem in stems:  # noqa: SIM110 - asked for every place of a record; `any` takes twice as long
        if stem in words:
            return True
    return False


def sides(words: str) -> frozenset[Side]:
    """Every side named; left and right together are both."""
    if not _holds(words, _SIDE_STEMS):
        return _NO_SIDE
    found = frozenset(side for side, form in _SIDES if form.search(words))
    return frozenset({Side.BOTH}) if {Side.LEFT, Side.RIGHT} <= found else found


def part(words: str) -> Part | None:
    """The part named; a body that is named beside a smaller part is where the lesion is, and the part is where it reaches."""
    if not _holds(words, _PART_STEMS):
        return None
    named = [each for each, form in _PARTS if form.search(words)]
    return Part.BODY if Part.BODY in named else named[0] if named else None


def region(words: str) -> str:
    """The narrowest region named, as in `codes.sites.REGION_LEVELS`; empty where none is."""
    if not _holds(words, _REGION_STEMS):
        return ""
    return next((each for each, form in _REGION if form.search(words)), "")
