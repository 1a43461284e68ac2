"""Rows that the source tells: the tables of Word files, web pages and measured pages."""

from __future__ import annotations

from an2un.parse.tables.rows import TableRow
from an2un.source import Line, Source, Span


def is_told(line: Line) -> bool:
    """Say whether the source tells that a line is a row."""
    return line.place == "row"


def told_row(source: Source, span: Span) -> TableRow:
    """Return the row between whose tabs its cells stand, blanks at their ends left out."""
    cells = []
    at = span.start
    for printed in source.slice(span).split("\t"):
        bare = printed.strip()
        start = at + (printed.index(bare) if bare else 0)
        cells.append((Span(start, start + len(bare)),))
        at += len(printed) + 1
    return TableRow(tuple(cells))
