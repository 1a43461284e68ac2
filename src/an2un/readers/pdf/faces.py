"""How the runs of a page are set, asked of pdfium: typeface, size, direction and slant."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from itertools import groupby
from math import hypot
from typing import Any, NamedTuple

from an2un.readers.pdf.frame import quarter_of


class Face(NamedTuple):
    """A typeface; its name in small letters."""

    italic: bool = False
    bold: bool = False
    name: str = ""


class Setting(NamedTuple):
    """How the characters `start:end` of a page are set, in the coordinates of the file.

    base     a point of their baseline
    size     in points, as printed
    quarter  quarters of a turn by which they run; None: aslant
    slant    tangent of the angle by which they lean, beyond what their typeface does
    """

    start: int
    end: int
    base: tuple[float, float]
    size: float
    quarter: int | None
    slant: float
    face: Face


class Faces:
    """The typefaces of one open page; `of_object` has the key of that of each text object."""

    def __init__(self, raw: Any, text: Any) -> None:
        self.raw, self.text = raw, text
        self.faces: dict[int, Face] = {}
        self.of_object: dict[int, int] = {}
        self._name = ctypes.create_string_buffer(128)
        self._matrix, self._x, self._y = raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()

    def settings(self, objects: Sequence[int | None]) -> Iterator[Setting]:
        """Yield how the characters are set that are parts of text objects, by their addresses.

        What pdfium made up is set as what stands before it.
        """
        last: Setting | None = None
        known = at = 0
        for address, run in groupby(objects):
            end = at + len(list(run))
            if address and address != known:
                if last:
                    yield last
                last, known = self._setting(at, end, address), address
            elif last:
                last = last._replace(end=end)
            at = end
        if last:
            yield last

    def _setting(self, start: int, end: int, address: int) -> Setting:
        raw, matrix, x, y = self.raw, self._matrix, self._x, self._y
        raw.FPDFText_GetMatrix(self.text, start, matrix)
        raw.FPDFText_GetCharOrigin(self.text, start, x, y)
        a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
        size = abs(raw.FPDFText_GetFontSize(self.text, start) * (hypot(c, d) or 1.0))
        area = a * d - b * c
        slant = (a * c + b * d) / area if area else 0.0
        place = x.value, y.value
        return Setting(start, end, place, size, quarter_of(a, b), slant, self._face(address))

    def _face(self, address: int) -> Face:
        """Return the typeface of a text object."""
        raw = self.raw
        run = ctypes.cast(address, raw.FPDF_PAGEOBJECT)
        font = raw.FPDFTextObj_GetFont(run)
        if not font:
            return Face()
        key = self.of_object[address] = ctypes.cast(font, ctypes.c_void_p).value or 0
        if key not in self.faces:
            raw.FPDFFont_GetBaseFontName(font, self._name, len(self._name))
            name = self._name.value.lower()
            angle = ctypes.c_int()
            raw.FPDFFont_GetItalicAngle(font, angle)
            flags = raw.FPDFFont_GetFlags(font)
            italic = b"italic" in name or b"oblique" in name or angle.value != 0
            bold = b"bold" in name or b"black" in name or b"heavy" in name
            self.faces[key] = Face(
                italic or bool(flags & _ITALIC),
                bold or bool(flags & _BOLD),
                name.decode("latin-1"),
            )
        return self.faces[key]


_ITALIC, _BOLD = 1 << 6, 1 << 18  # flags of a font descriptor (ISO 32000-1, table 123)
