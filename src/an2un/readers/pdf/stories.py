"""Pages whose text runs in two columns: their rows in the order of reading.

Such a page has a gutter in its middle that most of its rows leave free, and lines on both sides of
it that fill their column. Rows that cross the gutter, headings over both columns and page numbers,
part what stands above them from what stands below. A table leaves room between its columns, too:
rules run across it, its cells hold figures, or leave gaps below the shorter of two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from an2un.readers.pdf.file import Box
from an2un.readers.pdf.rows import Row

_FREE = 3.0  # points on either side of the middle that a gutter leaves free, at least
_MOST = 0.5  # share of the rows of a page that leave the gutter free, at least
_LEAST = 8  # lines of a column, at least
_FULL = 0.85  # share of the column that a full line fills
_FILLED = 0.4  # share of the lines of a column that are full, at least
_LETTERS = 0.7  # share of letters among the signs of a column, at least
_GAP = 3.5  # line heights between two lines of a column; hardly any are further apart
_GAPS = 2  # that are further apart, at most


class Story(NamedTuple):
    """Rows that are read one after the other.

    rules      strokes of the page that do not stand beside them
    shift      points from the reading edge of the page's first column to that of its own
    gap        line heights above the first row beyond those between lines of one paragraph
    is_second  whether it is the second of two columns, which goes on as a page does
    """

    rows: list[Row]
    rules: list[Box]
    shift: float = 0.0
    gap: float = 0.0
    is_second: bool = False


class _Gutter(NamedTuple):
    """What two columns leave free, from left to right, and the outer edges of both."""

    outer_left: float
    left: float
    right: float
    outer_right: float

    def crosses(self, row: Row) -> bool:
        """Whether something of a row stands in it."""
        return any(
            run.has_ink and run.left < self.right and run.right > self.left for run in row.runs
        )


def stories(found: Sequence[Row], rules: Sequence[Box], *, rtl: bool) -> list[Story]:
    """Return the rows of a page in the order of reading, as one story where no columns are.

    found  from top to bottom; rules: strokes drawn on the page; rtl: read from the right
    """
    whole = Story(list(found), list(rules))
    gutter = _gutter(found)
    if not gutter:
        return [whole]
    made: list[Story] = []
    for rows, is_free in _bands(found, gutter):
        sides = _sides(rows, rules, gutter, rtl=rtl) if is_free else []
        if sides and _are_columns(rows, sides, rules, gutter):
            made.extend(sides)
        elif made and not made[-1].is_second:
            made[-1].rows.extend(rows)
        else:
            made.append(Story(list(rows), list(rules), gap=1.0 if made else 0.0))
    return made if any(story.is_second for story in made) else [whole]


def _gutter(found: Sequence[Row]) -> _Gutter | None:
    """Return what most rows leave free around the middle of what is printed."""
    if len(found) < _LEAST:
        return None
    left, right = min(row.left for row in found), max(row.right for row in found)
    middle = (left + right) / 2
    free = [row for row in found if not _stands_at(row, middle)]
    if len(free) < max(_MOST * len(found), _LEAST):
        return None
    edges = [(run.left, run.right) for row in free for run in row.runs if run.has_ink]
    inner_left = max((b for _, b in edges if b < middle), default=middle)
    inner_right = min((a for a, _ in edges if a > middle), default=middle)
    return _Gutter(left, inner_left, inner_right, right) if inner_left < inner_right else None


def _stands_at(row: Row, middle: float) -> bool:
    return any(
        run.has_ink and run.left < middle + _FREE and run.right > middle - _FREE for run in row.runs
    )


def _bands(found: Sequence[Row], gutter: _Gutter) -> Iterator[tuple[list[Row], bool]]:
    """Yield rows that follow each other and all cross the gutter, or all leave it free."""
    band: list[Row] = []
    free = False
    for row in found:
        is_free = not gutter.crosses(row)
        if band and is_free != free:
            yield band, free
            band = []
        free = is_free
        band.append(row)
    if band:
        yield band, free


def _sides(rows: Sequence[Row], rules: Sequence[Box], gutter: _Gutter, *, rtl: bool) -> list[Story]:
    """Return what stands on both sides of the gutter in the order of reading."""
    middle = (gutter.left + gutter.right) / 2
    left: list[Row] = []
    right: list[Row] = []
    for row in rows:
        for side, is_left in ((left, True), (right, False)):
            runs = [run for run in row.runs if (run.left < middle) is is_left]
            ink = [run for run in runs if run.has_ink]
            if ink:
                edges = min(run.left for run in ink), max(run.right for run in ink)
                side.append(Row(runs, row.base, row.size, *edges))
    beside_left = [rule for rule in rules if rule.left < middle]
    beside_right = [rule for rule in rules if rule.right > middle]
    if rtl:
        shift = gutter.outer_right - gutter.left
        return [Story(right, beside_right, gap=1.0), Story(left, beside_left, shift, 0.0, True)]
    shift = gutter.right - gutter.outer_left
    return [Story(left, beside_left, gap=1.0), Story(right, beside_right, shift, 0.0, True)]


def _are_columns(
    rows: Sequence[Row], sides: Sequence[Story], rules: Sequence[Box], gutter: _Gutter
) -> bool:
    """Whether rows are lines of two columns of text, not of a table."""
    top, bottom = rows[0].base + rows[0].size, rows[-1].base
    for rule in rules:
        if bottom < rule.bottom < top and rule.left < gutter.left and rule.right > gutter.right:
            return False
    width = min(gutter.left - gutter.outer_left, gutter.outer_right - gutter.right)
    longer, shorter = sorted((side.rows for side in sides), key=len, reverse=True)
    if len(longer) < _LEAST or not _is_text(longer, width):
        return False
    if len(shorter) >= _LEAST:
        return _is_text(shorter, width)
    return _begins_above(shorter, rows[0]) and _are_letters(shorter) and _gaps(shorter) == 0


def _begins_above(lines: Sequence[Row], first: Row) -> bool:
    """Whether lines begin where a column does, though they fill it no more."""
    return bool(lines) and first.base - lines[0].base < _GAP * first.size


def _is_text(lines: Sequence[Row], width: float) -> bool:
    """Whether lines fill a column with letters, without gaps."""
    filled = sum(row.right - row.left > _FULL * width for row in lines)
    return filled >= _FILLED * len(lines) and _are_letters(lines) and _gaps(lines) <= _GAPS


def _are_letters(lines: Sequence[Row]) -> bool:
    text = "".join([glyph.text for row in lines for run in row.runs for glyph in run.glyphs])
    signs = "".join(text.split())
    return sum(map(str.isalpha, signs)) >= _LETTERS * len(signs)


def _gaps(lines: Sequence[Row]) -> int:
    """Return how many lines stand further from the one above than those of a column do."""
    return sum(above.base - row.base > _GAP * row.size for above, row in pairwise(lines))
