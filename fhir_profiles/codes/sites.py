"""Which codes say where in the spine, on which side, in which part? Part E.7; levels exactly as in contract 5.1.

Two families of vertebra codes stand side by side, bone and vertebral body; both are read. What may not live here:
levels in words ("D8"), and what a range means.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from fhir_profiles.codes.code import CodeSet, Key, codes
from fhir_profiles.codes.systems import SNOMED
from plugin.evidence import LEVELS, Intent, Part, Side

_BONES: Final = (
    "14806007", "39976000", "113205007", "5329002", "36978003", "36054005", "87391001",  # C1-C7
    "64864005", "53733008", "1626008", "73071006", "56401006", "45296009",  # T1-T12
    "62487009", "11068009", "82687006", "7610001", "12989004", "23215003",
    "66794005", "14293000", "36470004", "11994002", "49668003",  # L1-L5
)  # fmt: skip
_BODIES: Final = (  # of C1 and C2 part E names none
    "91116008", "14705001", "67479001", "88298007", "16126006",  # C3-C7
    "56094003", "50060007", "73138009", "86197001", "6105006", "32430008",  # T1-T12
    "71737002", "77435000", "33766003", "48405002", "52120002", "280849005",
    "61032001", "53983007", "55492004", "71996003", "21799000",  # L1-L5
)  # fmt: skip
_SACRAL: Final = ("65985001", "11808007", "49967005", "69950008", "21452006")

_MOBILE: Final = LEVELS[:24]
_SACRUM: Final = LEVELS[24:29]

LEVELS_BY_CODE: Final[Mapping[Key, tuple[str, ...]]] = {
    **{code.key: (level,) for code, level in zip(codes(SNOMED, *_BONES), _MOBILE, strict=True)},
    **{code.key: (level,) for code, level in zip(codes(SNOMED, *_BODIES), _MOBILE[2:], strict=True)},
    **{code.key: (level,) for code, level in zip(codes(SNOMED, *_SACRAL), _SACRUM, strict=True)},
    **{code.key: ("C2",) for code in codes(SNOMED, "1172006")},  # dens
    **{code.key: _SACRUM for code in codes(SNOMED, "54735007", "87141009")},  # sacrum without a number
    **{code.key: ("coccyx",) for code in codes(SNOMED, "64688005")},
}
"""A body structure to the levels it is: one, or S1 to S5 for a sacrum without a number."""

PART_BY_CODE: Final[Mapping[Key, Part]] = {
    **{code.key: Part.BODY for code in codes(SNOMED, "3572006", *_BODIES)},
    **{code.key: Part.PEDICLE for code in codes(SNOMED, "78972004")},
    **{code.key: Part.LAMINA for code in codes(SNOMED, "89340005")},
    **{code.key: Part.FACET for code in codes(SNOMED, "317665004", "317766009")},
    **{code.key: Part.TRANSVERSE_PROCESS for code in codes(SNOMED, "73400003")},
    **{code.key: Part.SPINOUS_PROCESS for code in codes(SNOMED, "55678000")},
}
"""A body structure to the part of the vertebra it is; a vertebral body of a level is both level and part."""

SIDE_BY_CODE: Final[Mapping[Key, Side]] = {
    **{code.key: Side.LEFT for code in codes(SNOMED, "7771000")},
    **{code.key: Side.RIGHT for code in codes(SNOMED, "24028007")},
    **{code.key: Side.MIDLINE for code in codes(SNOMED, "399488007", "261129000")},  # mCODE's and DICOM's
    **{code.key: Side.BOTH for code in codes(SNOMED, "51440002")},
}

REGION_LEVELS: Final[Mapping[str, tuple[str, ...]]] = {
    "spine": LEVELS,
    "cervical": LEVELS[:7],
    "thoracic": LEVELS[7:19],
    "lumbar": LEVELS[19:24],
    "sacrum": _SACRUM,
    "cervicothoracic": LEVELS[:19],
    "thoracolumbar": LEVELS[7:24],
    "lumbosacral": LEVELS[19:29],
    "sacrococcygeal": LEVELS[24:],
}
"""A region's name to its levels, from top to bottom."""

REGION_BY_CODE: Final[Mapping[Key, str]] = {
    code.key: region
    for code, region in zip(
        codes(SNOMED, "421060004", "51282000", "122494005", "122495006", "297172009", "297171002", "297174005")
        + codes(SNOMED, "122496007", "1217253001"),  # not in part E, read in PYD as the other regions
        (
            *("spine", "spine", "cervical", "thoracic", "thoracolumbar", "cervicothoracic", "sacrococcygeal"),
            *("lumbar", "lumbosacral"),
        ),
        strict=True,
    )
}
"""A body structure that is a region of the spine; a vertebra without a name (51282000) says no more than "spine"."""

NEURAL_STRUCTURE: Final = CodeSet(  # canal, foramen, cord, dura: a tumour there is not one of bone
    name="canal, foramen, cord, dura", codes=codes(SNOMED, "61853006", "280734009", "2748008", "37554007")
)
ORGAN_ELSEWHERE: Final = CodeSet(  # not in part E, read in PYD; they can only say that an order is none of ours
    name="liver, kidney, lung", codes=codes(SNOMED, "10200004", "64033007", "39607008")
)
BONE_ELSEWHERE: Final = CodeSet(name="femur", codes=codes(SNOMED, "71341001"))
VERTEBRAL_ARCH: Final = CodeSet(name="vertebral arch", codes=codes(SNOMED, "40265002"))

INTENT_BY_CODE: Final[Mapping[Key, Intent]] = {
    code.key: intent
    for code, intent in zip(codes(SNOMED, "373808002", "363676003"), (Intent.CURATIVE, Intent.PALLIATIVE), strict=True)
}
INTENT_NOT_OURS: Final = CodeSet(  # supportive, diagnostic: neither cure nor palliation of a lesion
    name="supportive or diagnostic intent", codes=codes(SNOMED, "399707004", "261004008")
)
