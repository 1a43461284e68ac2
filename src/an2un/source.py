"""The one coordinate system: a text in logical order, its printed lines, and spans into it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Literal, NamedTuple

from an2un.record import Record

# Controls that say which way the text between them runs, as extractors of Arabic put them round
# digits and punctuation; the page prints none.
STEERING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
# Characters of a text that nobody sees: marks of direction, where lines may break and where not,
# which letters join. They stay where they stand between others.
MARKS = "\u061c\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"

_STEERED = re.compile(f"[{STEERING}]+")


def unsteered(text: str) -> str:
    """Return a text without the controls of direction; most texts have none."""
    return text if text.isascii() else _STEERED.sub("", text)


StyleKind = Literal["italic", "bold", "superscript"]
Place = Literal["", "row", "head", "foot", "note", "deleted", "hidden", "chrome", "margin"]


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
    indent  distance from the reading edge of the page (the right one in Arabic); blanks in plain
            text, em of the body type in laid-out sources, where equal edges have equal numbers
    gap     space above it on the same page beyond that between lines of one paragraph; empty
            lines in plain text, line heights in laid-out sources
    size    type size relative to the body text (1.0 where the source does not say)
    styles  runs inside the line that differ in style, in order; empty for plain text
    place   where the source tells it for certain: a "row" of a table, whose tabs at both ends are
            empty cells; "head" and "foot" of the page outside the text, "note" at its foot; "" is
            the text, or unknown. What the file holds and its page
            does not show as text: "deleted" by a tracked change, "hidden", and the "chrome" of a
            page of the web, which leads to other pages; "margin" are the signs and numbers that
            stood beside all lines of a plain text, put together behind it
    opens   whether it begins a paragraph, where the source tells; None: unknown
    end     distance of its end from the reading edge, in em; 0 where the source does not say

    A tab inside a line parts what stands side by side: cells of a table, columns of a masthead.
    A laid-out source sets a superscript style on note calls and on the mark that opens a note.
    """

    span: Span
    page: int
    indent: float = 0.0
    gap: float = 0.0
    size: float = 1.0
    styles: tuple[Style, ...] = ()
    place: Place = ""
    opens: bool | None = None
    end: float = 0.0


class Link(NamedTuple):
    """Words of the text that lead somewhere, and the address."""

    span: Span
    target: str


class Location(NamedTuple):
    """Where an offset is for a human reader; all three count from 1."""

    page: int
    line: int
    column: int


class Source(Record):
    """What a reader hands to the parser: the text, never changed afterwards, and its lines.

    Every character outside the lines' spans is white space, a line or page end, or a control
    character; the ledger accounts for it as such.

    name        what messages call it
    text        in logical order; for laid-out sources the transcript that the reader made
    links       words that lead somewhere, in the order of the text
    media_type  of the bytes that were read
    """

    name: str
    text: str
    lines: tuple[Line, ...]
    links: tuple[Link, ...] = ()
    media_type: str = "text/plain"

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

    def printed(self, lines: Iterable[Line]) -> list[str]:
        """Return the characters of each of some lines."""
        text = self.text
        return [text[start:end] for start, end in map(_first, lines)]

    def places(self, words: str, among: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
        """Yield each span that holds some words, and where they stand in it, in order.

        among  spans in order, without overlap
        """
        if not among:
            return
        text, high = self.text, among[-1].end
        at = text.find(words, among[0].start, high)
        while at >= 0:
            holding = among[bisect_right(among, at, key=_first) - 1]
            if at + len(words) <= holding.end:
                yield holding, Span(at, at + len(words))
            at = text.find(words, at + 1, high)


_first = itemgetter(0)  # the start of a span, the span of a line


class ReadError(Exception):
    """An input cannot be read at all; the message says what and why, in one line."""
