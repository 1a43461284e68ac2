"""The text of a line in which paragraphs run on, and the lines that are cut out of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from an2un.parse.folded_pages import Foot
from an2un.source import Line, Place, Span

_LINE_END = re.compile(r"[\r\n]+")
_BLANKS = str.maketrans("\r\n", "  ")


def unbroken(text: str) -> str:
    """Return a text with blanks for its line ends, as long as before."""
    return text.translate(_BLANKS)


class Cut(NamedTuple):
    """Where a line starts inside another: how many pages on, and what the source tells of it."""

    at: int
    page: int
    opens: bool | None
    place: Place = ""


class Words:
    """The text of a line without the ends of pages in it, and the way back into the line."""

    def __init__(self, text: str, feet: Sequence[Foot]) -> None:
        self._feet = feet
        ends = [Span(0, 0), *(foot.span for foot in feet), Span(len(text), len(text))]
        kept = [(above.end, text[above.end : below.start]) for above, below in pairwise(ends)]
        self._starts: list[int] = []
        self._shifts: list[int] = []
        parts: list[str] = []
        length = 0
        for start, words in kept:
            begin = start + len(words) - len(words.lstrip()) if parts else start
            parts.append(words[begin - start :])
            self._starts.append(length)
            self._shifts.append(begin - length)
            length += len(parts[-1])
        self.text = "".join(parts)

    def cuts(self, starts: Sequence[int]) -> list[Cut]:
        """Return where lines start.

        starts: where paragraphs start in the text without the ends of pages.
        """
        cuts = {}
        for page, foot in enumerate(self._feet):
            cuts.update({at: Cut(at, page, None, place) for at, place in foot.lines})
            cuts[foot.span.end] = Cut(foot.span.end, page + 1, False)
        ends = [foot.span.end for foot in self._feet]
        for start in starts:
            at = start + self._shifts[bisect_right(self._starts, start) - 1]
            cuts[at] = Cut(at, bisect_right(ends, at), True)
        return sorted(cuts.values())


def cut(line: Line, cuts: Sequence[Cut], text: str) -> Iterator[Line]:
    """Yield a line in pieces, also at line ends inside it; cuts count from its start."""
    begin, end = line.span
    bounds = [Cut(0, 0, line.opens), *(cut for cut in cuts if cut.at)]
    bounds = [*_broken(bounds, text[begin:end]), Cut(end - begin, 0, None)]
    for here, after in pairwise(bounds):
        printed = text[begin + here.at : begin + after.at]
        start = begin + here.at + len(printed) - len(printed.lstrip())
        span = Span(start, start + len(printed.strip()))
        if span.start == span.end:
            continue
        styles = tuple(style for style in line.styles if start <= style.span.start < span.end)
        piece = line._replace(span=span, styles=styles, page=line.page + here.page)
        if here.at:
            piece = piece._replace(indent=0.0, gap=0.0, opens=here.opens, place=here.place)
        yield piece


def _broken(cuts: Sequence[Cut], text: str) -> list[Cut]:
    """Return the cuts of a line with those at the line ends in it, where what is above goes on."""
    starts = [cut.at for cut in cuts]
    ends = {match.end() for match in _LINE_END.finditer(text)} - set(starts)
    above = ((at, cuts[bisect_right(starts, at) - 1]) for at in ends)
    broken = (cut._replace(at=at, opens=None if cut.place else False) for at, cut in above)
    return sorted([*cuts, *broken])
