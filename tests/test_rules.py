"""Every code has a page, and the examples of the pages are the tests of the rules."""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from lxml import etree

from an2un.check import pages, schematron
from an2un.check.layers import layer_of, layers
from an2un.check.profiles import MUTED
from an2un.check.rule import Finding
from an2un.check.schematron import ASSERTIONS
from an2un.check.settings import Settings
from an2un.check.table import RULES
from an2un.check.verdict import judge
from an2un.diagnostics import Code

SOURCES = Path(pages.__file__).resolve().parents[1]
CATALOGUE = pages.catalogue()
JUDGED = [code for code in CATALOGUE.values() if layer_of(code) != "conversion"]

# Findings on files as such, which no piece of a document can show; they have tests of their own.
WITHOUT_EXAMPLE = {"AU919", "AU932", "AU933", "AU934", "AU935", "AU940"}
FIDELITY = {"AU550", "AU551"}


def names(codes: list[Code]) -> list[str]:
    return [code.id for code in codes]


@pytest.mark.parametrize("code", CATALOGUE.values(), ids=CATALOGUE.keys())
def test_a_code_has_a_page_that_says_the_same(code: Code) -> None:
    text = pages.page(code)
    assert text.startswith(f"# {code.id} {code.name}\n"), "an2un explain needs the page"
    assert f"Severity: {code.severity.name.lower()}. Layer: {layer_of(code)}." in text
    assert code.summary.lower() in text.lower()
    assert "## What is wrong\n" in text
    assert "## Why it matters\n" in text


def test_a_page_has_a_code() -> None:
    assert {path.stem for path in pages.PAGES.glob("*.md")} == set(CATALOGUE)


def test_a_code_is_raised_somewhere() -> None:
    used: set[str] = set()
    for path in SOURCES.rglob("*.py"):
        if path.name not in ("codes.py", "layers.py", "profiles.py"):
            used.update(re.findall(r"[A-Z][A-Z_]+", path.read_text(encoding="utf-8")))
    assert [code.id for name, code in _constants() if name not in used] == []


def _constants() -> Iterator[tuple[str, Code]]:
    from an2un import codes

    return ((name, code) for name, code in vars(codes).items() if isinstance(code, Code))


def test_numbers_and_names_of_codes_are_their_own() -> None:
    codes = [code for _, code in _constants()]
    assert len({code.id for code in codes}) == len(codes)
    assert len({code.name for code in codes}) == len(codes)


def test_the_table_lists_each_code_once() -> None:
    listed = [rule.code.id for rule in RULES]
    assert len(set(listed)) == len(listed)


@pytest.mark.parametrize("code", JUDGED, ids=names(JUDGED))
def test_the_faulty_example_raises_its_code_and_no_other(code: Code) -> None:
    examples = list(pages.examples(code))
    assert examples or code.id in WITHOUT_EXAMPLE, "the page has no example"
    for example in examples:
        settings = Settings(source=_text(example.good) if code.id in FIDELITY else None)
        assert judge(example.good.encode(), settings) == []
        assert {finding.code for finding in judge(example.faulty.encode(), settings)} == {code}


def _text(xml: str) -> str:
    """Return the text of a document without its metadata."""
    root = etree.fromstring(xml.encode())
    for meta in list(root.iter("{*}meta")):
        above = meta.getparent()
        assert above is not None
        above.remove(meta)
    return " ".join(map(str, root.itertext()))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.code.id))
def test_without_its_rule_the_faulty_example_passes(rule: object) -> None:
    code = rule.code  # type: ignore[attr-defined]
    for example in pages.examples(code):
        settings = Settings(ignore=(code.id,))
        assert judge(example.faulty.encode(), settings) == []


@pytest.mark.parametrize("code", JUDGED, ids=names(JUDGED))
def test_a_finding_says_where_what_and_how_to_mend_it(code: Code) -> None:
    for example in pages.examples(code):
        settings = Settings(source=_text(example.good) if code.id in FIDELITY else None)
        for finding in judge(example.faulty.encode(), settings):
            assert finding.line > 0
            assert finding.column > 0
            assert finding.message
            assert finding.hint or code.id in ("AU919", "AU940")


def test_each_way_in_which_a_rule_speaks_has_an_example(monkeypatch: pytest.MonkeyPatch) -> None:
    said: set[tuple[str, int]] = set()

    def noted(*values: Any, **named: Any) -> Finding:
        caller = sys._getframe(1)
        said.add((caller.f_globals["__name__"], caller.f_lineno))
        return Finding(*values, **named)

    modules = {sys.modules[rule.check.__module__] for rule in RULES}
    for module in modules:
        monkeypatch.setattr(module, "Finding", noted)
    for rule in RULES:
        for example in pages.examples(rule.code):
            judge(example.faulty.encode(), Settings())
    unsaid = [
        f"{module.__name__}, line {call.lineno}: {ast.unparse(call)}"
        for module in modules
        for call in _findings_of(module)
        if not any((module.__name__, line) in said for line in _lines_of(call))
    ]
    assert unsaid == [], "these messages stand in no example of a rule page"


def _findings_of(module: ModuleType) -> Iterator[ast.Call]:
    """Yield the calls that make a finding."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Finding":
            yield node


def _lines_of(call: ast.Call) -> range:
    return range(call.lineno, (call.end_lineno or call.lineno) + 1)


def test_profiles_excuse_codes_that_exist() -> None:
    known = {rule.code.id for rule in RULES}
    for muted in MUTED.values():
        assert muted <= known


def test_pages_of_conversion_findings_show_what_they_are_about() -> None:
    for code in CATALOGUE.values():
        if layer_of(code) == "conversion":
            assert pages.fences(pages.page(code)).get("text example"), code.id


def test_every_finding_of_a_verdict_has_a_layer() -> None:
    assert set(layers().values()) == {"file", "schema", "naming", "profile"}


# ----------------------------------------------------------------------------- the Schematron


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("schematron") / "akn4un.sch"
    path.write_text(schematron.generated(), encoding="utf-8")
    return path


SAID_TWICE = [one.code for one in ASSERTIONS]


def test_the_schematron_in_the_project_is_the_generated_one() -> None:
    committed = SOURCES.parents[1] / "schemas" / "akn4un.sch"
    if not committed.parent.is_dir():
        pytest.skip("installed without the project")
    assert committed.read_text(encoding="utf-8") == schematron.generated()


@pytest.mark.parametrize("code", SAID_TWICE, ids=names(SAID_TWICE))
def test_schematron_and_python_agree_on_the_examples(code: Code, rules: Path) -> None:
    for example in pages.examples(code):
        for text, expected in ((example.good, set()), (example.faulty, {code.id})):
            root = etree.fromstring(text.encode())
            said = {finding.message[:5] for finding in schematron.broken(root, rules)}
            assert said == expected
