"""How German words are put together in reports: what is denied, doubted, past or elsewhere by its place in the sentence.

One class of wording in each test, with sentences that stand in no file of the corpus. What may not live here: single words
(`tests/corpus`), and what a finding means for a lesion (`test_reports`).
"""

import pytest

from tests.corpus.scoring import Case, read

ABOUT = "T8"


def said(text: str) -> set[str]:
    """What is read of a text, as "code[=value] polarity level"."""
    case = Case("", ABOUT, True, text, frozenset())
    return {
        " ".join((each.code if each.value is None else f"{each.code}={each.value}", each.polarity, each.level))
        for each in read(case, "de")
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Eine Hinterkantenbeteiligung weist die Metastase BWK 8 nicht auf.",
            {"posterior-wall absent T8", "nature=metastasis present T8"},
        ),
        (
            "Den Spinalkanal erreicht die Osteolyse in BWK 5 nicht.",
            {"canal-extension absent T5", "matrix=lytic present T5"},
        ),
        (
            "Das Neuroforamen L4/5 bezieht die Metastase in LWK 4 nicht ein.",
            {"foraminal-extension absent L4", "nature=metastasis present L4"},
        ),
        ("Der Tumor bei BWK 6 komprimiert das Myelon nicht mehr.", {"cord-compression absent T6"}),
    ],
)
def test_the_object_before_its_verb_is_what_is_denied(text: str, found: set[str]) -> None:
    assert said(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Eine Fraktur, eine Hinterkantenbeteiligung oder ein epiduraler Tumor liegen nicht vor.",
            {"collapse absent T8", "posterior-wall absent T8", "canal-extension absent T8"},
        ),
        (
            "Fraktur, Hinterkantenbeteiligung: jeweils nicht nachweisbar.",
            {"collapse absent T8", "posterior-wall absent T8"},
        ),
        ("Frakturnachweis weder in BWK 7 noch in BWK 8.", {"collapse absent T7", "collapse absent T8"}),
        (
            "Weder solitär noch rein lytisch: multiple gemischte Metastasen.",
            {
                "lesion-count=multiple present patient",
                "matrix=lytic absent T8",
                "matrix=mixed present T8",
                "nature=metastasis present T8",
            },
        ),
        (
            "Metastase mit Fraktur, nicht jedoch mit Hinterkantenbeteiligung.",
            {"collapse present T8", "nature=metastasis present T8"},
        ),
    ],
)
def test_a_list_is_denied_as_far_as_it_goes(text: str, found: set[str]) -> None:
    assert said(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Paravertebral ja, epidural nicht.", {"soft-tissue-extension present T8", "canal-extension absent T8"}),
        ("Fraktur BWK 8 ja, Hinterkantenbeteiligung nein.", {"collapse present T8", "posterior-wall absent T8"}),
        ("Implantate: keine\nVorbestrahlung: keine", {"metal-near-level absent T8", "previous-radiotherapy absent T8"}),
        ("Hinterkante? Soweit beurteilbar intakt.", {"posterior-wall absent T8"}),
        ("Epiduraler Tumor? Ja.", {"canal-extension present T8"}),
    ],
)
def test_an_answer_counts_for_what_was_asked(text: str, found: set[str]) -> None:
    assert said(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Die nicht frakturierte Metastase in BWK 8.", {"collapse absent T8", "nature=metastasis present T8"}),
        ("Trotz fehlender Fraktur ist BWK 8 instabil.", {"collapse absent T8", "fracture-risk present T8"}),
        (
            "Nach Ausschluss einer Metastase verbleibt ein Hämangiom.",
            {"nature=metastasis absent T8", "nature=benign-not-indicated present T8"},
        ),
        ("Mangels epiduraler Ausdehnung keine Dekompression.", {"canal-extension absent T8"}),
    ],
)
def test_a_denial_ends_where_its_phrase_ends(text: str, found: set[str]) -> None:
    assert said(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Der Tumor könnte in das Neuroforamen einwachsen.",
        "Eine Metastase sei in LWK 1 beschrieben worden.",
        "Um einer Myelonkompression vorzubeugen, Verlaufskontrolle.",
        "Im darüberliegenden Wirbelkörper Fraktur.",
        "Übrige Wirbelkörper ohne Fraktur.",
        "Die Patientin befürchtet eine Querschnittslähmung.",
        "Metastase im Os ilium, BWK 8 frei.",
        "Paravertebrale Weichteile symmetrisch dick.",
    ],
)
def test_what_is_only_feared_reported_or_elsewhere_is_not_present(text: str) -> None:
    assert not {each for each in said(text) if " present " in each}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dass das Myelon komprimiert ist, lässt sich ausschließen.", {"cord-compression absent T8"}),
        ("Dass eine Instabilität vorliegt, lässt sich nicht sicher belegen.", {"fracture-risk uncertain T8"}),
        ("Nicht ausgeschlossen werden kann eine beginnende Hinterkantenarrosion.", {"posterior-wall uncertain T8"}),
        ("Eine epidurale Ausdehnung kann nicht verneint werden.", {"canal-extension uncertain T8"}),
        ("Der Metastasenverdacht ist damit ausgeräumt.", {"nature=metastasis absent T8"}),
        (
            "Die im Vorbefund genannte Metastase ist ein Hämangiom.",
            {"nature=metastasis absent T8", "nature=benign-not-indicated present T8"},
        ),
        ("Eine Myelonkompression gilt als Notfall.", {"cord-compression other-person T8"}),
        ("Gesucht wurde nach einer epiduralen Raumforderung.", {"canal-extension conditional T8"}),
    ],
)
def test_a_statement_about_a_statement_decides(text: str, found: set[str]) -> None:
    assert said(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ESCC: 1b (Vor: 0)", {"escc=1b present T8", "escc=0 historical T8"}),
        ("ESCC von 1a auf 1c progredient.", {"escc=1a historical T8", "escc=1c present T8"}),
        ("Nicht ESCC 2, sondern 1c.", {"escc=2 absent T8", "escc=1c present T8"}),
        ("BWK 8: 22 mm (VU 18 mm).", {"size=22 present T8", "size=18 historical T8"}),
        (
            "Größenzunahme der Metastase BWK 8 um 9 mm auf 31 mm.",
            {"nature=metastasis present T8", "size=31 present T8"},
        ),
        (
            "Abstand des Herdes zum Myelon 5 mm, nicht 5 cm.",
            {"distance-to-neural-structure=5 present T8", "distance-to-neural-structure=50 absent T8"},
        ),
        ("TECHNIK: Schichtdicke 3 mm, Abstand 0,3 mm, Darstellung des Myelons.", set()),
        (
            "Richtigstellung: Primarius ist nicht die Prostata, sondern die Niere.",
            {"primary=prostate absent patient", "primary=kidney present patient"},
        ),
    ],
)
def test_numbers_and_names_that_are_put_right_or_of_before(text: str, found: set[str]) -> None:
    assert said(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("9. und 10. Brustwirbel metastatisch.", {"nature=metastasis present T9", "nature=metastasis present T10"}),
        ("Sowohl BWK 8 als auch BWK 10 sind frakturiert.", {"collapse present T8", "collapse present T10"}),
        ("Fraktur BWK 11 frisch, BWK 12 alt.", {"collapse present T11", "collapse historical T12"}),
        ("Die Fraktur liegt in BWK 10 und nicht in BWK 8.", {"collapse present T10", "collapse absent T8"}),
        ("Fraktur L3, Z. n. Kyphoplastie L4.", {"collapse present L3"}),
    ],
)
def test_each_level_has_its_own(text: str, found: set[str]) -> None:
    assert said(text) == found


def test_a_treatment_in_a_recommendation_was_not_given() -> None:
    assert said("PROCEDERE: Radiatio von BWK 8.") == {"previous-radiotherapy=given conditional T8"}
