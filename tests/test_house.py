"""The rules of the house that a machine can check: sizes, names, what each file is for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "an2un"
FILES = sorted(PACKAGE.rglob("*.py"))
TABLES = {"codes.py", "check/table.py", "check/profiles.py", "akn/names.py"}
MAX_LINES, MAX_FUNCTION, MAX_PARAMETERS = 330, 40, 5
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "process", "handle"}


def name_of(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef):
            yield node


def length(node: ast.FunctionDef) -> int:
    """Return the lines of a function without its docstring and its signature."""
    first = node.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    start = (first.end_lineno or 0) + 1 if documented else first.lineno
    return (node.end_lineno or 0) - start + 1


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_file_says_what_it_is_for_and_is_short(path: Path) -> None:
    text = path.read_text("utf-8")
    assert ast.get_docstring(ast.parse(text)), "no docstring"
    if name_of(path) not in TABLES:
        assert text.count("\n") <= MAX_LINES


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_functions_are_small(path: Path) -> None:
    for node in functions(path):
        assert length(node) <= MAX_FUNCTION, node.name
        if "cli" in path.parts:
            continue  # a command has a parameter for each option
        parameters = [a.arg for a in (*node.args.posonlyargs, *node.args.args)]
        own = [name for name in parameters if name not in ("self", "cls")]
        assert len(own) <= MAX_PARAMETERS, node.name


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_names_say_something(path: Path) -> None:
    assert path.stem not in VAGUE
    assert not path.stem[-1].isdigit()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            assert not node.name[-1].isdigit() or node.name[-3:] == "_id", node.name


def test_language_files_hold_phrases_never_regular_expressions() -> None:
    odd = re.compile(r"\\[dwsbWDSB]|\(\?|\.\*|\.\+|\[\^")
    for path in (PACKAGE / "languages").rglob("*.toml"):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            assert line.lstrip().startswith("#") or not odd.search(line), f"{path.name}:{number}"


def test_no_module_asks_which_language_it_deals_with() -> None:
    asks = re.compile(r"""language(?:\.code)?\s*(?:==|!=|in)\s*\(?["'](?:ar|en|es|fr|ru|zh)["']""")
    for path in FILES:
        assert not asks.search(path.read_text("utf-8")), name_of(path)
