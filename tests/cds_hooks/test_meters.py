"""Every line of the trail is counted, whoever writes it and in whatever process; no value of a label comes from a caller."""

import json
import logging
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import orjson
import pytest
from flask.testing import FlaskClient

from cds_hooks import meters
from cds_hooks.app import create_app
from cds_hooks.demo import SERVICE_PATH
from cds_hooks.failures import Busy, TooSlow
from cds_hooks.intake import Intake
from cds_hooks.logs import Lines
from cds_hooks.meters import METERS, declared, shared_folder
from cds_hooks.meters.counting import Counting
from cds_hooks.meters.folder import VARIABLE, _held, workers_folder
from cds_hooks.meters.together import together
from cds_hooks.routes import HOOKS
from cds_hooks.site import ClientSettings, Mode, Site
from cds_hooks.trail import TrailLine
from tests.conftest import free_port
from tests.support import calls
from tests.support.hospital import hospital
from tests.support.scraped import Scraped, scraped
from tests.support.serving import Served, serving
from tests.support.signing import claims, key_set, signer

SIGN_PATH = "/cds-services/spinal-tumour-order-sign"
REQUESTS = "spinal_cds_request_duration_seconds_count"
FAILURES = "spinal_cds_failures_total"
CARDS = "spinal_cds_cards_total"
READS = "spinal_cds_fhir_reads_total"
"""A process of tests counts whatever it did before, so a test looks at what has been added."""


def told(service: FlaskClient) -> Scraped:
    answer = service.get("/metrics")
    assert answer.status_code == 200
    return scraped(answer.data)


def lines(caplog: pytest.LogCaptureFixture) -> list[calls.Json]:
    return [json.loads(record.getMessage()) for record in caplog.records if record.name == "spinal_cds.trail"]


# --- what is counted ----------------------------------------------------------------------------------------------------


def test_it_is_there_without_a_token_in_production_too() -> None:
    answer = create_app(Site(mode=Mode.PRODUCTION)).test_client().get("/metrics")
    assert (answer.status_code, answer.mimetype) == (200, "text/plain")
    assert answer.headers["Cache-Control"] == "no-store"
    found = scraped(answer.data)
    assert found.sum("spinal_cds_site_info", mode="production", shadow="false") == 1
    assert found.sum("spinal_cds_workers") == 1
    assert found.sum("spinal_cds_process_resident_memory_bytes") > 1_000_000


def test_a_call_is_counted_as_its_line_says(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="spinal_cds.trail")
    with hospital(calls.call("V-05")["prefetch"]) as beside:
        beside.faults = {"labs": (500, {}, b"")}
        service = calls.client(beside.base_url)
        before = told(service)
        calls.post(service, calls.from_server("V-05", beside.base_url))
        after = told(service)
    (line,) = lines(caplog)
    assert len(line["reads"]) == line["fhir_reads"] == 12
    assert set(line["reads"].values()) == {"ok", "failed"}
    for key, result in line["reads"].items():
        assert grown(before, after, READS, key=key, result=result, client="https://sandbox.example") == 1
    assert len(line["cards"]) == len(line["card_outcomes"]) > 1
    pairs = list(zip(line["cards"], line["card_outcomes"], strict=True))
    for kind, outcome in set(pairs):
        assert grown(before, after, CARDS, kind=kind, outcome=outcome or "none") == pairs.count((kind, outcome))
    assert grown(before, after, REQUESTS) == 1
    assert grown(before, after, REQUESTS, hook="order-select", status_class="2xx", answer="cards") == 1
    for stage in ("gather", "evidence", "advise", "cards", "dump"):
        assert grown(before, after, "spinal_cds_stage_duration_seconds_count", stage=stage) == 1
    assert grown(before, after, "spinal_cds_request_duration_seconds_sum") == pytest.approx(
        line["milliseconds"]["total"] / 1000
    )


def grown(before: Scraped, after: Scraped, name: str, **labels: str) -> float:
    return after.sum(name, **labels) - before.sum(name, **labels)


