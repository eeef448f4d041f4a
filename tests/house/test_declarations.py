"""Knowledge is a form, not a program: files under plugin/knowledge/ declare and decide nothing."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tree import ROOT, relative

KNOWLEDGE = sorted((ROOT / "plugin" / "knowledge").rglob("*.py"))

# Here, and only here, a fact is given its place in the evidence: `lambda evidence: evidence.lesion.size`.
MAY_POINT_INTO_THE_EVIDENCE = "facts.py"

STATEMENTS = (ast.Import, ast.ImportFrom, ast.Assign, ast.AnnAssign)
REFUSED = (
    ast.BoolOp,
    ast.IfExp,
    ast.NamedExpr,
    ast.ListComp,
    ast.SetComp,
    ast.DictComp,
    ast.GeneratorExp,
    ast.Await,
    ast.Yield,
    ast.YieldFrom,
)


def offences(source: str, name: str) -> list[str]:
    tree = ast.parse(source)
    return [*_statements(tree), *_expressions(tree, may_point=name == MAY_POINT_INTO_THE_EVIDENCE)]


def _statements(tree: ast.Module) -> Iterator[str]:
    for statement in tree.body:
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
            continue  # a docstring
        if not isinstance(statement, STATEMENTS):
            yield f"line {statement.lineno}: {type(statement).__name__} is no declaration"


def _expressions(tree: ast.Module, *, may_point: bool) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, REFUSED) or (isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)):
            yield f"line {node.lineno}: {type(node).__name__} decides something"
        if isinstance(node, ast.Lambda) and not (may_point and _is_attribute_chain(node.body)):
            yield f"line {node.lineno}: a lambda is a program"


def _is_attribute_chain(node: ast.expr) -> bool:
    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Name)


def test_there_is_knowledge() -> None:
    assert KNOWLEDGE


@pytest.mark.parametrize("file", KNOWLEDGE, ids=relative)
def test_knowledge_holds_declarations_only(file: Path) -> None:
    assert offences(file.read_text(encoding="utf-8"), file.name) == []


@pytest.mark.parametrize(
    "source",
    [
        "if x:\n    y = 1",
        "for x in y:\n    z = 1",
        "while x:\n    y = 1",
        "def f(): ...",
        "async def f(): ...",
        "class A: ...",
        "try:\n    x = 1\nfinally:\n    y = 2",
        "with x:\n    y = 1",
        "match x:\n    case 1:\n        y = 2",
        "x = a and b",
        "x = f(a or b)",
        "x = not a",
        "x = a if b else c",
        "x = [a for a in b]",
        "x = {a for a in b}",
        "x = {a: a for a in b}",
        "x = tuple(a for a in b)",
        "x = (y := 1)",
        "x = lambda e: e.y",
        "print(1)",
        "assert x",
        "x += 1",
    ],
)
def test_a_program_is_refused(source: str) -> None:
    assert offences(source, "gates.py")


@pytest.mark.parametrize("source", ["x = lambda e: e.y()", "x = lambda e: e.y + 1", "x = lambda e: e.y[0]"])
def test_even_facts_only_point(source: str) -> None:
    assert offences(source, "facts.py")


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ('"""Gates."""\nfrom plugin.grammar import Ask\nX: Ask = Ask(yes=A & ~B | C)\n"""why"""', "gates.py"),
        ("SIZE = Item(read=lambda e: e.lesion.size)", "facts.py"),
    ],
)
def test_a_declaration_is_accepted(source: str, name: str) -> None:
    assert offences(source, name) == []
