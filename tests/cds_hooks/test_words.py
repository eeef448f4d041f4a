"""Every text that is said exists, and every text that exists is said."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from cds_hooks import words as module
from cds_hooks.cards.laying_out import OVERRIDES
from cds_hooks.cards.situation import Kind
from cds_hooks.words import FAMILIES, load_words
from plugin.grammar import Basis, Outcome
from plugin.knowledge import KNOWLEDGE
from tests.house.tree import ROOT

ENGLISH = load_words("en", KNOWLEDGE)
SPEAKERS = sorted((ROOT / "cds_hooks").rglob("*.py"))
PAGES = sorted((ROOT / "cds_hooks" / "workbench" / "page").glob("*.html"))
BY_CODE = {f"{kind}.summary" for kind in ("anaesthesia", "thermalprotection")}  # said as f"{kind}.summary"


def said(tree: ast.AST) -> Iterator[tuple[str, set[str]]]:
    """`words("id", name=…)`, and both ids of `words("a" if … else "b")`, with the placeholders that are filled."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in ("words", "self") and node.args:
            filled = {keyword.arg for keyword in node.keywords if keyword.arg}
            for constant in ast.walk(node.args[0]):
                if isinstance(constant, ast.Constant) and re.fullmatch(r"[a-z-]+\.[a-z-]+", str(constant.value)):
                    yield str(constant.value), filled


def said_on(page: str) -> Iterator[tuple[str, set[str]]]:
    """`say("id", name=…)` in a template."""
    for text_id, more in re.findall(r"""say\(["']([a-z-]+\.[a-z-]+)["']([^)]*)\)""", page):
        yield text_id, set(re.findall(r"(\w+)=", more))


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


SAID = [each for file in SPEAKERS for each in said(ast.parse(file.read_text(encoding="utf-8")))]
SAID += [each for file in PAGES for each in said_on(file.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(("text_id", "filled"), SAID, ids=lambda each: each if isinstance(each, str) else "")
def test_what_is_said_exists_with_its_placeholders(text_id: str, filled: set[str]) -> None:
    assert placeholders(ENGLISH.texts[text_id]) <= filled


def test_what_exists_is_said() -> None:
    in_families = {f"{family}.{code}" for family, codes in FAMILIES.items() for code in codes}
    assert set(ENGLISH.texts) - in_families == {text_id for text_id, _ in SAID} | BY_CODE


def test_families_are_looked_up_by_name() -> None:
    sources = "".join(file.read_text(encoding="utf-8") for file in (*SPEAKERS, *PAGES))
    named = set(re.findall(r'\.name\(\s*"([a-z-]+)"', sources.replace("'", '"')))
    assert named | {"where", "value", "unit", "drug", "problem"} == set(FAMILIES)


def test_families_are_whole() -> None:
    assert FAMILIES["topic"] == {kind.value for kind in Kind}
    assert FAMILIES["override"] == set(OVERRIDES)
    assert FAMILIES["basis"] == {basis.name for basis in Basis if basis.outside_the_deck}
    assert FAMILIES["where"] <= {text.fact for text in KNOWLEDGE.facts}


@pytest.mark.parametrize("outcome", Outcome)
def test_the_knowledge_names_every_outcome(outcome: Outcome) -> None:
    assert ENGLISH.title(outcome)


def test_a_fact_without_words_is_called_by_its_number() -> None:
    assert ENGLISH.fact("F-99").title == "F-99"
    assert ENGLISH.where("F-99") == ""


def problems() -> Iterator[str]:
    """What the interpreter's room says is wrong with an entry, as it is written there; an f-string is cut at what it fills in."""
    for file in sorted((ROOT / "fhir_profiles").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = ast.unparse(node.func)
            if called == "Note":
                yield from (string for kw in node.keywords if kw.arg == "problem" for string in strings(kw.value))
            elif called == "_skip" and len(node.args) == 4:
                yield from strings(node.args[3])
            elif called == "Problem" and len(node.args) == 1:
                yield from strings(node.args[0])


def strings(node: ast.AST) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value


def test_every_problem_of_an_entry_has_a_name() -> None:
    found = {each.strip(": ") for each in problems()} - {"", "no readable"}  # "no readable {concept}": code or type
    assert found
    assert found <= FAMILIES["problem"]


def test_a_problem_is_named_with_what_it_is_about() -> None:
    german = load_words("de", KNOWLEDGE)
    assert german.problem("no readable code") == "kein lesbarer Code"
    assert german.problem("size: no value: not read") == "size: kein Wert: nicht gelesen"
    assert german.problem("platelets: another unit or no number, not read").startswith("Thrombozyten: andere Einheit")
    assert german.problem("what nobody wrote") == "what nobody wrote"


def test_codes_and_units_are_read_as_words() -> None:
    assert ENGLISH.value("osteoid-osteoma") == "osteoid osteoma"
    assert ENGLISH.value("1a") == "1a"
    assert ENGLISH.unit("10*9/L") == "× 10⁹/L"
    assert ENGLISH.unit("mm") == "mm"


def test_a_source_is_cited_with_its_year(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ENGLISH.years, "X-40", 2019)
    assert ENGLISH.cited(("S-01", "X-40")) == "S-01, X-40 (2019)"


def test_a_language_without_texts_is_refused() -> None:
    with pytest.raises(LookupError, match=r"no texts in language 'xx'; there are: .*en"):
        load_words("xx", KNOWLEDGE)


def test_a_language_that_the_knowledge_does_not_speak_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = (ROOT / "cds_hooks" / "translations" / "en.toml").read_text(encoding="utf-8")
    for name in ("en", "xx"):
        (tmp_path / f"{name}.toml").write_text(whole, encoding="utf-8")
    monkeypatch.setattr(module, "_FOLDER", tmp_path)
    with pytest.raises(LookupError, match="no texts in language 'xx'"):
        load_words("xx", KNOWLEDGE)
    (tmp_path / "knowledge.xx.toml").write_text('[saying]\nyes = "xx"\nodd = "xx"\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"knowledge\.xx\.toml: missing or unknown: .*saying\.odd") as refused:
        load_words("xx", KNOWLEDGE)
    assert "saying.yes" not in str(refused.value)
    assert "saying.no," in str(refused.value)


def test_a_hole_in_a_family_is_found_at_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = (ROOT / "cds_hooks" / "translations" / "en.toml").read_text(encoding="utf-8")
    (tmp_path / "en.toml").write_text(whole, encoding="utf-8")
    (tmp_path / "xx.toml").write_text(whole.replace('avoid = "avoid"\n', 'odd = "odd"\n'), encoding="utf-8")
    monkeypatch.setattr(module, "_FOLDER", tmp_path)
    with pytest.raises(ValueError, match=r"xx\.toml: missing or unknown: state\.avoid, state\.odd"):
        load_words("xx", KNOWLEDGE)
