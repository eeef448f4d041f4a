"""The generated references are current and leave out nothing that is declared."""

import shutil
from pathlib import Path

import pytest

from cds_hooks.failures import TABLE
from cds_hooks.trust.reasons import Reason
from docs import answering, asked, coded, helping, not_run, references
from fhir_profiles.codes import disorders, tumours
from fhir_profiles.queries import PARTS, QUERIES
from tests.support import told


def test_no_reference_is_stale() -> None:
    assert references.stale() == [], "run `make pages`, and look at what changed"


@pytest.mark.parametrize("name", references.PAGES)
def test_a_stale_or_missing_reference_is_noticed(name: str, tmp_path: Path) -> None:
    for each in references.PAGES:
        shutil.copy(references.FOLDER / each, tmp_path)
    assert references.stale(tmp_path) == []
    (tmp_path / name).write_text("old", encoding="utf-8")
    assert references.stale(tmp_path) == [name]
    (tmp_path / name).unlink()
    assert references.stale(tmp_path) == [name]


def test_every_query_and_every_part_that_it_feeds_is_explained() -> None:
    assert asked.MEANING.keys() == PARTS
    page = asked.page()
    assert [
        query.key for query in QUERIES if f"`{query.key}` | {'yes' if query.required else 'no'} |" not in page
    ] == []


def test_every_failure_and_every_refusal_is_explained() -> None:
    assert answering.MEANING.keys() == TABLE.keys()
    assert answering.TOKENS.keys() == set(Reason)


def test_what_is_unverified_stands_among_the_alarms_only() -> None:
    before, _, alarms = coded.page().partition("## Only an alarm")
    for unverified in (tumours.QUESTION_ONLY_NATURE, disorders.ALARM_ONLY_CORD_COMPRESSION):
        assert unverified.name in alarms
        assert [code.code for code in unverified.codes if f" {code.code}" in before] == []


def test_every_command_explains_itself() -> None:
    page = helping.page()
    for name in ("serve", "sandbox", "check", "definitions", "demo"):
        assert f"usage: spinal-cds {name} [-h]" in page


def test_a_command_that_is_not_run_is_listed_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    new = told.page("new.md", "<!-- not run: no cluster -->\n```sh\nkubectl get pods\n```\n")
    monkeypatch.setattr(not_run, "told", lambda: (*told.told(), new))
    assert "`kubectl get pods` | no cluster |" in not_run.page()
    assert references.stale() == ["commands-not-run.md"]
