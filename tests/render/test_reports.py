"""The forms of reports: what machines read is read here by machines."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import Error, JUnitXml
from lxml import etree
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif

from an2un import codes
from an2un.diagnostics import Code, Diagnostic
from an2un.render import RENDERERS, renderer
from an2un.render.report import Judged, Summary

ERROR = Diagnostic(
    codes.DANGLING, 'refersTo points at "#x"', line=3, column=7, trail="operative paragraph 2 (a)",
    eid="para_2__list_1__point_a", hint="add the element", raw="raw words",
)  # fmt: skip
WARNING = Diagnostic(codes.NUMBERING_GAP, "paragraph 4 follows 2; expected 3", line=9, column=1)
NOTE = Diagnostic(codes.UNUSED_ENTRY, "nothing points at it", line=2)
FILES = (
    Judged("a/ü b.xml", (NOTE, ERROR, WARNING), {3: '\t  <p refersTo="#x">words</p>'}),
    Judged("fine.xml", (), {}),
)

LAYERS = {
    "AU842": "naming", "AU104": "profile", "AU613": "profile", "AU930": "file",
    "AU101": "conversion",
}  # fmt: skip


def layer(code: Code) -> str:
    return LAYERS.get(code.id, "schema")


def report(format: str, files: Sequence[Judged] = FILES) -> str:
    """Return a whole report."""
    pieces: list[str] = []
    one = renderer(format, pieces.append, layer)
    summary = Summary(layer)
    one.start()
    for judged in files:
        summary.add(judged)
        one.file(judged)
    one.finish(summary)
    return "".join(pieces)


def test_concise_is_a_line_for_each_finding() -> None:
    hint = "; add the element"
    assert report("concise").splitlines() == [
        "a/ü b.xml:2: note[AU613] nothing points at it",
        f'a/ü b.xml:3:7: error[AU842] operative paragraph 2 (a): refersTo points at "#x"{hint}',
        "a/ü b.xml:9:1: warning[AU104] paragraph 4 follows 2; expected 3",
    ]


def test_the_problem_matcher_reads_concise() -> None:
    matcher = Path(__file__).resolve().parents[2] / ".github" / "an2un-matcher.json"
    if not matcher.is_file():
        pytest.skip("installed without the project")
    (known,) = json.loads(matcher.read_text(encoding="utf-8"))["problemMatcher"]
    (pattern,) = known["pattern"]
    for line, finding in zip(report("concise").splitlines(), FILES[0].findings, strict=True):
        match = re.match(pattern["regexp"], line)
        assert match
        assert match[pattern["file"]] == "a/ü b.xml"
        assert int(match[pattern["line"]]) == finding.line
        assert match[pattern["column"]] == (str(finding.column) if finding.column else None)
        assert match[pattern["code"]] == finding.code.id
        assert match[pattern["severity"]] == finding.severity.name.lower()
        assert finding.message in match[pattern["message"]]


def test_full_shows_line_caret_and_layers() -> None:
    text = report("full")
    assert "── a/ü b.xml: naming convention (level 2) ──" in text
    assert '3 | <p refersTo="#x">words</p>\n' in text or "3 | " in text
    shown, caret = re.search(r"3 \| (.*)\n  \| ( *)\^", text).groups()  # type: ignore[union-attr]
    assert shown[len(caret) :].startswith("refersTo") or shown[len(caret) :].startswith("efersTo")
    assert "  = add the element" in text
    assert "schema (level 1): nothing" in text
    assert "AKN4UN profile: 1 warning, 1 note" in text


def test_full_shows_what_a_conversion_says_of_its_source() -> None:
    finding = Diagnostic(codes.NO_FORMULA, "no enacting formula was found", line=1)
    text = report("full", (Judged("a.txt", (finding,), {1: "words"}),))
    assert "── a.txt: conversion ──" in text
    assert "conversion: 1 warning" in text


@pytest.mark.parametrize("column", [1, 40, 120, 5_000, 9_990])
def test_full_cuts_long_lines_around_the_caret(column: int) -> None:
    line = "".join(chr(97 + n % 26) for n in range(10_000))
    finding = Diagnostic(codes.DANGLING, "x", line=1, column=column)
    text = report("full", [Judged("f", (finding,), {1: line})])
    shown, caret = re.search(r"1 \| (.*)\n  \| ( *)\^", text).groups()  # type: ignore[union-attr]
    assert shown[len(caret)] == line[column - 1]
    assert len(shown) <= 102


def test_json_holds_everything_and_the_layers_apart() -> None:
    data = json.loads(report("json"))
    first, second = data["files"]
    assert first["layers"] == {"file": 0, "schema": 0, "naming": 1, "profile": 2}
    assert second == {
        "file": "fine.xml",
        "layers": dict.fromkeys(LAYERS_IN_ORDER, 0),
        "findings": [],
    }
    assert first["findings"][1] == {
        "code": "AU842", "name": "dangling", "severity": "error", "layer": "naming",
        "file": "a/ü b.xml", "line": 3, "column": 7, "where": "operative paragraph 2 (a)",
        "eId": "para_2__list_1__point_a", "message": 'refersTo points at "#x"',
        "hint": "add the element", "raw": "raw words",
    }  # fmt: skip
    assert data["summary"]["codes"] == {"AU104": 1, "AU613": 1, "AU842": 1}


LAYERS_IN_ORDER = ("file", "schema", "naming", "profile")


def test_jsonl_is_an_object_for_each_finding() -> None:
    entries = [json.loads(line) for line in report("jsonl").splitlines()]
    assert [entry["code"] for entry in entries] == ["AU613", "AU842", "AU104"]
    for entry in entries:
        assert {"code", "severity", "file", "line", "column", "message"} <= set(entry)


def test_github_commands_are_escaped() -> None:
    finding = Diagnostic(codes.DANGLING, "50 % of\nall: a, b", line=3, column=7)
    (line,) = report("github", [Judged("a,b:c.xml", (finding,), {})]).splitlines()
    assert line == (
        "::error file=a%2Cb%3Ac.xml,line=3,col=7,title=AU842 dangling::50 %25 of%0Aall: a, b"
    )
    assert report("github").count("::notice") == 1


def test_junit_is_read_by_a_junit_parser() -> None:
    suites = list(JUnitXml.fromstring(report("junit").encode()))
    assert [suite.name for suite in suites] == ["a/ü b.xml", "fine.xml"]
    assert [(suite.tests, suite.failures) for suite in suites] == [(4, 2), (4, 0)]
    cases = {case.name: case for case in suites[0]}
    assert [r.type for r in cases["AKN4UN profile"].result] == ["warning AU104 numbering-gap"]
    assert "nothing points at it" in cases["AKN4UN profile"].system_out
    assert not any(isinstance(r, Error) for case in suites[0] for r in case.result)


def test_sarif_passes_the_models_made_of_its_schema() -> None:
    log = json.loads(report("sarif"))
    Sarif.model_validate(log)
    _structure(log)
    results = log["runs"][0]["results"]
    assert [r["level"] for r in results] == ["note", "error", "warning"]
    place = results[1]["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {"uri": "a/%C3%BC%20b.xml"},
        "region": {"startLine": 3, "startColumn": 7},
    }
    assert "region" in results[0]["locations"][0]["physicalLocation"]


def _structure(log: dict[str, Any]) -> None:
    """What SARIF 2.1.0 asks of the objects that are used (sections 3.13 to 3.30)."""
    assert log["version"] == "2.1.0"
    for run in log["runs"]:
        rules = run["tool"]["driver"]["rules"]
        assert len({rule["id"] for rule in rules}) == len(rules)
        for result in run["results"]:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
            assert result["message"]["text"]
            for location in result["locations"]:
                region = location["physicalLocation"].get("region", {"startLine": 1})
                assert region["startLine"] >= 1
                assert region.get("startColumn", 1) >= 1


def test_sarif_lists_five_thousand_results_and_sums_up_the_rest() -> None:
    log = json.loads(report("sarif", [Judged("x.xml", (ERROR,) * 6_000, {})]))
    (run,) = log["runs"]
    assert len(run["results"]) == 5_000
    (told,) = run["invocations"][0]["toolExecutionNotifications"]
    assert told["message"]["text"] == "1,000 further results are not listed: AU842 6,000"
    Sarif.model_validate(log)


class Page(HTMLParser):
    """Counts tags and refuses what is not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "br", "link"):
            self.open.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("src", "href")]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_html_is_one_whole_page_without_links() -> None:
    page = Page()
    page.feed(report("html"))
    assert page.open == []
    assert page.links == []
    text = " ".join(" ".join(page.words).split())
    assert "2 files judged" in text
    assert 'operative paragraph 2 (a) : refersTo points at "#x"' in text


texts = st.text(max_size=40)


@given(name=texts, message=texts, trail=texts, hint=texts)
def test_no_text_breaks_a_report(name: str, message: str, trail: str, hint: str) -> None:
    finding = Diagnostic(codes.DANGLING, message, line=1, column=2, trail=trail, hint=hint)
    files = [Judged(name, (finding,), {1: message})]
    assert len(report("concise", files).splitlines()) <= 1 + message.count("\n") + 40
    json.loads(report("json", files))
    for line in report("jsonl", files).split("\n")[:-1]:
        json.loads(line)
    Sarif.model_validate(json.loads(report("sarif", files)))
    etree.parse(BytesIO(report("junit", files).encode("utf-8", "replace")))
    page = Page()
    page.feed(report("html", files))
    assert page.open == []
    assert report("github", files).count("\n") == 1


def test_every_format_has_a_renderer() -> None:
    for format in RENDERERS:
        assert isinstance(report(format), str)
