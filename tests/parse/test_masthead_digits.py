"""Digits of the masthead that call no note."""

from __future__ import annotations

import pytest

from an2un.language import load
from an2un.parse.masthead_digits import masthead_digits
from tests.parse.stages import codes_of, resolution, source_of, words


def fixed(text: str, code: str = "en") -> str:
    """Return the digits of a text that are parts of numbers, all other characters as dots."""
    source = source_of(text)
    found = masthead_digits(source, source.lines, load(code))
    return "".join(c if at in found or c == "\n" else "." for at, c in enumerate(text))


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "A/RES/99/255", "......99.255"),
        ("zh", "议程项目3", "....3"),
        ("fr", "Point 22 c) de l’ordre du jour", "......22......................"),
        ("ru", "[по докладу Пятого комитета (A/99/651, пункт 6)]", None),
        ("en", "Lighthouses1", "............"),
        ("en", "12 November 2044", "12..........2044"),
        ("es", "99/121. Los faros3", "99.121............"),
        ("en", "ES-11/1. Lighthouses", "...11.1............."),
    ],
)
def test_what_is_a_number_of_the_masthead(code: str, text: str, expected: str | None) -> None:
    assert fixed(text, code).replace(".", "") == (
        "99651" if expected is None else expected.replace(".", "")
    )
    assert expected is None or fixed(text, code) == expected


def test_the_text_below_the_formula_has_none() -> None:
    assert fixed("The General Assembly,\nA/RES/99/255").split() == ["." * 21, "." * 12]


def test_the_line_of_an_organ_is_no_formula() -> None:
    assert fixed("大会\n议程项目3", "zh").split() == ["..", "....3"]


DOCUMENT = """\
United Nations
A/RES/99/121
General Assembly
Agenda item 72
Resolution adopted by the General Assembly on 5 November 2044
[on the report of the Third Committee (A/99/421, para. 9)]
99/121. Lighthouses
The General Assembly,
Recalling the lamps,
1. Decides to look up.
__________________
1 See the lamps.
2 See the nights.
"""


def test_a_note_without_a_call_takes_no_digit_of_a_symbol() -> None:
    made = resolution(DOCUMENT)
    assert words(made.masthead.cover[1]) == "A/RES/99/121"
    assert words(made.masthead.session[0]) == "Agenda item 72"
    assert "(A/99/421, para. 9)" in words(made.masthead.adoption[-1])
    assert "AU201" in codes_of(DOCUMENT)
