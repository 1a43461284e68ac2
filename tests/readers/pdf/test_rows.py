"""Glyphs to rows: raised and sunk characters, and signs above and below letters."""

from __future__ import annotations

from an2un.readers.pdf.glyphs import Font, Glyph
from an2un.readers.pdf.rows import rows

BODY, SMALL = Font(700, 10), Font(703.5, 7)


def set_at(text: str, left: float, font: Font) -> list[Glyph]:
    return [Glyph(letter, left + 5 * at, left + 5 * at + 5, font) for at, letter in enumerate(text)]


def read(glyphs: list[Glyph]) -> list[list[tuple[str, bool]]]:
    """Return the glyphs of each row, and whether they are raised."""
    return [[(g.text, g.font.raised) for g in row.glyphs()] for row in rows(glyphs)[0]]


def test_small_characters_above_the_baseline_are_raised() -> None:
    found = read([*set_at("ab", 10, BODY), *set_at("1", 20, SMALL)])
    assert found == [[("a", False), ("b", False), ("1", True)]]


def test_lines_are_rows_of_their_own() -> None:
    assert len(read([*set_at("ab", 10, BODY), *set_at("cd", 10, Font(688, 10))])) == 2


def test_signs_at_any_height_belong_to_the_letters_they_stand_at() -> None:
    above, below = Font(706, 10), Font(696, 10)
    glyphs = [
        *set_at("\u0628\u0633", 10, BODY),
        Glyph("\u064f", 16, 16, above),
        Glyph("\u0650", 11, 11, below),
        *set_at("\u062a", 10, Font(688, 10)),
    ]
    assert [[text for text, raised in row if not raised] for row in read(glyphs)] == [
        ["\u0628", "\u0633", "\u064f", "\u0650"],
        ["\u062a"],
    ]


def test_signs_as_high_as_the_call_of_a_note_belong_to_the_letters_of_the_line() -> None:
    glyphs = [
        *set_at("\u0628\u0633", 10, BODY),
        *set_at("(5)", 22, SMALL),
        Glyph("\u064b", 16, 16, Font(703.0, 10)),
    ]
    assert read(glyphs) == [
        [(letter, False) for letter in "\u0628\u0633"]
        + [(sign, True) for sign in "(5)"]
        + [("\u064b", False)]
    ]


def test_a_letter_that_is_named_where_its_sign_stands_belongs_to_the_line() -> None:
    glyphs = [
        *set_at("\u0628\u0633", 10, BODY),
        *set_at("\u0623\u064f", 20, Font(704.4, 10)),
    ]
    assert read(glyphs) == [[(letter, False) for letter in "\u0628\u0633\u0623\u064f"]]
