"""The words of table lines and where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from an2un.source import Source, Span

_WORD = re.compile(r"\S+")


class Word(NamedTuple):
    """A printed word: its text, its place, and the blanks before it on its line."""

    text: str
    span: Span
    gap: int  # a tab counts as a wide one; 0 where the word opens its line


Cell = tuple[Span, ...]
"""A cell: one span for each of the lines it runs over."""

WIDE = 3
"""Blanks that part columns; two come out of justified lines too."""


def words_of(source: Source, span: Span) -> tuple[Word, ...]:
    """Return the words of a line."""
    found: list[Word] = []
    at = span.start
    for match in _WORD.finditer(source.text, span.start, span.end):
        blanks = source.text[at : match.start()]
        gap = WIDE if "\t" in blanks else len(blanks)
        found.append(Word(match.group(), Span(match.start(), match.end()), gap))
        at = match.end()
    return tuple(found)


def cell_of(words: Sequence[Word]) -> Cell:
    """Return the cell that words make, those of one line as one span."""
    spans: list[Span] = []
    for word in words:
        if spans and word.gap:
            spans[-1] = Span(spans[-1].start, word.span.end)
        else:
            spans.append(word.span)
    return tuple(spans)


def text_of(words: Sequence[Word]) -> str:
    """Return words as running text."""
    return " ".join(word.text for word in words)
