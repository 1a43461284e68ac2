"""Where elements begin in the file: line and column, both from 1, columns in characters.

libxml2 knows lines only, those where start tags end; editors and reviewers need the place where
they begin. One pass of a tokenizer over the text gives all of them in document order.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from lxml import etree

from an2un.check.elements import Element, line_of

# Comments, CDATA, processing instructions and end tags are passed over; what is left is a start
# tag. The alternatives never overlap, so the scan is linear in the length of the text.
_TOKEN = re.compile(
    r"<(?:!--.*?-->|!\[CDATA\[.*?\]\]>|\?.*?\?>|![^>]*>|/[^>]*>"
    r"|(?P<start>[^\s!?/>][^>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^>\"']*)*>))",
    re.DOTALL,
)
_NAME = re.compile(r"[\s/>]")


class Place(NamedTuple):
    """Line and column of a character, both from 1."""

    line: int
    column: int


class Positions:
    """The places of the elements of one file.

    few  no more than a handful will be asked for: each is then looked for in its own line, and the
         whole text is scanned only where a line leaves a doubt
    """

    def __init__(self, text: str, root: Element, few: bool = False) -> None:
        self._text = text
        self._root = root
        self._few = few
        self._lines: list[str] = []
        self._starts: dict[Element, int] | None = None
        self._ends: list[int] = []

    def of(self, element: Element) -> Place:
        """Return where the start tag of an element begins."""
        place = self._in_its_line(element) if self._few else None
        if place is not None:
            return place
        if self._starts is None:
            self._starts = self._scan()
        offset = self._starts.get(element)
        if offset is None:
            return Place(line_of(element), 0)
        return self.at(offset)

    def at(self, offset: int) -> Place:
        """Return line and column of an offset into the text."""
        if not self._ends:
            self._ends = [0, *accumulate(len(line) + 1 for line in self._text.split("\n"))]
        line = bisect_right(self._ends, offset)
        return Place(line, offset - self._ends[line - 1] + 1)

    def _in_its_line(self, element: Element) -> Place | None:
        """Look for an element in the line where, says libxml2, its start tag ends.

        There is no doubt if the line holds as many whole start tags of its name as elements.
        """
        if not self._lines:
            self._lines = self._text.split("\n")
        number = line_of(element)
        if not 0 < number <= len(self._lines) or "<!" in self._lines[number - 1]:
            return None
        same = [e for e in self._root.iter(element.tag) if line_of(e) == number]
        name = etree.QName(element).localname
        name = f"{element.prefix}:{name}" if element.prefix else name
        line = self._lines[number - 1]
        tags = [
            m for m in _TOKEN.finditer(line) if m["start"] and _NAME.split(m["start"])[0] == name
        ]
        if len(tags) != len(same):
            return None
        return Place(number, tags[same.index(element)].start() + 1)

    def _scan(self) -> dict[Element, int]:
        """Return where the start tags begin."""
        elements = list(self._root.iter(etree.Element))
        starts = _plain_starts(self._text)
        if len(starts) != len(elements):
            starts = [start for start, _ in _spans(self._text)]
        if len(starts) != len(elements):
            return {}
        return dict(zip(elements, starts, strict=True))


def _plain_starts(text: str) -> list[int]:
    """Return where start tags begin in a text without comments and the like; else too many."""
    pieces = text.split("<")
    ends = accumulate(len(piece) + 1 for piece in pieces)
    return [end - 1 for end, piece in zip(ends, pieces[1:], strict=False) if piece[:1] not in "/?"]


def _spans(text: str) -> list[tuple[int, int]]:
    """Return where start tags begin and end."""
    return [match.span() for match in _TOKEN.finditer(text) if match["start"]]


def start_tags(text: str, root: Element) -> dict[Element, tuple[int, int]]:
    """Return where the start tag of each element begins and ends, as offsets into the text.

    The start tags of the text are those of the tree, both in document order; where they are not as
    many (entities made elements) nothing is returned.
    """
    spans = _spans(text)
    elements = list(root.iter(etree.Element))
    if len(spans) != len(elements):
        return {}
    return dict(zip(elements, spans, strict=True))
