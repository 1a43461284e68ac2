"""Glyphs from left to right to the order in which they are read (Unicode Annex 9, backwards).

A page shows where glyphs stand, not in which order they are read. In a line that runs from the
right, what is written in Latin letters, and numbers, run from the left. Brackets are told by what
they enclose, since a bracket of such a line is mirrored and files disagree on which of the two
they name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from an2un.readers.pdf.file import Glyph

_RIGHT = frozenset(("R", "AL"))
_NUMBER = frozenset(("EN", "AN"))
_SEPARATORS = frozenset(".,/:\u00a0\u060c\u066b\u066c")
_FORMS = re.compile("[\ufb00-\ufb4f\ufb50-\ufd3d\ufd50-\ufdff\ufe70-\ufefc]")


def runs_right_to_left(texts: Iterable[str]) -> bool:
    """Whether a line is read from the right: most of its letters are of such a script."""
    right = left = 0
    for text in texts:
        kind = unicodedata.bidirectional(text[0])
        right += kind in _RIGHT
        left += kind == "L"
    return right > left


def plain_letters(text: str) -> str:
    """Return ligatures and presentation forms as the letters they stand for."""
    return unicodedata.normalize("NFKC", text) if _FORMS.search(text) else text


def reading_order(from_left: Sequence[list[Glyph]]) -> list[Glyph]:
    """Return the glyphs of a line that is read from the right in reading order.

    Brackets come out as they open and close.
    """
    from_right = [glyph for base in reversed(from_left) for glyph in base]
    kinds = [_kind(glyph.text) for glyph in from_right]
    found: list[Glyph] = []
    at = 0
    while at < len(from_right):
        end = _left_to_right_end(from_right, kinds, at)
        found.extend(reversed(from_right[at:end]) if end > at + 1 else from_right[at:end])
        at = max(end, at + 1)
    return _with_brackets(found)


def from_the_left(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Return the glyphs of a line from left to right, those of one place together.

    Marks stay behind the letter they belong to, characters of one ligature in the order of the
    file.
    """
    bases: list[list[Glyph]] = []
    for glyph in glyphs:
        if bases and not glyph.text.isspace():
            alike = glyph.left == bases[-1][0].left and glyph.right == bases[-1][0].right
            if alike or unicodedata.category(glyph.text[0]) == "Mn":
                bases[-1].append(glyph)
                continue
        bases.append([glyph])
    bases.sort(key=lambda base: base[0].left)
    return bases


def _kind(text: str) -> str:
    """Return how a glyph takes part in the order: "L", "R", "N" for digits, else ""."""
    kind = unicodedata.bidirectional(text[0])
    if kind in _RIGHT:
        return "R"
    return "N" if kind in _NUMBER else "L" if kind == "L" else ""


def _left_to_right_end(glyphs: Sequence[Glyph], kinds: Sequence[str], start: int) -> int:
    """Return the end of the stretch from `start` on that is read from the left.

    That is a stretch with a Latin letter up to the next letter of the other script, or a number
    with its separators. Marks at its ends belong to the line.
    """
    if kinds[start] not in ("L", "N"):
        return start + 1
    end, letters = start + 1, kinds[start] == "L"
    for at in range(start + 1, len(glyphs)):
        if kinds[at] == "R":
            break
        if kinds[at] in ("L", "N"):
            end, letters = at + 1, letters or kinds[at] == "L"
    if letters:
        return end
    end = start + 1
    while end < len(glyphs):
        if kinds[end] == "N":
            end += 1
        elif glyphs[end].text in _SEPARATORS and end + 1 < len(glyphs) and kinds[end + 1] == "N":
            end += 2
        else:
            break
    return end


_OPENING = {")": "(", "]": "[", "}": "{", "\u00bb": "\u00ab", "\u203a": "\u2039"}
_CLOSING = {opening: closing for closing, opening in _OPENING.items()}


def _with_brackets(glyphs: list[Glyph]) -> list[Glyph]:
    """Return glyphs with each bracket turned the way its neighbours and the brackets before say."""
    opened: list[str] = []
    for at, glyph in enumerate(glyphs):
        if glyph.text not in _OPENING and glyph.text not in _CLOSING:
            continue
        opening = _OPENING.get(glyph.text, glyph.text)
        if _opens(glyphs, at, opening in opened):
            opened.append(opening)
            glyphs[at] = glyph._replace(text=opening)
        else:
            if opening in opened:
                opened.remove(opening)
            glyphs[at] = glyph._replace(text=_CLOSING[opening])
    return glyphs


def _opens(glyphs: Sequence[Glyph], at: int, is_open: bool) -> bool:
    """Whether a bracket opens: it stands behind a blank and before a word, or none is open."""
    before = glyphs[at - 1].text if at else " "
    after = glyphs[at + 1].text if at + 1 < len(glyphs) else " "
    free_before = before.isspace() or before in _CLOSING or before in _OPENING
    free_after = after.isspace() or after in ".,;:\u060c\u061b"
    if free_before and not free_after:
        return True
    if free_after and not before.isspace():
        return False
    return not is_open
