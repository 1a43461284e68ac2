"""A text in the characters that the tables know, and the way back to those that are printed.

Some characters say what others say: digits of another script and raised ones, hyphens and blanks
that do not break, letters of Persian, of full width, joined or in the shape of their place in a
word, accents that stand behind their letter, the letter that looks like an apostrophe, traditional
Chinese. Others nobody sees: marks of direction, places where a line may break. A legible text has
the usual character for each of the former and none for the latter, so that patterns and tables are
written once. Punctuation and the vowel signs of Arabic stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from an2un.source import MARKS, Span
from an2un.wording.traditional import simplified

_HYPHENS = "\u2010\u2011"
_BLANKS = "\u00a0\u2002-\u200a\u202f"  # of fixed width, where no line ends
# Digits of Arabic, of Persian, of full width; raised ones.
_DIGITS = "\u0660-\u0669\u06f0-\u06f9\uff10-\uff19\u00b2\u00b3\u00b9\u2070\u2074-\u2079"
_PERSIAN = {"\u06cc": "\u064a", "\u06a9": "\u0643", "\u06c1": "\u0647", "\u06d5": "\u0647"}
# Letters and signs of full width, ligatures of Latin, shapes of Arabic letters.
_FORMS = "\uff21-\uff3a\uff41-\uff5a\uff0f\ufb00-\ufb06\ufb50-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc"
_APOSTROPHE = "\u02bc"
_BEHIND = "\u0300-\u036f\u0653-\u0655"  # accents, and what makes another letter of an alef
_SOFT_HYPHEN = "\u00ad"
_USUAL = {**_PERSIAN, _APOSTROPHE: "\u2019"}
_LETTERS = "".join(_USUAL)
# What may not be as the tables know it. A class at the start is looked for quickly.
_UNUSUAL = re.compile(
    rf"[{MARKS}{_BLANKS}{_HYPHENS}{_DIGITS}{_FORMS}{_LETTERS}{_BEHIND}{_SOFT_HYPHEN}][{_BEHIND}]*"
)


class _Stretch(NamedTuple):
    """Characters of the text as given that became others; all else stays."""

    start: int
    end: int
    became: str


def _stretches(given: str) -> Iterator[_Stretch]:
    """Yield what becomes other characters, in order."""
    for match in _UNUSUAL.finditer(given):
        start, end = match.span()
        first = given[start]
        if _vanishes(given, start):
            yield _Stretch(start, start + 1, "")
        elif first == _SOFT_HYPHEN:
            continue
        elif same := _same(first):
            yield _Stretch(start, start + 1, same)
        elif not unicodedata.combining(first):
            yield _Stretch(start, end, unicodedata.normalize("NFKC", match.group()))
        elif start:
            apart = given[start - 1 : end]
            joined = unicodedata.normalize("NFC", apart)
            if joined != apart:
                yield _Stretch(start - 1, end, joined)


def _vanishes(given: str, at: int) -> bool:
    """Say whether nobody sees a character: a mark, or a soft hyphen inside a line."""
    character = given[at]
    return character in MARKS or (
        character == _SOFT_HYPHEN and given[at + 1 : at + 2].strip() != ""
    )


@lru_cache(maxsize=1024)
def _same(character: str) -> str:
    """Return the usual character for one that is no form of a letter, "" for one that is."""
    if character in _HYPHENS:
        return "-"
    digit = unicodedata.decimal(character, -1)
    blank = " " if character.isspace() else ""
    return _USUAL.get(character, blank) if digit < 0 else str(digit)


class Legible:
    """A text made legible, and where its characters stand in the text as given.

    text      the legible characters
    as_given  whether they are those of the text as given
    """

    def __init__(self, given: str) -> None:
        self._given = given
        # Where stretches that stay as they are and such that do not begin, in turn, in the text
        # as given and in the legible one.
        self._from = array("q", (0,))
        self._to = array("q", (0,))
        pieces: list[str] = []
        at = length = 0
        for start, end, became in () if given.isascii() else _stretches(given):
            pieces += [given[at:start], became]
            length += start - at
            self._from.extend((start, end))
            self._to.extend((length, length + len(became)))
            length += len(became)
            at = end
        self.text = simplified("".join([*pieces, given[at:]]) if pieces else given)
        self.as_given = not pieces and self.text == given

    def place(self, at: int) -> int:
        """Return where a character of the text as given stands in the legible text.

        Of characters that became one it is the place of that one; of one that vanished, the place
        of the next one.
        """
        index = bisect_right(self._from, at) - 1
        place = self._to[index]
        return place if index % 2 else place + at - self._from[index]

    def span(self, shown: Span) -> Span:
        """Return which characters of the text as given a span of the legible text shows.

        Characters that vanished belong to it where they stand inside it or behind it; those in
        front of it where a blank or nothing is in front of them.
        """
        start, end = shown
        if start >= end:
            return Span(self._start(start), self._start(start))
        given, first, past = self._given, self._start(start), self._end(end)
        while past < len(given) and _vanishes(given, past):
            past += 1
        low = first
        while low and _vanishes(given, low - 1):
            low -= 1
        return Span(low if not low or given[low - 1].isspace() else first, past)

    def differs(self, shown: Span, given: Span) -> bool:
        """Say whether a span of the legible text has other characters than the one it shows."""
        return self.text[shown.start : shown.end] != self._given[given.start : given.end]

    def part(self, shown: Span, low: int, high: int) -> str:
        """Return what the text as given has for the characters `low:high` of a legible span.

        They are counted from its start. Characters that vanished belong to the part in front of
        them, so that the parts of a span, put together, are the span.
        """
        first, past = self.span(shown)
        if low:
            first = self._start(shown.start + low)
        if shown.start + high < shown.end:
            past = self._start(shown.start + high)
        return self._given[first:past]

    def _start(self, at: int) -> int:
        """Return where the character at a place in the legible text begins in the text as given."""
        index = bisect_right(self._to, at) - 1
        begun = self._from[index]
        if index % 2 == 0:
            return begun + at - self._to[index]
        return begun if at == self._to[index] else self._from[index + 1]

    def _end(self, at: int) -> int:
        """Return where the character in front of a place ends in the text as given."""
        index = bisect_right(self._to, at - 1) - 1
        if index % 2 == 0:
            return self._from[index] + at - self._to[index]
        return self._from[index + 1]


def legible(text: str) -> str:
    """Return a text, such as a marker or a symbol, in the characters that the tables know."""
    return text if text.isascii() else Legible(text).text
