"""The one coordinate system: a text in logical order, its printed lines, and spans into it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal, NamedTuple

StyleKind = Literal["italic", "bold", "superscript"]


class Span(NamedTuple):
    """Half-open range of characters of `Source.text`, counted in code points."""

    start: int
    end: int


class Style(NamedTuple):
    """A run of characters that the page sets apart from its surroundings."""

    span: Span
    kind: StyleKind


class Line(NamedTuple):
    """One printed line as the eye sees it; `span` leaves out blanks at both ends and the line end.

    page    counts from 1
    indent  distance from the reading edge of the page; blanks in plain text, em in laid-out sources
    gap     empty lines above it on the same page
    size    type size relative to the body text (1.0 where the source does not say)
    styles  runs inside the line that differ in style; empty for plain text
    """

    span: Span
    page: int
    indent: float = 0.0
    gap: int = 0
    size: float = 1.0
    styles: tuple[Style, ...] = ()


class Location(NamedTuple):
    """Where an offset is for a human reader; all three count from 1."""

    page: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Source:
    """What a reader hands to the parser: the text, never changed afterwards, and its lines.

    Every character outside the lines' spans is white space, a line or page end, or a control
    character; the ledger accounts for it as such.
    """

    name: str
    text: str
    lines: tuple[Line, ...]
    links: tuple[str, ...] = ()

    def locate(self, offset: int) -> Location:
        """Return page, line and column of a character offset; for printing only."""
        line_no = self.text.count("\n", 0, offset) + 1
        column = offset - (self.text.rfind("\n", 0, offset) + 1) + 1
        index = bisect_right(self.lines, offset, key=lambda line: line.span.start) - 1
        page = self.lines[index].page if index >= 0 else 1
        return Location(page, line_no, column)

    def slice(self, span: Span) -> str:
        """Return the characters of a span."""
        return self.text[span.start : span.end]


class ReadError(Exception):
    """An input cannot be read at all; the message says what and why, in one line."""
