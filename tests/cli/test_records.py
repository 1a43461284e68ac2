"""`symbol`, `refs`, `meta`, `verify`, `--metadata`, as a user meets them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from lxml import etree

from tests.cli.conftest import Run
from tests.test_conversion import TEXT

BARE = TEXT[TEXT.index("The General Assembly,\n") :]
SILENT = ("-q", "-o")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


# ----------------------------------------------------------------------------------------- symbol


def test_a_symbol_taken_apart(run: Run) -> None:
    ended = run("symbol", "A/C.3/68/L.75/Rev.1", "A/71/982-S/2017/600")
    assert ended.status == 0
    first, second = map(json.loads, ended.out.decode().splitlines())
    assert first["symbol"] == "A/C.3/68/L.75/Rev.1"
    assert (first["actor"], first["nature"], first["session"]) == ("unga", "draft", "68")
    assert first["modifiers"] == ["Rev.1"]
    assert second["joint"] == ["S/2017/600"]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("A/RES/2200 A (XXI)", "--to", "number"), "2200A-XXI"),
        (("A_RES_77_273-FR.xml", "--to", "url"), "https://undocs.org/fr/A/RES/77/273"),
        (("A_RES_77_273-FR.xml", "--to", "url", "--lang", "ar"),
         "https://undocs.org/ar/A/RES/77/273"),
        (("https://undocs.org/es/S/RES/2744(2024)", "--to", "symbol"), "S/RES/2744 (2024)"),
        (("A/RES/77/273", "--to", "file"), "A_RES_77_273-EN"),
        (("--number", "77-273", "--to", "symbol"), "A/RES/77/273"),
        (("--number", "2744-2024", "--actor", "unsc", "--to", "symbol"), "S/RES/2744 (2024)"),
        (("--number", "C.3-99-L.7", "--nature", "draft", "--to", "symbol"), "A/C.3/99/L.7"),
    ],
)  # fmt: skip
def test_a_symbol_in_one_form(run: Run, arguments: tuple[str, ...], line: str) -> None:
    ended = run("symbol", *arguments)
    assert ended.status == 0, ended.err
    assert ended.out.decode().strip().removesuffix(".xml") == line


def test_what_is_no_symbol_is_refused_and_the_others_are_printed(run: Run) -> None:
    ended = run("symbol", "hello", "A/99/187", "--to", "symbol")
    assert ended.status == 1
    assert ended.out == b"A/99/187\n"
    assert "hello" in ended.err
    assert len(ended.err.splitlines()) == 1


def test_a_number_that_is_none(run: Run) -> None:
    ended = run("symbol", "--number", "x y")
    assert (ended.status, ended.out) == (1, b"")
    assert run("symbol").status == 2


# ------------------------------------------------------------------------------------------- refs


def test_refs_of_text_and_xml_are_the_same(run: Run, draft: Path) -> None:
    assert run("convert", draft, *SILENT, "draft.xml").status == 0
    by_text, by_xml = run("refs", draft), run("refs", "draft.xml")
    assert by_text.status == by_xml.status == 0
    assert by_text.out == by_xml.out
    rows = list(csv.DictReader(io.StringIO(by_xml.out.decode())))
    assert [row["target_symbol"] for row in rows] == ["A/RES/98/204", "A/99/187"]


def test_refs_of_a_directory_to_a_file(run: Run, draft: Path) -> None:
    (draft.parent / "bare.txt").write_text(BARE, encoding="utf-8")
    ended = run("refs", ".", "--format", "graphml", "-o", "graph.xml")
    assert (ended.status, ended.out) == (0, b"")
    root = etree.parse(str(draft.parent / "graph.xml")).getroot()
    assert len(list(root.iter("{*}edge"))) == 4


def test_refs_tells_what_cannot_be_read_and_goes_on(run: Run, draft: Path) -> None:
    (draft.parent / "broken.xml").write_text("<akomaNtoso", encoding="utf-8")
    ended = run("refs", "broken.xml", draft, "--format", "json")
    assert ended.status == 3
    assert "broken.xml" in ended.err
    assert len(json.loads(ended.out)) == 2


# ------------------------------------------------------------------------------------------- meta


def test_meta_from_stdin(run: Run) -> None:
    found = json.loads(run("meta", "-", stdin=TEXT.encode()).out)
    assert found["symbol"] == "A/C.3/99/L.7"
    assert found["date"] == "2044-11-07"


@pytest.mark.parametrize("form", ["dc", "marcxml"])
def test_meta_for_catalogues(run: Run, draft: Path, form: str) -> None:
    assert run("meta", draft, "--format", form, "-o", "record.xml").status == 0
    text = etree.tostring(etree.parse(str(draft.parent / "record.xml")), encoding="unicode")
    assert "A/C.3/99/L.7" in text


def test_meta_does_not_replace_its_input(run: Run, draft: Path) -> None:
    ended = run("meta", draft, "-o", draft)
    assert ended.status == 2
    assert draft.read_text("utf-8") == TEXT


# ----------------------------------------------------------------------------------------- verify


def test_verify(run: Run, draft: Path) -> None:
    assert run("convert", draft, *SILENT, "draft.xml").status == 0
    ended = run("verify", "draft.xml", "--source", draft)
    assert (ended.status, ended.out) == (0, b"")
    assert "SHA-256" in ended.err
    assert run("verify", "draft.xml", "--source", draft, "-q").err == ""


def test_verify_tells_another_source(run: Run, draft: Path) -> None:
    assert run("convert", draft, *SILENT, "draft.xml").status == 0
    draft.write_text(TEXT + " ", encoding="utf-8")
    ended = run("verify", "draft.xml", "--source", draft)
    assert ended.status == 1
    assert "bytes" in ended.err
    assert "SHA-256" in ended.err


def test_verify_without_a_digest_or_a_source(run: Run, draft: Path) -> None:
    name = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    (draft.parent / "foreign.xml").write_text(f'<akomaNtoso xmlns="{name}"/>', encoding="utf-8")
    ended = run("verify", "foreign.xml", "--source", draft)
    assert ended.status == 3
    assert "records no SHA-256" in ended.err
    assert run("verify", "foreign.xml", "--source", "nowhere.txt").status == 3


# ------------------------------------------------------------------------------- supplied by files


def test_options_and_file_supply_what_a_bare_text_does_not_print(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bare.txt").write_text(BARE, encoding="utf-8")
    (tmp_path / "facts.toml").write_text(
        'symbol = "A/RES/99/1"\nadopted = 2044-12-01\nkeywords = ["LIGHT"]\nsession = "99"\n',
        encoding="utf-8",
    )
    options = ("--metadata", "facts.toml", "--symbol", "A/RES/99/2", "--session", "100")
    assert run("convert", "bare.txt", *options, *SILENT, "bare.xml").status == 0
    found = json.loads(run("meta", "bare.xml").out)
    assert found["work"].endswith("/unga/2044-12-01/99-2")  # the option goes before the file
    assert found["session"] == "100"
    assert found["subjects"][0]["value"] == "LIGHT"


def test_a_bare_text_says_what_is_not_known(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bare.txt").write_text(BARE, encoding="utf-8")
    ended = run("convert", "bare.txt", "-o", "bare.xml")
    assert ended.status == 0
    assert "--symbol" in ended.err
    assert "--adopted" in ended.err
    found = json.loads(run("meta", "bare.xml").out)
    assert found["work"].endswith("/1900-01-01/nn")
    assert "date" not in found
    assert "symbol" not in found


def test_a_metadata_file_that_cannot_be_used(run: Run, draft: Path) -> None:
    (draft.parent / "facts.json").write_text('{"colour": 1}', encoding="utf-8")
    ended = run("convert", draft, "--metadata", "facts.json")
    assert (ended.status, ended.out) == (2, b"")
    assert "unknown key 'colour'" in ended.err
    assert run("convert", draft, "--metadata", "nowhere.json").status == 2


@pytest.mark.parametrize("session", ["seven", "a\x01", "79 ", "12345"])
def test_a_session_that_is_none(run: Run, draft: Path, session: str) -> None:
    ended = run("convert", draft, "--session", session)
    assert ended.status == 2
    assert "is no session" in ended.err


def test_a_catalogue_fills_in_the_record_of_the_draft(run: Run, draft: Path) -> None:
    record = {
        "symbol": "A/RES/99/9", "draft_resolution": "A/C.3/99/L.7", "adoption_type": "consensus",
        "adoption_date": "1 December 2044", "sponsors": ["Kenya"],
        "subjects": [["LIGHT", "UNBIS Thesaurus"]],
    }  # fmt: skip
    (draft.parent / "extract.json").write_text(json.dumps(record), encoding="utf-8")
    assert run("convert", draft, "--metadata", "extract.json", *SILENT, "a.xml").status == 0
    found = json.loads(run("meta", "a.xml").out)
    assert found["date_name"] == "issuance"
    assert found["sponsors"][-1] == "Kenya"
    assert "adopted" not in found
    assert "outcome" not in found
