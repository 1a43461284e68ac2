"""From where glyphs stand to the order in which they are read, in lines from the right."""

from __future__ import annotations

import pytest

from an2un.readers.direction import (
    day_first,
    is_turned,
    plain_letters,
    reading_order,
    runs_right_to_left,
)
from an2un.readers.pdf.glyphs import Font, Glyph
from an2un.readers.pdf.letters import from_the_left

FONT = Font(700, 10)


def seen(shown: str) -> str:
    """Return in reading order a line that is shown as `shown` from left to right."""
    glyphs = [Glyph(letter, 5.0 * at, 5.0 * at + 5, FONT) for at, letter in enumerate(shown)]
    return "".join(glyph.text for glyph in reading_order(from_the_left(glyphs, 0.2)))


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        ("بتكم"[::-1], "بتكم"),
        ("1988 " + "ماع"[::-1], "ماع 1988"),
        ("43/53 " + "رارق"[::-1], "رارق 43/53"),
        ("A/RES/78/1 " + "رارق"[::-1], "رارق A/RES/78/1"),
        ("LAMP@50 " + "رارق"[::-1], "رارق LAMP@50"),
        ("2025-2020 " + "ةرتف"[::-1], "ةرتف 2020-2025"),
        ("2020-2025 " + "ةرتف"[::-1], "ةرتف 2020-2025"),
        ("20-9 " + "ةرتف"[::-1], "ةرتف 9-20"),
        ("6-71 " + "ةرتف"[::-1], "ةرتف 71-6"),
        ("12345-2020 " + "ةرتف"[::-1], "ةرتف 2020-12345"),
        (".(On Rest (Vienna, 2044", "On Rest (Vienna, 2044)."),
        (".(On Rest (Vienna, 2044 (1)", "(1) On Rest (Vienna, 2044)."),
        ("(A/CONF.192/15) 2001 " + "ماع"[::-1], "ماع 2001 (A/CONF.192/15)"),
        (".A/HRC/25/63 (1)", "(1) A/HRC/25/63."),
        ("COVID-19 " + "مع"[::-1], "مع COVID-19"),
        ("44-19021", "44-19021"),
        (";(1) " + "مع"[::-1], "مع (1);"),
        ("(A/78/1) " + "مع"[::-1], "مع (A/78/1)"),
        (")A/78/1( " + "مع"[::-1], "مع (A/78/1)"),
        (")A/50 (Vol. I)( " + "مع"[::-1], "مع (A/50 (Vol. I))"),
        ("))A/50 (Vol. I( " + "مع"[::-1], "مع (A/50 (Vol. I))"),
        (".A/157/24 (Part I) " + "مع"[::-1], "مع A/157/24 (Part I)."),
        (".(A/157/24 (Part I " + "مع"[::-1], "مع A/157/24 (Part I)."),
        (".1", "1."),
        ("%50 " + "مع"[::-1], "مع 50%"),
        ("1,5 " + "مع"[::-1], "مع 1,5"),
        ("79 917 300 " + "مع"[::-1], "مع 79 917 300"),
        ("79 917 300", "79 917 300"),
        ("7 99 " + "مع"[::-1], "مع 99 7"),
        ("7 1999 " + "مع"[::-1], "مع 1999 7"),
        ("1999 700 " + "مع"[::-1], "مع 700 1999"),
    ],
)
def test_a_line_from_the_right(shown: str, read: str) -> None:
    assert seen(shown) == read


def test_quotation_marks_come_out_as_they_are_printed() -> None:
    assert seen("\u201d" + "بحر"[::-1] + "\u201c " + "مع"[::-1]) == "مع \u201dبحر\u201c"


def test_marks_stay_behind_their_letter_and_letters_of_a_ligature_in_order() -> None:
    glyphs = [
        Glyph("ب", 10, 15, FONT),
        Glyph("\u064b", 12, 12, FONT),
        Glyph("ل", 5, 10, FONT),
        Glyph("ا", 5, 10, FONT),
    ]
    assert "".join(g.text for g in reading_order(from_the_left(glyphs, 0.2))) == "ب\u064bلا"


def test_a_doubled_letter_is_said_so_before_its_vowel() -> None:
    for signs in ("\u064e\u0651", "\u0651\u064e"):
        glyphs = [Glyph("\u0628", 10, 15, FONT), *(Glyph(sign, 12, 12, FONT) for sign in signs)]
        found = reading_order(from_the_left(glyphs, 0.2))
        assert "".join(glyph.text for glyph in found) == "\u0628\u0651\u064e"


def test_a_wide_bracket_stands_where_its_ink_does() -> None:
    glyphs = [Glyph("》", 10, 20, FONT), Glyph("(", 20, 24, FONT), Glyph("《", 19, 29, FONT)]
    assert "".join(base[0].text for base in from_the_left(glyphs, 0.2)) == "》(《"


def test_a_ligature_of_lam_and_alef_reads_so_in_whichever_order_the_file_has_them() -> None:
    for letters in ("لأ", "أل"):
        glyphs = [Glyph(letter, 5, 10, FONT) for letter in letters]
        assert "".join(g.text for g in reading_order(from_the_left(glyphs, 0.2))) == "لأ"
    apart = [Glyph("أ", 10, 15, FONT), Glyph("ل", 5, 10, FONT)]
    assert "".join(g.text for g in reading_order(from_the_left(apart, 0.2))) == "أل"


def test_forms_are_the_letters_they_stand_for() -> None:
    assert plain_letters("\ufefb") == "لا"
    assert plain_letters("\ufb01") == "fi"
    assert plain_letters("½") == "½"


def test_a_symbol_before_a_comma_of_the_other_script_is_read_from_the_right() -> None:
    shown = "\u060c(A/78/1"
    assert is_turned(shown)
    assert seen(shown) == "A/78/1)\u060c"
    assert not is_turned("A/78/1")


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        ("May 2044 7", "7 May 2044"),
        ("December 2044 31", "31 December 2044"),
        ("7 May 2044", "7 May 2044"),
        ("Part 2044", "Part 2044"),
        ("May 2044 789", "May 2044 789"),
        ("A/2044 7", "A/2044 7"),
    ],
)
def test_a_date_in_latin_letters_begins_with_its_day(shown: str, read: str) -> None:
    glyphs = [Glyph(letter, 5.0 * at, 5.0 * at + 5, FONT) for at, letter in enumerate(shown)]
    assert "".join(glyph.text for glyph in day_first(glyphs)) == read


def test_a_line_is_read_from_the_right_when_most_letters_are() -> None:
    assert runs_right_to_left("قرار A")
    assert not runs_right_to_left("A/RES/78/1 ق")
    assert not runs_right_to_left("1988")
