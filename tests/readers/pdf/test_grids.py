"""Lines of a page to the rows of its tables."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from an2un.readers.pdf.columns import Piece
from an2un.readers.pdf.glyphs import Font, Glyph
from an2un.readers.pdf.grids import strips
from an2un.readers.pdf.rows import Row

FONT = Font(0, 10)
Line = tuple[float, list[tuple[float, str]]]
"""Height of a line, and its words with their left edge; a letter is 5 points wide."""


def piece(left: float, text: str) -> Piece:
    glyphs = [[Glyph(c, left + 5 * at, left + 5 * at + 5, FONT)] for at, c in enumerate(text)]
    return Piece(glyphs, left, left + 5 * len(text))


def told(lines: Sequence[Line], *, rtl: bool = False) -> list[list[str]]:
    """Return the cells of what is told to be a row, from left to right; "/" parts their lines."""
    found = [Row([], base, 10) for base, _ in lines]
    parted = [[piece(*words) for words in line] for _, line in lines]
    made = strips(found, parted, rtl=rtl)
    assert [index for strip in made for index in range(strip.start, strip.end)] == list(
        range(len(lines))
    )
    return [["/".join(p.text for p in c) for c in strip.cells] for strip in made if strip.told]


TABLE: list[Line] = [
    (200, [(10, "Annex")]),
    (180, [(155, "Tides")]),
    (170, [(105, "Boats"), (160, "seen")]),
    (155, [(10, "Harbours"), (110, "400"), (165, "25")]),
    (140, [(10, "Harbours of the")]),
    (130, [(10, "north"), (105, "(400)"), (165, "25")]),
    (115, [(10, "Of which:")]),
    (100, [(10, "Lighthouses"), (110, "1 2"), (165, "30")]),
    (80, [(10, "The text below the table runs on.")]),
]


def test_lines_that_stand_close_are_one_row() -> None:
    assert told(TABLE) == [
        ["", "Boats", "Tides/seen"],
        ["Harbours", "400", "25"],
        ["Harbours of the/north", "(400)", "25"],
        ["Of which:", "", ""],
        ["Lighthouses", "1 2", "30"],
    ]


def test_columns_from_the_right() -> None:
    mirrored = [
        (base, [(300 - left - 5 * len(text), text) for left, text in reversed(line)])
        for base, line in TABLE
    ]
    assert told(mirrored, rtl=True)[2] == ["25", "(400)", "Harbours of the/north"]


def test_a_label_that_fills_its_column_is_parted_from_its_figure() -> None:
    full: Line = (85, [(10, "Lighthouses of the  700"), (165, "30")])
    assert told([*TABLE[:-1], full])[-1] == ["Lighthouses of the", "700", "30"]


def test_the_foot_of_a_page_is_no_row_of_the_table_above_it() -> None:
    foot: Line = (40, [(10, "44-23107"), (165, "3/3")])
    note: Line = (85, [(10, "a See A/99/17.")])
    assert told([*TABLE[:-1], note, foot]) == told([*TABLE[:-1], note])


@pytest.mark.parametrize(
    "lines",
    [
        [(100 - 15 * at, [(10, "Boats"), (110, "400")]) for at in range(6)],
        [(100 - 15 * at, [(10, "Boats"), (110, "Tides")]) for at in range(6)],
        [(100, [(10, "Boats"), (110, "400")]), (85, [(10, "Boats"), (110, "400")])],
    ],
    ids=["no distance tells the rows", "no figures", "two lines"],
)
def test_what_is_not_certain_stays_as_it_is(lines: list[Line]) -> None:
    assert told(lines) == []
