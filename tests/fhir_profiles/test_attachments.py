"""Documents that reports only point at: which are fetched, in which form they may come, and what a lost one means."""

import base64
import json
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import pytest
import responses

from fhir_profiles.chart import Chart, Gap, GapReason, Note, gather
from fhir_profiles.chart.attachments import ATTACHMENT_LIMIT
from fhir_profiles.queries import QUERIES
from fhir_profiles.resources import Document, document, inline_document
from fhir_profiles.resources.documents import DOCUMENT_LIMIT
from fhir_profiles.server import FhirServer, Session

BASE = "https://fhir.example/r4"
JSON = dict[str, object]
EVERY_KEY = frozenset(query.key for query in QUERIES)
TEXT = "No epidural extension at T8."
LOST = "its document could not be read"


@dataclass
class There:
    """A FHIR server of a test, and what was asked of it."""

    wire: responses.RequestsMock
    server: FhirServer
    asked: list[str] = field(default_factory=list)

    def holds(
        self,
        path: str,
        body: bytes | str | JSON,
        content_type: str = "text/plain",
        status: int = 200,
        *,
        framed: bool = True,
    ) -> None:
        sent = json.dumps(body) if isinstance(body, dict) else body
        self.wire.add(
            responses.GET,
            f"{BASE}/{path}",
            body=sent,
            status=status,
            content_type=content_type,
            auto_calculate_content_length=framed,
        )

    def charted(
        self, *reports: JSON, alone: bool = False, of_interest: Callable[[Mapping[str, object]], bool] = bool
    ) -> Chart:
        """The chart of a patient of whom these reports came with prefetch, and nothing else is on offer."""
        entries = [{"resource": each} for each in reports]
        prefetch = {"patient": {"resourceType": "Patient", "id": "p"}, "reports": {"resourceType": "Bundle"}}
        prefetch["reports"]["entry"] = entries  # type: ignore[assignment]
        chart = gather(
            patient_id="p",
            prefetch=prefetch,
            server=None if alone else self.server,
            not_available=EVERY_KEY - {"patient", "reports"},
            key_names={},
            deadline=time.monotonic() + 60,
            oldest_needed={},
            of_interest=of_interest,
        )
        self.asked = [str(call.request.url).removeprefix(f"{BASE}/") for call in self.wire.calls]
        return chart


@pytest.fixture
def there() -> Iterator[There]:
    session = Session()
    with responses.RequestsMock(assert_all_requests_are_fired=False) as wire:
        yield There(wire, FhirServer(base_url=BASE, session=session, token="t"))
    session.close()


def report(*forms: Mapping[str, object], own_id: str = "r", on: str = "2026-11-01", status: str = "final") -> JSON:
    return {
        "resourceType": "DiagnosticReport",
        "id": own_id,
        "status": status,
        "subject": {"reference": "Patient/p"},
        "effectiveDateTime": on,
        "presentedForm": list(forms),
    }


def form(url: str = "Binary/1", content_type: str = "text/plain") -> JSON:
    return {"contentType": content_type, "url": url}


def binary(text: str = TEXT, content_type: str | None = "text/plain") -> JSON:
    made: JSON = {"resourceType": "Binary", "data": base64.b64encode(text.encode()).decode()}
    return made | ({"contentType": content_type} if content_type else {})


def test_a_document_that_a_report_points_at_is_read(there: There) -> None:
    there.holds("Binary/1", TEXT, "text/plain; charset=utf-8")
    pointed = report(form())
    chart = there.charted(pointed)
    assert chart.attachments == {("DiagnosticReport/r", "Binary/1"): Document(media_type="text/plain", text=TEXT)}
    assert chart.attached(pointed, "Binary/1") == Document(media_type="text/plain", text=TEXT)
    assert chart.gaps == ()
    assert chart.notes == ()


def test_the_token_goes_along_and_fhir_is_asked_for_first(there: There) -> None:
    there.holds("Binary/1", TEXT)
    there.charted(report(form()))
    headers = there.wire.calls[0].request.headers
    assert headers["Authorization"] == "Bearer t"
    assert headers["Accept"].startswith("application/fhir+json, text/plain;q=0.9")


