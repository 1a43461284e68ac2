"""The documents of examples/: each source gives exactly the recorded XML, text and findings.

`pytest tests/test_examples.py --update` (make update) records what is made now.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

import an2un
from an2un import plain, walk
from an2un.check import schema
from an2un.conversion import Conversion
from an2un.language import LANGUAGES
from an2un.roundtrip import roundtrip

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
NAMES = sorted(path.parent.name for path in EXAMPLES.glob("*/source.txt"))
OPTIONS = an2un.Options(made=datetime(2045, 1, 31, tzinfo=UTC))
PREMIS = "{http://www.loc.gov/premis/v3}"

each = pytest.mark.parametrize("name", NAMES)


@cache
def converted(name: str) -> Conversion:
    return an2un.convert(EXAMPLES / name / "source.txt", OPTIONS)


def told(conversion: Conversion) -> str:
    """Return the findings, one a line: `3:14: warning[AU201] no call was found …`."""
    return "".join(
        f"{f.line}:{f.column}: {f.severity.name.lower()}[{f.code.id}] {f.message}\n"
        for f in conversion.findings
    )


def canonical(xml: bytes) -> list[bytes]:
    """Return XML in canonical form, line by line, without the version of the tool."""
    root = etree.fromstring(xml)
    for element in root.iter(f"{PREMIS}agentVersion", f"{PREMIS}agentIdentifierValue"):
        element.text = "an2un"
    return etree.tostring(root, method="c14n2").splitlines()


def recorded(path: Path, made: bytes, *, update: bool) -> bytes:
    """Return what is recorded in a file, which an update writes first."""
    if update:
        path.write_bytes(made)
    assert path.is_file(), f"{path.name} is not recorded yet: make update"
    return path.read_bytes()


def test_there_are_examples_in_all_languages() -> None:
    languages = {converted(name).document.language for name in NAMES}
    assert languages == set(LANGUAGES)


def test_the_list_of_examples_is_complete() -> None:
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert [name for name in NAMES if f"`{name}`" not in readme] == []


@each
def test_xml(name: str, update: bool) -> None:
    made = converted(name).xml
    expected = recorded(EXAMPLES / name / "expected.akn.xml", made, update=update)
    assert canonical(made) == canonical(expected)


@each
def test_text(name: str, update: bool) -> None:
    made = converted(name).text()
    expected = recorded(EXAMPLES / name / "expected.txt", made.encode(), update=update)
    assert made.splitlines() == expected.decode().splitlines()


@each
def test_findings(name: str, update: bool) -> None:
    made = told(converted(name))
    expected = recorded(EXAMPLES / name / "findings.txt", made.encode(), update=update)
    assert made.splitlines() == expected.decode().splitlines()


@each
def test_xml_is_strictly_valid(name: str) -> None:
    assert converted(name).valid
    assert schema.validate_bytes(converted(name).xml) == []


@each
def test_ledger_is_complete(name: str) -> None:
    assert converted(name).covered
    assert converted(name).lost == 0


@each
@pytest.mark.parametrize(
    ("end", "encoding"), [("\r\n", "utf-8"), ("\n", "utf-16"), ("\r", "utf-8-sig")]
)
def test_line_ends_and_encoding_make_no_difference(name: str, end: str, encoding: str) -> None:
    text = (EXAMPLES / name / "source.txt").read_bytes().decode()
    data = text.replace("\r\n", "\n").replace("\n", end).encode(encoding)
    assert an2un.convert(data, OPTIONS).document == converted(name).document


@each
def test_reading_the_xml_gives_the_tree(name: str) -> None:
    assert an2un.read(converted(name).xml) == converted(name).document


@each
def test_the_text_gives_the_same_structure_again(name: str) -> None:
    """Text -> XML -> text -> XML: nothing lost, nothing added, the same tree."""
    trip = roundtrip((EXAMPLES / name / "source.txt").read_bytes(), OPTIONS, name)
    assert (trip.lost, trip.added, trip.differences) == ("", "", ())


@each
def test_the_text_of_the_text_is_the_text(name: str) -> None:
    once = converted(name).text()
    language = an2un.Supplied(language=converted(name).document.language)
    again = an2un.convert(once, an2un.Options(supplied=language)).document
    assert plain.text(walk.normal(again)).splitlines() == once.splitlines()