@pytest.mark.parametrize(
    ("settings", "name", "answer"),
    [({}, "V-19", "not-ours"), ({}, "V-01", "cards"), ({"SPINAL_CDS__SHADOW": "true"}, "V-01", "withheld")],
)
def test_what_became_of_a_call_is_told(settings: dict[str, str], name: str, answer: str) -> None:
    service = calls.client(**settings)
    before = told(service)
    calls.post(service, calls.call(name))
    assert grown(before, told(service), REQUESTS, answer=answer, hook="order-select", client="none") == 1


def test_what_could_not_be_read_for_want_of_a_server_is_counted_though_the_call_fails(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, logger="spinal_cds.trail")
    with hospital(calls.call("V-05")["prefetch"]) as beside:
        beside.faults = {"conditions": (403, {}, b"")}
        service = calls.client(beside.base_url)
        before = told(service)
        assert calls.post(service, calls.from_server("V-05", beside.base_url)).status == 412
        after = told(service)
    assert grown(before, after, FAILURES, status="412", reason="missing-conditions") == 1
    assert grown(before, after, READS, key="conditions", result="no-access") == 1
    assert lines(caplog)[0]["reads"] == {"patient": "ok", "conditions": "no-access", "reports": "ok"}


def test_a_token_that_is_refused_is_counted_by_the_word_of_the_trail() -> None:
    service = create_app(Site(mode=Mode.PRODUCTION)).test_client()
    before = told(service)
    for token in ({}, {"Authorization": "Bearer CANARY.CANARY.CANARY"}):
        assert service.post(SERVICE_PATH, headers=token).status_code == 401
    after = told(service)
    assert grown(before, after, FAILURES, status="401", reason="no-token", hook="order-select") == 1
    assert grown(before, after, FAILURES, status="401", reason="not-a-token", hook="order-select") == 1
    assert b"CANARY" not in service.get("/metrics").data


def test_what_is_refused_before_anybody_looks_where_it_goes_is_counted_too() -> None:
    service = calls.client()
    intake = Intake(service.application, Site(), threads=1, waiting=1)
    before = told(service)
    for failure, status in ((Busy(), 503), (TooSlow(), 408)):
        assert intake._refused(failure, {"REQUEST_METHOD": "POST"}).status_code == status
    after = told(service)
    assert grown(before, after, FAILURES, status="503", reason="Busy", hook="none") == 1
    assert grown(before, after, FAILURES, status="408", reason="TooSlow", hook="none") == 1
    assert grown(before, after, REQUESTS) == 0


def test_feedback_is_counted_by_what_became_of_the_card() -> None:
    service = calls.client()
    entry = {"card": "c", "outcomeTimestamp": "2026-11-29T10:00:00Z"}
    accepted = entry | {"outcome": "accepted", "acceptedSuggestions": [{"id": "s"}]}
    body = {"feedback": [accepted, accepted, entry | {"outcome": "overridden"}, {}]}
    before = told(service)
    answer = service.post(f"{SERVICE_PATH}/feedback", data=orjson.dumps(body), content_type="application/json")
    assert answer.status_code == 200
    after = told(service)
    for outcome, number in {"accepted": 2, "overridden": 1, "rejected": 1}.items():
        assert grown(before, after, "spinal_cds_feedback_total", outcome=outcome) == number
    assert grown(before, after, REQUESTS, hook="order-select-feedback", answer="stored") == 1


def test_whether_the_ledger_is_there_is_told(tmp_path: Path) -> None:
    for place, is_there in ((tmp_path / "ledger.db", 1), (tmp_path / "nowhere" / "ledger.db", 0)):
        service = calls.client(SPINAL_CDS__STORE__URL=f"sqlite:///{place}")
        assert service.get("/readyz").status_code == (200 if is_there else 503)
        (up,) = (each for each in told(service).samples if each.name == "spinal_cds_ledger_up")
        assert up.value == is_there


def test_a_key_set_that_cannot_be_fetched_is_told_by_its_client() -> None:
    issuer = "https://silent.example"
    client = ClientSettings(issuer=issuer, jwks_url=f"http://127.0.0.1:{free_port()}/jwks.json")
    service = create_app(Site(clients=(client,))).test_client()
    assert told(service).sum("spinal_cds_key_set_failing", client=issuer) == 0
    token = signer().token(claims(issuer, "https://any.example", datetime.now(UTC)))
    service.post(SERVICE_PATH, headers={"Authorization": f"Bearer {token}"})
    assert told(service).sum("spinal_cds_key_set_failing", client=issuer) == 1


