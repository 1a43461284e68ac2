"""Rows of printed numbers: where they break, and what counts on."""

from __future__ import annotations

import pytest

from an2un.check.counters import first_break

ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"


@pytest.mark.parametrize(
    "row",
    [
        ["1.", "2.", "3."],
        ["(a)", "(b)", "(c)"],
        ["(i)", "(ii)", "(iii)"],
        ["а)", "b)", "с)"],  # Cyrillic а and с between Latin letters
        ["Part I", "Part II", "Part III"],
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
        (["(b)", "(c)"], 0, ""),
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