@pytest.mark.parametrize(
    ("body", "came_as", "declared", "read_as"),
    [
        (binary(), "application/fhir+json", "text/plain", "text/plain"),
        (binary(), "application/json; charset=utf-8", "text/plain", "text/plain"),
        (binary(), "text/plain", "text/plain", "text/plain"),
        (binary(content_type=None), "application/fhir+json", "text/html", "text/html"),
        (binary(content_type="text/html"), "application/fhir+json", "application/xhtml+xml", "text/html"),
        (TEXT, "application/octet-stream", "text/html", "text/html"),
        (TEXT, "", "text/plain", "text/plain"),
        (TEXT, "application/xml", "application/xhtml+xml", "application/xhtml+xml"),
        (TEXT, "TEXT/HTML", "text/html;charset=utf-8", "text/html"),
    ],
)
def test_a_document_comes_as_a_binary_or_as_itself(
    there: There, body: str | JSON, came_as: str, declared: str, read_as: str
) -> None:
    there.holds("Binary/1", body, came_as)
    chart = there.charted(report(form(content_type=declared)))
    assert list(chart.attachments.values()) == [Document(media_type=read_as, text=TEXT)]
    assert chart.gaps == ()


@pytest.mark.parametrize(
    ("body", "came_as", "status"),
    [
        (TEXT, "text/plain", 404),
        (TEXT, "text/plain", 403),
        (TEXT, "application/pdf", 200),
        ("<html>Please log in.</html>", "text/html", 200),
        ({"resourceType": "OperationOutcome"}, "application/fhir+json", 200),
        ({"resourceType": "Binary", "contentType": "text/plain"}, "application/fhir+json", 200),
        ({"resourceType": "Binary", "contentType": "text/plain", "data": "***"}, "application/fhir+json", 200),
        (binary(content_type="application/pdf"), "application/fhir+json", 200),
        ("[]", "application/json", 200),
        ("naïve".encode("latin-1"), "text/plain", 200),
        ("x" * (DOCUMENT_LIMIT + 1), "text/plain", 200),
        ("x" * 2_000_000, "text/plain", 200),
    ],
    ids=[
        "404",
        "403",
        "PDF",
        "login",
        "outcome",
        "no data",
        "no base64",
        "PDF inside",
        "list",
        "charset",
        "long",
        "huge",
    ],
)
def test_a_document_that_cannot_be_had_is_said(there: There, body: str | JSON, came_as: str, status: int) -> None:
    there.holds("Binary/1", body, came_as, status)
    chart = there.charted(report(form()))
    assert chart.attachments == {}
    assert chart.gaps == (Gap(key="reports", reason=GapReason.PARTLY),)
    assert chart.notes == (Note(key="reports", resource="DiagnosticReport/r", problem=LOST),)


def test_text_that_may_have_been_torn_off_is_not_read_but_json_has_an_end_of_its_own(there: There) -> None:
    there.holds("Binary/1", TEXT, framed=False)
    there.holds("Binary/2", binary(), "application/fhir+json", framed=False)
    chart = there.charted(report(form(), form("Binary/2")))
    assert list(chart.attachments) == [("DiagnosticReport/r", "Binary/2")]
    assert chart.gaps == (Gap(key="reports", reason=GapReason.PARTLY),)


def test_without_a_server_it_cannot_be_had_either(there: There) -> None:
    chart = there.charted(report(form(), form("Binary/2")), alone=True)
    assert chart.gaps == (Gap(key="reports", reason=GapReason.PARTLY),)
    assert chart.notes == (Note(key="reports", resource="DiagnosticReport/r", problem=LOST),)


@pytest.mark.parametrize("url", ["https://elsewhere.example/r4/Binary/1", "//elsewhere.example/1", "file:///1"])
def test_fa6_a_document_elsewhere_is_not_asked_for(there: There, url: str) -> None:
    chart = there.charted(report(form(url)))
    assert there.asked == []
    assert chart.gaps == (Gap(key="reports", reason=GapReason.PARTLY),)


