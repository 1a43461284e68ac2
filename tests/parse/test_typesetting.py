"""Lines of a text, measured."""

from __future__ import annotations

from an2un.language import load
from an2un.parse.layout import layout
from an2un.parse.typesetting import rows_of
from an2un.record import replace
from an2un.source import Source
from tests.parse.laid_out import laid_out

BODY = ["The lamps are lit at night,", "where birds rest and sing;"] * 4
POINTS = ["    where the sea is calm,", "    where the sky is clear;"] * 4


def measured(source: Source) -> Source:
    """Return a source that says where its lines end: a letter is half an em wide."""
    lines = [
        line._replace(end=line.indent + (line.span.end - line.span.start) / 2)
        for line in source.lines
    ]
    return replace(source, lines=tuple(lines))


def test_lines_reach_from_one_edge_whatever_stands_on_their_page() -> None:
    language = load("en")
    source = measured(laid_out(BODY, BODY, POINTS, POINTS))
    rows = rows_of(source, layout(source, 0).pages, language)
    assert {row.length - row.line.end for row in rows} == {0.0}
    assert {row.indent for row in rows if "where the s" in row.text} == {0.0}
