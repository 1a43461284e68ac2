"""A page to its printed lines: words in reading order, with their styles, links and measures."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

from an2un.readers import direction
from an2un.readers.pdf.columns import Piece, pieces
from an2un.readers.pdf.file import Leaf
from an2un.readers.pdf.frame import Box
from an2un.readers.pdf.glyphs import Glyph
from an2un.readers.pdf.grids import strips
from an2un.readers.pdf.rows import Row, rows
from an2un.readers.pdf.stories import Story, stories
from an2un.source import Place, StyleKind


class Mark(NamedTuple):
    """Characters `start:end` of a line that have a style or lead to an address."""

    start: int
    end: int
    what: str


class PrintedLine(NamedTuple):
    """One line: its text and its measures in points.

    base    height of its baseline above the foot of the page
    edge    distance from the reading edge of the page, equal for lines that start equally
    end     distance of its end from the reading edge
    size    type size of most of its glyphs
    gap     space above it beyond that between lines of one paragraph, in line heights
    """

    text: str
    styles: tuple[tuple[int, int, StyleKind], ...]
    links: tuple[Mark, ...]
    base: float
    edge: float
    end: float
    size: float
    gap: float
    place: Place = ""


class Printed(NamedTuple):
    """One page: its lines from top to bottom, its drawn rules, and which way it is read."""

    number: int
    width: float
    height: float
    lines: list[PrintedLine]
    rules: list[Box]
    rtl: bool


def printed(leaf: Leaf) -> list[Printed]:
    """Return the printed lines of a page; each column of a page is a page by itself."""
    found, across = rows(leaf.glyphs)
    rtl = direction.runs_right_to_left("".join([glyph.text for glyph in leaf.glyphs]))
    made: list[Printed] = []
    for story in stories(found, leaf.rules, rtl=rtl):
        lines = list(_lines(leaf, story, rtl=rtl))
        if made and not story.goes_on:
            last = made[-1]
            rules = [rule for rule in last.rules if rule in story.rules]
            made[-1] = last._replace(lines=[*last.lines, *lines], rules=rules)
        else:
            made.append(Printed(leaf.number, leaf.width, leaf.height, lines, story.rules, rtl))
    for row in across:
        text = _Text(leaf.links, [row.base])
        text.append(row.glyphs())
        made[-1].lines.append(text.line(row, (0.0, 0.0), 0.0)._replace(place="foot"))
    return made


def _lines(leaf: Leaf, story: Story, *, rtl: bool) -> Iterator[PrintedLine]:
    """Yield the lines of a story; their edges are those of its column, as if it were the first."""
    found = story.rows
    start = leaf.width - story.shift if rtl else story.shift
    edges = _edges(
        [start - row.right if rtl else row.left - start for row in found], found, _SAME_EDGE[rtl]
    )
    gaps = [story.gap, *_gaps(found, rtl=rtl)[1:]]
    for strip in strips(found, pieces(found, rtl=rtl), rtl=rtl):
        row = found[strip.start]
        text = _Text(leaf.links, [other.base for other in found[strip.start : strip.end]])
        text.add(strip.cells, rtl=rtl)
        if text.length:
            end = start - row.left if rtl else row.right - start
            line = text.line(row, (edges[strip.start], end), gaps[strip.start])
            yield line._replace(place="row") if strip.told else line


# ------------------------------------------------------------------------------------------ words

_RAISED_DIGITS = re.compile("([\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+)")
_FONT = attrgetter("font")
_HYPHENS = ("-", "\u2010", "\u2011")
_KINDS: tuple[StyleKind, ...] = ("italic", "bold", "superscript")


class _Text:
    """The text of a line while it is put together."""

    def __init__(self, links: Sequence[tuple[Box, str]], bases: Sequence[float]) -> None:
        self._links = [
            (box, to) for box, to in links if any(box.bottom - 2 <= at <= box.top for at in bases)
        ]
        self._parts: list[str] = []
        self._styles: list[tuple[int, int, StyleKind]] = []
        self._marks: list[Mark] = []
        self._open: dict[str, int] = {}
        self.length = 0

    def add(self, cells: Sequence[Sequence[Piece]], *, rtl: bool) -> None:
        """Add the cells of a line in reading order, a tab between each two.

        Between the lines of a cell stands a blank, but for words that a hyphen joins.
        """
        for number, cell in enumerate(reversed(cells) if rtl else cells):
            if number:
                self._put("\t")
            for line, piece in enumerate(cell):
                if line and not self._parts[-1].endswith(_HYPHENS):
                    self._put(" ")
                self.append(_read(piece, rtl=rtl))

    def append(self, glyphs: Iterable[Glyph]) -> None:
        """Add glyphs in reading order with their styles and links."""
        for _, group in groupby(glyphs, key=id if self._links else _FONT):
            stretch = list(group)
            text = direction.plain_letters("".join([glyph.text for glyph in stretch]))
            self._add(text, stretch[0])
        self._style(False, False, False)

    def _add(self, text: str, first: Glyph) -> None:
        """Add the text of glyphs that are set like the first of them; blanks have no style."""
        font = first.font
        for at, part in enumerate(_RAISED_DIGITS.split(text)):
            printed_as = unicodedata.normalize("NFKC", part) if at % 2 else part
            ink = printed_as.lstrip()
            self._put(printed_as[: len(printed_as) - len(ink)])
            if ink:
                self._style(font.italic, font.bold, font.raised or at % 2 == 1)
                self._link((first.left + first.right) / 2)
                self._put(ink)

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self.length += len(text)

    def _style(self, *shown: bool) -> None:
        for kind, is_on in zip(_KINDS, shown, strict=True):
            if is_on and kind not in self._open:
                self._open[kind] = self.length
            elif not is_on and kind in self._open:
                self._styles.append((self._open.pop(kind), self.length, kind))

    def _link(self, middle: float) -> None:
        found = next((to for box, to in self._links if box.left <= middle <= box.right), "")
        last = self._marks[-1] if self._marks else None
        if found and last and last.what == found and last.end >= self.length - 1:
            self._marks[-1] = last._replace(end=self.length + 1)
        elif found:
            self._marks.append(Mark(self.length, self.length + 1, found))

    def line(self, row: Row, edges: tuple[float, float], gap: float) -> PrintedLine:
        """Return the finished line without blanks at its ends."""
        whole = "".join(self._parts)
        text = whole.strip()
        cut = len(whole) - len(whole.lstrip())
        end = len(text)

        def inside(start: int, stop: int) -> tuple[int, int]:
            first = max(start - cut, 0)
            stop = min(stop - cut, end)
            return first, first + len(text[first:stop].rstrip())

        styles = [(*inside(start, stop), kind) for start, stop, kind in self._styles]
        links = [Mark(*inside(mark.start, mark.end), mark.what) for mark in self._marks]
        return PrintedLine(
            text,
            tuple(sorted(style for style in styles if style[0] < style[1])),
            tuple(mark for mark in links if mark.start < mark.end),
            row.base, *edges, row.size, gap,
        )  # fmt: skip


def _read(piece: Piece, *, rtl: bool) -> list[Glyph]:
    """Return the glyphs of words in reading order."""
    if rtl and direction.is_turned(piece.text):
        return direction.reading_order(piece.bases)
    glyphs = [glyph for base in piece.bases for glyph in base]
    return direction.day_first(glyphs) if rtl else glyphs


# --------------------------------------------------------------------------------------- measures

_SAME_EDGE = (0.35, 0.9)  # em within which lines start equally; Arabic letters reach less far
_LEADING = 1.2  # line height of type without further ado, in em
_FULL = 0.85  # share of the width of the text that a line fills which goes on
_LEAST_INSIDE = 3  # such lines that tell the distance of lines
_STEP = 4  # gaps are measured in quarters of a line height


def _edges(edges: Sequence[float], found: Sequence[Row], same: float) -> list[float]:
    """Return edges with those that hardly differ made equal, to the one that most lines have."""
    counts = Counter(round(edge, 1) for edge in edges)
    size = _usual(row.size for row in found)
    names: dict[float, float] = {}
    group: list[float] = []
    for edge in [*sorted(counts), float("inf")]:
        if group and edge - group[0] > same * size:
            usual = max(group, key=lambda e: (counts[e], -e))
            names.update(dict.fromkeys(group, usual))
            group = []
        group.append(edge)
    return [names[round(edge, 1)] for edge in edges]


def _gaps(found: Sequence[Row], *, rtl: bool) -> list[float]:
    """Return the space above each row beyond the page's usual distance of lines.

    What is raised in a line may push it somewhat down.
    """
    if not found:
        return []
    size = _usual(row.size for row in found)
    usual = _distance(found, size, rtl=rtl)
    gaps = [0.0]
    for above, row in pairwise(found):
        own = usual * row.size / size
        step = above.base - row.base
        gap = max(round((step - own) / (_LEADING * row.size) * _STEP) / _STEP, 0.0)
        pushed = gap * _STEP <= 1 and any(run.font.raised for run in row.runs)
        gaps.append(0.0 if pushed else gap)
    return gaps


def _distance(found: Sequence[Row], size: float, *, rtl: bool) -> float:
    """Return the distance of lines inside paragraphs; size: that of most rows.

    A line that fills its width goes on in the next one; below others, paragraphs may end, and where
    most are of one line, theirs is the usual distance of all lines.
    """
    steps = [
        (above, round((above.base - row.base) * 2) / 2)
        for above, row in pairwise(found)
        if abs(row.size - size) < 0.1 * size and above.base - row.base < 2 * _LEADING * size
    ]
    start, end = min(row.left for row in found), max(row.right for row in found)
    room = _FULL * (end - start)
    inside = [step for row, step in steps if (end - row.left if rtl else row.right - start) > room]
    near = inside if len(inside) >= _LEAST_INSIDE else [step for _, step in steps]
    return min(_usual(near), 1.6 * size) if near else _LEADING * size


def _usual(numbers: Iterable[float]) -> float:
    counts = Counter(numbers)
    return max(counts, key=lambda number: (counts[number], -number), default=10.0)
