"""What each line says of being a row of a table.

A printed paragraph fills its lines and ends with a mark; a row ends where its last cell ends, open
and with room left, and most rows end in figures. So do few other lines, and never several on end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from an2un.language import Language
from an2un.parse.closing import is_closing
from an2un.parse.labels import is_bare_label, is_dashed, read_label
from an2un.parse.lines import Mender
from an2un.parse.style import Style
from an2un.parse.tables.figures import figures_start, is_amount, is_year
from an2un.parse.tables.words import WIDE, Word, words_of
from an2un.parse.typesetting import Row
from an2un.source import Source, Span


class Seen(NamedTuple):
    """A line as the search for tables sees it.

    words    its words, told where it may be a row; those from `figures` on are its figures
    trail    blanks behind it, told inside tables: some extractors print one for each empty cell
    open     no mark ends it that ends a sentence or its part
    free     it ended by itself: the next word would have had room
    is_row   it ends as the rows of tables do
    may_row  it ends in a figure, as sentences do too: a row only where rows stand around it
    sums     it opens as the row of a sum does
    """

    row: Row
    words: tuple[Word, ...]
    figures: int
    trail: int
    open: bool
    free: bool
    is_row: bool
    may_row: bool
    sums: bool = False

    @property
    def text(self) -> str:
        """The line as printed."""
        return self.row.text

    @property
    def tail(self) -> tuple[Word, ...]:
        """The figures at its end."""
        return self.words[self.figures :]


COMMAS = (",", "\uff0c", "\u060c")
_CLOSED = (".", ";", "\u3002", "\uff1b", "\u061b", ":", "\uff1a", *COMMAS)
_LAST = frozenset("0123456789)%*.-\u2013\u2014")  # what figures end with, a letter for a note apart
_GAP = " " * (WIDE + 1)
_REPEATED = 5  # lines that name a number and end in the same word, as a column of words does
_OFTEN = 12  # the same where they name none
_LONGEST = 60  # ems of a row, all its cells on one line
_STRAY = 0.1  # of the lines that end in such a word, those that go on in a small letter
_ALWAYS = 0.8  # of them: then it stands in no sentence
_MOSTLY = 0.4  # of the places of such a word, those at ends of lines; articles stand anywhere


def seen(mender: Mender, rows: Sequence[Row], style: Style, language: Language) -> list[Seen]:
    """Return what the lines of a text say of being rows; calls at their ends say nothing."""
    found = [
        _seen(mender, row, language, free=free)
        for row, free in zip(rows, _ended_by_themselves(rows, style), strict=True)
    ]
    alike = _columns_of_words(found)
    if not alike:
        return found
    return [line._replace(is_row=True) if _ends_alike(line, alike) else line for line in found]


class _Column(NamedTuple):
    """What a word says of the rows that end in it.

    ended  lines that end in it by themselves
    share  of its places, those at ends of lines
    """

    ended: int
    share: float


def _columns_of_words(lines: Sequence[Seen]) -> dict[str, _Column]:
    """Return the words that rows end in: many lines do, and none of them goes on below."""
    ends = Counter([_last_word(line.text) for line in lines if line.free and line.open])
    often = {word for word, count in ends.items() if count >= _REPEATED and word.isalpha()}
    if not often:
        return {}
    last = [_last_word(line.text) if line.open else "" for line in lines]
    below = [line.text[0] for line in lines[1:]]
    run_on = Counter(word for word, first in zip(last, below, strict=False) if first.islower())
    counts = Counter(word for line in lines for word in line.text.split() if word in often)
    all_ends = Counter(last)
    return {
        word: _Column(ends[word], all_ends[word] / counts[word])
        for word in often
        if run_on[word] <= _STRAY * all_ends[word]
    }


def inside(source: Source, line: Seen) -> Seen:
    """Return a line of a table with its words and the blanks behind it."""
    words = line.words or words_of(source, line.row.line.span)
    figures = line.figures if line.words else len(words)
    return line._replace(words=words, figures=figures, trail=_trail(source, line.row))


def _last_word(text: str) -> str:
    return text.rsplit(None, 1)[-1]


def _seen(mender: Mender, row: Row, language: Language, *, free: bool) -> Seen:
    source = mender.source
    end = mender.before_calls(row.line.span)
    text = row.text if end == row.line.span.end else source.text[row.line.span.start : end]
    apart = text != "" and row.line.opens is not False  # else it goes on with a paragraph
    is_open = apart and (not text.endswith(_CLOSED) or _is_dots(text))
    sums = is_open and language.opens_sum(text)
    if not is_open or not (text[-1] in _LAST or text[-2:-1].isdigit() or _GAP in text):
        return Seen(row, (), 0, 0, is_open, free, sums, False, sums)  # as most lines
    words = _with_calls(words_of(source, row.line.span), end)
    line = Seen(row, words, figures_start(words), 0, is_open, free, sums, False, sums)
    may = 0 < line.figures < len(words) and _is_number(line, language)
    return line._replace(is_row=sums or _ends_as_row(line, may=may), may_row=may)


def _with_calls(words: tuple[Word, ...], end: int) -> tuple[Word, ...]:
    """Return the words of a line, the calls behind `end` as part of the last of them."""
    kept = [word for word in words if word.span.start < end]
    if not kept or len(kept) == len(words):
        return words
    last = kept[-1]
    whole = Span(last.span.start, words[-1].span.end)
    return (*kept[:-1], last._replace(span=whole))


def _is_dots(text: str) -> bool:
    return text.endswith("..") and text.strip(".") != "" and set(_last_word(text)) == {"."}


def _trail(source: Source, row: Row) -> int:
    end = row.line.span.end
    rest = source.text[end : end + _MOST_TRAIL]
    return len(rest) - len(rest.lstrip(" \u00a0"))


_MOST_TRAIL = 20


def _ended_by_themselves(rows: Sequence[Row], style: Style) -> list[bool]:
    """Say of each line whether the next word would have had room in it; behind the last is none."""
    if not style.wrapped:
        return [True] * len(rows)
    full = style.full
    free = [row.length + below.needs <= full for row, below in pairwise(rows)]
    return [*free, True] if rows else []


def _is_number(line: Seen, language: Language) -> bool:
    """Say whether the figures at the end are no year alone, no label and no date or meeting."""
    lone = len(line.tail) == 1 and (is_year(line.tail[0]) or not _has_digit(line.tail[0]))
    return not (lone or is_bare_label(line.text, language) or is_closing(line.text, language))


def _has_digit(word: Word) -> bool:
    return any(character.isdigit() for character in word.text)


def _ends_as_row(line: Seen, *, may: bool) -> bool:
    if any(word.gap > WIDE for word in line.words[2:]):
        return True
    return may and (line.free or is_amount(line.tail))


def _ends_alike(line: Seen, columns: Mapping[str, _Column]) -> bool:
    """Say whether a line ends in a word as many others do: a row that ends in a column of words.

    A word that hardly stands anywhere else ends a row that fills the line, too. Where no margin
    ends lines, longer ones are paragraphs.
    """
    if line.row.length > _LONGEST:
        return False
    *before, last = line.text.split()
    column = columns.get(last) if line.open else None
    if column is None or column.share < (_MOSTLY if line.free else _ALWAYS):
        return False
    return column.ended >= _OFTEN or any(word.isdigit() for word in before)


def is_caption(line: Seen, language: Language) -> bool:
    """Say whether a line is a labelled heading, which stands above a table and not in it."""
    return read_label(line.text, language) is not None or is_dashed(line.text, language)


def ends_text(line: Seen, language: Language) -> bool:
    """Say whether a line belongs to no table whatever stands below: a formula, closing, annex."""
    text = line.text
    return language.formula(text) != "" or language.annex_label(text) or is_closing(text, language)


_SENTENCE = re.compile(r"[.;\u3002\uff1b\u061b][\u201d\u2019\u00bb\")\uff09]*$")


def is_sentence(line: Seen) -> bool:
    """Say whether a line ends a sentence or its part; a colon or comma may stand in a table."""
    return not line.is_row and _SENTENCE.search(line.text) is not None and not _is_dots(line.text)
