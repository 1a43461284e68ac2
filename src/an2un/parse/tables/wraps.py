"""Which lines of a table make one row: what goes on in the next line, and where figures end it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import dropwhile, pairwise
from typing import NamedTuple

from an2un.parse.tables.columns import (
    Columns,
    Numbering,
    counts_on,
    is_number,
    text_cells,
    wide_cells,
)
from an2un.parse.tables.evidence import Seen
from an2un.parse.tables.figures import last_figures
from an2un.parse.tables.words import Word
from an2un.parse.typesetting import COLONS

_OPEN_ENDS = ("-", ",", "(", "/", "\u2013", "\u060c", "\uff0c")


class Wraps(NamedTuple):
    """What tells whether a line goes on in the next.

    follow  which words are known to follow each other
    trail   blanks behind most rows
    words   several columns hold words, so that a line without figures is no row
    numbers how the rows count where they begin with numbers that ascend
    reach   ems from which on a line of the labels has no room for another word
    marked  offset behind which blanks tell rows without figures from lines that go on, if any
    """

    follow: frozenset[tuple[str, str]]
    trail: int
    words: bool
    numbers: Numbering
    reach: float
    marked: float = math.inf

    def goes_on(self, row: Sequence[Word], line: Seen, after: Seen) -> bool:
        """Say whether a row goes on behind a line without figures.

        row: its words so far. One that begins with a number ends in figures, and the next number
        begins another; so does the word of a sum.
        """
        if after.sums:
            return False
        first, kind = after.words[0], self.numbers
        if is_number(row[0], kind) or is_number(first, kind):
            return not counts_on(row[0], first, kind)
        if line.trail > max(self.trail, 1) or self._spans(row, line):
            return False
        if self._is_full(line, after):
            return True
        if line.text.endswith(COLONS):
            return False
        if line.row.line.span.start > self.marked and line.figures == len(line.words):
            return True
        if (
            first.text[0].islower()
            or first.text[0] == "("
            or line.text.endswith(_OPEN_ENDS)
            or not line.free
        ):
            return True
        last, next_word = line.words[-1].text, first.text
        pairs = ((last, next_word), (last, next_word[:-1]))  # a letter may call a note
        return self.words or any(pair in self.follow for pair in pairs)

    def _spans(self, row: Sequence[Word], line: Seen) -> bool:
        """Say whether a line is a subheading: wider than what stands in columns of words."""
        alone = self.words and len(row) == len(line.words) == line.figures
        return alone and line.row.length > self.reach

    def _is_full(self, line: Seen, after: Seen) -> bool:
        """Say whether a line of words fills its column, so that no number but words go on."""
        words = line.figures == len(line.words) and not after.text[0].isdigit()
        if not words or line.text[-1].isdigit() or line.text.endswith(")"):
            return False
        length = line.row.length
        return length + after.row.needs > self.reach >= _INEXACT * length


def marked(lines: Sequence[Seen], trail: int) -> float:
    """Return where the first row ends if more blanks than behind most mark rows without figures.

    Endless where too few of them show it. In the head cells end in such blanks, too.
    """
    below = list(dropwhile(lambda line: not line.is_row, lines))
    empty = [line for line in below if not line.is_row and line.trail > max(trail, 1)]
    return below[0].row.line.span.end if len(empty) >= _MARKED else math.inf


def reach(lines: Sequence[Seen]) -> float:
    """Return the ems that lines of labels fill, endless where too few of them show it.

    Lines that go on in a small letter do; where the script has none, the longest without figures.
    """
    pairs = [(line, after) for line, after in pairwise(lines) if not line.is_row]
    small = [line.row.length for line, after in pairs if after.text[0].islower()]
    if len(small) >= _FILLED:
        return max(small)
    if any(line.text[0].isupper() for line in lines):
        return math.inf
    widest = max((line.row.length for line, _ in pairs), default=0)
    full = [line for line, after in pairs if line.row.length + after.row.needs > widest]
    return widest if len(full) >= _FILLED else math.inf


_INEXACT = 0.87  # of a line in the column of the labels; a longer one runs over other columns
_MARKED = 2  # rows without figures that show it
_FILLED = 2  # lines that show how far the labels reach


class Printed(NamedTuple):
    """A printed row: its words, and the line that ends it."""

    words: tuple[Word, ...]
    last: Seen

    @property
    def tail(self) -> tuple[Word, ...]:
        """The figures at its end."""
        return self.last.tail

    @property
    def label(self) -> tuple[Word, ...]:
        """The words in front of them."""
        return self.words[: len(self.words) - len(self.tail)]

    def cells(self, columns: Columns, trail: int) -> list[list[Word]]:
        """Return its cells."""
        label, figures = self._figures(columns, trail)
        numbers = []
        if len(label) > 1 and is_number(label[0], columns.numbered):
            end = 2 if label[0].text in columns.shared else 1
            numbers, label = [label[:end]], label[end:]
        texts = text_cells(label, columns) if figures else None
        if texts is None:
            texts = wide_cells(label)
        return [*numbers, *texts, *figures]

    def _figures(self, columns: Columns, trail: int) -> tuple[list[Word], list[list[Word]]]:
        """Return the words of a row and its figures."""
        words, tail, count = list(self.words), self.tail, columns.figures
        if not tail or not self.last.is_row:
            return words, []
        found = last_figures(tail, count, turned=columns.turned)
        if found is None and len(tail) < count:
            if self.last.trail > max(trail, 1) or (len(tail) == 1 and tail[0].gap < 2):
                return words, []
            found = 0, list(range(len(tail)))
        first, starts = (0, [0]) if found is None else found
        at = len(words) - len(tail)
        ends = [*starts[1:], len(tail)]
        return words[: at + first], [
            words[at + start : at + end] for start, end in zip(starts, ends, strict=True)
        ]


def gathered(lines: Sequence[Seen], wraps: Wraps) -> list[Printed]:
    """Return the rows of lines; figures alone on a line belong to the row above."""
    rows: list[Printed] = []
    words: list[Word] = []
    inside = 0  # brackets that the row has opened and not closed
    for index, line in enumerate(lines):
        if not line.figures and not words and rows and rows[-1].last.is_row:
            joined = line._replace(is_row=True, words=(*rows[-1].tail, *line.words), figures=0)
            rows[-1] = Printed((*rows[-1].words, *line.words), joined)
            continue
        words.extend(line.words)
        inside += sum(word.text.count("(") - word.text.count(")") for word in line.words)
        after = lines[index + 1] if index + 1 < len(lines) else None
        goes_on = after is not None and (inside > 0 or wraps.goes_on(words, line, after))
        if line.is_row or not goes_on:
            rows.append(Printed(tuple(words), line))
            words, inside = [], 0
    return rows
