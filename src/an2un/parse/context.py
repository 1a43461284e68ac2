"""The body of a document as one running text, so that what a line end parts is seen together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from an2un.source import Source, Span
from an2un.wording.words import Words


class Context:
    """Lines of a source joined to one text, with the way from the source into it.

    glue: what stands for a line end, a blank or nothing.
    """

    def __init__(self, source: Source, lines: Iterable[Span], glue: str) -> None:
        self._starts: list[int] = []
        self._shifts: list[int] = []  # from offsets of the source to those of the text
        parts: list[str] = []
        length = 0
        for span in sorted(lines):
            self._starts.append(span.start)
            self._shifts.append(length - span.start)
            part = source.slice(span) + glue
            parts.append(part)
            length += len(part)
        self.text = "".join(parts)

    @cached_property
    def words(self) -> Words:
        """The words of the text, counted."""
        return Words(self.text)

    def place(self, span: Span) -> Span:
        """Return where a span of one of the lines stands in the text."""
        shift = self._shifts[bisect_right(self._starts, span.start) - 1]
        return Span(span.start + shift, span.end + shift)
