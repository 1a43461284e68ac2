"""The rows of a table: which lines make one, and what its cells are."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from an2un.parse.tables.columns import (
    Columns,
    head_cells,
    is_number,
    is_numbered,
    openings,
    text_cells,
    wide_cells,
)
from an2un.parse.tables.evidence import Seen
from an2un.parse.tables.figures import are_turned, last_figures, usual_count
from an2un.parse.tables.words import Cell, Word, cell_of, text_of


class TableRow(NamedTuple):
    """One row: the spans of its cells; a cell may run over several lines."""

    cells: tuple[Cell, ...]


class Table(NamedTuple):
    """The rows of a table, and whether its columns are told apart."""

    rows: tuple[TableRow, ...]
    proved: bool


_SHARE = 0.6  # of the rows with figures that must be told apart
_SHARE_OF_TEXTS = 0.6  # of them that must show every column of words; totals show one
_CODED = 3  # columns of words that rows prove without a head: what recurs, a name, a code
_OPEN_ENDS = ("-", ",", "(", "/", "\u2013", "\u060c", "\uff0c")


def adjacent(lines: Sequence[Seen]) -> frozenset[tuple[str, str]]:
    """Return which words follow each other somewhere inside the lines of a text."""
    return frozenset(pair for line in lines for pair in pairwise(line.text.split()))


class Part(NamedTuple):
    """The lines of one table, without repeated heads; at most `body` of them are its head."""

    lines: Sequence[Seen]
    body: int


class Script(NamedTuple):
    """What the script of a language does to tables.

    spaced    blanks stand between words
    leftward  text runs from right to left, so that the groups of a figure may stand turned
    """

    spaced: bool = True
    leftward: bool = False


def tables(
    parts: Sequence[Part], follow: frozenset[tuple[str, str]], script: Script
) -> list[Table]:
    """Return the tables that lines print; those with the same head have the same columns.

    follow: which words are known to follow each other
    """
    readings = [_read(part, follow, script) for part in parts]
    labels: dict[str, list[Sequence[Word]]] = {}
    for reading in readings:
        labels.setdefault(reading.title, []).extend(reading.labels)
    known = {title: openings(found) for title, found in labels.items()}
    return [reading.table(known[reading.title]) for reading in readings]


class _Reading(NamedTuple):
    """A table whose rows are told, not yet their cells.

    head     its cells, none if they are not told
    rows     the rows below
    figures  how many figures a row ends in
    trail    blanks behind most rows
    spaced   whether the script has blanks between words
    turned   whether the groups of thousands stand turned
    """

    head: list[list[Word]]
    rows: list[_Printed]
    figures: int
    trail: int
    spaced: bool
    turned: bool

    @property
    def title(self) -> str:
        """The head as text."""
        return " | ".join(text_of(cell) for cell in self.head)

    @property
    def labels(self) -> list[Sequence[Word]]:
        """The words in front of the figures of each row."""
        return [row.label for row in self.rows if row.last.is_row]

    def table(self, known: frozenset[tuple[str, ...]]) -> Table:
        """Return the table; known: the words that open rows below such a head."""
        numbered = is_numbered(self.labels)
        texts = len(self.head) - self.figures
        columns = Columns(self.figures, texts, known, numbered, self.spaced, self.turned)
        if not self.head:
            columns = columns._replace(texts=_CODED)
        if columns.texts > 1 and not self._has_texts(columns):
            columns = columns._replace(texts=1)
        split = [row.cells(columns, self.trail) for row in self.rows]
        asked = [cells for row, cells in zip(self.rows, split, strict=True) if row.last.is_row]
        proved = sum(len(cells) > 1 for cells in asked) >= _SHARE * len(asked)
        rows = [*self._head_rows(columns), *split]
        if not proved:
            rows = [[[word for cell in row for word in cell]] for row in rows]
        return Table(tuple(TableRow(tuple(map(cell_of, row))) for row in rows), proved)

    def _has_texts(self, columns: Columns) -> bool:
        """Say whether rows hold as many cells of words as the head has beside the figures."""
        told = [text_cells(label, columns) is not None for label in self.labels]
        return sum(told) >= _SHARE_OF_TEXTS * len(told)

    def _head_rows(self, columns: Columns) -> list[list[list[Word]]]:
        """Return the head; capitals within its first cell part nothing."""
        if not self.head:
            return []
        spare = max(len(self.head) - columns.figures - columns.texts, 0)
        first = [word for cell in self.head[: spare + 1] for word in cell]
        return [[first, *self.head[spare + 1 :]]]


def _read(part: Part, follow: frozenset[tuple[str, str]], script: Script) -> _Reading:
    rows = [line for line in part.lines if line.is_row]
    tails = [line.tail for line in rows]
    turned = script.leftward and are_turned(tails)
    figures = usual_count(tails, turned=turned)
    trail = Counter(line.trail for line in rows).most_common(1)[0][0]
    count, head = _head(part.lines[: part.body], figures, spaced=script.spaced)
    lines = part.lines[count:]
    wraps = _Wraps(follow, trail, len(head) > figures + 1, _reach(lines))
    printed = _rows(lines, wraps)
    return _Reading(head, printed, figures, trail, script.spaced, turned)


# -------------------------------------------------------------------------------------------- head


def _head(lines: Sequence[Seen], figures: int, *, spaced: bool) -> tuple[int, list[list[Word]]]:
    """Return how many lines are the head, and its cells; no cells if they are not told.

    There is a cell for each column of figures, and mostly one above their labels.
    """
    words: list[Word] = []
    for count, line in enumerate(lines, 1):
        words.extend(line.words)
        cells = head_cells(words, spaced=spaced)
        ends = count == len(lines) or not lines[count].text[0].islower()
        if ends and len(cells) > figures > 0:
            return count, cells
    count = len(lines) - 1 if _is_unit(lines, figures, spaced=spaced) else len(lines)
    cells = head_cells([word for line in lines[:count] for word in line.words], spaced=spaced)
    return (count, cells) if cells and len(cells) == figures > 1 else (0, [])


def _is_unit(lines: Sequence[Seen], figures: int, *, spaced: bool) -> bool:
    """Say whether the last line of a head tells the unit of all figures, not of the last column."""
    if len(lines) < 2 or not (lines[-1].text.startswith("(") and lines[-1].text.endswith(")")):
        return False
    whole = len(head_cells(lines[0].words, spaced=spaced)) == figures
    return whole or lines[-1].row.indent > 0


# -------------------------------------------------------------------------------------------- rows


class _Wraps(NamedTuple):
    """What tells whether a line goes on in the next.

    follow  which words are known to follow each other
    trail   blanks behind most rows
    words   several columns hold words, so that a line without figures is no row
    reach   ems from which on a line of the labels has no room for another word
    """

    follow: frozenset[tuple[str, str]]
    trail: int
    words: bool
    reach: float

    def goes_on(self, line: Seen, after: Seen) -> bool:
        """Say whether a line without figures goes on in the next."""
        if line.trail > max(self.trail, 1):
            return False
        first = after.text[0]
        if self._is_full(line, after):
            return True
        if line.text.endswith(_COLONS):
            return False
        if first.islower() or first == "(" or line.text.endswith(_OPEN_ENDS) or not line.free:
            return True
        last, next_word = line.words[-1].text, after.words[0].text
        pairs = ((last, next_word), (last, next_word[:-1]))  # a letter may call a note
        return self.words or any(pair in self.follow for pair in pairs)

    def _is_full(self, line: Seen, after: Seen) -> bool:
        """Say whether a line of words fills its column, so that no number but words go on."""
        words = line.figures == len(line.words) and not after.text[0].isdigit()
        if not words or line.text[-1].isdigit() or line.text.endswith(")"):
            return False
        length = line.row.length
        return length + after.row.needs > self.reach >= _INEXACT * length


def _reach(lines: Sequence[Seen]) -> float:
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
_COLONS = (":", "\uff1a")
_FILLED = 2  # lines that show how far the labels reach


class _Printed(NamedTuple):
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
        if columns.numbered and len(label) > 1 and is_number(label[0]):
            numbers, label = [label[:1]], label[1:]
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


def _rows(lines: Sequence[Seen], wraps: _Wraps) -> list[_Printed]:
    """Return the rows of lines; figures alone on a line belong to the row above."""
    rows: list[_Printed] = []
    words: list[Word] = []
    for index, line in enumerate(lines):
        if not line.figures and not words and rows and rows[-1].last.is_row:
            joined = line._replace(is_row=True, words=(*rows[-1].tail, *line.words), figures=0)
            rows[-1] = _Printed((*rows[-1].words, *line.words), joined)
            continue
        words.extend(line.words)
        after = lines[index + 1] if index + 1 < len(lines) else None
        goes_on = after is not None and (_is_open(words) or wraps.goes_on(line, after))
        if line.is_row or not goes_on:
            rows.append(_Printed(tuple(words), line))
            words = []
    return rows


def _is_open(words: Sequence[Word]) -> bool:
    """Say whether a bracket opens among the words of a row that none of them closes."""
    text = " ".join(word.text for word in words)
    return text.count("(") > text.count(")")
