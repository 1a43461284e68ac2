"""Printed markers to levels: the sequence as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from an2un.parse.markers import Place, levels
from an2un.wording.compounds import compound_markers
from an2un.wording.markers import Marker, read_marker


def levels_of(printed: str, opened: Sequence[int] = ()) -> list[int]:
    """Return the levels of markers; `opened` are those that stand behind a colon."""
    markers = [read_marker(text + " x") for text in printed.split()]
    assert None not in markers
    found = [marker for marker in markers if marker is not None]
    return list(levels(found, [Place(index in opened) for index in range(len(found))]))


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
        ("1. (a) ㈨ ㈩ (十一) (十二) (b)", [0, 1, 2, 2, 2, 2, 1]),
        ("1. (a) ⑴ ⑵ (3)", [0, 1, 2, 2, 2]),
        ("1. a) b) (c) d) 2.", [0, 1, 1, 1, 1, 0]),
        ("1. a) i) ii) (iii) b)", [0, 1, 2, 2, 2, 1]),
        ("1. (a) a) b) (b) a)", [0, 1, 2, 2, 1, 2]),
    ],
)  # fmt: skip
def test_levels(printed: str, expected: list[int]) -> None:
    assert levels_of(printed) == expected


def test_i_behind_h_is_a_letter_unless_a_colon_opens_an_enumeration() -> None:
    letters = "1. (a) (b) (c) (d) (e) (f) (g) (h)"
    assert levels_of(f"{letters} (i) (j)", opened=[1]) == [0, *[1] * 10]
    assert levels_of(f"{letters} (i) (ii) (iii)", opened=[1, 9])[-3:] == [2, 2, 2]


def test_the_next_number_of_the_text_ends_the_points_under_a_heading() -> None:
    found = [
        marker for text in ("(p)", "(q)", "28.", "(a)", "29.") if (marker := read_marker(text))
    ]
    told = [Place(), Place(), Place(counts_on=True), Place(), Place(counts_on=True)]
    assert levels(found, told) == (0, 0, 0, 1, 0)
    assert levels(found, [Place()] * 5) == (0, 0, 1, 2, 1)


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
    assert list(levels([m for m in markers if m], list(map(Place, opened)))) == expected


ANY = [m for text in [*LATIN, *ROMAN, *ARABIC, *QUOTED, "1.", "2.", "•", "b)", "㈠"]
       if (m := read_marker(text + " x"))]  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from(ANY), st.booleans()), max_size=40))
def test_levels_deepen_by_one_at_most(case: list[tuple[Marker, bool]]) -> None:
    found = levels([marker for marker, _ in case], [Place(colon) for _, colon in case])
    assert len(found) == len(case)
    assert found[:1] in ((), (0,))
    assert all(after <= before + 1 for before, after in pairwise(found))
    assert all(level >= 0 for level in found)


def test_inserted_points_stand_beside_those_they_follow() -> None:
    printed = ["1.", "a)", "i)", "ii)", "a bis)", "a quater)", "b)", "1 bis.", "2."]
    markers = [marker for text in printed if (marker := read_marker(text + " x"))]
    assert [marker.inserted for marker in markers] == [*[False] * 4, True, True, False, True, False]
    assert levels(markers, [Place()] * len(printed)) == (0, 1, 2, 2, 1, 1, 1, 0, 0)


def test_numbers_of_several_parts_nest_by_their_parts() -> None:
    lines = ["1. A", "1.1 B", "1.2 C", "1.2.1 D", "1.2.2 E", "1.3 F", "2. G", "2.1 H", "(a) I"]
    found = compound_markers(lines)
    markers = [found.get(at) or read_marker(line) for at, line in enumerate(lines)]
    read = [marker for marker in markers if marker is not None]
    assert levels(read, [Place()] * len(lines)) == (0, 1, 1, 2, 2, 1, 0, 1, 2)
