"""K7, K8: whatever the record or the request says, on a card it stays text, on one line, and in its place.

Every string of a call that a card may repeat is spoiled at once: names, orders, notes, ids, units, drugs, places, sentences of
reports. Then the text is shown as GitHub Flavored Markdown with raw HTML, as the public sandbox does.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from html.parser import HTMLParser
from typing import Any, Final

import pytest
from flask.testing import FlaskClient
from markdown_it import MarkdownIt

from cds_hooks.demo import SERVICE_PATH
from tests.hostile.mutations import SIGN_PATH
from tests.support import calls
from tests.support.calls import Json

GFM: Final = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
OURS: Final = {"p", "ul", "li", "strong"}
# What GFM makes a link of without brackets, also where a renderer looks for it after it has undone all escapes.
LINK: Final = re.compile(
    r"(?:https?|ftp)://\S|(?:mailto|xmpp):\S+@|(?<![^\W_])www\.\S|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE
)
ODD: Final = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]|[\u0300-\u036f]{5}"
)
MARK: Final = "zqx"

MARKDOWN: Final = {
    "script": "<script>alert(1)</script>",
    "image": "<img src=x onerror=alert(1)>",
    "unclosed tag": "<img src=x onerror=alert(1)//",
    "frame": "<iframe srcdoc='<b>x</b>'></iframe>",
    "style": "<style>*{display:none}</style>",
    "hidden": "<div style='display:none'>",
    "details": "<details><summary>Safe to proceed</summary>",
    "comment": "<!-- x",
    "processing": "<?php ?>",
    "cdata": "<![CDATA[ x ]]>",
    "entity": "&lt;script&gt;&#60;b&#62;&colon;&NewLine;",
    "entity without an end": "&lt &#x3c",
    "link": "[proceed](javascript:alert(1))",
    "link by reference": "[x][1] [1]: https://evil.example 'x'",
    "definition": "[1]: https://evil.example",
    "picture": "![x](https://evil.example/p.png)",
    "address": "https://evil.example/x HTTP://EVIL.example ftp://evil.example",
    "address in brackets": "<https://evil.example>",
    "address by name": "www.evil.example _www.evil.example (WWW.evil.example) *www.evil.example",
    "address in pieces": "http:\u200b//evil.example w\u00adww.evil.example www\u2060.evil.example",
    "mail": "a.b@evil.example mailto:a@evil.example <a@evil.example> a\u200d@evil.example",
    "footnote": "x[^1] [^1]: note",
    "emphasis": "**contraindicated** __not__ *a* _b_ ~~c~~ ***",
    "code": "`x` ``y`` ```",
    "fence": "```\nx\n```",
    "tildes": "~~~\nx",
    "heading": "# Outcome: proceed",
    "heading below": "x\n===\ny\n---",
    "quote": "> x",
    "list": "- x\n- [x] done\n+ y\n* z",
    "numbers": "1. x\n2) y",
    "table": "| a | b |\n|---|---|\n| 1 | 2 |",
    "rule": "***\n---\n___",
    "break": "a\\\nb  \nc",
    "escape": "\\<b\\> \\[x\\](y) \\\\",
    "template": "{{context.patientId}} ${7*7} <%= 7 %> {0} %s {card.closing}",
    "mathematics": "$\\def\\x{y}$ $$\\href{javascript:alert(1)}{x}$$",
}
UNICODE: Final = {
    "turned around": "\u202egnp.exe\u202c \u2066\u2067x\u2069",
    "marks of direction": "\u200e\u200f\u061c",
    "zero width": "not\u200b con\u200ctra\u200dindi\u2060cated\ufeff",
    "soft hyphens": "con\u00adtra\u00adin\u00addi\u00adcated",
    "tags": "".join(chr(0xE0000 + ord(each)) for each in "proceed"),
    "variants": "a\ufe00\ufe0f\U000e0100",
    "a tower": "T" + "\u0301\u0489\u20e0" * 100,
    "a tower with gaps": "T" + "\u0301\u200d" * 100,
    "separators": "a\u2028b\u2029c\u0085d",
    "controls": "a\x00b\x07c\x1b[31md\x7fe\x9bf",
    "right to left": "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 12 mm",
    "letters that look alike": "\u0440\u0430\u0443\u0440\u0430l \uff1cscript\uff1e \u2024\uff0e\uff0f",
    "narrow and wide": "\uff37\uff37\uff37\uff0eevil\uff0eexample \ufb01\u0130\u0131\u1e9e",
    "outside the plane": "\U0001f9d1\u200d\U0001f52c \U0010ffff \ufffe\uffff",
    "fillers": "\u3164\u115f\u1160\uffa0\u2800\u034f",
    "annotations": "\ufff9x\ufffay\ufffb",
}
HOSTILE: Final = MARKDOWN | UNICODE


@cache
def service(profile: str) -> FlaskClient:
    client = "SPINAL_CDS__CLIENT__0__"
    return calls.client(**{f"{client}ISSUER": "https://ehr.example", f"{client}PROFILE": profile})


# --- spoiling a call ---------------------------------------------------------------------------------------------------

WORDS: Final = frozenset({"text", "display", "title", "family", "div", "unit", "conclusion", "value", "description"})
"""Members whose words a reader could see; systems, codes and dates would only not be read."""

Spoil = Callable[[str], str]
PLACES: Final[dict[str, Callable[[str], Spoil]]] = {
    "before": lambda evil: lambda text: f"{evil} {text}",
    "within": lambda evil: lambda text: text.replace(" ", f" {evil} ", 1),
    "behind": lambda evil: lambda text: f"{text} {evil}",
}


def spoiled(value: Any, spoil: Spoil) -> Any:
    if isinstance(value, dict):
        return {
            name: spoil(one) if name in WORDS and isinstance(one, str) else spoiled(one, spoil)
            for name, one in value.items()
        }
    return [spoiled(one, spoil) for one in value] if isinstance(value, list) else value


def with_ids(body: Json, evil: str) -> Json:
    """Every resource but the patient, the orders included, under an id with this in it."""
    bundles = [*body["prefetch"].values(), body["context"]["draftOrders"]]
    resources = [entry["resource"] for bundle in bundles for entry in bundle.get("entry", [])]
    text = json.dumps(body)
    for own_id in sorted({each["id"] for each in resources}, key=len, reverse=True):
        text = text.replace(json.dumps(own_id)[:-1], json.dumps(own_id + evil)[:-1])
        text = text.replace(f"/{own_id}", f"/{own_id}{json.dumps(evil)[1:-1]}")
    found: Json = json.loads(text)
    return found


LEVELS: Final = {"V-02": "T12", "V-05": "T10"}
TOLD: Final = (
    "Lytic metastasis of {level} with epidural extension, 32 mm. Posterior wall of {level} destroyed, SINS 9. No fracture.",
    "Metastasis of the left pedicle of {level}, 18 mm, 6 mm from the nerve root. Soft tissue extension at {level}.",
)


def call(name: str, hook: str) -> Json:
    """A call that makes much of its words: an order in words, reports, a drug and an allergy that only words name."""
    body = calls.call(name) | {"hook": hook}
    patient, prefetch = {"reference": f"Patient/{name}"}, body["prefetch"]
    order = body["context"]["draftOrders"]["entry"][0]["resource"]
    order["code"] = {"text": f"Radiofrequency ablation of the spine, {LEVELS[name]}"}
    order["note"] = [{"text": "debulking is wanted, consolidation is wanted"}]
    context = body["context"]
    context["draftOrders"]["entry"].append({"resource": order | {"id": "second"}})  # of several, a card names its own
    context["selections"].append(f"{order['resourceType']}/second")
    for number, conclusion in enumerate(TOLD):
        prefetch["reports"].setdefault("entry", []).append(
            {
                "resource": {
                    "resourceType": "DiagnosticReport",
                    "id": f"told-{number}",
                    "status": "final",
                    "code": {"text": "MR of the spine"},
                    "subject": patient,
                    "effectiveDateTime": "2026-11-28",
                    "conclusion": conclusion.format(level=LEVELS[name]),
                }
            }
        )
    for key, kind, concept in (
        ("statements", "MedicationStatement", "medicationCodeableConcept"),
        ("allergies", "AllergyIntolerance", "code"),
    ):
        for words in ("apixaban 5 mg", "penicillin", "chlorhexidine", "something else"):
            resource = {
                "resourceType": kind,
                "id": words.split()[0],
                "status": "active",
                concept: {"text": words},
                "subject": patient,
                "patient": patient,
            }
            prefetch[key].setdefault("entry", []).append({"resource": resource})
    return body


def answer(body: Json, profile: str = "generic") -> list[Json]:
    path = SIGN_PATH if body["hook"] == "order-sign" else SERVICE_PATH
    response = service(profile).post(path, data=json.dumps(body), content_type="application/json")
    assert response.status_code == 200
    cards: list[Json] = response.get_json()["cards"]
    return cards


# --- what is shown -----------------------------------------------------------------------------------------------------


class Shown(HTMLParser):
    """The elements and the words of a text as a client shows it."""

    def __init__(self, markdown: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: Counter[str] = Counter()
        self.others: list[str] = []
        self.words = ""
        self.feed(GFM.render(markdown))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements[tag] += 1
        if tag not in OURS or attrs:
            self.others.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_comment(self, data: str) -> None:
        self.others.append(data)

    def handle_decl(self, decl: str) -> None:
        self.others.append(decl)

    def handle_pi(self, data: str) -> None:
        self.others.append(data)


TO_A_PICTURE = re.compile(r"http://127\.0\.0\.1:8000/picture/[A-Z_]+\.svg")
"""The one link that a card may have: it holds the outcome's code, whatever the record says."""


