"""Tables that hold cells, and tables that only set numbers beside paragraphs."""

from __future__ import annotations

import pytest

from an2un.readers.cells import numbered_rows
from an2un.readers.flow import Block, Words


def rows(*said: tuple[str, ...]) -> list[list[list[Block]]]:
    """Return rows of cells; a stroke parts the paragraphs of a cell."""
    return [
        [[Block((Words(text),)) for text in cell.split("|")] if cell else [] for cell in row]
        for row in said
    ]


def paragraphs(*said: tuple[str, ...]) -> list[str]:
    return ["".join(p.text for p in block.pieces) for block in numbered_rows(rows(*said))]


def test_numbers_beside_paragraphs_open_them() -> None:
    said = [("1.", "Decides:"), ("", "of all boats,"), ("(a)", "the nets;|the oars;")]
    assert paragraphs(*said) == ["1. Decides:", "of all boats,", "(a) the nets;", "the oars;"]


@pytest.mark.parametrize(
    "number", ["(iv)", "12.", "b)", "(\u0431)", "1 -", "\u2013", "2.1.", "（1）"]
)
def test_numbers_of_all_kinds_do(number: str) -> None:
    assert paragraphs((number, "", "the nets;")) == [f"{number} the nets;"]


@pytest.mark.parametrize(
    "said",
    [
        [("1", "Boats"), ("2", "Nets")],
        [("Boats", "12"), ("1.", "Nets")],
        [("1.", "Boats", "12")],
        [("1.", "")],
        [("", "Boats"), ("", "Nets")],
        [("1.|2.", "Boats")],
        [("Boats",)],
        [],
    ],
)
def test_other_tables_have_rows(said: list[tuple[str, ...]]) -> None:
    assert paragraphs(*said) == []
