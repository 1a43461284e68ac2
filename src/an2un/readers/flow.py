"""Paragraphs of a document that flows into pages (Word, web) to a Source: each is a line.

Such a file knows its paragraphs, which printed lines only hint at, so every line says whether it
opens one. It has no pages: the notes stand behind the text, and what no page prints behind them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from an2un.readers.endnotes import Candidate, first_note
from an2un.source import MARKS, Line, Link, Place, Source, Span, Style, StyleKind


class Piece(Protocol):
    """Characters of one style; a line end is a forced one, a tab parts the cells of a row."""

    @property
    def text(self) -> str:
        """The characters."""

    @property
    def styles(self) -> tuple[StyleKind, ...]:
        """How they are set."""

    @property
    def target(self) -> str:
        """Where they lead, "" for nowhere."""


class Words(NamedTuple):
    """Characters that are known when they are read."""

    text: str
    styles: tuple[StyleKind, ...] = ()
    target: str = ""


class Mark:
    """The mark of a note, at its call or before its text; it may be counted after it was read."""

    styles: tuple[StyleKind, ...] = ("superscript",)
    target = ""

    def __init__(self, text: str = "") -> None:
        self.text = text


class Block(NamedTuple):
    """One paragraph, or one row of a table with tabs between its cells.

    indent  of its first line, in em; gap: empty paragraphs above; size: relative to the body's
    opens   whether it is a paragraph; None: a printed line, of which nobody says so
    """

    pieces: Sequence[Piece]
    place: Place = ""
    indent: float = 0.0
    gap: float = 0.0
    size: float = 1.0
    opens: bool | None = True

    @property
    def blank(self) -> bool:
        """Whether nothing would be printed of it."""
        return not any(piece.text.strip() for piece in self.pieces)


def ends_masthead(text: str) -> bool:
    """Whether a paragraph, with its number, is no line of a masthead: a sentence, a formula, 1.

    Above it tables set out columns; below it they are tables. Length alone tells nothing: the
    names of organs and the titles of resolutions run over several lines.
    """
    bare = text.strip()
    if bare.endswith(_CLOSED) or _FIRST.match(bare):
        return True
    columns = len(bare) + sum(character >= _WIDE for character in bare)
    return bare.endswith(_LEADING) and columns > _SENTENCE


_SENTENCE = 60  # columns of what is longer than a label; a character of Chinese takes two
_WIDE = "\u2e80"
_FIRST = re.compile(r"1 ?[.\u2013-]\s")
_CLOSED = (",", ";", ".", "\uff0c", "\uff1b", "\u3002", "\u060c", "\u061b")
_LEADING = (":", "\uff1a")


def source_of(blocks: Iterable[Block], name: str, media_type: str) -> Source:
    """Return the Source of paragraphs in their order; blank ones leave no trace."""
    writer = _Writer()
    for block in blocks:
        writer.block(block)
    text = "".join(writer.texts)
    return Source(
        name, text, tuple(_with_endnotes(writer.lines, text)), tuple(writer.links), media_type
    )  # fmt: skip


def _with_endnotes(lines: Sequence[Line], text: str) -> Sequence[Line]:
    """Return lines with the notes marked that stand behind the text, where the file tells none."""
    own = [index for index, line in enumerate(lines) if not line.place]
    if any(line.place == "note" for line in lines):
        return lines
    first = first_note([_candidate(lines[index], text) for index in own])
    notes = set() if first is None else set(own[first:])
    return [
        line._replace(place="note") if index in notes else line for index, line in enumerate(lines)
    ]


def _candidate(line: Line, text: str) -> Candidate:
    start, end = line.span
    raised = [
        text[span.start : span.end]
        for span, kind in line.styles
        if kind == "superscript" and span.start > start
    ]
    return Candidate(text[start:end], raised, is_apart=line.gap > 0)


class _Writer:
    """Puts text, lines and links together."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.lines: list[Line] = []
        self.links: list[Link] = []
        self._length = 0

    def block(self, block: Block) -> None:
        """Write one paragraph, a forced line end inside it as the end of a line."""
        text = "".join([piece.text for piece in block.pieces])
        if not text.strip():
            return
        styles = self._set_apart(block.pieces)
        spans = list(_spans(text, self._length, block.place))
        points = _points(text, self._length, spans)
        inside: Mapping[int, Sequence[Style]] = {}
        if styles:
            inside = (
                _by_line(styles, spans) if len(spans) > 1 else {0: list(_cut(styles, spans[0]))}
            )
        opens, gap = block.opens, block.gap
        for number, span in enumerate(spans):
            there = tuple(inside.get(number, ()))
            self.lines.append(
                Line(span, 1, block.indent, gap, block.size, there, block.place, opens)
            )
            opens, gap = (None if number + 1 in points else False), 0.0
        self.texts.append(text + "\n")
        self._length += len(text) + 1

    def _set_apart(self, pieces: Sequence[Piece]) -> list[Style]:
        """Return the styles of a paragraph at their places in the whole text; keep its links."""
        styles: list[Style] = []
        at = self._length
        for piece in pieces:
            end = at + len(piece.text)
            if at < end:
                for kind in piece.styles:
                    _extend(styles, Style(Span(at, end), kind))
                if piece.target:
                    self._link(Span(at, end), piece.target)
            at = end
        return styles

    def _link(self, span: Span, target: str) -> None:
        """Keep where characters lead, as one with those before them that lead there too."""
        last = self.links[-1] if self.links else None
        if last and last.target == target and last.span.end == span.start:
            self.links[-1] = Link(Span(last.span.start, span.end), target)
        else:
            self.links.append(Link(span, target))


