"""Which drugs matter before a procedure, and how are they recognised? Part E.9 by code; by international name in words.

A hospital mostly codes the product, not the ingredient, so the name in `text` or `display` counts as much as a code
(part C.3). What may not live here: what a drug means for a procedure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from fhir_profiles.codes.code import Code, CodeSet, Group, Key, codes
from fhir_profiles.codes.systems import ATC, RXNORM, SNOMED
from plugin.evidence import DrugClass


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDrug:
    """One ingredient: its international name, its class, its codes, and the beginnings of words that name it.

    `stems` are lower-case and without accents; they fit English, French and German spellings.
    """

    name: str
    drug_class: DrugClass
    stems: tuple[str, ...]
    codes: tuple[Code, ...] = ()


def _drug(
    name: str, drug_class: DrugClass, *, stems: str = "", rxnorm: str = "", atc: str = "", snomed: str = ""
) -> KnownDrug:
    return KnownDrug(
        name=name,
        drug_class=drug_class,
        stems=tuple((stems or name).split()),
        codes=codes(RXNORM, *rxnorm.split()) + codes(ATC, *atc.split()) + codes(SNOMED, *snomed.split()),
    )


def _by_name(drug_class: DrugClass, *names: str) -> tuple[KnownDrug, ...]:
    """Drugs that part E gives no code for: international name, and where spellings differ, their stem."""
    return tuple(_drug(name, drug_class, stems=stems) for name, _, stems in (each.partition(":") for each in names))


_ANTICOAGULANT, _ANTIPLATELET = DrugClass.ANTICOAGULANT, DrugClass.ANTIPLATELET

ANTICOAGULANTS: Final = (
    _drug("warfarin", _ANTICOAGULANT, rxnorm="11289", atc="B01AA03", snomed="372756006"),
    _drug("apixaban", _ANTICOAGULANT, rxnorm="1364430", atc="B01AF02", snomed="698090000"),
    _drug("rivaroxaban", _ANTICOAGULANT, rxnorm="1114195", atc="B01AF01", snomed="442031002"),
    _drug("dabigatran", _ANTICOAGULANT, rxnorm="1037042", atc="B01AE07", snomed="700029008"),
    _drug("edoxaban", _ANTICOAGULANT, rxnorm="1599538", atc="B01AF03", snomed="712778008"),
    _drug("enoxaparin", _ANTICOAGULANT, rxnorm="67108", atc="B01AB05", snomed="372562003"),
    _drug("dalteparin", _ANTICOAGULANT, rxnorm="67109"),
    _drug("heparin", _ANTICOAGULANT, rxnorm="5224", atc="B01AB01", snomed="372877000"),
    _drug("fondaparinux", _ANTICOAGULANT, rxnorm="321208", atc="B01AX05", snomed="708189008"),
    _drug("argatroban", _ANTICOAGULANT, rxnorm="15202"),
    _drug("bivalirudin", _ANTICOAGULANT, rxnorm="60819"),
    _drug("desirudin", _ANTICOAGULANT, rxnorm="114934"),
    *_by_name(  # the rest of B01AA, vitamin K antagonists
        _ANTICOAGULANT,
        "phenprocoumon:phenprocoumon phenprocumon",
        "acenocoumarol:acenocoumarol acenocumarol",
        "fluindione:fluindion",
        "phenindione:phenindion",
        "dicoumarol:dicoumarol dicumarol",
        "ethyl biscoumacetate:biscoumacetat ethylbiscoumacetat",
        "clorindione:clorindion",
        "diphenadione:diphenadion",
        "tioclomarol",
    ),
    *_by_name(  # B01AB, heparins and their like
        _ANTICOAGULANT,
        *("tinzaparin", "nadroparin", "certoparin", "danaparoid", "bemiparin", "reviparin", "parnaparin"),
        *("sulodexide:sulodexid", "antithrombin"),
    ),
    *_by_name(_ANTICOAGULANT, "lepirudin", "melagatran", "ximelagatran", "betrixaban"),  # B01AE, B01AF
    *_by_name(  # B01AD, enzymes; protein C has no name of its own in words
        _ANTICOAGULANT,
        *("alteplase:alteplas", "reteplase:reteplas", "tenecteplase:tenecteplas", "anistreplase:anistreplas"),
        *("saruplase:saruplas", "streptokinase:streptokinas", "urokinase:urokinas", "fibrinolysin", "ancrod"),
        *("brinase:brinas", "drotrecogin alfa:drotrecogin", "apadamtase alfa:apadamtas"),
    ),
    *_by_name(_ANTICOAGULANT, "defibrotide:defibrotid", "dermatan sulfate:dermatan", "caplacizumab"),  # B01AX
)
ANTIPLATELETS: Final = (
    _drug(
        "aspirin",
        _ANTIPLATELET,
        stems="aspirin acetylsalicyl",
        rxnorm="1191",
        atc="N02BA01 B01AC06",
        snomed="387458008",
    ),
    _drug("clopidogrel", _ANTIPLATELET, rxnorm="32968", atc="B01AC04", snomed="386952008"),
    _drug("prasugrel", _ANTIPLATELET, rxnorm="613391", atc="B01AC22", snomed="443129001"),
    # The ingredient id is unverified, the two products are not; all three can only raise a hold.
    _drug("ticagrelor", _ANTIPLATELET, rxnorm="1116632 1116635 1666332", atc="B01AC24", snomed="698805004"),
    _drug("ticlopidine", _ANTIPLATELET, stems="ticlopidin", rxnorm="10594"),
    _drug("cilostazol", _ANTIPLATELET, rxnorm="21107"),
    *_by_name(  # the rest of B01AC
        _ANTIPLATELET,
        *("dipyridamole:dipyridamol", "eptifibatide:eptifibatid", "tirofiban", "abciximab", "cangrelor", "vorapaxar"),
        *("triflusal", "indobufen", "ditazole:ditazol", "cloricromen", "picotamide:picotamid", "aloxiprin"),
        *("carbasalate calcium:carbasalat", "iloprost", "epoprostenol", "beraprost", "treprostinil", "selexipag"),
    ),
)
STRONG_OPIOIDS: Final = _by_name(
    DrugClass.STRONG_OPIOID,
    "morphine:morphin morphium",
    "oxycodone:oxycodon",
    "hydromorphone:hydromorphon",
    "oxymorphone:oxymorphon",
    "fentanyl",
    "buprenorphine:buprenorphin",
    "methadone:methadon levomethadon",
    "tapentadol",
    "pethidine:pethidin meperidin",
    "piritramide:piritramid",
)
WEAK_OPIOIDS: Final = _by_name(
    DrugClass.OPIOID, "tramadol", "codeine:codein", "dihydrocodeine:dihydrocodein", "tilidine:tilidin"
)
NSAIDS: Final = _by_name(
    DrugClass.NSAID,
    "ibuprofen",
    "diclofenac",
    "naproxen",
    "ketoprofen",
    "dexketoprofen",
    "flurbiprofen",
    "indometacin:indometacin indomethacin",
    "ketorolac",
    "meloxicam",
    "piroxicam",
    "tenoxicam",
    "celecoxib",
    "etoricoxib",
    "parecoxib",
)

DRUGS: Final = (*ANTICOAGULANTS, *ANTIPLATELETS, *STRONG_OPIOIDS, *WEAK_OPIOIDS, *NSAIDS)
DRUG_BY_CODE: Final[Mapping[Key, KnownDrug]] = {code.key: drug for drug in DRUGS for code in drug.codes}

ANTITHROMBOTIC_GROUP: Final = CodeSet(  # every antithrombotic, also one that is not named above
    name="antithrombotic", codes=(), groups=(Group(ATC, "B01A"),)
)
OPIOID_GROUP: Final = CodeSet(name="opioid, weak or strong", codes=(), groups=(Group(ATC, "N02A"),))