def test_an_absolute_address_on_the_same_server_is_asked_for(there: There) -> None:
    there.holds("Binary/1", TEXT)
    assert there.charted(report(form(f"{BASE}/Binary/1"))).attachments
    assert there.asked == ["Binary/1"]


@pytest.mark.parametrize("status", ["entered-in-error", "cancelled", "registered"])
def test_reports_that_do_not_count_are_left_alone(there: There, status: str) -> None:
    chart = there.charted(report(form(), status=status))
    assert there.asked == []
    assert chart.gaps == ()


@pytest.mark.parametrize(
    "other",
    [
        form(content_type="application/pdf"),
        {"url": "Binary/1"},
        {"contentType": "text/plain"},
        form() | {"data": base64.b64encode(TEXT.encode()).decode()},
    ],
    ids=["PDF", "no type", "nothing", "inline"],
)
def test_only_readable_documents_that_are_elsewhere_are_fetched(there: There, other: JSON) -> None:
    chart = there.charted(report(other))
    assert there.asked == []
    assert chart.gaps == ()


def test_documents_of_reports_without_interest_are_left_where_they_are(there: There) -> None:
    there.holds("Binary/1", TEXT)
    chart = there.charted(
        report(form()), report(form("Binary/2"), own_id="ecg"), of_interest=lambda each: each["id"] != "ecg"
    )
    assert there.asked == ["Binary/1"]
    assert chart.gaps == ()


def test_one_address_is_asked_for_once(there: There) -> None:
    there.holds("Binary/1", TEXT)
    there.charted(report(form(), form()))
    assert there.asked == ["Binary/1"]


def test_of_too_many_the_newest_are_read_and_the_rest_is_a_cut(there: There) -> None:
    count = ATTACHMENT_LIMIT + 2
    for n in range(count):
        there.holds(f"Binary/{n}", TEXT)
    reports = [report(form(f"Binary/{n}"), own_id=str(n), on=f"2026-10-{n + 1:02}") for n in range(count)]
    chart = there.charted(*reports)
    assert sorted(there.asked) == sorted(f"Binary/{n}" for n in range(2, count))
    assert chart.gaps == (Gap(key="reports", reason=GapReason.CUT),)
    assert chart.notes == ()


# --- Documents --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ("Größe".encode(), "text/plain"),
        ("Größe".encode("latin-1"), "text/plain; charset=ISO-8859-1"),
        ("Größe".encode("cp1252"), 'text/plain;charset="windows-1252"'),
        ("Größe".encode("utf-8-sig"), "text/plain"),
        ("Größe".encode("utf-16"), "text/plain"),
        ("Größe".encode("utf-16"), "text/plain; charset=utf-8"),
    ],
)
def test_a_document_is_read_in_its_own_characters(body: bytes, content_type: str) -> None:
    assert document(body, content_type) == Document(media_type="text/plain", text="Größe")


@pytest.mark.parametrize("head", ['<meta charset="iso-8859-1">', '<?xml version="1.0" encoding="ISO-8859-1"?>'])
def test_markup_may_name_its_characters_itself(head: str) -> None:
    assert document(f"{head}Größe".encode("latin-1"), "text/html") == Document(
        media_type="text/html", text=f"{head}Größe"
    )
    assert document(f"{head}Größe".encode("latin-1"), "text/plain") is None


@pytest.mark.parametrize("charset", ["zlib", "idna", "rot13", "unicode_escape", "utf-7", "nonsense"])
def test_characters_that_are_none_are_not_read(charset: str) -> None:
    assert document(b"abc", f"text/plain; charset={charset}") is None


def test_what_an_attachment_holds_itself() -> None:
    held: JSON = {"contentType": "text/plain", "data": base64.b64encode(TEXT.encode()).decode()}
    assert inline_document(held) == Document(media_type="text/plain", text=TEXT)
    assert inline_document(held | {"data": "\n".join(str(held["data"]))}) == Document(
        media_type="text/plain", text=TEXT
    )
    others: list[JSON] = [{"data": "é"}, {"data": "abc"}, {"data": 1}, {"contentType": "application/pdf"}]
    for other in others:
        assert inline_document(held | other) is None
