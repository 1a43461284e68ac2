"""Canonical text and what it cannot carry."""

from __future__ import annotations

from textwrap import dedent

from hypothesis import given
from hypothesis import strategies as st

from an2un import plain
from an2un.plain.wrapping import wrapped
from an2un.tree import (
    Annex,
    Collection,
    Embedded,
    Heading,
    Link,
    Masthead,
    Provision,
    Reference,
    Row,
    Section,
    Superscript,
    Table,
    Text,
)
from tests.builders import doc, field, head, italic, line, note, par, points, recital, table


def lines(*items: object) -> list[str]:
    """Return the lines of a document's items."""
    return [text for text in plain.text(doc(items)).split("\n") if text]


def test_a_whole_document() -> None:
    document = doc(
        (
            par("1.", line(italic("Invites"), " all", note("2", "See B.", "And C."), ":"),
                points(par("(a)", "States;"), par("(b)", "People.")), "It is urgent."),
            head("Next steps"),
        ),
        masthead=Masthead(
            cover=(line("United Nations"), line(field("symbol", "A/99/L.7"))),
            title=(line(field("title", "Dark skies"), note("*", "Reissued.")),),
        ),
        formula="The General Assembly,",
        recitals=(recital(line("Recalling its work", note("1", "See A."), ",")),),
        closing=("82nd plenary meeting", "9 December 2044"),
        annexes=(Annex(line("Annex"), (line("List"),), (par("1.", "One."),)),),
    )  # fmt: skip
    assert plain.text(document) == dedent("""\
        United Nations

        A/99/L.7

        Dark skies*

        The General Assembly,

        Recalling its work1,

        1. Invites all2:

        (a) States;

        (b) People.

        It is urgent.

        Next steps

        82nd plenary meeting

        9 December 2044

        Annex

        List

        1. One.

        __________________

        * Reissued.

        1 See A.

        2 See B.

          And C.
        """)


def test_an_empty_document_is_empty_text() -> None:
    assert plain.text(doc()) == ""


def test_headings_and_their_numbers() -> None:
    roman = Section("section", "I.", line("Skies"), (par("1.", "x"),))
    part = Section("part", "Part II", line("Seas"), ())
    bare = Section("title", "A", None, ())
    assert lines(roman, part, bare) == ["I. Skies", "1. x", "Part II", "Seas", "A"]


def test_a_heading_of_a_provision_stands_before_its_text() -> None:
    assert lines(Provision("(a)", line("Skies."), (line("x"),))) == ["(a) Skies.", "x"]


def test_a_marker_without_text_stands_alone() -> None:
    assert lines(par("1."), par("2.", points(par("(a)", "x")))) == ["1.", "2. (a) x"]


def test_cells_are_separated_by_tabs() -> None:
    assert lines(par(None, table(("a", "", "c"), ("d", "e", "f")))) == ["a\t\tc", "d\te\tf"]


def test_notes_that_letters_call_stand_below_their_table() -> None:
    cell = (line("4", note("a", "See x.")),)
    rows = Table((Row((cell, (line("5", note("1", "See y.")),))),))
    document = doc((par(None, rows), par("2.", "z")))
    assert plain.text(document) == f"4a\t51\n\na See x.\n\n2. z\n\n{plain.RULE}\n\n1 See y.\n"


def test_embedded_text_is_printed_in_place() -> None:
    text = Embedded((recital("Convinced,"), par("1.", "x")))
    provision = Provision(None, None, (line("Adopts:"), text))
    assert lines(provision) == ["Adopts:", "Convinced,", "1. x"]


def test_a_note_in_a_note_follows_it() -> None:
    assert lines(par("1.", line("x", note("1", line("y", note("2", "z"))))))[2:] == ["1 y2", "2 z"]


def test_a_collection_prints_its_parts() -> None:
    parts = (doc((par("1.", "a"),)), doc((par("1.", "b"),)))
    document = Collection("en", "resolution", Masthead(title=(line("Skies"),)), parts)
    assert plain.text(document) == "Skies\n\n1. a\n\n1. b\n"


def test_width_wraps_paragraphs_and_no_table() -> None:
    document = doc((par("1.", "one two three four", table(("a", "b"))),))
    assert plain.text(document, 12) == "1. one two\nthree four\n\na\tb\n"


# --------------------------------------------------------------------------------------- wrapping


def test_chinese_breaks_between_characters_but_not_before_punctuation() -> None:
    assert wrapped("大会决定继续审议，并请秘书长", 8) == "大会决定继续审\n议，并请秘书长"


def test_a_line_never_begins_like_a_provision() -> None:
    assert wrapped("in paragraph (a) of 2044. Then", 14) == "in\nparagraph (a)\nof 2044. Then"


def test_long_words_stay_whole() -> None:
    assert wrapped("a extraordinarily long", 5) == "a\nextraordinarily\nlong"


@given(st.text(st.sampled_from("ab1.() 大会，-“"), max_size=60), st.integers(1, 30))
def test_joining_the_lines_gives_the_paragraph_back(text: str, width: int) -> None:
    paragraph = " ".join(text.split(" ")).strip(" ")
    joined = ""
    for piece in wrapped(paragraph, width).split("\n"):
        wide = joined[-1:] > "\u2e80" and piece[:1] > "\u2e80"
        joined += piece if wide or not joined else f" {piece}"
    assert joined == paragraph


@given(st.text(st.sampled_from("ab1.() 大会，-"), max_size=60), st.integers(1, 30))
def test_no_line_is_longer_than_it_must_be(text: str, width: int) -> None:
    for piece in wrapped(text.strip(" "), width).split("\n")[:-1]:
        assert piece == piece.rstrip(" ") or not piece.strip(" ")


# ------------------------------------------------------------------------------------- forgetting


def test_only_the_opening_phrase_stays_in_italics() -> None:
    before = (
        par("1.", line(italic("Decides"), " on ", italic("Skies"), " now")),
        par(None, line("On ", italic("Skies"))),
    )
    after = (par("1.", line(italic("Decides"), " on Skies now")), par(None, "On Skies"))
    assert plain.forget(doc(before)) == doc(after)


def test_references_links_roles_and_raised_type_are_forgotten() -> None:
    words = (Text("w"),)
    before = line(
        Reference("A/1", words), Link("x", words), Superscript(words), field("date", "w", "2044")
    )
    assert plain.forget(doc((par("1.", before),))) == doc((par("1.", "wwww"),))


def test_roles_of_the_title_pages_are_kept_without_typography() -> None:
    before = Masthead(title=(line(italic("On "), field("title", "Skies")),))
    after = Masthead(title=(line("On ", field("title", "Skies")),))
    assert plain.forget(doc(masthead=before)) == doc(masthead=after)


def test_a_heading_of_a_provision_becomes_its_first_paragraph() -> None:
    before = Provision("(a)", line("Skies."), (line("x"),))
    assert plain.forget(doc((before,))) == doc((par("(a)", "Skies.", "x"),))


def test_headings_stay_headings() -> None:
    before = (Heading(line(italic("Skies"))), Section("part", "I", line(italic("Seas")), ()))
    after = (head("Skies"), Section("part", "I", line("Seas"), ()))
    assert plain.forget(doc(before)) == doc(after)
