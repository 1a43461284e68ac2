"""Statements within quotation marks that each of their paragraphs opens anew."""

from __future__ import annotations

import pytest

from an2un.language import load
from an2un.parse.borders import Borders
from an2un.parse.layout import layout
from an2un.parse.quotations import Quotations, opens_anew
from an2un.parse.style import measure
from an2un.parse.typesetting import Row, rows_of
from an2un.record import replace
from tests.parse.stages import source_of


def rows(text: str) -> list[Row]:
    source = source_of(text)
    return rows_of(source, layout(source, 0).pages, load("en"))


def held(text: str) -> bool:
    """Return whether the last of three lines goes on with the quotation of the second."""
    first, second, third = rows(text)
    quotations = Quotations()
    quotations.note(first)
    quotations.note(second)
    return quotations.hold([second], third)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It asks.\n“It calls.\nIt demands.\n", True),
        ('"It asks.\n"It calls.\nIt demands.\n', True),
        ("“It asks.\n“It calls.”\nIt demands.\n", False),
        ("“It asks.\n“It calls.\n“It demands.\n", False),
        ("“It asks.\n“It calls.\n(a) To act.\n", False),
        ("It asks.\n“It calls.\nIt demands.\n", False),
        ("It asks.\nIt calls.\nIt demands.\n", False),
    ],
)
def test_a_line_without_a_mark_goes_on_with_an_open_quotation(text: str, expected: bool) -> None:
    assert held(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It asks.\n“It calls.\n", True),
        ("“It asks.”\n“It calls.\n", False),
        ("It asks.\n“It calls.\n", False),
        ("“It asks all\n“Keepers of lamps”.\n", False),
    ],
)
def test_a_mark_within_an_open_quotation_begins_a_paragraph(text: str, expected: bool) -> None:
    first, second = rows(text)
    assert opens_anew([first], second) is expected


def test_borders_of_a_statement() -> None:
    full = "“The Council asks all keepers of lamps to keep them alight until the winter ends."
    found = rows(f"{full}\n{full}\n{full[1:]}\n")
    borders = Borders(replace(measure(found, load("en")), wrapped=True, measure=30.0), load("en"))
    borders.note(found[0])
    assert borders.begins(found[:1], found[1])
    borders.note(found[1])
    assert not borders.begins(found[1:2], found[2])
