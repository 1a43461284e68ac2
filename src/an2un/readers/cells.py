"""Rows of tables in documents that flow: as rows, or as the paragraphs that they only set out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from an2un.readers.flow import Block, Piece, Words


def side_by_side(cells: Sequence[Sequence[Block]]) -> Iterator[Block]:
    """Yield a row as one block: a tab between cells, a blank between the paragraphs of one.

    A row without words is none.
    """
    pieces: list[Piece] = []
    for index, cell in enumerate(cells):
        if index:
            pieces.append(Words("\t"))
        for number, block in enumerate(cell):
            if number:
                pieces.append(Words(" "))
            pieces.extend(_flat(block))
    yield Block(pieces, "row")


def numbered_rows(rows: Sequence[Sequence[Sequence[Block]]]) -> list[Block]:
    """Return the paragraphs of a table that only sets numbers beside them, none for any other.

    rows  of cells, each with its paragraphs
    Web pages and word processors set points out so: a number or nothing in one cell, words beside.
    """
    made: list[Block] = []
    numbers = 0
    for row in rows:
        cells = [[block for block in cell if not block.blank] for cell in row]
        if len(cells) > 1 and not cells[0]:
            label = ""
        elif cells and len(cells[0]) == 1:
            label = "".join(piece.text for piece in cells[0][0].pieces).strip()
        else:
            return []
        filled = [cell for cell in cells[1:] if cell]
        if len(filled) > 1 or (label and not (filled and _NUMBERS.fullmatch(label))):
            return []
        for block in filled[0] if filled else ():
            opening = (Words(f"{label} "),) if label else ()
            made.append(block._replace(pieces=(*opening, *block.pieces)))
            label = ""
        numbers += bool(filled and cells[0])
    return made if numbers else []


_NUMBERS = re.compile(
    r"[(\[\uff08]?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[^\W\d_]{1,2}|[ivxlcIVXLC]{1,6})\s?[.)\]\uff09]"
    r"|\d{1,3}\s?[-\u2013]|[-\u2013\u2014\u2022\u00b7\u25aa*]"
)


def _flat(block: Block) -> Iterator[Piece]:
    """Yield the pieces of a paragraph without what would part cells or lines."""
    for piece in block.pieces:
        if isinstance(piece, Words) and ("\t" in piece.text or "\n" in piece.text):
            yield piece._replace(text=piece.text.replace("\t", " ").replace("\n", " "))
        else:
            yield piece
