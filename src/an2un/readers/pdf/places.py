"""Lines of all pages to their places: running heads, feet and notes, by where they stand.

Notes stand below a short rule, or are the small lines at the foot of the page from the first raised
mark on; or they stand together behind the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from an2un.readers.endnotes import Candidate, first_note
from an2un.readers.pdf.browsers import between, margins
from an2un.readers.pdf.heads import heads_of, outside, stands_apart
from an2un.readers.pdf.printed import Printed, PrintedLine

_WHOLE, _SHORT = 0.5, 0.04  # widths relative to the page that a rule above notes stays between
_SMALLER = 0.95  # size of notes relative to the body, at most
_PARTED = 0.5  # line heights between text and notes, at least
_MARK = re.compile(r"\(?(\d{1,3})\)?\s")


def placed(pages: Sequence[Printed]) -> list[Printed]:
    """Return the pages with the place of each line where it is certain.

    Columns of one page are pages of the same number.
    """
    size = body_size(pages)
    heads, browser = heads_of(pages), margins(pages)
    told = [between(page, browser) if browser else outside(page, heads) for page in pages]
    return _with_endnotes(
        [
            page._replace(lines=_noted(page, lines, size))
            for page, lines in zip(pages, told, strict=True)
        ]
    )


def _with_endnotes(pages: Sequence[Printed]) -> list[Printed]:
    """Return pages with the notes marked that stand behind the text, where no page has others."""
    places = {line.place for page in pages for line in page.lines}
    lines = [line for page in pages for line in page.lines if not line.place]
    first = None if "note" in places else first_note([*map(_candidate, lines)])
    if first is None:
        return list(pages)
    notes = set(map(id, lines[first:]))
    return [
        page._replace(
            lines=[
                line._replace(place="note") if id(line) in notes else line for line in page.lines
            ]
        )
        for page in pages
    ]


def _candidate(line: PrintedLine) -> Candidate:
    raised = [
        line.text[start:end] for start, end, kind in line.styles if start and kind == "superscript"
    ]
    return Candidate(line.text, raised, line.gap >= _PARTED)


def body_size(pages: Sequence[Printed]) -> float:
    """Return the type size of most characters in points."""
    weights: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            weights[round(line.size, 1)] += len(line.text)
    return max(weights, key=lambda size: (weights[size], size), default=10.0) or 10.0


def _noted(page: Printed, lines: list[PrintedLine], size: float) -> list[PrintedLine]:
    """Return the lines with the notes at the foot of the page marked."""
    own = [index for index, line in enumerate(lines) if not line.place]
    while own and _is_foot(lines[own[-1]], page, size):
        own.pop()
    start = _notes_start(page, lines, own, size)
    notes = {index for index in own if index >= start}
    return [
        line._replace(place="note") if index in notes else line for index, line in enumerate(lines)
    ]


def _is_foot(line: PrintedLine, page: Printed, size: float) -> bool:
    """Whether a line as large as the text stands apart at the foot: a job number may do so."""
    return stands_apart(line, page) and line.size > _SMALLER * size


def _notes_start(
    page: Printed, lines: Sequence[PrintedLine], own: Sequence[int], size: float
) -> int:
    """Return the index of the first note, the number of lines if the page has none.

    own: the indices of the lines that may be text or notes
    """
    small = len(lines)
    for index in reversed(own):
        if lines[index].size > _SMALLER * size:
            break
        small = index
    for rule in page.rules:
        width = rule.right - rule.left
        below = [index for index in own if lines[index].base < rule.bottom]
        if _SHORT * page.width < width < _WHOLE * page.width and below and below[0] >= small:
            return below[0]
    called = {mark for line in lines[:small] for mark in _raised(line)}
    marked = (index for index in own if index >= small and _is_marked(lines[index], called))
    start = next(marked, len(lines))
    return _goes_on_from(lines, small, start) if start < len(lines) else start


def _goes_on_from(lines: Sequence[PrintedLine], small: int, start: int) -> int:
    """Return where small lines begin that run into the first note: the end of one before.

    A gap stands above them, and none below.
    """
    at = start
    while at > small and lines[at].gap < _PARTED:
        at -= 1
    return at if lines[at].gap >= _PARTED else start


def _raised(line: PrintedLine) -> Iterator[str]:
    """Yield what is raised in a line, as calls of notes are."""
    for start, end, kind in line.styles:
        if kind == "superscript":
            yield line.text[start:end].strip("() ")


def _is_marked(line: PrintedLine, called: Collection[str]) -> bool:
    """Whether a line begins with a mark that is raised, or with a number that is called above."""
    if any(start == 0 and kind == "superscript" for start, _, kind in line.styles):
        return True
    mark = _MARK.match(line.text)
    return mark is not None and mark[1] in called
