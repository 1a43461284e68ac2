"""The lines of a text, measured: how far each reaches, what ends it and with what it opens."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from an2un.language import Language
from an2un.parse.layout import Page
from an2un.parse.leading import ends_in_day, leading_marker
from an2un.source import STEERING, Line, Source, unsteered
from an2un.wording.compounds import compound_markers
from an2un.wording.markers import Marker
from an2un.wording.scripts import Script
from an2un.wording.serials import serial_lines
from an2un.wording.widths import ems


class Row(NamedTuple):
    """A body line with what the boundary decision asks of it."""

    line: Line
    text: str
    fresh: bool  # first line of its page
    indent: float  # beyond the usual left edge of its page
    length: float  # in ems, from the left edge of the text
    needs: float  # ems that a line above must have free to take its first word, blank included
    ending: str  # the kind of mark that ends it: ".", "," or ""
    marker: Marker | None  # the number it begins with
    serial: bool = False  # it opens with a word or letter that the document counts
    bare: bool = False  # it holds nothing but such a word and its number
    alone: bool = False  # no mark ends it, and a number follows: like a heading
    heads: bool = False  # the same below a comma, as behind the last recital
    lone: bool = False  # set in, short and open above another line that is set in
    below: float = 0.0  # space below the first line of a page that no mark ends, in lines
    trailed: bool = False  # blanks stand behind the line above, more than one

    @property
    def initial(self) -> str:
        """The first character behind quotation marks and brackets that open, else the first."""
        return (self.text.lstrip(_OPENERS) or self.text)[0]

    @property
    def capital(self) -> bool:
        """Whether it begins with a letter that may begin a sentence; not all scripts have small."""
        return self.text[0].isalpha() and not self.text[0].islower()

    @property
    def bare_number(self) -> bool:
        """Whether it is a number and nothing else."""
        return self.marker is not None and self.marker.end >= len(self.text)

    @property
    def goes_on(self) -> bool:
        """Whether its number goes on with others; a one may begin a row of a table."""
        return self.marker is not None and all(value > 1 for _, value in self.marker.readings)

    @property
    def may_call(self) -> bool:
        """Whether it may end in the call of a note, behind which some extractors break lines."""
        return self.text.rstrip(")]/")[-1:].isdigit()


_TERMINAL = frozenset(".;:\u3002\uff1b\uff1a\u061b?!\uff1f\uff01\u061f\u06d4")
_COMMA = frozenset(",\uff0c\u060c\u3001")
_OPENERS = "([\u00ab\u201c\u201e\u2018'\""
_CLOSERS = '\u201d\u2019\u00bb")\uff09\u300b\u300d]\u3011*'
_JOINED = re.compile(r"[;\u061b\uff1b] ?\w{1,4}$")  # the last point but one: "…; and"


def rows_of(source: Source, pages: Sequence[Page], language: Language) -> list[Row]:
    """Return the body lines of all pages with what the boundary decision asks of them."""
    rows: list[Row] = []
    trailed, script, spaced = False, language.script, language.spaced
    sides = _sides(pages)
    steered = any(map(source.text.__contains__, STEERING))
    for page in pages:
        if not page.body:
            continue
        edge = _edge(page.body)
        texts = source.printed(page.body)
        for index, (line, printed) in enumerate(zip(page.body, texts, strict=True)):
            text = unsteered(printed) if steered else printed
            reach = line.end - sides[line.page % 2] if line.end else _ems(text, script)
            extent = reach, _needs(text, script, spaced=spaced)
            indent = max(line.indent - edge, 0)
            marks = _ending(text), leading_marker(text, language)
            rows.append(Row(line, text, index == 0, indent, *extent, *marks, trailed=trailed))
            trailed = source.text.startswith("  ", line.span.end)
    texts = [row.text for row in rows]
    for index, bare in serial_lines(texts).items():
        rows[index] = rows[index]._replace(serial=True, bare=bare)
    for index, marker in compound_markers(texts).items():
        rows[index] = rows[index]._replace(marker=marker)
    for index, (row, after) in enumerate(pairwise(rows)):
        if row.fresh or row.indent > 0 or row.ending == ".":  # as few lines are
            rows[index] = _ended(row, after, language)
    return _headings(rows)


def _ended(row: Row, after: Row, language: Language) -> Row:
    """Return a line as the one below it shows it: ended or not, alone or not."""
    if row.ending == "." and ends_in_day(row.text, after.text, language):
        row = row._replace(ending="")
    if row.indent > 0 and after.indent > 0 and row.capital and not (row.ending or after.fresh):
        row = row._replace(lone=row.length + after.needs < after.length)
    return _seen_alone(row, after)


def _sides(pages: Sequence[Page]) -> tuple[float, float]:
    """Return the left edge of the text on left and right pages, where the source measured lines.

    It is one for all of them, whatever stands on a page: points alone may fill some.
    """
    lines = [line for page in pages for line in page.body if line.end]
    left, right = ([line for line in lines if line.page % 2 == side] for side in (0, 1))
    return _edge(left or right), _edge(right or left)


def _ems(text: str, script: Script) -> float:
    """Return how far a line reaches that the source did not measure, by the widths of its letters.

    A blank that justified type has stretched counts as one.
    """
    return ems(_STRETCHED.sub(" ", text) if "  " in text else text, script)


_STRETCHED = re.compile(r"(?<! ) {2,3}(?! )")


def _needs(text: str, script: Script, *, spaced: bool) -> float:
    """Return the ems of a blank and of the part of a line that cannot be broken.

    A figure holds on to what it counts: 1.65 billion, 6 March.
    """
    if spaced:
        counted = _COUNTED.match(text) if text[0].isdecimal() else None
        return _word_ems(" " + (counted.group() if counted else text.split(None, 1)[0]), script)
    part = _UNBROKEN.match(text)
    return _word_ems(part.group() if part else text[:1], script)


_word_ems = lru_cache(maxsize=4096)(ems)  # lines begin with the same words again and again


_COUNTED = re.compile(r"(?:\d+(?:[.,]\d+)*[ \u00a0]){1,5}\S+")

# Chinese breaks before any character but marks that close, and not inside a number or a name.
_UNBROKEN = re.compile(
    r"(?:[!-~]{1,80}|.)[\uff0c\u3002\uff1b\uff1a\u3001\uff09\u300b\u201d\uff01\uff1f,.;:)\]]{0,4}"
)


def _seen_alone(row: Row, after: Row) -> Row:
    if not row.fresh or row.ending or after.fresh or row.text[0].islower():
        return row
    below = after.line.gap
    return row._replace(alone=after.marker is not None and below > 0, below=below)


def _headings(rows: Sequence[Row]) -> list[Row]:
    """Return lines, those alone that begin a heading: open lines from a sentence to a number."""
    found = list(rows)
    lines = 0  # open lines from here to a paragraph's number
    for index in range(len(rows) - 2, 0, -1):
        row, after = rows[index], rows[index + 1]
        if row.ending or row.marker is not None:
            lines = 0
        elif after.marker is not None and after.marker.number:
            lines = 1
        elif lines:
            lines += 1
        if not 0 < lines <= _HEADING:
            continue
        above = rows[index - 1]
        dated = row.text[0].isdigit() and row.marker is None  # 2020-2021 budget
        if not (row.capital or dated):
            continue
        if above.ending == "," and row.capital:
            found[index] = row._replace(heads=True)
        elif above.ending == "." and not above.text.endswith(COLONS):
            found[index] = row._replace(alone=True)
    return found


_HEADING = 3  # lines of a heading
COLONS = (":", "\uff1a")  # a heading may hold one


def _edge(lines: Sequence[Line]) -> float:
    """Return the left edge of a page's text: the smallest indent that is no exception."""
    counts = Counter([line.indent for line in lines])
    usual = (indent for indent in sorted(counts) if counts[indent] > _EDGE * len(lines))
    return next(usual, min(counts, default=0.0))


_EDGE = 0.15  # share of a page's lines; paragraphs of two lines still leave half of them there


def _ending(text: str) -> str:
    """Return what ends a line: "." for a mark that ends sentences, "," for a comma, "" for none.

    Closing quotes and brackets, and the digits of a footnote call, may stand behind the mark.
    """
    bare = text.rstrip(_CLOSERS + "/^")
    if bare and bare[-1].isdigit():
        if _POINTED.search(bare[-_POINTS:]):
            return ""
        bare = bare.rstrip("0123456789").rstrip(_CLOSERS + "([^ \u00a0\r\n")
        if len(text) - len(bare) > 6:
            return ""
    last = bare[-1:]
    if last.isalpha():
        tail = bare[-8:]
        semicolon = ";" in tail or "\u061b" in tail or "\uff1b" in tail
        return "." if semicolon and _JOINED.search(tail) else ""
    return "." if last in _TERMINAL else "," if last in _COMMA else ""


_POINTED = re.compile(r"(?<![\w./])\d{1,2}(?:\.\d{1,2})+\Z")  # regulations 3.1 and 3.2
_POINTS = 12  # characters of such a number
