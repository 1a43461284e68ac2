"""Tables of a Word file: rows of cells, nested containers seen through."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from an2un.readers.docx.names import key_of

_THROUGH = frozenset(("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo"))


def rows(table: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows of a table."""
    return _through(table, "w:tr")


def cells(row: etree._Element) -> Iterator[etree._Element]:
    """Yield the cells of a row."""
    return _through(row, "w:tc")


def is_deleted(row: etree._Element) -> bool:
    """Whether a tracked change deletes a row."""
    return any(
        key_of[part.tag] == "w:del"
        for child in row
        if key_of[child.tag] == "w:trPr"
        for part in child
    )


def _through(parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
    for child in parent:
        key = key_of[child.tag]
        if key == wanted:
            yield child
        elif key in _THROUGH:
            yield from _through(child, wanted)
