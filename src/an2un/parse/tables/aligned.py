"""Tables of words in two columns that blanks align; a row may leave one of them empty.

    Monday, 2 June      Opening of the conference
    10 a.m.-1 p.m.      Adoption of the agenda
                        Election of officers
    3-6 p.m.            General debate

So programmes of work are printed. Tables that end in figures are told by these.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from an2un.parse.tables.words import WIDE, Cell, words_of
from an2un.parse.typesetting import Row
from an2un.source import Source, Span
from an2un.wording.scripts import is_ideograph

_GAP = " " * WIDE
_LEAST = 4  # rows that fill both columns
_WORDED = 0.7  # share of them that hold words
_SLACK = 2  # columns between the first cell of a row and the second column, at the least
_FULL = 30  # columns of a cell whose end may be that of its column
_OPEN = (",", "-", "(", "/", "\u2013", "\u060c", "\uff0c")


class Aligned(NamedTuple):
    """A table among the lines of a text: its lines, and the two cells of each row."""

    start: int
    end: int
    rows: tuple[tuple[Cell, Cell], ...]


class _Line(NamedTuple):
    """A line by what stands in its columns; `at` and `ends` are columns of the page.

    left, right  the spans of what stands there, None for nothing
    at           where the second of two cells begins, the only one else
    ends         where the first of two cells ends, the only one else
    reach        where the line ends
    """

    left: Span | None
    right: Span | None
    at: int
    ends: int
    reach: int


def aligned_tables(source: Source, rows: Sequence[Row]) -> Iterator[Aligned]:
    """Yield the tables of words that blanks align, in order and without overlap.

    Lines that the source has measured are told by it.
    """
    if sum(map(_has_gap, rows)) < _LEAST:  # as in most texts
        return
    lines = [_line(source, row) for row in rows]
    at = 0
    while at < len(lines):
        end, holds = _end(source, lines, at)
        if holds:
            yield Aligned(at, end, tuple(_rows(source, lines[at:end])))
        at = max(end, at + 1)


def _has_gap(row: Row) -> bool:
    """Say whether blanks that part columns stand in a line."""
    return _GAP in row.text or "\t" in row.text


def _line(source: Source, row: Row) -> _Line | None:
    """Return a line in its cells, None for one that has more than two, or was measured."""
    line = row.line
    if line.end or line.indent < 0 or not row.text:
        return None
    first = round(line.indent)
    reach = first + _columns(source.slice(line.span))
    if not _has_gap(row):
        return _Line(line.span, None, first, reach, reach)
    words = words_of(source, line.span)
    gaps = [index for index, word in enumerate(words) if index and word.gap >= WIDE]
    if len(gaps) != 1:
        return None
    left = Span(line.span.start, words[gaps[0] - 1].span.end)
    right = Span(words[gaps[0]].span.start, line.span.end)
    if row.marker is not None and row.marker.end >= right.start - line.span.start:
        return None  # a numbered paragraph, its text set off
    at = first + _columns(source.text[line.span.start : right.start])
    return _Line(left, right, at, first + _columns(source.slice(left)), reach)


def _columns(text: str) -> int:
    """Return how many columns a text takes; an ideograph takes two."""
    return len(text) if text.isascii() else len(text) + sum(map(is_ideograph, text))


def _end(source: Source, lines: Sequence[_Line | None], start: int) -> tuple[int, bool]:
    """Return the line behind rows that begin at a line, and whether they are a table of words.

    It has rows enough that fill both columns, most of them with words. Of fewer rows the first
    alone is passed, so that another column may begin below it.
    """
    opening = lines[start]
    if opening is None or opening.right is None:
        return start, False
    both = worded = 0
    end = start
    for index in range(start, len(lines)):
        line = lines[index]
        if line is None or not _fits(line, opening.at):
            break
        if line.right is not None:
            both += 1
            worded += _holds_words(source, line)
        elif line.at != opening.at:
            continue  # what stands in the first column alone may be text below the table
        end = index + 1
    if both < _LEAST:
        return start, False
    return end, worded >= _WORDED * both


def _holds_words(source: Source, line: _Line) -> bool:
    """Say whether both cells of a row hold words, and the second begins with one."""
    if line.left is None or line.right is None:
        return False
    begins = source.text[line.right.start].isalpha()
    return begins and any(map(str.isalpha, source.slice(line.left)))


def _fits(line: _Line, column: int) -> bool:
    """Say whether nothing of a line runs through the gap before the second column."""
    if line.right is None and line.at == column:
        return True
    within = line.ends + _SLACK <= column
    return within and (line.right is None or line.at == column)


def _rows(source: Source, lines: Sequence[_Line | None]) -> Iterator[tuple[Cell, Cell]]:
    """Yield the two cells of each row; lines that go on in the one above are part of it."""
    told = [line for line in lines if line is not None]
    column = told[0].at
    edge = max(line.reach for line in told if line.right is not None or line.at == column)
    left: list[Span] = []
    right: list[Span] = []
    before = 0  # where the second cell of the line above ends
    for line in told:
        first = line.left if line.right is not None or line.at != column else None
        second = line.right if line.right is not None or line.at != column else line.left
        if not (left or right) or not _goes_on(source, (first, second), right, edge - before):
            if left or right:
                yield _filled(left, right)
            left, right = [], []
        left += [first] if first is not None else []
        right += [second] if second is not None else []
        before = line.reach if second is not None else before
    yield _filled(left, right)


def _goes_on(
    source: Source, cells: tuple[Span | None, Span | None], above: Sequence[Span], room: int
) -> bool:
    """Say whether a line goes on in the row above it.

    Its cells do, if they begin small; so does the second, if what stands above it is open or had
    no room for its first word.
    """
    first, second = cells
    if first is not None and not source.slice(first)[0].islower():
        return False
    if second is None:
        return True
    text = source.slice(second)
    if text[0].islower() or (above and source.slice(above[-1]).endswith(_OPEN)):
        return True
    full = bool(above) and _columns(source.slice(above[-1])) >= _FULL
    return first is None and full and _columns(text.split(None, 1)[0]) >= room


def _filled(left: Sequence[Span], right: Sequence[Span]) -> tuple[Cell, Cell]:
    """Return the cells of a row; an empty one stands where the other begins."""
    at = (left or right)[0].start
    nothing = (Span(at, at),)
    return tuple(left) or nothing, tuple(right) or nothing
