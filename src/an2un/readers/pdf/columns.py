"""Rows to pieces: which gaps of a line part words, which part cells and columns.

A gap much wider than a blank parts what stands side by side. One that is only somewhat wider does
so if the line above or below has a gap at the same place; else the line was stretched to its
margin. Behind a number or bullet that opens the line a gap parts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from an2un.readers.direction import kind_of
from an2un.readers.pdf.glyphs import Glyph
from an2un.readers.pdf.letters import from_the_left
from an2un.readers.pdf.rows import Row

Base = list[Glyph]


class Piece(NamedTuple):
    """Words of a line without a gap between them, from left to right; `left` edge, `right` edge."""

    bases: list[Base]
    left: float
    right: float

    @property
    def text(self) -> str:
        """The characters, from left to right."""
        return "".join(glyph.text for base in self.bases for glyph in base).strip()


# em between words; counted on 45 files, letters set apart reach 0.16 and blanks begin at 0.18
_BLANK = 0.175
_BARE_BLANK = 0.14  # where no blanks are printed as characters, so that nothing else parts words
_SPACED = 0.04  # share of blanks among glyphs above which they are printed as characters
_SET_APART = 0.06  # em between most letters of a line from which on they are set apart
_NARROW = 0.9  # em that part cells where the neighbours have the same gap
_WIDE = 2.2  # em that part cells anywhere
_OVERLAP = 0.5  # em that two gaps must have in common
_NEIGHBOUR = 3.0  # heights of a line within which the next one is a neighbour
_OPENS = re.compile(
    r"\(?[\d\u0660-\u0669]{1,3}[.)\uff0e]?|\(?[A-Za-z]{1,5}[.)]|\d{1,4}/\d{1,4}(?: ?[A-Z])?\.?"
    r"|[\u2022\u00b7\u25aa\u2013\u2014*\u2020\u2021-]+|\(?\w{1,2}\)|[.)]?[\d\u0660-\u0669]{1,3}\(?"
    r"|[\uff08(]?[\u4e00-\u9fff]{1,3}[.\uff0e\u3001\uff09)]|[\u2460-\u2473\u3220-\u3243]"
    r"|[.)][A-Za-z]{1,5}\(?"
)


def pieces(found: Sequence[Row], *, rtl: bool) -> list[list[Piece]]:
    """Return each row as its pieces from left to right; `rtl`: the page is read from the right."""
    blank = _BARE_BLANK if _is_bare(found) else _BLANK
    split = [_split(row, blank) for row in found]
    parted = []
    for index, row in enumerate(found):
        near = [
            _gaps(split[other])
            for other in (index - 1, index + 1)
            if 0 <= other < len(found) and abs(found[other].base - row.base) < _NEIGHBOUR * row.size
        ]
        parted.append(_parted(split[index], row.size, near, rtl))
    return parted


def _is_bare(found: Sequence[Row]) -> bool:
    """Whether blanks are told by gaps alone: hardly any is printed as a character."""
    text = "".join([glyph.text for row in found for run in row.runs for glyph in run.glyphs])
    return sum(map(text.count, set(filter(str.isspace, text)))) < _SPACED * len(text)


def _split(row: Row, blank: float) -> list[Piece]:
    """Return a row parted at every gap that may part cells, a blank put where one is missing.

    Where gaps stand between most letters these are set apart, and only wider gaps part words.
    """
    bases = from_the_left(row.glyphs(), blank)
    made, put = _divided(bases, row.size, blank, 0.0)
    if not put or any(kind_of(base[0].text) == "R" for base in bases):
        return made  # letters that are joined are not set apart
    shown = [base for base in bases if base[0].left < base[0].right]
    gaps = sorted(
        (b[0].left - a[0].right) / row.size
        for a, b in pairwise(shown)
        if not (a[0].text.isspace() or b[0].text.isspace())
    )
    spread = gaps[len(gaps) // 2] if gaps else 0.0
    return _divided(shown, row.size, blank, spread)[0] if spread > _SET_APART else made


def _divided(
    found: Sequence[Base], size: float, blank: float, spread: float
) -> tuple[list[Piece], int]:
    """Return the pieces of a row, and how many blanks were put between its letters.

    blank, spread  em that part words, and that stand between all letters
    """
    made: list[Piece] = []
    bases: list[Base] = []
    left = right = 0.0
    put = 0
    pending: Base | None = None
    for base in found:
        text, start, end, font = base[0]
        if text.isspace():
            pending = pending or base
            continue
        if len(base) > 1:
            start = min(other.left for other in base)
            end = max(other.right for other in base)
        if bases:
            gap = (start - right) / size - spread
            if gap > _NARROW:
                made.append(Piece(bases, left, right))
                bases = []
            elif pending:
                bases.append(pending)
                put += pending[0].left == pending[0].right
            elif gap > blank and not font.raised:
                bases.append([Glyph(" ", right, start, font)])
                put += 1
        if not bases:
            left, right = start, base[0].right
        bases.append(base)
        right = max(right, end)
        pending = None
    return [*made, Piece(bases, left, right)], put


def _gaps(found: Sequence[Piece]) -> list[tuple[float, float]]:
    return [(a.right, b.left) for a, b in pairwise(found)]


def _parted(
    found: Sequence[Piece], size: float, near: Sequence[list[tuple[float, float]]], rtl: bool
) -> list[Piece]:
    """Return pieces with those put together again that no gap between cells parts."""
    made = [found[0]]
    for index, piece in enumerate(found[1:], 1):
        before = made[-1]
        gap = (before.right, piece.left)
        opens = len(found) == index + 1 if rtl else len(made) == 1
        number = piece if rtl else before
        if opens and _is_number(number):
            parts = False
        else:
            wide = gap[1] - gap[0] > _WIDE * size
            parts = wide or any(_meets(gap, other, size) for gaps in near for other in gaps)
        if parts:
            made.append(piece)
            continue
        blank = Glyph(" ", before.right, piece.left, before.bases[-1][0].font)
        made[-1] = Piece([*before.bases, [blank], *piece.bases], before.left, piece.right)
    return made


def _is_number(piece: Piece) -> bool:
    if all(glyph.font.raised for base in piece.bases for glyph in base):
        return True  # the mark of a note
    return _OPENS.fullmatch(piece.text) is not None


def _meets(gap: tuple[float, float], other: tuple[float, float], size: float) -> bool:
    return min(gap[1], other[1]) - max(gap[0], other[0]) > _OVERLAP * size
