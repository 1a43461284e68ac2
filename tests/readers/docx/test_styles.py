"""Italics, bold and raised characters, wherever a Word file says so."""

from __future__ import annotations

import pytest

from tests.readers.docx.word_files import lines, p, r, read, styled

ITALIC = '<w:style w:type="character" w:styleId="Slant"><w:rPr><w:i/></w:rPr></w:style>'
HEIR = '<w:style w:type="character" w:styleId="Heir"><w:basedOn w:val="Slant"/></w:style>'
PARAGRAPH = '<w:style w:type="paragraph" w:styleId="Note"><w:rPr><w:i/></w:rPr></w:style>'


@pytest.mark.parametrize(
    ("properties", "kind"),
    [
        ("<w:i/>", "italic"),
        ('<w:i w:val="true"/>', "italic"),
        ("<w:b/>", "bold"),
        ('<w:vertAlign w:val="superscript"/>', "superscript"),
        ('<w:position w:val="6"/>', "superscript"),
        ('<w:rStyle w:val="Slant"/>', "italic"),
        ('<w:rStyle w:val="Heir"/>', "italic"),
        ("<w:rtl/><w:iCs/>", "italic"),
    ],
)
def test_words_are_set_apart(properties: str, kind: str) -> None:
    source = read(p(r("Recalling", properties), " its resolution"), styles=ITALIC + HEIR)
    assert styled(source) == [(kind, "Recalling")]


@pytest.mark.parametrize(
    "properties",
    [
        '<w:i w:val="0"/>',
        '<w:rStyle w:val="Slant"/><w:i w:val="false"/>',
        "<w:iCs/>",
        "<w:rtl/><w:i/>",
        '<w:vertAlign w:val="subscript"/>',
        '<w:position w:val="-6"/>',
        '<w:rStyle w:val="Unknown"/>',
    ],
)
def test_words_are_not_set_apart(properties: str) -> None:
    assert styled(read(p(r("Recalling", properties)), styles=ITALIC)) == []


def test_italics_in_an_italic_paragraph_are_upright() -> None:
    source = read(
        p(
            r("Note: "),
            r("Recalling", '<w:rStyle w:val="Slant"/>'),
            properties='<w:pStyle w:val="Note"/>',
        ),
        styles=ITALIC + PARAGRAPH,
    )
    assert styled(source) == [("italic", "Note: ")]


def test_the_default_paragraph_style_counts_where_none_is_named() -> None:
    styles = PARAGRAPH.replace('w:styleId="Note"', 'w:styleId="Note" w:default="1"')
    assert styled(read(p("Recalling"), styles=styles)) == [("italic", "Recalling")]


def test_styles_that_are_based_on_each_other_end_somewhere() -> None:
    circle = (
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:rPr><w:b/></w:rPr>'
        "</w:style>"
    )
    assert styled(read(p("x", properties='<w:pStyle w:val="A"/>'), styles=circle)) == [
        ("bold", "x")
    ]


def test_runs_of_one_style_are_one() -> None:
    source = read(p(r("Recal", "<w:i/>"), r("ling", "<w:i/><w:b/>"), r(" also", "<w:i/>"), " its"))
    assert ("italic", "Recalling also") in styled(source)
    assert ("bold", "ling") in styled(source)


def test_capitals_are_printed_as_capitals() -> None:
    assert lines(read(p(r("Decides", "<w:caps/>")))) == ["DECIDES"]


def test_hidden_words_are_not_text_and_not_lost() -> None:
    source = read(p("Decides", r(" secretly", "<w:vanish/>"), " to act"))
    assert lines(source) == ["Decides to act"]
    assert lines(source, "hidden") == ["secretly"]


def test_size_and_indent_are_relative_to_the_body() -> None:
    source = read(
        p(r("Small", '<w:sz w:val="10"/>'))
        + p("In", properties='<w:ind w:left="400" w:firstLine="200"/>')
    )
    assert [(line.size, line.indent) for line in source.lines] == [(0.5, 0.0), (1.0, 3.0)]
