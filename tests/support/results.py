"""Years of unrelated measurements and reports: vital signs, laboratory values, examinations of other organs.

`value` is of codes that the service asks for nowhere; a server that ignores parameters sends it all the same. `past_value` is of
laboratory codes that it does ask for, but older than any limit. What may not live here: problems and drugs (`history`), and
what exports do wrong (`mistakes`).
"""

from __future__ import annotations

from base64 import b64encode
from datetime import timedelta
from typing import Final

from tests.support.history import LOCAL, Json, Pen

LOINC: Final = "http://loinc.org"
UCUM: Final = "http://unitsofmeasure.org"
_CATEGORY: Final = "http://terminology.hl7.org/CodeSystem/observation-category"

VALUES: Final = (
    ("8867-4", "Heart rate", 60, 100, ("/min", "bpm", "1/min")),
    ("9279-1", "Respiratory rate", 12, 20, ("/min",)),
    ("59408-5", "Oxygen saturation", 94, 100, ("%",)),
    ("29463-7", "Body weight", 55, 95, ("kg", "Kg", "[lb_av]")),
    ("39156-5", "Body mass index", 20, 32, ("kg/m2", "kg/m²")),
    ("2951-2", "Sodium", 135, 145, ("mmol/L", "mEq/L")),
    ("2823-3", "Potassium", 3.5, 5.0, ("mmol/L",)),
    ("2345-7", "Glucose", 70, 180, ("mg/dL", "mg/dl")),
    ("4548-4", "HbA1c", 5, 8, ("%",)),
    ("1742-6", "ALT", 10, 40, ("U/L", "IU/L")),
    ("3016-3", "TSH", 0.5, 4, ("mIU/L", "m[IU]/L")),
    ("2093-3", "Cholesterol", 150, 240, ("mg/dL",)),
    ("6690-2", "Leukocytes", 4, 10, ("10*9/L", "G/l", "10^3/uL")),
)
# No eGFR among them: C.6 gives it no age limit, so an old one would count.
PAST_VALUES: Final = (
    ("6301-6", "INR", 0.9, 1.2, "1"),
    ("777-3", "Platelets", 180, 320, "10*9/L"),
    ("718-7", "Haemoglobin", 12, 15, "g/dL"),
    ("2160-0", "Creatinine", 0.7, 1.1, "mg/dL"),
    ("8310-5", "Body temperature", 36.2, 37.2, "Cel"),
)
_OLDER_THAN_ANY_LIMIT: Final = 400
"""Days."""
REPORTS: Final = (
    ("11502-2", "Laboratory report", "LAB", "Values within the reference ranges."),
    ("11524-6", "EKG study", "CUS", "Sinus rhythm, normal axis. No ST changes."),
    ("34552-0", "Echocardiography", "CUS", "Normal left ventricular function. No pericardial effusion."),
    ("18746-8", "Colonoscopy study", "GE", "Two hyperplastic polyps removed. Follow-up in five years."),
    ("24606-6", "Mammography", "RAD", "BI-RADS 1 on both sides."),
    ("18759-1", "Spirometry study", "PFT", "FEV1 88 % of predicted."),
    ("36643-5", "Chest X-ray, two views", "RAD", "Heart size normal. No pleural effusion. Lungs clear."),
    ("", "MRI of the right knee", "RAD", "Tear of the posterior horn of the medial meniscus. Small joint effusion."),
    ("", "X-ray of the right wrist", "RAD", "Healed fracture of the distal radius. No lytic lesion."),
    ("24727-0", "CT head", "RAD", "No haemorrhage, no mass. Ventricles of normal width."),
    ("", "Koloskopie", "GE", "Unauffälliger Befund bis zum Zökum."),
    ("", "Échographie abdominale", "RAD", "Foie de taille normale. Pas de lithiase."),
    ("", "EKG in Ruhe", "CUS", "Sinusrhythmus, Indifferenztyp, keine Erregungsrückbildungsstörung."),
    ("", "Echocardiographie transthoracique", "CUS", "Fonction systolique conservée."),
)
STUDIES: Final = (("DX", "Chest"), ("MG", "Breast"), ("US", "Abdomen"), ("CR", "Right wrist"), ("MR", "Right knee"))


