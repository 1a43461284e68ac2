"""What the characters of a page are where its fonts do not say, or say it in codes of their own.

A font should name the characters of its codes (ISO 32000-1, 9.10.3); where it does not, pdfium
gives the codes. They may be the numbers of glyphs in a TrueType font, of which the first hundreds
stand in the order of the Macintosh ("post" table of OpenType, format 1): blanks are 3, an A is 36.
Nobody else prints character 3, and no glyph is printed below it. Fonts of symbols have their
characters in the private use area.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from an2un.readers.symbols import plain

UNNAMED = "\ufffd"
"""What is printed and has no name."""

_CONTROLS = range(0x01, 0x20)
_PRIVATE = range(0xE000, 0xF900)
_SURROGATES = range(0xD800, 0xE000)
_BLANK = 3  # the number of the glyph
_BLANKS = (0.04, 0.4)  # share of blanks among the glyphs of a font, in any script that has them
# First glyphs of stretches of the Macintosh's code page, and the code that each begins with: it has
# a code without a glyph, and fixed blanks share that of others. Counted on fonts with names, which
# agree up to the ligatures fi and fl; behind these they differ.
_STRETCHES = ((3, 0x20), (98, 0x80), (172, 0xCB), (193, 0xE0))
_MACINTOSH = {
    start + at: bytes([code + at]).decode("mac_roman")
    for (start, code), (end, _) in pairwise(_STRETCHES)
    for at in range(end - start)
}
_ASCII = 0x7F
_NOT_IN_PDF = frozenset("≠∞≤≥∂∑∏π∫Ω√≈∆◊")  # of that code page (annex D)


_ODD = frozenset([0x00, *_CONTROLS, *_PRIVATE, *_SURROGATES, 0xFFFF])
_LINE_ENDS = frozenset((0x0A, 0x0D))  # which pdfium makes up


def has_odd(codes: Sequence[int]) -> bool:
    """Whether some codes are those of no characters; most pages have none."""
    return not (_ODD & set(codes)) <= _LINE_ENDS


class Page:
    """The codes of a page.

    codes     of each character, as pdfium gives them
    faces     the font that each is set in, as a number; 0: pdfium made it up
    names     how the fonts are called, in small letters
    is_named  whether the font names the character at an index
    """

    def __init__(
        self,
        codes: Sequence[int],
        faces: Sequence[int],
        names: dict[int, str],
        is_named: Callable[[int], bool],
    ) -> None:
        self._codes, self._faces, self._names, self._is_named = codes, faces, names, is_named
        used: dict[int, Counter[int]] = {}
        for code, face in zip(codes, faces, strict=True):
            used.setdefault(face, Counter())[code] += 1
        used.pop(0, None)
        self._numbered = {face for face, counts in used.items() if _counts_glyphs(counts)}
        self._silent = {
            face for face, counts in used.items() if any(code in _CONTROLS for code in counts)
        }

    def characters(self) -> Iterator[str]:
        """Yield the character of each code; "" for what pdfium made up."""
        for index, (code, face) in enumerate(zip(self._codes, self._faces, strict=True)):
            if not face:
                yield ""
            elif code not in _ODD and face not in self._numbered and face not in self._silent:
                yield chr(code)
            elif face in self._numbered:
                yield self._of_glyph(index)
            elif face in self._silent and not self._is_named(index):
                yield self._of_glyph(index) if self._numbered else UNNAMED
            else:
                yield self._symbol(code, face)

    def _of_glyph(self, index: int) -> str:
        """Return the character of a code that is the number of a glyph.

        Where the font has no names at all, pdfium may have taken it for one of the Macintosh's.
        """
        code = self._codes[index]
        if code > _ASCII and self._is_named(index):
            byte = b"" if chr(code) in _NOT_IN_PDF else chr(code).encode("mac_roman", "ignore")
            code = byte[0] if byte else code
        return _MACINTOSH.get(code, UNNAMED)

    def _symbol(self, code: int, face: int) -> str:
        """Return the character of a font of symbols; one that no table knows stays unnamed."""
        if code not in _PRIVATE:
            return UNNAMED
        said = plain(chr(code), _family(self._names.get(face, "")))
        return UNNAMED if ord(said) in _PRIVATE else said


def _family(name: str) -> str:
    """Return the name of a font without the letters before it that tell subsets apart."""
    return name.rpartition("+")[2].removesuffix("mt").split("-")[0]


def _counts_glyphs(counts: Counter[int]) -> bool:
    """Whether a font's codes are the numbers of its glyphs: blanks are many, and the lowest."""
    least, most = _BLANKS
    return min(counts) == _BLANK and least < counts[_BLANK] / counts.total() < most