_BLANKS = (
    MARKS
    + " \u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\r"
)
"""What is cut off both ends of a line; a tab there is an empty cell."""


def _extend(styles: list[Style], style: Style) -> None:
    """Add a run of a style, as one with that of the same kind that it touches."""
    for index in range(len(styles) - 1, max(len(styles) - 4, -1), -1):
        span, kind = styles[index]
        if kind == style.kind and span.end == style.span.start:
            styles[index] = Style(Span(span.start, style.span.end), kind)
            return
    styles.append(style)


def _spans(text: str, at: int, place: Place) -> Iterator[Span]:
    """Yield the lines of a paragraph that begins at an offset, without the blanks at their ends."""
    ends = _BLANKS if place == "row" else _BLANKS + "\t"
    for printed in text.split("\n"):
        start = at + len(printed) - len(printed.lstrip(ends))
        end = at + len(printed.rstrip(ends))
        if start < end:
            yield Span(start, end)
        at += len(printed) + 1


def _points(text: str, at: int, spans: Sequence[Span]) -> frozenset[int]:
    """Return which lines of a paragraph, from the second on, begin with the number of a point.

    Behind forced ends of lines whole lists are typed into one paragraph.
    """
    return frozenset(
        number
        for number, (start, end) in enumerate(spans)
        if number
        and _POINT.match(text, start - at, end - at)
        and text[spans[number - 1].end - at - 1] in _ENDED
    )


_POINT = re.compile(r"[(\[]?(?:\d{1,3}|[^\W\d_]|[ivxlcIVXLC]{1,6})[.)\]]\s|[\u2022\u2013\u2014]\s")
_ENDED = ";:.,\uff1b\uff1a\u3002\u061b\u060c"


def _by_line(styles: Iterable[Style], lines: Sequence[Span]) -> dict[int, list[Style]]:
    """Return the styles of each line, cut at its ends."""
    found: dict[int, list[Style]] = {}
    for style in styles:
        number = max(bisect_right(lines, style.span.start, key=_start) - 1, 0)
        while number < len(lines) and lines[number].start < style.span.end:
            found.setdefault(number, []).extend(_cut((style,), lines[number]))
            number += 1
    return found


def _cut(styles: Iterable[Style], line: Span) -> Iterator[Style]:
    """Yield what runs have inside a line, cut at its ends."""
    first, last = line
    for style in styles:
        (start, end), kind = style
        if first <= start and end <= last:
            yield style
        elif start < last and first < end:
            yield Style(Span(max(start, first), min(end, last)), kind)


def _start(span: Span) -> int:
    return span.start
