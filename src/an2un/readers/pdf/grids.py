"""Lines to table rows: where the cells of a table run over several lines, which lines are one row.

A table is told by lines that end in figures, in columns of their own. The lines of one row stand
closer than two rows do; where no distance tells, the lines stay as they are and their words decide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from an2un.readers.pdf.columns import Base, Piece
from an2un.readers.pdf.rows import Row


class Strip(NamedTuple):
    """What is printed on one line, or in one row of a table: lines `start:end` of the page.

    cells  from left to right, each with its pieces from top to bottom
    told   whether it is a row of a table
    """

    start: int
    end: int
    cells: list[list[Piece]]
    told: bool = False


_LEAST = 3  # lines with figures that make a table
_BETWEEN = 6  # lines without figures between two such lines: labels of several lines, subheadings
_HEADER = 6  # lines of a header
_APART = 4  # em from line to line that no two rows of a table stand apart
_CLOSER = 0.12  # em by which lines of one row stand closer than rows


class _Table(NamedTuple):
    """Lines `start:end` of a page that are a table.

    lowest  the first line that may belong to it
    edge    where its second column begins
    """

    start: int
    end: int
    lowest: int
    edge: float


def strips(found: Sequence[Row], parted: Sequence[list[Piece]], *, rtl: bool) -> list[Strip]:
    """Return the lines of a page, those of each table row as one where this is certain."""
    made: list[Strip] = []
    at = 0
    for table in _tables(found, parted, rtl=rtl):
        whole = _with_whole_rows(found, parted, table)
        grouped = _rows(found, parted, whole, rtl=rtl)
        if grouped:
            made.extend(Strip(i, i + 1, [[p] for p in parted[i]]) for i in range(at, whole.start))
            made.extend(grouped)
            at = whole.end
    made.extend(Strip(i, i + 1, [[p] for p in parted[i]]) for i in range(at, len(parted)))
    return made


def _tables(found: Sequence[Row], parted: Sequence[list[Piece]], *, rtl: bool) -> Iterator[_Table]:
    """Yield the tables of a page: from the header to the last line with figures.

    A page foot, which has figures too, stands further below the last line than any row.
    """
    lowest = at = 0
    while at < len(parted):
        if not _has_figures(parted[at], rtl=rtl):
            at += 1
            continue
        lines = [at]
        edge = _edge(parted[at], rtl=rtl)
        for index in range(at + 1, len(parted)):
            told = _has_figures(parted[index], rtl=rtl)
            if index - lines[-1] > _BETWEEN or not (told or _fits(parted[index], edge)):
                break
            if found[index - 1].base - found[index].base > _APART * found[index - 1].size:
                break
            if told:
                lines.append(index)
                edge = (max if rtl else min)(edge, _edge(parted[index], rtl=rtl))
        end = lines[-1] + 1
        if len(lines) >= _LEAST:
            yield _Table(_header(parted, at, lowest, edge, rtl=rtl), end, lowest, edge)
            lowest = end
        at = end


def _with_whole_rows(found: Sequence[Row], parted: Sequence[list[Piece]], table: _Table) -> _Table:
    """Return a table with the lines that belong to its first and last row."""
    start, end = table.start, table.end
    reach = _reach(found, start, end)
    while (
        start > table.lowest
        and found[start - 1].base - found[start].base <= reach
        and _fits(parted[start - 1], table.edge)
    ):
        start -= 1
    while (
        end < len(found)
        and found[end - 1].base - found[end].base <= reach
        and _fits(parted[end], table.edge)
    ):
        end += 1
    return table._replace(start=start, end=end)


def _has_figures(line: Sequence[Piece], *, rtl: bool) -> bool:
    """Whether a line has a label and, in columns of their own, nothing but figures behind it."""
    behind = line[:-1] if rtl else line[1:]
    return bool(behind) and all(map(_is_figure, behind))


def _is_figure(piece: Piece) -> bool:
    return not any(
        glyph.text.isalpha() and not glyph.font.raised for base in piece.bases for glyph in base
    )


def _edge(line: Sequence[Piece], *, rtl: bool) -> float:
    """Return where the second column begins."""
    return line[-2].right if rtl else line[1].left


def _fits(line: Sequence[Piece], edge: float) -> bool:
    """Whether no words of a line run from the first column into the others."""
    return not any(piece.left < edge < piece.right for piece in line)


def _header(
    parted: Sequence[list[Piece]], first: int, lowest: int, edge: float, *, rtl: bool
) -> int:
    """Return where the header above the first line with figures begins.

    Its lines have words above the columns behind the first, over which they may reach somewhat.
    """
    label = parted[first][-1 if rtl else 0]
    middle = ((label.right if rtl else label.left) + edge) / 2
    start = at = first
    while at > max(lowest, first - _HEADER):
        at -= 1
        line = parted[at]
        if any(piece.left < middle < piece.right for piece in line):
            break
        if line[0].right < middle if rtl else line[-1].left > middle:
            start = at
    return start


def _rows(
    found: Sequence[Row], parted: Sequence[list[Piece]], table: _Table, *, rtl: bool
) -> list[Strip]:
    """Return the rows of a table; none where the distances of its lines do not tell them."""
    groups = _groups(found, table.start, table.end)
    for group in groups:
        if sum(_has_figures(parted[index], rtl=rtl) for index in group) > 1:
            return []
    columns = _columns(parted[table.start : table.end], rtl=rtl)
    made = []
    for group in groups:
        cells: list[list[Piece]] = [[] for _ in columns]
        for index in group:
            for piece in parted[index]:
                for part in _parts(piece, columns, rtl=rtl):
                    cells[_column(part, columns)].append(part)
        made.append(Strip(group[0], group[-1] + 1, cells, told=True))
    return made


def _groups(found: Sequence[Row], start: int, end: int) -> list[list[int]]:
    """Return the lines of a table in groups that stand close together."""
    reach = _reach(found, start, end)
    groups = [[start]]
    for index in range(start + 1, end):
        if found[index - 1].base - found[index].base <= reach:
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def _reach(found: Sequence[Row], start: int, end: int) -> float:
    """Return how far apart the lines of one row may stand: hardly more than the closest do."""
    closest = min(found[index - 1].base - found[index].base for index in range(start + 1, end))
    return closest + _CLOSER * found[start].size


Column = tuple[float, float]
"""Left and right edge of what is printed in a column."""


def _columns(lines: Sequence[list[Piece]], *, rtl: bool) -> list[Column]:
    """Return the columns of a table from left to right, as its lines with figures show them."""
    told = [line for line in lines if _has_figures(line, rtl=rtl)]
    most = max(map(len, told))
    told = [line for line in told if len(line) == most]
    edges = sorted((p.left, p.right) for line in told for p in (line[:-1] if rtl else line[1:]))
    columns: list[Column] = []
    for left, right in edges:
        if columns and left < columns[-1][1]:
            columns[-1] = columns[-1][0], max(right, columns[-1][1])
        else:
            columns.append((left, right))
    labels = [line[-1 if rtl else 0] for line in told]
    first = min(p.left for p in labels), max(p.right for p in labels)
    return [*columns, first] if rtl else [first, *columns]


def _parts(piece: Piece, columns: Sequence[Column], *, rtl: bool) -> list[Piece]:
    """Return a piece parted between the columns it runs over, if all but the first hold figures.

    Where a label fills its column, the gap behind it is hardly wider than a blank.
    """
    groups: dict[int, list[Base]] = {}
    for base in piece.bases:
        if not base[0].text.isspace():
            middle = (base[0].left + base[0].right) / 2
            at = next((i for i, (left, _) in enumerate(columns[1:]) if middle < left), None)
            groups.setdefault(len(columns) - 1 if at is None else at, []).append(base)
        elif groups:
            groups[next(reversed(groups))].append(base)
    parts = [_piece(groups[at]) for at in sorted(groups)]
    return parts if all(map(_is_figure, parts[:-1] if rtl else parts[1:])) else [piece]


def _piece(bases: list[Base]) -> Piece:
    """Return words without the blank that stands behind them."""
    while bases[-1][0].text.isspace():
        bases.pop()
    glyphs = [glyph for base in bases for glyph in base]
    return Piece(bases, min(g.left for g in glyphs), max(g.right for g in glyphs))


def _column(piece: Piece, columns: Sequence[Column]) -> int:
    """Return the column that holds most of a piece, else the nearest."""

    def shared(index: int) -> float:
        left, right = columns[index]
        return min(piece.right, right) - max(piece.left, left)

    return max(range(len(columns)), key=shared)
