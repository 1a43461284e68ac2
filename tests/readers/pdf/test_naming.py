"""Codes of a page to its characters, where fonts do not say them."""

from __future__ import annotations

from an2un.readers.pdf.naming import UNNAMED, Page, has_odd


def characters(*stretches: tuple[str, int], names: dict[int, str] | None = None) -> str:
    """Return what is made of codes, each stretch in a font; fonts below 10 name no characters."""
    codes = [ord(letter) for text, _ in stretches for letter in text]
    faces = [face for text, face in stretches for _ in text]
    page = Page(codes, faces, names or {}, lambda index: faces[index] >= 10)
    return "".join(page.characters())


def numbers(*glyphs: int) -> str:
    return "".join(map(chr, glyphs))


def test_glyphs_stand_in_the_order_of_the_macintosh() -> None:
    said = numbers(57, 82, 76, 91, 3, 179, 112, 87, 112, 180, 3, 177)
    assert characters((said, 1)) == "Voix “été” –"
    assert characters((numbers(36, 3, 250), 1)) == f"A {UNNAMED}"


def test_a_font_without_blanks_counts_glyphs_where_another_does() -> None:
    assert characters((numbers(36, 3, 37, 38), 1), (numbers(36, 15), 2)) == "A BCA,"
    assert characters((numbers(36, 15), 2)) == UNNAMED * 2


def test_a_font_whose_lowest_code_is_no_blank_counts_no_glyphs() -> None:
    assert characters((numbers(1, 2, 3, 4, 3, 5), 1)) == UNNAMED * 6


def test_fonts_that_name_their_characters_stay_as_they_are() -> None:
    assert characters((numbers(36, 3, 37), 1), ("A/99/1", 10)) == "A BA/99/1"
    assert not has_odd(list(map(ord, "A/99/1\r\n")))
    assert has_odd([0xF0B7])


def test_symbols_are_those_of_their_fonts() -> None:
    names = {10: "abcdef+symbol", 11: "abcdef+wingdings-regular", 12: "other"}
    assert characters(("\uf0b7", 10), ("\uf0a7", 11), ("\uf0b7", 12), names=names) == "•▪•"
    assert characters(("\ue123", 12), names=names) == UNNAMED


def test_what_pdfium_made_up_is_left_out() -> None:
    assert characters((numbers(36, 3, 37), 1), (" \r", 0)) == "A B"
