"""How a document sets its text: its lines measured, and the signs by which its paragraphs begin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from an2un.language import Language
from an2un.parse.layout import Page
from an2un.parse.serials import serial_lines
from an2un.record import Record
from an2un.source import Line, Source
from an2un.wording.markers import Marker, read_marker


class Row(NamedTuple):
    """A body line with what the boundary decision asks of it."""

    line: Line
    text: str
    fresh: bool  # first line of its page
    indent: float  # beyond the usual left edge of its page
    length: int  # in columns: a Chinese character takes two
    ending: str  # the kind of mark that ends it: ".", "," or ""
    marker: Marker | None  # the number it begins with
    serial: bool = False  # it opens with a word that the document counts
    alone: bool = False  # no mark ends it, and an empty line or a number follows: like a heading


class Style(Record):
    """How this document sets its text: what its lines can be asked."""

    width: int  # columns of a full line
    full: float  # columns from which on a line has no room left
    gap: float  # space between two lines of one paragraph, in lines
    fresh_indents: float  # how far an indent counts on the first line of a page, 0 to 1
    indents: bool  # paragraphs are set off by their first line
    gaps: bool  # paragraphs are set off by an empty line
    wrapped: bool  # lines end at a margin, not with their paragraph
    small: bool  # preambular paragraphs begin with a small letter, as in Russian


_TERMINAL = frozenset(".;:\u3002\uff1b\uff1a\u061b?!\uff1f\uff01\u061f\u06d4")
_COMMA = frozenset(",\uff0c\u060c\u3001")
_CLOSERS = '\u201d\u2019\u00bb")\uff09\u300b\u300d]\u3011*'
_JOINED = re.compile(r"[;\u061b\uff1b] ?\w{1,4}$")  # the last point but one: "…; and"
_FULL = 0.84  # a wrapped line of Latin type reaches at least this share of the margin
_FULL_WIDE = 0.93  # Chinese lines break anywhere, so they are fuller


def rows_of(source: Source, pages: Sequence[Page], language: Language) -> list[Row]:
    """Return the body lines of all pages with what the boundary decision asks of them."""
    rows = []
    for page in pages:
        if not page.body:
            continue
        edge = _edge(page.body)
        texts = source.printed(page.body)
        for index, (line, text) in enumerate(zip(page.body, texts, strict=True)):
            length = _length(line, text, edge, language)
            indent = max(line.indent - edge, 0)
            marks = _ending(text), read_marker(text)
            rows.append(Row(line, text, index == 0, indent, length, *marks))
    for index in serial_lines([row.text for row in rows]):
        rows[index] = rows[index]._replace(serial=True)
    return [*map(_seen_alone, rows, rows[1:]), *rows[-1:]]


def _length(line: Line, text: str, edge: float, language: Language) -> int:
    """Return how far a line reaches, in columns from the left edge of the text.

    Where the source measured it that is the place of its end; else the number of its characters
    has to do.
    """
    if line.end:
        return round((line.end - edge) * _COLUMNS)
    return columns(text, language)


_COLUMNS = 2  # of an em: what a Chinese character takes, and an average letter half of


def columns(text: str, language: Language) -> int:
    """Return the length of a text in columns: a Chinese character takes two."""
    return len(text) if language.spaced else len(text.encode("gb18030", "replace"))


def _seen_alone(row: Row, after: Row) -> Row:
    if not row.fresh or row.ending or after.fresh or row.text[0].islower():
        return row
    parted = after.line.gap > row.line.gap or after.marker is not None
    return row._replace(alone=parted and after.line.gap > 0)


def _edge(lines: Sequence[Line]) -> float:
    """Return the left edge of a page's text: the smallest indent that is no exception."""
    counts = Counter([line.indent for line in lines])
    return next(
        (indent for indent in sorted(counts) if counts[indent] > _EDGE * len(lines)), min(counts)
    )


_EDGE = 0.15  # share of a page's lines; paragraphs of two lines still leave half of them there


