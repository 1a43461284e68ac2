"""PDF to Source: the printed lines of its pages, as the eye sees them.

file        bytes -> pages: glyphs, rules, links; pdfium is used here and in glyphs alone
glyphs      an open page -> its glyphs with place and font
rows        glyphs of a page -> rows: what stands on one line, raised and sunk characters included
letters     glyphs of a row -> letters from left to right; readers.direction reads them
columns     rows -> which gaps part cells and columns
grids       lines -> rows of tables, whose cells run over several lines
printed     a page -> lines of text with their styles and measures
places      rows of all pages -> head, foot, notes
transcript  rows -> Source
"""

from __future__ import annotations

from an2un.diagnostics import Report
from an2un.readers.pdf.file import pages
from an2un.readers.pdf.places import placed
from an2un.readers.pdf.printed import Printed, printed
from an2un.readers.pdf.transcript import transcript
from an2un.source import ReadError, Source

__all__ = ["read"]


def read(data: bytes, name: str, report: Report) -> Source:
    """Return the printed lines of a PDF as a Source; the text is a transcript made here.

    Pages are read one at a time; what is kept of each is its text. A page that cannot be read is
    reported (AU006). Raises ReadError for a file that is no PDF, is damaged beyond repair, needs a
    password, has no page, or holds no text (pictures of pages: it has to be recognized first), and
    where the extra `pdf` is not installed.
    """
    found: list[Printed] = []
    count = 0
    for page in pages(data, name, report):
        count += 1
        found.append(printed(page))
    if not any(page.lines for page in found):
        raise ReadError(
            f"{name}: this PDF holds no text, only pictures of its {count} pages; "
            "let a program for text recognition (OCR) add the text first"
        )
    return transcript(placed(found), name)
