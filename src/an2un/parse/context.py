"""The body of a document as one running text, so that what a line end parts is seen together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate

from an2un.source import Source, Span
from an2un.wording.words import Words


class Context:
    """Lines of a source joined to one text, with the way from the source into it.

    glue: what stands for a line end, a blank or nothing.
    """

    def __init__(self, source: Source, lines: Iterable[Span], glue: str) -> None:
        spans = sorted(lines)
        text = source.text
        parts = [text[start:end] + glue for start, end in spans]
        places = accumulate(map(len, parts), initial=0)  # of the lines in the text
        self._starts = [start for start, _ in spans]
        # from offsets of the source to those of the text
        self._shifts = [place - start for place, start in zip(places, self._starts, strict=False)]
        self.text = "".join(parts)

    @cached_property
    def words(self) -> Words:
        """The words of the text, counted."""
        return Words(self.text)

    def place(self, span: Span) -> Span:
        """Return where a span of one of the lines stands in the text."""
        shift = self._shifts[bisect_right(self._starts, span.start) - 1]
        return Span(span.start + shift, span.end + shift)
