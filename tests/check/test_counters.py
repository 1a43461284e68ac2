"""Rows of printed numbers: where they break, and what counts on."""

from __future__ import annotations

import pytest

from an2un.check.counters import first_break, is_selection

ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"


@pytest.mark.parametrize(
    "row",
    [
        ["1.", "2.", "3."],
        ["(a)", "(b)", "(c)"],
        ["(i)", "(ii)", "(iii)"],
        ["а)", "b)", "с)"],  # Cyrillic а and с between Latin letters
        ["Part I", "Part II", "Part III"],
        ["Section 1", "Section 2A", "Section 2B", "Section 3"],
        ["الباب 1", "الباب 2 ألف", "الباب 2 باء", "الباب 3"],
        ["1.", "1 bis.", "2."],
        ["2.1", "2.2", "2.3"],
        ["一、", "二、", "三、"],
        [f"({letter})" for letter in ABJAD],
        [*(f"({letter})" for letter in ABJAD[:26]), "(أ أ)", "(ب ب)"],
        [*(f"({letter})" for letter in "abcdefghijklmnopqrstuvwxyz"), "(aa)", "(bb)"],
    ],
)
def test_rows_that_count_on(row: list[str]) -> None:
    assert first_break(row) is None


@pytest.mark.parametrize(
    ("row", "at", "expected"),
    [
        (["1.", "3."], 1, "2"),
        (["(a)", "(c)"], 1, "b"),
        (["(b)", "(c)"], 0, "a"),
        (["(ii)", "(iii)"], 0, "i"),
        (["I.", "II.", "V."], 2, "III"),
        (["Section 2B", "Section 2A"], 0, "1"),
        (["Section 1A", "Section 1B", "Section 1A"], 2, "2"),
        (["A.", "B.", "B."], 2, "C"),
        ([*(f"({letter})" for letter in ABJAD[:26]), "(ب ب)"], 26, ""),
    ],
)
def test_rows_that_break(row: list[str], at: int, expected: str) -> None:
    found = first_break(row)
    assert found is not None
    assert found.at == at
    assert not expected or found.expected == expected


def test_a_row_may_continue_the_one_before() -> None:
    assert first_break(["IV.", "V."], last="III.") is None
    assert first_break(["IV.", "V."]) is not None


@pytest.mark.parametrize(
    ("row", "selected"),
    [
        (["Section 3", "Section 5", "Section 6", "Section 9A", "Section 9D"], True),
        (["Part II", "Part IV"], True),
        (["Section 1", "Section 2", "Section 4"], False),  # one gap: a section lost
        (["Section 3", "Section 9", "Section 5"], False),  # no order at all
        (["3.", "5.", "9."], False),  # its own numbers
        (["I", "Section 3", "Section 5", "II"], True),
        ([], False),
    ],
)
def test_numbers_picked_from_another_text(row: list[str], selected: bool) -> None:
    assert is_selection(row) is selected
