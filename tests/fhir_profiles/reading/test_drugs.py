"""Which drugs a medication entry names (E.9, C.3)."""

import pytest

from fhir_profiles.codes import ATC, RXNORM, SNOMED
from fhir_profiles.reading.drugs import drugs_named, is_nameless
from plugin.evidence import DrugClass
from tests.fhir_profiles.reading.charts import concept

AC, AP, STRONG, WEAK, NSAID = (
    DrugClass.ANTICOAGULANT,
    DrugClass.ANTIPLATELET,
    DrugClass.STRONG_OPIOID,
    DrugClass.OPIOID,
    DrugClass.NSAID,
)


def named(made: object) -> dict[str, DrugClass]:
    return {drug.name: drug.drug_class for drug in drugs_named(made)}


@pytest.mark.parametrize(
    ("system", "code", "name", "drug_class"),
    [
        (RXNORM, "11289", "warfarin", AC),
        (RXNORM, "1364430", "apixaban", AC),
        (RXNORM, "32968", "clopidogrel", AP),
        (RXNORM, "1191", "aspirin", AP),
        (RXNORM, "1116635", "ticagrelor", AP),
        (ATC, "B01AF01", "rivaroxaban", AC),
        (ATC, "N02BA01", "aspirin", AP),  # the analgesic group, S-27
        (SNOMED, "372756006", "warfarin", AC),
        (SNOMED, "387458008", "aspirin", AP),
    ],
)
def test_by_code(system: str, code: str, name: str, drug_class: DrugClass) -> None:
    assert named(concept(code, system)) == {name: drug_class}


@pytest.mark.parametrize(
    ("text", "name", "drug_class"),
    [
        ("Apixaban 5 mg tablet", "apixaban", AC),
        ("WARFARIN sodium", "warfarin", AC),
        ("Énoxaparine 4000 UI", "enoxaparin", AC),
        ("Heparin-Natrium 5000 I.E.", "heparin", AC),
        ("Phenprocoumon", "phenprocoumon", AC),
        ("acide acétylsalicylique 100 mg", "aspirin", AP),
        ("Acetylsalicylsäure 100", "aspirin", AP),
        ("aspirin 500 mg", "aspirin", AP),
        ("morphine, prolonged release", "morphine", STRONG),
        ("Morphinsulfat 10 mg", "morphine", STRONG),
        ("Oxycodon/Naloxon", "oxycodone", STRONG),
        ("fentanyl patch", "fentanyl", STRONG),
        ("Levomethadon", "methadone", STRONG),
        ("tramadol", "tramadol", WEAK),
        ("dihydrocodéine", "dihydrocodeine", WEAK),
        ("ibuprofène 400", "ibuprofen", NSAID),
        ("Diclofenac", "diclofenac", NSAID),
    ],
)
def test_by_international_name_in_three_languages(text: str, name: str, drug_class: DrugClass) -> None:
    assert named({"text": text}) == {name: drug_class}
    assert named({"coding": [{"code": "local-1", "display": text}]}) == {name: drug_class}


@pytest.mark.parametrize("text", ["heparinoid ointment", "apomorphine", "naloxone", "metformin", "paracetamol", ""])
def test_what_is_none_of_them(text: str) -> None:
    assert named({"text": text}) == {}


def test_a_combination_names_each() -> None:
    assert named({"text": "paracetamol, codeine and ibuprofen"}) == {"codeine": WEAK, "ibuprofen": NSAID}


def test_code_and_words_of_one_drug_are_one() -> None:
    assert named(concept("1364430", RXNORM, "apixaban 5 mg")) == {"apixaban": AC}


def test_a_group_catches_what_part_e_does_not_name() -> None:
    assert named(concept("B01AX01", ATC, "defibrotide")) == {"defibrotide": AC}
    assert named(concept("B01AC07", ATC, "Some brand")) == {"Some brand": AP}
    assert named(concept("B01AX01", ATC)) == {"B01AX01": AC}


def test_an_opioid_is_strong_only_by_its_name() -> None:
    assert named(concept("N02AA59", ATC, "Some brand")) == {"Some brand": WEAK}
    assert named(concept("N02AA01", ATC, "morphine")) == {"morphine": STRONG}


def test_nameless_is_what_nobody_can_tell() -> None:
    assert is_nameless(concept("855332", RXNORM))
    assert is_nameless({})
    assert not is_nameless(concept("855332", RXNORM, "some tablet"))
    assert not is_nameless(concept("1364430", RXNORM))
    assert not is_nameless(concept("A10BA02", ATC))  # another group is another drug


@pytest.mark.parametrize(
    ("text", "name", "drug_class"),
    [
        # B01A subgroup by subgroup, in the spellings of the three languages
        ("Phenprocumon 3 mg", "phenprocoumon", AC),
        ("Phénindione", "phenindione", AC),
        ("Dicumarol", "dicoumarol", AC),
        ("Ethylbiscoumacetat", "ethyl biscoumacetate", AC),
        ("bémiparine 3500 UI", "bemiparin", AC),
        ("Reviparin-Natrium", "reviparin", AC),
        ("Sulodexid", "sulodexide", AC),
        ("antithrombine III", "antithrombin", AC),
        ("Altéplase 10 mg", "alteplase", AC),
        ("Tenecteplase", "tenecteplase", AC),
        ("urokinase", "urokinase", AC),
        ("lépirudine", "lepirudin", AC),
        ("Bétrixaban 80 mg", "betrixaban", AC),
        ("Defibrotid", "defibrotide", AC),
        ("caplacizumab", "caplacizumab", AC),
        ("Dipyridamol 200 mg retard", "dipyridamole", AP),
        ("Eptifibatid", "eptifibatide", AP),
        ("tirofiban", "tirofiban", AP),
        ("abciximab", "abciximab", AP),
        ("Cangrélor", "cangrelor", AP),
        ("vorapaxar", "vorapaxar", AP),
        ("triflusal", "triflusal", AP),
        ("Iloprost inhalation", "iloprost", AP),
        ("époprosténol", "epoprostenol", AP),
        ("Carbasalat-Calcium", "carbasalate calcium", AP),
    ],
)
def test_every_antithrombotic_by_name(text: str, name: str, drug_class: DrugClass) -> None:
    """C.3: by its international name in text or display; the class is that of its ATC group, as by code."""
    assert named(concept(text=text)) == {name: drug_class}


@pytest.mark.parametrize(
    "text", ["heparinoid ointment", "mesalazine", "protein concentrate", "aspartame", "tranexamic acid"]
)
def test_what_only_sounds_like_one(text: str) -> None:
    assert named(concept(text=text)) == {}


def test_aspirin_with_dipyridamole_is_both() -> None:
    assert named(concept(text="Acetylsalicylic acid / dipyridamole")) == {"aspirin": AP, "dipyridamole": AP}
