"""Where elements begin in the file: line and column, both from 1, columns in characters.

libxml2 knows lines only, those where start tags end; editors and reviewers need the place where
they begin. One pass of a tokenizer over the text gives all of them in document order.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from lxml import etree

from an2un.check.index import Element

# Comments, CDATA, processing instructions and end tags are passed over; what is left is a start
# tag. The alternatives never overlap, so the scan is linear in the length of the text.
_TOKEN = re.compile(
    r"<(?:!--.*?-->|!\[CDATA\[.*?\]\]>|\?.*?\?>|![^>]*>|/[^>]*>"
    r"|(?P<start>[^\s!?/>][^>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^>\"']*)*>))",
    re.DOTALL,
)


class Place(NamedTuple):
    """Line and column of a character, both from 1."""

    line: int
    column: int


class Positions:
    """The places of all elements of one file."""

    def __init__(self, text: str, root: Element) -> None:
        self._text = text
        self._root = root
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self._starts: dict[Element, int] | None = None

    def of(self, element: Element) -> Place:
        """Return where the start tag of an element begins."""
        if self._starts is None:
            self._starts = self._scan()
        offset = self._starts.get(element)
        if offset is None:
            return Place(element.sourceline or 0, 0)
        return self.at(offset)

    def at(self, offset: int) -> Place:
        """Return line and column of an offset into the text."""
        line = bisect_right(self._lines, offset)
        return Place(line, offset - self._lines[line - 1] + 1)

    def line(self, number: int) -> str:
        """Return one line of the text, without its end; "" beyond the text."""
        if not 1 <= number <= len(self._lines):
            return ""
        start = self._lines[number - 1]
        end = self._lines[number] if number < len(self._lines) else len(self._text)
        return self._text[start:end].rstrip("\r\n")

    def _scan(self) -> dict[Element, int]:
        """Match the start tags of the text with the elements of the tree, both in order."""
        starts = [match.start() for match in _TOKEN.finditer(self._text) if match["start"]]
        elements = list(self._root.iter(etree.Element))
        if len(starts) != len(elements):  # only where entities or repairs made elements
            return {}
        return dict(zip(elements, starts, strict=True))
