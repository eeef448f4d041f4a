"""Which order: contract 5.2, sentence by sentence, through `planned_procedures`."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fhir_profiles.codes import CPT, ICD10PCS, LOINC, ORDER_CONCEPT, SNOMED
from fhir_profiles.reading import order_words, planned_procedures
from fhir_profiles.reading.wording import folded
from fhir_profiles.resources import Json
from plugin.evidence import Intent, OrderKind, Place, PlannedTechnique
from tests.fhir_profiles.reading.ordering import EVERYTHING, INTERVENTIONS, drug, order, selected

Technique = PlannedTechnique


def kinds(*drafts: Json) -> list[tuple[OrderKind, PlannedTechnique | None]]:
    return [(each.planned.kind, each.planned.technique) for each in selected(*drafts).orders]


# --- selections -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "selection",
    ["ServiceRequest/a", "https://fhir.example/r4/ServiceRequest/a", "urn:uuid:1", "ServiceRequest/a/_history/2"],
)
def test_selections_are_resolved_by_type_and_id_absolute_and_urn(selection: str) -> None:
    draft = {"resource": order("ablation", "T8") | {"id": "a"}, "fullUrl": "urn:uuid:1"}
    found = planned_procedures([draft], [selection], EVERYTHING, {})
    assert [each.planned.reference for each in found.orders] == ["ServiceRequest/a"]


def test_unresolved_selections_are_ignored_and_none_resolved_is_none_of_ours() -> None:
    found = planned_procedures([order("ablation", "T8")], ["ServiceRequest/other", "nonsense", ""], EVERYTHING, {})
    assert not found.any


def test_what_is_not_selected_is_not_ours_but_stays_among_the_drafts() -> None:
    meant, other = order("cryoablation", "T8"), drug("apixaban")
    found = planned_procedures([meant, other], [f"ServiceRequest/{meant['id']}"], EVERYTHING, {})
    assert len(found.orders) == 1
    assert found.drafts == (meant, other)


def test_an_order_not_to_do_something_is_no_order() -> None:
    assert not selected(order("ablation", "T8", doNotPerform=True)).any


def test_several_selected_orders_are_all_kept() -> None:
    assert len(selected(order("cryoablation", "T8"), order("cementoplasty", "T8")).orders) == 2


# --- the table: codes -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "technique"),
    [
        ("OS-03-LASER", Technique.LASER),
        ("OS-03-RFA_BIPOLAR", Technique.RFA_BIPOLAR),
        ("OS-03-RFA_MONO", Technique.RFA_MONO),
        ("OS-03-CRYO", Technique.CRYO),
        ("OS-03-CHEM", Technique.CHEM),
        ("OS-04", Technique.CEMENT),
        ("OS-05", Technique.CAV),
    ],
)
def test_our_order_concepts_name_their_technique(code: str, technique: PlannedTechnique) -> None:
    assert kinds(order("", "T8", (ORDER_CONCEPT, code))) == [(OrderKind.TREATMENT, technique)]


def test_a_hospitals_orderable_that_is_mapped_to_a_concept_is_that_concept() -> None:
    draft = order("IR procedure 17", "T8", ("https://hospital.example/orders", "17"))
    local = {("https://hospital.example/orders", "17"): "OS-03-CRYO"}
    found = planned_procedures([draft], [f"ServiceRequest/{draft['id']}"], INTERVENTIONS, local)
    assert [each.planned.technique for each in found.orders] == [Technique.CRYO]
    assert not selected(draft, triggers=INTERVENTIONS).any


@pytest.mark.parametrize(
    ("system", "code", "technique"),
    [
        (CPT, "20982", Technique.RFA),
        (CPT, "20983", Technique.CRYO),
        (CPT, "22510", Technique.CEMENT),
        (CPT, "22514", Technique.CEMENT),  # an augmentation with a cavity is cement, not cavitation
        (LOINC, "89930-2", Technique.RFA),
        (LOINC, "58747-7", None),
        (LOINC, "35936-4", Technique.CEMENT),
        (SNOMED, "879916008", Technique.RFA),
        (ICD10PCS, "0P543ZZ", None),  # a destruction code names no technique
        (ICD10PCS, "0PU43JZ", Technique.CEMENT),
    ],
)
def test_procedure_codes_name_a_technique_where_the_code_says_so(
    system: str, code: str, technique: PlannedTechnique | None
) -> None:
    assert kinds(order("", "T8", (system, code))) == [(OrderKind.TREATMENT, technique)]


@pytest.mark.parametrize(("system", "code"), [(ORDER_CONCEPT, "OS-06"), (LOINC, "24986-2"), (ICD10PCS, "0PB43ZX")])
def test_a_spine_biopsy_is_ours_and_names_no_technique(system: str, code: str) -> None:
    assert kinds(order("", None, (system, code))) == [(OrderKind.BIOPSY, None)]


def test_other_order_concepts_are_not_ours() -> None:
    assert not selected(order("", "T8", (ORDER_CONCEPT, "OS-07")), order("", "T8", (ORDER_CONCEPT, "OS-01"))).any


# --- the table: words -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "technique"),
    [
        ("Bipolar radiofrequency ablation", Technique.RFA_BIPOLAR),
        ("RFA bipolar", Technique.RFA_BIPOLAR),
        ("monopolar RFA", Technique.RFA_MONO),
        ("Ablation par radiofréquence monopolaire", Technique.RFA_MONO),
        ("Radiofrequency ablation of bone tumour", Technique.RFA),
        ("RF ablation", Technique.RFA),
        ("Radiofrequenzablation", Technique.RFA),
        ("Ablation par radiofréquence", Technique.RFA),
        ("CT-guided cryoablation", Technique.CRYO),
        ("Kryoablation", Technique.CRYO),
        ("Cryoablation percutanée", Technique.CRYO),
        ("Laser ablation of nidus", Technique.LASER),
        ("Interstitial laser photocoagulation", Technique.LASER),
        ("Laserablation", Technique.LASER),
        ("Chemical ablation with ethanol", Technique.CHEM),
        ("Alcoolisation", Technique.CHEM),
        ("Alkoholablation", Technique.CHEM),
        ("Coblation", Technique.CAV),
        ("Vertebroplasty", Technique.CEMENT),
        ("Kyphoplasty with cavity creation", Technique.CEMENT),
        ("Cementoplasty", Technique.CEMENT),
        ("Vertébroplastie", Technique.CEMENT),
        ("Cimentoplastie", Technique.CEMENT),
        ("Zementoplastie", Technique.CEMENT),
        ("Kyphoplastie", Technique.CEMENT),
        ("Sakroplastie", Technique.CEMENT),
        ("Percutaneous ablation", None),
        ("Thermoablation", None),
        ("Mikrowellenablation", None),
    ],
)
def test_the_same_in_words_names_the_technique_as_worded(words: str, technique: PlannedTechnique | None) -> None:
    assert kinds(order(words, "T8")) == [(OrderKind.TREATMENT, technique)]


@pytest.mark.parametrize(
    "words",
    [
        "Referral to interventional radiology",
        "Überweisung interventionelle Radiologie",
        "Avis radiologie interventionnelle",
    ],
)
def test_referral_to_interventional_radiology_is_included(words: str) -> None:
    assert kinds(order(words)) == [(OrderKind.REFERRAL, None)]


@pytest.mark.parametrize("words", ["Biopsy of T8", "CT-gesteuerte Biopsie BWK 8", "Biopsie vertébrale"])
def test_a_biopsy_in_words_is_ours_when_it_names_the_spine(words: str) -> None:
    assert kinds(order(words)) == [(OrderKind.BIOPSY, None)]
    assert kinds(order("Biopsy")) == []


def test_a_destruction_code_takes_its_technique_from_the_words_beside_it() -> None:
    assert kinds(order("Cryoablation of T8", None, (ICD10PCS, "0P543ZZ"))) == [(OrderKind.TREATMENT, Technique.CRYO)]


def test_an_order_detail_names_the_technique_too() -> None:
    assert kinds(order("Ablation", "T8", orderDetail=[{"text": "laser ablation"}]))[0][1] is Technique.LASER


@pytest.mark.parametrize(
    "words",
    [
        "RF spine",  # a modality: radiofluoroscopy
        "RF guidance for lumbar puncture",
        "X-ray thoracic spine",
        "Facet joint nerve block L4/5",
        "Radiofrequency ablation medial branch L4",
        "Facet denervation L4/L5",
        "Catheter ablation of atrial fibrillation",
        "Physiotherapy",
        "Laser printer",
        "",
    ],
)
def test_rf_as_a_modality_and_what_is_no_tumour_treatment_is_none_of_ours(words: str) -> None:
    assert not selected(order(words)).any


@pytest.mark.parametrize(
    "words",
    [
        "Referral to IR",
        "Refer patient to the IR",
        "IR consult",
        "IR consultation for T8 metastasis",
        "Consult to IR",
        "Überweisung an IR",
        "IR-Konsil",
        "Avis RI",
        "Consultation en RI",
    ],
)
def test_a_referral_to_interventional_radiology_by_its_abbreviation(words: str) -> None:
    assert kinds(order(words)) == [(OrderKind.REFERRAL, None)]


@pytest.mark.parametrize("words", ["IR spectroscopy", "Oxycodone IR 5 mg", "Consult to ID", "STIR MRI knee"])
def test_other_uses_of_the_abbreviation_are_no_referral(words: str) -> None:
    assert not selected(order(words)).any


@pytest.mark.parametrize(
    "words",
    [
        "AF ablation",
        "A-fib ablation",
        "Ablation of paroxysmal AF",
        "Cryoablation for AF",
        "SVT ablation",
        "Cardiac ablation",
        "Vorhofflimmern Ablation",
        "VHF-Ablation",
        "Ablation de FA",
        "Ablation d'une arythmie",
        "Endometrial ablation",
        "Venous ablation",
        "Radiofrequency ablation of saphenous vein",
        "Nerve ablation",
        "RFA nerve ablation",
        "Ablation of the intercostal nerve",
        "Nervenablation",
    ],
)
def test_ablation_of_heart_womb_vein_or_nerve_without_a_spinal_site_is_not_ours(words: str) -> None:
    assert not selected(order(words)).any


@pytest.mark.parametrize(
    "words", ["Cryoablation with nerve monitoring", "Ablation in a patient with AF", "Ablation T8 (AF)"]
)
def test_a_heart_or_nerve_that_only_stands_beside_takes_no_ablation_away(words: str) -> None:
    assert [kind for kind, _ in kinds(order(words))] == [OrderKind.TREATMENT]


# --- triggers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "draft", [order("MRI of the lumbar spine"), order("", None, (LOINC, "24980-5")), order("IRM du rachis")]
)
def test_imaging_of_the_spine_is_ours_only_with_its_trigger(draft: Json) -> None:
    assert kinds(draft) == [(OrderKind.IMAGING, None)]
    assert not selected(draft, triggers=INTERVENTIONS).any


def test_imaging_of_another_region_is_not_ours() -> None:
    assert not selected(order("CT chest"), order("", None, (LOINC, "24627-2")), order("MRI brain")).any


@pytest.mark.parametrize("name", ["morphine 10 mg", "Oxycodon retard", "fentanyl patch"])
def test_a_strong_opioid_is_ours_only_with_its_trigger(name: str) -> None:
    assert kinds(drug(name)) == [(OrderKind.DRUG, None)]
    assert not selected(drug(name), triggers=INTERVENTIONS).any


def test_a_weak_opioid_or_another_drug_is_not_ours() -> None:
    assert not selected(drug("tramadol"), drug("apixaban")).any


def test_a_medication_among_the_drafts_is_resolved() -> None:
    medication = {"resourceType": "Medication", "id": "m", "code": {"text": "morphine"}}
    request = drug("") | {"medicationCodeableConcept": None, "medicationReference": {"reference": "Medication/m"}}
    found = planned_procedures([medication, request], [f"MedicationRequest/{request['id']}"], EVERYTHING, {})
    assert found.any


# --- site -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "draft",
    [
        order("RFA of liver metastasis"),
        order("Radiofrequenzablation Leber"),
        order("Ablation hépatique par radiofréquence"),
        order("Renal cryoablation"),
        order("Kryoablation der Niere"),
        order("Cryoablation du rein gauche"),
        order("Lung RFA"),
        order("Ablation pulmonaire"),
        order("Cryoablation of femur metastasis"),
        order("Cementoplasty of the pelvis (ilium)"),
        order("Cryoablation of long bone"),
        order("ablation", "Liver"),
        order("ablation", "10200004"),
        order("ablation", "71341001"),
        order("RFA", None, note=[{"text": "segment VI of the liver"}]),
        order("RF ablation", None, (CPT, "47382")),
        order("cryoablation", None, (LOINC, "89958-3")),
        order("ablation", None, (ICD10PCS, "0F503ZZ")),
    ],
)
def test_a_site_outside_the_spine_by_organ_word_or_code_is_not_ours_and_nothing_is_read(draft: Json) -> None:
    assert not selected(draft).any


@pytest.mark.parametrize(
    ("draft", "level"),
    [
        (order("ablation", "11068009"), "T8"),
        (order("ablation", "77435000"), "T8"),
        (order("ablation", "D8"), "T8"),
        (order("Ablation of T8"), "T8"),
        (order("ablation", None, note=[{"text": "eighth thoracic vertebra"}]), "T8"),
        (order("ablation", None, (ORDER_CONCEPT, "OS-04"), note=[{"text": "BWK 8"}]), "T8"),
        (order("Cryoablation T8, metastasis of renal cell carcinoma"), "T8"),  # an organ beside a level is its origin
        (order("RFA sacrum"), "S1-S5"),
        (order("Ablation S1–S3"), "S1-S3"),
    ],
)
def test_the_site_is_the_body_site_else_level_or_organ_in_the_words(draft: Json, level: str) -> None:
    assert [place.level for each in selected(draft).orders for place in each.places] == [level]


def test_the_body_site_goes_before_the_words() -> None:
    assert selected(order("Ablation of T8", "L3")).orders[0].places == (Place(level="L3"),)


def test_renal_cell_carcinoma_metastasis_without_a_level_names_no_organ() -> None:
    found = selected(order("Cryoablation of renal cell carcinoma metastasis"))
    assert [each.places for each in found.orders] == [()]


@pytest.mark.parametrize(
    ("draft", "region"),
    [
        (order("ablation", "122495006"), "T1-T12"),
        (order("Ablation lumbar spine"), "L1-L5"),
        (order("", None, (CPT, "22513")), "T1-T12"),
        (order("Vertebroplasty", None, (CPT, "22511")), "L1-S5"),
        (order("", None, (LOINC, "24980-5")), "T1-T12"),
    ],
)
def test_a_region_is_named_by_code_or_words(draft: Json, region: str) -> None:
    assert [place.level for place in selected(draft).orders[0].regions] == [region]


# --- intent and wishes ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "intent"), [("373808002", Intent.CURATIVE), ("363676003", Intent.PALLIATIVE), ("399707004", None)]
)
def test_the_intent_is_the_mcode_extension_on_the_order(code: str, intent: Intent | None) -> None:
    url = "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-procedure-intent"
    extension = {"url": url, "valueCodeableConcept": {"coding": [{"system": SNOMED, "code": code}]}}
    assert selected(order("ablation", "T8", extension=[extension])).orders[0].intent is intent


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("Size reduction wanted before 131-I.", True),
        ("for tumour volume reduction", True),
        ("zur Größenreduktion", True),
        ("pour réduction du volume", True),
        ("no size reduction needed", False),
        ("Size reduction is not required", False),
        ("consider size reduction", None),
        ("size reduction if painful", None),
        ("Is size reduction possible?", None),
        ("pain relief", None),
    ],
)
def test_wishes_are_read_from_words_with_their_polarity(*, words: str, wish: bool | None) -> None:
    for more in ({"note": [{"text": words}]}, {"reasonCode": [{"text": words}]}, {"orderDetail": [{"text": words}]}):
        assert selected(order("ablation", "T8", **more)).orders[0].size_reduction is wish


def test_debulking_consolidation_iodine_probes_and_positionings_are_read_from_words() -> None:
    note = "Debulking of the epidural part; consolidation afterwards; then 131-I. 5 cryoprobes, 2 positionings."
    found = selected(order("cryoablation", "T8", note=[{"text": note}])).orders[0]
    assert (found.debulking, found.consolidation, found.radioiodine) == (True, True, True)
    assert (found.probes, found.positionings) == (5, 2)


def test_iodine_given_before_is_no_plan() -> None:
    assert not selected(order("ablation", "T8", note=[{"text": "previous radioiodine therapy"}])).orders[0].radioiodine


EVERY_FORM = (*(form for _, form in order_words._TECHNIQUES), order_words._ABLATION_UNSAID, order_words._BIOPSY)


@pytest.mark.parametrize(
    "form", [*EVERY_FORM, order_words._REFERRAL, order_words._IMAGING], ids=lambda each: each.pattern[:30]
)
@settings(max_examples=12, derandomize=True, deadline=None)
@given(data=st.data())
def test_the_first_look_loses_no_order_of_ours(form: re.Pattern[str], data: st.DataObject) -> None:
    """Whatever a form of ours finds, a look for its stem has found before; the words are made from the form itself."""
    assert order_words._could_be_ours(
        folded(
            data.draw(st.from_regex(form, alphabet=st.characters(max_codepoint=126)).map(str.lower).filter(form.search))
        )
    )
