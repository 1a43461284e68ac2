"""Footnotes, endnotes, heads and feet of a Word file."""

from __future__ import annotations

from an2un.source import Source
from tests.readers.docx.word_files import lines, p, r, read, styled

RAISED = '<w:vertAlign w:val="superscript"/>'
OWN = f"<w:r><w:rPr>{RAISED}</w:rPr><w:footnoteRef/></w:r>"


def call(identifier: int, more: str = "", kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{identifier}"/>{more}</w:r>'


def note(identifier: int, *paragraphs: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{identifier}">{"".join(paragraphs)}</w:{kind}>'


def marks(source: Source) -> list[str]:
    return [words for kind, words in styled(source) if kind == "superscript"]


def test_notes_are_counted_in_the_order_of_their_calls() -> None:
    source = read(
        p("Recalls", call(7), " and notes", call(3), "."),
        footnotes=note(3, p(OWN, " Second.")) + note(7, p(OWN, " First.")) + note(9, p("Never.")),
    )
    assert lines(source) == ["Recalls1 and notes2."]
    assert lines(source, "note") == ["1 First.", "2 Second."]
    assert marks(source) == ["1", "2", "1", "2"]


def test_a_mark_that_is_typed_is_no_number_and_counts_for_none() -> None:
    typed = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    source = read(
        p("Title", typed) + p("Recalls", call(2)),
        footnotes=note(1, p(r("*", RAISED), " Reissued.")) + note(2, p(OWN, " See.")),
    )
    assert lines(source) == ["Title*", "Recalls1"]
    assert lines(source, "note") == ["* Reissued.", "1 See."]
    assert marks(source) == ["*", "1", "*", "1"]


def test_a_note_without_its_mark_is_given_it() -> None:
    source = read(p("Recalls", call(1)), footnotes=note(1, p("See.")))
    assert lines(source, "note") == ["1 See."]
    assert marks(source) == ["1", "1"]


def test_brackets_around_a_mark_stay_around_it() -> None:
    opening, closing = r("(", RAISED), r(")", RAISED)
    source = read(
        p("تشير", opening, call(1), closing), footnotes=note(1, p(opening, OWN, closing, " انظر."))
    )
    assert lines(source) == ["تشير(1)"]
    assert lines(source, "note") == ["(1) انظر."]
    assert marks(source) == ["(1)", "(1)"]


def test_further_paragraphs_of_a_note_open_by_themselves() -> None:
    source = read(p("Recalls", call(1)), footnotes=note(1, p(OWN, " One."), p("Two.")))
    assert [(source.slice(line.span), line.opens) for line in source.lines if line.place] == [
        ("1 One.", True), ("Two.", True),
    ]  # fmt: skip


def test_endnotes_follow_the_footnotes_with_numbers_of_their_own() -> None:
    own = OWN.replace("footnoteRef", "endnoteRef")
    source = read(
        p("a", call(1, kind="endnote"), " b", call(1)),
        footnotes=note(1, p(OWN, " Foot.")),
        endnotes=note(1, p(own, " End."), kind="endnote"),
    )
    assert lines(source) == ["ai b1"]
    assert lines(source, "note") == ["1 Foot.", "i End."]


def test_sections_say_how_notes_are_counted() -> None:
    section = '<w:sectPr><w:footnotePr>{}<w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    anew, last = (
        section.format(said) for said in ('<w:numFmt w:val="chicago"/>', '<w:numStart w:val="5"/>')
    )
    body = p("a", call(1), properties=anew) + p("b", call(2), "c", call(3)) + last
    notes = "".join(note(number, p(OWN, " x.")) for number in (1, 2, 3))
    assert lines(read(body, footnotes=notes)) == ["a*", "b5c6"]


def test_settings_say_it_for_all_sections() -> None:
    settings = '<w:footnotePr><w:numFmt w:val="lowerLetter"/></w:footnotePr>'
    source = read(p("a", call(1)), footnotes=note(1, p(OWN, " x.")), settings=settings)
    assert lines(source) == ["aa"]


def test_a_note_called_twice_is_printed_once() -> None:
    source = read(p("a", call(1), "b", call(1)), footnotes=note(1, p(OWN, " x.")))
    assert lines(source) == ["a1b1"]
    assert lines(source, "note") == ["1 x."]


def test_calls_without_notes_and_notes_without_parts_do_no_harm() -> None:
    assert lines(read(p("a", call(1)))) == ["a1"]
    assert lines(read(p("a", call(1)), footnotes=note(2, p("x")))) == ["a1"]
    empty = read(p("a", call(1)), footnotes=note(1))
    assert lines(empty, "note") == ["1"]


SECTION = (
    '<w:sectPr><w:headerReference w:type="first" r:id="header1"/>'
    '<w:headerReference w:type="default" r:id="header2"/>'
    '<w:footerReference w:type="default" r:id="footer1"/>{}</w:sectPr>'
)
MARGINS = {
    "header1": p("United Nations"), "header2": p("A/99/1"), "footer1": p("44-19021    2/3"),
}  # fmt: skip


def test_the_head_of_the_first_page_is_text_the_others_are_furniture() -> None:
    source = read(p("General Assembly") + SECTION.format("<w:titlePg/>"), **MARGINS)
    assert lines(source) == ["United Nations", "General Assembly"]
    assert lines(source, "head") == ["A/99/1"]
    assert lines(source, "foot") == ["44-19021    2/3"]


def test_a_first_head_that_is_not_asked_for_is_not_printed() -> None:
    source = read(p("General Assembly") + SECTION.format(""), **MARGINS)
    assert lines(source) == ["General Assembly"]
    assert lines(source, "head") == ["A/99/1"]


def test_heads_of_further_sections_are_furniture() -> None:
    body = p("One", properties=SECTION.format("<w:titlePg/>"))
    later = '<w:sectPr><w:headerReference w:type="first" r:id="header3"/><w:titlePg/></w:sectPr>'
    source = read(body + p("Two") + later, **MARGINS, header3=p("Annex"))
    assert lines(source) == ["United Nations", "One", "Two"]
    assert lines(source, "head") == ["A/99/1", "Annex"]
