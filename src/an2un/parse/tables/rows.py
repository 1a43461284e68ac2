"""The rows of a table and its columns: what its head and its rows prove of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain, pairwise, takewhile
from typing import NamedTuple

from an2un.parse.tables.columns import (
    Columns,
    capital_cells,
    head_cells,
    numbering_of,
    openings,
    shared_numbers,
    text_cells,
)
from an2un.parse.tables.evidence import Seen
from an2un.parse.tables.figures import are_turned, usual_count
from an2un.parse.tables.posts import posts_of
from an2un.parse.tables.words import Cell, Word, cell_of, text_of
from an2un.parse.tables.wraps import Printed, Wraps, gathered, marked, reach


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


def adjacent(lines: Sequence[Seen]) -> frozenset[tuple[str, str]]:
    """Return which words follow each other somewhere inside the lines of a text."""
    return frozenset(chain.from_iterable([pairwise(line.text.split()) for line in lines]))


class Part(NamedTuple):
    """The lines of one table, without repeated heads; at most `body` of them are its head."""

    lines: Sequence[Seen]
    body: int

    def top(self) -> list[Seen]:
        """Return the lines that may be the head: those above the body, and without figures."""
        above = list(self.lines[: self.body])
        return above or list(takewhile(lambda line: not line.tail, self.lines))

    def gapped(self) -> list[Seen]:
        """Return the lines that may be the head where wide gaps part its cells, as in rows."""
        below = takewhile(lambda line: line.is_row and not line.tail, self.lines[self.body :])
        return [*self.lines[: self.body], *below]


class Script(NamedTuple):
    """What the script of a language, and how it is set, do to tables.

    spaced    blanks stand between words
    leftward  text runs from right to left, so that the groups of a figure may stand turned
    wrapped   lines end at a margin; else each of them is a row, whatever its columns hold
    """

    spaced: bool = True
    leftward: bool = False
    wrapped: bool = True


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
    known = {title: _Known(openings(found), found) for title, found in labels.items()}
    return [reading.table(known[reading.title]) for reading in readings]


class _Known(NamedTuple):
    """What the tables with one head have in common: words that open rows, and all their labels."""

    opening: frozenset[tuple[str, ...]]
    labels: Sequence[Sequence[Word]]

    def proves(self, columns: Columns) -> bool:
        """Say whether rows hold as many cells of words as there are columns of them."""
        told = [text_cells(label, columns) is not None for label in self.labels]
        return sum(told) >= _SHARE_OF_TEXTS * len(told)


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
    rows: list[Printed]
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

    def table(self, known: _Known) -> Table:
        """Return the table; known: what the tables with its head have in common."""
        head, columns = self._columns(known)
        posts = posts_of([row.words for row in self.rows])
        split = [
            (posts and posts.cells(row.words)) or row.cells(columns, self.trail)
            for row in self.rows
        ]
        asked = [cells for row, cells in zip(self.rows, split, strict=True) if row.last.is_row]
        proved = sum(len(cells) > 1 for cells in asked) >= _SHARE * len(asked)
        heads = _posts_head(head) if posts else _head_rows(head, columns)
        rows = [*heads, *split]
        if not proved:
            rows = [[[word for cell in row for word in cell]] for row in rows]
        return Table(tuple(TableRow(tuple(map(cell_of, row))) for row in rows), proved)

    def _columns(self, known: _Known) -> tuple[list[list[Word]], Columns]:
        """Return the head and the columns: as many of words as the rows prove, else one.

        Gaps may part but some of the cells of a head, its capitals the others.
        """
        numbered = numbering_of(self.labels) or numbering_of([row.words for row in self.rows])
        shared = shared_numbers(self.labels) if numbered == "digits" else frozenset[str]()
        columns = Columns(
            self.figures, 1, known.opening, numbered, self.spaced, self.turned, shared
        )
        capitals = capital_cells([word for cell in self.head for word in cell])
        heads = [self.head, capitals] if self.spaced else [self.head]
        for head in heads:
            texts = len(head) - self.figures if head else _CODED
            if texts > 1 and known.proves(columns._replace(texts=texts)):
                return head, columns._replace(texts=texts)
        return self.head, columns


def _head_rows(head: list[list[Word]], columns: Columns) -> list[list[list[Word]]]:
    """Return the head as a row; capitals within its first cell part nothing."""
    if not head:
        return []
    spare = max(len(head) - columns.figures - columns.texts, 0)
    first = [word for cell in head[: spare + 1] for word in cell]
    return [[first, *head[spare + 1 :]]]


def _posts_head(head: list[list[Word]]) -> list[list[list[Word]]]:
    """Return the head of a table of posts: its cells, below the line of one word that names it."""
    words = [word for cell in head for word in cell]
    if len(words) > 1 and not words[1].gap:
        return [[words[:1]], capital_cells(words[1:])]
    return [capital_cells(words)] if words else []


def _read(part: Part, follow: frozenset[tuple[str, str]], script: Script) -> _Reading:
    rows = [line for line in part.lines if line.is_row]
    tails = [line.tail for line in rows]
    turned = script.leftward and are_turned(tails)
    figures = usual_count(tails, turned=turned)
    trail = Counter(line.trail for line in rows).most_common(1)[0][0]
    count, head = _head(part.top(), figures, spaced=script.spaced)
    if not head:
        count, head = _head(part.gapped(), figures, spaced=script.spaced)
    lines = part.lines[count:]
    by_rows, by_lines = (
        numbering_of([line.words[: line.figures] for line in some]) for some in (rows, lines)
    )
    words = script.wrapped and len(head) > figures + 1
    numbers = by_rows or by_lines
    wraps = Wraps(follow, trail, words, numbers, reach(lines), marked(lines, trail))
    printed = gathered(lines, wraps)
    return _Reading(head, printed, figures, trail, script.spaced, turned)


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
