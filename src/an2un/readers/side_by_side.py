"""Texts whose pages run in two columns, as extractors that keep the layout of a page print them.

A line of one column stands beside one of the other, with blanks between them. The columns are put
one after the other, as the page is read, between what stands over both: the masthead, headings,
heads and feet. Tables have columns too: there both cells of a row begin on one line, and hardly a
line is filled.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from operator import attrgetter
from statistics import median
from typing import NamedTuple

_GAP = re.compile(r"(?<=\S)[ \t]{2,}(?=\S)")
_BLANKS = re.compile(r"  +(?=\S)")
_PARTED = 0.1  # share of the lines of a file that blanks part where any of it runs in columns
_LEAST = 10  # lines that have text in both columns
_SHARE = 0.25  # of all lines: what runs in columns does so throughout
_SIDE = 20  # columns that most of them fill on either side
_SMALL = 0.4  # share of lines that open with a small letter; names and headings of cells have none
_FILLED = 0.8  # share of a column that its lines fill where the script has no small letters
_TOGETHER = 0.5  # share of paragraphs that begin on one line: more of them are rows of a table
_MIDDLE = (0.3, 0.7)  # of a page; there lies the gap between its columns
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_ENDED = tuple(".,;:!?)\u00bb\u201d\u060c\u061b\u061f\u3002\uff0c\uff1b\uff1a\uff09")


def in_columns(text: str) -> str:
    """Return a text with its columns one after the other, as pages where the text has pages.

    Blanks between two columns and at line ends are left out; every other character stays.
    """
    if not _may_have_columns(text):
        return text
    pages = [[line.expandtabs().rstrip() for line in page.split("\n")] for page in text.split("\f")]
    edges = list(map(_edge, pages))
    usual = max(edges, key=lambda edge: (edge > 0, edges.count(edge)))
    bands = [list(_bands(page, edge or usual)) for page, edge in zip(pages, edges, strict=True)]
    if not _run([band for page in bands for band in page]):
        return text
    end = "\f" if "\f" in text.strip("\f") else ""
    return "\f".join(
        "\n".join(line for band in page for line in _read(band, end)) for page in bands
    )


def _may_have_columns(text: str) -> bool:
    """Say whether blanks part lines in their middle; in most texts they part hardly any."""
    gaps = (match.span() for match in _BLANKS.finditer(text))
    parted = sum(
        not text[start - 1 : start].isspace() and end - text.rfind("\n", 0, start) > _SIDE // 2
        for start, end in gaps
    )
    return parted >= max(_LEAST, _PARTED * text.count("\n"))


class _Halves(NamedTuple):
    """What a line prints left and right of the gap; `over`: words of one half stand in the gap."""

    left: str
    right: str
    over: bool = False


def _edge(page: Sequence[str]) -> int:
    """Return the column at which most right halves of lines begin, 0 where there are no halves."""
    width = max(map(_width, page), default=0)
    low, high = (share * width for share in _MIDDLE)
    starts = Counter(_width(line[: gap.end()]) for line in page for gap in _GAP.finditer(line))
    inner = {column: count for column, count in starts.items() if low <= column <= high}
    best = max(inner, key=lambda column: (inner[column], -column), default=0)
    return best if inner.get(best, 0) >= _LEAST // 2 else 0


def _bands(page: Sequence[str], edge: int) -> Iterator[list[_Halves]]:
    """Yield the lines of a page: what stands over both columns line by line, else together."""
    halves = [_halves(line, edge) for line in page]
    for over, band in groupby(halves, key=attrgetter("over")):
        if over:
            yield from ([half] for half in band)
        else:
            yield list(band)


def _halves(line: str, edge: int) -> _Halves:
    """Return a line cut at a column; a wide character takes two."""
    if line.isascii():
        cut = edge
    else:
        reached = accumulate(2 if _WIDE.match(sign) else 1 for sign in line)
        short = len(line) + max(edge - _width(line), 0)
        cut = next((at for at, column in enumerate(reached) if column > edge), short)
    if line[max(cut - 2, 0) : cut].strip():
        return _Halves(line, "", over=True)
    return _Halves(line[:cut].rstrip(), line[cut:])


def _run(bands: Sequence[Sequence[_Halves]]) -> bool:
    """Say whether stretches of lines are running text in two columns, and no table."""
    lines = [half for band in bands for half in band if half.left or half.right]
    beside = [half for half in lines if half.left and half.right]
    if len(beside) < max(_LEAST, _SHARE * len(lines)):
        return False
    if not (_goes_on([half.left for half in beside]) and _goes_on([half.right for half in beside])):
        return False
    left = [_starts([half.left for half in band]) for band in bands]
    right = [_starts([half.right for half in band]) for band in bands]
    together = sum(len(one & other) for one, other in zip(left, right, strict=True))
    return together <= _TOGETHER * min(sum(map(len, left)), sum(map(len, right)))


def _goes_on(lines: Sequence[str]) -> bool:
    """Say whether lines fill a column and go on with each other, in small letters if there are."""
    widths = list(map(_width, lines))
    if median(widths) < _SIDE:
        return False
    first = [sign for line in lines if (sign := line.lstrip()[:1]).isalpha()]
    cased = [sign for sign in first if sign.lower() != sign.upper()]
    if len(cased) > len(first) / 2:
        return sum(map(str.islower, cased)) >= _SMALL * len(lines)
    return median(widths) >= _FILLED * max(widths)


def _starts(column: Sequence[str]) -> set[int]:
    """Return which lines of a column open a paragraph: below an empty line, or an ended one."""
    return {
        index
        for index, (above, line) in enumerate(pairwise(column), 1)
        if line and (not above or above.endswith(_ENDED))
    }


def _read(band: Sequence[_Halves], end: str) -> Iterator[str]:
    """Yield the lines of a stretch in the order they are read in.

    end: what the first line of a second column begins with
    """
    yield from (half.left for half in band)
    if any(half.right for half in band):
        yield end + band[0].right
        yield from (half.right for half in band[1:])


def _width(line: str) -> int:
    """Return how many columns a line takes."""
    return len(line) if line.isascii() else len(line) + len(_WIDE.findall(line))
