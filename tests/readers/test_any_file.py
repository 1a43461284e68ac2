"""Any Word file and any page of the web: read, converted without loss, or refused."""

from __future__ import annotations

from xml.sax.saxutils import escape

from hypothesis import given
from hypothesis import strategies as st

import an2un
from an2un.diagnostics import Diagnostic
from an2un.readers import docx, html
from an2un.source import ReadError, Source
from tests.readers.docx.word_files import definition, level, word
from tests.test_fuzz import FRAGMENTS

_FRAGMENTS = [fragment for fragment in FRAGMENTS if "\u00ad" not in fragment]
_NUMBERING = definition(
    1, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "bullet", "\uf0b7")
)
_NOTES = "".join(
    f'<w:footnote w:id="{n}"><w:p><w:r><w:footnoteRef/><w:t> See A/99/{n}.</w:t></w:r></w:p>'
    "</w:footnote>"
    for n in (1, 2)
)
_RUNS = [
    '<w:r><w:footnoteReference w:id="1"/></w:r>', '<w:r><w:footnoteReference w:id="2"/></w:r>',
    '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>',
    "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>",
    "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>",
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
    "<w:r><w:instrText>PAGE</w:instrText></w:r>",
    "<w:r><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent></w:r>",
]  # fmt: skip
_SET = ["", "<w:i/>", "<w:b/>", '<w:vertAlign w:val="superscript"/>', "<w:vanish/>", "<w:rtl/>"]
_PROPERTIES = [
    "", "<w:rPr><w:del/></w:rPr>", "<w:bidi/>",
    *(f'<w:numPr><w:ilvl w:val="{n}"/><w:numId w:val="1"/></w:numPr>' for n in range(3)),
]  # fmt: skip


def runs(words: str, properties: str) -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{escape(words)} </w:t></w:r>"


_run = st.sampled_from(_RUNS) | st.builds(runs, st.sampled_from(_FRAGMENTS), st.sampled_from(_SET))
_paragraph = st.builds(
    lambda properties, inside: f"<w:p><w:pPr>{properties}</w:pPr>{''.join(inside)}</w:p>",
    st.sampled_from(_PROPERTIES),
    st.lists(_run, max_size=5),
)
_table = st.lists(st.lists(_paragraph, min_size=1, max_size=3), max_size=3).map(
    lambda rows: "".join(
        f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in rows
    )
)
_bodies = st.lists(_paragraph | _table.map(lambda rows: f"<w:tbl>{rows}</w:tbl>"), max_size=12)

_TAGS = [
    "p", "div", "b", "i", "sup", "table", "tr", "td", "ol", "ul", "li", "pre", "blockquote", "nav",
    "main", "h2", "a href=#n", "a id=n href=#r", "li id=n", "span hidden", "article", "center",
]  # fmt: skip
_pages = st.lists(
    st.sampled_from(_TAGS).map(lambda tag: f"<{tag}>")
    | st.sampled_from(_TAGS).map(lambda tag: f"</{tag.split()[0]}>")
    | st.sampled_from(["<br>", "<hr>", "1", "&nbsp;", "&#8203;", " ", *_FRAGMENTS]),
    max_size=40,
).map("".join)


def ignore(_finding: Diagnostic) -> None:
    """Take no notice of a finding."""


def assert_sound(source: Source) -> None:
    """Lines stand in order and hold their styles; what they leave out nobody sees."""
    at = 0
    for line in source.lines:
        assert at <= line.span.start < line.span.end
        assert "\n" not in source.slice(line.span)
        assert all(line.span.start <= s.start < s.end <= line.span.end for s, _ in line.styles)
        at = line.span.end
    assert all(source.slice(link.span) for link in source.links)


def assert_nothing_lost(data: bytes) -> None:
    conversion = an2un.convert(data)
    assert conversion.valid
    assert conversion.covered
    assert conversion.lost == 0


@given(_bodies)
def test_any_word_file_is_read_and_converted_without_loss(body: list[str]) -> None:
    data = word("".join(body), numbering=_NUMBERING, footnotes=_NOTES)
    try:
        source = docx.read(data, "x", ignore)
    except ReadError:
        return
    assert_sound(source)
    assert_nothing_lost(data)


@given(_pages)
def test_any_page_is_read_and_converted_without_loss(page: str) -> None:
    data = f"<html><body><p>The General Assembly,</p>{page}".encode()
    try:
        source = html.read(data, "x", ignore)
    except ReadError:
        return
    assert_sound(source)
    assert_nothing_lost(data)
