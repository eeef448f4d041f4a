"""A call that is traced is a tree of spans beneath the caller's own, goes on at the FHIR server, and tells nothing of a patient.

Over sockets: the service as it is served, a receiver of OpenTelemetry, a FHIR server.
"""

from __future__ import annotations

import gzip
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise

import orjson
import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span, Status

from cds_hooks.demo import SERVICE_PATH
from tests.hostile import leaky
from tests.house.tree import ROOT
from tests.support import calls
from tests.support.hospital import Hospital, hospital
from tests.support.serving import serving

TRACE, PARENT = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"
SIGN_PATH = "/cds-services/spinal-tumour-order-sign"
STEPS = ["orders", "gather", "evidence", "advise", "cards"]


class Receiver(ThreadingHTTPServer):
    """Takes spans as OTLP over HTTP."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Taking)
        self.bodies: list[bytes] = []

    @property
    def spans(self) -> list[Span]:
        requests = [ExportTraceServiceRequest.FromString(body) for body in self.bodies]
        return [
            span
            for request in requests
            for resource in request.resource_spans
            for scope in resource.scope_spans
            for span in scope.spans
        ]


class _Taking(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.bodies.append(gzip.decompress(body) if self.headers.get("Content-Encoding") == "gzip" else body)
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        pass


@contextmanager
def receiving() -> Iterator[Receiver]:
    with Receiver() as found:
        thread = threading.Thread(target=found.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield found
        finally:
            found.shutdown()
            thread.join()


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced:
    """What came of some calls: spans at the receiver, reads at the FHIR server."""

    receiver: Receiver
    beside: Hospital

    def named(self, name: str, trace: str = TRACE) -> list[Span]:
        return [span for span in self.receiver.spans if span.name == name and span.trace_id.hex() == trace]


@pytest.fixture(scope="module")
def traced(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Traced]:
    """A call with reads beneath a caller's trace, an order of others, one that fails; the service was then stopped."""
    with hospital(calls.call("V-05")["prefetch"]) as beside, receiving() as receiver:
        settings = {
            "OTEL_EXPORTER_OTLP_ENDPOINT": f"http://127.0.0.1:{receiver.server_address[1]}",
            "SPINAL_CDS__CLIENT__0__FHIR_SERVERS": f'["{beside.base_url}"]',
            "SPINAL_CDS__FHIR__DEADLINE_MS": "1500",
        }
        beside.faults = {"labs": (403, {}, b"")}
        with serving(tmp_path_factory.mktemp("traced"), module="tests.hostile.leaky", **settings) as served:
            sent = {
                "traceparent": f"00-{TRACE}-{PARENT}-01",
                "tracestate": "ehr=CANARY",
                "baggage": "patient=CANARY",
            }
            body = calls.from_server("V-05", beside.base_url)
            body["context"]["draftOrders"]["entry"][0]["resource"]["note"] = [{"text": "CANARY"}]
            assert served.ask(SERVICE_PATH, orjson.dumps(body), sent).status == 200
            served.ask(SERVICE_PATH, orjson.dumps(calls.call("V-19")), {"traceparent": "00-nonsense-01"})
            faulty = calls.call("V-01") | {"hook": "order-sign"}
            faulty["context"]["selections"] = [leaky.FAULT]
            assert served.ask(SIGN_PATH, orjson.dumps(faulty)).status == 500
        yield Traced(receiver=receiver, beside=beside)


def test_a_call_is_a_span_beneath_its_caller_s(traced: Traced) -> None:
    (call,) = traced.named("order-select")
    assert call.parent_span_id.hex() == PARENT
    assert call.kind == Span.SPAN_KIND_SERVER
    assert [(each.key, each.value.int_value) for each in call.attributes] == [("http.response.status_code", 200)]


def test_the_five_steps_are_spans_one_after_the_other(traced: Traced) -> None:
    (call,) = traced.named("order-select")
    steps = [traced.named(name)[0] for name in STEPS]
    assert {step.parent_span_id for step in steps} == {call.span_id}
    for before, after in pairwise(steps):
        assert before.end_time_unix_nano <= after.start_time_unix_nano
    assert call.start_time_unix_nano <= steps[0].start_time_unix_nano
    assert steps[-1].end_time_unix_nano <= call.end_time_unix_nano