def plain_texts(card: Json) -> Iterator[str]:
    """What is shown as it is: one line each."""
    yield card["summary"]
    yield card["source"]["label"]
    for suggestion in card.get("suggestions", []):
        yield suggestion["label"]
        yield from (action["description"] for action in suggestion.get("actions", []))


def assert_harmless(cards: list[Json]) -> None:
    for card in cards:
        shown = Shown(card["detail"])
        assert shown.others == []
        assert LINK.search(shown.words) is None
        assert ODD.search(card["detail"].replace("\n", "")) is None
        assert len(card["summary"]) < 140
        for text in plain_texts(card):
            assert ODD.search(text) is None
        for link in card.get("links", []):
            assert TO_A_PICTURE.fullmatch(link.pop("url"))
            assert link == {"label": "Picture of this decision", "type": "absolute"}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("evil", HOSTILE)
def test_k8_what_the_record_says_stays_text(evil: str, place: str) -> None:
    body = spoiled(call("V-02" if place == "within" else "V-05", "order-select"), PLACES[place](HOSTILE[evil]))
    assert_harmless(answer(body))
    assert_harmless(answer(body | {"hook": "order-sign"}))


@pytest.mark.parametrize("evil", HOSTILE)
def test_k8_what_is_in_an_id_stays_text(evil: str) -> None:
    for hook in ("order-select", "order-sign"):
        assert_harmless(answer(with_ids(call("V-05", hook), HOSTILE[evil])))


