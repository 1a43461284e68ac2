"""Tables that their label alone tells: `Table 2`, a title, and below it cells that hold words.

Where no figures end the rows and no alignment parts the columns, the label still says that a table
follows. Each paragraph below the title is a row of one cell then: as far as the table reaches, for
cells end as headings do, and sentences with their mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from an2un.language import Language
from an2un.parse.blocks import Block
from an2un.parse.closing import is_closing
from an2un.parse.labels import CLOSED, read_label
from an2un.parse.passage import Passage
from an2un.record import replace
from an2un.wording.markers import read_marker

_LEAST = 2  # rows that make a table


def captioned(found: Sequence[Block], language: Language) -> list[Block]:
    """Return the paragraphs, those below the label and the title of a table as the table."""
    kept: list[Block] = []
    at = 0
    while at < len(found):
        kept.append(found[at])
        at += 1
        if not language.table_label(kept[-1].text):
            continue
        if at < len(found) and _is_title(found[at], language):
            kept.append(found[at])
            at += 1
        end = _end(found, at, language)
        if end - at >= _LEAST:
            kept.append(_table(found[at:end]))
            at = end
    return kept


def _is_title(block: Block, language: Language) -> bool:
    return _may_stand(block, language) and read_marker(block.text) is None


def _end(found: Sequence[Block], at: int, language: Language) -> int:
    """Return where the rows from here end.

    What stands above a sentence without a number of its own is the heading of that, no row.
    """
    end = at
    while end < len(found) and _may_stand(found[end], language):
        end += 1
    if end < len(found) and (found[end].cells or _is_sentence(found[end].text)):
        while end > at and read_marker(found[end - 1].text) is None:
            end -= 1
    return end


def _may_stand(block: Block, language: Language) -> bool:
    """Say whether a paragraph may be a cell or a title: no mark ends it that ends sentences."""
    text = block.text
    if block.cells or _is_sentence(text) or language.table_label(text):
        return False
    ends = language.annex_label(text) or language.formula(text) or is_closing(text, language)
    return not (ends or read_label(text, language) is not None)


def _is_sentence(text: str) -> bool:
    """Say whether a mark ends a text as it ends sentences.

    A colon may end a cell, and a year stand behind the last comma of a title.
    """
    return CLOSED.search(text.rstrip(_COLONS)) is not None and _DATED.search(text) is None


_COLONS = ":\uff1a "
_DATED = re.compile(r"[,\u060c] (?:19|20)\d\d$")


def _table(rows: Sequence[Block]) -> Block:
    """Return the table whose rows are paragraphs, or lines that open with the next number."""
    lines = tuple(line for row in rows for line in row.lines)
    last: dict[str, int] = {}
    cells = tuple((passage,) for row in rows for passage in _counted(row, last))
    return replace(rows[0], passage=Passage(""), lines=lines, cells=cells, short=True, proved=False)


def _counted(row: Block, last: dict[str, int]) -> Iterator[Passage]:
    """Yield the parts of a paragraph that open with a number which comes next, each on its line.

    last: the numbers that came last, by their style; goes on from row to row
    """
    passage = row.passage
    _comes_next(passage.text, last)
    lines = {line.span.start for line in row.lines[1:]}
    starts = [piece.at for piece in passage.pieces if piece.span.start in lines]
    opens = [at for at in starts if _comes_next(passage.text[at : at + _LONGEST], last)]
    for start, end in pairwise([0, *opens, len(passage.text)]):
        yield passage.part(start, end).trimmed()


def _comes_next(text: str, last: dict[str, int]) -> bool:
    """Say whether a text opens with a number that comes next or opens a count; remember it."""
    marker = read_marker(text)
    readings = () if marker is None else marker.readings
    comes = [(style, value) for style, value in readings if value in (1, last.get(style, 0) + 1)]
    last.update(comes)
    return bool(comes)


_LONGEST = 24  # characters of a number and what tells that it is one
