"""English distances that several things share, or that are told in passing, written out one by one.

"5 mm and 12 mm from the cord", "cord and oesophagus are each 6 mm away", "stops 2 mm short of the dura". What may not live here:
what is measured (`measures`), and on which day (`days`).
"""

from __future__ import annotations

import re
from typing import Final

from fhir_profiles.reading.reports.languages.english.days import LENGTH
from fhir_profiles.reading.reports.languages.english.vocabulary import bag
from fhir_profiles.reading.reports.lexicon import Rewriting

_NEEDS: Final = ("mm", "cm", "millimet", "centimet")
_WORDS: Final = bag(
    "(?:spinal_)?cord conus cauda(?:_equina)? (?:thecal|dural)_sac theca sac dura(?:_mater)? (?:nerve_)?roots? myelon",
    "(?:spinal_|central_)?canal (?:neural_|neuro)?foramen plexus (?:sigmoid_|descending_|ascending_)?colon sigmoid rectum bowel",
    "(?:small_)?bowel_loops? duodenum o?esophagus pleura lung trachea kidney bladder stomach aorta vena_cava ureter mesorectum",
)
_IT: Final = rf"(?:(?:the|its) )?(?:(?:left|right|nearest|adjacent|exiting|closest) )*(?:[ctls]\d )?{_WORDS}"
_A: Final = rf"(?P<a>{_IT})"
_B: Final = rf"(?P<b>{_IT})"
_NUMBER: Final = r"\d{1,3}(?:\.\d)?"
_THE_ONE: Final = (
    r"(?:the |that (?:of|in|at) |the (?:one|lesion|tumou?r|metastasis|nidus|deposit) (?:of|in|at) )[ctls]\d{1,2}"
    r"(?: (?:lesion|tumou?r|metastasis|nidus|deposit|one))?(?: is| lies)?"
)
_FROM: Final = rf"(?:(?:away )?from {_IT})"
_LESION: Final = r"(?:the |its )?(?:tumou?r|lesion|nidus|metastasis|mass|deposit)"
_END: Final = r"(?=\s*(?:[.,;]|$))"
DISTANCES_WRITTEN_OUT: Final[tuple[Rewriting, ...]] = (
    Rewriting("hydro", re.compile(r"^(?:after|following) (?:\w+ )?hydro-?dissection,? "), "now "),
    # two lesions and one structure
    Rewriting(
        _NEEDS,
        re.compile(rf"(?P<a>{LENGTH})(?P<b>(?:,| and|, and|;) {_THE_ONE} {LENGTH})(?P<c> {_FROM})"),
        r"\g<a>\g<c>\g<b>\g<c>",
    ),
    Rewriting(
        _NEEDS,
        re.compile(rf"(?P<a>{LENGTH}(?P<c> {_FROM}))(?P<b>(?:,| and|, and|;) {_THE_ONE} {LENGTH}){_END}"),
        r"\g<a>\g<b>\g<c>",
    ),
    # one lesion and two structures
    Rewriting(
        _NEEDS,
        re.compile(
            rf"\b(?:at )?(?:the same|an equal|an identical) distance,? (?:of )?(?P<n>{LENGTH}),? (?=(?:from|to)\b)"
        ),
        r"\g<n> ",
    ),
    Rewriting(
        _NEEDS,
        re.compile(
            rf"(?:\bboth )?\b{_A} and {_B} (?:are|lie|were)(?: each| both"
            rf"| all)* (?P<n>{LENGTH})(?!,? (?:and )?\d)(?: away)?(?! x| in\b)"
        ),
        r"\g<a> is \g<n> away and \g<b> is \g<n> away",
    ),
    Rewriting(
        _NEEDS,
        re.compile(
            rf"\b{_A} and {_B} (?:are|lie|were) (?P<n>{_NUMBER})(?P<u1> ?[mc]m)? and (?P<m>{_NUMBER})(?P<u2> ?[mc]m)"
            r"(?= (?:away|from|respectively|distant))(?: away)?"
        ),
        r"\g<a> is \g<n>\g<u2> away and \g<b> is \g<m>\g<u2> away",
    ),
    Rewriting(
        _NEEDS,
        re.compile(
            rf"(?P<n>{LENGTH})(?: away)? from (?:both )?{_A} and (?:from )?{_B}(?! (?:is |are |lies? |at )*\d"
            rf"| {_NUMBER})"
        ),
        r"\g<n> from \g<a> and \g<n> from \g<b>",
    ),
    Rewriting(
        _NEEDS,
        re.compile(
            rf"\bdistances? (?:to|from) (?:both )?{_A} and (?:to |from )?{_B}(?: is| are| was"
            rf"|:) (?P<n>{LENGTH})(?: each)?"
        ),
        r"distance to \g<a> is \g<n> and to \g<b> \g<n>",
    ),
    Rewriting(
        _NEEDS,
        re.compile(
            rf"\bdistances? (?:to|from) {_A} and (?:to |from )?{_B}(?: is| are| was| were"
            rf"|:) (?P<n>{_NUMBER})(?: ?[mc]m)? and (?P<m>{_NUMBER})"
            r"(?P<u> ?[mc]m)(?:,? respectively)?"
        ),
        r"distance to \g<a> is \g<n>\g<u> and to \g<b> \g<m>\g<u>",
    ),
    # one structure and two lesions
    Rewriting(
        _NEEDS,
        re.compile(
            rf"\b{_A} (?P<is>is|lies) (?P<n>{LENGTH})(?: away)? from (?P<x>the [ctls]\d{{1,2}} \w+)(?:,| and|, but"
            rf"| but) (?P<m>{LENGTH})"
            r"(?: away)? from (?P<y>the [ctls]\d{1,2} \w+)"
        ),
        r"\g<x> is \g<n> from \g<a>; \g<y> is \g<m> from \g<a>",
    ),
    Rewriting(
        _NEEDS,
        re.compile(rf"(?P<d>\bfrom (?P<s>{_IT})\b[^;]{{0,60}}?{LENGTH}(?: away)? from) it\b"),
        r"\g<d> \g<s>",
    ),
    # how far something reaches
    Rewriting(
        _NEEDS,
        re.compile(
            rf"\b(?:a |an )?(?P<n>{LENGTH})(?:[- ]thick)? (?:layer|bridge|rim|shell|margin|strip|band|sheet|lamella)s? of"
            r" (?P<of>(?:\w+ )?(?:bone|fat|cortex|tissue)) (?=separat|between|divid|remain|lies?\b|is\b)"
        ),
        r"\g<n> of \g<of> ",
    ),
    Rewriting(
        "approach",
        re.compile(rf"\bapproach(?:es|ing|ed)? {_A} (?:up )?to (?:within )?(?:as close as )?(?P<n>{LENGTH})"),
        r"is \g<n> from \g<a>",
    ),
    Rewriting(
        _NEEDS,
        re.compile(
            rf"\b(?:stops|ends|terminates|halts|finishes) (?:about )?(?P<n>{LENGTH}) (?:short of|before"
            rf"|in front of) {_A}"
        ),
        r"is \g<n> from \g<a>",
    ),
    Rewriting(
        _NEEDS,
        re.compile(
            rf"\b{_A} (?:runs|passes|courses|lies|descends|is located) (?P<n>{LENGTH}) (?:beneath|below|above|under|behind|past"
            rf"|beside|in front of|lateral to|medial to|anterior to|posterior to|ventral to|dorsal to) (?P<l>{_LESION})"
        ),
        r"\g<a> is \g<n> from \g<l>",
    ),
    # in passing
    Rewriting(
        "contact",
        re.compile(rf"(?P<no>\bno (?:direct )?contact (?:with|to) {_A}) \((?:distance:? )?(?P<n>{LENGTH})(?: away)?\)"),
        r"\g<no>, distance to \g<a> \g<n>",
    ),
    Rewriting(
        _NEEDS,
        re.compile(
            rf"\b{_A}, (?P<n>{LENGTH}) away(?: from {_LESION})?, (?P<said>(?:is|are) (?:not|no longer) [^,;.]{{4,60}})"
        ),
        r"\g<a> \g<said>, \g<a> is \g<n> away",
    ),
    Rewriting(
        _NEEDS,
        re.compile(
            rf"(?P<d>\b(?:away from|from|to) (?P<s>{_IT})\b[^;.]{{0,60}}?\b(?:touch(?:es|ed|ing)?|abuts?|reach(?:es|ed)?"
            rf"|in contact with|invades?|infiltrates?|adher\w+ to)) it{_END}"
        ),
        r"\g<d> \g<s>",
    ),
)
