"""English words around lengths and counts: what is measured, and to what.

What may not live here: how a number is read (`fhir_profiles.reading.reports.measuring`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.english.days import BOUNDED, DATED, TIME_AFTER, TIME_BEFORE
from fhir_profiles.reading.reports.languages.english.vocabulary import bag
from fhir_profiles.reading.reports.lexicon import Measures, words

_NUMBERS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "both": 2,
    "single": 1, "solitary": 1, "only": 1, "sole": 1, "isolated": 1, "a single": 1,
}  # fmt: skip
_NUMBER: Final = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_WHOSE: Final = (
    "(?:"
    + bag(
        "vertebral spinal bone bony skeletal osseous lytic osteolytic sclerotic blastic osteoblastic "
        "osteosclerotic mixed tumou?r known new further separate",
        "distinct small large painful metastatic secondary demonstrable visible suspicious spine body thoracic "
        "lumbar cervical avid",
        "fdg-avid malignant active other enhancing individual discrete focal proven neoplastic",
    )
    + " )*"
)
_WHAT: Final = (
    r"(?:lesions?|metastas[ei]s|mets|deposits?|secondar(?:y|ies)|osteolys[ei]s|foci|focus|tumou?rs?"
    r"|vertebrae? (?:are )?(?:involved|affected)"
    r"|(?:involved|affected|diseased|infiltrated) (?:vertebra|level)e?s?|sites of disease)"
)
_ELSEWHERE: Final = (
    r"(?<!liver )(?<!hepatic )(?<!lung )(?<!pulmonary )(?<!brain )(?<!cerebral )(?<!skin )(?<!renal "
    r")(?<!bilsky-)(?<!bilsky )(?<!escc )(?<!grade )"
)
_MANY: Final = bag(
    "multiple numerous innumerable several many countless disseminated diffuse widespread multifocal "
    "extensive multilevel scattered uncountable"
)

MEASURES: Final = Measures(
    neural=words(
        bag(
            r"(?:spinal_)?cord conus cauda(?:_equina)? (?:thecal_"
            r"|dural_)sac sac theca dura(?:_mater)? (?:nerve_)?roots?",
            r"nerves? (?:neural_|left_|right_|neuro)?foram(?:en|ina) (?:spinal_|vertebral_|central_)?canal",
            r"epidural_space neural_(?:structures?|elements?|tissue) plexus myelon",
        )
    ),
    viscus=words(
        bag(
            r"colon sigmoid recto-?sigmoid rect(?:um|al_wall) bowel intestine duodenum duodenal_wall ileum jejunum",
            r"c(?:a)?ecum o?esophag(?:us"
            r"|eal_wall) pleura lungs? trachea stomach kidney bladder pharynx airway bronchus",
            r"visc(?:us|era) gut mesorect\w+",
        )
    ),
    other_structure=words(
        bag(
            r"aorta vena_cava ivc iliac_(?:artery|vein"
            r"|vessels?) ureter vessels? artery vein skin end_?-?plate carina",
            r"midline facet surface lesser_sac pedicles? laminae? (?:transverse|spinous)_process(?:es)? dis[ck]s?",
        )
    ),
    distance_before=words(
        bag(
            r"distance separat\w+ gap apart margin runs? lies clearance interval fat_layer remains?",
            r"(?:comes?|coming|extends?|reach(?:es|ing)?|approach(?:es"
            r"|ing)?)(?:_to)?_within within between(?:_\w+){1,6}",
            r"(?:tumou?r|lesion|nidus|margin|edge|metastasis)_?(?:-|to)_?(?:the_)?(?:nearest_)?\w+",
            r"to_(?:the_)?\w+(?:_\w+)?(?=\s*$) lie lying away distances closest nearest shortest minimum proximity",
            r"spacing",
        )
    ),
    distance_after=words(
        bag(
            r"(?:away_)?from away lateral_to medial_to anterior_to posterior_to ventral_to dorsal_to in_front_of "
            r"behind",
            r"separat\w+ to_the to of_(?:fat|separation|clearance|normal_bone|intact_bone|healthy_bone"
            r"|bone) short_of",
            r"clear_of off distance distant (?:(?:of_)?\w+_)?(?:remains?_|lies?_|left_|is_|are_)?between left_of",
            r"right_of before_the_(?=cord|dura|sac|theca|canal|root|nerve) apart of_the_(?=cord|dura|sac|theca|canal|root"
            r"|nerve|colon|bowel|rect|oesoph|esoph|pleura"
            r"|lung)",
            r"below remains? above caudal_to cranial_to",
        )
    ),
    tumour=words(
        bag(
            r"(?:osseous|bony|bone|lytic)_defect (?:intra-?osseous|bony|osseous)_(?:part|portion"
            r"|extent) tumou?rs? metasta\w+ lesions? nidus osteolys[ei]s (?:osteo)?lytic (?:osteo)?sclerotic "
            r"(?:osteo)?blastic",
            r"mixed focus foci deposits? chordoma \w*sarcoma plasmacytoma myeloma osteoblastomas? osteoid_osteomas? cyst",
            r"ha?emangioma secondary mass defect measur\w+ diameter size sized across craniocaudal\w* giant_cell",
            r"dimensions? it target was destruction lucen\w+ axial",
        )
    ),
    tools=words(
        r"needles?|screws?|cannulas?|probes?|electrodes?|catheters?|drains?|stylets?|introducers?|trocars?|k-wires?"
        r"|thermocouples?|thermosensors?|thermistors?|(?:temperature|heat|thermal) sensors?"
        r"|antennas?|applicators?|cryoprobes?|balloons?|guide ?wires?|fib(?:er|re)s?|optodes?|hydrodissection"
        r"|biopsy (?:core|track|tract|device)s?"
        r"|cement leak\w*|puncture|access path|entry point|skin entry"
        r"|(?:ablation|coagulation|treatment) zones?|ice[- ]balls?|safety margins?|cement column"
    ),
    not_tumour=words(
        bag(
            r"(?:soft[-_]tissue|paravertebral|para-?spinal|prevertebral|presacral|epidural"
            r"|extra-?osseous)_(?:mass(?:es)?|tumou?rs?|lesions?|deposits?)",
            r"(?:wall|cortical"
            r"|cortex)_defects? depth",
            r"ribs? soft[-_]tissue paravertebral para-?spinal prevertebral presacral epidural component dis[ck] bulge",
            r"protrusion herniation node fragment (?:cortex|wall|breach\w*|defect|interrupt\w+|perforat\w+"
            r"|eroded|broken)(?:_\w+)?_over thick(?:ness)? wide width slices? sections? collimation "
            r"field_of_view",
            r"(?<=\dmm_)(?:smaller|larger|bigger|longer|thicker|wider) (?<=\d_mm_)(?:smaller|larger|bigger|longer|thicker"
            r"|wider) lost gained fov matrix_size interval_of ha?ematoma abscess (?:renal|hepatic|ovarian|tarlov|synovial"
            r"|simple)_cyst",
            r"(?<!bone_)cyst_of_the_\w+ osteophyte (?:\w+)?listhesis kyphosis deep retropuls\w+ canal gap "
            r"fracture_line needle",
            r"probe cannula margin height scar screw nodule ice_ball posterior_wall breach perforat\w+ erod\w+ "
            r"broken",
            r"disrupted extraosseous psoas lymph\w* aneurysm aorta ureter bone_island enostosis gallstone cement "
            r"step",
            r"shift translation foraminal effusion pleural thyroid_nodule electrode ablation_zone skin spleen liver",
            r"displaced fenestrat\w* cort(?:ex|ical\w*)(?!_shell) (?:advanced|inserted"
            r"|placed)_\w* uterus fibroid covering encompassing invad(?:es|ing) fat_plane step-?off",
            r"(?:contact\w*|abut\w*|touch\w*)(?:_\w+){0,6}?_(?:over|along|for)",
            r"^the_(?:largest|biggest)(?![^.;]*\b[ctls]\d)",
            r"kidney renal(?!_cell) lung(?!_cancer|_carc|_adeno) gauge tip rod bulk bone_bridge",
        )
    ),
    sized=words(
        bag(
            r"measur\w+ diameters? size sized across extent large long length previously formerly now craniocaudal\w*",
            r"dimensions? was axial\w* it defect destruction largest smallest biggest growth grown shrinkage shr[aiu]nk\w*"
            r" increas\w+ decreas\w+ reduction enlarg\w+ doubl\w+ baseline",
        )
    ),
    former=words(
        bag(
            r"previously formerly prev as_against before earlier prior initially then last_year originally compared_(?:with"
            r"|to) from was",
            r"were had_been measured is now today currently versus vs",
        )
    ),
    counts=re.compile(
        rf"{_ELSEWHERE}\b(?:(?P<many5>(?<!not )(?<!no )(?<!never )more than (?:one|a single|1) {_WHOSE}{_WHAT})"
        r"|(?P<many>(?!(?:extensive|diffuse|widespread) (?:\w+ ){0,2}?(?:osteolysis|metastasis|lesion|tumou?r|deposit|focus)\b)"
        rf"{_MANY} {_WHOSE}{_WHAT})"
        r"|(?P<many6>(?:spine|vertebra\w*|bodies|segments|levels|column)(?: of the spine)? (?:is"
        r"|are) (?:\w+ )?(?:peppered|riddled|studded"
        rf"|strewn|dotted|sown|permeated) with (?:small |tiny |fine )*{_WHOSE}{_WHAT})"
        rf"|(?P<many7>an? (?:couple|handful|number|multitude) of {_WHOSE}{_WHAT})"
        rf"|{_WHAT} (?:are |is )?(?:found |seen |present )?(?:in|at|of) (?P<n5>{_NUMBER}|\d{{1,2}}) (?:vertebrae"
        rf"|levels|vertebral bodies"
        r"|segments)"
        rf"|number of {_WHOSE}{_WHAT} has (?:risen|increased|fallen|grown|decreased|dropped"
        rf"|gone up) (?:from \w+ )?to (?P<n6>{_NUMBER}"
        r"|\d{1,2})"
        r"|(?P<one2>(?:(?<=is )|(?<=not )|(?<=^)|(?<=probably )|(?<=likely ))(?:solitary|the only one)(?=\s*(?:$|[.,;:)])))"
        rf"|{_WHAT}[\w ,]{{0,30}}?(?:, | are | is )(?P<many2>multiple|innumerable|numerous|disseminated"
        r"|multifocal|too numerous to count)\b"
        r"|(?:at least |about |some |up to |total of |in all |as many as |more than |over )?"
        rf"(?<!of the )(?P<n>\d{{1,2}}|{_NUMBER}|a single|single|solitary|only|sole"
        rf"|isolated) {_WHOSE}(?:{_WHAT})(?! (?:at"
        r"|in) (?:time|follow))"
        rf"|{_WHAT} (?P<many4>disseminated|scattered) (?:in|throughout|over|across)"
        rf"|{_WHOSE}(?:lesion|metastas[ie]s|tumou?r) count(?: is| was|:)? (?P<n4>\d{{1,2}}|{_NUMBER})"
        rf"|number of {_WHOSE}(?:{_WHAT})(?: is | was |: ?| )(?P<n2>\d{{1,2}}|{_NUMBER})"
        rf"|{_WHAT} \(n ?= ?(?P<n3>\d{{1,2}})\)"
        r"|(?P<one>solitary|sole|only) (?:spinal|vertebral|bone|bony)? ?(?:manifestation|tumou?r manifestation"
        r"|finding)"
        r"|(?P<many3>multifocal|disseminated|multilevel) (?:spinal |vertebral |bone |bony |skeletal "
        r"|metastatic )*(?:disease|involvement|infiltration)"
        r")"
        r"(?! (?:are |is )?(?:seen |present |visible |also |found )*(?:of|in|within|throughout|involving"
        r"|affecting) (?:the |both |her |his "
        r"|left |right |bony |several |multiple )*(?:ribs?|pelvi[sc]\w*|femor\w*|femur|skull|calvari\w*"
        r"|stern\w*|liver|lungs?|brain"
        r"|humer\w*|scapul\w*|ili(?:um|ac|a)|acetabul\w*|hips?|spleen|kidneys?|pleura|lymph|extremit\w+"
        r"|thorac\w+ cage|chest wall"
        r"|clavic\w*|mandib\w*|appendicular)\b)"
    ),
    numbers=_NUMBERS,
    denied=re.compile(r"\b(?:not|no longer) (?:of )?$"),
    between=words(
        r"in|on|at|about|around|approximately|approx|circa|ca|only|up to|some|just|roughly|nearly|almost|over"
        r"|at least|today"
        r"|\d{4}|currently|left|right|the|and|of|again|still|stable|unchanged|ago|last|a|an|one|two|three|six|few|years?|months?"
        r"|weeks?|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn"
        r"|winter|baseline|current|present|nadir|from|to|that|those"
    ),
    dimensions=re.compile(
        r"(?:[\s,(/)x]|\b(?:cranio-?caudal(?:ly)?|axial(?:ly)?|transverse(?:ly)?|sagittal(?:ly)?|ap"
        r"|antero-?posterior(?:ly)?|coronal(?:ly)?"
        r"|vertical(?:ly)?|and|by|in|the|plane|diameter|extent|dimension|direction|height|width|length|high|wide"
        r"|long|deep|cc|maximum|max"
        r"|across|horizontal(?:ly)?|longitudinal(?:ly)?|measur(?:es|ing)|dimensions?|diameters|orthogonal(?:ly)?|perpendicular"
        r"|smallest|shortest|largest|long|short|axis|axes|(?:from )?(?:front to back|side to side|top to bottom)"
        r"|at right angles)\b)*"
    ),
    time_after=TIME_AFTER,
    time_before=TIME_BEFORE,
    dated=DATED,
    bounded=BOUNDED,
)
