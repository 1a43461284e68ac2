"""A stretch of running text put together from slices of the source, with the notes it calls.

Between lines and tree every text is a `Passage`: the words as they will be printed, and for each
run of them the place in the source it was copied from. Cutting and joining passages therefore
never loses the origin of a character.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from operator import itemgetter
from typing import NamedTuple

from an2un.record import Record
from an2un.source import Span
from an2un.tree import Footnote, Inline, Origin, Paragraph, Text


class Piece(NamedTuple):
    """Characters copied unchanged from `span` of the source to offset `at` of the passage."""

    at: int
    span: Span


class Call(NamedTuple):
    """A footnote called in a text; `start:end` are the characters of the printed call.

    Where no call is printed both are the place at which the note was put.
    """

    start: int
    end: int
    note: Footnote


class Passage(Record):
    """Text, where each run of it came from, and the footnote calls inside it (in order).

    `divided`: its last word goes on in the next line, and the hyphen that said so was left out.
    """

    text: str
    pieces: tuple[Piece, ...] = ()
    calls: tuple[Call, ...] = ()
    divided: bool = False

    @property
    def origin(self) -> Origin:
        """The spans of the source that the text was copied from, calls left out."""
        if not self.calls:
            return tuple([piece.span for piece in self.pieces])
        spans: list[Span] = []
        for at, (first, end) in self.pieces:
            start, shift = first, first - at
            for call in self.calls:
                low, high = call.start + shift, call.end + shift
                if low < end and high > start and low < high:
                    if low > start:
                        spans.append(Span(start, low))
                    start = max(start, high)
            if start < end:
                spans.append(Span(start, end))
        return tuple(spans)

    def part(self, start: int, end: int) -> Passage:
        """Return the characters `start:end` as a passage of their own, blanks at its ends kept."""
        if start == 0 and end >= len(self.text):
            return self
        pieces = []
        index = max(bisect_right(self.pieces, start, key=itemgetter(0)) - 1, 0)
        for at, span in self.pieces[index:] if index else self.pieces:
            if at >= end:
                break
            first, last = span
            past = at + last - first
            if start <= at and past <= end:
                pieces.append(Piece(at - start, span))
                continue
            low, high = max(at, start), min(past, end)
            if low < high:
                shift = first - at
                pieces.append(Piece(low - start, Span(low + shift, high + shift)))
        return Passage(self.text[start:end], tuple(pieces), self._calls_in(start, end))

    def _calls_in(self, start: int, end: int) -> tuple[Call, ...]:
        """Return the calls of `start:end`, counted from its start."""
        if not self.calls:
            return ()
        return tuple(
            Call(call.start - start, call.end - start, call.note)
            for call in self.calls
            if start <= call.start and call.end <= end and self._holds(call, start, end)
        )

    def _holds(self, call: Call, start: int, end: int) -> bool:
        """Say whether a call belongs to `start:end`; one at the very end is the last part's."""
        return start <= call.start < end or call.start == end == len(self.text)

    def trimmed(self) -> Passage:
        """Return the passage without blanks at its ends; a note put behind them moves there."""
        start = len(self.text) - len(self.text.lstrip())
        end = max(len(self.text.rstrip()), start)
        kept = self.part(start, end)
        late = (
            [call.note for call in self.calls if call.start >= end] if end < len(self.text) else []
        )
        if not late:
            return kept
        size = len(kept.text)
        return Passage(
            kept.text, kept.pieces, (*kept.calls, *(Call(size, size, note) for note in late))
        )

    def children(self, start: int = 0, end: int | None = None) -> tuple[Inline, ...]:
        """Return the characters `start:end` as inline nodes, each call replaced by its footnote."""
        end = len(self.text) if end is None else end
        inlines: list[Inline] = []
        at = start
        for call in self.calls:
            if not self._holds(call, start, end):
                continue
            if call.start > at:
                inlines.append(Text(self.text[at : call.start]))
            inlines.append(call.note)
            at = call.end
        if at < end:
            inlines.append(Text(self.text[at:end]))
        return tuple(inlines)

    def paragraph(self) -> Paragraph:
        """Return the whole passage as a plain paragraph."""
        return Paragraph(self.children(), origin=self.origin)


_CLOSING = frozenset(",)]\u060c")


def stands_close(text: str, at: int = 0) -> bool:
    """Whether no blank stands before what begins at an offset: a mark that ends the words above."""
    mark = text[at : at + 1]
    if mark == ".":
        behind = text[at + 1 : at + 2]
        return not behind.isalnum() and behind != "."  # .5 and … are none
    return mark in _CLOSING


def joined(passages: Iterable[Passage], glue: str) -> Passage:
    """Return the passages as one, `glue` (which has no origin) between each two.

    Before a mark that ends the words above there is none, nor inside a divided word.
    """
    texts: list[str] = []
    pieces: list[Piece] = []
    calls: list[Call] = []
    length = 0
    divided = False
    for passage in passages:
        if texts and not (divided or stands_close(passage.text)):
            texts.append(glue)
            length += len(glue)
        texts.append(passage.text)
        pieces.extend(Piece(piece.at + length, piece.span) for piece in passage.pieces)
        calls.extend(Call(c.start + length, c.end + length, c.note) for c in passage.calls)
        length += len(passage.text)
        divided = passage.divided
    return Passage("".join(texts), tuple(pieces), tuple(calls), divided)
