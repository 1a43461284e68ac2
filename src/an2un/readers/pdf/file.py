"""A PDF file by pdfium: page after page what is printed on it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

from an2un.codes import UNREADABLE_PAGE
from an2un.diagnostics import Diagnostic, Report
from an2un.readers.pdf.frame import Box, Frame
from an2un.readers.pdf.glyphs import Glyph, glyphs
from an2un.source import ReadError

MOST_GLYPHS = 500_000  # on one page; a dense page of print has 8,000
MOST_OBJECTS = 200_000  # drawn on one page


class Leaf(NamedTuple):
    """What is printed on one page.

    glyphs      in the order of the file
    rules       thin horizontal strokes
    links       areas that lead to an address, with it
    is_picture  whether there is no glyph, and a picture that fills the page
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph]
    rules: list[Box]
    links: list[tuple[Box, str]]
    is_picture: bool = False


def pages(data: bytes, name: str, report: Report) -> Iterator[Leaf]:
    """Yield the pages of a PDF, each closed before the next is opened.

    Raises ReadError for a file that cannot be opened, and for a page beyond all measure.
    """
    raw = _library(name)
    at = unread = 0
    count = 1
    while at < count:
        document = _opened(raw, data, name)
        try:
            count = raw.FPDF_GetPageCount(document)
            if count < 1:
                raise ReadError(f"{name}: this PDF has no pages")
            for index in range(at, min(at + _AT_A_TIME, count)):
                leaf = _leaf(raw, document, index, name)
                if leaf:
                    yield leaf
                else:
                    unread += 1
                    report(_damaged(index + 1))
        finally:
            raw.FPDF_CloseDocument(document)
        at += _AT_A_TIME
    if unread == count:
        raise ReadError(f"{name}: this PDF is damaged: none of its {count} pages can be read")


# After so many pages the file is opened anew: pdfium keeps what it has parsed, fonts above all,
# until it is closed, so that memory would grow with the pages read.
_AT_A_TIME = 100


def _leaf(raw: Any, document: Any, index: int, name: str) -> Leaf | None:
    """Return what is printed on a page; None for one that is damaged."""
    page = raw.FPDF_LoadPage(document, index)
    if not page:
        return None
    text = raw.FPDFText_LoadPage(page)
    try:
        return _Page(raw, document, page, text).leaf(index + 1, name) if text else None
    finally:
        if text:
            raw.FPDFText_ClosePage(text)
        raw.FPDF_ClosePage(page)


def _library(name: str) -> Any:
    """Return pdfium's functions, initialized."""
    try:
        import pypdfium2.raw
    except ImportError as error:
        raise ReadError(
            f"{name}: this is a PDF file; install what reads it: pip install 'an2un[pdf]'"
        ) from error
    return pypdfium2.raw


def _opened(raw: Any, data: bytes, name: str) -> Any:
    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    if document:
        return document
    fault = raw.FPDF_GetLastError()
    if fault == raw.FPDF_ERR_PASSWORD:
        raise ReadError(f"{name}: this PDF needs a password; save it without one first")
    if fault == raw.FPDF_ERR_SECURITY:
        raise ReadError(f"{name}: this PDF is encrypted in a way that cannot be read")
    raise ReadError(f"{name}: this PDF is damaged and cannot be opened")


def _damaged(number: int) -> Diagnostic:
    return Diagnostic(
        UNREADABLE_PAGE,
        f"page {number} of the PDF is damaged and was left out",
        hint="open the file with another program and save it anew",
    )


class _Page:
    """One open page."""

    def __init__(self, raw: Any, document: Any, page: Any, text: Any) -> None:
        self.raw, self.document, self.page, self.text = raw, document, page, text

    def leaf(self, number: int, name: str) -> Leaf:
        raw = self.raw
        objects = raw.FPDFPage_CountObjects(self.page)
        if raw.FPDFText_CountChars(self.text) > MOST_GLYPHS or objects > MOST_OBJECTS:
            raise ReadError(f"{name}: page {number} holds more than any page of print could")
        frame, printed = glyphs(raw, self.page, self.text, self._shown())
        width, height = frame.width, frame.height
        return Leaf(
            number,
            width,
            height,
            printed,
            list(self._rules(frame)),
            [(frame.box(area), address) for area, address in self._links()],
            not printed and self._is_filled(_MOST * width * height),
        )

    def _shown(self) -> Box:
        """Return the part of the sheet that is shown."""
        raw, area = self.raw, self.raw.FS_RECTF()
        if raw.FPDF_GetPageBoundingBox(self.page, area):
            return Box(area.left, area.bottom, area.right, area.top)
        width, height = raw.FPDF_GetPageWidthF(self.page), raw.FPDF_GetPageHeightF(self.page)
        return Box(0.0, 0.0, width, height)

    def _is_filled(self, least: float) -> bool:
        """Whether a picture takes so much of the page."""
        pictures = self._drawn(self.raw.FPDF_PAGEOBJ_IMAGE)
        return any((box.right - box.left) * (box.top - box.bottom) > least for box in pictures)

    def _drawn(self, kind: int) -> Iterator[Box]:
        """Yield where the objects of a kind stand."""
        raw = self.raw
        edges = [ctypes.c_float() for _ in range(4)]
        for index in range(raw.FPDFPage_CountObjects(self.page)):
            drawn = raw.FPDFPage_GetObject(self.page, index)
            if raw.FPDFPageObj_GetType(drawn) == kind and raw.FPDFPageObj_GetBounds(drawn, *edges):
                yield Box(*(edge.value for edge in edges))

    def _rules(self, frame: Frame) -> Iterator[Box]:
        """Yield the strokes that are long and thin, those that touch as one."""
        drawn = map(frame.box, self._drawn(self.raw.FPDF_PAGEOBJ_PATH))
        found = [box for box in drawn if box.top - box.bottom <= _THIN]
        last: Box | None = None
        for box in sorted(found, key=lambda box: (-round(box.top), box.left)):
            if last and round(box.top) == round(last.top) and box.left <= last.right + _THIN:
                last = Box(last.left, last.bottom, max(last.right, box.right), last.top)
                continue
            if last and last.right - last.left >= _LONG:
                yield last
            last = box
        if last and last.right - last.left >= _LONG:
            yield last

    def _links(self) -> Iterator[tuple[Box, str]]:
        """Yield the areas of the page that lead to an address of the web."""
        raw = self.raw
        position, link, area = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
        for _ in range(MOST_OBJECTS):
            if not raw.FPDFLink_Enumerate(self.page, position, link):
                return
            address = self._address(raw.FPDFLink_GetAction(link))
            if address and raw.FPDFLink_GetAnnotRect(link, area):
                yield Box(area.left, area.bottom, area.right, area.top), address

    def _address(self, action: Any) -> str:
        raw = self.raw
        if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
            return ""
        length = raw.FPDFAction_GetURIPath(self.document, action, None, 0)
        if not 1 < length < _LONGEST_ADDRESS:
            return ""
        path = ctypes.create_string_buffer(length)
        raw.FPDFAction_GetURIPath(self.document, action, path, length)
        return path.value.decode("utf-8", "replace")


_MOST = 0.4  # share of a page that a picture of its text fills
_THIN = 2.0  # points
_LONG = 20.0  # points
_LONGEST_ADDRESS = 4096
