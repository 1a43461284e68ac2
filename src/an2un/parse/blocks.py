"""Body lines to paragraphs: where one ends and the next begins.

No single sign is enough: some extractors indent the first line of a paragraph, some leave a blank
line, some do neither; at the start of a page all of them fail. So each boundary between two lines
is decided by what the text itself says (punctuation, markers, openers, a line left short) and by
the signs that this document is seen to use.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from an2un.language import Language
from an2un.parse.closing import is_closing
from an2un.parse.labels import is_bare_label
from an2un.parse.layout import Page
from an2un.parse.lines import Mender
from an2un.parse.markers import Marker, read_marker
from an2un.parse.passage import Passage
from an2un.parse.tables import Stretch, find_tables
from an2un.source import Line, Source


class Row(NamedTuple):
    """A body line with what the boundary decision asks of it."""

    line: Line
    text: str
    fresh: bool  # first line of its page
    indent: float  # beyond the usual left edge of its page
    length: int  # in columns: a Chinese character takes two
    ending: str  # the kind of mark that ends it: ".", "," or ""
    alone: bool = False  # no mark ends it, and an empty line or a number follows: like a heading


@dataclass(frozen=True, slots=True)
class Style:
    """How this document sets its text: what its lines can be asked."""

    width: int  # columns of a full line
    full: float  # columns from which on a line has no room left
    gap: int  # empty lines between two lines of one paragraph
    fresh_indents: float  # how far an indent counts on the first line of a page, 0 to 1
    indents: bool  # paragraphs are set off by their first line
    gaps: bool  # paragraphs are set off by an empty line
    wrapped: bool  # lines end at a margin, not with their paragraph


@dataclass(frozen=True, slots=True)
class Block:
    """One printed paragraph: its text and how it stood on the page.

    indent  of its first line beyond the edge of the page
    gap     empty lines above beyond the usual
    lines   how many it took; `short` says that each of them ended before the margin
    """

    passage: Passage
    lines: tuple[Line, ...]
    indent: float
    gap: int
    fresh: bool
    short: bool
    cells: tuple[tuple[Passage, ...], ...] = ()  # of a table, row by row
    proved: bool = True  # whether the columns of a table are told apart

    @property
    def text(self) -> str:
        """The running text, calls included."""
        return self.passage.text


_TERMINAL = frozenset(".;:\u3002\uff1b\uff1a\u061b?!\uff1f\uff01\u061f\u06d4")
_COMMA = frozenset(",\uff0c\u060c\u3001")
_CLOSERS = '\u201d\u2019\u00bb")\uff09\u300b\u300d]\u3011*'
_JOINED = re.compile(r"[;\u061b\uff1b] ?\w{1,4}$")  # the last point but one: "…; and"
_CLOSING = 60  # characters of a line that names the meeting or the date
_FULL = 0.84  # a wrapped line of Latin type reaches at least this share of the margin
_FULL_WIDE = 0.93  # Chinese lines break anywhere, so they are fuller


def blocks(
    source: Source, pages: Sequence[Page], mender: Mender, language: Language
) -> tuple[Block, ...]:
    """Return the paragraphs of the body lines of all pages, in printed order."""
    rows = _rows(source, pages, language)
    if not rows:
        return ()
    style = measure(rows, language)
    found: list[Block] = []
    at = 0
    for table in find_tables(source, [row.line.span for row in rows]):
        found.extend(_paragraphs(rows[at : table.start], mender, style, language))
        found.append(_table(rows[table.start : table.end], table, mender))
        at = table.end
    found.extend(_paragraphs(rows[at:], mender, style, language))
    return tuple(found)


def _table(rows: Sequence[Row], table: Stretch, mender: Mender) -> Block:
    """Return a table as one block, each of its cells a passage."""
    first = rows[0]
    cells = tuple(
        tuple(
            mender.passage([first.line._replace(span=span) for span in cell]) for cell in row.cells
        )
        for row in table.rows
    )
    lines = tuple(row.line for row in rows)
    return Block(Passage(""), lines, first.indent, 0, first.fresh, True, cells, table.proved)


def _paragraphs(
    rows: Sequence[Row], mender: Mender, style: Style, language: Language
) -> list[Block]:
    """Return the paragraphs of lines without tables."""
    found: list[Block] = []
    if not rows:
        return found
    counts = _Counts()
    group = [rows[0]]
    counts.note(read_marker(rows[0].text))
    for row in rows[1:]:
        marker = read_marker(row.text)
        if (len(group) == 1 and _stands_alone(group[0].text, language)) or _begins(
            group, row, style, _by_marker(row, marker, counts), language
        ):
            found.append(_block(group, mender, style))
            group = [row]
            counts.note(marker)
        else:
            group.append(row)
    found.append(_block(group, mender, style))
    return found


def _rows(source: Source, pages: Sequence[Page], language: Language) -> list[Row]:
    rows = []
    for page in pages:
        if not page.body:
            continue
        edge = _edge(page.body)
        for index, line in enumerate(page.body):
            text = source.slice(line.span)
            length = len(text) if language.spaced else len(text.encode("gb18030", "replace"))
            indent = max(line.indent - edge, 0)
            rows.append(Row(line, text, index == 0, indent, length, _ending(text)))
    return [*(_seen_alone(row, after) for row, after in pairwise(rows)), *rows[-1:]]


def _seen_alone(row: Row, after: Row) -> Row:
    if not row.fresh or row.ending or after.fresh or row.text[0].islower():
        return row
    parted = after.line.gap > row.line.gap or read_marker(after.text) is not None
    return row._replace(alone=parted and after.line.gap > 0)


def _edge(lines: Sequence[Line]) -> float:
    """Return the left edge of a page's text: the smallest indent that is no exception."""
    counts = Counter(line.indent for line in lines)
    return next(
        (indent for indent in sorted(counts) if counts[indent] > _EDGE * len(lines)), min(counts)
    )


