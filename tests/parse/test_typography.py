"""Italics and raised characters inside the text, where the source shows them."""

from __future__ import annotations

from an2un.diagnostics import Diagnostic
from an2un.language import load
from an2un.parse import document
from an2un.source import Source
from an2un.tree import Collection, Document, Emphasis, Link, Paragraph, Reference, Superscript
from an2un.walk import plain_text, walk
from tests.parse.laid_out import laid_out


def ignore(_finding: Diagnostic) -> None:
    """Take no notice of a finding."""


def set_apart(source: Source) -> list[tuple[str, str]]:
    """Return what the document of a source sets apart, in its order, and how."""
    made = document(source, load("en"), ignore).document
    assert not isinstance(made, Collection)
    return [
        (type(node).__name__, plain_text(node.children))
        for node in walk(made)
        if isinstance(node, Emphasis | Superscript | Reference | Link)
    ]


HEAD = ["A/RES/99/1", "", "The General Assembly,", ""]


def test_titles_in_italics_and_raised_letters_are_kept() -> None:
    page = ["  1. _{Takes note} of _{The Tide}, vol. 1^{er};^{1}", "", "note:^{1} _{Ibid.}, 2."]
    source = laid_out([*HEAD, *page])
    assert set_apart(source) == [
        ("Emphasis", "Takes note"),
        ("Emphasis", "The Tide"),
        ("Superscript", "er"),
        ("Emphasis", "Ibid."),
    ]


def test_raised_letters_inside_italics_are_kept() -> None:
    page = ["  1. _{Takes note} of _{Supplement n^{o} 2} of it;"]
    assert set_apart(laid_out([*HEAD, *page]))[1:] == [
        ("Emphasis", "Supplement no 2"),
        ("Superscript", "o"),
    ]


def test_italics_over_a_line_end_are_one() -> None:
    first = "  1. _{Takes note} of the book that is called _{The Tide and}"
    source = laid_out([*HEAD, first, "_{the Moon}, with thanks;"])
    assert ("Emphasis", "The Tide and the Moon") in set_apart(source)


def test_points_show_their_italics_too() -> None:
    points = ["  (a) _{To act} at once;", "", "  (b) To wait;"]
    source = laid_out([*HEAD, "  1. _{Decides}:", "", *points])
    assert ("Emphasis", "To act") in set_apart(source)


def test_a_paragraph_in_italics_as_a_whole_opens_with_no_phrase() -> None:
    source = laid_out([*HEAD, "  1. _{Decides} to act;", "", "  _{All of this in italics.}"])
    assert set_apart(source)[1:] == [("Emphasis", "All of this in italics.")]


def test_marks_are_not_words() -> None:
    source = laid_out([*HEAD, "  1. _{Decides} to act_{,} at once_{ };"])
    assert set_apart(source) == [("Emphasis", "Decides")]


def test_a_call_without_a_note_stays_raised() -> None:
    source = laid_out([*HEAD, "  1. _{Decides} to act^{7} at once;"])
    assert ("Superscript", "7") in set_apart(source)


def test_the_paragraph_is_the_same_but_for_its_styles() -> None:
    plain = laid_out([*HEAD, "  1. Takes note of The Tide;"])
    shown = laid_out([*HEAD, "  1. _{Takes note} of _{The Tide};"])
    one, other = (document(source, load("en"), ignore).document for source in (plain, shown))
    assert words(one) == words(other)


def words(made: Document) -> list[str]:
    return [plain_text(node.children) for node in walk(made) if isinstance(node, Paragraph)]
