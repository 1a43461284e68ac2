"""Saved pages of the web to Source: the document they show, without what leads to other pages.

The text comes in the order of the page; notes stand behind it, each with its mark; navigation and
what the page hides stand at the end, for the ledger.
"""

from __future__ import annotations

from an2un.diagnostics import Report
from an2un.readers import flow
from an2un.readers.html.encoding import characters
from an2un.readers.html.page import parsed
from an2un.readers.html.saved import page_of
from an2un.readers.html.walk import Walker
from an2un.readers.text import report_illegal
from an2un.source import ReadError, Source

MEDIA_TYPE = "text/html"


def read(data: bytes, name: str, report: Report) -> Source:
    """Return what a page of the web shows; `name` is what messages call it.

    Bytes are those of the page, or of a message that it was saved in (MHTML).
    Raises ReadError for bytes that are no text, and for a page that shows none.
    """
    page, label = page_of(data, name)
    root = parsed(characters(page, name, report, label), name)
    source = flow.source_of(Walker(root).blocks(), name, MEDIA_TYPE)
    if not any(line.place == "" for line in source.lines):
        raise ReadError(f"{name}: the page holds no text")
    report_illegal(source.text, report)
    return source