_EDGE = 0.15  # share of a page's lines; paragraphs of two lines still leave half of them there


def measure(rows: Sequence[Row], language: Language) -> Style:
    """Return the style of a document, taken from its longer lines."""
    lengths = sorted(row.length for row in rows)
    width = lengths[int(len(lengths) * 0.9)]
    long = [row for row in rows if row.length > 0.45 * width]
    ended = sum(row.ending != "" for row in long)
    wrapped = not (width > 150 or (len(long) > 3 and ended > 0.9 * len(long)))
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
    )


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
        bare = bare.rstrip("0123456789").rstrip(_CLOSERS + "( \u00a0")
        if len(text) - len(bare) > 6:
            return ""
    if bare[-1:].isalpha() and _JOINED.search(bare[-8:]):
        return "."
    last = bare[-1:]
    return "." if last in _TERMINAL else "," if last in _COMMA else ""


def _stands_alone(text: str, language: Language) -> bool:
    """Say whether a line is a paragraph by itself: a formula, or a label whose text is the next."""
    return len(text) < 200 and (
        is_bare_label(text, language) or language.annex_label(text) or language.formula(text) != ""
    )


def _may_close(text: str) -> bool:
    """Say whether a line is short enough for a closing line and names a number, as they all do."""
    return len(text) < _CLOSING and any(character.isdigit() for character in text)


class _Counts:
    """The last value of each style of marker that has begun a paragraph."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}

    def note(self, marker: Marker | None) -> None:
        for style, value in marker.readings if marker else ():
            self._last[style] = value

    def expects(self, marker: Marker) -> bool:
        return any(
            value in (0, 1, self._last.get(style, 0) + 1) for style, value in marker.readings
        )


def _by_marker(row: Row, marker: Marker | None, counts: _Counts) -> float:
    """What a marker at the start of a line says: more if its number comes next."""
    if marker is None:
        return 0.0
    score = 3.5
    if marker.readings[0].style in ("dot decimal", "dash decimal", "stop chinese"):
        score += 1.5
    return score + (1.5 if counts.expects(marker) else -2.0)


def _begins(
    group: Sequence[Row], row: Row, style: Style, marker: float, language: Language
) -> bool:
    """Decide whether a line begins a new paragraph after the lines of `group`.

    Adds up signs, each worth what it proved to be worth on texts whose paragraphs are known;
    marker: what `_by_marker` says of the line.
    """
    before, full = group[-1], style.full
    if not style.wrapped:
        return not (before.ending == "" and row.text[0].islower() and not marker and row.fresh)
    parted = before.length < full or row.fresh or row.line.gap > style.gap or before.ending
    if parted and not row.text[0].islower() and _stands_alone(row.text, language):
        return True
    numbered = read_marker(group[0].text) is not None
    if before.ending == "." and _may_close(row.text) and is_closing(row.text, language):
        return True
    score = (
        -2.5 + marker + _by_page(row, style) + _by_text(before, row, marker > 0, numbered, language)
    )
    return score + _by_room(before, row, style, full) > 0


def _by_page(row: Row, style: Style) -> float:
    """What the place on the page says: an indent or a gap where this document uses them."""
    if row.alone:
        return 3.5
    if row.fresh:
        return style.fresh_indents * (4.0 if row.indent > 0 else -2.0) if style.indents else 0.0
    if row.line.gap > style.gap:
        return 6.0
    if row.line.gap < style.gap:
        return -4.0  # a line end within the line, as after a raised number
    if style.indents and row.indent > 0:
        return 5.0
    return -3.0 if style.gaps or style.indents else 0.0


def _by_text(before: Row, row: Row, marked: bool, in_numbered: bool, language: Language) -> float:
    """What the words say: punctuation before, an opener or a small letter behind."""
    ending = before.ending
    score = {".": 2.5, ",": 1.0, "": -2.5}[ending]
    if marked:
        return score
    first = row.text[0]
    opens = ending != "" and language.mood(row.text) is not None
    if opens and first.isupper():
        return score + 3.5
    if opens and (ending == "." or not in_numbered):
        return score + (2.6 if row.fresh else 1.0)
    if ending == ",":
        score -= 3.5  # what follows a preambular paragraph opens with a phrase of its kind
    if not first.islower():
        return score
    return score - (1.0 if ending == "." else 2.5)


def _by_room(before: Row, row: Row, style: Style, full: float) -> float:
    """What the margin says: a line that had room for the next word ended its paragraph."""
    word = row.text.split(None, 1)[0] if row.text[0].isascii() else row.text[:1]
    filled = before.length + len(word) + 1
    if filled > full:
        return 0.5 if filled < full * 1.08 else -0.5
    if before.length > 0.7 * style.width:
        return 1.5
    return 5.5 if before.ending == "." else 3.0


def _block(group: Sequence[Row], mender: Mender, style: Style) -> Block:
    first = group[0]
    return Block(
        mender.passage([row.line for row in group]),
        tuple(row.line for row in group),
        first.indent,
        max(first.line.gap - style.gap, 0),
        first.fresh,
        all(row.length < style.full for row in group),
    )
