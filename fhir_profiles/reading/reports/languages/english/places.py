"""English names of what lies around a vertebra, as they stand in a sentence with article and side.

Shared by what is written out (`spared`, `in_one_breath`, `unsaid`). What may not live here: findings, and words that are written
out.
"""

from __future__ import annotations

from typing import Final

LEVEL: Final = r"[ctls]\d{1,2}"
LEVELS: Final = rf"{LEVEL}(?:(?:, and| and|,| or|/) ?{LEVEL})*"
_ATTRIBUTE: Final = (
    r"(?:the|its|his|her|both|either|each|all|any|that|left|right|left-sided|right-sided|adjacent|neighbou?ring|nearby|spinal"
    r"|vertebral|central|sacral|lumbar|thoracic|cervical|neural|neuro|intervertebral|exit|exiting|bony|epidural|paravertebral"
    r"|para-?spinal|prevertebral|presacral|perivertebral|retroperitoneal|posterior|dorsal|anterior|ventral|back|soft|thecal"
    r"|dural|parietal|descending|ascending|abdominal|small|large|upper|lower|facet|cauda|ipsilateral|contralateral|neighbour"
    rf"|nerve|(?:{LEVEL}(?:[/-]{LEVEL})?))"
)
_HEAD: Final = (
    r"(?:canals?|foram(?:en|ina|ens)|epidural space|epidural fat|neuroforam(?:en|ina)|recess(?:es)?|(?:thecal |dural )?sac|dura"
    r"|psoas(?: muscles?)?|muscles?|musculature|soft[- ]tissues?|(?:paravertebral|prevertebral|presacral|perivertebral"
    r"|para-?spinal)"
    r" (?:space|fat|tissues?|region|compartment)|(?:paravertebral|prevertebral|presacral|retroperitoneal) spaces"
    r"|(?:posterior|dorsal|back) (?:vertebral |cortical )?(?:walls?|cort(?:ex|ices)|margins?)|facet joints?|joints?|joint space"
    r"|(?:spinal )?cord|conus(?: medullaris)?|cauda equina|(?:nerve )?roots?|o?esophagus|aorta|trachea|pleura|lungs?|vena cava"
    r"|ureters?|kidneys?|rectum|sigmoid(?: colon)?|colon|bowel|duodenum|retroperitoneum|mediastinum)"
)
PLACE: Final = rf"(?:{_ATTRIBUTE}[ ])*{_HEAD}\b"
"""One of them: "the left neural foramen"."""
PLACES: Final = rf"{PLACE}(?:(?:, and|, or|,| and| or| nor| as well as|/) ?{PLACE})*"
"""One or several."""
JOINED: Final = r",? (?:and|or|nor|as well as) |, ?|/"
"""What stands between two of a list."""
