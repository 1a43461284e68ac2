"""Where elements begin in the file: line and column, both from 1, columns in characters.

libxml2 knows lines only, those where start tags end; editors and reviewers need the place where
they begin. One pass of a tokenizer over the text gives all of them in document order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

from lxml import etree

from an2un.check.elements import Element, line_of
from an2un.check.loading import Place, decoded, encoding_of

# Comments, CDATA, processing instructions and end tags are passed over; what is left is a start
# tag. The alternatives never overlap, so the scan is linear in the length of the text.
_TOKEN = re.compile(
    r"<(?:!--.*?-->|!\[CDATA\[.*?\]\]>|\?.*?\?>|![^>]*>|/[^>]*>"
    r"|(?P<start>[^\s!?/>][^>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^>\"']*)*>))",
    re.DOTALL,
)
# The same in a text without comments and the like.
_START = re.compile(rb"<[^/!?]")


class Positions:
    """The places of the elements of one file, told one after the other.

    data      the file
    elements  all its elements in document order
    """

    def __init__(self, data: bytes, elements: Sequence[Element]) -> None:
        plain = encoding_of(data) == "utf-8"
        self._data = data if plain else decoded(data).encode("utf-8", "surrogatepass")
        starts = [match.start() for match in _START.finditer(self._data)]
        if len(starts) != len(elements):
            starts = _starts(self._data)
        known = len(starts) == len(elements)  # else entities made elements
        self._starts = dict(zip(elements, starts, strict=True)) if known else {}
        self._seen, self._last = 0, Place(1, 1)

    def start(self, element: Element) -> int:
        """Return how many bytes stand before an element, -1 where that is unknown."""
        return self._starts.get(element, -1)

    def of(self, element: Element) -> Place:
        """Return where the start tag of an element begins; soonest for those behind the last."""
        offset = self.start(element)
        if offset < 0:
            return Place(line_of(element), 0)
        if offset < self._seen:
            self._seen, self._last = 0, Place(1, 1)
        passed = self._data[self._seen : offset].decode("utf-8", "surrogatepass")
        line, column = self._last
        lines, behind = passed.count("\n"), len(passed) - passed.rfind("\n") - 1
        self._seen = offset
        self._last = Place(line + lines, behind + 1 if lines else column + behind)
        return self._last


def _starts(data: bytes) -> list[int]:
    """Return how many bytes stand before each start tag."""
    text = data.decode("utf-8", "surrogatepass")
    ends = [0, *(start for start, _ in _spans(text))]
    pieces = (text[begin:end].encode("utf-8", "surrogatepass") for begin, end in pairwise(ends))
    return list(accumulate(map(len, pieces)))


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