# --- labels -------------------------------------------------------------------------------------------------------------


def allowed(site_values: set[str]) -> dict[str, set[str]]:
    """By label: what the declarations know, and what the sites of this process have named."""
    found: dict[str, set[str]] = {"le": set()}
    for meter in METERS:
        for label in meter.labels:
            found.setdefault(label.name, {"other"}).update(label.values or {"none", *site_values})
        found["le"] |= {str(float(bound)) for bound in meter.bounds} | {"+Inf"}
    return found


def test_hostile_values_never_become_a_label() -> None:
    """Lines as no caller can cause them, even if a word of a request got into every member: nothing of it is shown, and the
    number of lines shown stays as it is.
    """
    service = create_app(Site(clients=(ClientSettings(issuer="https://known.example"),))).test_client()
    evil = [f'CANARY-{number}"\n# {{}}\\' for number in range(300)]
    for word in evil[:1]:
        leave_everywhere(word)
    before = told(service)
    for word in evil:
        leave_everywhere(word)
    after = told(service)
    assert len(after.samples) == len(before.samples)
    assert grown(before, after, FAILURES, reason="other", hook="other") == len(evil)
    assert b"CANARY" not in service.get("/metrics").data


def leave_everywhere(word: str) -> None:
    meters.leave(
        TrailLine(
            hook=word,
            client=word,
            tenant=word,
            token_id=word,
            hook_instance=word,
            status=500,
            reason=word,
            cards=(word,),
            card_outcomes=(word,),
            reads={word: word, "labs": word},
            unread=(word,),
            notes=(word,),
            stored=1,
            milliseconds={"total": 1.0, word: 1.0},
        )
    )


def test_every_value_that_is_shown_is_of_a_closed_set() -> None:
    site = Site(clients=(ClientSettings(issuer="https://known.example"),))
    service = create_app(site).test_client()
    for name in ("V-01", "V-05", "V-19", "V-07"):
        calls.post(service, calls.call(name))
        calls.post(service, calls.call(name) | {"hook": "order-sign"}, SIGN_PATH)
    service.post(SERVICE_PATH, data=b"{", content_type="application/json")
    by_label = allowed({"https://known.example"})
    site_named = {"client", "public_url", "version", "knowledge_version"}
    for sample in told(service).samples:
        for label, value in sample.labels.items():
            assert label in site_named or value in by_label[label], (sample.name, label, value)


def test_a_fault_in_counting_costs_neither_the_answer_nor_the_line(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*_: object) -> None:
        raise ValueError("CANARY")

    monkeypatch.setattr(Counting, "count", fails)
    with caplog.at_level(logging.INFO):
        answered = calls.post(create_app(Site()).test_client(), calls.call("V-01"))
    assert answered.cards
    assert lines(caplog)[-1]["status"] == 200
    (told_of_it,) = (record for record in caplog.records if record.name == "spinal_cds.meters")
    written = Lines().format(told_of_it)
    assert "ValueError at " in written
    assert "CANARY" not in written