@pytest.mark.parametrize("evil", MARKDOWN)
@pytest.mark.parametrize("profile", ["epic", "oracle"])
def test_k8_whoever_the_client_is(profile: str, evil: str) -> None:
    assert_harmless(answer(spoiled(call("V-05", "order-select"), PLACES["behind"](MARKDOWN[evil])), profile))


@pytest.mark.parametrize("evil", MARKDOWN)
def test_k8_nothing_of_the_layout_is_moved(evil: str) -> None:
    """As many paragraphs, lines and bold titles as with a harmless word in the same places: what a string cannot add, it
    cannot hide either.
    """
    word = re.sub(r"\W+", "", MARKDOWN[evil].replace("\n", "")) or MARK
    harmless, hostile = (
        answer(with_ids(call("V-05", "order-select"), text)) for text in (f"-{word}", f"-{MARKDOWN[evil]}")
    )
    assert [Shown(card["detail"]).elements for card in hostile] == [Shown(card["detail"]).elements for card in harmless]


@pytest.mark.parametrize(
    ("place", "what"),
    [
        ("behind", rf"ablation of the spine, T10 {MARK}"),
        ("within", rf"Lytic {MARK} metastasis of T10"),
        ("behind", rf"DiagnosticReport/told-0{MARK}"),
        ("behind", rf"V-05-\S+{MARK}"),
    ],
)
def test_the_words_do_reach_the_cards(place: str, what: str) -> None:
    """Otherwise nothing here proves anything."""
    cards = answer(spoiled(with_ids(call("V-05", "order-select"), MARK), PLACES[place](MARK)))
    assert re.search(what, " ".join(Shown(card["detail"]).words for card in cards))


@pytest.mark.parametrize("name", ["V-02", "V-05"])
def test_L6_the_patient_s_name_is_on_no_card(name: str) -> None:
    body = call(name, "order-select")
    body["prefetch"]["patient"] |= {
        "name": [{"family": "Zuckerhut", "given": ["Yolanda"], "text": "Yolanda Zuckerhut"}],
        "address": [{"text": "Quellweg 7", "city": "Xanten"}],
        "telecom": [{"system": "phone", "value": "0049-555-0199"}],
        "identifier": [{"value": "MRN-0815-4711"}],
    }
    said = json.dumps(answer(body))
    for private in ("Zuckerhut", "Yolanda", "Quellweg", "Xanten", "555-0199", "4711"):
        assert private not in said


@pytest.mark.parametrize(
    "text", ["<b>x</b>", "https://evil.example", "see _www.evil.example", "a@b.example", "[x](y)", "# x", "a\u202eb"]
)
def test_what_is_harmful_is_noticed(text: str) -> None:
    card = {"detail": text, "summary": "", "source": {"label": ""}}
    with pytest.raises(AssertionError):
        assert_harmless([card])
