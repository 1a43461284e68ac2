"""PDF to Source: the printed lines of its pages, as the eye sees them.

file        bytes -> pages: glyphs, rules, links; pdfium is used here and in glyphs alone
frame       which way the lines of a page run, and what of its sheet is shown
glyphs      an open page -> its glyphs with place and font
faces       how runs of them are set
advances    where characters begin and end
naming      what characters are where fonts do not say
rows        glyphs of a page -> rows: what stands on one line, raised and sunk characters included
stories     rows of a page -> those of each column of text
letters     glyphs of a row -> letters from left to right; readers.direction reads them
columns     rows -> which gaps part cells and columns
grids       lines -> rows of tables, whose cells run over several lines
printed     a page -> lines of text with their styles and measures
places      lines of all pages -> head, foot, notes
heads       running heads and feet
browsers    what browsers print above and below pages
transcript  rows -> Source
"""

from __future__ import annotations

from collections.abc import Sequence

from an2un.codes import UNNAMED_CHARACTERS, UNREADABLE_PAGE
from an2un.diagnostics import Diagnostic, Report
from an2un.readers.pdf.file import pages
from an2un.readers.pdf.naming import UNNAMED
from an2un.readers.pdf.places import placed
from an2un.readers.pdf.printed import Printed, printed
from an2un.readers.pdf.transcript import transcript
from an2un.source import ReadError, Source

__all__ = ["read"]


def read(data: bytes, name: str, report: Report) -> Source:
    """Return the printed lines of a PDF as a Source; the text is a transcript made here.

    Pages are read one at a time; what is kept of each is its text. A page that cannot be read, or
    is a picture among others, is reported (AU006), and characters that no font names (AU010).
    Raises ReadError for a file that is no PDF, is damaged beyond repair, needs a password, has no
    page, or holds no text (pictures of pages: it has to be recognized first), and where the extra
    `pdf` is not installed.
    """
    found: list[Printed] = []
    pictures: list[int] = []
    count = printed_glyphs = unnamed = 0
    for page in pages(data, name, report):
        found.extend(printed(page))
        count += 1
        printed_glyphs += len(page.glyphs)
        unnamed += "".join([glyph.text for glyph in page.glyphs]).count(UNNAMED)
        if page.is_picture:
            pictures.append(page.number)
    if not any(page.lines for page in found):
        raise ReadError(
            f"{name}: this PDF holds no text, only pictures of its {count} pages; {_OCR}"
        )
    if unnamed > _MOST_UNNAMED * printed_glyphs:
        raise ReadError(
            f"{name}: the fonts of this PDF do not say which characters they print; {_OCR}"
        )
    _tell(pictures, unnamed, report)
    return transcript(placed(found), name)


_OCR = "let a program for text recognition (OCR) add the text first"
_MOST_UNNAMED = 0.25  # share of the characters beyond which what is left is no text


def _tell(pictures: Sequence[int], unnamed: int, report: Report) -> None:
    """Report pages without text, and characters without names."""
    for number in pictures:
        message = f"page {number} of the PDF is a picture without text and was left out"
        report(Diagnostic(UNREADABLE_PAGE, message, hint=_OCR))
    if unnamed:
        message = f"fonts of the PDF do not say which characters they print in {unnamed} places"
        report(Diagnostic(UNNAMED_CHARACTERS, message, hint=_OCR))
