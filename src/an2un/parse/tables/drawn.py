"""Tables that lines show without being asked what they hold: told by the source, or drawn.

Word files, web pages and measured pages tell their rows, in which tabs part the cells. A text draws
them, with bars and rules, or with tabs:

    +-------+-------+    | Lake | Boat |    Lake<tab>Boat
    | Lake  | Boat  |    |------|------|    Fiji<tab>2
    +-------+-------+    | Fiji | 2    |    Kenya<tab>3

So do word processors that save plain text, converters of documents and browsers of the terminal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from an2un.parse.layout import Dropped
from an2un.parse.tables.words import Cell
from an2un.parse.typesetting import Row
from an2un.source import Line, Source, Span
from an2un.wording.markers import read_marker

_BARS = "|\u2502\u2503\u2551"
_BAR = re.compile(rf"[{_BARS}]")
# a rule crosses columns: +---+, |:--|--:|, the lines of boxes
_RULE = re.compile(r"(?=.*[-=\u2500-\u256c]{2})[-=+:| \u2500-\u256c]{3,}")
_CROSSED = re.compile(r"[+|\u2502-\u256c]")
_LEAST = 3  # lines with as many tabs that make a table
_LONGEST = 200  # characters of a cell; a longer one is a paragraph behind its number
_FRAME = 3  # rules that frame a table and its head
_TABBED = 0.9  # share of the lines with tabs from which on a tab is a blank


class Drawn(NamedTuple):
    """A table among the lines of a text, as it is drawn or told.

    start, end  its lines
    rows        the cells of each row
    left_out    bars and rules, no part of the text
    """

    start: int
    end: int
    rows: tuple[tuple[Cell, ...], ...]
    left_out: tuple[Dropped, ...]


class _Line(NamedTuple):
    """A line: how it is drawn, "" where it is of no table; its cells, none of a rule."""

    row: Row
    drawn: str
    cells: tuple[Span, ...] = ()


def drawn_tables(source: Source, rows: Sequence[Row]) -> Iterator[Drawn]:
    """Yield the tables that lines draw or the source tells, in order and without overlap."""
    told = "row" in [row.line.place for row in rows]
    tabs = ["\t" in row.text for row in rows]
    barred = not {row.text[0] for row in rows}.isdisjoint(_BARS)
    if not (told or barred or any(tabs)):
        return  # as in most documents
    tabbed = sum(tabs) < _TABBED * len(tabs)
    lines = [_line(source, row, tabbed=tabbed) for row in rows]
    start = 0
    for drawn, group in groupby(lines, lambda line: line.drawn):
        part = list(group)
        end = start + len(part)
        if drawn == "bars" and sum(bool(line.cells) for line in part) > 1:
            yield _barred(source, start, part)
        elif drawn == "told" or (drawn and any(tabs[start:end]) and len(part) >= _LEAST):
            cells = tuple(tuple((span,) for span in line.cells) for line in part)
            yield Drawn(start, end, cells, ())
        start = end


def words_end(source: Source, line: Line) -> int:
    """Return the offset behind the last word of a line, bars left out; the start where none is.

    A row that the source tells may end in empty cells.
    """
    text = source.slice(line.span)
    words = "" if _is_rule(text) else text.rstrip(f"{_BARS} \t")
    return line.span.start + len(words)


def _is_rule(text: str) -> bool:
    return _RULE.fullmatch(text) is not None and _CROSSED.search(text) is not None


def _line(source: Source, row: Row, *, tabbed: bool) -> _Line:
    """Return what a line draws; tabbed: whether tabs part cells in this text."""
    span = row.line.span
    if row.line.place == "row":
        return _Line(row, "told", tuple(_cells_of(source, span)))
    text = source.slice(span)
    if _is_rule(text):
        return _Line(row, "bars")
    bars = [match.start() for match in _BAR.finditer(text)]
    if len(bars) > 1 and bars[0] == 0 and bars[-1] == len(text) - 1:
        between = (Span(span.start + a + 1, span.start + b) for a, b in pairwise(bars))
        return _Line(row, "bars", tuple(_bare(source, part) for part in between))
    if not tabbed or read_marker(text.partition("\t")[0] + " ") is not None:
        return _Line(row, "")
    cells = tuple(_cells_of(source, _with_tabs(source, span)))
    short = max(end - begin for begin, end in cells) <= _LONGEST
    return _Line(row, f"tabs {len(cells)}" if short and len(cells) > 1 else "", cells)


def _with_tabs(source: Source, span: Span) -> Span:
    """Return a span with the tabs before and behind it, at which empty cells stand."""
    text, (start, end) = source.text, span
    while text[start - 1 : start] in ("\t", " "):
        start -= 1
    while text[end : end + 1] in ("\t", " "):
        end += 1
    return Span(start, end)


def _cells_of(source: Source, span: Span) -> Iterator[Span]:
    """Yield the cells that tabs part."""
    start = span.start
    for part in source.slice(span).split("\t"):
        yield _bare(source, Span(start, start + len(part)))
        start += len(part) + 1


def _bare(source: Source, span: Span) -> Span:
    """Return a span without the blanks at its ends; an empty one where there are no others."""
    text = source.slice(span)
    bare = text.strip()
    start = span.start + (text.index(bare) if bare else 0)
    return Span(start, start + len(bare))


def _barred(source: Source, start: int, lines: Sequence[_Line]) -> Drawn:
    """Return a table between bars: a row for each line, or for all lines between two rules.

    Rules part all rows where there are more of them than above, below the head and at the end.
    """
    ruled = sum(not line.cells for line in lines) > _FRAME
    rows: list[list[list[Span]]] = []
    fresh = True
    for line in lines:
        if not line.cells:
            fresh = True
        elif fresh or not (ruled and len(line.cells) == len(rows[-1])):
            rows.append([[span] for span in line.cells])
            fresh = False
        else:
            for cell, span in zip(rows[-1], line.cells, strict=True):
                cell.append(span)
    cells = tuple(tuple(_filled(cell) for cell in row) for row in rows)
    left_out = [Dropped(s, "table rule") for line in lines for s in _drawing(source, line)]
    return Drawn(start, start + len(lines), cells, tuple(left_out))


def _filled(cell: Sequence[Span]) -> Cell:
    """Return the lines of a cell that hold something; one of an empty cell."""
    return tuple(span for span in cell if span.start < span.end) or (cell[0],)


def _drawing(source: Source, line: _Line) -> Iterator[Span]:
    """Yield the characters of a line that draw: all of a rule, the bars between cells."""
    span = line.row.line.span
    if not line.cells:
        yield span
        return
    for match in _BAR.finditer(source.slice(span)):
        yield Span(span.start + match.start(), span.start + match.end())
