"""The text of a line without the ends of pages in it, and its pieces."""

from __future__ import annotations

from an2un.parse.folded_lines import Cut, Words, cut, unbroken
from an2un.parse.folded_pages import Foot
from an2un.source import Line, Span

TEXT = "lamps of\nall 2/3 harbours, bells"
LINE = Line(Span(0, len(TEXT)), 4, indent=2.0, gap=1.0)
FOOT = Foot(Span(13, 16), ((13, "foot"),))


def test_line_ends_are_blanks() -> None:
    assert unbroken("a\r\nb") == "a  b"


def test_words_are_without_the_ends_of_pages() -> None:
    assert Words(unbroken(TEXT), [FOOT]).text == "lamps of all harbours, bells"


def test_cuts_find_their_way_back() -> None:
    words = Words(unbroken(TEXT), [FOOT])
    assert words.cuts([words.text.index("bells")]) == [
        Cut(13, 0, None, "foot"),
        Cut(16, 1, False),
        Cut(TEXT.index("bells"), 1, True),
    ]


def test_pieces_end_at_line_ends_too() -> None:
    words = Words(unbroken(TEXT), [FOOT])
    pieces = list(cut(LINE, words.cuts([words.text.index("bells")]), TEXT))
    assert [TEXT[slice(*piece.span)] for piece in pieces] == [
        "lamps of", "all", "2/3", "harbours,", "bells",
    ]  # fmt: skip
    assert [piece.opens for piece in pieces] == [None, False, None, False, True]
    assert [piece.place for piece in pieces] == ["", "", "foot", "", ""]
    assert [piece.page for piece in pieces] == [4, 4, 4, 5, 5]
    assert [piece.gap for piece in pieces] == [1.0, 0.0, 0.0, 0.0, 0.0]
