"""Tables in running lines: where they are, and their cells where all rows agree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from an2un.parse.tables import find_tables
from an2un.source import Span
from tests.parse.stages import codes_of, resolution, source_of

Cells = list[list[str]]


def tables(text: str) -> list[tuple[Cells, bool]]:
    """Return the tables of a text: rows of cells, and whether the columns are proved."""
    source = source_of(text)
    return [
        (
            [
                [" ".join(source.slice(span) for span in cell) for cell in row.cells]
                for row in table.rows
            ],
            table.proved,
        )
        for table in find_tables(source, source.lines)
    ]


def test_wide_gaps_part_the_cells() -> None:
    text = "Northland     1,200    12.5\nSouthmark       340     3.1\nRuritania        80     0.7\n"
    assert tables(text) == [
        (
            [
                ["Northland", "1,200", "12.5"],
                ["Southmark", "340", "3.1"],
                ["Ruritania", "80", "0.7"],
            ],
            True,
        )
    ]


def test_without_gaps_the_figures_part_them() -> None:
    text = "Northland 1,200 12.5\nGrand Atoll 340 3.1\nCape Hollow 80 0.7\n"
    assert tables(text)[0][0][1] == ["Grand Atoll", "340", "3.1"]


def test_a_label_of_two_lines_is_one_cell() -> None:
    text = "Northland 1,200 12.5\nIslands and\nwaters 340 3.1\nRuritania 80 0.7\nEsk 90 0.8\n"
    assert ["Islands and waters", "340", "3.1"] in tables(text)[0][0]


@pytest.mark.parametrize(
    "text",
    [
        "Northland 1,200 12.5\nSouthmark 340 3.1\n",
        "in resolutions 98/7 and 98/8,\nof 2042 and 2043,\nand 1,200 birds;\n",
        "1. Decides to act;\n2. Urges all;\n3. Requests more;\n",
    ],
    ids=["two rows", "sentences", "paragraphs"],
)
def test_what_is_no_table(text: str) -> None:
    assert tables(text) == []


def test_sentences_around_a_table_stay_outside() -> None:
    rows = "Northland 1,200 12.5\nSouthmark 340 3.1\nRuritania 80 0.7\n"
    text = f"The amounts are as follows:\n{rows}2. Urges all States to pay.\n"
    assert [len(cells) for cells, _ in tables(text)] == [3]


def test_a_table_belongs_to_the_paragraph_above_it() -> None:
    rows = "\n".join(
        f"{name}     1,{n}00    1{n}.5" for n, name in enumerate(["Esk", "Ardland", "Bay"], 1)
    )
    text = f"The General Assembly,\n\n1. Approves:\n\n{rows}\n\n2. Urges all States to pay.\n"
    first, second = resolution(text).items
    assert [type(part).__name__ for part in first.content] == ["Paragraph", "Table"]  # type: ignore[union-attr]
    assert len(second.content) == 1  # type: ignore[union-attr]
    assert codes_of(text) == []


def test_rows_that_the_source_tells_are_tables_whatever_they_hold() -> None:
    source = source_of("Takes note of the table:\n\tBoats\t\nEsk\tmany \t few\n2. Decides\n")
    told = [line._replace(place="row") for line in source.lines[1:3]]
    first = told[0]._replace(span=Span(told[0].span.start - 1, told[0].span.end + 1))
    lines = [source.lines[0], first, told[1], source.lines[3]]
    (table,) = find_tables(source, lines)
    assert (table.start, table.end, table.proved) == (1, 3, True)
    assert [[source.slice(span) for cell in row.cells for span in cell] for row in table.rows] == [
        ["", "Boats", ""],
        ["Esk", "many", "few"],
    ]


words = st.lists(st.sampled_from(["Esk", "1,200", "12.5", "–", "and", "x.", "1.", "\n", "   "]))


@given(words)
def test_every_line_is_in_one_cell_of_one_row_at_most(parts: list[str]) -> None:
    source = source_of(" ".join(parts))
    spans = [line.span for line in source.lines]
    used: list[Span] = []
    for table in find_tables(source, source.lines):
        cells = [span for row in table.rows for cell in row.cells for span in cell]
        used += cells
        inside = "".join(source.slice(span) for span in spans[table.start : table.end])
        assert "".join("".join(map(source.slice, cells)).split()) == "".join(inside.split())
    assert used == sorted(used)
