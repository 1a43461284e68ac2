"""A PDF file by pdfium: page after page its glyphs, drawn rules and links."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from math import hypot
from typing import Any, NamedTuple

from an2un.codes import UNREADABLE_PAGE
from an2un.diagnostics import Diagnostic, Report
from an2un.source import ReadError

MOST_GLYPHS = 500_000  # on one page; a dense page of print has 8,000
MOST_OBJECTS = 200_000  # drawn on one page


class Font(NamedTuple):
    """How a run of glyphs is set.

    base     height of its baseline above the foot of the page, in points
    size     in points, as printed
    upright  whether it runs along the lines of the page
    raised   whether it stands above the line it belongs to; told when lines are known
    """

    base: float
    size: float
    italic: bool = False
    bold: bool = False
    upright: bool = True
    raised: bool = False


class Glyph(NamedTuple):
    """One printed character (a ligature is several of the same place), its advance in points."""

    text: str
    left: float
    right: float
    font: Font


class Box(NamedTuple):
    """A rectangle of the page in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


class Leaf(NamedTuple):
    """What is printed on one page.

    glyphs   in the order of the file
    rules    thin horizontal strokes
    links    areas that lead to an address, with it
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph]
    rules: list[Box]
    links: list[tuple[Box, str]]


def pages(data: bytes, name: str, report: Report) -> Iterator[Leaf]:
    """Yield the pages of a PDF, each closed before the next is opened.

    Raises ReadError for a file that cannot be opened, and for a page beyond all measure.
    """
    raw = _library(name)
    document = _opened(raw, data, name)
    try:
        count = raw.FPDF_GetPageCount(document)
        if count < 1:
            raise ReadError(f"{name}: this PDF has no pages")
        unread = 0
        for index in range(count):
            page = raw.FPDF_LoadPage(document, index)
            text = raw.FPDFText_LoadPage(page) if page else None
            if not text:
                unread += 1
                _told(index + 1, report)
                continue
            try:
                yield _Page(raw, document, page, text).leaf(index + 1, name)
            finally:
                raw.FPDFText_ClosePage(text)
                raw.FPDF_ClosePage(page)
        if unread == count:
            raise ReadError(f"{name}: this PDF is damaged: none of its {count} pages can be read")
    finally:
        raw.FPDF_CloseDocument(document)


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


def _told(number: int, report: Report) -> None:
    report(
        Diagnostic(
            UNREADABLE_PAGE,
            f"page {number} of the PDF is damaged and was left out",
            hint="open the file with another program and save it anew",
        )
    )


class _Page:
    """One open page, and the places that pdfium writes its answers to."""

    def __init__(self, raw: Any, document: Any, page: Any, text: Any) -> None:
        self.raw, self.document, self.page, self.text = raw, document, page, text
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._name = ctypes.create_string_buffer(128)

    def leaf(self, number: int, name: str) -> Leaf:
        raw = self.raw
        objects = raw.FPDFPage_CountObjects(self.page)
        if raw.FPDFText_CountChars(self.text) > MOST_GLYPHS or objects > MOST_OBJECTS:
            raise ReadError(f"{name}: page {number} holds more than any page of print could")
        return Leaf(
            number,
            raw.FPDF_GetPageWidthF(self.page),
            raw.FPDF_GetPageHeightF(self.page),
            [*self._glyphs(), *self._blanks(objects)],
            list(self._rules(objects)),
            list(self._links()),
        )

    # ------------------------------------------------------------------------------------- glyphs

    def _glyphs(self) -> Iterator[Glyph]:
        """Yield the glyphs that are printed; those that pdfium makes up have no object."""
        raw, text = self.raw, self.text
        unicode, loose = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
        object_of = _addresses(raw.FPDFText_GetTextObject)
        handle = ctypes.cast(text, ctypes.c_void_p)
        box = raw.FS_RECTF()
        last, font = 0, Font(0, 0)
        for index in range(raw.FPDFText_CountChars(text)):
            address = object_of(handle, index)
            if not address:
                continue
            if address != last:
                last, font = address, self._font(index, address)
            if not loose(text, index, box):
                continue
            code = unicode(text, index)
            character = _READ_AS.get(code) or chr(code)
            yield Glyph(character, box.left, box.right, font)

    def _blanks(self, objects: int) -> Iterator[Glyph]:
        """Yield the blanks that the file sets as pieces of their own, which pdfium leaves out.

        Without them words would run together where a line is set tight.
        """
        raw = self.raw
        matrix, size = raw.FS_MATRIX(), ctypes.c_float()
        edges = [ctypes.c_float() for _ in range(4)]
        left, _, right, _ = edges
        for index in range(objects):
            drawn = raw.FPDFPage_GetObject(self.page, index)
            if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_TEXT:
                continue
            if raw.FPDFPageObj_GetBounds(drawn, *edges) and left.value == right.value:
                raw.FPDFPageObj_GetMatrix(drawn, matrix)
                raw.FPDFTextObj_GetFontSize(drawn, size)
                yield Glyph(" ", left.value, left.value, Font(matrix.f, abs(size.value) or 1.0))

    def _font(self, index: int, address: int) -> Font:
        """Return how the run is set that begins with a glyph."""
        raw = self.raw
        matrix, x, y = raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetMatrix(self.text, index, matrix)
        raw.FPDFText_GetCharOrigin(self.text, index, x, y)
        scale = hypot(matrix.c, matrix.d) or 1.0
        size = abs(raw.FPDFText_GetFontSize(self.text, index) * scale)
        italic, bold = self._face(address)
        upright = matrix.a > 0 and abs(matrix.b) < _TILT * matrix.a
        slanted = upright and abs(matrix.c) > _SLANT * abs(matrix.d)
        return Font(y.value, size, italic or slanted, bold, upright)

    def _face(self, address: int) -> tuple[bool, bool]:
        """Return whether the typeface of a text object is italic, and whether it is bold."""
        raw = self.raw
        run = ctypes.cast(address, raw.FPDF_PAGEOBJECT)
        font = raw.FPDFTextObj_GetFont(run)
        if not font:
            return False, False
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        if key not in self._fonts:
            raw.FPDFFont_GetBaseFontName(font, self._name, len(self._name))
            name = self._name.value.lower()
            angle = ctypes.c_int()
            raw.FPDFFont_GetItalicAngle(font, angle)
            flags = raw.FPDFFont_GetFlags(font)
            italic = b"italic" in name or b"oblique" in name or angle.value != 0
            bold = b"bold" in name or b"black" in name or b"heavy" in name
            self._fonts[key] = (italic or bool(flags & _ITALIC), bold or bool(flags & _BOLD))
        return self._fonts[key]

    # ------------------------------------------------------------------------------ rules, links

    def _rules(self, objects: int) -> Iterator[Box]:
        """Yield the strokes that are long and thin, those that touch as one."""
        raw = self.raw
        edges = [ctypes.c_float() for _ in range(4)]
        found = []
        for index in range(objects):
            drawn = raw.FPDFPage_GetObject(self.page, index)
            if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_PATH:
                continue
            if raw.FPDFPageObj_GetBounds(drawn, *edges):
                box = Box(*(edge.value for edge in edges))
                if box.top - box.bottom <= _THIN:
                    found.append(box)
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


def _addresses(function: Any) -> Callable[[Any, int], int]:
    """Return a function of pdfium that yields a handle as one that yields its address."""
    place = ctypes.cast(function, ctypes.c_void_p).value or 0
    kind = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
    made: Callable[[Any, int], int] = kind(place)
    return made


_ITALIC, _BOLD = 1 << 6, 1 << 18  # flags of a font descriptor (ISO 32000-1, table 123)
_TILT = 0.02  # tangent of the angle to the line beyond which a run is no part of it
_SLANT = 0.1  # tangent of the angle beyond which upright type is set as italics
_THIN = 2.0  # points
_LONG = 20.0  # points
_LONGEST_ADDRESS = 4096
# pdfium's marks for a hyphen at a line's end, and for what a font does not name
_READ_AS = {0xFFFE: "-", 0x02: "-", 0x00: "\ufffd"}