def test_threads_that_count_the_first_calls_at_once_make_each_meter_once() -> None:
    """The library refuses a second one of the same name."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for _ in range(20):
            _count_at_once()
    finally:
        sys.setswitchinterval(before)


def _count_at_once() -> None:
    counting, begin = Counting(), threading.Barrier(8)

    def counts() -> None:
        begin.wait(60)
        counting.count(TrailLine(hook="order-select", status=503, reason="Busy", milliseconds={"total": 1.0}))

    with ThreadPoolExecutor(8) as threads:
        for each in [threads.submit(counts) for _ in range(8)]:
            each.result(60)
    found = scraped(counting.shown()[0])
    assert (found.sum(REQUESTS), found.sum(FAILURES)) == (8, 8)


def test_hooks_are_named_as_the_routes_name_them() -> None:
    (hook,) = (label for label in declared.REQUESTS.labels if label.name == "hook")
    assert set(hook.values or ()) == {*HOOKS, *(f"{each}-feedback" for each in HOOKS), "none"}


# --- several workers ----------------------------------------------------------------------------------------------------

_COUNTS = """
from cds_hooks import meters
from cds_hooks.meters import declared
counting = meters._counting()
counting.add(declared.FAILURES, 2, "order-select", "500", "other")
counting.add(declared.REQUESTS, 0.3, "order-select", "none", "2xx", "cards")
counting.add(declared.WORKERS, 1)
"""


def count_elsewhere() -> None:
    """In a process that has ended when this returns."""
    subprocess.run([sys.executable, "-c", _COUNTS], check=True, cwd=Path(__file__).parents[2])


def shown(folder: Path) -> dict[str, float]:
    with together(folder) as registry:
        return {sample.name: sample.value for family in registry.collect() for sample in family.samples if sample.value}


def test_what_an_ended_worker_has_counted_stays_and_what_it_was_does_not() -> None:
    with shared_folder():
        folder = workers_folder()
        assert folder is not None
        assert folder.parent == Path(tempfile.gettempdir())
        (folder / f"counter_{os.getpid()}.db").touch()  # as a worker that is just starting has it for a moment
        for times in (1, 2, 3):
            count_elsewhere()
            for _ in range(2):  # folding away changes nothing
                found = shown(folder)
                assert found["spinal_cds_failures_total"] == 2 * times
                assert found["spinal_cds_request_duration_seconds_count"] == times
                assert found["spinal_cds_request_duration_seconds_sum"] == pytest.approx(0.3 * times)
                assert "spinal_cds_workers" not in found
            assert {each.name for each in folder.glob("*.db")} == {
                "counter_ended.db",
                "histogram_ended.db",
                f"counter_{os.getpid()}.db",
            }
    assert not folder.exists()
    assert VARIABLE not in os.environ


def test_what_a_killed_service_left_is_swept_and_what_another_holds_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    left, held = (tmp_path / f"spinal-cds-metrics-{name}" for name in ("left", "held"))
    for each in (left, held):
        each.mkdir()
        (each / "lock").touch()
    with _held(held), shared_folder():
        assert set(tmp_path.iterdir()) == {held, workers_folder()}
    assert list(tmp_path.iterdir()) == [held]


def test_without_a_temporary_folder_the_start_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/proc/nowhere")
    with pytest.raises(meters.NoFolder, match="TMPDIR"), shared_folder():
        pytest.fail("it began")


@pytest.fixture(scope="module")
def workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service with several workers, as in production."""
    settings = {
        "SPINAL_CDS__MODE": "production",
        "SPINAL_CDS__PUBLIC_URL": "https://cds.hospital.example",
        "SPINAL_CDS__CLIENT__0__ISSUER": "https://ehr.example",
        "SPINAL_CDS__CLIENT__0__JWKS_FILE": str(_keys(tmp_path_factory.mktemp("keys"))),
        "SPINAL_CDS__CLIENT__0__FHIR_SERVERS": '["https://fhir.ehr.example/r4"]',
    }
    folder = tmp_path_factory.mktemp("served")
    with serving(folder, **settings) as served:
        _wait_for_all(served)
        yield served
    assert list((folder / "tmp").iterdir()) == []  # its figures went with it


def _wait_for_all(served: Served) -> None:
    """One may answer while another is still starting."""
    ends = time.monotonic() + 120.0
    while scraped(served.ask("/metrics").raw).sum("spinal_cds_workers") < min(4, os.cpu_count() or 1):
        assert time.monotonic() < ends
        time.sleep(0.1)


def _keys(folder: Path) -> Path:
    file = folder / "ehr.jwks.json"
    file.write_text(json.dumps(key_set(signer())), encoding="utf-8")
    return file


def test_every_worker_tells_of_all(workers: Served) -> None:
    after = before = scraped(workers.ask("/metrics").raw)
    for _ in range(60):
        assert workers.ask(SERVICE_PATH, b"{}").status == 401
    for _ in range(12):
        after = scraped(workers.ask("/metrics").raw)
        assert grown(before, after, FAILURES, reason="no-token") == 60
        assert grown(before, after, REQUESTS, status_class="4xx", answer="none") == 60
    assert after.sum("spinal_cds_workers") == min(4, os.cpu_count() or 1)