def measure(rows: Sequence[Row], language: Language) -> Style:
    """Return the style of a document, taken from its longer lines."""
    lengths = sorted([row.length for row in rows])
    width = lengths[int(len(lengths) * 0.9)]
    long = [row for row in rows if row.length > 0.45 * width]
    ended = len([row for row in long if row.ending])
    unwrapped = width > _MARGIN or _is_unwrapped(lengths)
    wrapped = not (unwrapped or (len(long) > 3 and ended > 0.9 * len(long)))
    inner = Counter(
        row.line.gap
        for before, row in pairwise(rows)
        if not row.fresh and before.ending == "" and before.length > 0.7 * width
    )
    gap = inner.most_common(1)[0][0] if inner and wrapped else 0
    body = [row for row in rows if not row.fresh]
    inside = [row for before, row in pairwise(rows) if not row.fresh and _runs_on(before, width)]
    outside = [
        row
        for before, row in pairwise(rows)
        if not row.fresh and before.ending != "" and before.length < 0.7 * width
    ]
    resumed = [row for before, row in pairwise(rows) if row.fresh and _runs_on(before, width)]
    set_in = _share(resumed, lambda row: row.indent > 0)
    return Style(
        width=max(width, 1),
        full=max(width, 1) * (_FULL if language.spaced else _FULL_WIDE),
        gap=gap,
        fresh_indents=(1.0 if len(resumed) > 1 else 0.6) if resumed and set_in < 0.3 else 0.0,
        indents=_marks_starts(inside, outside, body, lambda row: row.indent > 0),
        gaps=_marks_starts(inside, outside, body, lambda row: row.line.gap > gap),
        wrapped=wrapped and bool(body),
        small=_opens_small(rows, language),
    )


def _is_unwrapped(lengths: Sequence[int]) -> bool:
    """Say whether most of a text stands in lines that no margin has ended, whatever their number.

    The rows of tables, headings and closing lines are many short ones in such a text too.
    """
    return 2 * sum(length for length in lengths if length > _MARGIN) > sum(lengths)


_MARGIN = 150  # columns that no printed line has; in raw texts of the corpus they have up to 120


def _opens_small(rows: Sequence[Row], language: Language) -> bool:
    """Say whether the first opening phrase of a document begins with a small letter."""
    first = next((row.text for row in rows[:_OPENS] if language.mood(row.text)), "")
    return first[:1].islower()


_OPENS = 10  # lines among which the first preambular paragraph begins


def _marks_starts(
    inside: Sequence[Row], outside: Sequence[Row], body: Sequence[Row], sign: Callable[[Row], bool]
) -> bool:
    """Say whether a sign marks the starts of paragraphs in this document.

    inside: lines that surely go on with a paragraph; outside: lines that surely begin one. Short
    documents may have none of these; there a sign that few lines show counts.
    """
    if _share(inside, sign) > 0.25:
        return False
    if len(outside) > 2:
        return _share(outside, sign) > 0.4
    return len(inside) > 2 and 0.05 < _share(body, sign) < 0.5


def _runs_on(before: Row, width: int) -> bool:
    """Say whether a line plainly goes on in the next: it is full and ends without a mark."""
    return before.ending == "" and before.length > _FULL * width


def _share(rows: Sequence[Row], holds: Callable[[Row], bool]) -> float:
    return sum(map(holds, rows)) / len(rows) if rows else 0.0


def _ending(text: str) -> str:
    """Return what ends a line: "." for a mark that ends sentences, "," for a comma, "" for none.

    Closing quotes and brackets, and the digits of a footnote call, may stand behind the mark.
    """
    bare = text.rstrip(_CLOSERS)
    if bare and bare[-1].isdigit():
        bare = bare.rstrip("0123456789").rstrip(_CLOSERS + "( \u00a0\r\n")
        if len(text) - len(bare) > 6:
            return ""
    last = bare[-1:]
    if last.isalpha():
        tail = bare[-8:]
        semicolon = ";" in tail or "\u061b" in tail or "\uff1b" in tail
        return "." if semicolon and _JOINED.search(tail) else ""
    return "." if last in _TERMINAL else "," if last in _COMMA else ""
