"""Tables in running lines: where they are, and as far as it can be proved, their cells.

A printed table falls out of a page as lines that end in figures, open and with room left.

evidence  lines -> what each of them says of being a row
regions   these -> where tables are: rows on end, with the head above them
rows, wraps  the lines of one table -> its rows: labels joined, cells told apart
figures, columns  which words are figures, and what the columns hold
posts     rows with a count and a grade between their words
drawn     rows that the source tells, and those that the text draws with bars or tabs
aligned   rows of words in two columns, some of which leave one empty
letters   with which the notes below a table begin
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from an2un.language import Language
from an2un.parse.layout import Dropped
from an2un.parse.lines import Mender
from an2un.parse.style import Style
from an2un.parse.tables.aligned import aligned_tables
from an2un.parse.tables.drawn import drawn_tables
from an2un.parse.tables.evidence import Seen, inside, seen
from an2un.parse.tables.regions import Region, regions
from an2un.parse.tables.rows import Part, Script, TableRow, adjacent, tables
from an2un.parse.typesetting import Row
from an2un.source import Source, Span

__all__ = ["Stretch", "TableRow", "find_tables"]


class Stretch(NamedTuple):
    """A table among the lines of a text.

    start, end  its lines
    rows        what they print
    proved      whether its columns are told apart
    left_out    its head where a page prints it again, and what draws it; no part of the rows
    """

    start: int
    end: int
    rows: tuple[TableRow, ...]
    proved: bool
    left_out: tuple[Dropped, ...] = ()


def find_tables(
    mender: Mender, rows: Sequence[Row], style: Style, language: Language
) -> list[Stretch]:
    """Return the tables among the lines of a text, in order and without overlap.

    Rows that the source tells and those that the text draws are tables whatever they hold; among
    the other lines their ends tell.
    """
    found: list[Stretch] = []
    start = 0
    for drawn in drawn_tables(mender.source, rows):
        found.extend(_undrawn(mender, rows, Span(start, drawn.start), style, language))
        cells = tuple(map(TableRow, drawn.rows))
        found.append(Stretch(drawn.start, drawn.end, cells, True, drawn.left_out))
        start = drawn.end
    found.extend(_undrawn(mender, rows, Span(start, len(rows)), style, language))
    return found


def _undrawn(
    mender: Mender, rows: Sequence[Row], among: Span, style: Style, language: Language
) -> Iterator[Stretch]:
    """Yield the tables among some lines that are not drawn; among: which of them, from 0."""
    start = among.start
    for found in aligned_tables(mender.source, rows[among.start : among.end]):
        first, end = among.start + found.start, among.start + found.end
        yield from _ended(mender, rows, Span(start, first), style, language)
        yield Stretch(first, end, tuple(map(TableRow, found.rows)), True)
        start = end
    yield from _ended(mender, rows, Span(start, among.end), style, language)


def _ended(
    mender: Mender, rows: Sequence[Row], among: Span, style: Style, language: Language
) -> Iterator[Stretch]:
    """Yield the tables among some lines whose ends alone tell."""
    source, lines = mender.source, seen(mender, rows[among.start : among.end], style, language)
    if not any(line.is_row for line in lines):
        return
    found = regions(lines, language, style)
    if not found:
        return
    parts = [_part(source, lines, region) for region in found]
    script = Script(language.spaced, language.direction == "rtl", style.wrapped)
    read = tables(parts, adjacent(lines), script)
    for region, told in zip(found, read, strict=True):
        again = (lines[index].row.line.span for index in sorted(region.repeated))
        left_out = tuple(Dropped(span, "repeated table head") for span in again)
        start, end = among.start + region.start, among.start + region.end
        yield Stretch(start, end, told.rows, told.proved, left_out)


def _part(source: Source, lines: Sequence[Seen], region: Region) -> Part:
    """Return the lines of a table; those that end in figures are rows there."""
    within = [
        inside(source, lines[index])._replace(is_row=lines[index].is_row or lines[index].may_row)
        for index in range(region.start, region.end)
        if index not in region.repeated
    ]
    return Part(within, region.body - region.start)
