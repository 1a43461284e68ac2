"""The schema: where it is, what it says, in whose words."""

from __future__ import annotations

import pytest

from an2un import akn
from an2un.akn.parsing import parse
from an2un.check import schema
from an2un.identity import Identity
from an2un.source import ReadError
from tests.builders import doc, par

GOOD = akn.to_bytes(doc((par("1.", "Decides."),)), Identity(), akn.Made()).decode()


def broken(before: str, after: str) -> bytes:
    assert before in GOOD
    return GOOD.replace(before, after, 1).encode()


def test_the_schema_is_that_of_the_standard_and_compiled_once() -> None:
    assert schema.schema() is schema.schema()
    assert [path.name for path in schema.files()] == ["akomantoso30.xsd", "xml.xsd"]


CASES = [
    (broken("<content ", "<b/><content "), "AU910"),
    (broken("<p>Decides.</p>", "Decides."), "AU915"),
    (broken('<mainBody eId="body">', '<mainBody new="x">'), "AU913"),
    (broken('<FRBRcountry value="un"/>', "<FRBRcountry/>"), "AU912"),
    (broken('eId="para_1__content"', 'eId="para_1"'), "AU916"),
    (broken('eId="para_1"', 'eId="para 1"'), "AU914"),
    (broken('name="resolution"', ""), "AU912"),
    (b"<html/>", "AU917"),
]


@pytest.mark.parametrize(("xml", "code"), CASES)
def test_findings_have_codes_and_places(xml: bytes, code: str) -> None:
    found = schema.validate_bytes(xml)
    assert [finding.code.id for finding in found] == [code]
    assert found[0].line > 0
    assert found[0].raw
    assert "{http" not in found[0].message


@pytest.mark.parametrize(("xml", "code"), CASES)
def test_the_second_engine_agrees(xml: bytes, code: str) -> None:
    found = schema.second_opinion(parse(xml))
    assert code in [finding.code.id for finding in found]


def test_both_engines_find_nothing_in_a_good_file() -> None:
    assert schema.validate_bytes(GOOD.encode()) == []
    assert schema.second_opinion(parse(GOOD.encode())) == []


def test_a_finding_says_where_in_the_document() -> None:
    found = schema.validate_bytes(broken("<p>Decides.</p>", "<p>Decides.</p><num/>"))
    assert found[0].trail == "operative paragraph 1"
    assert found[0].eid == "para_1__content"


def test_what_is_no_xml_is_an_error_of_reading() -> None:
    with pytest.raises(ReadError):
        schema.validate_bytes(b"<a>")