def value(pen: Pen) -> Json:
    """A vital sign or a laboratory value of another code."""
    if pen.chance(0.2):
        return _blood_pressure(pen)
    code, text, low, high, units = pen.choose(VALUES)
    number = round(pen.random.uniform(low, high), 1)
    found = _observation(pen, code, text)
    if pen.chance(0.05):
        return found | {"valueString": f"{number} {units[0]}"}
    unit = pen.choose(units)
    quantity: Json = {"value": number, "unit": unit}
    if pen.chance(0.8):
        quantity |= {"system": UCUM, "code": unit}
    return found | {"valueQuantity": quantity}


def _blood_pressure(pen: Pen) -> Json:
    parts = [
        {
            "code": {"coding": [{"system": LOINC, "code": code}]},
            "valueQuantity": {"value": pen.random.randint(low, low + 40), "unit": pen.choose(("mmHg", "mm[Hg]"))},
        }
        for code, low in (("8480-6", 105), ("8462-4", 60))
    ]
    return _observation(pen, "85354-9", "Blood pressure") | {"component": parts}


def _observation(pen: Pen, code: str, text: str) -> Json:
    status = pen.choose(("final", "final", "final", "amended", "corrected", "entered-in-error", "preliminary"))
    category = [{"coding": [{"system": _CATEGORY, "code": pen.choose(("laboratory", "vital-signs"))}]}]
    concept: Json = {"coding": [{"system": LOINC, "code": code, "display": text}], "text": text}
    if pen.chance(0.2):
        concept = {"coding": [{"system": LOCAL, "code": text[:3].upper()}, *concept["coding"]]}
    when = pen.choose(("effectiveDateTime", "effectiveDateTime", "issued"))
    return pen.resource("Observation", status=status, category=category, code=concept, **{when: pen.date(full=True)})


def past_value(pen: Pen) -> Json:
    """A value as a laboratory measured it years ago: within its limits then, and too old for anything now."""
    code, text, low, high, unit = pen.choose(PAST_VALUES)
    at = pen.now - timedelta(
        days=_OLDER_THAN_ANY_LIMIT + pen.random.randint(1, 3_600), minutes=pen.random.randint(0, 1_439)
    )
    number = round(pen.random.uniform(low, high), 1)
    return pen.resource(
        "Observation",
        status="final",
        code={"coding": [{"system": LOINC, "code": code}], "text": text},
        effectiveDateTime=at.strftime("%Y-%m-%dT%H:%M:%S") + pen.choose(("Z", "+02:00")),
        valueQuantity={"value": number, "unit": unit, "system": UCUM, "code": unit},
    )


def report(pen: Pen) -> Json:
    """An examination of something else, its text plain or as HTML."""
    code, title, section, text = pen.choose(REPORTS)
    category = [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0074", "code": section}]}]
    concept = pen.concept(LOINC, code, title)
    found = pen.resource("DiagnosticReport", status="final", category=category, code=concept)
    found |= {"effectiveDateTime": pen.date(full=True), "code": concept | {"text": title}}
    if pen.chance(0.5):
        return found | {"conclusion": text}
    page = f"<html><head><title>{title}</title></head><body><p>{text}</p><br/>&nbsp;</body></html>"
    form = {"contentType": "text/html; charset=utf-8", "data": b64encode(page.encode()).decode(), "title": title}
    return found | {"presentedForm": [form]}


def study(pen: Pen) -> Json:
    modality, part = pen.choose(STUDIES)
    coding = {"system": "http://dicom.nema.org/resources/ontology/DCM", "code": modality}
    series = [{"uid": "1.2.3", "modality": coding, "bodySite": {"display": part}}]
    return pen.resource(
        "ImagingStudy", status="available", started=pen.date(full=True), description=part, series=series
    )
