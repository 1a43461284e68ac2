"""The glyphs of a page by pdfium, with the place and the font of each."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import compress, repeat
from typing import Any, NamedTuple

from an2un.readers.pdf import naming
from an2un.readers.pdf.advances import LEANS, Origin, room
from an2un.readers.pdf.faces import Faces, Setting
from an2un.readers.pdf.frame import Box, Frame


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


def glyphs(raw: Any, page: Any, text: Any, shown: Box) -> tuple[Frame, list[Glyph]]:
    """Return how an open page lies, and its glyphs in the order of the file, lone blanks last.

    raw    pdfium's functions; page and text are its handles
    shown  the part of the sheet that the page is
    """
    found = _Characters(raw, page, text, shown)
    made = list(found.printed())
    return found.frame, [*made, *found.blanks()]


class _Calls(NamedTuple):
    """What is asked of every character, by the address of the page's text and its index.

    object_of  the address of the object that it is part of; None: pdfium made the character up
    code       its code point
    box        whether it has a place, which is written to the address given
    origin     whether it has an origin, whose coordinates are written to two addresses
    """

    object_of: Callable[[int | None, int], int | None]
    code: Callable[[int | None, int], int]
    box: Callable[[int | None, int, int], int]
    origin: Callable[[int | None, int, int, int], int]


def _calls(raw: Any) -> _Calls:
    """Return functions of pdfium that take bare addresses: nothing is wrapped on the way."""
    address, number = ctypes.c_void_p, ctypes.c_int

    def bare(function: Any, *kinds: Any) -> Any:
        return ctypes.CFUNCTYPE(*kinds)(ctypes.cast(function, address).value or 0)

    return _Calls(
        bare(raw.FPDFText_GetTextObject, address, address, number),
        bare(raw.FPDFText_GetUnicode, ctypes.c_uint, address, number),
        bare(raw.FPDFText_GetLooseCharBox, number, address, number, address),
        bare(raw.FPDFText_GetCharOrigin, number, address, number, address, address),
    )


class _Characters:
    """The characters of one open page, and the places that pdfium writes its answers to."""

    def __init__(self, raw: Any, page: Any, text: Any, shown: Box) -> None:
        self.raw, self.page, self.text = raw, page, text
        self.frame = Frame(shown)
        self._faces = Faces(raw, text)
        self._calls, self._handle = _calls(raw), ctypes.cast(text, ctypes.c_void_p).value

    def printed(self) -> Iterator[Glyph]:
        """Return the glyphs that are printed; those that pdfium makes up have no object.

        pdfium is asked for one character at a time, so each question goes through the whole page
        in one sweep: of all the time that reading takes, most is spent on these.
        """
        calls, handle = self._calls, self._handle
        every = range(self.raw.FPDFText_CountChars(self.text))
        boxes = (ctypes.c_float * (4 * len(every)))()  # of each left, top, right, bottom
        places = range(ctypes.addressof(boxes), ctypes.addressof(boxes) + ctypes.sizeof(boxes), 16)
        objects = list(map(calls.object_of, repeat(handle), every))
        boxed = list(map(calls.box, repeat(handle), every, places))
        edges = memoryview(boxes).cast("B").cast("f").tolist()
        settings = list(self._faces.settings(objects))
        self.frame = _lying(self.frame, settings)
        codes = list(map(calls.code, repeat(handle), every))
        if not _READ_AS.keys().isdisjoint(codes):
            codes = [_READ_AS.get(code, code) for code in codes]
        texts = self._named(codes, objects) if naming.has_odd(codes) else map(chr, codes)
        shown = [has_box and address for has_box, address in zip(boxed, objects, strict=True)]
        lefts, rights = room(self.frame, edges, settings, codes, self._origins())
        fonts = self._fonts(settings, len(codes))
        found = compress(zip(texts, lefts, rights, fonts, strict=True), shown)
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
            0 if is_made(index) else self._faces.of_object.get(address or 0, 0)
            for index, address in enumerate(objects)
        ]
        names = {key: face.name for key, face in self._faces.faces.items()}
        texts = list(naming.Page(codes, faces, names, is_named).characters())
        objects[:] = [
            address if text else None for address, text in zip(objects, texts, strict=True)
        ]
        return texts

    def _origins(self) -> Origin:
        """Return what tells the origin of the character at an index."""
        x, y = ctypes.c_double(), ctypes.c_double()
        ask, handle = self._calls.origin, self._handle
        places = ctypes.addressof(x), ctypes.addressof(y)

        def origin(index: int) -> tuple[float, float]:
            ask(handle, index, *places)
            return x.value, y.value

        return origin

    def _fonts(self, settings: Sequence[Setting], count: int) -> Iterator[Font]:
        """Yield the font of each of so many characters."""
        at = 0
        for setting in settings:
            yield from repeat(_NO_FONT, setting.start - at)
            at = setting.end
            base = self.frame.place(*setting.base)[1]
            upright = setting.quarter == self.frame.quarter
            italic = setting.face.italic or (upright and abs(setting.slant) > LEANS)
            font = Font(base, setting.size, italic, setting.face.bold, upright)
            yield from repeat(font, at - setting.start)
        yield from repeat(_NO_FONT, count - at)

    def blanks(self) -> Iterator[Glyph]:
        """Yield the blanks that the file sets as pieces of their own, which pdfium leaves out.

        Without them words would run together where a line is set tight.
        """
        raw = self.raw
        matrix, size = raw.FS_MATRIX(), ctypes.c_float()
        edges = [ctypes.c_float() for _ in range(4)]
        for index in range(raw.FPDFPage_CountObjects(self.page)):
            drawn = raw.FPDFPage_GetObject(self.page, index)
            if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_TEXT:
                continue
            if not raw.FPDFPageObj_GetBounds(drawn, *edges):
                continue
            box = self.frame.box(Box(*(edge.value for edge in edges)))
            if box.left == box.right:
                raw.FPDFPageObj_GetMatrix(drawn, matrix)
                raw.FPDFTextObj_GetFontSize(drawn, size)
                base = self.frame.place(matrix.e, matrix.f)[1]
                yield Glyph(" ", box.left, box.left, Font(base, abs(size.value) or 1.0))


def _lying(frame: Frame, settings: Iterable[Setting]) -> Frame:
    """Return a frame as most of the characters lie that are set in it."""
    counts = Counter[int]()
    for setting in settings:
        if setting.quarter is not None:
            counts[setting.quarter] += setting.end - setting.start
    most = max(counts, key=lambda quarter: (counts[quarter], -quarter), default=0)
    return frame._replace(quarter=most)


_NO_FONT = Font(0, 0)  # of what pdfium makes up
_made: Any = tuple.__new__  # what the class calls in the end
_READ_AS = dict.fromkeys((0xFFFE, 0x02), ord("-"))  # pdfium's marks of a hyphen at a line's end
