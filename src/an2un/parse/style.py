"""How a document sets its text: the signs by which its paragraphs begin, told by all its lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from math import log

from an2un.language import Language
from an2un.parse.margins import PRINTED, folds, is_unwrapped, margin_of
from an2un.parse.typesetting import COLONS, Row
from an2un.record import Record


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
    trails: bool = False  # more than one blank stands behind last lines, and hardly behind others
    set_in: float = 5.0  # how much an indent counts
    capital: float = 0.0  # how much more it counts above a capital, behind a line no mark ends
    counted: bool = False  # lines that open with a counted word are headings
    recurring: frozenset[str] = frozenset()  # lines that recur, each time behind a sentence
    torn: bool = False  # empty lines stand inside paragraphs
    folds: bool = False  # not wrapped, but some of its paragraphs are; empty lines part these

    def is_fold(self, before: Row, row: Row) -> bool:
        """Say whether a line goes on with the one right above, where empty lines part the others.

        Both are as short as a margin leaves them, or a line ended at a call, where some do.
        """
        if row.line.gap or row.fresh:
            return False
        if self.gaps and before.may_call:
            return True
        return self.folds and max(before.length, row.length) <= PRINTED

    def by_capital(self, before: Row, row: Row) -> float:
        """What a capital set in says, behind a line that no mark ends.

        No paragraph ends in a small word, as articles and prepositions are.
        """
        last = before.text.rsplit(None, 1)[-1]
        joins = len(last) <= _JOINT and last.islower()
        return self.capital if row.text[0].isupper() and not joins else 0.0


_FULL = 0.84  # a wrapped line of Latin type reaches at least this share of the margin
_FULL_WIDE = 0.93  # Chinese lines break anywhere, so they are fuller
_HABIT = 3  # headings, or lines behind empty ones, that make a habit


def measure(rows: Sequence[Row], language: Language) -> Style:
    """Return the style of a document, taken from its longer lines."""
    lengths = sorted([row.length for row in rows])
    width = max(lengths[int(len(lengths) * 0.9)], 1)
    full = width * (_FULL if language.spaced else _FULL_WIDE)
    margin = margin_of(rows, 0.7 * width)
    unwrapped = is_unwrapped(lengths, width, margin)
    wrapped = not (unwrapped or _ends_everywhere(rows, 0.45 * width))
    gap = _usual_gap(rows, 0.7 * width) if wrapped else 0
    body = [row for row in rows if not row.fresh]
    running = [row for before, row in pairwise(rows) if _runs_on(before, width)]
    inside = [row for row in running if not row.fresh]
    outside = [
        row
        for before, row in pairwise(rows)
        if before.ending and before.length < 0.7 * width and not row.fresh
    ]
    numbered = [row for row in outside if row.marker is not None]
    sentences = [row for row in outside if row.marker is None and not _is_head(row, 0.7 * width)]
    resumed = [row for row in running if row.fresh and not _opens_recital(row, language)]
    return Style(
        width=width,
        full=full,
        measure=margin.measure or full,
        gap=gap,
        fresh_indents=_on_fresh_pages(resumed, outside),
        indents=_set_in(inside, sentences, outside, body),
        numbers=_set_in(inside, numbered, outside, body),
        set_in=_weight_of_indents(inside),
        capital=_weight_of_capitals(inside),
        gaps=_marks_starts(
            inside if wrapped else (), outside, body, lambda row: row.line.gap > gap
        ),
        parted=_parted(inside, gap),
        torn=_torn(inside, gap),
        folds=unwrapped and folds(rows),
        wrapped=wrapped and bool(body),
        counted=_count_headings(rows),
        recurring=_recurring(rows, 0.5 * width, full),
        trails=_share(inside, _is_trailed) < _STRAY and any(map(_is_trailed, outside)),
    )


def _ends_everywhere(rows: Sequence[Row], least: float) -> bool:
    """Say whether nearly all lines of more than `least` ems end with a mark."""
    long = [row for row in rows if row.length > least]
    return len(long) > _HABIT and sum(bool(row.ending) for row in long) > _NEARLY_ALL * len(long)


_NEARLY_ALL = 0.9


def _on_fresh_pages(resumed: Sequence[Row], outside: Sequence[Row]) -> float:
    """Return how far an indent counts on the first line of a page, 0 to 1.

    Some extractors put a blank before each first line. Lines that go on there show it; where none
    does, indents of paragraphs that are wider than a blank.
    """
    if not resumed:
        wide = _share(outside, lambda row: row.indent >= _WIDE)
        return _ONCE if wide > _MOST else 0.0
    if _share(resumed, _is_set_in) >= _UNEVEN:
        return 0.0
    return 1.0 if len(resumed) > 1 else _ONCE


_UNEVEN = 0.3  # share of first lines with an indent from which on it tells nothing
_ONCE = 0.6  # how far an indent counts that little speaks for
_WIDE = 2.0  # of an indent that is more than a blank
_MOST = 0.6  # share of the paragraphs that are set in


def _opens_recital(row: Row, language: Language) -> bool:
    """Say whether a line opens a recital: the one above may have lost its mark."""
    return row.text[0].isupper() and language.mood(row.text) == "preambular"


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


def _usual_gap(rows: Sequence[Row], least: float) -> float:
    """Return the space above most lines that go on with one of more than `least` ems."""
    inner = Counter(
        [
            row.line.gap
            for before, row in pairwise(rows)
            if before.ending == "" and before.length > least and not row.fresh
        ]
    )
    return inner.most_common(1)[0][0] if inner else 0


def _weight_of_indents(inside: Sequence[Row]) -> float:
    """Return how much an indent counts: the more, the more lines inside paragraphs have none."""
    found = sum(map(_is_set_in, inside))
    return max(_SET_IN, min(log((len(inside) + 1) / (found + 1)), _PARTED))


_SET_IN = 5.0  # the weight of an indent in a text too short to prove more


def _weight_of_capitals(inside: Sequence[Row]) -> float:
    """Return how much a capital counts where a paragraph may begin: few lines inside one have it.

    Where the script has no capitals, and in texts too short to show it, nothing.
    """
    capitals = sum(row.text[0].isupper() for row in inside)
    if capitals <= _FEW:
        return 0.0
    return log((len(inside) + 1) / (capitals + 1))


_JOINT = 3  # letters of a word that joins others


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


def _torn(inside: Sequence[Row], gap: float) -> bool:
    """Say whether empty lines stand inside paragraphs: a small letter proves it, or their number.

    Headings that fill their lines are few.
    """
    return _parted(inside, gap) < _PARTED or sum(row.line.gap > gap for row in inside) >= _HABIT


_PARTED = 6.0  # the weight of an empty line that never stands inside a paragraph


def _count_headings(rows: Sequence[Row]) -> bool:
    """Say whether lines that open with a counted word are headings: none of them runs on below."""
    if not any(row.serial for row in rows):  # as in most documents
        return False
    below = [
        after
        for row, after in pairwise(rows)
        if row.serial and not row.bare and not row.ending and not after.fresh
    ]
    ended = all(row.text[0].isupper() or row.marker is not None for row in below)
    return len(below) >= _HABIT and ended


def _recurring(rows: Sequence[Row], longest: float, full: float) -> frozenset[str]:
    """Return the short lines that recur, each time behind a sentence: headings such as "Targets:".

    Lines break anywhere, so that the same words alone on a line are no chance; where the lines
    above are not `full` they are no last sentence of a paragraph either.
    """
    found: dict[str, int] = {}
    for before, row in pairwise(rows):
        if row.length >= longest or row.marker is not None or not row.capital:
            continue
        if not row.ending or row.text.endswith(COLONS):
            apart = before.length < full
            step = apart if before.ending == "." else -len(rows)
            found[row.text] = found.get(row.text, 0) + step
    return frozenset(text for text, count in found.items() if count >= _HABIT)


def _marks_starts(
    inside: Sequence[Row], outside: Sequence[Row], body: Sequence[Row], sign: Callable[[Row], bool]
) -> bool:
    """Say whether a sign marks the starts of paragraphs in this document.

    inside: lines that surely go on with a paragraph; outside: lines that surely begin one. Short
    documents may have none of these; there a sign that few lines show counts.
    """
    if len(outside) > _FEW:
        return _share(outside, sign) > 0.4 and _share(inside, sign) <= 0.25
    if _share(inside, sign) > 0.25:
        return False
    return len(inside) > 2 and 0.05 < _share(body, sign) < 0.5


def _runs_on(before: Row, width: float) -> bool:
    """Say whether a line plainly goes on in the next: it is full and ends without a mark."""
    return before.ending == "" and before.length > _FULL * width


def _share(rows: Sequence[Row], holds: Callable[[Row], bool]) -> float:
    return sum(map(holds, rows)) / len(rows) if rows else 0.0
