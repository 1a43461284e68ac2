"""Pages whose text runs in columns: their rows in the order of reading.

Such a page has gutters that most of its rows leave free, in its middle or at its thirds, and lines
beside them that fill their column. Rows that cross a gutter, headings over columns and page
numbers, part what stands above them from what stands below. A table leaves room between its
columns, too: rules run across it, its cells hold figures, or leave gaps below the shorter of two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from an2un.readers.pdf.frame import Box
from an2un.readers.pdf.rows import Row

_COUNTS = (2, 3)  # of columns
_FREE = 3.0  # points on either side of the middle that a gutter leaves free, at least
_MOST = 0.5  # share of the rows of a page that leave the gutter free, at least
_LEAST = 8  # lines of a column, at least
_FULL = 0.85  # share of the column that a full line fills
_FILLED = 0.4  # share of the lines of all columns that are full, at least
_SOME = 0.2  # share of those of each
_LETTERS = 0.75  # share of letters among the letters and digits of a column, at least
_GAP = 3.5  # line heights between two lines of a column; hardly any are further apart
_GAPS = 2  # that are further apart, at most


class Story(NamedTuple):
    """Rows that are read one after the other.

    rules      strokes of the page that do not stand beside them
    shift      points from the reading edge of the page's first column to that of its own
    gap        line heights above the first row beyond those between lines of one paragraph
    goes_on    whether it is a column behind another, which goes on as a page does
    """

    rows: list[Row]
    rules: list[Box]
    shift: float = 0.0
    gap: float = 0.0
    goes_on: bool = False


class _Columns(NamedTuple):
    """The left and right edges of columns, from left to right; gutters are free between them."""

    edges: tuple[tuple[float, float], ...]

    def cross(self, row: Row) -> bool:
        """Whether something of a row stands in a gutter."""
        return any(
            run.has_ink and run.left < right and run.right > left
            for run in row.runs
            for (_, left), (right, _) in pairwise(self.edges)
        )


def stories(found: Sequence[Row], rules: Sequence[Box], *, rtl: bool) -> list[Story]:
    """Return the rows of a page in the order of reading, as one story where no columns are.

    found  from top to bottom; rules: strokes drawn on the page; rtl: read from the right
    """
    whole = Story(list(found), list(rules))
    for count in _COUNTS:
        columns = _columns(found, count)
        made = _told(found, rules, columns, rtl=rtl) if columns else []
        if any(story.goes_on for story in made):
            return made
    return [whole]


def _told(
    found: Sequence[Row], rules: Sequence[Box], columns: _Columns, *, rtl: bool
) -> list[Story]:
    """Return the rows of a page in the order of reading, those of columns one after the other."""
    made: list[Story] = []
    for rows, is_free in _bands(found, columns):
        sides = _sides(rows, rules, columns, rtl=rtl) if is_free else []
        if sides and _are_columns(rows, sides, rules, columns):
            made.extend(sides)
        elif made and not made[-1].goes_on:
            made[-1].rows.extend(rows)
        else:
            made.append(Story(list(rows), list(rules), gap=1.0 if made else 0.0))
    return made


def _columns(found: Sequence[Row], count: int) -> _Columns | None:
    """Return so many columns of one width, whose gutters most rows leave free."""
    if len(found) < _LEAST:
        return None
    left, right = min(row.left for row in found), max(row.right for row in found)
    middles = [left + (right - left) * at / count for at in range(1, count)]
    free = [row for row in found if not any(_stands_at(row, middle) for middle in middles)]
    if len(free) < max(_MOST * len(found), _LEAST):
        return None
    ink = [(run.left, run.right) for row in free for run in row.runs if run.has_ink]
    ends = [max((b for _, b in ink if b < middle), default=middle) for middle in middles]
    starts = [min((a for a, _ in ink if a > middle), default=middle) for middle in middles]
    edges = tuple(zip([left, *starts], [*ends, right], strict=True))
    apart = all(end < start for end, start in zip(ends, starts, strict=True))
    return _Columns(edges) if apart and all(a < b for a, b in edges) else None


def _stands_at(row: Row, middle: float) -> bool:
    return any(
        run.has_ink and run.left < middle + _FREE and run.right > middle - _FREE for run in row.runs
    )


def _bands(found: Sequence[Row], columns: _Columns) -> Iterator[tuple[list[Row], bool]]:
    """Yield rows that follow each other and all cross a gutter, or all leave them free."""
    for crosses, band in groupby(found, key=columns.cross):
        yield list(band), not crosses


def _sides(
    rows: Sequence[Row], rules: Sequence[Box], columns: _Columns, *, rtl: bool
) -> list[Story]:
    """Return what stands in each column, in the order of reading."""
    edges = columns.edges
    middles = [(left + right) / 2 for (_, left), (right, _) in pairwise(edges)]
    bounds = [*pairwise([float("-inf"), *middles, float("inf")])]
    made: list[Story] = []
    for (left, right), (low, high) in zip(edges, bounds, strict=True):
        shift = edges[-1][1] - right if rtl else left - edges[0][0]
        beside = [rule for rule in rules if rule.left < high and rule.right > low]
        made.append(Story(list(_between(rows, low, high)), beside, shift))
    first, *others = reversed(made) if rtl else made
    return [first._replace(gap=1.0), *(story._replace(goes_on=True) for story in others)]


def _between(rows: Sequence[Row], low: float, high: float) -> Iterator[Row]:
    """Yield what rows have of runs that begin between two edges."""
    for row in rows:
        runs = [run for run in row.runs if low <= run.left < high]
        ink = [run for run in runs if run.has_ink]
        if ink:
            edges = min(run.left for run in ink), max(run.right for run in ink)
            yield Row(runs, row.base, row.size, *edges)


def _are_columns(
    rows: Sequence[Row], sides: Sequence[Story], rules: Sequence[Box], columns: _Columns
) -> bool:
    """Whether rows are lines of columns of text, not of a table; one of them may end early."""
    top, bottom = rows[0].base + rows[0].size, rows[-1].base
    for rule in rules:
        across = any(
            rule.left < left and rule.right > right
            for (_, left), (right, _) in pairwise(columns.edges)
        )
        if across and bottom < rule.bottom < top:
            return False
    width = min(right - left for left, right in columns.edges)
    *longer, shortest = sorted((side.rows for side in sides), key=len, reverse=True)
    if len(longer[-1]) < _LEAST or not _are_text(longer, width):
        return False
    if len(shortest) >= _LEAST:
        return _are_text([*longer, shortest], width)
    return _begins_above(shortest, rows[0]) and _are_letters(shortest) and _gaps(shortest) == 0


def _begins_above(lines: Sequence[Row], first: Row) -> bool:
    """Whether lines begin where a column does, though they fill it no more."""
    return bool(lines) and first.base - lines[0].base < _GAP * first.size


def _are_text(columns: Sequence[Sequence[Row]], width: float) -> bool:
    """Whether the lines of columns fill them with letters, without gaps.

    One of them may hold short lines, as the masthead of a text; then the others fill theirs.
    """
    shares = [sum(row.right - row.left > _FULL * width for row in lines) for lines in columns]
    if any(part < _SOME * len(lines) for part, lines in zip(shares, columns, strict=True)):
        return False
    whole = [row for lines in columns for row in lines]
    filled = sum(shares) >= _FILLED * len(whole) and _are_letters(whole)
    return filled and all(_gaps(lines) <= _GAPS for lines in columns)


def _are_letters(lines: Sequence[Row]) -> bool:
    text = "".join([glyph.text for row in lines for run in row.runs for glyph in run.glyphs])
    letters, digits = sum(map(str.isalpha, text)), sum(map(str.isdecimal, text))
    return letters > 0 and letters >= _LETTERS * (letters + digits)


def _gaps(lines: Sequence[Row]) -> int:
    """Return how many lines stand further from the one above than those of a column do."""
    return sum(above.base - row.base > _GAP * row.size for above, row in pairwise(lines))
