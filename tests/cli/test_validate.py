"""`an2un validate` and the commands around it, as a user runs them."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from an2un.check import pages, schematron
from tests.check.pieces import DRAFT, RESOLUTION, changed
from tests.cli.conftest import Run

FAULTY = changed(RESOLUTION, 'href="#para_1"', 'href="#para_9"')


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A directory with a good file, a faulty one, a note-only one and an archive."""
    (tmp_path / "in" / "sub").mkdir(parents=True)
    (tmp_path / "in" / "good.xml").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "in" / "sub" / "faulty.xml").write_text(FAULTY, encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "in" / "two.zip", "w") as archive:
        archive.writestr("a.xml", DRAFT)
        archive.writestr("b.xml", FAULTY)
    return tmp_path / "in"


def test_a_good_file_says_nothing_on_stdout(run: Run, files: Path) -> None:
    ended = run("validate", files / "good.xml")
    assert (ended.status, ended.out) == (0, b"")
    assert "1 file judged, no findings" in ended.err
    assert run("validate", files / "good.xml", "-q").err == ""


def test_directories_and_archives_are_judged(run: Run, files: Path) -> None:
    ended = run("validate", "in")
    assert ended.status == 1
    lines = ended.out.decode().splitlines()
    assert [line.split(":")[0] for line in lines] == ["in/sub/faulty.xml", "in/two.zip!b.xml"]
    assert "4 files judged, 2 with findings" in ended.err
    assert "naming   2 errors" in ended.err
    assert "2  AU842 dangling" in ended.err


def test_processes_give_the_same_report(run: Run, files: Path) -> None:
    assert run("validate", "in", "-j", "2").out == run("validate", "in", "-j", "1").out


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (["--fail-on", "error"], 1),
        (["--fail-on", "never"], 0),
        (["--ignore", "AU842"], 0),
        (["--ignore", "AU1,dangling"], 0),
        (["--select", "AU1"], 0),
        (["--level", "1"], 0),
        (["--profile", "published"], 0),
        (["--engine", "both", "--level", "1"], 0),
    ],
)
def test_options_decide_what_fails(run: Run, files: Path, options: list[str], status: int) -> None:
    assert run("validate", "in/sub/faulty.xml", *options).status == status


@pytest.mark.parametrize(
    "arguments",
    [
        ["--select", "AUX"],
        ["--ignore", "danglin"],
        ["--level", "4"],
        ["--update-baseline"],
        ["--baseline", "missing.json"],
        ["--config", "missing.toml"],
        ["--schema", "missing.xsd"],
        ["--source", "a.txt", "in"],
        ["--max-size", "much"],
    ],
)
def test_wrong_usage_is_told(run: Run, files: Path, arguments: list[str]) -> None:
    ended = run("validate", "in/good.xml", *arguments)
    assert ended.status == 2
    assert "Error: " in ended.err


def test_what_cannot_be_read_is_reported_and_the_others_are_judged(run: Run, files: Path) -> None:
    ended = run("validate", "missing.xml", "in/sub/faulty.xml")
    assert ended.status == 3
    assert b"missing.xml: error[AU934]" in ended.out
    assert b"faulty.xml:1:" in ended.out


def test_stdin_is_judged(run: Run) -> None:
    ended = run("validate", "-", stdin=FAULTY.encode())
    assert ended.status == 1
    assert ended.out.startswith(b"<stdin>:1:")


def test_a_report_goes_to_a_file(run: Run, files: Path, tmp_path: Path) -> None:
    ended = run("validate", "in", "--format", "json", "-o", "report.json")
    assert (ended.status, ended.out) == (1, b"")
    assert json.loads((tmp_path / "report.json").read_text())["summary"]["files"] == 4


def test_full_shows_the_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(FAULTY.replace("><", ">\n<"), encoding="utf-8")
    out = run("validate", "a.xml", "--format", "full").out.decode()
    assert 'href="#para_9">paragraph 1' in out
    assert "^" in out


def test_the_projects_settings_count_and_options_go_before_them(
    run: Run, files: Path, tmp_path: Path
) -> None:
    settings = tmp_path / "pyproject.toml"
    settings.write_text('[tool.an2un]\nignore = ["AU842"]\nexclude = ["*.zip"]\n', encoding="utf-8")
    ended = run("validate", "in")
    assert ended.status == 0
    assert "2 files judged" in ended.err
    assert run("validate", "in", "--ignore", "AU1").status == 1
    settings.write_text('[tool.an2un]\ncolour = "red"\n', encoding="utf-8")
    assert "unknown key 'colour'" in run("validate", "in").err


