"""Tables in running lines: where they are, and as far as it can be proved, their cells.

A printed table falls out of a page as lines that end in figures. Three or more of them in a row
are a table. Its cells are told apart by wide gaps where the extractor kept them, else by the
figures at the line end if all rows agree in their number; what cannot be proved stays one cell.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from an2un.source import Line, Source, Span
from an2un.wording.markers import read_marker


class TableRow(NamedTuple):
    """One row: the spans of its cells; a cell may run over several lines."""

    cells: tuple[tuple[Span, ...], ...]


class Stretch(NamedTuple):
    """A table among the lines of a text: `start:end` are the lines it takes."""

    start: int
    end: int
    rows: tuple[TableRow, ...]
    proved: bool  # whether its columns are told apart


_FIGURE = re.compile(
    r"[(\u2212-]?\d(?:[\d.,]*\d)?\)?%?|[-\u2013\u2014]+|\(\d[\d.,]*|\d[\d.,]*\)|\.\.\.?"
)
_GROUP = re.compile(r"\d{3}\)?")
_AMOUNT = re.compile(r"\d[ \u00a0,]\d{3}(?!\d)|\d\.\d")
_WIDE = re.compile(r"\s{3,}|\t")
_SENTENCE = (".", ";", ":", ",", "\u3002", "\uff1b", "\uff0c", "\u061b", "\u060c")
_TAIL = 80  # characters at the end of a line among which its figures are
_LEAST = 3  # rows that make a table
_BETWEEN = 3  # lines without figures between two rows: wrapped labels, subheadings
_HEADER = 3  # lines of a header


def find_tables(source: Source, lines: Sequence[Line]) -> list[Stretch]:
    """Return the tables among the lines of a text, in order and without overlap.

    Rows that the source tells are tables whatever they hold; among the other lines the figures
    tell.
    """
    found: list[Stretch] = []
    start = 0
    for told, group in groupby(lines, _is_row):
        end = start + sum(1 for _ in group)
        spans = [line.span for line in lines[start:end]]
        if told:
            rows = tuple(TableRow(tuple((c,) for c in _told_cells(source, s))) for s in spans)
            found.append(Stretch(start, end, rows, proved=True))
        else:
            for table in _by_figures(source, spans):
                found.append(table._replace(start=table.start + start, end=table.end + start))
        start = end
    return found


def _is_row(line: Line) -> bool:
    return line.place == "row"


def _told_cells(source: Source, span: Span) -> list[Span]:
    """Return the cells of a row between its tabs, blanks at their ends left out."""
    cells = []
    at = span.start
    for printed in source.slice(span).split("\t"):
        bare = printed.strip()
        start = at + (printed.index(bare) if bare else 0)
        cells.append(Span(start, start + len(bare)))
        at += len(printed) + 1
    return cells


def _by_figures(source: Source, spans: Sequence[Span]) -> list[Stretch]:
    """Return the tables among lines whose columns only their figures show."""
    printed = [source.slice(span) for span in spans]
    strong = [_is_strong(line, _figures(line)) for line in printed]
    found: list[Stretch] = []
    index = 0
    while index < len(spans):
        if not strong[index]:
            index += 1
            continue
        end = _end(source, spans, strong, index)
        if sum(strong[index:end]) >= _LEAST:
            start = _header(source, spans, index, found[-1].end if found else 0)
            found.append(_table(source, spans, start, end))
        index = end
    return found


def _figures(printed: str) -> int:
    """Return where the run of figures at the end of a line begins (its length if there is none)."""
    if printed[-1:].isalpha():  # as most lines do
        return len(printed)
    tail = printed[-_TAIL:]
    at = len(tail)
    for word in reversed(tail.split()):
        if not _FIGURE.fullmatch(word):
            break
        at = tail.rindex(word, 0, at)
    return len(printed) - len(tail) + at


def _is_strong(printed: str, at: int) -> bool:
    """Say whether a line ends in figures as a table row does: an amount, a decimal, or several."""
    tail = printed[at:]
    if not tail or printed.endswith(_SENTENCE):
        return False
    return _AMOUNT.search(tail) is not None or (len(tail.split()) > 1 and at > 0)


def _end(source: Source, spans: Sequence[Span], strong: Sequence[bool], start: int) -> int:
    """Return the line behind the last row of a table that begins at `start`."""
    end, quiet = start + 1, 0
    for index in range(start + 1, len(spans)):
        if strong[index]:
            end, quiet = index + 1, 0
            continue
        printed = source.slice(spans[index])
        quiet += 1
        if quiet > _BETWEEN or printed.endswith((".", ";", ":", "\u3002", "\uff1b", "\u061b")):
            break
        marker = read_marker(printed)
        if marker is not None and len(printed) > 60:
            break
    return end


def _header(source: Source, spans: Sequence[Span], start: int, lowest: int) -> int:
    """Return where the header above the first row begins: lines without an end of sentence."""
    first = start
    while first > max(lowest, start - _HEADER):
        printed = source.slice(spans[first - 1])
        if printed.endswith(_SENTENCE) or len(printed) > 70 or read_marker(printed) is not None:
            break
        first -= 1
    return first


def _table(source: Source, spans: Sequence[Span], start: int, end: int) -> Stretch:
    lines = [spans[index] for index in range(start, end)]
    joined = _joined(source, lines)
    split = [_cells(source, row[-1]) for row in joined]
    counts = Counter(len(cells) for cells in split if len(cells) > 1)
    usual = counts.most_common(1)[0] if counts else (1, 0)
    numbered = sum(_figures(source.slice(row[-1])) < len(source.slice(row[-1])) for row in joined)
    proved = usual[1] >= _LEAST and usual[1] >= 0.6 * numbered
    rows = []
    for row, cells in zip(joined, split, strict=True):
        if proved and len(cells) > 1:
            rows.append(TableRow(((*row[:-1], cells[0]), *((cell,) for cell in cells[1:]))))
        else:
            rows.append(TableRow((tuple(row),)))
    return Stretch(start, end, tuple(rows), proved)


def _joined(source: Source, lines: Sequence[Span]) -> list[list[Span]]:
    """Put the lines of one label together: the next begins small, or this one ends open."""
    rows: list[list[Span]] = []
    is_open = False
    for span in lines:
        printed = source.slice(span)
        if rows and (is_open or (printed[0].islower() and _figures_missing(source, rows[-1][-1]))):
            rows[-1].append(span)
        else:
            rows.append([span])
        is_open = printed.endswith((",", "-", "\u060c", "\uff0c"))
    return rows


def _figures_missing(source: Source, span: Span) -> bool:
    printed = source.slice(span)
    return _figures(printed) == len(printed)


def _cells(source: Source, span: Span) -> list[Span]:
    """Return the cells of a row: by wide gaps, else the label and each figure behind it."""
    printed = source.slice(span)
    gaps = list(_WIDE.finditer(printed))
    if gaps:
        starts = [0, *(gap.end() for gap in gaps)]
        ends = [*(gap.start() for gap in gaps), len(printed)]
        return [Span(span.start + a, span.start + b) for a, b in zip(starts, ends, strict=True)]
    at = _figures(printed)
    if at == len(printed):
        return [span]
    label = printed[:at].rstrip()
    cells = [Span(span.start, span.start + len(label))] if label else []
    for match in re.finditer(r"\S+", printed[at:]):
        start, end = span.start + at + match.start(), span.start + at + match.end()
        whole = bool(label) and len(cells) == 1
        if not whole and cells and _GROUP.fullmatch(match.group()) and _grows(source, cells[-1]):
            cells[-1] = Span(cells[-1].start, end)
        else:
            cells.append(Span(start, end))
    return cells


def _grows(source: Source, cell: Span) -> bool:
    """Say whether a figure may go on with another group of three digits."""
    printed = source.slice(cell)
    return printed[-1].isdigit() and "." not in printed and "," not in printed
