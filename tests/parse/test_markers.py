"""Printed numbers to levels: every form and alphabet, and the sequence as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from an2un.parse.markers import (
    Marker,
    chinese_value,
    levels,
    marker_end,
    read_marker,
    roman_value,
)


def read(text: str) -> tuple[str, dict[str, int]]:
    """Return a marker as printed and its values by style."""
    marker = read_marker(text)
    assert marker is not None
    return marker.text, dict(marker.readings)


def levels_of(printed: str, opened: Sequence[int] = ()) -> list[int]:
    """Return the levels of markers; `opened` are those that stand behind a colon."""
    markers = [read_marker(text + " x") for text in printed.split()]
    assert None not in markers
    found = [marker for marker in markers if marker is not None]
    return list(levels(found, [index in opened for index in range(len(found))]))


# ------------------------------------------------------------------------------- one marker alone


@pytest.mark.parametrize(
    ("text", "marker", "style", "value"),
    [
        ("1. Decides", "1.", "dot decimal", 1),
        ("23 . Decides", "23 .", "dot decimal", 23),
        ("12 bis. Decides", "12 bis.", "dot decimal", 12),
        ("1．决定", "1．", "dot decimal", 1),
        ("1 - تقرر", "1 -", "dash decimal", 1),
        ("2 – تقرر", "2 –", "dash decimal", 2),
        ("(a) To act", "(a)", "paren latin", 1),
        ("( b ) To act", "( b )", "paren latin", 2),
        ("（c）行动", "（c）", "paren latin", 3),
        ("(aa) To act", "(aa)", "paren latin", 27),
        ("(A) To act", "(A)", "paren capital latin", 1),
        ("(12) To act", "(12)", "paren decimal", 12),
        ("(xiv) To act", "(xiv)", "paren roman", 14),
        ("(IV) To act", "(IV)", "paren capital roman", 4),
        ("a) D’agir", "a)", "half latin", 1),
        ("iii) D’agir", "iii)", "half roman", 3),
        ("ñ) Actuar", "ñ)", "half spanish", 15),
        ("b) действовать", "b)", "half latin", 2),
        ("б) действовать", "б)", "half cyrillic", 2),
        ("(в) действовать", "(в)", "paren cyrillic", 3),
        ("(أ) العمل", "(أ)", "paren arabic", 1),
        ("(ب) العمل", "(ب)", "paren arabic", 2),
        ("(د) العمل", "(د)", "paren arabic", 4),
        ("(هـ) العمل", "(هـ)", "paren arabic", 5),
        ("(ا) العمل", "(ا)", "paren arabic", 1),
        ("(يأ) العمل", "(يأ)", "paren arabic", 11),
        ("‘1’ العمل", "‘1’", "quote decimal", 1),
        ("'2' العمل", "'2'", "quote decimal", 2),
        ("一、行动", "一、", "stop chinese", 1),
        ("十二、行动", "十二、", "stop chinese", 12),
        ("(三) 行动", "(三)", "paren chinese", 3),
        ("㈡ 行动", "㈡", "enclosed ㈠", 2),
        ("③ 行动", "③", "enclosed ①", 3),
        ("a. To act", "a.", "letter latin", 1),
        ("• To act", "•", "bullet •", 0),
        ("– To act", "–", "bullet –", 0),
    ],
)
def test_forms_and_alphabets(text: str, marker: str, style: str, value: int) -> None:
    found, readings = read(text)
    assert found == marker
    assert readings[style] == value


@pytest.mark.parametrize("text", ["(i) x", "i) x"])
def test_i_is_a_letter_and_a_numeral(text: str) -> None:
    form = "paren" if text[0] == "(" else "half"
    readings = read(text)[1]
    assert (readings[f"{form} roman"], readings[f"{form} latin"]) == (1, 9)


@pytest.mark.parametrize(
    "text",
    ["", "Decides", "2044 was a year", "1.5 degrees", "99/118 of 2044", "(see below)", "the (a)",
     "1,000 birds", "A/99/302", "12-14 May", "-5 degrees", "(1999) was", "e.g. birds", "(ab) x"],
)  # fmt: skip
def test_what_is_no_marker(text: str) -> None:
    assert read_marker(text) is None
    assert marker_end(text) == 0


def test_the_end_counts_the_blank_behind() -> None:
    assert marker_end("(a)  To act") == 5
    assert marker_end("1.") == 2


@pytest.mark.parametrize(
    ("text", "value"), [("i", 1), ("iv", 4), ("ix", 9), ("xiv", 14), ("xl", 40), ("xcix", 99)]
)
def test_roman(text: str, value: int) -> None:
    assert roman_value(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("一", 1), ("九", 9), ("十", 10), ("十一", 11), ("二十", 20), ("九十九", 99)],
)
def test_chinese(text: str, value: int) -> None:
    assert chinese_value(text) == value


# ----------------------------------------------------------------------------------- the sequence


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("1. 2. 3.", [0, 0, 0]),
        ("1. (a) (b) 2. (a) 3.", [0, 1, 1, 0, 1, 0]),
        ("1. (a) (i) (ii) (b) 2.", [0, 1, 2, 2, 1, 0]),
        ("1. a) i) ii) b) 2.", [0, 1, 2, 2, 1, 0]),
        ("(a) (b) (c)", [0, 0, 0]),
        ("(i) (ii) (iii)", [0, 0, 0]),
        ("1. (a) (b) (c) (d) (e) (f) (g) (h) (i) (j)", [0, *[1] * 10]),
        ("1. (a) (b) (c) (d) (e) (f) (g) (h) (i) (ii) (i)", [0, *[1] * 8, 2, 2, 1]),
        ("1. (a) (i) (ii) (iii) (iv) (v) (b)", [0, 1, 2, 2, 2, 2, 2, 1]),
        ("1. (أ) (ب) ‘1’ ‘2’ (ج) 2.", [0, 1, 1, 2, 2, 1, 0]),
        ("1. (a) ㈠ ㈡ (b) 2.", [0, 1, 2, 2, 1, 0]),
        ("1. (a) (i) a. b. (ii) (b)", [0, 1, 2, 3, 3, 2, 1]),
        ("1. • • 2. •", [0, 1, 1, 0, 1]),
        ("1. 3. 4.", [0, 0, 0]),
        ("1. 2. 2. 3.", [0, 0, 0, 0]),
        ("5. 6. (a) 7.", [0, 0, 1, 0]),
    ],
)  # fmt: skip
def test_levels(printed: str, expected: list[int]) -> None:
    assert levels_of(printed) == expected


def test_i_behind_h_is_a_letter_unless_a_colon_opens_an_enumeration() -> None:
    letters = "1. (a) (b) (c) (d) (e) (f) (g) (h)"
    assert levels_of(f"{letters} (i) (j)", opened=[1]) == [0, *[1] * 10]
    assert levels_of(f"{letters} (i) (ii) (iii)", opened=[1, 9])[-3:] == [2, 2, 2]


def test_no_markers() -> None:
    assert levels((), ()) == ()


LATIN = [f"({letter})" for letter in "abcdefgh"]
ROMAN = ["(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)"]
ARABIC = [f"({letter})" for letter in "أبجدهوزح"]
QUOTED = [f"‘{number}’" for number in range(1, 7)]


@st.composite
def enumerations(draw: st.DrawFn) -> tuple[list[str], list[bool], list[int]]:
    """Return the markers of random enumerations of three levels, colons above them, and levels."""
    middle, inner = draw(st.sampled_from([(LATIN, ROMAN), (ARABIC, QUOTED)]))
    printed, opened, expected = [], [], []

    def add(marker: str, level: int, *, colon: bool) -> None:
        printed.append(marker)
        opened.append(colon)
        expected.append(level)

    for number in range(1, draw(st.integers(2, 6))):
        add(f"{number}.", 0, colon=False)
        count = draw(st.sampled_from([0, 2, 3, 5, len(middle)]))
        for index, letter in enumerate(middle[:count]):
            add(letter, 1, colon=index == 0)
            below = draw(st.sampled_from([0, 0, 2, 3, len(inner)]))
            for depth, numeral in enumerate(inner[:below]):
                add(numeral, 2, colon=depth == 0)
    return printed, opened, expected


@given(enumerations())
def test_enumerations_of_three_levels_are_always_recovered(
    case: tuple[list[str], list[bool], list[int]],
) -> None:
    printed, opened, expected = case
    markers = [read_marker(text + " x") for text in printed]
    assert list(levels([m for m in markers if m], opened)) == expected


ANY = [m for text in [*LATIN, *ROMAN, *ARABIC, *QUOTED, "1.", "2.", "•", "b)", "㈠"]
       if (m := read_marker(text + " x"))]  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from(ANY), st.booleans()), max_size=40))
def test_levels_deepen_by_one_at_most(case: list[tuple[Marker, bool]]) -> None:
    found = levels([marker for marker, _ in case], [colon for _, colon in case])
    assert len(found) == len(case)
    assert found[:1] in ((), (0,))
    assert all(after <= before + 1 for before, after in pairwise(found))
    assert all(level >= 0 for level in found)
