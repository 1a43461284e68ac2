"""How a document sets its text: its lines measured, and the signs by which its paragraphs begin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from math import log
from typing import NamedTuple

from an2un.language import Language
from an2un.parse.layout import Page
from an2un.parse.leading import ends_in_day, leading_marker
from an2un.parse.serials import serial_lines
from an2un.record import Record
from an2un.source import Line, Source, unsteered
from an2un.wording.markers import Marker
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
    alone: bool = False  # no mark ends it, and a number follows: like a heading
    heads: bool = False  # the same below a comma, as behind the last recital
    below: float = 0.0  # space below the first line of a page that no mark ends, in lines
    trailed: bool = False  # blanks stand behind the line above, more than one

    @property
    def capital(self) -> bool:
        """Whether it begins with a letter that may begin a sentence; not all scripts have small."""
        return self.text[0].isalpha() and not self.text[0].islower()


class Style(Record):
    """How this document sets its text: what its lines can be asked."""

    width: float  # ems of a long line
    full: float  # ems from which on a line seems to have no room left
    measure: float  # ems of the space that lines are set in
    gap: float  # space between two lines of one paragraph, in lines
    fresh_indents: float  # how far an indent counts on the first line of a page, 0 to 1
    indents: bool  # paragraphs are set off by their first line
    numbers: bool  # numbered ones are
    gaps: bool  # paragraphs are set off by an empty line
    parted: float  # how much an empty line counts
    wrapped: bool  # lines end at a margin, not with their paragraph
    small: bool  # preambular paragraphs begin with a small letter, as in Russian
    trails: bool = False  # more than one blank stands behind last lines, and hardly behind others


_TERMINAL = frozenset(".;:\u3002\uff1b\uff1a\u061b?!\uff1f\uff01\u061f\u06d4")
_COMMA = frozenset(",\uff0c\u060c\u3001")
_CLOSERS = '\u201d\u2019\u00bb")\uff09\u300b\u300d]\u3011*\u200e\u200f\u061c'
_JOINED = re.compile(r"[;\u061b\uff1b] ?\w{1,4}$")  # the last point but one: "…; and"
_FULL = 0.84  # a wrapped line of Latin type reaches at least this share of the margin
_FULL_WIDE = 0.93  # Chinese lines break anywhere, so they are fuller


def rows_of(source: Source, pages: Sequence[Page], language: Language) -> list[Row]:
    """Return the body lines of all pages with what the boundary decision asks of them."""
    rows: list[Row] = []
    trailed = False
    for page in pages:
        if not page.body:
            continue
        edge = _edge(page.body)
        texts = map(unsteered, source.printed(page.body))
        for index, (line, text) in enumerate(zip(page.body, texts, strict=True)):
            extent = _length(line, text, edge, language), _needs(text, language)
            indent = max(line.indent - edge, 0)
            marks = _ending(text), leading_marker(text, language)
            rows.append(Row(line, text, index == 0, indent, *extent, *marks, trailed=trailed))
            trailed = source.text.startswith("  ", line.span.end)
    for index in serial_lines([row.text for row in rows]):
        rows[index] = rows[index]._replace(serial=True)
    return _headings([*(_ended(*pair, language) for pair in pairwise(rows)), *rows[-1:]])


def _ended(row: Row, after: Row, language: Language) -> Row:
    """Return a line as the one below it shows it: ended or not, alone or not."""
    if ends_in_day(row.text, after.text, language):
        row = row._replace(ending="")
    return _seen_alone(row, after)


def _length(line: Line, text: str, edge: float, language: Language) -> float:
    """Return how far a line reaches, in ems from the left edge of the text.

    Where the source measured it that is the place of its end; else the widths of its letters have
    to do, and a blank that justified type has stretched counts as one.
    """
    if line.end:
        return line.end - edge
    return ems(_STRETCHED.sub(" ", text) if "  " in text else text, language.script)


_STRETCHED = re.compile(r"(?<! ) {2,3}(?! )")


def _needs(text: str, language: Language) -> float:
    """Return the ems of a blank and of the part of a line that cannot be broken."""
    if language.spaced:
        return _word_ems(" " + text.split(None, 1)[0], language.script)
    part = _UNBROKEN.match(text)
    return _word_ems(part.group() if part else text[:1], language.script)


_word_ems = lru_cache(maxsize=4096)(ems)  # lines begin with the same words again and again


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
        above = rows[index - 1]
        if not (0 < lines <= _HEADING and row.capital):
            continue
        if above.ending == ",":
            found[index] = row._replace(heads=True)
        elif above.ending == "." and not above.text.endswith(_COLONS):
            found[index] = row._replace(alone=True)
    return found


_HEADING = 3  # lines of a heading
_COLONS = (":", "\uff1a")  # a heading may hold one


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
    width = max(lengths[int(len(lengths) * 0.9)], 1)
    full = width * (_FULL if language.spaced else _FULL_WIDE)
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
    numbered = [row for row in outside if row.marker is not None]
    sentences = [row for row in outside if row.marker is None and not _is_head(row, 0.7 * width)]
    resumed = [row for before, row in pairwise(rows) if row.fresh and _runs_on(before, width)]
    set_in = _share(resumed, lambda row: row.indent > 0)
    return Style(
        width=width,
        full=full,
        measure=_measured(rows, 0.7 * width) or full,
        gap=gap,
        fresh_indents=(1.0 if len(resumed) > 1 else 0.6) if resumed and set_in < 0.3 else 0.0,
        indents=_set_in(inside, sentences, outside, body),
        numbers=_set_in(inside, numbered, outside, body),
        gaps=_marks_starts(
            inside if wrapped else (), outside, body, lambda row: row.line.gap > gap
        ),
        parted=_parted(inside, gap),
        wrapped=wrapped and bool(body),
        small=_opens_small(rows, language),
        trails=_share(inside, _is_trailed) < _STRAY and any(map(_is_trailed, outside)),
    )


def _set_in(
    inside: Sequence[Row], own: Sequence[Row], outside: Sequence[Row], body: Sequence[Row]
) -> bool:
    """Say whether paragraphs of one kind, which begin with the lines `own`, are set in.

    Where that kind is rare, what holds for all of them may tell for it.
    """
    if _marks_starts(inside, own, body, _is_set_in):
        return True
    return len(own) <= _FEW and _marks_starts(inside, outside, body, _is_set_in)


def _is_head(row: Row, least: float) -> bool:
    """Say whether a line looks like a heading, which is set as it likes: counted, or open."""
    return row.serial or not (row.ending or row.length > least)


def _is_trailed(row: Row) -> bool:
    return row.trailed


_STRAY = 0.02  # share of lines inside paragraphs; word processors leave blanks at their ends only


def _is_set_in(row: Row) -> bool:
    return row.indent > 0


_FEW = 2  # lines that tell nothing yet


def _parted(inside: Sequence[Row], gap: float) -> float:
    """Return how much an empty line counts: the less, the more of them stand inside paragraphs.

    Extractors that take the lines of a page for blocks by their edges part the first line, which
    is set in, from its paragraph. Words in small letters behind empty lines prove it; in scripts
    without them, and before capitals, it may be a heading that fills its line.
    """
    parted = [row for row in inside if row.line.gap > gap]
    if not any(row.text[0].islower() and row.text[1:2].isalpha() for row in parted):
        return _PARTED
    return min(log(len(inside) / len(parted)), _PARTED)


_PARTED = 6.0  # the weight of an empty line that never stands inside a paragraph


def _is_unwrapped(lengths: Sequence[float]) -> bool:
    """Say whether most of a text stands in lines that no margin has ended, whatever their number.

    The rows of tables, headings and closing lines are many short ones in such a text too.
    """
    return 2 * sum(length for length in lengths if length > _MARGIN) > sum(lengths)


_MARGIN = 55  # ems that no printed line has; 120 columns, the most in texts of the corpus, are 50


def _measured(rows: Sequence[Row], least: float) -> float:
    """Return the measure: the width that explains where most lines break, 0 if few of them tell.

    A line that goes on in the next fitted into the measure, and with the first word of the next
    it would not have. Counted by tenths of an em, in lines of more than `least` ems: the cells of
    tables are set in less.
    """
    steps: Counter[int] = Counter()
    for before, row in pairwise(rows):
        if before.length <= least or before.ending or row.fresh or row.marker:
            continue
        steps[round(before.length * 10)] += 1
        steps[round((before.length + row.needs) * 10)] -= 1
    places = sorted(steps)
    explained = list(accumulate(steps[place] for place in places))
    most = max(explained, default=0)
    if most < _TELLING:
        return 0.0
    best = explained.index(most)
    return (places[best] + places[best + 1]) / 20


_TELLING = 6  # lines that have to agree


def _opens_small(rows: Sequence[Row], language: Language) -> bool:
    """Say whether preambular paragraphs begin with small letters: most opening phrases do so.

    Behind a comma small ones stand within sentences too, in capitals they hardly ever do.
    """
    small = large = 0
    for before, row in pairwise(rows):
        if small + large and row.marker and row.marker.number:
            break
        if before.ending == "," and language.mood(row.text) == "preambular":
            small += row.text[0].islower()
            large += row.text[0].isupper()
    return small > large


def _marks_starts(
    inside: Sequence[Row], outside: Sequence[Row], body: Sequence[Row], sign: Callable[[Row], bool]
) -> bool:
    """Say whether a sign marks the starts of paragraphs in this document.

    inside: lines that surely go on with a paragraph; outside: lines that surely begin one. Short
    documents may have none of these; there a sign that few lines show counts.
    """
    if _share(inside, sign) > 0.25:
        return False
    if len(outside) > _FEW:
        return _share(outside, sign) > 0.4
    return len(inside) > 2 and 0.05 < _share(body, sign) < 0.5


def _runs_on(before: Row, width: float) -> bool:
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