def test_a_baseline_excuses_what_is_known(run: Run, files: Path, tmp_path: Path) -> None:
    ended = run("validate", "in", "--baseline", "known.json", "--update-baseline")
    assert (ended.status, ended.out) == (0, b"")
    assert run("validate", "in", "--baseline", "known.json").status == 0
    worse = changed(FAULTY, 'href="!annex_1"', 'href="!annex_7"')
    (files / "sub" / "faulty.xml").write_text(worse, encoding="utf-8")
    ended = run("validate", "in", "--baseline", "known.json")
    assert ended.status == 1
    assert b"AU843" in ended.out
    assert b"AU842" not in ended.out


SOURCE = """A/C.2/99/L.17

General Assembly

Lighthouses for the high seas

The General Assembly,

1. Decides to light the high seas by night;

2. Requests the Secretary-General to report on the lights.
"""


def test_the_text_is_held_against_its_source(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SOURCE, encoding="utf-8")
    assert run("convert", "a.txt", "-o", "a.xml", "-q").status == 0
    select = ("--select", "AU55")
    ended = run("validate", "a.xml", "--source", "a.txt", *select)
    assert (ended.status, ended.out) == (0, b"")
    xml = (tmp_path / "a.xml").read_text(encoding="utf-8")
    (tmp_path / "a.xml").write_text(
        changed(xml, "high seas by", "seas and lakes by"), encoding="utf-8"
    )
    out = run("validate", "a.xml", "--source", "a.txt", *select).out.decode()
    assert "AU550] " in out
    assert '"high"' in out
    assert "AU551] " in out
    assert '"and lakes"' in out


# ------------------------------------------------------------------------------- the other commands


def test_explain_prints_the_page_of_a_code(run: Run) -> None:
    page = pages.page(pages.catalogue()["AU842"])
    assert run("explain", "AU842").out.decode() == page
    assert run("explain", "dangling").out.decode() == page
    assert run("explain", "au842", "AU104").status == 0
    ended = run("explain", "AU000")
    assert ended.status == 2
    assert "no code" in ended.err


def test_rules_are_listed(run: Run) -> None:
    lines = run("rules").out.decode().splitlines()
    assert len(lines) == len(pages.catalogue())
    assert (
        run("rules", "AU84").out.decode().startswith("AU840  error    naming      reference-form")
    )
    entries = json.loads(run("rules", "--format", "json").out)
    assert {"code", "name", "severity", "layer", "published", "summary"} == set(entries[0])
    assert run("rules", "XY").status == 2


def test_fix_mends_in_place(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    faulty = DRAFT.replace('as="#author"', 'as="author"')
    path.write_text(faulty, encoding="utf-8")
    ended = run("fix", "a.xml", "--diff")
    assert ended.status == 1
    assert b'+<?xml version="1.0"' in ended.out
    assert path.read_text(encoding="utf-8") == faulty
    ended = run("fix", "a.xml")
    assert (ended.status, ended.out) == (0, b"")
    assert "a.xml: 2 repairs" in ended.err
    assert path.read_text(encoding="utf-8") == DRAFT
    assert run("fix", "a.xml", "--diff").out == b""
    assert run("fix", "-", stdin=faulty.encode()).out == DRAFT.encode()


def test_fix_refuses_what_cannot_be_judged(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.xml").write_text("<!DOCTYPE a><a/>", encoding="utf-8")
    (tmp_path / "good.xml").write_text(DRAFT, encoding="utf-8")
    ended = run("fix", "bad.xml", "good.xml")
    assert ended.status == 3
    assert "bad.xml: the file declares a document type" in ended.err


def test_the_schema_is_exported_for_other_tools(run: Run, tmp_path: Path) -> None:
    assert run("schema", "export", "out").status == 0
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {"akomantoso30.xsd", "xml.xsd", "catalog.xml", "akn4un.sch"}
    assert (tmp_path / "out" / "akn4un.sch").read_text() == schematron.generated()
    (tmp_path / "a.xml").write_text(DRAFT, encoding="utf-8")
    judged = run(
        "validate", "a.xml", "--schematron", "out/akn4un.sch", "--schema", "out/akomantoso30.xsd"
    )
    assert judged.status == 0
