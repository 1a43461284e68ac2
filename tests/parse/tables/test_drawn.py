"""Tables that a text draws, with bars, rules and tabs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import an2un
from an2un.parse.tables.drawn import drawn_tables
from tests.parse.stages import source_of
from tests.parse.tables_of import measured, tables

LAKES = [["Lake", "Boats"], ["Esk", "many"], ["Ardland", "few"]]
GRID = """
+---------+-------+
| Lake    | Boats |
+=========+=======+
| Esk     | many  |
+---------+-------+
| Ardland | few   |
+---------+-------+
"""
BOX = """
┌─────────┬───────┐
│ Lake    │ Boats │
├─────────┼───────┤
│ Esk     │ many  │
│ Ardland │ few   │
└─────────┴───────┘
"""
PIPES = """
| Lake    | Boats |
|:--------|------:|
| Esk     | many  |
| Ardland | few   |
"""
TABS = "Lake\tBoats\nEsk\tmany\nArdland\tfew\nThe lakes of the north are open.\n"


@pytest.mark.parametrize("text", [GRID, BOX, PIPES, TABS])
def test_cells_are_told_apart(text: str) -> None:
    assert tables(text.lstrip()) == [(LAKES, True)]


def test_lines_between_rules_are_one_row() -> None:
    wrapped = GRID.replace("| Esk     | many  |", "| Esk in   | many  |\n| the west | boats |")
    ((rows, _),) = tables(wrapped.lstrip())
    assert rows == [["Lake", "Boats"], ["Esk in the west", "many boats"], ["Ardland", "few"]]


def test_empty_cells_keep_their_place() -> None:
    ((rows, _),) = tables(PIPES.lstrip().replace("Esk ", "    "))
    assert rows == [["Lake", "Boats"], ["", "many"], ["Ardland", "few"]]
    ((rows, _),) = tables(TABS.replace("Esk", ""))
    assert rows == [["Lake", "Boats"], ["", "many"], ["Ardland", "few"]]


@pytest.mark.parametrize(
    "text",
    [
        "1.\tUrges all.\n2.\tUrges most.\n3.\tUrges some.\n",  # markers
        "Esk\tmany\nArdland\tfew\n",  # too few
        "The\tlakes\tare\nto\tbe\tkept\nclean\tby\tall\n",  # a tab is a blank
        "| a bar at one end\n| of each line\n| proves nothing\n",
        "_____ | _____\n",
        "\tThe lakes are open.\n\tThe boats are not.\n\tNor are they few.\n",  # set in by tabs
    ],
)
def test_other_lines_draw_nothing(text: str) -> None:
    source = source_of(text + "The lakes of the north are open.\n" * (text.count("kept") == 0))
    assert not list(drawn_tables(source, measured(source)))


def test_what_draws_is_told_by_the_ledger() -> None:
    made = an2un.convert(f"The General Assembly,\n\n1. Approves:\n{GRID}\n2. Urges all to pay.\n")
    assert made.valid
    assert made.covered
    assert not made.lost
    left = [e for e in made.ledger.entries if e.reason == "table rule"]
    assert "".join(made.source.slice(e.span) for e in left).count("|") == 9


@given(st.lists(st.text("|+-= \tab\u2502\u253c", max_size=9), min_size=1, max_size=9))
def test_cells_and_what_draws_cover_the_table(lines: list[str]) -> None:
    source = source_of("\n".join(lines))
    rows = measured(source) if source.lines else []
    for table in drawn_tables(source, rows):
        spans = [span for row in table.rows for cell in row for span in cell]
        spans += [left.span for left in table.left_out]
        text = "".join(source.slice(span) for span in spans)
        whole = "".join(source.slice(row.line.span) for row in rows[table.start : table.end])
        assert sorted("".join(text.split())) == sorted("".join(whole.split()))
