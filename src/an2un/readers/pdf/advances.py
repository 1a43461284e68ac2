"""Where characters begin and end on their line: the room they take, not the ink they show.

Of most characters pdfium tells the room, from the origin on. Of those that it renames, Arabic
letters by their shapes and radicals of Chinese, it tells the ink; of type that is made to lean it
tells the upright box around it, which reaches into the neighbours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from an2un.readers.direction import kind_of
from an2un.readers.pdf.faces import Setting
from an2un.readers.pdf.frame import Frame

LEANS = 0.1  # tangent of the angle beyond which upright type is set as italics
_BEARING = 0.2  # em that an Arabic letter stands off from its origin, at most; more: a ligature
_INSET = 0.02  # em behind the origin from which on an ideograph's box is its ink
_HAN = (range(0x2E80, 0x3000), range(0x3400, 0xA000))  # radicals, ideographs: an em wide

Sides = tuple[list[float], list[float]]
"""Where each character of a page begins, and where it ends."""

Origin = Callable[[int], tuple[float, float]]
"""The origin of the character at an index, in the coordinates of the file."""


def room(
    frame: Frame, edges: Sequence[float], settings: Sequence[Setting], codes: Sequence[int],
    origin: Origin,
) -> Sides:  # fmt: skip
    """Return where each character of a page begins and ends.

    edges  left, top, right and bottom of the box of each, as pdfium tells them
    """
    sides = frame.sides(edges)

    def start(index: int) -> float:
        return frame.place(*origin(index))[0]

    leaning = [one for one in settings if one.quarter == frame.quarter and abs(one.slant) > LEANS]
    if leaning:
        _set_upright(frame, edges, leaning, sides)
        for setting in leaning:
            _unite(setting, start, sides)
    kinds = {code: kind for code in set(codes) if (kind := _kind(code))}
    if kinds:
        for setting in settings:
            for index in range(setting.start, setting.end):
                if kind := kinds.get(codes[index], ""):
                    _begin(index, kind, (start(index), setting.size), sides)
    return sides


def _set_upright(
    frame: Frame, edges: Sequence[float], leaning: Iterable[Setting], sides: Sides
) -> None:
    """Take from the boxes of leaning characters what they reach into their neighbours."""
    lefts, rights = sides
    lows, highs = frame.levels(edges)
    for setting in leaning:
        base = frame.place(*setting.base)[1]
        for at in range(setting.start, setting.end):
            shifts = setting.slant * (lows[at] - base), setting.slant * (highs[at] - base)
            lefts[at] -= min(shifts)
            rights[at] -= max(shifts)


def _unite(setting: Setting, start: Callable[[int], float], sides: Sides) -> None:
    """Give the characters of one ligature, which share its origin, the same room."""
    for edges, outer in zip(sides, (min, max), strict=True):
        last = None
        for at in range(setting.start, setting.end):
            here = start(at)
            if here == last:
                edges[at - 1] = edges[at] = outer(edges[at - 1], edges[at])
            last = here


def _begin(index: int, kind: str, place: tuple[float, float], sides: Sides) -> None:
    """Let a character begin at its origin; place: that and the size of its type."""
    lefts, rights = sides
    start, size = place
    inset = lefts[index] - start
    if kind == "R":
        if inset < _BEARING * size:
            lefts[index] = start
    elif inset > _INSET * size:
        lefts[index] = start
        rights[index] = max(rights[index], start + size)


@cache
def _kind(code: int) -> str:
    """Return "H" for an ideograph, "R" for a letter that is read from the right, "" for others."""
    if any(code in block for block in _HAN):
        return "H"
    return "R" if kind_of(chr(code)) == "R" else ""