def test_each_read_is_a_span_that_goes_on_at_the_server(traced: Traced) -> None:
    (gather,) = traced.named("gather")
    reads = [span for span in traced.receiver.spans if span.name.startswith("read ")]
    assert {span.name.removeprefix("read ") for span in reads} == set(traced.beside.asked)
    assert {span.parent_span_id for span in reads} == {gather.span_id}
    assert {span.kind for span in reads} == {Span.SPAN_KIND_CLIENT}
    results = {span.name: [(each.key, each.value.string_value) for each in span.attributes] for span in reads}
    assert results.pop("read labs") == [("spinal_cds.result", "no-access")]
    assert {each for (each,) in results.values()} == {("spinal_cds.result", "ok")}
    passed_on = {head["traceparent"] for head in traced.beside.heads}
    assert passed_on == {f"00-{TRACE}-{span.span_id.hex()}-01" for span in reads}


def test_of_what_a_caller_sends_only_its_traceparent_goes_anywhere(traced: Traced) -> None:
    assert not any({"tracestate", "baggage"} & head.keys() for head in traced.beside.heads)
    told = b"".join(traced.receiver.bodies)
    for word in (b"CANARY", b"V-05", b"Patient", traced.beside.origin.encode(), b"ServiceRequest"):
        assert word not in told


def test_a_traceparent_that_is_none_begins_a_trace_of_our_own(traced: Traced) -> None:
    others = [span for span in traced.receiver.spans if span.name == "order-select" and not span.parent_span_id]
    assert len(others) == 1
    assert traced.named("orders", others[0].trace_id.hex())
    assert traced.named("gather", others[0].trace_id.hex()) == []


def test_a_fault_is_marked_and_tells_nothing(traced: Traced) -> None:
    (fault,) = (span for span in traced.receiver.spans if span.name == "order-sign")
    assert fault.status.code == Status.STATUS_CODE_ERROR
    assert fault.status.message == ""
    assert list(fault.events) == []


def test_it_says_who_it_is(traced: Traced) -> None:
    request = ExportTraceServiceRequest.FromString(traced.receiver.bodies[0])
    told = {each.key: each.value.string_value for each in request.resource_spans[0].resource.attributes}
    assert told["service.name"] == "spinal-tumour-cds"
    assert told["service.version"]
    assert {name.partition(".")[0] for name in told} <= {"service", "telemetry"}


def test_every_span_and_attribute_is_documented(traced: Traced) -> None:
    page = (ROOT / "docs" / "reference" / "traces.md").read_text(encoding="utf-8")
    spans = traced.receiver.spans
    names = {span.name if not span.name.startswith("read ") else "read" for span in spans}
    assert {
        name for name in names | {each.key for span in spans for each in span.attributes} if f"`{name}`" not in page
    } == set()


# --- off ----------------------------------------------------------------------------------------------------------------

_CALL = """
import sys, orjson
from cds_hooks import traces
from tests.support import calls
if "without" in sys.argv:
    sys.modules["opentelemetry.sdk"] = None
calls.post(calls.client(), calls.call("V-01"))
print(traces.steps() is None, sorted(name for name in sys.modules if name.startswith("opentelemetry.")))
"""


def in_a_process(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": "", "PYTHONPATH": str(ROOT), **variables}
    command = [sys.executable, "-c", _CALL, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True)


def test_where_no_receiver_is_named_nothing_is_imported() -> None:
    assert in_a_process().stdout == "True []\n"


def test_a_receiver_without_the_package_is_said_and_nothing_else() -> None:
    done = in_a_process("without", OTEL_EXPORTER_OTLP_TRACES_ENDPOINT="http://127.0.0.1:9/v1/traces")
    assert done.stdout.startswith("True ")
    assert "the packages of the extra otel are not installed" in done.stderr
