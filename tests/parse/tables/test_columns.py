"""The columns of tables: what the head tells, and what recurs."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from an2un.parse.tables.columns import (
    Columns,
    capital_cells,
    counts_on,
    head_cells,
    numbering_of,
    openings,
    shared_numbers,
    text_cells,
)
from an2un.parse.tables.words import Word, text_of, words_of
from tests.parse.stages import source_of

LABELS = [
    "New post Keeper P-4", "New post Rower GS (OL)", "Transfer Cook P-3", "Transfer Ox P-2",
    "Change of grade Clerk P-2", "Change of grade Cook P-2",
    "Change of place Clerk P-2", "Change of place Cook P-2",
    "Abolition Keeper of lamps P-2", "Abolition Keeper of ships P-2",
]  # fmt: skip


def words(text: str) -> tuple[Word, ...]:
    source = source_of(text)
    return words_of(source, source.lines[0].span)


def texts(cells: Sequence[Sequence[Word]] | None) -> list[str] | None:
    return None if cells is None else [text_of(cell) for cell in cells]


@pytest.mark.parametrize(
    ("printed", "spaced", "expected"),
    [
        ("Boat Number of oars (Small boats)", True, ["Boat", "Number of oars (Small boats)"]),
        ("boats     oars", True, ["boats", "oars"]),
        ("Boats     Oars of boats  Number", True, ["Boats", "Oars of boats", "Number"]),
        ("\u8239 \u6868", False, ["\u8239", "\u6868"]),
    ],
    ids=["capitals", "gaps", "narrow gaps", "blanks"],
)
def test_heads_fall_into_cells(printed: str, spaced: bool, expected: list[str]) -> None:
    assert texts(head_cells(words(printed), spaced=spaced)) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("New post Keeper P-4", ["New post", "Keeper", "P-4"]),
        ("New post Rower GS (OL)", ["New post", "Rower", "GS (OL)"]),
        ("Transfer Old Cook P-3 to P-4", ["Transfer", "Old Cook", "P-3 to P-4"]),
        ("Total new posts", None),
        ("Loan Keeper P-4", None),
        ("Change of grade Clerk P-2", ["Change of grade", "Clerk", "P-2"]),
        ("Abolition Keeper of lamps P-2", ["Abolition", "Keeper of lamps", "P-2"]),
    ],
    ids=["code", "in brackets", "two codes", "total", "unknown opening", "longer", "trimmed"],
)
def test_columns_of_words_recur(label: str, expected: list[str] | None) -> None:
    known = openings([words(each) for each in LABELS])
    assert texts(text_cells(words(label), Columns(1, 3, known, numbered=""))) == expected


def test_one_column_of_words_is_the_whole_label() -> None:
    columns = Columns(1, 1, frozenset(), numbered="")
    assert texts(text_cells(words("Republic of Esk"), columns)) == ["Republic of Esk"]


def test_ascending_numbers_are_a_column() -> None:
    assert numbering_of([words("1 Boats"), words("2 Oars"), words("29A Ropes")]) == "digits"
    assert numbering_of([words("1. Boats"), words("2. Oars"), words("3. Ropes")]) == ""
    assert numbering_of([words("7 Boats"), words("2 Oars"), words("3 Ropes")]) == ""


def test_rows_may_count_by_all_letters_from_the_first_on() -> None:
    rows = [words(f"{letter} Boats") for letter in "ABCD"]
    assert numbering_of(rows) == "letters"
    assert numbering_of(rows[:3]) == numbering_of(rows[1:]) == ""
    assert numbering_of([*rows, words("A Ropes")]) == ""
    assert counts_on(words("B")[0], words("C")[0], "letters")
    assert not counts_on(words("B")[0], words("D")[0], "letters")
    assert not counts_on(words("B")[0], words("C")[0])


@pytest.mark.parametrize(
    ("last", "number", "expected"),
    [
        ("9", "10", True),
        ("29", "29A", True),
        ("9", "14", False),
        ("Boats", "1", True),
        ("9", "Oars", False),
    ],
)
def test_the_next_number_begins_a_row(last: str, number: str, expected: bool) -> None:
    assert counts_on(words(last)[0], words(number)[0]) is expected


def test_a_number_of_several_rows_needs_the_word_behind_it() -> None:
    labels = ["9 Boats", "29 B Oars", "29 C Ropes", "30 Sails of boats"]
    assert shared_numbers([words(each) for each in labels]) == {"29"}


def test_a_wide_gap_may_part_some_cells_and_capitals_the_others() -> None:
    printed = words("Action Title of post Grade     Number")
    assert texts(capital_cells(printed)) == ["Action", "Title of post", "Grade", "Number"]
