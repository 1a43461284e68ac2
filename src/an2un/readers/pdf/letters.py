"""Glyphs of a row to letters from left to right, signs and ligatures with what they are part of."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from operator import attrgetter

from an2un.readers.direction import kind_of
from an2un.readers.pdf.glyphs import Glyph

Letter = tuple[list[Glyph], Glyph]
"""A letter and the piece of the line that it stands in."""


def from_the_left(glyphs: Sequence[Glyph], blank: float) -> list[list[Glyph]]:
    """Return the glyphs of a line from left to right; what belongs together is one.

    glyphs  in the order of the file
    blank   em that part words
    Letters of one word that is read from the right stay together in reading order: in calligraphic
    type they stand above each other, so that their places do not tell it. Vowel signs stand behind
    their letter, characters of one ligature in the order of the file.
    """
    printed = set("".join([glyph.text for glyph in glyphs]))
    if not any(map(_is_woven, printed)):
        key = _LEFT if _OPENING.isdisjoint(printed) else _ink
        return [[glyph] for glyph in sorted(glyphs, key=key)]
    bases: list[list[Glyph]] = []
    signs: list[tuple[Glyph, Letter | None]] = []
    last: Letter | None = None
    for at, glyph in enumerate(glyphs):
        if is_sign(glyph):
            signs.append((glyph, last))
            continue
        if glyph.text == " " and glyph.left == glyph.right and _carries(glyphs, at):
            continue
        if bases and _belongs(glyph, bases[-1][-1], blank):
            bases[-1].append(glyph)
        else:
            bases.append([glyph])
        if glyph.text.isalpha():
            last = bases[-1], glyph
    for base in bases:
        if len(base) > 1 and base[0].left < base[-1].left and kind_of(base[0].text) == "R":
            base.reverse()  # the file has them from left to right
        _ligatures_in_order(base)
    _signed(bases, signs)
    bases.sort(key=_left)
    return bases


def _ink(glyph: Glyph) -> float:
    """Return where the ink of a glyph begins: wide brackets open in their right half.

    The other half may reach under what stands before, where marks next to each other are set tight.
    """
    is_open = glyph.text in _OPENING and glyph.right - glyph.left > _WIDE * glyph.font.size
    return (glyph.left + glyph.right) / 2 if is_open else glyph.left


_OPENING = frozenset("《〈（［｛「『【〔〖")
_WIDE = 0.9  # em that such brackets take, at least


def _ligatures_in_order(base: list[Glyph]) -> None:
    """Put lam before alef in a piece: they are one glyph in this order only, which pdfium turns."""
    for at in range(len(base) - 1):
        first, second = base[at : at + 2]
        if second.text == _LAM and first.text in _ALEFS and first.left == second.left:
            base[at : at + 2] = second, first


_LAM, _ALEFS = "\u0644", frozenset("\u0622\u0623\u0625\u0627")


def _left(base: Sequence[Glyph]) -> float:
    return base[0].left if len(base) == 1 else min(glyph.left for glyph in base)


_LEFT = attrgetter("left")


@cache
def _is_woven(character: str) -> bool:
    """Whether a character may stand with others in one piece: a sign, or a letter of Arabic."""
    return unicodedata.category(character) == "Mn" or kind_of(character) == "R"


def is_sign(glyph: Glyph) -> bool:
    """Whether a glyph is printed above or below a letter: vowel signs, accents by themselves."""
    return glyph.text[0] > "\u02ff" and unicodedata.category(glyph.text[0]) == "Mn"


def _carries(glyphs: Sequence[Glyph], at: int) -> bool:
    """Whether a blank without width is what a vowel sign by itself was printed with (U+FE70).

    A comma may stand between the two.
    """
    for glyph in glyphs[at + 1 : at + 3]:
        if is_sign(glyph):
            return True
        if glyph.text.isalnum() or glyph.text.isspace():
            return False
    return False


def _belongs(glyph: Glyph, last: Glyph, blank: float) -> bool:
    """Whether a glyph belongs to the ligature or word of the one before."""
    if glyph.text.isspace() or last.text.isspace():
        return False
    if glyph.left == last.left and glyph.right == last.right:
        return True
    if kind_of(glyph.text) != "R" or kind_of(last.text) != "R":
        return False
    if glyph.font is not last.font and glyph.font._replace(base=last.font.base) != last.font:
        return False
    apart = max(last.left - glyph.right, glyph.left - last.right)
    return apart <= blank * glyph.font.size


def _signed(bases: list[list[Glyph]], signs: Sequence[tuple[Glyph, Letter | None]]) -> None:
    """Put vowel signs behind their letters: the one before them in the file, if it is near."""
    letters = [(base, g) for base in bases for g in base if g.text.isalpha()] if signs else []
    for sign, before in signs:
        letter = before
        if before is None or _distance(sign, before[1]) > _NEAR * sign.font.size:
            letter = min(letters, key=lambda pair: _distance(sign, pair[1]), default=None)
        if letter is None:
            bases.append([sign])
            continue
        base = letter[0]
        place = next(i for i, glyph in enumerate(base) if glyph is letter[1]) + 1
        while sign.text != _DOUBLED and place < len(base) and is_sign(base[place]):
            place += 1
        base.insert(place, sign)


def _distance(a: Glyph, b: Glyph) -> float:
    return abs(a.left + a.right - b.left - b.right) / 2


_NEAR = 0.6  # em
_DOUBLED = "\u0651"  # typed before the vowel of its letter, whichever of them is printed first
