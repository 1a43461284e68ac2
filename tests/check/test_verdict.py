"""The verdict on one file: layers, selection, places, engines."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from an2un.check import schema
from an2un.check.settings import Settings
from an2un.source import ReadError
from tests.check.pieces import COLLECTION, DRAFT, RESOLUTION, changed, codes, found

# One fault of each layer: an attribute the schema requires, a dangling identifier, a wrong subtype.
FAULTY = changed(
    changed(
        changed(RESOLUTION, '<FRBRformat value="xml"/>', "<FRBRformat/>"),
        'href="#para_1"',
        'href="#para_9"',
    ),
    '<span class="italic">Decides</span>',
    "<span>Decides</span>",
)


@pytest.mark.parametrize("xml", [RESOLUTION, DRAFT, COLLECTION])
def test_good_documents_have_no_findings(xml: str) -> None:
    assert found(xml) == []


def test_layers_are_told_apart() -> None:
    assert codes(FAULTY, Settings(level="1")) == ["AU912"]
    assert codes(FAULTY, Settings(level="2")) == ["AU912", "AU842"]
    assert codes(FAULTY, Settings(level="profile")) == ["AU912", "AU842", "AU311"]


def test_codes_are_selected_by_beginning_number_or_name() -> None:
    assert codes(FAULTY, Settings(select=("AU8",))) == ["AU842"]
    assert codes(FAULTY, Settings(select=("dangling",))) == ["AU842"]
    assert codes(FAULTY, Settings(ignore=("AU9", "AU311"))) == ["AU842"]
    assert codes(FAULTY, Settings(select=("AU842",), ignore=("dangling",))) == []


def test_a_profile_excuses_habits_but_not_faults() -> None:
    assert codes(FAULTY, Settings(profile="published")) == ["AU912"]
    named = Settings(profile="published", select=("AU842",))
    assert codes(FAULTY, named) == ["AU842"]


def test_places_are_those_of_the_start_tags() -> None:
    xml = (
        '<?xml version="1.0"?>\n<!-- <ref> -->\n'
        + changed(
            RESOLUTION,
            '<ref eId="ref_5" href="#para_1">',
            '\n <ref\n  eId="ref_5"\n  href="#para_9">',
        )
        .partition("?>")[2]
        .partition("-->")[2]
    )
    (finding,) = found(xml)
    lines = xml.split("\n")
    assert lines[finding.line - 1][finding.column - 1 :].startswith("<ref")
    assert finding.trail == "operative paragraph 2 (a)"
    assert finding.eid == "ref_5"


def test_what_stands_in_no_unit_is_placed_in_its_part() -> None:
    xml = changed(RESOLUTION, '<section eId="sec_I">', '<p>Lights out.</p><section eId="sec_I">')
    assert [one.trail for one in found(xml, Settings(select=("AU703",)))] == ["body"]


def test_words_in_place_of_an_identifier_are_told_from_several() -> None:
    for value, said in (("#symbol #un", "2 identifiers"), ("#in two words", "words, not")):
        xml = changed(RESOLUTION, '<docNumber refersTo="#symbol"', f'<docNumber refersTo="{value}"')
        (finding,) = found(xml, Settings(select=("AU309",)))
        assert said in finding.message


def test_a_root_without_namespace_is_named() -> None:
    (finding,) = found("<akomaNtoso/>")
    assert finding.message.startswith("the root element akomaNtoso is in no namespace")


def test_columns_count_characters_not_bytes() -> None:
    xml = changed(
        RESOLUTION,
        'foreseen in <ref eId="ref_5" href="#para_1">',
        'نص 决议 <ref eId="ref_5" href="#no">',
    )
    (finding,) = found(xml)
    assert xml.split("\n")[finding.line - 1][finding.column - 1 :].startswith("<ref")
    wide = xml.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
    assert [(f.line, f.column) for f in found(wide)] == [(finding.line, finding.column + 1)]


def test_many_findings_have_the_same_places_as_few() -> None:
    xml = RESOLUTION.replace('refersTo="#operative"', 'refersTo="#nothing"')
    together = {(f.line, f.column) for f in found(xml, Settings(select=("AU842",)))}
    assert len(together) == xml.count('refersTo="#nothing"')
    lines = xml.split("\n")
    assert all(lines[line - 1][column - 1 :].startswith("<paragraph") for line, column in together)


def test_the_schemas_own_words_are_kept() -> None:
    (finding,) = found(FAULTY, Settings(level="1"))
    assert finding.message == "FRBRformat has no attribute value, which it needs"
    assert "The attribute 'value' is required but missing" in finding.raw


def test_a_thousand_findings_of_one_rule_are_enough() -> None:
    points = "".join(f'<p refersTo="#no_{n}">x</p>' for n in range(1500))
    xml = changed(RESOLUTION, "<p>Lamps are turned towards the ground.</p>", points)
    every = found(xml, Settings(select=("AU842",)))
    assert len(every) == 1000
    assert every[-1].message.endswith("(further findings are not shown)")


def test_both_engines_agree_on_the_documents() -> None:
    for xml in (DRAFT, changed(DRAFT, '<FRBRformat value="xml"/>', "<FRBRformat/>")):
        first = codes(xml, Settings(level="1"))
        assert codes(xml, Settings(level="1", engine="xmlschema")) == first
        assert codes(xml, Settings(level="1", engine="both")) == first


def test_disagreement_of_the_engines_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "second_entries", lambda *_: iter([(None, *_said())]))
    assert "AU919" in codes(DRAFT, Settings(level="1", engine="both"))


def _said() -> tuple[object, str, str]:
    from an2un import codes as table

    return table.BAD_VALUE, "a reason", "raw"


def test_a_house_has_its_own_schema(tmp_path: Path) -> None:
    house = tmp_path / "house.xsd"
    house.write_text(
        '<schema xmlns="http://www.w3.org/2001/XMLSchema" '
        'targetNamespace="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'
        '<element name="akomaNtoso"><complexType/></element></schema>',
        encoding="utf-8",
    )
    assert codes(DRAFT, Settings(level="1", schema=house)) != []
    with pytest.raises(ReadError, match="no usable XML Schema"):
        found(DRAFT, Settings(schema=tmp_path / "missing.xsd"))


def test_a_house_has_its_own_rules(tmp_path: Path) -> None:
    house = tmp_path / "house.sch"
    house.write_text(
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron">'
        '<ns prefix="a" uri="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/>'
        '<pattern><rule context="a:docTitle"><assert test="starts-with(., \'On \')">'
        "titles begin with On</assert></rule></pattern></schema>",
        encoding="utf-8",
    )
    (finding,) = found(DRAFT, Settings(schematron=(house,)))
    assert (finding.code.id, finding.message) == ("AU940", "titles begin with On")
    assert finding.line > 0
    with pytest.raises(ReadError, match="no usable Schematron"):
        found(DRAFT, Settings(schematron=(tmp_path / "missing.sch",)))


# Attributes and elements whose change makes a document invalid in ways of all kinds.
PIECES = [
    ('eId="para_2"', 'eId="para_1"'),
    ('eId="ref_2"', 'eId="ref_1"'),
    ('eId="ref_2"', 'eId="ref_1" GUID="x"'),
    ('eId="ref_1"', 'GUID="x" eId="ref_1"'),
    ('eId="event_1"', 'GUID="x" eId="event_1"'),
    ('eId="event_1"', 'wId="a b" eId="event_1"'),
    ('eId="role_1"', 'wId="a" eId="role_1"'),
    ('eId="role_2"', 'wId="a" eId="role_2"'),
    ('eId="ref_3"', 'wId="" eId="ref_3"'),
    ('eId="preface_1"', 'eId="preface\u00a01"'),
    ('eId="preamble_1"', 'eId="preamble 1"'),
    ('eId="conclusions_1"', 'eId="&#10;conclusions_1"'),
    ("<num>1.</num>", "<num>1.</num>stray"),
    ("<num>2.</num>", "<num>2.</num><num>2.</num>"),
    ('placement="bottom"', 'placement="end"'),
    ('date="2044-12-20"', 'date="2044"'),
    ("<conclusions ", "<conclusions colour='no' "),
    ('eId="att_1__para_1"', 'eId="para_1"'),
    ('eId="att_1__para_2"', 'eId=""'),
    ("Hides the stars,", "Hides the stars, really,"),
    ('contains="originalVersion"', 'contains="version"'),
]


@given(st.sets(st.sampled_from(PIECES)))
def test_level_one_is_the_verdict_of_the_whole_schema(pieces: set[tuple[str, str]]) -> None:
    """The schema without its constraints plus our look at the identifiers is as strict as it."""
    xml = RESOLUTION
    for before, after in sorted(pieces):
        xml = xml.replace(before, after, 1)
    root = etree.fromstring(xml.encode())
    valid = schema.schema().validate(root)
    for level in ("1", "profile"):
        judged = codes(xml, Settings(level=level, select=("AU91",)))
        assert (judged == []) == valid


def test_identifiers_of_foreign_elements_are_no_affair_of_the_schema() -> None:
    """No narrow schema looks for identifiers there, nor does the whole one."""
    foreign = '<proprietary source="#un"><x xmlns="urn:x" GUID="one"/><x xmlns="urn:x" GUID="one"/>'
    xml = changed(DRAFT, "</meta>", f"{foreign}</proprietary></meta>")
    assert schema.schema().validate(etree.fromstring(xml.encode()))
    for level in ("1", "profile"):
        assert codes(xml, Settings(level=level, select=("AU91",))) == []


def test_published_files_get_the_verdict_of_libxml2(corpus: Path) -> None:
    files = sorted((corpus / "corpus" / "official").rglob("*.xml"))
    assert files
    for path in files:
        data = path.read_bytes()
        judged = codes(data, Settings(level="1"))
        try:
            valid = schema.schema().validate(etree.fromstring(data))
        except etree.XMLSyntaxError:
            assert judged == ["AU930"], path
            continue
        assert (judged == []) == valid, path
        assert path.parent.name == ("valid" if valid else "invalid")
