"""Body lines to paragraphs: lines gathered from border to border, tables as one block each."""

from __future__ import annotations

from collections.abc import Sequence

from an2un.language import Language
from an2un.parse.borders import Borders
from an2un.parse.layout import Dropped, Page
from an2un.parse.lines import Mender
from an2un.parse.passage import Passage
from an2un.parse.style import Style, measure
from an2un.parse.tables import Stretch, find_tables
from an2un.parse.tables.letters import with_notes
from an2un.parse.typesetting import Row, rows_of
from an2un.record import Record
from an2un.source import Line, Source


class Block(Record):
    """One printed paragraph: its text and how it stood on the page.

    indent  of its first line beyond the edge of the page
    gap     space above beyond the usual, in lines
    lines   how many it took; `short` says that each of them ended before the margin
    """

    passage: Passage
    lines: tuple[Line, ...]
    indent: float
    gap: float
    fresh: bool
    short: bool
    cells: tuple[tuple[Passage, ...], ...] = ()  # of a table, row by row
    proved: bool = True  # whether the columns of a table are told apart
    left_out: tuple[Dropped, ...] = ()  # of a table: its head printed again, what draws it

    @property
    def text(self) -> str:
        """The running text, calls included."""
        return self.passage.text


def blocks(
    source: Source, pages: Sequence[Page], mender: Mender, language: Language
) -> tuple[Block, ...]:
    """Return the paragraphs of the body lines of all pages, in printed order."""
    rows = rows_of(source, pages, language)
    if not rows:
        return ()
    borders = Borders(measure(rows, language), language, source.text)
    found: list[Block] = []
    at = 0
    tables = find_tables(mender, rows, borders.style, language)
    rows = with_notes(rows, [table.end for table in tables])
    for table in tables:
        found.extend(_paragraphs(rows[at : table.start], mender, borders))
        found.append(_table(rows[table.start : table.end], table, mender))
        at = table.end
    found.extend(_paragraphs(rows[at:], mender, borders))
    return tuple(found)


def _table(rows: Sequence[Row], table: Stretch, mender: Mender) -> Block:
    """Return a table as one block, each of its cells a passage."""
    first = rows[0]
    cells = tuple(
        tuple(
            mender.passage([first.line._replace(span=span) for span in cell]) for cell in row.cells
        )
        for row in table.rows
    )
    lines = tuple(row.line for row in rows)
    return Block(
        Passage(""), lines, first.indent, 0, first.fresh, True, cells, table.proved, table.left_out
    )


def _paragraphs(rows: Sequence[Row], mender: Mender, borders: Borders) -> list[Block]:
    """Return the paragraphs of lines without tables."""
    found: list[Block] = []
    if not rows:
        return found
    style, labels = borders.style, borders.labels
    group = [rows[0]]
    labelled = False  # a label stands alone above the group, so its first line may be a heading
    borders.note(rows[0])
    for row in rows[1:]:
        if row.line.opens is False:  # the source tells
            group.append(row)
            continue
        alone = len(group) == 1 and labels.stands_alone(group[0])
        titled = labelled and (
            (len(group) == 1 and labels.is_title(group[0], row)) or labels.is_named(group, row)
        )
        named = labelled and labels.names_on(group, row)
        if named or not (alone or titled or borders.begins(group, row)):
            group.append(row)
            continue
        found.append(_block(group, mender, style))
        labelled = alone and not titled and labels.may_title(group[0])
        group = [row]
        borders.note(row)
    found.append(_block(group, mender, style))
    return [block for block in found if block.text]


def _block(group: Sequence[Row], mender: Mender, style: Style) -> Block:
    first = group[0]
    lines = [row.line for row in group]
    return Block(
        mender.passage(lines),
        tuple(lines),
        first.indent,
        max(first.line.gap - style.gap, 0),
        first.fresh,
        max([row.length for row in group]) < style.full,
    )
