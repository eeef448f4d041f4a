"""In which form a report may come, against contract 5.3, and the two vignettes of part G whose findings are sentences.

The chart is that of `test_contract_reports`, without what is known of the canal: the report has to tell it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from tests.support import calls
from tests.support.calls import Json, advice_of
from tests.support.charts import (
    CURATIVE,
    PATIENT,
    Answer,
    Said,
    ask,
    base,
    call,
    codes,
    condition,
    finding,
    neuro,
    order,
    panel,
    without,
)
from tests.support.hospital import Hospital, hospital
from tests.support.reports import CANAL, CONS, DEFICIT, SOFT, attached, report, shown, silent

PLAIN: Said = [("T8", "PAL_PAIN")]
NO = "No epidural extension at T8."
YES = "Epidural extension at T8."


def read(*forms: Json, conclusion: str | None = None) -> Answer:
    """The answer when a report with these attachments has to tell the canal."""
    return ask([*silent(*CANAL), report(conclusion, presentedForm=list(forms))])


# --- inline -----------------------------------------------------------------------------------------------------------

HTML = "<html><body><h2>Findings</h2><p>No epidural<br/>extension at T8.</p></body></html>"
XHTML = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>No epidural extension at T8.</p></body></html>'
FORMS = [
    attached(NO),
    attached(NO, "text/plain; charset=utf-8"),
    attached(NO, "TEXT/PLAIN"),
    attached(NO, "text/plain;charset=iso-8859-1", charset="iso-8859-1"),
    attached(b"\xef\xbb\xbf" + NO.encode()),
    attached("<p>No epidural extension at T8.</p>", "text/html"),
    attached(HTML, "text/html; charset=UTF-8"),
    attached("<p>No&nbsp;epidural extension at&#32;T8&#46;</p>", "text/html"),
    attached("<p>No <b>epidural</b> extension at <i>T8</i>.</p>", "text/html"),
    attached("<table><tr><td>Epidural extension at T8:</td><td>none</td></tr></table>", "text/html"),
    attached(XHTML, "application/xhtml+xml"),
    attached("No epidural\r\nextension at T8.\r\n"),
]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form["contentType"])
def test_a_form_that_is_read(form: Json) -> None:
    """5.3: presentedForm text/plain, text/html, application/xhtml+xml, inline (base64)."""
    answer = read(form)
    assert answer.inputs["CANAL"] == "no"
    assert answer.outcomes == PLAIN
    assert "degraded" not in answer.kinds


CHARSETS = [
    ("text/plain; charset=iso-8859-1", "iso-8859-1"),
    ("text/plain; charset=windows-1252", "windows-1252"),
    ('text/plain; charset="utf-8"', "utf-8"),
    ("text/plain", "utf-8"),
]


@pytest.mark.parametrize(("content_type", "charset"), CHARSETS)
@pytest.mark.parametrize("text", ["Pas d'extension épidurale en D8.", "Keine epidurale Ausdehnung in Höhe BWK 8."])
def test_a_charset(text: str, content_type: str, charset: str) -> None:
    """5.3: the letters of French and German arrive whatever the charset that the attachment names."""
    answer = read(attached(text, content_type, charset=charset))
    assert answer.inputs["CANAL"] == "no"
    assert shown(answer, text.rstrip("."))


UNSEEN = [
    "<p>Lytic metastasis of T8.</p><!-- Epidural extension at T8. -->",
    "<style>.x::after { content: 'Epidural extension at T8.' }</style><p>Lytic metastasis of T8.</p>",
    "<script>var finding = 'Epidural extension at T8.';</script><p>Lytic metastasis of T8.</p>",
    "<head><title>Epidural extension at T8.</title></head><p>Lytic metastasis of T8.</p>",
]


@pytest.mark.parametrize("markup", UNSEEN)
def test_what_a_reader_does_not_see_is_not_read(markup: str) -> None:
    """5.3: the text of a page, not its scripts, styles, comments or title."""
    assert read(attached(markup, "text/html")).inputs["CANAL"] == "unknown"


def test_markup_separates_sentences() -> None:
    """5.3: cells and paragraphs are not one sentence: a "no" in one does not deny the next."""
    markup = "<ul><li>T8: no paravertebral mass</li><li>T8: epidural extension</li></ul>"
    answer = read(attached(markup, "text/html"))
    assert answer.inputs["CANAL"] == "yes"


def test_the_sentence_is_shown_without_its_markup() -> None:
    """4: `text` is the verbatim sentence."""
    answer = read(attached("<p>No <b>epidural</b> extension at T8.</p>", "text/html"))
    assert NO in [row.get("text") for row in answer.evidence("F-10")]


def test_markup_of_a_report_cannot_reach_a_card() -> None:
    """4, part protocol: what a report says is text on the card, never markup of it."""
    text = "Epidural extension at T8 is possible <img src=x onerror=alert(1)> [here](https://else.example)."
    answer = read(attached(text))
    assert "<img" not in answer.text
    assert "](https://else.example)" not in answer.text


def test_conclusion_and_text_are_one_report() -> None:
    """5.3: reports are read from conclusion and from presentedForm; each tells what the other leaves out."""
    chart = silent(*CANAL, *SOFT)
    answer = ask([*chart, report(NO, presentedForm=[attached("FINDINGS: No paravertebral mass at T8.")])])
    assert answer.outcomes == PLAIN


# --- narrative --------------------------------------------------------------------------------------------------------


def narrative(text: str, status: str = "additional") -> Json:
    return {"status": status, "div": f'<div xmlns="http://www.w3.org/1999/xhtml"><p>{text}</p></div>'}


@pytest.mark.parametrize("status", ["additional", "generated", "extensions"])
def test_the_narrative_when_nothing_else_is_there(status: str) -> None:
    """5.3: text.div when nothing else is there."""
    answer = ask([*silent(*CANAL), report(text=narrative(NO, status))])
    assert answer.outcomes == PLAIN


def test_the_narrative_beside_a_conclusion() -> None:
    """5.3, the same words: with a conclusion there, the narrative is not read."""
    answer = ask([*silent(*CANAL), report("Lytic metastasis of T8.", text=narrative(YES))])
    assert answer.inputs["CANAL"] == "unknown"
    attached_too = ask([*silent(*CANAL), report(text=narrative(YES), presentedForm=[attached(NO)])])
    assert attached_too.outcomes == PLAIN


# --- PDF and what cannot be read --------------------------------------------------------------------------------------

PDF = {"contentType": "application/pdf", "data": "JVBERi0xLjQK", "title": "report.pdf"}


def test_a_pdf_is_not_read_and_said() -> None:
    """5.3: PDF is not read; a card says so."""
    answer = read(PDF)
    assert answer.inputs["CANAL"] == "unknown"
    assert "PDF" in answer.text


def test_a_pdf_beside_a_conclusion() -> None:
    """5.3: the conclusion is read all the same. 4: a `degraded` card says what is not readable, once for each call."""
    answer = read(PDF, conclusion=NO)
    assert answer.inputs["CANAL"] == "no"
    assert answer.kinds.count("degraded") == 1
    assert "PDF" in answer.cards[-1]["detail"]


def test_a_pdf_and_its_text() -> None:
    """5.3: what stands beside the PDF as text is read."""
    assert read(PDF, attached(NO)).inputs["CANAL"] == "no"


@pytest.mark.parametrize(
    "form",
    [{"contentType": "application/msword", "data": "0M8R4KGxGuE="}, {"contentType": "image/jpeg", "data": "/9j/4AAQ"}],
    ids=lambda form: form["contentType"],
)
def test_another_form_is_said_too(form: Json) -> None:
    """4: what is not readable is said once for each call."""
    answer = read(form, conclusion=NO)
    assert answer.inputs["CANAL"] == "no"
    assert "not read" in answer.cards[-1]["detail"]


def unread(answer: Answer) -> list[str]:
    return [key for each in answer.advice for key in each.get("unread", [])]


BROKEN = [
    {"contentType": "text/plain", "data": "%%% no base64 %%%"},
    {"contentType": "text/html; charset=utf-8", "data": attached(b"<p>\xff\xfe\xfa</p>")["data"]},
    {"contentType": "text/plain", "url": "https://else.example/report.txt"},
]


@pytest.mark.parametrize("form", BROKEN, ids=lambda form: form["contentType"])
@pytest.mark.parametrize("conclusion", [None, NO])
def test_a_text_that_cannot_be_read(form: Json, conclusion: str | None) -> None:
    """C.7: an unreadable entry is counted and said; the reports then count as partly failed: nothing is settled (F.4)."""
    answer = read(form, conclusion=conclusion)
    assert answer.inputs["CANAL"] == "unknown"
    assert unread(answer) == ["reports"]


# --- on the FHIR server -----------------------------------------------------------------------------------------------


@pytest.fixture
def server() -> Iterator[Hospital]:
    with hospital({}) as found:
        yield found


def fetched(server: Hospital, url: str, *, content_type: str = "text/plain", chart: Sequence[Json] = ()) -> Answer:
    """The answer when the text of the report stands at this address; everything else comes with prefetch."""
    form = {"contentType": content_type, "url": url}
    body = call([*(chart or silent(*CANAL)), report(presentedForm=[form])]) | {"fhirServer": server.base_url}
    answered = calls.post(calls.client(server.base_url), body)
    assert answered.status == 200
    return Answer(answered=answered)


PAGES: list[tuple[str, str, bytes]] = [
    ("text/plain", "text/plain; charset=utf-8", NO.encode()),
    ("text/html", "text/html", HTML.encode()),
    ("application/xhtml+xml", "application/xhtml+xml", XHTML.encode()),
]


@pytest.mark.parametrize(("content_type", "served_as", "body"), PAGES)
def test_a_relative_url_on_the_fhir_server(server: Hospital, content_type: str, served_as: str, body: bytes) -> None:
    """5.3: inline or by a relative `url` on the same FHIR server."""
    server.faults["Binary"] = (200, {"Content-Type": served_as}, body)
    answer = fetched(server, "Binary/b1", content_type=content_type)
    assert answer.outcomes == PLAIN
    assert [path for path, _ in server.seen] == ["/r4/Binary/b1"]


def test_a_binary_as_a_resource(server: Hospital) -> None:
    """5.3: a FHIR server may answer with the Binary resource, its data in base64."""
    data = attached(NO)["data"]
    body = f'{{"resourceType": "Binary", "id": "b1", "contentType": "text/plain", "data": "{data}"}}'.encode()
    server.faults["Binary"] = (200, {"Content-Type": "application/fhir+json"}, body)
    assert fetched(server, "Binary/b1").outcomes == PLAIN


@pytest.mark.parametrize(
    ("status", "body"), [(404, b""), (500, b"oops"), (200, b"%PDF-1.4")], ids=["gone", "error", "PDF"]
)
def test_a_text_that_cannot_be_fetched(server: Hospital, status: int, body: bytes) -> None:
    """4, F.4 (2): it is said, and nothing is settled."""
    content_type = "application/pdf" if body.startswith(b"%PDF") else "text/plain"
    server.faults["Binary"] = (status, {"Content-Type": content_type}, body)
    answer = fetched(server, "Binary/b1")
    assert answer.inputs["CANAL"] == "unknown"
    assert unread(answer) == ["reports"]


@pytest.mark.parametrize("url", ["https://else.example/r4/Binary/b1", "//else.example/Binary/b1", "../../etc/passwd"])
def test_another_address_is_never_called(server: Hospital, url: str) -> None:
    """5.3: on the same FHIR server only; 2: the only addresses the service will ever call for this client."""
    answer = fetched(server, url)
    assert server.seen == []
    assert answer.inputs["CANAL"] == "unknown"
    assert unread(answer) == ["reports"]


def test_without_a_fhir_server_the_text_is_missing() -> None:
    """5.3, F.4 (2): with prefetch alone a relative url cannot be read; that is said."""
    answer = read({"contentType": "text/plain", "url": "Binary/b1"})
    assert answer.inputs["CANAL"] == "unknown"
    assert unread(answer) == ["reports"]


# --- the two vignettes of part G that give their findings as sentences ------------------------------------------------


def man_of_27() -> list[Json]:
    """V-02 without what "CT and MR agree" on."""
    tumour = condition("icd:D16.6", text="Osteoid osteoma", site="left lamina of T12")
    findings = {
        "nature": "osteoid-osteoma",
        "posterior-wall": "intact",
        "distance-to-neural-structure": (12, "mm"),
        "size": (8, "mm"),
    }
    chart = base(site="T12", tumour=tumour, findings=findings, primary=None)
    return [*chart, finding("pain-character", "night", "T12")]


def test_v02_from_its_sentences() -> None:
    """V-02: CT and MR agree: "no epidural extension, no paravertebral mass". Negation must not create SOFT = yes."""
    said = "No epidural extension, no paravertebral mass."
    both = [report(said, kind=kind, days=10) | {"id": kind} for kind in ("CT", "MR")]
    young = PATIENT | {"birthDate": "1999-05-06"}
    answer = ask([*man_of_27(), *both], order(text="Laser ablation", site="T12", aim=CURATIVE), patient=young)
    assert answer.outcomes == [("T12", "CUR_ABL")]
    wanted = {"INTENT": "curative", "CANAL": "no", "CONS": "no", "SOFT": "no", "SIZE": "no"}
    assert wanted.items() <= answer.inputs.items()
    assert {each["code"]: each["state"] for each in answer.lead["techniques"]}["LASER"] == "preferred"
    (protection,) = [each for each in answer.advice if each["kind"] == "thermalprotection"]
    assert protection["items"] == ["TP-01", "TP-12"]
    assert "CR-04" not in answer.lead["rules"]
    seen = {source for row in answer.told("F-12") for source in row["seenIn"]}
    assert seen == {"DiagnosticReport/CT", "DiagnosticReport/MR"}


V24 = (
    "Suspicious for early extension into the left neural foramen; cannot exclude epidural disease; "
    "no paravertebral mass; possible pathological fracture not confirmed."
)


def man_of_64() -> list[Json]:
    """V-24 without what its report says."""
    left_out = (*CANAL, *SOFT, *CONS, "posterior-wall", "distance-to-neural-structure", "size", "matrix")
    return silent(*left_out, site="L5", primary="icd:C18.9")


def test_v24_from_its_sentences() -> None:
    """V-24: "cannot exclude" = unknown, not no; questions and possible outcomes exactly; CR-08; no hold."""
    answer = ask([*man_of_64(), report(V24, days=10)], order(site="L5", aim=None))
    assert answer.outcomes == [("L5", "NEED_DATA")]
    assert answer.inputs == {
        "INTENT": "unknown",
        "CANAL": "unknown",
        "CONS": "unknown",
        "SOFT": "no",
        "SIZE": "no",
        "PAIN": "painful",
        "DEFICIT": "none",
    }
    assert answer.lead["questions"] == ["F-02", "F-10", "F-13"]
    assert answer.lead["possibleOutcomes"] == [
        "MDT_CURATIVE_CANAL",
        "CUR_ABL",
        "CUR_ABL_CEM",
        "PAL_CEM",
        "PAL_CAV_CEM",
        "PAL_CAV",
        "PAL_PAIN",
    ]
    assert "CR-08" in answer.lead["rules"]
    assert answer.holds == []
    assert not answer.suggests


def test_v24_in_another_order_of_its_parts() -> None:
    """V-24: the same when each part is a sentence of its own and the fracture is told first."""
    parts = V24.rstrip(".").split("; ")
    text = " ".join(f"{part[0].upper()}{part[1:]}." for part in reversed(parts))
    answer = ask([*man_of_64(), report(text, days=10)], order(site="L5", aim=None))
    assert answer.lead["questions"] == ["F-02", "F-10", "F-13"]
    assert answer.inputs["SOFT"] == "no"


# --- the sentences of a report in a whole call ------------------------------------------------------------------------


def test_a_deficit_elsewhere_in_the_text() -> None:
    """Gate 2 from an attached text, with a lesion ordered elsewhere."""
    chart = [*without(base(), DEFICIT), neuro("none", days=2), panel({"escc": "0"}, site="L2")]
    text = "T5: metastasis with ESCC grade 3, cord compression. L2: metastasis, ESCC 0."
    answer = ask([*chart, report(presentedForm=[attached(text)])], order(site="T8"))
    assert (answer.outcomes[0], answer.cards[0]["indicator"]) == (("T5", "URGENT_REFERRAL"), "critical")
    assert [advice_of(card)["outcome"] for card in answer.cards if card.get("suggestions")] == []


# --- what the code of a document says (E.8) -----------------------------------------------------------------------------

MR_OF_THE_SPINE = ["36067-7", "18756-7", "24937-5", "24981-3", "24967-2", "36400-0"]
OF_NO_PART = ["25045-6", "18748-4", "11528-7", "47048-4"]


@pytest.mark.parametrize("code", MR_OF_THE_SPINE)
def test_an_mr_of_the_spine_by_its_code(code: str) -> None:
    """E.8 "MR spine": it speaks of the spine where it names no level, and its newer "no" cancels an older "yes" (F.5 rule 5)."""
    titled: Json = {"code": codes("loinc:" + code)}
    assert ask([*silent(*CANAL), report("ESCC 3.", **titled)]).outcomes == [("T8", "URGENT_REFERRAL")]
    older = report("T8: epidural extension.", days=20, **titled) | {"id": "older"}
    answer = ask([*silent(*CANAL), older, report("T8: no epidural extension.", days=2, **titled)])
    assert (answer.outcomes, answer.inputs["CANAL"]) == (PLAIN, "no")


@pytest.mark.parametrize("code", OF_NO_PART)
def test_a_document_of_no_part_of_the_body(code: str) -> None:
    """E.8: imaging, CT, radiology, interventional. No region: what names neither level nor spine is of no vertebra."""
    titled: Json = {"code": codes("loinc:" + code)}
    assert ask([*silent(*CANAL), report("ESCC 3.", **titled)]).outcomes == [("T8", "NEED_DATA")]
    older = report("T8: epidural extension.", days=20, **titled) | {"id": "older"}
    answer = ask([*silent(*CANAL), older, report("T8: no epidural extension.", days=2, **titled)])
    assert answer.inputs["CANAL"] == "unknown"


def test_the_words_of_a_title_are_narrower_than_the_code_of_a_document() -> None:
    lumbar: Json = {"code": codes("loinc:18756-7", text="MRI lumbar spine")}
    assert ask([*silent(*CANAL), report("ESCC 3.", **lumbar)]).outcomes == [("T8", "NEED_DATA")]
