"""A paragraph of a Word file while its runs are read."""

from __future__ import annotations

from collections.abc import Iterator

from an2un.readers.docx.styles import Styles
from an2un.readers.flow import Block, Mark, Piece, Words
from an2un.source import Place, StyleKind

_COLUMNS = "    "  # a tab that somebody typed: a wide gap, told apart from the end of a cell
_MARKER = 8  # characters of a number that a typed tab sets off


class OpenParagraph:
    """A paragraph while it is read: what is printed, what is not, and the look of its start.

    style   name of its style
    target  where the link leads that is open, "" for none
    away    why what is read is not printed, "" where it is
    size    of its first characters in half points, 0 until they are read
    typed   the mark of a note that is typed behind its call, while that goes on
    boxes   the paragraphs of text boxes in it
    """

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.aside: dict[Place, list[Piece]] = {}
        self.boxes: list[Block] = []
        self.style = ""
        self.target = ""
        self.away: Place = ""
        self.size = 0
        self.printed = False
        self.typed: Mark | None = None

    def say(self, text: str, styles: tuple[StyleKind, ...] = (), target: str = "") -> None:
        """Add characters that lead to a target to what is printed, or to what is not."""
        if self.away:
            self.aside.setdefault(self.away, []).append(Words(text))
            return
        if text == "\t":
            before = "".join(piece.text for piece in self.pieces[-3:]) if self.printed else ""
            if not before or (len(self.pieces) < 3 and len(before) <= _MARKER):
                text = " " if before else ""
            else:
                text = _COLUMNS
        elif not self.printed and text.strip():
            self.printed = True
        self.pieces.append(Words(text, styles, target))

    def put(self, mark: Mark) -> None:
        """Add the mark of a note."""
        self.pieces.append(mark)
        self.printed = True

    def asides(self) -> Iterator[Block]:
        """Yield what is not printed, as lines of their own."""
        for place, pieces in self.aside.items():
            yield Block(pieces, place)

    def size_ratio(self, styles: Styles) -> float:
        """Return the size of the first characters relative to that of the file."""
        body = styles.look("", None).size
        return round(self.size / body, 2) if self.size and body else 1.0
