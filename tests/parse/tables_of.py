"""Tables of a text, for tests: its lines measured as the parser measures them."""

from __future__ import annotations

from collections.abc import Sequence

from an2un.language import load
from an2un.parse.layout import Page
from an2un.parse.lines import Mender
from an2un.parse.passage import Call
from an2un.parse.style import measure
from an2un.parse.tables import Stretch, find_tables
from an2un.parse.typesetting import Row, rows_of
from an2un.source import Source
from tests.parse.stages import source_of

Cells = list[list[str]]


def reader(source: Source, calls: Sequence[Call] = ()) -> Mender:
    """Return what reads the lines of a source."""
    return Mender(source, spaced=True, calls=calls, splits=())


def measured(source: Source, language: str = "en") -> list[Row]:
    """Return the lines of a source that is one page of text."""
    return rows_of(source, [Page(source.lines, ())], load(language))


def stretches(source: Source, language: str = "en") -> list[Stretch]:
    """Return the tables of a source that is one page of text."""
    rows, tables = measured(source, language), load(language)
    return find_tables(reader(source), rows, measure(rows, tables), tables) if rows else []


def tables(text: str, language: str = "en") -> list[tuple[Cells, bool]]:
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
        for table in stretches(source, language)
    ]
