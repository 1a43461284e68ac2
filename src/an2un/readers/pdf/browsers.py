"""What browsers print above and below the pages of the web: title, address, time, page of pages.

They print it on every page, the first one too, in a margin of its own; which side has which differs
from one to the other. That a page was printed so, its address tells with the page of how many.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from an2un.readers.pdf.printed import Printed, PrintedLine
from an2un.source import Place

_OUTER = 3  # lines at either end of a page among which they stand
_ADDRESS = re.compile(r"(?<!\S)[a-z][a-z-]{2,20}://\S+")
_TIME = re.compile(r"(?<!\d)\d{1,2}[:.]\d{2}(?!\d)")
_NUMBER = re.compile(r"\d+")
_LONGEST = 40  # characters of a time with its date, or of a page of pages


class Margins(NamedTuple):
    """Heights of the page, in points, at and beyond which a browser has printed.

    One of them may be empty.
    """

    top: float = float("inf")
    bottom: float = float("-inf")


class _Said(NamedTuple):
    """What an outer line says that browsers print."""

    line: PrintedLine
    has_address: bool
    has_count: bool
    has_time: bool

    @property
    def is_told(self) -> bool:
        """Whether it stands beside something else, as it does where a browser printed it."""
        return self.has_time or (self.has_address and self.has_count) or "\t" in self.line.text


def margins(pages: Sequence[Printed]) -> Margins | None:
    """Return the margins of a browser on the pages of a file, the same on all of them.

    None: no browser printed them.
    """
    lines = [line for page in pages if page.number == 1 for line in page.lines]
    lines.sort(key=lambda line: -line.base)
    count = [1, pages[-1].number] if pages else []
    above = [_said(line, count) for line in lines[:_OUTER]]
    below = [_said(line, count) for line in lines[_OUTER:][-_OUTER:]]
    told = [said for said in (*above, *below) if said.is_told]
    if not any(said.has_address for said in told) or not any(said.has_count for said in told):
        return None
    high = [said.line for said in above if said.is_told and any(said[1:])]
    low = [said.line for said in below if said.is_told and any(said[1:])]
    found = Margins()
    if high:
        found = found._replace(top=high[0].base - high[0].size / 2)
    if low:
        found = found._replace(bottom=low[-1].base + low[-1].size / 2)
    return found


def _said(line: PrintedLine, count: Sequence[int]) -> _Said:
    """Return what a line says; count: the number of its page and of all pages."""
    rest = _ADDRESS.sub("\t", line.text)
    cells = [cell for cell in rest.split("\t") if len(cell) <= _LONGEST]
    numbers = [list(map(int, _NUMBER.findall(cell))) for cell in cells]
    timed = any(
        _TIME.search(cell) and len(found) > len(("hour", "minute"))
        for cell, found in zip(cells, numbers, strict=True)
    )
    return _Said(line, rest != line.text, count in numbers, timed)


def between(page: Printed, browser: Margins) -> list[PrintedLine]:
    """Return the lines of a page with those marked that a browser printed in its margins."""
    found = []
    for line in page.lines:
        place: Place = line.place
        if line.base >= browser.top:
            place = "head"
        elif line.base <= browser.bottom:
            place = "foot"
        found.append(line._replace(place=place))
    return found
