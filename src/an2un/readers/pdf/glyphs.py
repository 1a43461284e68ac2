"""The glyphs of a page by pdfium, with the place and the font of each."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, compress, groupby, repeat
from math import hypot
from typing import Any, NamedTuple

from an2un.readers.pdf import naming


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


def glyphs(raw: Any, page: Any, text: Any) -> Iterator[Glyph]:
    """Return the glyphs of an open page in the order of the file, the blanks set alone last.

    raw  pdfium's functions; page and text are its handles
    """
    found = _Characters(raw, page, text)
    return chain(found.printed(), found.blanks())


class _Face(NamedTuple):
    """A typeface; its name in small letters."""

    italic: bool = False
    bold: bool = False
    name: str = ""


class _Calls(NamedTuple):
    """What is asked of every character, by the address of the page's text and its index.

    object_of  the address of the object that it is part of; None: pdfium made the character up
    code       its code point
    box        whether it has a place, which is written to the address given
    """

    object_of: Callable[[int | None, int], int | None]
    code: Callable[[int | None, int], int]
    box: Callable[[int | None, int, int], int]


def _calls(raw: Any) -> _Calls:
    """Return functions of pdfium that take bare addresses: nothing is wrapped on the way."""
    address, number = ctypes.c_void_p, ctypes.c_int

    def bare(function: Any, *kinds: Any) -> Any:
        return ctypes.CFUNCTYPE(*kinds)(ctypes.cast(function, address).value or 0)

    return _Calls(
        bare(raw.FPDFText_GetTextObject, address, address, number),
        bare(raw.FPDFText_GetUnicode, ctypes.c_uint, address, number),
        bare(raw.FPDFText_GetLooseCharBox, number, address, number, address),
    )


class _Characters:
    """The characters of one open page, and the places that pdfium writes its answers to."""

    def __init__(self, raw: Any, page: Any, text: Any) -> None:
        self.raw, self.page, self.text = raw, page, text
        self._fonts: dict[int, _Face] = {}
        self._faces: dict[int, int] = {}  # the key of the font of each text object
        self._name = ctypes.create_string_buffer(128)

    def printed(self) -> Iterator[Glyph]:
        """Return the glyphs that are printed; those that pdfium makes up have no object.

        pdfium is asked for one character at a time, so each question goes through the whole page
        in one sweep: of all the time that reading takes, most is spent on these.
        """
        calls, handle = _calls(self.raw), ctypes.cast(self.text, ctypes.c_void_p).value
        every = range(self.raw.FPDFText_CountChars(self.text))
        boxes = (ctypes.c_float * (4 * len(every)))()  # of each left, top, right, bottom
        places = range(ctypes.addressof(boxes), ctypes.addressof(boxes) + ctypes.sizeof(boxes), 16)
        objects = list(map(calls.object_of, repeat(handle), every))
        boxed = list(map(calls.box, repeat(handle), every, places))
        edges = memoryview(boxes).cast("B").cast("f").tolist()
        fonts = self._fonts_of(objects)
        codes = list(map(calls.code, repeat(handle), every))
        if not _READ_AS.keys().isdisjoint(codes):
            codes = [_READ_AS.get(code, code) for code in codes]
        texts = self._named(codes, objects) if naming.has_odd(codes) else map(chr, codes)
        shown = [has_box and address for has_box, address in zip(boxed, objects, strict=True)]
        found = compress(zip(texts, edges[::4], edges[2::4], fonts, strict=True), shown)
        return map(_made, repeat(Glyph), found)

    def _named(self, codes: Sequence[int], objects: list[int | None]) -> list[str]:
        """Return the characters of a page on which fonts leave some unnamed.

        What is no glyph is part of no object any more.
        """
        raw = self.raw

        def is_named(index: int) -> bool:
            return not raw.FPDFText_HasUnicodeMapError(self.text, index)

        def is_made(index: int) -> bool:  # blanks that pdfium puts where a gap is wide
            return codes[index] == ord(" ") and raw.FPDFText_IsGenerated(self.text, index) == 1

        faces = [
            0 if is_made(index) else self._faces.get(address or 0, 0)
            for index, address in enumerate(objects)
        ]
        names = {key: face.name for key, face in self._fonts.items()}
        texts = list(naming.Page(codes, faces, names, is_named).characters())
        objects[:] = [
            address if text else None for address, text in zip(objects, texts, strict=True)
        ]
        return texts

    def _fonts_of(self, objects: Sequence[int | None]) -> list[Font]:
        """Return the font of each character by the objects that they are part of."""
        fonts: list[Font] = []
        last, font, at = 0, Font(0, 0), 0
        for address, run in groupby(objects):
            length = len(list(run))
            if address and address != last:
                last, font = address, self._font(at, address)
            fonts += [font] * length
            at += length
        return fonts

    def blanks(self) -> Iterator[Glyph]:
        """Yield the blanks that the file sets as pieces of their own, which pdfium leaves out.

        Without them words would run together where a line is set tight.
        """
        raw = self.raw
        matrix, size = raw.FS_MATRIX(), ctypes.c_float()
        edges = [ctypes.c_float() for _ in range(4)]
        left, _, right, _ = edges
        for index in range(raw.FPDFPage_CountObjects(self.page)):
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
        face = self._face(address)
        upright = matrix.a > 0 and abs(matrix.b) < _TILT * matrix.a
        slanted = upright and abs(matrix.c) > _SLANT * abs(matrix.d)
        return Font(y.value, size, face.italic or slanted, face.bold, upright)

    def _face(self, address: int) -> _Face:
        """Return the typeface of a text object."""
        raw = self.raw
        run = ctypes.cast(address, raw.FPDF_PAGEOBJECT)
        font = raw.FPDFTextObj_GetFont(run)
        if not font:
            return _Face()
        key = self._faces[address] = ctypes.cast(font, ctypes.c_void_p).value or 0
        if key not in self._fonts:
            raw.FPDFFont_GetBaseFontName(font, self._name, len(self._name))
            name = self._name.value.lower()
            angle = ctypes.c_int()
            raw.FPDFFont_GetItalicAngle(font, angle)
            flags = raw.FPDFFont_GetFlags(font)
            italic = b"italic" in name or b"oblique" in name or angle.value != 0
            bold = b"bold" in name or b"black" in name or b"heavy" in name
            self._fonts[key] = _Face(
                italic or bool(flags & _ITALIC),
                bold or bool(flags & _BOLD),
                name.decode("latin-1"),
            )
        return self._fonts[key]


_made: Any = tuple.__new__  # what the class calls in the end
_ITALIC, _BOLD = 1 << 6, 1 << 18  # flags of a font descriptor (ISO 32000-1, table 123)
_TILT = 0.02  # tangent of the angle to the line beyond which a run is no part of it
_SLANT = 0.1  # tangent of the angle beyond which upright type is set as italics
_READ_AS = dict.fromkeys((0xFFFE, 0x02), ord("-"))  # pdfium's marks of a hyphen at a line's end
